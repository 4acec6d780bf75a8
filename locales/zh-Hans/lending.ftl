# 借东西、借场地：谁借着、哪天还、哪天有空。

activity-lasts = ⏳ 一回借 { $days } 天
activity-hours-daily = 🕘 每天 { $spans }
activity-hours-workdays = 🕘 周一到周五 { $spans }
activity-hours = 🕘 { $days } { $spans }
places-lent = { $n ->
    [0] 都借出去了{ $waiting ->
        [0] {""}
       *[other] ，{ $waiting } 人排队
    }
   *[other] 还有 { $n } 个
}
places-lent-gone = 找不到了，借不了
button-loan-desk = 📒 谁借着
button-loan-lend = 👀 看看，替人借
button-loan-cancel = ❌ 不借了
button-loan-again = 🔁 再借
button-loan-yes = ✅ 要借
button-loan-no = ❌ 不借了
button-loan-renew = 🔄 再借几天
button-loan-today = 📅 今天还
button-loan-tomorrow = 📅 明天还
button-loan-lost = 🛠 坏了，或者丢了
button-loan-hand = ✅ 拿走了
button-loan-back = ✅ 还回来了
button-loan-broken = 🛠 还了，坏了
button-loan-gone = ❌ 丢了，还不了
button-loan-mended = 🔧 修好了，又能借了
button-loan-away = 🛠 坏了或者丢了的
button-loan-missing = ❔ 找不到了，不借了
button-loan-found = 🔎 找到了，又能借了
button-loan-no-remark = 不写了

loan-waiting = ⏳ 都借出去了，{ $who }排第 { $place } 位。还回来先问。
loan-waiting-until = ⏳ 都借出去了，{ $who }排第 { $place } 位。最早{ $at }还，还回来先问。
loan-reserved = ✅ 给{ $who }留着，{ $at }前来拿。
loan-out = 📦 在{ $who }手上，{ $at }前还。
loan-overdue = ⏰ 在{ $who }手上，{ $at }就该还了。大伙儿等着用。
loan-offered = 🎉 轮到{ $who }了，等一句话：要不要借？
loan-cancelled = ❌ { $who }不借了。弄错了就再借。
loan-lapsed = 💤 两回没等到回话，{ $who }不在队里了。还想借就再借。
loan-returned = 👌 { $who }还了，谢谢。
loan-offer = 🎉 还回来了，轮到{ $name }借了：
    { $facts }

    要不要？请在{ $until }前点一下，过了就先问下一位。
loan-until = 📦 《{ $title }》{ $who }拿走了，{ $at }前还回来就行。
loan-thanks = 👌 《{ $title }》收到了，谢谢{ $who }。
loan-written-off = 《{ $title }》的事知道了，{ $who }不用再操心。
loan-let-go = 《{ $title }》给{ $who }留了两天，没见来拿，先让给别人了。还想要，点一下接着排。
loan-due-tomorrow = ⏰ 《{ $title }》{ $who }借的，明天该还了（{ $at }前）。
loan-due-today = ⏰ 《{ $title }》{ $who }借的，今天还（{ $at }前）。
loan-due-overdue = 《{ $title }》{ $who }借的，大伙儿等着用，什么时候方便还？
loan-heard-today = 好，今天等着您。
loan-heard-tomorrow = 好，明天等着您。
loan-heard-lost = 知道了，不要紧。管东西的人会来跟您商量。
loan-told-today = 📅 { $name }说今天还《{ $title }》。
loan-told-tomorrow = 📅 { $name }说明天还《{ $title }》。
loan-told-lost = 🛠 { $name }说《{ $title }》坏了，或者丢了。打个电话问问。
loan-said-today = 🗨 说今天还
loan-said-tomorrow = 🗨 说明天还
loan-said-lost = 🗨 说坏了，或者丢了
loan-not-back = 📞 { $name }借的《{ $title }》，{ $at }就该还了，还没还。只跟您说，打个电话问问：{ $phone }
loan-phone = 📞 { $phone }
loan-remark = ✍️ { $words }
loan-keep-reserved = 🕗 { $name }要借，{ $at }前来拿
loan-keep-out = 📦 { $name }{ $since }拿走，{ $at }前还
loan-keep-overdue = ⏰ { $name }{ $since }拿走，{ $at }就该还了
loan-keep-given-up = ❌ { $name }不借了
loan-keep-fine = ✅ { $name }还回来了
loan-keep-broken = 🛠 { $name }还回来了，坏了
loan-keep-lost = ❌ { $name }说丢了，还不了
loan-keep-away = 🛠 坏了或者丢了，先不往外借
loan-keep-gone = ❔ 找不到了，不往外借
loan-counts = 一共 { $n } 个：外面 { $out }，这里 { $here }，排队 { $waiting }
loan-next = ⏳ 往下轮到：
    { $items }
