# Two requests done as one, one done as two; and before sending: was it asked for already?

duplicate-own = You have asked for this, and it is still open:
    { $items }
    Add to that one, or ask for something else?
duplicate-household = Your household has asked for this already:
    { $items }
    Add to that one, or ask for something else?
duplicate-row-new = · { $head } (asked just now)
duplicate-row =
    { $days ->
        [one] · { $head } (asked { $days } day ago)
       *[other] · { $head } (asked { $days } days ago)
    }
duplicate-gone = That one has just been finished or cancelled. Please send yours as a new one.
button-add-to = ➕ Add to No. { $number }
button-send-anyway = 🆕 Something else, send it
sent-joined = ✅ Received: <b>{ $head }</b>
    It is done together with the one of your household. { $where }
    This number is your own: ask by it.

button-merge = 🔗 Do it together with another
button-split = ✂️ It is really two
button-together =
    { $count ->
        [one] 🔗 One merged into it
       *[other] 🔗 { $count } merged into it
    }
button-unmerge = ✂️ Do it by itself again
button-open-main = 🔗 Look at the main one
button-merge-yes = ✅ Do them together
merge-which = Which one shall it be done together with?
merge-none = You have nothing else of this kind. To merge a request, take it first.
merge-sure = { $main }
    { $child }
    Do these two together? From then on you work on No. { $number }; what you write there reaches all askers.
toast-merged = Good, together.
toast-unmerged = Good, by itself.
together = Done together with it. Tap a number:
together-none = Nothing is merged into this one.
numbers-and = { $numbers }, { $number }
numbers-more = { $numbers }…
card-note-merged = 🔗 (No. { $numbers } merged into it.) What you write here reaches all askers.
card-note-follows = 🔗 Done together with No. { $number }.
speak-now-merged = { $head }
    Go ahead: the askers of No. { $numbers } will all get it. To write to one alone, open that one.
told-joined = 🔗 { $head }
    Somebody asks for the same: No. { $number }. It is done together with it.
told-merged = 🔗 Yours is now done together with something alike. It keeps its number, and you hear of every step.
told-unmerged = ✂️ Yours is now done by itself. The { $role } still has it and will finish by { $due }.
told-alone = { $head }
    It was done together with No. { $number }; from now on it goes on by itself, still with you.
told-reopened-elsewhere = { $head }
    They say it is not done yet. Somebody else will go on with it; you can rest now.
refused-merged = This one is done together with another: please use that one. To do it alone, take them apart first.
refused-not-merged = This one is by itself already.
refused-merge-same = These two are done together already.
refused-merge-apart = These are different kinds of things and cannot be done together.
refused-merge-over = One of the two is over already.

split-which = What is the second one about?
split-words = { $head }
    What is the second one? One sentence, please: the villager and whoever takes it will read it.
split-done = ✂️ The second one has its own number: { $head }
    The villager has been told. You still have the first.
told-split = ✂️ What you asked for is really two things. No. { $number } goes on; the { $role } has given this one a number of its own:
    { $words }
    { $where }
refused-words-missing = Please say in a sentence what it is.
