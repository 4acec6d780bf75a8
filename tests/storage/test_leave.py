"""Leave as rows: who is away when, and what the clock finds."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy.exc import IntegrityError

from storage import leave
from storage.leave import Leave
from storage.transaction import Database, Tx
from tests.storage import rows
from tests.storage.rows import CLERK, DOCTOR, NOW

DAY = timedelta(days=1)
MOMENT = timedelta(microseconds=1)


async def goes(tx: Tx, unit_id: int, who: int = DOCTOR, days: int = 1, **more: Any) -> Leave:
    """A leave of so many days from now."""
    row = Leave(
        **{
            "account_id": who,
            "unit_id": unit_id,
            "starts_at": NOW,
            "ends_at": NOW + days * DAY,
            "created_by_id": who,
            "created_at": NOW,
            **more,
        }
    )
    leave.add(tx, row)
    await tx.session.flush()
    return row


async def stage(tx: Tx) -> int:
    """A unit with a doctor and a clerk; its id."""
    unit = await rows.unit(tx)
    await rows.accounts(tx, DOCTOR, CLERK)
    return unit.id


async def test_away_from_the_first_moment_until_just_before_the_end(database: Database) -> None:
    async with database.begin(NOW) as tx:
        place = await stage(tx)
        await goes(tx, place)
        await goes(tx, place, CLERK, ended_at=NOW + DAY / 2)

        async def away(at: datetime) -> set[int]:
            return set(await leave.away(tx, [DOCTOR, CLERK], at))

        assert await away(NOW - MOMENT) == set()
        assert await away(NOW) == {DOCTOR, CLERK}
        assert await away(NOW + DAY / 2 - MOMENT) == {DOCTOR, CLERK}
        assert await away(NOW + DAY / 2) == {DOCTOR}
        assert await away(NOW + DAY - MOMENT) == {DOCTOR}
        assert await away(NOW + DAY) == set()
        assert await leave.away(tx, [CLERK], NOW) == {CLERK}
        assert await leave.away(tx, [], NOW) == frozenset()


async def test_a_span_of_time_finds_what_reaches_into_it(database: Database) -> None:
    async with database.begin(NOW) as tx:
        place = await stage(tx)
        first = await goes(tx, place)
        later = await goes(tx, place, starts_at=NOW + 2 * DAY, ends_at=NOW + 3 * DAY)
        await goes(tx, place, CLERK, ended_at=NOW)

        async def found(begins: datetime, ends: datetime) -> list[int]:
            return [one.id for one in await leave.between(tx, [DOCTOR, CLERK], begins, ends)]

        assert await found(NOW, NOW + DAY) == [first.id]
        assert await found(NOW + DAY, NOW + 2 * DAY) == []
        assert await found(NOW + DAY - MOMENT, NOW + 2 * DAY + MOMENT) == [first.id, later.id]
        assert await leave.between(tx, [], NOW, NOW + DAY) == []


async def test_the_clock_finds_what_is_due_the_oldest_first_and_nothing_called_off(
    database: Database,
) -> None:
    async with database.begin(NOW) as tx:
        place = await stage(tx)
        second = await goes(tx, place)
        first = await goes(tx, place, CLERK, starts_at=NOW - MOMENT)
        await goes(tx, place, ended_at=NOW)
        await goes(tx, place, begun_at=NOW)
        await goes(tx, place, starts_at=NOW + MOMENT)
        for due in (first, second):
            assert await leave.to_begin(tx) is due
            due.begun_at = NOW
        assert await leave.to_begin(tx) is None


async def test_what_runs_or_is_to_come_is_listed_in_order(database: Database) -> None:
    async with database.begin(NOW) as tx:
        place = await stage(tx)
        later = await goes(tx, place, starts_at=NOW + DAY, ends_at=NOW + 2 * DAY)
        now = await goes(tx, place, begun_at=NOW)
        await goes(tx, place, starts_at=NOW - DAY, ends_at=NOW)
        await goes(tx, place, ended_at=NOW)
        await goes(tx, place, CLERK)

        assert await leave.coming(tx, DOCTOR) == [now, later]


async def test_nobody_is_back_before_they_go(database: Database) -> None:
    with pytest.raises(IntegrityError):
        async with database.begin(NOW) as tx:
            await goes(tx, await stage(tx), days=0)
