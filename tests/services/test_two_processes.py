"""Two processes on one PostgreSQL: nothing is done twice, nobody waits for the other, nobody is forgotten."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import timedelta
from typing import TypeVar

import pytest
from sqlalchemy import select, text

from domain.requests import CLOSES_AFTER
from domain.tasks import Seat
from schedules.ticks import EVERY_HOUR, EVERY_MINUTE, OFTEN, drain
from services import escalation, expenses, handling, leave, seats, tasks
from services.errors import RefusedError
from services.requests import Need, submit
from storage import tasks as stored_tasks
from storage import units
from storage.leave import Leave
from storage.outbox import Outbox
from storage.requests import RequestMove, ServiceRequest
from storage.transaction import Database, Tx, is_infrastructure
from storage.units import OrgUnit
from tests.services.test_tasks import offer, stage
from tests.services.town import Town

ONE, TWO = 1000, 2000
Result = TypeVar("Result")


@pytest.fixture
def founded_url(founded_postgres_url: str) -> str:
    """Several processes share a PostgreSQL."""
    return founded_postgres_url


@pytest.fixture
async def other(founded: Database) -> AsyncIterator[Database]:
    """The other process's connections to the same database."""
    made = Database(founded.url)
    async with made.begin():  # it is connected
        pass
    yield made
    await made.dispose()


async def until_it_works(attempt: Callable[[], Awaitable[Result]]) -> Result:
    """As the loops do: what the machine is to blame for is tried again."""
    while True:
        try:
            return await attempt()
        except Exception as error:
            if not is_infrastructure(error):
                raise


async def drained(town: Town, other: Database, *steps: Callable[[Tx], Awaitable[bool]]) -> list[int]:
    """How often each of two processes did something, when the clock strikes in both at once."""

    async def process(database: Database, bot_id: int) -> int:
        times = 0
        for step in steps:
            times += await until_it_works(
                lambda step=step: drain(database, bot_id, lambda _: None, step, now=lambda: town.now)
            )
        return times

    async with asyncio.timeout(30):
        return list(await asyncio.gather(process(town.database, ONE), process(other, TWO)))


async def moves(town: Town, action: str) -> Counter[int]:
    """How often each request was moved so."""
    async with town.begin() as tx:
        query = select(RequestMove.request_id).where(RequestMove.action == action)
        return Counter(await tx.session.scalars(query))


async def told(town: Town) -> Counter[tuple[int, int, str]]:
    """How often each person was told the same about a request since people were last forgotten."""
    async with town.begin() as tx:
        rows = await tx.session.scalars(select(Outbox).where(Outbox.created_at == town.now))
        return Counter((one.chat_id, one.request_id or 0, str(one.body.get("text"))) for one in rows)


async def test_what_is_due_rises_once_whoever_looks(any_town: Town, other: Database) -> None:
    town = any_town
    asker = await town.settle("王秀英")
    for role in ("assistance", "clerk", "director"):
        await town.settle(role, role)
    asked = [await town.ask(asker) for _ in range(24)]
    town.passes(hours=7)

    did = await drained(town, other, escalation.rise_one)

    assert min(did) > 0  # nobody starves
    assert await moves(town, "rise") == dict.fromkeys(asked, 1)
    assert set((await told(town)).values()) == {1}


async def test_every_step_of_the_clock_is_kept_once(any_town: Town, other: Database) -> None:
    town = any_town
    asker, helper = await town.settle("王秀英"), await town.settle("周敏", "assistance")
    await town.settle("孙丽", "clerk")
    await town.settle("马国强", "director")
    done = [await town.ask(asker) for _ in range(6)]
    for request_id in done:
        await town.do(helper, handling.take, request_id)
        await town.do(helper, handling.finish, request_id)
    for _ in range(6):
        await town.ask(asker, "environment", "路灯坏了")
    async with town.begin() as tx:
        unit = await units.unit_by_code(tx, "maqu")
        assert unit is not None
        about = {"account_id": helper, "unit_id": unit.id, "created_by_id": helper, "created_at": tx.now}
        for days in range(4):
            span = {"starts_at": tx.now + timedelta(days=days), "ends_at": tx.now + timedelta(days=days + 1)}
            tx.session.add(Leave(**about, **span))
    town.passes(days=CLOSES_AFTER.days + 1)

    await drained(town, other, *OFTEN, *EVERY_MINUTE, *EVERY_HOUR)

    assert await moves(town, "close") == dict.fromkeys(done, 1)
    assert max((await moves(town, "rise")).values()) == 1
    assert set((await told(town)).values()) == {1}
    async with town.begin() as tx:
        assert await leave.begin_one(tx) is False
        late = select(OrgUnit.id).where(OrgUnit.digest_at <= tx.now)
        assert list(await tx.session.scalars(late)) == []


