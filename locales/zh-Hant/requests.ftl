# 一件事的卡片，和它每一步的訊息。

card-short = { $number } 號 · { $what }
card-headline = { $number } 號 { $line }
card-headline-topic = { $number } 號 { $line } · { $topic }
card-facts = <b>{ $head }</b>
    📍 { $center } · { $village }
    🕒 { $asked } 提的
    { $due }
card-facts-urgent = 🚨🚨 <b>急事！{ $head }</b>
    📍 { $center } · { $village }
    🕒 { $asked } 提的
    { $due }
card-offer = { $facts }
    { $why }
card-why-new = 您接了才看得到是誰、什麼事。
card-why-risen = 這個職務現在沒人，交到您這邊了。
card-why-returned = 別人退回來的。
card-why-returned-reason = 別人退回來的：{ $reason }
card-why-transferred = 別處轉過來的。
card-why-transferred-reason = 別處轉過來的：{ $reason }
card-why-reopened = 說是沒辦好，又打開了。
card-why-reopened-reason = 說是沒辦好：{ $reason }
card-gone = { $card }
    { $why }
card-taken-by = ✅ { $role }已經接了。
card-cancelled = 村民不辦了。
card-held = { $facts }
    { $status }

    { $who }
    { $story }

    { $note }
card-who = 👤 { $name }  📱 { $phone }
card-who-proxy = 👤 { $name }  📱 { $phone }
    （{ $proxy }代辦  📱 { $proxyphone }）
card-note-none = 您傳的話會轉給對方，互相看不到帳號。
card-note-secret = 🔒 這件事要保密，只有您看得到。
card-note-reopened = 🔁 對方說沒辦好：{ $reason }
card-mine = <b>{ $head }</b>
    { $status }
    { $where }
    { $person }
    { $asked } 提的：
    { $story }
card-for = 替{ $name }辦的
card-for-self = 您自己的事
card-other = { $facts }
    { $where }
where-waiting = 已經交給{ $role }，{ $due } 之前會有人接；沒人接就交給{ $next }。
where-assigned = { $role }接了，{ $due } 之前辦好。
where-in_progress = { $role }正在辦，{ $due } 之前辦好。
where-reopened = { $role }接著辦，{ $due } 之前辦好。
where-done = 說是辦好了。您看辦好沒有？
where-closed = 這件事辦完了。
where-cancelled = 這件事您說不辦了。
where-declined = 說是辦不了。您覺得不對，可以再提。

button-take = ✋ 我來接
button-speak = 💬 跟他說話
button-add-word = 💬 再說幾句
button-start = ▶️ 開始辦
button-finish = ✅ 辦好了
button-hand-on = ↪️ 辦不了，轉出去、合併、分開
button-return = ↩️ 退回去，換個人辦
button-transfer = 🔀 不是我這類，轉給別的職務
button-decline = 🚫 這事辦不了
button-confirm = 👍 辦好了
button-refuse = 👎 沒辦好
button-reopen = 🔁 再提一次
button-cancel-request = ❌ 不用辦了
button-cancel-yes = 對，不用辦了
button-cancel-no = 還是要辦
button-stars = { $stars } 分
button-rating-word = ✍️ 說一句

mine = 您提的事，點號看看：
    { $items }
mine-row = · { $head }
    { $status }
mine-none = 您還沒提過事。要辦什麼，直接說就好。
desk = 待辦的事，一共 { $count } 件，急的在前：
    { $items }
desk-urgent-row = 🚨 <b>{ $head }</b>
    　{ $village }，{ $due } 之前
desk-late-row = ⏰ { $head }
    　{ $village }，過了 { $due }
desk-held-row = 📌 { $head }
    　{ $village }，{ $due } 之前辦好
desk-new-row = 🆕 { $head }
    　{ $village }，{ $due } 之前接
desk-empty = 現在沒有待辦的事，喘口氣。
desk-no-role = 這個是接事的人用的。您要辦事，直接說就好。
toast-taken = 歸您了，謝謝！
toast-started = 好，告訴他了。
finished = ✅ { $head }
    已經告訴對方，等他點頭。三天沒回話，就算辦完。
confirmed = 👍 { $head }
    太好了！您給幾分？
rated = 記下了，{ $stars } 分，謝謝您！
cancelled = { $head }
    好，不辦了。
cancel-sure = { $head }
    真不用辦了？
hand-on = { $head }
    您看怎麼辦？
transfer-where = 轉到哪一類？
reason-return = { $head }
    為什麼退回去？寫一句，接手的人好知道。
reason-transfer = { $head }
    為什麼轉過去？寫一句。
reason-decline = { $head }
    為什麼辦不了？寫給村民看，說明白、客氣些。
reason-refuse = { $head }
    哪裡沒辦好？說一句。
reason-reopen = { $head }
    為什麼要再提？說一句。
reason-word = { $head }
    您想說句什麼？
reason-in-words = 請打幾個字。
reason-return-done = ↩️ { $head }
    退回去了。
reason-transfer-done = 🔀 { $head }
    轉過去了。
reason-decline-done = 🚫 { $head }
    已經跟村民說了。
reason-refuse-done = 🔁 { $head }
    好，再辦，已經告訴他們了。
reason-reopen-done = 🔁 { $head }
    又打開了，已經告訴他們了。
reason-word-done = 謝謝您的話，轉到了。

told-asker = { $head }
    { $news }
told-taken = ✋ { $role }接了，{ $due } 之前辦好。有話直接回這則就好。
told-started = ▶️ { $role }開始辦了。
told-done = ✅ { $role }說辦好了。您看辦好沒有？{ $closes } 之前沒回話，就算辦完。
told-returned = ↩️ 換個人給您辦。{ $where }
told-transferred = 🔀 這件事轉到{ $line }了。{ $where }
told-declined = 🚫 { $role }說這事辦不了：{ $reason }
told-closed = 三天沒聽到您說，就算辦完了。沒辦好，十四天裡還可以再提。
told-confirmed = 👍 { $head }
    村民說辦好了，辛苦您！
told-cancelled = { $head }
    村民說不用辦了。
told-risen = { $head }
    對方還是不滿意，這回交給上面的人接著辦。您歇一歇。
told-rated = { $head }
    村民給了 { $stars } 分，說：{ $word }

refused-not-yours = 這件事不在您手上。
refused-reason-missing = 要寫一句原因。
refused-state = 現在不能這麼辦了，這件事是「{ $status }」。
refused-taken = { $role }先接啦，謝謝您！
refused-line = 本來就是這一類。請選別的一類。
refused-too-late = 過了十四天啦。請當一件新的事再提。
refused-over = 這件事「{ $status }」，話轉不過去了。要辦就再提一件。
card-due = ⏳ { $due } 之前要有人接
card-due-held = ⏳ { $due } 之前辦好
card-late = ⏰ 過了 { $due } 了
card-why-unanswered = 前面的人一直沒接，交到您這兒了。
card-why-urgent = 能去的馬上去。點「我來接」，他就知道誰來了。
card-again = 又問了一遍，看下面那張。
