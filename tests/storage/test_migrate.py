"""The steps up and down, on both engines."""

from __future__ import annotations

import asyncio
import importlib
import pkgutil
from pathlib import Path

import pytest
from sqlalchemy import Connection, inspect, text

import storage
from storage import migrate
from storage.base import Base
from storage.steps import DatabaseNewerError
from storage.transaction import Database


async def tables(url: str) -> set[str]:
    database = Database(url)
    async with database.engine.begin() as connection:
        names = await connection.run_sync(lambda sync: inspect(sync).get_table_names())
    await database.dispose()
    return set(names)


async def execute(url: str, statement: str) -> None:
    database = Database(url)
    async with database.engine.begin() as connection:
        await connection.execute(text(statement))
    await database.dispose()


async def test_an_empty_database_is_at_no_step(empty_url: str) -> None:
    assert await migrate.current(empty_url) is None


async def test_every_table_of_the_models_is_made(empty_url: str) -> None:
    await migrate.upgrade(empty_url)

    assert await migrate.current(empty_url) == migrate.head()
    assert await tables(empty_url) == {*Base.metadata.tables, "alembic_version"}


async def test_all_steps_go_up_down_and_up_again(empty_url: str) -> None:
    for step in migrate.steps():
        await migrate.upgrade(empty_url, step)
        assert await migrate.current(empty_url) == step
    for step in [*migrate.steps()[-2::-1], "base"]:
        await migrate.downgrade(empty_url, step)
    assert await tables(empty_url) == {"alembic_version"}

    await migrate.upgrade(empty_url)

    assert await migrate.current(empty_url) == migrate.head()


async def test_upgrading_twice_changes_nothing(empty_url: str) -> None:
    await migrate.upgrade(empty_url)
    before = await tables(empty_url)

    await migrate.upgrade(empty_url)

    assert await tables(empty_url) == before


async def test_two_processes_that_start_at_once_both_succeed(empty_url: str) -> None:
    await asyncio.gather(*(migrate.upgrade(empty_url) for _ in range(3)))

    assert await migrate.current(empty_url) == migrate.head()


async def test_the_migrated_database_is_what_the_models_say(empty_url: str) -> None:
    await migrate.upgrade(empty_url)

    assert await migrate.differences(empty_url) == []


async def test_a_difference_would_be_noticed(empty_url: str) -> None:
    await migrate.upgrade(empty_url)
    await execute(empty_url, "ALTER TABLE seen_update ADD COLUMN extra INTEGER")

    (difference,) = await migrate.differences(empty_url)

    assert difference[0] == "remove_column"


async def test_the_migrated_database_checks_what_the_models_check(empty_url: str) -> None:
    await migrate.upgrade(empty_url)

    def checks(connection: Connection) -> set[tuple[str, str | None]]:
        inspector = inspect(connection)
        return {
            (table, check["name"])
            for table in Base.metadata.tables
            for check in inspector.get_check_constraints(table)
        }

    database = Database(empty_url)
    async with database.engine.begin() as connection:
        migrated = await connection.run_sync(checks)
        await connection.run_sync(Base.metadata.drop_all)
        await connection.run_sync(Base.metadata.create_all)
        modelled = await connection.run_sync(checks)
    await database.dispose()

    assert migrated == modelled != set()


async def test_an_index_of_some_rows_is_of_the_same_rows_in_both(empty_url: str) -> None:
    """Alembic does not compare what an index is of; the models and the steps say it each for themselves."""
    await migrate.upgrade(empty_url)

    def conditions(connection: Connection) -> dict[str, str]:
        inspector = inspect(connection)
        indexes = (one for table in Base.metadata.tables for one in inspector.get_indexes(table))
        return {
            str(index["name"]): str(condition)
            for index in indexes
            for option, condition in index.get("dialect_options", {}).items()
            if option.endswith("_where")
        }

    database = Database(empty_url)
    async with database.engine.begin() as connection:
        migrated = await connection.run_sync(conditions)
        await connection.run_sync(Base.metadata.drop_all)
        await connection.run_sync(Base.metadata.create_all)
        modelled = await connection.run_sync(conditions)
    await database.dispose()

    assert migrated == modelled
    assert len(migrated) > 40 and migrated["uq_role_grant_active"].strip("()") == "revoked_at IS NULL"


async def test_a_database_of_a_newer_program_is_left_alone(empty_url: str) -> None:
    await migrate.upgrade(empty_url)
    await execute(empty_url, "UPDATE alembic_version SET version_num = '9999'")

    with pytest.raises(DatabaseNewerError, match="9999"):
        await migrate.upgrade(empty_url)
    with pytest.raises(DatabaseNewerError):
        await migrate.downgrade(empty_url)

    assert await migrate.current(empty_url) == "9999"


async def test_a_step_that_fails_leaves_nothing_behind(empty_url: str) -> None:
    await execute(empty_url, "CREATE TABLE outbox (id INTEGER)")

    with pytest.raises(Exception, match="outbox"):
        await migrate.upgrade(empty_url)

    assert await tables(empty_url) == {"outbox"}


async def test_a_broken_reference_stops_a_migration(empty_sqlite_url: str) -> None:
    await migrate.upgrade(empty_sqlite_url)
    database = Database(empty_sqlite_url)
    async with database.engine.connect() as connection:
        await connection.exec_driver_sql("COMMIT")
        await connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
        await connection.exec_driver_sql(
            "INSERT INTO natural_village (center_id, name, active, position) VALUES (77, '柳树湾', 1, 0)"
        )
    await database.dispose()

    with pytest.raises(migrate.BrokenReferenceError):
        await migrate.upgrade(empty_sqlite_url)


def test_the_list_of_models_is_whole() -> None:
    for module in pkgutil.iter_modules(storage.__path__):
        importlib.import_module(f"storage.{module.name}")
    everything = set(Base.metadata.tables)

    import storage.models as models

    named = {
        table.name
        for name in models.__all__
        if name != "Base"
        for table in Base.metadata.tables.values()
        if any(
            mapper.local_table is table and mapper.class_.__module__ == f"storage.{name}"
            for mapper in Base.registry.mappers
        )
    }
    assert named == everything


async def test_the_next_step_is_written_from_the_models(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "migrations"
    (place / "versions").mkdir(parents=True)
    for name in ("env.py", "script.py.mako"):
        (place / name).write_text((migrate.PLACE / name).read_text("utf-8"), "utf-8")
    monkeypatch.setattr(migrate, "PLACE", place)

    await migrate.new_step("make it all")

    (written,) = (place / "versions").glob("*.py")
    source = written.read_text("utf-8")
    assert written.name == "0001_make_it_all.py"
    assert '"service_request"' in source
    assert "storage.base" not in source
    assert "###" not in source
