"""Roll calls: who may, what an answer does, that each counts once, and how a household stands."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from domain.notices import PER_SECOND
from domain.rollcall import LASTS, LOOKED_AT, RANK, Count, worst
from domain.rollcalltaps import RollcallReport
from services import (
    ahead,
    handling,
    notice_changes,
    notice_withdrawing,
    notices,
    progress,
    rollcall,
    rollcall_board,
    rollcall_lists,
    rollcall_report,
    rollcall_start,
    routing,
)
from services.errors import NotFoundError
from services.rollcall_start import Wanted
from storage import notice_readers, outbox, people, proxies, rollcall_answers, rollcalls, units
from storage import requests as stored
from storage.notice_readers import NoticeDoor, NoticeReader
from storage.outbox import Lane
from storage.people import Membership
from storage.proxies import ProxyRelation
from storage.requests import ServiceRequest
from storage.rollcalls import RollCall
from tests.services.steps import family, refused
from tests.services.test_notices import kept, rows, spool, unit_id
from tests.services.town import Town

WORDS = {"zh-Hans": "发大水了！都平安吗？", "zh-Hant": "發大水了！", "en": "A flood!"}


async def wanted(
    town: Town, code: str = "maqu", places: tuple[int, ...] = (), cause: str = "flood"
) -> Wanted:
    """A roll call as somebody means it."""
    return Wanted(await unit_id(town, code), "flood", WORDS, "zh-Hans", places)


async def begun(town: Town, leader: int, code: str = "maqu", places: tuple[int, ...] = ()) -> int:
    """A roll call that is under way; its notice."""
    calls = await town.do(leader, rollcall_start.start, await wanted(town, code, places))
    return calls[0].notice_id


async def door_of(town: Town, notice_id: int, household_id: int, keeper: int | None) -> None:
    """Somebody has agreed to knock at a household's door."""
    async with town.begin() as tx:
        tx.session.add(
            NoticeDoor(notice_id=notice_id, household_id=household_id, state="taken", keeper_id=keeper)
        )


async def household_of(town: Town, account: int) -> int:
    """Where somebody is at home by the roster."""
    async with town.begin() as tx:
        unit = await units.unit_by_code(tx, "maqu")
        assert unit is not None
        home = await rollcall_answers.home(tx, unit.id, account)
        assert home.household_id is not None
        return home.household_id


async def standing(town: Town, notice_id: int) -> Count:
    """How the called households stand, as the board counts them."""
    async with town.begin() as tx:
        call = await rollcalls.one(tx, notice_id)
        assert call is not None
        parts = await rollcall_board.by_village(tx, call)
        return sum((count for _, count in parts), Count())


async def reader(town: Town, notice_id: int, account: int) -> NoticeReader | None:
    """What is kept of somebody's answer."""
    async with town.begin() as tx:
        return await notice_readers.reader(tx, notice_id, account)


async def count(town: Town, table: Any) -> int:
    """How many rows there are."""
    async with town.begin() as tx:
        return await tx.session.scalar(select(func.count()).select_from(table)) or 0


async def step(town: Town, once: Callable[[Any], Awaitable[bool]]) -> bool:
    """Let the clock do one step."""
    async with town.begin() as tx:
        return await once(tx)


# Who may


@pytest.mark.parametrize(
    ("roles", "at", "may"),
    [
        (["director"], "maqu", True),
        (["deputy"], "maqu", True),
        (["township"], "maqu", True),
        (["township"], "qinghe", True),
        (["county"], "maqu", True),
        (["county"], "yunling", True),
        ([], "maqu", False),
        (["committee"], "maqu", False),
        (["clerk"], "maqu", False),
        (["volunteer", "doctor", "security"], "maqu", False),
        (["director", "deputy"], "dongxing", False),
        (["director"], "qinghe", False),
        (["township"], "yunling", False),
    ],
)
async def test_who_may_call_the_roll_where(town: Town, roles: list[str], at: str, may: bool) -> None:
    who, meant = await town.settle("某人", *roles), await wanted(town, at)
    if may:
        assert await town.do(who, rollcall_start.start, meant)
        assert await town.do(who, rollcall_report.end, meant.unit_id)
        return
    assert await refused(town, who, rollcall_start.start, meant) == "not-found"
    assert await refused(town, who, rollcall_start.look, meant) == "not-found"
    assert await refused(town, who, rollcall_report.end, meant.unit_id) == "not-found"
    for use_case in (rollcall_lists.helping, rollcall_lists.silent):
        assert await refused(town, who, use_case, meant.unit_id, 0) == "not-found"
    assert await refused(town, who, rollcall_board.shown_to, meant.unit_id) == "not-found"


