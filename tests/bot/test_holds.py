"""Which rows in memory may go on: none of a notice that has changed until the table was asked."""

from __future__ import annotations

import pytest

from bot.holds import Holds
from storage import notices
from storage.outbox import Lane, OutboxRow
from storage.transaction import Database
from tests.bot.conftest import row as unsent
from tests.bot.test_feed import Reader, running
from tests.storage.test_notices import begun, stage


async def notice(database: Database, state: str = "running") -> int:
    """A notice in this state; its id."""
    async with database.begin() as tx:
        unit, _ = await stage(tx)
        row = await begun(tx, unit)
        if state != "running":
            notices.change(tx, row, state, None)
    return row.id


async def becomes(database: Database, notice_id: int, state: str) -> None:
    """Change a notice."""
    async with database.begin() as tx:
        row = await notices.notice(tx, notice_id)
        assert row is not None
        notices.change(tx, row, state, None)


def of(notice_id: int | None) -> OutboxRow:
    """A row that was never near a database."""
    return unsent(7, "", id=1, notice_id=notice_id)


async def look(database: Database, holds: Holds) -> list[int]:
    """Ask the table."""
    async with database.begin() as tx:
        return await holds.look(tx)


@pytest.mark.parametrize(("state", "held"), [("running", 0), ("paused", 1), ("stopped", 1), ("done", 1)])
async def test_only_a_notice_that_runs_goes_on(database: Database, state: str, held: int) -> None:
    notice_id, holds = await notice(database, state), Holds()
    holds.enter(of(notice_id))
    assert await look(database, holds) == [notice_id] * held
    assert holds.holds(of(notice_id)) == bool(held)
    assert not holds.holds(of(None))


async def test_what_is_in_doubt_waits_and_nothing_else_does(database: Database) -> None:
    notice_id, holds = await notice(database), Holds()
    assert holds.may_go(notice_id)
    holds.doubt()
    assert not holds.may_go(notice_id) and holds.may_go(None) and holds.in_doubt
    await look(database, holds)
    assert holds.may_go(notice_id) and not holds.in_doubt


async def test_what_changes_while_the_table_is_asked_is_in_doubt_still(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    holds, held = Holds(), notices.held

    async def slowly(*args: object) -> list[int]:
        found = await held(*args)  # type: ignore[arg-type]
        holds.doubt()
        return found

    monkeypatch.setattr(notices, "held", slowly)
    await look(database, holds)
    assert holds.in_doubt
    monkeypatch.setattr(notices, "held", held)
    await look(database, holds)
    assert not holds.in_doubt


async def test_ended_notices_are_forgotten_with_their_last_row(database: Database) -> None:
    notice_id, holds = await notice(database, "stopped"), Holds()
    for _ in range(2):
        holds.enter(of(notice_id))
    holds.leave(of(notice_id))
    assert await look(database, holds) == [notice_id]
    holds.leave(of(notice_id))
    assert await look(database, holds) == []


async def test_rows_of_a_paused_notice_are_read_when_it_goes_on(database: Database) -> None:
    notice_id, reader = await notice(database, "paused"), Reader(database)
    kept = await reader.put(3, lane=Lane.BROADCAST, notice_id=notice_id)
    free = await reader.put(2, lane=Lane.BROADCAST)
    async with running(reader):
        assert reader.taken == [one.id for one in free]
        await becomes(database, notice_id, "running")
        reader.feed.doubt()
        await reader.until(5)
        assert reader.taken[2:] == [one.id for one in kept]
