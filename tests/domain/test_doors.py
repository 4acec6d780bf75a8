"""Doors: who is asked to go, in which order, how long things take; each household is in one place."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.doors import (
    NOT_YET,
    PENDING,
    Door,
    Goer,
    Standing,
    may_be_asked,
    neighbours_first,
    pace,
    part_of_day,
    standing,
)
from domain.tasks import ASKS_A_WEEK
from domain.volunteers import Part, Profile, slot

ZONE = "Asia/Shanghai"
TUESDAY = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
"""Ten in the morning there."""
HERE, THERE = 1, 2


def goer(number: int = 1, *, village: int | None = HERE, asked: int = 0, **offers: object) -> Goer:
    """A volunteer."""
    return Goer(number, village, Profile.model_validate(offers), asked)


def clerk(number: int = 1, *, village: int | None = HERE, asked: int = 0) -> Goer:
    """Somebody with an office."""
    return Goer(number, village, None, asked)


def asked(one: Goer, *, urgent: bool = False, village: int | None = HERE) -> bool:
    """Whether they are asked now."""
    return may_be_asked(one, village, TUESDAY, ZONE, urgent=urgent)


def order(*goers: Goer, village: int | None = HERE) -> list[int]:
    """Who is asked, in which order."""
    return [one.id for one in neighbours_first(goers, village, TUESDAY, ZONE, urgent=False)]


@pytest.mark.parametrize(
    ("hour", "minute", "part"),
    [
        (0, 0, Part.MORNING),
        (12, 59, Part.MORNING),
        (13, 0, Part.AFTERNOON),
        (17, 59, Part.AFTERNOON),
        (18, 0, Part.EVENING),
        (23, 59, Part.EVENING),
    ],
)
def test_the_part_of_the_day_goes_by_the_clock_there(hour: int, minute: int, part: Part) -> None:
    local = datetime(2026, 11, 24, hour, minute, tzinfo=UTC) - timedelta(hours=8)
    assert part_of_day(local, ZONE) is part


@pytest.mark.parametrize(
    ("times", "may"), [(ASKS_A_WEEK - 1, True), (ASKS_A_WEEK, False), (ASKS_A_WEEK + 1, False)]
)
def test_a_volunteer_is_asked_no_more_than_is_fair_unless_it_is_urgent(times: int, may: bool) -> None:
    assert asked(goer(asked=times)) is may
    assert asked(goer(asked=times), urgent=True)
    assert asked(clerk(asked=times)), "it is their work"


def test_a_volunteer_who_is_not_free_now_is_asked_only_when_it_is_urgent() -> None:
    free, busy = slot(1, Part.MORNING), slot(1, Part.AFTERNOON)
    assert asked(goer(times=(free,)))
    assert not asked(goer(times=(busy,)))
    assert asked(goer(times=(busy,)), urgent=True)


def test_nobody_is_sent_where_they_do_not_go_however_urgent() -> None:
    elsewhere = goer(villages=(THERE,))
    assert not asked(elsewhere)
    assert not asked(elsewhere, urgent=True)
    assert asked(elsewhere, village=THERE)
    assert asked(elsewhere, village=None), "to one nobody knows everybody goes"


def test_neighbours_are_asked_first_then_whoever_was_asked_least_then_the_office() -> None:
    found = order(
        clerk(1, village=THERE),
        goer(2, village=THERE),
        clerk(3),
        goer(4, asked=1),
        goer(5),
        goer(6, village=None),
        goer(7, asked=ASKS_A_WEEK),
    )
    assert found == [5, 4, 3, 2, 6, 1]


def test_nobody_is_a_neighbour_of_the_households_in_no_village() -> None:
    assert order(goer(2, village=None), goer(1, village=HERE), village=None) == [1, 2]


def test_what_is_urgent_takes_less_of_everything() -> None:
    calm, urgent = pace(urgent=False), pace(urgent=True)
    for name in ("pause", "short", "again", "patience"):
        assert timedelta(0) < getattr(urgent, name) < getattr(calm, name)
    for one in (calm, urgent):
        assert all(a < b for a, b in pairwise([one.pause, one.short, one.patience]))


doors = st.one_of(st.none(), st.sampled_from([one.value for one in Door]))


@given(st.booleans(), doors, st.booleans())
def test_a_household_is_in_one_place_and_whoever_has_read_it_is_there(
    read: bool, door: str | None, spared: bool
) -> None:
    found = standing(read=read, door=door, spared=spared)
    assert (found is Standing.READ) == read
    if not read:
        assert (found in NOT_YET) == (door in PENDING if door is not None else not spared)


@pytest.mark.parametrize("door", list(Door))
def test_what_became_of_a_door_counts_before_what_they_wish(door: Door) -> None:
    assert standing(read=False, door=door, spared=True) == door


def test_without_a_door_a_household_waits_unless_it_wants_to_be_spared() -> None:
    assert standing(read=False, door=None, spared=False) is Standing.WAITING
    assert standing(read=False, door=None, spared=True) is Standing.SPARED
