# 找活動、報名、提醒。

command-activities = 活動報名
button-activities = 🙋 活動報名
button-activities-all = 👥 別的活動
button-activities-new = ➕ 辦個活動
button-signups = 🗂 我報了名的

activities = 能報名的：
    { $items }
activities-all = 全部活動，給別人辦的也在裡頭：
    { $items }
activities-none = 眼下沒有能報名的活動。
activities-nowhere = 先選好是哪個村，再來看活動。
activity-row = { $icon } { $day }《{ $title }》{ $what }
activity-row-any = { $icon }《{ $title }》{ $what }
button-activity = { $icon } { $day } { $title }
button-activity-any = { $icon } { $title }
activity-whose = { $who }：{ $title }
activity-places = 💺 { $places }
places-any = 不限人數
places-left = 還有 { $n } 個位子
places-queue = 滿了，{ $n } 人排隊
places-none = 滿了，可以排隊
button-activity-sign-other = 👪 替別人報名
button-activity-manage = 🧰 辦這個活動
activity-manage = 您管的活動：
    { $facts }
button-activity-qr = 📎 二維碼
activity-qr = { $facts }

    掃一掃就能報名：{ $link }

sign-time = 《{ $title }》選哪個時間？
button-sign-time = { $at } { $places }
sign-whom = 《{ $title }》替誰報名？
button-sign-type = ✏️ 別的人，寫名字
sign-name = 替誰報名？寫名字，知道電話就一起寫上。
sign-unknown = 名冊上沒有叫{ $name }的。就按這個名字報？
button-sign-named = ✅ 就按這個名字報
sign-clash = ⚠️ 兩邊撞了時間：
    { $items }

    還是報？
button-sign-anyway = ✅ 還是報
button-sign-not = ↩️ 不報了

signup-you = 您
signup-seated = ✅ { $who }報上了
signup-waiting = ⏳ 滿了，{ $who }排第 { $place } 位。有空位先問。
signup-offered = 🎉 有空位了，等{ $who }一句話：去不去？
signup-cancelled = ❌ { $who }不去了，報名取消了。弄錯了就再報。
signup-cancelled-course = 📖 後面幾次也不留位子了。只是有一次來不了，不用取消：點「弄錯了，再報」。
signup-lapsed = 💤 兩回沒等到回話，{ $who }不在隊裡了。
signup-by = ✍️ { $name }給報的
button-signup-cancel = ❌ 取消報名
button-signup-cancel-own = ❌ 我自己不去了
button-signup-again = 🔁 弄錯了，再報
signup-for-you = 🙋 { $by }給您報了名：
    { $facts }

    { $standing }
button-signup-fine = 👌 好
button-signup-not-me = ❌ 我不去
signup-fine-thanks = 好，到時候見。
signup-called-off-own = ❌ { $name }說不去了：
    { $facts }
signup-called-off-by = ❌ { $by }把{ $who }的報名取消了：
    { $facts }
signups = 報了名的：
    { $items }
signups-none = 還沒報過名，也可能都辦完了。

remind = ⏰ 別忘了：{ $title }
remind-number = 📖 第 { $n } 次，共 { $all } 次
remind-for = 👥 { $names }
button-remind-cannot = ❌ 去不了了
button-remind-cannot-one = ❌ { $who }去不了了
