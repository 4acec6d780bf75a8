"""When visits are due: month ends, February, the turn of the year, nights; and what was slept through."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.visits import (
    AFTER,
    LEAST,
    Plan,
    Rhythm,
    RhythmError,
    Window,
    closes,
    first_window,
    last_day,
    may_tell,
    miss_at,
    month,
    next_reminder,
    next_window,
    window,
)

MONTHLY, TWICE, WEEKLY = Plan(Rhythm.MONTHLY), Plan(Rhythm.TWICE), Plan(Rhythm.WEEKLY)
FROM_TENTH = Plan(Rhythm.MONTHLY, 10)
ZONE = "Asia/Shanghai"
plans = st.sampled_from([MONTHLY, TWICE, WEEKLY, FROM_TENTH, Plan(Rhythm.MONTHLY, 25)])
days = st.dates(date(2024, 1, 1), date(2033, 12, 31))


def day(text: str) -> date:
    return date.fromisoformat(text)


def here(text: str) -> datetime:
    """A moment as the clock on the wall at the center shows it."""
    return datetime.fromisoformat(f"{text}+08:00").astimezone(UTC)


@pytest.mark.parametrize(
    ("plan", "on", "first", "last"),
    [
        (MONTHLY, "2026-11-24", "2026-11-01", "2026-11-30"),
        (MONTHLY, "2026-12-31", "2026-12-01", "2026-12-31"),
        (MONTHLY, "2027-02-28", "2027-02-01", "2027-02-28"),
        (MONTHLY, "2028-02-28", "2028-02-01", "2028-02-29"),
        (FROM_TENTH, "2026-11-09", "2026-11-10", "2026-11-30"),
        (FROM_TENTH, "2026-11-10", "2026-11-10", "2026-11-30"),
        (Plan(Rhythm.MONTHLY, 25), "2027-02-01", "2027-02-25", "2027-02-28"),
        (TWICE, "2026-11-01", "2026-11-01", "2026-11-15"),
        (TWICE, "2026-11-15", "2026-11-01", "2026-11-15"),
        (TWICE, "2026-11-16", "2026-11-16", "2026-11-30"),
        (TWICE, "2028-02-16", "2028-02-16", "2028-02-29"),
        (WEEKLY, "2026-11-23", "2026-11-23", "2026-11-29"),
        (WEEKLY, "2026-11-29", "2026-11-23", "2026-11-29"),
        (WEEKLY, "2027-01-01", "2026-12-28", "2027-01-03"),
    ],
)
def test_a_day_lies_in_a_window_of_whole_days(plan: Plan, on: str, first: str, last: str) -> None:
    assert window(plan, day(on)) == Window(day(first), day(last))


@pytest.mark.parametrize(
    ("plan", "last", "today", "first"),
    [
        (MONTHLY, "2026-12-31", "2026-12-20", "2027-01-01"),
        (TWICE, "2026-12-31", "2026-12-31", "2027-01-01"),
        (TWICE, "2026-02-15", "2026-02-15", "2026-02-16"),
        (WEEKLY, "2027-01-03", "2027-01-03", "2027-01-04"),
        (MONTHLY, "2026-11-30", "2027-02-03", "2027-02-01"),
    ],
)
def test_the_next_window_follows_and_what_passed_meanwhile_is_not_made_up_for(
    plan: Plan, last: str, today: str, first: str
) -> None:
    assert next_window(plan, day(last), day(today)).first == day(first)


@given(plans, days)
def test_windows_never_overlap_and_the_day_is_never_past_its_own(plan: Plan, on: date) -> None:
    found = window(plan, on)
    after = next_window(plan, found.last, on)
    assert found.first <= found.last < after.first
    assert on <= found.last
    assert window(plan, found.first) == found


@pytest.mark.parametrize(
    ("plan", "today", "first", "last"),
    [
        (MONTHLY, "2026-11-28", "2026-11-28", "2026-11-30"),
        (MONTHLY, "2026-11-29", "2026-12-01", "2026-12-31"),
        (TWICE, "2026-11-13", "2026-11-13", "2026-11-15"),
        (TWICE, "2026-11-14", "2026-11-16", "2026-11-30"),
        (WEEKLY, "2026-11-27", "2026-11-27", "2026-11-29"),
        (WEEKLY, "2026-11-28", "2026-11-30", "2026-12-06"),
        (FROM_TENTH, "2026-11-02", "2026-11-10", "2026-11-30"),
    ],
)
def test_whoever_begins_late_in_a_window_begins_with_the_next(
    plan: Plan, today: str, first: str, last: str
) -> None:
    assert first_window(plan, day(today)) == Window(day(first), day(last))


@given(plans, days)
def test_nobody_begins_with_a_rush(plan: Plan, today: date) -> None:
    found = first_window(plan, today)
    assert found.first >= today
    assert found.last - found.first + timedelta(days=1) >= LEAST


@pytest.mark.parametrize(
    ("rhythm", "after"), [("twice", 10), ("weekly", 10), ("monthly", 1), ("monthly", 26), ("monthly", 0)]
)
def test_a_day_of_the_month_goes_with_a_monthly_visit_and_leaves_days_enough(rhythm: str, after: int) -> None:
    with pytest.raises(RhythmError):
        Plan(Rhythm(rhythm), after)


def test_the_days_that_may_be_wished_leave_three_also_in_february() -> None:
    for after in AFTER:
        found = window(Plan(Rhythm.MONTHLY, after), date(2027, 2, 1))
        assert (found.last - found.first).days >= 2


def test_a_window_closes_at_midnight_at_the_center() -> None:
    due_by = closes(Window(day("2026-12-16"), day("2026-12-31")), ZONE)
    assert due_by == here("2027-01-01T00:00:00")
    assert last_day(due_by, ZONE) == day("2026-12-31")


DUE_BY = here("2026-12-01T00:00:00")


@pytest.mark.parametrize(
    ("now", "then"),
    [
        ("2026-11-01T10:00:00", "2026-11-28T08:00:00"),
        ("2026-11-28T07:59:59", "2026-11-28T08:00:00"),
        ("2026-11-28T08:00:00", "2026-11-30T08:00:00"),
        ("2026-11-29T12:00:00", "2026-11-30T08:00:00"),
        ("2026-11-30T08:00:00", None),
        ("2026-12-05T08:00:00", None),
    ],
)
def test_reminded_two_days_before_the_end_and_on_the_last_day_in_the_morning(
    now: str, then: str | None
) -> None:
    assert next_reminder(here(now), DUE_BY, ZONE) == (here(then) if then else None)


def test_it_counts_as_missed_the_morning_after_never_at_midnight() -> None:
    assert miss_at(DUE_BY, ZONE) == here("2026-12-01T08:00:00")


@pytest.mark.parametrize(
    ("at", "told"),
    [
        ("2026-11-24T07:59:59", "2026-11-24T08:00:00"),
        ("2026-11-24T08:00:00", "2026-11-24T08:00:00"),
        ("2026-11-24T19:59:59", "2026-11-24T19:59:59"),
        ("2026-11-24T20:00:00", "2026-11-25T08:00:00"),
        ("2026-12-31T23:00:00", "2027-01-01T08:00:00"),
        ("2026-11-25T00:00:00", "2026-11-25T08:00:00"),
    ],
)
def test_nobody_is_written_to_at_night(at: str, told: str) -> None:
    assert may_tell(here(at), ZONE) == here(told)


@given(st.integers(0, 365 * 24 * 60))
def test_waiting_for_the_morning_never_takes_longer_than_a_night(minutes: int) -> None:
    at = DUE_BY + timedelta(minutes=minutes)
    told = may_tell(at, ZONE)
    assert at <= told <= at + timedelta(hours=12)
    assert may_tell(told, ZONE) == told


def test_a_month_is_written_so_that_it_sorts() -> None:
    assert [month(day(one)) for one in ("2026-09-30", "2026-10-01")] == ["2026-09", "2026-10"]
