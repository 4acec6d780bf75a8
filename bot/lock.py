"""One process per bot: whoever holds the lock works, others stand by."""

from __future__ import annotations

import asyncio
import fcntl
import hashlib
import logging
import math
import os
import socket
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from storage.transaction import Database, is_infrastructure

log = logging.getLogger(__name__)

SILENCE = 15.0
"""Seconds of silence after which PostgreSQL takes the lock from a process that is frozen or cut off."""
SURE = 12.0
"""Seconds after which a process that has not heard from PostgreSQL is no longer sure of the lock; less than
`SILENCE`, so that it stops before another begins."""
ANSWER = 5.0
"""Seconds that PostgreSQL has to answer whether the lock is still held."""
_CLOCK = getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC)
"""A clock that goes on while the machine sleeps."""
SETTINGS = """
select set_config(name, value, false)
from unnest($1::text[], $2::text[]) as wanted (name, value) join pg_settings using (name)
"""
HOLDER = """
select activity.application_name from pg_locks as lock join pg_stat_activity as activity using (pid)
where lock.locktype = 'advisory' and lock.granted and lock.objsubid = 1
and ((lock.classid::bigint << 32) | lock.objid::bigint) = $1
"""


class AlreadyRunningError(Exception):
    """Another process serves this bot."""


class LockLostError(Exception):
    """The lock is gone, so another process may be serving this bot now."""


@dataclass
class Lease:
    """The lock while it is held: how sure its holder may be of it."""

    lasts: float = math.inf
    confirmed: float = -math.inf

    def confirm(self, at: float) -> None:
        """The lock was still held at this moment."""
        self.confirmed = at

    def is_sure(self) -> bool:
        """Whether nobody else can have the lock yet. A process that was frozen is not, when it wakes."""
        return _now() - self.confirmed < self.lasts


def _now() -> float:
    return time.clock_gettime(_CLOCK)


class _Lock(Protocol):
    lasts: float
    """Seconds for which it is certainly still held after it was looked at."""

    async def try_acquire(self) -> bool: ...
    async def holder(self) -> str: ...
    async def is_held(self) -> bool: ...
    async def release(self) -> None: ...


@asynccontextmanager
async def single_writer(
    database: Database,
    bot_id: int,
    *,
    wait: bool = False,
    every: float = 0.5,
    on_standby: Callable[[], Awaitable[None]] | None = None,
    lease: Lease | None = None,
) -> AsyncIterator[None]:
    """Be the only process that serves this bot, inside the block.

    If another one does: raises AlreadyRunningError, or with `wait` stands by until it ends (`on_standby` is
    awaited once, if it comes to that). Looks `every` so many seconds whether the lock is free, or still
    held; if it is lost, the block is cancelled and LockLostError raised. The `lease` says how sure of it one
    may be at any moment.
    """
    lock = _FileLock(database, bot_id) if database.is_sqlite else _AdvisoryLock(database, bot_id)
    lease = lease or Lease()
    lease.lasts = lock.lasts
    try:
        await _acquire(lock, lease, wait=wait, every=every, on_standby=on_standby)
        async with _watched(lock, lease, every):
            yield
    finally:
        await lock.release()


async def _acquire(
    lock: _Lock,
    lease: Lease,
    *,
    wait: bool,
    every: float,
    on_standby: Callable[[], Awaitable[None]] | None,
) -> None:
    told = ""
    lease.confirm(_now())
    while (holder := await _try(lock, wait=wait)) is not None:
        if not wait:
            raise AlreadyRunningError(f"this bot is already served by {holder}")
        if told != holder:
            log.info("Standing by: this bot is served by %s.", holder, extra={"action": "standby"})
        if not told and on_standby is not None:
            await on_standby()
        told = holder
        await asyncio.sleep(every)
        lease.confirm(_now())
    if told:
        log.info("Taking over: the lock is free.", extra={"action": "take-over"})


