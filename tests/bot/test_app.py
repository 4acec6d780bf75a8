"""The program put together: getting ready before it may work."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bot.app import Bangban
from bot.transport import WrongTokenError
from domain.suggest_model import models
from simulator.server import Simulator
from storage.transaction import Database


@pytest.fixture
async def database(sqlite_url: str, keys: str) -> AsyncIterator[Database]:
    """A database of its own."""
    made = Database(sqlite_url)
    yield made
    await made.dispose()


def asked(sim: Simulator) -> list[str]:
    """What Telegram was asked, in order, but for updates."""
    return [call.method for call in sim.world.calls if call.method != "getUpdates"]


async def test_who_is_prepared_knows_itself_and_has_read_everything(
    sim: Simulator, database: Database
) -> None:
    models.cache_clear()
    bot = Bangban(database, sim.world.bot.token, api_url=sim.url, long_poll=1)
    await bot.prepare()
    assert bot.username == "bangban_demo_bot"
    assert models.cache_info().currsize == 1
    prepared = asked(sim)
    assert set(prepared) == {"getMe"}  # nothing that the process that serves would notice
    async with bot:
        pass
    assert set(asked(sim)[len(prepared) :]) == {"setMyCommands"}


async def test_preparing_while_telegram_is_away_is_no_failure(database: Database) -> None:
    bot = Bangban(database, "1000:x", api_url="http://127.0.0.1:9")
    await bot.prepare()
    await bot.close()


async def test_a_wrong_token_is_noticed_while_preparing(sim: Simulator, database: Database) -> None:
    bot = Bangban(database, "999:nobody-knows-it", api_url=sim.url)
    with pytest.raises(WrongTokenError):
        await bot.prepare()
