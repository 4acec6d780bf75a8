"""Wanting to learn something while a request is under way: the wish is answered, and the request is one tap
away."""

from __future__ import annotations

import pytest

from simulator.person import Person as Someone
from storage.activity_wishes import ActivityWish
from storage.requests import ServiceRequest
from tests.stories.activities import made
from tests.stories.conftest import Village
from tests.stories.test_talking import ask, one_taken, two_open

WHOLE = ["📝 记下来", "📎 这是说我办的那件事", "🙋 不是这个意思", "⬅️ 返回", "☎️ 找人说话"]


async def offered(grandma: Someone, sentence: str) -> list[str]:
    """What she can tap after she has said what she wants to learn."""
    await grandma.says(sentence)
    return grandma.buttons(await grandma.sees("要不要替您记下来"))


async def test_a_clear_wish_is_noted_at_once_though_a_request_is_under_way(village: Village) -> None:
    grandma, helper = await one_taken(village)
    assert await offered(grandma, "我想学嫁接") == WHOLE
    assert not grandma.has_seen("您这句话是说哪件事的")
    await grandma.taps("记下来")
    await grandma.sees("记下了：嫁接")
    await village.settled()
    assert await village.form(grandma) is None
    assert await village.count(ActivityWish) == 1 and not helper.has_seen("嫁接")


async def test_the_words_of_a_proxy_are_a_wish_as_well(village: Village) -> None:
    grandma, _ = await one_taken(village)
    assert await offered(grandma, "我妈想学嫁接") == WHOLE
    await grandma.taps("记下来")
    await grandma.sees("记下了：嫁接")
    assert await village.count(ActivityWish) == 1


async def test_one_tap_adds_it_to_the_request_instead(village: Village) -> None:
    grandma, helper = await one_taken(village)
    await offered(grandma, "我想学嫁接")
    await grandma.taps("这是说我办的那件事")
    await helper.sees("我想学嫁接")
    await grandma.sees("1007")
    assert await village.form(grandma) is None and await village.count(ActivityWish) == 0


async def test_of_several_requests_they_say_which(village: Village) -> None:
    grandma, helper, carer = await two_open(village)
    await offered(grandma, "我想学做饭")
    await grandma.taps("这是说我办的那件事")
    await grandma.sees("您这句话是说哪件事的")
    await grandma.taps("1010")
    await carer.sees("我想学做饭")
    await village.settled()
    assert not helper.has_seen("我想学做饭") and await village.count(ActivityWish) == 0


async def test_what_there_is_to_learn_is_shown_with_no_more_than_five_choices(village: Village) -> None:
    teacher = await village.person("何老师", "training")
    for title in ("果树嫁接", "桃树嫁接", "梨树嫁接"):
        await made(village, teacher, title=title)
    grandma, helper = await one_taken(village)
    await grandma.says("想学嫁接")
    seen = grandma.buttons(await grandma.sees("想学嫁接，眼下有这些"))
    assert len(seen) == 2 + len(WHOLE) and seen[2:] == WHOLE
    await grandma.taps("果树嫁接")
    await grandma.sees("村部二楼")
    await grandma.taps("报名")
    await grandma.sees("您报上了")
    await village.settled()
    assert await village.form(grandma) is None and not helper.has_seen("嫁接")


async def test_who_means_neither_begins_something_new_and_is_not_asked_again(village: Village) -> None:
    grandma, _ = await one_taken(village)
    await offered(grandma, "我想学嫁接")
    await grandma.taps("不是这个意思")
    await grandma.sees("您这句话是说哪件事的")
    await grandma.taps("一件新的事")
    await grandma.sees("您说的是哪方面的事")
    await grandma.taps("科技培训")
    await grandma.taps("发出去")
    await grandma.sees("收到了")
    assert await village.count(ServiceRequest) == 2 and await village.count(ActivityWish) == 0


@pytest.mark.parametrize(
    "sentence", ["想学的人都走了", "想学点技术", "灯泡买来了，师傅说想学的话他教", "什么时候来？"]
)
async def test_what_is_not_clearly_a_wish_is_asked_about_as_before(village: Village, sentence: str) -> None:
    grandma, helper = await one_taken(village)
    await grandma.says(sentence)
    await grandma.sees("您这句话是说哪件事的")
    assert not grandma.has_seen("要不要替您记下来")
    await grandma.taps("1007")
    await helper.sees(sentence)


@pytest.mark.parametrize(
    "sentence",
    ["想学游泳的娃掉水库里了，快来人", "我想学嫁接，老伴倒在地上叫不醒了", "我爹想学电焊，触电了，不动了"],
)
async def test_who_needs_help_at_once_is_not_asked_what_they_want_to_learn(
    village: Village, sentence: str
) -> None:
    grandma, _ = await one_taken(village)
    await grandma.says(sentence)
    await grandma.sees("120")
    assert not grandma.has_seen("要不要替您记下来") and not grandma.has_seen("是说哪件事的")


async def test_what_is_said_next_goes_the_same_way_as_ever(village: Village) -> None:
    grandma, helper = await one_taken(village)
    await grandma.says("我想学嫁接")
    shown = await grandma.sees("要不要替您记下来")
    await grandma.says("灯还没修好")
    await grandma.sees("您这几句话是说哪件事的")
    await grandma.taps("1007")
    await helper.sees("灯还没修好")
    await grandma.taps_data(shown, "wkeep|1")
    await village.settled()
    assert "刚才已经选过" in grandma.toasts[-1] and await village.count(ActivityWish) == 0


async def test_a_reply_still_goes_to_its_request(village: Village) -> None:
    grandma, helper = await one_taken(village)
    await village.settled()
    news = next(message for message in grandma.screen if "环卫员接了" in message.text)
    await grandma.says("我想学修灯", reply_to=news)
    await helper.sees("我想学修灯")
    assert not grandma.has_seen("要不要替您记下来")


