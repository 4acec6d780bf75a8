"""Notices: who may, that each gets one row, and that holding, going on and stopping keep their word."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from sqlalchemy import select, update

from domain.notices import LONGEST
from services import notice_writing, notices, progress, spooling
from services.errors import NotFoundError, RefusedError
from services.kinds import Notice
from services.notice_writing import Ahead
from storage import units
from storage.notices import NOTICES
from storage.outbox import Lane, Outbox
from storage.people import Account
from storage.transaction import Tx
from tests.services.steps import refused
from tests.services.town import BOT, Town

WORDS = "明天停水"


async def unit_id(town: Town, code: str) -> int:
    """The id of a unit."""
    async with town.begin() as tx:
        unit = await units.unit_by_code(tx, code)
        assert unit is not None
        return unit.id


async def spool(town: Town, times: int = 100) -> int:
    """Let the clock write rows, so often at most; how often it did."""
    for done in range(times):
        async with town.begin() as tx:
            if not await spooling.spool_one(tx):
                return done
    return times


async def report(town: Town) -> bool:
    """Let the clock look at the progress of one notice."""
    async with town.begin() as tx:
        return await progress.report_one(tx)


async def rows(town: Town, notice_id: int | None = None) -> list[Outbox]:
    """The rows of a notice."""
    async with town.database.begin(town.now, BOT) as tx:
        query = select(Outbox).where(Outbox.notice_id.is_not(None)).order_by(Outbox.id)
        found = await tx.session.scalars(query)
        return [row for row in found if notice_id in (None, row.notice_id)]


async def come_out(town: Town, **states: int) -> None:
    """So many of the rows that wait come to this end: sent=3, gone=1."""
    waiting = [row.id for row in await rows(town) if row.state == "waiting"]
    async with town.database.begin(town.now, BOT) as tx:
        for state, count in states.items():
            ended, waiting = waiting[:count], waiting[count:]
            assert len(ended) == count
            await tx.session.execute(update(Outbox).where(Outbox.id.in_(ended)).values(state=state))


async def kept(town: Town, notice_id: int) -> Notice:
    """The notice as it is kept."""
    async with town.database.begin(town.now, BOT) as tx:
        return await tx.session.get_one(Notice, notice_id)


async def look_ahead(tx: Tx, actor: Account, unit_id: int, words: str) -> Ahead:
    """What a notice of these words would do."""
    return await notice_writing.look_ahead(tx, actor, unit_id, notice_writing.words_only(words))


async def begun(town: Town, author: int, code: str = "maqu") -> int:
    """A notice that has just been sent; its id."""
    return (await town.do(author, notice_writing.announce, await unit_id(town, code), WORDS)).id


@pytest.fixture
def by_twos(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages of two, and few rows that wait."""
    monkeypatch.setattr(spooling, "PAGE", 2)
    monkeypatch.setattr(spooling, "WAITING", 4)


@pytest.mark.parametrize(
    ("roles", "at", "may"),
    [
        (["committee"], "maqu", True),
        (["director"], "maqu", True),
        (["deputy"], "maqu", True),
        (["township"], "maqu", True),
        (["township"], "qinghe", True),
        (["county"], "maqu", True),
        (["county"], "qinghe", True),
        (["county"], "yunling", True),
        ([], "maqu", False),
        (["clerk"], "maqu", False),
        (["volunteer", "doctor"], "maqu", False),
        (["committee", "director"], "dongxing", False),
        (["committee", "director"], "qinghe", False),
        (["township"], "yunling", False),
    ],
)
async def test_who_may_write_to_whom(town: Town, roles: list[str], at: str, may: bool) -> None:
    who, unit = await town.settle("某人", *roles), await unit_id(town, at)
    if may:
        assert (await town.do(who, notice_writing.announce, unit, WORDS)).unit_id == unit
        return
    assert await refused(town, who, notice_writing.announce, unit, WORDS) == "not-found"
    assert await refused(town, who, look_ahead, unit, WORDS) == "not-found"
    assert await refused(town, who, notice_writing.announce, 10**9, WORDS) == "not-found"


@pytest.mark.parametrize(
    ("words", "why"), [("", "notice-empty"), (" \n ", "notice-empty"), ("字" * (LONGEST + 1), "notice-long")]
)
async def test_what_cannot_be_sent_is_refused_before_and_at_sending(town: Town, words: str, why: str) -> None:
    author, unit = await town.settle("主任", "director"), await unit_id(town, "maqu")
    assert await refused(town, author, look_ahead, unit, words) == why
    assert await refused(town, author, notice_writing.announce, unit, words) == why


