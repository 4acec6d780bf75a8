"""Whoever signed up several people on one phone: whose place is whose, nothing said twice or wrongly."""

from __future__ import annotations

from datetime import UTC, datetime

from domain.activitytaps import ActivityMake
from simulator.model import Message
from simulator.person import Person as Someone
from tests.stories.conftest import Village
from tests.stories.lending import checkup, opens
from tests.stories.signing import choices, grafting, link, make, standings, tie

TITLE = "果树嫁接"


async def signs_up(neighbour: Someone, name: str) -> Message:
    """A neighbour signs somebody up whom the roster does not know."""
    await opens(neighbour, TITLE)
    await neighbour.taps("替别人报名")
    await neighbour.says(name)
    await neighbour.taps("就按这个名字报")
    return await neighbour.sees(name)


async def calls_off(director: Someone, activity_id: int) -> None:
    """The director calls it off: the teacher is ill."""
    await director.taps_data(director.screen[-1], ActivityMake("off", activity_id).pack())
    await director.says("师傅病了")
    await director.taps("对，不办了")
    await director.sees("好，不办了")


async def test_whose_place_is_whose_is_read_on_every_button(village: Village) -> None:
    officer, neighbour = await village.person("培训员", "training"), await village.person("赵桂芳")
    activity_id = await make(village, officer, grafting(village, seats=9))
    await opens(neighbour, TITLE)
    await neighbour.taps("🙋 我要报名")
    await neighbour.sees("✅ 您报上了")
    for name in ("孙老爹", "孙大娘"):
        await signs_up(neighbour, name)
    await opens(neighbour, TITLE)
    assert "❌ 我自己不去了" in neighbour.buttons(), "not whoever else was signed up"
    await neighbour.taps("我报的、订的")
    await neighbour.sees("报的、订的")
    assert choices(neighbour) == [
        "🌱 11月27日 周五 果树嫁接",
        "🌱 11月27日 周五 孙老爹：果树嫁接",
        "🌱 11月27日 周五 孙大娘：果树嫁接",
    ]
    await neighbour.taps("孙大娘")
    await neighbour.sees("✅ 孙大娘报上了")
    await neighbour.taps("取消报名")
    await neighbour.sees("❌ 孙大娘不去了，报名取消了")
    assert await standings(village, activity_id) == [("赵桂芳", "seated"), ("孙老爹", "seated")]


async def test_a_name_is_typed_also_where_those_at_home_stand_on_buttons(village: Village) -> None:
    for name, home in (("张小妹", None), ("王秀英", "张小妹")):
        await village.enrol(name, household_of=home)
    officer, daughter = await village.person("培训员", "training"), await village.person("张小妹")
    await tie(village, daughter, "张小妹")
    activity_id = await make(village, officer, grafting(village, seats=9))
    await opens(daughter, TITLE)
    await daughter.taps("替别人报名")
    await daughter.sees("《果树嫁接》替谁报名")
    assert choices(daughter) == ["王秀英", "✏️ 别的人，写名字"]
    await daughter.says("孙老爹")
    await daughter.sees("名册上没有叫孙老爹的")
    await daughter.taps("就按这个名字报")
    await daughter.sees("✅ 孙老爹报上了")
    await opens(daughter, TITLE)
    await daughter.taps("替别人报名")
    await daughter.taps("王秀英")
    await daughter.sees("✅ 王秀英报上了")
    assert await village.form(daughter) is None
    await opens(daughter, TITLE)
    await daughter.taps("替别人报名")
    await daughter.taps("先不说了")
    await daughter.says("我家灯不亮了")
    await daughter.sees("您说的是哪方面的事")
    await opens(daughter, TITLE)
    await daughter.taps("替别人报名")
    await daughter.sees("替谁报名")
    assert await village.form(daughter) == "draft", "what is being written is kept"
    assert await standings(village, activity_id) == [("孙老爹", "seated"), ("王秀英", "seated")]


