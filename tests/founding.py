"""The example county as tests find it: founded once, and put back after each."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

from bot.seed import found_county
from storage.transaction import Database

START = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
"""Tuesday, 10:00 in the village."""

KEEP = """
DO $$
DECLARE name text;
BEGIN
    CREATE SCHEMA kept;
    FOREACH name IN ARRAY ARRAY['org_unit', 'natural_village']
    LOOP EXECUTE format('CREATE TABLE kept.%I AS TABLE public.%I', name, name); END LOOP;
END $$
"""
RESET = """
DO $$
DECLARE name text;
BEGIN
    FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'alembic_version'
    LOOP EXECUTE format('DELETE FROM %I', name); END LOOP;
    PERFORM setval(oid, 1, false) FROM pg_class WHERE relkind = 'S';
    FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'kept'
    LOOP
        EXECUTE format('INSERT INTO %I SELECT * FROM kept.%I', name, name);
        EXECUTE format('SELECT setval(pg_get_serial_sequence(%L, ''id''), max(id)) FROM %I', name, name);
    END LOOP;
END $$
"""


async def found(url: str) -> None:
    """Bring the example county into a migrated database, to which `reset` then always leads back."""
    database = Database(url)
    async with database.begin(START) as tx:
        await found_county(tx)
    if not database.is_sqlite:
        async with database.engine.begin() as connection:
            await connection.exec_driver_sql(KEEP)
    await database.dispose()


class Cleaner:
    """Makes a PostgreSQL database what it was before the test, from the one connection it keeps: a new one
    would have to learn all about each table first, which takes longer than emptying them."""

    def __init__(self, url: str) -> None:
        self.url = url
        self._database = Database(url)
        self._runner = asyncio.Runner(loop_factory=asyncio.new_event_loop)

    def clean(self) -> None:
        """Empty it; nobody else may be in the middle of a transaction. Not to be called in an event loop."""
        self._runner.run(self._reset())

    def close(self) -> None:
        """Let the connection go."""
        self._runner.run(self._database.dispose())
        self._runner.close()

    async def _reset(self) -> None:
        async with self._database.engine.begin() as connection:
            await connection.exec_driver_sql("SET LOCAL session_replication_role = replica")
            await connection.exec_driver_sql(RESET)
