"""What goes wrong besides death, one after the other: Telegram's troubles, the database's, the machine's."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import sqlite3
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import text

from simulator.faults import Fault
from storage.transaction import is_infrastructure

if TYPE_CHECKING:
    from tests.chaos.arena import Arena

Storm = Callable[["Arena", float], Awaitable[None]]
LONGER_THAN_THE_BOT_WAITS = 25.0
BUSY = 10.0
"""Seconds that the bot waits for SQLite's lock before it is told that there is none to be had."""


async def floods(arena: Arena, seconds: float) -> None:
    """Telegram says 429 to two calls in five."""
    await _telegram(arena, seconds, {Fault.FLOOD: 0.4})


async def errors(arena: Arena, seconds: float) -> None:
    """Telegram's own errors, some of them after it did what it was asked to."""
    await _telegram(arena, seconds, {Fault.SERVER_ERROR: 0.2, Fault.SERVER_ERROR_AFTER: 0.05})


async def cuts(arena: Arena, seconds: float) -> None:
    """Connections are reset: before, after, and in the middle of an answer."""
    await _telegram(arena, seconds, {Fault.RESET: 0.15, Fault.RESET_AFTER: 0.05, Fault.CUT_AFTER: 0.05})


async def silence(arena: Arena, seconds: float) -> None:
    """Some messages are sent and never answered, for longer than anybody waits for an answer."""
    faults = arena.world.faults
    faults.hang = LONGER_THAN_THE_BOT_WAITS
    faults.script("sendMessage", [Fault.TIMEOUT_AFTER if n % 3 == 0 else None for n in range(24)])
    await asyncio.sleep(seconds)


async def away(arena: Arena, seconds: float) -> None:
    """Nobody is there."""
    arena.world.faults.away = True
    await asyncio.sleep(arena.plan.away)
    arena.world.faults.calm()


async def _telegram(arena: Arena, seconds: float, rates: dict[Fault, float]) -> None:
    arena.world.faults.rates.update(rates)
    await asyncio.sleep(seconds)
    arena.world.faults.calm()


async def clock(arena: Arena, seconds: float) -> None:
    """The machine's clock goes forward by twenty minutes, back by forty, and is right again."""
    for wrong in (1200, -1200, 0):
        arena.clock.write_text(f"{wrong}")
        arena.service.jump()
        await asyncio.sleep(seconds / 3)


async def locked(arena: Arena, seconds: float) -> None:
    """Somebody else has the database for longer than the bot is willing to wait."""
    if arena.sqlite is not None:
        await asyncio.to_thread(_hold_sqlite, arena.sqlite, BUSY + seconds)
        return
    async with arena.database.engine.begin() as connection:
        await connection.execute(text("LOCK TABLE seen_update, outbox IN ACCESS EXCLUSIVE MODE"))
        await asyncio.sleep(2 * seconds)


def _hold_sqlite(path: Path, seconds: float) -> None:
    import time

    with contextlib.closing(sqlite3.connect(path, timeout=30, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        time.sleep(seconds)
        other.execute("ROLLBACK")


async def full_disk(arena: Arena, seconds: float) -> None:
    """No file can grow. PostgreSQL cannot be shown this from outside without breaking its log, after which it
    restarts as it does when one of its processes is killed: so that is what it gets."""
    if arena.sqlite is None:
        await _crash_postgres(arena)
        await asyncio.sleep(seconds)
        return
    arena.service.fill_disk(full=True)
    await asyncio.sleep(seconds)
    arena.service.fill_disk(full=False)


async def hung_up(arena: Arena, seconds: float) -> None:
    """PostgreSQL hangs up on the bot's connections; the last time also on the one that holds its lock."""
    if arena.sqlite is not None:
        return
    spared = "and application_name not like 'bangban process%'"
    for rest in (spared, spared, ""):
        await arena.ask(f"select pg_terminate_backend(pid) from pg_stat_activity where {OTHERS} {rest}")
        await asyncio.sleep(seconds / 2)


OTHERS = "datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'"


async def _crash_postgres(arena: Arena) -> None:
    """Kill one of its processes: it ends all the others, and recovers."""
    pids: list[Any] = await arena.ask(f"select pid from pg_stat_activity where {OTHERS}")
    if pids:
        os.kill(pids[0], signal.SIGKILL)


async def patiently(question: Callable[[], Awaitable[Any]]) -> Any:
    """Ask a database that may be recovering until it answers."""
    for _ in range(200):
        try:
            return await question()
        except Exception as error:
            if not is_infrastructure(error):
                raise
            await asyncio.sleep(0.1)
    return await question()


STORMS: tuple[Storm, ...] = (floods, errors, cuts, silence, away, locked, full_disk, hung_up, clock)
