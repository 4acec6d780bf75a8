"""Trouble at will: what the caller sees, and whether the call took effect."""

import asyncio
from collections import Counter

import aiohttp
import pytest

from simulator import Fault, Faults, Person, Simulator
from tests.simulator.conftest import Client

LOST = (aiohttp.ServerDisconnectedError, aiohttp.ClientOSError)


async def send(client: Client, person: Person) -> tuple[int, str]:
    status, body = await client.raw("sendMessage", json={"chat_id": person.id, "text": "x"})
    return status, body.get("description", "")


@pytest.mark.parametrize(
    ("fault", "answer"),
    [
        (Fault.SERVER_ERROR, (502, "Bad Gateway")),
        (Fault.SERVER_ERROR_AFTER, (502, "Bad Gateway")),
        (Fault.FLOOD, (429, "Too Many Requests: retry after 7")),
    ],
)
async def test_a_fault_may_be_an_answer(
    client: Client, sim: Simulator, grandma: Person, fault: Fault, answer: tuple[int, str]
) -> None:
    sim.world.faults.retry_after = 7
    sim.world.faults.script("sendMessage", [fault])
    assert await send(client, grandma) == answer
    assert grandma.has_seen("x") is fault.takes_effect
    assert await send(client, grandma) == (200, "")


@pytest.mark.parametrize("fault", [Fault.RESET, Fault.RESET_AFTER])
async def test_a_connection_may_be_cut(client: Client, sim: Simulator, grandma: Person, fault: Fault) -> None:
    sim.world.faults.script("sendMessage", [fault])
    with pytest.raises(LOST):
        await send(client, grandma)
    assert grandma.has_seen("x") is fault.takes_effect
    assert sim.world.calls[-1].fault is fault
    assert sim.world.calls[-1].status == (200 if fault.takes_effect else 502)


async def test_a_connection_may_be_cut_in_the_middle_of_the_answer(
    client: Client, sim: Simulator, grandma: Person
) -> None:
    sim.world.faults.script("sendMessage", [Fault.CUT_AFTER])
    address = f"{client.base}/bot{client.token}/sendMessage"
    async with client.session.post(address, json={"chat_id": grandma.id, "text": "x"}) as answer:
        assert answer.status == 200
        with pytest.raises(aiohttp.ClientPayloadError):
            await answer.read()
    assert grandma.has_seen("x")
    assert sim.world.calls[-1].fault is Fault.CUT_AFTER


async def test_while_telegram_is_away_every_call_is_cut_off(
    client: Client, sim: Simulator, grandma: Person
) -> None:
    sim.world.faults.away = True
    for method in ("getUpdates", "sendMessage"):
        with pytest.raises(LOST):
            await client.raw(method, json={"chat_id": grandma.id, "text": "x"})
    sim.world.faults.calm()
    assert not grandma.has_seen("x")
    assert len(await client.updates()) == 1


@pytest.mark.parametrize("fault", [Fault.TIMEOUT, Fault.TIMEOUT_AFTER])
async def test_an_answer_may_never_come(
    client: Client, sim: Simulator, grandma: Person, fault: Fault
) -> None:
    sim.world.faults.script("sendMessage", [fault])
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.2):
            await send(client, grandma)
    assert grandma.has_seen("x") is fault.takes_effect


async def test_a_hanging_call_is_hung_up_in_the_end(client: Client, sim: Simulator, grandma: Person) -> None:
    sim.world.faults.hang = 0.05
    sim.world.faults.script("sendMessage", [Fault.TIMEOUT])
    with pytest.raises(LOST):
        await send(client, grandma)


async def test_a_stopping_simulator_does_not_wait_for_hanging_calls(client: Client) -> None:
    async with Simulator() as other:
        other.add_bot(client.token)
        other.world.faults.script("getMe", [Fault.TIMEOUT])
        hanging = asyncio.create_task(Client(client.session, other.url).raw("getMe"))
        await asyncio.sleep(0.05)
    with pytest.raises(LOST):
        await asyncio.wait_for(hanging, 5)


async def test_a_script_says_what_happens_call_by_call(
    client: Client, sim: Simulator, grandma: Person
) -> None:
    sim.world.faults.script("sendMessage", [None, Fault.SERVER_ERROR, None])
    assert [(await send(client, grandma))[0] for _ in range(4)] == [200, 502, 200, 200]
    assert await client("getMe")


async def test_a_lost_answer_to_get_updates_loses_no_update(
    client: Client, sim: Simulator, grandma: Person
) -> None:
    sim.world.faults.script("getUpdates", [Fault.RESET_AFTER])
    with pytest.raises(LOST):
        await client.updates()
    assert len(await client.updates()) == 1


async def test_latency_does_not_lose_what_was_asked_for(
    client: Client, sim: Simulator, grandma: Person
) -> None:
    sim.world.faults.latency = 0.1
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.03):
            await send(client, grandma)
    assert not grandma.has_seen("x")
    await grandma.sees("x")


async def test_distance_holds_up_the_answer_to_get_updates_too(
    client: Client, sim: Simulator, grandma: Person
) -> None:
    await grandma.says("x")
    sim.world.faults.poll_latency = 0.05
    began = asyncio.get_running_loop().time()
    assert await client.updates()
    assert asyncio.get_running_loop().time() - began >= 0.05
    sim.world.faults.calm()
    assert sim.world.faults.poll_latency == 0


def test_probabilities_are_kept_and_repeatable() -> None:
    rates = {Fault.RESET: 0.1, Fault.SERVER_ERROR: 0.2}
    runs = [[Faults(seed=5, rates=rates).next("x") for _ in range(1)] for _ in range(2)]
    assert runs[0] == runs[1]
    faults = Faults(seed=1, rates=rates)
    seen = Counter(faults.next("sendMessage") for _ in range(5000))
    assert 400 < seen[Fault.RESET] < 600
    assert 850 < seen[Fault.SERVER_ERROR] < 1150
    assert seen.keys() == {None, Fault.RESET, Fault.SERVER_ERROR}


def test_the_same_seed_gives_the_same_trouble() -> None:
    def run(seed: int) -> list[Fault | None]:
        faults = Faults(seed=seed, rates={Fault.RESET: 0.5})
        return [faults.next("x") for _ in range(50)]

    assert run(3) == run(3)
    assert run(3) != run(4)


def test_random_trouble_can_be_kept_to_some_methods() -> None:
    faults = Faults(rates={Fault.RESET: 1.0}, methods=frozenset({"sendMessage"}))
    assert faults.next("getMe") is None
    assert faults.next("sendMessage") is Fault.RESET
    faults.calm()
    assert faults.next("sendMessage") is None


def test_jitter_stays_within_its_bounds() -> None:
    faults = Faults(latency=0.1, jitter=0.2)
    delays = [faults.delay() for _ in range(200)]
    assert 0.1 <= min(delays) < 0.15
    assert 0.25 < max(delays) <= 0.3
    assert faults.delay_needed
    assert not Faults().delay_needed
