# 想學點什麼、想參加什麼：沒有的先記下來，有了先告訴。

learning-none = 現在沒有教{ $words }的班。
    要不要替您記下來？有了先告訴您。
learning-found = 想學{ $words }，眼下有這些：
button-wish-keep = 📝 記下來
button-wish-other = 🙋 不是這個意思
button-wish-under-way = 📎 這是說我辦的那件事
wish-kept = 📝 記下了：{ $words }。有了先告訴您。一年裡都算數。
button-wish-drop = ❌ 不想學{ $words }了
wish-dropped = 好，{ $words }劃掉了。
wish-enough = 🌱 有 { $n } 個人想學{ $words }，眼下還沒有。
    要是辦一期，他們會先知道。
button-wishes-look = 🌱 看看大家想學什麼

button-wishes = 🌱 大家想學什麼
wishes = 大家想學的，想的人多的在前頭。
    是誰想學，這裡不寫。
wishes-none = 眼下還沒有人說想學什麼。
button-wish-make = 🌱 辦一期{ $words }（{ $n } 人）
wish-make = 🌱 { $n } 個人想學<b>{ $words }</b>。他們是這麼說的：
    { $items }
button-wishes-own = 📝 我想學的
wishes-own = 您想學的，記在這裡。有了先告訴您。
    每樣記一年；過了還想學，再說一遍就行。
wishes-own-none = 您還沒說過想學什麼。想學什麼，直接說就行。
wish-met = 🌟 您想學的，有了！先告訴您：
    { $facts }

asked-found = 眼下有這個，點一下看看。
