# 说一件事：是哪方面、看一眼、发出去；替别人办；急事。

menu = 您要办哪方面的事？
    直接打字、说语音也行。
menu-group = 是哪一样？
group-empty = 这一类，您这个服务中心还没开。
line-off = 这一样，您这个服务中心还没开。请换一个，或者找人说话。
draft-which = 您说的是哪方面的事？点一下。
draft-what-about = 收到了。是哪方面的事？
button-other-line = 🔄 别的事
draft-line-noted = 好：{ $line }
draft-words = 您说说是什么事？打字、说语音、发照片都行。
draft-rewrite = 那您重新说一遍，我拿新的换掉旧的。
draft-add = 照片、语音、位置、文件，直接发过来就加上了。
draft-preview = <b>发出去之前，您看一眼</b>
    事情：{ $line }
    给谁：{ $role }
    { $whom }
    说的是：
    { $story }

    { $secrecy }
draft-secret = 🔒 只有接这件事的人看得到您是谁、说了什么。
draft-normal = 接了这件事的人才看得到您是谁、说了什么。
draft-for-self = 谁的事：{ $name }，{ $village }
draft-for-other = 替谁办：{ $name }，{ $village }
button-send = ✅ 发出去
button-rewrite = ✏️ 重说
button-add = 📎 加照片
button-proxy = 👵 替别人办
draft-gone = 这件事已经发出去了，要不就是不办了。要办别的，直接说。
draft-left = 您有件事还没发出去。接着填，还是说件新的？
draft-left-named = 您说的“{ $words }”还没发出去。接着填，还是说件新的？
draft-kept = 您有件事还没发出去，给您留着呢。
draft-kept-named = 您说的“{ $words }”还没发出去，给您留着呢。
draft-kept-for = 替{ $name }登记的还没发出去，给您留着呢。
dropped-this = 好，这件不办了。
dropped-named = 好，“{ $words }”不办了。
dropped-for = 好，替{ $name }登记的不办了。
unsent-added = 好，添到那件里了。
button-unsent = 📎 没发的那件
button-unsent-named = 📎 没发的：{ $words }
button-unsent-for = 📎 没发的：替{ $name }登记的
draft-empty = 还没说是什么事呢。打几个字，或者说一段语音。
draft-full = 一件事先放 { $most } 条吧。发出去以后还可以接着加。
sent = ✅ 收到了：<b>{ $head }</b>
    { $where }
    想问到哪一步了，报这个号就行。
sent-risen = { $sent }
    （这类事眼下还没人管，就直接交给上面的人了。）
attached =
    { $kind ->
        [photo] 📷 照片 { $count } 张
        [voice] 🎤 语音 { $count } 段
        [video] 🎬 视频 { $count } 段
        [video_note] 🎬 视频留言 { $count } 段
        [document] 📄 文件 { $count } 个
        [audio] 🎵 录音 { $count } 段
        [animation] 🎞️ 动图 { $count } 张
        [sticker] 😀 表情 { $count } 个
        [location] 📍 位置 { $count } 个
        [venue] 📍 地点 { $count } 个
        [contact] 👤 联系人 { $count } 个
       *[other] 📎 附件 { $count } 个
    }
story-empty = （没有写什么）

draft-person-name = 替谁办？打他的名字。
draft-person-phone = 他有电话吗？打号码发过来；没有就点“没有电话”。
draft-person-pick = 是哪一位？请点上面的名字。
button-skip = 没有电话
proxy-village = 他住哪个自然村？
proxy-which = 名册上有叫{ $name }的，是哪一位？
proxy-phone-odd = 这不像电话号码。请再打一遍，或者点“没有电话”。
proxy-noted = 好，替{ $name }办。
button-person-of-roster = { $name } · { $village }
button-someone-else = 都不是

urgent-what = 🚨 <b>先打电话：120（人病了、伤了）· 110（有人行凶）· 119（着火、被困）</b>
    我这就叫村里的人。是什么事？
urgent-numbers = 🚨 <b>先打 { $first }！</b>
    120（人病了、伤了）· 110（有人行凶）· 119（着火、被困）
    点下面，我马上叫村里的人来。
urgent-numbers-only = 🚨 <b>先打 { $first }！</b>
    120（人病了、伤了）· 110（有人行凶）· 119（着火、被困）
urgent-called = 🚨 号是 <b>{ $number }</b>。<b>{ $first } 也要打！</b>
    { $where }
    您接着发位置、语音，都会直接送到。
button-call-now = 🚨 马上叫人
button-not-urgent = 不是急事
urgent-medical = 🚑 人病了、伤了、中毒、要生了
urgent-violence = 👊 打人、行凶
urgent-fire = 🔥 着火
urgent-drowning = 🌊 落水
urgent-missing = 🆘 人走丢了、别的急事