async def test_the_longest_that_is_allowed_is_sent(town: Town) -> None:
    author = await town.settle("主任", "director")
    notice = await town.do(author, notice_writing.announce, await unit_id(town, "maqu"), "字" * LONGEST)
    assert notice.said.words == "字" * LONGEST


async def test_everybody_gets_one_row_in_their_language_by_their_bot(any_town: Town, by_twos: None) -> None:
    town = any_town
    author = await town.settle("主任", "director")
    everybody = [author, *[await town.settle(f"村民{number}") for number in range(4)]]
    await town.settle("东星人", center="dongxing", village=None)
    async with town.begin() as tx:
        (await town.account(tx, everybody[1])).locale = "en"
        (await town.account(tx, everybody[2])).bot_id = 2000
        (await town.account(tx, everybody[3])).reachable = False
    notice_id = await begun(town, author)
    assert await spool(town) == 3
    found = await rows(town)
    assert sorted(row.chat_id for row in found) == sorted(set(everybody) - {everybody[3]})
    assert {row.chat_id: (row.locale, row.bot_id) for row in found} | {} == {
        author: ("zh-Hans", BOT),
        everybody[1]: ("en", BOT),
        everybody[2]: ("zh-Hans", 2000),
        everybody[4]: ("zh-Hans", BOT),
    }
    assert {(row.lane, row.method, row.key, row.account_id == row.chat_id) for row in found} == {
        (Lane.BROADCAST, "send", f"notice-text:{notice_id}", True)
    }
    assert "马曲村社区服务中心通知" in town.heard(everybody[4]) and WORDS in town.heard(everybody[4])
    notice = await kept(town, notice_id)
    assert (notice.total, notice.unreachable, notice.spooled_at) == (5, 1, town.now)
    assert await spool(town) == 0


async def test_no_more_rows_wait_than_are_useful(any_town: Town, by_twos: None) -> None:
    town = any_town
    author = await town.settle("主任", "director")
    for number in range(10):
        await town.settle(f"村民{number}")
    await begun(town, author)
    assert await spool(town) == 2
    assert len(await rows(town)) == 4
    assert await spool(town) == 0
    await come_out(town, sent=3)
    assert await spool(town) == 2
    assert Counter(row.state for row in await rows(town)) == {"sent": 3, "waiting": 5}
    for _ in range(4):
        await come_out(town, sent=2)
        await spool(town)
    assert len({row.chat_id for row in await rows(town)}) == len(await rows(town)) == 11


async def test_rows_that_another_bot_does_not_send_hold_up_the_others_for_a_while_only(
    town: Town, by_twos: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spooling, "AHEAD", 3)
    author = await town.settle("主任", "director")
    for number in range(8):
        other = await town.settle(f"村民{number}")
        async with town.begin() as tx:
            (await town.account(tx, other)).bot_id = 2000
    await begun(town, author)
    assert await spool(town) == 2
    assert len(await rows(town)) == 4, "the first of them is this bot's"
    town.now += spooling.PATIENCE
    assert await spool(town) == 2


async def test_a_page_that_fails_leaves_the_place_where_it_was(any_town: Town, by_twos: None) -> None:
    town = any_town
    author = await town.settle("主任", "director")
    for number in range(3):
        await town.settle(f"村民{number}")
    await begun(town, author)
    await spool(town, 1)
    with pytest.raises(LookupError):
        async with town.begin() as tx:
            await spooling.spool_one(tx)
            raise LookupError
    await spool(town)
    assert len({row.chat_id for row in await rows(town)}) == len(await rows(town)) == 4


async def test_an_office_reaches_all_centers_below_it_and_each_person_once(
    any_town: Town, by_twos: None
) -> None:
    town = any_town
    mayor = await town.settle("何镇长", "township")
    migrant = await town.settle("打工的")
    others = [await town.settle(f"东星{n}", center="dongxing", village=None) for n in range(3)]
    from bot.seed import settle

    async with town.begin() as tx:
        await settle(tx, migrant, center="dongxing", name="打工的")
    ahead = await town.do(mayor, look_ahead, await unit_id(town, "qinghe"), WORDS)
    assert (ahead.people, ahead.unreachable) == (5, 0)
    await begun(town, mayor, "qinghe")
    while await spool(town):
        await come_out(town, sent=len([one for one in await rows(town) if one.state == "waiting"]))
    assert Counter(row.chat_id for row in await rows(town)) == Counter([mayor, migrant, *others])


