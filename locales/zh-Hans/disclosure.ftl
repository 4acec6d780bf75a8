# 村务公开：该公布的公布了没有，多久公布一次。

button-disclosure = 📅 该公布的公布了没有
disclosure = 📅 <b>{ $unit }：该公布的</b>
    { $items }
disclosure-office = 下面的中心
disclosure-nothing = 眼下没有到时候的。
disclosure-finance = 💰 账目
disclosure-aid = 🤝 救助和补贴
disclosure-land = 🌾 土地和集体的东西
disclosure-general = 📢 村里的事
disclosure-month = { $year }年{ $month }月
disclosure-quarter = { $year }年{ $first }月到{ $last }月
disclosure-row-done = ✅ { $what }，{ $period }的：{ $day }公布了
disclosure-row-open = ⏳ { $what }，{ $period }的：还没公布，{ $due }之前要公布
disclosure-row-late = ⏰ { $what }，{ $period }的：{ $due }就该公布，还没有
disclosure-row-last = 📄 { $what }：{ $day }公布过
disclosure-row-none = 📄 { $what }：有事就公布，眼下没有
disclosure-late-below = ⏰ <b>晚了的</b>
    { $items }
disclosure-at = · { $unit }：{ $whats }
button-disclosure-read = 👀 { $what }
button-disclosure-write = ✏️ 这就写
button-disclosure-write-it = ✏️ 写：{ $what }
button-disclosure-settle = ⚙️ 多久公布一次
button-disclosure-often = { $what }：{ $often }
disclosure-settle = 多久公布一次？点一样来改。
disclosure-how-often = { $what }，多久公布一次？
    按村委会组织法，一般的事一个季度至少一次，账多的每个月一次。
disclosure-every-month = 每个月
disclosure-every-quarter = 每个季度
disclosure-every-happens = 有事就公布
disclosure-every-off = 这里没有这一样
disclosure-told-week = 📅 { $unit }，{ $period }的“{ $what }”还没公布。
    { $due }之前要公布。
disclosure-told-day = 📅 { $unit }，{ $period }的“{ $what }”还没公布。
    快到日子了：{ $due }之前要公布。
disclosure-told-late = ⏰ { $unit }，{ $period }的“{ $what }”还没公布。
    { $due }就该公布了。村里人看得到晚了，乡镇也看得到。
digest-disclosure = 📅 <b>该公布的</b>
    { $items }
digest-unpublished = 📅 <b>该公布没公布的</b>
    { $items }
