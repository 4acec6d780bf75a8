"""Who is on duty on a day: a weekly pattern, and the dates that differ from it.

Who a number stands for is the caller's business. A day is a weekday of the pattern (0 is Monday) or a
date, and either fits into one number of a button.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

WEEKDAYS = range(7)
AHEAD = 28
"""Days from today on for which the pattern can be changed."""

Week = Mapping[int, frozenset[int]]
"""Who is on duty, by weekday."""
Day = int | date


class NoDayError(ValueError):
    """This number stands for no weekday and no date."""


@dataclass(frozen=True)
class Change:
    """On this date somebody is on duty, or is not, whatever the pattern says."""

    day: date
    who: int
    on: bool


def on_duty(week: Week, changes: Iterable[Change], day: date) -> frozenset[int]:
    """Who is on duty on this date."""
    today = [change for change in changes if change.day == day]
    added = {change.who for change in today if change.on}
    taken_off = {change.who for change in today if not change.on}
    return (week.get(day.weekday(), frozenset()) | added) - taken_off


def unusual_days(week: Week, changes: Iterable[Change], today: date) -> list[date]:
    """The dates from today on for which the changes lead away from the pattern, in order."""
    known = list(changes)
    days = sorted({change.day for change in known if change.day >= today})
    return [day for day in days if on_duty(week, known, day) != week.get(day.weekday(), frozenset())]


def days_ahead(today: date) -> list[date]:
    """The dates that can be made to differ from the pattern."""
    return [today + timedelta(days=offset) for offset in range(AHEAD)]


@dataclass(frozen=True)
class Plan:
    """One person's duty: the weekdays, and the dates that differ (True: on duty, False: not)."""

    weekdays: tuple[int, ...] = ()
    dates: tuple[tuple[date, bool], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.weekdays or self.dates)

    def since(self, today: date) -> Plan:
        """The same without the dates that are over."""
        return Plan(self.weekdays, tuple(one for one in self.dates if one[0] >= today))


def plan_of(who: int, week: Week, changes: Iterable[Change], today: date) -> Plan:
    """What the roster means for one person from today on."""
    usual = {weekday for weekday in WEEKDAYS if who in week.get(weekday, frozenset())}
    dates = {
        (change.day, change.on)
        for change in changes
        if change.who == who and change.day >= today and change.on != (change.day.weekday() in usual)
    }
    return Plan(tuple(sorted(usual)), tuple(sorted(dates)))


def pack(day: Day) -> int:
    """A weekday or a date as one number: 0 to 6, or 20261203."""
    return day if isinstance(day, int) else day.year * 10_000 + day.month * 100 + day.day


def unpack(number: int) -> Day:
    """The weekday or date of a number. Raises NoDayError."""
    if number in WEEKDAYS:
        return number
    try:
        return date(number // 10_000, number // 100 % 100, number % 100)
    except (ValueError, OverflowError):
        raise NoDayError(number) from None
