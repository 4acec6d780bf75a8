# 全中心的事，和每天早上那一条。

button-center = 📊 全中心的事
button-center-unowned = 🙋 没人接的（{ $n } 件）
button-center-late = ⏰ 过期的（{ $n } 件）
button-center-risen = ⬆️ 升到这儿的（{ $n } 件）
button-centers-below = 🏘️ 一个中心一个中心看
button-center-other = 📊 { $unit }
center-not-yours = 这个是值班员、主任和镇上、县里看的。您要办事，直接说就行。
center-nothing = <b>{ $unit }</b>
    眼下没有没办完的事，歇口气。
center-overview = <b>{ $unit }，没办完的事</b>
    一共 { $whole }
    { $parts }

    { $more }
center-numbers = { $open } 件：在办 { $held }，等人接 { $waiting }，过期 { $late }
center-part = · { $label } { $numbers }
center-others = 另外 { $centers } 个中心
center-state = { $status }：{ $n } 件
center-unowned = 没人接的 { $n } 件，过期的也算在里头
center-oldest = 最久的：{ $head }，{ $asked } 提的
center-chart = { $unit }：没办完的事
center-held = 在办
center-waiting = 等人接
center-late = 过期
center-centers = <b>{ $unit }，各个中心没办完的事</b>
    { $items }
center-list-unowned = 没人接的 { $n } 件，等得最久的在前：
    { $items }
center-list-late = 过期的 { $n } 件，拖得最久的在前：
    { $items }
center-list-risen = 升到这儿的 { $n } 件，先到期的在前：
    { $items }
center-list-none = 这里头没有了，都有着落了。
center-head-secret = 🔒 { $number } 号
center-row-due = · { $head }
    　{ $due } 到期，{ $who }
center-row-late = · { $head }
    　过了 { $due }，{ $who }
center-row-waiting = · { $head }
    　从 { $since } 起，{ $who }
center-who-held = { $role }在办
center-who-waits = 等{ $role }接
center-who-secret = 要保密

digest = ☀️ <b>{ $unit }</b>
    { $day }，今天要留心的事：
    { $sections }
digest-late = ⏰ <b>过期的 { $n } 件</b>
    { $items }
digest-today = 📅 <b>今天到期的 { $n } 件</b>
    { $items }
digest-waiting = 🙋 <b>别的没人接的 { $n } 件</b>
    { $items }
digest-late-below = ⏰ <b>各个中心过期的 { $n } 件</b>
    { $items }
digest-risen = ⬆️ <b>升到您这儿的 { $n } 件</b>
    { $items }
digest-at-center = · { $center }：{ $n } 件
digest-more = 还有 { $n } 件
digest-away = 🏖️ <b>今天不在的</b>
    { $items }
digest-gone = · { $name }，到 { $until }
