# 出了災情點名：各家平安不平安。

button-rollcall = 🆘 出了災情，點名
rollcall-not-yours = 點名由主任、副主任和鄉裡來點。有急事，點「🚨 急事」。
rollcall-what = 🆘 出了什麼事？點一個，再點一下就發。
    別的事，打字說一句，像「水庫要放水」。
rollcall-cause-flood = 🌊 發大水了
rollcall-cause-landslide = ⛰ 山滑坡了
rollcall-cause-earthquake = 🏚 地震了
rollcall-cause-fire = 🔥 著大火了
rollcall-cause-snow = ❄️ 雪太大了
rollcall-said-flood = 發大水了！
rollcall-said-landslide = 山滑坡了！
rollcall-said-earthquake = 地震了！
rollcall-said-fire = 著大火了！
rollcall-said-snow = 雪太大了！
rollcall-said = { $what }
    您家裡人都平安嗎？都平安，點 ✅；有人要幫忙、少了人，點 🆘。
rollcall-look = 🆘 這就問大家：
    { $words }

    問哪兒：{ $unit }，{ $places }
    登記過的 { $people } 人，一共 { $households } 戶。夜裡也馬上發。
rollcall-everywhere = 所有地方
button-rollcall-send = 🆘 馬上點名
button-rollcall-villages = 🏘 只點幾個自然村
button-rollcall-centers = 🏘 只點幾個中心
button-rollcall-elsewhere = ↪️ { $unit }
rollcall-which = 點哪幾個？點一下挑上，再點一下去掉。一個都不挑，就全點。
button-rollcall-chosen = ✅ 挑好了
rollcall-begun = { $n ->
    [1] 好，這就點名。
   *[other] 好，{ $n } 個中心這就點名。
}
rollcall-running-already = 已經在點名了。先看看點到哪兒了；要重新點，先結束這一回。

button-rollcall-for = 👪 替別家說一聲
rollcall-kept-safe = 好，記下了：一家都平安。有變化，再點一個。
rollcall-kept-help = 知道了，已經叫人了！人命關天，先打電話求救。
rollcall-kept-away = 好，記下了：不在家。有變化，再點一個。
rollcall-told = 🆘 <b>已經叫人了，號是 { $number }。{ $first } 也要打！</b>
    120（人病了、傷了）· 110（有人行兇）· 119（著火、被困）
    哪兒要幫忙、少了誰，打一句字，發語音、發位置都行，馬上送到來的人手裡。
rollcall-where = 🚶 人在哪兒？打字說一聲就行，像「在縣城女兒家」。不說也行。
button-rollcall-no-place = 👌 不說了
rollcall-where-kept = 好，記下了。您多保重。
rollcall-for-whom = 👪 替哪一家說？
rollcall-for-nobody = 眼下沒有您能替他說的人家。誰答應過讓您替他辦事，才能替他說。
    自己家的，點上面那條就行。
rollcall-home-of = { $name }家（{ $household } 號）
rollcall-how-is = { $name }怎麼樣？
rollcall-over = 這一回已經點完了。要幫忙，點 🆘 還管用，也可以點「🚨 急事」。
rollcall-safe-now = ✅ { $head }
    點名的時候說要幫忙的人，現在說平安了。請問一聲還要不要去。

rollcall-none = { $unit }眼下沒有在點名。
rollcall-board = 🆘 <b>點名：{ $unit }</b>
    { $words }
    { $state }
    { $lines }
rollcall-runs = ▶️ 正在點名，{ $since }開始的
rollcall-ended = 🏁 點完了，{ $at }結束的
rollcall-runs-still = 還在點名，結束了才有結果。
rollcall-sent = 📨 收到了 { $sent } 人，還在發 { $left } 人，收不到 { $blocked } 人
rollcall-count = <b>✅ 平安 { $safe } 戶 · 🆘 要幫忙 { $help } 戶 · 🚶 不在家 { $away } 戶 · ❔ 沒回音 { $silent } 戶</b>
rollcall-part = · { $name }：✅ { $safe } · 🆘 { $help } · 🚶 { $away } · ❔ { $silent }
rollcall-part-others = · 別的村：✅ { $safe } · 🆘 { $help } · 🚶 { $away } · ❔ { $silent }
rollcall-others = 沒上名冊的人：✅ { $safe } · 🆘 { $help } · 🚶 { $away }
rollcall-requests = 🆘 沒辦完的：{ $numbers } 號
button-rollcall-help = 🆘 誰要幫忙
button-rollcall-silent = ❔ 誰沒回音
button-rollcall-end = 🏁 結束點名
button-rollcall-board = ▶️ 正在點：{ $unit }
rollcall-list-help = 🆘 要幫忙的，一共 { $n } 個：
    { $items }
rollcall-list-help-none = 沒有人說要幫忙。
rollcall-needs = { $number } 號 · { $name } · { $phone } · { $village } · { $household }
rollcall-no-phone = 沒有電話
rollcall-no-household = 沒上名冊
rollcall-list-silent = ❔ 沒回音的，一共 { $n } 戶：
    { $items }
rollcall-list-silent-none = 家家都有訊息了。
rollcall-silent-home = · { $village } · { $household } 號
rollcall-silent-named = · { $village } · { $household } 號 · { $name } · { $phone }
rollcall-end-sure = 真的結束點名？{ $unit }
    沒問到的不再問，沒回音的也不再上門。結果馬上發給您，也發給鄉裡。
button-rollcall-end-sure = 🏁 對，結束
rollcall-ended-now = 好，點完了。結果這就發給您。

rollcall-report = 🏁 <b>點名結果：{ $unit }</b>
    { $begun }開始，{ $ended }結束
    { $lines }
rollcall-table = 📄 { $unit }，一戶一戶的結果在表裡。
rollcall-file = 點名結果 { $unit }
rollcall-chart = 點名：{ $unit }（戶）
rollcall-chart-heard = 平安或不在家
rollcall-chart-silent = 沒回音
rollcall-chart-help = 要幫忙
rollcall-column-household = 戶號
rollcall-column-village = 自然村
rollcall-column-answer = 怎麼樣
rollcall-column-at = 什麼時候說的
rollcall-column-by = 誰說的
rollcall-standing-safe = 平安
rollcall-standing-help = 要幫忙
rollcall-standing-away = 不在家
rollcall-standing-silent = 沒回音
rollcall-standing-nobody = 敲過門，沒人
rollcall-standing-note = { $standing }：{ $note }
rollcall-at = { $at }
button-rollcall-report = 📄 再看一遍結果
button-rollcall-again = 📄 上回的結果：{ $unit }
rollcall-not-changed = 點名不能更正，也不能撤回。要停，點「結束點名」。
