# Wanting to learn something: noted until there is a course, and then told first.

learning-none = There is no course for this at the moment: { $words }.
    Shall I note it for you? You will hear first when there is one.
learning-found = For { $words } there is this:
button-wish-keep = 📝 Note it
button-wish-other = 🙋 That is not what I mean
button-wish-under-way = 📎 It belongs to what I asked for
wish-kept = 📝 Noted: { $words }. You will hear first when there is one. It counts for a year.
button-wish-drop = ❌ Cross out: { $words }
wish-dropped = Good, crossed out: { $words }.
wish-enough = 🌱 { $n } people want to learn { $words }, and there is nothing yet.
    If you offer it, they will hear first.
button-wishes-look = 🌱 What people want to learn

button-wishes = 🌱 What people want to learn
wishes = What people want to learn, what most want first.
    Who they are is not said here.
wishes-none = Nobody has said yet that they want to learn something.
button-wish-make = 🌱 Offer { $words } ({ $n })
wish-make = 🌱 { $n } people want to learn <b>{ $words }</b>. In their words:
    { $items }
button-wishes-own = 📝 What I want to learn
wishes-own = What you want to learn. You will hear first when there is something.
    Each is kept for a year; say it again if you still want it.
wishes-own-none = You have not said yet what you want to learn. Just say it.
wish-met = 🌟 There is what you wanted to learn. You are told first:
    { $facts }

asked-found = There is this at the moment. Tap to look at it.
