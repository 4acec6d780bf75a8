"""The transaction that services are handed, and the database that makes them."""

from __future__ import annotations

import asyncio
import json
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, TypeVar, cast

from sqlalchemy import CursorResult, Executable, event, inspect, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, create_async_engine

from storage import inline
from storage.memo import MindfulSession

if TYPE_CHECKING:
    from storage.outbox import OutboxRow

R = TypeVar("R")
_SQLITE = (
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_NOMEM,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_CORRUPT,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_PROTOCOL,
    sqlite3.SQLITE_NOTADB,
)
_POSTGRES = ("08", "25P03", "28", "3D", "40", "53", "55P03", "57", "58")
"""SQLSTATE classes (PostgreSQL, appendix A): connection, idle in a transaction for too long, authorization,
no such database, rolled back by the server (deadlock), out of resources, lock not available, shut down by
the operator, system error."""
_NOTIFY = text("select pg_notify('bangban', :signal)")


def is_infrastructure(error: BaseException) -> bool:
    """Whether it is the machine's fault and not an update's: away, locked, disk full, broken file.

    Trying again later may help, without changing anything.
    """
    if not isinstance(error, DBAPIError):
        return isinstance(error, (OSError, PoolTimeout))
    if error.connection_invalidated:
        return True
    if (code := getattr(error.orig, "sqlite_errorcode", None)) is not None:
        return code & 0xFF in _SQLITE  # the low byte; the rest only says more exactly why
    if state := getattr(error.orig, "sqlstate", None):
        return str(state).startswith(_POSTGRES)
    bad_value = isinstance(getattr(error.orig, "__cause__", None), ValueError)  # asyncpg: does not fit
    return isinstance(error, (OperationalError, InterfaceError)) and not bad_value


@dataclass
class Tx:
    """One transaction: its session, its moment, and the messages it wants sent.

    `queued` holds the outbox rows to hand to the delivery loop after the commit; if the
    transaction is rolled back they are dropped with it.
    """

    session: AsyncSession
    now: datetime
    bot_id: int = 0
    queued: list[OutboxRow] = field(default_factory=list)
    unwritten: list[OutboxRow] = field(default_factory=list)
    """Those of them that are not in the table yet."""
    at_end: list[Callable[[Tx], Awaitable[None]]] = field(default_factory=list)
    """What is left to be done just before the commit."""
    signals: set[tuple[int, str]] = field(default_factory=set)
    """What is to be heard of with the commit: the bot it concerns (0 for all) and a topic. See
    storage/signals.py."""

    @property
    def is_sqlite(self) -> bool:
        """Whether this is the one writer there is."""
        return self.session.get_bind().dialect.name == "sqlite"

    @property
    def mind(self) -> MindfulSession:
        """The session itself: what it keeps in mind is in there."""
        session = self.session.sync_session
        if not isinstance(session, MindfulSession):
            raise TypeError("a transaction that no Database began")
        return session

    async def core(self, statement: Executable, values: Any = None) -> CursorResult[Any]:
        """Execute a statement past the session: nothing that waits is written first, nothing forgotten."""
        connection = await self.session.connection()
        return await connection.execute(statement, values)

    async def write(self) -> None:
        """Write everything that was put off until somebody looks or it is committed."""
        await self.session.run_sync(lambda _: self.mind.write_appended())
        for finish in self.at_end:
            await finish(self)

    def made(self, row: Any) -> bool:
        """Whether a row was made in this transaction: then nothing hangs on it but what this one made."""
        return inspect(row).key in self.mind.made

    async def lock(self, table: type[R], key: int | tuple[int | str, ...]) -> R | None:
        """A row by its key, locked until the commit and as it is now. What is locked already, or was made
        in this transaction, is not asked for again; SQLite has only one writer anyway."""
        mind, place = self.mind, self.session.identity_key(table, key)
        known = mind.identity_map.get(place)
        if known is not None and place in mind.locked and not inspect(known).expired:
            return cast(R, known)
        untouched = known is not None and not inspect(known).modified
        found = await self.session.get(table, key, with_for_update=True, populate_existing=untouched)
        mind.locked.add(place)
        return found


