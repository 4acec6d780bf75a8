"""Acting for somebody else: asked once, told in one's own chat, stopped at any time."""

from __future__ import annotations

from simulator.person import Person as Someone
from storage.proxies import ProxyRelation
from storage.requests import ServiceRequest
from tests.stories.conftest import Village


async def grandma_with_a_phone(village: Village, name: str = "王秀英") -> Someone:
    """Somebody of the roster who has an account of her own."""
    someone = village.stranger(name)
    await village.enrol(name, phone=someone.phone, village="柳树湾")
    await someone.starts("c-maqu")
    for label in ("简体中文", "行，同意"):
        await someone.taps(label)
    await someone.says(name)
    await someone.taps("柳树湾")
    await someone.taps("发我的电话")
    await someone.sees("对上了名册")
    return someone


async def files_for(
    proxy: Someone,
    name: str = "王秀英",
    *,
    words: str = "老人没人做饭",
    line: str = "帮扶救助",
    kin: str | None = "儿女、孙辈",
) -> None:
    """A request on somebody's behalf; what the two are to each other is asked the first time."""
    await proxy.says(words)
    await proxy.world.settled()
    if "一件新的事" in " ".join(proxy.buttons()):
        await proxy.taps("一件新的事")
    await proxy.taps(line)
    await proxy.taps("替别人办")
    await proxy.says(name)
    await proxy.taps(f"{name} · ")
    if kin is not None:
        await proxy.taps(kin)
    await proxy.sees(f"替谁办：{name}")
    await proxy.taps("发出去")
    await proxy.world.settled()
    if "另外提一件" in " ".join(proxy.buttons()):
        await proxy.taps("另外提一件")
    await proxy.sees("收到了")


async def test_grandma_agrees_once_and_the_second_filing_asks_nothing(village: Village) -> None:
    helper, grandma = await village.person("周敏", "assistance"), await grandma_with_a_phone(village)
    child = await village.person("刘小军")
    await files_for(child)
    asked = await grandma.sees("刘小军替您提了这件事")
    assert "1007 号 🤝 帮扶救助" in asked.text
    assert "做饭" not in asked.text
    assert grandma.buttons(asked)[:3] == ["👌 可以，以后都行", "✋ 这件不用办", "🚫 不要他替我办"]
    await helper.sees("1007 号")  # nothing waits for the answer
    await grandma.taps("我办的事")
    await grandma.sees("1007 号")
    await grandma.taps("可以，以后都行", in_=asked)
    await grandma.sees("不再问您了")
    await child.sees("王秀英同意了")

    await files_for(child, words="屋顶漏雨了", kin=None)
    told = await grandma.sees("刘小军替您提了这件事")
    assert "以后还让他替您办吗" not in told.text
    assert not any("以后都行" in label for label in grandma.buttons(told))
    assert await village.count(ProxyRelation) == 1


async def test_grandma_stops_it_and_the_child_hears_it_kindly(village: Village) -> None:
    helper, grandma = await village.person("周敏", "assistance"), await grandma_with_a_phone(village)
    child = await village.person("刘小军")
    await files_for(child)
    await grandma.taps("这件不用办", in_=await grandma.sees("刘小军替您提了"))
    await grandma.taps("对，不用办了")
    await grandma.sees("好，不办了")
    await child.sees("王秀英说这件事不用办了")
    await helper.sees("村民不办了")


