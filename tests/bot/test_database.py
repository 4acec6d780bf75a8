"""Opening the database: migrated, unlocked with the right keys, with the units of the file."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path

import pytest

from bot.database import load_county, make_data_dir, opened
from bot.problems import ConfigError, Problem
from bot.settings import load
from storage import migrate, secrets, units
from tests.conftest import Terminal


@pytest.fixture
def place(terminal: Terminal) -> Terminal:
    """A terminal in a directory with the example's configuration."""
    assert terminal.bangban("init").status == 0
    return terminal


async def codes() -> list[str]:
    async with opened(load()) as database, database.begin() as tx:
        return [unit.code for unit in await units.units(tx)]


async def test_the_first_start_makes_everything(place: Terminal) -> None:
    assert await codes() == ["yunling", "qinghe", "maqu", "dongxing"]

    assert (place.place / "data" / "secret.keys").exists()
    assert await migrate.current(load().database_url) == migrate.head()


async def test_the_second_start_finds_everything(place: Terminal) -> None:
    await codes()
    before = (place.place / "data" / "secret.keys").read_text()

    assert await codes() == ["yunling", "qinghe", "maqu", "dongxing"]

    assert (place.place / "data" / "secret.keys").read_text() == before


async def test_it_works_the_same_on_either_engine(place: Terminal, empty_url: str) -> None:
    place.set(DATABASE_URL=empty_url)

    assert await codes() == await codes()


async def test_two_bots_that_start_for_the_first_time_together_agree(
    place: Terminal, empty_postgres_url: str
) -> None:
    place.set(DATABASE_URL=empty_postgres_url)

    both = await asyncio.gather(codes(), codes())

    assert both == [["yunling", "qinghe", "maqu", "dongxing"]] * 2


async def test_the_data_directory_is_for_its_owner_only(place: Terminal) -> None:
    await codes()

    assert (place.place / "data").stat().st_mode & 0o077 == 0


async def test_keys_of_another_database_are_refused(place: Terminal) -> None:
    await codes()
    place.set(SECRET_KEYS=secrets.new_key())

    with pytest.raises(secrets.WrongKeyError):
        await codes()


async def test_a_key_file_that_was_lost_is_not_replaced(place: Terminal) -> None:
    await codes()
    (place.place / "data" / "secret.keys").unlink()

    with pytest.raises(ConfigError, match="this database needs it"):
        await codes()

    assert not (place.place / "data" / "secret.keys").exists()


async def test_a_newer_key_above_the_old_one_is_welcome(place: Terminal) -> None:
    await codes()
    path = place.place / "data" / "secret.keys"
    path.write_text(f"{secrets.new_key()}\n{path.read_text()}")

    assert len(await codes()) == 4


async def test_a_newer_key_below_the_old_one_would_lose_the_phone_numbers(place: Terminal) -> None:
    await codes()
    path = place.place / "data" / "secret.keys"
    path.write_text(f"{path.read_text()}\n{secrets.new_key()}\n")

    with pytest.raises(secrets.WrongKeyError):
        await codes()


async def test_a_unit_of_another_kind_is_told(place: Terminal) -> None:
    await codes()
    config = place.place / "bangban.toml"
    text = (
        config.read_text("utf-8")
        .replace('"qinghe"', '"x"')
        .replace('"maqu"', '"qinghe"')
        .replace('"x"', '"maqu"')
    )
    config.write_text(text, "utf-8")

    with pytest.raises(ConfigError, match="maqu is a center in the database"):
        await codes()


async def test_a_unit_that_is_gone_from_the_file_is_said_in_the_log(
    place: Terminal, caplog: pytest.LogCaptureFixture
) -> None:
    await codes()
    config = place.place / "bangban.toml"
    text = config.read_text("utf-8")
    config.write_text(text[: text.rindex("    [[townships.centers]]")], "utf-8")

    await codes()

    warnings = [record for record in caplog.records if record.levelname == "WARNING"]
    assert [record.__dict__.get("unit") for record in warnings] == ["dongxing"]


@pytest.mark.parametrize("url", ["postgresql://127.0.0.1:1/none", "postgresql://postgres@/x?host=/nowhere"])
async def test_a_database_that_is_away_is_told(place: Terminal, url: str) -> None:
    place.set(DATABASE_URL=url)

    with pytest.raises(Problem, match="The database cannot be used") as caught:
        await codes()
    assert "BANGBAN_DATABASE_URL" in caught.value.remedy


async def test_a_file_that_is_no_database_is_told(place: Terminal) -> None:
    (place.place / "data").mkdir()
    (place.place / "data" / "bangban.db").write_bytes(b"this is not a database, it only has its name" * 99)

    with pytest.raises(Problem, match="The database cannot be used: file is not a database"):
        await codes()


def test_a_data_directory_that_is_a_file_is_told(place: Terminal) -> None:
    (place.place / "data").write_text("")

    with pytest.raises(ConfigError, match="The data directory data cannot be written"):
        make_data_dir(Path("data"))


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is closed to root")
def test_a_data_directory_without_the_right_to_write_is_told(place: Terminal) -> None:
    (place.place / "data").mkdir(mode=0o500)

    with pytest.raises(ConfigError, match="Permission denied"):
        make_data_dir(Path("data"))


def test_a_data_directory_on_a_file_system_that_refuses_is_told() -> None:
    with pytest.raises(ConfigError, match="cannot be written"):
        make_data_dir(Path("/proc/bangban"))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\xff\xfe", "is not UTF-8 text"),
        (b"code = ", "This is not TOML"),
        (b'code = "A"\n', "townships: is missing"),
    ],
)
def test_a_broken_configuration_is_told(tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "county.toml"
    path.write_bytes(content)

    with pytest.raises(ConfigError, match=said):
        load_county(path)


def test_a_missing_configuration_is_told_with_the_command_that_makes_one(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="bangban init"):
        load_county(tmp_path / "county.toml")


def test_a_configuration_that_is_a_directory_is_told(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot be read: Is a directory"):
        load_county(tmp_path)
