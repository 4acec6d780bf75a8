"""What happens by the clock: each tick drains a service step until nothing is due any more.

A tick only asks "what is due?"; the promises themselves are columns, so a restart loses none.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, datetime
from typing import Any

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from services import escalation, merging, requests, upkeep
from services.kinds import Database, Tx

log = logging.getLogger(__name__)
Step = Callable[[Tx], Awaitable[bool]]
HandOver = Callable[[Sequence[Any]], None]

OFTEN: tuple[Step, ...] = (escalation.rise_one, escalation.remind_one)
"""Every five seconds: an emergency rings by the minute."""
EVERY_MINUTE: tuple[Step, ...] = (requests.close_one, merging.mend_one)
EVERY_HOUR: tuple[Step, ...] = (upkeep.forget_updates,)


def _now() -> datetime:
    return datetime.now(UTC)


async def drain(
    database: Database, bot_id: int, hand_over: HandOver, step: Step, now: Callable[[], datetime] = _now
) -> int:
    """Repeat one step, each time in a transaction of its own, until nothing is due; how often it did."""
    times = 0
    while True:
        async with database.begin(now(), bot_id) as tx:
            did = await step(tx)
        hand_over(tx.queued)
        if not did:
            return times
        times += 1


def clock(
    database: Database, bot_id: int, hand_over: HandOver, now: Callable[[], datetime] = _now
) -> AsyncIOScheduler:
    """A scheduler with all ticks, not started yet. A tick that is still running is not started again."""
    scheduler = AsyncIOScheduler(timezone="UTC")
    for seconds, steps in ((5, OFTEN), (60, EVERY_MINUTE), (3600, EVERY_HOUR)):
        for step in steps:
            scheduler.add_job(
                drain,
                "interval",
                args=(database, bot_id, hand_over, step, now),
                seconds=seconds,
                id=f"{step.__module__}.{step.__name__}",
                max_instances=1,
                coalesce=True,
                misfire_grace_time=None,
            )
    return scheduler
