# Signing up: seats, the waiting list, whose turn it is.

activity-kind-course = 🌱 Course
activity-kind-event = 🎭 Event
activity-kind-clinic = 🩺 Clinic day
activity-kind-cleanup = 🧹 Clean-up
activity-kind-checkup = 💉 Check-up
activity-kind-venue = 🏠 Rooms
activity-kind-loan = 🔧 To borrow
activity-title = { $kind }: { $title }
activity-when = 🕘 { $at }
activity-when-times = 🕘 { $at }, and { $n } times in all
activity-where = 📍 { $place }
activity-bring = 🎒 Bring: { $bring }
activity-cost = 💰 { $yuan } yuan each
activity-free = 💰 Free
activity-closes = ⏳ Sign up until { $at }
activity-past = That time is over. Please choose one that is still to come.
activity-closes-past = Signing up would be over already. Please choose a time that is still to come.
button-activity-open = 👀 What is it?

signup-offer = { $form ->
    [goes-on] 🎉 It is free for { $name }:
        { $facts }

        Book it? Please tap by { $until }; after that the next one is asked.
    [times] 🎉 This time is free for { $name }:
        { $facts }

        Coming? Please tap by { $until }; after that the next one is asked.
   *[other] 🎉 A seat is free for { $name }:
        { $facts }

        Coming? Please tap by { $until }; after that the next one is asked.
}
button-signup-yes = { $form ->
    [goes-on] ✅ Book it
   *[other] ✅ Coming
}
button-signup-no = { $form ->
    [goes-on] ❌ Not needed
   *[other] ❌ Not coming
}
signup-passed-waiting = { $form ->
    [goes-on] There was no answer, so the next one is asked. The place in the line is kept for { $name }, with a question when it is free again:
        { $facts }
    [loan] There was no answer, so the next one is asked. The place in the line is kept for { $name }, with a question when one is back:
        { $facts }
   *[other] There was no answer, so the next one is asked. The place in the line is kept for { $name }, with a question when there is another seat:
        { $facts }
}
signup-passed-lapsed = { $form ->
    [goes-on] There was no answer twice, so no place in the line is kept for { $name } any more. To use it after all, just book it again:
        { $facts }
    [times] There was no answer twice, so no place in the line is kept for { $name } any more. To come after all, just choose a time again:
        { $facts }
    [loan] There was no answer twice, so no place in the line is kept for { $name } any more. To borrow it after all, just ask again:
        { $facts }
   *[other] There was no answer twice, so no place in the line is kept for { $name } any more. To come after all, just sign up again:
        { $facts }
}
signup-passed-begun = { $form ->
    [goes-on] 🕘 Its time has come. It was kept for { $name } until now, and there was no answer. To use it after all, speak to { $host }:
        { $facts }
    [times] 🕘 Its time has come. It was kept for { $name } until now, and there was no answer. To come after all, speak to { $host } at the door:
        { $facts }
   *[other] 🕘 It has begun. The seat was kept for { $name } until now, and there was no answer. To come after all, speak to { $host } at the door:
        { $facts }
}
signup-passed-over = 🕘 It was kept for { $name }, there was no answer, and now it is over:
    { $facts }
signup-late-waiting = It took a while, and it went to the next one. You are still in the line.
signup-late-lapsed = { $form ->
    [goes-on] It took a while, and you are not in the line any more. To use it after all, just book it again.
    [times] It took a while, and you are not in the line any more. To come after all, just choose a time again.
    [loan] It took a while, and you are not in the line any more. To borrow it after all, just ask again.
   *[other] It took a while, and you are not in the line any more. To come after all, just sign up again.
}
signup-late-cancelled = { $form ->
    [goes-on] It was cancelled. To use it after all, just book it again.
    [times] It was cancelled. To come after all, just choose a time again.
    [loan] It was cancelled. To borrow it after all, just ask again.
   *[other] It was cancelled. To come after all, just sign up again.
}
signup-late-seated = { $form ->
    [goes-on] It is booked already. If you do not need it, tap “Not needed”.
    [times] The time is kept already. If you are not coming, tap “Not coming”.
    [loan] It is kept already. If you do not need it, tap “Not needed”.
   *[other] The seat is kept already. If you are not coming, please cancel it.
}
signup-is-called-off = { $form ->
    [goes-on] It cannot be booked any more.
    [loan] It is not lent any more.
   *[other] This was called off.
}
signup-is-over = { $form ->
    [goes-on] This time is over. Please choose another.
   *[other] This is over.
}
signup-has-begun = { $form ->
    [goes-on] This time has begun. Please choose another.
   *[other] It has begun. To come after all, speak to whoever is at the door.
}
signup-is-closed = { $form ->
    [goes-on] Booking is over. To use it after all, talk to somebody.
   *[other] Signing up is over. To come after all, talk to somebody.
}
signup-not-for = This time it is not meant for people like { $name }. If that is a mistake, talk to somebody.
signup-once = { $name } has chosen a time already. To change it, first tap “Not coming” below that one.
signup-household-full = { $count ->
    [one] Only one of a household this time, and somebody has signed up.
   *[other] At most { $count } of one household this time, and so many have signed up.
}
signup-seats-taken = { $taken ->
    [one] One person has a seat already; it cannot be fewer.
   *[other] { $taken } people have a seat already; it cannot be fewer.
}
signup-seats-none = Seats: 1 at least, { $highest } at most.
signup-late-returned = It is back already. To borrow it again, just ask again.