async def test_no_place_of_another_unit_is_called(town: Town) -> None:
    director, mayor = await town.settle("主任", "director"), await town.settle("乡长", "township")
    no_center = await wanted(town, "qinghe", (await unit_id(town, "qinghe"),))
    assert await refused(town, director, rollcall_start.start, await wanted(town, "maqu", (10**9,))) == (
        "not-found"
    )
    assert await refused(town, mayor, rollcall_start.start, no_center) == "not-found"
    assert await count(town, RollCall) == 0


async def test_one_roll_at_a_time_is_called_at_a_center(
    any_town: Town,
) -> None:
    town = any_town
    director, mayor = await town.settle("主任", "director"), await town.settle("乡长", "township")
    await begun(town, director)
    assert (
        await refused(town, director, rollcall_start.start, await wanted(town)) == "rollcall-running-already"
    )
    calls = await town.do(mayor, rollcall_start.start, await wanted(town, "qinghe"))
    assert [one.center_id for one in calls] == [await unit_id(town, "dongxing")]
    assert await refused(town, mayor, rollcall_start.start, await wanted(town, "qinghe")) == (
        "rollcall-running-already"
    )
    await town.do(director, rollcall_report.end, await unit_id(town, "maqu"))
    assert await begun(town, director) > 0, "when one is over another may begin"


async def test_an_office_can_call_some_of_its_centers(town: Town) -> None:
    mayor, here = await town.settle("乡长", "township"), await town.settle("主任", "director")
    await town.settle("东兴人", center="dongxing", village=None)
    east = await unit_id(town, "dongxing")
    meant = await wanted(town, "qinghe", (east,))
    seen = await town.do(mayor, rollcall_start.look, meant)
    assert (seen.unit.code, seen.people, seen.households) == ("qinghe", 1, 0)
    assert [one.center_id for one in await town.do(mayor, rollcall_start.start, meant)] == [east]
    assert not town.told[here], "their center is not called"
    assert "点名：青河镇" in town.last(mayor).words


async def test_a_look_counts_those_of_the_villages_that_are_meant(town: Town) -> None:
    director = await town.settle("主任", "director", village="下马曲")
    await town.settle("王秀英", village="上马曲")
    await town.enrol("王秀英", village="上马曲")
    found = await town.do(director, rollcall_start.places, await unit_id(town, "maqu"))
    places = {name: one for one, name in found}
    for name, people_, homes in (("上马曲", 1, 1), ("下马曲", 1, 0)):
        seen = await town.do(director, rollcall_start.look, await wanted(town, "maqu", (places[name],)))
        assert (seen.people, seen.households) == (people_, homes)
    seen = await town.do(director, rollcall_start.look, await wanted(town))
    assert (seen.people, seen.households) == (2, 1)


# Going out


async def test_few_of_its_rows_wait_however_many_are_called(any_town: Town) -> None:
    town = any_town
    director, mayor = await town.settle("主任", "director"), await town.settle("乡长", "township")
    for number in range(PER_SECOND + 2):
        await town.settle(f"村民{number}")
    await town.do(mayor, rollcall_start.start, await wanted(town, "qinghe"))
    assert await spool(town) == 1, "a second's worth, and no more while they wait"
    written = await rows(town)
    assert len(written) == PER_SECOND
    assert {row.lane for row in written} == {Lane.URGENT}
    async with town.begin() as tx:
        await outbox.mark(tx, [{"id": written[0].id, "state": "sent", "sent_at": tx.now}])
    assert await spool(town) == 1
    assert len(await rows(town)) <= 2 * PER_SECOND
    assert len({row.account_id for row in await rows(town)}) == len(await rows(town))
    assert director in {row.account_id for row in await rows(town)}


