"""Lending: until when something is fetched and brought back, and when somebody is reminded that it is due."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from domain.officetime import (
    FURTHEST,
    NeverOpenError,
    OfficeHours,
    after_working_days,
    local_day,
    office_day,
)

FETCH_DAYS = 2
"""Office days for which something is kept for whoever may fetch it."""
MOST_DAYS = 60
"""The longest loan, in days."""
SAID_AT = time(9)
"""When people are reminded: at an hour when they can still bring it on the same day."""


class Word(StrEnum):
    """What is said about a loan: that it is due tomorrow, or today; that others wait for it; and at last to
    the keeper alone that it has not come back."""

    TOMORROW = "tomorrow"
    TODAY = "today"
    OVERDUE = "overdue"
    KEEPER = "keeper"


LOOKS = (
    (-1, Word.TOMORROW),
    (0, Word.TODAY),
    (1, Word.OVERDUE),
    (4, Word.OVERDUE),
    (7, Word.OVERDUE),
    (10, Word.KEEPER),
)
"""What is said so many days after the day on which it is due: the borrower is asked three times at most."""


class Answer(StrEnum):
    """What a borrower says who is asked when it comes back; "lost" is that it is broken or lost."""

    TODAY = "today"
    TOMORROW = "tomorrow"
    LOST = "lost"


def fetch_by(now: datetime, hours: OfficeHours) -> datetime:
    """Until when something is kept for whoever may fetch it now: the end of the second office day."""
    return after_working_days(now, FETCH_DAYS, hours)


def due_at(start: datetime, days: int, hours: OfficeHours) -> datetime:
    """When something is due that is lent for so many days: as the center closes on the last office day among
    them. If it is closed on all of them, on the next office day.

    Raises NeverOpenError when it is open on no working day.
    """
    noon = datetime.combine(local_day(start, hours.zone), time(12), ZoneInfo(hours.zone))
    for offset in [*range(days, 0, -1), *range(days + 1, FURTHEST.days)]:
        day = office_day(noon + timedelta(days=offset), hours)
        if day is not None:
            return day[1]
    raise NeverOpenError


def look_at(due: datetime, step: int, zone: str) -> datetime | None:
    """When the word of this step (its place in LOOKS) is said; None after the last."""
    if step >= len(LOOKS):
        return None
    day = local_day(due, zone) + timedelta(days=LOOKS[step][0])
    return datetime.combine(day, SAID_AT, ZoneInfo(zone)).astimezone(UTC)


def coming(due: datetime, now: datetime, zone: str) -> int:
    """The first step that is still to come: whoever borrows for a day is not reminded on the day before."""
    passed = [at for step in range(len(LOOKS)) if (at := look_at(due, step, zone)) is not None and at <= now]
    return len(passed)


def word(due: datetime, step: int, now: datetime, zone: str) -> Word | None:
    """What is said now, where all before `step` has been; None where nothing is. Of several whose time has
    come only the last one counts, and "tomorrow" and "today" are not said a day late."""
    last = coming(due, now, zone) - 1
    if last < step:
        return None
    days, what = LOOKS[last]
    on_its_day = local_day(now, zone) == local_day(due, zone) + timedelta(days=days)
    return what if on_its_day or what in (Word.OVERDUE, Word.KEEPER) else None


def renewed(due: datetime, now: datetime, days: int, hours: OfficeHours) -> datetime:
    """When a loan is due that is lent once more: so many days after it was due, or after now if that was
    before."""
    return due_at(max(due, now), days, hours)
