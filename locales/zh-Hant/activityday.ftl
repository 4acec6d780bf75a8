# 活動當天和以後：簽到、名單、補勾、直接來的人、覺得怎麼樣、證書。

command-checkin = 到了活動現場，簽到

# 簽到
check-in-word = 簽到
day-title = 《{ $title }》
day-which = 《{ $title }》第 { $n } 次
check-in-done = 🎉 到了！{ $what }，給您記上了。
check-in-known = ✅ { $what }，早就給您記上了，不用再掃。
check-in-place = 🎉 到了！{ $what }
check-in-is-here = ✅ { $name }到了
check-in-who = 都有誰到了？來了的點一下。
button-has-come = ✅ { $name }到了
button-all-have-come = ✅ 都到了
check-in-offered = { $what }，正好輪到您，位子給您留著。點一下就坐進去。
check-in-waits = { $what }，您還在排隊，沒有位子。到門口跟{ $name }說一聲，能坐下就讓您進。
check-in-no-seat = { $what }的名單上沒有您。沒關係，到門口跟{ $name }說一聲，能坐下就讓您進。
day-host = 辦活動的人
check-in-digits = 門口的紙上，碼的下面有四個數字，發給我就行。
check-in-unknown = 這四個數字對不上。看看門口的紙，再打一遍；或者跟門口的人說一聲。

# 誰來了
button-who-came = 📋 誰來了
button-session = 📋 第 { $n } 次 · { $at }
day-sessions = 📋《{ $title }》看哪一次？
day-afterwards = 📋《{ $title }》要看什麼？
day-session = 📋 { $what }
    🕘 { $at }
    名單上 { $seated } 個人，來了 { $here } 個。
button-day-list = ✅ 一個一個勾
button-paper = ✍️ 補勾（照著紙）
button-walk-in = 🚶 有人直接來了
button-print-list = 🖨 列印名單
button-poster = 🖨 門口的QR 碼
day-list = 📋 { $what }
    名單上 { $seated } 個人，來了 { $here } 個。誰來了點誰，點錯了再點一下。
day-list-none = 📋 { $what }
    名單上還沒有人。
button-was-here = ✅ { $n } 號 { $name }
button-not-here = ⬜ { $n } 號 { $name }
day-list-name = 簽到名單 { $title }
day-list-ready = 🖨《{ $title }》的名單。A4 紙打出來，來一個勾一個；過後點「補勾」，把號發給我。
day-poster-name = 門口簽到 { $title }
day-poster-ready = 🖨 打出來貼在門口。到了的人掃一掃，或者把下面四個數字發給我。

# 補勾
paper-ask = { $what }：紙上誰打了勾，把號發給我。
    比如：1-12 15 18
    也可以：都來了，除了 3、5
paper-unreadable = 「{ $part }」我看不懂。只打號就行，比如：1-12 15 18
paper-nobody = 這樣就是一個人也沒勾。有人來的話，再打一遍號。
paper-preview = 是這 { $n } 個人來了，對嗎？
    { $names }
paper-row = { $n } 號 { $name }
paper-more = ……還有 { $n } 個
button-paper-keep = ✅ 對，記上
paper-kept = 記上了，{ $n } 個人。

# 直接來的人
walk-in-ask = { $what }：來的人叫什麼名字？
walk-in-which = 叫{ $name }的，是哪一個？
button-of-list = 📋 名單上的 { $n } 號 { $name }
walk-in-done = ✅ { $name }記上了，名單上是 { $n } 號。
button-walk-in-next = 🚶 還有人

# 散了以後
day-summed-up = { $what }結束了。名單上 { $seated } 個人，來了 { $here } 個。
    紙上還有沒記的，或者有人沒報名就來了，現在補上就行。
verdict-ask = 《{ $title }》辦完了。您覺得怎麼樣？點一下就行，辦活動的人只看得到總數，看不到是誰點的。
button-verdict-good = 👍 有用
button-verdict-fair = 👌 還行
button-verdict-poor = 👎 沒幫上
verdict-thanks = 謝謝！記下了。
button-verdict-more = ✍️ 想再說一句
verdict-known = 您已經說過了，謝謝。
remark-ask = 想說什麼，寫下來就行。滿三個人寫了，辦活動的人才看得到這些話，看不到是誰寫的。
remark-thanks = 謝謝！這句話帶到了。
button-said = 💬 大家覺得怎麼樣
said-head = 💬 《{ $title }》
said-too-few = { $n } 個人說了。滿三個人才看得到，免得猜出是誰說的。
said-counts = 👍 有用 { $good } · 👌 還行 { $fair } · 👎 沒幫上 { $poor }
said-words = 「{ $words }」

# 自己來了幾次
button-my-days = 📋 我來了幾次
days-head = 📋 《{ $title }》 { $name }
days-was-there = 來了。
days-nothing = 還沒有記錄。
days-count = 一共 { $all } 次，到現在 { $past } 次，來了 { $n } 次。
days-session = ✅ 第 { $n } 次 · { $at }
days-certificate = 📜 證書編號 { $number }
button-my-certificate = 📜 證書再發我一份

# 證書
certificate-word = 證書
button-certificates = 📜 發證書
certificates = 📜 《{ $title }》
    夠了次數還沒發的 { $due } 個人，發了的 { $given } 個人。
    點名字，給一個人發。發過的點開，能再發一份，也能收回。
certificates-none = 📜 《{ $title }》還沒記下誰來過。先補勾，再發證書。
button-give-all = 📜 一起發給這 { $n } 個人
button-give = ⬜ { $name } · 來了 { $n }/{ $of }
button-give-all-the-same = ▫️ { $name } · 來了 { $n }/{ $of }
button-given = 📜 { $name } · 發過了
button-revoked = ↩️ { $name } · 收回了
certificate-given-one = 📜 { $name }的證書發過了，編號 { $number }。
    名字改了就再發一份，照現在的名字，編號不變。發錯了就收回。
certificate-revoked-one = ↩️ { $name }的證書收回了，編號 { $number }。
    收回錯了就再發一份，編號不變，又算數了。
button-give-again = 📨 再發一份
button-revoke = ↩️ 收回
certificate-revoke = 收回{ $name }的證書？收回了會告訴本人；誰來查 { $number }，都會看到不算數了。
button-revoke-sure = ↩️ 對，收回
certificate-revoked = { $name }的證書收回了。
certificate-revoked-yours = ↩️ { $name }的《{ $title }》證書收回了，編號 { $number }，不算數了。不明白就找人說話。
certificate-is-revoked = 這份證書收回了，不算數了。不明白就找人說話。
certificates-given = 發了 { $n } 份。
certificate-given = { $name }的證書發了。
certificate-not-yet = 還沒上完。最後一次上完了再發證書。
certificate-name = 證書 { $number }
certificate-yours = 📜 { $name }的《{ $title }》證書，編號 { $number }。請到中心蓋章。要看真假，把編號發給我就行。
certificate-ask = 證書的編號是多少？照著證書打，比如：2026-003-173
certificate-unknown = 這裡沒有這個編號的證書。照著證書再看看數字；要是別的中心發的，到那邊問。
certificate-void = ❌ 不算數了。編號 { $number }，《{ $title }》的證書，{ $unit }{ $at }收回了。
certificate-true = ✅ 真的，是這裡發的。
    編號 { $number }
    { $name }
    《{ $title }》，{ $first } 到 { $last }，{ $sessions } 次來了 { $attended } 次
    { $unit }，{ $dated }，{ $by }發的
