"""The steps upwards, the circles of an emergency, and the clock's moments at their boundaries."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.catalogue import CATALOGUE, Duration, Line
from domain.escalation import (
    RING_AGAIN_EVERY,
    RING_EVERY,
    RINGS,
    STEPS,
    above,
    before_due,
    circles,
    next_step,
    overdue,
    reached,
    ringing,
    role_at,
    roles_at,
    steps_from,
    waiting,
    working,
)
from domain.officetime import OfficeHours, due, open_time, part_way

MORNING, AFTERNOON = (time(8, 30), time(12)), (time(14, 30), time(18))
HOURS = OfficeHours(((MORNING, AFTERNOON),) * 5 + ((), ()))
ZONE = ZoneInfo("Asia/Shanghai")
LINE = CATALOGUE.line("assistance")


def at(month: int, day: int, hour: int, minute: int = 0) -> datetime:
    """A moment of 2026 on the village's clock."""
    return datetime(2026, month, day, hour, minute, tzinfo=ZONE).astimezone(UTC)


def line(take_up: str, finish: str = "3d") -> Line:
    """A line with these promises."""
    own = {"take_up": Duration.parse(take_up), "finish": Duration.parse(finish)}
    return LINE.model_copy(update=own)


def test_the_steps_go_from_those_on_duty_to_the_county() -> None:
    assert steps_from("duty") == STEPS
    assert steps_from("township") == ("township", "county")
    assert [next_step(step) for step in STEPS] == [*STEPS[1:], "county"]


def test_one_step_above_the_desk_is_the_clerk_whoever_is_on_duty() -> None:
    assert [above(step) for step in ("duty", "desk", "clerk", "county")] == [
        "clerk",
        "clerk",
        "director",
        "county",
    ]


def test_a_step_has_been_reached_when_it_lies_there_or_higher() -> None:
    assert reached("duty") == reached("desk") == ()
    assert reached("director") == ("clerk", "director")
    assert reached("county") == STEPS[2:]


def test_the_desk_is_the_lines_and_every_step_above_is_a_role_of_its_own() -> None:
    assert [role_at(step, "health") for step in STEPS] == ["doctor", "doctor", *STEPS[2:]]
    assert roles_at("director", "health") == ("director",)


def test_an_emergency_rings_the_desk_the_clerk_and_the_director_at_once_and_ever_more_people() -> None:
    assert circles(1) == ("desk", "clerk", "director")
    assert all(set(circles(n)) < set(circles(n + 1)) for n in range(len(RINGS)))
    assert circles(len(RINGS) + 3) == circles(len(RINGS))
    assert roles_at("emergency", "health") == ("doctor", "security")


def test_everybody_at_the_center_is_rung_but_no_villager_no_volunteer_and_no_office() -> None:
    everybody = set(roles_at("everybody", "health"))
    assert {"shopkeeper", "clerk", "director", "committee"} < everybody
    assert not everybody & {"villager", "volunteer", "township", "county"}


def test_every_step_above_the_desk_has_a_time_of_its_own() -> None:
    assert set(CATALOGUE.step_times) == set(STEPS[2:])


def test_those_on_duty_have_the_first_half_of_the_take_up_time() -> None:
    start = at(11, 24, 10)  # a Tuesday; four hours of office time end at 16:30
    clock = waiting("duty", start, start, line("4h"), HOURS)
    assert (clock.rise_at, clock.due_at) == (at(11, 24, 12), at(11, 24, 16, 30))
    assert clock.remind_at == at(11, 24, 11, 30)


def test_the_desk_has_it_until_the_promise_and_the_clerk_two_hours_more() -> None:
    start = at(11, 24, 10)
    desk = waiting("desk", start, start, line("4h"), HOURS)
    assert desk.rise_at == desk.due_at == at(11, 24, 16, 30)
    clerk = waiting("clerk", start, desk.rise_at, line("4h"), HOURS)
    assert (clerk.rise_at, clerk.due_at) == (at(11, 25, 9), at(11, 24, 16, 30))


def test_no_step_has_longer_than_the_line_itself() -> None:
    start = at(11, 24, 10)
    for step in STEPS[2:]:
        clock = waiting(step, start, start, line("30min"), HOURS)
        assert clock.rise_at <= due(start, Duration.parse("30min"), HOURS)


def test_what_comes_to_the_desk_with_its_promise_broken_gets_a_time_all_the_same() -> None:
    clock = waiting("desk", at(11, 20, 10), at(11, 24, 10), line("4h"), HOURS)
    assert clock.due_at < at(11, 24, 10) < clock.rise_at == at(11, 24, 16, 30)


@pytest.mark.parametrize(
    ("start", "half", "end"),
    [
        (at(11, 24, 17, 59), at(11, 25, 10, 29), at(11, 25, 14, 59)),  # one minute before closing
        (at(11, 24, 18), at(11, 25, 10, 30), at(11, 25, 15)),  # at closing
        (at(9, 30, 16), at(9, 30, 18), at(10, 8, 10, 30)),  # the eve of the long National Day holiday
        (at(10, 10, 9), at(10, 10, 11), at(10, 10, 15, 30)),  # a Saturday that makes up for it
        (at(11, 27, 17), at(11, 30, 9, 30), at(11, 30, 11, 30)),  # a Friday evening
        (at(11, 28, 3), at(11, 30, 10, 30), at(11, 30, 15)),  # a Saturday night
    ],
)
def test_halves_and_ends_fall_into_office_time(start: datetime, half: datetime, end: datetime) -> None:
    clock = waiting("duty", start, start, line("4h"), HOURS)
    assert (clock.rise_at, clock.due_at) == (half, end)


