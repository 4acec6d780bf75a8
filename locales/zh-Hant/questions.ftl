# 對通知有話要問，和把問的答的給大家看。

notice-mention = 📄 問的是 { $number } 號通知：{ $words }（{ $unit }）
notice-mention-number = 📄 問的是 { $number } 號通知（{ $unit }）
button-notice-question = ❓ 有話要問
question-say = { $notice }
    您想問什麼？打字、說語音、發照片都行。
question-secrecy = 🔒 接了這件事的人才看得到您是誰。問的話，發通知的人也看得到。
    要是問的人多，問的和答的會寫進通知裡，不寫您的名字。
question-offer = { $notice }
    有人問了一句，已經答好了。要不要寫進通知，讓大家都看到？
    ❓ { $question }
    💬 { $answer }
button-question-look = ➕ 寫進通知給大家看
question-preview = 通知下面會加上這兩句，不寫誰問的：
    { $shown }
button-question-send = ✅ 就這樣加上
button-question-question = ✏️ 改問的話
button-question-answer = ✏️ 改答的話
question-write-question = 問的話怎麼寫？寫給大家看的，別寫誰問的。
question-write-answer = 答的話怎麼寫？寫給大家看的，說清楚就行。
question-shared = 好，寫進通知了，大家都看得到。
told-question-shared = 📌 您問的和答的寫進通知了，大家都看得到，沒寫您的名字。