async def test_whoever_registers_after_it_was_sent_gets_none(town: Town) -> None:
    author = await town.settle("主任", "director")
    notice_id = await begun(town, author)
    town.passes(seconds=1)
    late = await town.settle("后来的")
    await spool(town)
    assert late not in {row.chat_id for row in await rows(town, notice_id)}


async def test_holding_writes_nothing_more_and_going_on_writes_the_rest(
    any_town: Town, by_twos: None
) -> None:
    town = any_town
    author = await town.settle("主任", "director")
    for number in range(9):
        await town.settle(f"村民{number}")
    notice_id = await begun(town, author)
    await spool(town, 1)
    await town.do(author, notices.pause, notice_id)
    assert await spool(town) == 0
    before = town.heard(author)
    await town.do(author, notices.pause, notice_id)
    assert town.heard(author) == before, "pausing twice changes nothing"
    assert Counter(row.state for row in await rows(town)) == {"waiting": 2}
    await town.do(author, notices.resume, notice_id)
    await town.do(author, notices.resume, notice_id)
    assert await spool(town) > 0


async def test_stopping_drops_what_waits_and_is_for_good(any_town: Town, by_twos: None) -> None:
    town = any_town
    author = await town.settle("主任", "director")
    for number in range(9):
        await town.settle(f"村民{number}")
    notice_id = await begun(town, author)
    await spool(town)
    await come_out(town, sent=1)
    await town.do(author, notices.stop, notice_id)
    assert Counter(row.state for row in await rows(town)) == {"sent": 1, "dropped": 3}
    assert "没有发的 9 人" in town.last(author).words
    can = ("correct", "withdraw", "more")
    assert town.last(author).taps == [f"notice|{one}|{notice_id}" for one in can]
    await town.do(author, notices.stop, notice_id)
    assert await refused(town, author, notices.resume, notice_id) == "notice-over-stopped"
    assert await refused(town, author, notices.pause, notice_id) == "notice-over-stopped"
    assert await spool(town) == 0
    town.passes(minutes=1)
    assert await report(town)
    assert not await report(town)


async def test_every_step_is_heard_by_whoever_sends(town: Town) -> None:
    author, heard = await town.settle("主任", "director"), []
    town.database.hearers.append(heard.append)
    notice_id = await begun(town, author)
    for step in (notices.pause, notices.resume, notices.stop):
        await town.do(author, step, notice_id)
    assert heard == [NOTICES] * 4


STEERS: list[Any] = [notices.pause, notices.resume, notices.stop, notices.shown_to, notices.one]


@pytest.mark.parametrize(
    ("roles", "center", "may"),
    [
        (["director"], "maqu", True),
        (["deputy"], "maqu", True),
        (["township"], "maqu", True),
        (["county"], "maqu", True),
        (["committee"], "maqu", False),
        (["clerk"], "maqu", False),
        ([], "maqu", False),
        (["director", "committee"], "dongxing", False),
    ],
)
async def test_who_steers_somebody_elses(town: Town, roles: list[str], center: str, may: bool) -> None:
    author = await town.settle("郑委员", "committee")
    village = "上马曲" if center == "maqu" else None
    who = await town.settle("某人", *roles, center=center, village=village)
    notice_id = await begun(town, author)
    for step in STEERS:
        if may:
            await town.do(who, step, notice_id)
        else:
            assert await refused(town, who, step, notice_id) == "not-found"
            assert await refused(town, who, step, 10**9) == "not-found"
    assert len(await town.do(who, notices.open_for)) == 0
    assert (await kept(town, notice_id)).state == ("stopped" if may else "running")


async def test_an_author_who_has_lost_the_role_steers_nothing(town: Town) -> None:
    from services import roles
    from storage import roles as stored

    author, director = await town.settle("郑委员", "committee"), await town.settle("主任", "director")
    notice_id = await begun(town, author)
    async with town.begin() as tx:
        (held,) = await stored.holders(tx, [await _maqu(tx)], ["committee"])
        await roles.revoke(tx, await town.account(tx, director), held.id)
    for step in STEERS:
        assert await refused(town, author, step, notice_id) == "not-found"
    assert [notice.id for notice, _ in await town.do(director, notices.open_for)] == [notice_id]


async def _maqu(tx: Any) -> int:
    unit = await units.unit_by_code(tx, "maqu")
    assert unit is not None
    return unit.id


async def test_what_is_shown_to_a_leader_does_not_move_the_authors_message(town: Town) -> None:
    author, director = await town.settle("郑委员", "committee"), await town.settle("主任", "director")
    notice_id = await begun(town, author)
    said = len(town.told[author])
    copy = await town.do(director, notices.shown_to, notice_id)
    assert copy is not None and len(copy.buttons) == 3, "with a button to look again"
    assert len(town.told[author]) == said
    assert await town.do(author, notices.shown_to, notice_id) is None
    assert (town.last(author).row.method, town.last(author).row.key) == ("send", f"notice:{notice_id}")


