# Matching many households with helpers at once: for whom, the plan, why, mending it, approving it.

match-ask-tag = For which households? In brackets: how many have no helper yet.
match-tag = { $tag } ({ $n })
match-everybody = All without a helper ({ $n })
match-ask-purpose = What is the help for?
match-ask-rhythm = How often?
match-asked = Making the plan; you get it in a moment.
match-under-way = The helpers of the last plan are still being asked.
match-ready = { $n ->
        [one] One household has a helper
       *[other] { $n } households have a helper
    }, for { $left } nobody fits.
    The whole table is here. Nobody is asked before you approve it.
button-match-look = 👀 Look at each
button-match-approve = ✅ Approve, ask them
button-match-drop = ❌ Drop it
button-match-again = 🔁 Make it again
match-plan = { $n ->
        [one] One household has a helper
       *[other] { $n } households have a helper
    }, for { $left } nobody fits. Tap a name to change it:
    { $items }
match-row-with = · { $name } ({ $village }) → <b>{ $helper }</b>
    　{ $why }
match-row-fixed = 📌 { $name } ({ $village }) → <b>{ $helper }</b>
    　{ $why }
match-row-struck = ❌ { $name } ({ $village }) → { $helper }
    　{ $why }
match-row-none = 🤷 { $name } ({ $village })
    　{ $why }
button-match-keep = 📌 Keep this one
button-match-unkeep = 📌 Don't insist
button-match-strike = ❌ Somebody else
button-match-unstrike = ❌ Leave it after all
match-again-first = Some were struck out: tap “Make it again” first.
match-nobody = Nobody could be matched.
match-approved = { $n ->
        [one] One helper is being asked
       *[other] { $n } helpers are being asked
    }; once they agree the households are asked.
match-dropped = All right, dropped.
match-done = { $asked ->
        [one] One helper has been asked. Now wait for the answer.
       *[other] { $asked } helpers have been asked. Now wait for their answers.
    }
match-done-left = { $left ->
        [one] For one household it was not needed any more.
       *[other] For { $left } households it was not needed any more.
    }
match-file = Helpers and households
match-column-household = Household
match-column-village = Natural village
match-column-helper = Helper
match-column-why = Why
match-skills = can do { $skills }
match-reason-known = has helped there before
match-reason-same_village = same natural village
match-reason-tongue = speaks their language
match-reason-free = has no household yet
match-reason-none = has time
match-bar-full = all helpers are taken
match-bar-never = not suitable, or not wanted there
match-bar-sex = no woman or man left, as they wish
match-bar-tongue = nobody speaks their language
match-bar-distance = nobody goes to that natural village
button-match = 🧩 Match many at once
