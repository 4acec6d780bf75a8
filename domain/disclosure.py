"""What a village has to publish, and by when (村务公开): the duties as data, and arithmetic with dates.

The source is the Organic Law of the Villagers' Committees of the People's Republic of China (as amended in
2018; 村民委员会组织法), article 30: matters in general are published at least every quarter; the income and
expenses of the collective every month where there is much traffic; what matters greatly to the villagers at
any time. By article 31 villagers may complain to the township when something is not published in time, which
has it looked into: so the township hears what is late.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from domain.officetime import is_working_day

GRACE = timedelta(days=10)
"""After the end of a period it may still be published for so long. The law says how often, not by which day;
books are closed first."""
SOON = timedelta(days=7)
"""So long before it falls due it is spoken of."""
BACK = timedelta(days=366)
"""Periods that ended longer ago are not spoken of any more."""
HOUR = time(9)
"""When on its day a reminder comes."""


class Every(StrEnum):
    """How often something is published; "happens" is whenever there is anything, which never falls due."""

    MONTH = "month"
    QUARTER = "quarter"
    HAPPENS = "happens"


@dataclass(frozen=True)
class Duty:
    """Something that has to be published.

    kinds  the kinds of notices that do so; a notice that is to be written begins with the first
    every  how often, unless the center has settled otherwise
    """

    code: str
    kinds: tuple[str, ...]
    every: Every = Every.QUARTER


DUTIES = (
    Duty("finance", ("finance",)),
    Duty("aid", ("aid",)),
    Duty("land", ("land",), Every.HAPPENS),
    Duty("general", ("general", "policy", "meeting")),
)
"""Article 30: income and expenses of the collective; relief, subsidies and allowances (item 3); land and what
else the village has in common, as the villagers decide on it (item 1, article 24); everything else."""
_BY_CODE = {one.code: one for one in DUTIES}


def duty_of(code: str) -> Duty:
    """The duty with this code. Raises KeyError."""
    return _BY_CODE[code]


class Stage(StrEnum):
    """When something that is not published is spoken of: a week before it is due, the day before, late."""

    WEEK = "week"
    DAY = "day"
    LATE = "late"


@dataclass(frozen=True, order=True)
class Period:
    """A month or a quarter of the calendar, by its first day."""

    first: date
    every: Every

    @property
    def last(self) -> date:
        """Its last day."""
        return self.next.first - timedelta(days=1)

    @property
    def next(self) -> Period:
        """The period after it."""
        months = self.first.month - 1 + (1 if self.every is Every.MONTH else 3)
        return Period(date(self.first.year + months // 12, months % 12 + 1, 1), self.every)

    @property
    def due(self) -> date:
        """The day by the end of which it has to be published: the tenth after its end, or the first working
        day from there."""
        day = self.last + GRACE
        while not is_working_day(day):
            day += timedelta(days=1)
        return day

    def moments(self, zone: str) -> tuple[datetime, ...]:
        """When each stage is reached."""
        days = (self.due - SOON, self.due - timedelta(days=1), self.due + timedelta(days=1))
        return tuple(datetime.combine(day, HOUR, ZoneInfo(zone)) for day in days)


def period_of(day: date, every: Every) -> Period:
    """The period that a day is in. Raises ValueError for what has none."""
    if every is Every.HAPPENS:
        raise ValueError("whatever is published when it happens has no periods")
    month = day.month if every is Every.MONTH else (day.month - 1) // 3 * 3 + 1
    return Period(date(day.year, month, 1), every)


def looked_at(since: date, today: date, every: Every) -> date:
    """From when on the periods are looked at: since a duty holds, but no further back than that."""
    return max(since, period_of(today - BACK, every).first)


def watched(
    period: Period, told: int, now: datetime, zone: str
) -> tuple[Period, int, tuple[Period, Stage] | None]:
    """How far the clock has come, of which period so many stages had been reached: the period it watches now,
    how many of its stages are behind, and the last stage reached on the way, of which period. What was slept
    through is not made up for."""
    reached = None
    moments = period.moments(zone)
    while moments[told] <= now:
        reached = (period, [*Stage][told])
        told += 1
        if told == len(moments):
            period, told = period.next, 0
            moments = period.moments(zone)
    return period, told, reached


@dataclass(frozen=True)
class Published:
    """A notice that counts: to everybody at the center, and neither stopped nor withdrawn."""

    notice_id: int
    kind: str
    day: date


@dataclass(frozen=True)
class Standing:
    """How it stands with one period: by which notice it was published, if it was."""

    period: Period
    by: Published | None

    def late(self, today: date) -> bool:
        """Whether it should have been published by now, and is not."""
        return self.by is None and today > self.period.due

    def due_soon(self, today: date) -> bool:
        """Whether it falls due within days, and is not published."""
        return self.by is None and self.period.due - SOON <= today <= self.period.due


def standings(
    duty: Duty, every: Every, since: date, today: date, published: Iterable[Published]
) -> list[Standing]:
    """How it stands with each period from the one of `since` to the one of today, the oldest first.

    A notice counts for the oldest period that has begun and lacks one; if some are late already, for all of
    those, because whoever makes up for them does it in one.
    """
    period, last = period_of(since, every), period_of(today, every)
    periods = [period]
    while period < last:
        period = period.next
        periods.append(period)
    by: dict[Period, Published] = {}
    for one in sorted(published, key=lambda one: (one.day, one.notice_id)):
        if one.kind in duty.kinds:
            lacking = [period for period in periods if period not in by and period.first <= one.day]
            late = [period for period in lacking if one.day > period.due]
            by |= dict.fromkeys(late or lacking[:1], one)
    return [Standing(period, by.get(period)) for period in periods]


def to_show(found: Sequence[Standing]) -> Standing:
    """The one that is told: the oldest that lacks its notice, else the present one."""
    return next((one for one in found if one.by is None), found[-1])
