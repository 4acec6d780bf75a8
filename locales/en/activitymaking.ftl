# Making an activity: a few questions, a look, and off it goes; changing it, calling it off.

notice-kind-activity = 🎉 Activities
button-activity-sign = { $form ->
    [goes-on] 🗓 When is it free?
    [times] 🙋 Choose a time
    [loan] 🙋 I want to borrow it
   *[other] 🙋 Sign up
}
button-activity-new = 🎉 Make an activity
button-activity-make = ✏️ Change or call off

activity-when-until = 🕘 { $at } to { $until }
activity-when-until-where = 🕘 { $at } to { $until }, { $place }
activity-more-times = { $n ->
    [one] 🕘 And once more, { $all } times in all
   *[other] 🕘 And { $n } times more, { $all } in all
}
activity-for = 👥 For: { $whom }
activity-for-everybody = everybody
activity-for-all-of = { $parts } (all of it)
activity-sex-f = women
activity-sex-m = men
activity-seats = { $n ->
    [one] 💺 One seat
   *[other] 💺 { $n } seats
}
activity-household = { $n ->
    [one] 🏠 One of each household
   *[other] 🏠 At most { $n } of one household
}
activity-certificate = 📜 With a certificate at the end

activity-not-yours = Activities are made by the training, culture and environment officers, the doctor and the director. If you would like one, tell them.
activity-which-kind = What kind of activity?
button-activity-kind-at = { $kind } ({ $unit })
activity-first-these = Please answer the first questions before.
activity-tap = Please tap one of the buttons.
activity-only-coming = What has been stays; write what is still to come.
activity-is-now = At present: { $now }

activity-ask-title = What is it called? Keep it short, like “{ $kind ->
         [event] Film night
         [clinic] Free clinic
         [cleanup] Sweeping the lanes
         [checkup] Check-up for the old
         [venue] Hall
         [loan] Sprayer
        *[other] Grafting fruit trees
    }”.
activity-open-all = 🕘 Daily, day and evening
activity-open-day = 🕘 Daily, daytime only
activity-open-work = 🕘 Weekdays, daytime
activity-open-weekend = 🕘 Weekends, day and evening
activity-ask-sessions = When?
    Once: “3 Dec 9:00 to 11:30”
    Several times: “3, 10 and 17 Dec 9am”
    Every week: “every Wednesday 2pm, 3 times”
activity-ask-place = Where?
activity-ask-seats = How many seats are there? A number is enough.
activity-ask-about = What is it about? A sentence or two.
activity-ask-whom = For whom is it?
activity-ask-bring = What do people have to bring?
activity-ask-cost = How much does it cost each? Like “10 yuan”.
activity-ask-closes_at = Until when can people sign up? Like “1 Dec 18:00”.
activity-ask-picture = Send a photo for everybody to see.
activity-ask-household_limit = How many of one household?
activity-ask-session-place = Where is this one?
activity-which-session = Which one is somewhere else?
activity-which-village = For which villages? Tap to choose, tap again to take away.
activity-which-tag = For whom? Tap to choose, tap again to take away.
button-activity-no-seats = ♾️ No limit
button-activity-no-about = ➖ Say nothing
button-activity-no-bring = ➖ Nothing
button-activity-no-cost = 🆓 Free
button-activity-no-closes_at = ⏳ Until it begins
button-activity-no-picture = ➖ No photo
button-activity-no-household_limit = ♾️ No limit
button-activity-homes = { $n ->
    [one] 1 household
   *[other] { $n } households
}
button-activity-some = { $n ->
    [one] One
   *[other] { $n }
}
button-activity-same-place = 📍 Where the others are
button-activity-for-all = 👥 Everybody
button-activity-for-tag = 🏷 By tag (returned home…)
button-activity-ready = ✅ Done

activity-words-only = Please type a few words.
activity-title-wordless = A title needs words, so that people can find it. Another one?
activity-long = That is too long: { $length } characters. At most { $longest }, please.
activity-when-unclear = I do not understand when that is; both the day and the hour are needed. Please write it like this:
    “3 Dec 9:00 to 11:30”
    “3, 10 and 17 Dec 9am”
    “every Wednesday 2pm, 3 times”
activity-many-sessions = That is too often: at most { $highest } times for one activity.
activity-far = That is too far ahead: at most half a year.
activity-number = Please type a number from 1 to { $highest }.
activity-closes-unclear = I do not understand when that is. Write it like “1 Dec 18:00”.
activity-closes-late = It has begun by then. Please choose a time before it begins.
activity-cost-unclear = I do not understand how much that is. Write it like “10 yuan” or “5.50”, at most { $highest } yuan.
activity-picture-only = It has to be a photo, no file or video.

activity-sure = 👆 This is what everybody sees.
    { $lines }
