"""From the wish to the course: who wished for it hears of it first, and whoever says so later finds it."""

from __future__ import annotations

from storage.activity_wishes import ActivityWish
from storage.requests import ServiceRequest
from tests.stories.conftest import Village
from tests.stories.test_activities_making import course, the_activity
from tests.stories.test_activity_wishes import wishes


async def test_a_wish_becomes_a_course_and_those_who_wished_are_told_first(village: Village) -> None:
    teacher, director = await village.person("何老师", "training"), await village.person("李主任", "director")
    folk = [await village.person(f"村民{number}") for number in range(5)]
    for number, one in enumerate(folk):
        await wishes(one, ("想学嫁接", "有没有教果树嫁接的", "什么时候办嫁接的班")[number % 3])
    bees = await village.person("养蜂的")
    await wishes(bees, "想学养蜂")
    await teacher.sees("有 5 个人想学嫁接")
    await teacher.taps("看看大家想学什么")
    await teacher.taps("办一期嫁接")
    await teacher.sees("5 个人想学嫁接")
    await teacher.sees("什么时候")  # its name is there already
    for words in ("12月2日、9日 下午2点", "村部二楼", "3"):
        await teacher.says(words)
    await teacher.sees("大家看到的就是这样")
    await teacher.taps("发布，告诉大家")
    await teacher.sees("发布了，编号")
    for one in folk:
        told = await one.sees("您想学的，有了")
        assert "嫁接" in told.text and one.buttons(told)[0] == "🙋 我要报名"
    assert not bees.has_seen("您想学的，有了")
    assert await village.count(ActivityWish) == 6
    await village.passes(seconds=6)
    heard = [one.text for one in folk[0].screen if "嫁接" in one.text]
    assert "您想学的，有了" in heard[-2] and "马曲村" in heard[-1], "then everybody hears of it"
    await director.sees("嫁接")
    assert (await the_activity(village)).planned.title == "嫁接"


async def test_whoever_says_so_when_there_is_one_finds_it(village: Village) -> None:
    teacher, grandma = await village.person("何老师", "training"), await village.person("王秀英")
    await course(teacher)
    await teacher.taps("先不告诉大家")
    await teacher.sees("编号")
    await grandma.says("想学嫁接")
    asked = await grandma.sees("想学嫁接，眼下有这些")
    assert "果树嫁接" in grandma.buttons(asked)[0]
    await grandma.taps("果树嫁接")
    await grandma.sees("村部二楼")
    assert await village.form(grandma) is None
    await grandma.taps("报名")
    await grandma.sees("您报上了")
    assert await village.count(ServiceRequest) == 0
    await grandma.says("想学养蜂")
    await grandma.sees("现在没有教养蜂的班")


async def test_whom_it_is_not_for_keeps_their_wish(village: Village) -> None:
    teacher, elsewhere = (
        await village.person("何老师", "training"),
        await village.person("赵桂芳", village="下马曲"),
    )
    await wishes(elsewhere, "想学嫁接")
    await course(teacher)
    await teacher.taps("再写几样")
    await teacher.taps("给谁办的")
    await teacher.taps("按自然村挑")
    await teacher.taps("上马曲")
    await teacher.taps("返回")
    await teacher.taps("好了")
    await teacher.sees("大家看到的就是这样")
    await teacher.taps("发布，告诉大家")
    await teacher.sees("编号")
    await village.passes(seconds=6)
    assert not elsewhere.has_seen("您想学的，有了")
    await elsewhere.says("/wishes")
    await elsewhere.sees("您想学的")