async def test_grandma_refuses_the_proxy_who_cannot_file_again_until_she_says_so(village: Village) -> None:
    clerk, grandma = await village.person("孙丽", "clerk"), await grandma_with_a_phone(village)
    child = await village.person("刘小军")
    await files_for(child)
    asked = await grandma.sees("刘小军替您提了")
    await grandma.taps("不要他替我办", in_=asked)
    await grandma.sees("以后都不让刘小军替您办")
    await grandma.taps("对，不要了")
    await grandma.sees("刘小军以后不能替您提事了")
    await child.sees("王秀英想自己来")
    await child.says("1007")
    await child.sees("不用办")

    await child.says("奶奶想买化肥")
    await child.taps("便民超市")
    await child.taps("替别人办")
    await child.says("王秀英")
    await child.taps("王秀英 · 柳树湾")
    await child.sees("王秀英说过想自己来")
    await child.sees("谁的事：刘小军")  # what was said is kept, and it is for nobody else
    refusal = next(message for message in child.screen if "说过想自己来" in message.text)
    await child.taps("请值班员问问他", in_=refusal)
    await child.sees("值班员会去问王秀英")
    assert "他以前不愿意" in (await clerk.sees("请给王秀英打个电话")).text
    await child.taps_data(refusal, "acting|ask|1|0")
    await village.settled()
    assert "已经请值班员问过一回了" in child.toasts[-1]

    await grandma.says("/proxies")
    await grandma.taps("谁替我办")
    await grandma.taps("刘小军 · 没同意")
    await grandma.taps("可以，以后都行")
    await child.sees("王秀英同意了")
    await clerk.sees("本人自己回过话了")
    await child.says("/cancel")
    await files_for(child, words="想买化肥", line="便民超市", kin=None)


async def test_the_clerk_asks_a_refused_person_again_and_they_agree(village: Village) -> None:
    clerk, grandma = await village.person("孙丽", "clerk"), await grandma_with_a_phone(village)
    child = await village.person("刘小军")
    await files_for(child)
    await grandma.taps("不要他替我办", in_=await grandma.sees("刘小军替您提了"))
    await grandma.taps("对，不要了")
    await child.taps("谁替谁办", in_=await child.sees("王秀英想自己来"))
    await child.taps("请值班员问问他")
    await clerk.taps("他说不用办", in_=await clerk.sees("他以前不愿意"))
    labels = clerk.buttons(await clerk.sees("还是不愿意让刘小军替他办"))
    assert labels[0] == "以后也不让刘小军替"
    await clerk.taps("返回")
    await clerk.taps("他同意")
    await child.sees("王秀英同意了")
    await files_for(child, words="想买化肥", line="便民超市", kin=None)


async def test_who_lives_in_one_household_is_not_asked_what_they_are(village: Village) -> None:
    grandma = await grandma_with_a_phone(village)
    child = village.stranger("刘小军")
    await village.enrol("刘小军", phone=child.phone, village="柳树湾", household_of="王秀英")
    await child.starts("c-maqu")
    for label in ("简体中文", "行，同意"):
        await child.taps(label)
    await child.says("刘小军")
    await child.taps("柳树湾")
    await child.taps("发我的电话")
    await child.sees("对上了名册")
    await files_for(child, kin=None)
    await grandma.taps("看看这件事", in_=await grandma.sees("刘小军替您提了"))
    await grandma.sees("做饭")
    await child.says("/proxies")
    await child.taps("我替谁办")
    await child.taps("王秀英 · 等回话")
    await child.sees("一家人")


async def test_both_sides_find_it_in_their_lists_and_can_end_it(village: Village) -> None:
    await village.person("周敏", "assistance")
    grandma, child = await grandma_with_a_phone(village), await village.person("刘小军")
    await child.says("/more")
    await child.taps("还有别的")
    await child.taps("谁替谁办")
    await child.taps("我替谁办")
    await child.sees("您现在没替谁办事")
    await files_for(child)
    await grandma.taps("可以，以后都行", in_=await grandma.sees("刘小军替您提了"))
    await child.says("/proxies")
    await child.taps("我替谁办")
    await child.taps("王秀英 · 同意了")
    await child.taps("不再替他办")
    assert "已经提的事照样办" in (await child.sees("以后不再替王秀英办了")).text
    await child.taps("对，不要了")
    await child.sees("您不再替王秀英办了")
    await grandma.sees("刘小军往后不替您办事了")
    await grandma.says("1007")
    await grandma.sees("已经交给")  # what was filed goes on

    await files_for(child, words="屋顶漏雨了", kin=None)  # it was the child's own wish: it may begin again
    await grandma.taps("可以，以后都行", in_=await grandma.sees("以后还让他替您办吗"))
    await grandma.says("/proxies")
    await grandma.taps("谁替我办")
    await grandma.taps("刘小军 · 同意了")
    await grandma.taps("不让他再替我办")
    await grandma.sees("以后不让刘小军替您办了")
    await grandma.taps("对，不要了")
    await grandma.sees("已经提的事照样办")
    await child.sees("王秀英想自己来")
    assert await village.count(ServiceRequest) == 2


