# The two sides writing to each other.

speech-from = 💬 { $who } · { $head }
speech = { $head }
    { $words }
speech-corrected = ✏️ Changed to: { $words }
speech-sent-asker = ✓ Delivered (No. { $number }).
speech-sent-holder = ✓ Delivered to the { $role } (No. { $number }).
speech-kept = ✓ Kept (No. { $number }). Whoever takes it will read it.
speak-now = { $head }
    Go ahead: words, voice or photos, I pass them on. When you are done, tap “I'm done”.
speak-stopped = Good, that is all.
button-answer = 💬 Answer
button-stop-talking = ✅ I'm done
which-request =
    { $kind ->
        [text]
            { $count ->
                [1] Which request is this about?
               *[other] Which request are these about?
            }
        [photo] Which request is your photo about?
        [voice] Which request is your voice message about?
       *[other] Which request is what you sent about?
    }
which-again =
    { $kind ->
        [text] “{ $story }”
       *[other] { $story }
    }
    { $question }
which-new = Good, a new request.
button-new-request = 🆕 A new request
story-of = 📎 Added to { $head }
edit-carried = ✏️ Changed, and they have been told (No. { $number }).
edit-too-late = I can't pass on that change any more. Please send a new message.
