# Saying what one needs: what it is about, a look, and off it goes; for somebody else; emergencies.

menu = What do you need help with?
    You can also just type or talk.
menu-group = Which one is it?
group-empty = Your center does not offer this yet.
line-off = Your center does not offer this yet. Please choose another, or talk to a person.
draft-which = What is it about? Please tap.
draft-what-about = Got it. What is it about?
button-other-line = 🔄 Something else
draft-line-noted = Good: { $line }
draft-words = What is it? Type, talk or send photos.
draft-rewrite = Please say it again. I will put the new words in place of the old.
draft-add = Just send photos, voice messages, places or files, and they are added.
draft-preview = <b>Please check before it goes</b>
    About: { $line }
    To: { $role }
    { $whom }
    What you say:
    { $story }

    { $secrecy }
draft-secret = 🔒 Only the person who takes it can see who you are and what you said.
draft-normal = Only after someone takes it can they see who you are and what you said.
draft-for-self = For: { $name }, { $village }
draft-for-other = You ask for: { $name }, { $village }
button-send = ✅ Send
button-rewrite = ✏️ Say it again
button-add = 📎 Add photos
button-proxy = 👵 For somebody else
draft-gone = This was already sent or dropped. For anything else, just say it.
draft-left = There is something you have not sent yet. Go on with it, or is it something new?
draft-left-named = “{ $words }” is not sent yet. Go on with it, or is it something new?
draft-kept = There is something you have not sent yet. I have kept it for you.
draft-kept-named = “{ $words }” is not sent yet. I have kept it for you.
draft-kept-for = What you file for { $name } is not sent yet. I have kept it for you.
dropped-this = All right, that one is dropped.
dropped-named = All right, “{ $words }” is dropped.
dropped-for = All right, what you file for { $name } is dropped.
unsent-added = Good, it is added to that one.
button-unsent = 📎 What I have not sent
button-unsent-named = 📎 Not sent: { $words }
button-unsent-for = 📎 Not sent: for { $name }
draft-empty = You have not said what it is yet. Type a few words or send a voice message.
draft-full = { $most ->
        [one] One message is enough to begin with. You can add more after it is sent.
       *[other] { $most } messages are enough to begin with. You can add more after it is sent.
    }
sent = ✅ We have it: <b>{ $head }</b>
    { $where }
    To ask how it goes, just say this number.
sent-risen = { $sent }
    (No one is here for this now, so it went straight to those above.)
attached =
    { $kind ->
        [photo] 📷 { $count ->
            [one] 1 photo
           *[other] { $count } photos
        }
        [voice] 🎤 { $count ->
            [one] 1 voice message
           *[other] { $count } voice messages
        }
        [video] 🎬 { $count ->
            [one] 1 video
           *[other] { $count } videos
        }
        [video_note] 🎬 { $count ->
            [one] 1 video message
           *[other] { $count } video messages
        }
        [document] 📄 { $count ->
            [one] 1 file
           *[other] { $count } files
        }
        [audio] 🎵 { $count ->
            [one] 1 recording
           *[other] { $count } recordings
        }
        [animation] 🎞️ { $count ->
            [one] 1 moving picture
           *[other] { $count } moving pictures
        }
        [sticker] 😀 { $count ->
            [one] 1 sticker
           *[other] { $count } stickers
        }
        [location] 📍 { $count ->
            [one] 1 location
           *[other] { $count } locations
        }
        [venue] 📍 { $count ->
            [one] 1 place
           *[other] { $count } places
        }
        [contact] 👤 { $count ->
            [one] 1 contact
           *[other] { $count } contacts
        }
       *[other] 📎 { $count ->
            [one] 1 attachment
           *[other] { $count } attachments
        }
    }
story-empty = (Nothing written.)

draft-person-name = Who is it for? Please type their name.
draft-person-phone = Do they have a phone? Send the number, or tap “No phone”.
draft-person-pick = Which person is it? Please tap a name above.
button-skip = No phone
proxy-village = Which village do they live in?
proxy-which = I found { $name } in the village list. Which person is it?
proxy-phone-odd = This does not look like a phone number. Please try again, or tap “No phone”.
proxy-noted = Good, this is for { $name }.
button-person-of-roster = { $name } · { $village }
button-someone-else = Someone else

urgent-what = 🚨 <b>First phone: 120 (ill or hurt) · 110 (violence) · 119 (fire, trapped)</b>
    I will call people from the village now. What has happened?
urgent-numbers = 🚨 <b>Phone { $first } first!</b>
    120 (ill or hurt) · 110 (violence) · 119 (fire, trapped)
    Tap below and I will call people from the village.
urgent-numbers-only = 🚨 <b>Phone { $first } first!</b>
    120 (ill or hurt) · 110 (violence) · 119 (fire, trapped)
urgent-called = 🚨 The number is <b>{ $number }</b>. <b>Call { $first } as well!</b>
    { $where }
    What you send now, a place or a voice note, goes straight to them.
button-call-now = 🚨 Call people now
button-not-urgent = Not an emergency
urgent-medical = 🚑 Ill, hurt, poisoned, giving birth
urgent-violence = 👊 Violence
urgent-fire = 🔥 Fire
urgent-drowning = 🌊 Someone in the water
urgent-missing = 🆘 Somebody missing, or other danger
