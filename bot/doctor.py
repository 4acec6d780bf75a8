"""`bangban doctor`: looks at everything the bot stands on, and says what to do about what is wrong."""

from __future__ import annotations

import platform
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Literal

from rich.console import Console
from rich.table import Table
from rich.text import Text

from bot import keys, telegram_api
from bot.database import explained, load_county, make_data_dir
from bot.problems import Problem, UsageProblem, explain
from bot.settings import Settings
from storage import migrate, vault
from storage.steps import DatabaseNewerError
from storage.transaction import Database

OLDEST_PYTHON = (3, 11)
CLOCK_MAY_BE_OFF = timedelta(seconds=60)
_MARKS = {"good": Text("ok", "green"), "later": Text("later", "yellow"), "bad": Text("no", "bold red")}


@dataclass(frozen=True)
class Finding:
    """What one look found. `later` is not wrong yet: the first start will make it."""

    about: str
    state: Literal["good", "later", "bad"]
    said: str
    remedy: str = ""


Look = Callable[[Settings], Awaitable[Finding]]


async def examine(settings: Settings) -> AsyncIterator[Finding]:
    """Look at one thing after the other. Nothing is changed, made or sent."""
    for about, look in _LOOKS.items():
        try:
            yield await look(settings)
        except Exception as error:
            problem = explain(error)
            if problem is None:
                raise
            yield Finding(about, "bad", problem.what, problem.remedy)


async def report(settings: Settings, console: Console) -> bool:
    """Print what was found; whether the bot could run."""
    table = Table(box=None, pad_edge=False, show_header=False)
    findings = [finding async for finding in examine(settings)]
    for finding in findings:
        said = "\n".join(filter(None, [finding.said, finding.remedy]))
        table.add_row(_MARKS[finding.state], finding.about, Text(said))
    console.print(table)
    return all(finding.state != "bad" for finding in findings)


async def _python(_settings: Settings) -> Finding:
    said = platform.python_version()
    if sys.version_info[:2] < OLDEST_PYTHON:
        return Finding("Python", "bad", f"{said} is too old.", "Install Python 3.11 or newer.")
    return Finding("Python", "good", said)


async def _data_dir(settings: Settings) -> Finding:
    if not settings.data_dir.exists():
        return Finding("data directory", "later", f"{settings.data_dir} will be made at the first start.")
    make_data_dir(settings.data_dir)
    return Finding("data directory", "good", str(settings.data_dir))


async def _keys(settings: Settings) -> Finding:
    if keys.install(settings):
        where = "in the environment" if settings.secret_keys else str(settings.secret_keys_file)
        return Finding("secret keys", "good", where)
    return Finding("secret keys", "later", f"{settings.secret_keys_file} will be made at the first start.")


async def _config(settings: Settings) -> Finding:
    county = load_county(settings.config)
    centers = sum(len(township.centers) for township in county.townships)
    return Finding(
        "configuration",
        "good",
        f"{settings.config}: {county.name}, townships: {len(county.townships)}, centers: {centers}",
    )


async def _database(settings: Settings) -> Finding:
    if settings.sqlite_path and not settings.sqlite_path.exists():
        return Finding("database", "later", f"{settings.sqlite_path} will be made at the first start.")
    with explained():
        at = await migrate.current(settings.database_url)
    if at is None:
        return Finding("database", "later", "It is empty; the first start will make the tables.")
    if at not in migrate.steps():
        raise DatabaseNewerError(at)
    if at != migrate.head():
        said = f"It is at step {at} of {migrate.head()}; the next start will bring it up."
        return Finding("database", "later", said)
    return await _opened_by_keys(settings, at)


async def _opened_by_keys(settings: Settings, at: str) -> Finding:
    have_keys = keys.install(settings)
    database = Database(settings.database_url)
    try:
        async with database.begin() as tx:
            sealed = await vault.is_sealed(tx)
            if sealed and have_keys:
                await vault.check(tx)
    finally:
        await database.dispose()
    if sealed and not have_keys:
        raise UsageProblem("Its secret keys are not there.", "Put back the key file that belongs to it.")
    return Finding("database", "good", f"{'SQLite' if database.is_sqlite else 'PostgreSQL'}, at step {at}")


async def _token(settings: Settings) -> Finding:
    return Finding("bot token", "good", f"@{await telegram_api.username(settings)} at {settings.api_url}")


async def _clock(settings: Settings) -> Finding:
    off = await telegram_api.clock_error(settings, datetime.now(UTC))
    if off is not None and abs(off) > CLOCK_MAY_BE_OFF:
        raise Problem(
            f"This machine's clock is {off.total_seconds():+.0f} seconds off.",
            "Let it be set over the network (timedatectl set-ntp true): promises are kept by it.",
        )
    return Finding("clock", "good", f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC")


_LOOKS: dict[str, Look] = {
    "Python": _python,
    "data directory": _data_dir,
    "secret keys": _keys,
    "configuration": _config,
    "database": _database,
    "bot token": _token,
    "clock": _clock,
}
