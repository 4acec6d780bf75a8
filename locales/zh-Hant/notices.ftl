# 發通知：寫好，看一眼，發給大家，發到哪兒了。

button-notices = 📢 給大家發通知
notices = 給大家發的通知，正在發的：
    { $items }
notice-none = 眼下沒有正在發的。
notice-row = · { $words }
notice-row-paused = · { $words }（先停著）
notice-not-yours = 通知由村委和主任來發。有什麼要告訴大家，跟他們說一聲。
button-notice-new = ✏️ 寫：{ $unit }
button-notice-look = 👀 { $words }
notice-write = 要告訴大家什麼？打字發過來。
    發出去之前，先給您看一眼。
notice-words-only = 眼下只能發文字。請打字發過來。
notice-empty = 還沒寫字呢。
notice-long = 太長啦，有 { $length } 個字。最多 { $longest } 個字，請短一點。
notice = 📢 <b>{ $unit }通知</b>
notice-sure = 👆 大家收到的就是這樣。
    { $lines }
notice-reaches = 發給{ $unit }登記過的所有人：{ $n } 人。
notice-reaches-not = 其中 { $n } 人收不到，得另外告訴。
button-notice-send = 📢 發給大家
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
