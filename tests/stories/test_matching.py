"""Many households get a helper at once: the officer looks at the plan, mends it twice, and approves it."""

from __future__ import annotations

from io import BytesIO

from openpyxl import load_workbook

from simulator.model import Message
from simulator.person import Person as Someone
from storage import people
from tests.stories.conftest import Village
from tests.stories.test_volunteers import joins

ELDERS = ("王秀英", "赵桂芳", "陈老汉")


async def elders(village: Village, *names: str) -> None:
    """Households of people who live alone, on the roster."""
    center_id = await village.unit_id("maqu")
    for number, name in enumerate(names):
        await village.enrol(name, phone=f"+861391111200{number}")
    async with village.database.begin(village.now(), village.bot.bot_id) as tx:
        for household in (await people.households(tx, center_id)).values():
            household.tags = ["独居"]


async def asks_for_plan(village: Village, officer: Someone, whom: str = "独居") -> Message:
    """Through the questions, to the plan."""
    await officer.says("/match")
    await officer.sees("给哪些人家配帮手")
    await officer.taps(whom)
    await officer.taps("日常照看")
    await officer.taps("每月一次")
    await officer.sees("正在配")
    await village.passes(seconds=1)
    return await officer.sees("配好了：")


def table(message: Message) -> list[tuple[str, ...]]:
    """The rows of the spreadsheet that came with a message."""
    sheet = load_workbook(BytesIO(message.files[-1].data)).worksheets[0]
    return [tuple(str(cell or "") for cell in row) for row in sheet.iter_rows(values_only=True)]


async def test_a_plan_is_mended_twice_and_only_approved_are_the_helpers_asked(village: Village) -> None:
    officer = await village.person("陈芳", "assistance")
    li, wang = await joins(village, "李强", officer=officer), await joins(village, "王海", officer=officer)
    await elders(village, *ELDERS)
    plan = await asks_for_plan(village, officer, "独居（3 户）")
    assert "3 户有人，0 户没有合适的" in plan.text
    assert not li.has_seen("王秀英") and not wang.has_seen("王秀英")

    await officer.taps("一户一户看")
    seen = await officer.sees("要改哪一户，点名字")
    assert "同一个自然村" in seen.text
    first = "李强" if "王秀英（上马曲）→ 李强" in seen.text else "王海"
    other = "王海" if first == "李强" else "李强"
    await officer.taps("王秀英", in_=seen)
    await officer.taps("换一个")
    await officer.sees(f"❌ 王秀英（上马曲）→ {first}")
    await officer.taps("再配一遍")
    await village.passes(seconds=1)
    again = await officer.sees("配好了：")
    await officer.taps("一户一户看", in_=again)
    seen = await officer.sees("要改哪一户，点名字")
    assert f"王秀英（上马曲）→ {other}" in seen.text

    await officer.taps("王秀英", in_=seen)
    await officer.taps("就定他")
    kept = await officer.sees(f"📌 王秀英（上马曲）→ {other}")
    name = next(one for one in ELDERS if f"{one}（上马曲）→ {first}" in kept.text)
    await officer.taps(name, in_=kept)
    await officer.taps("换一个")
    await officer.taps("再配一遍")
    await village.passes(seconds=1)
    third = await officer.sees("配好了：")
    await officer.taps("一户一户看", in_=third)
    seen = await officer.sees("要改哪一户，点名字")
    assert f"📌 王秀英（上马曲）→ {other}" in seen.text and f"{name}（上马曲）→ {first}" not in seen.text

    await officer.taps("都同意，去问人", in_=third)
    await officer.sees("帮手都去问了")
    await village.passes(seconds=1)
    await officer.sees("配的都问过了")
    helpers = {"李强": li, "王海": wang}
    assert "王秀英" in (await helpers[other].sees("王秀英")).text
    assert not helpers[first].has_seen("王秀英")


async def test_the_plan_comes_as_a_spreadsheet_with_the_reasons_in_words(village: Village) -> None:
    officer = await village.person("陈芳", "assistance")
    await joins(village, "李强", officer=officer)
    await elders(village, *ELDERS)
    plan = await asks_for_plan(village, officer)
    assert "2 户有人，1 户没有合适的" in plan.text  # two households are all that one helper would have
    rows = table(plan)
    assert rows[0] == ("人家", "自然村", "帮扶人", "为什么")
    assert sorted(row[0] for row in rows[1:]) == sorted(ELDERS)
    assert rows[1][1:] == ("上马曲", "李强", "同一个自然村、手上还没有人家")
    assert rows[3][2:] == ("", "帮手都满了")


async def test_nobody_is_asked_while_something_is_struck_out_or_the_plan_is_dropped(village: Village) -> None:
    officer = await village.person("陈芳", "assistance")
    li = await joins(village, "李强", officer=officer)
    await elders(village, "王秀英")
    plan = await asks_for_plan(village, officer)
    await officer.taps("一户一户看")
    await officer.taps("王秀英")
    await officer.taps("换一个")
    await officer.sees("❌ 王秀英")
    await officer.taps("都同意", in_=plan)
    await village.settled()
    assert "先点“再配一遍”" in officer.toasts[-1]
    await officer.taps("不要了", in_=plan)
    await officer.sees("好，不要了")
    await officer.taps("都同意", in_=plan)
    await village.settled()
    assert "已经选过" in officer.toasts[-1]
    await village.passes(minutes=1)
    assert not li.has_seen("王秀英")


async def test_a_year_later_those_without_a_helper_are_matched_again(village: Village) -> None:
    officer = await village.person("陈芳", "assistance")
    li = await joins(village, "李强", officer=officer)
    await elders(village, "王秀英")
    await asks_for_plan(village, officer)
    await officer.taps("都同意")
    await village.passes(seconds=1)
    await li.taps("这家不行")
    await village.passes(days=364)
    assert sum("配好了：" in message.text for message in officer.screen) == 1
    await village.passes(days=1)
    await village.passes(seconds=1)
    await officer.sees("配好了：")


async def test_nobody_else_matches_or_looks_at_a_plan(village: Village) -> None:
    officer = await village.person("陈芳", "assistance")
    await joins(village, "李强", officer=officer)
    await elders(village, "王秀英")
    await asks_for_plan(village, officer)
    for someone in (await village.person("赵六"), await village.person("孙丽", "clerk")):
        await someone.says("/match")
        await someone.sees("没找到这一条")
        message, tried = (
            someone.screen[-1],
            ("match|look|1|0", "match|approve|1|0", "mrow|strike|1|1", "mrow|open|1|1"),
        )
        someone.toasts.clear()
        for data in tried:
            await someone.taps_data(message, data)
        await village.settled()
        assert len(someone.toasts) == len(tried) and not someone.has_seen("王秀英")


async def test_the_households_without_a_helper_are_listed_by_name(village: Village) -> None:
    officer = await village.person("陈芳", "assistance")
    await elders(village, *ELDERS)
    await officer.says("/volunteers")
    await officer.sees("3 户有标签的人家还没有帮手")
    await officer.taps("没有帮手的人家")
    seen = await officer.sees("还没有帮手的 3 户")
    assert all(f"· {name}，上马曲（独居）" in seen.text for name in ELDERS)
    await officer.taps("一次配好多户")
    await officer.sees("给哪些人家配帮手")
