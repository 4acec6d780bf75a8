# What the clock says: reminders, rising, somebody else, emergencies.
whole-desk = all of the desk ({ $role })
where-waiting-last = It is with the { $role } now and will be taken up by { $due }; if nobody has, they are asked again.
where-ringing =
    { $count ->
        [0] Nobody in the village can be reached; it goes on upwards.
       *[other] Being called: { $count }. If nobody answers within a minute, more are called.
    }
where-late = The { $role } is on it. It was promised by { $due } and is late; we are sorry.
told-rises = ⏫ Nobody has taken it yet. { $where }
told-rings = 🚨 { $where }
told-passed = { $head }
    Nobody took it in time, so it goes to the { $role }. If you can do it, you may still take it.
told-still-waiting = { $head }
    Nobody has taken it yet. At { $due } it goes to: { $next }. Can you take it?
told-nudge = { $head }
    You took this a while ago and they have not heard from you. Please send them a word.
told-nudge-urgent = 🚨 { $head }
    Are you there? Send them a word; without one, others will be called soon.
told-due-soon = { $head }
    Promised by { $due }: that is soon.
told-lapsed = 🔁 Whoever took it has not been heard from; somebody else will see to it. { $where }
told-lapsed-holder = { $head }
    There was no word in time, so somebody else is asked to go on with it.
told-lapsed-director = 🔁 { $head }
    The { $role } took it and was not heard from; it is back at the desk.
told-late = ⏰ It was promised by { $due } and is late; we are sorry. The { $role } is still on it, and the director knows.
told-late-holder = ⏰ { $head }
    It was due by { $due }. If it is done, tap “Done”; if you need more time, tell them.
told-late-director = ⏰ { $head }
    The { $role } is on it, but it was due by { $due }.
told-coming = 🚨 { $name } ({ $role }) is coming!
told-all-well = ✅ { $head }
    Whoever called says all is well. No need to go; thank you!
all-well = ✅ { $head }
    Good that all is well! Call any time.
button-false-alarm = ✅ All is well, no need
button-urgent = 🚨 Emergency
urgent-where = 📍 Where are you? Tap “Send where I am” below, so that they find you.
urgent-which-center = Which village? Tap it, and people are called at once.
urgent-go-on = All right. What you write or say goes straight to them.
urgent-place-sent = 📍 They know where you are.
key-send-place = 📍 Send where I am
key-no-place = No need
told-coming-phone = 🚨 { $name } ({ $role }) is coming! Phone { $phone }
