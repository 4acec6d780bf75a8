"""What happens by the clock: drained to the end, each in its own transaction, and nothing twice."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from apscheduler.events import EVENT_JOB_EXECUTED

from bot.seed import found_county, settle
from domain.messages import Content, Said
from domain.requests import CLOSES_AFTER
from schedules import ticks
from schedules.ticks import EVERY_HOUR, EVERY_MINUTE, EVERY_SECOND, OFTEN, Clock, Step, drain
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
    assert [step for job in jobs for (some,) in [job.args] for step in some] == steps
    assert len(set(steps)) == len(steps)
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
    running.scheduler.modify_job("every 5 s", next_run_time=datetime.now(UTC))
    await begun.wait()
    await running.stop()

    assert ended.is_set()
    await asyncio.sleep(0)  # the scheduler shuts down with the loop's next turn
    assert not running.scheduler.running


@pytest.mark.parametrize("turns", range(5))
async def test_a_tick_that_has_only_just_been_started_is_let_come_to_its_end_too(
    database: Database, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, turns: int
) -> None:
    said: list[str] = []

    async def step(tx: Tx) -> bool:
        said.append("begun")
        assert await people.account(tx, 1) is None
        said.append("ended")
        return False

    monkeypatch.setattr(ticks, "OFTEN", (step,))
    clock = Clock(database, 1000, lambda rows: None)
    clock.start()
    clock.scheduler.modify_job("every 5 s", next_run_time=datetime.now(UTC))
    for _ in range(turns):
        await asyncio.sleep(0)
    await clock.stop()
    await asyncio.sleep(0.01)
    assert said in ([], ["begun", "ended"])
    assert "CancelledError" not in caplog.text


async def once(
    database: Database, monkeypatch: pytest.MonkeyPatch, *steps: Step, sent: list[Any] | None = None
) -> Clock:
    """A clock of which these steps were looked at once, and which was stopped then."""
    monkeypatch.setattr(ticks, "OFTEN", steps)
    monkeypatch.setattr(ticks, "EVERY_SECOND", ())
    clock = Clock(database, 1000, (sent if sent is not None else []).extend, lambda: NOW + CLOSES_AFTER)
    ended = asyncio.Event()
    clock.scheduler.add_listener(lambda _: ended.set(), EVENT_JOB_EXECUTED)
    clock.start()
    clock.scheduler.modify_job("every 5 s", next_run_time=datetime.now(UTC))
    await asyncio.wait_for(ended.wait(), 10)
    await clock.stop()
    return clock


async def test_steps_that_have_nothing_to_do_look_in_one_transaction(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[Tx] = []

    async def first(tx: Tx) -> bool:
        seen.append(tx)
        return False

    async def second(tx: Tx) -> bool:
        seen.append(tx)
        return False

    await once(database, monkeypatch, first, second)
    assert len(seen) == 2
    assert seen[0] is seen[1]


async def test_what_is_due_is_all_done_and_handed_over_and_the_next_step_does_not_wait(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = await finished(database, 3)
    sent: list[Any] = []
    beside: list[int] = []

    async def next_one(tx: Tx) -> bool:
        beside.append(len(sent))
        return False

    await once(database, monkeypatch, requests.close_one, next_one, sent=sent)
    assert await states(database, ids) == ["closed"] * 3
    assert [row.chat_id for row in sent] == [1, 1, 1]
    assert len(beside) == 1


async def test_a_step_at_work_is_not_started_again(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go_on, times = asyncio.Event(), asyncio.Event(), []

    async def long(tx: Tx) -> bool:
        times.append(tx)
        if len(times) == 2:
            begun.set()
            await tx.session.close()  # so that nobody waits for this transaction
            await go_on.wait()
        return len(times) == 1

    async def short(tx: Tx) -> bool:
        return False

    monkeypatch.setattr(ticks, "OFTEN", (long, short))
    monkeypatch.setattr(ticks, "EVERY_SECOND", ())
    clock = Clock(database, 1000, lambda rows: None)
    ended = asyncio.Event()
    clock.scheduler.add_listener(lambda _: ended.set(), EVENT_JOB_EXECUTED)
    clock.start()
    for _ in range(2):
        ended.clear()
        clock.scheduler.modify_job("every 5 s", next_run_time=datetime.now(UTC))
        await asyncio.wait_for(asyncio.gather(begun.wait(), ended.wait()), 10)
    assert len(times) == 2
    go_on.set()
    await clock.stop()
    assert len(times) == 2


async def test_a_step_that_fails_is_told_in_the_log_and_holds_up_no_other(
    database: Database, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    ids = await finished(database, 2)

    async def stumbles(tx: Tx) -> bool:
        raise LookupError

    await once(database, monkeypatch, stumbles, requests.close_one, stumbles)
    assert await states(database, ids) == ["closed"] * 2
    assert [record.getMessage() for record in caplog.records if record.exc_info] == [
        "A step of the clock failed."
    ] * 2


async def test_what_a_step_fails_with_later_is_told_too(
    database: Database, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    ids = await finished(database, 2)
    done: list[Tx] = []

    async def stumbles(tx: Tx) -> bool:
        if done:
            raise LookupError
        done.append(tx)
        return await requests.close_one(tx)

    await once(database, monkeypatch, stumbles)
    assert sorted(await states(database, ids)) == ["closed", "done"]
    assert "A step of the clock failed." in caplog.text


async def test_when_the_database_is_away_the_clock_waits_for_its_next_turn(
    database: Database, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    tried: list[str] = []

    async def first(tx: Tx) -> bool:
        tried.append("first")
        raise ConnectionRefusedError

    async def second(tx: Tx) -> bool:
        tried.append("second")
        return False

    await once(database, monkeypatch, first, second)
    assert tried == ["first"]
    assert "The clock cannot do its work now (ConnectionRefusedError)." in caplog.text


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
