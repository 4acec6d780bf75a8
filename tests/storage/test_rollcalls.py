"""What is kept of roll calls: one under way at a center, answers added up by household and village."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from bot.seed import found_county
from domain.rollcall import LASTS, Report
from services import notice_writing
from storage import notice_readers, rollcall_answers, rollcalls
from storage.notice_readers import NoticeReader, RollCallWord
from storage.people import Household, Person
from storage.rollcalls import RollCall, RollCallBoard
from storage.transaction import Database
from tests.services.test_notices import unit_id
from tests.services.town import NOW, Town


@pytest.fixture
async def town(database: Database) -> Town:
    """The example county with nobody in it yet, once on each engine."""
    async with database.begin(NOW) as tx:
        await found_county(tx)
    return Town(database)


async def called(town: Town, *, villages: list[int] | None = None, code: str = "maqu") -> int:
    """A roll call as it is kept; its notice."""
    author, unit = await town.settle("县里", "county"), await unit_id(town, code)
    notice = await town.do(author, notice_writing.announce, unit, "发大水了")
    async with town.begin() as tx:
        call = RollCall(
            notice_id=notice.id, center_id=unit, villages=villages or [], kind="trapped", begun_at=tx.now
        )
        await rollcalls.add(tx, call)
    return notice.id


async def ended(town: Town, notice_id: int) -> None:
    """It is over, with nothing to report."""
    async with town.begin() as tx:
        call = await rollcalls.locked(tx, notice_id)
        assert call is not None
        call.report, call.ended_at = Report().pack(), tx.now


async def homes(town: Town, *villages: str) -> list[Household]:
    """Households in these natural villages."""
    found = []
    for number, village in enumerate(villages):
        person_id = await town.enrol(f"某{number}", village=village)
        async with town.begin() as tx:
            person = await tx.session.get_one(Person, person_id)
            found.append(await tx.session.get_one(Household, person.household_id))
    return found


async def answer(town: Town, notice_id: int, home: Household | None, said: str) -> int:
    """Somebody of this household answers; their account."""
    who = await town.settle("答的人")
    async with town.begin() as tx:
        home_id = home.id if home is not None else None
        row = NoticeReader(notice_id=notice_id, account_id=who, household_id=home_id, read_at=tx.now)
        row.answer, row.answered_at = said, tx.now
        await notice_readers.add(tx, row)
    return who


async def test_a_center_has_one_roll_call_under_way(town: Town) -> None:
    first = await called(town)
    with pytest.raises(IntegrityError):
        await called(town)
    other = await called(town, code="dongxing")
    async with town.begin() as tx:
        assert await rollcalls.open_ids(tx) == [first, other]
    await ended(town, first)
    again = await called(town)
    here = await unit_id(town, "maqu")
    async with town.begin() as tx:
        assert [one.notice_id for one in await rollcalls.open_at(tx, [here])] == [again]
        assert [one.notice_id for one in await rollcalls.latest(tx, [here])] == [again]


async def test_one_that_has_ended_has_its_report_and_no_other_has(town: Town) -> None:
    notice_id = await called(town)
    with pytest.raises(IntegrityError):
        async with town.begin() as tx:
            call = await rollcalls.locked(tx, notice_id)
            assert call is not None
            call.ended_at = tx.now
    await ended(town, notice_id)
    async with town.begin() as tx:
        call = await rollcalls.one(tx, notice_id)
        assert call is not None and call.brought == Report()


async def test_what_is_forgotten_is_what_nobody_ended_for_so_long(town: Town) -> None:
    notice_id = await called(town)
    town.now += LASTS - timedelta(seconds=1)
    async with town.begin() as tx:
        assert await rollcalls.forgotten(tx, LASTS) is None
    town.passes(seconds=1)
    async with town.begin() as tx:
        found = await rollcalls.forgotten(tx, LASTS)
        assert found is not None and found.notice_id == notice_id
    await ended(town, notice_id)
    async with town.begin() as tx:
        assert await rollcalls.forgotten(tx, LASTS) is None


async def test_households_are_counted_by_their_worst_answer_and_village(town: Town) -> None:
    upper, second, lower, silent = await homes(town, "上马曲", "上马曲", "下马曲", "下马曲")
    notice_id = await called(town)
    await answer(town, notice_id, upper, "safe")
    helper = await answer(town, notice_id, upper, "help")
    await answer(town, notice_id, second, "safe")
    await answer(town, notice_id, None, "away")
    async with town.begin() as tx:
        await rollcall_answers.add(
            tx,
            RollCallWord(
                notice_id=notice_id, household_id=lower.id, account_id=helper, answer="away", at=tx.now
            ),
        )
    async with town.begin() as tx:
        call = await rollcalls.one(tx, notice_id)
        assert call is not None
        assert await rollcall_answers.totals(tx, call) == {upper.village_id: 2, lower.village_id: 2}
        assert await rollcall_answers.standings(tx, call) == {
            upper.village_id: {"help": 1, "safe": 1},
            lower.village_id: {"away": 1},
        }
        assert await rollcall_answers.others(tx, notice_id) == {"away": 1}
        assert await notice_readers.reached(tx, notice_id) == {upper.id, second.id, lower.id}
        told = await rollcall_answers.told(tx, notice_id, household_id=upper.id)
        assert [one.answer for one in told] == ["safe", "help"]
        assert len(await rollcall_answers.told(tx, notice_id)) == 5
        assert [one.id for one in await rollcall_answers.households(tx, call)][-1] == silent.id


async def test_only_the_villages_that_are_called_count(town: Town) -> None:
    upper, lower = await homes(town, "上马曲", "下马曲")
    assert lower.village_id is not None
    notice_id = await called(town, villages=[lower.village_id])
    await answer(town, notice_id, upper, "help")
    async with town.begin() as tx:
        call = await rollcalls.one(tx, notice_id)
        assert call is not None
        assert await rollcall_answers.totals(tx, call) == {lower.village_id: 1}
        assert await rollcall_answers.standings(tx, call) == {}
        assert call.calls(lower.village_id) and not call.calls(upper.village_id) and not call.calls(None)


async def test_the_board_that_has_waited_longest_is_looked_at_first(town: Town) -> None:
    units_ = [await unit_id(town, code) for code in ("maqu", "dongxing", "qinghe")]
    async with town.begin() as tx:
        for unit, seconds in zip(units_, (5, 3, None), strict=True):
            at = tx.now + timedelta(seconds=seconds) if seconds is not None else None
            await rollcalls.add(tx, RollCallBoard(unit_id=unit, look_at=at, shown=-1))
    town.passes(seconds=2)
    async with town.begin() as tx:
        assert await rollcalls.board_due(tx) is None
    town.passes(seconds=3)
    async with town.begin() as tx:
        board = await rollcalls.board_due(tx)
        assert board is not None and board.unit_id == units_[1]
