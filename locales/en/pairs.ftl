# Standing pairs: who helps which household for good; both agree; resting, handing over and ending are said.

and-then = { $first }, { $then }
purpose-care = 🍲 Daily care
purpose-production = 🌱 Production and income
rhythm-monthly = Once a month
rhythm-twice = Twice a month
rhythm-weekly = Once a week
rhythm-after = Once a month, from day { $day } on
pair-state-proposed = Waiting for the helper's answer
pair-state-accepted = Waiting for the household's answer
pair-state-active = Going on
pair-state-paused = Resting
pair-state-ended = Over
pair-state-declined = Did not come about
pair-why-hospital = In hospital
pair-why-away = Not at home
pair-why-busy = Cannot get away just now
pair-why-gone = Somebody is being found to go on
pair-why-settled = They are doing well now
pair-why-moved = They have moved away
pair-why-helper = The helper cannot go on
pair-why-died = They have died
button-why-hospital = 🏥 In hospital
button-why-away = 🧳 Not at home
button-why-busy = ⏳ Cannot get away just now
button-why-settled = 🌞 They are doing well now
button-why-moved = 🚚 They have moved away
button-why-helper = 👋 The helper cannot go on
button-why-died = 🕯️ They have died

pairs-none = There is no standing pair of yours just now.
    If your household needs somebody for good, tell the duty clerk.
pairs-which = What would you like to see?
button-pairs = 🤝 Standing pairs
button-pairs-desk = 🤝 The center's pairs
button-pairs-helping = 🤝 Households I help
button-pairs-home = 🤝 Who helps us
button-pair = { $name } · { $helper }
button-pair-home = 🏠 { $name }
pair-row = · <b>{ $name }</b> ({ $village }), { $helper }
    { $when }
pair-row-helper = · <b>{ $name }</b> ({ $village })
    { $when }
pairs-helping = You help these households. Tap a name:
    { $items }
pairs-helping-none = You help no household just now.
button-pairs-away = 🏖️ I am away for some days
button-pairs-back = 👋 I am back
pairs-away = Until which day are you away? Tap one, or type a day, for example 3 Dec.
    What is due in that time goes to the second helper.
button-in-days = { $n ->
        [one] One day
       *[other] { $n } days
    }
pairs-away-done = { $n ->
        [one] Noted. Somebody else goes to one household for you.
       *[other] Noted. Others go to { $n } households for you.
    }
pairs-away-done-none = Noted. Nothing has to be done in your place.
pairs-back = Welcome back! The visits are yours again.
pairs-home = These people help your household:
    { $items }
pairs-home-none = Nobody helps your household for good just now. If you need somebody, tell the duty clerk.
pairs-desk = Standing pairs. What would you like to see?
button-pair-new = ➕ Find a helper for a household
button-pairs-needing = 🔄 Wanting somebody else: { $n }
button-pairs-waiting = ⏳ Waiting for an answer: { $n }
button-pairs-paused = ⏸️ Resting: { $n }
button-pairs-active = 🤝 Going on: { $n }
pairs-needing = These want somebody else, or somebody is sought for them:
    { $items }
pairs-waiting = These wait for an answer, the longest first:
    { $items }
pairs-paused = These are resting:
    { $items }
pairs-active = These are going on:
    { $items }
pairs-list-none = There are none just now.
pair-other-center = That household is at another center. Please change to it first.

pair-ask-helper = 🤝 Would you help a household for good?
    <b>{ $name }</b>, { $village }
    { $purpose }, { $plan }
    If it does not suit you, tap “Not this one”. That is quite all right.
pair-ask-next = 🤝 Would you go on helping a household?
    <b>{ $name }</b>, { $village }
    { $purpose }, { $plan }
    What to know: { $note }
pair-no-note = nothing in particular
button-pair-accept = 👌 Yes, I will
button-pair-decline = 🙏 Not this one
pair-accept-done = Good. Now { $name } is asked. Once they agree, you will read how to get there.
pair-decline-done = That is all right. You will be asked again for another.
pair-asking-household = { $name } is being asked. You will hear as soon as they answer.
pair-ask-household = 🤝 The center would like <b>{ $helper }</b> to look in on you. Is that all right?
    { $purpose }, { $plan }
    What your household lacks they may tell the center for you.
