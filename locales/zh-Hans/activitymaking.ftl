# 办活动：问几句，看一眼，发出去；改时间地方、不办了。

notice-kind-activity = 🎉 活动
button-activity-sign = { $form ->
    [goes-on] 🗓 看哪天有空
    [times] 🙋 我要约
    [loan] 🙋 我要借
   *[other] 🙋 我要报名
}
button-activity-new = 🎉 办活动
button-activity-make = ✏️ 改一改、不办了

activity-when-until = 🕘 { $at } 到 { $until }
activity-when-until-where = 🕘 { $at } 到 { $until }，{ $place }
activity-more-times = 🕘 后面还有 { $n } 次，一共 { $all } 次
activity-for = 👥 给：{ $whom }
activity-for-everybody = 谁都能来
activity-for-all-of = { $parts }（几样都要合上）
activity-sex-f = 妇女
activity-sex-m = 男的
activity-seats = 💺 一共 { $n } 个位子
activity-household = 🏠 一家最多 { $n } 个人
activity-certificate = 📜 学完了有证书

activity-not-yours = 活动由培训员、文化员、医生、环境员和主任来办。想办什么，跟他们说一声。
activity-which-kind = 办什么样的活动？
button-activity-kind-at = { $kind }（{ $unit }）
activity-first-these = 先把前面几样答完。
activity-tap = 点下面的按钮就行。
activity-only-coming = 已经上过的不用写，写后面的就行。
activity-is-now = 眼下是：{ $now }

activity-ask-title = 叫什么名字？短一点，像“{ $kind ->
         [event] 放电影
         [clinic] 义诊
         [cleanup] 扫村道
         [checkup] 老人体检
         [venue] 礼堂
         [loan] 喷雾器
        *[other] 果树嫁接
    }”。
activity-open-all = 🕘 每天上午、下午、晚上
activity-open-day = 🕘 每天上午、下午
activity-open-work = 🕘 周一到周五上午、下午
activity-open-weekend = 🕘 周六、周日上午、下午、晚上
activity-ask-sessions = 什么时候？
    一次的：“12月3日 9:00到11:30”
    好几次的：“12月3日、10日、17日 9:00”
    每周都有的：“每周三下午2点，共3次”
activity-ask-place = 在哪儿？
activity-ask-seats = 有多少个位子？打个数就行。
activity-ask-about = 是干什么的？用一两句话说说。
activity-ask-whom = 是给谁办的？
activity-ask-bring = 要带什么来？
activity-ask-cost = 每人收多少钱？像“10元”。
activity-ask-closes_at = 报名到什么时候为止？像“12月1日 18:00”。
activity-ask-picture = 发一张照片过来，大家一起看到。
activity-ask-household_limit = 一家最多来几个人？
activity-ask-session-place = 这一次在哪儿？
activity-which-session = 哪一次换个地方？
activity-which-village = 给哪几个村？点一下挑上，再点一下去掉。
activity-which-tag = 给哪样的人？点一下挑上，再点一下去掉。
button-activity-no-seats = ♾️ 不限，谁来都行
button-activity-no-about = ➖ 不用说
button-activity-no-bring = ➖ 什么都不用带
button-activity-no-cost = 🆓 不收钱
button-activity-no-closes_at = ⏳ 开始前都能报
button-activity-no-picture = ➖ 不要照片
button-activity-no-household_limit = ♾️ 不限
button-activity-homes = { $n } 家
button-activity-some = { $n } 个人
button-activity-same-place = 📍 跟别的几次一样
button-activity-for-all = 👥 谁都能来
button-activity-for-tag = 🏷 按人挑（返乡、低保……）
button-activity-ready = ✅ 好了

activity-words-only = 打几个字就行。
activity-title-wordless = 名字里要有字，大家才好找。再起一个？
activity-long = 太长啦，有 { $length } 个字。最多 { $longest } 个字，请短一点。
activity-when-unclear = 没看懂是什么时候，哪天几点都要有。照着这样写就行：
    “12月3日 9:00到11:30”
    “12月3日、10日、17日 9:00”
    “每周三下午2点，共3次”
activity-many-sessions = 次数太多啦，一个活动最多 { $highest } 次。
activity-far = 太远啦，最多提前半年。
activity-number = 打个数就行，从 1 到 { $highest }。
activity-closes-unclear = 没看懂是什么时候。像“12月1日 18:00”这样写就行。
activity-closes-late = 那时候已经开始了。换个开始以前的时间。
activity-cost-unclear = 没看懂是多少钱。像“10元”“5块5”这样写就行，最多 { $highest } 元。
activity-picture-only = 要一张照片。发文件、发视频都不行。

