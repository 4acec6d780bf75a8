# 收購價、招工、供求這些短訊息：想要哪一樣，就收哪一樣。

bulletin-topic-prices = 收購價
bulletin-topic-jobs = 招工
bulletin-topic-supplies-and-demand = 供求
bulletin-topic-machinery = 農機
bulletin-topic-transport = 順風車

button-market = 💰 收購價、招工、供求
market = 想看哪一樣？想要的那一樣，有新的就發給您，沒要的不發。
button-bulletin-topic = { $icon } { $topic }（{ $n } 條）
button-bulletin-topic-wanted = ✅ { $icon } { $topic }（{ $n } 條）

bulletins = { $icon } <b>{ $topic }</b>
    { $items }
    { $wanted }
bulletin-row = · { $words }（到{ $until }）
bulletin-none = 眼下沒有。
bulletin-photo = 一張照片
bulletin-wanted = 這一樣您要了，有新的就發給您。
bulletin-not-wanted = 這一樣您沒要，有新的不會發給您。
button-bulletin-look = 👀 { $words }
button-bulletin-want = 🔔 有新的就發給我
button-bulletin-unwant = 🔕 不用發給我了
button-bulletin-mute = 🔕 別再發{ $topic }給我
button-bulletin-unmute = 🔔 { $topic }還是發給我
bulletin-wants-now = 好，有新的就發給您。
bulletin-wants-no-more = 好，這一樣不再發給您。

bulletin = { $icon } <b>{ $topic }</b>　{ $unit }
    到{ $until }為止
bulletin-gone = 這條已經過期，或者收回去啦。
bulletin-withdrawn = 🗑 這條{ $topic }收回去了，不算數。

button-bulletin-new = ✍️ 發一條
bulletin-write = 發一條{ $topic }。要說什麼？打字，或者發一張照片，照片下面也能寫字。
    發出去之前，先給您看一眼。
bulletin-cannot-carry = 這裡只能發字，或者一張照片。
bulletin-wordless = 要有字，大家才看得明白。
bulletin-long = 太長啦，有 { $length } 個字。最多 { $longest } 個字，請短一點。
bulletin-until = 到哪天為止？那天過了就自己撤下。
    點一個，或者打日子，比如：12月3日、下週三。
button-bulletin-days = 📅 到{ $day }
bulletin-day-unclear = 沒看明白是哪一天。打成這樣就行：12月3日、下週三。
bulletin-fault-past = 那天太早，發出去就過期啦。請再說一個。
bulletin-fault-far = 太遠啦，最多 { $furthest } 天。到時候還要，再發一條。
bulletin-sure = 👆 發出去就是這樣。
    { $lines }
bulletin-goes-to = 發給要{ $topic }的 { $n } 人，別人不發。
bulletin-goes-to-nobody = 眼下還沒有人要{ $topic }。誰來看都看得到。
bulletin-at-night = 夜裡不吵人，明早七點再發。
button-bulletin-send = 📤 就這樣發
button-bulletin-again = ✏️ 重新寫
bulletin-sent = 好，這就發。
bulletin-sent-at-night = 好，明早七點發。
button-bulletin-until = 📅 改日子
button-bulletin-withdraw = 🗑 收回去
bulletin-until-now = 好，改成到{ $until }。發出去的也跟著改。
bulletin-withdraw-sure = 真的收回去？{ $words }
    已經發出去的也會刪掉。
button-bulletin-withdraw-sure = 對，收回去
bulletin-withdrawn-now = 收回去了。
