# A roll call after a disaster: is every household safe?

button-rollcall = 🆘 Disaster: call the roll
rollcall-not-yours = The director, the deputy and the township call the roll. If it is urgent, tap “🚨 Emergency”.
rollcall-what = 🆘 What has happened? Tap one; one more tap sends it.
    Anything else: write a sentence, like “The dam is being opened”.
rollcall-cause-flood = 🌊 A flood
rollcall-cause-landslide = ⛰ A landslide
rollcall-cause-earthquake = 🏚 An earthquake
rollcall-cause-fire = 🔥 A great fire
rollcall-cause-snow = ❄️ Too much snow
rollcall-said-flood = There is a flood!
rollcall-said-landslide = There was a landslide!
rollcall-said-earthquake = There was an earthquake!
rollcall-said-fire = There is a great fire!
rollcall-said-snow = There is too much snow!
rollcall-said = { $what }
    Is everybody at your home safe? If all of you are, tap ✅. If somebody needs help or is missing, tap 🆘.
rollcall-look = 🆘 Everybody will be asked:
    { $words }

    Where: { $unit }, { $places }
    { $people } registered people, { $households } households. It goes out at night too.
rollcall-everywhere = everywhere
button-rollcall-send = 🆘 Call the roll now
button-rollcall-villages = 🏘 Only some villages
button-rollcall-centers = 🏘 Only some centers
button-rollcall-elsewhere = ↪️ { $unit }
rollcall-which = Which ones? A tap picks one, another leaves it out. Pick none, and all are called.
button-rollcall-chosen = ✅ That is all
rollcall-begun = { $n ->
    [one] The roll is being called.
   *[other] The roll is being called at { $n } centers.
}
rollcall-running-already = The roll is being called already. See how far it is; to call it anew, end this one first.

button-rollcall-for = 👪 Answer for another home
rollcall-kept-safe = Noted: all of you are safe. If anything changes, tap again.
rollcall-kept-help = Help has been called! If a life is in danger, ring for help first.
rollcall-kept-away = Noted: not at home. If anything changes, tap again.
rollcall-told = 🆘 <b>Help has been called, the number is { $number }. Ring { $first } too!</b>
    120 (ill or hurt) · 110 (violence) · 119 (fire, trapped)
    What is needed, who is missing? Write a sentence, send a voice note or your place: it goes straight to whoever comes.
rollcall-where = 🚶 Where are you? A few words will do, like “at my daughter's in town”. You need not say.
button-rollcall-no-place = 👌 Rather not
rollcall-where-kept = Noted. Take care.
rollcall-for-whom = 👪 For which home?
rollcall-for-nobody = There is no home you can answer for. Somebody there has to have agreed that you act for them.
    For your own home, tap in the message above.
rollcall-home-of = { $name }'s home (No. { $household })
rollcall-how-is = How is { $name }?
rollcall-over = This roll call is over. If you need help, 🆘 still works, and so does “🚨 Emergency”.
rollcall-safe-now = ✅ { $head }
    Whoever said at the roll call that they need help now says they are safe. Please ask whether anybody still has to go.

rollcall-none = No roll is being called at { $unit }.
rollcall-board = 🆘 <b>Roll call: { $unit }</b>
    { $words }
    { $state }
    { $lines }
rollcall-runs = ▶️ Under way since { $since }
rollcall-ended = 🏁 Over since { $at }
rollcall-runs-still = It is still under way; there is a report when it is over.
rollcall-sent = 📨 Received by { $sent }, still being sent to { $left }, cannot be reached: { $blocked }
rollcall-count = <b>✅ safe { $safe } · 🆘 need help { $help } · 🚶 not at home { $away } · ❔ silent { $silent } (households)</b>
rollcall-part = · { $name }: ✅ { $safe } · 🆘 { $help } · 🚶 { $away } · ❔ { $silent }
rollcall-part-others = · Other villages: ✅ { $safe } · 🆘 { $help } · 🚶 { $away } · ❔ { $silent }
rollcall-others = People not on the roster: ✅ { $safe } · 🆘 { $help } · 🚶 { $away }
rollcall-requests = 🆘 Not done yet: No. { $numbers }
button-rollcall-help = 🆘 Who needs help
button-rollcall-silent = ❔ Who is silent
button-rollcall-end = 🏁 End the roll call
button-rollcall-board = ▶️ Under way: { $unit }
rollcall-list-help = 🆘 Who needs help, { $n } in all:
    { $items }
rollcall-list-help-none = Nobody has said that they need help.
rollcall-needs = No. { $number } · { $name } · { $phone } · { $village } · { $household }
rollcall-no-phone = no phone number
rollcall-no-household = not on the roster
rollcall-list-silent = ❔ Not heard of, { $n } households in all:
    { $items }
rollcall-list-silent-none = Every household has been heard of.
rollcall-silent-home = · { $village } · No. { $household }
rollcall-silent-named = · { $village } · No. { $household } · { $name } · { $phone }
rollcall-end-sure = Really end the roll call? { $unit }
    Whoever was not asked is not asked any more, and nobody goes to the doors of the silent. You and the township get the report at once.
button-rollcall-end-sure = 🏁 Yes, end it
rollcall-ended-now = It is over. The report is on its way to you.

rollcall-report = 🏁 <b>Roll call: { $unit }</b>
    From { $begun } to { $ended }
    { $lines }
rollcall-table = 📄 { $unit}: household by household in the spreadsheet.
rollcall-file = Roll call { $unit }
rollcall-chart = Roll call: { $unit } (households)
rollcall-chart-heard = safe or not at home
rollcall-chart-silent = silent
rollcall-chart-help = need help
rollcall-column-household = Household
rollcall-column-village = Natural village
rollcall-column-answer = How they are
rollcall-column-at = When they said so
rollcall-column-by = Who said so
rollcall-standing-safe = safe
rollcall-standing-help = need help
rollcall-standing-away = not at home
rollcall-standing-silent = silent
rollcall-standing-nobody = knocked, nobody in
rollcall-standing-note = { $standing }: { $note }
rollcall-at = { $at }
button-rollcall-report = 📄 The report again
button-rollcall-again = 📄 Last report: { $unit }
rollcall-not-changed = A roll call is neither corrected nor withdrawn. To stop it, tap “End the roll call”.
