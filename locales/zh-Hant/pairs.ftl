# 結對幫扶：誰長年幫著哪一家，兩邊點頭才算，歇、交、完都說清楚。

and-then = { $first }，{ $then }
purpose-care = 🍲 日常照看
purpose-production = 🌱 生產增收
rhythm-monthly = 每月一次
rhythm-twice = 每月兩次
rhythm-weekly = 每週一次
rhythm-after = 每月一次，{ $day } 號起
pair-state-proposed = 等幫的人回話
pair-state-accepted = 等這家人回話
pair-state-active = 正幫著
pair-state-paused = 先歇著
pair-state-ended = 已經結束
pair-state-declined = 沒結成
pair-why-hospital = 住院了
pair-why-away = 不在家
pair-why-busy = 眼下走不開
pair-why-gone = 正找人接著幫
pair-why-settled = 日子好過了
pair-why-moved = 搬走了
pair-why-helper = 幫的人顧不上了
pair-why-died = 人不在了
button-why-hospital = 🏥 住院了
button-why-away = 🧳 不在家
button-why-busy = ⏳ 眼下走不開
button-why-settled = 🌞 日子好過了
button-why-moved = 🚚 搬走了
button-why-helper = 👋 幫的人顧不上了
button-why-died = 🕯️ 人不在了

pairs-none = 您眼下沒有結對的人家。
    家裡要人長年幫著，跟值班員說一聲就行。
pairs-which = 您要看哪一樣？
button-pairs = 🤝 結對幫扶
button-pairs-desk = 🤝 全中心的結對
button-pairs-helping = 🤝 我幫的人家
button-pairs-home = 🤝 幫我家的人
button-pair = { $name } · { $helper }
button-pair-home = 🏠 { $name }
pair-row = · <b>{ $name }</b>（{ $village }），{ $helper }
    { $when }
pair-row-helper = · <b>{ $name }</b>（{ $village }）
    { $when }
pairs-helping = 您幫著這幾家，點名字看看：
    { $items }
pairs-helping-none = 您現在沒有結對的人家。
button-pairs-away = 🏖️ 我這幾天不在
button-pairs-back = 👋 我回來了
pairs-away = 您到哪天不在？點一個，或者打日子，比如：12月3日。
    那幾天該去的，請第二幫手去。
button-in-days = { $n } 天
pairs-away-done = 好，記下了。{ $n } 家請別人替您去。
pairs-away-done-none = 好，記下了。這幾天沒有要別人替您去的。
pairs-back = 您回來啦！該去的又歸您了。
pairs-home = 這幾位幫著您家：
    { $items }
pairs-home-none = 眼下沒有人跟您家結對。要人幫，跟值班員說一聲就行。
pairs-desk = 結對幫扶，您要看哪一樣？
button-pair-new = ➕ 給一家找幫手
button-pairs-needing = 🔄 要換人的 { $n } 家
button-pairs-waiting = ⏳ 等回話的 { $n } 家
button-pairs-paused = ⏸️ 歇著的 { $n } 家
button-pairs-active = 🤝 正幫著的 { $n } 家
pairs-needing = 這幾家要換人，或者正找人接：
    { $items }
pairs-waiting = 這幾家等著回話，等得久的在前：
    { $items }
pairs-paused = 這幾家先歇著：
    { $items }
pairs-active = 這幾家正有人幫著：
    { $items }
pairs-list-none = 這一樣眼下沒有。
pair-other-center = 這家在別的服務中心。請先換過去再看。

pair-ask-helper = 🤝 想請您長年幫著一家人，您看行不行？
    <b>{ $name }</b>，{ $village }
    { $purpose }，{ $plan }
    不合適就點「這家不行」，一點不礙事。
pair-ask-next = 🤝 有一家想請您接著幫，您看行不行？
    <b>{ $name }</b>，{ $village }
    { $purpose }，{ $plan }
    要知道的：{ $note }
pair-no-note = 沒有特別的
button-pair-accept = 👌 行，我來
button-pair-decline = 🙏 這家不行
pair-accept-done = 好，這就去問{ $name }家。他們點了頭，告訴您怎麼走。
pair-decline-done = 好，沒關係。有別的合適的再找您。
pair-asking-household = 已經在問{ $name }家了，回了話就告訴您。
pair-ask-household = 🤝 中心想請<b>{ $helper }</b>常到您家看看，您看行不行？
    { $purpose }，{ $plan }
    他看到家裡缺什麼，也可以替您跟中心說。
