# 活动报名：名额、候补、轮到谁。

activity-kind-course = 🌱 培训班
activity-kind-event = 🎭 文体活动
activity-kind-clinic = 🩺 义诊
activity-kind-cleanup = 🧹 大扫除
activity-kind-checkup = 💉 体检打针
activity-kind-venue = 🏠 借场地
activity-kind-loan = 🔧 借东西
activity-title = { $kind }《{ $title }》
activity-when = 🕘 { $at }
activity-when-times = 🕘 { $at } 起，一共 { $n } 次
activity-where = 📍 { $place }
activity-bring = 🎒 要带：{ $bring }
activity-cost = 💰 每人 { $yuan } 元
activity-free = 💰 不收钱
activity-closes = ⏳ 报名到{ $at }为止
activity-past = 时间已经过了。换个以后的时间。
activity-closes-past = 报名截止的时间已经过了。换个以后的时间。
button-activity-open = 👀 看看是什么

signup-offer = { $form ->
    [goes-on] 🎉 空出来了，轮到{ $name }了：
        { $facts }

        要订吗？请在{ $until }前点一下，过了就先问下一位。
    [times] 🎉 空出来了，轮到{ $name }了：
        { $facts }

        去不去？请在{ $until }前点一下，过了就先问下一位。
   *[other] 🎉 有空位了，轮到{ $name }了：
        { $facts }

        去不去？请在{ $until }前点一下，过了就先问下一位。
}
button-signup-yes = { $form ->
    [goes-on] ✅ 要订
   *[other] ✅ 去
}
button-signup-no = { $form ->
    [goes-on] ❌ 不订了
   *[other] ❌ 不去了
}
signup-passed-waiting = { $form ->
    [goes-on] 没等到回话，先问下一位了。{ $name }还排在队里，再空出来还会问：
        { $facts }
    [loan] 没等到回话，先问下一位了。{ $name }还排在队里，再还回来还会问：
        { $facts }
   *[other] 没等到回话，先问下一位了。{ $name }还排在队里，再有空位还会问：
        { $facts }
}
signup-passed-lapsed = { $form ->
    [goes-on] 两回都没等到回话，就不替{ $name }排队了。还想用，再订一回就行：
        { $facts }
    [times] 两回都没等到回话，就不替{ $name }排队了。还想去，再约一回就行：
        { $facts }
    [loan] 两回都没等到回话，就不替{ $name }排队了。还想借，再借一回就行：
        { $facts }
   *[other] 两回都没等到回话，就不替{ $name }排队了。还想去，再报一回名就行：
        { $facts }
}
signup-passed-begun = { $form ->
    [goes-on] 🕘 到时间了。给{ $name }留到这会儿，没等到回话。还想用，跟{ $host }说一声：
        { $facts }
    [times] 🕘 到时间了。这个时间给{ $name }留到这会儿，没等到回话。还想去，到门口跟{ $host }说一声，能排上就排上：
        { $facts }
   *[other] 🕘 已经开始了。位子给{ $name }留到这会儿，没等到回话。还想去，到门口跟{ $host }说一声，能坐下就能进：
        { $facts }
}
signup-passed-over = 🕘 给{ $name }留着的，没等到回话，已经过去了：
    { $facts }
signup-late-waiting = 等得久了，先给下一位了。您还排在队里。
signup-late-lapsed = { $form ->
    [goes-on] 等得久了，已经不在队里了。还想用，再订一回就行。
    [times] 等得久了，已经不在队里了。还想去，再约一回就行。
    [loan] 等得久了，已经不在队里了。还想借，再借一回就行。
   *[other] 等得久了，已经不在队里了。还想去，再报一回名就行。
}
signup-late-cancelled = { $form ->
    [goes-on] 已经不订了。还想用，再订一回就行。
    [times] 已经说过不去了。还想去，再约一回就行。
    [loan] 已经不借了。还想借，再借一回就行。
   *[other] 已经取消了。还想去，再报一回名就行。
}
signup-late-seated = { $form ->
    [goes-on] 已经订好了。不用了就点“不订了”。
    [times] 已经约好了。不去了就点“不去了”。
    [loan] 已经给您留着了。不借了就点“不借了”。
   *[other] 位子已经留好了。不去了就取消报名。
}
signup-is-called-off = { $form ->
    [goes-on] 这个地方不往外借了。
    [loan] 这个不往外借了。
   *[other] 这个活动不办了。
}
signup-is-over = { $form ->
    [goes-on] 这个时间已经过了，换个时间。
   *[other] 这个活动已经办完了。
}
signup-has-begun = { $form ->
    [goes-on] 这个时间已经开始了，换个时间。
   *[other] 已经开始了。还想去，到门口跟办活动的人说一声。
}
signup-is-closed = { $form ->
    [goes-on] 订的时间过了。还想用，找人说一声。
   *[other] 报名的时间过了。还想去，找人说一声。
}
signup-not-for = 这回不是给{ $name }这样的人办的。弄错了就找人说一声。
signup-once = { $name }已经选好一个时间了。要换，先在那个下面点“不去了”。
signup-household-full = 这回一家最多 { $count } 个人，已经够了。
signup-seats-taken = 已经有 { $taken } 个人有位子了，不能比这个少。
signup-seats-none = 位子写 1 到 { $highest } 之间的数。
signup-late-returned = 已经还了。还想借，再借一回就行。
