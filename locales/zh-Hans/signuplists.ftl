# 活动的名单、表格、位子，和上头看的数。

button-activity-list = 👥 都有谁
signup-list = 《{ $title }》的名单：
    { $counts }

    { $items }
signup-list-counts = 💺 { $seats }｜✅ { $coming } { $form ->
    [goes-on] 人订好了
    [loan] 人借着或留着
   *[other] 人来
}{ $asked ->
    [0] {""}
   *[other] {"｜"}🎉 在问 { $asked } 人
}{ $waiting ->
    [0] {""}
   *[other] {"｜"}⏳ { $waiting } 人排队
}
signup-list-seats = { $n } 个位子
signup-list-any = 不限人数
signup-list-came = 🚪 到过 { $n } 人
signup-list-said = 💬 说好的 { $good } 人，一般的 { $fair } 人，不好的 { $poor } 人
signup-list-nobody = { $form ->
    [goes-on] 还没有人订。
    [times] 还没有人约。
    [loan] 还没有人借。
   *[other] 还没有人报名。
}
signup-list-row = { $n }. { $name }（{ $village }）{ $standing }
signup-list-at = { $at } { $standing }
signup-list-seated = { $form ->
    [goes-on] ✅ 订好了
    [times] ✅ 约好了
    [loan] ✅ 借着或留着
   *[other] ✅ 有位子
}
signup-list-offered = 🎉 在问，等到 { $until }
signup-list-waiting = ⏳ 排第 { $place } 位
signup-list-gone = { $form ->
    [goes-on] ❌ 不订了
    [loan] ❌ 不借了
   *[other] ❌ 不来了
}
signup-list-self = 自己
button-list-person = { $n }. { $name }
button-list-more = 🧰 加人、位子、表格
button-list-more-day = 🧰 谁来了、加人、表格
signup-list-more = 《{ $title }》的名单，还能这样：
button-list-table = 📄 表格
button-list-add = ➕ 加一个人
button-list-another = ➕ 再加一个人
button-list-seats = 💺 加减位子
signup-list-by = { $form ->
    [goes-on] ✍️ { $by }订的，{ $at }
    [times] ✍️ { $by }约的，{ $at }
    [loan] ✍️ { $by }借的，{ $at }
   *[other] ✍️ { $by }报的，{ $at }
}
signup-list-phone = ☎️ { $phone }
button-list-cancel = ❌ 替人取消
signup-list-sure = 真的替{ $name }取消？会告诉本人，再问排队的。
button-list-cancel-sure = ❌ 对，取消
button-list-keep = ↩️ 不取消
signup-list-taken = { $seats } 个位子，{ $n } 个有人
signup-list-taken-any = 不限人数，{ $n } 人

signup-seats = 《{ $title }》{ $taken }。
    加了位子，马上问排队的；有人坐的减不掉。
button-seats-more = ➕ { $n }
button-seats-fewer = ➖ { $n }
button-seats-type = ✏️ 写个数
signup-seats-ask = 一共要几个位子？写个数，比如 20。

signup-table = 《{ $title }》的名单。一人一行，到过的打了勾。
signup-table-name = 报名表-{ $number }
signup-table-at = { $at }
signup-column-number = 号
signup-column-name = 姓名
signup-column-village = 自然村
signup-column-standing = 报名情况
signup-column-by = 谁报的
signup-column-at = 什么时候报的
signup-column-phone = 电话
signup-column-time = 选的时间
signup-column-came = 到没到

button-activities-made = 🗂 我办的
button-activities-over = ✔️ 办完的
activities-made = 您管的：
    { $items }
activities-made-none = 您手上眼下没有活动。
activities-over = 这三个月办完的：
    { $items }
activities-over-none = 这三个月没有办完的活动。
activity-made-sits = { $form ->
    [goes-on] { $seats } 个时段订了 { $n } 个
    [times] { $seats } 个位子约了 { $n } 个
    [loan] 一共 { $seats } 个，借了 { $n } 个
   *[other] { $seats } 个位子报了 { $n } 个
}{ $waiting ->
    [0] {""}
   *[other] ，{ $waiting } 人排队
}
activity-made-any = { $n } 人报名
activity-made-sat = { $n } 人报名
activity-made-came = { $n } 人报名，到过 { $came } 人

button-center-activities = 💺 活动和位子
activity-counts = { $unit }的活动
    接下来 30 天：{ $coming }
    过去 30 天：{ $been }

    { $kinds }

    { $centers }
activity-counts-line = { $label }：接下来 { $coming }；过去 { $been }
activity-counts-nothing = 没有活动
activity-counts-numbers = { $n } 场，{ $seats } 个位子报上 { $filled } 个，{ $waiting } 人排队
activity-counts-numbers-any = { $n } 场，{ $seats } 个位子报上 { $filled } 个，不限人数的报了 { $unlimited } 人，{ $waiting } 人排队
activity-counts-chart = { $unit }：接下来 30 天的位子
activity-counts-filled = 报上的
activity-counts-free = 还空着
activity-counts-waiting = 排队
activity-counts-table = 一个村一类活动一行，只有数，没有人名。
activity-counts-name = 活动位子-{ $unit }
activity-counts-center = 村
activity-counts-kind = 类别
activity-counts-when = 时段
activity-counts-coming = 接下来 30 天
activity-counts-been = 过去 30 天
activity-counts-activities = 场次
activity-counts-seats = 位子
activity-counts-unlimited = 不限人数的报名
