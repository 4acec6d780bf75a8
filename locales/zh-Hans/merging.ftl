# 两件并成一件办，一件分成两件办；发出去之前，看看是不是提过了。

duplicate-own = 这件事您提过，还在办：
    { $items }
    加到那件里，还是另外提？
duplicate-household = 您家已经提过这件事：
    { $items }
    加到那件里，还是另外提？
duplicate-row-new = · { $head }（刚提的）
duplicate-row = · { $head }（{ $days } 天前提的）
duplicate-gone = 那件事刚才办完了，要不就是不办了。请当另外一件提。
button-add-to = ➕ 加到 { $number } 号
button-send-anyway = 🆕 另外提一件
sent-joined = ✅ 收到了：<b>{ $head }</b>
    跟您家那件一起办。{ $where }
    您自己的号您自己问。

button-merge = 🔗 跟另一件并一起办
button-split = ✂️ 其实是两件事
button-together =
    { $count ->
       *[other] 🔗 并进来的 { $count } 件
    }
button-unmerge = ✂️ 拆开，单独办
button-open-main = 🔗 看主要的那件
button-merge-yes = ✅ 并一起办
merge-which = 跟哪一件并一起办？
merge-none = 您手上没有别的同一类的事。要并的那件，先接过来再并。
merge-sure = { $main }
    { $child }
    这两件并一起办？往后都在 { $number } 号上点，您在那件里说的话，几边都收得到。
toast-merged = 好，一起办。
toast-unmerged = 好，单独办。
together = 并在一起办的，点号看看：
together-none = 这件里没有并别的事。
numbers-and = { $numbers }、{ $number }
numbers-more = { $numbers }……
card-note-merged = 🔗（并了 { $numbers } 号）您在这件里说的话，几边都收得到。
card-note-follows = 🔗 并在 { $number } 号里一起办。
speak-now-merged = { $head }
    您说吧，{ $numbers } 号的人都收得到。只想跟一个人说，到他那一件里说。
told-joined = 🔗 { $head }
    又有人提了同一件事，{ $number } 号，一起办。
told-merged = 🔗 您这件跟差不多的事一起办了。号不变，办到哪一步照样告诉您。
told-unmerged = ✂️ 您这件单独办了，还是{ $role }在办，{ $due } 之前办好。
told-alone = { $head }
    原来跟 { $number } 号一起办，往后单独办，还在您手上。
told-reopened-elsewhere = { $head }
    对方说还没办好，这回请别人接着办。您歇歇。
refused-merged = 这件跟别的并在一起办，请到那一件上点。要单独办，先拆开。
refused-not-merged = 这件本来就是单独办的。
refused-merge-same = 这两件已经在一起办了。
refused-merge-apart = 不是同一类的事，并不到一起。
refused-merge-over = 有一件已经办完了，并不了。

split-which = 那第二件是哪方面的事？
split-words = { $head }
    写一句第二件是什么事。村民看得到，接手的人也看得到。
split-done = ✂️ 第二件另外立了号：{ $head }
    已经告诉村民了。原来这件还在您手上。
told-split = ✂️ 您说的其实是两件事。{ $number } 号照旧办，{ $role }把这一件另外立了号，单独办：
    { $words }
    { $where }
refused-words-missing = 要写一句是什么事。
