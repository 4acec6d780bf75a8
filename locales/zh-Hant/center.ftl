# 全中心的事，和每天早上那一條。

button-center = 📊 全中心的事
button-center-unowned = 🙋 沒人接的（{ $n } 件）
button-center-late = ⏰ 過期的（{ $n } 件）
button-center-risen = ⬆️ 升到這裡的（{ $n } 件）
button-centers-below = 🏘️ 一個中心一個中心看
button-center-other = 📊 { $unit }
center-not-yours = 這個是值班員、主任和鎮上、縣裡看的。您要辦事，直接說就行。
center-nothing = <b>{ $unit }</b>
    現在沒有沒辦完的事，喘口氣。
center-overview = <b>{ $unit }，沒辦完的事</b>
    一共 { $whole }
    { $parts }

    { $more }
center-numbers = { $open } 件：在辦 { $held }，等人接 { $waiting }，過期 { $late }
center-part = · { $label } { $numbers }
center-others = 另外 { $centers } 個中心
center-state = { $status }：{ $n } 件
center-unowned = 沒人接的 { $n } 件，過期的也算在裡頭
center-oldest = 最久的：{ $head }，{ $asked } 提的
center-chart = { $unit }：沒辦完的事
center-held = 在辦
center-waiting = 等人接
center-late = 過期
center-centers = <b>{ $unit }，各個中心沒辦完的事</b>
    { $items }
center-list-unowned = 沒人接的 { $n } 件，等得最久的在前：
    { $items }
center-list-late = 過期的 { $n } 件，拖得最久的在前：
    { $items }
center-list-risen = 升到這裡的 { $n } 件，先到期的在前：
    { $items }
center-list-none = 這裡頭沒有了，都有著落了。
center-head-secret = 🔒 { $number } 號
center-row-due = · { $head }
    　{ $due } 到期，{ $who }
center-row-late = · { $head }
    　過了 { $due }，{ $who }
center-row-waiting = · { $head }
    　從 { $since } 起，{ $who }
center-who-held = { $role }在辦
center-who-waits = 等{ $role }接
center-who-secret = 要保密

digest = ☀️ <b>{ $unit }</b>
    { $day }，今天要留心的事：
    { $sections }
digest-late = ⏰ <b>過期的 { $n } 件</b>
    { $items }
digest-today = 📅 <b>今天到期的 { $n } 件</b>
    { $items }
digest-waiting = 🙋 <b>別的沒人接的 { $n } 件</b>
    { $items }
digest-late-below = ⏰ <b>各個中心過期的 { $n } 件</b>
    { $items }
digest-risen = ⬆️ <b>升到您這裡的 { $n } 件</b>
    { $items }
digest-at-center = · { $center }：{ $n } 件
digest-more = 還有 { $n } 件
digest-away = 🏖️ <b>今天不在的</b>
    { $items }
digest-gone = · { $name }，到 { $until }