async def test_numbers_are_given_out_once_by_two_bots(any_town: Town, other: Database) -> None:
    town = any_town
    askers = [await town.settle(name) for name in ("王秀英", "李桂兰")]
    await town.settle("周敏", "assistance")

    async def ask(database: Database, bot_id: int, asker: int) -> None:
        async with database.begin(town.now, bot_id) as tx:
            account = await town.account(tx, asker)
            need = Need("assistance", [town.says("家里没人做饭")])
            await submit(tx, account, account.current_center_id or 0, need)

    processes = zip((town.database, other), (ONE, TWO), askers, strict=True)
    async with asyncio.timeout(30):
        await asyncio.gather(*(until_it_works(lambda p=p: ask(*p)) for p in processes for _ in range(15)))

    async with town.begin() as tx:
        numbers = list(await tx.session.scalars(select(ServiceRequest.number)))
        unit = await units.unit_by_code(tx, "maqu")
    assert len(numbers) == len(set(numbers)) == 30
    assert unit is not None
    assert unit.last_serial == 99 + 30


async def test_of_two_who_take_it_by_two_bots_one_has_it(any_town: Town, other: Database) -> None:
    town = any_town
    asker = await town.settle("王秀英")
    helpers = [await town.settle(name, "assistance") for name in ("周敏", "老周")]

    async def take(database: Database, bot_id: int, who: int, request_id: int) -> bool:
        try:
            async with database.begin(town.now, bot_id) as tx:
                await handling.take(tx, await town.account(tx, who), request_id)
        except RefusedError:
            return False
        return True

    for _ in range(6):
        request_id = await town.ask(asker)
        processes = zip((town.database, other), (ONE, TWO), helpers, strict=True)
        async with asyncio.timeout(30):
            took = await asyncio.gather(
                *(until_it_works(lambda p=p, one=request_id: take(*p, one)) for p in processes)
            )
        assert sorted(took) == [False, True]
        assert (await town.request(request_id)).holder_id == helpers[took.index(True)]
    assert set((await moves(town, "take")).values()) == {1}


async def test_who_answers_while_the_clock_strikes_is_not_held_up_for_long(
    any_town: Town, other: Database
) -> None:
    town = any_town
    asker, helper = await town.settle("王秀英"), await town.settle("周敏", "assistance")
    await town.settle("孙丽", "clerk")
    asked = [await town.ask(asker) for _ in range(12)]
    town.passes(hours=7)

    async def take_all() -> int:
        took = 0
        for request_id in reversed(asked):
            async with other.begin(town.now, TWO) as tx:
                await handling.take(tx, await town.account(tx, helper), request_id)
                took += 1
        return took

    async with asyncio.timeout(30):
        risen, took = await asyncio.gather(
            until_it_works(
                lambda: drain(town.database, ONE, lambda _: None, escalation.rise_one, now=lambda: town.now)
            ),
            take_all(),
        )
    assert took == len(asked)
    assert risen == sum((await moves(town, "rise")).values())
    assert set((await moves(town, "take")).values()) == {1}


WAITING = text(
    "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()"
)


async def is_waited(database: Database) -> None:
    """Wait until somebody waits for a lock."""
    while True:
        async with database.begin() as tx:
            if await tx.session.scalar(WAITING):
                return
        await asyncio.sleep(0.02)


@pytest.mark.parametrize("what", ["on my way", "not coming", "the expenses", "leaving"])
async def test_whoever_moves_on_and_whoever_calls_it_off_do_not_wait_for_each_other(
    any_town: Town, other: Database, what: str
) -> None:
    town = any_town
    officer, _, request_id, (helper,) = await stage(town, "李强")
    task_id = await offer(town, officer, request_id)
    seat_id = (await town.do(helper, seats.accept, task_id)).id

    async def acts() -> None:
        async with other.begin(town.now, TWO) as tx:
            account = await town.account(tx, helper)
            if what == "leaving":
                await seats.give_up_all(tx, helper, account.current_center_id or 0)
            elif what == "the expenses":
                await expenses.check(tx, account, seat_id)
            else:
                target = Seat.ON_WAY if what == "on my way" else Seat.RELEASED
                await seats.move(tx, account, seat_id, target)

    async with asyncio.timeout(30):
        async with town.begin() as tx:
            await stored_tasks.task(tx, task_id)
            moving = asyncio.create_task(acts())
            await is_waited(town.database)
            await tasks.stop(tx, await town.account(tx, officer), task_id)
        try:
            await moving
        except RefusedError as refusal:
            assert refusal.text.id == ("not-found" if what == "the expenses" else "seat-is")
    async with town.begin() as tx:
        assert [one.state for one in await stored_tasks.seats_of(tx, task_id)] == ["cancelled"]


async def test_the_clock_passes_by_a_seat_whose_task_somebody_has_in_hand(
    any_town: Town, other: Database
) -> None:
    town = any_town
    officer, _, request_id, (helper,) = await stage(town, "李强")
    task_id = await offer(town, officer, request_id)
    await town.do(helper, seats.accept, task_id)
    town.passes(hours=10)  # the evening before: they are to be reminded
    async with asyncio.timeout(30):
        async with town.begin() as tx:
            await stored_tasks.task(tx, task_id)
            async with other.begin(town.now, TWO) as clock:
                assert await seats.look_one(clock) is False
        async with other.begin(town.now, TWO) as clock:
            assert await seats.look_one(clock) is True
            assert len(clock.queued) > 0
