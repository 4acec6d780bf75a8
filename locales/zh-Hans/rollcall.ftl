# 出了灾情点名：各家平安不平安。

button-rollcall = 🆘 出了灾情，点名
rollcall-not-yours = 点名由主任、副主任和乡里来点。有急事，点“🚨 急事”。
rollcall-what = 🆘 出了什么事？点一个，再点一下就发。
    别的事，打字说一句，像“水库要放水”。
rollcall-cause-flood = 🌊 发大水了
rollcall-cause-landslide = ⛰ 山滑坡了
rollcall-cause-earthquake = 🏚 地震了
rollcall-cause-fire = 🔥 着大火了
rollcall-cause-snow = ❄️ 雪太大了
rollcall-said-flood = 发大水了！
rollcall-said-landslide = 山滑坡了！
rollcall-said-earthquake = 地震了！
rollcall-said-fire = 着大火了！
rollcall-said-snow = 雪太大了！
rollcall-said = { $what }
    您家里人都平安吗？都平安，点 ✅；有人要帮忙、少了人，点 🆘。
rollcall-look = 🆘 这就问大家：
    { $words }

    问哪儿：{ $unit }，{ $places }
    登记过的 { $people } 人，一共 { $households } 户。夜里也马上发。
rollcall-everywhere = 所有地方
button-rollcall-send = 🆘 马上点名
button-rollcall-villages = 🏘 只点几个自然村
button-rollcall-centers = 🏘 只点几个中心
button-rollcall-elsewhere = ↪️ { $unit }
rollcall-which = 点哪几个？点一下挑上，再点一下去掉。一个都不挑，就全点。
button-rollcall-chosen = ✅ 挑好了
rollcall-begun = { $n ->
    [1] 好，这就点名。
   *[other] 好，{ $n } 个中心这就点名。
}
rollcall-running-already = 已经在点名了。先看看点到哪儿了；要重新点，先结束这一回。

button-rollcall-for = 👪 替别家说一声
rollcall-kept-safe = 好，记下了：一家都平安。有变化，再点一个。
rollcall-kept-help = 知道了，已经叫人了！人命关天，先打电话求救。
rollcall-kept-away = 好，记下了：不在家。有变化，再点一个。
rollcall-told = 🆘 <b>已经叫人了，号是 { $number }。{ $first } 也要打！</b>
    120（人病了、伤了）· 110（有人行凶）· 119（着火、被困）
    哪儿要帮忙、少了谁，打一句字，发语音、发位置都行，马上送到来的人手里。
rollcall-where = 🚶 人在哪儿？打字说一声就行，像“在县城女儿家”。不说也行。
button-rollcall-no-place = 👌 不说了
rollcall-where-kept = 好，记下了。您多保重。
rollcall-for-whom = 👪 替哪一家说？
rollcall-for-nobody = 眼下没有您能替他说的人家。谁答应过让您替他办事，才能替他说。
    自己家的，点上面那条就行。
rollcall-home-of = { $name }家（{ $household } 号）
rollcall-how-is = { $name }怎么样？
rollcall-over = 这一回已经点完了。要帮忙，点 🆘 还管用，也可以点“🚨 急事”。
rollcall-safe-now = ✅ { $head }
    点名的时候说要帮忙的人，现在说平安了。请问一声还要不要去。

rollcall-none = { $unit }眼下没有在点名。
rollcall-board = 🆘 <b>点名：{ $unit }</b>
    { $words }
    { $state }
    { $lines }
rollcall-runs = ▶️ 正在点名，{ $since }开始的
rollcall-ended = 🏁 点完了，{ $at }结束的
rollcall-runs-still = 还在点名，结束了才有结果。
rollcall-sent = 📨 收到了 { $sent } 人，还在发 { $left } 人，收不到 { $blocked } 人
rollcall-count = <b>✅ 平安 { $safe } 户 · 🆘 要帮忙 { $help } 户 · 🚶 不在家 { $away } 户 · ❔ 没回音 { $silent } 户</b>
rollcall-part = · { $name }：✅ { $safe } · 🆘 { $help } · 🚶 { $away } · ❔ { $silent }
rollcall-part-others = · 别的村：✅ { $safe } · 🆘 { $help } · 🚶 { $away } · ❔ { $silent }
rollcall-others = 没上名册的人：✅ { $safe } · 🆘 { $help } · 🚶 { $away }
rollcall-requests = 🆘 没办完的：{ $numbers } 号
button-rollcall-help = 🆘 谁要帮忙
button-rollcall-silent = ❔ 谁没回音
button-rollcall-end = 🏁 结束点名
button-rollcall-board = ▶️ 正在点：{ $unit }
rollcall-list-help = 🆘 要帮忙的，一共 { $n } 个：
    { $items }
rollcall-list-help-none = 没有人说要帮忙。
rollcall-needs = { $number } 号 · { $name } · { $phone } · { $village } · { $household }
rollcall-no-phone = 没有电话
rollcall-no-household = 没上名册
rollcall-list-silent = ❔ 没回音的，一共 { $n } 户：
    { $items }
rollcall-list-silent-none = 家家都有消息了。
rollcall-silent-home = · { $village } · { $household } 号
rollcall-silent-named = · { $village } · { $household } 号 · { $name } · { $phone }
rollcall-end-sure = 真的结束点名？{ $unit }
    没问到的不再问，没回音的也不再上门。结果马上发给您，也发给乡里。
button-rollcall-end-sure = 🏁 对，结束
rollcall-ended-now = 好，点完了。结果这就发给您。

rollcall-report = 🏁 <b>点名结果：{ $unit }</b>
    { $begun }开始，{ $ended }结束
    { $lines }
rollcall-table = 📄 { $unit }，一户一户的结果在表里。
rollcall-file = 点名结果 { $unit }
rollcall-chart = 点名：{ $unit }（户）
rollcall-chart-heard = 平安或不在家
rollcall-chart-silent = 没回音
rollcall-chart-help = 要帮忙
rollcall-column-household = 户号
rollcall-column-village = 自然村
rollcall-column-answer = 怎么样
rollcall-column-at = 什么时候说的
rollcall-column-by = 谁说的
rollcall-standing-safe = 平安
rollcall-standing-help = 要帮忙
rollcall-standing-away = 不在家
rollcall-standing-silent = 没回音
rollcall-standing-nobody = 敲过门，没人
rollcall-standing-note = { $standing }：{ $note }
rollcall-at = { $at }
button-rollcall-report = 📄 再看一遍结果
button-rollcall-again = 📄 上回的结果：{ $unit }
rollcall-not-changed = 点名不能更正，也不能撤回。要停，点“结束点名”。
