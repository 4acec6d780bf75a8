# 上門說：沒看到通知的戶，誰去說、說了沒有、家裡沒人怎麼辦。

door-about = 📢 { $unit }：{ $words }
door-no-village = 沒寫自然村的戶
door-place = { $center }·{ $village }
door-names-more = { $names }等 { $n } 人
door-names-none = （沒寫名字的一戶）

door-offer = 🚪 有幾戶還不知道這件事，您能上門說一聲嗎？
    { $about }
    { $place }，{ $n } 戶。
    去不去都行。您答應了，才告訴您是哪幾家。
button-door-yes = 👣 我去說
button-door-no = 🙏 這回去不了
door-thanks = 謝謝您！{ $n } 戶，名單在下面。
door-declined = 好，沒關係，再問別人。
door-covered = 謝謝您！已經都有人去了。
door-first-these = 先把手上這幾戶說完，再添新的。

door-list = 🚪 還要去說的：
    { $about }
    { $items }
door-row = · { $names } · { $village } · ☎️ { $phone }
door-row-again = · { $names } · { $village } · ☎️ { $phone }（上回沒人在）
door-list-done = ✅ 您的都說完了，謝謝您！
    { $about }
door-list-done-more = ✅ 您的都說完了，謝謝您！還有 { $n } 戶沒人去，得空的話再拿幾戶。
    { $about }
button-door-list = 👣 打開名單
button-door-more = ➕ 再拿幾戶
button-door-back-all = ↩️ 剩下的去不了
button-door = 🏠 { $names }

door-household = 🏠 <b>{ $names }</b>，{ $village }
    ☎️ { $phone }
    念給他們聽：
    { $words }
door-no-words = （這條沒有字，把您手機上收到的給他們看、給他們聽。）
button-door-told = ✅ 說到了
button-door-nobody = 🚪 家裡沒人
button-door-moved = 📦 搬走了
button-door-back = ↩️ 這戶我去不了
door-who = 跟誰說的？{ $names }
button-door-other = 👤 別的人
door-who-else = 跟誰說的？打個名字發過來。
door-told-now = 好，記下了。
door-nobody-now = 好，過一陣再去看看。
door-moved-now = 好，記下了，值班員會改戶冊。
door-given-back = 好，另外找人去。
door-told-already = 這戶 { $by } 已經說過了。
door-read-meanwhile = 這戶自己看到了，不用去了。
door-again-later = 記過了。過一陣再去，說到了再點。
door-knows-already = 這家已經知道了。
door-again = 🚪 上回沒人在的 { $n } 戶，該再去看看了。
    { $list }
door-silent = 您手上還有 { $n } 戶沒動靜，怕您沒空，另外找人去了。辛苦您！
    { $about }
door-away = 🚪 去了兩回都沒人在，您打個電話或者問問鄰居：
    { $home }
    { $about }
door-gone = 📦 聽說這戶搬走了，戶冊該改一改：
    { $home }
    { $about }

door-kin = 您看到了，家裡的人知道了嗎？您跟他們說過了，點一下就行，不用再派人上門。
    { $about }
button-door-kin = ✅ { $name }家，我說過了
door-kin-thanks = 好，{ $name }家記下了，不用再跑一趟。

door-nobody-goes = ⚠️ 沒有人去說：
    { $about }
    { $place }，還有 { $n } 戶不知道。
button-door-take = 👣 我自己去
door-count-told = · 上門說到的 { $n } 戶
door-count-left = · 還要上門的 { $n } 戶
door-count-moved = · 搬走的 { $n } 戶
door-nobody-there = · ⚠️ 沒人去：{ $places }
button-door-chart = 📊 看圖
button-door-left = 🏠 還有誰不知道
door-chart = 📊 <b>{ $unit }</b>：{ $words }
    { $items }
door-chart-row = · { $label }：看到 { $read } 戶，上門說到 { $told } 戶，還不知道 { $left } 戶
door-chart-rest = · 另外 { $n } 處，還不知道 { $left } 戶
door-chart-title = { $unit }通知到哪兒了
door-read = 看到了
door-told = 上門說到了
door-left = 還不知道
door-places = { $unit }，還不知道的：
    { $items }
door-places-none = { $unit }，都通知到了。
button-door-place = 🏘 { $place }（{ $n } 戶）
door-missing = 還不知道的 { $n } 戶：
    { $items }
door-missing-none = 這裡都通知到了。
door-missing-open = · { $names }（沒人去）
door-missing-taken = · { $names }（{ $keeper } 去）
door-missing-nobody = · { $names }（去過，家裡沒人）
door-missing-waiting = · { $names }
button-door-safe = ✅ 都平安
button-door-help = 🆘 要幫忙
door-found-safe = 好，記下了：平安。
door-found-help = 記下了，馬上叫人去。
