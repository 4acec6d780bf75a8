# 找活动、报名、提醒。

command-activities = 活动报名
button-activities = 🙋 活动报名
button-activities-all = 👥 别的活动
button-activities-new = ➕ 办个活动
button-signups = 🗂 我报的、订的

activities = 能报名的：
    { $items }
activities-all = 全部活动，给别人办的也在里头：
    { $items }
activities-none = 眼下没有能报名的活动。
activities-nowhere = 先选好是哪个村，再来看活动。
activity-row = { $icon } { $day }《{ $title }》{ $what }
activity-row-any = { $icon }《{ $title }》{ $what }
button-activity = { $icon } { $day } { $title }
button-activity-any = { $icon } { $title }
activity-whose = { $who }：{ $title }
activity-places = 💺 { $places }
places-any = 不限人数
places-left = 还有 { $n } 个位子
places-queue = 满了，{ $n } 人排队
places-none = 满了，可以排队
places-times = 还有 { $n } 个时段能订
places-times-none = 都订满了，可以排队
button-activity-sign-other = { $form ->
    [goes-on] 👪 替别人订
    [times] 👪 替别人约
    [loan] 👪 替别人借
   *[other] 👪 替别人报名
}
button-activity-manage = 🧰 办这个活动
activity-manage = 您管的活动：
    { $facts }
button-activity-qr = 📎 二维码
activity-qr = { $facts }

    扫一扫就能报名：{ $link }

sign-time = 《{ $title }》选哪个时间？
sign-day = 《{ $title }》哪天方便？
sign-hour = 《{ $title }》{ $day }，几点方便？
button-sign-time = { $at } { $places }
button-sign-part = { $part } · { $places }
button-sign-hour = { $hour }点 · { $places }
sign-whom = { $form ->
    [goes-on] 《{ $title }》替谁订？
    [times] 《{ $title }》替谁约？
    [loan] 《{ $title }》替谁借？
   *[other] 《{ $title }》替谁报名？
}
button-sign-type = ✏️ 别的人，写名字
sign-name = { $form ->
    [goes-on] 替谁订？写名字，知道电话就一起写上。
    [times] 替谁约？写名字，知道电话就一起写上。
    [loan] 替谁借？写名字，知道电话就一起写上。
   *[other] 替谁报名？写名字，知道电话就一起写上。
}
sign-unknown = { $form ->
    [goes-on] 名册上没有叫{ $name }的。就按这个名字订？
    [times] 名册上没有叫{ $name }的。就按这个名字约？
    [loan] 名册上没有叫{ $name }的。就按这个名字借？
   *[other] 名册上没有叫{ $name }的。就按这个名字报？
}
button-sign-named = { $form ->
    [goes-on] ✅ 就按这个名字订
    [times] ✅ 就按这个名字约
    [loan] ✅ 就按这个名字借
   *[other] ✅ 就按这个名字报
}
sign-clash = { $form ->
    [goes-on] ⚠️ 两边撞了时间：
        { $items }

        还是订？
    [times] ⚠️ 两边撞了时间：
        { $items }

        还是约？
   *[other] ⚠️ 两边撞了时间：
        { $items }

        还是报？
}
button-sign-anyway = { $form ->
    [goes-on] ✅ 还是订
    [times] ✅ 还是约
   *[other] ✅ 还是报
}
button-sign-not = { $form ->
    [goes-on] ↩️ 不订了
    [times] ↩️ 不约了
   *[other] ↩️ 不报了
}

