# Finding activities, signing up, being reminded.

command-activities = Activities to sign up for
button-activities = 🙋 Activities
button-activities-all = 👥 Other activities
button-activities-new = ➕ Make an activity
button-signups = 🗂 Signed up and booked

activities = To sign up for:
    { $items }
activities-all = All activities, also those meant for others:
    { $items }
activities-none = There is nothing to sign up for just now.
activities-nowhere = Please choose your center first.
activity-row = { $icon } { $day }, { $title }: { $what }
activity-row-any = { $icon } { $title }: { $what }
button-activity = { $icon } { $day } { $title }
button-activity-any = { $icon } { $title }
activity-whose = { $who }: { $title }
activity-places = 💺 { $places }
places-any = room for everybody
places-left = { $n ->
    [one] one seat left
   *[other] { $n } seats left
}
places-queue = { $n ->
    [one] full, one person waits
   *[other] full, { $n } people wait
}
places-none = full, you can wait in line
places-times = { $n ->
    [one] one time free
   *[other] { $n } times free
}
places-times-none = all booked, you can wait in line
button-activity-sign-other = { $form ->
    [goes-on] 👪 Book for somebody else
    [times] 👪 A time for somebody else
    [loan] 👪 For somebody else
   *[other] 👪 Sign somebody else up
}
button-activity-manage = 🧰 Look after it
activity-manage = Yours to look after:
    { $facts }
button-activity-qr = 📎 QR code
activity-qr = { $facts }

    Scan to sign up: { $link }

sign-time = { $title }: which time?
sign-day = { $title }: which day?
sign-hour = { $title }, { $day }: at about what time?
button-sign-time = { $at }, { $places }
button-sign-part = { $part }: { $places }
button-sign-hour = { $hour }:00 · { $places }
sign-whom = { $form ->
    [goes-on] { $title }: who needs it?
    [times] { $title }: who is coming?
    [loan] { $title }: who needs it?
   *[other] { $title }: who is coming?
}
button-sign-type = ✏️ Somebody else, by name
sign-name = { $form ->
    [goes-on] Who needs it? Type the name, and the phone number if you know it.
    [times] Who is coming? Type the name, and the phone number if you know it.
    [loan] Who needs it? Type the name, and the phone number if you know it.
   *[other] Who is coming? Type the name, and the phone number if you know it.
}
sign-unknown = { $form ->
    [goes-on] Nobody called { $name } is on the roster. Book it by this name?
    [times] Nobody called { $name } is on the roster. Keep the time by this name?
    [loan] Nobody called { $name } is on the roster. Borrow it by this name?
   *[other] Nobody called { $name } is on the roster. Sign them up by this name?
}
button-sign-named = { $form ->
    [goes-on] ✅ Yes, by this name
    [times] ✅ Yes, by this name
    [loan] ✅ Yes, by this name
   *[other] ✅ Yes, by this name
}
sign-clash = { $form ->
    [goes-on] ⚠️ At the same time there is:
        { $items }

        Book it all the same?
    [times] ⚠️ At the same time there is:
        { $items }

        Keep the time all the same?
   *[other] ⚠️ At the same time there is:
        { $items }

        Sign up all the same?
}
button-sign-anyway = { $form ->
    [goes-on] ✅ Yes, book it
    [times] ✅ Yes, this time
   *[other] ✅ Yes, sign up
}
button-sign-not = { $form ->
    [goes-on] ↩️ Rather not
    [times] ↩️ Rather not
   *[other] ↩️ Rather not
}

