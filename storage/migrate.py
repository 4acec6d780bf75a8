"""Bringing a database to the shape of the models, step by step, and back again in tests.

After the models were changed, write the next step with

    python -m storage.migrate revision "add what was added"

and read it before it is committed.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, event, text
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.base import put_conditions
from storage.models import Base
from storage.steps import PLACE, DatabaseNewerError
from storage.transaction import Database

put_conditions()
_LOCK = 0x62616E67
"""The advisory lock that two processes starting at once queue up for ("bang")."""


_FORMATTER = {
    "hooks": "format",
    "format.type": "module",
    "format.module": "ruff",
    "format.options": "format --quiet --isolated --line-length 110 REVISION_SCRIPT_FILENAME",
}
"""What Alembic runs over a step it has just written."""


class BrokenReferenceError(RuntimeError):
    """A migration left a row that refers to one that is not there; it was rolled back."""


def _config(connection: Connection | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(PLACE).replace("%", "%%"))
    config.set_main_option("file_template", "%%(rev)s_%%(slug)s")
    for name, value in _FORMATTER.items():
        config.set_section_option("post_write_hooks", name, value)
    config.attributes["connection"] = connection
    return config


def steps() -> list[str]:
    """The names of all steps, the first first."""
    return [step.revision for step in ScriptDirectory.from_config(_config()).walk_revisions()][::-1]


def head() -> str:
    """The step that this version of the program needs."""
    return steps()[-1]


async def current(url: str) -> str | None:
    """The step a database is at; None if it is empty."""
    async with _connection(url) as connection:
        return await connection.run_sync(_revision)


async def upgrade(url: str, to: str = "head") -> None:
    """Bring a database up, in one transaction; two processes doing so at once wait for each other.

    Raises DatabaseNewerError when the database is ahead of the program.
    """
    async with _connection(url) as connection:
        await connection.run_sync(_move, command.upgrade, to)


async def downgrade(url: str, to: str = "base") -> None:
    """Take a database back down, losing what the later steps had made room for."""
    async with _connection(url) as connection:
        await connection.run_sync(_move, command.downgrade, to)


async def differences(url: str) -> list[Any]:
    """What the models say and the database does not, as Alembic writes it; empty when they agree."""
    async with _connection(url) as connection:
        return await connection.run_sync(_compare)


@asynccontextmanager
async def _connection(url: str) -> AsyncIterator[AsyncConnection]:
    database = Database(url)
    if database.is_sqlite:
        # Changing a SQLite table means copying it, which must not cascade. Checked before the commit.
        event.listen(database.engine.sync_engine, "connect", _foreign_keys_off)
    try:
        async with database.engine.begin() as connection:
            if not database.is_sqlite:
                await connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
            yield connection
    finally:
        await database.dispose()


def _foreign_keys_off(connection: Any, _record: Any) -> None:
    connection.cursor().execute("PRAGMA foreign_keys=OFF")


def _revision(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


def _move(connection: Connection, way: Callable[[Config, str], None], to: str) -> None:
    at = _revision(connection)
    if at is not None and at not in steps():
        raise DatabaseNewerError(at)
    way(_config(connection), to)
    if connection.dialect.name == "sqlite" and connection.execute(text("PRAGMA foreign_key_check")).first():
        raise BrokenReferenceError


def _compare(connection: Connection) -> list[Any]:
    context = MigrationContext.configure(connection, opts={"compare_type": True})
    return list(compare_metadata(context, Base.metadata))


async def new_step(message: str) -> None:
    """Write the next step: what the models have and a database at the last step has not."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite+aiosqlite:///{folder}/scratch.db"
        await upgrade(url)
        async with _connection(url) as connection:
            await connection.run_sync(_write_step, message)


def _write_step(connection: Connection, message: str) -> None:
    name = f"{len(steps()) + 1:04}"
    command.revision(_config(connection), message, autogenerate=True, rev_id=name)


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["revision", message]:
            asyncio.run(new_step(message))
        case _:
            sys.exit(__doc__)
