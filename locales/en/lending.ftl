# Things to borrow and rooms to book: who has what, when it is due, when it is free.

activity-lasts = { $days ->
    [one] ⏳ Lent for one day
   *[other] ⏳ Lent for { $days } days
}
activity-hours-daily = 🕘 Every day { $spans }
activity-hours-workdays = 🕘 Monday to Friday { $spans }
activity-hours = 🕘 { $days }: { $spans }
places-lent = { $n ->
    [0] all are out{ $waiting ->
        [0] {""}
       *[other] , { $waiting } waiting
    }
   *[other] { $n } left
}
places-lent-gone = cannot be found, not lent
button-loan-desk = 📒 Who has it
button-loan-lend = 👀 Look, or lend it
button-loan-cancel = ❌ Not needed
button-loan-again = 🔁 Borrow it again
button-loan-yes = ✅ Yes, please
button-loan-no = ❌ Not needed
button-loan-renew = 🔄 A few days more
button-loan-today = 📅 Back today
button-loan-tomorrow = 📅 Back tomorrow
button-loan-lost = 🛠 Broken or lost
button-loan-hand = ✅ Handed out
button-loan-back = ✅ It is back
button-loan-broken = 🛠 Back, but broken
button-loan-gone = ❌ Lost
button-loan-mended = 🔧 Mended, lend it again
button-loan-away = 🛠 Broken or lost
button-loan-missing = ❔ Cannot be found, lend it no more
button-loan-found = 🔎 Found, lend it again
button-loan-no-remark = Nothing to write

loan-waiting = ⏳ All are out; { $who }: number { $place } in the line. You are asked first when one is back.
loan-waiting-until = ⏳ All are out; { $who }: number { $place } in the line. The first is due on { $at }.
loan-reserved = ✅ Kept for { $who }, to be fetched by { $at }.
loan-out = 📦 With { $who }, due by { $at }.
loan-overdue = ⏰ With { $who }, was due by { $at }. Others would like to use it.
loan-offered = 🎉 The next is { $who }: borrow it?
loan-cancelled = ❌ Given up: { $who }. If that was a mistake, borrow it again.
loan-lapsed = 💤 No answer twice; { $who }: not in the line any more. To borrow it after all, ask again.
loan-returned = 👌 Brought back by { $who }. Thank you.
loan-offer = 🎉 It is back, and kept for { $name }:
    { $facts }

    Borrow it? Please tap by { $until }; after that the next one is asked.
loan-until = 📦 { $title }: lent to { $who }. Please bring it back by { $at }.
loan-thanks = 👌 { $title } is back. Thanks to { $who }.
loan-written-off = { $title }: that is settled for { $who }. Nothing more to do.
loan-let-go = { $title } was kept for { $who } for two days and not fetched, so others may have it. To wait again, tap below.
loan-due-tomorrow = ⏰ { $title }, borrowed by { $who }: due tomorrow (by { $at }).
loan-due-today = ⏰ { $title }, borrowed by { $who }: due today (by { $at }).
loan-due-overdue = { $title }, borrowed by { $who }: others would like to use it. When could it come back?
loan-heard-today = Good, see you today.
loan-heard-tomorrow = Good, see you tomorrow.
loan-heard-lost = That happens. Whoever looks after it will talk to you.
loan-told-today = 📅 { $name } brings { $title } back today.
loan-told-tomorrow = 📅 { $name } brings { $title } back tomorrow.
loan-told-lost = 🛠 { $name } says that { $title } is broken or lost. Please call them.
loan-said-today = 🗨 Said: today
loan-said-tomorrow = 🗨 Said: tomorrow
loan-said-lost = 🗨 Said: broken or lost
loan-not-back = 📞 { $title }, borrowed by { $name }, was due by { $at } and is not back. Only you are told; please call: { $phone }
loan-phone = 📞 { $phone }
loan-remark = ✍️ { $words }
loan-keep-reserved = 🕗 { $name } will fetch it by { $at }
loan-keep-out = 📦 { $name } since { $since }, due by { $at }
loan-keep-overdue = ⏰ { $name } since { $since }, was due by { $at }
loan-keep-given-up = ❌ { $name } does not need it
loan-keep-fine = ✅ { $name } has brought it back
loan-keep-broken = 🛠 { $name } has brought it back, broken
loan-keep-lost = ❌ { $name } has lost it
loan-keep-away = 🛠 Broken or lost, not lent for now
loan-keep-gone = ❔ Cannot be found, not lent any more
loan-counts = { $n } in all: { $out } out, { $here } here, { $waiting } waiting
loan-next = ⏳ Next:
    { $items }
