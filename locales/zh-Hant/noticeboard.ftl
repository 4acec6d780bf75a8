# 村口公示欄上貼的、大喇叭裡念的通知。

notice-sheet-notice = { $unit }通知
notice-sheet-publicity = { $unit }公示
notice-sheet-number = 編號 { $number }
notice-sheet-corrected = 更正：{ $what }
notice-sheet-withdrawn = 已撤回，這一張不算數了。
notice-sheet-posted = 張貼：{ $first } 到 { $last }
notice-sheet-author = 經辦人
notice-sheet-checker = 審核人
notice-sheet-supervisors = 村務監督委員會
notice-sheet-scan = 手機掃一掃，看通知，有話也能問。
notice-sheet-page = 第 { $page } 頁，共 { $pages } 頁

notice-loud-open = 各位鄉親，請注意！
    下面念{ $unit }的通知。
notice-loud-link = 網址請看村口公示欄。
notice-loud-again = 再說一遍。
notice-loud-end = 通知念完了，謝謝大家。

notice-sheet-name = 通知 { $number }
button-notice-sheet = 🖨 列印貼公示欄
button-notice-loud = 📣 大喇叭唸的稿
notice-sheet-ready = 🖨 { $number } 號通知，A4 紙印出來就能貼。
notice-no-words-to-print = 這條通知沒有字，印不出來，也唸不出來。
button-notice-more = ⋯ 還能做什麼
button-notice-paper = 📰 看原文、列印、唸稿
notice-more = { $number } 號通知：{ $words }
notice-sheet-anew = 改的地方多，以這一張為準
