# The notice board: what was published, by month, found and read.

button-board = 📌 What was published
board = 📌 <b>Published at { $unit }</b>
    Which month? Or type a few words to look for.
board-empty = 📌 { $unit } has not published anything yet.
button-board-month = 🗓 { $month }/{ $year } ({ $n })
button-board-find = 🔍 Look for words
button-board-find-again = 🔍 Look for other words
board-of-month = 📌 <b>{ $unit }, { $month }/{ $year }</b>
board-list = { $title }
    { $items }
board-row = · { $day } { $kind } { $number }
    　{ $words }
button-board-read = { $number } { $words }
board-is-withdrawn = 🗑 Withdrawn
board-no-words = Pictures, voice or files
board-find = What are you looking for? Type a few words, like “accounts” or “water”, or a number, like “2026-017”.
board-found = 🔍 With “{ $words }”: { $n }
board-not-found = 🔍 No notice of the last two years has “{ $words }”.
board-notice = { $kind } { $number }
    { $unit }, { $day }
button-board-before = 🕘 What it said before
button-board-progress = 📊 Who has seen it
board-version = 🕘 Version { $n }, { $at }
board-before = 👆 That is what it said before.
board-before-none = It has always said this.
