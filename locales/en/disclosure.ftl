# What has to be published: whether it was, and how often.

button-disclosure = 📅 What is due, what is done
disclosure = 📅 <b>{ $unit }: what has to be published</b>
    { $items }
disclosure-office = The centers below
disclosure-nothing = Nothing is due now.
disclosure-finance = 💰 Accounts
disclosure-aid = 🤝 Aid and allowances
disclosure-land = 🌾 Land and common property
disclosure-general = 📢 Village matters
disclosure-month = { $month }/{ $year }
disclosure-quarter = { $first }–{ $last }/{ $year }
disclosure-row-done = ✅ { $what } for { $period }: published on { $day }
disclosure-row-open = ⏳ { $what } for { $period }: not published yet, due by { $due }
disclosure-row-late = ⏰ { $what } for { $period }: was due by { $due }, and is not published
disclosure-row-last = 📄 { $what }: published on { $day }
disclosure-row-none = 📄 { $what }: published when there is something; nothing so far
disclosure-late-below = ⏰ <b>Late</b>
    { $items }
disclosure-at = · { $unit }: { $whats }
button-disclosure-read = 👀 { $what }
button-disclosure-write = ✏️ Write it now
button-disclosure-write-it = ✏️ Write: { $what }
button-disclosure-settle = ⚙️ How often
button-disclosure-often = { $what }: { $often }
disclosure-settle = How often is it published? Tap one to change it.
disclosure-how-often = { $what }: how often is it published?
    By law, general matters at least every quarter. Accounts with much traffic every month.
disclosure-every-month = Every month
disclosure-every-quarter = Every quarter
disclosure-every-happens = When there is something
disclosure-every-off = Not here
disclosure-told-week = 📅 { $unit }: “{ $what }” for { $period } is not published yet.
    It is due by { $due }.
disclosure-told-day = 📅 { $unit }: “{ $what }” for { $period } is not published yet.
    Soon: it is due by { $due }.
disclosure-told-late = ⏰ { $unit }: “{ $what }” for { $period } is not published.
    It was due by { $due }. Villagers can see that it is late, and so can the township.
digest-disclosure = 📅 <b>To be published</b>
    { $items }
digest-unpublished = 📅 <b>Not published in time</b>
    { $items }
