# 開頭、幫助、更多、語言、隱私、找人說話。

home = { $name }，您好！這裡是{ $center }。
    有事直接打字，或者按住麥克風說一段語音，說完就好。
home-office = 您好！下面的大按鈕都能點。
key-ask = 🙋 我要辦事
key-mine = 📋 我辦的事
key-urgent = 🚨 急事
key-person = ☎️ 找人說話
key-more = ☰ 更多
key-desk = 📥 待辦的事

help = <b>怎麼用</b>
    1. 有事就打字，或者說一段語音。例如：「我家的燈不亮了」。
    2. 我會問您是哪方面的事，點一下就好。
    3. 看一眼沒錯，點「送出去」，會給您一個號碼。
    4. 有人接了、辦好了，都會告訴您。
    急事點「🚨 急事」。不會用就點「☎️ 找人說話」。
help-desk = <b>接事的人怎麼用</b>
    1. 有新的事會來一張卡片，點「我來接」就歸您。
    2. 接了才看得到姓名、電話和事情經過。
    3. 點「跟他說話」，您傳的都會轉給對方，互相看不到帳號。
    4. 辦完點「辦好了」；辦不了點「轉出去」，說明原因。
    5. /desk 隨時看待辦的事，最急的在最上面。
more = 您要看哪一樣？
button-settings = ⚙️ 語言、服務中心、電話
settings = 要改哪一樣？
button-work = 🧰 我管的事
work = 您要看哪一樣？
button-language = 🌐 換語言 / Language
button-centers = 🏘️ 換個服務中心
button-phone = 📱 登記我的電話
button-privacy = 🔒 我的資料誰能看
button-roles = 👥 誰在管什麼
privacy = <b>您的資料誰能看</b>
    · 您說的事，只有接這件事的人看得到。
    · 接事之前，他們只看得到是哪類事、哪個自然村，看不到您是誰。
    · 看病、調解、治安、民政的事，除了接的人，誰都看不到；誰打開過都有紀錄。
    · 報了名的活動來沒來，只有您自己和辦活動的人知道。
    · 您的電話和說的話，存的時候都有加密。
    · 不想留了，跟值班員說一聲就刪。

person = { $center }
    也可以點下面，值班員會來找您。
person-center = ☎️ { $center }：<b>{ $phone }</b>
person-no-phone = ☎️ { $center }
person-any = 有人在，打這個電話就好：
    { $centers }
person-none = 這裡還沒登記電話。請到村委會去找值班員。
button-call-me = 🙋 請值班員來找我
call-me-noted = 好，已經告訴值班員來找您，號碼是 <b>{ $number }</b>。
    { $where }

language = 用哪種話？ / Language?
language-zh-Hans = 简体中文
language-zh-Hant = 繁體中文
language-en = English
language-chosen = 好，以後就用繁體中文。
centers = 您在這些服務中心登記過，點一下就換過去：
center-current = ✅ { $name }
center-other = { $name }
button-join-another = ➕ 再登記一個服務中心

command-menu = 我要辦事
command-mine = 我辦的事，到哪一步了
command-urgent = 急事
command-person = 找人說話
command-desk = 待辦的事（接事的人用）
command-help = 怎麼用
command-language = 換語言 / Language

plain-heard = { $what ->
    [thanks] 不客氣，有事隨時說。
   *[other] 好嘞，有事隨時說。
}
