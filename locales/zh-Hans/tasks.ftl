# 请志愿者搭把手：接事的人怎么请，志愿者怎么答应、怎么去，垫的钱怎么报。

button-helpers = 🤝 请志愿者
button-tasks = 📌 我答应的事
task-not-here = 这一类事不请志愿者。
task-ask-skill = 要请人来做什么？
task-anybody = 谁都行
task-ask-seats = 要几个人？也可以直接打数字。
task-count = { $n } 个人
task-seats-unclear = 请打一个数，1 到 { $limit }。
task-ask-when = 什么时候要人？
button-task-type-day = 📅 另选一天
task-type-day = 打日子发过来，比如：12月3日、12-3、下周三。
task-day-unclear = 没看明白是哪一天。打成这样就行：12月3日、12-3、下周三。
task-ask-part = 那一天的什么时候？
task-ask-sex = 要女的来，还是男的来？
task-wish-any = 都行
task-wish-f = 要女的
task-wish-m = 要男的
task-look = 您看对不对？发出去，先问最合适的几位。
    { $lines }
button-task-send = ✅ 发出去
button-task-again = ✏️ 重新说
task-sent = 好，去问了，看下面。
task-time-over = 那个时候已经过了，请再选一个。
task-too-far = 太远啦，{ $days } 天以内的才好约人。

task-when = 🕒 { $day } { $part }
task-what = 🤝 <b>{ $what }</b>
task-where = 📍 { $village }
task-seats = 要 { $n } 个人
task-sex-f = 要女的来
task-sex-m = 要男的来
tasks-of = 这件事请过志愿者，{ $n } 回还没完，点开看看：
button-task-look = { $what } { $when }
button-task-another = ➕ 再请人
task-card = <b>{ $head }</b>
    请志愿者：
    { $facts }

    { $lines }
task-helper = 👤 { $name } · { $state }
task-wanted = 还差 { $n } 个人，问了 { $asked } 位。
task-full = 人齐了。
task-code-word = 🔑 暗号“{ $word }”，来的人会说，那家人也知道。
task-over = 这回过了。
task-cancelled = 这回不请了。
button-task-more = ➕ 多要一个人
button-task-stop = ❌ 不用来了
button-task-stop-sure = 对，不用来了
task-stop-sure = 真不用来了？答应了的人会马上知道。
    { $facts }
task-stopped = 好，都告诉了，不用来了。
    { $head }
task-most-seats = 一回最多请 { $n } 个人。
toast-one-more = 好，要 { $n } 个人，再去问。
task-nobody-left = 🤷 能问的都问过了，还差 { $n } 个人。换个时候，或者找熟人问问。
    { $facts }
task-stayed-short = ⏰ 到时候了，还差 { $n } 个人。
    { $facts }
task-helper-released = ↩️ { $name }来不了了，正接着问别人。
    { $facts }
task-helper-missed = ⚠️ { $name }到点没动静，正接着问别人。
    { $facts }
task-helper-late-released = ↩️ { $name }来不了了。时候过了，没再问别人。
    { $facts }
task-helper-late-missed = ⚠️ { $name }一直没动静。时候过了，没再问别人。
    { $facts }
task-all-done = ✅ 来帮忙的都做完了。这件事要是办好了，点开说一声。
    { $facts }

task-offer = 有户人家要搭把手，您得空不？
    { $facts }
    去不去都行。您答应了，才告诉您是谁家。
button-task-accept = ✋ 我去
button-task-refuse = 🙏 这回去不了
task-covered = 谢谢您！人已经够了，下回再请您。
task-too-late = 这回过了，谢谢您。
task-called-off = 人家不用帮了，谢谢您。
task-not-any-more = 这回不用了，谢谢您。
task-you-rest = 您正歇着呢。想去的话，先打开“我想搭把手”，点“我又得空了”，再来点“我去”。
task-you-refused = 好，下回再说。
toast-seat-taken = 太好了，谢谢您！
toast-seat-refused = 没事，下回再说。

seat-card = <b>您答应的事</b> · { $state }
    { $facts }

    { $lines }
