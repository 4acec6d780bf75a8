"""A request's holder asks volunteers for a hand: in waves, seat by seat, until it is done."""

from __future__ import annotations

from datetime import timedelta

import pytest

from simulator.model import Message
from simulator.person import Person as Someone
from tests.stories.conftest import Village
from tests.stories.test_handling import ask
from tests.stories.test_volunteers import joins

FARM = "家里的玉米没人收"


async def crew(village: Village, officer: Someone, *names: str, skill: str = "干农活") -> list[Someone]:
    """Volunteers who can do it."""
    return [await joins(village, name, skill, officer=officer) for name in names]


async def taken(village: Village, officer: Someone, words: str = FARM) -> Someone:
    """A villager whose request the officer has taken; the volunteers can be asked."""
    grandma = await village.person("王秀英")
    await ask(grandma, words, "帮扶救助")
    await officer.taps("我来接")
    await officer.sees("王秀英")
    return grandma


async def calls_for(
    officer: Someone, *, skill: str = "干农活", count: str = "1 个人", when: str = "下午"
) -> Message:
    """Through the holder's questions."""
    await officer.taps("请志愿者")
    await officer.sees("要请人来做什么")
    await officer.taps(skill)
    await officer.sees("要几个人")
    await officer.taps(count)
    await officer.sees("什么时候要人")
    await officer.taps(when)
    await officer.sees("要女的来，还是男的来")
    await officer.taps("都行")
    await officer.sees("您看对不对")
    await officer.taps("发出去")
    return await officer.sees("请志愿者：")


async def test_one_helper_is_found_goes_there_and_leaves_a_word_for_the_next(village: Village) -> None:
    officer = await village.person("陈芳", "assistance")
    (li,) = await crew(village, officer, "李强")
    grandma = await taken(village, officer)
    card = await calls_for(officer)
    assert "还差 1 个人，问了 1 位" in card.text

    offer = await li.sees("有户人家要搭把手")
    assert "干农活" in offer.text and "上马曲" in offer.text and "11月24日 周二 下午" in offer.text
    assert "王秀英" not in offer.text and "玉米" not in offer.text
    await li.taps("我去")
    seat = await li.sees("您答应的事")
    assert "王秀英" in seat.text and FARM in seat.text
    comes = await grandma.sees("李强来帮忙")
    word = comes.text.split("会说“")[1].split("”")[0]
    assert f"到门口说“{word}”" in seat.text
    assert f"暗号“{word}”" in (await officer.sees("人齐了")).text

    await li.taps("我出发了")
    await grandma.sees("李强出发了")
    await li.taps("我到了")
    await officer.sees("李强 · 到了")
    await li.taps("做完了")
    await li.sees("前后用了多久")
    await li.taps("两个钟头")
    await li.sees("下回去的人要知道点什么")
    await li.says("狗拴在院里，别怕")
    await li.sees("只有您看得到")
    await officer.sees("来帮忙的都做完了")
    await li.says("/volunteer")
    assert "帮过 1 回，2 个钟头" in (await li.sees("您是志愿者")).text

    await officer.taps("看看这件事")
    await officer.taps("办好了")
    await grandma.taps("👍 办好了")
    await ask(grandma, FARM, "帮扶救助")
    await officer.taps("我来接")
    await officer.sees("王秀英")
    await calls_for(officer)
    await li.taps("我去")
    assert "上回去的人说：狗拴在院里，别怕" in (await li.sees("您答应的事")).text


async def test_a_wave_fills_several_seats_and_the_rest_read_kindly_that_it_is_covered(
    village: Village,
) -> None:
    officer = await village.person("陈芳", "assistance")
    helpers = await crew(village, officer, "甲生", "乙生", "丙生", "丁生")
    grandma = await taken(village, officer)
    await calls_for(officer, count="2 个人")
    offers = [await one.sees("有户人家要搭把手") for one in helpers]
    await helpers[0].taps("我去")
    await helpers[0].sees("您答应的事")
    await grandma.sees("甲生来帮忙")
    await officer.sees("还差 1 个人，问了 4 位")
    await helpers[1].taps("我去")
    await grandma.sees("乙生来帮忙")
    for one in helpers[2:]:
        covered = await one.sees("人已经够了")
        assert not one.buttons(covered)
    await helpers[2].taps_data(offers[2], "task|accept|1")
    await village.settled()
    assert "人已经够了" in helpers[2].toasts[-1]
    assert not helpers[2].has_seen("王秀英")
    await helpers[0].taps_data(offers[0], "task|accept|1")  # an impatient second tap
    await village.settled()
    assert "李强" not in grandma.picture()


