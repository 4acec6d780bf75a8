"""When people sleep, and are not woken by what can wait."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

MORNING = time(7)
NIGHT = time(22)
"""From then on nothing comes that can wait until the morning."""

DAWN = time(5)
"""Before it nobody is called together: what is typed like that, 2:30, was meant for the afternoon."""


def before_dawn(at: datetime, zone: str) -> bool:
    """Whether a moment lies between midnight and dawn."""
    return at.astimezone(ZoneInfo(zone)).time() < DAWN


def awake(at: datetime, zone: str, *, night: time = NIGHT) -> datetime:
    """The moment itself, or the next morning's if people sleep then; `night` says when that begins."""
    local = at.astimezone(ZoneInfo(zone))
    if MORNING <= local.time() < night:
        return at
    day = local.date() + timedelta(days=local.time() >= night)
    return datetime.combine(day, MORNING, ZoneInfo(zone))
