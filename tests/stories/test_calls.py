"""Whoever has no account is called: the clerk, a button, and what the person said."""

from __future__ import annotations

import asyncio

import pytest

from simulator.person import Person as Someone
from storage.calls import CallTask
from storage.requests import ServiceRequest
from tests.stories.conftest import Village
from tests.stories.test_proxies import files_for

PHONE = "13900000009"


async def filed(village: Village, *, line: str = "帮扶救助", words: str = "他屋顶漏雨了") -> Someone:
    """The neighbour asks for grandpa, who has a telephone and no account."""
    await village.enrol("王大山", phone=PHONE)
    neighbour = await village.person("王芳")
    await files_for(neighbour, "王大山", words=words, line=line, kin="邻居")
    return neighbour


async def test_grandpa_agrees_on_the_phone_and_nobody_is_called_again(village: Village) -> None:
    clerk, helper = await village.person("孙丽", "clerk"), await village.person("周敏", "assistance")
    neighbour = await filed(village)
    await helper.sees("1007 号")  # nothing waits for the call
    card = await clerk.sees("请给王大山打个电话 13900000009")
    assert "王芳替他提了 1007 号（🤝 帮扶救助）" in card.text
    assert "11月24日 周二（农历十月十六） 16:30 之前打" in card.text
    assert "漏雨" not in village.sent_to(clerk)
    await clerk.taps("他同意")
    await clerk.sees("记下了，王大山同意")
    await neighbour.sees("王大山同意了。以后您替他提事，不用再问")

    await files_for(neighbour, "王大山", words="他想买化肥", line="便民超市", kin=None)
    await village.settled()
    assert await village.count(CallTask) == 1


async def test_grandpa_does_not_need_it_and_the_neighbour_is_told_kindly(village: Village) -> None:
    clerk, helper = await village.person("孙丽", "clerk"), await village.person("周敏", "assistance")
    neighbour = await filed(village)
    await helper.taps("我来接")
    await clerk.taps("他说不用办")
    await clerk.sees("王大山怎么说的")
    await clerk.taps("就这件不用办")
    await clerk.sees("已经撤了")
    await neighbour.sees("他说 1007 号不用办，就撤了。谢谢您操心")
    await helper.sees("村民说不用办了")
    await files_for(neighbour, "王大山", words="他想买化肥", line="便民超市", kin=None)
    await clerk.sees("请给王大山打个电话")  # asked again: he has not agreed yet


async def test_grandpa_wants_no_more_filing_by_the_neighbour(village: Village) -> None:
    clerk, neighbour = await village.person("孙丽", "clerk"), await filed(village)
    await clerk.taps("他说不用办")
    await clerk.taps("以后也不让王芳替")
    await clerk.sees("王大山不让他替")
    await neighbour.sees("王大山想自己来")
    await neighbour.says("他想买化肥")
    await neighbour.taps("便民超市")
    await neighbour.taps("替别人办")
    await neighbour.says("王大山")
    await neighbour.taps("王大山 · ")
    await neighbour.taps("请值班员问问他", in_=await neighbour.sees("王大山说过想自己来"))
    await clerk.taps("他同意", in_=await clerk.sees("他以前不愿意"))
    await neighbour.sees("王大山同意了")


async def test_not_reached_three_times_the_director_is_told(village: Village) -> None:
    clerk, director = await village.person("孙丽", "clerk"), await village.person("马主任", "director")
    neighbour = await filed(village)
    card = await clerk.sees("请给王大山打个电话")
    await clerk.taps("没打通")
    assert "打过 1 回，没打通" in (await clerk.sees("请给王大山打个电话")).text
    await clerk.taps("没打通", in_=card)  # an impatient finger is no second call
    await village.settled()
    assert "刚刚记过一回" in clerk.toasts[-1]
    await village.passes(hours=1)
    await clerk.taps("没打通", in_=card)
    await clerk.sees("打过 2 回")
    assert not director.has_seen("王大山")
    await village.passes(days=1)
    await clerk.taps("没打通", in_=card)
    await clerk.sees("已经告诉主任了")
    assert "打过 3 回，没打通" in (await director.sees("打过 3 回")).text
    await neighbour.sees("打了几回电话都没打通。事情照办")
    await director.says("/desk")
    await director.taps("电话 1 个")
    await director.taps("王大山 · 1007")
    await director.taps("他同意")
    await neighbour.sees("王大山同意了")


async def test_a_call_not_made_in_time_rises_to_director_and_deputy_once(village: Village) -> None:
    clerk = await village.person("孙丽", "clerk")
    leaders = [await village.person("马主任", "director"), await village.person("李副主任", "deputy")]
    neighbour = await filed(village)
    await village.passes(hours=6, minutes=29)  # two and a half of them are the noon break
    assert not any(leader.has_seen("王大山") for leader in leaders)
    await village.passes(minutes=1)
    for leader in leaders:
        await leader.sees("请给王大山打个电话")
    await village.passes(days=3)
    cards = [message for message in leaders[0].screen if "请给王大山打个电话" in message.text]
    assert len(cards) == 1
    await leaders[1].taps("他同意")
    await clerk.sees("打过了，他同意")
    await leaders[0].sees("打过了，他同意")
    await neighbour.sees("王大山同意了")


async def test_where_there_is_no_clerk_the_director_and_the_deputy_call(village: Village) -> None:
    director, deputy = await village.person("马主任", "director"), await village.person("李副主任", "deputy")
    await filed(village)
    await director.sees("请给王大山打个电话")
    await deputy.taps("他同意", in_=await deputy.sees("请给王大山打个电话"))
    gone = await director.sees("打过了，他同意")
    assert not director.buttons(gone)
    assert PHONE not in gone.text


