"""A notice on its way: held at once, lost never, and nobody urgent behind it; over HTTP, on both engines."""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime

import pytest
import time_machine
from sqlalchemy import select

from bot.delivery import Delivery
from bot.limits import Limits
from bot.seed import found_county, settle
from bot.transport import BotApi
from schedules.ticks import drain
from services import notice_writing, notices, spooling
from services.kinds import Notice
from simulator.faults import Fault
from simulator.limits import Limits as Enforced
from simulator.person import Person
from simulator.server import Simulator
from storage import people, units
from storage.notices import NOTICES
from storage.outbox import Lane, Outbox
from storage.people import Account, Membership
from storage.transaction import Database
from tests.bot.conftest import Rig, row, texts
from tests.bot.test_delivery_limits import worst_second


@pytest.fixture(autouse=True)
def by_day() -> Iterator[None]:
    """At night a notice waits for the morning."""
    with time_machine.travel(datetime(2026, 11, 26, 4, tzinfo=UTC)):
        yield


@dataclass
class Center:
    """A center with its villagers, one of whom is the director, on a bot without its clock."""

    rig: Rig
    villagers: list[Person] = field(default_factory=list)

    async def settle(self, count: int, code: str = "maqu") -> list[Person]:
        """So many people who registered there, the first as its director."""
        found = [await self.rig.person(f"P{number}") for number in range(count)]
        async with self.rig.database.begin(bot_id=1000) as tx:
            if await units.unit_by_code(tx, code) is None:
                await found_county(tx)
            unit = await units.unit_by_code(tx, code)
            assert unit is not None
            about = {"bot_id": 1000, "locale": "zh-Hans", "created_at": tx.now}
            tx.session.add_all([Account(id=one.id, **about) for one in found[1:]])
            await tx.session.flush()
            joined = {"center_id": unit.id, "name": "?", "joined_at": tx.now, "consented_at": tx.now}
            tx.session.add_all([Membership(account_id=one.id, **joined) for one in found[1:]])
            await settle(tx, found[0].id, center=code, name="主任", roles_held=["director"])
        return found

    async def announce(self, delivery: Delivery, author: Person, code: str = "maqu") -> int:
        """A notice, its rows written as far as they may be; its id."""
        async with self.rig.database.begin(bot_id=1000) as tx:
            unit, account = await units.unit_by_code(tx, code), await people.account(tx, author.id)
            assert unit is not None and account is not None
            notice = await notice_writing.announce(tx, account, unit.id, f"notice to {code}")
        await self.spool(delivery)
        return notice.id

    async def spool(self, delivery: Delivery) -> int:
        """What the clock does every second."""
        return await drain(self.rig.database, 1000, delivery.hand_over, spooling.spool_one)

    async def steer(
        self, author: Person, step: object, notice_id: int, database: Database | None = None
    ) -> None:
        """Pause, resume or stop."""
        async with (database or self.rig.database).begin(bot_id=1000) as tx:
            account = await people.account(tx, author.id)
            await step(tx, account, notice_id)  # type: ignore[operator]

    async def states(self, notice_id: int) -> Counter[str]:
        """The states of the rows of a notice."""
        async with self.rig.database.begin(bot_id=1000) as tx:
            query = select(Outbox.state).where(Outbox.notice_id == notice_id)
            return Counter(await tx.session.scalars(query))


@asynccontextmanager
async def at_limits(database: Database) -> AsyncIterator[Center]:
    """A center on a simulator that enforces Telegram's limits."""
    async with Simulator(limits=Enforced(enforced=True)) as sim:
        sim.add_bot()
        async with BotApi(sim.url, sim.world.bot.token) as api:
            yield Center(Rig(sim, database, api))


def got(people_: Sequence[Person], code: str = "maqu") -> int:
    """How many have the notice; nobody has it twice."""
    counts = [sum(f"notice to {code}" in words for words in texts(one)) for one in people_]
    assert max(counts) <= 1
    return sum(counts)


async def until(center: Center, count: int) -> None:
    """Wait until so many messages went out."""
    await center.rig.until_called("sendMessage", count)


