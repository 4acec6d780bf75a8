# 到時候了怎麼辦：提醒、往上交、換人、急事。
whole-desk = 所有的{ $role }
where-waiting-last = 已經交給{ $role }了，{ $due } 之前會有人接；沒人接就再催。
where-ringing =
    { $count ->
        [0] 村裡一時叫不到人，還在往上叫。
       *[other] 正在叫人，叫了 { $count } 個。過一分鐘沒人應，再叫更多的人。
    }
where-late = { $role }在辦，說好 { $due } 之前的，晚了，對不住。
told-rises = ⏫ 還沒有人接。{ $where }
told-rings = 🚨 { $where }
told-passed = { $head }
    到時候了沒人接，交給{ $role }了。您要是能辦，還可以接。
told-still-waiting = { $head }
    還沒人接，{ $due } 就交給{ $next }了。您看能不能接？
told-nudge = { $head }
    接了有一陣了，對方還沒聽到信兒。跟他說一聲吧。
told-nudge-urgent = 🚨 { $head }
    您到了嗎？跟他說一聲；沒有回音，我過一會兒再叫別人。
told-due-soon = { $head }
    說好 { $due } 之前辦好，快到時候了。
told-lapsed = 🔁 接的人一直沒有回音，換人給您辦。{ $where }
told-lapsed-holder = { $head }
    到時候了沒有回音，先請別人接著辦。您先忙。
told-lapsed-director = 🔁 { $head }
    { $role }接了沒有回音，已經退回去重新找人。
told-late = ⏰ 說好 { $due } 之前辦好，晚了，對不住。{ $role }還在辦，主任也知道了。
told-late-holder = ⏰ { $head }
    過了 { $due } 了。辦好了點「辦好了」；還要時間，跟對方說一聲。
told-late-director = ⏰ { $head }
    { $role }還在辦，過了 { $due } 還沒辦好。
told-coming = 🚨 { $role } { $name } 這就來！
told-all-well = ✅ { $head }
    報的人說沒事了，不用去了，謝謝您！
all-well = ✅ { $head }
    沒事就好！有事隨時叫。
button-false-alarm = ✅ 沒事了，不用來
button-urgent = 🚨 急事
urgent-where = 📍 您在哪兒？點下面「發我的位置」，來的人好找您。
urgent-which-center = 在哪個村？點一下，馬上叫人。
urgent-go-on = 好。您說的話、語音，都會直接送到。
urgent-place-sent = 📍 位置送到了。
key-send-place = 📍 發我的位置
key-no-place = 不用發
told-coming-phone = 🚨 { $role } { $name } 這就來！電話 { $phone }
