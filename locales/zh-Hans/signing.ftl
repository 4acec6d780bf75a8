# 找活动、报名、提醒。

command-activities = 活动报名
button-activities = 🙋 活动报名
button-activities-all = 👥 别的活动
button-activities-new = ➕ 办个活动
button-signups = 🗂 我报了名的

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
button-activity-sign-other = 👪 替别人报名
button-activity-manage = 🧰 办这个活动
activity-manage = 您管的活动：
    { $facts }
button-activity-qr = 📎 二维码
activity-qr = { $facts }

    扫一扫就能报名：{ $link }

sign-time = 《{ $title }》选哪个时间？
button-sign-time = { $at } { $places }
sign-whom = 《{ $title }》替谁报名？
button-sign-type = ✏️ 别的人，写名字
sign-name = 替谁报名？写名字，知道电话就一起写上。
sign-unknown = 名册上没有叫{ $name }的。就按这个名字报？
button-sign-named = ✅ 就按这个名字报
sign-clash = ⚠️ 两边撞了时间：
    { $items }

    还是报？
button-sign-anyway = ✅ 还是报
button-sign-not = ↩️ 不报了

signup-you = 您
signup-seated = ✅ { $who }报上了
signup-waiting = ⏳ 满了，{ $who }排第 { $place } 位。有空位先问。
signup-offered = 🎉 有空位了，等{ $who }一句话：去不去？
signup-cancelled = ❌ { $who }不去了，报名取消了。弄错了就再报。
signup-cancelled-course = 📖 后面几次也不留位子了。只是有一次来不了，不用取消：点“弄错了，再报”。
signup-lapsed = 💤 两回没等到回话，{ $who }不在队里了。
signup-by = ✍️ { $name }给报的
button-signup-cancel = ❌ 取消报名
button-signup-cancel-own = ❌ 我自己不去了
button-signup-again = 🔁 弄错了，再报
signup-for-you = 🙋 { $by }给您报了名：
    { $facts }

    { $standing }
button-signup-fine = 👌 好
button-signup-not-me = ❌ 我不去
signup-fine-thanks = 好，到时候见。
signup-called-off-own = ❌ { $name }说不去了：
    { $facts }
signup-called-off-by = ❌ { $by }把{ $who }的报名取消了：
    { $facts }
signups = 报了名的：
    { $items }
signups-none = 还没报过名，也可能都办完了。

remind = ⏰ 别忘了：{ $title }
remind-number = 📖 第 { $n } 次，共 { $all } 次
remind-for = 👥 { $names }
button-remind-cannot = ❌ 去不了了
button-remind-cannot-one = ❌ { $who }去不了了
