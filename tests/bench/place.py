"""Where it happens: a county of forty centers with its people, in a database that is made once and copied."""

from __future__ import annotations

import os
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from typing import Any, Protocol

from sqlalchemy import func, select, update

from bot.database import opened
from bot.seed import settle
from bot.settings import Settings
from domain.catalogue import CATALOGUE
from storage import secrets, units
from storage.outbox import Outbox
from storage.people import Account, Membership
from storage.requests import ServiceRequest
from storage.roles import RoleGrant
from storage.transaction import Database, Tx
from storage.units import OrgUnit
from tests.daylight import zone_by_day
from tests.largedata import fill

CENTERS = 40
PEOPLE = 12_000
TEAM = 3
"""Role holders of a center: the desks shared among two, and a director."""
FIRST_PERSON, FIRST_HOLDER = 5_100_000_000, 5_200_000_000
BOT = 1000
KEY = "dGVzdHMgdXNlIHRoaXMga2V5IGFuZCBub3RoaW5nIGU="
"""The encryption key: of a database that is thrown away."""


def county() -> str:
    """The county's configuration, with four natural villages in each center."""
    head = f'timezone = "{zone_by_day()}"\n'
    head += 'code = "bench"\nname = "云岭县"\n\n[[townships]]\ncode = "t0"\nname = "青河镇"\n'
    return head + "".join(_center(number) for number in range(CENTERS))


def _center(number: int) -> str:
    villages = ", ".join(f'"{side}{number}号村"' for side in ("上", "下", "东", "西"))
    return (
        f'\n[[townships.centers]]\ncode = "c{number}"\nname = "{number}号村社区服务中心"\n'
        f"natural_villages = [{villages}]\n"
    )


def person_id(number: int) -> int:
    """The account of a villager."""
    return FIRST_PERSON + number


def holders() -> Iterator[int]:
    """The accounts of everybody with a role."""
    return (FIRST_HOLDER + number for number in range(CENTERS * TEAM))


@dataclass(frozen=True)
class Place:
    """A directory with the county's configuration in it, and the settings that the program is given."""

    path: Path

    def __post_init__(self) -> None:
        (self.path / "bangban.toml").write_text(county(), "utf-8")

    def environment(self, url: str, api_url: str, token: str) -> dict[str, str]:
        """The program's settings as environment variables."""
        given = {
            "BOT_TOKEN": token,
            "API_URL": api_url,
            "DATA_DIR": str(self.path / "data"),
            "DATABASE_URL": url,
            "CONFIG": str(self.path / "bangban.toml"),
            "SECRET_KEYS": KEY,
        }
        return {f"BANGBAN_{name}": value for name, value in given.items()}

    def settings(self, url: str) -> Settings:
        """The same, for the commands that prepare a database."""
        config, data = self.path / "bangban.toml", self.path / "data"
        return Settings.model_validate(
            {"database_url": url, "config": config, "data_dir": data, "secret_keys": KEY}
        )

    async def settle(self, url: str) -> None:
        """Migrate a database and let everybody move in."""
        async with opened(self.settings(url)) as database, database.begin(bot_id=BOT) as tx:
            await _staff(tx)
            await _villagers(tx)


async def _staff(tx: Tx) -> None:
    ids = holders()
    desks = list(dict.fromkeys(line.desk for line in CATALOGUE.lines))
    for number in range(CENTERS):
        for team in (desks[::2], desks[1::2], ["director"]):
            one = next(ids)
            await settle(tx, one, center=f"c{number}", name=f"负责人{one}", roles_held=team)


async def _villagers(tx: Tx) -> None:
    """Everybody has registered; they are written as the chat would have left them, all at once."""
    homes = []
    for unit in await units.units(tx, "center"):
        homes += [(unit.id, village.id) for village in await units.villages(tx, unit.id)]
    where = cycle(homes)
    for number in range(PEOPLE):
        center_id, village_id = next(where)
        tx.session.add_all(_registered(tx, person_id(number), center_id, village_id))
    await tx.session.flush()


def _registered(tx: Tx, account_id: int, center_id: int, village_id: int) -> Sequence[Account | Membership]:
    account = Account(
        id=account_id, bot_id=BOT, locale="zh-Hans", current_center_id=center_id, created_at=tx.now
    )
    member = Membership(
        account_id=account_id,
        center_id=center_id,
        village_id=village_id,
        name=f"村民{account_id % 100_000}",
        joined_at=tx.now,
        consented_at=tx.now,
    )
    return account, member