button-pair-agree = 👌 Yes
button-pair-refuse = 🙏 No, thank you
pair-agree-done = Good. { $helper } will come. How to know them is below.
pair-refuse-done = Good, then they will not come.
    If you would like somebody else, tell the duty clerk.
pair-call = 📞 Please ask <b>{ $name }</b>, { $phone }:
    May { $helper } look in on them?
    { $purpose }, { $plan }
    What they lack the helper may tell the center for them.
button-pair-they-agree = ✅ They agree
button-pair-they-refuse = ✋ They don't want it
pair-they-agree-done = ✅ Noted: { $name } agrees. { $helper } has been told.
    Please tell them: whoever comes will say “<b>{ $word }</b>”.
pair-they-refuse-done = ✋ Noted: { $name } does not want it.
pair-call-gone = 📞 The call to { $name }:
    { $why }
pair-call-agreed = ✅ Asked: they agree.
pair-call-refused = ✋ Asked: they don't want it.
pair-call-off = No call is needed.
pair-taken-back = The person we asked you about will not come for now. The center looks for another.
pair-helper-declined = { $helper } says that { $name } does not suit them. Please find another.
pair-household-refused = { $name } does not want { $helper } to come. Please find another.
pair-not-begun = { $name } does not need you this time. Thank you for being willing.
pair-unanswered-helper = ⏳ { $helper } has not answered about { $name } for three days.
pair-unanswered-household = ⏳ { $name } has not said for three days whether { $helper } may come.

pair-to-helper = { $news }
    <b>{ $name }</b>, { $village }
    Phone: { $phone }
    { $plan }
    At the door say: <b>{ $word }</b>
pair-begun-helper = 🤝 { $name } agrees. Please look in on them from now on.
pair-taken-over = 🤝 Please look in on { $name } from now on.
pair-standing-in = 🤝 The helper of { $name } cannot come any more. Please stand in for a while.
pair-to-household = { $news }
    { $helper }, phone: { $phone }
    { $plan }
    At the door they will say: <b>{ $word }</b>
    Do not open to anybody who cannot say it.
pair-begun-household = 🤝 { $helper } will look in on you from now on.
pair-new-helper = 🤝 From now on { $helper } comes to you.
pair-begun-officer = 🤝 { $name } and { $helper } are a pair.
pair-pass-on = 📞 Please tell <b>{ $name }</b>, { $phone }:
    { $news }
button-pair-open = 👀 Look at this household
button-pair-open-home = 🤝 Who helps us
button-pair-other = 🔄 I'd like someone else

pair-view-helper = <b>{ $name }</b>, { $village }
    Phone: { $phone }
    At the door say: <b>{ $word }</b>
    { $purpose }, { $plan }
    Helper: { $helper }; second helper: { $second }
    { $when }
pair-view-household = <b>{ $helper }</b> helps your household.
    Phone: { $phone }
    At the door they will say: <b>{ $word }</b>
    { $plan }
    { $when }
pair-view-officer = <b>{ $name }</b>, { $village }
    Phone: { $phone }
    Helper: { $helper } { $helperphone }
    Second helper: { $second }
    { $purpose }, { $plan }
    { $when }
pair-no-second = none
pair-note = 📌 What to know: { $note }
pair-other-wanted = 🔄 They would like somebody else. The helper does not know.
pair-sought = 🔎 The helper cannot go on; somebody is sought.
pair-next-asked = ⏳ { $helper } is being asked to take over.
pair-over-why = Why: { $why }
pair-resting = ⏸️ Resting: { $why }
pair-over = This pair is over.
pair-refused-state = That cannot be done now: { $state }.
pair-needs-reason = Please say why, in a few words.
pair-needs-helper = Nobody is there to go on. Please find somebody first.
button-pair-withdraw = ↩️ Stop asking
button-pair-house = 🏠 The household
button-pair-hand = 🔄 Find somebody else
button-pair-hand-over = 🔄 Hand over
button-pair-stays = 🙂 They stay together
button-pair-pause = ⏸️ Let it rest
button-pair-pause-home = ⏸️ No visits for now
button-pair-resume = ▶️ Go on
button-pair-end = 🏁 End it
button-goals = 🎯 Write goals
pair-withdraw-done = Good, { $name } is not asked about any more.
pair-resume-done = Good, it goes on with { $name }.
    { $when }

