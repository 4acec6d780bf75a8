"""Choosing one of many times: by day, by part of the day, by hour, and by no step that is not needed."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.daytimes import MOST, Step, fork
from domain.volunteers import Part

ZONE = "Asia/Shanghai"
EIGHT = datetime(2026, 12, 3, 0, 0, tzinfo=UTC)
"""Eight in the morning of a Thursday, there."""
THURSDAY, FRIDAY = date(2026, 12, 3), date(2026, 12, 4)


def every(minutes: int, count: int, start: datetime = EIGHT) -> list[datetime]:
    """So many times, one after the other."""
    return [start + timedelta(minutes=minutes * number) for number in range(count)]


def test_few_times_are_chosen_from_at_once() -> None:
    assert fork(Step(), every(30, MOST), ZONE) == []


def test_a_morning_is_chosen_from_by_its_hours_and_then_its_times() -> None:
    times = every(15, 16)
    hours = fork(Step(), times, ZONE)
    assert hours == [Step(hour=hour) for hour in (8, 9, 10, 11)]
    assert fork(hours[0], times, ZONE) == []
    assert [one for one in times if hours[0].holds(one, ZONE)] == times[:4]


def test_a_whole_day_has_its_parts_before_its_hours() -> None:
    times = every(10, 60)
    parts = fork(Step(), times, ZONE)
    assert parts == [Step(part=Part.MORNING), Step(part=Part.AFTERNOON)]
    assert fork(parts[0], times, ZONE) == [Step(part=Part.MORNING, hour=hour) for hour in range(8, 12)]
    assert fork(Step(part=Part.MORNING, hour=8), times, ZONE) == [], "six of them, on two pages"


def test_of_several_days_the_day_comes_first() -> None:
    times = [*every(30, 8), *every(30, 4, EIGHT + timedelta(days=1))]
    assert fork(Step(), times, ZONE) == [Step(day=THURSDAY), Step(day=FRIDAY)]
    assert fork(Step(day=FRIDAY), times, ZONE) == []
    assert fork(Step(day=THURSDAY), times, ZONE) == [Step(THURSDAY, hour=hour) for hour in (8, 9, 10, 11)]


def test_no_hour_is_chosen_that_has_one_time_only() -> None:
    times = every(60, 7)
    assert fork(Step(), times, ZONE) == [Step(part=Part.MORNING), Step(part=Part.AFTERNOON)]
    assert fork(Step(part=Part.MORNING), times, ZONE) == []
    assert fork(Step(), every(60, 9, EIGHT + timedelta(hours=10)), ZONE)[0].day == THURSDAY, "past midnight"


@pytest.mark.parametrize(
    ("step", "before"),
    [
        (Step(), None),
        (Step(page=2), None),
        (Step(THURSDAY), Step()),
        (Step(hour=8), Step()),
        (Step(THURSDAY, hour=8, page=1), Step(THURSDAY)),
        (Step(THURSDAY, Part.MORNING, 8), Step(THURSDAY, Part.MORNING)),
        (Step(part=Part.EVENING), Step()),
    ],
)
def test_one_goes_back_by_one_choice(step: Step, before: Step | None) -> None:
    assert step.before == before


@pytest.mark.parametrize("packed", ["", "...", "x...0", "20261340...0", ".7..0", "..noon.0", "...0.0"])
def test_what_is_no_step_is_not_read(packed: str) -> None:
    with pytest.raises(ValueError):
        Step.read(packed)


steps = st.builds(
    Step,
    day=st.none() | st.dates(date(2026, 1, 1), date(2030, 1, 1)),
    part=st.none() | st.sampled_from(Part),
    hour=st.none() | st.integers(0, 23),
    page=st.integers(0, 99),
)


@given(steps)
def test_a_step_is_read_as_it_was_packed(step: Step) -> None:
    assert Step.read(step.pack()) == step and len(step.pack()) <= 16 and "|" not in step.pack()


@given(st.lists(st.integers(0, 72 * 12), unique=True, max_size=60))
def test_whichever_way_one_goes_every_time_is_found_once_in_four_choices(fives: list[int]) -> None:
    times = sorted(EIGHT + timedelta(minutes=5 * number) for number in fives)
    found: list[datetime] = []
    ways = [(Step(), 1)]
    while ways:
        step, depth = ways.pop()
        further = fork(step, times, ZONE)
        ways += [(one, depth + 1) for one in further]
        assert depth <= 4 and len(further) != 1
        if not further:
            found += [one for one in times if step.holds(one, ZONE)]
    assert sorted(found) == times
