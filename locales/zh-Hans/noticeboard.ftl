# 村口公示栏上贴的、大喇叭里念的通知。

notice-sheet-notice = { $unit }通知
notice-sheet-publicity = { $unit }公示
notice-sheet-number = 编号 { $number }
notice-sheet-corrected = 更正：{ $what }
notice-sheet-withdrawn = 已撤回，这一张不算数了。
notice-sheet-posted = 张贴：{ $first } 到 { $last }
notice-sheet-author = 经办人
notice-sheet-checker = 审核人
notice-sheet-supervisors = 村务监督委员会
notice-sheet-scan = 手机扫一扫，看通知，有话也能问。
notice-sheet-page = 第 { $page } 页，共 { $pages } 页

notice-loud-open = 各位乡亲，请注意！
    下面念{ $unit }的通知。
notice-loud-link = 网址请看村口公示栏。
notice-loud-again = 再说一遍。
notice-loud-end = 通知念完了，谢谢大家。

notice-sheet-name = 通知 { $number }
button-notice-sheet = 🖨 打印贴公示栏
button-notice-loud = 📣 大喇叭念的稿
notice-sheet-ready = 🖨 { $number } 号通知，A4 纸打出来就能贴。
notice-no-words-to-print = 这条通知没有字，打不出来，也念不出来。
button-notice-more = ⋯ 还能做什么
button-notice-paper = 📰 看原文、打印、念稿
notice-more = { $number } 号通知：{ $words }
notice-sheet-anew = 改的地方多，以这一张为准
