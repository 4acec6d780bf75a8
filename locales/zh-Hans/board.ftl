# 公布栏：公布过什么，按月看，找一找，打开看。

button-board = 📌 公布过什么
board = 📌 <b>{ $unit }公布过的</b>
    要看哪个月的？也可以打几个字找。
board-empty = 📌 { $unit }还没公布过什么。
button-board-month = 🗓 { $year }年{ $month }月（{ $n } 条）
button-board-find = 🔍 打几个字找
button-board-find-again = 🔍 换几个字再找
board-of-month = 📌 <b>{ $unit }，{ $year }年{ $month }月</b>
board-list = { $title }
    { $items }
board-row = · { $day } { $kind } { $number }
    　{ $words }
button-board-read = { $number } { $words }
board-is-withdrawn = 🗑 已撤回
board-no-words = 照片、语音或者文件
board-find = 要找什么？打几个字，像“账目”“水费”，打号也行，像“2026-017”。
board-found = 🔍 有“{ $words }”的，{ $n } 条：
board-not-found = 🔍 近两年的通知里，没找到“{ $words }”。
board-notice = { $kind } { $number }
    { $unit }，{ $day }
button-board-before = 🕘 以前是怎么写的
button-board-progress = 📊 多少人看到了
board-version = 🕘 第 { $n } 次写的，{ $at }
board-before = 👆 以前是这样写的。
board-before-none = 一直是这样写的，没改过。
