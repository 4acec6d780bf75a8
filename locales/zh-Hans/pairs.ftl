# 结对帮扶：谁长年帮着哪一家，两边点头才算，歇、交、完都说清楚。

and-then = { $first }，{ $then }
purpose-care = 🍲 日常照看
purpose-production = 🌱 生产增收
rhythm-monthly = 每月一次
rhythm-twice = 每月两次
rhythm-weekly = 每周一次
rhythm-after = 每月一次，{ $day } 号起
pair-state-proposed = 等帮的人回话
pair-state-accepted = 等这家人回话
pair-state-active = 正帮着
pair-state-paused = 先歇着
pair-state-ended = 已经结束
pair-state-declined = 没结成
pair-why-hospital = 住院了
pair-why-away = 不在家
pair-why-busy = 眼下走不开
pair-why-gone = 正找人接着帮
pair-why-settled = 日子好过了
pair-why-moved = 搬走了
pair-why-helper = 帮的人顾不上了
pair-why-died = 人不在了
button-why-hospital = 🏥 住院了
button-why-away = 🧳 不在家
button-why-busy = ⏳ 眼下走不开
button-why-settled = 🌞 日子好过了
button-why-moved = 🚚 搬走了
button-why-helper = 👋 帮的人顾不上了
button-why-died = 🕯️ 人不在了

pairs-none = 您眼下没有结对的人家。
    家里要人长年帮着，跟值班员说一声就行。
pairs-which = 您要看哪一样？
button-pairs = 🤝 结对帮扶
button-pairs-desk = 🤝 全中心的结对
button-pairs-helping = 🤝 我帮的人家
button-pairs-home = 🤝 帮我家的人
button-pair = { $name } · { $helper }
button-pair-home = 🏠 { $name }
pair-row = · <b>{ $name }</b>（{ $village }），{ $helper }
    { $when }
pair-row-helper = · <b>{ $name }</b>（{ $village }）
    { $when }
pairs-helping = 您帮着这几家，点名字看看：
    { $items }
pairs-helping-none = 您现在没有结对的人家。
button-pairs-away = 🏖️ 我这几天不在
button-pairs-back = 👋 我回来了
pairs-away = 您到哪天不在？点一个，或者打日子，比如：12月3日。
    那几天该去的，请第二帮手去。
button-in-days = { $n } 天
pairs-away-done = 好，记下了。{ $n } 家请别人替您去。
pairs-away-done-none = 好，记下了。这几天没有要别人替您去的。
pairs-back = 您回来啦！该去的又归您了。
pairs-home = 这几位帮着您家：
    { $items }
pairs-home-none = 眼下没有人跟您家结对。要人帮，跟值班员说一声就行。
pairs-desk = 结对帮扶，您要看哪一样？
button-pair-new = ➕ 给一家找帮手
button-pairs-needing = 🔄 要换人的 { $n } 家
button-pairs-waiting = ⏳ 等回话的 { $n } 家
button-pairs-paused = ⏸️ 歇着的 { $n } 家
button-pairs-active = 🤝 正帮着的 { $n } 家
pairs-needing = 这几家要换人，或者正找人接：
    { $items }
pairs-waiting = 这几家等着回话，等得久的在前：
    { $items }
pairs-paused = 这几家先歇着：
    { $items }
pairs-active = 这几家正有人帮着：
    { $items }
pairs-list-none = 这一样眼下没有。
pair-other-center = 这家在别的服务中心。请先换过去再看。

pair-ask-helper = 🤝 想请您长年帮着一家人，您看行不行？
    <b>{ $name }</b>，{ $village }
    { $purpose }，{ $plan }
    不合适就点“这家不行”，一点不碍事。
pair-ask-next = 🤝 有一家想请您接着帮，您看行不行？
    <b>{ $name }</b>，{ $village }
    { $purpose }，{ $plan }
    要知道的：{ $note }
pair-no-note = 没有特别的
button-pair-accept = 👌 行，我来
button-pair-decline = 🙏 这家不行
pair-accept-done = 好，这就去问{ $name }家。他们点了头，告诉您怎么走。
pair-decline-done = 好，没关系。有别的合适的再找您。
pair-asking-household = 已经在问{ $name }家了，回了话就告诉您。
pair-ask-household = 🤝 中心想请<b>{ $helper }</b>常到您家看看，您看行不行？
    { $purpose }，{ $plan }
    他看到家里缺什么，也可以替您跟中心说。
