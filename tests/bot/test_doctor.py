"""The doctor looks at everything and changes nothing."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from bot import telegram_api
from bot.doctor import Finding, examine
from bot.settings import load
from bot.transport import Unreachable, WrongTokenError
from simulator.server import Simulator
from storage import migrate, secrets
from storage.transaction import Database
from tests.conftest import Terminal

TOKEN = "1000:demo-token-of-the-simulator"


@pytest.fixture
def place(terminal: Terminal, sim: Simulator) -> Terminal:
    """A terminal with a configuration, and a token that the simulator knows."""
    terminal.bangban("init")
    terminal.set(BOT_TOKEN=TOKEN, API_URL=sim.url)
    return terminal


async def look(about: str) -> Finding:
    found = {finding.about: finding async for finding in examine(load())}
    return found[about]


async def first_start(place: Terminal) -> None:
    await asyncio.to_thread(place.bangban, "invite", "--center", "maqu", "--username", "x")


async def test_before_the_first_start_nothing_is_wrong_and_nothing_is_made(place: Terminal) -> None:
    states = {finding.about: finding.state async for finding in examine(load())}

    assert states == {
        "Python": "good",
        "data directory": "later",
        "secret keys": "later",
        "configuration": "good",
        "database": "later",
        "bot token": "good",
        "clock": "good",
    }
    assert not (place.place / "data").exists()


async def test_after_the_first_start_everything_is_in_place(place: Terminal) -> None:
    await first_start(place)

    findings = [finding async for finding in examine(load())]

    assert {finding.state for finding in findings} == {"good"}
    said = {finding.about: finding.said for finding in findings}
    assert said["configuration"].endswith("云岭县, townships: 1, centers: 2")
    assert said["database"] == f"SQLite, at step {migrate.head()}"
    assert said["bot token"] == f"@bangban_demo_bot at {load().api_url}"


async def test_looking_does_not_change_the_directory(place: Terminal) -> None:
    await first_start(place)
    before = sorted(path.name for path in (place.place / "data").iterdir())

    await look("clock")

    assert sorted(path.name for path in (place.place / "data").iterdir()) == before


async def test_the_command_says_it_in_a_table_and_by_its_status(place: Terminal) -> None:
    finished = await asyncio.to_thread(place.bangban, "doctor")

    assert finished.status == 0
    assert "later  data directory  data will be made at the first start." in finished.out

    place.set(BOT_TOKEN="1:x")
    finished = await asyncio.to_thread(place.bangban, "doctor")

    assert finished.status == 1
    assert "no     bot token" in finished.out
    assert "@BotFather" in finished.out


async def test_a_broken_configuration_is_shown_whole(place: Terminal) -> None:
    (place.place / "bangban.toml").write_text('code = "a"\nname = "b"\n[[townships]]\nname = "[c]"\n')

    finished = await asyncio.to_thread(place.bangban, "doctor")

    assert finished.status == 1
    assert "townships[0].code: is missing" in finished.out


async def test_a_lost_key_file_is_noticed(place: Terminal) -> None:
    await first_start(place)
    (place.place / "data" / "secret.keys").unlink()

    found = await look("database")

    assert (found.state, found.said) == ("bad", "Its secret keys are not there.")
    assert not (place.place / "data" / "secret.keys").exists()


async def test_a_wrong_key_is_noticed(place: Terminal) -> None:
    await first_start(place)
    place.set(SECRET_KEYS=secrets.new_key())

    assert "do not open this database" in (await look("database")).said


async def test_a_key_file_that_others_can_read_is_noticed(place: Terminal) -> None:
    await first_start(place)
    (place.place / "data" / "secret.keys").chmod(0o644)

    found = await look("secret keys")

    assert found.state == "bad"
    assert "chmod 600" in found.remedy


async def test_an_empty_database_waits_for_the_first_start(place: Terminal, empty_postgres_url: str) -> None:
    place.set(DATABASE_URL=empty_postgres_url)

    found = await look("database")

    assert (found.state, found.said) == ("later", "It is empty; the first start will make the tables.")
    assert await migrate.current(empty_postgres_url) is None


async def test_a_database_without_a_seal_gets_none_from_looking(place: Terminal, database_url: str) -> None:
    place.set(DATABASE_URL=database_url, SECRET_KEYS=secrets.new_key())

    assert (await look("database")).state == "good"
    place.set(SECRET_KEYS=secrets.new_key())
    assert (await look("database")).state == "good"


async def test_a_database_that_is_away_is_noticed(place: Terminal) -> None:
    place.set(DATABASE_URL="postgresql://127.0.0.1:1/x")

    found = await look("database")

    assert found.state == "bad"
    assert "BANGBAN_DATABASE_URL" in found.remedy


async def test_a_newer_database_is_noticed(place: Terminal) -> None:
    await first_start(place)
    database = Database(load().database_url)
    async with database.engine.begin() as connection:
        await connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    await database.dispose()

    assert "step 9999" in (await look("database")).said


async def test_a_wrong_token_is_noticed(place: Terminal) -> None:
    place.set(BOT_TOKEN="1234:wrong")

    found = await look("bot token")

    assert found.state == "bad"
    assert "wrong" not in found.said + found.remedy
    with pytest.raises(WrongTokenError):
        await telegram_api.username(load())


async def test_nobody_at_the_other_end_is_noticed(place: Terminal) -> None:
    place.set(API_URL="http://127.0.0.1:1")

    assert (await look("bot token")).state == "bad"
    assert (await look("clock")).state == "bad"
    with pytest.raises(Unreachable):
        await telegram_api.username(load())


async def test_a_clock_is_compared_with_the_other_ends(place: Terminal) -> None:
    now = datetime.now(UTC)

    right = await telegram_api.clock_error(load(), now)
    wrong = await telegram_api.clock_error(load(), now - timedelta(hours=8))

    assert right is not None
    assert wrong is not None
    assert abs(right) < timedelta(minutes=1)
    assert abs(wrong + timedelta(hours=8)) < timedelta(minutes=1)
