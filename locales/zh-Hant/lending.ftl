# 借東西、借場地：誰借著、哪天還、哪天有空。

activity-lasts = ⏳ 一回借 { $days } 天
activity-hours-daily = 🕘 每天 { $spans }
activity-hours-workdays = 🕘 週一到週五 { $spans }
activity-hours = 🕘 { $days } { $spans }
places-lent = { $n ->
    [0] 都借出去了{ $waiting ->
        [0] {""}
       *[other] ，{ $waiting } 人排隊
    }
   *[other] 還有 { $n } 個
}
places-lent-gone = 找不到了，借不了
button-loan-desk = 📒 誰借著
button-loan-lend = 👀 看看，替人借
button-loan-cancel = ❌ 不借了
button-loan-again = 🔁 再借
button-loan-yes = ✅ 要借
button-loan-no = ❌ 不借了
button-loan-renew = 🔄 再借幾天
button-loan-today = 📅 今天還
button-loan-tomorrow = 📅 明天還
button-loan-lost = 🛠 壞了，或者丟了
button-loan-hand = ✅ 拿走了
button-loan-back = ✅ 還回來了
button-loan-broken = 🛠 還了，壞了
button-loan-gone = ❌ 丟了，還不了
button-loan-mended = 🔧 修好了，又能借了
button-loan-away = 🛠 壞了或者丟了的
button-loan-missing = ❔ 找不到了，不借了
button-loan-found = 🔎 找到了，又能借了
button-loan-no-remark = 不寫了

loan-waiting = ⏳ 都借出去了，{ $who }排第 { $place } 位。還回來先問。
loan-waiting-until = ⏳ 都借出去了，{ $who }排第 { $place } 位。最早{ $at }還，還回來先問。
loan-reserved = ✅ 給{ $who }留著，{ $at }前來拿。
loan-out = 📦 在{ $who }手上，{ $at }前還。
loan-overdue = ⏰ 在{ $who }手上，{ $at }就該還了。大夥兒等著用。
loan-offered = 🎉 輪到{ $who }了，等一句話：要不要借？
loan-cancelled = ❌ { $who }不借了。弄錯了就再借。
loan-lapsed = 💤 兩回沒等到回話，{ $who }不在隊裡了。還想借就再借。
loan-returned = 👌 { $who }還了，謝謝。
loan-offer = 🎉 還回來了，輪到{ $name }借了：
    { $facts }

    要不要？請在{ $until }前點一下，過了就先問下一位。
loan-until = 📦 《{ $title }》{ $who }拿走了，{ $at }前還回來就行。
loan-thanks = 👌 《{ $title }》收到了，謝謝{ $who }。
loan-written-off = 《{ $title }》的事知道了，{ $who }不用再操心。
loan-let-go = 《{ $title }》給{ $who }留了兩天，沒見來拿，先讓給別人了。還想要，點一下接著排。
loan-due-tomorrow = ⏰ 《{ $title }》{ $who }借的，明天該還了（{ $at }前）。
loan-due-today = ⏰ 《{ $title }》{ $who }借的，今天還（{ $at }前）。
loan-due-overdue = 《{ $title }》{ $who }借的，大夥兒等著用，什麼時候方便還？
loan-heard-today = 好，今天等著您。
loan-heard-tomorrow = 好，明天等著您。
loan-heard-lost = 知道了，不要緊。管東西的人會來跟您商量。
loan-told-today = 📅 { $name }說今天還《{ $title }》。
loan-told-tomorrow = 📅 { $name }說明天還《{ $title }》。
loan-told-lost = 🛠 { $name }說《{ $title }》壞了，或者丟了。打個電話問問。
loan-said-today = 🗨 說今天還
loan-said-tomorrow = 🗨 說明天還
loan-said-lost = 🗨 說壞了，或者丟了
loan-not-back = 📞 { $name }借的《{ $title }》，{ $at }就該還了，還沒還。只跟您說，打個電話問問：{ $phone }
loan-phone = 📞 { $phone }
loan-remark = ✍️ { $words }
loan-keep-reserved = 🕗 { $name }要借，{ $at }前來拿
loan-keep-out = 📦 { $name }{ $since }拿走，{ $at }前還
loan-keep-overdue = ⏰ { $name }{ $since }拿走，{ $at }就該還了
loan-keep-given-up = ❌ { $name }不借了
loan-keep-fine = ✅ { $name }還回來了
loan-keep-broken = 🛠 { $name }還回來了，壞了
loan-keep-lost = ❌ { $name }說丟了，還不了
loan-keep-away = 🛠 壞了或者丟了，先不往外借
loan-keep-gone = ❔ 找不到了，不往外借
loan-counts = 一共 { $n } 個：外面 { $out }，這裡 { $here }，排隊 { $waiting }
loan-next = ⏳ 往下輪到：
    { $items }
