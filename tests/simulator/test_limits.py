"""Rate limits: what is spent, what is refused, how long to wait."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import aiohttp
import pytest

from simulator import ApiError, Limits, Simulator
from simulator.groups import add_group
from tests.simulator.conftest import TOKEN, Client


@dataclass
class Tick:
    at: float = 0.0

    def __call__(self) -> float:
        return self.at


@dataclass
class Tries:
    """Spends as long as it is let."""

    limits: Limits
    waits: list[int] = field(default_factory=list)

    def many(self, count: int, bot: int = 1, chat: int | None = None) -> int:
        passed = 0
        for number in range(count):
            try:
                self.limits.spend(bot, chat if chat is not None else 1000 + number)
                passed += 1
            except ApiError as error:
                self.waits.append(error.parameters["retry_after"])
        return passed


@pytest.fixture
def tick() -> Tick:
    return Tick()


@pytest.fixture
def tries(tick: Tick) -> Tries:
    return Tries(Limits(enforced=True, clock=tick))


def test_nothing_is_limited_unless_enforced() -> None:
    assert Tries(Limits()).many(1000, chat=5) == 1000


def test_a_bot_sends_30_a_second(tries: Tries, tick: Tick) -> None:
    assert tries.many(50) == 30
    assert set(tries.waits) == {1}
    tick.at += 0.5
    assert tries.many(50) == 15


def test_a_chat_takes_a_short_burst_then_one_a_second(tries: Tries, tick: Tick) -> None:
    assert tries.many(10, chat=5) == 3
    tick.at += 1
    assert tries.many(10, chat=5) == 1
    tick.at += 60
    assert tries.many(10, chat=5) == 3


def test_a_group_takes_20_a_minute(tries: Tries, tick: Tick) -> None:
    sent = 0
    for _ in range(40):
        sent += tries.many(1, chat=-5)
        tick.at += 1
    assert 30 <= sent <= 33
    tries.waits.clear()
    assert tries.many(5, chat=-5) == 0
    assert max(tries.waits) in (1, 2, 3)


def test_one_bot_does_not_spend_anothers(tries: Tries) -> None:
    assert tries.many(50, bot=1) == 30
    assert tries.many(50, bot=2) == 30


def test_waiting_as_long_as_told_is_enough(tries: Tries, tick: Tick) -> None:
    assert tries.many(4, chat=5) == 3
    tick.at += tries.waits[-1]
    assert tries.many(1, chat=5) == 1


def test_scale_makes_limits_wider(tick: Tick) -> None:
    assert Tries(Limits(enforced=True, scale=10, clock=tick)).many(500) == 300


@pytest.fixture
async def limited(tick: Tick) -> AsyncIterator[Simulator]:
    async with Simulator(limits=Limits(enforced=True, clock=tick)) as simulator:
        simulator.add_bot(TOKEN)
        yield simulator


async def test_a_flood_is_answered_with_429_and_the_seconds_to_wait(limited: Simulator, tick: Tick) -> None:
    grandma = limited.person("王秀英")
    await grandma.starts()
    async with aiohttp.ClientSession() as session:
        client = Client(session, limited.url)
        for _ in range(3):
            await client("sendMessage", chat_id=grandma.id, text="x")
        status, body = await client.raw("sendMessage", json={"chat_id": grandma.id, "text": "x"})
        assert (status, body) == (
            429,
            {
                "ok": False,
                "error_code": 429,
                "description": "Too Many Requests: retry after 1",
                "parameters": {"retry_after": 1},
            },
        )
        assert len(grandma.screen) == 4
        tick.at += 1
        last = await client("sendMessage", chat_id=grandma.id, text="y")
        where = {"chat_id": grandma.id, "message_id": last["message_id"]}
        assert (await client.refused("editMessageText", **where, text="z")).startswith("429")
        assert await client("deleteMessage", **where)


async def test_reading_is_never_limited(limited: Simulator) -> None:
    async with aiohttp.ClientSession() as session:
        client = Client(session, limited.url)
        for _ in range(40):
            await client("getMe")


async def test_an_album_costs_as_much_as_its_pictures(limited: Simulator) -> None:
    grandma = limited.person("王秀英")
    await grandma.sends_photo()
    group = add_group(limited.world, "马曲村", [grandma.user])
    async with aiohttp.ClientSession() as session:
        client = Client(session, limited.url)
        photo = (await client.updates())[0]["message"]["photo"][0]["file_id"]
        album = [{"type": "photo", "media": photo}] * 3
        assert len(await client("sendMediaGroup", chat_id=group.id, media=album)) == 3
        assert (await client.refused("sendMediaGroup", chat_id=group.id, media=album)).startswith("429")
        assert len(group.messages) == 3
