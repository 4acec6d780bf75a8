# 通知发出去以后：更正、撤回、补上大家问的。

button-notice-correct = ✏️ 更正
notice-correct-write = 把改好的整条发过来，发出去之前先给您看一眼。
notice-correct-words-only = 更正只能改字，请打字发过来。照片、语音要换，就撤回了重新发。
notice-correct-same = 跟原来一个字不差，没什么要改的。
notice-correct-money = 跟钱有关的，字是两个人签过的，不能一个人改。请撤回了重新写，再请人签字。
notice-correct-sure = 👆 改好就是这样。已经收到的 { $n } 人，手机里那条会跟着变，不响铃；往后收到的就是这个。
notice-correct-sure-none = 👆 改好就是这样。还没有人收到，往后收到的就是这个。
button-notice-correct-send = ✅ 就这样更正
notice-corrected-now = 好，更正了，收到的正在改。
notice-corrected = ✏️ <b>更正</b>：{ $changes }
notice-corrected-all = ✏️ <b>更正</b>，以这次为准
notice-change = { $before } → { $after }
notice-change-added = 加上“{ $words }”
notice-change-gone = 去掉“{ $words }”
notice-corrected-by = ✏️ { $by } 更正了您的通知：{ $words }
notice-being-changed = ✏️ 收到的正在改
notice-answer-long = 这一问一答太长，通知里放不下，请短一点。

button-notice-withdraw = 🗑 撤回
notice-withdraw-sure = 真的撤回？{ $words }
    没发的不发了；这两天收到的，从大家手机里收回来；更早的，改成“撤回了”。已经看过的，记在心里的收不回来。
button-notice-withdraw-sure = 🗑 对，撤回
notice-withdrawn-now = 好，撤回了，收到的正在收回来。
notice-withdrawn = 🗑 撤回了（{ $by }）
notice-withdrawn-by = 🗑 { $by } 撤回了您的通知：{ $words }
notice-being-taken-back = 🗑 收到的正在收回来
notice-was-withdrawn = 🗑 { $unit }的这条通知撤回了，不算数。
