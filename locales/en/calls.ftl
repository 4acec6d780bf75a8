# The calls the clerk has to make.

call-card = { $what }
    { $notes }
call-open = 📞 Please call <b>{ $name }</b>, { $phone }:
    { $proxy } asked for { $number } ({ $line }) on their behalf. Do they agree?
call-secret = 📞 Please call <b>{ $name }</b>, { $phone }:
    { $proxy } asked for { $number } on their behalf. Do they agree? They know themselves what it is.
call-again = 📞 Please call <b>{ $name }</b>, { $phone }:
    { $proxy } would like to act for them, which they did not want before. Do they want it now?
call-no-phone = (no number known; please send word)
call-tried = { $tries ->
        [one] Called once, no answer.
       *[other] Called { $tries } times, no answer.
    }
call-due = ⏳ Please call by { $due }.
call-gone = 📞 The call to { $name }:
    { $why }
call-over = That request is over. No call is needed.
call-answered-by-person = They have answered themselves. No call is needed.
call-was-agreed = ✅ Called: they agree.
call-was-stopped = ✋ Called: it is not needed.
call-was-unreachable = Called several times, no answer.
call-was-dropped = This call is no longer needed.

button-call-agreed = ✅ They agree
button-call-stop = ✋ They don't need it
button-call-unreached = 📵 No answer
call-stop-sure = What did { $name } say?
    With “Only this one” request { $number } is cancelled.
call-never-sure = { $name } still does not want { $proxy } to act for them?
button-call-stopped = Only this one
button-call-never = Never again by { $proxy }
call-agreed-done = ✅ Noted: { $name } agrees. Thank you!
call-stopped-done = ✋ Noted: { $name } does not need it. It is cancelled.
call-never-done = 🚫 Noted: { $name } does not want it. The other person has been told.
call-unreachable-done = 📵 { $name } could not be reached. The director has been told.
call-just-tried = That was noted just now. Try again in a while.
toast-try-again = Good, try again in a while.

desk-calls = { $count ->
        [one] 📞 One call to make
       *[other] 📞 { $count } calls to make
    }
button-calls = { $count ->
        [one] 📞 One call
       *[other] 📞 { $count } calls
    }
button-more-calls = 📞 More calls?
calls = { $count ->
        [one] One call to make. Tap the name for the number:
       *[other] { $count } calls to make, the most pressing first. Tap a name for the number:
    }
calls-none = No calls to make.
button-call = 📞 { $name } · { $number }
