"""The clerk files for whoever walks in or phones, in under a minute."""

from __future__ import annotations

from storage.calls import CallTask
from storage.proxies import ProxyRelation
from storage.requests import ServiceRequest
from tests.stories.conftest import Village
from tests.stories.test_proxies import grandma_with_a_phone


async def test_a_walk_in_by_name_in_six_steps(village: Village) -> None:
    clerk, helper = await village.person("孙丽", "clerk"), await village.person("周敏", "assistance")
    await village.enrol("王大山", phone="13900000009", village="柳树湾")
    await clerk.says("/desk")
    await clerk.taps("替来人登记")
    await clerk.sees("来的是谁")
    await clerk.says("王大山")
    await clerk.taps("王大山 · 柳树湾")
    await clerk.sees("王大山有什么事")
    await clerk.says("家里没人做饭")
    await clerk.taps("帮扶救助")
    assert "替谁办：王大山，柳树湾" in (await clerk.sees("发出去之前")).text
    await clerk.taps("发出去")
    receipt = await clerk.sees("收到了：1007 号")
    assert clerk.buttons(receipt)[0] == "➕ 再登记一个"

    await helper.taps("我来接")
    card = await helper.sees("王大山")
    assert "13900000009" in card.text
    assert "（值班员代记）" in card.text
    assert "孙丽" not in card.text
    await clerk.sees("救助专干接了")
    assert (await village.count(CallTask), await village.count(ProxyRelation)) == (0, 0)


async def test_line_first_and_then_the_words(village: Village) -> None:
    clerk = await village.person("孙丽", "clerk")
    await village.enrol("王大山")
    await clerk.says("/new")
    await clerk.says("王大山")
    await clerk.taps("王大山 · 上马曲")
    await clerk.taps("家里要人帮")
    await clerk.taps("帮扶救助")
    await clerk.sees("您说说是什么事")
    await clerk.sends_voice()
    assert "替谁办：王大山" in (await clerk.sees("发出去之前")).text
    await clerk.taps("发出去")
    await clerk.taps("再登记一个")
    await clerk.sees("来的是谁")


async def test_a_caller_by_phone_number_that_two_share(village: Village) -> None:
    clerk = await village.person("孙丽", "clerk")
    for name in ("王大山", "李桂英"):
        await village.enrol(name, phone="13900000009")
    await clerk.says("/new")
    await clerk.says("139 0000 0009")
    question = await clerk.sees("这个号码是名册上的")
    assert clerk.buttons(question)[:2] == ["王大山 · 上马曲", "李桂英 · 上马曲"]
    await clerk.taps("李桂英")
    await clerk.sees("李桂英有什么事")


async def test_two_of_one_name_are_told_apart_by_where_they_live_or_by_number(village: Village) -> None:
    clerk = await village.person("孙丽", "clerk")
    await village.enrol("王大山", phone="13900000001")
    await village.enrol("王大山", phone="13900000002", village="柳树湾")
    await clerk.says("/new")
    await clerk.says("王大山")
    question = await clerk.sees("名册上有叫王大山的")
    assert clerk.buttons(question)[:2] == ["王大山 · 上马曲", "王大山 · 柳树湾"]
    await clerk.says("/cancel")
    await clerk.says("/new")
    await clerk.says("王大山 13900000002")
    question = await clerk.sees("名册上有叫王大山的")
    assert clerk.buttons(question)[:2] == ["王大山 · 柳树湾", "都不是"]


async def test_somebody_unknown_is_written_down_by_name_phone_and_village(village: Village) -> None:
    clerk, helper = await village.person("孙丽", "clerk"), await village.person("周敏", "assistance")
    await clerk.says("/new")
    await clerk.says("13900000077")
    await clerk.sees("他叫什么名字")
    await clerk.says("赵桂芳")
    await clerk.taps("下马曲")
    await clerk.says("家里没人做饭")
    await clerk.taps("帮扶救助")
    await clerk.sees("替谁办：赵桂芳，下马曲")
    await clerk.taps("发出去")
    await helper.taps("我来接")
    assert "赵桂芳  📱 13900000077" in (await helper.sees("值班员代记")).text

    await clerk.says("/new")
    await clerk.says("钱老五")
    await clerk.taps("没有电话")
    await clerk.taps("别的地方")
    await clerk.sees("钱老五有什么事")
    assert await village.count(CallTask) == 0


async def test_whoever_has_an_account_is_told_and_can_stop_it(village: Village) -> None:
    clerk, grandma = await village.person("孙丽", "clerk"), await grandma_with_a_phone(village)
    await village.person("周敏", "assistance")
    await clerk.says("/new")
    await clerk.says("王秀英")
    await clerk.taps("王秀英 · 柳树湾")
    await clerk.says("家里没人做饭")
    await clerk.taps("帮扶救助")
    await clerk.taps("发出去")
    told = await grandma.sees("值班员替您登记了这件事")
    assert "做饭" not in told.text
    await grandma.taps("这件不用办")
    await grandma.taps("对，不用办了")
    await clerk.sees("王秀英说这件事不用办了")