async def test_it_goes_out_at_night_and_ends_with_what_was_not_sent(town: Town) -> None:
    director = await town.settle("主任", "director")
    town.passes(hours=13)
    notice_id = await begun(town, director)
    notice = await kept(town, notice_id)
    assert (notice.state, notice.rests_until, notice.urgent) == ("running", None, True)
    assert notice.doors_at is not None and (notice.doors_at - town.now).total_seconds() == 600
    await spool(town)
    await town.do(director, rollcall_report.end, await unit_id(town, "maqu"))
    notice = await kept(town, notice_id)
    assert (notice.state, notice.doors_at) == ("stopped", None)
    assert {row.state for row in await rows(town, notice_id)} == {"dropped"}


async def test_its_author_has_a_board_and_no_other_card(town: Town) -> None:
    director = await town.settle("主任", "director")
    notice_id = await begun(town, director)
    assert [one.row.key for one in town.told[director]] == [f"rollcall:{await unit_id(town, 'maqu')}"]
    town.passes(seconds=5)
    assert await step(town, progress.report_one)
    assert all("正在发，" not in one.words for one in town.told[director])
    assert await town.do(director, notices.open_for) == []
    assert (await kept(town, notice_id)).number == "2026-001"


# Answering


async def test_the_last_answer_of_each_is_kept_once(any_town: Town) -> None:
    town = any_town
    director, (asker,) = await town.settle("主任", "director"), await family(town, "王秀英")
    notice_id = await begun(town, director)
    for said, before in (("safe", None), ("safe", "safe"), ("away", "safe"), ("safe", "away")):
        town.passes(seconds=1)
        assert (await town.do(asker, rollcall.answer, notice_id, said)).before == before
    row = await reader(town, notice_id, asker)
    assert row is not None and (row.answer, row.answered_at) == ("safe", town.now)
    assert row.household_id == await household_of(town, asker)
    assert await count(town, NoticeReader) == 1


async def test_who_is_not_called_does_not_answer(town: Town) -> None:
    director, asker = await town.settle("主任", "director"), await town.settle("王秀英")
    other = await town.settle("外村人", center="dongxing", village=None)
    notice_id = await begun(town, director)
    town.passes(seconds=1)
    late = await town.settle("新来的")
    for who in (other, late):
        assert await refused(town, who, rollcall.answer, notice_id, "safe") == "not-found"
    for said in ("", "yes", "nobody", "silent"):
        assert await refused(town, asker, rollcall.answer, notice_id, said) == "not-found"
    assert await refused(town, asker, rollcall.answer, 10**9, "safe") == "not-found"
    plain = await town.do(director, _announce, await unit_id(town, "maqu"))
    assert await refused(town, asker, rollcall.answer, plain, "safe") == "not-found", "no roll call"


async def _announce(tx: Any, actor: Any, unit: int) -> int:
    from services import notice_writing

    return (await notice_writing.announce(tx, actor, unit, "明天停水")).id


async def test_answers_of_a_batch_take_no_statement_each(any_town: Town) -> None:
    town = any_town
    director = await town.settle("主任", "director")
    everybody = [await town.settle(f"村民{number}") for number in range(40)]
    notice_id = await begun(town, director)
    from sqlalchemy import event

    asked: list[str] = []
    engine = town.database.engine.sync_engine

    def hear(_c: Any, _cursor: Any, statement: str, *_: Any) -> None:
        asked.append(statement)

    async with town.begin() as tx:
        await ahead.read(tx, everybody)
        event.listen(engine, "before_cursor_execute", hear)
        for who in everybody:
            await rollcall.answer(tx, await town.account(tx, who), notice_id, "safe")
        for who in everybody[:20]:
            await rollcall.answer(tx, await town.account(tx, who), notice_id, "safe")
        assert len(asked) <= 4, asked
    event.remove(engine, "before_cursor_execute", hear)
    assert sum("INSERT INTO notice_reader" in one for one in asked) == 1
    assert await count(town, NoticeReader) == 40


