# Away for some days: which ones, and who goes on.

button-leave = 🏖️ When I am away
leave = When will you be away? Let me note it.
    Nothing new comes to you on those days, and what you have goes to others.
    { $items }
leave-of = When <b>{ $name }</b> is away:
    { $items }
leave-none = Nothing noted so far.
leave-running-row = · Away now: { $days }
leave-coming-row = · { $days }
leave-day = { $day }
leave-days = { $first } to { $last }
button-leave-new = ➕ Note some days
button-leave-back = 👋 I am back
button-leave-they-are-back = 👋 They are back
button-leave-call-off = ❌ Call off { $day }
button-leave-others = 👥 When others are away
leave-others = Away today:
    { $items }
    To note days for somebody, tap their name.
leave-away-row = · { $name }, until { $until }
leave-nobody-away = Everybody is here today.

leave-from = Away from which day?
leave-from-of = From which day is { $name } away?
leave-until = Away from { $first }. Until which day?
    That day counts too.
button-leave-now = Now
button-leave-tomorrow = Tomorrow
button-leave-today = Today
button-leave-until-tomorrow = Tomorrow
button-leave-one = Only this day
button-leave-two = Two days
button-leave-three = Three days
button-leave-week = A week
button-leave-type = 📅 Another day
leave-type = Type the day, for example: 3 Dec, 12-3, 2026-12-03.
leave-day-unclear = I did not understand which day. Please write it like this: 3 Dec, 12-3, 2026-12-03.
leave-fault-past = That day is over. Please say another.
leave-fault-far = That is too far off. I can note what begins within { $furthest } days.
leave-fault-backwards = That is before it begins. Please say another day.
leave-fault-long = That is too long. I can note { $longest } days at a time.
leave-sure = You are away: <b>{ $days }</b>.
    { $held }
leave-sure-of = { $name } is away: <b>{ $days }</b>.
    { $held }
leave-sure-held =
    { $count ->
        [one] The { $count } request in hand goes to somebody else now.
       *[other] The { $count } requests in hand go to others now.
    }
leave-sure-held-later =
    { $count ->
        [one] What is in hand then goes to others. Now it is { $count } request.
       *[other] What is in hand then goes to others. Now it is { $count } requests.
    }
leave-sure-none = There is nothing in hand to pass on.
button-leave-yes = ✅ Yes
leave-kept = Noted: { $days }.
    If you are back early, send /leave.
leave-kept-of = Noted for { $name }: { $days }.
leave-call-off-sure = Really call it off? { $days }
button-leave-call-off-yes = Yes, call it off
leave-called-off = Called off: { $days }.
leave-back = Welcome back! Requests will come to you again.
leave-back-of = Good. Requests will come to them again.
leave-over = This one is over or called off.
leave-handed = While you are away, these go to others:
    { $items }
leave-handed-row = · { $head }
leave-entered-for-you = The director has noted that you are away: { $days }.
    Nothing new comes to you on those days. If you are back early, send /leave.
leave-ended-for-you = The director has called off your days away: { $days }. Requests will come to you again.
card-you-are-away = You are away, so this does not wait for you.
card-why-handed-over = Whoever had it cannot go on. Please take it over.
told-handed-over = 🔄 Somebody else goes on with it for you. { $where }
