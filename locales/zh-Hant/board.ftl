# 公布欄：公布過什麼，按月看，找一找，打開看。

button-board = 📌 公布過什麼
board = 📌 <b>{ $unit }公布過的</b>
    要看哪個月的？也可以打幾個字找。
board-empty = 📌 { $unit }還沒公布過什麼。
button-board-month = 🗓 { $year }年{ $month }月（{ $n } 條）
button-board-find = 🔍 打幾個字找
button-board-find-again = 🔍 換幾個字再找
board-of-month = 📌 <b>{ $unit }，{ $year }年{ $month }月</b>
board-list = { $title }
    { $items }
board-row = · { $day } { $kind } { $number }
    　{ $words }
button-board-read = { $number } { $words }
board-is-withdrawn = 🗑 已撤回
board-no-words = 照片、語音或者檔案
board-find = 要找什麼？打幾個字，像「賬目」「水費」，打號也行，像「2026-017」。
board-found = 🔍 有「{ $words }」的，{ $n } 條：
board-not-found = 🔍 近兩年的通知裡，沒找到「{ $words }」。
board-notice = { $kind } { $number }
    { $unit }，{ $day }
button-board-before = 🕘 以前是怎麼寫的
button-board-progress = 📊 多少人看到了
board-version = 🕘 第 { $n } 次寫的，{ $at }
board-before = 👆 以前是這樣寫的。
board-before-none = 一直是這樣寫的，沒改過。
