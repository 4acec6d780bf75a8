"""When people are reminded of a session: the evening before, and two hours before it, but never at night."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from domain.night import awake

EVENING = time(18)
"""Of the day before: late enough that everybody is home, early enough to ask a neighbour along."""
BEFORE = timedelta(hours=2)
LEAST = timedelta(minutes=30)
"""What the night puts off comes so long before it begins, or not at all: nobody would get there."""


def moments(starts_at: datetime, zone: str) -> list[datetime]:
    """When people are reminded of a session, in order: once or twice."""
    day = starts_at.astimezone(ZoneInfo(zone)).date() - timedelta(days=1)
    evening = datetime.combine(day, EVENING, ZoneInfo(zone))
    shortly = awake(starts_at - BEFORE, zone)
    return [evening, shortly] if shortly <= starts_at - LEAST else [evening]


def first(starts_at: datetime, now: datetime, zone: str) -> datetime | None:
    """The next time people are reminded of a session; None when they have been, or it is too late."""
    return next((one for one in moments(starts_at, zone) if one > now), None)


def late(starts_at: datetime, now: datetime, zone: str) -> datetime | None:
    """When people hear of it whose reminder is due, perhaps long since: at once, or in the morning; None when
    it has begun by then, and nobody is reminded any more."""
    at = awake(now, zone)
    return at if at < starts_at else None
