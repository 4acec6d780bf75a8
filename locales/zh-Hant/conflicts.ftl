# 這事跟中心的人有關，不讓他知道；不留名。

button-hush = 🤫 不讓誰知道
button-hush-named = 🤫 不讓{ $name }知道
button-hush-on = 🤫 { $name } · { $role }
button-hush-off = { $name } · { $role }
button-hush-done = 👌 就這樣
button-anonymous-on = ✅ 不留名
button-anonymous-off = 👤 不留名
button-hide-yes = 對，不讓他知道

hush = 這事跟誰有關？點他的名字，他就看不到，也問不著。
    點錯了再點一下。
hush-anonymous = { $hush }
    要是點「不留名」，中心的人誰也不知道是您提的，回話照樣到您這兒。
kept-from = 🤫 不讓他知道：{ $name }
spoken-of = ❓ 您提到了{ $name }（{ $role }）。這事要是跟他有關，點下面就不讓他知道。

anonymous-whom = 誰的事：不留名
anonymous-secret = 🔒 中心的人誰也不知道是您提的，回話照樣到您這兒。
anonymous-voice = 🎤 語音、影片聽得出是誰，您想好再發。
anonymous-contact = 聯絡人發過去，就知道您是誰了，所以沒收。要說別人的電話，打字就行。
anonymous-refused = 這一類的事要寫名字，不能不留名。
anonymous-line-off = 換成這一類就要寫名字，「不留名」取消了。
anonymous-no-proxy = 替別人辦要寫名字，「不留名」取消了。
anonymous-not-for-other = 不留名，就不寫替誰辦了。
anonymous-urgent = 急事要找得到人，這回寫了您的名字。
card-who-anonymous = 👤 沒留名
card-anonymous = 沒留名，中心的人不知道是您提的。
speech-anonymous = 來反映情況的人

hide = { $head }
    這事跟誰有關？點他的名字，就不讓他知道。
hide-none = 沒有別的人可選了。
hide-sure = { $head }
    真不讓{ $name }知道？以後他看不到這件事。要是在他手上，就換人給您辦。
hide-done = { $head }
    好，不讓{ $name }知道了。{ $where }
conflict-gone = 這件事不歸您了。
conflict-own = 這是他自己的事，瞞不了他。
