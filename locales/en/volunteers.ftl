# Volunteers: offering help, what one can do, how the officer looks after them.

button-volunteer = ✋ I'd like to lend a hand
button-volunteers = 🤝 Volunteers
volunteer-wanted = Some households here could use a hand: carrying water, field work, reading a letter, a bit of company.
    Tell me what you can do, and I'll ask you when it fits.
    It's your choice every time, and saying no is fine.
button-offer = ✋ I'd like to help
offering-skills = What can you do? Tap as many as you like, or just write, for example “I can fix pipes and drive”.
offering-villages = Which natural villages would you go to? If all, tap “Any”.
offering-days = Which days are you usually free? If all, tap “Any”.
offering-parts = At what time of day?
offering-tongues = Which languages do you speak?
offering-limits = Is there anything you can't do? If not, tap “Any”.
offering-body = Where do you belong?
offering-sex = Are you a woman or a man? Some elderly people wish for one or the other.
offering-ceiling = If you were to look after households regularly, how many at most?
offering-heard = Noted: { $items }
offering-tap = Please tap above.
offering-look = Is this right?
    { $offers }
button-box-on = ✅ { $words }
button-box-off = { $words }
button-ticked = 👌 That's it
button-ticked-none = 👌 Any
button-body-none = None of these
button-offer-send = ✅ Yes, that's it
button-offer-again = ✏️ Change it
button-offer-change = ✏️ Change what I can do
offered-applied = Thank you! The officer will look at it, usually within a day or two.
offered-active = Noted. We'll ask you when something fits.
offered-paused = Noted. You're taking a break, so we won't ask you for now.
volunteer-no-skill = Please choose something you can do first.

limit-no-lifting = No heavy work
limit-no-climbing = No climbing
limit-no-outdoors = No long standing outdoors
body-party = Party member
body-teacher = Retired teacher
body-veteran = Veteran
body-cadre = Cadre
body-women = Women's organisation
body-youth = Youth league, young people
body-demonstration = Demonstration household
sex-f = Woman
sex-m = Man
part-0 = morning
part-1 = afternoon
part-2 = evening
ceiling-count = { $n ->
        [one] One household
       *[other] { $n } households
    }

volunteer-skills = Can do: { $items }
volunteer-places = Goes to: { $items }
volunteer-anywhere = Goes to: any natural village
volunteer-any-time = When: any time
volunteer-days = When: { $days }
volunteer-parts = When: every { $parts }
volunteer-times = When: { $days }, { $parts }
volunteer-tongues = Speaks: { $items }
volunteer-limits = Not: { $items }
volunteer-body = From: { $body }

volunteer-applied = waiting for you
volunteer-active = active
volunteer-paused = taking a break
volunteer-suspended = suspended
volunteer-declined = not taken
volunteer-left = left
volunteer-own = { $state }
    { $lines }
volunteer-did = 🌟 Helped { $n ->
        [one] once
       *[other] { $n } times
    }, { $hours } h { $minutes } min
volunteer-did-row = · { $what } { $when }
volunteer-visited = { $n ->
        [one] 🏠 Visited households you look after once
       *[other] 🏠 Visited households you look after { $n } times
    }
volunteer-own-applied = You have offered to help; the officer is looking at it.
volunteer-own-active = You're a volunteer. We ask you when something fits.
volunteer-own-paused = You're taking a break. Tap “I have time again” when you do.
volunteer-own-suspended = The officer has asked you to stop for now: { $reason }
    If you'd like to talk about it, tap “Talk to a person”.
volunteer-is = This is not possible now: “{ $state }”.
volunteer-suspended-now = The officer has asked you to stop for now: { $reason }
button-volunteer-pause = 🍵 Take a break
button-volunteer-resume = 👋 I have time again
button-volunteer-leave = 👋 Stop volunteering
button-volunteer-leave-sure = Yes, stop
volunteer-leave-sure = Really stop volunteering? Somebody else will be found for what you have promised.
volunteer-done-pause = All right, enjoy your break. We won't ask you for now.
volunteer-done-resume = Welcome back. We'll ask you when something fits.
volunteer-done-leave = All right, and thank you for your help. You can come back any time.
volunteer-has-left = { $name } has stopped volunteering.
volunteer-told-role-lost = You are no longer a volunteer in { $center }; thank you for all you did. Somebody else is found for what you had promised and for the households you looked after: there is nothing more for you to do.
    If you would like to come back, tap “I'd like to lend a hand” at any time.

