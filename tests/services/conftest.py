"""The town in which use cases are tried out: on SQLite, or on each engine where they may differ."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from storage.transaction import Database
from tests.inline import lasting
from tests.services.town import Town


@pytest.fixture
async def town(founded_sqlite_url: str, keys: str) -> AsyncIterator[Town]:
    """The example county with nobody in it yet, on SQLite without the driver's thread: it is quicker."""
    database = lasting(Database(founded_sqlite_url))
    yield Town(database)
    await database.dispose()


@pytest.fixture
def database(database: Database) -> Database:
    """A fresh migrated database, once on each engine; SQLite without the driver's thread."""
    return lasting(database)


@pytest.fixture
def any_town(founded: Database) -> Town:
    """The same once on each engine, for what leans on the database: locks, order, pages, the clock."""
    return Town(founded)
