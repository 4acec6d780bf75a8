# 想学点什么、想参加什么：没有的先记下来，有了先告诉。

learning-none = 现在没有教{ $words }的班。
    要不要替您记下来？有了先告诉您。
learning-found = 想学{ $words }，眼下有这些：
button-wish-keep = 📝 记下来
button-wish-other = 🙋 不是这个意思
button-wish-under-way = 📎 这是说我办的那件事
wish-kept = 📝 记下了：{ $words }。有了先告诉您。一年里都算数。
button-wish-drop = ❌ 不想学{ $words }了
wish-dropped = 好，{ $words }划掉了。
wish-enough = 🌱 有 { $n } 个人想学{ $words }，眼下还没有。
    要是办一期，他们会先知道。
button-wishes-look = 🌱 看看大家想学什么

button-wishes = 🌱 大家想学什么
wishes = 大家想学的，想的人多的在前头。
    是谁想学，这里不写。
wishes-none = 眼下还没有人说想学什么。
button-wish-make = 🌱 办一期{ $words }（{ $n } 人）
wish-make = 🌱 { $n } 个人想学<b>{ $words }</b>。他们是这么说的：
    { $items }
button-wishes-own = 📝 我想学的
wishes-own = 您想学的，记在这里。有了先告诉您。
    每样记一年；过了还想学，再说一遍就行。
wishes-own-none = 您还没说过想学什么。想学什么，直接说就行。
wish-met = 🌟 您想学的，有了！先告诉您：
    { $facts }

asked-found = 眼下有这个，点一下看看。
