"""The clock of the demo: the machine's own, or one that is ahead of it."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Asia/Shanghai")
"""The village's."""
BY_DAY = (time(8), time(16))
"""Between these hours the village is as one expects it. Before and after it people sleep, volunteers rest,
and what can wait is kept for the morning: whoever looks at that hour would see next to nothing."""
BEGINS = time(10)


def ahead(machine: datetime) -> timedelta:
    """How far ahead of the machine's clock the demo begins: not at all by day, else at ten the next time it
    is."""
    there = machine.astimezone(ZONE)
    if BY_DAY[0] <= there.time() < BY_DAY[1]:
        return timedelta()
    day = there.date() + timedelta(days=there.time() >= BY_DAY[1])
    return datetime.combine(day, BEGINS, ZONE) - machine


class Clock:
    """What the clock says to the bot, and to everybody else, until the story goes on to another day."""

    def __init__(self) -> None:
        self._ahead = ahead(datetime.now(UTC))

    def now(self) -> datetime:
        """The moment it is."""
        return datetime.now(UTC) + self._ahead

    def set(self, moment: datetime) -> None:
        """Let it be this moment."""
        self._ahead = moment - datetime.now(UTC)