def test_an_emergency_runs_on_the_wall_clock_day_and_night() -> None:
    night = at(11, 28, 3)
    clock = ringing(night, night, 1)
    assert (clock.due_at, clock.rise_at, clock.remind_at) == (
        night + timedelta(minutes=3),
        night + RING_EVERY,
        None,
    )


def test_once_everybody_has_been_rung_the_circle_is_rung_again_more_slowly() -> None:
    night = at(11, 28, 3)
    assert ringing(night, night, len(RINGS) - 1).rise_at == night + RING_EVERY
    assert ringing(night, night, len(RINGS)).rise_at == night + RING_AGAIN_EVERY


def test_a_holder_is_nudged_at_half_the_finish_time_and_has_it_until_it_is_due() -> None:
    start = at(11, 24, 10)
    clock = working(start, line("4h", "1d"), HOURS)
    assert (clock.remind_at, clock.due_at) == (at(11, 24, 16), at(11, 25, 10))
    assert clock.rise_at == clock.due_at


def test_whoever_takes_an_emergency_is_asked_for_a_word_within_minutes() -> None:
    night = at(11, 28, 3)
    clock = working(night, line("1h", "1d"), HOURS, urgent=True)
    assert (clock.remind_at, clock.rise_at) == (
        night + timedelta(minutes=10),
        night + timedelta(minutes=20),
    )
    assert clock.due_at > clock.rise_at


def test_the_last_reminder_comes_before_it_is_due_and_lateness_is_looked_at_again() -> None:
    now, promise = at(11, 24, 10), at(11, 25, 18)
    soon = before_due(now, promise, HOURS)
    assert soon.remind_at is not None
    assert now < soon.remind_at < promise == soon.rise_at
    late = overdue(promise, promise, line("4h"), HOURS)
    assert late.due_at == promise
    assert late.remind_at is not None
    assert promise < late.remind_at < late.rise_at


def weeks() -> st.SearchStrategy[OfficeHours]:
    """Weeks of random opening times, an hour a day at least, open at least on Mondays."""
    minutes = st.integers(0, 24 * 60 - 1)

    def span(ends: tuple[int, int]) -> tuple[time, time]:
        first, last = sorted(ends)
        return time(first // 60, first % 60), time(last // 60, last % 60)

    spans = st.tuples(minutes, minutes).filter(lambda ends: abs(ends[0] - ends[1]) >= 60).map(span)
    day = st.lists(spans, max_size=1).map(tuple)
    open_day = spans.map(lambda one: (one,))
    return st.tuples(open_day, day, day, day, day, day, day).map(OfficeHours)


moments = st.integers(0, 3 * 365 * 24 * 60).map(
    lambda minutes: datetime(2024, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
)
promises = st.sampled_from(["30min", "1h", "4h", "1d", "3d", "1wd", "5wd"])


@settings(max_examples=50)
@given(weeks(), moments, promises, st.sampled_from(STEPS))
def test_whatever_the_calendar_a_step_is_reminded_before_it_rises_and_both_lie_ahead(
    hours: OfficeHours, now: datetime, take_up: str, step: str
) -> None:
    clock = waiting(step, now, now, line(take_up), hours)
    assert clock.remind_at is not None
    assert now < clock.remind_at <= clock.rise_at
    assert clock.rise_at <= clock.due_at or step in CATALOGUE.step_times


@settings(max_examples=50)
@given(weeks(), moments, promises)
def test_whatever_the_calendar_a_promise_falls_due_while_the_center_is_open(
    hours: OfficeHours, now: datetime, promise: str
) -> None:
    end = due(now, Duration.parse(promise), hours)
    local = end.astimezone(ZoneInfo(hours.zone))
    assert any(opens <= local.time() <= closes for opens, closes in hours.spans(local.date()))


@settings(max_examples=50)
@given(weeks(), moments, st.sampled_from([("30min", "4h"), ("1d", "3d"), ("1wd", "5wd")]))
def test_a_longer_promise_never_ends_earlier_and_a_later_start_neither(
    hours: OfficeHours, now: datetime, pair: tuple[str, str]
) -> None:
    short, long = (Duration.parse(one) for one in pair)
    assert due(now, short, hours) <= due(now, long, hours)
    assert due(now, short, hours) <= due(now + timedelta(hours=5), short, hours)


@settings(max_examples=50)
@given(weeks(), moments, st.floats(0.05, 0.95), st.timedeltas(timedelta(minutes=1), timedelta(days=20)))
def test_part_of_the_way_is_that_part_of_the_open_time(
    hours: OfficeHours, start: datetime, share: float, length: timedelta
) -> None:
    end = start + length
    middle = part_way(start, end, share, hours)
    assert start <= middle <= end
    whole = open_time(start, end, hours)
    if whole:
        off = abs(open_time(start, middle, hours) - whole * share)
        assert off < timedelta(seconds=1)
    else:
        assert middle == end


def test_there_is_no_open_time_on_a_holiday() -> None:
    day = date(2026, 10, 2)
    start = datetime.combine(day, time(0), ZONE)
    assert open_time(start, start + timedelta(days=1), HOURS) == timedelta()
