# 大家選好的時間挪一挪、加幾個，場地換開放時間

activity-which-day = 挪哪天的時間，給哪天加時間？
button-activity-times-on = { $day }，{ $n } 個時間
activity-times-of-day = { $span }，{ $n } 個時間
activity-ask-move = 整天的時間挪到什麼時候？大家還按原來的先後，不用重新報名。
    「挪到12月4日」「都往後一個小時」「改到下午2點」都行。
    要加時間，就寫「再加14:00到16:00，每20分鐘一個」。
activity-ask-add = 加幾點到幾點？像「14:00到16:00，每20分鐘一個」。
    不是這一天的，把日子也寫上。
activity-ask-since = 從哪天起？最早明天。那天以前還是老時間。
button-activity-move-to = 📅 挪到{ $day }
button-activity-hour-later = ⏩ 都往後一個小時
button-activity-add-times = ➕ 再加幾個時間
button-activity-since = 📅 從{ $day }起
activity-move-unclear = 沒看懂挪到什麼時候。照著這樣寫就行：
    「挪到12月4日」「都往後一個小時」「改到下午2點」
activity-times-meet = 那時候已經有別的時間了，兩頭顧不過來。換個時候？
activity-add-unclear = 沒看懂是什麼時候。像「14:00到16:00，每20分鐘一個」這樣寫就行。
activity-add-seats = 這個活動每個時間都是 { $n } 個人，加的也一樣。人數不用寫。
activity-since-unclear = 沒看懂是哪天。像「明天」「12月1日」這樣寫就行。
activity-since-range = 最早從明天起，最晚從{ $until }起：再往後的日子大家還訂不了。

activity-change-since = 📅 從{ $day }起
activity-change-stay = 🔒 有 { $n } 個訂好的時間不在裡面，照舊用完。
activity-change-nobody = 🔕 訂好的都不變，不用告訴誰。
activity-times-more = · 又多了幾個時間。您排著的還是原來那個時間；想換的話，先點「不去了」，再選一個。
