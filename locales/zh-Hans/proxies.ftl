# 替人办事：谁替谁办、本人同意不同意。

button-proxies = 👵 谁替谁办
proxies = 替人办事，要本人点头。您要看哪一样？
button-acting-for = 🙋 我替谁办
button-acted-by = 👵 谁替我办
proxies-acting-for = 您替这些人办事，点名字看看：
proxies-acting-for-none = 您现在没替谁办事。要替人办，说事的时候点“替别人办”就行。
proxies-acted-by = 这些人替您办事，点名字看看：
proxies-acted-by-none = 现在没人替您办事。
button-acting = { $name } · { $state }
standing-asked = 等回话
standing-confirmed = 同意了
standing-refused = 没同意
standing-revoked = 不办了
acting-for = 您替<b>{ $name }</b>办事。
    您是：{ $kin }
    { $state }
acted-by = <b>{ $name }</b>替您办事。
    { $kin }
    { $state }

proxy-kin = 您是{ $name }的什么人？
kin-household = 👪 一家人，住一起
kin-child = 🧳 儿女、孙辈，在外面
kin-neighbour = 🏘️ 邻居
kin-other = 🤝 亲戚、朋友、别的

told-filed-for-you = { $proxy }替您提了这件事，跟您说一声。
told-and-asked = { $news }
    以后还让他替您办吗？点一下。
told-filed-by-clerk = 值班员替您登记了这件事，跟您说一声。
told-stopped = { $name }说这件事不用办了。
button-proxy-agree = 👌 可以，以后都行
button-stop-this = ✋ 这件不用办
button-proxy-refuse = 🚫 不要他替我办
proxy-agree-done = 好，以后{ $proxy }替您提事，就不再问您了。
    想改主意，随时在“谁替我办”里点。
proxy-agreed = 👌 { $name }同意了。以后您替他提事，不用再问。
proxy-refuse-sure = 以后都不让{ $proxy }替您办？这件事也一起不办了。
button-no-more-yes = 对，不要了
proxy-refuse-done = 好，{ $proxy }以后不能替您提事了，这件也不办了。
    您自己有事，直接跟我说就行。
proxy-not-wanted = { $name }想自己来，往后就不用您替他提了。谢谢您操心。
proxy-barred = { $name }说过想自己来，这回不能替他提。
    请他自己来说一声，或者让值班员去问问他。
button-ask-again = ☎️ 请值班员问问他
proxy-ask-again-done = 好，值班员会去问{ $name }，问到了告诉您。
proxy-asked-already = 已经请值班员问过一回了。请他自己来说一声吧。
proxy-still-not-wanted = 值班员问过{ $name }了，他还是想自己来。
proxy-stopped = 值班员给{ $name }打过电话，他说 { $number } 号不用办，就撤了。谢谢您操心。
proxy-unreachable = 值班员给{ $name }打了几回电话都没打通。事情照办，请您也跟他说一声。

button-give-up = 👋 不再替他办
button-no-more = 🚫 不让他再替我办
give-up-sure = 以后不再替{ $name }办了？
    已经提的事照样办，要撤就到那件事里撤。
no-more-sure = 以后不让{ $name }替您办了？
    已经提的事照样办，要撤就到那件事里撤。
give-up-done = 好，您不再替{ $name }办了。已经提的事照样办。
no-more-done = 好，{ $proxy }以后不能替您提事了。已经提的事照样办。
proxy-gave-up = { $proxy }往后不替您办事了。您有事直接跟我说，或者找值班员。
