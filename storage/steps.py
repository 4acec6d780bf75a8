"""At which step of its migrations a database is, asked without Alembic.

Nearly every start finds the newest step. Then Alembic need not be loaded (10 MB, and a fifth of the time of
a start), and SQLite need not check every reference of a database of gigabytes once more.
"""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from storage.transaction import Database, is_infrastructure

PLACE = Path(__file__).parent / "migrations"


class DatabaseNewerError(RuntimeError):
    """The database was brought to a step that this version of the program does not know."""


def newest() -> str:
    """The step that this version of the program needs: its files are numbered."""
    return max(file.stem.partition("_")[0] for file in (PLACE / "versions").glob("[0-9]*.py"))


async def is_newest(url: str) -> bool:
    """Whether a database is at that step; not if it is empty. Raises what is the machine's fault."""
    database = Database(url)
    try:
        async with database.engine.connect() as connection:
            found = await connection.execute(text("SELECT version_num FROM alembic_version"))
            return [step for (step,) in found] == [newest()]
    except DBAPIError as error:
        if is_infrastructure(error):
            raise
        return False  # there is no such table: nobody has ever migrated it
    finally:
        await database.dispose()
