# 辦活動：問幾句，看一眼，發出去；改時間地方、不辦了。

notice-kind-activity = 🎉 活動
button-activity-sign = { $form ->
    [goes-on] 🗓 看哪天有空
    [times] 🙋 我要約
    [loan] 🙋 我要借
   *[other] 🙋 我要報名
}
button-activity-new = 🎉 辦活動
button-activity-make = ✏️ 改一改、不辦了

activity-when-until = 🕘 { $at } 到 { $until }
activity-when-until-where = 🕘 { $at } 到 { $until }，{ $place }
activity-more-times = 🕘 後面還有 { $n } 次，一共 { $all } 次
activity-for = 👥 給：{ $whom }
activity-for-everybody = 誰都能來
activity-for-all-of = { $parts }（幾樣都要合上）
activity-sex-f = 婦女
activity-sex-m = 男的
activity-seats = 💺 一共 { $n } 個位子
activity-household = 🏠 一家最多 { $n } 個人
activity-certificate = 📜 學完了有證書

activity-not-yours = 活動由培訓員、文化員、醫生、環境員和主任來辦。想辦什麼，跟他們說一聲。
activity-which-kind = 辦什麼樣的活動？
button-activity-kind-at = { $kind }（{ $unit }）
activity-first-these = 先把前面幾樣答完。
activity-tap = 點下面的按鈕就行。
activity-only-coming = 已經上過的不用寫，寫後面的就行。
activity-is-now = 眼下是：{ $now }

activity-ask-title = 叫什麼名字？短一點，像「{ $kind ->
         [event] 放電影
         [clinic] 義診
         [cleanup] 掃村道
         [checkup] 老人體檢
         [venue] 禮堂
         [loan] 噴霧器
        *[other] 果樹嫁接
    }」。
activity-open-all = 🕘 每天上午、下午、晚上
activity-open-day = 🕘 每天上午、下午
activity-open-work = 🕘 週一到週五上午、下午
activity-open-weekend = 🕘 週六、週日上午、下午、晚上
activity-ask-sessions = 什麼時候？
    一次的：「12月3日 9:00到11:30」
    好幾次的：「12月3日、10日、17日 9:00」
    每週都有的：「每週三下午2點，共3次」
activity-ask-place = 在哪兒？
activity-ask-seats = 有多少個位子？打個數就行。
activity-ask-about = 是幹什麼的？用一兩句話說說。
activity-ask-whom = 是給誰辦的？
activity-ask-bring = 要帶什麼來？
activity-ask-cost = 每人收多少錢？像「10元」。
activity-ask-closes_at = 報名到什麼時候為止？像「12月1日 18:00」。
activity-ask-picture = 發一張照片過來，大家一起看到。
activity-ask-household_limit = 一家最多來幾個人？
activity-ask-session-place = 這一次在哪兒？
activity-which-session = 哪一次換個地方？
activity-which-village = 給哪幾個村？點一下挑上，再點一下去掉。
activity-which-tag = 給哪樣的人？點一下挑上，再點一下去掉。
button-activity-no-seats = ♾️ 不限，誰來都行
button-activity-no-about = ➖ 不用說
button-activity-no-bring = ➖ 什麼都不用帶
button-activity-no-cost = 🆓 不收錢
button-activity-no-closes_at = ⏳ 開始前都能報
button-activity-no-picture = ➖ 不要照片
button-activity-no-household_limit = ♾️ 不限
button-activity-homes = { $n } 家
button-activity-some = { $n } 個人
button-activity-same-place = 📍 跟別的幾次一樣
button-activity-for-all = 👥 誰都能來
button-activity-for-tag = 🏷 按人挑（返鄉、低保……）
button-activity-ready = ✅ 好了

activity-words-only = 打幾個字就行。
activity-title-wordless = 名字裡要有字，大家才好找。再起一個？
activity-long = 太長啦，有 { $length } 個字。最多 { $longest } 個字，請短一點。
activity-when-unclear = 沒看懂是什麼時候，哪天幾點都要有。照著這樣寫就行：
    「12月3日 9:00到11:30」
    「12月3日、10日、17日 9:00」
    「每週三下午2點，共3次」
activity-many-sessions = 次數太多啦，一個活動最多 { $highest } 次。
activity-far = 太遠啦，最多提前半年。
activity-number = 打個數就行，從 1 到 { $highest }。
activity-closes-unclear = 沒看懂是什麼時候。像「12月1日 18:00」這樣寫就行。
activity-closes-late = 那時候已經開始了。換個開始以前的時間。
activity-cost-unclear = 沒看懂是多少錢。像「10元」「5塊5」這樣寫就行，最多 { $highest } 元。
activity-picture-only = 要一張照片。發檔案、發影片都不行。

activity-sure = 👆 大家看到的就是這樣。
    { $lines }
