# 离开几天：哪几天不在，谁接着办。

button-leave = 🏖️ 我哪几天不在
leave = 您哪几天不在？先记下来。
    那几天来的事不找您，手上的事交给别人。
    { $items }
leave-of = <b>{ $name }</b>哪几天不在：
    { $items }
leave-none = 眼下没有记着的。
leave-running-row = · 正不在：{ $days }
leave-coming-row = · { $days }
leave-day = { $day }
leave-days = { $first }到{ $last }
button-leave-new = ➕ 记几天
button-leave-back = 👋 我回来了
button-leave-they-are-back = 👋 人回来了
button-leave-call-off = ❌ 取消 { $day }
button-leave-others = 👥 别人哪几天不在
leave-others = 今天谁不在：
    { $items }
    要替谁记，点名字。
leave-away-row = · { $name }，到{ $until }
leave-nobody-away = 今天人都在。

leave-from = 从哪天起不在？
leave-from-of = { $name }从哪天起不在？
leave-until = 从{ $first }起，不在到哪天？
    那一天也算在里头。
button-leave-now = 现在
button-leave-tomorrow = 明天
button-leave-today = 今天
button-leave-until-tomorrow = 明天
button-leave-one = 就这一天
button-leave-two = 两天
button-leave-three = 三天
button-leave-week = 一周
button-leave-type = 📅 另选一天
leave-type = 打日子发过来，比如：12月3日、12-3、下周三。
leave-day-unclear = 没看明白是哪一天。打成这样就行：12月3日、12-3、下周三。
leave-fault-past = 那一天已经过了。请再说一个。
leave-fault-far = 太远啦，{ $furthest } 天以内的才记得了。
leave-fault-backwards = 回来得比走得还早啦。请再说一遍。
leave-fault-long = 太久啦，一次最多记 { $longest } 天。
leave-sure = <b>{ $days }</b>您不在。
    { $held }
leave-sure-of = <b>{ $days }</b>{ $name }不在。
    { $held }
leave-sure-held = 手上 { $count } 件事这就交给别人。
leave-sure-held-later = 手上的事到时候交给别人，现在有 { $count } 件。
leave-sure-none = 手上没有要交的事。
button-leave-yes = ✅ 对，就这样
leave-kept = 好，记下了：{ $days }。
    早回来了，打 /leave 说一声。
leave-kept-of = 好，替{ $name }记下了：{ $days }。
leave-call-off-sure = 真要取消？{ $days }
button-leave-call-off-yes = 对，取消
leave-called-off = 好，取消了：{ $days }。
leave-back = 您回来啦！有事又会找您了。
leave-back-of = 好，有事又会找他了。
leave-over = 这一条已经过了，或者取消了。
leave-handed = 您不在，这些事先交给别人了：
    { $items }
leave-handed-row = · { $head }
leave-entered-for-you = 主任替您记下了：{ $days }您不在。
    那几天来的事不找您。早回来了，打 /leave 说一声。
leave-ended-for-you = 主任取消了您不在的日子：{ $days }。有事又会找您。
card-you-are-away = 您不在，先不找您了。
card-why-handed-over = 原先接的人走不开，换您接着办。
told-handed-over = 🔄 换个人给您接着办。{ $where }
