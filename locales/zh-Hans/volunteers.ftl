# 志愿者：报名、能帮什么、专干怎么管。

button-volunteer = ✋ 我想搭把手
button-volunteers = 🤝 志愿者协会
volunteer-wanted = 村里有人家要搭把手：挑个水、干点活、念封信、陪着说说话。
    您得空的时候愿意帮谁，先告诉我您能干什么。
    去不去，每回都由您定；不去也没事。
button-offer = ✋ 我愿意帮忙
offering-skills = 您能帮什么？能点好几样，也可以直接打字，比如“会修水管、能开车”。
offering-villages = 您愿意去哪几个自然村？都行就点“都行”。
offering-days = 您一般哪几天得空？都行就点“都行”。
offering-parts = 一天里什么时候得空？
offering-tongues = 您会说哪些话？
offering-limits = 有没有不能干的？没有就点“都行”。
offering-body = 您是哪一路的？
offering-sex = 您是女的还是男的？有的老人家想要女的或者男的来。
offering-ceiling = 要是长年照看人家，您最多能管几户？
offering-heard = 记下了：{ $items }
offering-tap = 请在上面点一下。
offering-look = 您看对不对：
    { $offers }
button-box-on = ✅ { $words }
button-box-off = { $words }
button-ticked = 👌 就这些
button-ticked-none = 👌 都行
button-body-none = 都不是
button-offer-send = ✅ 对，就这样
button-offer-again = ✏️ 改一改
button-offer-change = ✏️ 改一改我能帮的
offered-applied = 谢谢您！专干看过就告诉您，一般一两天。
offered-active = 好，记下了。有合适的事就来问您。
offered-paused = 好，记下了。您正歇着，先不找您。
volunteer-no-skill = 先点一样您能帮的吧。

limit-no-lifting = 不能干重活
limit-no-climbing = 不能爬高
limit-no-outdoors = 不能在外头久站
body-party = 党员
body-teacher = 老教师
body-veteran = 退伍军人
body-cadre = 干部
body-women = 妇女组织
body-youth = 共青团、年轻人
body-demonstration = 示范户
sex-f = 女
sex-m = 男
part-0 = 上午
part-1 = 下午
part-2 = 晚上
ceiling-count = { $n } 户

volunteer-skills = 能帮：{ $items }
volunteer-places = 去：{ $items }
volunteer-anywhere = 去：哪个自然村都行
volunteer-any-time = 时间：都行
volunteer-days = 时间：{ $days }
volunteer-parts = 时间：天天{ $parts }
volunteer-times = 时间：{ $days }的{ $parts }
volunteer-tongues = 会说：{ $items }
volunteer-limits = 不能：{ $items }
volunteer-body = 来自：{ $body }

volunteer-applied = 等您看
volunteer-active = 在岗
volunteer-paused = 歇着
volunteer-suspended = 停了
volunteer-declined = 没收下
volunteer-left = 不当了
volunteer-own = { $state }
    { $lines }
volunteer-did = { $minutes ->
        [0] 🌟 帮过 { $n } 回，{ $hours } 个钟头
       *[other] 🌟 帮过 { $n } 回，{ $hours } 个钟头零 { $minutes } 分
    }
volunteer-did-row = · { $what } { $when }
volunteer-visited = 🏠 去常帮的人家看过 { $n } 回
volunteer-own-applied = 您报了名，专干还在看。
volunteer-own-active = 您是志愿者，有合适的事就来问您。
volunteer-own-paused = 您正歇着，不找您。得空了点“我又得空了”。
volunteer-own-suspended = 专干先让您停一停：{ $reason }
    有话跟专干说，点“找人说话”。
volunteer-is = 他现在是“{ $state }”，不能这么办。
volunteer-suspended-now = 专干先让您停一停：{ $reason }
button-volunteer-pause = 🍵 歇一阵
button-volunteer-resume = 👋 我又得空了
button-volunteer-leave = 👋 不当了
button-volunteer-leave-sure = 对，不当了
volunteer-leave-sure = 真不当志愿者了？您答应了还没去的事，会另找人。
volunteer-done-pause = 好，您歇着，先不找您。
volunteer-done-resume = 好，有合适的事就来问您。
volunteer-done-leave = 好，谢谢您帮过的忙。以后想回来，随时点“我想搭把手”。
volunteer-has-left = { $name }不当志愿者了。
volunteer-told-role-lost = 您不再是{ $center }的志愿者了，谢谢您帮过的忙。答应了还没去的事、平常照看的人家，都另找人，您不用管了。
    以后想回来，随时点“我想搭把手”。

association = 志愿者协会
    { $items }
association-others = 志愿者协会，还有这几样：
association-quiet = 眼下没有等您的事。
association-applied = · { $n } 位想来帮忙，等您看
association-unasked = · { $n } 位一个多月没请过了
association-expenses = · { $n } 笔垫的钱，等您点头
association-overdue = · { $n } 户到日子没人去看
association-needing = · { $n } 户要换人，或者帮手要走
association-unserved = · { $n } 户有标签的人家还没有帮手
button-association-unserved = 🏠 没有帮手的人家
association-unserved-list = 有标签、还没有帮手的 { $n } 户：
    { $items }
association-unserved-row = · { $name }，{ $village }（{ $tags }）
association-unserved-none = 有标签的人家都有帮手了。
button-association-all = 👥 名单
button-association-free = 📅 哪天谁得空
button-association-unasked = 💤 好久没请的
button-association-expenses = 💰 垫的钱
association-all = 志愿者一共 { $n } 位，等您看的在前，点名字看看：
association-all-none = 还没有人报名。请大家点“☰ 更多”里的“我想搭把手”。
association-unasked-list = 一个多月没请过这 { $n } 位，点名字看看：
association-unasked-none = 人人都请过，没有闲着的。
association-expenses-list = { $n } 笔垫的钱等您看：
association-expenses-none = 没有要看的。
association-free = { $day }得空的，点名字看看：
association-free-none = { $day }没有人得空。
association-name = · { $name }
button-free-row = { $name } · { $parts }
button-expense-row = { $name } · { $yuan } 元
button-day-before = ⬅️ 前一天
button-day-after = 后一天 ➡️
button-volunteer-row = { $name } · { $state }
volunteer-card = <b>{ $name }</b>  📱 { $phone }
    志愿者 · { $state }
    { $offers }
volunteer-reason = 原因：{ $reason }
button-volunteer-accept = ✅ 收下
button-volunteer-decline = 这回不收
button-volunteer-suspend = ✋ 先停一停
button-volunteer-reinstate = ▶️ 让他接着干
volunteer-why-decline = 为什么不收{ $name }？写一句，只有他看得到，客气些。
volunteer-why-suspend = 为什么让{ $name }停一停？写一句，他看得到。
volunteer-noted-accept = 收下了，已经告诉他。
volunteer-noted-decline = 已经跟他说了。
volunteer-noted-suspend = 停了，已经告诉他。
volunteer-noted-reinstate = 他又能接着干了，已经告诉他。
volunteer-told-accept = 🎉 { $center }收您当志愿者了，谢谢您！有合适的事就来问您，去不去由您定。
volunteer-told-decline = 您想搭把手，{ $center }谢谢您的心意。这回先不收：{ $reason }
volunteer-told-suspend = 专干先让您停一停：{ $reason }
    这一阵不找您。有话跟专干说，点“找人说话”。
volunteer-told-reinstate = 您又能接着帮忙了，有合适的事就来问您。
