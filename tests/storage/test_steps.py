"""A start that finds everything as it should be does not load what it does not need."""

from __future__ import annotations

import subprocess
import sys

from sqlalchemy import text

from storage import migrate, steps
from storage.transaction import Database

LATER = (
    *("alembic", "openpyxl", "typst", "pypinyin", "zhconv"),
    *("rich", "click", "pygments", "aiohttp.web", "sqlalchemy.dialects.postgresql", "segno", "pathvalidate"),
)
"""What is loaded only when it is needed: together they are a fourth of the memory at rest."""


def test_the_newest_step_is_the_one_that_migrating_leads_to() -> None:
    assert steps.newest() == migrate.head()


async def test_a_migrated_database_is_at_the_newest_step(database_url: str) -> None:
    assert await steps.is_newest(database_url)


async def test_an_empty_one_is_not(empty_url: str) -> None:
    assert not await steps.is_newest(empty_url)


async def test_one_at_an_earlier_step_or_at_one_that_nobody_knows_is_not(database_url: str) -> None:
    for step in ("0001", "9999"):
        database = Database(database_url)
        async with database.engine.begin() as connection:
            await connection.execute(text("UPDATE alembic_version SET version_num = :step"), {"step": step})
        await database.dispose()
        assert not await steps.is_newest(database_url)


def test_serving_loads_nothing_that_can_wait() -> None:
    asked = f"import sys, bot.cli, bot.serve; print([one for one in {LATER!r} if one in sys.modules])"
    said = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "[]"


def test_no_words_are_read_before_somebody_speaks() -> None:
    asked = "import bot.serve, locales.translator as words; print(words._bundle.cache_info().currsize)"
    said = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "0", "what Babel knows of three languages is six megabytes"
