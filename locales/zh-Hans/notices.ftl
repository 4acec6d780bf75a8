# 发通知：写好，看一眼，发给大家，发到哪儿了。

button-notices = 📢 给大家发通知
notices = 给大家发的通知，正在发的、等着发的：
    { $items }
notices-others = 通知，还有这几样：
notice-none = 眼下没有正在发的，也没有等着发的。
notice-row-signing = · { $words }（等人签字）
notice-row-scheduled = · { $words }（到时候发）
button-notice-waiting = ⏳ { $words }
notice-row = · { $words }
notice-row-paused = · { $words }（先停着）
notice-not-yours = 通知由村委和主任来发。有什么要告诉大家，跟他们说一声。
button-notice-new = ✏️ 写：{ $unit }
button-notice-look = 👀 { $words }
notice-empty = 还没写字呢。
notice-long = 太长啦，有 { $length } 个字。最多 { $longest } 个字，请短一点。
notice = 📢 <b>{ $unit }通知</b>
notice-reaches-not = 其中 { $n } 人收不到，得另外告诉。
button-notice-again = ✏️ 重新写
notice-begun = 好，这就发。有急事、有人来问，都不会耽误。
notice-time-soon = 不到一分钟就发完。
notice-time-minutes = 大约再过 { $n } 分钟发完。
notice-time-hours = 大约再过 { $n } 个小时发完。

notice-card = 📢 <b>{ $unit }</b>：{ $words }
    { $state }，一共 { $total } 人
    { $lines }
notice-running = ▶️ 正在发
notice-paused = ⏸️ 先停着
notice-stopped = ⏹️ 不发了
notice-done = ✅ 发完了
notice-nobody = ⚠️ 没有一个人收到
notice-sent-to = · 收到了 { $n } 人
notice-blocked = · 收不到 { $n } 人，得另外告诉
notice-failed = · 没发成 { $n } 人
notice-left = · 还剩 { $n } 人
notice-not-sent = · 没有发的 { $n } 人
button-notice-pause = ⏸️ 先停一停
button-notice-resume = ▶️ 接着发
button-notice-stop = ⏹️ 不发了
notice-stop-sure = 真的不发了？{ $words }
    已经收到的收不回来，剩下的人就收不到了。
button-notice-stop-sure = 对，不发了
notice-paused-now = 停下了。点“接着发”再往下发。
notice-resumed-now = 好，接着发。
notice-stopped-now = 好，剩下的不发了。
notice-over-done = 这条已经发完啦。
notice-over-stopped = 这条早就不发啦。

notice-write = 要告诉大家什么？打字、发照片、发语音、发文件都行，别人的消息也能转过来。
    发出去之前，先给您看一眼。
notice-cannot-carry = 这样的消息转不了。文字、照片、语音、视频、文件、位置都行。
notice-many = 一条通知最多 { $most } 条消息，已经够多啦。
notice-sure = 👆 大家收到的就是这样。
    { $lines }
notice-reaches = 发给{ $unit }登记过的所有人：{ $n } 人。
notice-reaches-some = 只发给{ $unit }的一部分人：{ $n } 人。
notice-reaches-households = 一共 { $n } 户。
notice-spares = 另外 { $n } 人说过不要这一类的。
notice-needs-signature = ✍️ 跟钱有关，要再有一个人签字才发。
notice-begins-at = 🕐 { $at }开始发。
button-notice-send = 📢 发给大家
button-notice-to-sign = ✍️ 请人签字，签了就发
button-notice-settings = ⚙️ 发给谁、什么时候、哪一类

notice-settings = 想改哪一样？
button-notice-kind = 🏷 哪一类：{ $kind }
button-notice-to = 👥 发给谁：{ $to }
button-notice-when = 🕐 什么时候：{ $when }
button-notice-ask = ❓ 问一句：{ $asks }
button-notice-extra = ➕ 再加一条、译文、上门说
notice-now = 马上
notice-which-kind = 是哪一类的？
notice-kind-general = 📢 一般的事
notice-kind-outage = 🚰 停水停电
notice-kind-meeting = 🪑 开会
notice-kind-health = 💉 看病防疫
notice-kind-market = 🛒 行情招工
notice-kind-finance = 💰 账目
notice-kind-aid = 🤝 救助名单
notice-kind-policy = 📜 政策
notice-kind-land = 🌾 土地
notice-kind-disaster = ⚠️ 灾情
notice-of-kind = { $kind } <b>{ $unit }通知</b>

notice-for-whom = 发给谁？眼下是：{ $to }
notice-to-everybody = 所有人
notice-to-some = 一部分人
notice-to-but = 除了{ $names }
button-notice-to-all = 👥 所有人
button-notice-to-village = 🏘 按自然村挑
button-notice-to-role = 🧰 按干什么的挑
button-notice-to-tag = 🏷 按户挑（独居、低保……）
button-notice-but = 🔄 反过来：除了挑的，都发
button-notice-only = 🔄 反过来：只发给挑的
notice-which-village = 发给哪几个村？点一下挑上，再点一下去掉。
notice-which-role = 发给干什么的？点一下挑上，再点一下去掉。
notice-which-tag = 发给哪样的户？点一下挑上，再点一下去掉。
notice-nothing-there = 这里还没有可挑的。
notice-tag = { $tag }（{ $n } 户）
notice-no-village = 挑的自然村不在这儿了，请重新挑。