loan-mended = 好，又能借了。
loan-missing = 好，不往外借了。找到了再点“找到了，又能借了”。
loan-none-left = 这个找不到了，眼下借不了。
loan-none-left-told = 🙏 《{ $title }》找不到了，借不了了，{ $who }不用再等。
loan-ask-remark = { $outcome ->
    [lost] 怎么丢的？写一句，好记着。不写也行。
   *[other] 哪儿坏了？写一句，修的人好知道。不写也行。
}
loan-is-out = 东西在您手上，还回来就行。
loan-is-back = 已经还了。
loan-renewed-already = 已经多借过一回了。还要用，还回来再借。
loan-awaited = 后头有人等着用，这回不能多借了。
loan-not-kept = 没有给{ $name }留着。先让他再借一回。
loan-not-out = { $name }还没拿走。

button-book = 🗓 看哪天有空
button-book-other = 👪 替别人订
button-book-desk = 🗓 谁订了，村里自己用
button-book-day = { $day } { $free ->
    [0] 满
   *[other] 空
}
button-book-next-week = ➡️ 后一周
button-book-this-week = ⬅️ 这一周
button-book-any-day = ✏️ 别的日子
button-book-free = ✅ { $hours }
button-book-wait = ⏳ { $hours } 有人了，可以排队
button-book-own = 🙋 { $hours } 您订的
button-book-held = 🏠 { $hours } 村里要用
button-book-take = 🏠 { $hours } 村里用
button-book-take-sure = 🏠 对，村里用
button-book-give-back = ↩️ { $hours } 村里不用了
button-book-take-day = 🏠 全天村里用，或者不开
button-book-other-day = 🗓 挑别的日子
button-book-what = ✏️ 说一声做什么用
book-days = 《{ $title }》哪天用？
book-days-village = 《{ $title }》看哪天？
book-times = 《{ $title }》{ $day }，几点用？
book-times-none = 《{ $title }》{ $day }不开，换一天。
book-times-village = 《{ $title }》{ $day }
book-row = { $hours } { $name }{ $what }{ $others ->
    [0] {""}
   *[other] ，后面还有 { $others } 人
}
book-row-what = ：{ $what }
book-row-free = { $hours } 空着
book-row-held = { $hours } 村里用
book-time = { $day } { $hours }
book-taken = 🙏 对不住，这个时间村里要用，{ $who }订的只好让一让：
    { $facts }

    换个时间行不？点一下就给您订上。
book-taken-waiting = 🙏 对不住，这个时间村里要用，{ $who }不用再排了：
    { $facts }

    换个时间行不？点一下就给您订上。
book-take-sure = 《{ $title }》{ $day }有人订了：
    { $items }

    村里真要用？会马上告诉人家，请人家换个时间。
book-is-taken = 好，留给村里用。有人订过的，都告诉了。
book-is-free = 好，又能订了。
book-held = 这个时间村里要用，换个时间。
book-ask-day = 哪天村里要用，或者不开？写日子，像“12月3日”。
book-no-such-day = 没看懂是哪天。
book-no-day = 那天没有能订的时间。换一天。
book-ask-what = 做什么用？写几个字，像“办满月酒”。
signup-purpose = ✍️ { $words }

borrow-found = 这个村里有：
    { $items }

    要用的话点一下。
button-borrow-open = 👀 { $title }
button-borrow-other = 🙋 不是这个，另外有事

activity-times = 💺 一个时间 { $n } { $form ->
    [goes-on] 家
   *[other] 个人
}
activity-loan = 📦 一共 { $n } 个
activity-choices = 🕘 { $at } 到 { $until }，有 { $n } 个时间可以选
activity-days = { $n } 天
activity-ask-times = 哪天、几点到几点、多久一个、一个几个人？一句话写上：
    “12月3日 8:00到12:00，每30分钟一个，每个5人”
    或者先点哪天。
activity-ask-span = 那天几点到几点？
activity-ask-each = 一个人（一批人）要多久？像“30分钟”。
activity-ask-people = { $kind ->
    [venue] 一个时间给几家用？
   *[other] 一个时间能来几个人？
}
activity-ask-hours = 什么时候能用？像“每天上午、下午、晚上”。
    要写几点，就像“周末 8:00到12:00”这样写。
activity-ask-items = 一共有几个？打个数就行。
activity-ask-days = 一回借几天？
activity-field-items = 有几个
activity-field-people = 一个时间几个人
activity-field-times = 有哪些时间
activity-field-hours = 什么时候能用
activity-field-days = 借几天
activity-times-unclear = 没看懂是什么时候。照着这样写就行：
    “12月3日 8:00到12:00，每30分钟一个，每个5人”
activity-many-times = 时间太多啦，最多 { $highest } 个。一个长一点，或者分两天办。
activity-each-unclear = 没看懂是多久。像“30分钟”“1小时”这样写，最短5分钟。
activity-each-long = 比一共的时间还长。短一点。
activity-hours-unclear = 没看懂是什么时候。像“每天上午、下午、晚上”“周末 8:00到12:00”这样写就行。
button-activity-on-day = { $day }
button-activity-all-day = 上午下午都行
button-activity-minutes = { $n } 分钟
button-activity-undivided = 不分，就这样
button-activity-days = { $n } 天
