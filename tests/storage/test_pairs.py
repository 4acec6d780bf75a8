"""Pairs, wishes and visits as rows: what the tables refuse by themselves, and what the clock finds."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from domain.pairs import Wish
from domain.visits import Plan, Rhythm
from storage import pairs, visits, wishes
from storage.pairs import Pair, PairProgress
from storage.transaction import Database, Tx
from storage.visits import Visit
from storage.wishes import HouseholdWish
from tests.storage import rows
from tests.storage.rows import CLERK, DOCTOR, GRANDMA, NOW

DAY = timedelta(days=1)
BEGUN = {"state": "active", "code_word": "青松", "agreed_by": "household", "wake_at": None}
OVER = {"over_at": NOW, "wake_at": None}


async def stage(tx: Tx) -> tuple[int, int]:
    """A center with three accounts and a person; the ids of center and person."""
    unit = await rows.unit(tx)
    await rows.accounts(tx, GRANDMA, DOCTOR, CLERK)
    return unit.id, (await rows.person(tx, unit.id, "王秀英")).id


async def put(tx: Tx, place: tuple[int, int], household: int = 1, **more: Any) -> Pair:
    """A pair of a household with the doctor as its helper."""
    row = Pair(
        **{
            "center_id": place[0],
            "household_id": household,
            "person_id": place[1],
            "helper_id": DOCTOR,
            "purpose": "care",
            "rhythm": "twice",
            "goals": [],
            "state": "proposed",
            "since": NOW,
            "wake_at": NOW + 3 * DAY,
            "told": [],
            "proposed_by_id": CLERK,
            "created_at": NOW,
            **more,
        }
    )
    await pairs.add(tx, row)
    return row


async def goes(tx: Tx, pair_id: int, **more: Any) -> Visit:
    """A visit that is due."""
    row = Visit(
        **{
            "pair_id": pair_id,
            "goer_id": DOCTOR,
            "state": "due",
            "due_from": NOW,
            "due_by": NOW + 7 * DAY,
            "remind_at": NOW + 5 * DAY,
            "miss_at": NOW + 7 * DAY,
            "said": [],
            **more,
        }
    )
    await visits.add(tx, row)
    return row


async def test_a_household_has_one_open_pair_and_any_number_that_are_over(database: Database) -> None:
    async with database.begin(NOW) as tx:
        place = await stage(tx)
        await put(tx, place, state="ended", reason="moved", **OVER)
        await put(tx, place, state="declined", **OVER)
        await put(tx, place)
        assert len(await pairs.of_households(tx, [1])) == 1
    with pytest.raises(IntegrityError):
        async with database.begin(NOW) as tx:
            await put(tx, place, **BEGUN)


@pytest.mark.parametrize(
    "wrong",
    [
        {"state": "asleep"},
        {"purpose": "money"},
        {"rhythm": "daily"},
        {"rhythm": "weekly", "after_day": 10},
        {"rhythm": "monthly", "after_day": 1},
        {"rhythm": "monthly", "after_day": 26},
        {"state": "active", "code_word": None, "agreed_by": "household"},
        {"state": "active", "code_word": "青松", "agreed_by": None},
        {"agreed_by": "helper"},
        {**BEGUN, "state": "paused"},
        {"state": "ended", "over_at": NOW},
        {"state": "ended", "reason": "moved"},
        {"over_at": NOW},
        {"wake_at": None},
        {"second_id": DOCTOR},
        {"next_id": DOCTOR},
    ],
)
async def test_the_table_repeats_the_rules(database: Database, wrong: dict[str, Any]) -> None:
    with pytest.raises(IntegrityError):
        async with database.begin(NOW) as tx:
            await put(tx, await stage(tx), **wrong)


@pytest.mark.parametrize(
    "right",
    [
        BEGUN,
        {**BEGUN, "state": "paused", "reason": "hospital"},
        {"rhythm": "monthly", "after_day": 2},
        {"rhythm": "monthly", "after_day": 25},
        {"state": "declined", **OVER},
        {"second_id": CLERK, "next_id": GRANDMA},
    ],
)
async def test_what_is_right_is_let_in(database: Database, right: dict[str, Any]) -> None:
    async with database.begin(NOW) as tx:
        await put(tx, await stage(tx), **right)


async def test_the_plan_of_a_pair_is_read_back(database: Database) -> None:
    async with database.begin(NOW) as tx:
        row = await put(tx, await stage(tx), rhythm="monthly", after_day=10)
        assert row.plan == Plan(Rhythm.MONTHLY, 10)


async def test_words_and_goals_are_ciphertext_in_the_file(database: Database) -> None:
    async with database.begin(NOW) as tx:
        place = await stage(tx)
        row = await put(
            tx, place, goals=["养两头猪"], note="耳朵背", **BEGUN | {"state": "paused"}, reason="住院"
        )
        pairs.add_progress(
            tx, PairProgress(pair_id=row.id, month="2026-03", words="买了小猪", by_id=DOCTOR, at=NOW)
        )
        await goes(tx, row.id, said=[{"content": {"text": "腿疼"}, "message_id": 1}])
        wishes.add(tx, HouseholdWish(household_id=1, wishes={"tongue": "本地话"}, unwanted=[CLERK]))
    async with database.begin(NOW) as tx:
        kept = []
        for table in ("pair", "pair_progress", "visit", "household_wish"):
            found = await tx.session.execute(text(f"SELECT * FROM {table}"))
            kept += [str(bytes(value)) if isinstance(value, bytes | memoryview) else str(value)
                     for one in found for value in one]  # fmt: skip
        raw = "\n".join(kept)
        words = ("养两头猪", "耳朵背", "青松", "住院", "买了小猪", "腿疼", "本地话", str(CLERK))
        secret = [word for word in words if word in raw or str(word.encode())[2:-1] in raw]
        assert secret == [
            str(CLERK)
        ]  # who proposed it is an account's key; whom they do not want is not there
        found_pair = await pairs.pair(tx, row.id)
        assert found_pair is not None and found_pair.goals == ["养两头猪"]
        wish = await wishes.of_household(tx, 1)
        assert wish is not None and wish.wish == Wish(tongue="本地话") and wish.unwanted == [CLERK]


async def test_each_finds_the_open_pairs_that_are_theirs(database: Database) -> None:
    async with database.begin(NOW) as tx:
        place = await stage(tx)
        others = [(await rows.person(tx, place[0], f"老{n}", household=f"h{n}")).household_id for n in (2, 3)]
        first = await put(tx, place, second_id=CLERK, **BEGUN)
        second = await put(tx, place, others[0], helper_id=CLERK, next_id=DOCTOR, wants_other_at=NOW)
        await put(tx, place, others[1], state="declined", **OVER)
        assert [one.id for one in await pairs.of_helper(tx, DOCTOR)] == [first.id]
        assert [one.id for one in await pairs.of_second(tx, CLERK)] == [first.id]
        assert [one.id for one in await pairs.of_next(tx, DOCTOR)] == [second.id]
        assert await pairs.loads(tx, place[0]) == {DOCTOR: 2, CLERK: 1}
        assert await pairs.count(tx, place[0]) == {"active": 1, "proposed": 1}
        assert [one.id for one in await pairs.needing(tx, place[0])] == [second.id]
        assert await pairs.needing(tx, place[0], but=CLERK) == []
        assert [one.id for one in await pairs.at_center(tx, place[0], ["active"])] == [first.id]
        assert await pairs.at_center(tx, place[0], ["active"], but=DOCTOR) == []
        assert await pairs.loads(tx, place[0] + 1) == {}


async def test_the_clock_finds_the_pair_that_has_waited_the_longest(database: Database) -> None:
    async with database.begin(NOW) as tx:
        place = await stage(tx)
        other = (await rows.person(tx, place[0], "老二", household="h2")).household_id
        late = await put(tx, place, wake_at=NOW)
        later = await put(tx, place, other, wake_at=NOW - DAY)
        assert await pairs.to_wake(tx) is later
        later.wake_at = NOW + timedelta(microseconds=1)
        await tx.session.flush()
        assert await pairs.to_wake(tx) is late


async def test_one_visit_of_a_pair_is_due_at_a_time(database: Database) -> None:
    async with database.begin(NOW) as tx:
        row = await put(tx, await stage(tx), **BEGUN)
        await goes(tx, row.id, state="missed", remind_at=None, miss_at=None)
        first = await goes(tx, row.id)
        assert await visits.due(tx, row.id) is first
    with pytest.raises(IntegrityError):
        async with database.begin(NOW) as tx:
            await goes(tx, row.id)


@pytest.mark.parametrize(
    "wrong",
    [
        {"state": "maybe"},
        {"how": "flew"},
        {"condition": "fine"},
        {"due_by": NOW - DAY},
        {"miss_at": None},
        {"state": "missed", "remind_at": None},
        {"state": "dropped", "miss_at": None},
        {"state": "done", "remind_at": None, "miss_at": None},
        {"done_at": NOW},
    ],
)
async def test_the_table_of_visits_repeats_the_rules(database: Database, wrong: dict[str, Any]) -> None:
    with pytest.raises(IntegrityError):
        async with database.begin(NOW) as tx:
            await goes(tx, (await put(tx, await stage(tx), **BEGUN)).id, **wrong)


async def test_the_clock_finds_what_is_to_be_reminded_of_and_what_is_missed(database: Database) -> None:
    async with database.begin(NOW) as tx:
        row = await put(tx, await stage(tx), **BEGUN)
        visit = await goes(tx, row.id)
    for at, remind, miss in ((5 * DAY - timedelta(microseconds=1), False, False), (5 * DAY, True, False),
                             (7 * DAY, True, True)):  # fmt: skip
        async with database.begin(NOW + at) as tx:
            assert (await visits.to_remind(tx) is not None, await visits.to_miss(tx) is not None) == (
                remind,
                miss,
            )
    async with database.begin(NOW + 8 * DAY) as tx:
        found = await visits.visit(tx, visit.id)
        assert found is not None
        found.state, found.remind_at, found.miss_at = "missed", None, None
        await tx.session.flush()
        assert await visits.missed(tx, row.id) is found
        assert await visits.to_remind(tx) is None and await visits.to_miss(tx) is None
        await goes(tx, row.id, state="done", due_by=NOW + 8 * DAY, done_at=NOW, remind_at=None, miss_at=None)
        assert await visits.missed(tx, row.id) is None  # a later one was made
        assert len(await visits.past(tx, row.id)) == 1


async def test_a_month_has_one_line_of_progress(database: Database) -> None:
    async with database.begin(NOW) as tx:
        row = await put(tx, await stage(tx), **BEGUN)
        for month in ("2026-02", "2026-03"):
            pairs.add_progress(
                tx, PairProgress(pair_id=row.id, month=month, words=month, by_id=DOCTOR, at=NOW)
            )
        await tx.session.flush()
        assert [one.month for one in await pairs.progress(tx, row.id)] == ["2026-03", "2026-02"]
        found = await pairs.progress_of(tx, row.id, "2026-02")
        assert found is not None and found.words == "2026-02"
    with pytest.raises(IntegrityError):
        async with database.begin(NOW) as tx:
            pairs.add_progress(tx, PairProgress(pair_id=row.id, month="2026-02", by_id=DOCTOR, at=NOW))
