"""The program by webhook behind a proxy: a conversation, a stop while pushes come, polling in between."""

from __future__ import annotations

import asyncio
import gc
import os
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from bot import serve
from bot.app import Bangban
from bot.limits import Limits
from bot.seed import found_county
from bot.settings import Address, Settings
from bot.transport import BotApi
from simulator.person import Person
from simulator.server import Simulator
from storage.base import Base
from storage.people import Membership
from storage.requests import ServiceRequest
from storage.thread import RequestEntry
from storage.transaction import Database
from tests.bot.conftest import texts
from tests.bot.front import Front, fronting
from tests.conftest import TEST_KEY
from tests.ports import free_port

TOKEN = "1000:front-token"
BADLY = ("silent", "on", "twice", "away", "closed")


@pytest.fixture
async def sim() -> AsyncIterator[Simulator]:
    """The simulator, quick to push again, with one bot that nobody serves yet."""
    async with Simulator(webhook_retry=0.02) as running:
        running.add_bot(TOKEN, "bangban_front_bot", "帮办")
        yield running


@pytest.fixture
async def front() -> AsyncIterator[Front]:
    """A proxy in front of where the program will listen."""
    async with fronting(f"http://127.0.0.1:{free_port()}/", *BADLY) as standing:
        yield standing


def settings(sim: Simulator, front: Front | None, place: Path) -> Settings:
    """By webhook behind this proxy; by polling without."""
    config = place / "bangban.toml"
    config.write_bytes(resources.files("bot").joinpath("example.toml").read_bytes())
    listen = Address("127.0.0.1", int(front.behind.strip("/").rpartition(":")[2])) if front else None
    return Settings(
        bot_token=TOKEN,
        api_url=sim.url,
        config=config,
        data_dir=place / "data",
        secret_keys=TEST_KEY,
        webhook_url=front.url if front else None,
        webhook_listen=listen,
        webhook_secret="a-secret" if front else None,
    )


def villager(sim: Simulator, number: int = 1) -> Person:
    """Somebody who has not written yet."""
    phone = f"+86138000000{number:02}"
    return sim.person(first_name="王秀英", phone=phone, language_code="zh-hans", label="村民")


async def rows(database: Database, table: type[Base]) -> int:
    """How many rows a table has."""
    async with database.begin() as tx:
        return await tx.session.scalar(select(func.count()).select_from(table)) or 0


async def test_a_conversation_behind_a_bad_proxy_is_as_it_should_be(
    sim: Simulator, front: Front, database: Database, tmp_path: Path
) -> None:
    async with database.begin() as tx:
        await found_county(tx)
    bot = Bangban(database, TOKEN, api_url=sim.url, limits=Limits.off(), polling=False)
    async with bot, serve._pushed(bot, settings(sim, front, tmp_path)):
        person = villager(sim)
        await person.starts("c-maqu")
        for question, answer in (("用哪种话", "简体中文"), ("行不行", "同意")):
            await person.sees(question)
            await person.taps(answer)
        await person.sees("您叫什么名字")
        await person.says("王秀英")
        for question, answer in (("您住哪个自然村", "上马曲"), ("要不要留个电话", "先不留")):
            await person.sees(question)
            await person.taps(answer)
        await person.sees("王秀英，您好")
        await person.says("路灯不亮了")
        for question, answer in (("您说的是哪方面的事", "环境"), ("发出去之前", "发出去")):
            await person.sees(question)
            await person.taps(answer)
        await person.sees("收到了")
        await sim.settled()
        await bot.delivery.idle()
    assert front.passed > 9
    assert [await rows(database, table) for table in (Membership, ServiceRequest, RequestEntry)] == [1, 1, 1]
    assert len(set(texts(person))) == len(texts(person))


@asynccontextmanager
async def running(sim: Simulator, front: Front | None, place: Path) -> AsyncIterator[None]:
    """The program inside the block, until SIGTERM."""
    collector = gc.get_threshold()
    program = asyncio.create_task(serve.run(settings(sim, front, place)))
    try:
        async with asyncio.timeout(30):
            while signal.getsignal(signal.SIGTERM) == signal.SIG_DFL and not program.done():  # noqa: ASYNC110
                await asyncio.sleep(0.01)
        yield
    finally:
        if not program.done():
            os.kill(os.getpid(), signal.SIGTERM)
        await program
        gc.unfreeze()
        gc.set_threshold(*collector)


async def webhook_info(sim: Simulator) -> Any:
    """What Telegram knows of the webhook."""
    async with BotApi(sim.url, TOKEN) as api:
        return await api.call("getWebhookInfo", {})


async def test_nothing_is_lost_when_it_is_stopped_while_pushes_come(
    sim: Simulator, front: Front, tmp_path: Path
) -> None:
    village = [villager(sim, number) for number in range(12)]
    async with running(sim, front, tmp_path):
        await asyncio.gather(*(person.starts("c-maqu") for person in village))
        while front.passed < 3:  # noqa: ASYNC110
            await asyncio.sleep(0.001)
    assert (await webhook_info(sim))["url"] == front.url
    async with running(sim, front, tmp_path):
        await asyncio.gather(*(person.sees("用哪种话", timeout=10) for person in village))
        await sim.settled()
    assert [len(texts(person)) for person in village] == [1] * 12
    assert (await webhook_info(sim))["pending_update_count"] == 0


async def test_it_can_go_from_webhook_to_polling_and_back(
    sim: Simulator, front: Front, tmp_path: Path
) -> None:
    early, while_away, late = (villager(sim, number) for number in range(3))
    async with running(sim, front, tmp_path):
        await early.starts("c-maqu")
        await early.sees("用哪种话", timeout=10)
    await while_away.starts("c-maqu")
    async with running(sim, None, tmp_path):
        await while_away.sees("用哪种话", timeout=10)
        assert (await webhook_info(sim))["url"] == ""
    await late.starts("c-maqu")
    async with running(sim, front, tmp_path):
        await late.sees("用哪种话", timeout=10)
        await sim.settled()
    assert [len(texts(person)) for person in (early, while_away, late)] == [1, 1, 1]
