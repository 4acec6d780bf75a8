"""Office hours and working days: turning a promise ("4h", "1wd") into a moment.

Hours and days run only while the center is open on a working day of the national calendar, make-up
workdays included (the State Council's yearly notice on holidays, as the chinesecalendar package carries
it). For years that package does not know yet, Monday to Friday are working days.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import chinese_calendar

from domain.catalogue import Duration

log = logging.getLogger(__name__)
Span = tuple[time, time]
FURTHEST = timedelta(days=400)
"""A promise that falls no working moment within this long is a broken configuration."""


class NeverOpenError(ValueError):
    """The office hours leave no moment in which a promise could be kept."""


@dataclass(frozen=True)
class OfficeHours:
    """When a center is open: spans of local time for each weekday, Monday first."""

    week: tuple[tuple[Span, ...], ...]
    zone: str = "Asia/Shanghai"

    def spans(self, day: date) -> tuple[Span, ...]:
        """The open spans of a day: none on a public holiday; a make-up workday without hours of its own
        keeps Friday's; a usual weekend day has the hours the center gives it."""
        own, weekend = self.week[day.weekday()], day.weekday() >= 5
        if is_working_day(day):
            return own if own or not weekend else self.week[4] or self.week[0]
        return own if weekend and not is_public_holiday(day) else ()


@cache
def is_working_day(day: date) -> bool:
    """Whether this is a working day of the national calendar."""
    try:
        return bool(chinese_calendar.is_workday(day))
    except NotImplementedError:
        _say_beyond_calendar(day.year)
        return day.weekday() < 5


@cache
def is_public_holiday(day: date) -> bool:
    """Whether this day belongs to one of the national holidays; a usual weekend does not."""
    try:
        return bool(chinese_calendar.is_holiday(day)) and bool(chinese_calendar.get_holiday_detail(day)[1])
    except NotImplementedError:
        _say_beyond_calendar(day.year)
        return False


@cache
def _say_beyond_calendar(year: int) -> None:
    log.warning("The holiday calendar does not know %s yet: Monday to Friday count as working days.", year)


def _open_spans(hours: OfficeHours, start: datetime) -> Iterator[tuple[datetime, datetime]]:
    """Open spans from `start` on, as UTC moments. Local wall time is turned to UTC before any sum."""
    zone = ZoneInfo(hours.zone)
    first = start.astimezone(zone).date()
    for offset in range(FURTHEST.days):
        day = first + timedelta(days=offset)
        for opens, closes in hours.spans(day):
            begin = datetime.combine(day, opens, zone).astimezone(UTC)
            end = datetime.combine(day, closes, zone).astimezone(UTC)
            if end > start:
                yield max(begin, start.astimezone(UTC)), end


def _day_length(hours: OfficeHours) -> timedelta:
    """The open time of a usual day, the longest of the week."""
    base = date(2000, 1, 3)
    return max(
        sum(
            (datetime.combine(base, closes) - datetime.combine(base, opens) for opens, closes in spans),
            timedelta(),
        )
        for spans in hours.week
    )


def after_open_time(start: datetime, amount: timedelta, hours: OfficeHours) -> datetime:
    """The moment at which `amount` of open time has passed since `start`."""
    left = amount
    for begin, end in _open_spans(hours, start):
        if end - begin >= left:
            return begin + left
        left -= end - begin
    raise NeverOpenError


def open_time(start: datetime, end: datetime, hours: OfficeHours) -> timedelta:
    """How long the center is open between two moments."""
    total = timedelta()
    for begin, close in _open_spans(hours, start):
        if begin >= end:
            break
        total += min(close, end) - begin
    return total


def part_way(start: datetime, end: datetime, share: float, hours: OfficeHours) -> datetime:
    """The moment at which this share (0 to 1) of the open time between two moments has passed; the end
    itself when the center is closed all the while."""
    total = open_time(start, end, hours)
    return min(after_open_time(start, total * share, hours), end) if total else end


def after_working_days(start: datetime, days: int, hours: OfficeHours) -> datetime:
    """The end of the office day, `days` working days after the day of `start`.

    A start outside office hours counts as the beginning of the next open day. A Saturday on which the
    center happens to be open is no working day.
    """
    zone = ZoneInfo(hours.zone)
    spans = _open_spans(hours, start)
    first = next(spans, None)
    if first is None:
        raise NeverOpenError
    day = first[0].astimezone(zone).date()
    left = days
    for offset in range(1, FURTHEST.days):
        candidate = day + timedelta(days=offset)
        open_spans = hours.spans(candidate) if is_working_day(candidate) else ()
        left -= bool(open_spans)
        if open_spans and left == 0:
            return datetime.combine(candidate, open_spans[-1][1], zone).astimezone(UTC)
    raise NeverOpenError


def office_day(moment: datetime, hours: OfficeHours) -> tuple[datetime, datetime] | None:
    """When the center opens, and closes for the last time, on the day of this moment; None if that is
    no working day or it stays closed. A Saturday on which it happens to be open is no working day."""
    zone = ZoneInfo(hours.zone)
    day = moment.astimezone(zone).date()
    spans = hours.spans(day) if is_working_day(day) else ()
    if not spans:
        return None
    opens, closes = (datetime.combine(day, at, zone) for at in (spans[0][0], spans[-1][1]))
    return opens.astimezone(UTC), closes.astimezone(UTC)


def next_opening(after: datetime, hours: OfficeHours) -> datetime:
    """When the center opens in the morning of a working day: the first such moment after `after`.

    Raises NeverOpenError when it is open on no working day.
    """
    noon = datetime.combine(after.astimezone(ZoneInfo(hours.zone)).date(), time(12), ZoneInfo(hours.zone))
    for offset in range(FURTHEST.days):
        day = office_day(noon + timedelta(days=offset), hours)
        if day is not None and day[0] > after:
            return day[0]
    raise NeverOpenError


def local_day(at: datetime, zone: str) -> date:
    """The date that the calendar on the wall shows at a moment."""
    return at.astimezone(ZoneInfo(zone)).date()


def midnight(day: date, zone: str) -> datetime:
    """The moment at which a local day begins."""
    return datetime.combine(day, time(), ZoneInfo(zone)).astimezone(UTC)


def end_of_day(moment: datetime, zone: str) -> datetime:
    """The end of the local day of this moment."""
    return midnight(local_day(moment, zone) + timedelta(days=1), zone)


def due(start: datetime, promise: Duration, hours: OfficeHours) -> datetime:
    """When a promise made at `start` falls due. Minutes, hours and days are open time."""
    if promise.unit == "wd":
        return after_working_days(start, promise.amount, hours)
    unit = {"min": timedelta(minutes=1), "h": timedelta(hours=1), "d": _day_length(hours)}[promise.unit]
    return after_open_time(start, unit * promise.amount, hours)