button-pair-agree = 👌 行
button-pair-refuse = 🙏 不要了
pair-agree-done = 好，{ $helper }會來您家。怎麼認人，下面跟您說。
pair-refuse-done = 好，那就不讓他來了。
    想要什麼樣的人幫，跟值班員說一聲。
pair-call = 📞 請問問<b>{ $name }</b>家 { $phone }：
    想請{ $helper }常去看看，行不行？
    { $purpose }，{ $plan }
    他看到家裡缺什麼，也會替他們跟中心說。
button-pair-they-agree = ✅ 他家說行
button-pair-they-refuse = ✋ 他家說不要
pair-they-agree-done = ✅ 記下了，{ $name }家說行。已經告訴{ $helper }。
    請跟他家說一句：來人會說「<b>{ $word }</b>」。
pair-they-refuse-done = ✋ 記下了，{ $name }家說不要。
pair-call-gone = 📞 { $name }家的電話：
    { $why }
pair-call-agreed = ✅ 問過了，他家說行。
pair-call-refused = ✋ 問過了，他家說不要。
pair-call-off = 不用打了。
pair-taken-back = 上回問您的那位先不來了。中心再給您家找人。
pair-helper-declined = { $helper }說{ $name }家不合適。請再找一位。
pair-household-refused = { $name }家不要{ $helper }來。請再找一位。
pair-not-begun = { $name }家這回先不用您去了。謝謝您願意幫忙。
pair-unanswered-helper = ⏳ { $name }家的事，{ $helper }三天沒回話了。
pair-unanswered-household = ⏳ { $name }家三天沒回話，要不要{ $helper }去。

pair-to-helper = { $news }
    <b>{ $name }</b>，{ $village }
    電話：{ $phone }
    { $plan }
    到門口先說：<b>{ $word }</b>
pair-begun-helper = 🤝 { $name }家點頭了，往後就請您常去看看。
pair-taken-over = 🤝 { $name }家往後就請您常去看看。
pair-standing-in = 🤝 { $name }家原先幫的人來不了啦，請您先頂一陣。
pair-to-household = { $news }
    { $helper }，電話：{ $phone }
    { $plan }
    他到門口會說：<b>{ $word }</b>
    說不出來的，別開門。
pair-begun-household = 🤝 { $helper }往後常來您家看看。
pair-new-helper = 🤝 往後換{ $helper }來您家。
pair-ask-second = 🤝 { $helper }常去看{ $name }家（{ $village }），{ $plan }。
    他去不了的時候，想請您替一回，行不？不行也沒事。
pair-second-done = 好，{ $name }家您是第二幫手。{ $helper }去不了的時候，再請您去。
pair-second-agreed = 👍 { $helper }答應了，是{ $name }家的第二幫手。
pair-second-declined = { $helper }當不了{ $name }家的第二幫手。照舊去著，要的話再找一位。
pair-second-asked = 正問著{ $name }
pair-second-there = 第二幫手已經有了：{ $second }。
second-asked = 好，去問{ $helper }了。他點了頭就是第二幫手。
button-pair-second = 👤 找第二幫手
pair-begun-officer = 🤝 { $name }家和{ $helper }結上對了。
pair-pass-on = 📞 請跟<b>{ $name }</b>家說一聲 { $phone }：
    { $news }
button-pair-open = 👀 看看這一家
button-pair-open-home = 🤝 幫我家的人
button-pair-other = 🔄 想換個人

pair-view-helper = <b>{ $name }</b>，{ $village }
    電話：{ $phone }
    到門口先說：<b>{ $word }</b>
    { $purpose }，{ $plan }
    幫手：{ $helper }；第二幫手：{ $second }
    { $when }
pair-view-household = <b>{ $helper }</b>幫著您家。
    電話：{ $phone }
    他到門口會說：<b>{ $word }</b>
    { $plan }
    { $when }
pair-view-officer = <b>{ $name }</b>，{ $village }
    電話：{ $phone }
    幫手：{ $helper } { $helperphone }
    第二幫手：{ $second }
    { $purpose }，{ $plan }
    { $when }
