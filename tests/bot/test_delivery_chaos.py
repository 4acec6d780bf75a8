"""Whatever goes wrong on the way: nothing is lost, the order is kept, and little comes twice."""

from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from sqlalchemy import func, select

from simulator.faults import Fault
from storage import outbox
from storage.outbox import Lane, Outbox, OutboxRow
from tests.bot.conftest import Rig, row, texts
from tests.bot.life import NURSERY, begin

BEFORE = {Fault.SERVER_ERROR: 0.05, Fault.RESET: 0.05, Fault.FLOOD: 0.01}
"""Faults that keep a call from taking effect; so nothing may come twice."""
AFTER = {Fault.RESET_AFTER: 0.05, Fault.SERVER_ERROR_AFTER: 0.05}
"""Faults after which nobody can know that the call took effect; so it is made again."""


def once(words: list[str]) -> list[str]:
    """Without repetitions, in order of first appearance."""
    return list(dict.fromkeys(words))


async def test_faults_on_the_way_lose_nothing_repeat_nothing_and_keep_the_order(rig: Rig) -> None:
    villagers = [await rig.person(f"P{number}") for number in range(10)]
    rig.sim.world.faults.rates.update(BEFORE)
    rig.sim.world.faults.jitter = 0.01
    rows = [row(one.id, f"{number}") for number in range(20) for one in villagers]
    delivery = rig.delivery()
    async with rig.running(delivery):
        delivery.hand_over(await rig.put(*rows))
        for one in villagers:
            await one.sees("19", timeout=60)
        rig.sim.world.faults.calm()
    assert all(texts(one) == [f"{number}" for number in range(20)] for one in villagers)
    assert {stored.state for stored in await rig.stored(*rows)} == {"sent"}


async def test_answers_that_are_lost_repeat_a_message_but_lose_none(rig: Rig) -> None:
    villagers = [await rig.person(f"P{number}") for number in range(10)]
    rig.sim.world.faults.rates.update(AFTER)
    rows = [row(one.id, f"{number}") for number in range(20) for one in villagers]
    delivery = rig.delivery()
    async with rig.running(delivery):
        delivery.hand_over(await rig.put(*rows))
        for one in villagers:
            await one.sees("19", timeout=60)
        rig.sim.world.faults.calm()
    for one in villagers:
        said = texts(one)
        assert once(said) == [f"{number}" for number in range(20)]
        assert said == sorted(said, key=int), "a repetition comes right after what it repeats"


@asynccontextmanager
async def alive(rig: Rig) -> AsyncIterator[None]:
    """The bot as a process of its own; at the end of the block it is killed."""
    life = NURSERY.Process(target=begin, args=(rig.sim.url, rig.bot.token, rig.database.url))
    await asyncio.to_thread(life.start)
    try:
        yield
    finally:
        life.kill()
        await asyncio.to_thread(life.join)


async def test_a_process_that_is_killed_again_and_again_loses_no_message(rig: Rig) -> None:
    """Each death may repeat what was unmarked, fifty messages at most."""
    villagers = [await rig.person(f"P{number}") for number in range(60)]
    lanes = random.Random(1)
    await rig.put(
        *[row(one.id, f"{n}", lane=lanes.choice(list(Lane))) for n in range(5) for one in villagers]
    )
    for target in (60, 150):
        async with alive(rig):
            await rig.until_called("sendMessage", target)
    assert await waiting(rig) > 0
    async with alive(rig):
        while await waiting(rig):  # noqa: ASYNC110 - the rows are in a table
            await asyncio.sleep(0.05)
    said = [texts(one) for one in villagers]
    assert all(set(words) == {"0", "1", "2", "3", "4"} for words in said)
    assert 300 <= sum(map(len, said)) <= 300 + 2 * 50


async def waiting(rig: Rig) -> int:
    """How many rows are not sent yet, as the table has it."""
    async with rig.database.begin() as tx:
        return (await outbox.counts(tx)).get("waiting", 0)


async def test_people_who_write_while_the_process_is_killed_are_all_answered_once(rig: Rig) -> None:
    """Each update takes effect once; an answer may come again if death came before its mark."""
    villagers = [await rig.person(f"P{number}") for number in range(40)]
    for start in range(0, 15, 5):
        for number in range(start, start + 5):
            for one in villagers:
                await one.says(f"{number}")
        async with alive(rig):
            await rig.until_called("sendMessage", start * 40 + 60)
    async with alive(rig):
        await rig.sim.settled(timeout=30)
        while await waiting(rig):  # noqa: ASYNC110 - the rows are in a table
            await asyncio.sleep(0.05)
    assert all(once(texts(one)) == [f"you said {number}" for number in range(15)] for one in villagers)
    async with rig.database.begin() as tx:
        assert await outbox.counts(tx) == {}
        sent = select(func.count()).select_from(Outbox).where(Outbox.state == "sent")
        assert await tx.session.scalar(sent) == 15 * 40
    assert len(rig.calls("sendMessage")) <= 15 * 40 + 3 * 50


async def test_cards_end_as_they_were_last_changed_in_spite_of_faults(rig: Rig) -> None:
    villagers = [await rig.person(f"P{number}") for number in range(6)]
    rig.sim.world.faults.rates.update(BEFORE | AFTER)
    dice = random.Random(3)
    delivery = rig.delivery()
    async with rig.running(delivery):
        cards: list[OutboxRow] = [row(one.id, "v0", key="card") for one in villagers]
        delivery.hand_over(await rig.put(*cards))
        for version in range(1, 10):
            lane = dice.choice(list(Lane))
            edits = [row(one.id, f"v{version}", key="card", method="edit", lane=lane) for one in villagers]
            delivery.hand_over(await rig.put(*edits))
            await asyncio.sleep(0.02)
        while await waiting(rig):  # noqa: ASYNC110 - the rows are in a table
            await asyncio.sleep(0.05)
        rig.sim.world.faults.calm()
    assert all(texts(one)[-1] == "v9" for one in villagers)