@asynccontextmanager
async def attempt(tx: Tx) -> AsyncIterator[None]:
    """A part of a transaction that can fail by itself: if the block raises, what it wrote and wanted sent
    is undone, the transaction goes on, and the error is raised again."""
    await tx.write()
    queued, settled = len(tx.queued), len(tx.mind.settled)
    try:
        async with tx.session.begin_nested():
            yield
            await tx.write()
    except BaseException:
        del tx.queued[queued:]
        tx.unwritten.clear()
        tx.mind.unsettle(settled)
        raise


class Database:
    """An engine for one SQLite file or one PostgreSQL database.

    `frozen_after`: how many seconds a PostgreSQL server waits in the middle of a transaction for a process
    that says nothing, before it undoes the transaction; without it for ever.
    """

    def __init__(self, url: str, *, echo: bool = False, frozen_after: float | None = None) -> None:
        self.url = url
        self.is_sqlite = make_url(url).get_backend_name() == "sqlite"
        self.engine = _engine(url, echo=echo, frozen_after=frozen_after)
        # SQLite has one writer; waiting for it here is fair and wakes at once, its own busy wait sleeps.
        self._writer = asyncio.Lock() if self.is_sqlite else None
        self.hearers: list[Callable[[str], None]] = []
        """Whoever in this process wants to hear at once what a transaction here has changed: topics."""

    @asynccontextmanager
    async def begin(self, now: datetime | None = None, bot_id: int = 0) -> AsyncIterator[Tx]:
        """Open a transaction; commit at the end of the block, roll back if it raises."""
        if self._writer is None:
            async with self._begin(now, bot_id) as tx:
                yield tx
            return
        async with self._writer, self._begin(now, bot_id) as tx:
            yield tx

    @asynccontextmanager
    async def _begin(self, now: datetime | None, bot_id: int) -> AsyncIterator[Tx]:
        async with (
            AsyncSession(self.engine, expire_on_commit=False, sync_session_class=MindfulSession) as session,
            session.begin(),
        ):
            tx = Tx(session, now or datetime.now(UTC), bot_id)
            yield tx
            await tx.write()
            for bot, topic in sorted(tx.signals) if not self.is_sqlite else ():
                await session.execute(_NOTIFY, {"signal": json.dumps({"bot": bot, "topic": topic})})
        for topic in {topic for bot, topic in tx.signals if bot in (0, bot_id)}:
            for hear in self.hearers:
                hear(topic)

    async def dispose(self) -> None:
        """Close all connections."""
        await self.engine.dispose()


def _engine(url: str, *, echo: bool, frozen_after: float | None = None) -> AsyncEngine:
    if make_url(url).get_backend_name() != "sqlite":
        options: dict[str, Any] = {} if frozen_after is None else _impatient(frozen_after)
        return create_async_engine(
            url, echo=echo, hide_parameters=True, pool_pre_ping=True, connect_args=options
        )
    engine = create_async_engine(url, echo=echo, hide_parameters=True)
    event.listen(engine.sync_engine, "do_connect", _connect_inline)
    event.listen(engine.sync_engine, "connect", _set_pragmas)
    event.listen(engine.sync_engine, "begin", _begin_immediate)
    return engine


def _connect_inline(_dialect: Any, _record: Any, _arguments: Any, options: dict[str, Any]) -> None:
    options["async_creator_fn"] = inline.connect


def _impatient(seconds: float) -> dict[str, Any]:
    """A server that does not wait for a frozen process, and a process that does not for a server cut off."""
    limit = {"idle_in_transaction_session_timeout": str(int(seconds * 1000))}
    return {"server_settings": limit, "command_timeout": 60}


def _set_pragmas(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # the driver must not begin transactions by itself
    cursor = connection.cursor()
    # How long to wait comes first: the journal's mode may have to wait for another process already.
    for pragma in ("busy_timeout=10000", "journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_immediate(connection: Any) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
