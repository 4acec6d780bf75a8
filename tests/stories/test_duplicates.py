"""Asked for already: added to that one, or sent as something else; and whose business it is."""

from __future__ import annotations

from simulator.person import Person as Someone
from storage import people, units
from storage.people import Household, Person
from tests.stories.conftest import Village


async def household(village: Village, *members: Someone) -> None:
    """Put people who are registered into one household of the roster."""
    async with village.database.begin(village.now(), village.bot.bot_id) as tx:
        unit = await units.unit_by_code(tx, "maqu")
        assert unit is not None
        home = Household(center_id=unit.id, code="F1", tags=[])
        await people.add_all(tx, [home])
        for someone in members:
            member = (await people.members(tx, unit.id, [someone.id]))[someone.id]
            person = Person(
                center_id=unit.id,
                household_id=home.id,
                code=member.name,
                name=member.name,
                name_key=people.name_key(member.name),
                tags=[],
            )
            await people.add_all(tx, [person])
            member.person_id = person.id


async def draft(someone: Someone, words: str, line: str, *, again: bool = False) -> None:
    """A need, up to the button that sends it."""
    await someone.says(words)
    if again:
        await someone.taps("一件新的事")
    await someone.taps(line)
    await someone.taps("发出去")


async def couple(village: Village) -> tuple[Someone, Someone, Someone]:
    """Two of one household, and the worker who reads of the environment."""
    worker = await village.person("吴强", "environment")
    wife, husband = await village.person("王秀英"), await village.person("王大山")
    await household(village, wife, husband)
    return wife, husband, worker


async def test_ones_own_need_said_twice_goes_into_the_first_one(village: Village) -> None:
    worker, grandma = await village.person("吴强", "environment"), await village.person("王秀英")
    await draft(grandma, "村口的路灯坏了", "环境与设施")
    await grandma.sees("收到了：1007 号")
    await worker.taps("我来接")
    await worker.sees("王秀英")
    await village.passes(days=3)
    await draft(grandma, "那盏路灯还没人修", "环境与设施", again=True)
    question = await grandma.sees("这件事您提过，还在办")
    assert "1007 号 🧹 环境与设施 · 路灯（3 天前提的）" in question.text
    assert grandma.buttons(question)[:2] == ["➕ 加到 1007 号", "🆕 另外提一件"]
    await grandma.taps("加到 1007 号")
    await worker.sees("那盏路灯还没人修")
    await grandma.sees("送到环卫员那儿了（1007 号）")
    await grandma.says("/mine")
    assert "1010" not in (await grandma.sees("您提的事")).text


async def test_or_it_is_something_else_and_is_sent(village: Village) -> None:
    await village.person("吴强", "environment")
    grandma = await village.person("王秀英")
    await draft(grandma, "村口的路灯坏了", "环境与设施")
    await grandma.sees("收到了：1007 号")
    await draft(grandma, "垃圾没人收", "环境与设施", again=True)
    assert "（刚提的）" in (await grandma.sees("这件事您提过")).text
    await grandma.taps("返回")
    await grandma.sees("您看一眼")
    await grandma.taps("发出去")
    await grandma.taps("另外提一件")
    await grandma.sees("收到了：1010 号")


async def test_the_household_has_asked_already_and_both_are_done_together(village: Village) -> None:
    wife, husband, worker = await couple(village)
    await draft(wife, "门口的路灯坏了，孩子怕黑", "环境与设施")
    await wife.sees("收到了：1007 号")
    await worker.taps("我来接")
    await worker.sees("孩子怕黑")
    await draft(husband, "路灯又不亮", "环境与设施")
    question = await husband.sees("您家已经提过这件事")
    assert "孩子怕黑" not in question.text
    await husband.taps("加到 1007 号")
    receipt = await husband.sees("收到了：1010 号")
    assert "跟您家那件一起办" in receipt.text
    await worker.sees("又有人提了同一件事，1010 号")
    assert "路灯又不亮" in (await worker.sees("王大山")).text
    await worker.taps("看主要的那件")
    card = await worker.sees("（并了 1010 号）")
    await worker.taps("跟他说话", in_=card)
    await worker.sees("1007、1010 号的人都收得到")
    await worker.says("下午来换灯泡")
    await wife.sees("下午来换灯泡")
    assert "1010 号" in (await husband.sees("下午来换灯泡")).text
    await worker.taps("说完了")
    await worker.taps("办好了", in_=card)
    await wife.taps("👍 办好了")
    await husband.taps("👎 没办好")
    await husband.says("门后那盏还不亮")
    assert "门后那盏还不亮" in (await worker.sees("1010 号")).text
    await village.settled()
    for words in ("孩子怕黑", "王秀英"):
        assert words not in village.sent_to(husband)
    for words in ("1010", "又不亮", "还不亮", "王大山"):
        assert words not in village.sent_to(wife)


async def test_a_wifes_quarrel_is_never_shown_to_her_husband(village: Village) -> None:
    wife, husband, _ = await couple(village)
    await village.person("张和", "mediator")
    await draft(wife, "男人喝了酒就骂我", "矛盾调解")
    await wife.sees("收到了：1007 号")
    await draft(husband, "跟老婆吵起来了，劝劝", "矛盾调解")
    await husband.sees("收到了：1010 号")
    screen = husband.last
    assert screen is not None
    await draft(husband, "又吵起来了", "矛盾调解", again=True)
    question = await husband.sees("这件事您提过")
    assert "1007" not in question.text
    await husband.taps_data(question, "addto|1")
    await village.settled()
    assert "那件事刚才办完了" in husband.toasts[-1]
    assert "1007" not in village.sent_to(husband)
    assert "又吵起来了" not in village.sent_to(wife)


async def test_what_is_over_meanwhile_is_said_and_the_draft_is_not_lost(village: Village) -> None:
    wife, husband, _ = await couple(village)
    await draft(wife, "路灯坏了", "环境与设施")
    await wife.sees("收到了")
    await draft(husband, "路灯又不亮", "环境与设施")
    question = await husband.sees("您家已经提过这件事")
    await wife.says("1007")
    await wife.taps("不用办了")
    await wife.taps("对，不用办了")
    await wife.sees("好，不办了")
    await husband.taps("加到 1007 号", in_=question)
    await village.settled()
    assert "那件事刚才办完了" in husband.toasts[-1]
    await husband.taps("另外提一件", in_=question)
    await husband.sees("收到了：1010 号")
    await husband.taps_data(question, "addto|1")
    await village.settled()
    assert "已经发出去了" in husband.toasts[-1]
