"""Open requests as counts and lists, for somebody's eyes."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from storage import reports
from storage.offers import Offer
from storage.reports import Reach, Tally
from storage.requests import ServiceRequest
from storage.transaction import Database, Tx
from tests.storage import rows
from tests.storage.rows import CLERK, DOCTOR, GRANDMA, NOW

EARLIER, LATER = NOW - timedelta(hours=1), NOW + timedelta(hours=1)


def held(due: datetime, **more: object) -> dict[str, object]:
    """The doctor has it."""
    return {"holder_id": DOCTOR, "status": "assigned", "due_at": due, **more}


async def file(tx: Tx, center_id: int, *wanted: dict[str, object]) -> list[int]:
    """Requests of grandma's at a center; their ids."""
    made: list[ServiceRequest] = []
    for one in wanted:
        number = f"{center_id}{len(made):03}"
        made.append(rows.request(center_id, number, **{"due_at": LATER, **one}))
        tx.session.add(made[-1])
        await tx.session.flush()
    return [one.id for one in made]


@pytest.fixture
async def reach(database: Database) -> Reach:
    """The clerk's eyes on maqu; dongxing is there as well."""
    async with database.begin(NOW) as tx:
        maqu, _ = await rows.two_centers(tx)
        await rows.accounts(tx, GRANDMA, DOCTOR, CLERK)
        return Reach(CLERK, [maqu.id])


def here(reach: Reach) -> int:
    """The center that is looked over."""
    return reach.center_ids[0]


def ids(found: reports.Found) -> list[int]:
    return [row.id for row in found.rows]


async def test_what_is_alike_is_counted_together(database: Database, reach: Reach) -> None:
    async with database.begin(NOW) as tx:
        await file(tx, here(reach), {}, {}, {"due_at": EARLIER}, held(LATER), held(EARLIER), {"line": "shop"})
        await file(tx, here(reach) + 1, {})
        counted = await reports.tallies(tx, reach)
        both = await reports.tallies(tx, Reach(CLERK, [here(reach), here(reach) + 1]))

    center = here(reach)
    assert sorted(counted) == sorted(
        [
            Tally(center, "health", "submitted", True, False, 2),
            Tally(center, "health", "submitted", True, True, 1),
            Tally(center, "health", "assigned", False, False, 1),
            Tally(center, "health", "assigned", False, True, 1),
            Tally(center, "shop", "submitted", True, False, 1),
        ]
    )
    assert sum(one.many for one in both) == 7


@pytest.mark.parametrize("status", ["done", "closed", "cancelled", "declined"])
async def test_what_is_over_counts_no_more(database: Database, reach: Reach, status: str) -> None:
    async with database.begin(NOW) as tx:
        await file(tx, here(reach), {"status": status, "due_at": EARLIER})
        assert await reports.tallies(tx, reach) == []
        assert await reports.late(tx, reach) == ([], 0)
        assert await reports.unowned(tx, reach) == ([], 0)
        assert await reports.oldest(tx, reach) is None


async def test_what_somebody_asked_for_is_no_work_of_theirs_until_they_hold_it(
    database: Database, reach: Reach
) -> None:
    async with database.begin(NOW) as tx:
        _, taken = await file(
            tx,
            here(reach),
            {"asker_id": CLERK},
            {"asker_id": CLERK, "holder_id": CLERK, "status": "assigned"},
        )
        assert [one.many for one in await reports.tallies(tx, reach)] == [1]
        assert ids(await reports.unowned(tx, reach)) == []
        assert (found := await reports.oldest(tx, reach)) is not None and found.id == taken
        assert sum(one.many for one in await reports.tallies(tx, Reach(DOCTOR, reach.center_ids))) == 2


async def test_late_is_past_its_due_time_and_not_at_it(database: Database, reach: Reach) -> None:
    moment = timedelta(microseconds=1)
    async with database.begin(NOW) as tx:
        _, just, long = await file(tx, here(reach), {"due_at": NOW}, {"due_at": NOW - moment}, held(EARLIER))
        assert await reports.late(tx, reach, limit=1) == ([await tx.session.get(ServiceRequest, long)], 2)
        assert ids(await reports.late(tx, reach)) == [long, just]
        assert ids(await reports.late(tx, reach, offset=1)) == [just]


async def test_what_falls_due_by_a_moment_is_neither_late_nor_due_at_it(
    database: Database, reach: Reach
) -> None:
    async with database.begin(NOW) as tx:
        first, _, _, second = await file(
            tx,
            here(reach),
            {"due_at": NOW},
            {"due_at": LATER},
            {"due_at": EARLIER},
            held(LATER - timedelta(seconds=1)),
        )
        assert ids(await reports.due_by(tx, reach, LATER)) == [first, second]


async def test_what_nobody_holds_is_listed_by_how_long(database: Database, reach: Reach) -> None:
    async with database.begin(NOW) as tx:
        new, old, _, urgent = await file(
            tx,
            here(reach),
            {},
            {"state_since": EARLIER},
            held(LATER),
            {"due_at": EARLIER, "state_since": LATER},
        )
        assert ids(await reports.unowned(tx, reach)) == [old, new, urgent]
        assert await reports.unowned(tx, reach, due_from=NOW, limit=0) == ([], 2)
        assert ids(await reports.unowned(tx, reach, due_from=LATER)) == [old, new]
        assert ids(await reports.unowned(tx, reach, due_from=LATER + timedelta(1))) == []


async def test_the_oldest_is_the_one_asked_for_first(database: Database, reach: Reach) -> None:
    async with database.begin(NOW) as tx:
        _, _, old = await file(
            tx, here(reach), {}, {"created_at": EARLIER, "status": "closed"}, {"created_at": EARLIER}
        )
        found = await reports.oldest(tx, reach)
        assert found is not None and found.id == old


async def test_what_rose_is_what_lies_at_the_step_is_offered_or_is_held(
    database: Database, reach: Reach
) -> None:
    async with database.begin(NOW) as tx:
        risen, offered, withdrawn, mine, passed, _ = await file(
            tx,
            here(reach),
            {"step": "township"},
            {},
            {},
            {"holder_id": CLERK, "status": "assigned"},
            {"step": "county"},
            {},
        )
        tx.session.add_all(
            [
                Offer(request_id=offered, account_id=CLERK, offered_at=NOW),
                Offer(request_id=withdrawn, account_id=CLERK, offered_at=NOW, withdrawn_at=NOW),
                Offer(request_id=passed, account_id=DOCTOR, offered_at=NOW),
            ]
        )
        assert ids(await reports.risen(tx, reach, "township")) == [risen, offered, mine]
        assert await reports.risen(tx, reach, "county", limit=0) == ([], 3)
