# The lists of activities, tables, seats, and the numbers for the offices.

button-activity-list = 👥 Who is coming
signup-list = The list of “{ $title }”:
    { $counts }

    { $items }
signup-list-counts = 💺 { $seats } | ✅ { $coming } { $form ->
    [goes-on] booked
    [loan] lent or kept
   *[other] coming
}{ $asked ->
    [0] {""}
   *[other] {" | "}🎉 { $asked } asked
}{ $waiting ->
    [0] {""}
   *[other] {" | "}⏳ { $waiting } waiting
}
signup-list-seats = { $n ->
    [one] 1 seat
   *[other] { $n } seats
}
signup-list-any = no limit
signup-list-came = 🚪 { $n } were there
signup-list-said = 💬 { $good } said good, { $fair } so-so, { $poor } not good
signup-list-nobody = { $form ->
    [goes-on] Nobody has booked yet.
    [times] Nobody has chosen a time yet.
    [loan] Nobody has borrowed yet.
   *[other] Nobody has signed up yet.
}
signup-list-row = { $n }. { $name } ({ $village }) { $standing }
signup-list-at = { $at } { $standing }
signup-list-seated = { $form ->
    [goes-on] ✅ booked
    [times] ✅ has this time
    [loan] ✅ lent or kept
   *[other] ✅ has a seat
}
signup-list-offered = 🎉 asked, until { $until }
signup-list-waiting = ⏳ number { $place } in line
signup-list-gone = { $form ->
    [goes-on] ❌ not needed
    [loan] ❌ not needed
   *[other] ❌ not coming
}
signup-list-self = themselves
button-list-person = { $n }. { $name }
button-list-more = 🧰 Add people, seats, table
button-list-more-day = 🧰 Who came, add people, table
signup-list-more = The list of “{ $title }”. You can also:
button-list-table = 📄 Table
button-list-add = ➕ Add somebody
button-list-another = ➕ Add somebody else
button-list-seats = 💺 More or fewer seats
signup-list-by = { $form ->
    [goes-on] ✍️ Booked by { $by }, { $at }
    [times] ✍️ Chosen by { $by }, { $at }
    [loan] ✍️ Borrowed by { $by }, { $at }
   *[other] ✍️ Signed up by { $by }, { $at }
}
signup-list-phone = ☎️ { $phone }
button-list-cancel = ❌ Cancel for them
signup-list-sure = Really cancel for { $name }? They are told, and whoever waits is asked.
button-list-cancel-sure = ❌ Yes, cancel
button-list-keep = ↩️ Keep the seat
signup-list-taken = { $n } of { $seats } seats taken
signup-list-taken-any = no limit, { $n } people

signup-seats = “{ $title }”: { $taken }.
    With more seats, whoever waits is asked at once; a seat that is taken stays.
button-seats-more = ➕ { $n }
button-seats-fewer = ➖ { $n }
button-seats-type = ✏️ Type a number
signup-seats-ask = How many seats in all? Type a number, 20 for example.

signup-table = The list of “{ $title }”. A row for each person, a tick where they came.
signup-table-name = list-{ $number }
signup-table-at = { $at }
signup-column-number = No.
signup-column-name = Name
signup-column-village = Natural village
signup-column-standing = How they stand
signup-column-by = Signed up by
signup-column-at = Signed up at
signup-column-phone = Phone
signup-column-time = Time chosen
signup-column-came = Came

button-activities-made = 🗂 What I run
button-activities-over = ✔️ Over
activities-made = What you look after:
    { $items }
activities-made-none = You run nothing at the moment.
activities-over = Over in the last three months:
    { $items }
activities-over-none = Nothing was over in the last three months.
activity-made-sits = { $form ->
    [goes-on] { $n } of { $seats } times booked
    [times] { $n } of { $seats } places taken
    [loan] { $n } of { $seats } lent or kept
   *[other] { $n } of { $seats } seats taken
}{ $waiting ->
    [0] {""}
   *[other] , { $waiting } waiting
}
activity-made-any = { $n } signed up
activity-made-sat = { $n } signed up
activity-made-came = { $n } signed up, { $came } were there

button-center-activities = 💺 Activities and seats
activity-counts = Activities of { $unit }
    The next 30 days: { $coming }
    The last 30 days: { $been }

    { $kinds }

    { $centers }
activity-counts-line = { $label }: next { $coming }; last { $been }
activity-counts-nothing = none
activity-counts-numbers = { $n } held, { $filled } of { $seats } seats taken, { $waiting } waiting
activity-counts-numbers-any = { $n } held, { $filled } of { $seats } seats taken, { $unlimited } signed up where there is no limit, { $waiting } waiting
activity-counts-chart = { $unit }: seats in the next 30 days
activity-counts-filled = taken
activity-counts-free = free
activity-counts-waiting = waiting
activity-counts-table = A row for each village and kind. Numbers only, no names.
activity-counts-name = activity-seats-{ $unit }
activity-counts-center = Village
activity-counts-kind = Kind
activity-counts-when = When
activity-counts-coming = next 30 days
activity-counts-been = last 30 days
activity-counts-activities = Activities
activity-counts-seats = Seats
activity-counts-unlimited = Signed up, no limit
