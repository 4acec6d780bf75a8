# 上门看望：该去了提醒，去了记一笔，没去成请别人去。

visit-soon = 🏠 { $last }以前，请到<b>{ $name }</b>家（{ $village }）看看。
visit-last-day = 🏠 今天是最后一天，请到<b>{ $name }</b>家（{ $village }）看看。
visit-instead = { $helper }这阵不在，请您去一趟。
visit-instead-soon = 🏠 { $helper }这阵不在，请您去<b>{ $name }</b>家（{ $village }）看看。
    { $last }以前去就行。
visit-and-progress = 顺便说说，这个月怎么样了？
    { $goals }
visit-due-by = 下回：{ $last }以前
button-visit-log = ✅ 去过了，记一笔
button-visit-log-late = ✅ 我去过了，补记
button-visit-take = 🙋 我去一趟
visit-asked-instead = 🏠 { $helper }这回没去成<b>{ $name }</b>家（{ $village }），您能去看看吗？
visit-missed-asked = { $name }家这回没去成，不要紧。已经请另一位去看看。
    要是去过了，点下面补记。
visit-missed-you = { $name }家这回没去成，不要紧。抽空去看看就好。
    要是去过了，点下面补记。
visit-missed = ⏰ { $name }家这回没人去，该去的是{ $helper }。
    { $asked }
visit-second-asked = 已经请另一位帮手去看看。
visit-nobody-asked = 没有第二帮手，请您安排一下。
visit-taken = 🙋 { $helper }去{ $name }家看看。
visit-take-done = 好，谢谢您！<b>{ $name }</b>，{ $village }
    电话：{ $phone }
    去过了点下面记一笔。
visit-over = 这一回已经有人去过，或者不用去了。
visit-logged-already = 这一回已经记过了。
visit-nobody-for = 🏖️ { $helper }不在，{ $name }家这回没有别人去。请您安排一下。

visit-how = { $name }家怎么样？点一个，或者说一段话、打几个字都行。
button-visit-came = 🏠 去看了看
button-visit-phoned = 📞 打了电话
button-visit-job = 🧹 帮着干了活
button-visit-away = 🚪 家里没人
visit-condition = 人怎么样？
button-visit-well = 🙂 好着呢
button-visit-so-so = 😐 一般
button-visit-needs = 🙏 缺点什么
visit-more = 还有别的吗？要说就发过来，没有就点一下。
button-visit-no-more = 没有了
visit-need = 缺什么？说一句，语音、打字都行。
button-visit-need-later = 回头再说
visit-logged = 👌 记下了，{ $name }家。辛苦您！
visit-logged-or-need = 👌 记下了，{ $name }家。辛苦您！
    要是缺什么，点一下就替他家提上去：
visit-which-line = 👌 记下了，{ $name }家。替他家提上去吗？点一下就行：
visit-need-filed = ✅ 替{ $name }提上去了，号是 <b>{ $number }</b>。
    { $where }
visit-added = 👌 也记下了。
visit-found-need = 🙏 { $helper }去了{ $name }家，说缺点什么：
    { $words }
visit-no-words = 没有多说
visit-how-came = 去看了看
visit-how-phoned = 打了电话
visit-how-job = 帮着干了活
visit-how-away = 家里没人
visit-condition-well = 好着呢
visit-condition-so-so = 一般
visit-condition-needs = 缺点什么
visit-row = 🏠 { $day }：{ $said }
visit-media = { $name }家，帮手留的：
button-visit-media = 🎧 听听看看帮手留的
