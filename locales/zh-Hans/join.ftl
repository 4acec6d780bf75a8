# 登记：语言、同意、名字、自然村、电话。

join-language = 您好！这里是村里的服务中心。
    用哪种话？ / Which language?
join-center = 您是哪个服务中心的？
join-no-center = 服务中心还没开张，请过几天再来。
join-consent = 欢迎来到<b>{ $center }</b>！
    开始之前跟您说清楚：
    · 要记下您的名字、自然村，还有您说的事，好找人帮您办。
    · 只有接您那件事的人看得到，不给别人看。
    · 什么时候不想留了，说一声就删。
    您看行不行？
button-agree = ✅ 行，同意
button-disagree = 不同意
join-agreed = 好，谢谢您。
join-disagreed = 那就不记。有事请打{ $center }的电话：{ $phone }，或者直接过来。
join-disagreed-come = 那就不记。有事直接来{ $center }找我们。
button-again = 🔄 再想想
join-name = 您叫什么名字？打字发过来就行。
join-name-empty = 这个不像名字。打名字就行，比如：王桂花。
join-name-long = 名字太长啦，{ $limit } 个字以内就行。
join-village = 您住哪个自然村？
join-village-noted = 记下了。
button-elsewhere = 别的地方
join-phone = 要不要留个电话？点下面“发我的电话”，找您方便，也好对上村里的名册。
    不想留就点“先不留”。
key-share-phone = 📱 发我的电话
key-skip = 先不留
join-first = 先花半分钟登记一下，您刚才说的我都留着。
phone-kept = 电话记下了，谢谢您。
phone-tied = 电话记下了，也对上了名册：{ $name }。
phone-not-yours = 这不是您自己的电话。请点下面“发我的电话”。
phone-unknown = 没留
village-unknown = 没说
link-unknown = 这个链接用不了，可能抄错了。请跟服务中心再要一个。
