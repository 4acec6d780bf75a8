"""Books that balance: many callers, much trouble, and every message is accounted for."""

import asyncio
import random
from collections import Counter

import aiohttp
import pytest

from simulator import Fault, Faults, Limits, Simulator
from tests.simulator.conftest import TOKEN, Client

LOST = (aiohttp.ServerDisconnectedError, aiohttp.ClientOSError, aiohttp.ClientPayloadError)
TROUBLE = {fault: 0.06 for fault in Fault if "TIMEOUT" not in fault.name}


async def deliver(client: Client, chat_id: int, text: str) -> int:
    """Send until an answer says that it arrived; how often it was tried."""
    for attempt in range(1, 100):
        try:
            status, body = await client.raw("sendMessage", json={"chat_id": chat_id, "text": text})
        except LOST:
            continue
        if body["ok"]:
            return attempt
        assert status in (429, 502)
    raise AssertionError("never arrived")


@pytest.mark.parametrize("seed", [1, 2])
async def test_a_caller_that_retries_loses_nothing_and_the_record_tells_every_double(seed: int) -> None:
    async with (
        Simulator(faults=Faults(seed=seed, rates=TROUBLE, retry_after=1)) as sim,
        aiohttp.ClientSession() as session,
    ):
        sim.add_bot(TOKEN)
        people = [sim.person(f"村民{number}") for number in range(5)]
        for person in people:
            await person.starts()
        client = Client(session, sim.url)
        wanted = [(person, f"{person.id} 第 {number} 条") for person in people for number in range(20)]
        tries = await asyncio.gather(*(deliver(client, person.id, text) for person, text in wanted))
        shown = Counter(message.text for person in people for message in person.screen if message.from_bot)
        assert shown.keys() == {text for _, text in wanted}
        took_effect = Counter(call.params["text"] for call in sim.world.calls if call.status == 200)
        assert shown == took_effect
        assert sum(tries) == len(sim.world.calls) > len(wanted)
        lost = sum(call.fault is not None and call.fault.takes_effect for call in sim.world.calls)
        assert shown.total() - len(wanted) == lost > 0


async def test_a_caller_that_confirms_only_what_it_handled_handles_everything_once() -> None:
    """Updates, a bot that is killed between fetching and confirming, and lost answers."""
    rates = {Fault.RESET: 0.2, Fault.RESET_AFTER: 0.2, Fault.SERVER_ERROR: 0.1}
    dice = random.Random(7)
    async with Simulator(faults=Faults(seed=3, rates=rates)) as sim, aiohttp.ClientSession() as session:
        sim.add_bot(TOKEN)
        grandma = sim.person("王秀英")
        for number in range(60):
            await grandma.says(str(number))
        client, offset, handled = Client(session, sim.url), 0, list[str]()
        while sim.world.bot.queue.pending:
            try:
                status, body = await client.raw("getUpdates", json={"offset": offset, "limit": 7})
            except LOST:
                continue
            if status != 200 or dice.random() < 0.2:
                continue
            for update in body["result"]:
                handled.append(update["message"]["text"])
                offset = update["update_id"] + 1
        assert handled == [str(number) for number in range(60)]


async def test_a_caller_that_obeys_429_gets_everything_through() -> None:
    limits = Limits(enforced=True, scale=100, chat_burst=0.5)
    async with Simulator(limits=limits) as sim, aiohttp.ClientSession() as session:
        sim.add_bot(TOKEN)
        grandma = sim.person("王秀英")
        await grandma.starts()
        client, waits = Client(session, sim.url), 0
        for number in range(100):
            while True:
                status, body = await client.raw(
                    "sendMessage", json={"chat_id": grandma.id, "text": str(number)}
                )
                if status == 200:
                    break
                waits += 1
                assert body["parameters"]["retry_after"] == 1
                await asyncio.sleep(body["parameters"]["retry_after"] / limits.scale)
        assert [message.text for message in grandma.screen[1:]] == [str(number) for number in range(100)]
        assert waits > 0


async def test_many_conversations_at_once_stay_apart() -> None:
    """A bot that echoes, a hundred people who each see their own words and nobody else's."""
    async with Simulator() as sim, aiohttp.ClientSession() as session:
        sim.add_bot(TOKEN)
        client = Client(session, sim.url)

        async def echo() -> None:
            offset = 0
            while True:
                for update in await client.updates(offset=offset, timeout=20):
                    offset = update["update_id"] + 1
                    message = update["message"]
                    await client(
                        "sendMessage", chat_id=message["chat"]["id"], text=f"听到：{message['text']}"
                    )

        echoing = asyncio.create_task(echo())
        people = [sim.person(f"村民{number}") for number in range(100)]
        for word in ("早", "晚"):
            await asyncio.gather(*(person.says(f"{word}{person.id}") for person in people))
            await asyncio.gather(*(person.sees(f"听到：{word}{person.id}") for person in people))
        await sim.settled()
        assert all(len(person.screen) == 4 for person in people)
        echoing.cancel()
        await asyncio.gather(echoing, return_exceptions=True)
