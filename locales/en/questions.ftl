# Asking about a notice, and letting everybody read the answer.

notice-mention = 📄 About notice { $number }: { $words } ({ $unit })
notice-mention-number = 📄 About notice { $number } ({ $unit })
button-notice-question = ❓ I have a question
question-say = { $notice }
    What would you like to ask? Type, speak, or send a photo.
question-secrecy = 🔒 Only whoever takes it sees who you are. Whoever sent the notice sees what you ask, too.
    If many ask, question and answer may be added to the notice, without your name.
question-offer = { $notice }
    Somebody asked, and was answered. Shall everybody read it in the notice?
    ❓ { $question }
    💬 { $answer }
button-question-look = ➕ Add it to the notice
question-preview = This will stand below the notice, without who asked:
    { $shown }
button-question-send = ✅ Add it like this
button-question-question = ✏️ Word the question
button-question-answer = ✏️ Word the answer
question-write-question = How shall the question read? It is for everybody, so leave out who asked.
question-write-answer = How shall the answer read? It is for everybody.
question-shared = Good, it is in the notice, for everybody to read.
told-question-shared = 📌 Your question and the answer are in the notice now, for all to read, without your name.
