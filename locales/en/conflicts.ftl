# It is about somebody at the center, who must not know; and asking without a name.

button-hush = 🤫 Keep it from somebody
button-hush-named = 🤫 Keep it from { $name }
button-hush-on = 🤫 { $name } · { $role }
button-hush-off = { $name } · { $role }
button-hush-done = 👌 That's it
button-anonymous-on = ✅ Without my name
button-anonymous-off = 👤 Without my name
button-hide-yes = Yes, keep it from them

hush = Who is it about? Tap the name: that person will neither see it nor hear of it.
    Tap again if it was a mistake.
hush-anonymous = { $hush }
    If you tap “Without my name”, nobody at the center knows that you asked. Answers still reach you.
kept-from = 🤫 Kept from: { $name }
spoken-of = ❓ You named { $name } ({ $role }). If it is about them, tap below and they will not know.

anonymous-whom = Whose matter: no name given
anonymous-secret = 🔒 Nobody at the center knows that you asked. Answers still reach you.
anonymous-voice = 🎤 A voice can be recognised: think before you send it.
anonymous-contact = A contact would say who you are, so it was not taken. Somebody else's number you can type.
anonymous-refused = This kind of matter needs a name.
anonymous-line-off = This kind of matter needs a name, so yours will be shown.
anonymous-no-proxy = Asking for somebody else needs a name, so yours will be shown.
anonymous-not-for-other = Without a name, it is no longer asked for somebody else.
anonymous-urgent = In an emergency people must find you, so your name was given.
card-who-anonymous = 👤 No name given
card-anonymous = No name given: the center does not know that you asked.
speech-anonymous = Whoever reported it

hide = { $head }
    Who is it about? Tap the name, and it is kept from them.
hide-none = There is nobody else to choose.
hide-sure = { $head }
    Really keep it from { $name }? They will not see it any more. If they have it, somebody else takes over.
hide-done = { $head }
    Done: { $name } will not know. { $where }
conflict-gone = This is no longer yours.
conflict-own = It is their own matter: it cannot be kept from them.
