# 一次給好多人家配幫手：給誰配、配得怎樣、為什麼、改一改、都同意。

match-ask-tag = 給哪些人家配幫手？括號裡是還沒有幫手的戶數。
match-tag = { $tag }（{ $n } 戶）
match-everybody = 還沒幫手的都配（{ $n } 戶）
match-ask-purpose = 幫什麼？
match-ask-rhythm = 多久去一回？
match-asked = 好，正在配，一會兒就好，配好了發給您看。
match-under-way = 上一回的還在問人，等問完再配。
match-ready = 配好了：{ $n } 戶有人，{ $left } 戶沒有合適的。
    整張表在這裡。看過點了「都同意」，才去問人。
button-match-look = 👀 一戶一戶看
button-match-approve = ✅ 都同意，去問人
button-match-drop = ❌ 不要了
button-match-again = 🔁 再配一遍
match-plan = { $n } 戶有人，{ $left } 戶沒有合適的。要改哪一戶，點名字：
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
button-match-strike = ❌ 換一個
button-match-unstrike = ❌ 不換了
match-again-first = 劃掉了幾個，先點「再配一遍」。
match-nobody = 一戶也沒配上。
match-approved = 好，{ $n } 戶的幫手都去問了。他們答應了，再問人家。
match-dropped = 好，不要了。
match-done = 配的都問過了，一共 { $asked } 位，等他們回話。
match-done-left = 另外 { $left } 戶已經不用問了。
match-file = 一對一幫扶配對表
match-column-household = 人家
match-column-village = 自然村
match-column-helper = 幫扶人
match-column-why = 為什麼
match-skills = 會{ $skills }
match-reason-known = 以前幫過
match-reason-same_village = 同一個自然村
match-reason-tongue = 聽得懂他們的話
match-reason-free = 手上還沒有人家
match-reason-none = 得空
match-bar-full = 幫手都滿了
match-bar-never = 不合適，或者人家不要
match-bar-sex = 想要的女的或男的沒有了
match-bar-tongue = 沒有人會說他們的話
match-bar-distance = 沒有人願意去那個自然村
button-match = 🧩 一次配好多戶
