# 活動報名：名額、候補、輪到誰。

activity-kind-course = 🌱 培訓班
activity-kind-event = 🎭 文體活動
activity-kind-clinic = 🩺 義診
activity-kind-cleanup = 🧹 大掃除
activity-kind-checkup = 💉 體檢打針
activity-kind-venue = 🏠 借場地
activity-kind-loan = 🔧 借東西
activity-title = { $kind }《{ $title }》
activity-when = 🕘 { $at }
activity-when-times = 🕘 { $at } 起，一共 { $n } 次
activity-where = 📍 { $place }
activity-bring = 🎒 要帶：{ $bring }
activity-cost = 💰 每人 { $yuan } 元
activity-free = 💰 不收錢
activity-closes = ⏳ 報名到{ $at }為止
activity-past = 時間已經過了。換個以後的時間。
activity-closes-past = 報名截止的時間已經過了。換個以後的時間。
button-activity-open = 👀 看看是什麼

signup-offer = 🎉 有空位了，輪到{ $name }了：
    { $facts }

    去不去？請在{ $until }前點一下，過了就先問下一位。
button-signup-yes = ✅ 去
button-signup-no = ❌ 不去了
signup-passed-waiting = 沒等到回話，先問下一位了。{ $name }還排在隊裡，再有空位還會問：
    { $facts }
signup-passed-lapsed = 兩回都沒等到回話，就不替{ $name }排隊了。還想去，再報一回名就行：
    { $facts }
signup-late-waiting = 等得久了，這個位子先給下一位了。您還排在隊裡。
signup-late-lapsed = 等得久了，已經不在隊裡了。還想去，再報一回名就行。
signup-late-cancelled = 已經取消了。還想去，再報一回名就行。
signup-late-seated = 位子已經留好了。不去了就取消報名。
signup-is-called-off = 這個活動不辦了。
signup-is-over = 這個活動已經辦完了。
signup-has-begun = 已經開始了。還想去，到門口跟辦活動的人說一聲。
signup-is-closed = 報名的時間過了。還想去，找人說一聲。
signup-not-for = 這回不是給{ $name }這樣的人辦的。弄錯了就找人說一聲。
signup-once = { $name }已經選好一個時間了。要換，先取消那個。
signup-household-full = 這回一家最多 { $count } 個人，已經夠了。
signup-seats-taken = 已經有 { $taken } 個人有位子了，不能比這個少。
signup-seats-none = 位子寫 1 到 { $highest } 之間的數。
signup-late-returned = 已經還了。還想借，再報一回名就行。
