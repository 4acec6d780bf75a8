# 請志工搭把手：接事的人怎麼請，志工怎麼答應、怎麼去，墊的錢怎麼報。

button-helpers = 🤝 請志工
button-tasks = 📌 我答應的事
task-not-here = 這一類事不請志工。
task-ask-skill = 要請人來做什麼？
task-anybody = 誰都行
task-ask-seats = 要幾個人？也可以直接打數字。
task-count = { $n } 個人
task-seats-unclear = 請打一個數，1 到 { $limit }。
task-ask-when = 什麼時候要人？
button-task-type-day = 📅 另選一天
task-type-day = 打日子發過來，比如：12月3日、12-3、下週三。
task-day-unclear = 沒看明白是哪一天。打成這樣就行：12月3日、12-3、下週三。
task-ask-part = 那一天的什麼時候？
task-ask-sex = 要女的來，還是男的來？
task-wish-any = 都行
task-wish-f = 要女的
task-wish-m = 要男的
task-look = 您看對不對？發出去，先問最合適的幾位。
    { $lines }
button-task-send = ✅ 發出去
button-task-again = ✏️ 重新說
task-sent = 好，去問了，看下面。
task-time-over = 那個時候已經過了，請再選一個。
task-too-far = 太遠啦，{ $days } 天以內的才好約人。

task-when = 🕒 { $day } { $part }
task-what = 🤝 <b>{ $what }</b>
task-where = 📍 { $village }
task-seats = 要 { $n } 個人
task-sex-f = 要女的來
task-sex-m = 要男的來
tasks-of = 這件事請過志工，{ $n } 回還沒完，點開看看：
button-task-look = { $what } { $when }
button-task-another = ➕ 再請人
task-card = <b>{ $head }</b>
    請志工：
    { $facts }

    { $lines }
task-helper = 👤 { $name } · { $state }
task-wanted = 還差 { $n } 個人，問了 { $asked } 位。
task-full = 人齊了。
task-code-word = 🔑 暗號「{ $word }」，來的人會說，那家人也知道。
task-over = 這回過了。
task-cancelled = 這回不請了。
button-task-more = ➕ 多要一個人
button-task-stop = ❌ 不用來了
button-task-stop-sure = 對，不用來了
task-stop-sure = 真不用來了？答應了的人會馬上知道。
    { $facts }
task-stopped = 好，都告訴了，不用來了。
    { $head }
task-most-seats = 一回最多請 { $n } 個人。
toast-one-more = 好，要 { $n } 個人，再去問。
task-nobody-left = 🤷 能問的都問過了，還差 { $n } 個人。換個時候，或者找熟人問問。
    { $facts }
task-stayed-short = ⏰ 到時候了，還差 { $n } 個人。
    { $facts }
task-helper-released = ↩️ { $name }來不了了，正接著問別人。
    { $facts }
task-helper-missed = ⚠️ { $name }到點沒動靜，正接著問別人。
    { $facts }
task-helper-late-released = ↩️ { $name }來不了了。時候過了，沒再問別人。
    { $facts }
task-helper-late-missed = ⚠️ { $name }一直沒動靜。時候過了，沒再問別人。
    { $facts }
task-all-done = ✅ 來幫忙的都做完了。這件事要是辦好了，點開說一聲。
    { $facts }

task-offer = 有戶人家要搭把手，您得空不？
    { $facts }
    去不去都行。您答應了，才告訴您是誰家。
button-task-accept = ✋ 我去
button-task-refuse = 🙏 這回去不了
task-covered = 謝謝您！人已經夠了，下回再請您。
task-too-late = 這回過了，謝謝您。
task-called-off = 人家不用幫了，謝謝您。
task-not-any-more = 這回不用了，謝謝您。
task-you-rest = 您正歇著呢。想去的話，先打開「我想搭把手」，點「我又得空了」，再來點「我去」。
task-you-refused = 好，下回再說。
toast-seat-taken = 太好了，謝謝您！
toast-seat-refused = 沒事，下回再說。

seat-card = <b>您答應的事</b> · { $state }
    { $facts }

    { $lines }
