# 到时候了怎么办：提醒、往上交、换人、急事。
whole-desk = 所有的{ $role }
where-waiting-last = 已经交给{ $role }了，{ $due } 之前会有人接；没人接就再催。
where-ringing =
    { $count ->
        [0] 村里一时叫不到人，还在往上叫。
       *[other] 正在叫人，叫了 { $count } 个。过一分钟没人应，再叫更多的人。
    }
where-late = { $role }在办，说好 { $due } 之前的，晚了，对不住。
told-rises = ⏫ 还没有人接。{ $where }
told-rings = 🚨 { $where }
told-passed = { $head }
    到时候了没人接，交给{ $role }了。您要是能办，还可以接。
told-still-waiting = { $head }
    还没人接，{ $due } 就交给{ $next }了。您看能不能接？
told-nudge = { $head }
    接了有一阵了，对方还没听到信儿。跟他说一声吧。
told-nudge-urgent = 🚨 { $head }
    您到了吗？跟他说一声；没有消息，我过一会儿再叫别人。
told-due-soon = { $head }
    说好 { $due } 之前办好，快到时候了。
told-lapsed = 🔁 接的人一直没有消息，换人给您办。{ $where }
told-lapsed-holder = { $head }
    到时候了没有消息，先请别人接着办。您先忙。
told-lapsed-director = 🔁 { $head }
    { $role }接了没有消息，已经退回去重新找人。
told-late = ⏰ 说好 { $due } 之前办好，晚了，对不住。{ $role }还在办，主任也知道了。
told-late-holder = ⏰ { $head }
    过了 { $due } 了。办好了点“办好了”；还要时间，跟对方说一声。
told-late-director = ⏰ { $head }
    { $role }还在办，过了 { $due } 还没办好。
told-coming = 🚨 { $role } { $name } 这就来！
told-all-well = ✅ { $head }
    报的人说没事了，不用去了，谢谢您！
all-well = ✅ { $head }
    没事就好！有事随时叫。
button-false-alarm = ✅ 没事了，不用来
button-urgent = 🚨 急事
urgent-where = 📍 您在哪儿？点下面“发我的位置”，来的人好找您。
urgent-which-center = 在哪个村？点一下，马上叫人。
urgent-go-on = 好。您说的话、语音，都会直接送到。
urgent-place-sent = 📍 位置送到了。
key-send-place = 📍 发我的位置
key-no-place = 不用发
told-coming-phone = 🚨 { $role } { $name } 这就来！电话 { $phone }
