"""Who is asked for a task, in which order and when; and what becomes of a seat."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.leave import Span
from domain.tasks import (
    ASKS_A_WEEK,
    OPEN_SEATS,
    Candidate,
    IllegalSeatError,
    Look,
    Seat,
    Wanted,
    When,
    awake,
    becomes,
    best_first,
    choices,
    due_look,
    next_look,
    next_wave,
    suits,
    wave,
)
from domain.volunteers import Part, Profile, slot

ZONE = "Asia/Shanghai"
TUESDAY = date(2026, 11, 24)
AFTERNOON = When(TUESDAY, Part.AFTERNOON)


def at(hour: int, minute: int = 0, *, day: int = 24) -> datetime:
    """A moment in the village, in UTC."""
    return datetime(2026, 11, day, hour, minute, tzinfo=UTC) - timedelta(hours=8)


@pytest.mark.parametrize(
    ("part", "begins", "ends"),
    [(Part.MORNING, 8, 12), (Part.AFTERNOON, 14, 18), (Part.EVENING, 19, 21)],
)
def test_a_part_of_a_day_begins_and_ends_on_the_villages_clock(part: Part, begins: int, ends: int) -> None:
    when = When(TUESDAY, part)
    assert when.begins(ZONE) == at(begins) and when.ends(ZONE) == at(ends)
    assert not when.is_over(at(ends) - timedelta(seconds=1), ZONE)
    assert when.is_over(at(ends), ZONE)


@pytest.mark.parametrize(
    ("hour", "first", "count"),
    [(0, 24, 6), (11, 24, 6), (12, 24, 5), (18, 24, 4), (21, 25, 3), (23, 25, 3)],
)
def test_only_what_is_left_of_today_can_be_chosen_and_tomorrow(hour: int, first: int, count: int) -> None:
    found = choices(at(hour), ZONE)
    assert found[0].day.day == first and len(found) == count
    assert found == sorted(found, key=lambda one: (one.day, one.part))


def candidate(account_id: int = 1, **given: object) -> Candidate:
    """Somebody who can do everything at any time."""
    profile = {"skills": ("cook", "repair"), "sex": "f"} | {
        name: given.pop(name) for name in [*given] if name in Profile.model_fields
    }
    return Candidate(account_id, Profile.model_validate(profile), **given)  # type: ignore[arg-type]


COOK = Wanted(AFTERNOON, skill="cook", village_id=7)


def test_whoever_can_and_has_time_is_asked() -> None:
    assert suits(COOK, candidate())
    assert suits(Wanted(AFTERNOON), candidate(skills=()))


@pytest.mark.parametrize(
    "given",
    [
        {"skills": ("repair",)},
        {"times": (slot(1, Part.MORNING),)},
        {"villages": (8,)},
        {"away": True},
        {"asked": ASKS_A_WEEK},
    ],
    ids=["cannot", "no time", "does not go there", "away", "asked enough"],
)
def test_whoever_cannot_is_not_asked(given: dict[str, object]) -> None:
    assert not suits(COOK, candidate(**given))


def test_a_limit_rules_out_what_they_said_they_can_do() -> None:
    wanted = Wanted(AFTERNOON, skill="repair")
    assert suits(wanted, candidate()) and not suits(wanted, candidate(limits=("no-climbing",)))


@pytest.mark.parametrize(("wish", "sex", "asked"), [("f", "f", True), ("f", "m", False), ("m", None, False),
                                                   (None, None, True)])  # fmt: skip
def test_a_wish_for_a_woman_or_a_man_is_kept(wish: str | None, sex: str | None, asked: bool) -> None:
    assert suits(Wanted(AFTERNOON, sex=wish), candidate(sex=sex)) is asked


def test_one_question_less_than_is_fair_may_be_asked() -> None:
    assert suits(COOK, candidate(asked=ASKS_A_WEEK - 1))


def test_neighbours_first_then_whoever_knows_them_then_whoever_has_least_to_do() -> None:
    both = candidate(5, village_id=7, knows=True)
    neighbour = candidate(4, village_id=7)
    known = candidate(3, knows=True, village_id=8)
    idle = candidate(2, village_id=8)
    busy = candidate(1, village_id=8, busy=1)
    assert [one.id for one in best_first(COOK, [busy, idle, known, neighbour, both])] == [5, 4, 3, 2, 1]


def test_nobody_is_a_neighbour_of_a_place_nobody_knows() -> None:
    nowhere = Wanted(AFTERNOON, skill="cook")
    assert [one.id for one in best_first(nowhere, [candidate(2), candidate(1)])] == [1, 2]


@given(st.permutations([candidate(number, busy=number % 3, asked=number % 2) for number in range(8)]))
def test_the_order_does_not_depend_on_who_was_looked_at_first(shuffled: list[Candidate]) -> None:
    assert best_first(COOK, shuffled) == best_first(COOK, sorted(shuffled, key=lambda one: one.id))


@pytest.mark.parametrize(("free", "asked"), [(1, 3), (2, 4), (5, 10)])
def test_a_wave_is_twice_as_many_as_are_wanted_and_never_one_alone(free: int, asked: int) -> None:
    assert wave(free) == asked


def test_a_wave_has_half_an_hour_and_ten_minutes_when_it_is_soon() -> None:
    begins = at(14)
    assert next_wave(at(11), begins, ZONE) == at(11, 30)
    assert next_wave(at(11, 1), begins, ZONE) == at(11, 11)
    assert next_wave(at(14, 30), begins, ZONE) == at(14, 40)


@pytest.mark.parametrize(
    ("now", "then"),
    [
        (at(20, 59), at(20, 59)),
        (at(21), at(7, day=25)),
        (at(23, 59), at(7, day=25)),
        (at(0, day=25), at(7, day=25)),
        (at(6, 59, day=25), at(7, day=25)),
        (at(7, day=25), at(7, day=25)),
    ],
)
def test_nobody_is_asked_at_night(now: datetime, then: datetime) -> None:
    assert awake(now, ZONE) == then


WAYS = {
    Seat.ON_WAY: {Seat.ACCEPTED},
    Seat.THERE: {Seat.ACCEPTED, Seat.ON_WAY},
    Seat.DONE: {Seat.ACCEPTED, Seat.ON_WAY, Seat.THERE},
    Seat.RELEASED: {Seat.ACCEPTED, Seat.ON_WAY},
    Seat.MISSED: {Seat.ACCEPTED},
    Seat.CANCELLED: {Seat.ACCEPTED, Seat.ON_WAY, Seat.THERE},
    Seat.ACCEPTED: set(),
}


@pytest.mark.parametrize("target", [*Seat])
@pytest.mark.parametrize("state", [*Seat])
def test_a_seat_goes_only_where_it_may(target: Seat, state: Seat) -> None:
    if state in WAYS[target]:
        assert becomes(target, state) is target
    else:
        with pytest.raises(IllegalSeatError):
            becomes(target, state)


def looks(state: Seat, after: datetime) -> list[tuple[Look, datetime]]:
    """All that the clock would do about a seat that was taken then and stays as it is."""
    found, taken = [], after
    while look := next_look(state, AFTERNOON, ZONE, after, taken):
        found.append(look)
        after = look[1]
    return found


def test_whoever_promised_days_ahead_is_reminded_in_the_evening_and_an_hour_before() -> None:
    assert looks(Seat.ACCEPTED, at(12, day=22)) == [
        (Look.REMIND, at(19, day=23)),
        (Look.REMIND, at(13)),
        (Look.NUDGE, at(14, 30)),
        (Look.MISS, at(15)),
    ]


def test_whoever_promised_on_the_day_is_reminded_once_and_in_the_last_hour_not_at_all() -> None:
    assert [look for look, _ in looks(Seat.ACCEPTED, at(9))] == [Look.REMIND, Look.NUDGE, Look.MISS]
    assert [look for look, _ in looks(Seat.ACCEPTED, at(13, 1))] == [Look.NUDGE, Look.MISS]


def test_whoever_promises_when_it_has_begun_has_as_long_as_the_others_but_not_beyond_the_end() -> None:
    assert looks(Seat.ACCEPTED, at(14)) == [(Look.NUDGE, at(14, 30)), (Look.MISS, at(15))]
    assert looks(Seat.ACCEPTED, at(14, 55)) == [(Look.NUDGE, at(15, 25)), (Look.MISS, at(15, 55))]
    assert looks(Seat.ACCEPTED, at(17)) == [(Look.NUDGE, at(17, 30)), (Look.MISS, at(18))]
    assert looks(Seat.ACCEPTED, at(17, 10)) == [(Look.NUDGE, at(17, 40)), (Look.MISS, at(18))]
    assert looks(Seat.ACCEPTED, at(17, 29)) == [(Look.NUDGE, at(17, 59)), (Look.MISS, at(18))]
    assert looks(Seat.ACCEPTED, at(17, 30)) == looks(Seat.ACCEPTED, at(17, 45)) == [(Look.MISS, at(18))]
    assert due_look(Seat.ACCEPTED, AFTERNOON, ZONE, at(18), at(23), at(17, 45)) is Look.MISS


@pytest.mark.parametrize("state", [Seat.ON_WAY, Seat.THERE])
def test_whoever_is_there_is_asked_once_and_then_left_in_peace(state: Seat) -> None:
    assert looks(state, at(14, 10)) == [(Look.ASK_DONE, at(20)), (Look.FINISH, at(18, day=25))]


@pytest.mark.parametrize("state", [state for state in Seat if state not in OPEN_SEATS])
def test_the_clock_leaves_alone_what_is_over(state: Seat) -> None:
    assert looks(state, at(9)) == []


def test_of_what_was_slept_through_only_the_latest_is_done() -> None:
    eve = at(19, day=23)
    assert due_look(Seat.ACCEPTED, AFTERNOON, ZONE, eve, eve, eve) is Look.REMIND
    assert due_look(Seat.ACCEPTED, AFTERNOON, ZONE, eve, at(14, 31), eve) is Look.NUDGE
    assert due_look(Seat.ACCEPTED, AFTERNOON, ZONE, eve, at(23), eve) is Look.MISS
    assert due_look(Seat.THERE, AFTERNOON, ZONE, at(20), at(19, day=26), eve) is Look.FINISH
    assert due_look(Seat.ACCEPTED, AFTERNOON, ZONE, eve, eve - timedelta(seconds=1), eve) is None


@pytest.mark.parametrize(
    ("span", "meets"),
    [
        (Span(at(10, day=23), at(0)), False),
        (Span(at(0), at(14)), False),
        (Span(at(0), at(14, 1)), True),
        (Span(at(15), at(16)), True),
        (Span(at(17, 59), at(0, day=25)), True),
        (Span(at(18), at(0, day=25)), False),
        (Span(at(0), at(0, day=25)), True),
    ],
)
def test_an_afternoon_meets_a_span_that_has_any_of_it(span: Span, meets: bool) -> None:
    assert AFTERNOON.meets(span, ZONE) is meets