async def test_the_author_is_told_when_something_has_changed_and_in_the_end(town: Town) -> None:
    author = await town.settle("主任", "director")
    for number in range(4):
        await town.settle(f"村民{number}")
    notice_id = await begun(town, author)
    assert "一共 5 人" in town.last(author).words and "还剩 5 人" in town.last(author).words
    assert not await report(town), "not at once"
    await spool(town)
    town.passes(seconds=5)
    assert await report(town)
    said = len(town.told[author])
    town.passes(seconds=5)
    assert await report(town)
    assert len(town.told[author]) == said, "nothing has changed"
    await come_out(town, sent=2, gone=1, failed=1)
    town.passes(seconds=5)
    assert await report(town)
    told = town.last(author)
    assert (told.row.method, told.row.key, told.row.lane) == (
        "edit",
        f"notice:{notice_id}",
        Lane.NOTIFICATION,
    )
    for words in ("收到了 2 人", "收不到 1 人", "没发成 1 人", "还剩 1 人", "不到一分钟", "正在发"):
        assert words in told.words
    await come_out(town, sent=1)
    town.passes(seconds=5)
    assert await report(town)
    assert "发完了" in town.last(author).words and "收到了 3 人" in town.last(author).words
    assert (await kept(town, notice_id)).state == "done"
    said = len(town.told[author])
    town.passes(days=1)
    assert await report(town), "it may have been read since"
    town.passes(days=3)
    assert await report(town) and not await report(town)
    town.passes(days=1)
    assert not await report(town) and len(town.told[author]) == said
    assert await refused(town, author, notices.pause, notice_id) == "notice-over-done"


async def test_the_time_left_goes_by_the_speed_so_far_without_the_pauses(town: Town) -> None:
    author = await town.settle("主任", "director")
    for number in range(120):
        await town.settle(f"村民{number}")
    notice_id = await begun(town, author)
    await spool(town)
    town.passes(seconds=60)
    await come_out(town, sent=60)
    await town.do(author, notices.pause, notice_id)
    assert "分钟" not in town.last(author).words
    town.passes(hours=3)
    await town.do(author, notices.resume, notice_id)
    assert "大约再过 2 分钟发完" in town.last(author).words


async def test_an_author_out_of_reach_is_told_nothing_and_it_goes_on(town: Town) -> None:
    author, villager = await town.settle("主任", "director"), await town.settle("王秀英")
    notice_id = await begun(town, author)
    async with town.begin() as tx:
        (await town.account(tx, author)).reachable = False
    said = len(town.told[author])
    await spool(town)
    await come_out(town, sent=1)
    town.passes(seconds=5)
    assert await report(town)
    assert len(town.told[author]) == said
    notice = await kept(town, notice_id)
    assert (notice.state, notice.unreachable) == ("done", 1)
    assert WORDS in town.heard(villager)


async def test_a_notice_to_nobody_ends_and_says_so(town: Town) -> None:
    mayor = await town.settle("何镇长", "township", center="dongxing", village=None)
    notice = await town.do(mayor, notice_writing.announce, await unit_id(town, "maqu"), WORDS)
    await spool(town)
    town.passes(seconds=5)
    assert await report(town)
    assert "没有一个人收到" in town.last(mayor).words
    assert (await kept(town, notice.id)).state == "done"


async def test_the_forecast_counts_only_who_can_be_reached_and_what_others_send(town: Town) -> None:
    author, unit = await town.settle("主任", "director"), await unit_id(town, "maqu")
    for number in range(3):
        await town.settle(f"村民{number}")
    async with town.begin() as tx:
        await tx.session.execute(update(Account).where(Account.id != author).values(reachable=False))
    ahead = await town.do(author, look_ahead, unit, WORDS)
    assert (ahead.people, ahead.unreachable, ahead.time.id) == (4, 3, "notice-time-soon")


async def test_nothing_is_changed_by_what_is_refused(town: Town) -> None:
    villager = await town.settle("王秀英")
    with pytest.raises(NotFoundError):
        await town.do(villager, notice_writing.announce, await unit_id(town, "maqu"), WORDS)
    director = await town.settle("主任", "director")
    with pytest.raises(RefusedError):
        await town.do(director, notice_writing.announce, await unit_id(town, "maqu"), " ")
    assert await spool(town) == 0
    assert await town.do(director, notices.open_for) == []