button-pair-agree = 👌 行
button-pair-refuse = 🙏 不要了
pair-agree-done = 好，{ $helper }会来您家。怎么认人，下面跟您说。
pair-refuse-done = 好，那就不让他来了。
    想要什么样的人帮，跟值班员说一声。
pair-call = 📞 请问问<b>{ $name }</b>家 { $phone }：
    想请{ $helper }常去看看，行不行？
    { $purpose }，{ $plan }
    他看到家里缺什么，也会替他们跟中心说。
button-pair-they-agree = ✅ 他家说行
button-pair-they-refuse = ✋ 他家说不要
pair-they-agree-done = ✅ 记下了，{ $name }家说行。已经告诉{ $helper }。
    请跟他家说一句：来人会说“<b>{ $word }</b>”。
pair-they-refuse-done = ✋ 记下了，{ $name }家说不要。
pair-call-gone = 📞 { $name }家的电话：
    { $why }
pair-call-agreed = ✅ 问过了，他家说行。
pair-call-refused = ✋ 问过了，他家说不要。
pair-call-off = 不用打了。
pair-taken-back = 上回问您的那位先不来了。中心再给您家找人。
pair-helper-declined = { $helper }说{ $name }家不合适。请再找一位。
pair-household-refused = { $name }家不要{ $helper }来。请再找一位。
pair-not-begun = { $name }家这回先不用您去了。谢谢您愿意帮忙。
pair-unanswered-helper = ⏳ { $name }家的事，{ $helper }三天没回话了。
pair-unanswered-household = ⏳ { $name }家三天没回话，要不要{ $helper }去。

pair-to-helper = { $news }
    <b>{ $name }</b>，{ $village }
    电话：{ $phone }
    { $plan }
    到门口先说：<b>{ $word }</b>
pair-begun-helper = 🤝 { $name }家点头了，往后就请您常去看看。
pair-taken-over = 🤝 { $name }家往后就请您常去看看。
pair-standing-in = 🤝 { $name }家原先帮的人来不了啦，请您先顶一阵。
pair-to-household = { $news }
    { $helper }，电话：{ $phone }
    { $plan }
    他到门口会说：<b>{ $word }</b>
    说不出来的，别开门。
pair-begun-household = 🤝 { $helper }往后常来您家看看。
pair-new-helper = 🤝 往后换{ $helper }来您家。
pair-ask-second = 🤝 { $helper }常去看{ $name }家（{ $village }），{ $plan }。
    他去不了的时候，想请您替一回，行不？不行也没事。
pair-second-done = 好，{ $name }家您是第二帮手。{ $helper }去不了的时候，再请您去。
pair-second-agreed = 👍 { $helper }答应了，是{ $name }家的第二帮手。
pair-second-declined = { $helper }当不了{ $name }家的第二帮手。照旧去着，要的话再找一位。
pair-second-asked = 正问着{ $name }
pair-second-there = 第二帮手已经有了：{ $second }。
second-asked = 好，去问{ $helper }了。他点了头就是第二帮手。
button-pair-second = 👤 找第二帮手
pair-begun-officer = 🤝 { $name }家和{ $helper }结上对了。
pair-pass-on = 📞 请跟<b>{ $name }</b>家说一声 { $phone }：
    { $news }
button-pair-open = 👀 看看这一家
button-pair-open-home = 🤝 帮我家的人
button-pair-other = 🔄 想换个人

pair-view-helper = <b>{ $name }</b>，{ $village }
    电话：{ $phone }
    到门口先说：<b>{ $word }</b>
    { $purpose }，{ $plan }
    帮手：{ $helper }；第二帮手：{ $second }
    { $when }
pair-view-household = <b>{ $helper }</b>帮着您家。
    电话：{ $phone }
    他到门口会说：<b>{ $word }</b>
    { $plan }
    { $when }
pair-view-officer = <b>{ $name }</b>，{ $village }
    电话：{ $phone }
    帮手：{ $helper } { $helperphone }
    第二帮手：{ $second }
    { $purpose }，{ $plan }
    { $when }
