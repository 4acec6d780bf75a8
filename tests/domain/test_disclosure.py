"""What has to be published, by when: periods to the day, what counts for which, when it is spoken of."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.announcing import KINDS
from domain.disclosure import (
    DUTIES,
    GRACE,
    Every,
    Period,
    Published,
    Stage,
    duty_of,
    period_of,
    standings,
    to_show,
    watched,
)
from domain.officetime import is_working_day, local_day

DAY = timedelta(days=1)
HERE = "Asia/Shanghai"
FINANCE = duty_of("finance")
Q3, Q4, Q1 = (Period(date(*first, 1), Every.QUARTER) for first in ((2026, 7), (2026, 10), (2027, 1)))


def on(year: int, month: int, day: int, notice_id: int = 1, kind: str = "finance") -> Published:
    """A notice of that day."""
    return Published(notice_id, kind, date(year, month, day))


def settled(today: date, *published: Published, since: date = Q4.first) -> list[int | None]:
    """For each quarter the notice by which it was published."""
    found = standings(FINANCE, Every.QUARTER, since, today, published)
    return [one.by and one.by.notice_id for one in found]


@pytest.mark.parametrize(
    ("day", "every", "first", "last"),
    [
        (date(2026, 12, 31), Every.QUARTER, date(2026, 10, 1), date(2026, 12, 31)),
        (date(2027, 1, 1), Every.QUARTER, date(2027, 1, 1), date(2027, 3, 31)),
        (date(2026, 3, 31), Every.QUARTER, date(2026, 1, 1), date(2026, 3, 31)),
        (date(2026, 4, 1), Every.QUARTER, date(2026, 4, 1), date(2026, 6, 30)),
        (date(2026, 6, 30), Every.QUARTER, date(2026, 4, 1), date(2026, 6, 30)),
        (date(2026, 7, 1), Every.QUARTER, date(2026, 7, 1), date(2026, 9, 30)),
        (date(2026, 9, 30), Every.QUARTER, date(2026, 7, 1), date(2026, 9, 30)),
        (date(2026, 12, 31), Every.MONTH, date(2026, 12, 1), date(2026, 12, 31)),
        (date(2027, 1, 1), Every.MONTH, date(2027, 1, 1), date(2027, 1, 31)),
        (date(2028, 2, 29), Every.MONTH, date(2028, 2, 1), date(2028, 2, 29)),
        (date(2027, 2, 28), Every.MONTH, date(2027, 2, 1), date(2027, 2, 28)),
    ],
)
def test_a_day_is_in_its_month_and_its_quarter(day: date, every: Every, first: date, last: date) -> None:
    period = period_of(day, every)
    assert (period.first, period.last) == (first, last)


@given(st.dates(date(2020, 1, 1), date(2040, 12, 31)), st.sampled_from([Every.MONTH, Every.QUARTER]))
def test_periods_follow_one_another_without_a_gap(day: date, every: Every) -> None:
    period = period_of(day, every)
    assert period.first <= day <= period.last
    assert period.next.first == period.last + DAY
    assert period_of(period.last, every) == period
    assert period_of(period.next.first, every) == period.next > period
    assert period.due >= period.last + GRACE and is_working_day(period.due)
    assert not any(
        is_working_day(period.last + GRACE + n * DAY) for n in range((period.due - period.last - GRACE).days)
    )


def test_what_is_published_as_it_happens_has_no_periods() -> None:
    with pytest.raises(ValueError, match="no periods"):
        period_of(date(2026, 11, 24), Every.HAPPENS)


@pytest.mark.parametrize(
    ("first", "every", "due"),
    [
        (date(2026, 1, 1), Every.QUARTER, date(2026, 4, 10)),  # a Friday
        (date(2026, 4, 1), Every.QUARTER, date(2026, 7, 10)),
        (date(2026, 7, 1), Every.QUARTER, date(2026, 10, 10)),  # a Saturday, worked in place of a holiday
        (date(2026, 1, 1), Every.MONTH, date(2026, 2, 10)),
        (date(2026, 9, 1), Every.MONTH, date(2026, 10, 10)),
        (date(2026, 4, 1), Every.MONTH, date(2026, 5, 11)),  # the 10th is a Sunday
        (date(2025, 9, 1), Every.MONTH, date(2025, 10, 10)),
    ],
)
def test_it_falls_due_ten_days_after_its_end_on_a_working_day(first: date, every: Every, due: date) -> None:
    assert Period(first, every).due == due


def test_the_day_is_the_centers_own() -> None:
    """Midnight in the village is 16:00 UTC: what is published a second before counts for the old year."""
    midnight = datetime(2026, 12, 31, 16, tzinfo=UTC)
    before, after = (local_day(at, HERE) for at in (midnight - timedelta(seconds=1), midnight))
    assert period_of(before, Every.QUARTER) == Q4
    assert period_of(after, Every.QUARTER) == Q1
    assert period_of(local_day(midnight, "Asia/Urumqi"), Every.QUARTER) == Q4, "two hours later there"


def test_every_duty_is_done_by_kinds_there_are_and_none_by_two_duties() -> None:
    kinds = [kind for duty in DUTIES for kind in duty.kinds]
    assert len(kinds) == len(set(kinds)) and set(kinds) <= {one.code for one in KINDS}
    assert {duty.code: duty.every for duty in DUTIES} == {
        "finance": Every.QUARTER,
        "aid": Every.QUARTER,
        "land": Every.HAPPENS,
        "general": Every.QUARTER,
    }


def test_a_notice_within_the_period_or_the_days_after_it_counts() -> None:
    assert settled(date(2026, 11, 24)) == [None]
    assert settled(date(2026, 11, 24), on(2026, 10, 1)) == [1]
    assert settled(date(2026, 11, 24), on(2026, 9, 30)) == [None], "that was for the quarter before"
    assert settled(date(2026, 12, 31), on(2026, 12, 31)) == [1]
    assert settled(date(2027, 1, 5), on(2027, 1, 5)) == [1, None], "of the old quarter: the new one has time"
    assert settled(Q4.due, on(Q4.due.year, 1, Q4.due.day)) == [1, None]


def test_another_kind_counts_for_nothing() -> None:
    assert settled(date(2026, 11, 24), on(2026, 11, 12, kind="aid")) == [None]


def test_a_second_notice_within_a_period_does_not_count_for_the_next() -> None:
    two = (on(2026, 10, 12, 1), on(2026, 12, 3, 2))
    assert settled(date(2027, 1, 2), *two) == [1, None]
    assert settled(date(2027, 1, 6), *two, on(2027, 1, 6, 3)) == [1, 3]


def test_the_order_in_which_they_are_given_does_not_matter() -> None:
    assert settled(date(2027, 1, 6), on(2027, 1, 6, 3), on(2026, 10, 12, 1)) == [1, 3]


def test_one_notice_makes_up_for_all_that_are_late_and_not_for_the_present() -> None:
    late = on(2027, 2, 3, 9)
    assert settled(date(2027, 2, 3), late, since=Q3.first) == [9, 9, None]
    assert settled(date(2027, 2, 4), late, on(2027, 2, 4, 10), since=Q3.first) == [9, 9, 10]


def test_late_begins_on_the_day_after_it_was_due() -> None:
    (q4, _) = standings(FINANCE, Every.QUARTER, Q4.first, Q4.due, [])
    assert not q4.late(Q4.due) and q4.late(Q4.due + DAY)
    assert not q4.due_soon(Q4.due - 8 * DAY) and q4.due_soon(Q4.due - 7 * DAY)
    assert q4.due_soon(Q4.due) and not q4.due_soon(Q4.due + DAY)
    (done, _) = standings(FINANCE, Every.QUARTER, Q4.first, Q4.due, [on(2026, 11, 12)])
    assert not done.late(Q4.due + DAY) and not done.due_soon(Q4.due)


def test_what_lacks_is_told_before_what_is_done_and_the_oldest_first() -> None:
    def shown(today: date, *published: Published) -> Period:
        return to_show(standings(FINANCE, Every.QUARTER, Q3.first, today, published)).period

    assert shown(date(2027, 1, 20)) == Q3
    assert shown(date(2026, 11, 24), on(2026, 9, 1)) == Q4
    assert shown(date(2026, 11, 24), on(2026, 9, 1), on(2026, 11, 12)) == Q4
    assert shown(date(2027, 1, 2), on(2026, 9, 1), on(2026, 11, 12)) == Q1


def test_three_moments_at_nine_in_the_morning() -> None:
    week, day, late = (one.astimezone(UTC) for one in Q3.moments(HERE))
    assert week == datetime(2026, 10, 3, 1, tzinfo=UTC)
    assert day == datetime(2026, 10, 9, 1, tzinfo=UTC)
    assert late == datetime(2026, 10, 11, 1, tzinfo=UTC)


@pytest.mark.parametrize("place", range(3))
def test_each_stage_is_reached_once_and_to_the_second(place: int) -> None:
    moment = Q3.moments(HERE)[place]
    period, told, reached = watched(Q3, place, moment - timedelta(seconds=1), HERE)
    assert (period, told, reached) == (Q3, place, None)
    period, told, reached = watched(Q3, place, moment, HERE)
    assert reached == (Q3, [*Stage][place])
    assert (period, told) == ((Q3, place + 1) if place < 2 else (Q4, 0))
    assert watched(period, told, moment, HERE) == (period, told, None)


def test_of_what_was_slept_through_only_the_last_is_said() -> None:
    after_all = Q3.moments(HERE)[2] + DAY
    assert watched(Q3, 0, after_all, HERE) == (Q4, 0, (Q3, Stage.LATE))
    a_year = Q3.moments(HERE)[0] + timedelta(days=366)
    period, _, reached = watched(Q3, 0, a_year, HERE)
    assert reached is not None and reached[0] <= period and period.first.year == 2027
