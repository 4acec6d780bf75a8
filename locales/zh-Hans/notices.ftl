# 发通知：写好，看一眼，发给大家，发到哪儿了。

button-notices = 📢 给大家发通知
notices = 给大家发的通知，正在发的：
    { $items }
notice-none = 眼下没有正在发的。
notice-row = · { $words }
notice-row-paused = · { $words }（先停着）
notice-not-yours = 通知由村委和主任来发。有什么要告诉大家，跟他们说一声。
button-notice-new = ✏️ 写：{ $unit }
button-notice-look = 👀 { $words }
notice-write = 要告诉大家什么？打字发过来。
    发出去之前，先给您看一眼。
notice-words-only = 眼下只能发文字。请打字发过来。
notice-empty = 还没写字呢。
notice-long = 太长啦，有 { $length } 个字。最多 { $longest } 个字，请短一点。
notice = 📢 <b>{ $unit }通知</b>
notice-sure = 👆 大家收到的就是这样。
    { $lines }
notice-reaches = 发给{ $unit }登记过的所有人：{ $n } 人。
notice-reaches-not = 其中 { $n } 人收不到，得另外告诉。
button-notice-send = 📢 发给大家
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