async def test_a_wave_that_does_not_fill_is_followed_by_the_next_and_then_the_holder_hears(
    village: Village,
) -> None:
    officer = await village.person("陈芳", "assistance")
    helpers = await crew(village, officer, "甲生", "乙生", "丙生", "丁生", "戊生")
    await taken(village, officer)
    await calls_for(officer)
    for one in helpers[:3]:
        await one.sees("有户人家要搭把手")
    assert not any(one.has_seen("有户人家要搭把手") for one in helpers[3:])
    await village.passes(minutes=29)
    assert not helpers[3].has_seen("有户人家要搭把手")
    await village.passes(minutes=1)
    for one in helpers[3:]:
        await one.sees("有户人家要搭把手")
    await officer.sees("问了 5 位")
    for one in helpers:
        await one.taps("这回去不了")
        await one.sees("好，下回再说")
    left = await officer.sees("能问的都问过了，还差 1 个人")
    assert "多要一个人" in str(officer.buttons(left))


async def test_when_everybody_of_a_wave_says_no_the_next_does_not_wait(village: Village) -> None:
    officer = await village.person("陈芳", "assistance")
    helpers = await crew(village, officer, "甲生", "乙生", "丙生", "丁生")
    await taken(village, officer)
    await calls_for(officer)
    for one in helpers[:3]:
        await one.taps("这回去不了")
    await helpers[3].sees("有户人家要搭把手")


async def test_whoever_does_not_come_is_asked_and_then_the_seat_goes_on(village: Village) -> None:
    officer = await village.person("陈芳", "assistance")
    li, wang = await crew(village, officer, "李强", "王海")
    grandma = await taken(village, officer)
    await calls_for(officer)
    await li.taps("我去")
    await wang.sees("人已经够了")
    await village.passes(hours=3)  # an hour before two o'clock in the afternoon
    await li.sees("跟您说一声，您答应过的")
    await village.passes(hours=1, minutes=30)
    await li.sees("您出发了没有")
    assert not officer.has_seen("没动静")
    await village.passes(minutes=30)
    await officer.sees("李强到点没动静")
    await li.sees("到点没听到您的信儿")
    await grandma.sees("李强来不了了，正在另找人")
    assert not any("王秀英" in message.text for message in li.screen)
    assert not officer.has_seen("能问的都问过了")
    await wang.taps("这回去不了", in_=await wang.sees("您得空不"))
    await officer.sees("能问的都问过了")


async def test_whoever_cannot_come_says_so_and_others_are_asked(village: Village) -> None:
    officer = await village.person("陈芳", "assistance")
    helpers = await crew(village, officer, "甲生", "乙生", "丙生", "丁生")
    grandma = await taken(village, officer)
    await calls_for(officer)
    await helpers[0].taps("我去")
    await grandma.sees("甲生来帮忙")
    await helpers[0].taps("去不了了")
    await helpers[0].sees("真去不了")
    await helpers[0].taps("对，去不了了")
    await helpers[0].sees("谢谢您早说")
    await officer.sees("甲生来不了了")
    await grandma.sees("甲生来不了了，正在另找人")
    await helpers[3].sees("有户人家要搭把手")
    await helpers[3].taps("我去")
    await grandma.sees("丁生来帮忙")


async def test_called_off_everybody_hears_at_once(village: Village) -> None:
    officer = await village.person("陈芳", "assistance")
    li, wang = await crew(village, officer, "李强", "王海")
    grandma = await taken(village, officer)
    await calls_for(officer, count="2 个人")
    await li.taps("我去")
    await grandma.sees("李强来帮忙")
    await officer.taps("不用来了")
    await officer.taps("对，不用来了")
    await officer.sees("都告诉了")
    await li.sees("不用去了")
    assert not any("王秀英" in message.text for message in li.screen)
    await wang.sees("人家不用帮了")
    await grandma.sees("没有人过来")


async def test_a_request_that_ends_calls_its_task_off(village: Village) -> None:
    officer = await village.person("陈芳", "assistance")
    li, wang = await crew(village, officer, "李强", "王海")
    grandma = await taken(village, officer)
    await calls_for(officer, count="2 个人")
    await li.taps("我去")
    await grandma.says("/mine")
    await grandma.taps("号 ·")
    await grandma.taps("不用办了")
    await grandma.taps("对，不用办了")
    await li.sees("不用去了")
    await wang.sees("人家不用帮了")


