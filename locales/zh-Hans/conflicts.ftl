# 这事跟中心的人有关，不让他知道；不留名。

button-hush = 🤫 不让谁知道
button-hush-named = 🤫 不让{ $name }知道
button-hush-on = 🤫 { $name } · { $role }
button-hush-off = { $name } · { $role }
button-hush-done = 👌 就这样
button-anonymous-on = ✅ 不留名
button-anonymous-off = 👤 不留名
button-hide-yes = 对，不让他知道

hush = 这事跟谁有关？点他的名字，他就看不到，也问不着。
    点错了再点一下。
hush-anonymous = { $hush }
    要是点“不留名”，中心的人谁也不知道是您提的，回话照样到您这儿。
kept-from = 🤫 不让他知道：{ $name }
spoken-of = ❓ 您提到了{ $name }（{ $role }）。这事要是跟他有关，点下面就不让他知道。

anonymous-whom = 谁的事：不留名
anonymous-secret = 🔒 中心的人谁也不知道是您提的，回话照样到您这儿。
anonymous-voice = 🎤 语音、视频听得出是谁，您想好再发。
anonymous-contact = 联系人发过去，就知道您是谁了，所以没收。要说别人的电话，打字就行。
anonymous-refused = 这一类的事要写名字，不能不留名。
anonymous-line-off = 换成这一类就要写名字，“不留名”取消了。
anonymous-no-proxy = 替别人办要写名字，“不留名”取消了。
anonymous-not-for-other = 不留名，就不写替谁办了。
anonymous-urgent = 急事要找得到人，这回写了您的名字。
card-who-anonymous = 👤 没留名
card-anonymous = 没留名，中心的人不知道是您提的。
speech-anonymous = 来反映情况的人

hide = { $head }
    这事跟谁有关？点他的名字，就不让他知道。
hide-none = 没有别的人可选了。
hide-sure = { $head }
    真不让{ $name }知道？以后他看不到这件事。要是在他手上，就换人给您办。
hide-done = { $head }
    好，不让{ $name }知道了。{ $where }
conflict-gone = 这件事不归您了。
conflict-own = 这是他自己的事，瞒不了他。
