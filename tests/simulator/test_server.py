"""The server itself: started, stopped, several at once."""

import aiohttp
import pytest

from simulator import Simulator, World
from simulator.api import METHOD_MODULES
from simulator.registry import HANDLERS
from tests.simulator.conftest import TOKEN, Client


async def test_each_simulator_takes_a_free_port_and_has_its_own_world() -> None:
    async with Simulator() as one, Simulator() as two, aiohttp.ClientSession() as session:
        assert one.port != two.port
        one.add_bot(TOKEN)
        assert (await Client(session, one.url)("getMe"))["id"] == 1000
        assert await Client(session, two.url).refused("getMe") == "401 Unauthorized"


async def test_a_world_outlives_its_server(unused_port: int) -> None:
    """As Telegram does when the network goes away and comes back."""
    world = World()
    async with Simulator(port=unused_port, world=world) as sim:
        sim.add_bot(TOKEN)
        grandma = sim.person("王秀英")
        await grandma.says("还在吗")
    async with aiohttp.ClientSession() as session:
        with pytest.raises(aiohttp.ClientConnectorError):
            await Client(session, sim.url).updates()
        async with Simulator(port=unused_port, world=world) as again:
            (update,) = await Client(session, again.url).updates()
    assert update["message"]["text"] == "还在吗"


@pytest.fixture
async def unused_port() -> int:
    async with Simulator() as sim:
        return sim.port


async def test_a_stopped_simulator_may_be_stopped_again_and_started_anew() -> None:
    sim = Simulator()
    await sim.stop()
    await sim.start()
    await sim.stop()
    await sim.stop()
    async with sim, aiohttp.ClientSession() as session, session.get(f"{sim.url}/api/nothing") as answer:
        assert answer.status == 404


async def test_a_webhook_ends_with_the_server() -> None:
    async with Simulator(webhook_retry=0.01) as sim, aiohttp.ClientSession() as session:
        sim.add_bot(TOKEN)
        grandma = sim.person("王秀英")
        await grandma.says("一")
        await Client(session, sim.url)("setWebhook", url="http://127.0.0.1:9/nobody")
    await grandma.says("二")
    assert [update.kind for update in sim.world.bot.queue.pending.values()] == ["message", "message"]
    assert sim.world.bot.queue.push is None


def test_every_method_is_played_by_a_module_that_the_api_loads() -> None:
    modules = {module.__name__ for module in METHOD_MODULES}
    assert {handler.__module__ for handler in HANDLERS.values()} == modules
