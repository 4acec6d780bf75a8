"""Whoever is away is not asked, and what they had goes on with somebody else."""

from __future__ import annotations

import pytest

from simulator.model import Message
from simulator.person import Person as Someone
from storage.leave import Leave
from tests.stories.conftest import Village
from tests.stories.test_handling import ask


async def goes_away(someone: Someone, first: str = "现在", last: str = "三天") -> Message:
    """Through the questions, to the answer."""
    await someone.says("/leave")
    await someone.sees("您哪几天不在")
    await someone.taps("记几天")
    await someone.sees("从哪天起不在")
    await someone.taps(first)
    await someone.sees("不在到哪天")
    await someone.taps(last)
    await someone.sees("您不在")
    await someone.taps("对，就这样")
    return await someone.sees("好，记下了")


async def test_going_now_hands_over_what_is_held_and_withdraws_what_was_offered(village: Village) -> None:
    wu, zhou = await village.person("吴强", "environment"), await village.person("老周", "environment")
    grandma = await village.person("王秀英")
    await ask(grandma)
    await wu.taps("我来接")
    await wu.sees("王秀英")
    await ask(await village.person("赵桂芳"), "水管漏了")
    await wu.sees("1010 号")

    await wu.taps("更多")
    await wu.taps("我管的事")
    await wu.taps("我哪几天不在")
    assert "眼下没有记着的" in (await wu.sees("您哪几天不在")).text
    await wu.taps("记几天")
    await wu.taps("现在")
    await wu.taps("三天")
    look = await wu.sees("您不在")
    assert "11月24日 周二到11月26日 周四" in look.text
    assert "手上 1 件事这就交给别人" in look.text
    await wu.taps("对，就这样")
    await wu.sees("好，记下了：11月24日 周二到11月26日 周四")
    assert "1007 号" in (await wu.sees("这些事先交给别人了")).text
    await wu.sees("您不在，先不找您了")

    told = await grandma.sees("换个人给您接着办")
    assert "已经交给环卫员" in told.text
    assert not any(word in told.text for word in ("吴强", "不在", "请假"))
    card = await zhou.sees("原先接的人走不开，换您接着办")
    assert "吴强" not in card.text
    assert not any("👤" in message.text for message in wu.screen)
    await zhou.taps("我来接", in_=card)
    await zhou.sees("王秀英")
    await grandma.sees("环卫员接了")


async def test_new_requests_pass_by_whoever_is_away_until_they_are_back(village: Village) -> None:
    wu, zhou = await village.person("吴强", "environment"), await village.person("老周", "environment")
    grandma = await village.person("王秀英")
    await goes_away(wu)
    await ask(grandma)
    await zhou.sees("1007 号")
    await wu.does_not_see("1007 号")
    await wu.says("/leave")
    assert "正不在：11月24日 周二到11月26日 周四" in (await wu.sees("您哪几天不在")).text
    await wu.taps("我回来了")
    await wu.sees("您回来啦")
    await grandma.says("水管漏了")
    await grandma.taps("一件新的事")
    await grandma.taps("环境与设施")
    await grandma.taps("发出去")
    await grandma.taps("另外提一件")
    await wu.sees("1010 号")
    await wu.says("/leave")
    assert "眼下没有记着的" in (await wu.sees("您哪几天不在")).text


async def test_a_coming_leave_begins_at_midnight_in_the_village(village: Village) -> None:
    wu, clerk = await village.person("吴强", "environment"), await village.person("孙丽", "clerk")
    grandma = await village.person("王秀英")
    await goes_away(wu, "明天", "就这一天")
    await ask(grandma)
    await wu.taps("我来接")
    await wu.sees("王秀英")
    await village.passes(hours=14, seconds=-1)
    assert not grandma.has_seen("换个人")
    await village.passes(seconds=1)
    await grandma.sees("换个人给您接着办。已经交给值班员")
    await clerk.sees("原先接的人走不开")
    await wu.sees("这些事先交给别人了")
    await village.passes(days=1)
    await ask(await village.person("赵桂芳"), "水管漏了")
    await wu.sees("1010 号")


async def test_even_the_only_one_anywhere_may_go_and_the_request_stays_owned(village: Village) -> None:
    wu, grandma = await village.person("吴强", "environment"), await village.person("王秀英")
    await ask(grandma)
    await wu.taps("我来接")
    await goes_away(wu)
    await grandma.sees("已经交给县里")
    await wu.says("/desk")
    await wu.sees("一共 1 件")
    await wu.taps("1007 号")
    await wu.taps("我来接")  # away, and taking it all the same
    await wu.sees("王秀英")
    await grandma.sees("环卫员接了")


