"""Promises in office time: holidays, make-up workdays, lunch breaks, clock changes and the far future."""

from __future__ import annotations

import logging
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.catalogue import CATALOGUE, Duration
from domain.officetime import (
    NeverOpenError,
    OfficeHours,
    _say_beyond_calendar,
    after_open_time,
    due,
    end_of_day,
    is_working_day,
    next_opening,
    office_day,
)
from domain.week import WEEKDAYS, Week

SHANGHAI = ZoneInfo("Asia/Shanghai")
HOURS = Week().hours("Asia/Shanghai")
"""08:30 to 12:00 and 14:30 to 18:00, Monday to Friday: seven hours a day."""


def at(text: str, zone: ZoneInfo = SHANGHAI) -> datetime:
    """A local time as a moment."""
    return datetime.fromisoformat(text).replace(tzinfo=zone).astimezone(UTC)


def local(moment: datetime, zone: ZoneInfo = SHANGHAI) -> str:
    """A moment as local time."""
    return moment.astimezone(zone).strftime("%Y-%m-%d %H:%M")


def promised(start: str, promise: str, hours: OfficeHours = HOURS) -> str:
    """When a promise made at a local time in the village falls due, in local time."""
    return local(due(at(start), Duration.parse(promise), hours))


@pytest.mark.parametrize(
    ("start", "promise", "falls_due"),
    [
        ("2026-11-24 10:00", "1h", "2026-11-24 11:00"),
        ("2026-11-24 10:00", "4h", "2026-11-24 16:30"),
        ("2026-11-24 11:30", "1h", "2026-11-24 15:00"),
        ("2026-11-24 11:30", "30min", "2026-11-24 12:00"),
        ("2026-11-24 11:31", "30min", "2026-11-24 14:31"),
        ("2026-11-24 12:00", "1h", "2026-11-24 15:30"),
        ("2026-11-24 13:15", "1h", "2026-11-24 15:30"),
        ("2026-11-24 17:59", "1h", "2026-11-25 09:29"),
        ("2026-11-24 18:00", "1h", "2026-11-25 09:30"),
        ("2026-11-24 23:30", "30min", "2026-11-25 09:00"),
        ("2026-11-24 03:00", "30min", "2026-11-24 09:00"),
        ("2026-11-24 08:29", "30min", "2026-11-24 09:00"),
        ("2026-11-27 17:00", "4h", "2026-11-30 11:30"),
        ("2026-11-28 10:00", "1h", "2026-11-30 09:30"),
    ],
)
def test_hours_run_only_while_the_center_is_open(start: str, promise: str, falls_due: str) -> None:
    assert promised(start, promise) == falls_due


@pytest.mark.parametrize(
    ("start", "promise", "falls_due"),
    [
        ("2026-11-24 10:00", "1d", "2026-11-25 10:00"),
        ("2026-11-24 10:00", "3d", "2026-11-27 10:00"),
        ("2026-11-24 20:00", "1d", "2026-11-25 18:00"),
        ("2026-11-26 16:00", "2d", "2026-11-30 16:00"),
    ],
)
def test_a_day_is_a_day_of_open_hours(start: str, promise: str, falls_due: str) -> None:
    assert promised(start, promise) == falls_due


@pytest.mark.parametrize(
    ("start", "promise", "falls_due"),
    [
        ("2026-11-24 10:00", "1wd", "2026-11-25 18:00"),
        ("2026-11-24 17:59", "1wd", "2026-11-25 18:00"),
        ("2026-11-24 18:00", "1wd", "2026-11-26 18:00"),
        ("2026-11-24 13:00", "1wd", "2026-11-25 18:00"),
        ("2026-11-27 10:00", "1wd", "2026-11-30 18:00"),
        ("2026-11-28 10:00", "1wd", "2026-12-01 18:00"),
        ("2026-11-02 10:00", "20wd", "2026-11-30 18:00"),
    ],
)
def test_working_days_end_when_the_office_closes(start: str, promise: str, falls_due: str) -> None:
    assert promised(start, promise) == falls_due