async def test_the_quarrel_filed_for_grandma_is_told_by_number_and_line_only(village: Village) -> None:
    grandma, child = await grandma_with_a_phone(village), await village.person("刘小军")
    await files_for(child, words="隔壁老李占了奶奶家三尺地", line="矛盾调解")
    asked = await grandma.sees("刘小军替您提了")
    assert "矛盾调解" in asked.text
    assert "三尺" not in asked.text


async def test_in_an_emergency_nobody_is_refused(village: Village) -> None:
    doctor, grandma = await village.person("李医生", "doctor"), await grandma_with_a_phone(village)
    child = await village.person("刘小军")
    await files_for(child)
    await grandma.taps("不要他替我办", in_=await grandma.sees("刘小军替您提了"))
    await grandma.taps("对，不要了")
    await child.sees("王秀英想自己来")
    await child.says("奶奶突然胸口疼得厉害，喘不上气")
    await child.taps("马上叫人")
    await doctor.sees("急事")


async def test_forged_buttons_about_other_peoples_proxies_find_nothing(village: Village) -> None:
    await village.person("周敏", "assistance")
    grandma, child = await grandma_with_a_phone(village), await village.person("刘小军")
    cheat = await village.person("陈建国")
    await files_for(child)
    asked, sent = await grandma.sees("刘小军替您提了"), await child.sees("收到了")
    screen = cheat.last
    assert screen is not None
    for action in ("open", "agree", "refuse", "refuse-sure", "end", "end-sure", "ask"):
        for request_id in (0, 1):
            await cheat.taps_data(screen, f"acting|{action}|1|{request_id}")
    for action in ("agree", "refuse", "refuse-sure"):  # the proxy cannot agree in her place
        await child.taps_data(sent, f"acting|{action}|1|1")
    await village.settled()
    assert {*cheat.toasts, *child.toasts} == {"没找到这一条。可能已经办完，或者不归您看。"}
    assert "王秀英" not in village.sent_to(cheat)
    await grandma.taps("可以，以后都行", in_=asked)
    await child.sees("王秀英同意了")


async def test_grandma_cannot_call_off_what_another_filed_by_refusing_the_child(village: Village) -> None:
    await village.person("周敏", "assistance")
    grandma, child = await grandma_with_a_phone(village), await village.person("刘小军")
    neighbour = await village.person("陈建国")
    await files_for(child)
    await files_for(neighbour, words="屋顶漏雨了", kin="邻居")
    asked = await grandma.sees("陈建国替您提了")
    await grandma.taps_data(asked, "acting|refuse-sure|1|2")
    await village.settled()
    assert "没找到" in grandma.toasts[-1]
    assert not child.has_seen("王秀英想自己来")
    await neighbour.taps("我办的事")
    await neighbour.taps("号 · ")
    await neighbour.sees("已经交给")


async def test_grandma_answers_the_holder_and_it_is_not_taken_for_something_new(village: Village) -> None:
    helper, grandma = await village.person("周敏", "assistance"), await grandma_with_a_phone(village)
    child = await village.person("刘小军")
    await files_for(child)
    await helper.taps("我来接")
    await helper.taps("跟他说话")
    await helper.says("明早来行不行")
    await grandma.sees("明早来行不行")
    await grandma.says("行，我在家")
    await grandma.taps("1007 号", in_=await grandma.sees("是说哪件事的"))
    await helper.sees("行，我在家")
    assert await village.count(ServiceRequest) == 1