activity-in-the-night = ⚠️ { $at }是夜裡。要是下午，就點「再寫幾樣、改一改」，把時間改過來。
activity-reaches = 發通知的話，有 { $households } 戶、{ $people } 人會收到。
button-activity-publish = 🚀 發布，告訴大家
button-activity-quietly = 🤫 發布，先不告訴大家
button-activity-settings = ⚙️ 再寫幾樣、改一改
activity-more = 想寫哪一樣、改哪一樣？
button-activity-set = ✏️ { $what }
button-activity-certificate = 📜 學完給證書
button-activity-no-certificate = 📜 不給證書了
button-activity-places = 📍 有的在別處
activity-made = 好，發布了，編號 { $number }。還沒告訴大家，哪天想說，點下面「告訴大家」。
activity-made-told = 好，發布了，編號 { $number }。通知就發給大家，夜裡不吵人。
activity-told-already = 已經告訴過大家啦。
activity-told = 好，通知就發給大家，夜裡不吵人。

activity-make = 編號 { $number }
    { $facts }

    要做什麼？
button-activity-change = ✏️ 改一改
button-activity-off = 🚫 不辦了
button-activity-tell = 📢 告訴大家
button-activity-history = 📜 誰改過什麼
activity-version-first = { $at } { $by }辦的：{ $lines }
activity-version = { $at } { $by }改的：
    { $lines }
activity-same = 還沒改什麼呢。
activity-changed-meanwhile = 剛才別人已經改過了。先看看現在是什麼樣，再改。
activity-has-been = 已經上過的改不了了，只能改後面的。
activity-notice-follows = 這條通知跟著活動走。改活動，通知就跟著改了。
activity-change-look = 👆 改好了就是這樣。改的是：
    { $lines }
activity-change-asks = 📣 會馬上告訴 { $n } 個人，問還來不來。
activity-change-tells = 📣 會告訴 { $n } 個人一聲。
button-activity-change-sure = ✅ 就這樣改
activity-change-done = 好，改了。
activity-change-done-too = 好，改了。通知也跟著改了。

activity-change = · { $what }：{ $before } → { $after }
activity-session = 第 { $n } 次
activity-session-added = · 加了{ $what }：{ $after }
activity-session-gone = · { $what }不辦了：{ $before }
activity-span = { $at } 到 { $until }
activity-span-where = { $at } 到 { $until }，{ $place }
activity-field-title = 名字
activity-field-sessions = 時間
activity-field-place = 地方
activity-field-bring = 要帶的
activity-field-cost = 收多少錢
activity-field-certificate = 證書
activity-field-about = 是幹什麼的
activity-field-whom = 給誰辦的
activity-field-seats = 位子
activity-field-closes_at = 報名到什麼時候
activity-field-household_limit = 一家幾個人
activity-field-picture = 照片
activity-yes = 有
activity-no = 沒有
activity-no-place = 沒寫
activity-no-bring = 不用帶
activity-no-cost = 不收錢
activity-no-about = 沒寫
activity-no-seats = 不限
activity-no-closes_at = 開始前都能報
activity-no-household_limit = 不限
activity-no-picture = 沒有
activity-a-picture = 有
activity-at = { $at }
activity-yuan = { $yuan } 元
activity-people = { $n } 個

activity-moved = { $form ->
    [goes-on] ⚠️ { $title }改了：
        { $changes }

        { $name }還要用嗎？
   *[other] ⚠️ { $title }改了：
        { $changes }

        { $name }還來嗎？
}
activity-changed = { $title }有一點變化：
    { $changes }
button-activity-still = { $form ->
    [goes-on] ✅ 還要
   *[other] ✅ 還來
}
button-activity-not-still = { $form ->
    [goes-on] ❌ 不訂了
   *[other] ❌ 不來了
}
activity-still-yes = { $form ->
    [goes-on] ✅ 好，還給{ $name }訂著：
        { $facts }
    [times] ✅ 好，{ $name }約的時間留著：
        { $facts }
   *[other] ✅ 好，{ $name }的位子留著：
        { $facts }
}
activity-changed-by = { $by }改了：
    { $changes }

activity-off-why = 為什麼不辦了？用一兩句話說說，大家會看到。
activity-off-sure = 真的不辦了？會馬上告訴 { $n } 個人，說的是：
    { $reason }
button-activity-off-sure = 🚫 對，不辦了
activity-off-done = 好，不辦了。要來的、看過通知的，都會知道。以後要辦，再辦一個新的。
activity-called-off = { $form ->
    [goes-on] ❌ { $title }不往外借了。{ $reason }
    [loan] ❌ { $title }不往外借了。{ $reason }
   *[other] ❌ { $title }不辦了。{ $reason }
}
activity-called-off-by = { $by }說不辦了：{ $reason }
