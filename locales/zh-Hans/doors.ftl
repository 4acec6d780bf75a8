# 上门说：没看到通知的户，谁去说、说了没有、家里没人怎么办。

door-about = 📢 { $unit }：{ $words }
door-no-village = 没写自然村的户
door-place = { $center }·{ $village }
door-names-more = { $names }等 { $n } 人
door-names-none = （没写名字的一户）

door-offer = 🚪 有几户还不知道这件事，您能上门说一声吗？
    { $about }
    { $place }，{ $n } 户。
    去不去都行。您答应了，才告诉您是哪几家。
button-door-yes = 👣 我去说
button-door-no = 🙏 这回去不了
door-thanks = 谢谢您！{ $n } 户，名单在下面。
door-declined = 好，没关系，再问别人。
door-covered = 谢谢您！已经都有人去了。
door-first-these = 先把手上这几户说完，再添新的。

door-list = 🚪 还要去说的：
    { $about }
    { $items }
door-row = · { $names } · { $village } · ☎️ { $phone }
door-row-again = · { $names } · { $village } · ☎️ { $phone }（上回没人在）
door-list-done = ✅ 您的都说完了，谢谢您！
    { $about }
door-list-done-more = ✅ 您的都说完了，谢谢您！还有 { $n } 户没人去，得空的话再拿几户。
    { $about }
button-door-list = 👣 打开名单
button-door-more = ➕ 再拿几户
button-door-back-all = ↩️ 剩下的去不了
button-door = 🏠 { $names }

door-household = 🏠 <b>{ $names }</b>，{ $village }
    ☎️ { $phone }
    念给他们听：
    { $words }
door-no-words = （这条没有字，把您手机上收到的给他们看、给他们听。）
button-door-told = ✅ 说到了
button-door-nobody = 🚪 家里没人
button-door-moved = 📦 搬走了
button-door-back = ↩️ 这户我去不了
door-who = 跟谁说的？{ $names }
button-door-other = 👤 别的人
door-who-else = 跟谁说的？打个名字发过来。
door-told-now = 好，记下了。
door-nobody-now = 好，过一阵再去看看。
door-moved-now = 好，记下了，值班员会改户册。
door-given-back = 好，另外找人去。
door-told-already = 这户 { $by } 已经说过了。
door-read-meanwhile = 这户自己看到了，不用去了。
door-again-later = 记过了。过一阵再去，说到了再点。
door-knows-already = 这家已经知道了。
door-again = 🚪 上回没人在的 { $n } 户，该再去看看了。
    { $list }
door-silent = 您手上还有 { $n } 户没动静，怕您没空，另外找人去了。辛苦您！
    { $about }
door-away = 🚪 去了两回都没人在，您打个电话或者问问邻居：
    { $home }
    { $about }
door-gone = 📦 听说这户搬走了，户册该改一改：
    { $home }
    { $about }

door-kin = 您看到了，家里的人知道了吗？您跟他们说过了，点一下就行，不用再派人上门。
    { $about }
button-door-kin = ✅ { $name }家，我说过了
door-kin-thanks = 好，{ $name }家记下了，不用再跑一趟。

door-nobody-goes = ⚠️ 没有人去说：
    { $about }
    { $place }，还有 { $n } 户不知道。
button-door-take = 👣 我自己去
door-count-told = · 上门说到的 { $n } 户
door-count-left = · 还要上门的 { $n } 户
door-count-moved = · 搬走的 { $n } 户
door-nobody-there = · ⚠️ 没人去：{ $places }
button-door-chart = 📊 看图
button-door-left = 🏠 还有谁不知道
door-chart = 📊 <b>{ $unit }</b>：{ $words }
    { $items }
door-chart-row = · { $label }：看到 { $read } 户，上门说到 { $told } 户，还不知道 { $left } 户
door-chart-rest = · 另外 { $n } 处，还不知道 { $left } 户
door-chart-title = { $unit }通知到哪儿了
door-read = 看到了
door-told = 上门说到了
door-left = 还不知道
door-places = { $unit }，还不知道的：
    { $items }
door-places-none = { $unit }，都通知到了。
button-door-place = 🏘 { $place }（{ $n } 户）
door-missing = 还不知道的 { $n } 户：
    { $items }
door-missing-none = 这里都通知到了。
door-missing-open = · { $names }（没人去）
door-missing-taken = · { $names }（{ $keeper } 去）
door-missing-nobody = · { $names }（去过，家里没人）
door-missing-waiting = · { $names }
button-door-safe = ✅ 都平安
button-door-help = 🆘 要帮忙
door-found-safe = 好，记下了：平安。
door-found-help = 记下了，马上叫人去。