signup-you = 您
signup-seated = { $form ->
    [goes-on] ✅ { $who }订好了
    [times] ✅ { $who }约好了
   *[other] ✅ { $who }报上了
}
signup-waiting = { $form ->
    [goes-on] ⏳ 订满了，{ $who }排第 { $place } 位。空出来先问。
    [times] ⏳ 约满了，{ $who }排第 { $place } 位。空出来先问。
   *[other] ⏳ 满了，{ $who }排第 { $place } 位。有空位先问。
}
signup-waiting-begun = { $form ->
    [goes-on] ⏳ 到时间了，{ $who }没排到。还想用，跟{ $host }说一声。
   *[other] ⏳ 已经开始了，{ $who }没排到。到门口跟{ $host }说一声，能坐下就能进。
}
signup-waiting-over = ⏳ 已经过去了，{ $who }没排到。
signup-offered = { $form ->
    [goes-on] 🎉 空出来了，等{ $who }一句话：要订吗？
    [times] 🎉 空出来了，等{ $who }一句话：去不去？
   *[other] 🎉 有空位了，等{ $who }一句话：去不去？
}
signup-cancelled = { $form ->
    [goes-on] ❌ { $who }不订了。弄错了就再订。
    [times] ❌ { $who }不去了，约的时间取消了。弄错了就再约。
   *[other] ❌ { $who }不去了，报名取消了。弄错了就再报。
}
signup-cancelled-course = 📖 后面几次也不留位子了。只是有一次来不了，不用取消：点“弄错了，再报”。
signup-lapsed = 💤 两回没等到回话，{ $who }不在队里了。
signup-at-time = { $how }：{ $at }
signup-by = { $form ->
    [goes-on] ✍️ { $name }给订的
    [times] ✍️ { $name }给约的
    [loan] ✍️ { $name }给借的
   *[other] ✍️ { $name }给报的
}
button-signup-cancel = { $form ->
    [goes-on] ❌ 不订了
    [times] ❌ 不去了
   *[other] ❌ 取消报名
}
button-signup-cancel-own = { $form ->
    [goes-on] ❌ 我自己不订了
   *[other] ❌ 我自己不去了
}
button-signup-again = { $form ->
    [goes-on] 🔁 弄错了，再订
    [times] 🔁 弄错了，再约
   *[other] 🔁 弄错了，再报
}
signup-for-you = { $form ->
    [goes-on] 🙋 { $by }给您订了地方：
        { $facts }

        { $standing }
    [times] 🙋 { $by }给您约了时间：
        { $facts }

        { $standing }
    [loan] 🙋 { $by }给您借了东西：
        { $facts }

        { $standing }
   *[other] 🙋 { $by }给您报了名：
        { $facts }

        { $standing }
}
button-signup-fine = 👌 好
button-signup-not-me = { $form ->
    [goes-on] ❌ 我不用
    [loan] ❌ 我不借
   *[other] ❌ 我不去
}
signup-fine-thanks = { $form ->
    [goes-on] 好，知道了。
    [loan] 好，知道了。
   *[other] 好，到时候见。
}
signup-called-off-own = { $form ->
    [goes-on] ❌ { $name }说不订了：
        { $facts }
    [loan] ❌ { $name }说不借了：
        { $facts }
   *[other] ❌ { $name }说不去了：
        { $facts }
}
signup-called-off-by = { $form ->
    [goes-on] ❌ { $by }把{ $who }订的退了：
        { $facts }
    [times] ❌ { $by }把{ $who }约的时间退了：
        { $facts }
    [loan] ❌ { $by }把{ $who }要借的退了：
        { $facts }
   *[other] ❌ { $by }把{ $who }的报名取消了：
        { $facts }
}
signups = 您报的、订的、借的：
    { $items }
signups-none = 还没有报的、订的、借的，也可能都办完了。

remind = { $form ->
    [goes-on] ⏰ 别忘了，订好的：{ $title }
    [times] ⏰ 别忘了，约好的：{ $title }
   *[other] ⏰ 别忘了：{ $title }
}
remind-number = 📖 第 { $n } 次，共 { $all } 次
remind-for = 👥 { $names }
button-remind-cannot = { $form ->
    [goes-on] ❌ 用不上了
   *[other] ❌ 去不了了
}
button-remind-cannot-one = { $form ->
    [goes-on] ❌ { $who }用不上了
   *[other] ❌ { $who }去不了了
}