async def test_two_answers_of_one_person_in_one_batch_leave_the_last(any_town: Town) -> None:
    town = any_town
    director, asker = await town.settle("主任", "director"), await town.settle("王秀英")
    notice_id = await begun(town, director)
    async with town.begin() as tx:
        await ahead.read(tx, [asker])
        for said in ("safe", "away", "help", "safe"):
            await rollcall.answer(tx, await town.account(tx, asker), notice_id, said)
    row = await reader(town, notice_id, asker)
    assert row is not None and row.answer == "safe"
    assert await count(town, NoticeReader) == 1
    assert await count(town, ServiceRequest) == 1


# Needing help


async def test_help_rings_once_while_the_request_goes_on(any_town: Town) -> None:
    town = any_town
    director, guard = await town.settle("主任", "director"), await town.settle("老刘", "security")
    asker = await town.settle("王秀英")
    notice_id = await begun(town, director)
    made = [(await town.do(asker, rollcall.answer, notice_id, "help")).request for _ in range(3)]
    assert made[0] is not None and made[1:] == [None, None]
    row = await town.request(made[0].id)
    async with town.begin() as tx:
        village = await people.members(tx, row.center_id, [asker])
    assert (row.urgent, row.line, row.asker_id, row.filed_by) == (True, "security", asker, "self")
    assert row.village_id == village[asker].village_id is not None
    assert "急事" in town.heard(guard)
    assert await count(town, ServiceRequest) == 1


async def test_a_holder_hears_that_they_are_safe_and_the_request_goes_on(town: Town) -> None:
    director, guard = await town.settle("主任", "director"), await town.settle("老刘", "security")
    asker = await town.settle("王秀英")
    notice_id = await begun(town, director)
    made = (await town.do(asker, rollcall.answer, notice_id, "help")).request
    assert made is not None
    await town.do(guard, handling.take, made.id)
    town.forget()
    await town.do(asker, rollcall.answer, notice_id, "safe")
    assert "现在说平安了" in town.heard(guard) and not town.told[director]
    assert (await town.request(made.id)).open
    await town.do(asker, rollcall.answer, notice_id, "away")
    assert town.heard(guard).count("现在说平安了") == 1


async def test_before_anybody_took_it_all_who_were_rung_hear_that_they_are_safe(town: Town) -> None:
    director, guard = await town.settle("主任", "director"), await town.settle("老刘", "security")
    asker = await town.settle("王秀英")
    notice_id = await begun(town, director)
    await town.do(asker, rollcall.answer, notice_id, "help")
    town.forget()
    await town.do(asker, rollcall.answer, notice_id, "safe")
    assert "现在说平安了" in town.heard(guard) and "现在说平安了" in town.heard(director)


async def test_when_it_is_over_only_a_cry_for_help_is_heard(town: Town) -> None:
    director, asker = await town.settle("主任", "director"), await town.settle("王秀英")
    notice_id = await begun(town, director)
    await town.do(director, rollcall_report.end, await unit_id(town, "maqu"))
    for said in ("safe", "away"):
        assert await refused(town, asker, rollcall.answer, notice_id, said) == "rollcall-over"
    assert (await town.do(asker, rollcall.answer, notice_id, "help")).request is not None
    assert (await town.do(asker, rollcall.answer, notice_id, "help")).request is None


async def test_where_they_are_is_kept_with_their_answer(town: Town) -> None:
    director, asker = await town.settle("主任", "director"), await town.settle("王秀英")
    notice_id = await begun(town, director)
    assert await refused(town, asker, rollcall.where, notice_id, "县城") == "not-found"
    await town.do(asker, rollcall.answer, notice_id, "away")
    await town.do(asker, rollcall.where, notice_id, "  在县城 ")
    row = await reader(town, notice_id, asker)
    assert row is not None and row.note == "在县城"
    await town.do(asker, rollcall.answer, notice_id, "safe")
    assert await refused(town, asker, rollcall.where, notice_id, "县城") == "already-answered"
    row = await reader(town, notice_id, asker)
    assert row is not None and row.note is None


# Households