async def test_what_was_offered_to_nobody_else_goes_one_step_up(village: Village) -> None:
    wu, clerk = await village.person("吴强", "environment"), await village.person("孙丽", "clerk")
    grandma = await village.person("王秀英")
    await ask(grandma)
    await wu.sees("1007 号")
    await clerk.does_not_see("1007 号")
    await goes_away(wu)
    await clerk.sees("1007 号")
    await grandma.sees("已经交给值班员")
    await wu.does_not_see("这些事先交给别人了")  # nothing was in hand


async def test_not_done_does_not_go_back_to_somebody_who_is_away(village: Village) -> None:
    wu, zhou = await village.person("吴强", "environment"), await village.person("老周", "environment")
    grandma = await village.person("王秀英")
    await ask(grandma)
    await wu.taps("我来接")
    await wu.taps("✅ 办好了")
    await grandma.sees("说办好了")
    await goes_away(wu)
    await grandma.taps("👎 没办好")
    await grandma.says("还是不亮")
    await zhou.sees("说是没办好：还是不亮")
    await wu.does_not_see("还是不亮")


@pytest.mark.parametrize("typed", ["12月3日", "12-3", "2026-12-03", "１２／３", "十二月三号"])
async def test_a_day_may_be_typed_the_way_people_write_it(village: Village, typed: str) -> None:
    wu = await village.person("吴强", "environment")
    await wu.says("/leave")
    await wu.taps("记几天")
    await wu.taps("另选一天")
    await wu.sees("打日子发过来")
    await wu.says("12-1")
    await wu.sees("从12月1日 周二起")
    await wu.says(typed)
    assert "12月1日 周二到12月3日 周四" in (await wu.sees("您不在")).text


async def test_what_is_no_day_is_answered_kindly_and_the_place_is_kept(village: Village) -> None:
    wu = await village.person("吴强", "environment")
    await wu.says("/leave")
    await wu.taps("记几天")
    await wu.sees("从哪天起")
    for typed, answer in (
        ("过几天", "没看明白是哪一天"),
        ("2月30日", "没看明白是哪一天"),
        ("2026-11-23", "那一天已经过了"),
        ("11月23日", "太远啦，200 天以内"),
    ):
        await wu.says(typed)
        await wu.sees(answer)
    await wu.sends_photo()
    await wu.sees("没看明白是哪一天")
    await wu.says("/desk")
    await wu.sees("给您留着呢")
    await wu.taps("接着填")
    await wu.sees("从哪天起不在")
    await wu.says("12月3日")
    await wu.sees("不在到哪天")
    await wu.says("12月2日")
    await wu.sees("回来得比走得还早")
    await wu.sees("不在到哪天")
    await wu.says("2027-12-03")
    await wu.sees("一次最多记 200 天")
    await wu.says("12月3号")
    look = await wu.sees("您不在")
    assert "12月3日 周四您不在" in look.text
    await wu.says("对")
    await wu.sees("您不在")
    await wu.taps("先不说了")
    await wu.sees("好，不办了")
    assert await village.count(Leave) == 0


async def test_old_buttons_and_second_taps_enter_nothing(village: Village) -> None:
    wu = await village.person("吴强", "environment")
    await wu.says("/leave")
    await wu.taps("记几天")
    question = await wu.sees("从哪天起")
    await wu.taps("明天")
    await wu.taps("就这一天")
    await wu.sees("您不在")
    for data in ("lday|from|0", "lday|until|0", "lsure|20261126|20261126", "lday|sure|0"):
        await wu.taps_data(question, data)
        await village.settled()
        assert "刚才已经选过" in wu.toasts[-1], data
    assert await village.count(Leave) == 0
    for _ in range(2):
        await wu.taps_data(question, "lsure|20261125|20261125")
    await village.settled()
    assert await village.count(Leave) == 1
    await wu.taps_data(question, "lsure|20261125|20261125")
    await village.settled()
    assert await village.count(Leave) == 1


async def test_a_coming_leave_is_called_off_after_asking_once(village: Village) -> None:
    wu, grandma = await village.person("吴强", "environment"), await village.person("王秀英")
    await goes_away(wu, "明天", "一周")
    await wu.taps("返回")
    assert "11月25日 周三到12月1日 周二" in (await wu.sees("您哪几天不在")).text
    await wu.taps("取消 11月25日 周三")
    question = await wu.sees("真要取消")
    await wu.taps("对，取消")
    await wu.sees("好，取消了")
    await wu.taps_data(question, "lend|1|1")
    await village.settled()
    assert "已经过了，或者取消了" in wu.toasts[-1]
    await village.passes(days=1)
    await ask(grandma)
    await wu.sees("1007 号")


