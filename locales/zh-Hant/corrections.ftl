# 通知發出去以後：更正、撤回、補上大家問的。

button-notice-correct = ✏️ 更正
notice-correct-write = 把改好的整條發過來，發出去之前先給您看一眼。
notice-correct-words-only = 更正只能改字，請打字發過來。照片、語音要換，就撤回了重新發。
notice-correct-same = 跟原來一個字不差，沒什麼要改的。
notice-correct-money = 跟錢有關的，字是兩個人簽過的，不能一個人改。請撤回了重新寫，再請人簽字。
notice-correct-sure = 👆 改好就是這樣。已經收到的 { $n } 人，手機裡那條會跟著變，不響鈴；往後收到的就是這個。
notice-correct-sure-none = 👆 改好就是這樣。還沒有人收到，往後收到的就是這個。
button-notice-correct-send = ✅ 就這樣更正
notice-corrected-now = 好，更正了，收到的正在改。
notice-corrected = ✏️ <b>更正</b>：{ $changes }
notice-corrected-all = ✏️ <b>更正</b>，以這次為準
notice-change = { $before } → { $after }
notice-change-added = 加上「{ $words }」
notice-change-gone = 去掉「{ $words }」
notice-corrected-by = ✏️ { $by } 更正了您的通知：{ $words }
notice-being-changed = ✏️ 收到的正在改
notice-answer-long = 這一問一答太長，通知裡放不下，請短一點。

button-notice-withdraw = 🗑 撤回
notice-withdraw-sure = 真的撤回？{ $words }
    沒發的不發了；這兩天收到的，從大家手機裡收回來；更早的，改成「撤回了」。已經看過的，記在心裡的收不回來。
button-notice-withdraw-sure = 🗑 對，撤回
notice-withdrawn-now = 好，撤回了，收到的正在收回來。
notice-withdrawn = 🗑 撤回了（{ $by }）
notice-withdrawn-by = 🗑 { $by } 撤回了您的通知：{ $words }
notice-being-taken-back = 🗑 收到的正在收回來
notice-was-withdrawn = 🗑 { $unit }的這條通知撤回了，不算數。
