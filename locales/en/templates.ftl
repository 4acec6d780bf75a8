# Notices that are kept to be used again, and brought to mind when their day comes round.

button-notice-templates = 📄 Notices to use again
notice-templates = Notices to use again. Take one, change it, send it:
button-notice-template = 📄 { $name }
button-notice-season = 🌱 { $name }
button-notice-save = 📄 Keep it to use again
notice-template-name = Give it a short name by which you find it again.
notice-template-kept = Kept as “{ $name }”. You find it under “Notices to use again”.
notice-template = 📄 <b>{ $name }</b> ({ $unit })
    { $words }
    { $when }
notice-template-day = 🔁 Next on { $day }; you are reminded the morning before.
notice-template-no-day = It waits until you need it; you are not reminded.
button-notice-use = ✏️ Write one from it
button-notice-rhythm = 🔁 When to remind me
button-notice-forget = 🗑 Keep it no more
button-notice-not-now = Not this time
notice-comes-round = 👆 “{ $name }” of { $unit }: its day is { $day }.
    See whether it needs a change; it goes out only when you say so.
notice-not-now = Not this time. You are reminded when it comes round again.
notice-forgotten = It is not kept any more.
notice-rhythm-ask = When do you need it? Write it like this:
    every Wednesday · every month on the 10th
    lunar 3 and 8 · every year on 20 Mar
notice-rhythm-unclear = I did not understand which day. Please say it another way.
button-notice-never = Do not remind me

season-vaccination-name = Vaccination day
season-vaccination = Tomorrow children are vaccinated at the village clinic, from 8:30 to 11:30. Please bring the vaccination booklet; do not come with a fever.
season-market-name = Market day
season-market = Tomorrow is market day. If you have something to sell, get it ready tonight; and take it slowly on the road.
season-sowing-name = Sowing
season-sowing = It is time to sow. Dry the seed for a day before you soak it, level the seedbed, and do not spare the manure. If in doubt, ask the training officer.
season-frost-name = Frost
season-frost = There will be frost at night. Cover vegetables and fruit trees, shut the doors of the sheds, and leave a window open when you burn coal.
season-flood-name = Flood
season-flood = The river is rising. Whoever lives by the water or under a slope: go up at once, do not cross the river, do not go back for anything. If you need help, ring the number on duty.
