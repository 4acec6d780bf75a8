"""Transactions: all or nothing, one writer on SQLite, and whose fault an error is."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy.exc
from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError, InterfaceError, OperationalError, StatementError
from sqlalchemy.ext.asyncio import create_async_engine

from storage import migrate, outbox, units, updates
from storage.outbox import Lane, OutboxRow
from storage.transaction import Database, Tx, is_infrastructure
from storage.units import OrgUnit
from storage.updates import SeenUpdate

NOW = datetime(2026, 3, 2, 1, 30, tzinfo=UTC)


def county(code: str = "yunling") -> OrgUnit:
    return OrgUnit(code=code, kind="county", name="云岭县")


async def error_of(work: Awaitable[Any]) -> BaseException:
    try:
        await work
    except Exception as error:
        return error
    raise AssertionError("nothing was raised")


async def test_what_was_written_stays(database: Database) -> None:
    async with database.begin() as tx:
        await units.add(tx, county())

    async with database.begin() as tx:
        assert [unit.code for unit in await units.units(tx)] == ["yunling"]


async def test_a_failure_undoes_everything(database: Database) -> None:
    with pytest.raises(RuntimeError):
        async with database.begin() as tx:
            await units.add(tx, county())
            raise RuntimeError

    async with database.begin() as tx:
        assert await units.units(tx) == []


async def test_the_transactions_moment_is_the_given_one(database: Database) -> None:
    async with database.begin(NOW, bot_id=7) as tx:
        await updates.mark_seen(tx, [1])
        assert (tx.now, tx.bot_id) == (NOW, 7)

    async with database.begin() as tx:
        (row,) = await tx.session.scalars(select(SeenUpdate))
        assert (row.at, row.bot_id) == (NOW, 7)


async def test_without_one_it_is_now_in_utc(database: Database) -> None:
    async with database.begin() as tx:
        assert tx.now.utcoffset() == timedelta()
        assert abs(datetime.now(UTC) - tx.now) < timedelta(minutes=1)


async def test_messages_are_queued_with_their_transaction(database: Database) -> None:
    async with database.begin(NOW) as tx:
        row = outbox.put(
            tx,
            OutboxRow(
                bot_id=1, chat_id=2, lane=Lane.ANSWER, method="send", locale="en", body={}, created_at=NOW
            ),
        )
    assert tx.queued == [row]
    assert row.id is not None

    async with database.begin(NOW) as tx:
        assert tx.queued == []


async def test_rows_can_be_read_after_the_commit(database: Database) -> None:
    async with database.begin() as tx:
        unit = county()
        await units.add(tx, unit)

    assert (unit.code, unit.kind) == ("yunling", "county")


async def test_writers_take_turns(database: Database) -> None:
    async with database.begin() as tx:
        await units.add(tx, OrgUnit(code="maqu", kind="center", name="马曲", settings={}))
        center_id = (await units.units(tx))[0].id

    async def count_up() -> int:
        async with database.begin() as tx:
            return await units.next_serial(tx, center_id)

    assert sorted(await asyncio.gather(*(count_up() for _ in range(20)))) == list(range(100, 120))


async def test_two_processes_on_one_file_take_turns_too(sqlite_url: str) -> None:
    first, second = Database(sqlite_url), Database(sqlite_url)

    async def write(database: Database, code: str) -> None:
        async with database.begin() as tx:
            await units.add(tx, county(code))

    await asyncio.gather(
        *(write(one, f"{name}-{at}") for at in range(10) for name, one in (("a", first), ("b", second)))
    )

    async with first.begin() as tx:
        assert len(await units.units(tx)) == 20
    await first.dispose()
    await second.dispose()


@pytest.mark.parametrize(
    ("pragma", "value"),
    [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1), ("busy_timeout", 10000)],
)
async def test_a_sqlite_file_is_kept_safely(sqlite_url: str, pragma: str, value: Any) -> None:
    database = Database(sqlite_url)
    async with database.begin() as tx:
        assert await tx.session.scalar(text(f"PRAGMA {pragma}")) == value
    await database.dispose()


async def test_references_are_checked(database: Database) -> None:
    error = await error_of(_villages_of_nobody(database))

    assert isinstance(error, IntegrityError)
    assert not is_infrastructure(error)


async def _villages_of_nobody(database: Database) -> None:
    async with database.begin() as tx:
        await units.add(tx, units.NaturalVillage(center_id=987, name="柳树湾"))


async def test_an_error_does_not_quote_what_was_written(database: Database) -> None:
    async def write() -> None:
        async with database.begin() as tx:
            await units.add(tx, OrgUnit(code="a", kind="胸口痛得很", name="b"))

    assert "胸口痛" not in str(await error_of(write())).partition("DETAIL")[0]


async def test_a_naive_moment_is_refused(database: Database) -> None:
    naive = datetime(2026, 3, 2)  # noqa: DTZ001 - what must be refused

    with pytest.raises(StatementError, match="naive datetime"):
        async with database.begin(naive) as tx:
            await updates.mark_seen(tx, [1])


async def test_a_moment_of_another_zone_comes_back_in_utc(database: Database) -> None:
    there = datetime(2026, 3, 2, 9, 30, tzinfo=timezone(timedelta(hours=8)))
    async with database.begin(there) as tx:
        await updates.mark_seen(tx, [1])

    async with database.begin() as tx:
        at = await tx.session.scalar(select(SeenUpdate.at))
    assert at == there
    assert at is not None
    assert at.tzinfo is UTC


async def test_moments_compare_the_same_in_every_zone(database: Database) -> None:
    async with database.begin(NOW) as tx:
        await updates.mark_seen(tx, [1])

    async with database.begin(NOW + timedelta(days=7)) as tx:
        await updates.forget_seen(tx, 10)
        assert await updates.seen(tx, [1]) == {1}
    async with database.begin(
        (NOW + timedelta(days=7, seconds=1)).astimezone(timezone(timedelta(hours=-9)))
    ) as tx:
        await updates.forget_seen(tx, 10)
        assert await updates.seen(tx, [1]) == set()


# Whose fault an error is.


Mistake = Callable[[Tx], Awaitable[Any]]


async def _syntax(tx: Tx) -> None:
    await tx.session.execute(text("SELEC 1"))


async def _no_table(tx: Tx) -> None:
    await tx.session.execute(text("SELECT * FROM nothing"))


async def _twice(tx: Tx) -> None:
    await updates.mark_seen(tx, [1, 1])


async def _too_large(tx: Tx) -> None:
    await updates.mark_seen(tx, [2**70])


async def _wrong_state(tx: Tx) -> None:
    await units.add(tx, OrgUnit(code="a", kind="empire", name="b"))


@pytest.mark.parametrize("mistake", [_syntax, _no_table, _twice, _too_large, _wrong_state])
async def test_a_mistake_of_ours_is_no_fault_of_the_machine(database: Database, mistake: Mistake) -> None:
    async def make() -> None:
        async with database.begin() as tx:
            await mistake(tx)

    assert not is_infrastructure(await error_of(make()))


async def test_a_locked_file_is_the_machines_fault(sqlite_url: str) -> None:
    holder, impatient = Database(sqlite_url), create_async_engine(sqlite_url, connect_args={"timeout": 0})

    async def write() -> None:
        async with impatient.begin() as connection:
            await connection.exec_driver_sql("DELETE FROM seen_update")

    async with holder.begin() as tx:
        await updates.mark_seen(tx, [1])
        error = await error_of(write())
    await holder.dispose()
    await impatient.dispose()

    assert "locked" in str(error)
    assert is_infrastructure(error)


async def _ended(before: set[threading.Thread]) -> None:
    """Wait for the thread of a connection that was refused: it reports to this test's event loop last."""
    async with asyncio.timeout(10):
        while set(threading.enumerate()) - before:  # noqa: ASYNC110 - a thread that ends tells no event loop
            await asyncio.sleep(0.01)


