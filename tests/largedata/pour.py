"""Getting very many rows into a database: the driver's own fast way, indexes made afterwards."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from datetime import date, datetime
from typing import Any, Protocol

import asyncpg
from sqlalchemy.engine import make_url

Row = tuple[Any, ...]


class Sink(Protocol):
    """A database to pour rows into."""

    def moment(self, at: datetime) -> Any:
        """A moment as the driver wants it."""

    def day(self, day: date) -> Any:
        """A day as the driver wants it."""

    async def write(self, table: str, columns: Sequence[str], rows: Sequence[Row]) -> None:
        """Add rows."""

    async def read(self, query: str) -> list[Row]:
        """The rows of a query."""

    async def run(self, statement: str) -> None:
        """Change something."""

    async def finish(self) -> None:
        """Indexes, statistics, and the next ids."""


class SqliteSink:
    """A SQLite file, for as long as nobody else uses it."""

    def __init__(self, path: str) -> None:
        self._connection = sqlite3.connect(path, isolation_level=None)
        for pragma in ("journal_mode=OFF", "synchronous=OFF", "cache_size=-200000", "temp_store=MEMORY"):
            self._connection.execute(f"PRAGMA {pragma}")
        made = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
        self._indexes = self._connection.execute(made).fetchall()
        for name, _ in self._indexes:
            self._connection.execute(f'DROP INDEX "{name}"')

    def moment(self, at: datetime) -> str:
        """Without a zone, as `storage.base.UtcDateTime` keeps it."""
        return at.strftime("%Y-%m-%d %H:%M:%S.%f")

    def day(self, day: date) -> str:
        """As `sqlalchemy.Date` keeps it."""
        return day.isoformat()

    async def write(self, table: str, columns: Sequence[str], rows: Sequence[Row]) -> None:
        """One statement for all of them."""
        marks = ", ".join("?" * len(columns))
        names = ", ".join(f'"{one}"' for one in columns)
        self._connection.execute("BEGIN")
        self._connection.executemany(f'INSERT INTO "{table}" ({names}) VALUES ({marks})', rows)
        self._connection.execute("COMMIT")

    async def read(self, query: str) -> list[Row]:
        """The rows of a query."""
        return self._connection.execute(query).fetchall()

    async def run(self, statement: str) -> None:
        """Change something."""
        self._connection.execute(statement)

    async def finish(self) -> None:
        """SQLite counts ids up from the largest by itself."""
        with closing(self._connection) as connection:
            for _, sql in self._indexes:
                connection.execute(sql)
            connection.execute("ANALYZE")
            connection.execute("PRAGMA journal_mode=WAL")


_INDEXES = """
SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' AND indexname NOT IN
    (SELECT conname FROM pg_constraint WHERE contype IN ('p', 'u'))
"""
_SEQUENCES = """
DO $$
DECLARE one record;
BEGIN
    FOR one IN SELECT table_name AS name FROM information_schema.columns
        WHERE table_schema = 'public' AND column_name = 'id' AND column_default LIKE 'nextval%'
    LOOP
        EXECUTE format('SELECT setval(pg_get_serial_sequence(%L, ''id''), coalesce(max(id), 1), max(id) IS '
            'NOT NULL) FROM %I', one.name, one.name);
    END LOOP;
END $$
"""


class PostgresSink:
    """A PostgreSQL database, by COPY and without asking after every reference."""

    def __init__(self, connection: Any, indexes: Sequence[tuple[str, str]]) -> None:
        self._connection = connection
        self._indexes = indexes

    @classmethod
    async def open(cls, url: str) -> PostgresSink:
        """Connect, and drop the indexes that come back at the end."""
        connection: Any = await asyncpg.connect(url)
        await connection.execute("SET session_replication_role = replica")
        await connection.execute("SET synchronous_commit = off")
        await connection.execute("SET maintenance_work_mem = '256MB'")
        indexes = [tuple(row) for row in await connection.fetch(_INDEXES)]
        for name, _ in indexes:
            await connection.execute(f'DROP INDEX "{name}"')
        return cls(connection, indexes)

    def moment(self, at: datetime) -> datetime:
        """As it is."""
        return at

    def day(self, day: date) -> date:
        """As it is."""
        return day

    async def write(self, table: str, columns: Sequence[str], rows: Sequence[Row]) -> None:
        """One COPY for all of them."""
        await self._connection.copy_records_to_table(table, records=rows, columns=list(columns))

    async def read(self, query: str) -> list[Row]:
        """The rows of a query."""
        return [tuple(row) for row in await self._connection.fetch(query)]

    async def run(self, statement: str) -> None:
        """Change something."""
        await self._connection.execute(statement)

    async def finish(self) -> None:
        """Let new rows have ids after those written here."""
        for _, sql in self._indexes:
            await self._connection.execute(sql)
        await self._connection.execute(_SEQUENCES)
        await self._connection.execute("VACUUM ANALYZE")
        await self._connection.close()


async def sink(url: str) -> Sink:
    """The database at a SQLAlchemy address."""
    where = make_url(url)
    if where.get_backend_name() == "sqlite":
        return SqliteSink(where.database or "")
    plain = where.set(drivername="postgresql").render_as_string(hide_password=False)
    return await PostgresSink.open(plain)
