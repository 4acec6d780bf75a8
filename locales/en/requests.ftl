# A request's card, and the messages of each step.

card-short = No. { $number } · { $what }
card-headline = No. { $number } { $line }
card-headline-topic = No. { $number } { $line } · { $topic }
card-facts = <b>{ $head }</b>
    📍 { $center } · { $village }
    🕒 asked { $asked }
    { $due }
card-facts-urgent = 🚨🚨 <b>Urgent! { $head }</b>
    📍 { $center } · { $village }
    🕒 asked { $asked }
    { $due }
card-offer = { $facts }
    { $why }
card-why-new = You see who and what once you take it.
card-why-risen = No one is at that desk now, so it comes to you.
card-why-returned = Someone gave it back.
card-why-returned-reason = Someone gave it back: { $reason }
card-why-transferred = It was moved here.
card-why-transferred-reason = It was moved here: { $reason }
card-why-reopened = They say it is not done, so it is open again.
card-why-reopened-reason = They say it is not done: { $reason }
card-gone = { $card }
    { $why }
card-taken-by = ✅ Taken by the { $role }.
card-cancelled = The villager has cancelled it.
card-held = { $facts }
    { $status }

    { $who }
    { $story }

    { $note }
card-who = 👤 { $name }  📱 { $phone }
card-who-proxy = 👤 { $name }  📱 { $phone }
    (asked by { $proxy }  📱 { $proxyphone })
card-note-none = What you write is passed on. Neither sees the other's account.
card-note-secret = 🔒 This is confidential: only you can see it.
card-note-reopened = 🔁 They say it is not done: { $reason }
card-mine = <b>{ $head }</b>
    { $status }
    { $where }
    { $person }
    Asked { $asked }:
    { $story }
card-for = For { $name }
card-for-self = For yourself
card-other = { $facts }
    { $where }
where-waiting = It is with the { $role } and will be taken up by { $due }; if nobody has by then, it goes to: { $next }.
where-assigned = The { $role } has it and will finish by { $due }.
where-in_progress = The { $role } is working on it and will finish by { $due }.
where-reopened = The { $role } goes on with it and will finish by { $due }.
where-done = They say it is done. Is it?
where-closed = This is finished.
where-cancelled = You cancelled this.
where-declined = They say it can't be done. If that is wrong, you can ask again.

button-take = ✋ I'll take it
button-speak = 💬 Write to them
button-add-word = 💬 Say more
button-start = ▶️ Start
button-finish = ✅ Done
button-hand-on = ↪️ Hand it on, merge, split
button-return = ↩️ Give it back, let another do it
button-transfer = 🔀 Not my kind – move it
button-decline = 🚫 It can't be done
button-confirm = 👍 It is done
button-refuse = 👎 Not done
button-reopen = 🔁 Ask again
button-cancel-request = ❌ No longer needed
button-cancel-yes = Yes, cancel it
button-cancel-no = No, keep it
button-stars = { $stars } ⭐
button-rating-word = ✍️ Add a word

mine = What you asked for. Tap a number:
    { $items }
mine-row = · { $head }
    { $status }
mine-none = You have not asked for anything yet. Just say what you need.
desk = { $count ->
        [one] One request to do:
       *[other] { $count } requests to do, the most pressing first:
    }
    { $items }
desk-urgent-row = 🚨 <b>{ $head }</b>
    { $village }, by { $due }
desk-late-row = ⏰ { $head }
    { $village }, was due { $due }
desk-held-row = 📌 { $head }
    { $village }, finish by { $due }
desk-new-row = 🆕 { $head }
    { $village }, take by { $due }
desk-empty = Nothing to do right now. Take a breath.
desk-no-role = This is for those who take requests. If you need help, just say so.
toast-taken = It is yours, thank you!
toast-started = Good, they know.
finished = ✅ { $head }
    They have been told and can check. If they say nothing for three days, it counts as finished.
confirmed = 👍 { $head }
    Great! How good was it, from 1 to 5?
rated = { $stars ->
        [one] Noted: one star. Thank you!
       *[other] Noted: { $stars } stars. Thank you!
    }
cancelled = { $head }
    All right, cancelled.
cancel-sure = { $head }
    Really cancel this?
hand-on = { $head }
    What would you like to do with it?
transfer-where = Where does it belong?
reason-return = { $head }
    Why do you give it back? One sentence helps whoever takes it next.
reason-transfer = { $head }
    Why do you move it? Please write a sentence.
reason-decline = { $head }
    Why can't it be done? The villager will read this, so please be clear and kind.
reason-refuse = { $head }
    What is not done? Please say it in a sentence.
reason-reopen = { $head }
    Why do you ask again? Please say it in a sentence.
reason-word = { $head }
    What would you like to say?
reason-in-words = Please type a few words.
reason-return-done = ↩️ { $head }
    Given back.
reason-transfer-done = 🔀 { $head }
    Moved.
reason-decline-done = 🚫 { $head }
    The villager has been told.
reason-refuse-done = 🔁 { $head }
    Good, it goes on. They have been told.
reason-reopen-done = 🔁 { $head }
    It is open again. They have been told.
reason-word-done = Thank you, your words have been passed on.

told-asker = { $head }
    { $news }
told-taken = ✋ The { $role } has taken it and will finish by { $due }. To write to them, just reply to this.
told-started = ▶️ The { $role } has started.
told-done = ✅ The { $role } says it is done. Is it? If we hear nothing by { $closes }, it counts as finished.
told-returned = ↩️ Someone else will do it for you. { $where }
told-transferred = 🔀 It was moved to { $line }. { $where }
told-declined = 🚫 The { $role } says it can't be done: { $reason }
told-closed = We heard nothing for three days, so it counts as finished. If it is not done, you can ask again within fourteen days.
told-confirmed = 👍 { $head }
    The villager says it is done. Well done, thank you!
told-cancelled = { $head }
    The villager no longer needs it.
told-risen = { $head }
    They are still not happy, so it goes to those above. You can rest now.
told-rated = { $head }
    { $stars ->
        [one] The villager gave one star and says: { $word }
       *[other] The villager gave { $stars } stars and says: { $word }
    }

refused-not-yours = This request is not in your hands.
refused-reason-missing = Please write a reason.
refused-state = This can't be done now. The request is: { $status }.
refused-taken = The { $role } was faster. Thank you!
refused-line = It is already there. Please choose another.
refused-too-late = The fourteen days are over. Please ask for it as a new request.
refused-over = This request is: { $status }. Nothing more can be passed on. If you need more, please ask again.
card-due = ⏳ to be taken up by { $due }
card-due-held = ⏳ to be done by { $due }
card-late = ⏰ late since { $due }
card-why-unanswered = Those asked before have not taken it; now it is with you.
card-why-urgent = Whoever can, go now. Tap “I'll take it”, and they will know who is coming.
card-again = Asked again: see the card below.
