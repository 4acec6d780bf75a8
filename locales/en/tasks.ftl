# Asking volunteers for a hand: how a holder asks, how volunteers answer and go, and what they laid out.

button-helpers = 🤝 Ask volunteers
button-tasks = 📌 What I promised
task-not-here = Volunteers are not asked for this kind of request.
task-ask-skill = What should they do?
task-anybody = Anybody
task-ask-seats = How many people? You can also type a number.
task-count = { $n ->
        [one] One person
       *[other] { $n } people
    }
task-seats-unclear = Please type a number from 1 to { $limit }.
task-ask-when = When?
button-task-type-day = 📅 Another day
task-type-day = Type the day, for example 3 Dec, 12-3, next Wednesday's date.
task-day-unclear = I didn't understand the day. Type it like this: 3 Dec, 12-3, tomorrow.
task-ask-part = At what time of that day?
task-ask-sex = Should a woman come, or a man?
task-wish-any = Either
task-wish-f = A woman
task-wish-m = A man
task-look = Is this right? It goes to the most suitable few first.
    { $lines }
button-task-send = ✅ Send
button-task-again = ✏️ Start over
task-sent = Asking now, see below.
task-time-over = That time has passed, please choose another.
task-too-far = That is too far ahead: at most { $days } days.

task-when = 🕒 { $day }, { $part }
task-what = 🤝 <b>{ $what }</b>
task-where = 📍 { $village }
task-seats = { $n ->
        [one] One person is wanted
       *[other] { $n } people are wanted
    }
task-sex-f = A woman is asked for
task-sex-m = A man is asked for
tasks-of = { $n ->
        [one] Volunteers have been asked once for this; tap to look:
       *[other] Volunteers have been asked { $n } times for this; tap to look:
    }
button-task-look = { $what } { $when }
button-task-another = ➕ Ask for more
task-card = <b>{ $head }</b>
    Volunteers:
    { $facts }

    { $lines }
task-helper = 👤 { $name } · { $state }
task-wanted = { $n } still wanted, { $asked } asked so far.
task-full = Everybody is found.
task-code-word = 🔑 Code word “{ $word }”: whoever comes says it, and the household knows it.
task-over = It is over.
task-cancelled = Called off.
button-task-more = ➕ One more person
button-task-stop = ❌ Nobody needs to come
button-task-stop-sure = Yes, call it off
task-stop-sure = Really call it off? Those who promised hear it at once.
    { $facts }
task-stopped = Everybody has been told.
    { $head }
task-most-seats = At most { $n } people at a time.
toast-one-more = { $n } people now; asking on.
task-nobody-left = 🤷 Everybody who could be asked has been, and { $n } are still missing. Try another time, or ask people you know.
    { $facts }
task-stayed-short = ⏰ It is time, and { $n } are still missing.
    { $facts }
task-helper-released = ↩️ { $name } can't come; others are being asked.
    { $facts }
task-helper-missed = ⚠️ Nothing was heard of { $name }; others are being asked.
    { $facts }
task-helper-late-released = ↩️ { $name } can't come. The time is over, so nobody else is asked.
    { $facts }
task-helper-late-missed = ⚠️ Nothing was heard of { $name }. The time is over, so nobody else is asked.
    { $facts }
task-all-done = ✅ Everybody who came to help is done. If the request is finished, open it and say so.
    { $facts }

task-offer = A household could use a hand. Do you have time?
    { $facts }
    It's up to you. Once you say yes, you'll see who it is.
button-task-accept = ✋ I'll go
button-task-refuse = 🙏 Not this time
task-covered = Thank you! There are enough people already; another time.
task-too-late = It is over, thank you.
task-called-off = They don't need help any more, thank you.
task-not-any-more = This is not needed any more, thank you.
task-you-rest = You are taking a rest. If you would like to go, open “I'd like to lend a hand”, tap “I have time again”, and then “I'll go”.
task-you-refused = All right, another time.
toast-seat-taken = Wonderful, thank you!
toast-seat-refused = No problem, another time.

