# Telling everybody something: writing it, a look, sending it, and how far it is.

notices = Notices to everybody, under way or waiting:
    { $items }
notices-others = Notices, what else there is:
notice-none = None is going out now, and none is waiting.
notice-row-signing = · { $words } (to be signed)
notice-row-scheduled = · { $words } (for later)
button-notice-waiting = ⏳ { $words }
button-notices = 📢 Tell everybody something
notice-row = · { $words }
notice-row-paused = · { $words } (paused)
notice-not-yours = Notices come from the committee and the director. Tell them what everybody should know.
button-notice-new = ✏️ Write: { $unit }
button-notice-look = 👀 { $words }
notice-empty = There is nothing written yet.
notice-long = That is too long: { $length } characters. At most { $longest } fit, please make it shorter.
notice = 📢 <b>Notice of { $unit }</b>
notice-reaches-not =
    { $n ->
        [one] { $n } of them cannot be reached here and has to be told otherwise.
       *[other] { $n } of them cannot be reached here and have to be told otherwise.
    }
button-notice-again = ✏️ Write it anew
notice-begun = It goes out now. Nothing urgent and no answer has to wait for it.
notice-time-soon = Done in less than a minute.
notice-time-minutes =
    { $n ->
        [one] Done in about { $n } minute.
       *[other] Done in about { $n } minutes.
    }
notice-time-hours =
    { $n ->
        [one] Done in about { $n } hour.
       *[other] Done in about { $n } hours.
    }

notice-card = 📢 <b>{ $unit }</b>: { $words }
    { $state }, { $total } in all
    { $lines }
notice-running = ▶️ On its way
notice-paused = ⏸️ Paused
notice-stopped = ⏹️ Stopped
notice-done = ✅ All sent
notice-nobody = ⚠️ Nobody could receive it
notice-sent-to = · received: { $n }
notice-blocked = · cannot be reached here, to be told otherwise: { $n }
notice-failed = · failed: { $n }
notice-left = · still to come: { $n }
notice-not-sent = · not sent: { $n }
button-notice-pause = ⏸️ Pause
button-notice-resume = ▶️ Go on
button-notice-stop = ⏹️ Stop
notice-stop-sure = Really stop it? { $words }
    What has arrived stays; all others will not get it.
button-notice-stop-sure = Yes, stop it
notice-paused-now = Paused. Tap “Go on” to send the rest.
notice-resumed-now = It goes on.
notice-stopped-now = The rest is not sent.
notice-over-done = This one has already been sent to all.
notice-over-stopped = This one was stopped before.

notice-write = What do you want to tell everybody? Write it, or send a photo, a voice message, a file; you can forward something too.
    You will see it before it goes out.
notice-cannot-carry = That kind of message cannot be passed on. Words, photos, voice, video, files and places can.
notice-many = { $most } messages are the most one notice can have.
notice-sure = 👆 This is how everybody will get it.
    { $lines }
notice-reaches = To everybody registered at { $unit }: { $n ->
        [one] { $n } person
       *[other] { $n } people
    }.
notice-reaches-some = Only to some people at { $unit }: { $n ->
        [one] { $n } person
       *[other] { $n } people
    }.
notice-reaches-households = { $n ->
        [one] { $n } household
       *[other] { $n } households
    } in all.
notice-spares = { $n ->
        [one] { $n } more person has
       *[other] { $n } more people have
    } asked not to get this kind.
notice-needs-signature = ✍️ It is about money, so somebody else has to sign it first.
notice-begins-at = 🕐 It goes out { $at }.
button-notice-send = 📢 Send it to everybody
button-notice-to-sign = ✍️ Have it signed, then send it
button-notice-settings = ⚙️ To whom, when, what kind

notice-settings = What would you like to change?
button-notice-kind = 🏷 Kind: { $kind }
button-notice-to = 👥 To: { $to }
button-notice-when = 🕐 When: { $when }
button-notice-ask = ❓ Ask: { $asks }
button-notice-extra = ➕ One more, translations, doors
notice-now = now
notice-which-kind = What kind of notice is it?
notice-kind-general = 📢 General
notice-kind-outage = 🚰 Water and power
notice-kind-meeting = 🪑 Meeting
notice-kind-health = 💉 Health
notice-kind-market = 🛒 Market and jobs
notice-kind-finance = 💰 Accounts
notice-kind-aid = 🤝 Aid lists
notice-kind-policy = 📜 Policy
notice-kind-land = 🌾 Land
notice-kind-disaster = ⚠️ Disaster
notice-of-kind = { $kind } · <b>{ $unit }</b>

notice-for-whom = Whom is it for? Now: { $to }
notice-to-everybody = everybody
notice-to-some = some people
notice-to-but = all but { $names }
button-notice-to-all = 👥 Everybody
button-notice-to-village = 🏘 By natural village
button-notice-to-role = 🧰 By role
button-notice-to-tag = 🏷 By household (living alone, …)
button-notice-but = 🔄 The other way: all but these
button-notice-only = 🔄 The other way: only these
notice-which-village = To which villages? Tap one to add it, again to take it away.
notice-which-role = To whom? Tap a role to add it, again to take it away.
notice-which-tag = To which households? Tap to add, again to take away.
notice-nothing-there = There is nothing to choose from here yet.
notice-tag = { $tag } ({ $n ->
        [one] { $n } household
       *[other] { $n } households
    })
