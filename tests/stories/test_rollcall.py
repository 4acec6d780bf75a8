"""A flood at night: the roll is called, and of every household it is known how it is."""

from __future__ import annotations

import re

import pytest
from sqlalchemy import select

from simulator.model import Message
from simulator.person import Person as Someone
from storage import notice_readers, people, proxies, units
from storage.notices import Notice
from storage.people import Membership
from storage.proxies import ProxyRelation
from storage.requests import ServiceRequest
from storage.rollcalls import RollCall
from tests.stories.conftest import Village

ASKED = "您家里人都平安吗"
SAFE, HELP, AWAY = "✅ 平安", "🆘 要帮忙", "🚶 不在家"


async def at_home(village: Village, who: Someone, name: str = "") -> None:
    """The center knows whose account it is: somebody's on the roster."""
    async with village.database.begin(village.now(), village.bot.bot_id) as tx:
        unit = await units.unit_by_code(tx, "maqu")
        assert unit is not None
        (person,) = await people.persons_by_name(tx, unit.id, name or who.name)
        (await tx.session.get_one(Membership, (who.id, unit.id))).person_id = person.id


async def neighbour(village: Village, name: str, where: str = "上马曲") -> Someone:
    """Somebody who is on the roster, in a household of their own."""
    await village.enrol(name, village=where)
    who = await village.person(name, village=where)
    await at_home(village, who)
    return who


async def calls_the_roll(village: Village, leader: Someone, cause: str = "发大水了") -> Message:
    """By the command and two taps; the board."""
    await leader.says("/rollcall")
    await leader.taps(cause)
    await leader.taps("马上点名")
    return await leader.sees("点名：")


async def goes_out(village: Village) -> None:
    """Let it reach everybody."""
    for _ in range(3):
        await village.passes(seconds=1)


async def on_board(village: Village, board: Message) -> str:
    """What the board says, once it has been looked at again."""
    await village.passes(seconds=6)
    return board.text


def counted(words: str) -> tuple[int, ...]:
    """Households that are safe, need help, are not at home, are silent."""
    found = re.search(r"平安 (\d+) 户 · 🆘 要帮忙 (\d+) 户 · 🚶 不在家 (\d+) 户 · ❔ 没回音 (\d+) 户", words)
    assert found is not None, words
    return tuple(int(one) for one in found.groups())


async def asks_all(director: Someone) -> Message:
    """The director asks everybody whether they are safe, because of a flood; the board."""
    await director.says("/rollcall")
    what = await director.sees("出了什么事")
    assert director.buttons(what)[:5] == [
        "🌊 发大水了",
        "⛰ 山滑坡了",
        "🏚 地震了",
        "🔥 着大火了",
        "❄️ 雪太大了",
    ]
    await director.taps("发大水了")
    look = await director.sees("这就问大家")
    assert "发大水了！" in look.text and "7 人，一共 3 户" in look.text and "所有地方" in look.text
    await director.taps("马上点名")
    board = await director.sees("点名：马曲村")
    assert counted(board.text) == (0, 0, 0, 3)
    return board


async def is_looked_after(grandma: Someone, guard: Someone) -> None:
    """Security takes her call for help, and reads what and where it is."""
    await guard.sees("急事")
    await grandma.says("水到膝盖了，老头子不见了")
    await guard.taps("我来接")
    card = await guard.sees("水到膝盖了")
    assert "王秀英" in card.text and "发大水了" in card.text and "上马曲" in card.text


async def is_away(who: Someone) -> None:
    """Somebody is at her daughter's."""
    await who.taps(AWAY)
    await who.sees("人在哪儿")
    await who.says("在县城女儿家")
    await who.sees("您多保重")


async def ends(director: Someone, board: Message) -> None:
    """All who could be asked have answered."""
    await director.taps("结束点名", in_=board)
    await director.taps("对，结束")


async def test_a_flood_at_night_from_the_first_tap_to_the_report(village: Village) -> None:
    director, deputy = await village.person("李主任", "director"), await village.person("老周", "deputy")
    mayor, guard = await village.person("赵乡长", "township"), await village.person("老刘", "security")
    grandma = await neighbour(village, "王秀英")
    li, wu = await neighbour(village, "李强", "下马曲"), await neighbour(village, "吴婶", "下马曲")
    village.shift = -(village.now() - village.now().replace(hour=19))  # three in the morning

    board = await asks_all(director)
    await deputy.sees("点名：马曲村")
    await mayor.sees("点名：青河镇")
    await goes_out(village)
    asked = await grandma.sees(ASKED)
    assert asked.text.startswith("⚠️ 灾情")
    assert grandma.buttons(asked) == [SAFE, HELP, AWAY, "👪 替别家说一声"]

    await grandma.taps(HELP, in_=asked)
    told = await grandma.sees("已经叫人了")
    assert "119 也要打" in told.text and "120" in told.text
    await grandma.taps(HELP, in_=asked)
    await village.settled()
    assert await village.count(ServiceRequest) == 1, "however often she taps"
    assert grandma.toasts[-1].startswith("知道了，已经叫人了")
    assert sum("已经叫人了" in one.text for one in grandma.screen) == 1
    await is_looked_after(grandma, guard)

    await li.taps(SAFE)
    await village.settled()
    assert "一家都平安" in li.toasts[-1] and not li.has_seen("记下了：一家都平安"), "a toast is enough"
    now = await on_board(village, board)
    assert counted(now) == (1, 1, 0, 1)
    assert "下马曲：✅ 1 · 🆘 0 · 🚶 0 · ❔ 1" in now and "没办完的：1007 号" in now
    await is_away(wu)
    await grandma.taps(SAFE, in_=asked)
    await guard.sees("现在说平安了")
    assert counted(await on_board(village, board)) == (2, 0, 1, 0)
    assert "没办完的：1007 号" in board.text, "her request goes on"

    await ends(director, board)
    assert counted((await director.sees("点名结果")).text) == (2, 0, 1, 0)
    await mayor.sees("点名结果")
    await village.settled()
    assert [one.kind for one in director.screen][-2:] == ["photo", "document"]
    assert "🏁 点完了" in board.text
    await wu.taps(SAFE)
    await village.settled()
    assert "已经点完了" in wu.toasts[-1]
    await director.taps("再看一遍结果", in_=board)
    await director.sees("点名结果")