signup-you = you
signup-seated = { $form ->
    [goes-on] ✅ Booked for { $who }
    [times] ✅ This time is kept for { $who }
   *[other] ✅ A seat is kept for { $who }
}
signup-waiting = { $form ->
    [goes-on] ⏳ Taken. The place in line for { $who } is number { $place }. We ask when it is free.
    [times] ⏳ Taken. The place in line for { $who } is number { $place }. We ask when this time is free.
   *[other] ⏳ Full. The place in line for { $who } is number { $place }. We ask when a seat is free.
}
signup-waiting-begun = { $form ->
    [goes-on] ⏳ Its time has come, without a turn for { $who }. To use it after all, speak to { $host }.
   *[other] ⏳ It has begun, without a seat for { $who }. Speak to { $host } at the door.
}
signup-waiting-over = ⏳ It is over, without a turn for { $who }.
signup-offered = { $form ->
    [goes-on] 🎉 It is free for { $who }. Book it?
    [times] 🎉 This time is free for { $who }. Coming?
   *[other] 🎉 A seat is free for { $who }. Coming?
}
signup-cancelled = { $form ->
    [goes-on] ❌ Given up for { $who }. A mistake? Book it again.
    [times] ❌ Cancelled for { $who }. A mistake? Take a time again.
   *[other] ❌ Cancelled for { $who }. A mistake? Sign up again.
}
signup-cancelled-course = 📖 That is for all the sessions. To miss only one there is no need to cancel: tap “A mistake, sign up again”.
signup-lapsed = 💤 No answer twice, so no place in line is kept for { $who } any more.
signup-at-time = { $how }: { $at }
signup-by = { $form ->
    [goes-on] ✍️ Booked by { $name }
    [times] ✍️ Chosen by { $name }
    [loan] ✍️ Borrowed by { $name }
   *[other] ✍️ Signed up by { $name }
}
button-signup-cancel = { $form ->
    [goes-on] ❌ Not needed
    [times] ❌ Not coming
   *[other] ❌ Cancel
}
button-signup-cancel-own = { $form ->
    [goes-on] ❌ I do not need it
   *[other] ❌ I am not coming
}
button-signup-again = { $form ->
    [goes-on] 🔁 A mistake, book it again
    [times] 🔁 A mistake, take it again
   *[other] 🔁 A mistake, sign up again
}
signup-for-you = { $form ->
    [goes-on] 🙋 { $by } has booked for you:
        { $facts }

        { $standing }
    [times] 🙋 { $by } has chosen a time for you:
        { $facts }

        { $standing }
    [loan] 🙋 { $by } has borrowed for you:
        { $facts }

        { $standing }
   *[other] 🙋 { $by } has signed you up:
        { $facts }

        { $standing }
}
button-signup-fine = 👌 Fine
button-signup-not-me = { $form ->
    [goes-on] ❌ I do not need it
    [loan] ❌ I do not need it
   *[other] ❌ I am not coming
}
signup-fine-thanks = { $form ->
    [goes-on] Good.
    [loan] Good.
   *[other] Good. See you there.
}
signup-called-off-own = { $form ->
    [goes-on] ❌ { $name } does not need it:
        { $facts }
    [loan] ❌ { $name } does not need it:
        { $facts }
   *[other] ❌ { $name } is not coming:
        { $facts }
}
signup-called-off-by = { $form ->
    [goes-on] ❌ { $by } has cancelled for { $who }:
        { $facts }
    [times] ❌ { $by } has cancelled for { $who }:
        { $facts }
    [loan] ❌ { $by } has cancelled for { $who }:
        { $facts }
   *[other] ❌ { $by } has cancelled for { $who }:
        { $facts }
}
signups = Signed up for, booked, borrowed:
    { $items }
signups-none = You have nothing signed up for, booked or borrowed that is still to come.

remind = { $form ->
    [goes-on] ⏰ Booked, do not forget: { $title }
    [times] ⏰ Your time, do not forget: { $title }
   *[other] ⏰ Do not forget: { $title }
}
remind-number = 📖 Session { $n } of { $all }
remind-for = 👥 { $names }
button-remind-cannot = { $form ->
    [goes-on] ❌ Not needed
   *[other] ❌ Cannot come
}
button-remind-cannot-one = { $form ->
    [goes-on] ❌ Not needed: { $who }
   *[other] ❌ Cannot come: { $who }
}