seat-code-word = 🔑 到门口说“{ $word }”，人家就知道是自己人。
seat-note-before = 📝 上回去的人说：{ $note }
seat-story = 他们发来的（{ $facts }）
seat-over = { $facts }
    { $state }
seat-accepted = 答应了
seat-on_way = 在路上
seat-there = 到了
seat-done = 做完了
seat-released = 来不了
seat-missed = 没来
seat-cancelled = 不用来了
seat-is = 这件事现在是“{ $state }”。
button-seat-on-way = 🚶 我出发了
button-seat-there = 📍 我到了
button-seat-done = ✅ 做完了
button-seat-release = 😔 去不了了
button-seat-release-sure = 对，去不了了
seat-release-sure = 真去不了？早说一声，就能早点另找人，不怪您。
    { $facts }
seat-released-thanks = 好，已经另找人了。谢谢您早说。
seat-called-off = 不用去了，谢谢您！
    { $facts }
seat-given-on = 到点没听到您的信儿，先让别人去了。没事，下回再请您。
    { $facts }
seat-new-word = 🔑 暗号换了，到门口说新的：
    { $card }
seat-while-away = 您那几天不在，这件事另找人了，您放心：
    { $facts }
seat-see-below = 看下面那张。
seat-remind = 🔔 跟您说一声，您答应过的：
    { $card }
seat-nudge = 🔔 人家在等着呢。您出发了没有？
    { $card }
seat-ask_done = 🔔 做完了没有？点一下就行。
    { $card }
seat-took = 辛苦您了！前后用了多久？
button-took-half = 半个钟头
button-took-one = 一个钟头
button-took-two = 两个钟头
button-took-four = 半天
button-took-unsaid = 不说了
seat-note-ask = 下回去的人要知道点什么？比如“耳朵背，大声说”。写一句，没有就点“没有”。
button-seat-no-note = 没有
seat-thanks = 谢谢您！记在您自己的卡片上了，只有您看得到。
button-seat-expense = 💰 我垫了钱
tasks = 您答应了 { $n } 件事，点开看看：
tasks-none = 眼下没有您答应的事。

told-helper-comes = 🤝 { $name }来帮忙。
    { $when }
    📱 { $phone }
    🔑 他到门口会说“{ $word }”；说不出来的，别开门。
told-helper-on-way = 🚶 { $name }出发了，一会儿就到。
told-helper-not-coming = ↩️ { $name }来不了了，正在另找人，找到了告诉您。
told-helper-did-not-come = ↩️ { $name }没来成。时候过了，这回不另找人了；还要人帮，跟我们说一声。
told-new-word = 🔑 暗号换了：{ $name }到门口会说“{ $word }”。
told-helpers-off = 这回不请志愿者了，没有人过来。

expense-ask-amount = 垫了多少钱？打个数，比如“12.5”。
expense-ask-what = 买了什么？写一句。
expense-ask-receipt = 拍一张收据发过来。没有就点“没有收据”。
button-no-receipt = 没有收据
expense-amount-unclear = 没看明白是多少。打个数就行，比如“12.5”。
expense-too-much = 一笔最多 { $yuan } 元。再多的，先跟专干说一声。
expense-too-many = 一件事最多报 { $n } 笔。
expense-photo-please = 请拍一张收据，没有就点“没有收据”。
expense-asked-for = 好，{ $yuan } 元，专干看过就告诉您。
expense-card = 💰 <b>{ $name }</b>垫了 <b>{ $yuan } 元</b>：{ $what }
    { $lines }
expense-no-receipt = ⚠️ 没有收据
expense-receipt = { $yuan } 元的收据
expense-approved = ✅ 同意了
expense-declined = 没同意：{ $reason }
button-expense-approve = ✅ 同意
button-expense-decline = 不同意
expense-why = 为什么不同意？写一句，他看得到。
expense-told-approved = ✅ 您垫的 { $yuan } 元（{ $what }）同意了，到服务中心领。
expense-told-declined = 您垫的 { $yuan } 元（{ $what }）没同意：{ $reason }
