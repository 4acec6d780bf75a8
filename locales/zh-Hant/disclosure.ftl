# 村務公開：該公布的公布了沒有，多久公布一次。

button-disclosure = 📅 該公布的公布了沒有
disclosure = 📅 <b>{ $unit }：該公布的</b>
    { $items }
disclosure-office = 下面的中心
disclosure-nothing = 眼下沒有到時候的。
disclosure-finance = 💰 賬目
disclosure-aid = 🤝 救助和補貼
disclosure-land = 🌾 土地和集體的東西
disclosure-general = 📢 村裡的事
disclosure-month = { $year }年{ $month }月
disclosure-quarter = { $year }年{ $first }月到{ $last }月
disclosure-row-done = ✅ { $what }，{ $period }的：{ $day }公布了
disclosure-row-open = ⏳ { $what }，{ $period }的：還沒公布，{ $due }之前要公布
disclosure-row-late = ⏰ { $what }，{ $period }的：{ $due }就該公布，還沒有
disclosure-row-last = 📄 { $what }：{ $day }公布過
disclosure-row-none = 📄 { $what }：有事就公布，眼下沒有
disclosure-late-below = ⏰ <b>晚了的</b>
    { $items }
disclosure-at = · { $unit }：{ $whats }
button-disclosure-read = 👀 { $what }
button-disclosure-write = ✏️ 這就寫
button-disclosure-write-it = ✏️ 寫：{ $what }
button-disclosure-settle = ⚙️ 多久公布一次
button-disclosure-often = { $what }：{ $often }
disclosure-settle = 多久公布一次？點一樣來改。
disclosure-how-often = { $what }，多久公布一次？
    按村委會組織法，一般的事一個季度至少一次，賬多的每個月一次。
disclosure-every-month = 每個月
disclosure-every-quarter = 每個季度
disclosure-every-happens = 有事就公布
disclosure-every-off = 這裡沒有這一樣
disclosure-told-week = 📅 { $unit }，{ $period }的「{ $what }」還沒公布。
    { $due }之前要公布。
disclosure-told-day = 📅 { $unit }，{ $period }的「{ $what }」還沒公布。
    快到日子了：{ $due }之前要公布。
disclosure-told-late = ⏰ { $unit }，{ $period }的「{ $what }」還沒公布。
    { $due }就該公布了。村裡人看得到晚了，鄉鎮也看得到。
digest-disclosure = 📅 <b>該公布的</b>
    { $items }
digest-unpublished = 📅 <b>該公布沒公布的</b>
    { $items }