def test_one_minute_before_the_national_holiday_a_promise_waits_until_it_is_over() -> None:
    assert promised("2026-09-30 17:59", "1h") == "2026-10-08 09:29"
    assert promised("2026-09-30 17:59", "1wd") == "2026-10-08 18:00"


def test_the_spring_festival_stands_still() -> None:
    assert promised("2026-02-14 17:00", "4h") == "2026-02-24 11:30"
    assert promised("2026-02-14 12:30", "1wd") == "2026-02-24 18:00"


def test_a_make_up_saturday_is_open_like_a_friday() -> None:
    assert promised("2026-10-10 09:00", "1h") == "2026-10-10 10:00"
    assert promised("2026-10-09 17:30", "1h") == "2026-10-10 09:00"
    assert promised("2026-10-09 10:00", "1wd") == "2026-10-10 18:00"
    assert promised("2026-10-10 17:30", "1h") == "2026-10-12 09:00"


def test_a_make_up_saturday_has_its_own_hours_where_a_center_names_them() -> None:
    hours = Week.model_validate({"saturday": ["09:00-10:00"]}).hours("Asia/Shanghai")

    assert promised("2026-10-10 08:00", "30min", hours) == "2026-10-10 09:30"


def test_a_make_up_saturday_follows_monday_where_friday_is_closed() -> None:
    hours = Week.model_validate({"monday": ["10:00-11:00"], "friday": []}).hours("Asia/Shanghai")

    assert promised("2026-10-10 08:00", "30min", hours) == "2026-10-10 10:30"


def test_a_weekday_on_which_the_center_is_closed_stays_closed() -> None:
    hours = Week.model_validate({"wednesday": []}).hours("Asia/Shanghai")

    assert promised("2026-11-24 17:30", "1h", hours) == "2026-11-26 09:00"
    assert promised("2026-11-24 10:00", "1wd", hours) == "2026-11-26 18:00"


def test_a_half_day_counts_as_much_as_it_is_open() -> None:
    hours = Week.model_validate({"friday": ["08:30-12:00"]}).hours("Asia/Shanghai")

    assert promised("2026-11-26 17:00", "4h", hours) == "2026-11-27 11:30"
    assert promised("2026-11-26 10:00", "1wd", hours) == "2026-11-27 12:00"
    assert promised("2026-11-26 08:30", "2d", hours) == "2026-11-30 12:00"


def test_beyond_the_calendar_monday_to_friday_are_working_days(caplog: pytest.LogCaptureFixture) -> None:
    is_working_day.cache_clear()
    _say_beyond_calendar.cache_clear()
    with caplog.at_level(logging.WARNING):
        assert promised("2035-10-01 10:00", "1h") == "2035-10-01 11:00"
        assert promised("2035-10-05 17:30", "1h") == "2035-10-08 09:00"
    assert [record.levelname for record in caplog.records] == ["WARNING"]
    assert "2035" in caplog.text


def test_a_promise_runs_across_the_end_of_the_calendar() -> None:
    assert promised("2026-12-31 17:30", "1h")[:4] == "2027"
    assert promised("2026-12-21 10:00", "20wd")[:4] == "2027"


def test_another_time_zone_has_its_own_morning() -> None:
    urumqi = Week().hours("Asia/Urumqi")

    assert promised("2026-11-24 08:30", "1h", urumqi) == "2026-11-24 11:30"


def test_an_hour_stays_an_hour_on_the_night_when_clocks_change() -> None:
    tehran = ZoneInfo(
        "Asia/Tehran"
    )  # whose clocks went forward at midnight of a working Monday, 22 March 2021
    night = OfficeHours(((((time(0), time(5))),),) * 7, "Asia/Tehran")

    assert local(after_open_time(at("2021-03-21 23:00", tehran), timedelta(hours=3), night), tehran) == (
        "2021-03-22 04:00"
    )
    assert local(after_open_time(at("2021-03-21 23:00", tehran), timedelta(hours=5), night), tehran) == (
        "2021-03-23 01:00"
    )


