"""What happens by the clock: each tick drains a service step until nothing is due any more.

A tick only asks "what is due?"; the promises themselves are columns, so a restart loses none.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from datetime import UTC, datetime
from functools import partial
from typing import Any

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from services import (
    activities,
    attendance_after,
    bulletin_spooling,
    calls,
    digest,
    disclosure,
    escalation,
    leave,
    lending_clock,
    matching,
    merging,
    notice_doors,
    notice_release,
    notice_sweeping,
    notice_templates,
    pairs,
    progress,
    reminders,
    requests,
    resting,
    rollcall_board,
    rollcall_report,
    seats,
    signups_moving,
    spooling,
    tasks,
    timetables,
    upkeep,
    visits,
)
from services.errors import is_infrastructure
from services.kinds import Database, Tx

log = logging.getLogger(__name__)
Step = Callable[[Tx], Awaitable[bool]]
HandOver = Callable[[Sequence[Any]], None]

EVERY_SECOND: tuple[Step, ...] = (
    resting.hush_one,
    resting.wake_one,
    notice_release.send_one,
    spooling.spool_one,
    notice_sweeping.sweep_one,
    progress.report_one,
    bulletin_spooling.bring_one,
    rollcall_board.report_one,
    matching.go_on_one,
)
"""What somebody waits for: a notice under way, whose recipients get their rows before those that wait run
out; what is corrected or taken back; and a plan that was asked for."""
OFTEN: tuple[Step, ...] = (
    escalation.rise_one,
    escalation.remind_one,
    notice_doors.open_one,
    notice_doors.share_one,
    notice_doors.go_again_one,
)
"""Every five seconds: an emergency rings by the minute, and who is silent at a roll call is looked for."""
EVERY_MINUTE: tuple[Step, ...] = (
    requests.close_one,
    leave.begin_one,
    calls.rise_one,
    merging.mend_one,
    digest.send_one,
    tasks.go_on_one,
    seats.look_one,
    pairs.wake_one,
    visits.remind_one,
    visits.miss_one,
    notice_templates.remind_one,
    disclosure.begin_one,
    disclosure.remind_one,
    rollcall_report.end_one,
    signups_moving.lapse_one,
    reminders.remind_one,
    lending_clock.look_one,
    timetables.grow_one,
    attendance_after.sum_up_one,
    attendance_after.ask_one,
    activities.end_one,
)
EVERY_HOUR: tuple[Step, ...] = (
    upkeep.forget_updates,
    upkeep.forget_messages,
    upkeep.forget_wishes,
    upkeep.forget_remarks,
    upkeep.forget_copies,
)
LOOK = 5.0
"""Seconds between two looks whether the machine's clock was set back."""


def _now() -> datetime:
    return datetime.now(UTC)


async def drain(
    database: Database, bot_id: int, hand_over: HandOver, *steps: Step, now: Callable[[], datetime] = _now
) -> int:
    """Repeat each step until nothing is due for it, one after the other; how often they did something.
    Whatever is done ends a transaction; looking what is due for the next step needs none of its own."""
    times, left = 0, [*reversed(steps)]
    while left:
        async with database.begin(now(), bot_id) as tx:
            while left and not (did := await left[-1](tx)):
                left.pop()
        hand_over(tx.queued)
        times += did
    return times


class Clock:
    """All ticks on a scheduler, until it is stopped. What is due is looked for by all steps of a tick in one
    transaction: a bot at rest would else begin nine a second, on PostgreSQL with as many connections. A step
    that has something to do goes on by itself, so that none waits for it, and is not started again."""

    def __init__(
        self, database: Database, bot_id: int, hand_over: HandOver, now: Callable[[], datetime] = _now
    ) -> None:
        self.scheduler = AsyncIOScheduler(timezone="UTC")
        self._running: dict[asyncio.Task[Any], Step | None] = {}
        self._minding: asyncio.Task[None] | None = None
        self._begin = partial(database.begin, bot_id=bot_id)
        self._hand_over = hand_over
        self._now = now
        self._drain = partial(drain, database, bot_id, hand_over, now=now)
        for seconds, steps in ((1, EVERY_SECOND), (5, OFTEN), (60, EVERY_MINUTE), (3600, EVERY_HOUR)):
            self.scheduler.add_job(
                self._tick,
                "interval",
                args=(steps,),
                seconds=seconds,
                id=f"every {seconds} s",
                max_instances=1,
                coalesce=True,
                misfire_grace_time=None,
            )

    async def _tick(self, steps: Sequence[Step]) -> None:
        """Let each step do one thing, whichever of them fail."""
        self._note(asyncio.current_task())
        left = [step for step in steps if step not in self._running.values()]
        while left:
            await self._kept_up(self._look(left), left)

    async def _look(self, left: list[Step]) -> None:
        """Take steps off, up to the first that has something to do."""
        did, step = False, left[0]
        async with self._begin(self._now()) as tx:
            while left and not did:
                step = left.pop(0)
                did = await step(tx)
        self._hand_over(tx.queued)
        if did:
            self._note(asyncio.create_task(self._kept_up(self._drain(step), [])), step)

    async def _kept_up(self, work: Coroutine[Any, Any, Any], left: list[Step]) -> None:
        """Say what is wrong with it; if it is the machine, there is no use in going on with what is left."""
        try:
            await work
        except Exception as error:
            if is_infrastructure(error):
                log.warning("The clock cannot do its work now (%s).", type(error).__name__)
                left.clear()
            else:
                log.exception("A step of the clock failed.")

    def _note(self, task: asyncio.Task[Any] | None, step: Step | None = None) -> None:
        """Remember what is under way until it has ended."""
        if task is None:
            raise RuntimeError("a tick outside of a task")
        self._running[task] = step
        task.add_done_callback(self._running.pop)

    def start(self) -> None:
        """Let the clock run."""
        self.scheduler.start()
        self._minding = asyncio.create_task(self._mind_the_clock())

    async def _mind_the_clock(self) -> None:
        while True:
            await asyncio.sleep(LOOK)
            self.catch_up()

    def catch_up(self) -> None:
        """The machine's clock may have been set back: then the scheduler would do nothing until it is as late
        again as it was. And if it was right again before anybody looked, the scheduler sleeps for as long as
        it was wrong, whatever is due."""
        now = _now()
        for job in self.scheduler.get_jobs():
            if job.next_run_time - now > job.trigger.interval:
                job.modify(next_run_time=now)
        self.scheduler.wakeup()

    async def stop(self) -> None:
        """Start nothing any more, and let what is under way come to its end: it is in a transaction."""
        if self._minding is not None:
            self._minding.cancel()
        self.scheduler.pause()
        await asyncio.sleep(0)  # one that was only just started notes itself now
        while self._running:
            await asyncio.gather(*self._running, return_exceptions=True)
        self.scheduler.shutdown(wait=False)