seat-code-word = 🔑 到門口說「{ $word }」，人家就知道是自己人。
seat-note-before = 📝 上回去的人說：{ $note }
seat-story = 他們發來的（{ $facts }）
seat-over = { $facts }
    { $state }
seat-accepted = 答應了
seat-on_way = 在路上
seat-there = 到了
seat-done = 做完了
seat-released = 來不了
seat-missed = 沒來
seat-cancelled = 不用來了
seat-is = 這件事現在是「{ $state }」。
button-seat-on-way = 🚶 我出發了
button-seat-there = 📍 我到了
button-seat-done = ✅ 做完了
button-seat-release = 😔 去不了了
button-seat-release-sure = 對，去不了了
seat-release-sure = 真去不了？早說一聲，就能早點另找人，不怪您。
    { $facts }
seat-released-thanks = 好，已經另找人了。謝謝您早說。
seat-called-off = 不用去了，謝謝您！
    { $facts }
seat-given-on = 到點沒聽到您的信兒，先讓別人去了。沒事，下回再請您。
    { $facts }
seat-new-word = 🔑 暗號換了，到門口說新的：
    { $card }
seat-while-away = 您那幾天不在，這件事另找人了，您放心：
    { $facts }
seat-see-below = 看下面那張。
seat-remind = 🔔 跟您說一聲，您答應過的：
    { $card }
seat-nudge = 🔔 人家在等著呢。您出發了沒有？
    { $card }
seat-ask_done = 🔔 做完了沒有？點一下就行。
    { $card }
seat-took = 辛苦您了！前後用了多久？
button-took-half = 半個鐘頭
button-took-one = 一個鐘頭
button-took-two = 兩個鐘頭
button-took-four = 半天
button-took-unsaid = 不說了
seat-note-ask = 下回去的人要知道點什麼？比如「耳朵背，大聲說」。寫一句，沒有就點「沒有」。
button-seat-no-note = 沒有
seat-thanks = 謝謝您！記在您自己的卡片上了，只有您看得到。
button-seat-expense = 💰 我墊了錢
tasks = 您答應了 { $n } 件事，點開看看：
tasks-none = 眼下沒有您答應的事。

told-helper-comes = 🤝 { $name }來幫忙。
    { $when }
    📱 { $phone }
    🔑 他到門口會說「{ $word }」；說不出來的，別開門。
told-helper-on-way = 🚶 { $name }出發了，一會兒就到。
told-helper-not-coming = ↩️ { $name }來不了了，正在另找人，找到了告訴您。
told-helper-did-not-come = ↩️ { $name }沒來成。時候過了，這回不另找人了；還要人幫，跟我們說一聲。
told-new-word = 🔑 暗號換了：{ $name }到門口會說「{ $word }」。
told-helpers-off = 這回不請志工了，沒有人過來。

expense-ask-amount = 墊了多少錢？打個數，比如「12.5」。
expense-ask-what = 買了什麼？寫一句。
expense-ask-receipt = 拍一張收據發過來。沒有就點「沒有收據」。
button-no-receipt = 沒有收據
expense-amount-unclear = 沒看明白是多少。打個數就行，比如「12.5」。
expense-too-much = 一筆最多 { $yuan } 元。再多的，先跟專員說一聲。
expense-too-many = 一件事最多報 { $n } 筆。
expense-photo-please = 請拍一張收據，沒有就點「沒有收據」。
expense-asked-for = 好，{ $yuan } 元，專員看過就告訴您。
expense-card = 💰 <b>{ $name }</b>墊了 <b>{ $yuan } 元</b>：{ $what }
    { $lines }
expense-no-receipt = ⚠️ 沒有收據
expense-receipt = { $yuan } 元的收據
expense-approved = ✅ 同意了
expense-declined = 沒同意：{ $reason }
button-expense-approve = ✅ 同意
button-expense-decline = 不同意
expense-why = 為什麼不同意？寫一句，他看得到。
expense-told-approved = ✅ 您墊的 { $yuan } 元（{ $what }）同意了，到服務中心領。
expense-told-declined = 您墊的 { $yuan } 元（{ $what }）沒同意：{ $reason }
