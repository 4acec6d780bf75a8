"""Somebody wants to learn something that nobody teaches: it is noted, counted, and told without names."""

from __future__ import annotations

import pytest

from simulator.person import Person as Someone
from storage.activity_wishes import ActivityWish
from storage.requests import ServiceRequest
from tests.stories.conftest import Village
from tests.stories.test_notice_board import choices


async def wishes(someone: Someone, sentence: str) -> None:
    """They say it and have it noted."""
    await someone.says(sentence)
    await someone.sees("要不要替您记下来")
    await someone.taps("记下来")
    await someone.sees("记下了：")


async def test_what_nobody_teaches_is_noted_and_taken_back(village: Village) -> None:
    grandma = await village.person("王秀英")
    await grandma.says("我想学果树嫁接，啥时候有人教")
    asked = await grandma.sees("现在没有教果树嫁接的班")
    assert grandma.buttons(asked) == ["📝 记下来", "🙋 不是这个意思", "❌ 不办了", "☎️ 找人说话"]
    await grandma.taps("记下来")
    await grandma.sees("记下了：果树嫁接")
    assert await village.form(grandma) is None
    assert await village.count(ActivityWish) == 1 and await village.count(ServiceRequest) == 0
    await grandma.taps("更多")
    await grandma.taps("别的")
    await grandma.taps("我想学的")
    await grandma.sees("您想学的，记在这里")
    await grandma.taps("不想学果树嫁接了")
    await grandma.sees("果树嫁接划掉了")
    assert await village.count(ActivityWish) == 0
    await grandma.says("/wishes")
    await grandma.sees("您还没说过想学什么")


async def test_who_means_something_else_goes_on_as_before(village: Village) -> None:
    grandma, teacher = await village.person("王秀英"), await village.person("何老师", "training")
    await grandma.says("想学果树嫁接，什么时候有培训班")
    await grandma.taps("不是这个意思")
    await grandma.sees("您说的是哪方面的事")
    await grandma.taps("科技培训")
    await grandma.taps("发出去")
    await grandma.sees("1007")
    await teacher.sees("科技培训")
    assert await village.count(ActivityWish) == 0


async def test_more_words_instead_of_a_tap_are_a_need_like_any_other(village: Village) -> None:
    grandma = await village.person("王秀英")
    await grandma.says("我娃想学画画")
    await grandma.sees("现在没有教画画的班")
    await grandma.says("还有家里水管漏了")
    await grandma.sees("您说的是哪方面的事")
    assert await village.count(ActivityWish) == 0


@pytest.mark.parametrize(
    ("sentence", "answer"),
    [
        ("报名参加培训", "您说的是哪方面的事"),
        ("想学点技术", "您说的是哪方面的事"),
        ("想学的人都走了", "您说的是哪方面的事"),
        ("学游泳的娃掉水库里了，快来人", "120"),
    ],
)
async def test_what_is_no_wish_is_asked_about_as_before(village: Village, sentence: str, answer: str) -> None:
    grandma = await village.person("王秀英")
    await grandma.says(sentence)
    await grandma.sees(answer)
    assert not grandma.has_seen("要不要替您记下来")


async def test_five_who_want_the_same_are_told_of_as_a_number(village: Village) -> None:
    teacher, director = await village.person("何老师", "training"), await village.person("李主任", "director")
    said = ("想学嫁接", "有没有教果树嫁接的", "什么时候办嫁接的班", "我想學嫁接技術")
    for number, sentence in enumerate(said):
        await wishes(await village.person(f"村民{number}"), sentence)
    await wishes(await village.person("别的"), "想学养蜂")
    await village.settled()
    assert not teacher.has_seen("个人想学")
    last = await village.person("王秀英")
    await wishes(last, "俺想学学嫁接")
    told = await teacher.sees("有 5 个人想学嫁接")
    assert teacher.buttons(told) == ["🌱 看看大家想学什么", "☎️ 找人说话"]
    assert not director.has_seen("个人想学")
    await teacher.taps("看看大家想学什么")
    await teacher.sees("是谁想学，这里不写")
    assert choices(teacher) == ["🌱 办一期嫁接（5 人）", "🌱 办一期养蜂（1 人）"]
    await teacher.taps("办一期嫁接")
    made = await teacher.sees("5 个人想学嫁接")
    assert "果树嫁接" in made.text
    assert not any(name in village.sent_to(teacher) for name in ("王秀英", "村民"))
    await director.says("/work")
    await director.taps("别的")
    await director.taps("大家想学什么")
    await director.sees("想的人多的在前头")


async def test_where_nobody_teaches_the_leaders_hear_of_it(village: Village) -> None:
    director = await village.person("李主任", "director")
    for number in range(5):
        await wishes(await village.person(f"村民{number}"), "想学电焊")
    await director.sees("有 5 个人想学电焊")


async def test_an_officer_who_wants_to_learn_too_finds_both(village: Village) -> None:
    teacher = await village.person("何老师", "training")
    for words in ("嫁接", "养蜂", "电焊", "画画", "书法"):
        await wishes(teacher, f"想学{words}")
    await teacher.says("/wishes")
    await teacher.sees("大家想学的")
    assert len(choices(teacher)) == 5
    await teacher.taps("下一页")
    await teacher.sees("大家想学的")
    assert choices(teacher) == ["🌱 办一期书法（1 人）", "📝 我想学的"]
    await teacher.taps("我想学的")
    await teacher.sees("您想学的")
    assert len(choices(teacher)) == 5


async def test_old_and_forged_buttons_do_nothing(village: Village) -> None:
    grandma, zhao = await village.person("王秀英"), await village.person("赵桂芳")
    await grandma.says("想学嫁接")
    asked = await grandma.sees("要不要替您记下来")
    (keep,) = [
        button["callback_data"]
        for row in (asked.markup or {})["inline_keyboard"]
        for button in row
        if "记下来" in button["text"]
    ]
    await grandma.taps_data(asked, keep)
    await grandma.taps_data(asked, keep)
    await village.settled()
    assert await village.count(ActivityWish) == 1
    await grandma.says("想学养蜂")
    await grandma.sees("要不要替您记下来")
    await grandma.taps_data(asked, keep)  # of another sentence
    await village.settled()
    assert "刚才已经选过" in grandma.toasts[-1] and await village.count(ActivityWish) == 1
    await zhao.says("/wishes")
    shown = await zhao.sees("您还没说过想学什么")
    for data in ("wdrop|1", "wmake|1", "wdrop|99", "wmake|99"):
        await zhao.taps_data(shown, data)
        await village.settled()
        assert "没找到这一条" in zhao.toasts[-1], data
    assert await village.count(ActivityWish) == 1