async def test_a_broken_file_is_the_machines_fault(tmp_path: Path) -> None:
    (tmp_path / "x.db").write_bytes(b"no database " * 1000)

    before = set(threading.enumerate())
    assert is_infrastructure(await error_of(migrate.current(f"sqlite+aiosqlite:///{tmp_path / 'x.db'}")))
    await _ended(before)


async def test_a_file_that_cannot_be_opened_is_the_machines_fault() -> None:
    before = set(threading.enumerate())
    assert is_infrastructure(await error_of(migrate.current("sqlite+aiosqlite:////nowhere/x.db")))
    await _ended(before)


@pytest.mark.parametrize(
    "url", ["postgresql+asyncpg://127.0.0.1:1/x", "postgresql+asyncpg://postgres@/x?host=/nowhere"]
)
async def test_a_server_that_is_away_is_the_machines_fault(url: str) -> None:
    assert is_infrastructure(await error_of(migrate.current(url)))


async def test_a_database_that_is_not_there_is_the_machines_fault(postgres_url: Callable[[str], str]) -> None:
    assert is_infrastructure(await error_of(migrate.current(postgres_url("nothing_of_this_name"))))


async def test_a_connection_that_was_cut_is_the_machines_fault(migrated_postgres_url: str) -> None:
    database = Database(migrated_postgres_url)

    async def cut() -> None:
        async with database.begin() as tx:
            pid = await tx.session.scalar(text("SELECT pg_backend_pid()"))
            async with database.begin() as other:
                await other.session.execute(text("SELECT pg_terminate_backend(:pid)"), {"pid": pid})
            await tx.session.execute(text("SELECT 1"))

    error = await error_of(cut())
    await database.dispose()

    assert is_infrastructure(error)