async def test_whoever_gave_it_up_meanwhile_is_told_so(village: Village) -> None:
    grandma = await village.person("王秀英")
    await ask(grandma, "村口的路灯坏了", "环境与设施")
    shown = await offered(grandma, "我想学嫁接")
    assert "📎 这是说我办的那件事" in shown
    await grandma.says("/mine")
    await grandma.sees("您提的事")
    await grandma.taps("1007")
    await village.settled()
    await grandma.taps("不用办了")
    await village.settled()
    await grandma.taps("对，不用办了")
    await village.settled()
    asked = next(message for message in reversed(grandma.screen) if "要不要替您记下来" in message.text)
    await grandma.taps_data(asked, "about|1")
    await village.settled()
    assert await village.count(ServiceRequest) == 1 and await village.count(ActivityWish) == 0


async def test_a_photo_that_came_after_the_wish_is_not_lost_when_it_is_noted(village: Village) -> None:
    grandma, helper = await one_taken(village)
    await grandma.says("我想学嫁接")
    shown = await grandma.sees("要不要替您记下来")
    await grandma.sends_photo()
    await grandma.sees("您刚才发的是哪件事的")
    await grandma.taps("记下来", shown)
    await village.settled()
    assert "刚才已经选过" in grandma.toasts[-1] and await village.count(ActivityWish) == 0
    await grandma.taps("1007")
    await helper.sees("我想学嫁接")
    await village.settled()
    assert "photo" in {one.kind for one in helper.screen}


async def test_who_looks_at_what_there_is_keeps_what_they_said_since(village: Village) -> None:
    teacher, grandma = await village.person("何老师", "training"), await village.person("王秀英")
    await made(village, teacher)
    await grandma.says("想学嫁接")
    shown = await grandma.sees("想学嫁接，眼下有这些")
    await grandma.says("还有家里水管漏了")
    await grandma.sees("您说的是哪方面的事")
    await grandma.taps("果树嫁接", shown)
    await grandma.sees("村部二楼")
    await village.settled()
    assert await village.form(grandma) == "draft"
    asked = next(one for one in reversed(grandma.screen) if "您说的是哪方面的事" in one.text)
    await grandma.taps("环境与设施", asked)
    await grandma.sees("水管漏了")


async def test_who_only_wanted_that_has_no_draft_left(village: Village) -> None:
    teacher, grandma = await village.person("何老师", "training"), await village.person("王秀英")
    await made(village, teacher)
    await grandma.says("想学嫁接")
    await grandma.sees("想学嫁接，眼下有这些")
    await grandma.taps("果树嫁接")
    await grandma.sees("村部二楼")
    await village.settled()
    assert await village.form(grandma) is None


async def test_a_wish_is_noted_though_it_is_still_asked_what_other_words_are_about(village: Village) -> None:
    grandma, helper = await one_taken(village)
    await grandma.says("灯还没亮")
    await grandma.sees("您这句话是说哪件事的")
    assert await offered(grandma, "想学养蜂") == WHOLE
    await grandma.taps("记下来")
    await grandma.sees("记下了：养蜂")
    await grandma.taps("接着填")
    await grandma.taps("1007", await grandma.sees("您这句话是说哪件事的"))
    await helper.sees("灯还没亮")
    await village.settled()
    assert await village.count(ActivityWish) == 1 and not helper.has_seen("养蜂")
    assert await village.form(grandma) is None


async def test_a_course_is_found_though_it_is_still_asked_what_other_words_are_about(
    village: Village,
) -> None:
    teacher = await village.person("何老师", "training")
    await made(village, teacher)
    grandma, helper = await one_taken(village)
    await grandma.says("灯还没亮")
    await grandma.sees("您这句话是说哪件事的")
    await grandma.says("想学嫁接")
    await grandma.sees("想学嫁接，眼下有这些")
    await grandma.taps("果树嫁接")
    await grandma.sees("村部二楼")
    await grandma.taps("报名")
    await grandma.sees("您报上了")
    await grandma.taps("接着填")
    await grandma.taps("1007", await grandma.sees("您这句话是说哪件事的"))
    await helper.sees("灯还没亮")
    await village.settled()
    assert not helper.has_seen("嫁接")


async def test_what_is_about_the_request_after_all_is_asked_about_together(village: Village) -> None:
    grandma, helper = await one_taken(village)
    await grandma.says("灯还没亮")
    await grandma.sees("您这句话是说哪件事的")
    await offered(grandma, "想学修灯")
    await grandma.taps("这是说我办的那件事")
    await grandma.taps("1007", await grandma.sees("您这几句话是说哪件事的"))
    await helper.sees("灯还没亮")
    await helper.sees("想学修灯")
    assert await village.form(grandma) is None and await village.count(ActivityWish) == 0


async def test_a_list_that_is_opened_a_day_later_settles_nothing_but_its_own_sentence(
    village: Village,
) -> None:
    teacher = await village.person("何老师", "training")
    await made(village, teacher, sessions=4)
    grandma, _ = await one_taken(village)
    await grandma.says("家里没人做饭")
    await grandma.sees("您这句话是说哪件事的")
    await grandma.says("想学嫁接")
    shown = await grandma.sees("想学嫁接，眼下有这些")
    await village.passes(minutes=31)
    await grandma.says("你好")
    await grandma.taps("果树嫁接", shown)
    await grandma.sees("村部二楼")
    await grandma.taps("接着填")
    await grandma.taps("帮扶救助", await grandma.sees("您说的是哪方面的事"))
    look = await grandma.sees("发出去之前")
    assert "没人做饭" in look.text and "嫁接" in look.text