notice-no-village = One of the villages you chose is not here any more. Please choose again.

notice-when-ask = When should it go out? Tap one, or write it: “tomorrow 7:30am”, “3 Dec 9:30”.
button-notice-at-once = ▶️ Now
notice-at = { $at }
button-notice-urgent = 🌙 At night too
button-notice-not-urgent = 🌙 Not at night
notice-when-unclear = I did not understand when. Write it like “tomorrow 7:30am” or “3 Dec 9:30”.
notice-when-past = That is over already. Please choose another time.
notice-when-far = That is too far off: a year at most.

notice-ask-what = Do you want to ask people something?
button-notice-ask-nothing = No, they just tap that they read it
button-notice-ask-choices = ✏️ My own choices
notice-asks-nothing = nothing
notice-asks-yesno = yes or no
notice-asks-come = will you come?
notice-asks-choices = my own choices
notice-asks-rollcall = are you safe?
notice-choices-ask = Send the choices, one on each line, two to { $most }.
notice-choices-unclear = Two to { $most } choices, please, one on each line, each of them short.

notice-extra = You can also:
button-notice-add = ➕ Add a message (photo, voice, file…)
button-notice-translate = 🌐 In { $language }
button-notice-doors = 🚪 Tell who has not read it at the door
button-notice-no-doors = 🚪 No need to knock at doors
notice-add-ask = Send what you want to add.
notice-translate-ask = How do you say it in { $language }? Whoever uses it will see that.

notice-please-sign = ✍️ A notice of { $unit } needs your signature: { $words }
    Written by { $author }, { $kind }. Look at it first; sign it if nothing is wrong.
button-notice-sign-look = 👀 Look at it
notice-draft = 📝 { $words }
    { $unit }, written by { $author }.
    { $lines }
notice-draft-signing = ✍️ Waits for the second signature
notice-draft-scheduled = ⏳ Waits for its time
notice-draft-sent = ✅ Sent
notice-draft-returned = ↩️ Given back
notice-draft-dropped = ⏹️ Not to be sent
notice-draft-template = 📄 Kept for use
notice-draft-at = 🕐 { $at }
button-notice-sign = ✍️ It is right, I sign
button-notice-return = ↩️ I do not sign it
button-notice-drop = ⏹️ Do not send it
button-notice-now = ▶️ Send it now
button-notice-rewrite = ✏️ Change it and send it
notice-own-signature = Somebody else has to sign what you wrote.
notice-nobody-signs = What is about money needs two signatures, and nobody but you can sign now. Ask the director or the township to add somebody.
notice-author-gone = Whoever wrote it has no say in this any more: it is not sent.
notice-return-why = What is wrong with it? Write a sentence, so that it can be mended.
notice-returned = ↩️ { $by } did not sign it: { $reason }
notice-returned-now = It was given back, with what you wrote.
notice-signed = ✍️ { $by } signed it: { $words }
notice-signed-sent = Signed, and on its way.
notice-signed-scheduled = Signed. It goes out at its time.
notice-dropped = It will not be sent.
notice-kept-signing = Somebody has been asked to sign it; then it goes out.
notice-kept-scheduled = It goes out at its time.
notice-begun-rests = Nobody is woken at night: it goes out at seven in the morning.
notice-rests-now = Nobody is woken at night: it goes on at seven in the morning.
notice-resting = 🌙 Resting for the night, goes on { $at }
notice-is-withdrawn = This notice has been withdrawn.
notice-answered = ❓ { $question }
    💬 { $answer }
notice-no-words = { $kind ->
    [photo] a photo
    [voice] a voice message
    [video] a video
    [video_note] a video
    [location] a place
    [venue] a place
    [contact] a contact
   *[other] a file
}

button-notice-read = ✅ I have read it
notice-read-thanks = Thank you, noted.
notice-answer-kept = Noted. To change it, tap another one.
notice-answer-yesno-yes = 👍 Yes
notice-answer-yesno-no = 👎 No
notice-answer-come-yes = 🙋 I will come
notice-answer-come-no = 🙅 I will not
notice-answer-come-maybe = 🤔 Not sure
notice-answer-rollcall-safe = ✅ Safe
notice-answer-rollcall-help = 🆘 I need help
notice-answer-rollcall-away = 🚶 Not at home
notice-reached = · { $n ->
        [one] { $n } household knows
       *[other] { $n } households know
    }, of { $total }
notice-readers = · { $n ->
        [one] { $n } person has tapped it
       *[other] { $n } people have tapped it
    }
notice-answer-count = · { $answer }: { $n }

button-notice-wishes = 🔔 Which notices I get
notice-wishes = Which notices would you like? Tap one to change it. In a disaster everybody is told.
button-picked = ✅ { $text }
button-unpicked = ⬜ { $text }