async def test_a_row_that_is_locked_is_read_as_it_is_now_though_it_was_read_before(
    migrated_postgres_url: str,
) -> None:
    database = Database(migrated_postgres_url)
    async with database.begin() as tx:
        await units.add(tx, county())
        unit_id = (await units.units(tx))[0].id
    async with database.begin() as tx:
        known = await units.unit_of(tx, unit_id)
        async with database.begin() as other:
            (await units.unit_of(other, unit_id)).name = "青河县"
        assert known.name == "云岭县"
        locked = await tx.lock(OrgUnit, unit_id)
        assert locked is known and known.name == "青河县"
    async with database.begin() as tx:
        known = await units.unit_of(tx, unit_id)
        known.last_serial = 500
        assert (await tx.lock(OrgUnit, unit_id)) is known and known.last_serial == 500
    await database.dispose()


async def test_a_deadlock_is_the_machines_fault(migrated_postgres_url: str) -> None:
    database = Database(migrated_postgres_url)
    async with database.begin() as tx:
        for code in ("a", "b"):
            await units.add(tx, county(code))
        first, second = (unit.id for unit in await units.units(tx))
    halfway = asyncio.Barrier(2)

    async def lock_both(one: int, other: int) -> None:
        async with database.begin() as tx:
            await units.lock(tx, one)
            await halfway.wait()
            await units.lock(tx, other)

    outcomes = await asyncio.gather(
        lock_both(first, second), lock_both(second, first), return_exceptions=True
    )
    await database.dispose()

    (error,) = [outcome for outcome in outcomes if outcome is not None]
    assert is_infrastructure(error)


@pytest.mark.parametrize(
    ("error", "fault"),
    [
        (OSError("disk"), True),
        (ConnectionRefusedError(), True),
        (OperationalError("x", None, Exception("away")), True),
        (InterfaceError("x", None, Exception("closed")), True),
        (IntegrityError("x", None, Exception("twice")), False),
        (ValueError("x"), False),
        (KeyError("x"), False),
        (RuntimeError("x"), False),
    ],
)
def test_other_errors_are_told_apart_by_kind(error: Exception, fault: bool) -> None:
    assert is_infrastructure(error) is fault


def test_a_pool_that_is_used_up_is_the_machines_fault() -> None:
    assert is_infrastructure(sqlalchemy.exc.TimeoutError("QueuePool limit reached"))
