# The center's overview, and the message of each morning.

button-center = 📊 The whole center
button-center-unowned = 🙋 Nobody has them ({ $n })
button-center-late = ⏰ Late ({ $n })
button-center-risen = ⬆️ Risen to here ({ $n })
button-centers-below = 🏘️ Center by center
button-center-other = 📊 { $unit }
center-not-yours = This is for the duty clerk, the director and the offices above. If you need something, just say so.
center-nothing = <b>{ $unit }</b>
    Nothing is open at the moment. Take a breath.
center-overview = <b>{ $unit }: what is open</b>
    In all { $whole }
    { $parts }

    { $more }
center-numbers = { $open }: in hand { $held }, waiting { $waiting }, late { $late }
center-part = · { $label } { $numbers }
center-others = { $centers } more centers
center-state = { $status }: { $n }
center-unowned = Nobody has: { $n }, late ones included
center-oldest = The oldest: { $head }, asked { $asked }
center-chart = { $unit }: what is open
center-held = in hand
center-waiting = waiting
center-late = late
center-centers = <b>{ $unit }: what is open, by center</b>
    { $items }
center-list-unowned = Nobody has them: { $n }. The longest waiting first:
    { $items }
center-list-late = Late: { $n }. The longest overdue first:
    { $items }
center-list-risen = Risen to here: { $n }. The first due first:
    { $items }
center-list-none = There is nothing here any more. All of it is in good hands.
center-head-secret = 🔒 No. { $number }
center-row-due = · { $head }
    　due { $due }, { $who }
center-row-late = · { $head }
    　was due { $due }, { $who }
center-row-waiting = · { $head }
    　since { $since }, { $who }
center-who-held = in hand: { $role }
center-who-waits = waiting for: { $role }
center-who-secret = confidential

digest = ☀️ <b>{ $unit }</b>
    { $day }. What to look after today:
    { $sections }
digest-late = ⏰ <b>Late: { $n }</b>
    { $items }
digest-today = 📅 <b>Due today: { $n }</b>
    { $items }
digest-waiting = 🙋 <b>Others that nobody has: { $n }</b>
    { $items }
digest-late-below = ⏰ <b>Late in the centers: { $n }</b>
    { $items }
digest-risen = ⬆️ <b>Risen to you: { $n }</b>
    { $items }
digest-at-center = · { $center }: { $n }
digest-more = and { $n } more
digest-away = 🏖️ <b>Away today</b>
    { $items }
digest-gone = · { $name }, until { $until }
