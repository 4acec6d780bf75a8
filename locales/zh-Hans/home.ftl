# 开头、帮助、更多、语言、隐私、找人说话。

home = { $name }，您好！这里是{ $center }。
    有事直接打字，或者按住话筒说一段语音，说完就行。
home-office = 您好！下面的大按钮都能点。
key-ask = 🙋 我要办事
key-mine = 📋 我办的事
key-urgent = 🚨 急事
key-person = ☎️ 找人说话
key-more = ☰ 更多
key-desk = 📥 待办的事

help = <b>怎么用</b>
    1. 有事就打字，或者说一段语音。比如：“我家的灯不亮了”。
    2. 我会问您是哪方面的事，点一下就行。
    3. 看一眼没错，点“发出去”，会给您一个号。
    4. 有人接了、办好了，都会告诉您。
    急事点“🚨 急事”。不会用就点“☎️ 找人说话”。
help-desk = <b>接事的人怎么用</b>
    1. 有新的事会来一张卡片，点“我来接”就归您。
    2. 接了才看得到姓名、电话和事情经过。
    3. 点“跟他说话”，您发的都会转给对方，互相看不到账号。
    4. 办完点“办好了”；办不了点“转出去”，说明原因。
    5. /desk 随时看待办的事，最急的在最上面。
more = 您要看哪一样？
button-settings = ⚙️ 语言、服务中心、电话
settings = 要改哪一样？
button-work = 🧰 我管的事
work = 您要看哪一样？
button-language = 🌐 换语言 / Language
button-centers = 🏘️ 换个服务中心
button-phone = 📱 登记我的电话
button-privacy = 🔒 我的信息谁能看
button-roles = 👥 谁在管什么
privacy = <b>您的信息谁能看</b>
    · 您说的事，只有接这件事的人看得到。
    · 接事之前，他们只看得到是哪类事、哪个自然村，看不到您是谁。
    · 看病、调解、治安、民政的事，除了接的人，谁都不给看；谁打开过都有记录。
    · 报了名的活动来没来，只有您自己和办活动的人知道。
    · 您的电话和说的话，存的时候都加了密。
    · 不想留了，跟值班员说一声就删。

person = { $center }
    也可以点下面，值班员会来找您。
person-center = ☎️ { $center }：<b>{ $phone }</b>
person-no-phone = ☎️ { $center }
person-any = 有人在，打这个电话就行：
    { $centers }
person-none = 这里还没登记电话。请到村委会去找值班员。
button-call-me = 🙋 请值班员来找我
call-me-noted = 好，已经告诉值班员来找您，号是 <b>{ $number }</b>。
    { $where }

language = 用哪种话？ / Language?
language-zh-Hans = 简体中文
language-zh-Hant = 繁體中文
language-en = English
language-chosen = 好，以后就用简体中文。
centers = 您在这些服务中心登记过，点一下就换过去：
center-current = ✅ { $name }
center-other = { $name }
button-join-another = ➕ 再登记一个服务中心

command-menu = 我要办事
command-mine = 我办的事，到哪一步了
command-urgent = 急事
command-person = 找人说话
command-desk = 待办的事（接事的人用）
command-help = 怎么用
command-language = 换语言 / Language

plain-heard = { $what ->
    [thanks] 不客气，有事随时说。
   *[other] 好嘞，有事随时说。
}