pair-no-second = 没有
pair-note = 📌 要知道的：{ $note }
pair-other-wanted = 🔄 这家想换个人，帮手还不知道。
pair-sought = 🔎 帮手顾不上了，正找人接。
pair-next-asked = ⏳ 正问{ $helper }愿不愿意接。
pair-over-why = 为什么：{ $why }
pair-resting = ⏸️ 先歇着：{ $why }
pair-over = 这一对已经结束了。
pair-refused-state = 这会儿办不了：{ $state }。
pair-needs-reason = 请说一句为什么。
pair-needs-helper = 还没有人接着帮，先找到人才行。
button-pair-withdraw = ↩️ 不问了
button-pair-house = 🏠 这家人
button-pair-hand = 🔄 换个人帮
button-pair-hand-over = 🔄 交给别人
button-pair-stays = 🙂 不换了，照旧
button-pair-pause = ⏸️ 先歇一阵
button-pair-pause-home = ⏸️ 这阵不用来
button-pair-resume = ▶️ 接着来
button-pair-end = 🏁 到此为止
button-goals = 🎯 写目标
pair-withdraw-done = 好，{ $name }家的这回不问了。
pair-resume-done = 好，{ $name }家接着去。
    { $when }

pause-why = 为什么先歇一阵？点一个，或者打几个字。
pause-until = 歇到哪天？点一个，或者打日子，比如：12月3日。
button-until-open = 说不准，到时候再说
pause-done = 好，{ $name }家先歇着，{ $helper }这阵不去。
pair-paused-helper = ⏸️ { $name }家先歇着：{ $why }。这阵不用去。
pair-paused-household = ⏸️ { $helper }这阵先不来。想让他来，跟中心说一声就行。
pair-paused-officer = ⏸️ { $name }家先歇着，帮手是{ $helper }：{ $why }。
pair-resumed-helper = ▶️ { $name }家又可以去了。
pair-resumed-household = ▶️ { $helper }又来您家了。
end-why = 为什么到此为止？点一个，或者打几个字。
end-sure = { $helper }帮{ $name }家，真的到此为止？
button-end-sure = 对，到此为止
end-done = 好，{ $name }家的结对到此为止。
pair-ended-helper = 🏁 { $name }家的结对到此为止。这些日子辛苦您了，谢谢！
pair-ended-household = 🏁 { $helper }往后不专门来了。
    您家有事，随时跟中心说。
pair-ended-officer = 🏁 { $name }家和{ $helper }的结对完了：{ $why }。
pair-other-done = 好，记下了。中心会再找一位，不用说为什么。
    跟他什么也不说，您放心。
pair-wants-other = 🔄 { $name }家想换个人，现在是{ $helper }。
    帮手还不知道，请别跟他提。
pair-other-gone = 这位已经不来了，现在来的是另一位。
pair-stays-done = 好，照旧。

hand-note = 接手的人要知道{ $name }家什么？打几个字。
button-no-note = 没有特别的
hand-whom = 请谁接？
button-hand-second = 👤 { $helper }
button-hand-center = 🔎 请中心找人
hand-next = 请谁接？点名字：
    { $items }
hand-asked = 好，去问{ $helper }了。他点了头就换过来。
hand-sought = 好，请中心找人了。找到以前，还请您照旧去。
pair-seeking = 🔎 { $helper }顾不上{ $name }家了，请找人接。
pair-still-seeking = 🔎 { $name }家还没找到接手的人。
pair-next-declined = { $helper }接不了{ $name }家。请再找一位。
pair-handed-over = 🔄 { $name }家有人接了。这些日子辛苦您了，谢谢！
pair-somebody-nearer = 🔄 中心给{ $name }家找了位住得近的，往后不用您跑了。
    这些日子辛苦您了，谢谢！
pair-over-to = 🔄 { $name }家往后由{ $helper }帮着。
pair-take-done = 好，{ $name }家往后就归您帮着。怎么走，下面跟您说。
pair-next-gone = 🔎 本来要接{ $name }家的人来不了啦。请再找一位。
pair-second-gone = 🔎 { $name }家的第二帮手来不了啦。
pair-helper-gone-before = 🔎 本来要帮{ $name }家的人来不了啦。请再找一位。
pair-stood-in = 🔎 { $name }家的帮手来不了啦，第二帮手先顶着。请再找一位。
pair-helper-gone = 🔎 { $name }家的帮手来不了啦，先歇着。请再找一位。

