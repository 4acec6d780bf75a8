# Prices, jobs, offers: short posts, for whoever wants the topic.

bulletin-topic-prices = Prices paid
bulletin-topic-jobs = Jobs
bulletin-topic-supplies-and-demand = Wanted and offered
bulletin-topic-machinery = Machinery
bulletin-topic-transport = Lifts

button-market = 💰 Prices, jobs, offers
market = What would you like to see? What you want is sent to you when there is news, the rest is not.
button-bulletin-topic = { $icon } { $topic } ({ $n })
button-bulletin-topic-wanted = ✅ { $icon } { $topic } ({ $n })

bulletins = { $icon } <b>{ $topic }</b>
    { $items }
    { $wanted }
bulletin-row = · { $words } (until { $until })
bulletin-none = Nothing at the moment.
bulletin-photo = A photo
bulletin-wanted = You want this one: news of it is sent to you.
bulletin-not-wanted = You have not asked for this one, so its news is not sent to you.
button-bulletin-look = 👀 { $words }
button-bulletin-want = 🔔 Send me what is new
button-bulletin-unwant = 🔕 Do not send me these
button-bulletin-mute = 🔕 No more of { $topic }
button-bulletin-unmute = 🔔 Do send me { $topic }
bulletin-wants-now = Good, news of it is sent to you.
bulletin-wants-no-more = Good, these are not sent to you any more.

bulletin = { $icon } <b>{ $topic }</b> – { $unit }
    Until { $until }
bulletin-gone = This one is over, or was taken back.
bulletin-withdrawn = 🗑 { $topic }: this one was taken back and does not count.

button-bulletin-new = ✍️ Post something
bulletin-write = { $topic }: what would you like to say? Type it, or send one photo, with words below it if you like.
    You will see it before it goes out.
bulletin-cannot-carry = Only words or one photo can be posted here.
bulletin-wordless = Please write some words, so that everybody understands.
bulletin-long = That is too long: { $length } characters. At most { $longest }, please.
bulletin-until = Until which day? After that it goes by itself.
    Tap one, or type a day, such as 3 Dec.
button-bulletin-days = 📅 Until { $day }
bulletin-day-unclear = I could not make out which day. Type it like this: 3 Dec, 12-3.
bulletin-fault-past = That is too early: it would be over before it goes out. Please choose another.
bulletin-fault-far = That is too far off: at most { $furthest } days. Post it again then.
bulletin-sure = 👆 This is how it goes out.
    { $lines }
bulletin-goes-to = It goes to the { $n } who want { $topic }, and to nobody else.
bulletin-goes-to-nobody = Nobody has asked for { $topic } yet. Whoever looks can see it.
bulletin-at-night = It is night: it goes out at seven in the morning.
button-bulletin-send = 📤 Send it like this
button-bulletin-again = ✏️ Write it again
bulletin-sent = Good, it is on its way.
bulletin-sent-at-night = Good, it goes out at seven in the morning.
button-bulletin-until = 📅 Change the day
button-bulletin-withdraw = 🗑 Take it back
bulletin-until-now = Good, it counts until { $until } now. What was sent says so too.
bulletin-withdraw-sure = Really take it back? { $words }
    What was sent is deleted too.
button-bulletin-withdraw-sure = Yes, take it back
bulletin-withdrawn-now = It is taken back.
