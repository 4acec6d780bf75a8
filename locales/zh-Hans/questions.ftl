# 对通知有话要问，和把问的答的给大家看。

notice-mention = 📄 问的是 { $number } 号通知：{ $words }（{ $unit }）
notice-mention-number = 📄 问的是 { $number } 号通知（{ $unit }）
button-notice-question = ❓ 有话要问
question-say = { $notice }
    您想问什么？打字、说语音、发照片都行。
question-secrecy = 🔒 接了这件事的人才看得到您是谁。问的话，发通知的人也看得到。
    要是问的人多，问的和答的会写进通知里，不写您的名字。
question-offer = { $notice }
    有人问了一句，已经答好了。要不要写进通知，让大家都看到？
    ❓ { $question }
    💬 { $answer }
button-question-look = ➕ 写进通知给大家看
question-preview = 通知下面会加上这两句，不写谁问的：
    { $shown }
button-question-send = ✅ 就这样加上
button-question-question = ✏️ 改问的话
button-question-answer = ✏️ 改答的话
question-write-question = 问的话怎么写？写给大家看的，别写谁问的。
question-write-answer = 答的话怎么写？写给大家看的，说清楚就行。
question-shared = 好，写进通知了，大家都看得到。
told-question-shared = 📌 您问的和答的写进通知了，大家都看得到，没写您的名字。