activity-in-the-night = ⚠️ { $at } is at night. If you mean the afternoon, tap “⚙️ Say more, change something” and set the time right.
activity-reaches = A notice would reach { $households ->
    [one] one household
   *[other] { $households } households
} and { $people ->
    [one] one person
   *[other] { $people } people
}.
button-activity-publish = 🚀 Publish and tell everybody
button-activity-quietly = 🤫 Publish, tell nobody yet
button-activity-settings = ⚙️ Say more, change something
activity-more = What would you like to add or change?
button-activity-set = ✏️ { $what }
button-activity-certificate = 📜 With a certificate
button-activity-no-certificate = 📜 No certificate after all
button-activity-places = 📍 Some are somewhere else
activity-made = Done. It is published as { $number }. Nobody was told yet; tap “Tell everybody” when you want to.
activity-made-told = Done. It is published as { $number }. The notice goes out now, or in the morning if it is night.
activity-told-already = Everybody was told already.
activity-told = The notice goes out now, or in the morning if it is night.

activity-make = No. { $number }
    { $facts }

    What would you like to do?
button-activity-change = ✏️ Change it
button-activity-off = 🚫 Call it off
button-activity-tell = 📢 Tell everybody
button-activity-history = 📜 Who changed what
activity-version-first = { $at }, made by { $by }: { $lines }
activity-version = { $at }, changed by { $by }:
    { $lines }
activity-same = Nothing is different yet.
activity-changed-meanwhile = Somebody else has just changed it. Look at it as it is now first.
activity-has-been = What has been cannot be changed, only what is still to come.
activity-notice-follows = This notice follows its activity: change that, and the notice changes with it.
activity-change-look = 👆 This is how it would be. What is different:
    { $lines }
activity-change-asks = { $n ->
    [one] 📣 One person hears it at once and is asked whether they still come.
   *[other] 📣 { $n } people hear it at once and are asked whether they still come.
}
activity-change-tells = { $n ->
    [one] 📣 One person hears it.
   *[other] 📣 { $n } people hear it.
}
button-activity-change-sure = ✅ Change it like this
activity-change-done = Changed.
activity-change-done-too = Changed, and the notice too.

activity-change = · { $what }: { $before } → { $after }
activity-session = No. { $n }
activity-session-added = · { $what } is new: { $after }
activity-session-gone = · { $what } does not take place: { $before }
activity-span = { $at } to { $until }
activity-span-where = { $at } to { $until }, { $place }
activity-field-title = Title
activity-field-sessions = Time
activity-field-place = Place
activity-field-bring = What to bring
activity-field-cost = Cost
activity-field-certificate = Certificate
activity-field-about = What it is about
activity-field-whom = For whom
activity-field-seats = Seats
activity-field-closes_at = Sign up until
activity-field-household_limit = Of one household
activity-field-picture = Photo
activity-yes = yes
activity-no = no
activity-no-place = not said
activity-no-bring = nothing
activity-no-cost = free
activity-no-about = not said
activity-no-seats = no limit
activity-no-closes_at = until it begins
activity-no-household_limit = no limit
activity-no-picture = none
activity-a-picture = a photo
activity-at = { $at }
activity-yuan = { $yuan } yuan
activity-people = { $n }

activity-moved = { $form ->
    [goes-on] ⚠️ { $title } has changed:
        { $changes }

        Shall it stay booked for { $name }?
   *[other] ⚠️ { $title } has changed:
        { $changes }

        Shall the place be kept for { $name }?
}
activity-changed = A small change in { $title }:
    { $changes }
button-activity-still = { $form ->
    [goes-on] ✅ Yes, keep it
   *[other] ✅ Still coming
}
button-activity-not-still = { $form ->
    [goes-on] ❌ Not needed
   *[other] ❌ Not coming
}
activity-still-yes = { $form ->
    [goes-on] ✅ It stays booked for { $name }:
        { $facts }
    [times] ✅ The time is kept for { $name }:
        { $facts }
   *[other] ✅ The seat is kept for { $name }:
        { $facts }
}
activity-changed-by = { $by } has changed it:
    { $changes }

activity-off-why = Why is it called off? A sentence or two, which everybody will read.
activity-off-sure = { $n ->
    [one] Call it off? One person has signed up and will read at once:
   *[other] Call it off? { $n } people have signed up and will read at once:
}
    { $reason }
button-activity-off-sure = 🚫 Yes, call it off
activity-off-done = It is called off. Whoever signed up or read the notice will know. For another time, make a new one.
activity-called-off = { $form ->
    [goes-on] ❌ { $title } cannot be booked any more. { $reason }
    [loan] ❌ { $title } is not lent any more. { $reason }
   *[other] ❌ { $title } does not take place. { $reason }
}
activity-called-off-by = { $by } has called it off: { $reason }
