# 活動的名單、表格、位子，和上頭看的數。

button-activity-list = 👥 都有誰
signup-list = 《{ $title }》的名單：
    { $counts }

    { $items }
signup-list-counts = 💺 { $seats }｜✅ { $coming } { $form ->
    [goes-on] 人訂好了
    [loan] 人借著或留著
   *[other] 人來
}{ $asked ->
    [0] {""}
   *[other] {"｜"}🎉 在問 { $asked } 人
}{ $waiting ->
    [0] {""}
   *[other] {"｜"}⏳ { $waiting } 人排隊
}
signup-list-seats = { $n } 個位子
signup-list-any = 不限人數
signup-list-came = 🚪 到過 { $n } 人
signup-list-said = 💬 說好的 { $good } 人，一般的 { $fair } 人，不好的 { $poor } 人
signup-list-nobody = { $form ->
    [goes-on] 還沒有人訂。
    [times] 還沒有人約。
    [loan] 還沒有人借。
   *[other] 還沒有人報名。
}
signup-list-row = { $n }. { $name }（{ $village }）{ $standing }
signup-list-at = { $at } { $standing }
signup-list-seated = { $form ->
    [goes-on] ✅ 訂好了
    [times] ✅ 約好了
    [loan] ✅ 借著或留著
   *[other] ✅ 有位子
}
signup-list-offered = 🎉 在問，等到 { $until }
signup-list-waiting = ⏳ 排第 { $place } 位
signup-list-gone = { $form ->
    [goes-on] ❌ 不訂了
    [loan] ❌ 不借了
   *[other] ❌ 不來了
}
signup-list-self = 自己
button-list-person = { $n }. { $name }
button-list-more = 🧰 加人、位子、表格
button-list-more-day = 🧰 誰來了、加人、表格
signup-list-more = 《{ $title }》的名單，還能這樣：
button-list-table = 📄 表格
button-list-add = ➕ 加一個人
button-list-another = ➕ 再加一個人
button-list-seats = 💺 加減位子
signup-list-by = { $form ->
    [goes-on] ✍️ { $by }訂的，{ $at }
    [times] ✍️ { $by }約的，{ $at }
    [loan] ✍️ { $by }借的，{ $at }
   *[other] ✍️ { $by }報的，{ $at }
}
signup-list-phone = ☎️ { $phone }
button-list-cancel = ❌ 替人取消
signup-list-sure = 真的替{ $name }取消？會告訴本人，再問排隊的。
button-list-cancel-sure = ❌ 對，取消
button-list-keep = ↩️ 不取消
signup-list-taken = { $seats } 個位子，{ $n } 個有人
signup-list-taken-any = 不限人數，{ $n } 人

signup-seats = 《{ $title }》{ $taken }。
    加了位子，馬上問排隊的；有人坐的減不掉。
button-seats-more = ➕ { $n }
button-seats-fewer = ➖ { $n }
button-seats-type = ✏️ 寫個數
signup-seats-ask = 一共要幾個位子？寫個數，比如 20。

signup-table = 《{ $title }》的名單。一人一行，到過的打了勾。
signup-table-name = 報名表-{ $number }
signup-table-at = { $at }
signup-column-number = 號
signup-column-name = 姓名
signup-column-village = 自然村
signup-column-standing = 報名情況
signup-column-by = 誰報的
signup-column-at = 什麼時候報的
signup-column-phone = 電話
signup-column-time = 選的時間
signup-column-came = 到沒到

button-activities-made = 🗂 我辦的
button-activities-over = ✔️ 辦完的
activities-made = 您管的：
    { $items }
activities-made-none = 您手上眼下沒有活動。
activities-over = 這三個月辦完的：
    { $items }
activities-over-none = 這三個月沒有辦完的活動。
activity-made-sits = { $form ->
    [goes-on] { $seats } 個時段訂了 { $n } 個
    [times] { $seats } 個位子約了 { $n } 個
    [loan] 一共 { $seats } 個，借了 { $n } 個
   *[other] { $seats } 個位子報了 { $n } 個
}{ $waiting ->
    [0] {""}
   *[other] ，{ $waiting } 人排隊
}
activity-made-any = { $n } 人報名
activity-made-sat = { $n } 人報名
activity-made-came = { $n } 人報名，到過 { $came } 人

button-center-activities = 💺 活動和位子
activity-counts = { $unit }的活動
    接下來 30 天：{ $coming }
    過去 30 天：{ $been }

    { $kinds }

    { $centers }
activity-counts-line = { $label }：接下來 { $coming }；過去 { $been }
activity-counts-nothing = 沒有活動
activity-counts-numbers = { $n } 場，{ $seats } 個位子報上 { $filled } 個，{ $waiting } 人排隊
activity-counts-numbers-any = { $n } 場，{ $seats } 個位子報上 { $filled } 個，不限人數的報了 { $unlimited } 人，{ $waiting } 人排隊
activity-counts-chart = { $unit }：接下來 30 天的位子
activity-counts-filled = 報上的
activity-counts-free = 還空著
activity-counts-waiting = 排隊
activity-counts-table = 一個村一類活動一行，只有數，沒有人名。
activity-counts-name = 活動位子-{ $unit }
activity-counts-center = 村
activity-counts-kind = 類別
activity-counts-when = 時段
activity-counts-coming = 接下來 30 天
activity-counts-been = 過去 30 天
activity-counts-activities = 場次
activity-counts-seats = 位子
activity-counts-unlimited = 不限人數的報名
