# 替人辦事：誰替誰辦、本人同意不同意。

button-proxies = 👵 誰替誰辦
proxies = 替人辦事，要本人點頭。您要看哪一樣？
button-acting-for = 🙋 我替誰辦
button-acted-by = 👵 誰替我辦
proxies-acting-for = 您替這些人辦事，點名字看看：
proxies-acting-for-none = 您現在沒替誰辦事。要替人辦，說事的時候點「替別人辦」就行。
proxies-acted-by = 這些人替您辦事，點名字看看：
proxies-acted-by-none = 現在沒人替您辦事。
button-acting = { $name } · { $state }
standing-asked = 等回話
standing-confirmed = 同意了
standing-refused = 沒同意
standing-revoked = 不辦了
acting-for = 您替<b>{ $name }</b>辦事。
    您是：{ $kin }
    { $state }
acted-by = <b>{ $name }</b>替您辦事。
    { $kin }
    { $state }

proxy-kin = 您是{ $name }的什麼人？
kin-household = 👪 一家人，住一起
kin-child = 🧳 兒女、孫輩，在外面
kin-neighbour = 🏘️ 鄰居
kin-other = 🤝 親戚、朋友、別的

told-filed-for-you = { $proxy }替您提了這件事，跟您說一聲。
told-and-asked = { $news }
    以後還讓他替您辦嗎？點一下。
told-filed-by-clerk = 值班員替您登記了這件事，跟您說一聲。
told-stopped = { $name }說這件事不用辦了。
button-proxy-agree = 👌 可以，以後都行
button-stop-this = ✋ 這件不用辦
button-proxy-refuse = 🚫 不要他替我辦
proxy-agree-done = 好，以後{ $proxy }替您提事，就不再問您了。
    想改主意，隨時在「誰替我辦」裡點。
proxy-agreed = 👌 { $name }同意了。以後您替他提事，不用再問。
proxy-refuse-sure = 以後都不讓{ $proxy }替您辦？這件事也一起不辦了。
button-no-more-yes = 對，不要了
proxy-refuse-done = 好，{ $proxy }以後不能替您提事了，這件也不辦了。
    您自己有事，直接跟我說就行。
proxy-not-wanted = { $name }想自己來，往後就不用您替他提了。謝謝您操心。
proxy-barred = { $name }說過想自己來，這回不能替他提。
    請他自己來說一聲，或者讓值班員去問問他。
button-ask-again = ☎️ 請值班員問問他
proxy-ask-again-done = 好，值班員會去問{ $name }，問到了告訴您。
proxy-asked-already = 已經請值班員問過一回了。請他自己來說一聲吧。
proxy-still-not-wanted = 值班員問過{ $name }了，他還是想自己來。
proxy-stopped = 值班員給{ $name }打過電話，他說 { $number } 號不用辦，就撤了。謝謝您操心。
proxy-unreachable = 值班員給{ $name }打了幾回電話都沒打通。事情照辦，請您也跟他說一聲。

button-give-up = 👋 不再替他辦
button-no-more = 🚫 不讓他再替我辦
give-up-sure = 以後不再替{ $name }辦了？
    已經提的事照樣辦，要撤就到那件事裡撤。
no-more-sure = 以後不讓{ $name }替您辦了？
    已經提的事照樣辦，要撤就到那件事裡撤。
give-up-done = 好，您不再替{ $name }辦了。已經提的事照樣辦。
no-more-done = 好，{ $proxy }以後不能替您提事了。已經提的事照樣辦。
proxy-gave-up = { $proxy }往後不替您辦事了。您有事直接跟我說，或者找值班員。
