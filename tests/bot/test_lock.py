"""One process serves a bot; another stands by and takes over."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from bot import lock
from bot.lock import AlreadyRunningError, Lease, LockLostError, _AdvisoryLock, single_writer
from storage.transaction import Database

HOLD = """
import asyncio, sys
from bot.lock import single_writer
from storage.transaction import Database

async def main():
    database = Database(sys.argv[1])
    async with single_writer(database, 1000):
        print("held", flush=True)
        await asyncio.sleep(60)

asyncio.run(main())
"""


async def holder(url: str) -> asyncio.subprocess.Process:
    """Another process that holds the lock."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", HOLD, url, stdout=asyncio.subprocess.PIPE, cwd=Path(__file__).parents[2]
    )
    assert process.stdout is not None
    assert await process.stdout.readline() == b"held\n"
    return process


async def test_a_second_process_is_refused_and_told_who_is_there(database: Database) -> None:
    process = await holder(database.url)
    with pytest.raises(AlreadyRunningError, match=rf"process {process.pid}\b"):
        async with single_writer(database, 1000):
            pass
    process.kill()
    await process.wait()


async def test_a_process_that_dies_leaves_its_place_to_the_one_that_stands_by(database: Database) -> None:
    process = await holder(database.url)
    taken = asyncio.Event()

    async def stand_by() -> None:
        async with single_writer(database, 1000, wait=True, every=0.05):
            taken.set()

    standing_by = asyncio.create_task(stand_by())
    await asyncio.sleep(0.3)
    assert not taken.is_set()
    process.send_signal(signal.SIGKILL)
    await process.wait()
    await standing_by
    assert taken.is_set()


async def test_the_lock_is_free_again_after_the_block_also_after_an_error(database: Database) -> None:
    for _ in range(2):
        with pytest.raises(KeyError):
            async with single_writer(database, 1000):
                raise KeyError
    async with single_writer(database, 1000):
        pass


async def test_two_in_one_process_exclude_each_other_too(database: Database) -> None:
    async with single_writer(database, 1000):
        with pytest.raises(AlreadyRunningError, match=f"process {os.getpid()}"):
            async with single_writer(database, 1000):
                pass


async def test_another_bot_has_a_lock_of_its_own(database: Database) -> None:
    async with single_writer(database, 1000), single_writer(database, 2000):
        pass


async def test_waiting_can_be_cancelled(database: Database) -> None:
    async def stand_by() -> None:
        async with single_writer(database, 1000, wait=True, every=0.05):
            raise AssertionError("it must not get in")

    async with single_writer(database, 1000):
        standing_by = asyncio.create_task(stand_by())
        await asyncio.sleep(0.2)
        standing_by.cancel()
        with pytest.raises(asyncio.CancelledError):
            await standing_by


async def test_losing_the_lock_ends_the_work(database: Database) -> None:
    with pytest.raises(LockLostError):
        async with single_writer(database, 1000, every=0.05):
            await take_away(database)
            await asyncio.sleep(30)
    async with single_writer(database, 1000):
        pass


async def take_away(database: Database) -> None:
    """Lose the lock as it happens: somebody deletes the file, or the server ends the session."""
    if database.is_sqlite:
        os.unlink(f"{database.engine.url.database}.1000.lock")  # noqa: PTH108 - not blocking for long
        return
    async with database.begin() as tx:
        await tx.session.execute(
            text("select pg_terminate_backend(pid) from pg_stat_activity where application_name like :name"),
            {"name": f"bangban process {os.getpid()} %"},
        )


async def test_a_cancellation_from_outside_stays_one(database: Database) -> None:
    async def work() -> None:
        async with single_writer(database, 1000):
            await asyncio.sleep(30)

    working = asyncio.create_task(work())
    await asyncio.sleep(0.2)
    working.cancel()
    with pytest.raises(asyncio.CancelledError):
        await working


async def test_who_stands_by_does_so_while_there_is_no_database(tmp_path: Path) -> None:
    away = Database("postgresql+asyncpg://postgres@127.0.0.1:9/nothing")
    with pytest.raises(OSError, match="9"):
        async with single_writer(away, 1000):
            pass
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.5), single_writer(away, 1000, wait=True, every=0.05):
            pass
    await away.dispose()


@pytest.fixture
async def county(shared_postgres_url: str) -> AsyncIterator[Database]:
    """A county's database."""
    made = Database(shared_postgres_url)
    yield made
    await made.dispose()


async def test_who_is_frozen_or_cut_off_loses_the_lock(
    county: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lock, "SILENCE", 0.3)
    monkeypatch.setattr(lock, "SURE", 0.2)
    monkeypatch.setattr(lock._AdvisoryLock, "lasts", 0.2)
    lease, other = Lease(), asyncio.Event()

    async def stand_by() -> None:
        async with single_writer(county, 1000, wait=True, every=0.05):
            other.set()

    with pytest.raises(LockLostError):
        async with single_writer(county, 1000, every=1.0, lease=lease):  # it says nothing for a second
            assert lease.is_sure()
            standing_by = asyncio.create_task(stand_by())
            await asyncio.sleep(0.25)
            assert not lease.is_sure()  # before anybody else can have it
            assert not other.is_set()
            await asyncio.wait_for(other.wait(), 2)
            await asyncio.sleep(10)
    await standing_by


async def test_who_looks_in_time_stays_sure(county: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lock, "SILENCE", 0.4)
    monkeypatch.setattr(lock._AdvisoryLock, "lasts", 0.3)
    lease = Lease()
    async with single_writer(county, 1000, every=0.05, lease=lease):
        for _ in range(10):
            await asyncio.sleep(0.06)
            assert lease.is_sure()


async def test_a_database_that_does_not_answer_counts_as_a_lost_lock(
    county: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = _AdvisoryLock(county, 1000)
    assert await held.try_acquire()
    ask = held._ask

    async def never(*_: Any) -> Any:
        await ask("select pg_sleep(5)")

    monkeypatch.setattr(held, "_ask", never)
    monkeypatch.setattr(lock, "ANSWER", 0.05)
    assert await held.is_held() is False
    await held.release()


async def test_whoever_stands_by_prepares_once_and_says_whom_it_waits_for(
    database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    prepared: list[int] = []
    taken = asyncio.Event()

    async def prepare() -> None:
        prepared.append(1)

    async def stand_by() -> None:
        async with single_writer(database, 1000, wait=True, every=0.02, on_standby=prepare):
            taken.set()

    async with single_writer(database, 1000, on_standby=prepare):
        assert prepared == []
        standing_by = asyncio.create_task(stand_by())
        await asyncio.sleep(0.2)
    await asyncio.wait_for(standing_by, 2)
    assert prepared == [1]
    assert caplog.text.count(f"process {os.getpid()}") == 1
    assert "Taking over" in caplog.text
