# 一次给好多人家配帮手：给谁配、配得怎样、为什么、改一改、都同意。

match-ask-tag = 给哪些人家配帮手？括号里是还没有帮手的户数。
match-tag = { $tag }（{ $n } 户）
match-everybody = 还没帮手的都配（{ $n } 户）
match-ask-purpose = 帮什么？
match-ask-rhythm = 多久去一回？
match-asked = 好，正在配，一会儿就好，配好了发给您看。
match-under-way = 上一回的还在问人，等问完再配。
match-ready = 配好了：{ $n } 户有人，{ $left } 户没有合适的。
    整张表在这里。看过点了“都同意”，才去问人。
button-match-look = 👀 一户一户看
button-match-approve = ✅ 都同意，去问人
button-match-drop = ❌ 不要了
button-match-again = 🔁 再配一遍
match-plan = { $n } 户有人，{ $left } 户没有合适的。要改哪一户，点名字：
    { $items }
match-row-with = · { $name }（{ $village }）→ <b>{ $helper }</b>
    　{ $why }
match-row-fixed = 📌 { $name }（{ $village }）→ <b>{ $helper }</b>
    　{ $why }
match-row-struck = ❌ { $name }（{ $village }）→ { $helper }
    　{ $why }
match-row-none = 🤷 { $name }（{ $village }）
    　{ $why }
button-match-keep = 📌 就定他
button-match-unkeep = 📌 不定了
button-match-strike = ❌ 换一个
button-match-unstrike = ❌ 不换了
match-again-first = 划掉了几个，先点“再配一遍”。
match-nobody = 一户也没配上。
match-approved = 好，{ $n } 户的帮手都去问了。他们答应了，再问人家。
match-dropped = 好，不要了。
match-done = 配的都问过了，一共 { $asked } 位，等他们回话。
match-done-left = 另外 { $left } 户已经不用问了。
match-file = 一对一帮扶配对表
match-column-household = 人家
match-column-village = 自然村
match-column-helper = 帮扶人
match-column-why = 为什么
match-skills = 会{ $skills }
match-reason-known = 以前帮过
match-reason-same_village = 同一个自然村
match-reason-tongue = 听得懂他们的话
match-reason-free = 手上还没有人家
match-reason-none = 得空
match-bar-full = 帮手都满了
match-bar-never = 不合适，或者人家不要
match-bar-sex = 想要的女的或男的没有了
match-bar-tongue = 没有人会说他们的话
match-bar-distance = 没有人愿意去那个自然村
button-match = 🧩 一次配好多户