async def test_nobody_is_asked_more_than_is_fair_in_a_week(village: Village) -> None:
    officer = await village.person("陈芳", "assistance")
    (li,) = await crew(village, officer, "李强")
    await taken(village, officer)
    for count in range(1, 4):
        await calls_for(officer) if count == 1 else await again(officer)
        await li.taps("这回去不了")
    await again(officer)
    await officer.sees("能问的都问过了")
    await village.passes(days=7)
    await officer.says("/desk")
    await officer.taps("号 ·")
    await calls_for(officer, when="12月1日 周二 下午")
    await li.sees("有户人家要搭把手")


async def again(officer: Someone) -> None:
    """Another task for the same request."""
    await officer.says("/desk")
    await officer.taps("号 ·")
    await officer.taps("请志愿者")
    await officer.taps("再请人")
    for tapped in ("干农活", "1 个人", "下午", "都行", "发出去"):
        await officer.taps(tapped)


async def test_at_night_nobody_is_asked_before_the_morning(village: Village) -> None:
    officer = await village.person("陈芳", "assistance")
    (li,) = await crew(village, officer, "李强")
    await taken(village, officer)
    await village.passes(hours=11, minutes=30)  # half past nine in the evening
    await officer.says("/desk")
    await officer.taps("号 ·")
    await calls_for(officer, when="11月25日 周三 下午")
    await li.does_not_see("有户人家要搭把手")
    await village.passes(hours=9, minutes=29)
    assert not li.has_seen("有户人家要搭把手")
    await village.passes(minutes=1)
    await li.sees("有户人家要搭把手")


async def test_only_those_who_can_are_free_and_go_there_are_asked(village: Village) -> None:
    officer = await village.person("陈芳", "assistance")
    (li,) = await crew(village, officer, "李强")
    (cook,) = await crew(village, officer, "王海", skill="做饭")
    grandma = await taken(village, officer)
    await officer.taps("请志愿者")
    await officer.taps("干农活")
    await officer.says("两个")
    await officer.sees("请打一个数")
    await officer.says("2")
    await officer.sees("什么时候要人")
    await officer.taps("另选一天")
    await officer.says("哪天都行")
    await officer.sees("没看明白是哪一天")
    await officer.says("12月3日")
    await officer.sees("那一天的什么时候")
    await officer.taps("上午")
    await officer.taps("要男的")
    look = await officer.sees("您看对不对")
    assert "12月3日 周四 上午" in look.text and "要男的来" in look.text
    await officer.taps("发出去")
    await officer.sees("能问的都问过了")  # both said that they are women
    assert not li.has_seen("有户人家") and not cook.has_seen("有户人家") and not grandma.has_seen("来帮忙")


async def test_money_laid_out_is_asked_for_with_a_receipt_and_approved_by_somebody_else(
    village: Village,
) -> None:
    officer = await village.person("陈芳", "assistance")
    (li,) = await crew(village, officer, "李强")
    await taken(village, officer)
    await calls_for(officer)
    await li.taps("我去")
    await li.taps("我到了")
    await li.taps("做完了")
    await li.taps("不说了")
    await li.taps("没有")
    await li.taps("我垫了钱")
    await li.sees("垫了多少钱")
    await li.says("好多")
    await li.sees("没看明白是多少")
    await li.says("2000")
    await li.sees("一笔最多 1000 元")
    await li.says("12块5")
    await li.sees("买了什么")
    await li.says("两个灯泡")
    await li.sees("拍一张收据")
    await li.says("没带")
    await li.sees("请拍一张收据")
    await li.sends_photo()
    await li.sees("好，12.50 元")
    card = await officer.sees("李强垫了 12.50 元：两个灯泡")
    await officer.sees("12.50 元的收据")
    await officer.taps("不同意", in_=card)
    await officer.says("灯泡中心有，下回来领")
    await officer.sees("没同意：灯泡中心有，下回来领")
    await li.sees("没同意：灯泡中心有")
    await officer.taps_data(card, "exp|approve|1")
    await village.settled()
    assert "已经选过" in officer.toasts[-1]

    await li.taps_data(await li.sees("没同意"), "seat|expense|1")
    await li.says("3")
    await li.says("手套")
    await li.taps("没有收据")
    again = await officer.sees("李强垫了 3 元：手套")
    assert "没有收据" in again.text
    await officer.taps("同意", in_=again)
    await li.sees("您垫的 3 元（手套）同意了")