async def test_a_household_stands_as_its_worst_answer_until_they_change_it(any_town: Town) -> None:
    town = any_town
    director = await town.settle("主任", "director")
    mother, son = await family(town, "王大娘", "王小")
    notice_id = await begun(town, director)
    assert await standing(town, notice_id) == Count(silent=1)
    for who, said, now in (
        (mother, "safe", Count(safe=1)),
        (son, "away", Count(away=1)),
        (mother, "help", Count(help=1)),
        (son, "safe", Count(help=1)),
        (mother, "safe", Count(safe=1)),
    ):
        await town.do(who, rollcall.answer, notice_id, said)
        assert await standing(town, notice_id) == now


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.tuples(st.integers(0, 4), st.sampled_from([*RANK])), max_size=12))
async def test_whatever_is_answered_each_counts_once(town: Town, steps: list[tuple[int, str]]) -> None:
    director = await town.settle("主任", "director")
    number = f"{await count(town, Membership)}"
    first = await family(town, "甲", "乙", household=f"F{number}")
    second = await family(town, "丙", "丁", household=f"G{number}")
    lonely = await town.settle("戊")
    everybody = [*first, *second, lonely]
    notice_id = await begun(town, director)
    last: dict[int, str] = {}
    for who, said in steps:
        await town.do(everybody[who], rollcall.answer, notice_id, said)
        last[everybody[who]] = said
    async with town.begin() as tx:
        told = await rollcall_answers.told(tx, notice_id)
        assert {one.account_id: one.answer for one in told} == last
        assert len(told) == len(last)
        helped = {one.account_id for one in told if one.request_id is not None}
        made = await rollcall_answers.came_of(tx, [notice_id])
    assert helped == {everybody[who] for who, said in steps if said == "help"}
    assert len(made) == len(helped)
    homes = [worst(last[one] for one in home if one in last) for home in (first, second)]
    counted = await standing(town, notice_id)
    for one in ("safe", "help", "away"):
        assert getattr(counted, one) == homes.count(one)
    await town.do(director, rollcall_report.end, await unit_id(town, "maqu"))


async def acting(town: Town, proxy: int, account: int, state: str = "confirmed") -> int:
    """Somebody acts for whoever this account is on the roster; the household."""
    home = await household_of(town, account)
    async with town.begin() as tx:
        (person, *_) = await people.persons_of(tx, home)
        relation = ProxyRelation(
            center_id=person.center_id,
            proxy_id=proxy,
            person_id=person.id,
            person_name=person.name,
            kind="child",
            state=state,
            confirmed_by="person" if state == "confirmed" else None,
            created_at=tx.now,
        )
        await proxies.add(tx, relation)
    return home


async def test_who_acts_for_somebody_answers_for_their_household(any_town: Town) -> None:
    town = any_town
    director, son = await town.settle("主任", "director"), await town.settle("阿强")
    (mother,) = await family(town, "王大娘")
    home, notice_id = await acting(town, son, mother), await begun(town, director)
    await town.do(son, rollcall.answer_for, notice_id, home, "safe")
    assert await standing(town, notice_id) == Count(safe=1)
    made = (await town.do(son, rollcall.answer_for, notice_id, home, "help")).request
    assert made is not None
    row = await town.request(made.id)
    assert (row.person_name, row.asker_id, row.filed_by, row.urgent) == ("王大娘", son, "proxy", True)
    assert (await town.do(son, rollcall.answer_for, notice_id, home, "help")).request is None
    assert (await town.do(mother, rollcall.answer, notice_id, "safe")).before is None
    assert await standing(town, notice_id) == Count(help=1), "the worst of both"
    await town.do(son, rollcall.answer_for, notice_id, home, "safe")
    assert await standing(town, notice_id) == Count(safe=1)
    assert await count(town, ServiceRequest) == 1


@pytest.mark.parametrize("state", ["asked", "refused", "revoked", None])
async def test_whoever_has_not_agreed_is_not_answered_for(town: Town, state: str | None) -> None:
    director, other = await town.settle("主任", "director"), await town.settle("路人")
    (mother,) = await family(town, "王大娘")
    if state is not None:
        await acting(town, other, mother, state)
    home, notice_id = await household_of(town, mother), await begun(town, director)
    assert await town.do(other, rollcall.acted_for, notice_id) == []
    assert await refused(town, other, rollcall.answer_for, notice_id, home, "safe") == "not-found"
    assert await standing(town, notice_id) == Count(silent=1)


