# Telling at the door: who goes to those who have not read a notice, and what became of each household.

door-about = 📢 { $unit }: { $words }
door-no-village = households without a village
door-place = { $center }, { $village }
door-names-more = { $names } and others, { $n } persons
door-names-none = (a household without names)

door-offer = 🚪 Some households do not know of this yet. Could you tell them at the door?
    { $about }
    { $place }, { $n ->
        [one] { $n } household
       *[other] { $n } households
    }.
    Yes or no, both are fine. Who they are you hear when you have agreed.
button-door-yes = 👣 I will go
button-door-no = 🙏 Not this time
door-thanks = Thank you! { $n ->
        [one] { $n } household
       *[other] { $n } households
    }, the list is below.
door-declined = That is fine, somebody else will be asked.
door-covered = Thank you! Somebody goes to all of them already.
door-first-these = Please finish the ones you have first.

door-list = 🚪 Still to be told:
    { $about }
    { $items }
door-row = · { $names } · { $village } · ☎️ { $phone }
door-row-again = · { $names } · { $village } · ☎️ { $phone } (nobody was there)
door-list-done = ✅ You have told them all. Thank you!
    { $about }
door-list-done-more = ✅ You have told them all. Thank you! To { $n } more nobody goes; take some if you have the time.
    { $about }
button-door-list = 👣 Open the list
button-door-more = ➕ A few more
button-door-back-all = ↩️ I cannot do the rest
button-door = 🏠 { $names }

door-household = 🏠 <b>{ $names }</b>, { $village }
    ☎️ { $phone }
    To read out:
    { $words }
door-no-words = (There are no words. Show or play them what came to your phone.)
button-door-told = ✅ They know now
button-door-nobody = 🚪 Nobody there
button-door-moved = 📦 Moved away
button-door-back = ↩️ I cannot get there
door-who = Who was told? { $names }
button-door-other = 👤 Somebody else
door-who-else = Who was told? Please type the name.
door-told-now = Noted, thank you.
door-nobody-now = Noted. Please try again later.
door-moved-now = Noted. The clerk will put the roster right.
door-given-back = Fine, somebody else will be found.
door-told-already = { $by } has told this household already.
door-read-meanwhile = This household has read it, nobody needs to go.
door-again-later = Noted before. Try again later, and tap when they know.
door-knows-already = This household knows already.
door-again = 🚪 Nobody was at home at { $n ->
        [one] { $n } household
       *[other] { $n } households
    }; it is time to try again.
    { $list }
door-silent = { $n ->
        [one] { $n } household is
       *[other] { $n } households are
    } still on your list. You may be busy, so somebody else is asked. Thank you!
    { $about }
door-away = 🚪 Nobody was there twice. Please ring, or ask the neighbours:
    { $home }
    { $about }
door-gone = 📦 This household is said to have moved away; please put the roster right:
    { $home }
    { $about }

door-kin = You have read it. Does your family know? If you have told them, one tap will do, and nobody has to go there.
    { $about }
button-door-kin = ✅ I have told { $name }'s household
door-kin-thanks = Noted for { $name }'s household; nobody has to go there.

door-nobody-goes = ⚠️ Nobody goes there:
    { $about }
    { $place }, { $n ->
        [one] { $n } household does
       *[other] { $n } households do
    } not know yet.
button-door-take = 👣 I will go myself
door-count-told = · Told at the door: { $n ->
        [one] { $n } household
       *[other] { $n } households
    }
door-count-left = · Still to be told: { $n ->
        [one] { $n } household
       *[other] { $n } households
    }
door-count-moved = · Moved away: { $n ->
        [one] { $n } household
       *[other] { $n } households
    }
door-nobody-there = · ⚠️ Nobody goes to: { $places }
button-door-chart = 📊 Picture
button-door-left = 🏠 Who does not know yet
door-chart = 📊 <b>{ $unit }</b>: { $words }
    { $items }
door-chart-row = · { $label }: read { $read }, told at the door { $told }, not yet { $left }
door-chart-rest = · { $n ->
        [one] { $n } more place
       *[other] { $n } more places
    }, not yet { $left }
door-chart-title = Who knows it: { $unit }
door-read = have read it
door-told = told at the door
door-left = not yet
door-places = { $unit }, who does not know yet:
    { $items }
door-places-none = { $unit }: everybody knows.
button-door-place = 🏘 { $place } ({ $n })
door-missing = { $n ->
        [one] { $n } household does
       *[other] { $n } households do
    } not know yet:
    { $items }
door-missing-none = Everybody here knows.
door-missing-open = · { $names } (nobody goes)
door-missing-taken = · { $names } ({ $keeper } goes)
door-missing-nobody = · { $names } (nobody was there)
door-missing-waiting = · { $names }
button-door-safe = ✅ All safe
button-door-help = 🆘 They need help
door-found-safe = Noted: they are safe.
door-found-help = Noted. People are being sent there.