async def test_nobody_else_accepts_moves_stops_or_approves(village: Village) -> None:
    officer = await village.person("陈芳", "assistance")
    (li,) = await crew(village, officer, "李强")
    await taken(village, officer)
    await calls_for(officer)
    await li.taps("我去")
    await li.sees("您答应的事")
    stranger, director = await village.person("赵桂芳"), await village.person("马国强", "director")
    for someone in (stranger, director):
        message = await someone.sees("")
        someone.toasts.clear()
        tried = [f"task|{action}|1" for action in ("accept", "refuse", "look", "more", "stop-sure", "x")]
        tried += [f"seat|{action}|1" for action in ("look", "done", "release-sure", "expense", "x")]
        tried += ["stook|1|60", "tnew|1", "exp|approve|1"]
        for data in tried:
            await someone.taps_data(message, data)
        await village.settled()
        assert len(someone.toasts) == len(tried)
        assert not someone.has_seen("李强") and not someone.has_seen(FARM)
    await li.taps_data(li.screen[-1], "task|stop-sure|1")
    await village.settled()
    assert "没找到" in li.toasts[-1]


async def test_confidential_lines_never_ask_volunteers(village: Village) -> None:
    doctor, grandma = await village.person("赵大夫", "doctor"), await village.person("王秀英")
    await ask(grandma, "高血压药吃完了", "看病拿药")
    await doctor.taps("我来接")
    card = await doctor.sees("王秀英")
    assert "请志愿者" not in str(doctor.buttons(card))
    await doctor.taps_data(card, "tnew|1")
    await village.settled()
    assert "不请志愿者" in doctor.toasts[-1]


async def test_whoever_leaves_the_association_frees_their_seats(village: Village) -> None:
    officer = await village.person("陈芳", "assistance")
    (li,) = await crew(village, officer, "李强")
    grandma = await taken(village, officer)
    await calls_for(officer)
    await li.taps("我去")
    await li.says("/tasks")
    await li.taps("干农活")
    await li.sees("您答应的事")
    await li.says("/volunteer")
    await li.taps("不当了")
    await li.taps("对，不当了")
    await officer.sees("李强来不了了")
    await grandma.sees("李强来不了了")


@pytest.mark.parametrize("late", [timedelta(hours=2), timedelta(days=2)])
async def test_what_was_slept_through_is_done_once(village: Village, late: timedelta) -> None:
    officer = await village.person("陈芳", "assistance")
    (li,) = await crew(village, officer, "李强")
    await taken(village, officer)
    await calls_for(officer)
    await li.taps("我去")
    await li.taps("我到了")
    await li.sees("到了")
    village.shift += timedelta(hours=8)  # six o'clock in the evening: it is over
    await village.passes(seconds=late.total_seconds())
    asked = sum("做完了没有" in message.text for message in li.screen)
    assert asked == (1 if late < timedelta(days=1) else 0)
    await li.says("/tasks")
    await li.sees("您答应了 1 件事" if asked else "眼下没有您答应的事")


async def test_a_question_nobody_answered_swallows_no_need_and_an_urgent_word_shows_the_numbers(
    village: Village,
) -> None:
    officer = await village.person("陈芳", "assistance")
    (li,) = await crew(village, officer, "李强")
    await taken(village, officer)
    await calls_for(officer)
    await li.taps("我去")
    await li.taps("我到了")
    await li.taps("做完了")
    await li.taps("一个钟头")
    await li.sees("下回去的人要知道点什么")
    await li.says("她胸口痛得很，喘不上气")
    await li.sees("120")
    await village.passes(minutes=1)
    await li.taps_data(await li.sees("只有您看得到"), "stook|1|60")
    await li.sees("下回去的人要知道点什么")
    await village.passes(minutes=31)
    await li.says("村口的路灯坏了")
    await li.taps("环境与设施")
    await li.sees("发出去之前，您看一眼")


async def test_whoever_opens_the_menu_in_the_middle_of_a_note_says_what_they_need(village: Village) -> None:
    officer = await village.person("陈芳", "assistance")
    (li,) = await crew(village, officer, "李强")
    await taken(village, officer)
    await calls_for(officer)
    for label in ("我去", "我出发了", "我到了", "做完了", "两个钟头"):
        await li.taps(label)
    await li.sees("下回去的人要知道点什么")
    await li.taps("我要办事")
    await li.sees("直接打字、说语音也行")
    await li.says("我家没人做饭")
    await li.sees("您说的是哪方面的事")
