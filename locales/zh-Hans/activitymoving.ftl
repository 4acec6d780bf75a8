# 大家选好的时间挪一挪、加几个，场地换开放时间

activity-which-day = 挪哪天的时间，给哪天加时间？
button-activity-times-on = { $day }，{ $n } 个时间
activity-times-of-day = { $span }，{ $n } 个时间
activity-ask-move = 整天的时间挪到什么时候？大家还按原来的先后，不用重新报名。
    “挪到12月4日”“都往后一个小时”“改到下午2点”都行。
    要加时间，就写“再加14:00到16:00，每20分钟一个”。
activity-ask-add = 加几点到几点？像“14:00到16:00，每20分钟一个”。
    不是这一天的，把日子也写上。
activity-ask-since = 从哪天起？最早明天。那天以前还是老时间。
button-activity-move-to = 📅 挪到{ $day }
button-activity-hour-later = ⏩ 都往后一个小时
button-activity-add-times = ➕ 再加几个时间
button-activity-since = 📅 从{ $day }起
activity-move-unclear = 没看懂挪到什么时候。照着这样写就行：
    “挪到12月4日”“都往后一个小时”“改到下午2点”
activity-times-meet = 那时候已经有别的时间了，两头顾不过来。换个时候？
activity-add-unclear = 没看懂是什么时候。像“14:00到16:00，每20分钟一个”这样写就行。
activity-add-seats = 这个活动每个时间都是 { $n } 个人，加的也一样。人数不用写。
activity-since-unclear = 没看懂是哪天。像“明天”“12月1日”这样写就行。
activity-since-range = 最早从明天起，最晚从{ $until }起：再往后的日子大家还订不了。

activity-change-since = 📅 从{ $day }起
activity-change-stay = 🔒 有 { $n } 个订好的时间不在里面，照旧用完。
activity-change-nobody = 🔕 订好的都不变，不用告诉谁。
activity-times-more = · 又多了几个时间。您排着的还是原来那个时间；想换的话，先点“不去了”，再选一个。