async def test_a_son_in_the_city_answers_for_his_parents(village: Village) -> None:
    director = await village.person("李主任", "director")
    await village.enrol("王大爷")
    await village.enrol("王大娘", household_of="王大爷")
    son, stranger = await village.person("阿强"), await village.person("路人")
    async with village.database.begin(village.now(), village.bot.bot_id) as tx:
        unit = await units.unit_by_code(tx, "maqu")
        assert unit is not None
        (father,) = await people.persons_by_name(tx, unit.id, "王大爷")
        relation = ProxyRelation(
            center_id=unit.id,
            proxy_id=son.id,
            person_id=father.id,
            person_name="王大爷",
            kind="child",
            state="confirmed",
            confirmed_by="person",
            created_at=tx.now,
        )
        await proxies.add(tx, relation)
    board = await calls_the_roll(village, director)
    await goes_out(village)
    assert counted(board.text) == (0, 0, 0, 1)

    await stranger.taps("替别家说一声")
    await stranger.sees("眼下没有您能替他说的人家")
    await stranger.taps_data(stranger.screen[-1], f"rcfor|1|{father.household_id}|safe")
    await village.settled()
    assert "没找到" in stranger.toasts[-1]

    await son.taps("替别家说一声")
    await son.sees("替哪一家说")
    await son.taps("王大爷家")
    await son.taps(SAFE, in_=await son.sees("怎么样？"))
    await village.settled()
    assert counted(await on_board(village, board)) == (1, 0, 0, 0)
    assert await village.count(ServiceRequest) == 0
    async with village.database.begin(village.now(), village.bot.bot_id) as tx:
        assert await notice_readers.reached(tx, 1) == {father.household_id}, "nobody has to knock there"


async def test_whoever_is_silent_after_ten_minutes_is_gone_to_and_not_before(village: Village) -> None:
    director = await village.person("李主任", "director")
    li, wu = await neighbour(village, "李强"), await neighbour(village, "吴婶", "下马曲")
    board = await calls_the_roll(village, director)
    begun = village.now()
    await goes_out(village)
    await li.taps(SAFE)
    await village.settled()
    async with village.database.begin(village.now(), village.bot.bot_id) as tx:
        notice = await tx.session.get_one(Notice, 1)
        assert notice.doors_at is not None
        assert (notice.doors_at - begun).total_seconds() == 600
        reached = await notice_readers.reached(tx, 1)
    assert len(reached) == 1
    await director.taps("谁没回音", in_=board)
    silent = await director.sees("没回音的，一共 1 户")
    assert "吴婶" in silent.text and "下马曲" in silent.text and "李强" not in silent.text
    await wu.taps(AWAY)
    await village.settled()
    await director.taps("谁没回音", in_=board)
    await director.sees("家家都有消息了")


async def test_an_emergency_that_is_typed_meanwhile_is_rung_at_once(village: Village) -> None:
    director, doctor = await village.person("李主任", "director"), await village.person("李敏", "doctor")
    man = await neighbour(village, "王海")
    await calls_the_roll(village, director)
    await goes_out(village)
    await man.taps(AWAY)
    await man.sees("人在哪儿")
    await man.says("我爸突然倒在地上不省人事")
    await man.sees("先打 120")
    await man.taps("马上叫人")
    await man.sees("120 也要打")
    await doctor.sees("急事")
    async with village.database.begin(village.now(), village.bot.bot_id) as tx:
        row = await notice_readers.reader(tx, 1, man.id)
        assert row is not None and (row.answer, row.note) == ("away", None)


