"""A roll call on its way at Telegram's limits: evenly, before everything but one person in need."""

from __future__ import annotations

import asyncio
import random

import pytest
from sqlalchemy import select

from bot.delivery import Delivery
from bot.limits import Limits
from schedules.ticks import drain
from services import rollcall_report, rollcall_start, spooling
from services.rollcall_start import Wanted
from simulator.person import Person
from storage import people, units
from storage.outbox import Lane, Outbox
from storage.transaction import Database
from tests.bot.conftest import row, texts
from tests.bot.test_delivery_limits import worst_second
from tests.bot.test_notices import Center, at_limits, until

WORDS = "发大水了！都平安吗？"


async def calls_the_roll(center: Center, delivery: Delivery, director: Person) -> int:
    """A roll call, its rows of the first second written, and no more however slow it all is; the unit."""
    async with center.rig.database.begin(bot_id=1000) as tx:
        unit, account = await units.unit_by_code(tx, "maqu"), await people.account(tx, director.id)
        assert unit is not None and account is not None
        await rollcall_start.start(tx, account, Wanted(unit.id, "flood", {"zh-Hans": WORDS}, "zh-Hans"))
    delivery.hand_over(tx.queued)
    async with center.rig.database.begin(bot_id=1000) as tx:
        assert await spooling.spool_one(tx)
    delivery.hand_over(tx.queued)
    return unit.id


async def ends(center: Center, director: Person, unit_id: int) -> None:
    """It is over."""
    async with center.rig.database.begin(bot_id=1000) as tx:
        account = await people.account(tx, director.id)
        assert account is not None
        await rollcall_report.end(tx, account, unit_id)


async def test_an_emergency_finds_a_place_at_once_while_the_roll_is_called(database: Database) -> None:
    async with at_limits(database) as center:
        rig, villagers = center.rig, await center.settle(200)
        nurses = [await rig.person(f"Nurse {number}") for number in range(6)]
        delivery, waits, loop = rig.delivery(limits=Limits()), [], asyncio.get_running_loop()
        async with rig.running(delivery):
            unit_id = await calls_the_roll(center, delivery, villagers[0])
            ticking = asyncio.create_task(_tick(center, delivery))
            await until(center, 40)
            for nurse in nurses:
                await asyncio.sleep(random.uniform(0.1, 0.2))
                committed = await rig.put(row(nurse.id, "快来", lane=Lane.URGENT))
                before = _roll_called(villagers)
                began = loop.time()
                delivery.hand_over(committed)
                await nurse.sees("快来", timeout=20)
                waits.append((loop.time() - began, _roll_called(villagers) - before))
            ticking.cancel()
            await ends(center, villagers[0], unit_id)
        assert [call for call in rig.sim.world.calls if call.status == 429] == []
        assert worst_second([call.time for call in rig.calls("sendMessage")]) <= 30
        overtaken = sorted(messages for _, messages in waits)
        assert overtaken[3] <= 3, "hardly anything of the roll call goes before it"


async def _tick(center: Center, delivery: Delivery) -> None:
    while True:
        await drain(center.rig.database, 1000, delivery.hand_over, spooling.spool_one)
        await asyncio.sleep(0.5)


def _roll_called(villagers: list[Person]) -> int:
    return sum(WORDS in words for one in villagers for words in texts(one))


@pytest.mark.parametrize("ends_early", [False, True])
async def test_each_who_is_called_is_asked_once_and_nobody_when_it_is_over(
    database: Database, ends_early: bool
) -> None:
    async with at_limits(database) as center:
        rig, villagers = center.rig, await center.settle(60)
        delivery = rig.delivery(limits=Limits())
        async with rig.running(delivery):
            unit_id = await calls_the_roll(center, delivery, villagers[0])
            await delivery.idle()
            if ends_early:
                await ends(center, villagers[0], unit_id)
            while await center.spool(delivery):
                await delivery.idle()
        asked = [sum(WORDS in words for words in texts(one)) for one in villagers]
        assert sum(asked) == (28 if ends_early else 60)
        assert max(asked) == 1
        async with rig.database.begin(bot_id=1000) as tx:
            query = select(Outbox.state).where(Outbox.notice_id.is_not(None))
            assert set(await tx.session.scalars(query)) == {"sent"}
