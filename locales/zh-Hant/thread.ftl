# 兩頭說話。

speech-from = 💬 { $who } · { $head }
speech = { $head }
    { $words }
speech-corrected = ✏️ 剛才那句改成：{ $words }
speech-sent-asker = ✓ 送到了（{ $number } 號）。
speech-sent-holder = ✓ 送到{ $role }那邊了（{ $number } 號）。
speech-kept = ✓ 記上了（{ $number } 號）。誰接了，誰就看得到。
speak-now = { $head }
    您說吧，打字、語音、照片都行，我來轉。說完點「說完了」。
speak-stopped = 好，說完了。
button-answer = 💬 回他
button-stop-talking = ✅ 說完了
which-request =
    { $kind ->
        [text]
            { $count ->
                [1] 您這句話是說哪件事的？
               *[other] 您這幾句話是說哪件事的？
            }
        [photo] 您傳的照片是哪件事的？
        [voice] 您傳的語音是說哪件事的？
       *[other] 您剛才傳的是哪件事的？
    }
which-again =
    { $kind ->
        [text] 「{ $story }」
       *[other] { $story }
    }
    { $question }
which-new = 好，當一件新的事。
button-new-request = 🆕 一件新的事
story-of = 📎 { $head } 的材料
edit-carried = ✏️ 改好了，也告訴對方了（{ $number } 號）。
edit-too-late = 那一句改了我也轉不過去。有話請重新傳一則。
