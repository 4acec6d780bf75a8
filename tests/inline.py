"""SQLite without its thread: with one transaction at a time, handing every statement to another thread and
back only costs time."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable, Generator
from functools import partial
from typing import Any

import aiosqlite
from sqlalchemy import event
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.transaction import Database


def quicken(database: Database) -> Database:
    """Let a SQLite database work inline, and without waiting for the disk."""
    if database.is_sqlite:
        event.listen(database.engine.sync_engine, "do_connect", _inline)
    return unwaiting(database)


def unwaiting(database: Database) -> Database:
    """Let a SQLite database not wait for a disk that its file will not outlive."""
    if database.is_sqlite:
        event.listen(database.engine.sync_engine, "connect", _without_waiting)
    return database


_engines: dict[tuple[str, Callable[[Database], Database]], AsyncEngine] = {}


def lasting(database: Database, how: Callable[[Database], Database] = quicken) -> Database:
    """Let a database begin on the engine of the one that was at its address before, made quick in the same
    way: what SQLAlchemy has compiled for a statement stays compiled. Whoever had that engine must have
    disposed of it."""
    place = (database.url, how)
    if place not in _engines:
        _engines[place] = how(database).engine
    database.engine = _engines[place]
    return database


def _inline(_dialect: Any, _record: Any, _arguments: Any, options: dict[str, Any]) -> None:
    options["async_creator_fn"] = _open


def _open(path: str, **options: Any) -> InlineConnection:
    return InlineConnection(partial(sqlite3.connect, path, **options), iter_chunk_size=64)


def _without_waiting(connection: Any, _record: Any) -> None:
    cursor = connection.cursor()
    cursor.execute("PRAGMA synchronous=OFF")
    cursor.close()


class InlineConnection(aiosqlite.Connection):
    """The usual driver's connection; what it would have put before its thread is done at once."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._tx: Any = _AtOnce()

    def __await__(self) -> Generator[Any, None, aiosqlite.Connection]:
        return self._connect().__await__()


class _AtOnce:
    """A queue of which nothing waits."""

    def put_nowait(self, item: tuple[asyncio.Future[Any] | None, Callable[[], Any]]) -> None:
        """Do it, and say how it went."""
        future, function = item
        try:
            result = function()
        except Exception as error:
            if future is None:
                raise
            future.set_exception(error)
        else:
            if future is not None:
                future.set_result(result)
