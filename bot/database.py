"""Opening the database the way every command needs it: migrated, with the right keys, units as configured."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

from bot import keys
from bot.problems import ConfigError, database_away
from bot.settings import Settings
from domain.units import County, UnitsError, parse
from services.units import UnitKindError, sync
from storage import steps, vault
from storage.transaction import Database, is_infrastructure

log = logging.getLogger(__name__)


@asynccontextmanager
async def opened(settings: Settings, *, frozen_after: float | None = None) -> AsyncIterator[Database]:
    """The database, ready for use, and closed afterwards. Raises a Problem that says what to mend.

    `frozen_after` is Database's.
    """
    county = load_county(settings.config)
    make_data_dir(settings.data_dir)
    await upgrade(settings)
    database = Database(settings.database_url, frozen_after=frozen_after)
    try:
        with explained():
            await unlock(database, settings)
            await sync_units(database, county, settings.config)
        yield database
    finally:
        await database.dispose()


def load_county(path: Path) -> County:
    """Read the county's file. Raises ConfigError with everything that is wrong in it."""
    try:
        return parse(path.read_text("utf-8"))
    except FileNotFoundError as error:
        raise ConfigError(
            f"The configuration {path} is not there.",
            "Write an example with `bangban init` and change it, or set BANGBAN_CONFIG to where yours is.",
        ) from error
    except OSError as error:
        raise ConfigError(
            f"The configuration {path} cannot be read: {error.strerror}.", "Check its path and its owner."
        ) from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"The configuration {path} is not UTF-8 text.", "Save it as UTF-8.") from error
    except UnitsError as error:
        problems = "\n".join(f"  {problem}" for problem in error.problems)
        raise ConfigError(
            f"The configuration {path} cannot be used:\n{problems}", "Mend these places and start again."
        ) from error


def make_data_dir(path: Path) -> None:
    """Make the data directory if it is not there. Raises ConfigError if nothing can be written in it."""
    probe = path / ".writable"
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
        probe.touch()
        probe.unlink()
    except OSError as error:
        raise ConfigError(
            f"The data directory {path} cannot be written: {error.strerror}.",
            "Give it to the user that runs Bangban, or set BANGBAN_DATA_DIR to another one.",
        ) from error


async def upgrade(settings: Settings) -> None:
    """Bring the database to this version's step. Raises a Problem."""
    with explained():
        if not await steps.is_newest(settings.database_url):
            from storage import migrate  # slow to load, and hardly ever needed

            await migrate.upgrade(settings.database_url)


@contextmanager
def explained() -> Iterator[None]:
    """Tell what is the machine's fault in the block as a problem with the database."""
    try:
        yield
    except Exception as error:
        if is_infrastructure(error):
            raise database_away(error) from error
        raise


async def unlock(database: Database, settings: Settings) -> None:
    """Install the keys, making them only for a database that has never been written with any."""
    async with database.begin() as tx:
        await vault.set_up_alone(tx)
        found = keys.install(settings)
        if not found and await vault.is_sealed(tx):
            raise ConfigError(
                f"The key file {settings.secret_keys_file} is not there, but this database needs it.",
                "Put back the key file that belongs to this database (BANGBAN_SECRET_KEYS_FILE); if another "
                "bot works on it already, it is that one's.",
            )
        if not found:
            keys.make(settings)
            log.info("Made new secret keys: keep a copy.", extra={"file": str(settings.secret_keys_file)})
        await vault.check(tx)


async def sync_units(database: Database, county: County, path: Path) -> None:
    """Bring the units to what the county's file says. Raises ConfigError."""
    try:
        async with database.begin() as tx:
            await vault.set_up_alone(tx)
            changes = await sync(tx, county)
    except UnitKindError as error:
        raise ConfigError(f"{path}: {error}.", "A code names one unit for ever: choose another.") from error
    if changes:
        log.info(
            "The units follow the configuration.",
            extra={"new_units": changes.created, "changed_units": changes.changed},
        )
    for code in changes.absent:
        log.warning("A unit is no longer in the configuration; it is kept.", extra={"unit": code})
