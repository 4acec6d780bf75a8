# Notices as they hang on the village board and are read out over the loudspeaker.

notice-sheet-notice = { $unit }: Notice
notice-sheet-publicity = { $unit }: Public Record
notice-sheet-number = No. { $number }
notice-sheet-corrected = Corrected: { $what }
notice-sheet-withdrawn = Withdrawn. This sheet no longer counts.
notice-sheet-posted = Posted from { $first } to { $last }
notice-sheet-author = Prepared by
notice-sheet-checker = Checked by
notice-sheet-supervisors = Supervisory committee
notice-sheet-scan = Scan to read it, or to ask about it.
notice-sheet-page = Page { $page } of { $pages }

notice-loud-open = Everybody, please listen!
    A notice from { $unit }.
notice-loud-link = For the link, see the village notice board.
notice-loud-again = Once more.
notice-loud-end = That is all. Thank you.

notice-sheet-name = Notice { $number }
button-notice-sheet = 🖨 Print it for the board
button-notice-loud = 📣 Text for the loudspeaker
notice-sheet-ready = 🖨 Notice { $number }, to print on A4 and hang up.
notice-no-words-to-print = This notice has no words to print or to read out.
button-notice-more = ⋯ What else
button-notice-paper = 📰 Read it, print it, loudspeaker
notice-more = Notice { $number }: { $words }
notice-sheet-anew = much has changed: this sheet holds
