# 活动当天和以后：签到、名单、补勾、直接来的人、觉得怎么样、证书。

command-checkin = 到了活动现场，签到

# 签到
check-in-word = 签到
day-title = 《{ $title }》
day-which = 《{ $title }》第 { $n } 次
check-in-done = 🎉 到了！{ $what }，给您记上了。
check-in-known = ✅ { $what }，早就给您记上了，不用再扫。
check-in-place = 🎉 到了！{ $what }
check-in-is-here = ✅ { $name }到了
check-in-who = 都有谁到了？来了的点一下。
button-has-come = ✅ { $name }到了
button-all-have-come = ✅ 都到了
check-in-offered = { $what }，正好轮到您，位子给您留着。点一下就坐进去。
check-in-waits = { $what }，您还在排队，没有位子。到门口跟{ $name }说一声，能坐下就让您进。
check-in-no-seat = { $what }的名单上没有您。没关系，到门口跟{ $name }说一声，能坐下就让您进。
day-host = 办活动的人
check-in-digits = 门口的纸上，码的下面有四个数字，发给我就行。
check-in-unknown = 这四个数字对不上。看看门口的纸，再打一遍；或者跟门口的人说一声。

# 谁来了
button-who-came = 📋 谁来了
button-session = 📋 第 { $n } 次 · { $at }
day-sessions = 📋《{ $title }》看哪一次？
day-afterwards = 📋《{ $title }》要看什么？
day-session = 📋 { $what }
    🕘 { $at }
    名单上 { $seated } 个人，来了 { $here } 个。
button-day-list = ✅ 一个一个勾
button-paper = ✍️ 补勾（照着纸）
button-walk-in = 🚶 有人直接来了
button-print-list = 🖨 打印名单
button-poster = 🖨 门口的二维码
day-list = 📋 { $what }
    名单上 { $seated } 个人，来了 { $here } 个。谁来了点谁，点错了再点一下。
day-list-none = 📋 { $what }
    名单上还没有人。
button-was-here = ✅ { $n } 号 { $name }
button-not-here = ⬜ { $n } 号 { $name }
day-list-name = 签到名单 { $title }
day-list-ready = 🖨《{ $title }》的名单。A4 纸打出来，来一个勾一个；过后点“补勾”，把号发给我。
day-poster-name = 门口签到 { $title }
day-poster-ready = 🖨 打出来贴在门口。到了的人扫一扫，或者把下面四个数字发给我。

# 补勾
paper-ask = { $what }：纸上谁打了勾，把号发给我。
    比如：1-12 15 18
    也可以：都来了，除了 3、5
paper-unreadable = “{ $part }”我看不懂。只打号就行，比如：1-12 15 18
paper-nobody = 这样就是一个人也没勾。有人来的话，再打一遍号。
paper-preview = 是这 { $n } 个人来了，对吗？
    { $names }
paper-row = { $n } 号 { $name }
paper-more = ……还有 { $n } 个
button-paper-keep = ✅ 对，记上
paper-kept = 记上了，{ $n } 个人。

# 直接来的人
walk-in-ask = { $what }：来的人叫什么名字？
walk-in-which = 叫{ $name }的，是哪一个？
button-of-list = 📋 名单上的 { $n } 号 { $name }
walk-in-done = ✅ { $name }记上了，名单上是 { $n } 号。
button-walk-in-next = 🚶 还有人

# 散了以后
day-summed-up = { $what }结束了。名单上 { $seated } 个人，来了 { $here } 个。
    纸上还有没记的，或者有人没报名就来了，现在补上就行。
verdict-ask = 《{ $title }》办完了。您觉得怎么样？点一下就行，办活动的人只看得到总数，看不到是谁点的。
button-verdict-good = 👍 有用
button-verdict-fair = 👌 还行
button-verdict-poor = 👎 没帮上
verdict-thanks = 谢谢！记下了。
button-verdict-more = ✍️ 想再说一句
verdict-known = 您已经说过了，谢谢。
remark-ask = 想说什么，写下来就行。满三个人写了，办活动的人才看得到这些话，看不到是谁写的。
remark-thanks = 谢谢！这句话带到了。
button-said = 💬 大家觉得怎么样
said-head = 💬 《{ $title }》
said-too-few = { $n } 个人说了。满三个人才看得到，免得猜出是谁说的。
said-counts = 👍 有用 { $good } · 👌 还行 { $fair } · 👎 没帮上 { $poor }
said-words = “{ $words }”

# 自己来了几次
button-my-days = 📋 我来了几次
days-head = 📋 《{ $title }》 { $name }
days-was-there = 来了。
days-nothing = 还没有记录。
days-count = 一共 { $all } 次，到现在 { $past } 次，来了 { $n } 次。
days-session = ✅ 第 { $n } 次 · { $at }
days-certificate = 📜 证书编号 { $number }
button-my-certificate = 📜 证书再发我一份

# 证书
certificate-word = 证书
button-certificates = 📜 发证书
certificates = 📜 《{ $title }》
    够了次数还没发的 { $due } 个人，发了的 { $given } 个人。
    点名字，给一个人发。发过的点开，能再发一份，也能收回。
certificates-none = 📜 《{ $title }》还没记下谁来过。先补勾，再发证书。
button-give-all = 📜 一起发给这 { $n } 个人
button-give = ⬜ { $name } · 来了 { $n }/{ $of }
button-give-all-the-same = ▫️ { $name } · 来了 { $n }/{ $of }
button-given = 📜 { $name } · 发过了
button-revoked = ↩️ { $name } · 收回了
certificate-given-one = 📜 { $name }的证书发过了，编号 { $number }。
    名字改了就再发一份，照现在的名字，编号不变。发错了就收回。
certificate-revoked-one = ↩️ { $name }的证书收回了，编号 { $number }。
    收回错了就再发一份，编号不变，又算数了。
button-give-again = 📨 再发一份
button-revoke = ↩️ 收回
certificate-revoke = 收回{ $name }的证书？收回了会告诉本人；谁来查 { $number }，都会看到不算数了。
button-revoke-sure = ↩️ 对，收回
certificate-revoked = { $name }的证书收回了。
certificate-revoked-yours = ↩️ { $name }的《{ $title }》证书收回了，编号 { $number }，不算数了。不明白就找人说话。
certificate-is-revoked = 这份证书收回了，不算数了。不明白就找人说话。
certificates-given = 发了 { $n } 份。
certificate-given = { $name }的证书发了。
certificate-not-yet = 还没上完。最后一次上完了再发证书。
certificate-name = 证书 { $number }
certificate-yours = 📜 { $name }的《{ $title }》证书，编号 { $number }。请到中心盖章。要看真假，把编号发给我就行。
certificate-ask = 证书的编号是多少？照着证书打，比如：2026-003-173
certificate-unknown = 这里没有这个编号的证书。照着证书再看看数字；要是别的中心发的，到那边问。
certificate-void = ❌ 不算数了。编号 { $number }，《{ $title }》的证书，{ $unit }{ $at }收回了。
certificate-true = ✅ 真的，是这里发的。
    编号 { $number }
    { $name }
    《{ $title }》，{ $first } 到 { $last }，{ $sessions } 次来了 { $attended } 次
    { $unit }，{ $dated }，{ $by }发的
