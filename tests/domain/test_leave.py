"""Whole local days as moments, and days that cannot be."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.leave import FURTHEST, LONGEST, Fault, fault, span
from domain.officetime import local_day, midnight

ZONE = "Asia/Shanghai"
TODAY = date(2026, 11, 24)
NOW = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)

days = st.dates(date(2000, 1, 2), date(2100, 1, 1))
zones = st.sampled_from(["Asia/Shanghai", "Asia/Urumqi", "UTC", "America/New_York", "Australia/Lord_Howe"])


def test_the_day_changes_at_midnight_in_the_village_not_in_greenwich() -> None:
    before = datetime(2026, 11, 24, 15, 59, 59, tzinfo=UTC)

    assert local_day(before, ZONE) == TODAY
    assert local_day(before + timedelta(seconds=1), ZONE) == date(2026, 11, 25)
    assert local_day(before + timedelta(seconds=1), "UTC") == TODAY
    assert midnight(date(2026, 11, 25), ZONE) == before + timedelta(seconds=1)


def test_a_leave_from_today_begins_now_and_ends_with_its_last_day() -> None:
    found = span(NOW, TODAY, TODAY, ZONE)

    assert found.starts_at == NOW
    assert found.ends_at == datetime(2026, 11, 24, 16, 0, tzinfo=UTC)


def test_a_later_leave_has_whole_days() -> None:
    found = span(NOW, date(2026, 12, 1), date(2026, 12, 3), ZONE)

    assert found.starts_at == datetime(2026, 11, 30, 16, 0, tzinfo=UTC)
    assert found.ends_at - found.starts_at == timedelta(days=3)


@given(days, st.integers(0, LONGEST - 1), zones)
def test_the_first_moment_is_in_the_first_day_and_the_last_one_in_the_last(
    first: date, more: int, zone: str
) -> None:
    last = first + timedelta(days=more)
    found = span(datetime(1999, 1, 1, tzinfo=UTC), first, last, zone)

    assert found.starts_at < found.ends_at
    assert local_day(found.starts_at, zone) == first
    assert local_day(found.starts_at - timedelta(seconds=1), zone) < first
    assert local_day(found.ends_at - timedelta(seconds=1), zone) == last
    assert local_day(found.ends_at, zone) == last + timedelta(days=1)


@pytest.mark.parametrize(
    ("first", "last", "wrong"),
    [
        (0, None, None),
        (-1, None, Fault.PAST),
        (FURTHEST, None, None),
        (FURTHEST + 1, None, Fault.FAR),
        (0, 0, None),
        (1, 0, Fault.BACKWARDS),
        (0, LONGEST - 1, None),
        (0, LONGEST, Fault.LONG),
    ],
)
def test_days_that_cannot_be_are_noticed(first: int, last: int | None, wrong: Fault | None) -> None:
    begins = TODAY + timedelta(days=first)
    ends = None if last is None else TODAY + timedelta(days=last)

    assert fault(begins, ends, TODAY) == wrong


@given(st.integers(1, 160))
def test_a_date_without_its_year_that_has_just_passed_is_not_believed(ago: int) -> None:
    a_year_on = (TODAY - timedelta(days=ago)).replace(year=2027)

    assert fault(a_year_on, None, TODAY) is Fault.FAR
    assert fault(TODAY, a_year_on, TODAY) is Fault.LONG
