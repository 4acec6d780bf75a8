# 收购价、招工、供求这些短消息：想要哪一样，就收哪一样。

bulletin-topic-prices = 收购价
bulletin-topic-jobs = 招工
bulletin-topic-supplies-and-demand = 供求
bulletin-topic-machinery = 农机
bulletin-topic-transport = 顺风车

button-market = 💰 收购价、招工、供求
market = 想看哪一样？想要的那一样，有新的就发给您，没要的不发。
button-bulletin-topic = { $icon } { $topic }（{ $n } 条）
button-bulletin-topic-wanted = ✅ { $icon } { $topic }（{ $n } 条）

bulletins = { $icon } <b>{ $topic }</b>
    { $items }
    { $wanted }
bulletin-row = · { $words }（到{ $until }）
bulletin-none = 眼下没有。
bulletin-photo = 一张照片
bulletin-wanted = 这一样您要了，有新的就发给您。
bulletin-not-wanted = 这一样您没要，有新的不会发给您。
button-bulletin-look = 👀 { $words }
button-bulletin-want = 🔔 有新的就发给我
button-bulletin-unwant = 🔕 不用发给我了
button-bulletin-mute = 🔕 别再发{ $topic }给我
button-bulletin-unmute = 🔔 { $topic }还是发给我
bulletin-wants-now = 好，有新的就发给您。
bulletin-wants-no-more = 好，这一样不再发给您。

bulletin = { $icon } <b>{ $topic }</b>　{ $unit }
    到{ $until }为止
bulletin-gone = 这条已经过期，或者收回去啦。
bulletin-withdrawn = 🗑 这条{ $topic }收回去了，不算数。

button-bulletin-new = ✍️ 发一条
bulletin-write = 发一条{ $topic }。要说什么？打字，或者发一张照片，照片下面也能写字。
    发出去之前，先给您看一眼。
bulletin-cannot-carry = 这里只能发字，或者一张照片。
bulletin-wordless = 要有字，大家才看得明白。
bulletin-long = 太长啦，有 { $length } 个字。最多 { $longest } 个字，请短一点。
bulletin-until = 到哪天为止？那天过了就自己撤下。
    点一个，或者打日子，比如：12月3日、下周三。
button-bulletin-days = 📅 到{ $day }
bulletin-day-unclear = 没看明白是哪一天。打成这样就行：12月3日、下周三。
bulletin-fault-past = 那天太早，发出去就过期啦。请再说一个。
bulletin-fault-far = 太远啦，最多 { $furthest } 天。到时候还要，再发一条。
bulletin-sure = 👆 发出去就是这样。
    { $lines }
bulletin-goes-to = 发给要{ $topic }的 { $n } 人，别人不发。
bulletin-goes-to-nobody = 眼下还没有人要{ $topic }。谁来看都看得到。
bulletin-at-night = 夜里不吵人，明早七点再发。
button-bulletin-send = 📤 就这样发
button-bulletin-again = ✏️ 重新写
bulletin-sent = 好，这就发。
bulletin-sent-at-night = 好，明早七点发。
button-bulletin-until = 📅 改日子
button-bulletin-withdraw = 🗑 收回去
bulletin-until-now = 好，改成到{ $until }。发出去的也跟着改。
bulletin-withdraw-sure = 真的收回去？{ $words }
    已经发出去的也会删掉。
button-bulletin-withdraw-sure = 对，收回去
bulletin-withdrawn-now = 收回去了。