pause-why = Why shall it rest? Tap one, or type a few words.
pause-until = Until which day? Tap one, or type a day, for example 3 Dec.
button-until-open = Until further notice
pause-done = Good. It rests with { $name }; { $helper } does not go for now.
pair-paused-helper = ⏸️ It rests with { $name }: { $why }. No need to go for now.
pair-paused-household = ⏸️ { $helper } does not come for now. If you want them to, tell the center.
pair-paused-officer = ⏸️ { $name } and { $helper } rest: { $why }.
pair-resumed-helper = ▶️ You can go to { $name } again.
pair-resumed-household = ▶️ { $helper } comes to you again.
end-why = Why shall it end? Tap one, or type a few words.
end-sure = { $helper } helping { $name }: shall it really end?
button-end-sure = Yes, end it
end-done = Good. With { $name } it is over.
pair-ended-helper = 🏁 With { $name } it is over. Thank you for all you have done!
pair-ended-household = 🏁 { $helper } will not come to you specially any more.
    Whatever you need, tell the center at any time.
pair-ended-officer = 🏁 { $name } and { $helper } are no pair any more: { $why }.
pair-other-done = Noted. The center looks for somebody else; no need to say why.
    They are told nothing, so don't worry.
pair-wants-other = 🔄 { $name } would like somebody else than { $helper }.
    The helper does not know. Please do not mention it.
pair-other-gone = That helper does not come any more; now it is somebody else.
pair-stays-done = Good, it stays as it is.

hand-note = What must the next one know of { $name }? Type a few words.
button-no-note = Nothing in particular
hand-whom = Who shall go on?
button-hand-second = 👤 { $helper }
button-hand-center = 🔎 Let the center find somebody
hand-next = Who shall go on? Tap a name:
    { $items }
hand-asked = Good, { $helper } is asked. It changes as soon as they agree.
hand-sought = Good, the center looks for somebody. Until then, please go on as before.
pair-seeking = 🔎 { $helper } cannot go on with { $name }. Please find somebody.
pair-still-seeking = 🔎 Nobody has been found yet to go on with { $name }.
pair-next-declined = { $helper } cannot take { $name } over. Please find another.
pair-handed-over = 🔄 Somebody goes on with { $name }. Thank you for all you have done!
pair-somebody-nearer = 🔄 The center has found somebody nearer for { $name }, so you need not go any more.
    Thank you for all you have done!
pair-over-to = 🔄 From now on { $helper } helps { $name }.
pair-take-done = Good, { $name } is yours from now on. How to get there is below.
pair-next-gone = 🔎 Whoever was to take { $name } over cannot. Please find another.
pair-second-gone = 🔎 The second helper of { $name } cannot go on.
pair-helper-gone-before = 🔎 Whoever was to help { $name } cannot. Please find another.
pair-stood-in = 🔎 The helper of { $name } cannot go on. The second one stands in; please find another.
pair-helper-gone = 🔎 The helper of { $name } cannot go on, so it rests. Please find another.

pair-who = For which household? Type the name of somebody who lives there.
pair-which = Which one?
pair-nobody = { $name } is not on the roster. Please type the name again.
pair-not-on-roster = This person is not on the roster, so no pair can be made.
house = <b>The household</b>, { $village }
    { $persons }
    { $helper }
    Whom they would like:
    { $wishes }
