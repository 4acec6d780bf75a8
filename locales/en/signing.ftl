# Finding activities, signing up, being reminded.

command-activities = Activities to sign up for
button-activities = 🙋 Activities
button-activities-all = 👥 Other activities
button-activities-new = ➕ Make an activity
button-signups = 🗂 What I signed up for

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
button-activity-sign-other = 👪 Sign somebody else up
button-activity-manage = 🧰 Look after it
activity-manage = Yours to look after:
    { $facts }
button-activity-qr = 📎 QR code
activity-qr = { $facts }

    Scan to sign up: { $link }

sign-time = { $title }: which time?
button-sign-time = { $at }, { $places }
sign-whom = { $title }: who is coming?
button-sign-type = ✏️ Somebody else, by name
sign-name = Who is coming? Type the name, and the phone number if you know it.
sign-unknown = Nobody called { $name } is on the roster. Sign them up by this name?
button-sign-named = ✅ Yes, by this name
sign-clash = ⚠️ At the same time there is:
    { $items }

    Sign up all the same?
button-sign-anyway = ✅ Yes, sign up
button-sign-not = ↩️ Rather not

signup-you = you
signup-seated = ✅ A seat is kept for { $who }
signup-waiting = ⏳ Full. The place in line for { $who } is number { $place }. We ask when a seat is free.
signup-offered = 🎉 A seat is free for { $who }. Coming?
signup-cancelled = ❌ Cancelled for { $who }. A mistake? Sign up again.
signup-cancelled-course = 📖 That is for all the sessions. To miss only one there is no need to cancel: tap “A mistake, sign up again”.
signup-lapsed = 💤 No answer twice, so no place in line is kept for { $who } any more.
signup-by = ✍️ Signed up by { $name }
button-signup-cancel = ❌ Cancel
button-signup-cancel-own = ❌ I am not coming
button-signup-again = 🔁 A mistake, sign up again
signup-for-you = 🙋 { $by } has signed you up:
    { $facts }

    { $standing }
button-signup-fine = 👌 Fine
button-signup-not-me = ❌ I am not coming
signup-fine-thanks = Good. See you there.
signup-called-off-own = ❌ { $name } is not coming:
    { $facts }
signup-called-off-by = ❌ { $by } has cancelled for { $who }:
    { $facts }
signups = Signed up for:
    { $items }
signups-none = You have not signed up for anything that is still to come.

remind = ⏰ Do not forget: { $title }
remind-number = 📖 Session { $n } of { $all }
remind-for = 👥 { $names }
button-remind-cannot = ❌ Cannot come
button-remind-cannot-one = ❌ Cannot come: { $who }
