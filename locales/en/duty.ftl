# Duty: how the week is arranged, and which day is different.

button-duty = 🗓️ Who is on duty
duty = <b>{ $center }: on duty today</b>
    { $items }
duty-no-desks = Nobody has a desk here yet, so there is no duty to arrange.
duty-desk-row = · { $role }: { $names }
duty-desk-nobody = · { $role }: nobody, so all of them get it
weekday-0 = Mon
weekday-1 = Tue
weekday-2 = Wed
weekday-3 = Thu
weekday-4 = Fri
weekday-5 = Sat
weekday-6 = Sun
duty-week = <b>{ $role }: the week</b>
    { $items }

    Whoever is on duty is asked first. On a day with nobody, all of them are asked.
duty-day-names = { $day }: { $names }
duty-day-nobody = { $day }: nobody
duty-unusual = Different on these days:
duty-date = { $day }
button-duty-unusual = 📅 One day is different
button-duty-ready = ✅ All set
duty-pick = <b>{ $role } · { $day }</b>
    Who is on duty? Tap a name to change it.
button-duty-on = ✅ { $name }
button-duty-off = ▫️ { $name }
duty-dates = { $role }: which day is different?
button-duty-date = { $day }
button-duty-changed = ✏️ { $day }
button-duty-usual = ↩️ As usual
duty-ready =
    { $count ->
        [one] Good. { $count } person has new days and has been told.
       *[other] Good. { $count } people have new days and have been told.
    }
duty-ready-nobody = Good. Nobody's days have changed, so nobody is told again.
duty-day-over = That day is over or too far off. Please choose another.
duty-told = The { $by } has arranged your duty ({ $center }, { $role }):
    { $items }
    On those days you are asked first.
duty-told-week = Every { $days }
duty-told-on = { $day }: one more day
duty-told-off = { $day }: not this time
duty-told-none = The { $by } has changed the duty ({ $center }, { $role }). You are not on duty any more.