async def test_what_a_knocker_finds_counts_for_the_household(any_town: Town) -> None:
    town = any_town
    director, keeper = await town.settle("主任", "director"), await town.settle("组长")
    other, (mother,) = await town.settle("别人"), await family(town, "王大娘")
    notice_id, home = await begun(town, director), await household_of(town, mother)
    assert await refused(town, keeper, rollcall.found, notice_id, home, "safe") == "not-found", "no such door"
    await door_of(town, notice_id, home, keeper)
    assert await refused(town, other, rollcall.found, notice_id, home, "safe") == "not-found"
    for said in ("away", "", "silent"):
        assert await refused(town, keeper, rollcall.found, notice_id, home, said) == "not-found"
    await town.do(keeper, rollcall.found, notice_id, home, "nobody")
    assert await standing(town, notice_id) == Count(silent=1)
    made = (await town.do(keeper, rollcall.found, notice_id, home, "help")).request
    assert made is not None
    row = await town.request(made.id)
    assert (row.person_name, row.filed_by) == ("王大娘", "clerk")
    assert await count(town, ProxyRelation) == 0, "nobody is asked whether the knocker may"
    assert await standing(town, notice_id) == Count(help=1)
    assert (await town.do(mother, rollcall.answer, notice_id, "help")).request is not None, "her own cry"
    await town.do(keeper, rollcall.found, notice_id, home, "safe")
    async with town.begin() as tx:
        assert home in await notice_readers.reached(tx, notice_id)
        assert await routing.offered(tx, (await stored.request(tx, made.id)) or row)


# Looking and ending


async def test_a_board_changes_only_when_something_has_and_rests_when_it_is_over(any_town: Town) -> None:
    town = any_town
    director, asker = await town.settle("主任", "director"), await town.settle("王秀英")
    notice_id = await begun(town, director)
    town.forget()
    town.passes(seconds=4)
    assert not await step(town, rollcall_board.report_one), "not before five seconds"
    town.passes(seconds=1)
    assert await step(town, rollcall_board.report_one)
    assert await step(town, rollcall_board.report_one), "the township's"
    assert not await step(town, rollcall_board.report_one)
    assert not town.told[director]
    await town.do(asker, rollcall.answer, notice_id, "safe")
    town.passes(seconds=5)
    await step(town, rollcall_board.report_one)
    await step(town, rollcall_board.report_one)
    assert [one.row.method for one in town.told[director]] == ["edit"]
    assert "没上名册的人：✅ 1" in town.last(director).words
    await town.do(director, rollcall_report.end, await unit_id(town, "maqu"))
    town.passes(seconds=5)
    while await step(town, rollcall_board.report_one):
        pass
    town.passes(days=1)
    assert not await step(town, rollcall_board.report_one)


async def test_the_report_is_kept_and_names_what_each_may_read(any_town: Town) -> None:
    town = any_town
    director, mayor = await town.settle("主任", "director"), await town.settle("乡长", "township")
    other = await town.settle("外人", "director", center="dongxing", village=None)
    mother, son = await family(town, "王大娘", "王小")
    (li,) = await family(town, "李强", household="F2")
    notice_id = await begun(town, director)
    await town.do(mother, rollcall.answer, notice_id, "safe")
    await town.do(li, rollcall.answer, notice_id, "help")
    assert await refused(town, director, rollcall_report.again, notice_id) == "rollcall-runs-still"
    town.forget()
    await town.do(director, rollcall_report.end, await unit_id(town, "maqu"))
    assert _cells(town, director) == [("F1", "平安", "王大娘"), ("F2", "要帮忙", "李强")]
    assert _cells(town, mayor) == [("F1", "平安", ""), ("F2", "要帮忙", "李强")]
    assert await refused(town, director, rollcall_report.end, await unit_id(town, "maqu")) == "rollcall-over"
    town.forget()
    town.passes(days=30)
    await town.do(director, rollcall_report.again, notice_id)
    assert _cells(town, director) == [("F1", "平安", "王大娘"), ("F2", "要帮忙", "李强")]
    for who in (other, son):
        assert await refused(town, who, rollcall_report.again, notice_id) == "not-found"