association = The volunteers' association
    { $items }
association-others = The volunteers' association, and what else there is:
association-quiet = Nothing is waiting for you.
association-applied = { $n ->
        [one] · One person would like to help and waits for you
       *[other] · { $n } people would like to help and wait for you
    }
association-unasked = { $n ->
        [one] · One has not been asked for a month
       *[other] · { $n } have not been asked for a month
    }
association-expenses = { $n ->
        [one] · One expense waits for your answer
       *[other] · { $n } expenses wait for your answer
    }
association-overdue = { $n ->
        [one] · One household was not visited when it was due
       *[other] · { $n } households were not visited when it was due
    }
association-needing = { $n ->
        [one] · One household needs somebody else
       *[other] · { $n } households need somebody else
    }
association-unserved = { $n ->
        [one] · One household with a tag has no helper
       *[other] · { $n } households with a tag have no helper
    }
button-association-unserved = 🏠 Without a helper
association-unserved-list = { $n ->
        [one] One household with a tag and without a helper:
       *[other] { $n } households with a tag and without a helper:
    }
    { $items }
association-unserved-row = · { $name }, { $village } ({ $tags })
association-unserved-none = Every household with a tag has a helper.
button-association-all = 👥 The list
button-association-free = 📅 Who is free when
button-association-unasked = 💤 Not asked for long
button-association-expenses = 💰 Expenses
association-all = { $n ->
        [one] One volunteer. Tap the name:
       *[other] { $n } volunteers, those waiting for you first. Tap a name:
    }
association-all-none = Nobody has offered to help yet. Tell people about “I'd like to lend a hand” under “☰ More”.
association-unasked-list = { $n ->
        [one] One has not been asked for a month. Tap the name:
       *[other] { $n } have not been asked for a month. Tap a name:
    }
association-unasked-none = Everybody has been asked, nobody is idle.
association-expenses-list = { $n ->
        [one] One expense waits for you:
       *[other] { $n } expenses wait for you:
    }
association-expenses-none = Nothing to look at.
association-free = Free on { $day }, tap a name:
association-free-none = Nobody is free on { $day }.
association-name = · { $name }
button-free-row = { $name } · { $parts }
button-expense-row = { $name } · { $yuan } yuan
button-day-before = ⬅️ Day before
button-day-after = Day after ➡️
button-volunteer-row = { $name } · { $state }
volunteer-card = <b>{ $name }</b>  📱 { $phone }
    Volunteer · { $state }
    { $offers }
volunteer-reason = Reason: { $reason }
button-volunteer-accept = ✅ Take them on
button-volunteer-decline = Not this time
button-volunteer-suspend = ✋ Suspend for now
button-volunteer-reinstate = ▶️ Let them go on
volunteer-why-decline = Why not { $name }? One sentence, kindly; only they will read it.
volunteer-why-suspend = Why should { $name } stop for now? One sentence; they will read it.
volunteer-noted-accept = Taken on; they have been told.
volunteer-noted-decline = They have been told.
volunteer-noted-suspend = Suspended; they have been told.
volunteer-noted-reinstate = They can go on, and have been told.
volunteer-told-accept = 🎉 { $center } is glad to have you as a volunteer, thank you! We'll ask you when something fits; it's always your choice.
volunteer-told-decline = { $center } thanks you for offering to help. Not this time: { $reason }
volunteer-told-suspend = The officer has asked you to stop for now: { $reason }
    We won't ask you meanwhile. If you'd like to talk about it, tap “Talk to a person”.
volunteer-told-reinstate = You can help again. We'll ask you when something fits.