async def _leave_the_desks(url: str) -> None:
    """Let nobody but the staff have a role where people will ask: as many are at work as in an empty county,
    and all of them have phones."""
    staffed = select(RoleGrant.unit_id).where(RoleGrant.account_id.in_(holders()))
    offices = select(OrgUnit.id).where(OrgUnit.kind != "center")
    async with using(url) as database, database.begin(bot_id=BOT) as tx:
        others = update(RoleGrant).where(RoleGrant.account_id.not_in(holders()))
        others = others.where(RoleGrant.unit_id.in_(staffed) | RoleGrant.unit_id.in_(offices))
        await tx.session.execute(others.values(revoked_at=RoleGrant.granted_at))


class Source(Protocol):
    """Where a contender's databases come from."""

    async def prepare(self) -> None:
        """Make what is lent."""

    def copy(self) -> AbstractAsyncContextManager[str]:
        """The address of a database for the time of the block."""


Furnish = Callable[[Database], Awaitable[None]]


class Sqlite:
    """Copies of a SQLite file in which everybody lives; `furnish` puts more into it."""

    def __init__(self, place: Place, name: str, furnish: Furnish | None = None) -> None:
        self._place = place
        self._template = place.path / f"{name}.db"
        self._furnish = furnish

    async def prepare(self) -> None:
        """Make what is copied."""
        url = f"sqlite+aiosqlite:///{self._template}"
        await self._place.settle(url)
        if self._furnish is not None:
            async with using(url) as database:
                await self._furnish(database)

    @asynccontextmanager
    async def copy(self) -> AsyncIterator[str]:
        """The address of a fresh copy, thrown away at the end of the block."""
        path = self._place.path / "round.db"
        shutil.copy(self._template, path)
        try:
            yield f"sqlite+aiosqlite:///{path}"
        finally:
            for file in self._place.path.glob("round.db*"):
                file.unlink()


class Postgres:
    """Copies of a database on a real PostgreSQL server, with everything that makes it durable."""

    def __init__(self, place: Place, server: Any) -> None:
        self._place = place
        self._server = server

    def _url(self, name: str) -> str:
        return str(self._server.get_uri(name)).replace("postgresql://", "postgresql+asyncpg://")

    async def prepare(self) -> None:
        """Make what is copied."""
        self._server.psql("CREATE DATABASE template_bench")
        await self._place.settle(self._url("template_bench"))

    @asynccontextmanager
    async def copy(self) -> AsyncIterator[str]:
        """The address of a fresh copy, thrown away at the end of the block."""
        self._server.psql("CREATE DATABASE round TEMPLATE template_bench")
        try:
            yield self._url("round")
        finally:
            self._server.psql("DROP DATABASE round WITH (FORCE)")


@dataclass(frozen=True)
class Size:
    """How large the large data set is."""

    residents: int = 200_000
    requests: int = 1_000_000


class Large:
    """One SQLite file with as many residents and requests as a county has after years. It is not copied for
    every round, so each has to be of other people.

    kept  where a filled file is, or is left, so that another run need not fill one again
    """

    def __init__(self, place: Place, size: Size, kept: Path | None = None) -> None:
        self._place = place
        self._size = size
        self._kept = kept
        self._path = place.path / "large.db"

    async def prepare(self) -> None:
        """Fill it, which takes a while, unless there is one."""
        if self._kept is not None and self._kept.exists():
            shutil.copy(self._kept, self._path)
        else:
            url = f"sqlite+aiosqlite:///{self._path}"
            await self._place.settle(url)
            await fill(url, residents=self._size.residents, requests=self._size.requests)
            await _leave_the_desks(url)
            if self._kept is not None:
                shutil.copy(self._path, self._kept)
        os.sync()  # or the disk would still be at it while others are measured

    @asynccontextmanager
    async def copy(self) -> AsyncIterator[str]:
        """Its address."""
        yield f"sqlite+aiosqlite:///{self._path}"


@dataclass(frozen=True)
class Books:
    """What a database says has happened: requests that were made, and messages that nobody got."""

    requests: int
    unsent: int


async def books(url: str) -> Books:
    """Read them; the bot may be running."""
    requests = select(func.count()).select_from(ServiceRequest)
    unsent = select(func.count()).where(Outbox.state.in_(("waiting", "failed", "gone")))
    async with using(url) as database, database.begin(bot_id=BOT) as tx:
        return Books(await tx.session.scalar(requests) or 0, await tx.session.scalar(unsent) or 0)


@asynccontextmanager
async def using(url: str) -> AsyncIterator[Database]:
    """A database beside the bot."""
    secrets.install([KEY])
    database = Database(url)
    try:
        yield database
    finally:
        await database.dispose()