@pytest.mark.parametrize("promise", ["1h", "1d", "1wd"])
def test_a_center_that_is_never_open_promises_nothing(promise: str) -> None:
    with pytest.raises(NeverOpenError):
        due(at("2026-11-24 10:00"), Duration.parse(promise), OfficeHours(((),) * 7))


moments = st.datetimes(
    datetime(2025, 1, 1),  # noqa: DTZ001 - the strategy adds the zone
    datetime(2027, 6, 30),  # noqa: DTZ001
    timezones=st.just(UTC),
)
promises = st.sampled_from(sorted({str(one.take_up) for one in CATALOGUE.lines} | {"1d", "3d", "10wd", "7d"}))
spans = st.sampled_from(
    [(), ("08:30-12:00", "14:30-18:00"), ("08:30-12:00",), ("00:00-23:59",), ("19:00-21:00",)]
)
weeks = (
    st.fixed_dictionaries(dict.fromkeys(WEEKDAYS[:5], spans))
    .map(Week.model_validate)
    .filter(lambda week: week.ever_open)
)
zones = st.sampled_from(["Asia/Shanghai", "Asia/Urumqi", "Europe/Berlin", "America/New_York"])
offices = st.builds(lambda week, zone: week.hours(zone), weeks, zones)


def is_open(moment: datetime, hours: OfficeHours) -> bool:
    """Whether an office is open, or closes this very moment."""
    there = moment.astimezone(ZoneInfo(hours.zone))
    return any(
        opens <= there.time().replace(tzinfo=None) <= closes for opens, closes in hours.spans(there.date())
    )


@settings(max_examples=150)
@given(moments, promises, offices)
def test_a_promise_always_falls_due_later_and_never_outside_office_time(
    start: datetime, promise: str, hours: OfficeHours
) -> None:
    falls_due = due(start, Duration.parse(promise), hours)

    assert falls_due > start
    assert falls_due.tzinfo is UTC
    assert is_open(falls_due, hours)


@settings(max_examples=150)
@given(moments, st.timedeltas(timedelta(), timedelta(days=20)), promises, offices)
def test_who_asks_later_is_never_due_earlier(
    start: datetime, later: timedelta, promise: str, hours: OfficeHours
) -> None:
    kept = Duration.parse(promise)

    assert due(start, kept, hours) <= due(start + later, kept, hours)


@settings(max_examples=100)
@given(moments, st.integers(1, 600), st.integers(1, 600), offices)
def test_open_time_adds_up(start: datetime, first: int, second: int, hours: OfficeHours) -> None:
    halfway = after_open_time(start, timedelta(minutes=first), hours)
    at_once = after_open_time(start, timedelta(minutes=first + second), hours)

    assert after_open_time(halfway, timedelta(minutes=second), hours) == at_once


@settings(max_examples=100)
@given(st.dates(date(2025, 1, 1), date(2026, 12, 31)), offices)
def test_a_holiday_is_closed_whatever_the_weekday(day: date, hours: OfficeHours) -> None:
    if not is_working_day(day):
        assert hours.spans(day) == ()


SATURDAYS = Week(saturday=("09:00-12:00",)).hours("Asia/Shanghai")


def test_a_center_that_opens_on_saturdays_keeps_its_promises_then() -> None:
    assert promised("2026-11-27 17:30", "1h", SATURDAYS) == "2026-11-28 09:30"


def test_an_open_saturday_is_no_working_day() -> None:
    assert promised("2026-11-27 10:00", "1wd", SATURDAYS) == "2026-11-30 18:00"


def test_on_a_public_holiday_not_even_the_saturday_hours_count() -> None:
    assert promised("2026-10-02 10:00", "1h", SATURDAYS) == "2026-10-08 09:30"


def test_a_make_up_saturday_keeps_the_hours_the_center_gives_its_saturdays() -> None:
    assert promised("2026-10-10 08:00", "1h", SATURDAYS) == "2026-10-10 10:00"