activity-sure = 👆 大家看到的就是这样。
    { $lines }
activity-in-the-night = ⚠️ { $at }是夜里。要是下午，就点“再写几样、改一改”，把时间改过来。
activity-reaches = 发通知的话，有 { $households } 户、{ $people } 人会收到。
button-activity-publish = 🚀 发布，告诉大家
button-activity-quietly = 🤫 发布，先不告诉大家
button-activity-settings = ⚙️ 再写几样、改一改
activity-more = 想写哪一样、改哪一样？
button-activity-set = ✏️ { $what }
button-activity-certificate = 📜 学完给证书
button-activity-no-certificate = 📜 不给证书了
button-activity-places = 📍 有的在别处
activity-made = 好，发布了，编号 { $number }。还没告诉大家，哪天想说，点下面“告诉大家”。
activity-made-told = 好，发布了，编号 { $number }。通知就发给大家，夜里不吵人。
activity-told-already = 已经告诉过大家啦。
activity-told = 好，通知就发给大家，夜里不吵人。

activity-make = 编号 { $number }
    { $facts }

    要做什么？
button-activity-change = ✏️ 改一改
button-activity-off = 🚫 不办了
button-activity-tell = 📢 告诉大家
button-activity-history = 📜 谁改过什么
activity-version-first = { $at } { $by }办的：{ $lines }
activity-version = { $at } { $by }改的：
    { $lines }
activity-same = 还没改什么呢。
activity-changed-meanwhile = 刚才别人已经改过了。先看看现在是什么样，再改。
activity-has-been = 已经上过的改不了了，只能改后面的。
activity-notice-follows = 这条通知跟着活动走。改活动，通知就跟着改了。
activity-change-look = 👆 改好了就是这样。改的是：
    { $lines }
activity-change-asks = 📣 会马上告诉 { $n } 个人，问还来不来。
activity-change-tells = 📣 会告诉 { $n } 个人一声。
button-activity-change-sure = ✅ 就这样改
activity-change-done = 好，改了。
activity-change-done-too = 好，改了。通知也跟着改了。

activity-change = · { $what }：{ $before } → { $after }
activity-session = 第 { $n } 次
activity-session-added = · 加了{ $what }：{ $after }
activity-session-gone = · { $what }不办了：{ $before }
activity-span = { $at } 到 { $until }
activity-span-where = { $at } 到 { $until }，{ $place }
activity-field-title = 名字
activity-field-sessions = 时间
activity-field-place = 地方
activity-field-bring = 要带的
activity-field-cost = 收多少钱
activity-field-certificate = 证书
activity-field-about = 是干什么的
activity-field-whom = 给谁办的
activity-field-seats = 位子
activity-field-closes_at = 报名到什么时候
activity-field-household_limit = 一家几个人
activity-field-picture = 照片
activity-yes = 有
activity-no = 没有
activity-no-place = 没写
activity-no-bring = 不用带
activity-no-cost = 不收钱
activity-no-about = 没写
activity-no-seats = 不限
activity-no-closes_at = 开始前都能报
activity-no-household_limit = 不限
activity-no-picture = 没有
activity-a-picture = 有
activity-at = { $at }
activity-yuan = { $yuan } 元
activity-people = { $n } 个

activity-moved = { $form ->
    [goes-on] ⚠️ { $title }改了：
        { $changes }

        { $name }还要用吗？
   *[other] ⚠️ { $title }改了：
        { $changes }

        { $name }还来吗？
}
activity-changed = { $title }有一点变化：
    { $changes }
button-activity-still = { $form ->
    [goes-on] ✅ 还要
   *[other] ✅ 还来
}
button-activity-not-still = { $form ->
    [goes-on] ❌ 不订了
   *[other] ❌ 不来了
}
activity-still-yes = { $form ->
    [goes-on] ✅ 好，还给{ $name }订着：
        { $facts }
    [times] ✅ 好，{ $name }约的时间留着：
        { $facts }
   *[other] ✅ 好，{ $name }的位子留着：
        { $facts }
}
activity-changed-by = { $by }改了：
    { $changes }

activity-off-why = 为什么不办了？用一两句话说说，大家会看到。
activity-off-sure = 真的不办了？会马上告诉 { $n } 个人，说的是：
    { $reason }
button-activity-off-sure = 🚫 对，不办了
activity-off-done = 好，不办了。要来的、看过通知的，都会知道。以后要办，再办一个新的。
activity-called-off = { $form ->
    [goes-on] ❌ { $title }不往外借了。{ $reason }
    [loan] ❌ { $title }不往外借了。{ $reason }
   *[other] ❌ { $title }不办了。{ $reason }
}
activity-called-off-by = { $by }说不办了：{ $reason }
