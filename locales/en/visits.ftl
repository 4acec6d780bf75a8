# Visits: reminded of when due, noted when made, somebody else asked when not.

visit-soon = 🏠 By { $last }, please look in on <b>{ $name }</b> ({ $village }).
visit-last-day = 🏠 Today is the last day: please look in on <b>{ $name }</b> ({ $village }).
visit-instead = { $helper } is away, so please go this time.
visit-instead-soon = 🏠 { $helper } is away. Please look in on <b>{ $name }</b> ({ $village }).
    Any day until { $last } is fine.
visit-and-progress = And how is it going this month?
    { $goals }
visit-due-by = Next visit: by { $last }
button-visit-log = ✅ I went, note it
button-visit-log-late = ✅ I did go, note it
button-visit-take = 🙋 I'll go
visit-asked-instead = 🏠 { $helper } could not go to <b>{ $name }</b> ({ $village }). Could you look in?
visit-missed-asked = Nobody went to { $name } this time. Never mind: somebody else is asked.
    If you did go, tap below.
visit-missed-you = Nobody went to { $name } this time. Never mind: go when you can.
    If you did go, tap below.
visit-missed = ⏰ Nobody went to { $name }; it was { $helper }'s turn.
    { $asked }
visit-second-asked = The other helper is asked to look in.
visit-nobody-asked = There is no second helper. Please see to it.
visit-taken = 🙋 { $helper } looks in on { $name }.
visit-take-done = Thank you! <b>{ $name }</b>, { $village }
    Phone: { $phone }
    When you have been there, tap below.
visit-over = Somebody has been there, or it is not needed any more.
visit-logged-already = This visit is noted already.
visit-nobody-for = 🏖️ { $helper } is away and nobody else goes to { $name }. Please see to it.

visit-how = How was it at { $name }'s? Tap one, or say it in your own words or by voice.
button-visit-came = 🏠 Looked in
button-visit-phoned = 📞 Phoned
button-visit-job = 🧹 Did a job
button-visit-away = 🚪 Nobody was there
visit-condition = How are they?
button-visit-well = 🙂 Well
button-visit-so-so = 😐 So-so
button-visit-needs = 🙏 They need something
visit-more = Anything else? Just send it. If not, tap.
button-visit-no-more = No
visit-need = What do they need? Say it in a sentence, by voice or typed.
button-visit-need-later = Later
visit-logged = 👌 Noted for { $name }. Thank you!
visit-logged-or-need = 👌 Noted for { $name }. Thank you!
    If they need something, one tap asks for it:
visit-which-line = 👌 Noted for { $name }. Shall I ask for it? One tap is enough:
visit-need-filed = ✅ Asked for on behalf of { $name }; the number is <b>{ $number }</b>.
    { $where }
visit-added = 👌 Noted too.
visit-found-need = 🙏 { $helper } was at { $name }'s. They need something:
    { $words }
visit-no-words = nothing more was said
visit-how-came = looked in
visit-how-phoned = phoned
visit-how-job = did a job
visit-how-away = nobody was there
visit-condition-well = well
visit-condition-so-so = so-so
visit-condition-needs = they need something
visit-row = 🏠 { $day }: { $said }
visit-media = { $name }, left by the helper:
button-visit-media = 🎧 What the helper left