def opening(after: str, hours: OfficeHours = HOURS) -> str:
    """The next morning after a local time in the village, in local time."""
    return local(next_opening(at(after), hours))


@pytest.mark.parametrize(
    ("after", "opens"),
    [
        ("2026-11-24 08:29", "2026-11-24 08:30"),
        ("2026-11-24 08:30", "2026-11-25 08:30"),
        ("2026-11-24 14:00", "2026-11-25 08:30"),  # the afternoon is no second morning
        ("2026-11-24 00:00", "2026-11-24 08:30"),
        ("2026-11-24 23:59", "2026-11-25 08:30"),
        ("2026-11-27 08:30", "2026-11-30 08:30"),
        ("2026-11-28 09:00", "2026-11-30 08:30"),
        ("2026-09-30 08:30", "2026-10-08 08:30"),
        ("2026-10-09 08:30", "2026-10-10 08:30"),  # a make-up Saturday
        ("2026-10-10 08:30", "2026-10-12 08:30"),
        ("2026-02-14 08:30", "2026-02-24 08:30"),
    ],
)
def test_the_next_morning_is_the_next_working_day_s(after: str, opens: str) -> None:
    assert opening(after) == opens


def test_a_saturday_on_which_a_center_happens_to_be_open_is_no_working_morning() -> None:
    hours = Week.model_validate({"saturday": ["09:00-10:00"]}).hours("Asia/Shanghai")

    assert opening("2026-11-27 12:00", hours) == "2026-11-30 08:30"
    assert opening("2026-10-09 12:00", hours) == "2026-10-10 09:00"
    assert office_day(at("2026-11-28 09:30"), hours) is None


def test_the_next_morning_is_the_center_s_own() -> None:
    hours = Week.model_validate({"wednesday": [], "thursday": ["10:00-11:00"]}).hours("Asia/Urumqi")
    urumqi = ZoneInfo("Asia/Urumqi")

    assert local(next_opening(at("2026-11-24 12:00", urumqi), hours), urumqi) == "2026-11-26 10:00"


def test_who_is_never_open_on_a_working_day_has_no_morning() -> None:
    never = OfficeHours(((),) * 7)

    with pytest.raises(NeverOpenError):
        next_opening(at("2026-11-24 12:00"), never)


@given(st.integers(0, 365 * 24 * 60))
@settings(max_examples=60)
def test_the_next_morning_is_later_and_begins_an_office_day_without_another_between(minutes: int) -> None:
    now = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
    opens = next_opening(now, HOURS)

    assert opens > now
    day = office_day(opens, HOURS)
    assert day is not None and day[0] == opens
    assert next_opening(opens - timedelta(microseconds=1), HOURS) == opens
    assert next_opening(now, HOURS) == next_opening(now + (opens - now) / 2, HOURS)


@pytest.mark.parametrize(
    ("moment", "span"),
    [
        ("2026-11-24 03:00", ("2026-11-24 08:30", "2026-11-24 18:00")),
        ("2026-11-24 23:59", ("2026-11-24 08:30", "2026-11-24 18:00")),
        ("2026-10-10 12:00", ("2026-10-10 08:30", "2026-10-10 18:00")),
        ("2026-11-28 12:00", None),
        ("2026-10-01 12:00", None),
    ],
)
def test_an_office_day_lasts_from_the_first_opening_to_the_last_closing(
    moment: str, span: tuple[str, str] | None
) -> None:
    day = office_day(at(moment), HOURS)

    assert (day and (local(day[0]), local(day[1]))) == span


def test_a_day_ends_at_the_midnight_of_its_own_zone() -> None:
    assert local(end_of_day(at("2026-11-24 23:59"), "Asia/Shanghai")) == "2026-11-25 00:00"
    assert local(end_of_day(at("2026-11-24 00:00"), "Asia/Shanghai")) == "2026-11-25 00:00"
    assert end_of_day(at("2026-11-24 01:00"), "UTC") == datetime(2026, 11, 24, tzinfo=UTC)
