# 志工：報名、能幫什麼、專員怎麼管。

button-volunteer = ✋ 我想搭把手
button-volunteers = 🤝 志工協會
volunteer-wanted = 村裡有人家要搭把手：挑個水、幹點活、念封信、陪著說說話。
    您得空的時候願意幫誰，先告訴我您能幹什麼。
    去不去，每回都由您定；不去也沒事。
button-offer = ✋ 我願意幫忙
offering-skills = 您能幫什麼？能點好幾樣，也可以直接打字，比如「會修水管、能開車」。
offering-villages = 您願意去哪幾個自然村？都行就點「都行」。
offering-days = 您一般哪幾天得空？都行就點「都行」。
offering-parts = 一天裡什麼時候得空？
offering-tongues = 您會說哪些話？
offering-limits = 有沒有不能幹的？沒有就點「都行」。
offering-body = 您是哪一路的？
offering-sex = 您是女的還是男的？有的老人家想要女的或者男的來。
offering-ceiling = 要是長年照看人家，您最多能管幾戶？
offering-heard = 記下了：{ $items }
offering-tap = 請在上面點一下。
offering-look = 您看對不對：
    { $offers }
button-box-on = ✅ { $words }
button-box-off = { $words }
button-ticked = 👌 就這些
button-ticked-none = 👌 都行
button-body-none = 都不是
button-offer-send = ✅ 對，就這樣
button-offer-again = ✏️ 改一改
button-offer-change = ✏️ 改一改我能幫的
offered-applied = 謝謝您！專員看過就告訴您，一般一兩天。
offered-active = 好，記下了。有合適的事就來問您。
offered-paused = 好，記下了。您正歇著，先不找您。
volunteer-no-skill = 先點一樣您能幫的吧。

limit-no-lifting = 不能幹重活
limit-no-climbing = 不能爬高
limit-no-outdoors = 不能在外頭久站
body-party = 黨員
body-teacher = 老教師
body-veteran = 退伍軍人
body-cadre = 幹部
body-women = 婦女組織
body-youth = 共青團、年輕人
body-demonstration = 示範戶
sex-f = 女
sex-m = 男
part-0 = 上午
part-1 = 下午
part-2 = 晚上
ceiling-count = { $n } 戶

volunteer-skills = 能幫：{ $items }
volunteer-places = 去：{ $items }
volunteer-anywhere = 去：哪個自然村都行
volunteer-any-time = 時間：都行
volunteer-days = 時間：{ $days }
volunteer-parts = 時間：天天{ $parts }
volunteer-times = 時間：{ $days }的{ $parts }
volunteer-tongues = 會說：{ $items }
volunteer-limits = 不能：{ $items }
volunteer-body = 來自：{ $body }

volunteer-applied = 等您看
volunteer-active = 在崗
volunteer-paused = 歇著
volunteer-suspended = 停了
volunteer-declined = 沒收下
volunteer-left = 不當了
volunteer-own = { $state }
    { $lines }
volunteer-did = { $minutes ->
        [0] 🌟 幫過 { $n } 回，{ $hours } 個鐘頭
       *[other] 🌟 幫過 { $n } 回，{ $hours } 個鐘頭零 { $minutes } 分
    }
volunteer-did-row = · { $what } { $when }
volunteer-visited = 🏠 去常幫的人家看過 { $n } 回
volunteer-own-applied = 您報了名，專員還在看。
volunteer-own-active = 您是志工，有合適的事就來問您。
volunteer-own-paused = 您正歇著，不找您。得空了點「我又得空了」。
volunteer-own-suspended = 專員先讓您停一停：{ $reason }
    有話跟專員說，點「找人說話」。
volunteer-is = 他現在是「{ $state }」，不能這麼辦。
volunteer-suspended-now = 專員先讓您停一停：{ $reason }
button-volunteer-pause = 🍵 歇一陣
button-volunteer-resume = 👋 我又得空了
button-volunteer-leave = 👋 不當了
button-volunteer-leave-sure = 對，不當了
volunteer-leave-sure = 真不當志工了？您答應了還沒去的事，會另找人。
volunteer-done-pause = 好，您歇著，先不找您。
volunteer-done-resume = 好，有合適的事就來問您。
volunteer-done-leave = 好，謝謝您幫過的忙。以後想回來，隨時點「我想搭把手」。
volunteer-has-left = { $name }不當志工了。
volunteer-told-role-lost = 您不再是{ $center }的志工了，謝謝您幫過的忙。答應了還沒去的事、平常照看的人家，都另找人，您不用管了。
    以後想回來，隨時點「我想搭把手」。

association = 志工協會
    { $items }
association-others = 志工協會，還有這幾樣：
association-quiet = 眼下沒有等您的事。
association-applied = · { $n } 位想來幫忙，等您看
association-unasked = · { $n } 位一個多月沒請過了
association-expenses = · { $n } 筆墊的錢，等您點頭
association-overdue = · { $n } 戶到日子沒人去看
association-needing = · { $n } 戶要換人，或者幫手要走
association-unserved = · { $n } 戶有標籤的人家還沒有幫手
button-association-unserved = 🏠 沒有幫手的人家
association-unserved-list = 有標籤、還沒有幫手的 { $n } 戶：
    { $items }
association-unserved-row = · { $name }，{ $village }（{ $tags }）
association-unserved-none = 有標籤的人家都有幫手了。
button-association-all = 👥 名單
button-association-free = 📅 哪天誰得空
button-association-unasked = 💤 好久沒請的
button-association-expenses = 💰 墊的錢
association-all = 志工一共 { $n } 位，等您看的在前，點名字看看：
association-all-none = 還沒有人報名。請大家點「☰ 更多」裡的「我想搭把手」。
association-unasked-list = 一個多月沒請過這 { $n } 位，點名字看看：
association-unasked-none = 人人都請過，沒有閒著的。
association-expenses-list = { $n } 筆墊的錢等您看：
association-expenses-none = 沒有要看的。
association-free = { $day }得空的，點名字看看：
association-free-none = { $day }沒有人得空。
association-name = · { $name }
button-free-row = { $name } · { $parts }
button-expense-row = { $name } · { $yuan } 元
button-day-before = ⬅️ 前一天
button-day-after = 後一天 ➡️
button-volunteer-row = { $name } · { $state }
volunteer-card = <b>{ $name }</b>  📱 { $phone }
    志工 · { $state }
    { $offers }
volunteer-reason = 原因：{ $reason }
button-volunteer-accept = ✅ 收下
button-volunteer-decline = 這回不收
button-volunteer-suspend = ✋ 先停一停
button-volunteer-reinstate = ▶️ 讓他接著幹
volunteer-why-decline = 為什麼不收{ $name }？寫一句，只有他看得到，客氣些。
volunteer-why-suspend = 為什麼讓{ $name }停一停？寫一句，他看得到。
volunteer-noted-accept = 收下了，已經告訴他。
volunteer-noted-decline = 已經跟他說了。
volunteer-noted-suspend = 停了，已經告訴他。
volunteer-noted-reinstate = 他又能接著幹了，已經告訴他。
volunteer-told-accept = 🎉 { $center }收您當志工了，謝謝您！有合適的事就來問您，去不去由您定。
volunteer-told-decline = 您想搭把手，{ $center }謝謝您的心意。這回先不收：{ $reason }
volunteer-told-suspend = 專員先讓您停一停：{ $reason }
    這一陣不找您。有話跟專員說，點「找人說話」。
volunteer-told-reinstate = 您又能接著幫忙了，有合適的事就來問您。
