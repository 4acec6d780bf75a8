# Registering: language, consent, name, natural village, phone.

join-language = Hello! This is the village service center.
    Which language? / 用哪种话？
join-center = Which service center is yours?
join-no-center = No service center is open yet. Please come back in a few days.
join-consent = Welcome to <b>{ $center }</b>!
    Before we begin, you should know:
    · We keep your name, your village and what you ask for, to find people who can help.
    · Only the person who takes your request can read it.
    · When you want it deleted, just say so.
    Is that all right?
button-agree = ✅ Yes, I agree
button-disagree = No
join-agreed = Good, thank you.
join-disagreed = Then nothing is kept. If you need help, please phone { $center }: { $phone }. Or just come by.
join-disagreed-come = Then nothing is kept. If you need us, come to { $center }.
button-again = 🔄 Think again
join-name = What is your name? Please type it.
join-name-empty = This does not look like a name. Please type a name, for example: 王桂花.
join-name-long = { $limit ->
        [one] That is too long. Please use one letter.
       *[other] That is too long. Please use { $limit } letters at most.
    }
join-village = Which village do you live in?
join-village-noted = Noted.
button-elsewhere = Somewhere else
join-phone = Would you like to leave a phone number? Tap “Send my number” below. It helps us reach you and find you in the village list.
    If not, tap “Not now”.
key-share-phone = 📱 Send my number
key-skip = Not now
join-first = Please register first; it takes half a minute. I keep what you have said.
phone-kept = I have your number, thank you.
phone-tied = I have your number and found you in the village list: { $name }.
phone-not-yours = This is not your own number. Please tap “Send my number” below.
phone-unknown = none
village-unknown = not said
link-unknown = This link does not work. It may be copied wrong. Please ask the service center for another.
