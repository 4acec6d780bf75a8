# 說一件事：是哪方面、看一眼、送出去；替別人辦；急事。

menu = 您要辦哪方面的事？
    直接打字、說語音也可以。
menu-group = 是哪一樣？
group-empty = 這一類，您這個服務中心還沒開。
line-off = 這一樣，您這個服務中心還沒開。請換一個，或者找人說話。
draft-which = 您說的是哪方面的事？點一下。
draft-what-about = 收到了。是哪方面的事？
button-other-line = 🔄 別的事
draft-line-noted = 好：{ $line }
draft-words = 您說說是什麼事？打字、說語音、傳照片都可以。
draft-rewrite = 那您重新說一次，我拿新的換掉舊的。
draft-add = 照片、語音、位置、檔案，直接傳過來就加上了。
draft-preview = <b>送出去之前，您看一眼</b>
    事情：{ $line }
    給誰：{ $role }
    { $whom }
    說的是：
    { $story }

    { $secrecy }
draft-secret = 🔒 只有接這件事的人看得到您是誰、說了什麼。
draft-normal = 接了這件事的人才看得到您是誰、說了什麼。
draft-for-self = 誰的事：{ $name }，{ $village }
draft-for-other = 替誰辦：{ $name }，{ $village }
button-send = ✅ 送出去
button-rewrite = ✏️ 重說
button-add = 📎 加照片
button-proxy = 👵 替別人辦
draft-gone = 這件事已經送出去了，要不就是不辦了。要辦別的，直接說。
draft-left = 您有件事還沒送出去。接著填，還是說件新的？
draft-left-named = 您說的「{ $words }」還沒送出去。接著填，還是說件新的？
draft-kept = 您有件事還沒送出去，給您留著呢。
draft-kept-named = 您說的「{ $words }」還沒送出去，給您留著呢。
draft-kept-for = 替{ $name }登記的還沒送出去，給您留著呢。
dropped-this = 好，這件不辦了。
dropped-named = 好，「{ $words }」不辦了。
dropped-for = 好，替{ $name }登記的不辦了。
unsent-added = 好，添到那件裡了。
button-unsent = 📎 沒送的那件
button-unsent-named = 📎 沒送的：{ $words }
button-unsent-for = 📎 沒送的：替{ $name }登記的
draft-empty = 還沒說是什麼事呢。打幾個字，或者說一段語音。
draft-full = 一件事先放 { $most } 條吧。送出去以後還可以接著加。
sent = ✅ 收到了：<b>{ $head }</b>
    { $where }
    想問到哪一步了，報這個號碼就好。
sent-risen = { $sent }
    （這類事現在還沒人管，就直接交給上面的人了。）
attached =
    { $kind ->
        [photo] 📷 照片 { $count } 張
        [voice] 🎤 語音 { $count } 段
        [video] 🎬 影片 { $count } 段
        [video_note] 🎬 影片留言 { $count } 段
        [document] 📄 檔案 { $count } 個
        [audio] 🎵 錄音 { $count } 段
        [animation] 🎞️ 動圖 { $count } 張
        [sticker] 😀 貼圖 { $count } 個
        [location] 📍 位置 { $count } 個
        [venue] 📍 地點 { $count } 個
        [contact] 👤 聯絡人 { $count } 個
       *[other] 📎 附件 { $count } 個
    }
story-empty = （沒有寫什麼）

draft-person-name = 替誰辦？打他的名字。
draft-person-phone = 他有電話嗎？打號碼傳過來；沒有就點「沒有電話」。
draft-person-pick = 是哪一位？請點上面的名字。
button-skip = 沒有電話
proxy-village = 他住哪個自然村？
proxy-which = 名冊上有叫{ $name }的，是哪一位？
proxy-phone-odd = 這不像電話號碼。請再打一次，或者點「沒有電話」。
proxy-noted = 好，替{ $name }辦。
button-person-of-roster = { $name } · { $village }
button-someone-else = 都不是

urgent-what = 🚨 <b>先打電話：120（人病了、傷了）· 110（有人行兇）· 119（著火、被困）</b>
    我這就叫村裡的人。是什麼事？
urgent-numbers = 🚨 <b>先打 { $first }！</b>
    120（人病了、傷了）· 110（有人行兇）· 119（著火、被困）
    點下面，我馬上叫村裡的人來。
urgent-numbers-only = 🚨 <b>先打 { $first }！</b>
    120（人病了、傷了）· 110（有人行兇）· 119（著火、被困）
urgent-called = 🚨 號是 <b>{ $number }</b>。<b>{ $first } 也要打！</b>
    { $where }
    您接著發位置、語音，都會直接送到。
button-call-now = 🚨 馬上叫人
button-not-urgent = 不是急事
urgent-medical = 🚑 人病了、傷了、中毒、要生了
urgent-violence = 👊 打人、行兇
urgent-fire = 🔥 著火
urgent-drowning = 🌊 落水
urgent-missing = 🆘 人走失了、別的急事
