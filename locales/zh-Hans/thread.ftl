# 两头说话。

speech-from = 💬 { $who } · { $head }
speech = { $head }
    { $words }
speech-corrected = ✏️ 刚才那句改成：{ $words }
speech-sent-asker = ✓ 送到了（{ $number } 号）。
speech-sent-holder = ✓ 送到{ $role }那儿了（{ $number } 号）。
speech-kept = ✓ 记上了（{ $number } 号）。谁接了，谁就看得到。
speak-now = { $head }
    您说吧，打字、语音、照片都行，我来转。说完点“说完了”。
speak-stopped = 好，说完了。
button-answer = 💬 回他
button-stop-talking = ✅ 说完了
which-request =
    { $kind ->
        [text]
            { $count ->
                [1] 您这句话是说哪件事的？
               *[other] 您这几句话是说哪件事的？
            }
        [photo] 您发的照片是哪件事的？
        [voice] 您发的语音是说哪件事的？
       *[other] 您刚才发的是哪件事的？
    }
which-again =
    { $kind ->
        [text] “{ $story }”
       *[other] { $story }
    }
    { $question }
which-new = 好，当一件新的事。
button-new-request = 🆕 一件新的事
story-of = 📎 { $head } 的材料
edit-carried = ✏️ 改好了，也告诉对方了（{ $number } 号）。
edit-too-late = 那一句改了我也转不过去。有话请重新发一条。