@pytest.mark.parametrize(
    ("roles", "center"),
    [((), "maqu"), (("clerk",), "maqu"), (("committee",), "maqu"), (("director",), "dongxing")],
    ids=["a villager", "a clerk", "the committee", "another center's director"],
)
async def test_whoever_does_not_lead_there_can_neither_start_nor_end_it(
    village: Village, roles: tuple[str, ...], center: str
) -> None:
    other = await village.person("别人", *roles, center=center, village=None)
    unit = await village.unit_id("maqu")
    if center == "maqu":
        await other.says("/rollcall")
        await other.sees("点名由主任")
    for data in (f"rcnew|{unit}|flood", f"rcnew|{unit}|", f"rcsend|{unit}|flood|0"):
        await other.taps_data(other.screen[-1], data)
        await village.settled()
        assert "没找到" in other.toasts[-1], data
    assert await village.count(RollCall) == 0

    director = await village.person("李主任", "director")
    await calls_the_roll(village, director)
    for action in ("board", "help", "silent", "end", "end-sure"):
        await other.taps_data(other.screen[-1], f"rcdo|{action}|{unit}|0")
        await village.settled()
        assert "没找到" in other.toasts[-1], action
    await other.taps_data(other.screen[-1], "rcrep|1")
    await village.settled()
    assert "没找到" in other.toasts[-1]
    async with village.database.begin(village.now(), village.bot.bot_id) as tx:
        assert (await tx.session.get_one(RollCall, 1)).ended_at is None


async def test_only_some_villages_are_called_in_words_of_ones_own(village: Village) -> None:
    director = await village.person("李主任", "director")
    upper, lower = await neighbour(village, "王秀英"), await neighbour(village, "李强", "下马曲")
    guest = await village.person("Ann", village="下马曲", language="en")
    await director.says("/rollcall")
    await director.says("水库要放水了！")
    look = await director.sees("这就问大家")
    assert "水库要放水了！" in look.text
    await director.taps("只点几个自然村")
    await director.taps("下马曲")
    await director.taps("挑好了")
    assert "马曲村社区服务中心，下马曲" in (await director.sees("这就问大家")).text
    old = director.screen[-1]
    await director.taps("马上点名")
    board = await director.sees("点名：")
    await goes_out(village)
    await lower.sees("水库要放水了")
    assert "Is everybody at your home safe?" in (await guest.sees("水库要放水了")).text
    assert not upper.has_seen("水库")
    await upper.taps_data(upper.screen[-1], "nread|1|safe")
    await village.settled()
    assert "没找到" in upper.toasts[-1], "who is not called has no answer"
    assert counted(board.text) == (0, 0, 0, 1)
    await director.taps_data(old, f"rcsend|{await village.unit_id('maqu')}|flood|0")
    await village.settled()
    assert "已经在点名了" in director.toasts[-1]


async def test_a_township_calls_its_centers_and_reads_names_of_those_in_need_only(village: Village) -> None:
    mayor = await village.person("赵乡长", "township")
    here = await village.person("李主任", "director")
    there = await village.person("陈主任", "director", center="dongxing", village=None)
    grandma, silent = await neighbour(village, "王秀英"), await neighbour(village, "李强")
    board = await calls_the_roll(village, mayor, "地震了")
    assert "点名：青河镇" in board.text
    await here.sees("点名：马曲村社区服务中心")
    await there.sees("点名：东兴村社区服务中心")
    await goes_out(village)
    await grandma.taps(HELP)
    await grandma.sees("已经叫人了")
    words = await on_board(village, board)
    assert "马曲村社区服务中心：✅ 0 · 🆘 1 · 🚶 0 · ❔ 1" in words and "东兴村社区服务中心：" in words
    await mayor.taps("谁要帮忙", in_=board)
    assert "王秀英" in (await mayor.sees("要帮忙的，一共 1 个")).text
    await mayor.taps("谁没回音", in_=board)
    listed = (await mayor.sees("没回音的，一共 1 户")).text
    assert silent.name not in listed and "2 号" in listed
    await here.says("/rollcall")
    await here.taps("下一页")
    await here.taps("正在点")
    await mayor.taps("结束点名", in_=board)
    await mayor.taps("对，结束")
    await mayor.sees("点名结果：马曲村社区服务中心")
    await mayor.sees("点名结果：东兴村社区服务中心")
    async with village.database.begin(village.now(), village.bot.bot_id) as tx:
        calls = list(await tx.session.scalars(select(RollCall)))
    assert len(calls) == 2 and all(one.ended_at is not None for one in calls)


async def test_who_is_well_again_calls_it_off_and_can_still_ask_for_help(village: Village) -> None:
    director, guard = await village.person("李主任", "director"), await village.person("老刘", "security")
    man = await neighbour(village, "王海")
    board = await calls_the_roll(village, director, "着大火了")
    await goes_out(village)
    asked = await man.sees(ASKED)
    await man.taps(HELP, in_=asked)
    await man.sees("119 也要打")
    await man.taps("没事了")
    await guard.sees("没事了，不用去了")
    await man.taps(HELP, in_=asked)
    await man.sees("已经叫人了")
    assert await village.count(ServiceRequest) == 2, "the first one is over: help is called anew"
    await director.taps("结束点名", in_=board)
    await director.taps("对，结束")
    await director.sees("点名结果")
    await man.taps("没事了")
    await village.settled()
    await man.taps(HELP, in_=asked)
    await village.settled()
    assert await village.count(ServiceRequest) == 3, "whoever needs help is heard even when it is over"
