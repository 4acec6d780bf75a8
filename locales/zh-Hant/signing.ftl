# 找活動、報名、提醒。

command-activities = 活動報名
button-activities = 🙋 活動報名
button-activities-all = 👥 別的活動
button-activities-new = ➕ 辦個活動
button-signups = 🗂 我報的、訂的

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
places-times = 還有 { $n } 個時段能訂
places-times-none = 都訂滿了，可以排隊
button-activity-sign-other = { $form ->
    [goes-on] 👪 替別人訂
    [times] 👪 替別人約
    [loan] 👪 替別人借
   *[other] 👪 替別人報名
}
button-activity-manage = 🧰 辦這個活動
activity-manage = 您管的活動：
    { $facts }
button-activity-qr = 📎 二維碼
activity-qr = { $facts }

    掃一掃就能報名：{ $link }

sign-time = 《{ $title }》選哪個時間？
sign-day = 《{ $title }》哪天方便？
sign-hour = 《{ $title }》{ $day }，幾點方便？
button-sign-time = { $at } { $places }
button-sign-part = { $part } · { $places }
button-sign-hour = { $hour }點 · { $places }
sign-whom = { $form ->
    [goes-on] 《{ $title }》替誰訂？
    [times] 《{ $title }》替誰約？
    [loan] 《{ $title }》替誰借？
   *[other] 《{ $title }》替誰報名？
}
button-sign-type = ✏️ 別的人，寫名字
sign-name = { $form ->
    [goes-on] 替誰訂？寫名字，知道電話就一起寫上。
    [times] 替誰約？寫名字，知道電話就一起寫上。
    [loan] 替誰借？寫名字，知道電話就一起寫上。
   *[other] 替誰報名？寫名字，知道電話就一起寫上。
}
sign-unknown = { $form ->
    [goes-on] 名冊上沒有叫{ $name }的。就按這個名字訂？
    [times] 名冊上沒有叫{ $name }的。就按這個名字約？
    [loan] 名冊上沒有叫{ $name }的。就按這個名字借？
   *[other] 名冊上沒有叫{ $name }的。就按這個名字報？
}
button-sign-named = { $form ->
    [goes-on] ✅ 就按這個名字訂
    [times] ✅ 就按這個名字約
    [loan] ✅ 就按這個名字借
   *[other] ✅ 就按這個名字報
}
sign-clash = { $form ->
    [goes-on] ⚠️ 兩邊撞了時間：
        { $items }

        還是訂？
    [times] ⚠️ 兩邊撞了時間：
        { $items }

        還是約？
   *[other] ⚠️ 兩邊撞了時間：
        { $items }

        還是報？
}
button-sign-anyway = { $form ->
    [goes-on] ✅ 還是訂
    [times] ✅ 還是約
   *[other] ✅ 還是報
}
button-sign-not = { $form ->
    [goes-on] ↩️ 不訂了
    [times] ↩️ 不約了
   *[other] ↩️ 不報了
}

signup-you = 您
signup-seated = { $form ->
    [goes-on] ✅ { $who }訂好了
    [times] ✅ { $who }約好了
   *[other] ✅ { $who }報上了
}
signup-waiting = { $form ->
    [goes-on] ⏳ 訂滿了，{ $who }排第 { $place } 位。空出來先問。
    [times] ⏳ 約滿了，{ $who }排第 { $place } 位。空出來先問。
   *[other] ⏳ 滿了，{ $who }排第 { $place } 位。有空位先問。
}
signup-waiting-begun = { $form ->
    [goes-on] ⏳ 到時間了，{ $who }沒排到。還想用，跟{ $host }說一聲。
   *[other] ⏳ 已經開始了，{ $who }沒排到。到門口跟{ $host }說一聲，能坐下就能進。
}
signup-waiting-over = ⏳ 已經過去了，{ $who }沒排到。
signup-offered = { $form ->
    [goes-on] 🎉 空出來了，等{ $who }一句話：要訂嗎？
    [times] 🎉 空出來了，等{ $who }一句話：去不去？
   *[other] 🎉 有空位了，等{ $who }一句話：去不去？
}
signup-cancelled = { $form ->
    [goes-on] ❌ { $who }不訂了。弄錯了就再訂。
    [times] ❌ { $who }不去了，約的時間取消了。弄錯了就再約。
   *[other] ❌ { $who }不去了，報名取消了。弄錯了就再報。
}
signup-cancelled-course = 📖 後面幾次也不留位子了。只是有一次來不了，不用取消：點「弄錯了，再報」。
signup-lapsed = 💤 兩回沒等到回話，{ $who }不在隊裡了。
signup-at-time = { $how }：{ $at }
signup-by = { $form ->
    [goes-on] ✍️ { $name }給訂的
    [times] ✍️ { $name }給約的
    [loan] ✍️ { $name }給借的
   *[other] ✍️ { $name }給報的
}
button-signup-cancel = { $form ->
    [goes-on] ❌ 不訂了
    [times] ❌ 不去了
   *[other] ❌ 取消報名
}
button-signup-cancel-own = { $form ->
    [goes-on] ❌ 我自己不訂了
   *[other] ❌ 我自己不去了
}
button-signup-again = { $form ->
    [goes-on] 🔁 弄錯了，再訂
    [times] 🔁 弄錯了，再約
   *[other] 🔁 弄錯了，再報
}
signup-for-you = { $form ->
    [goes-on] 🙋 { $by }給您訂了地方：
        { $facts }

        { $standing }
    [times] 🙋 { $by }給您約了時間：
        { $facts }

        { $standing }
    [loan] 🙋 { $by }給您借了東西：
        { $facts }

        { $standing }
   *[other] 🙋 { $by }給您報了名：
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
   *[other] 好，到時候見。
}
signup-called-off-own = { $form ->
    [goes-on] ❌ { $name }說不訂了：
        { $facts }
    [loan] ❌ { $name }說不借了：
        { $facts }
   *[other] ❌ { $name }說不去了：
        { $facts }
}
signup-called-off-by = { $form ->
    [goes-on] ❌ { $by }把{ $who }訂的退了：
        { $facts }
    [times] ❌ { $by }把{ $who }約的時間退了：
        { $facts }
    [loan] ❌ { $by }把{ $who }要借的退了：
        { $facts }
   *[other] ❌ { $by }把{ $who }的報名取消了：
        { $facts }
}
signups = 您報的、訂的、借的：
    { $items }
signups-none = 還沒有報的、訂的、借的，也可能都辦完了。

remind = { $form ->
    [goes-on] ⏰ 別忘了，訂好的：{ $title }
    [times] ⏰ 別忘了，約好的：{ $title }
   *[other] ⏰ 別忘了：{ $title }
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