async def test_a_time_that_was_chosen_stands_in_the_list(village: Village) -> None:
    doctor, mother = await village.person("徐医生", "doctor"), await village.person("赵桂芳")
    await checkup(village, doctor)
    await opens(mother, "老人体检")
    await mother.taps("我要约")
    await mother.taps("10:30")
    await mother.sees("✅ 您约好了")
    await mother.taps("我报的、订的")
    await mother.sees("💉 11月27日 10:30《老人体检》✅ 您约好了")
    assert choices(mother) == ["💉 11月27日 10:30 老人体检"]
    await opens(doctor, "老人体检")
    await doctor.taps("办这个活动")
    await doctor.sees("10:00 到 11:30，有 3 个时间可以选")


async def test_who_only_waited_reads_of_no_seat_that_was_given_up(village: Village) -> None:
    officer, first = await village.person("培训员", "training"), await village.person("王秀英")
    second = await village.person("赵桂芳")
    await make(village, officer, grafting(village, seats=1))
    for who in (first, second):
        await opens(who, TITLE)
        await who.taps("🙋 我要报名")
        await who.sees("您")
    await second.sees("满了，您排第 1 位")
    await second.taps("取消报名")
    told = await second.sees("❌ 您不去了，报名取消了")
    assert "位子" not in told.text


async def test_called_off_is_said_once_and_no_old_question_promises_a_seat(village: Village) -> None:
    officer, director = await village.person("培训员", "training"), await village.person("李主任", "director")
    first, neighbour = await village.person("王秀英"), await village.person("赵桂芳")
    activity_id = await make(village, officer, grafting(village, seats=1))
    await opens(first, TITLE)
    await first.taps("🙋 我要报名")
    await first.sees("✅ 您报上了")
    for name in ("孙老爹", "孙大娘"):
        await signs_up(neighbour, name)
    await first.taps("取消报名")
    question = await neighbour.sees("有空位了，轮到孙老爹了")
    yes = next(
        one
        for row in question.markup["inline_keyboard"]  # type: ignore[index]
        for one in row
        if one["text"] == "✅ 去"
    )
    await calls_off(director, activity_id)
    await village.settled()
    told = [one for one in neighbour.screen if "不办了。师傅病了" in one.text]
    assert len(told) == 1, "of two people, in one chat"
    assert question.text.startswith("这个活动不办了。")
    assert "✅ 去" not in neighbour.buttons(question)
    await neighbour.taps_data(question, yes["callback_data"])
    await village.settled()
    assert "这个活动不办了" in neighbour.toasts[-1], "and not: sign up once more"


async def test_what_it_costs_is_in_the_reminder(village: Village) -> None:
    officer, grandma = await village.person("培训员", "training"), await village.person("王秀英")
    await make(village, officer, grafting(village, cost=2000))
    await opens(grandma, TITLE)
    await grandma.taps("🙋 我要报名")
    await grandma.sees("✅ 您报上了")
    eve = datetime(2026, 11, 26, 10, tzinfo=UTC)
    await village.passes(seconds=(eve - village.now()).total_seconds())
    told = await grandma.sees("⏰ 别忘了")
    assert "💰 每人 20 元" in told.text


async def test_herself_her_mother_and_a_neighbour_on_one_telephone(
    village: Village,
) -> None:
    officer, wang = await village.person("罗培训", "training"), await village.person("王秀英")
    await village.enrol("王秀英")
    await village.enrol("李桂花", household_of="王秀英")
    await tie(village, wang, "王秀英")
    activity_id = await make(village, officer, grafting(village, seats=9))
    await wang.follows(link(activity_id))
    await wang.taps("我要报名")
    own = await wang.sees("✅ 您报上了")
    await wang.taps("替别人报名", own)
    await wang.taps("李桂花")
    mother = await wang.sees("✅ 李桂花报上了")
    assert choices(wang) == ["❌ 取消报名", "👪 替别人报名", "👀 看看是什么"]
    await wang.taps("替别人报名", mother)
    await wang.sees("《果树嫁接》替谁报名")
    await wang.says("😀")
    await wang.sees("这个不像名字。打名字就行")
    await wang.says("赵大娘")
    await wang.taps("就按这个名字报")
    await wang.sees("✅ 赵大娘报上了")
    assert "✅ 您报上了" in own.text and "✅ 李桂花报上了" in mother.text, "each place stands where it stood"
    names = [name for name, _ in await standings(village, activity_id)]
    assert names == ["王秀英", "李桂花", "赵大娘"]
