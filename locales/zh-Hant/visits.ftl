# 上門看望：該去了提醒，去了記一筆，沒去成請別人去。

visit-soon = 🏠 { $last }以前，請到<b>{ $name }</b>家（{ $village }）看看。
visit-last-day = 🏠 今天是最後一天，請到<b>{ $name }</b>家（{ $village }）看看。
visit-instead = { $helper }這陣不在，請您去一趟。
visit-instead-soon = 🏠 { $helper }這陣不在，請您去<b>{ $name }</b>家（{ $village }）看看。
    { $last }以前去就行。
visit-and-progress = 順便說說，這個月怎麼樣了？
    { $goals }
visit-due-by = 下回：{ $last }以前
button-visit-log = ✅ 去過了，記一筆
button-visit-log-late = ✅ 我去過了，補記
button-visit-take = 🙋 我去一趟
visit-asked-instead = 🏠 { $helper }這回沒去成<b>{ $name }</b>家（{ $village }），您能去看看嗎？
visit-missed-asked = { $name }家這回沒去成，不要緊。已經請另一位去看看。
    要是去過了，點下面補記。
visit-missed-you = { $name }家這回沒去成，不要緊。抽空去看看就好。
    要是去過了，點下面補記。
visit-missed = ⏰ { $name }家這回沒人去，該去的是{ $helper }。
    { $asked }
visit-second-asked = 已經請另一位幫手去看看。
visit-nobody-asked = 沒有第二幫手，請您安排一下。
visit-taken = 🙋 { $helper }去{ $name }家看看。
visit-take-done = 好，謝謝您！<b>{ $name }</b>，{ $village }
    電話：{ $phone }
    去過了點下面記一筆。
visit-over = 這一回已經有人去過，或者不用去了。
visit-logged-already = 這一回已經記過了。
visit-nobody-for = 🏖️ { $helper }不在，{ $name }家這回沒有別人去。請您安排一下。

visit-how = { $name }家怎麼樣？點一個，或者說一段話、打幾個字都行。
button-visit-came = 🏠 去看了看
button-visit-phoned = 📞 打了電話
button-visit-job = 🧹 幫著幹了活
button-visit-away = 🚪 家裡沒人
visit-condition = 人怎麼樣？
button-visit-well = 🙂 好著呢
button-visit-so-so = 😐 一般
button-visit-needs = 🙏 缺點什麼
visit-more = 還有別的嗎？要說就發過來，沒有就點一下。
button-visit-no-more = 沒有了
visit-need = 缺什麼？說一句，語音、打字都行。
button-visit-need-later = 回頭再說
visit-logged = 👌 記下了，{ $name }家。辛苦您！
visit-logged-or-need = 👌 記下了，{ $name }家。辛苦您！
    要是缺什麼，點一下就替他家提上去：
visit-which-line = 👌 記下了，{ $name }家。替他家提上去嗎？點一下就行：
visit-need-filed = ✅ 替{ $name }提上去了，號是 <b>{ $number }</b>。
    { $where }
visit-added = 👌 也記下了。
visit-found-need = 🙏 { $helper }去了{ $name }家，說缺點什麼：
    { $words }
visit-no-words = 沒有多說
visit-how-came = 去看了看
visit-how-phoned = 打了電話
visit-how-job = 幫著幹了活
visit-how-away = 家裡沒人
visit-condition-well = 好著呢
visit-condition-so-so = 一般
visit-condition-needs = 缺點什麼
visit-row = 🏠 { $day }：{ $said }
visit-media = { $name }家，幫手留的：
button-visit-media = 🎧 聽聽看看幫手留的