def _cells(town: Town, who: int) -> list[tuple[str, str, str]]:
    """Household, answer and by whom of the spreadsheet somebody was sent."""
    from bot.words import translate

    table = next(one.message.attachment for one in town.told[who] if hasattr(one.message.attachment, "rows"))
    return [(str(row[0]), translate(row[2], "zh-Hans"), str(row[4])) for row in table.rows]  # type: ignore[union-attr,arg-type]


async def test_a_door_where_nobody_was_in_says_so_in_the_report(town: Town) -> None:
    director, keeper = await town.settle("主任", "director"), await town.settle("组长")
    (mother,) = await family(town, "王大娘")
    notice_id, home = await begun(town, director), await household_of(town, mother)
    await door_of(town, notice_id, home, keeper)
    async with town.begin() as tx:
        (await tx.session.get_one(NoticeDoor, (notice_id, home))).state = "nobody"
    await town.do(director, rollcall_report.end, await unit_id(town, "maqu"))
    assert _cells(town, director) == [("F1", "敲过门，没人", "")]


async def test_what_nobody_ends_is_over_after_three_days(any_town: Town) -> None:
    town = any_town
    director = await town.settle("主任", "director")
    notice_id = await begun(town, director)
    town.now += LASTS
    town.passes(seconds=-1)
    assert not await step(town, rollcall_report.end_one)
    town.passes(seconds=1)
    town.forget()
    assert await step(town, rollcall_report.end_one)
    assert "点名结果" in town.heard(director)
    assert not await step(town, rollcall_report.end_one)
    async with town.begin() as tx:
        assert (await tx.session.get_one(RollCall, notice_id)).ended_at == town.now


async def test_what_has_ended_stands_on_the_board_for_a_day(town: Town) -> None:
    director = await town.settle("主任", "director")
    notice_id = await begun(town, director)
    await town.do(director, rollcall_report.end, await unit_id(town, "maqu"))
    town.now += LOOKED_AT
    town.passes(seconds=-1)
    await town.do(director, rollcall_board.shown_to, await unit_id(town, "maqu"))
    assert RollcallReport(notice_id).pack() in town.last(director).taps
    town.passes(seconds=1)
    await town.do(director, rollcall_board.shown_to, await unit_id(town, "maqu"))
    assert "眼下没有在点名" in town.last(director).words


async def test_an_office_reads_no_name_of_the_silent(town: Town) -> None:
    director, mayor = await town.settle("主任", "director"), await town.settle("乡长", "township")
    await family(town, "王大娘")
    await begun(town, director)
    unit = await unit_id(town, "maqu")
    seen = [await town.do(who, rollcall_lists.silent, unit, 0) for who in (director, mayor)]
    assert [one.total for one in seen] == [1, 1]
    assert [line.args.get("name") for one in seen for line in one.lines] == ["王大娘", None]


async def test_forged_numbers_change_nothing(town: Town) -> None:
    director = await town.settle("主任", "director")
    with pytest.raises(NotFoundError):
        await town.do(director, rollcall_report.again, 10**9)
    with pytest.raises(NotFoundError):
        await town.do(director, rollcall.found, 10**9, 10**9, "safe")
    with pytest.raises(NotFoundError):
        await town.do(director, rollcall.acted_for, 10**9)


async def test_a_roll_call_is_ended_and_neither_corrected_nor_withdrawn(town: Town) -> None:
    leader = await town.settle("主任", "director")
    notice_id = await begun(town, leader)
    use_cases = (
        (notice_changes.correct, ("没事了", {})),
        (notice_changes.append, ("问", "答")),
        (notice_withdrawing.withdraw, ()),
    )
    for use_case, args in use_cases:
        assert await refused(town, leader, use_case, notice_id, *args) == "rollcall-not-changed"
    await town.do(leader, rollcall_report.end, await unit_id(town, "maqu"))
