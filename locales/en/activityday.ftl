# The day of an activity, and afterwards: checking in, the list, its ticks, walk-ins, how it was, certificates.

command-checkin = I have come: check in

# Checking in
check-in-word = check in
day-title = “{ $title }”
day-which = “{ $title }”, session { $n }
check-in-done = 🎉 You are here! { $what }: noted.
check-in-known = ✅ { $what }: you were noted already, no need to scan again.
check-in-place = 🎉 You are here! { $what }
check-in-is-here = ✅ { $name } is here
check-in-who = Who has come? Please tap their names.
button-has-come = ✅ { $name } is here
button-all-have-come = ✅ All are here
check-in-offered = { $what }: it is just your turn, and a seat is kept for you. One tap, and it is yours.
check-in-waits = { $what }: you are still in the line and have no seat. Please speak to { $name } at the door: you are let in if there is room.
check-in-no-seat = { $what }: you are not on the list. Never mind, please speak to { $name } at the door: you are let in if there is room.
day-host = whoever runs it
check-in-digits = On the paper at the door there are four digits below the code. Just send them to me.
check-in-unknown = These four digits do not fit. Please look at the paper at the door again, or speak to somebody there.

# Who came
button-who-came = 📋 Who came
button-session = 📋 Session { $n } · { $at }
day-sessions = 📋 “{ $title }”: which session?
day-afterwards = 📋 “{ $title }”: what would you like to see?
day-session = 📋 { $what }
    🕘 { $at }
    { $seated } on the list, { $here } came.
button-day-list = ✅ Tick one by one
button-paper = ✍️ Ticks from paper
button-walk-in = 🚶 Somebody just came
button-print-list = 🖨 Print the list
button-poster = 🖨 QR code for the door
day-list = 📋 { $what }
    { $seated } on the list, { $here } came. Tap whoever came; tap again if it was a slip.
day-list-none = 📋 { $what }
    Nobody is on the list yet.
button-was-here = ✅ { $n } { $name }
button-not-here = ⬜ { $n } { $name }
day-list-name = List { $title }
day-list-ready = 🖨 The list for “{ $title }”. Print it on A4 and tick whoever comes; afterwards tap “Ticks from paper” and send me the numbers.
day-poster-name = Door { $title }
day-poster-ready = 🖨 Print it and hang it at the door. Whoever comes scans it, or sends me the four digits.

# Ticks from paper
paper-ask = { $what }: who is ticked on the paper? Please send me the numbers.
    For example: 1-12 15 18
    Or: all but 3 and 5
paper-unreadable = I cannot read “{ $part }”. Numbers are enough, for example: 1-12 15 18
paper-nobody = That would be nobody at all. If somebody came, please send the numbers again.
paper-preview = These came ({ $n }), is that right?
    { $names }
paper-row = { $n } { $name }
paper-more = … and { $n } more
button-paper-keep = ✅ Yes, note it
paper-kept = Noted: { $n }.

# Walking in
walk-in-ask = { $what }: what is the name of whoever has come?
walk-in-which = Which { $name } is it?
button-of-list = 📋 { $n } { $name } of the list
walk-in-done = ✅ { $name } is noted, as number { $n } of the list.
button-walk-in-next = 🚶 Somebody else

# When it is over
day-summed-up = { $what } is over. { $seated } were on the list, { $here } came.
    If something on paper is not noted yet, or somebody came without signing up, it can be added now.
verdict-ask = “{ $title }” is over. How was it for you? One tap is enough. Whoever ran it sees the totals only, not who tapped what.
button-verdict-good = 👍 Useful
button-verdict-fair = 👌 All right
button-verdict-poor = 👎 No help
verdict-thanks = Thank you! Noted.
button-verdict-more = ✍️ Say something more
verdict-known = You have said it already, thank you.
remark-ask = Just write what you would like to say. Once three people have written, whoever ran it sees the words, not who wrote them.
remark-thanks = Thank you! Your words are kept.
button-said = 💬 What people thought
said-head = 💬 “{ $title }”
said-too-few = Answers so far: { $n }. From three on they can be seen: with fewer one might guess whose they are.
said-counts = 👍 Useful { $good } · 👌 All right { $fair } · 👎 No help { $poor }
said-words = “{ $words }”

# How often I was there
button-my-days = 📋 How often I was there
days-head = 📋 “{ $title }”: { $name }
days-was-there = Was there.
days-nothing = Nothing is noted yet.
days-count = { $all } sessions, { $past } so far, there at { $n }.
days-session = ✅ Session { $n } · { $at }
days-certificate = 📜 Certificate { $number }
button-my-certificate = 📜 My certificate again

# Certificates
certificate-word = certificate
button-certificates = 📜 Certificates
certificates = 📜 “{ $title }”
    There often enough and not given yet: { $due }; given: { $given }.
    Tap a name to give it to one person; one that was given can be sent again there, or revoked.
certificates-none = 📜 “{ $title }”: nobody is noted as having been there. Please enter the ticks first.
button-give-all = 📜 Give it to these { $n }
button-give = ⬜ { $name } · { $n }/{ $of }
button-give-all-the-same = ▫️ { $name } · { $n }/{ $of }
button-given = 📜 { $name } · given
button-revoked = ↩️ { $name } · revoked
certificate-given-one = 📜 { $name } has certificate { $number }.
    If the name has changed, send it again: with the name as it is now and the same number. If it was a mistake, revoke it.
certificate-revoked-one = ↩️ Certificate { $number } of { $name } is revoked.
    If that was a mistake, give it again: it has the same number and counts as before.
button-give-again = 📨 Send it again
button-revoke = ↩️ Revoke it
certificate-revoke = Revoke { $name }'s certificate? They are told, and whoever checks { $number } sees that it does not count.
button-revoke-sure = ↩️ Yes, revoke it
certificate-revoked = { $name }'s certificate is revoked.
certificate-revoked-yours = ↩️ { $name }'s certificate for “{ $title }”, number { $number }, is revoked and does not count any more. If you do not know why, talk to a person.
certificate-is-revoked = This certificate is revoked and does not count any more. If you do not know why, talk to a person.
certificates-given = Given: { $n }.
certificate-given = { $name } has the certificate.
certificate-not-yet = It is not over yet. Certificates are given after the last session.
certificate-name = Certificate { $number }
certificate-yours = 📜 { $name }'s certificate for “{ $title }”, number { $number }. Please have it stamped at the center. Whoever wants to check it sends me the number.
certificate-ask = What is the number on the certificate? For example: 2026-003-173
certificate-unknown = No certificate with this number is known here. Please compare the digits; one from another center is checked there.
certificate-void = ❌ It does not count any more. Certificate { $number }, “{ $title }”, was revoked by { $unit } on { $at }.
certificate-true = ✅ It is true, and was given here.
    Number { $number }
    { $name }
    “{ $title }”, { $first } to { $last }, there at { $attended } of { $sessions }
    { $unit }, { $dated }, given by { $by }