loan-mended = 好，又能借了。
loan-missing = 好，不往外借了。找到了再點「找到了，又能借了」。
loan-none-left = 這個找不到了，眼下借不了。
loan-none-left-told = 🙏 《{ $title }》找不到了，借不了了，{ $who }不用再等。
loan-ask-remark = { $outcome ->
    [lost] 怎麼丟的？寫一句，好記著。不寫也行。
   *[other] 哪兒壞了？寫一句，修的人好知道。不寫也行。
}
loan-is-out = 東西在您手上，還回來就行。
loan-is-back = 已經還了。
loan-renewed-already = 已經多借過一回了。還要用，還回來再借。
loan-awaited = 後頭有人等著用，這回不能多借了。
loan-not-kept = 沒有給{ $name }留著。先讓他再借一回。
loan-not-out = { $name }還沒拿走。

button-book = 🗓 看哪天有空
button-book-other = 👪 替別人訂
button-book-desk = 🗓 誰訂了，村裡自己用
button-book-day = { $day } { $free ->
    [0] 滿
   *[other] 空
}
button-book-next-week = ➡️ 後一週
button-book-this-week = ⬅️ 這一週
button-book-any-day = ✏️ 別的日子
button-book-free = ✅ { $hours }
button-book-wait = ⏳ { $hours } 有人了，可以排隊
button-book-own = 🙋 { $hours } 您訂的
button-book-held = 🏠 { $hours } 村裡要用
button-book-take = 🏠 { $hours } 村裡用
button-book-take-sure = 🏠 對，村裡用
button-book-give-back = ↩️ { $hours } 村裡不用了
button-book-take-day = 🏠 全天村裡用，或者不開
button-book-other-day = 🗓 挑別的日子
button-book-what = ✏️ 說一聲做什麼用
book-days = 《{ $title }》哪天用？
book-days-village = 《{ $title }》看哪天？
book-times = 《{ $title }》{ $day }，幾點用？
book-times-none = 《{ $title }》{ $day }不開，換一天。
book-times-village = 《{ $title }》{ $day }
book-row = { $hours } { $name }{ $what }{ $others ->
    [0] {""}
   *[other] ，後面還有 { $others } 人
}
book-row-what = ：{ $what }
book-row-free = { $hours } 空著
book-row-held = { $hours } 村裡用
book-time = { $day } { $hours }
book-taken = 🙏 對不住，這個時間村裡要用，{ $who }訂的只好讓一讓：
    { $facts }

    換個時間行不？點一下就給您訂上。
book-taken-waiting = 🙏 對不住，這個時間村裡要用，{ $who }不用再排了：
    { $facts }

    換個時間行不？點一下就給您訂上。
book-take-sure = 《{ $title }》{ $day }有人訂了：
    { $items }

    村裡真要用？會馬上告訴人家，請人家換個時間。
book-is-taken = 好，留給村裡用。有人訂過的，都告訴了。
book-is-free = 好，又能訂了。
book-held = 這個時間村裡要用，換個時間。
book-ask-day = 哪天村裡要用，或者不開？寫日子，像「12月3日」。
book-no-such-day = 沒看懂是哪天。
book-no-day = 那天沒有能訂的時間。換一天。
book-ask-what = 做什麼用？寫幾個字，像「辦滿月酒」。
signup-purpose = ✍️ { $words }

borrow-found = 這個村裡有：
    { $items }

    要用的話點一下。
button-borrow-open = 👀 { $title }
button-borrow-other = 🙋 不是這個，另外有事

activity-times = 💺 一個時間 { $n } { $form ->
    [goes-on] 家
   *[other] 個人
}
activity-loan = 📦 一共 { $n } 個
activity-choices = 🕘 { $at } 到 { $until }，有 { $n } 個時間可以選
activity-days = { $n } 天
activity-ask-times = 哪天、幾點到幾點、多久一個、一個幾個人？一句話寫上：
    「12月3日 8:00到12:00，每30分鐘一個，每個5人」
    或者先點哪天。
activity-ask-span = 那天幾點到幾點？
activity-ask-each = 一個人（一批人）要多久？像「30分鐘」。
activity-ask-people = { $kind ->
    [venue] 一個時間給幾家用？
   *[other] 一個時間能來幾個人？
}
activity-ask-hours = 什麼時候能用？像「每天上午、下午、晚上」。
    要寫幾點，就像「週末 8:00到12:00」這樣寫。
activity-ask-items = 一共有幾個？打個數就行。
activity-ask-days = 一回借幾天？
activity-field-items = 有幾個
activity-field-people = 一個時間幾個人
activity-field-times = 有哪些時間
activity-field-hours = 什麼時候能用
activity-field-days = 借幾天
activity-times-unclear = 沒看懂是什麼時候。照著這樣寫就行：
    「12月3日 8:00到12:00，每30分鐘一個，每個5人」
activity-many-times = 時間太多啦，最多 { $highest } 個。一個長一點，或者分兩天辦。
activity-each-unclear = 沒看懂是多久。像「30分鐘」「1小時」這樣寫，最短5分鐘。
activity-each-long = 比一共的時間還長。短一點。
activity-hours-unclear = 沒看懂是什麼時候。像「每天上午、下午、晚上」「週末 8:00到12:00」這樣寫就行。
button-activity-on-day = { $day }
button-activity-all-day = 上午下午都行
button-activity-minutes = { $n } 分鐘
button-activity-undivided = 不分，就這樣
button-activity-days = { $n } 天