seat-card = <b>You promised to help</b> · { $state }
    { $facts }

    { $lines }
seat-code-word = 🔑 Say “{ $word }” at the door, so they know who you are.
seat-note-before = 📝 Whoever was there last says: { $note }
seat-story = What they sent ({ $facts })
seat-over = { $facts }
    { $state }
seat-accepted = promised
seat-on_way = on the way
seat-there = there
seat-done = done
seat-released = can't come
seat-missed = did not come
seat-cancelled = not needed
seat-is = This is “{ $state }” now.
button-seat-on-way = 🚶 I'm on my way
button-seat-there = 📍 I'm there
button-seat-done = ✅ Done
button-seat-release = 😔 I can't come
button-seat-release-sure = No, I can't
seat-release-sure = You really can't? Said early, somebody else is found early. Nobody minds.
    { $facts }
seat-released-thanks = Somebody else is being asked. Thank you for saying so early.
seat-called-off = You don't need to go, thank you!
    { $facts }
seat-given-on = We didn't hear from you in time, so somebody else was asked. No harm done.
    { $facts }
seat-new-word = 🔑 There is a new code word to say at the door:
    { $card }
seat-while-away = You are away then, so somebody else is being found for this. Don't worry:
    { $facts }
seat-see-below = See below.
seat-remind = 🔔 A reminder of what you promised:
    { $card }
seat-nudge = 🔔 They are waiting. Have you set out?
    { $card }
seat-ask_done = 🔔 Is it done? One tap is enough.
    { $card }
seat-took = Thank you! How long did it take?
button-took-half = Half an hour
button-took-one = One hour
button-took-two = Two hours
button-took-four = Half a day
button-took-unsaid = Rather not say
seat-note-ask = Is there anything the next one should know, for example “hard of hearing, speak up”? Write a sentence, or tap “No”.
button-seat-no-note = No
seat-thanks = Thank you! It is on your own card; only you can see it.
button-seat-expense = 💰 I paid for something
tasks = { $n ->
        [one] You promised one thing, tap to look:
       *[other] You promised { $n } things, tap to look:
    }
tasks-none = You haven't promised anything at the moment.

told-helper-comes = 🤝 { $name } will come to help.
    { $when }
    📱 { $phone }
    🔑 At the door they will say “{ $word }”. Don't open to anybody who can't.
told-helper-on-way = 🚶 { $name } is on the way.
told-helper-not-coming = ↩️ { $name } can't come. We're asking others and will tell you.
told-helper-did-not-come = ↩️ { $name } did not make it. The time is over, so nobody else is asked this time; if you still need help, tell us.
told-new-word = 🔑 There is a new code word: { $name } will say “{ $word }” at the door.
told-helpers-off = Volunteers are not needed after all; nobody will come.

expense-ask-amount = How much did you pay? Type the amount, for example “12.5”.
expense-ask-what = What was it for? One sentence.
expense-ask-receipt = Send a photo of the receipt, or tap “No receipt”.
button-no-receipt = No receipt
expense-amount-unclear = I didn't understand the amount. Just type a number, for example “12.5”.
expense-too-much = At most { $yuan } yuan at a time. For more, please ask the officer first.
expense-too-many = At most { $n } expenses for one task.
expense-photo-please = Please send a photo of the receipt, or tap “No receipt”.
expense-asked-for = { $yuan } yuan. The officer will look at it and tell you.
expense-card = 💰 <b>{ $name }</b> paid <b>{ $yuan } yuan</b>: { $what }
    { $lines }
expense-no-receipt = ⚠️ No receipt
expense-receipt = The receipt for { $yuan } yuan
expense-approved = ✅ Approved
expense-declined = Declined: { $reason }
button-expense-approve = ✅ Approve
button-expense-decline = Decline
expense-why = Why not? One sentence; they will read it.
expense-told-approved = ✅ Your { $yuan } yuan ({ $what }) are approved. Please collect them at the center.
expense-told-declined = Your { $yuan } yuan ({ $what }) were declined: { $reason }
