# 值班员要打的电话。

call-card = { $what }
    { $notes }
call-open = 📞 请给<b>{ $name }</b>打个电话 { $phone }：
    { $proxy }替他提了 { $number } 号（{ $line }），问他同意不同意。
call-secret = 📞 请给<b>{ $name }</b>打个电话 { $phone }：
    { $proxy }替他提了 { $number } 号，问他同意不同意。是什么事，他自己知道。
call-again = 📞 请给<b>{ $name }</b>打个电话 { $phone }：
    { $proxy }想替他办事，他以前不愿意。问他现在愿意不愿意。
call-no-phone = （没留号码，托人捎个话）
call-tried = 打过 { $tries } 回，没打通。
call-due = ⏳ { $due } 之前打。
call-gone = 📞 { $name }的电话：
    { $why }
call-over = 那件事已经了了，不用打了。
call-answered-by-person = 本人自己回过话了，不用打了。
call-was-agreed = ✅ 打过了，他同意。
call-was-stopped = ✋ 打过了，他说不用办。
call-was-unreachable = 打了几回都没打通。
call-was-dropped = 这个电话不用打了。

button-call-agreed = ✅ 他同意
button-call-stop = ✋ 他说不用办
button-call-unreached = 📵 没打通
call-stop-sure = { $name }怎么说的？
    点了“就这件不用办”，{ $number } 号就撤了。
call-never-sure = { $name }还是不愿意让{ $proxy }替他办？
button-call-stopped = 就这件不用办
button-call-never = 以后也不让{ $proxy }替
call-agreed-done = ✅ 记下了，{ $name }同意。辛苦您！
call-stopped-done = ✋ 记下了，{ $name }说不用办，已经撤了。
call-never-done = 🚫 记下了，{ $name }不让他替。已经跟那位说了。
call-unreachable-done = 📵 { $name }打了几回都没打通，已经告诉主任了。
call-just-tried = 刚刚记过一回了，过一阵再打。
toast-try-again = 好，过一阵再打。

desk-calls = 📞 要打的电话 { $count } 个
button-calls = 📞 电话 { $count } 个
button-more-calls = 📞 还有要打的吗
calls = 要打的电话，一共 { $count } 个，急的在前。点名字看号码：
calls-none = 没有要打的电话了。
button-call = 📞 { $name } · { $number }