pair-who = 给哪一家找帮手？打他家一个人的名字。
pair-which = 是哪一位？
pair-nobody = 名册上没找到{ $name }。请再打一遍名字。
pair-not-on-roster = 这位不在名册上，结不了对。
house = <b>这家人</b>，{ $village }
    { $persons }
    { $helper }
    想要什么样的人：
    { $wishes }
house-person = · { $name }
house-helper-none = 还没有人结对。
house-helper = 帮手：{ $helper }（{ $state }）
button-pair-find = 🔎 找帮手
button-wish-sex = 👤 要男的还是女的
button-wish-tongue = 💬 要会哪种话
button-wish-skill = 🧰 要会什么
button-wish-unwanted = 🚫 不要谁
wish-none = · 谁都行
wish-sex-f = · 要女的
wish-sex-m = · 要男的
wish-tongue = · 会{ $tongue }
wish-skill = · 最好会：{ $skill }
wish-unwanted = · 有 { $n } 位不要
wish-which-sex = 要男的还是女的？
wish-which-tongue = 要听得懂哪种话？
wish-which-skill = 最好会什么？再点一下就去掉。
wish-which-unwanted = 不要谁？再点一下就去掉。
button-sex-f = 👩 女的
button-sex-m = 👨 男的
button-sex-any = 都行
button-chosen = ✅ { $text }
pair-has-one = 这家已经有人帮着，或者正问着。
pair-cannot-inactive = 他现在不接，请换一位。
pair-cannot-full = 他手上的人家够多了，请换一位。
pair-cannot-kin = 他就是这家人，请换一位。
pair-cannot-unwanted = 这家说过不要他，请换一位。
pair-cannot-sex = 这家要男的还是女的有讲究，他不合，请换一位。
pair-cannot-tongue = 这家要的话他不会说，请换一位。
pair-second-same = 第二帮手要另找一位。
pair-no-candidates = 眼下没有合适的人。
    把想要什么样的人改宽一点，或者请协会再找人。
pair-which-helper = 请谁来帮？点名字：
    { $items }
candidate-row = · <b>{ $name }</b>：{ $reasons }
candidate-held = 手上有 { $n } 家
pair-which-purpose = 主要帮什么？
pair-which-rhythm = 多久去一回？
button-rhythm-after = 每月一次，几号以后
pair-which-day = 每月几号以后去？点一个，或者打个数，{ $first } 到 { $last }。
button-after-day = { $day } 号起
pair-day-odd = 请打 { $first } 到 { $last } 里的一个数。
pair-which-second = 第二帮手请谁？头一位去不了，请他去。
    { $items }
pair-which-second-none = 第二帮手眼下没有合适的人。
button-no-second = 先不要第二帮手
pair-look = <b>{ $name }</b>，{ $village }
    帮手：{ $helper }
    第二帮手：{ $second }
    { $purpose }，{ $plan }
    { $goals }
    没错就点“去问问”。先问帮手，再问这家人。
button-pair-propose = ✅ 去问问
button-pair-from = 🤝 找人长年帮着
pair-proposed = 好，去问{ $helper }了。他点了头，再问这家人。

pair-goal-row = 🎯 { $goal }
pair-no-goals = 还没写目标。
pair-goals = { $goals }
pair-goals-none = 一个目标也没看到。请一行打一个。
pair-write-goals = 想做成什么？一行打一个，比如：养两头猪。
goals-done = 好，记下了：
    { $goals }
button-progress = 📈 说说进展
progress-what = 这个月怎么样了？打一句话就行。
    { $goals }
button-progress-nothing = 没有新的
progress-done = 好，记下了。
progress-row = 📈 { $month }：{ $words }
progress-nothing = 没有新的

button-pairs-overdue = ⏰ 没人去看的 { $n } 家
pairs-overdue = 这几家到日子没人去，也没补上：
    { $items }
button-pair-print = 🖨️ 打印卡片
pair-card-too-early = 两边都答应了，才好打印卡片。
pair-card-made = { $name }家的卡片，打印出来贴在墙上。
pair-card-file = 帮扶卡 { $name }
pair-card-title = { $name }家的帮扶人
pair-card-helper = 帮扶人
pair-card-phone = 电话
pair-card-word = 暗号
pair-card-second = 换班的人
pair-card-name-phone = { $name } { $phone }
pair-card-rhythm = 多久来一回
pair-card-note = 来的人会说“{ $word }”。说不出来的，别开门，给服务中心打电话。
