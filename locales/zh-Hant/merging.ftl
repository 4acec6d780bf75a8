# 兩件併成一件辦，一件分成兩件辦；送出去之前，看看是不是提過了。

duplicate-own = 這件事您提過，還在辦：
    { $items }
    加到那件裡，還是另外提？
duplicate-household = 您家已經提過這件事：
    { $items }
    加到那件裡，還是另外提？
duplicate-row-new = · { $head }（剛提的）
duplicate-row = · { $head }（{ $days } 天前提的）
duplicate-gone = 那件事剛才辦完了，要不就是不辦了。請當另外一件提。
button-add-to = ➕ 加到 { $number } 號
button-send-anyway = 🆕 另外提一件
sent-joined = ✅ 收到了：<b>{ $head }</b>
    跟您家那件一起辦。{ $where }
    您自己的號您自己問。

button-merge = 🔗 跟另一件併一起辦
button-split = ✂️ 其實是兩件事
button-together =
    { $count ->
       *[other] 🔗 併進來的 { $count } 件
    }
button-unmerge = ✂️ 拆開，單獨辦
button-open-main = 🔗 看主要的那件
button-merge-yes = ✅ 併一起辦
merge-which = 跟哪一件併一起辦？
merge-none = 您手上沒有別的同一類的事。要併的那件，先接過來再併。
merge-sure = { $main }
    { $child }
    這兩件併一起辦？往後都在 { $number } 號上點，您在那件裡說的話，幾邊都收得到。
toast-merged = 好，一起辦。
toast-unmerged = 好，單獨辦。
together = 併在一起辦的，點號看看：
together-none = 這件裡沒有併別的事。
numbers-and = { $numbers }、{ $number }
numbers-more = { $numbers }……
card-note-merged = 🔗（併了 { $numbers } 號）您在這件裡說的話，幾邊都收得到。
card-note-follows = 🔗 併在 { $number } 號裡一起辦。
speak-now-merged = { $head }
    您說吧，{ $numbers } 號的人都收得到。只想跟一個人說，到他那一件裡說。
told-joined = 🔗 { $head }
    又有人提了同一件事，{ $number } 號，一起辦。
told-merged = 🔗 您這件跟差不多的事一起辦了。號不變，辦到哪一步照樣告訴您。
told-unmerged = ✂️ 您這件單獨辦了，還是{ $role }在辦，{ $due } 之前辦好。
told-alone = { $head }
    原來跟 { $number } 號一起辦，往後單獨辦，還在您手上。
told-reopened-elsewhere = { $head }
    對方說還沒辦好，這回請別人接著辦。您歇一歇。
refused-merged = 這件跟別的併在一起辦，請到那一件上點。要單獨辦，先拆開。
refused-not-merged = 這件本來就是單獨辦的。
refused-merge-same = 這兩件已經在一起辦了。
refused-merge-apart = 不是同一類的事，併不到一起。
refused-merge-over = 有一件已經辦完了，併不了。

split-which = 那第二件是哪方面的事？
split-words = { $head }
    寫一句第二件是什麼事。村民看得到，接手的人也看得到。
split-done = ✂️ 第二件另外立了號：{ $head }
    已經告訴村民了。原來這件還在您手上。
told-split = ✂️ 您說的其實是兩件事。{ $number } 號照舊辦，{ $role }把這一件另外立了號，單獨辦：
    { $words }
    { $where }
refused-words-missing = 要寫一句是什麼事。
