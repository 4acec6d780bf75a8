# 一件事的卡片，和它每一步的消息。

card-short = { $number } 号 · { $what }
card-headline = { $number } 号 { $line }
card-headline-topic = { $number } 号 { $line } · { $topic }
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
card-why-new = 您接了才看得到是谁、什么事。
card-why-risen = 这个岗位眼下没人，交到您这儿了。
card-why-returned = 别人退回来的。
card-why-returned-reason = 别人退回来的：{ $reason }
card-why-transferred = 别处转过来的。
card-why-transferred-reason = 别处转过来的：{ $reason }
card-why-reopened = 说是没办好，又打开了。
card-why-reopened-reason = 说是没办好：{ $reason }
card-gone = { $card }
    { $why }
card-taken-by = ✅ { $role }已经接了。
card-cancelled = 村民不办了。
card-held = { $facts }
    { $status }

    { $who }
    { $story }

    { $note }
card-who = 👤 { $name }  📱 { $phone }
card-who-proxy = 👤 { $name }  📱 { $phone }
    （{ $proxy }代办  📱 { $proxyphone }）
card-note-none = 您发的话会转给对方，互相看不到账号。
card-note-secret = 🔒 这件事要保密，只有您看得到。
card-note-reopened = 🔁 对方说没办好：{ $reason }
card-mine = <b>{ $head }</b>
    { $status }
    { $where }
    { $person }
    { $asked } 提的：
    { $story }
card-for = 替{ $name }办的
card-for-self = 您自己的事
card-other = { $facts }
    { $where }
where-waiting = 已经交给{ $role }，{ $due } 之前会有人接；没人接就交给{ $next }。
where-assigned = { $role }接了，{ $due } 之前办好。
where-in_progress = { $role }正在办，{ $due } 之前办好。
where-reopened = { $role }接着办，{ $due } 之前办好。
where-done = 说是办好了。您看办好没有？
where-closed = 这件事办完了。
where-cancelled = 这件事您说不办了。
where-declined = 说是办不了。您觉得不对，可以再提。

button-take = ✋ 我来接
button-speak = 💬 跟他说话
button-add-word = 💬 再说几句
button-start = ▶️ 开始办
button-finish = ✅ 办好了
button-hand-on = ↪️ 办不了，转出去、合并、分开
button-return = ↩️ 退回去，换个人办
button-transfer = 🔀 不是我这类，转给别的岗位
button-decline = 🚫 这事办不了
button-confirm = 👍 办好了
button-refuse = 👎 没办好
button-reopen = 🔁 再提一次
button-cancel-request = ❌ 不用办了
button-cancel-yes = 对，不用办了
button-cancel-no = 还是要办
button-stars = { $stars } 分
button-rating-word = ✍️ 说一句

mine = 您提的事，点号看看：
    { $items }
mine-row = · { $head }
    { $status }
mine-none = 您还没提过事。要办什么，直接说就行。
desk = 待办的事，一共 { $count } 件，急的在前：
    { $items }
desk-urgent-row = 🚨 <b>{ $head }</b>
    　{ $village }，{ $due } 之前
desk-late-row = ⏰ { $head }
    　{ $village }，过了 { $due }
desk-held-row = 📌 { $head }
    　{ $village }，{ $due } 之前办好
desk-new-row = 🆕 { $head }
    　{ $village }，{ $due } 之前接
desk-empty = 眼下没有待办的事，歇口气。
desk-no-role = 这个是接事的人用的。您要办事，直接说就行。
toast-taken = 归您了，谢谢！
toast-started = 好，告诉他了。
finished = ✅ { $head }
    已经告诉对方，等他点头。三天没回话，就算办完。
confirmed = 👍 { $head }
    太好了！您给打几分？
rated = 记下了，{ $stars } 分，谢谢您！
cancelled = { $head }
    好，不办了。
cancel-sure = { $head }
    真不用办了？
hand-on = { $head }
    您看怎么办？
transfer-where = 转到哪一类？
reason-return = { $head }
    为什么退回去？写一句，接手的人好知道。
reason-transfer = { $head }
    为什么转过去？写一句。
reason-decline = { $head }
    为什么办不了？写给村民看，说明白、客气些。
reason-refuse = { $head }
    哪里没办好？说一句。
reason-reopen = { $head }
    为什么要再提？说一句。
reason-word = { $head }
    您想说句什么？
reason-in-words = 请打几个字。
reason-return-done = ↩️ { $head }
    退回去了。
reason-transfer-done = 🔀 { $head }
    转过去了。
reason-decline-done = 🚫 { $head }
    已经跟村民说了。
reason-refuse-done = 🔁 { $head }
    好，再办，已经告诉他们了。
reason-reopen-done = 🔁 { $head }
    又打开了，已经告诉他们了。
reason-word-done = 谢谢您的话，转到了。

told-asker = { $head }
    { $news }
told-taken = ✋ { $role }接了，{ $due } 之前办好。有话直接回这条就行。
told-started = ▶️ { $role }开始办了。
told-done = ✅ { $role }说办好了。您看办好没有？{ $closes } 之前没回话，就算办完。
told-returned = ↩️ 换个人给您办。{ $where }
told-transferred = 🔀 这件事转到{ $line }了。{ $where }
told-declined = 🚫 { $role }说这事办不了：{ $reason }
told-closed = 三天没听到您说，就算办完了。没办好，十四天里还可以再提。
told-confirmed = 👍 { $head }
    村民说办好了，辛苦您！
told-cancelled = { $head }
    村民说不用办了。
told-risen = { $head }
    对方还是不满意，这回交给上面的人接着办。您歇歇。
told-rated = { $head }
    村民打了 { $stars } 分，说：{ $word }

refused-not-yours = 这件事不在您手上。
refused-reason-missing = 要写一句原因。
refused-state = 现在不能这么办了，这件事是“{ $status }”。
refused-taken = { $role }先接啦，谢谢您！
refused-line = 本来就是这一类。请选别的一类。
refused-too-late = 过了十四天啦。请当一件新的事再提。
refused-over = 这件事“{ $status }”，话转不过去了。要办就再提一件。
card-due = ⏳ { $due } 之前要有人接
card-due-held = ⏳ { $due } 之前办好
card-late = ⏰ 过了 { $due } 了
card-why-unanswered = 前面的人一直没接，交到您这儿了。
card-why-urgent = 能去的马上去。点“我来接”，他就知道谁来了。
card-again = 又问了一遍，看下面那张。
