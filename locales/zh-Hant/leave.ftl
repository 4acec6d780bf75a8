# 離開幾天：哪幾天不在，誰接著辦。

button-leave = 🏖️ 我哪幾天不在
leave = 您哪幾天不在？先記下來。
    那幾天來的事不找您，手上的事交給別人。
    { $items }
leave-of = <b>{ $name }</b>哪幾天不在：
    { $items }
leave-none = 眼下沒有記著的。
leave-running-row = · 正不在：{ $days }
leave-coming-row = · { $days }
leave-day = { $day }
leave-days = { $first }到{ $last }
button-leave-new = ➕ 記幾天
button-leave-back = 👋 我回來了
button-leave-they-are-back = 👋 人回來了
button-leave-call-off = ❌ 取消 { $day }
button-leave-others = 👥 別人哪幾天不在
leave-others = 今天誰不在：
    { $items }
    要替誰記，點名字。
leave-away-row = · { $name }，到{ $until }
leave-nobody-away = 今天人都在。

leave-from = 從哪天起不在？
leave-from-of = { $name }從哪天起不在？
leave-until = 從{ $first }起，不在到哪天？
    那一天也算在裡頭。
button-leave-now = 現在
button-leave-tomorrow = 明天
button-leave-today = 今天
button-leave-until-tomorrow = 明天
button-leave-one = 就這一天
button-leave-two = 兩天
button-leave-three = 三天
button-leave-week = 一週
button-leave-type = 📅 另選一天
leave-type = 打日子傳過來，比如：12月3日、12-3、下週三。
leave-day-unclear = 沒看明白是哪一天。打成這樣就行：12月3日、12-3、下週三。
leave-fault-past = 那一天已經過了。請再說一個。
leave-fault-far = 太遠啦，{ $furthest } 天以內的才記得了。
leave-fault-backwards = 回來得比走得還早啦。請再說一遍。
leave-fault-long = 太久啦，一次最多記 { $longest } 天。
leave-sure = <b>{ $days }</b>您不在。
    { $held }
leave-sure-of = <b>{ $days }</b>{ $name }不在。
    { $held }
leave-sure-held = 手上 { $count } 件事這就交給別人。
leave-sure-held-later = 手上的事到時候交給別人，現在有 { $count } 件。
leave-sure-none = 手上沒有要交的事。
button-leave-yes = ✅ 對，就這樣
leave-kept = 好，記下了：{ $days }。
    早回來了，打 /leave 說一聲。
leave-kept-of = 好，替{ $name }記下了：{ $days }。
leave-call-off-sure = 真要取消？{ $days }
button-leave-call-off-yes = 對，取消
leave-called-off = 好，取消了：{ $days }。
leave-back = 您回來啦！有事又會找您了。
leave-back-of = 好，有事又會找他了。
leave-over = 這一條已經過了，或者取消了。
leave-handed = 您不在，這些事先交給別人了：
    { $items }
leave-handed-row = · { $head }
leave-entered-for-you = 主任替您記下了：{ $days }您不在。
    那幾天來的事不找您。早回來了，打 /leave 說一聲。
leave-ended-for-you = 主任取消了您不在的日子：{ $days }。有事又會找您。
card-you-are-away = 您不在，先不找您了。
card-why-handed-over = 原先接的人走不開，換您接著辦。
told-handed-over = 🔄 換個人給您接著辦。{ $where }
