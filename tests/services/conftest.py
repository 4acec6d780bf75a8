"""The town in which use cases are tried out: on SQLite, or on each engine where they may differ."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bot.seed import found_county
from storage.transaction import Database
from tests.inline import quicken
from tests.services.town import NOW, Town


async def _found(database: Database) -> Town:
    async with database.begin(NOW) as tx:
        await found_county(tx)
    return Town(database)


@pytest.fixture
async def town(sqlite_url: str, keys: str) -> AsyncIterator[Town]:
    """The example county with nobody in it yet, on SQLite without the driver's thread: it is quicker."""
    database = quicken(Database(sqlite_url))
    yield await _found(database)
    await database.dispose()


@pytest.fixture
def database(database: Database) -> Database:
    """A fresh migrated database, once on each engine; SQLite without the driver's thread."""
    return quicken(database)


@pytest.fixture
async def any_town(database: Database) -> Town:
    """The same once on each engine, for what leans on the database: locks, order, pages, the clock."""
    return await _found(database)