@pytest.mark.parametrize("elsewhere", [False, True], ids=["here", "by another process"])
async def test_a_paused_notice_is_silent_at_once_and_goes_on_with_the_others(
    rig: Rig, elsewhere: bool
) -> None:
    center, delivery = Center(rig), rig.delivery(limits=Limits(per_second=100), poll=30.0)
    villagers = await center.settle(60)
    other = Database(rig.database.url)
    async with rig.running(delivery):
        notice_id = await center.announce(delivery, villagers[0])
        await until(center, 10)
        await center.steer(villagers[0], notices.pause, notice_id, other if elsewhere else None)
        if elsewhere:
            delivery.heard(NOTICES)
        await asyncio.sleep(0.05)  # what was under way ends
        before = got(villagers)
        assert before < 60
        await delivery.idle()
        await asyncio.sleep(0.3)
        assert got(villagers) == before
        assert await center.states(notice_id) == {"sent": before, "waiting": 60 - before}
        await center.steer(villagers[0], notices.resume, notice_id)
        await delivery.idle()
    await other.dispose()
    assert got(villagers) == 60
    assert await center.states(notice_id) == {"sent": 60}


async def test_of_a_stopped_notice_nothing_is_sent_that_was_not_under_way(rig: Rig) -> None:
    center, delivery = Center(rig), rig.delivery(limits=Limits(per_second=100))
    villagers = await center.settle(60)
    rig.sim.world.faults.script("sendMessage", [None] * 5 + [Fault.FLOOD])
    async with rig.running(delivery):
        notice_id = await center.announce(delivery, villagers[0])
        await until(center, 20)
        await center.steer(villagers[0], notices.stop, notice_id)
        calls = len(rig.sim.world.calls)
        await asyncio.sleep(1.3)  # longer than the refused one was to wait
        await delivery.idle()
        assert len(rig.sim.world.calls) - calls <= 10
    found = await center.states(notice_id)
    assert found == {"sent": got(villagers), "dropped": 60 - got(villagers)}
    async with rig.running(again := rig.delivery()):
        await again.idle()
    assert await center.states(notice_id) == found


async def test_neither_a_restart_nor_a_pause_across_it_loses_or_doubles_anybody(
    rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spooling, "PAGE", 10)
    monkeypatch.setattr(spooling, "WAITING", 20)
    center, delivery = Center(rig), rig.delivery(limits=Limits(per_second=100))
    villagers = await center.settle(60)
    async with rig.running(delivery):
        notice_id = await center.announce(delivery, villagers[0])
        await until(center, 5)
    await center.steer(villagers[0], notices.pause, notice_id)
    async with rig.running(second := rig.delivery()):
        await center.spool(second)
        await second.idle()
        assert got(villagers) < 40
        await center.steer(villagers[0], notices.resume, notice_id)
        async with asyncio.timeout(20):  # it hears of it in a moment, and until then nothing makes room
            while got(villagers) < 60:
                await center.spool(second)
                await second.idle()
                await asyncio.sleep(0.01)
    assert got(villagers) == 60
    async with rig.database.begin() as tx:
        assert (await tx.session.get_one(Notice, notice_id)).spooled_at is not None


async def test_urgent_messages_go_first_and_a_notice_uses_the_rest(database: Database) -> None:
    async with at_limits(database) as center:
        rig, villagers = center.rig, await center.settle(300)
        nurses = [await rig.person(f"Nurse {number}") for number in range(8)]
        delivery, waits, loop = rig.delivery(limits=Limits()), [], asyncio.get_running_loop()
        async with rig.running(delivery):
            notice_id = await center.announce(delivery, villagers[0])
            await until(center, 32)
            for nurse in nurses:
                await asyncio.sleep(random.uniform(0.05, 0.15))
                committed = await rig.put(row(nurse.id, "快来", lane=Lane.URGENT))
                began = loop.time()
                delivery.hand_over(committed)
                await nurse.sees("快来", timeout=20)
                waits.append(loop.time() - began)
            await center.steer(villagers[0], notices.stop, notice_id)
        moments = [call.time for call in rig.calls("sendMessage")]
        assert [call for call in rig.sim.world.calls if call.status == 429] == []
        assert worst_second(moments) <= 30
        assert worst_second(moments) >= 27, "hardly a place is left empty"
        assert sorted(waits)[4] < 0.15, "on a busy machine; without the even row it is half a second"


async def test_a_second_notice_to_few_is_through_while_the_first_goes_on(database: Database) -> None:
    async with at_limits(database) as center:
        many, few = await center.settle(150), await center.settle(5, "dongxing")
        delivery = center.rig.delivery(limits=Limits())
        async with center.rig.running(delivery):
            first = await center.announce(delivery, many[0])
            await until(center, 6)
            await center.announce(delivery, few[0], "dongxing")
            for one in few:
                await one.sees("notice to dongxing", timeout=20)
            assert got(many) < 40
            await center.steer(many[0], notices.stop, first)