async def test_what_the_only_clerk_files_goes_to_the_next_step(village: Village) -> None:
    clerk, director = await village.person("孙丽", "clerk"), await village.person("马主任", "director")
    await village.enrol("王大山")
    await clerk.says("/new")
    await clerk.says("王大山")
    await clerk.taps("王大山 · ")
    await clerk.says("门口的路灯坏了")
    await clerk.taps("环境与设施")
    assert "给谁：主任" in (await clerk.sees("发出去之前")).text
    await clerk.taps("发出去")
    await clerk.sees("已经交给主任")
    await director.taps("我来接")
    await clerk.sees("主任接了")


async def test_the_clerk_goes_on_with_other_things_and_is_not_asked_about_visitors(village: Village) -> None:
    clerk, grandma = await village.person("孙丽", "clerk"), await village.person("王秀英")
    await village.person("周敏", "assistance")
    await village.enrol("王大山")
    await clerk.says("/new")
    await clerk.says("王大山")
    await clerk.taps("王大山 · ")
    await clerk.says("家里没人做饭")
    await clerk.taps("帮扶救助")
    await clerk.taps("发出去")
    await clerk.sees("收到了")
    await clerk.says("我家的自来水停了")  # their own need, not the visitor's
    await clerk.sees("您说的是哪方面的事")
    await clerk.taps("不办了")
    await grandma.taps("找人说话")
    await grandma.taps("请值班员来找我")
    await clerk.taps("我来接", in_=await clerk.sees("找人说话"))
    await grandma.sees("值班员接了")


async def test_what_the_clerk_was_writing_is_not_lost_to_a_visitor(village: Village) -> None:
    clerk = await village.person("孙丽", "clerk")
    await village.enrol("王大山")
    await clerk.says("门口的路灯坏了")
    await clerk.sees("您说的是哪方面的事")
    await clerk.says("/new")
    await clerk.sees("您说的“门口的路灯坏了”还没发出去，给您留着呢")
    await clerk.taps("不办了")
    await clerk.says("/new")
    await clerk.sees("来的是谁")
    await clerk.says("/new")  # begun again before anything was said
    await clerk.sees("来的是谁")


async def test_back_and_out_of_every_question(village: Village) -> None:
    clerk = await village.person("孙丽", "clerk")
    await village.enrol("王大山")
    for words in ((), ("王大山",), ("钱老五",), ("13900000077",)):
        await clerk.says("/new")
        for one in words:
            await clerk.says(one)
        await clerk.taps("不办了")
        await clerk.sees("好，不办了")
    await clerk.says("/new")
    await clerk.says("王大山")
    await clerk.taps("都不是")
    await clerk.taps("没有电话")
    await clerk.taps("下马曲")
    await clerk.says("家里没人做饭")
    await clerk.taps("帮扶救助")
    await clerk.taps("替别人办")  # it was somebody else who came
    await clerk.sees("来的是谁")
    await clerk.says("13900000088")
    await clerk.sees("他叫什么名字")
    await clerk.taps("返回")
    await clerk.sees("谁的事：孙丽")
    assert await village.count(ServiceRequest) == 0


async def test_an_emergency_at_the_desk_names_the_one_who_needs_help(village: Village) -> None:
    clerk, doctor = await village.person("孙丽", "clerk"), await village.person("李医生", "doctor")
    await village.enrol("王大山", phone="13900000009")
    await clerk.says("/new")
    await clerk.says("王大山")
    await clerk.taps("王大山 · ")
    await clerk.says("他突然胸口疼得厉害，喘不上气")
    await clerk.sees("先打 120")
    await clerk.taps("马上叫人")
    await doctor.taps("我来接")
    assert "13900000009" in (await doctor.sees("王大山")).text


async def test_nobody_but_the_clerk_and_the_leaders_files_for_visitors(village: Village) -> None:
    villager, mediator = await village.person("陈建国"), await village.person("张和", "mediator")
    for someone in (villager, mediator):
        await someone.says("/new")
        await someone.sees("这个是值班员用的")
        await someone.says("/desk")
        await village.settled()
        assert not any("替来人登记" in label for label in someone.buttons())
    deputy = await village.person("李副主任", "deputy")
    await deputy.says("/desk")
    await deputy.taps("替来人登记")
    await deputy.sees("来的是谁")


async def test_who_is_no_clerk_any_more_cannot_send_what_was_begun(village: Village) -> None:
    director, clerk = await village.person("马主任", "director"), await village.person("孙丽", "clerk")
    await village.enrol("王大山")
    await clerk.says("/new")
    await clerk.says("王大山")
    await clerk.taps("王大山 · ")
    await clerk.says("家里没人做饭")
    await clerk.taps("帮扶救助")
    preview = await clerk.sees("发出去之前")
    await director.says("/roles")
    await director.taps("值班员 · 孙丽")
    await director.taps("对，收回")
    await director.sees("收回了")
    await clerk.taps("发出去", in_=preview)
    await village.settled()
    assert "这个是值班员用的" in clerk.toasts[-1]
    assert await village.count(ServiceRequest) == 0