async def _try(lock: _Lock, *, wait: bool) -> str | None:
    """Who holds the lock; None if we do now. Who stands by does so even while there is no database."""
    try:
        return None if await lock.try_acquire() else await lock.holder()
    except Exception as error:
        if not (wait and is_infrastructure(error)):
            raise
        await lock.release()
        return f"a database that cannot be used now ({type(error).__name__})"


@asynccontextmanager
async def _watched(lock: _Lock, lease: Lease, every: float) -> AsyncIterator[None]:
    """Cancel the block when the lock is lost."""
    owner = asyncio.current_task()
    lost = False

    async def watch() -> None:
        nonlocal lost
        asked = _now()
        while await lock.is_held():
            lease.confirm(asked)
            await asyncio.sleep(every)
            asked = _now()
        lost = True
        if owner is not None:
            owner.cancel()

    watching = asyncio.create_task(watch())
    try:
        yield
    except asyncio.CancelledError:
        if lost and owner is not None and owner.uncancel() == 0:
            raise LockLostError from None
        raise
    finally:
        watching.cancel()
        await asyncio.gather(watching, return_exceptions=True)


class _FileLock:
    """A locked file beside the SQLite file; it says the process id of who holds it. A process keeps it for as
    long as it lives."""

    lasts = math.inf

    def __init__(self, database: Database, bot_id: int) -> None:
        self._path = Path(f"{database.engine.url.database}.{bot_id}.lock")
        self._file: int | None = None

    async def try_acquire(self) -> bool:
        file = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(file)
            return False
        os.ftruncate(file, 0)
        os.write(file, str(os.getpid()).encode())
        self._file = file
        return True

    async def holder(self) -> str:
        return f"process {self._path.read_text() or '?'}"

    async def is_held(self) -> bool:
        """Whether the locked file is still the one that others would find."""
        if self._file is None:
            return False
        try:
            return os.path.samestat(os.fstat(self._file), self._path.stat())
        except FileNotFoundError:
            return False

    async def release(self) -> None:
        if self._file is not None:
            os.close(self._file)
            self._file = None


class _AdvisoryLock:
    """A PostgreSQL advisory lock of a session of its own, named after this process.

    The server ends the session, and with it the lock, when the process ends, and also when it has been
    silent for a while: frozen, or cut off, or its whole machine gone. Servers older than 14 cannot do that;
    there only the network's own keepalives help.
    """

    lasts = SURE

    def __init__(self, database: Database, bot_id: int) -> None:
        self._engine = database.engine
        digest = hashlib.sha256(f"bangban:{bot_id}".encode()).digest()
        self._key = int.from_bytes(digest[:8], "big", signed=True)
        self._connection: Any = None

    async def try_acquire(self) -> bool:
        if self._connection is None:
            connection = await self._engine.connect()
            self._connection = await connection.execution_options(isolation_level="AUTOCOMMIT")
            settings = self._settings()
            await self._ask(SETTINGS, list(settings), list(settings.values()))
        return bool(await self._ask("select pg_try_advisory_lock($1)", self._key))

    def _settings(self) -> dict[str, str]:
        return {
            "application_name": f"bangban process {os.getpid()} on {socket.gethostname()}"[:63],
            "idle_session_timeout": str(int(SILENCE * 1000)),
            "tcp_keepalives_idle": "5",
            "tcp_keepalives_interval": "3",
            "tcp_keepalives_count": "3",
        }

    async def holder(self) -> str:
        return str(await self._ask(HOLDER, self._key) or "another process")

    async def is_held(self) -> bool:
        """Whether the session still lives: the lock lives exactly as long."""
        try:
            async with asyncio.timeout(ANSWER):
                return bool(await self._ask("select true"))
        except Exception as error:
            if is_infrastructure(error):
                return False
            raise

    async def release(self) -> None:
        """End the session, and with it the lock."""
        if self._connection is not None:
            connection, self._connection = self._connection, None
            await connection.invalidate()
            await connection.close()

    async def _ask(self, query: str, *values: Any) -> Any:
        return (await self._connection.exec_driver_sql(query, values)).scalar()