loan-mended = Good, it can be lent again.
loan-missing = Good, it is not lent any more. When it turns up, tap “Found, lend it again”.
loan-none-left = It cannot be found, so it cannot be borrowed now.
loan-none-left-told = 🙏 { $title } cannot be found and is not lent any more. There is nothing to wait for: { $who }.
loan-ask-remark = { $outcome ->
    [lost] How was it lost? A few words, so that it is known. You need not write anything.
   *[other] What is broken? A few words help whoever mends it. You need not write anything.
}
loan-is-out = You have it already. Just bring it back.
loan-is-back = It is back already.
loan-renewed-already = It was lent once more already. To go on using it, bring it back and borrow it again.
loan-awaited = Others are waiting for it, so it cannot be lent any longer this time.
loan-not-kept = It is not kept for { $name }. They would have to borrow it again.
loan-not-out = { $name } has not fetched it yet.

button-book = 🗓 When is it free?
button-book-other = 👪 Book for somebody else
button-book-desk = 🗓 Who has it, and our own use
button-book-day = { $day } { $free ->
    [0] full
   *[other] free
}
button-book-next-week = ➡️ The week after
button-book-this-week = ⬅️ This week
button-book-any-day = ✏️ Another day
button-book-free = ✅ { $hours }
button-book-wait = ⏳ { $hours } taken; wait for it
button-book-own = 🙋 { $hours } yours
button-book-held = 🏠 { $hours } the village
button-book-take = 🏠 { $hours } for the village
button-book-take-sure = 🏠 Yes, for the village
button-book-give-back = ↩️ { $hours } not needed
button-book-take-day = 🏠 All day, or closed
button-book-other-day = 🗓 Another day
button-book-what = ✏️ Say what for
book-days = { $title }: which day?
book-days-village = { $title }: which day?
book-times = { $title }, { $day }: at what time?
book-times-none = { $title } is closed on { $day }. Please choose another day.
book-times-village = { $title }, { $day }
book-row = { $hours } { $name }{ $what }{ $others ->
    [0] {""}
   *[other] , and { $others } more
}
book-row-what = : { $what }
book-row-free = { $hours } free
book-row-held = { $hours } the village
book-time = { $day } { $hours }
book-taken = 🙏 Sorry, the village needs this time itself, which was booked for { $who }:
    { $facts }

    Would another time do? One tap books it.
book-taken-waiting = 🙏 Sorry, the village needs this time itself. { $who }: no need to wait for it any more.
    { $facts }

    Would another time do? One tap books it.
book-take-sure = “{ $title }”, { $day }, is booked:
    { $items }

    Does the village really need it? They are told at once, and asked to take another time.
book-is-taken = Done. Whoever had booked it was told.
book-is-free = Done, it can be booked again.
book-held = The village needs this time. Please choose another.
book-ask-day = On which day does the village need it, or is it closed? For example “3 Dec”.
book-no-such-day = That day was not understood.
book-no-day = There are no times to book on that day. Please choose another.
book-ask-what = What for? A few words, such as “birthday”.
signup-purpose = ✍️ { $words }

borrow-found = This is here:
    { $items }

    To use it, tap below.
button-borrow-open = 👀 { $title }
button-borrow-other = 🙋 No, something else

activity-times = { $form ->
    [goes-on] { $n ->
        [one] 💺 One household at a time
       *[other] 💺 { $n } households at a time
    }
   *[other] { $n ->
        [one] 💺 One person at a time
       *[other] 💺 { $n } people at a time
    }
}
activity-loan = 📦 { $n } in all
activity-choices = 🕘 { $at } to { $until }, { $n } times to choose from
activity-days = { $n ->
    [one] one day
   *[other] { $n } days
}
activity-ask-times = Which day, from when to when, how long each, for how many each? In one sentence:
    “3 Dec 8:00 to 12:00, every 30 minutes, 5 people each”
    Or tap the day first.
activity-ask-span = From when to when on that day?
activity-ask-each = How long does one take? For example “30 minutes”.
activity-ask-people = { $kind ->
    [venue] How many households at one time?
   *[other] How many people at one time?
}
activity-ask-hours = When can it be used? For example “mornings, afternoons and evenings”, “weekends 8:00 to 12:00, 14:00 to 18:00”.
activity-ask-items = How many are there? Just a number.
activity-ask-days = For how many days is it lent?
activity-field-items = How many
activity-field-people = People at a time
activity-field-times = Times
activity-field-hours = When it can be used
activity-field-days = Days of a loan
activity-times-unclear = That time was not understood. Please write it like this:
    “3 Dec 8:00 to 12:00, every 30 minutes, 5 people each”
activity-many-times = Those are too many times; { $highest } at most. Make each longer, or use two days.
activity-each-unclear = That length was not understood. For example “30 minutes” or “1 hour”; five minutes at least.
activity-each-long = That is longer than all of it. Please make it shorter.
activity-hours-unclear = Those hours were not understood. For example “mornings, afternoons and evenings”, “weekends 8:00 to 12:00”.
button-activity-on-day = { $day }
button-activity-all-day = Morning and afternoon
button-activity-minutes = { $n } minutes
button-activity-undivided = Leave it as it is
button-activity-days = { $n ->
    [one] One day
   *[other] { $n } days
}
