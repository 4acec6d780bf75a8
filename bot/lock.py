"""One process per bot: whoever holds the lock works, others stand by."""

from __future__ import annotations

import asyncio
import fcntl
import hashlib
import logging
import os
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Protocol

from storage.transaction import Database, is_infrastructure

log = logging.getLogger(__name__)

HOLDER = """
select activity.application_name from pg_locks as lock join pg_stat_activity as activity using (pid)
where lock.locktype = 'advisory' and lock.granted and lock.objsubid = 1
and ((lock.classid::bigint << 32) | lock.objid::bigint) = $1
"""


class AlreadyRunningError(Exception):
    """Another process serves this bot."""


class LockLostError(Exception):
    """The lock is gone, so another process may be serving this bot now."""


class _Lock(Protocol):
    async def try_acquire(self) -> bool: ...
    async def holder(self) -> str: ...
    async def is_held(self) -> bool: ...
    async def release(self) -> None: ...


@asynccontextmanager
async def single_writer(
    database: Database, bot_id: int, *, wait: bool = False, every: float = 2.0
) -> AsyncIterator[None]:
    """Be the only process that serves this bot, inside the block.

    If another one does: raises AlreadyRunningError, or with `wait` stands by until it ends. Looks
    `every` so many seconds whether the lock is still held; if it is not, the block is cancelled and
    LockLostError raised.
    """
    lock = _FileLock(database, bot_id) if database.is_sqlite else _AdvisoryLock(database, bot_id)
    try:
        await _acquire(lock, wait=wait, every=every)
        async with _watched(lock, every):
            yield
    finally:
        await lock.release()


async def _acquire(lock: _Lock, *, wait: bool, every: float) -> None:
    told = ""
    while (holder := await _try(lock, wait=wait)) is not None:
        if not wait:
            raise AlreadyRunningError(f"this bot is already served by {holder}")
        if told != holder:
            log.info("Standing by: this bot is served by %s.", holder)
            told = holder
        await asyncio.sleep(every)


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
async def _watched(lock: _Lock, every: float) -> AsyncIterator[None]:
    """Cancel the block when the lock is lost."""
    owner = asyncio.current_task()
    lost = False

    async def watch() -> None:
        nonlocal lost
        while await lock.is_held():  # noqa: ASYNC110 - the lock is outside of this process
            await asyncio.sleep(every)
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
    """A locked file beside the SQLite file; it says the process id of who holds it."""

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
    """A PostgreSQL advisory lock of a session of its own, named after this process."""

    def __init__(self, database: Database, bot_id: int) -> None:
        self._engine = database.engine
        digest = hashlib.sha256(f"bangban:{bot_id}".encode()).digest()
        self._key = int.from_bytes(digest[:8], "big", signed=True)
        self._connection: Any = None

    async def try_acquire(self) -> bool:
        if self._connection is None:
            connection = await self._engine.connect()
            self._connection = await connection.execution_options(isolation_level="AUTOCOMMIT")
            name = f"bangban process {os.getpid()} on {socket.gethostname()}"
            await self._ask("select set_config('application_name', $1, false)", name[:63])
        return bool(await self._ask("select pg_try_advisory_lock($1)", self._key))

    async def holder(self) -> str:
        return str(await self._ask(HOLDER, self._key) or "another process")

    async def is_held(self) -> bool:
        """Whether the session still lives: the lock lives exactly as long."""
        try:
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
