# 登記：語言、同意、名字、自然村、電話。

join-language = 您好！這裡是村裡的服務中心。
    用哪種話？ / Which language?
join-center = 您是哪個服務中心的？
join-no-center = 服務中心還沒開張，請過幾天再來。
join-consent = 歡迎來到<b>{ $center }</b>！
    開始之前跟您說清楚：
    · 要記下您的名字、自然村，還有您說的事，好找人幫您辦。
    · 只有接您那件事的人看得到，別人看不到。
    · 什麼時候不想留了，說一聲就刪。
    您看可以嗎？
button-agree = ✅ 好，同意
button-disagree = 不同意
join-agreed = 好，謝謝您。
join-disagreed = 那就不記。有事請打{ $center }的電話：{ $phone }，或者直接過來。
join-disagreed-come = 那就不記。有事直接來{ $center }找我們。
button-again = 🔄 再想想
join-name = 您叫什麼名字？打字傳過來就好。
join-name-empty = 這個不像名字。打名字就行，例如：王桂花。
join-name-long = 名字太長啦，{ $limit } 個字以內就好。
join-village = 您住哪個自然村？
join-village-noted = 記下了。
button-elsewhere = 別的地方
join-phone = 要不要留個電話？點下面「傳我的電話」，找您方便，也好對上村裡的名冊。
    不想留就點「先不留」。
key-share-phone = 📱 傳我的電話
key-skip = 先不留
join-first = 先花半分鐘登記一下，您剛才說的我都留著。
phone-kept = 電話記下了，謝謝您。
phone-tied = 電話記下了，也對上了名冊：{ $name }。
phone-not-yours = 這不是您自己的電話。請點下面「傳我的電話」。
phone-unknown = 沒留
village-unknown = 沒說
link-unknown = 這個連結不能用，可能抄錯了。請跟服務中心再要一個。
