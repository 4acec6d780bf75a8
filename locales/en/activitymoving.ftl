# Times that people have chosen are moved or added to, and a room gets other hours

activity-which-day = Which day's times? Move them, or add to them.
button-activity-times-on = { $n ->
    [one] { $day }, one time
   *[other] { $day }, { $n } times
}
activity-times-of-day = { $n ->
    [one] { $span }, one time
   *[other] { $span }, { $n } times
}
activity-ask-move = When should all times of that day be instead? Everybody keeps their turn; nobody signs up anew.
    For example “move to 4 Dec”, “an hour later”, “move to 2pm”.
    For more times write “add 14:00 to 16:00, every 20 minutes”.
activity-ask-add = From when to when are the new ones? For example “14:00 to 16:00, every 20 minutes”.
    If they are on another day, write the day too.
activity-ask-since = From which day on? Tomorrow at the earliest. Until then the hours stay as they are.
button-activity-move-to = 📅 Move to { $day }
button-activity-hour-later = ⏩ All an hour later
button-activity-add-times = ➕ Add more times
button-activity-since = 📅 From { $day }
activity-move-unclear = That was not understood. Please write it like this:
    “move to 4 Dec”, “an hour later”, “move to 2pm”
activity-times-meet = There are other times at that hour already. Is there another hour?
activity-add-unclear = That time was not understood. For example “14:00 to 16:00, every 20 minutes”.
activity-add-seats = { $n ->
    [one] Each time here is for one person, the new ones too. No need to write how many.
   *[other] Each time here is for { $n } people, the new ones too. No need to write how many.
}
activity-since-unclear = That day was not understood. For example “tomorrow” or “1 Dec”.
activity-since-range = From tomorrow on at the earliest, and from { $until } on at the latest: nobody can book days after that yet.

activity-change-since = 📅 From { $day } on
activity-change-stay = { $n ->
    [one] 🔒 One time that is booked is not among them and stays as it is.
   *[other] 🔒 { $n } times that are booked are not among them and stay as they are.
}
activity-change-nobody = 🔕 What is booked stays as it is; nobody needs to be told.
activity-times-more = · There are more times now. You still wait for the same one; for another, tap “Not coming” first and choose again.
