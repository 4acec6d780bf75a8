"""Who is on duty on a day, by the week and by the dates that differ."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.duty import (
    AHEAD,
    WEEKDAYS,
    Change,
    NoDayError,
    Plan,
    days_ahead,
    on_duty,
    pack,
    plan_of,
    unpack,
    unusual_days,
)

LI, WANG, ZHOU = 1, 2, 3
TUESDAY = date(2026, 11, 24)
WEEK = {0: frozenset({LI}), 1: frozenset({LI, WANG}), 6: frozenset({WANG})}

people = st.integers(1, 5)
dates = st.dates(TUESDAY, TUESDAY + timedelta(days=20))
weeks = st.dictionaries(st.sampled_from(WEEKDAYS), st.frozensets(people))
changes = st.dictionaries(st.tuples(dates, people), st.booleans()).map(
    lambda known: [Change(day, who, on) for (day, who), on in known.items()]
)
"""One word at most about one person on one date, as the table has it."""


def test_the_week_says_who_it_is_and_a_weekday_without_anybody_is_nobodys() -> None:
    week = [on_duty(WEEK, [], TUESDAY + timedelta(days=offset)) for offset in range(7)]

    assert week == [{LI, WANG}, set(), set(), set(), set(), {WANG}, {LI}]


def test_a_date_adds_somebody_and_takes_somebody_off_and_the_week_after_is_as_ever() -> None:
    differs = [Change(TUESDAY, ZHOU, True), Change(TUESDAY, LI, False)]

    assert on_duty(WEEK, differs, TUESDAY) == {WANG, ZHOU}
    assert on_duty(WEEK, differs, TUESDAY + timedelta(days=7)) == {LI, WANG}


def test_without_a_week_a_single_date_is_enough() -> None:
    assert on_duty({}, [Change(TUESDAY, LI, True)], TUESDAY) == {LI}
    assert on_duty({}, [Change(TUESDAY, LI, False)], TUESDAY) == set()


@given(weeks, changes, dates)
def test_only_what_is_said_of_that_date_counts(
    week: dict[int, frozenset[int]], known: list[Change], day: date
) -> None:
    found = on_duty(week, known, day)
    said = {change.who: change.on for change in known if change.day == day}

    assert found == on_duty(week, [one for one in known if one.day == day], day)
    for who in range(1, 6):
        assert (who in found) == said.get(who, who in week.get(day.weekday(), ()))


@given(weeks, changes, dates)
def test_a_date_is_unusual_exactly_when_it_differs_from_its_weekday(
    week: dict[int, frozenset[int]], known: list[Change], today: date
) -> None:
    unusual = unusual_days(week, known, today)

    assert unusual == sorted(set(unusual))
    for offset in range(25):
        day = today + timedelta(days=offset)
        assert (day in unusual) == (on_duty(week, known, day) != week.get(day.weekday(), frozenset()))
    assert all(day >= today for day in unusual)


@given(weeks, changes, dates)
def test_a_persons_plan_says_of_every_date_what_the_roster_says(
    week: dict[int, frozenset[int]], known: list[Change], today: date
) -> None:
    for who in range(1, 6):
        plan = plan_of(who, week, known, today)
        dates_of = dict(plan.dates)
        for offset in range(25):
            day = today + timedelta(days=offset)
            assert dates_of.get(day, day.weekday() in plan.weekdays) == (who in on_duty(week, known, day))


def test_a_plan_without_anything_is_none_and_what_is_over_leaves_it() -> None:
    plan = Plan((), ((TUESDAY, True),))

    assert plan and not Plan()
    assert plan.since(TUESDAY) == plan
    assert not plan.since(TUESDAY + timedelta(days=1))


def test_four_weeks_ahead_can_be_changed_today_included() -> None:
    ahead = days_ahead(TUESDAY)

    assert (ahead[0], ahead[-1], len(ahead)) == (TUESDAY, TUESDAY + timedelta(days=27), AHEAD)


@given(st.one_of(st.sampled_from(WEEKDAYS), st.dates()))
def test_a_day_travels_as_a_number(day: int | date) -> None:
    assert unpack(pack(day)) == day


@pytest.mark.parametrize("number", [-1, 7, 8, 20261301, 20261132, 20260229, 0x7FFFFFFFFFFF, -20261124])
def test_a_number_that_is_no_day_is_refused(number: int) -> None:
    with pytest.raises(NoDayError):
        unpack(number)
