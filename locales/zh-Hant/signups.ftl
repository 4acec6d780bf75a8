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

signup-offer = { $form ->
    [goes-on] 🎉 空出來了，輪到{ $name }了：
        { $facts }

        要訂嗎？請在{ $until }前點一下，過了就先問下一位。
    [times] 🎉 空出來了，輪到{ $name }了：
        { $facts }

        去不去？請在{ $until }前點一下，過了就先問下一位。
   *[other] 🎉 有空位了，輪到{ $name }了：
        { $facts }

        去不去？請在{ $until }前點一下，過了就先問下一位。
}
button-signup-yes = { $form ->
    [goes-on] ✅ 要訂
   *[other] ✅ 去
}
button-signup-no = { $form ->
    [goes-on] ❌ 不訂了
   *[other] ❌ 不去了
}
signup-passed-waiting = { $form ->
    [goes-on] 沒等到回話，先問下一位了。{ $name }還排在隊裡，再空出來還會問：
        { $facts }
    [loan] 沒等到回話，先問下一位了。{ $name }還排在隊裡，再還回來還會問：
        { $facts }
   *[other] 沒等到回話，先問下一位了。{ $name }還排在隊裡，再有空位還會問：
        { $facts }
}
signup-passed-lapsed = { $form ->
    [goes-on] 兩回都沒等到回話，就不替{ $name }排隊了。還想用，再訂一回就行：
        { $facts }
    [times] 兩回都沒等到回話，就不替{ $name }排隊了。還想去，再約一回就行：
        { $facts }
    [loan] 兩回都沒等到回話，就不替{ $name }排隊了。還想借，再借一回就行：
        { $facts }
   *[other] 兩回都沒等到回話，就不替{ $name }排隊了。還想去，再報一回名就行：
        { $facts }
}
signup-passed-begun = { $form ->
    [goes-on] 🕘 到時間了。給{ $name }留到這會兒，沒等到回話。還想用，跟{ $host }說一聲：
        { $facts }
    [times] 🕘 到時間了。這個時間給{ $name }留到這會兒，沒等到回話。還想去，到門口跟{ $host }說一聲，能排上就排上：
        { $facts }
   *[other] 🕘 已經開始了。位子給{ $name }留到這會兒，沒等到回話。還想去，到門口跟{ $host }說一聲，能坐下就能進：
        { $facts }
}
signup-passed-over = 🕘 給{ $name }留著的，沒等到回話，已經過去了：
    { $facts }
signup-late-waiting = 等得久了，先給下一位了。您還排在隊裡。
signup-late-lapsed = { $form ->
    [goes-on] 等得久了，已經不在隊裡了。還想用，再訂一回就行。
    [times] 等得久了，已經不在隊裡了。還想去，再約一回就行。
    [loan] 等得久了，已經不在隊裡了。還想借，再借一回就行。
   *[other] 等得久了，已經不在隊裡了。還想去，再報一回名就行。
}
signup-late-cancelled = { $form ->
    [goes-on] 已經不訂了。還想用，再訂一回就行。
    [times] 已經說過不去了。還想去，再約一回就行。
    [loan] 已經不借了。還想借，再借一回就行。
   *[other] 已經取消了。還想去，再報一回名就行。
}
signup-late-seated = { $form ->
    [goes-on] 已經訂好了。不用了就點「不訂了」。
    [times] 已經約好了。不去了就點「不去了」。
    [loan] 已經給您留著了。不借了就點「不借了」。
   *[other] 位子已經留好了。不去了就取消報名。
}
signup-is-called-off = { $form ->
    [goes-on] 這個地方不往外借了。
    [loan] 這個不往外借了。
   *[other] 這個活動不辦了。
}
signup-is-over = { $form ->
    [goes-on] 這個時間已經過了，換個時間。
   *[other] 這個活動已經辦完了。
}
signup-has-begun = { $form ->
    [goes-on] 這個時間已經開始了，換個時間。
   *[other] 已經開始了。還想去，到門口跟辦活動的人說一聲。
}
signup-is-closed = { $form ->
    [goes-on] 訂的時間過了。還想用，找人說一聲。
   *[other] 報名的時間過了。還想去，找人說一聲。
}
signup-not-for = 這回不是給{ $name }這樣的人辦的。弄錯了就找人說一聲。
signup-once = { $name }已經選好一個時間了。要換，先在那個下面點「不去了」。
signup-household-full = 這回一家最多 { $count } 個人，已經夠了。
signup-seats-taken = 已經有 { $taken } 個人有位子了，不能比這個少。
signup-seats-none = 位子寫 1 到 { $highest } 之間的數。
signup-late-returned = 已經還了。還想借，再借一回就行。