async def test_two_clerks_tap_at_once_and_the_first_counts(village: Village) -> None:
    first, second = await village.person("孙丽", "clerk"), await village.person("周平", "clerk")
    neighbour = await filed(village)
    cards = [await one.sees("请给王大山打个电话") for one in (first, second)]
    await asyncio.gather(
        first.taps_data(cards[0], "calling|agreed|1"), second.taps_data(cards[1], "calling|stopped|1")
    )
    await village.settled()
    assert [*first.toasts, *second.toasts] == ["✅ 打过了，他同意。"]
    await neighbour.sees("王大山同意了")
    async with village.database.begin(village.now()) as tx:
        row = await tx.session.get_one(ServiceRequest, 1)
        assert row.status == "submitted"


async def test_of_a_quarrel_the_call_says_the_number_only(village: Village) -> None:
    clerk, mediator = await village.person("孙丽", "clerk"), await village.person("张和", "mediator")
    await filed(village, line="矛盾调解", words="隔壁老李占了他家三尺地")
    await mediator.sees("1007 号")
    card = await clerk.sees("请给王大山打个电话")
    assert "王芳替他提了 1007 号，问他同意不同意" in card.text
    await clerk.says("1007")
    await clerk.says("/desk")
    await clerk.taps("电话 1 个")
    await clerk.taps("王大山 · 1007")
    await clerk.taps("没打通", in_=await clerk.sees("请给王大山打个电话"))
    await clerk.sees("打过 1 回")
    await clerk.taps("他说不用办")
    await clerk.taps("就这件不用办")
    await village.settled()
    everything = village.sent_to(clerk)
    for secret in ("矛盾", "调解", "三尺", "地界", "老李", "⚖️"):
        assert secret not in everything


async def test_a_villager_who_forges_the_clerks_taps_finds_nothing(village: Village) -> None:
    clerk, cheat = await village.person("孙丽", "clerk"), await village.person("陈建国", "mediator")
    neighbour = await filed(village)
    await clerk.sees("请给王大山打个电话")
    for someone in (cheat, neighbour):
        screen = someone.last
        assert screen is not None
        for action in ("open", "agreed", "stop", "stopped", "never", "unreached", "nonsense"):
            await someone.taps_data(screen, f"calling|{action}|1")
        await someone.says("/calls")
        await someone.sees("没有要打的电话了")
    await village.settled()
    assert {*cheat.toasts, *neighbour.toasts} == {"没找到这一条。可能已经办完，或者不归您看。"}
    assert PHONE not in village.sent_to(cheat)
    await clerk.taps("他同意")
    await neighbour.sees("王大山同意了")


@pytest.mark.parametrize("way", ["cancelled", "declined"])
async def test_a_request_that_ends_before_the_call_needs_none(village: Village, way: str) -> None:
    clerk, helper = await village.person("孙丽", "clerk"), await village.person("周敏", "assistance")
    neighbour = await filed(village)
    card = await clerk.sees("请给王大山打个电话")
    if way == "cancelled":
        await neighbour.says("1007")
        await neighbour.taps("不用办了")
        await neighbour.taps("对，不用办了")
    else:
        await helper.taps("我来接")
        await helper.taps("办不了，转出去")
        await helper.taps("这事办不了")
        await helper.says("今年没有钱")
    gone = await clerk.sees("那件事已经了了，不用打了")
    assert PHONE not in gone.text
    await clerk.taps_data(card, "calling|agreed|1")
    await village.settled()
    assert "这个电话不用打了" in clerk.toasts[-1]
    await clerk.says("/calls")
    await clerk.sees("没有要打的电话了")


async def test_the_desk_shows_the_calls_so_that_none_is_lost(village: Village) -> None:
    clerk, neighbour = await village.person("孙丽", "clerk"), await village.person("王芳")
    names = ["王大山", "王二山", "王三山", "王四山", "王五山", "王六山"]
    for name in names:
        await village.enrol(name)
        await files_for(neighbour, name, kin="邻居")
    await clerk.says("/desk")
    assert "📞 要打的电话 6 个" in (await clerk.sees("待办的事")).text
    await clerk.taps("电话 6 个")
    await clerk.sees("一共 6 个")
    assert len(clerk.buttons()) == 4 + 1 + 2
    await clerk.taps("下一页")
    await clerk.taps("王六山")
    assert "没留号码" in (await clerk.sees("请给王六山打个电话")).text
    await clerk.taps("他同意")
    await clerk.taps("还有要打的吗")
    await clerk.sees("一共 5 个")


async def test_a_clerk_who_files_for_the_family_is_not_asked_to_confirm_it(village: Village) -> None:
    clerk, director = await village.person("孙丽", "clerk"), await village.person("马主任", "director")
    await village.enrol("王大山", phone=PHONE)
    await files_for(clerk, "王大山", kin="一家人")
    await director.sees("孙丽替他提了 1007 号")
    screen = await clerk.sees("收到了")
    await clerk.taps_data(screen, "calling|agreed|1")
    await village.settled()
    assert "没找到" in clerk.toasts[-1]


async def test_who_blocked_the_bot_is_called(village: Village) -> None:
    clerk, grandpa = await village.person("孙丽", "clerk"), village.stranger("王大山")
    await village.enrol("王大山", phone=grandpa.phone)
    await grandpa.starts("c-maqu")
    for label in ("简体中文", "行，同意"):
        await grandpa.taps(label)
    await grandpa.says("王大山")
    await grandpa.taps("上马曲")
    await grandpa.taps("发我的电话")
    await grandpa.sees("对上了名册")
    await grandpa.blocks()
    await village.settled()
    await files_for(await village.person("王芳"), "王大山", kin="邻居")
    await clerk.sees("请给王大山打个电话")
