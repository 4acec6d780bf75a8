# 發通知：寫好，看一眼，發給大家，發到哪兒了。

button-notices = 📢 給大家發通知
notices = 給大家發的通知，正在發的、等著發的：
    { $items }
notices-others = 通知，還有這幾樣：
notice-none = 眼下沒有正在發的，也沒有等著發的。
notice-row-signing = · { $words }（等人籤字）
notice-row-scheduled = · { $words }（到時候發）
button-notice-waiting = ⏳ { $words }
notice-row = · { $words }
notice-row-paused = · { $words }（先停著）
notice-not-yours = 通知由村委和主任來發。有什麼要告訴大家，跟他們說一聲。
button-notice-new = ✏️ 寫：{ $unit }
button-notice-look = 👀 { $words }
notice-empty = 還沒寫字呢。
notice-long = 太長啦，有 { $length } 個字。最多 { $longest } 個字，請短一點。
notice = 📢 <b>{ $unit }通知</b>
notice-reaches-not = 其中 { $n } 人收不到，得另外告訴。
button-notice-again = ✏️ 重新寫
notice-begun = 好，這就發。有急事、有人來問，都不會耽誤。
notice-time-soon = 不到一分鐘就發完。
notice-time-minutes = 大約再過 { $n } 分鐘發完。
notice-time-hours = 大約再過 { $n } 個小時發完。

notice-card = 📢 <b>{ $unit }</b>：{ $words }
    { $state }，一共 { $total } 人
    { $lines }
notice-running = ▶️ 正在發
notice-paused = ⏸️ 先停著
notice-stopped = ⏹️ 不發了
notice-done = ✅ 發完了
notice-nobody = ⚠️ 沒有一個人收到
notice-sent-to = · 收到了 { $n } 人
notice-blocked = · 收不到 { $n } 人，得另外告訴
notice-failed = · 沒發成 { $n } 人
notice-left = · 還剩 { $n } 人
notice-not-sent = · 沒有發的 { $n } 人
button-notice-pause = ⏸️ 先停一停
button-notice-resume = ▶️ 接著發
button-notice-stop = ⏹️ 不發了
notice-stop-sure = 真的不發了？{ $words }
    已經收到的收不回來，剩下的人就收不到了。
button-notice-stop-sure = 對，不發了
notice-paused-now = 停下了。點「接著發」再往下發。
notice-resumed-now = 好，接著發。
notice-stopped-now = 好，剩下的不發了。
notice-over-done = 這條已經發完啦。
notice-over-stopped = 這條早就不發啦。

notice-write = 要告訴大家什麼？打字、發照片、發語音、發檔案都行，別人的訊息也能轉過來。
    發出去之前，先給您看一眼。
notice-cannot-carry = 這樣的訊息轉不了。文字、照片、語音、影片、檔案、位置都行。
notice-many = 一條通知最多 { $most } 條訊息，已經夠多啦。
notice-sure = 👆 大家收到的就是這樣。
    { $lines }
notice-reaches = 發給{ $unit }登記過的所有人：{ $n } 人。
notice-reaches-some = 只發給{ $unit }的一部分人：{ $n } 人。
notice-reaches-households = 一共 { $n } 戶。
notice-spares = 另外 { $n } 人說過不要這一類的。
notice-needs-signature = ✍️ 跟錢有關，要再有一個人籤字才發。
notice-begins-at = 🕐 { $at }開始發。
button-notice-send = 📢 發給大家
button-notice-to-sign = ✍️ 請人籤字，籤了就發
button-notice-settings = ⚙️ 發給誰、什麼時候、哪一類

notice-settings = 想改哪一樣？
button-notice-kind = 🏷 哪一類：{ $kind }
button-notice-to = 👥 發給誰：{ $to }
button-notice-when = 🕐 什麼時候：{ $when }
button-notice-ask = ❓ 問一句：{ $asks }
button-notice-extra = ➕ 再加一條、譯文、上門說
notice-now = 馬上
notice-which-kind = 是哪一類的？
notice-kind-general = 📢 一般的事
notice-kind-outage = 🚰 停水停電
notice-kind-meeting = 🪑 開會
notice-kind-health = 💉 看病防疫
notice-kind-market = 🛒 行情招工
notice-kind-finance = 💰 賬目
notice-kind-aid = 🤝 救助名單
notice-kind-policy = 📜 政策
notice-kind-land = 🌾 土地
notice-kind-disaster = ⚠️ 災情
notice-of-kind = { $kind } <b>{ $unit }通知</b>

notice-for-whom = 發給誰？眼下是：{ $to }
notice-to-everybody = 所有人
notice-to-some = 一部分人
notice-to-but = 除了{ $names }
button-notice-to-all = 👥 所有人
button-notice-to-village = 🏘 按自然村挑
button-notice-to-role = 🧰 按幹什麼的挑
button-notice-to-tag = 🏷 按戶挑（獨居、低保……）
button-notice-but = 🔄 反過來：除了挑的，都發
button-notice-only = 🔄 反過來：只發給挑的
notice-which-village = 發給哪幾個村？點一下挑上，再點一下去掉。
notice-which-role = 發給幹什麼的？點一下挑上，再點一下去掉。
notice-which-tag = 發給哪樣的戶？點一下挑上，再點一下去掉。
notice-nothing-there = 這裡還沒有可挑的。
notice-tag = { $tag }（{ $n } 戶）
notice-no-village = 挑的自然村不在這兒了，請重新挑。