notice-when-ask = 什么时候发？点一个，或者打字，像“明早七点半”“12月3日 9:30”。
button-notice-at-once = ▶️ 马上发
notice-at = { $at }
button-notice-urgent = 🌙 夜里也发
button-notice-not-urgent = 🌙 夜里不发了
notice-when-unclear = 没看懂是什么时候。像“明早七点半”“12月3日 9:30”这样写就行。
notice-when-past = 这个时候已经过了，请换一个。
notice-when-far = 太远啦，最多提前一年。

notice-ask-what = 要问大家一句吗？
button-notice-ask-nothing = 不问，看过点一下就行
button-notice-ask-choices = ✏️ 自己写几个选项
notice-asks-nothing = 不问
notice-asks-yesno = 行不行
notice-asks-come = 来不来
notice-asks-choices = 自己写的选项
notice-asks-rollcall = 平安不平安
notice-choices-ask = 把选项发过来，一行一个，两个到 { $most } 个。
notice-choices-unclear = 选项要两个到 { $most } 个，一行一个，每个短一点。

notice-extra = 还可以：
button-notice-add = ➕ 再加一条（照片、语音、文件……）
button-notice-translate = 🌐 { $language }怎么说
button-notice-doors = 🚪 没看到的上门说
button-notice-no-doors = 🚪 没看到的不用上门
notice-add-ask = 把要加的发过来。
notice-translate-ask = { $language }怎么写？发过来，用这种话的人就看到这个。

notice-please-sign = ✍️ { $unit }有一条通知要您签字：{ $words }
    { $author } 写的，{ $kind }。先看一看，没有不对再签。
button-notice-sign-look = 👀 看一看
notice-draft = 📝 { $words }
    { $unit }，{ $author } 写的。
    { $lines }
notice-draft-signing = ✍️ 等第二个人签字
notice-draft-scheduled = ⏳ 等时候到了发
notice-draft-sent = ✅ 发出去了
notice-draft-returned = ↩️ 退回去了
notice-draft-dropped = ⏹️ 不发了
notice-draft-template = 📄 常用的
notice-draft-at = 🕐 { $at }
button-notice-sign = ✍️ 没问题，我签字
button-notice-return = ↩️ 不签，退回去
button-notice-drop = ⏹️ 不发了
button-notice-now = ▶️ 现在就发
button-notice-rewrite = ✏️ 改一改再发
notice-own-signature = 自己写的要别人来签。
notice-nobody-signs = 跟钱有关的要两个人签字，眼下除了您没有别人能签。请先让主任或者乡里加一位。
notice-author-gone = 写的人已经不管这事了，这条不发了。
notice-return-why = 哪儿不对？写一句，写的人好改。
notice-returned = ↩️ { $by } 没有签字：{ $reason }
notice-returned-now = 好，退回去了，也说了为什么。
notice-signed = ✍️ { $by } 签字了：{ $words }
notice-signed-sent = 签好了，这就发。
notice-signed-scheduled = 签好了，到时候就发。
notice-dropped = 好，不发了。
notice-kept-signing = 好，已经请人来签字，签了就发。
notice-kept-scheduled = 好，到时候就发。
notice-begun-rests = 好。夜里不打扰大家，明早七点就发。
notice-rests-now = 夜里不打扰大家，明早七点接着发。
notice-resting = 🌙 夜里先停着，{ $at }接着发
notice-is-withdrawn = 这条通知已经撤回了。
notice-answered = ❓ { $question }
    💬 { $answer }
notice-no-words = { $kind ->
    [photo] 照片
    [voice] 语音
    [video] 视频
    [video_note] 视频
    [location] 位置
    [venue] 位置
    [contact] 名片
   *[other] 文件
}

button-notice-read = ✅ 知道了
notice-read-thanks = 好，记下了。
notice-answer-kept = 好，记下了。想改，再点一个就行。
notice-answer-yesno-yes = 👍 行
notice-answer-yesno-no = 👎 不行
notice-answer-come-yes = 🙋 来
notice-answer-come-no = 🙅 不来
notice-answer-come-maybe = 🤔 说不准
notice-answer-rollcall-safe = ✅ 平安
notice-answer-rollcall-help = 🆘 要帮忙
notice-answer-rollcall-away = 🚶 不在家
notice-reached = · 知道了 { $n } 户，一共 { $total } 户
notice-readers = · 自己点过的 { $n } 人
notice-answer-count = · { $answer }：{ $n } 人

button-notice-wishes = 🔔 要收哪些通知
notice-wishes = 要收哪些通知？点一下就换。有灾情，谁都会收到。
button-picked = ✅ { $text }
button-unpicked = ⬜ { $text }