pair-no-second = 沒有
pair-note = 📌 要知道的：{ $note }
pair-other-wanted = 🔄 這家想換個人，幫手還不知道。
pair-sought = 🔎 幫手顧不上了，正找人接。
pair-next-asked = ⏳ 正問{ $helper }願不願意接。
pair-over-why = 為什麼：{ $why }
pair-resting = ⏸️ 先歇著：{ $why }
pair-over = 這一對已經結束了。
pair-refused-state = 這會兒辦不了：{ $state }。
pair-needs-reason = 請說一句為什麼。
pair-needs-helper = 還沒有人接著幫，先找到人才行。
button-pair-withdraw = ↩️ 不問了
button-pair-house = 🏠 這家人
button-pair-hand = 🔄 換個人幫
button-pair-hand-over = 🔄 交給別人
button-pair-stays = 🙂 不換了，照舊
button-pair-pause = ⏸️ 先歇一陣
button-pair-pause-home = ⏸️ 這陣不用來
button-pair-resume = ▶️ 接著來
button-pair-end = 🏁 到此為止
button-goals = 🎯 寫目標
pair-withdraw-done = 好，{ $name }家的這回不問了。
pair-resume-done = 好，{ $name }家接著去。
    { $when }

pause-why = 為什麼先歇一陣？點一個，或者打幾個字。
pause-until = 歇到哪天？點一個，或者打日子，比如：12月3日。
button-until-open = 說不準，到時候再說
pause-done = 好，{ $name }家先歇著，{ $helper }這陣不去。
pair-paused-helper = ⏸️ { $name }家先歇著：{ $why }。這陣不用去。
pair-paused-household = ⏸️ { $helper }這陣先不來。想讓他來，跟中心說一聲就行。
pair-paused-officer = ⏸️ { $name }家先歇著，幫手是{ $helper }：{ $why }。
pair-resumed-helper = ▶️ { $name }家又可以去了。
pair-resumed-household = ▶️ { $helper }又來您家了。
end-why = 為什麼到此為止？點一個，或者打幾個字。
end-sure = { $helper }幫{ $name }家，真的到此為止？
button-end-sure = 對，到此為止
end-done = 好，{ $name }家的結對到此為止。
pair-ended-helper = 🏁 { $name }家的結對到此為止。這些日子辛苦您了，謝謝！
pair-ended-household = 🏁 { $helper }往後不專門來了。
    您家有事，隨時跟中心說。
pair-ended-officer = 🏁 { $name }家和{ $helper }的結對完了：{ $why }。
pair-other-done = 好，記下了。中心會再找一位，不用說為什麼。
    跟他什麼也不說，您放心。
pair-wants-other = 🔄 { $name }家想換個人，現在是{ $helper }。
    幫手還不知道，請別跟他提。
pair-other-gone = 這位已經不來了，現在來的是另一位。
pair-stays-done = 好，照舊。

hand-note = 接手的人要知道{ $name }家什麼？打幾個字。
button-no-note = 沒有特別的
hand-whom = 請誰接？
button-hand-second = 👤 { $helper }
button-hand-center = 🔎 請中心找人
hand-next = 請誰接？點名字：
    { $items }
hand-asked = 好，去問{ $helper }了。他點了頭就換過來。
hand-sought = 好，請中心找人了。找到以前，還請您照舊去。
pair-seeking = 🔎 { $helper }顧不上{ $name }家了，請找人接。
pair-still-seeking = 🔎 { $name }家還沒找到接手的人。
pair-next-declined = { $helper }接不了{ $name }家。請再找一位。
pair-handed-over = 🔄 { $name }家有人接了。這些日子辛苦您了，謝謝！
pair-somebody-nearer = 🔄 中心給{ $name }家找了位住得近的，往後不用您跑了。
    這些日子辛苦您了，謝謝！
pair-over-to = 🔄 { $name }家往後由{ $helper }幫著。
pair-take-done = 好，{ $name }家往後就歸您幫著。怎麼走，下面跟您說。
pair-next-gone = 🔎 本來要接{ $name }家的人來不了啦。請再找一位。
pair-second-gone = 🔎 { $name }家的第二幫手來不了啦。
pair-helper-gone-before = 🔎 本來要幫{ $name }家的人來不了啦。請再找一位。
pair-stood-in = 🔎 { $name }家的幫手來不了啦，第二幫手先頂著。請再找一位。
pair-helper-gone = 🔎 { $name }家的幫手來不了啦，先歇著。請再找一位。

