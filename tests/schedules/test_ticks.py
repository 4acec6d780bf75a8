"""What happens by the clock: drained to the end, each in its own transaction, and nothing twice."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine

from bot.seed import found_county, settle
from domain.messages import Content, Said
from domain.requests import CLOSES_AFTER
from schedules import ticks
from schedules.ticks import EVERY_HOUR, EVERY_MINUTE, EVERY_SECOND, OFTEN, Clock, drain
from services import handling, requests
from services.requests import Need
from storage import people
from storage import requests as stored
from storage.transaction import Database, Tx

NOW = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)


async def finished(database: Database, count: int) -> list[int]:
    """So many requests whose holder says that they are done."""
    async with database.begin(NOW, 1000) as tx:
        await found_county(tx)
        asker = await settle(tx, 1, center="maqu", name="王秀英")
        holder = await settle(tx, 2, center="maqu", name="周敏", roles_held=["assistance"])
        ids = []
        for _ in range(count):
            said = [Said(content=Content(text="没人做饭"), message_id=1)]
            row = await requests.submit(tx, asker, asker.current_center_id or 0, Need("assistance", said))
            await handling.take(tx, holder, row.id)
            await handling.finish(tx, holder, row.id)
            ids.append(row.id)
    return ids


async def states(database: Database, ids: Sequence[int]) -> list[str]:
    """Where each request is in its life."""
    async with database.begin(NOW) as tx:
        rows = [await stored.request(tx, one) for one in ids]
        return [row.status if row else "" for row in rows]


async def test_a_tick_does_all_that_is_due_and_hands_over_what_is_to_be_sent(database: Database) -> None:
    ids = await finished(database, 3)
    sent: list[Any] = []
    times = await drain(database, 1000, sent.extend, requests.close_one, now=lambda: NOW + CLOSES_AFTER)

    assert times == 3
    assert await states(database, ids) == ["closed"] * 3
    assert [row.chat_id for row in sent] == [1, 1, 1]


async def test_steps_follow_one_another_each_until_nothing_is_due_for_it(database: Database) -> None:
    ids, said = await finished(database, 2), ["first"]

    async def last(tx: Tx) -> bool:
        said.append("last")
        return False

    steps = (requests.close_one, last)
    assert await drain(database, 1000, lambda rows: None, *steps, now=lambda: NOW + CLOSES_AFTER) == 2
    assert await states(database, ids) == ["closed"] * 2
    assert said == ["first", "last"]


async def test_a_tick_before_its_time_does_nothing(database: Database) -> None:
    ids = await finished(database, 1)
    early = NOW + CLOSES_AFTER - timedelta(microseconds=1)

    assert await drain(database, 1000, lambda rows: None, requests.close_one, now=lambda: early) == 0
    assert await states(database, ids) == ["done"]


async def test_one_that_fails_undoes_none_of_those_before(database: Database) -> None:
    ids = await finished(database, 2)
    done: list[int] = []

    async def stumbles(tx: Tx) -> bool:
        if done:
            raise LookupError
        done.append(1)
        return await requests.close_one(tx)

    with pytest.raises(LookupError):
        await drain(database, 1000, lambda rows: None, stumbles, now=lambda: NOW + CLOSES_AFTER)
    assert sorted(await states(database, ids)) == ["closed", "done"]


async def test_a_restart_forgets_no_promise(database: Database) -> None:
    ids = await finished(database, 1)
    late = NOW + CLOSES_AFTER + timedelta(days=40)
    async with database.begin(late, 1000) as tx:
        assert await people.account(tx, 1) is not None

    assert await drain(database, 1000, lambda rows: None, requests.close_one, now=lambda: late) == 1
    assert await states(database, ids) == ["closed"]


async def test_the_clock_has_every_step_once_and_none_runs_beside_itself(database: Database) -> None:
    jobs = Clock(database, 1000, lambda rows: None).scheduler.get_jobs()

    steps = [*EVERY_SECOND, *OFTEN, *EVERY_MINUTE, *EVERY_HOUR]
    assert len(jobs) == len({job.id for job in jobs}) == len(steps)
    assert {job.max_instances for job in jobs} == {1}
    assert all(job.coalesce for job in jobs)


async def test_stopping_the_clock_lets_a_tick_come_to_its_end(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, ended = asyncio.Event(), asyncio.Event()

    async def slow(tx: Tx) -> bool:
        begun.set()
        await asyncio.sleep(0.05)
        assert await people.account(tx, 1) is None
        ended.set()
        return False

    monkeypatch.setattr(ticks, "OFTEN", (slow,))
    running = Clock(database, 1000, lambda rows: None)
    running.start()
    running.scheduler.modify_job(f"{slow.__module__}.slow", next_run_time=datetime.now(UTC))
    await begun.wait()
    await running.stop()

    assert ended.is_set()
    await asyncio.sleep(0)  # the scheduler shuts down with the loop's next turn
    assert not running.scheduler.running


@asynccontextmanager
async def ticking(
    database: Database, monkeypatch: pytest.MonkeyPatch, look: float
) -> AsyncIterator[tuple[Clock, asyncio.Event]]:
    """A clock with one step, each second, and what is set when the step is taken."""
    taken = asyncio.Event()

    async def step(tx: Tx) -> bool:
        taken.set()
        return False

    monkeypatch.setattr(ticks, "EVERY_SECOND", (step,))
    monkeypatch.setattr(ticks, "LOOK", look)
    clock = Clock(database, 1000, lambda rows: None)
    clock.start()
    try:
        yield clock, taken
    finally:
        await clock.stop()


async def test_a_clock_that_is_set_back_stops_no_tick(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The scheduler would wait until it is as late again as it was: for an hour no emergency would ring."""
    async with ticking(database, monkeypatch, look=0.01) as (_, taken):
        with time_machine.travel(datetime.now(UTC) - timedelta(hours=1), tick=True):
            await asyncio.wait_for(taken.wait(), 3)


async def test_a_clock_that_is_wrong_for_a_moment_puts_no_tick_to_sleep(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with ticking(database, monkeypatch, look=0.5) as (clock, taken):
        with time_machine.travel(datetime.now(UTC) - timedelta(hours=1), tick=True):
            clock.scheduler.wakeup()  # as any tick does; it finds nothing to do for an hour
            await asyncio.sleep(0.01)
        taken.clear()
        await asyncio.wait_for(taken.wait(), 3)
