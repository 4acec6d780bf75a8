# Telling everybody something: writing it, a look, sending it, and how far it is.

button-notices = 📢 Tell everybody something
notices = Notices to everybody, those under way:
    { $items }
notice-none = None right now.
notice-row = · { $words }
notice-row-paused = · { $words } (paused)
notice-not-yours = Notices come from the committee and the director. Tell them what everybody should know.
button-notice-new = ✏️ Write: { $unit }
button-notice-look = 👀 { $words }
notice-write = What should everybody know? Please type it.
    You will see it before it goes out.
notice-words-only = Only words can be sent for now. Please type them.
notice-empty = There is nothing written yet.
notice-long = That is too long: { $length } characters. At most { $longest } fit, please make it shorter.
notice = 📢 <b>Notice of { $unit }</b>
notice-sure = 👆 This is how it arrives.
    { $lines }
notice-reaches =
    { $n ->
        [one] It goes to everybody registered at { $unit }: { $n } person.
       *[other] It goes to everybody registered at { $unit }: { $n } people.
    }
notice-reaches-not =
    { $n ->
        [one] { $n } of them cannot be reached here and has to be told otherwise.
       *[other] { $n } of them cannot be reached here and have to be told otherwise.
    }
button-notice-send = 📢 Send it to everybody
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
