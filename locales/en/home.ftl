# Start, help, more, language, privacy, a person to talk to.

home = Hello, { $name }! This is { $center }.
    Just type what you need, or hold the microphone and say it.
home-office = Hello! You can tap any of the big buttons below.
key-ask = 🙋 I need help
key-mine = 📋 My requests
key-urgent = 🚨 Emergency
key-person = ☎️ Talk to a person
key-more = ☰ More
key-desk = 📥 To do

help = <b>How to use</b>
    1. Type what you need, or say it in a voice message. For example: “My lamp does not work.”
    2. I ask what it is about. Just tap.
    3. If all is right, tap “Send”. You get a number.
    4. You will hear when someone takes it and when it is done.
    In an emergency, tap “🚨 Emergency”. Not sure? Tap “☎️ Talk to a person”.
help-desk = <b>How to use, for those who take requests</b>
    1. A new request comes as a card. Tap “I'll take it” and it is yours.
    2. Once you take it you see the name, the phone and the story.
    3. Tap “Write to them”: all you send goes to them. Neither sees the other's account.
    4. When you are done, tap “Done”. If you can't do it, tap “Hand it on” and say why.
    5. /desk shows what there is to do, the most pressing first.
more = What would you like to see?
button-settings = ⚙️ Language, centers, phone
settings = What would you like to change?
button-work = 🧰 My work
work = What would you like to see?
button-language = 🌐 Language / 换语言
button-centers = 🏘️ Change service center
button-phone = 📱 Leave my phone number
button-privacy = 🔒 Who can see my data
button-roles = 👥 Who does what
privacy = <b>Who can see your data</b>
    · Only the person who takes your request can read it.
    · Before that, they see only what kind it is and from which village, not who you are.
    · Health, quarrels, safety and allowances: no one else may read it, and every look is written down.
    · Whether you came to what you signed up for, only you and its organiser know.
    · Your phone number and your words are kept encrypted.
    · To have it all deleted, just tell the duty clerk.

person = { $center }
    Or tap below and the duty clerk will come to you.
person-center = ☎️ { $center }: <b>{ $phone }</b>
person-no-phone = ☎️ { $center }
person-any = Someone is there for you. Just phone:
    { $centers }
person-none = There is no phone number here yet. Please see the duty clerk at the village office.
button-call-me = 🙋 Ask the clerk to contact me
call-me-noted = Good. The duty clerk will contact you. Your number is <b>{ $number }</b>.
    { $where }

language = Which language? / 用哪种话？
language-zh-Hans = 简体中文
language-zh-Hant = 繁體中文
language-en = English
language-chosen = Good, it is English from now on.
centers = You are registered with these centers. Tap one to go there:
center-current = ✅ { $name }
center-other = { $name }
button-join-another = ➕ Register with another center

command-menu = I need help
command-mine = My requests and where they are
command-urgent = Emergency
command-person = Talk to a person
command-desk = To do (for those who take requests)
command-help = How to use
command-language = Language / 换语言

plain-heard = { $what ->
    [thanks] You are welcome. Just write when there is something.
   *[other] Good. Just write when there is something.
}