async def test_the_director_enters_leave_for_somebody_who_is_told(village: Village) -> None:
    director = await village.person("马主任", "director")
    wu, zhou = await village.person("吴强", "environment"), await village.person("老周", "environment")
    grandma = await village.person("王秀英")
    await ask(grandma)
    await wu.taps("我来接")
    await wu.sees("王秀英")
    await director.says("/leave")
    await director.taps("别人哪几天不在")
    assert "今天人都在" in (await director.sees("今天谁不在")).text
    assert "王秀英" not in str(director.buttons())
    await director.taps("吴强")
    await director.sees("吴强哪几天不在")
    await director.taps("记几天")
    await director.sees("吴强从哪天起不在")
    await director.taps("现在")
    await director.taps("明天")
    look = await director.sees("吴强不在")
    assert "手上 1 件事" in look.text
    await director.taps("对，就这样")
    await director.sees("好，替吴强记下了：11月24日 周二到11月25日 周三")
    await wu.sees("主任替您记下了")
    assert "1007 号" in (await wu.sees("这些事先交给别人了")).text
    await zhou.sees("原先接的人走不开")
    assert "王秀英" not in village.sent_to(director)

    await director.taps("返回")
    assert "吴强，到11月25日 周三" in (await director.sees("今天谁不在")).text
    await director.taps("吴强")
    await director.taps("人回来了")
    await director.sees("有事又会找他了")
    await wu.sees("主任取消了您不在的日子")


async def test_nobody_but_leaders_learns_who_is_away(village: Village) -> None:
    await village.person("马主任", "director")
    wu = await village.person("吴强", "environment")
    zhou, grandma = await village.person("老周", "environment"), await village.person("王秀英")
    other = await village.person("何主任", "director", center="dongxing", village="东头")
    await ask(grandma)
    await wu.taps("我来接")
    await goes_away(wu)
    account = await village.account(wu)
    assert account is not None
    grant = account.grants[0].id
    for someone in (zhou, other, grandma):
        await someone.says("/leave")
        await village.settled()
        screen = someone.last
        assert screen is not None
        for data in (
            f"leave|{grant}",
            f"lnew|{grant}",
            "lend|1|0",
            "lend|1|1",
            "lend|404|1",
            "lnew|404",
            "go|leave-others",
            "page|leave-others|0",
        ):
            await someone.taps_data(screen, data)
            await village.settled()
        words = village.sent_to(someone)
        assert "吴强" not in words
        assert "正不在" not in words
        assert await village.form(someone) is None
    await wu.says("/leave")
    await wu.sees("正不在")


async def test_a_villager_has_no_leave_to_enter(village: Village) -> None:
    grandma, helper = await village.person("王秀英"), await village.person("陈建国", "volunteer")
    for someone in (grandma, helper):
        await someone.says("/leave")
        screen = await someone.sees("这个是接事的人用的")
        for data in ("leave|0", "lnew|0", "lday|from|0", "lsure|20261124|20261124"):
            await someone.taps_data(screen, data)
            await village.settled()
        assert await village.form(someone) is None
    stranger = village.stranger("陈")
    await stranger.says("/leave")
    await stranger.sees("用哪种话")
    assert await village.count(Leave) == 0


async def test_whoever_loses_the_role_in_the_middle_of_it_is_not_kept_in_the_form(village: Village) -> None:
    director, wu = await village.person("马主任", "director"), await village.person("吴强", "environment")
    await wu.says("/leave")
    await wu.taps("记几天")
    await wu.sees("从哪天起")
    await director.says("/roles")
    await director.taps("环卫员 · 吴强")
    await director.taps("对，收回")
    await director.sees("收回了")
    await wu.says("明天")
    await wu.sees("没找到这一条")
    await wu.says("门口的路灯坏了")
    await wu.sees("是哪方面的事")


async def test_a_need_that_is_half_written_is_not_lost_for_a_leave(village: Village) -> None:
    wu = await village.person("吴强", "environment")
    await wu.says("家里没人做饭")
    await wu.taps("帮扶救助")
    await wu.says("/leave")
    await wu.taps("记几天")
    await wu.sees("还有一件事没填完")
    assert await village.form(wu) == "draft"
