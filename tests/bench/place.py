"""Where it happens: a county of forty centers with their people, in a database that is made once and copied."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.engine import make_url

from bot.database import opened
from bot.seed import settle
from bot.settings import Settings
from domain.catalogue import CATALOGUE
from storage import secrets, units
from storage.outbox import OutboxRow
from storage.people import Account, Membership
from storage.requests import ServiceRequest
from storage.transaction import Database, Tx

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
    head = 'code = "bench"\nname = "云岭县"\n\n[[townships]]\ncode = "t0"\nname = "青河镇"\n'
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
        (self.path / "bangban.toml").write_text(county(), "utf-8")
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


class Sqlite:
    """Copies of a SQLite file."""

    def __init__(self, place: Place) -> None:
        self._place = place
        self._template = place.path / "template.db"

    async def prepare(self) -> None:
        """Make what is copied."""
        await self._place.settle(f"sqlite+aiosqlite:///{self._template}")

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


UNSENT = ("waiting", "failed", "gone")


@dataclass(frozen=True)
class Books:
    """What a database says has happened: requests that were made, and messages that nobody got."""

    requests: int
    unsent: int


async def books(url: str) -> Books:
    """Read them; the bot may be running."""
    secrets.install([KEY])
    database = Database(make_url(url).render_as_string(hide_password=False))
    try:
        async with database.begin(bot_id=BOT) as tx:
            requests = await tx.session.scalar(select(func.count()).select_from(ServiceRequest))
            unsent = await tx.session.scalar(
                select(func.count()).select_from(OutboxRow).where(OutboxRow.state.in_(UNSENT))
            )
    finally:
        await database.dispose()
    return Books(requests or 0, unsent or 0)