pair-who = 給哪一家找幫手？打他家一個人的名字。
pair-which = 是哪一位？
pair-nobody = 名冊上沒找到{ $name }。請再打一遍名字。
pair-not-on-roster = 這位不在名冊上，結不了對。
house = <b>這家人</b>，{ $village }
    { $persons }
    { $helper }
    想要什麼樣的人：
    { $wishes }
house-person = · { $name }
house-helper-none = 還沒有人結對。
house-helper = 幫手：{ $helper }（{ $state }）
button-pair-find = 🔎 找幫手
button-wish-sex = 👤 要男的還是女的
button-wish-tongue = 💬 要會哪種話
button-wish-skill = 🧰 要會什麼
button-wish-unwanted = 🚫 不要誰
wish-none = · 誰都行
wish-sex-f = · 要女的
wish-sex-m = · 要男的
wish-tongue = · 會{ $tongue }
wish-skill = · 最好會：{ $skill }
wish-unwanted = · 有 { $n } 位不要
wish-which-sex = 要男的還是女的？
wish-which-tongue = 要聽得懂哪種話？
wish-which-skill = 最好會什麼？再點一下就去掉。
wish-which-unwanted = 不要誰？再點一下就去掉。
button-sex-f = 👩 女的
button-sex-m = 👨 男的
button-sex-any = 都行
button-chosen = ✅ { $text }
pair-has-one = 這家已經有人幫著，或者正問著。
pair-cannot-inactive = 他現在不接，請換一位。
pair-cannot-full = 他手上的人家夠多了，請換一位。
pair-cannot-kin = 他就是這家人，請換一位。
pair-cannot-unwanted = 這家說過不要他，請換一位。
pair-cannot-sex = 這家要男的還是女的有講究，他不合，請換一位。
pair-cannot-tongue = 這家要的話他不會說，請換一位。
pair-second-same = 第二幫手要另找一位。
pair-no-candidates = 眼下沒有合適的人。
    把想要什麼樣的人改寬一點，或者請協會再找人。
pair-which-helper = 請誰來幫？點名字：
    { $items }
candidate-row = · <b>{ $name }</b>：{ $reasons }
candidate-held = 手上有 { $n } 家
pair-which-purpose = 主要幫什麼？
pair-which-rhythm = 多久去一回？
button-rhythm-after = 每月一次，幾號以後
pair-which-day = 每月幾號以後去？點一個，或者打個數，{ $first } 到 { $last }。
button-after-day = { $day } 號起
pair-day-odd = 請打 { $first } 到 { $last } 裡的一個數。
pair-which-second = 第二幫手請誰？頭一位去不了，請他去。
    { $items }
pair-which-second-none = 第二幫手眼下沒有合適的人。
button-no-second = 先不要第二幫手
pair-look = <b>{ $name }</b>，{ $village }
    幫手：{ $helper }
    第二幫手：{ $second }
    { $purpose }，{ $plan }
    { $goals }
    沒錯就點「去問問」。先問幫手，再問這家人。
button-pair-propose = ✅ 去問問
button-pair-from = 🤝 找人長年幫著
pair-proposed = 好，去問{ $helper }了。他點了頭，再問這家人。

pair-goal-row = 🎯 { $goal }
pair-no-goals = 還沒寫目標。
pair-goals = { $goals }
pair-goals-none = 一個目標也沒看到。請一行打一個。
pair-write-goals = 想做成什麼？一行打一個，比如：養兩頭豬。
goals-done = 好，記下了：
    { $goals }
button-progress = 📈 說說進展
progress-what = 這個月怎麼樣了？打一句話就行。
    { $goals }
button-progress-nothing = 沒有新的
progress-done = 好，記下了。
progress-row = 📈 { $month }：{ $words }
progress-nothing = 沒有新的

button-pairs-overdue = ⏰ 沒人去看的 { $n } 家
pairs-overdue = 這幾家到日子沒人去，也沒補上：
    { $items }
button-pair-print = 🖨️ 打印卡片
pair-card-too-early = 兩邊都答應了，才好打印卡片。
pair-card-made = { $name }家的卡片，打印出來貼在牆上。
pair-card-file = 幫扶卡 { $name }
pair-card-title = { $name }家的幫扶人
pair-card-helper = 幫扶人
pair-card-phone = 電話
pair-card-word = 暗號
pair-card-second = 換班的人
pair-card-name-phone = { $name } { $phone }
pair-card-rhythm = 多久來一回
pair-card-note = 來的人會說「{ $word }」。說不出來的，別開門，給服務中心打電話。