house-person = · { $name }
house-helper-none = Nobody helps them for good yet.
house-helper = Helper: { $helper } ({ $state })
button-pair-find = 🔎 Find a helper
button-wish-sex = 👤 A woman or a man
button-wish-tongue = 💬 A language
button-wish-skill = 🧰 Skills
button-wish-unwanted = 🚫 Not these people
wish-none = · Anybody
wish-sex-f = · A woman
wish-sex-m = · A man
wish-tongue = · Understands { $tongue }
wish-skill = · If possible: { $skill }
wish-unwanted = · Not wanted: { $n }
wish-which-sex = A woman or a man?
wish-which-tongue = Which language must they understand?
wish-which-skill = What should they be able to do? Tap again to take it off.
wish-which-unwanted = Who shall not come? Tap again to take it off.
button-sex-f = 👩 A woman
button-sex-m = 👨 A man
button-sex-any = Either
button-chosen = ✅ { $text }
pair-has-one = This household has a helper, or somebody is being asked.
pair-cannot-inactive = They cannot be asked just now. Please choose another.
pair-cannot-full = They have households enough. Please choose another.
pair-cannot-kin = They live there. Please choose another.
pair-cannot-unwanted = This household did not want them. Please choose another.
pair-cannot-sex = The household minds whether it is a woman or a man. Please choose another.
pair-cannot-tongue = They do not speak the language that is needed. Please choose another.
pair-ask-second = 🤝 { $helper } looks after { $name }'s household ({ $village }), { $plan }.
    Would you go in their place when they cannot? It is all right to say no.
pair-second-done = Good, you are the second helper of { $name }'s household. You are asked when { $helper } cannot go.
pair-second-agreed = 👍 { $helper } has agreed to be the second helper of { $name }'s household.
pair-second-declined = { $helper } cannot be the second helper of { $name }'s household. The visits go on; name somebody else if you like.
pair-second-asked = asking { $name }
pair-second-there = There is a second helper already: { $second }.
second-asked = Good, { $helper } is asked, and is the second helper as soon as they agree.
button-pair-second = 👤 Find a second helper
pair-second-same = The second helper must be somebody else.
pair-no-candidates = Nobody suitable just now.
    Ask for less in what they would like, or let the association find people.
pair-which-helper = Who shall help? Tap a name:
    { $items }
candidate-row = · <b>{ $name }</b>: { $reasons }
candidate-held = { $n ->
        [one] has one household
       *[other] has { $n } households
    }
pair-which-purpose = What is it mostly for?
pair-which-rhythm = How often?
button-rhythm-after = Once a month, from a certain day on
pair-which-day = From which day of the month? Tap one, or type a number from { $first } to { $last }.
button-after-day = From day { $day } on
pair-day-odd = Please type a number from { $first } to { $last }.
pair-which-second = Who is the second helper, if the first cannot go?
    { $items }
pair-which-second-none = There is nobody suitable for a second helper.
button-no-second = No second helper for now
pair-look = <b>{ $name }</b>, { $village }
    Helper: { $helper }
    Second helper: { $second }
    { $purpose }, { $plan }
    { $goals }
    If it is right, tap “Ask them”. The helper is asked first, then the household.
button-pair-propose = ✅ Ask them
button-pair-from = 🤝 Find a standing helper
pair-proposed = Good, { $helper } is asked, and then the household.

pair-goal-row = 🎯 { $goal }
pair-no-goals = No goals yet.
pair-goals = { $goals }
pair-goals-none = I found no goal. Please type one a line.
pair-write-goals = What is to be reached? Type one a line, for example: raise two pigs.
goals-done = Noted:
    { $goals }
button-progress = 📈 Say how it goes
progress-what = How is it going this month? One sentence is enough.
    { $goals }
button-progress-nothing = Nothing new
progress-done = Noted.
progress-row = 📈 { $month }: { $words }
progress-nothing = nothing new

button-pairs-overdue = ⏰ Not visited: { $n }
pairs-overdue = These were not visited when it was due, and nobody made up for it:
    { $items }
button-pair-print = 🖨️ Print the card
pair-card-too-early = The card can be printed once both have agreed.
pair-card-made = The card for { $name }'s household, to print and hang up.
pair-card-file = Helper card { $name }
pair-card-title = { $name }'s helper
pair-card-helper = Helper
pair-card-phone = Phone
pair-card-word = Code word
pair-card-second = Second helper
pair-card-name-phone = { $name } { $phone }
pair-card-rhythm = How often
pair-card-note = Whoever comes says “{ $word }”. Don't open to anybody who can't; call the center.
