# 值班員要打的電話。

call-card = { $what }
    { $notes }
call-open = 📞 請給<b>{ $name }</b>打個電話 { $phone }：
    { $proxy }替他提了 { $number } 號（{ $line }），問他同意不同意。
call-secret = 📞 請給<b>{ $name }</b>打個電話 { $phone }：
    { $proxy }替他提了 { $number } 號，問他同意不同意。是什麼事，他自己知道。
call-again = 📞 請給<b>{ $name }</b>打個電話 { $phone }：
    { $proxy }想替他辦事，他以前不願意。問他現在願意不願意。
call-no-phone = （沒留號碼，託人捎個話）
call-tried = 打過 { $tries } 回，沒打通。
call-due = ⏳ { $due } 之前打。
call-gone = 📞 { $name }的電話：
    { $why }
call-over = 那件事已經了了，不用打了。
call-answered-by-person = 本人自己回過話了，不用打了。
call-was-agreed = ✅ 打過了，他同意。
call-was-stopped = ✋ 打過了，他說不用辦。
call-was-unreachable = 打了幾回都沒打通。
call-was-dropped = 這個電話不用打了。

button-call-agreed = ✅ 他同意
button-call-stop = ✋ 他說不用辦
button-call-unreached = 📵 沒打通
call-stop-sure = { $name }怎麼說的？
    點了「就這件不用辦」，{ $number } 號就撤了。
call-never-sure = { $name }還是不願意讓{ $proxy }替他辦？
button-call-stopped = 就這件不用辦
button-call-never = 以後也不讓{ $proxy }替
call-agreed-done = ✅ 記下了，{ $name }同意。辛苦您！
call-stopped-done = ✋ 記下了，{ $name }說不用辦，已經撤了。
call-never-done = 🚫 記下了，{ $name }不讓他替。已經跟那位說了。
call-unreachable-done = 📵 { $name }打了幾回都沒打通，已經告訴主任了。
call-just-tried = 剛剛記過一回了，過一陣再打。
toast-try-again = 好，過一陣再打。

desk-calls = 📞 要打的電話 { $count } 個
button-calls = 📞 電話 { $count } 個
button-more-calls = 📞 還有要打的嗎
calls = 要打的電話，一共 { $count } 個，急的在前。點名字看號碼：
calls-none = 沒有要打的電話了。
button-call = 📞 { $name } · { $number }
