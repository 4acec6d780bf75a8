"""Visits: in which days each falls due, when its helper is reminded, and when it counts as missed.

A visit is due within a window of whole local days, not on a day: the helper chooses. Nobody is written to
at night.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from domain.officetime import local_day, midnight

MORNING = time(8)
"""When people are reminded."""
EVENING = time(20)
"""From here on until the morning nobody is written to."""
AHEAD = timedelta(days=2)
"""Days between the first reminder and the last day."""
HALF = 16
"""The day on which the second half of a month begins."""
AFTER = range(2, 26)
"""The days of a month from which a monthly visit may be wished: three at least are left, also in February."""
LEAST = timedelta(days=3)
"""A window of which less than this is left when a pair begins is passed over: nobody starts with a rush."""


class Rhythm(StrEnum):
    """How often a helper visits."""

    MONTHLY = "monthly"
    TWICE = "twice"
    """Twice a month."""
    WEEKLY = "weekly"


class State(StrEnum):
    """What became of a visit."""

    DUE = "due"
    DONE = "done"
    MISSED = "missed"
    DROPPED = "dropped"
    """Nobody needs to go any more: the pair rests, or is over."""


class How(StrEnum):
    """What the helper did."""

    CAME = "came"
    PHONED = "phoned"
    JOB = "job"
    AWAY = "away"
    """Came by, and nobody was there."""


class Condition(StrEnum):
    """How the people of the household are."""

    WELL = "well"
    SO_SO = "so-so"
    NEEDS = "needs"


class RhythmError(ValueError):
    """There is no such rhythm."""


@dataclass(frozen=True)
class Plan:
    """How often, and for a monthly visit from which day of the month on (a pension comes on the tenth).

    Raises RhythmError for a day that goes with no rhythm.
    """

    rhythm: Rhythm
    after_day: int | None = None

    def __post_init__(self) -> None:
        if self.after_day is not None and (self.rhythm != Rhythm.MONTHLY or self.after_day not in AFTER):
            raise RhythmError(f"{self.rhythm} from {self.after_day}")


@dataclass(frozen=True)
class Window:
    """The local days in which a visit is due, both included."""

    first: date
    last: date


def window(plan: Plan, day: date) -> Window:
    """The window that this day lies in; the next to come where it lies in none.

    A week begins on Monday. Twice a month is from the 1st and from the 16th, each until the other begins.
    """
    if plan.rhythm is Rhythm.WEEKLY:
        monday = day - timedelta(days=day.weekday())
        return Window(monday, monday + timedelta(days=6))
    end = day.replace(day=monthrange(day.year, day.month)[1])
    if plan.rhythm is Rhythm.TWICE:
        if day.day < HALF:
            return Window(day.replace(day=1), day.replace(day=HALF - 1))
        return Window(day.replace(day=HALF), end)
    return Window(day.replace(day=plan.after_day or 1), end)


def first_window(plan: Plan, today: date) -> Window:
    """The first window of a pair that begins, or goes on, today. What is left of the present one counts if
    it is three days or more."""
    found = window(plan, today)
    if found.last - max(today, found.first) + timedelta(days=1) < LEAST:
        return window(plan, found.last + timedelta(days=1))
    return Window(max(today, found.first), found.last)


def next_window(plan: Plan, last: date, today: date) -> Window:
    """The window after the one that ended on `last`. Those that have passed unnoticed meanwhile are not made
    up for."""
    return window(plan, max(last + timedelta(days=1), today))


def morning(day: date, zone: str) -> datetime:
    """The moment of a local day at which people are reminded."""
    return datetime.combine(day, MORNING, ZoneInfo(zone)).astimezone(UTC)


def closes(found: Window, zone: str) -> datetime:
    """The moment at which its last day is over."""
    return midnight(found.last + timedelta(days=1), zone)


def last_day(due_by: datetime, zone: str) -> date:
    """The last local day of a window that closes at this moment."""
    return local_day(due_by, zone) - timedelta(days=1)


def next_reminder(after: datetime, due_by: datetime, zone: str) -> datetime | None:
    """The next morning on which the helper is reminded: two days before the last day, and on the last day.
    None when neither is still to come. A reminder that was slept through is not made up for by two."""
    last = last_day(due_by, zone)
    mornings = (morning(last - AHEAD, zone), morning(last, zone))
    return next((one for one in mornings if one > after), None)


def miss_at(due_by: datetime, zone: str) -> datetime:
    """When a visit that is not logged counts as missed: the morning after its last day."""
    return morning(local_day(due_by, zone), zone)


def may_tell(at: datetime, zone: str) -> datetime:
    """The first moment from this one on at which people may be written to: between 8 in the morning and 8 in
    the evening."""
    local = at.astimezone(ZoneInfo(zone))
    if local.time() < MORNING:
        return morning(local.date(), zone)
    if local.time() >= EVENING:
        return morning(local.date() + timedelta(days=1), zone)
    return at


def month(day: date) -> str:
    """The month of a day: "2026-11"."""
    return f"{day:%Y-%m}"