notice-when-ask = 什麼時候發？點一個，或者打字，像「明早七點半」「12月3日 9:30」。
button-notice-at-once = ▶️ 馬上發
notice-at = { $at }
button-notice-urgent = 🌙 夜裡也發
button-notice-not-urgent = 🌙 夜裡不發了
notice-when-unclear = 沒看懂是什麼時候。像「明早七點半」「12月3日 9:30」這樣寫就行。
notice-when-past = 這個時候已經過了，請換一個。
notice-when-far = 太遠啦，最多提前一年。

notice-ask-what = 要問大家一句嗎？
button-notice-ask-nothing = 不問，看過點一下就行
button-notice-ask-choices = ✏️ 自己寫幾個選項
notice-asks-nothing = 不問
notice-asks-yesno = 行不行
notice-asks-come = 來不來
notice-asks-choices = 自己寫的選項
notice-asks-rollcall = 平安不平安
notice-choices-ask = 把選項發過來，一行一個，兩個到 { $most } 個。
notice-choices-unclear = 選項要兩個到 { $most } 個，一行一個，每個短一點。

notice-extra = 還可以：
button-notice-add = ➕ 再加一條（照片、語音、檔案……）
button-notice-translate = 🌐 { $language }怎麼說
button-notice-doors = 🚪 沒看到的上門說
button-notice-no-doors = 🚪 沒看到的不用上門
notice-add-ask = 把要加的發過來。
notice-translate-ask = { $language }怎麼寫？發過來，用這種話的人就看到這個。

notice-please-sign = ✍️ { $unit }有一條通知要您籤字：{ $words }
    { $author } 寫的，{ $kind }。先看一看，沒有不對再籤。
button-notice-sign-look = 👀 看一看
notice-draft = 📝 { $words }
    { $unit }，{ $author } 寫的。
    { $lines }
notice-draft-signing = ✍️ 等第二個人籤字
notice-draft-scheduled = ⏳ 等時候到了發
notice-draft-sent = ✅ 發出去了
notice-draft-returned = ↩️ 退回去了
notice-draft-dropped = ⏹️ 不發了
notice-draft-template = 📄 常用的
notice-draft-at = 🕐 { $at }
button-notice-sign = ✍️ 沒問題，我籤字
button-notice-return = ↩️ 不籤，退回去
button-notice-drop = ⏹️ 不發了
button-notice-now = ▶️ 現在就發
button-notice-rewrite = ✏️ 改一改再發
notice-own-signature = 自己寫的要別人來籤。
notice-nobody-signs = 跟錢有關的要兩個人籤字，眼下除了您沒有別人能籤。請先讓主任或者鄉裡加一位。
notice-author-gone = 寫的人已經不管這事了，這條不發了。
notice-return-why = 哪兒不對？寫一句，寫的人好改。
notice-returned = ↩️ { $by } 沒有籤字：{ $reason }
notice-returned-now = 好，退回去了，也說了為什麼。
notice-signed = ✍️ { $by } 籤字了：{ $words }
notice-signed-sent = 籤好了，這就發。
notice-signed-scheduled = 籤好了，到時候就發。
notice-dropped = 好，不發了。
notice-kept-signing = 好，已經請人來籤字，籤了就發。
notice-kept-scheduled = 好，到時候就發。
notice-begun-rests = 好。夜裡不打擾大家，明早七點就發。
notice-rests-now = 夜裡不打擾大家，明早七點接著發。
notice-resting = 🌙 夜裡先停著，{ $at }接著發
notice-is-withdrawn = 這條通知已經撤回了。
notice-answered = ❓ { $question }
    💬 { $answer }
notice-no-words = { $kind ->
    [photo] 照片
    [voice] 語音
    [video] 影片
    [video_note] 影片
    [location] 位置
    [venue] 位置
    [contact] 名片
   *[other] 檔案
}

button-notice-read = ✅ 知道了
notice-read-thanks = 好，記下了。
notice-answer-kept = 好，記下了。想改，再點一個就行。
notice-answer-yesno-yes = 👍 行
notice-answer-yesno-no = 👎 不行
notice-answer-come-yes = 🙋 來
notice-answer-come-no = 🙅 不來
notice-answer-come-maybe = 🤔 說不準
notice-answer-rollcall-safe = ✅ 平安
notice-answer-rollcall-help = 🆘 要幫忙
notice-answer-rollcall-away = 🚶 不在家
notice-reached = · 知道了 { $n } 戶，一共 { $total } 戶
notice-readers = · 自己點過的 { $n } 人
notice-answer-count = · { $answer }：{ $n } 人

button-notice-wishes = 🔔 要收哪些通知
notice-wishes = 要收哪些通知？點一下就換。有災情，誰都會收到。
button-picked = ✅ { $text }
button-unpicked = ⬜ { $text }
