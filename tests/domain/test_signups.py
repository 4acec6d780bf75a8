"""Signing up: who can become what, how long one is asked, and in what order."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import product

import pytest

from domain.signups import (
    ACTIVE,
    MOVES,
    PATIENCE,
    SHORTEST,
    TAKES_SEAT,
    UNKNOWN,
    IllegalMoveError,
    Move,
    Standing,
    after_silence,
    answer_by,
    asked_at,
    free,
    moved,
    outward_after,
)

ZONE = "Asia/Shanghai"
TEN = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
"""Ten in the morning in the village."""


def local(hour: int, minute: int = 0, second: int = 0, *, day: int = 24) -> datetime:
    """A moment of the village's day."""
    return datetime(2026, 11, day, hour, minute, second, tzinfo=UTC) - timedelta(hours=8)


@pytest.mark.parametrize(("move", "standing"), [*product(Move, Standing)])
def test_what_is_over_stays_over_and_only_what_is_offered_is_answered(move: Move, standing: Standing) -> None:
    if standing in MOVES[move]:
        assert standing in ACTIVE or (move, standing) == (Move.LET_IN, Standing.LAPSED), "said a day later"
        assert moved(standing, move) is not standing
    else:
        with pytest.raises(IllegalMoveError):
            moved(standing, move)


def test_only_whoever_waits_is_asked_and_only_whoever_was_asked_is_skipped() -> None:
    assert [one for one in Standing if one in MOVES[Move.OFFER]] == [Standing.WAITING]
    assert [one for one in Standing if one in MOVES[Move.SKIP]] == [Standing.OFFERED]
    assert moved(Standing.OFFERED, Move.SKIP) is Standing.WAITING
    assert {moved(one, Move.CANCEL) for one in ACTIVE} == {Standing.CANCELLED}


@pytest.mark.parametrize("before", [one for one in Standing if one in MOVES[Move.LET_IN]])
def test_whoever_is_let_in_stands_for_others_as_before(before: Standing) -> None:
    assert outward_after(None, before, Move.LET_IN) == before
    assert outward_after(UNKNOWN, before, Move.LET_IN) == UNKNOWN, "who walked in and waits for a chair"


@pytest.mark.parametrize(
    ("outward", "then"),
    [
        *((one, None) for one in (Standing.OFFERED, Standing.WAITING)),
        *((one, one) for one in (UNKNOWN, Standing.CANCELLED, Standing.LAPSED, None)),
    ],
)
def test_a_place_that_is_given_up_is_given_up_for_whoever_knew_of_it(
    outward: str | None, then: str | None
) -> None:
    assert outward_after(outward, Standing.SEATED, Move.CANCEL) == then


@pytest.mark.parametrize(("move", "standing"), [(one, old) for one in Move for old in MOVES[one]])
def test_of_no_other_move_anything_is_kept_from_anybody(move: Move, standing: Standing) -> None:
    assert move is Move.LET_IN or outward_after(None, standing, move) is None


@pytest.mark.parametrize(
    ("seats", "standings", "left"),
    [
        (None, ["seated"] * 500, None),
        (2, [], 2),
        (2, ["seated", "waiting", "cancelled", "lapsed"], 1),
        (2, ["seated", "offered"], 0),
        (2, ["seated"] * 3, 0),
    ],
)
def test_a_seat_that_is_offered_is_kept(seats: int | None, standings: list[str], left: int | None) -> None:
    assert free(seats, standings) == left


def test_those_who_use_a_seat_are_among_those_of_whom_there_is_one() -> None:
    assert {*TAKES_SEAT} < {*ACTIVE}


@pytest.mark.parametrize(
    ("begins_in", "for_so_long"),
    [
        (timedelta(days=3), PATIENCE),
        (timedelta(hours=16), PATIENCE),
        (timedelta(hours=15), timedelta(hours=3, minutes=45)),
        (timedelta(hours=2), timedelta(minutes=30)),
        (timedelta(minutes=40), SHORTEST),
        (timedelta(minutes=20), SHORTEST),
        (timedelta(minutes=10), timedelta(minutes=10)),
        (timedelta(minutes=4), timedelta(minutes=4)),
        (timedelta(0), timedelta(0)),
    ],
)
def test_the_sooner_it_begins_the_shorter_one_is_asked_but_never_after_it(
    begins_in: timedelta, for_so_long: timedelta
) -> None:
    assert answer_by(TEN, TEN + begins_in, ZONE) - TEN == for_so_long


def test_what_has_no_time_is_thought_about_as_long_as_anything() -> None:
    assert answer_by(TEN, None, ZONE) == TEN + PATIENCE


@pytest.mark.parametrize(
    ("asked", "begins", "until"),
    [
        (local(17, 59), local(9, day=27), local(21, 59)),
        (local(18), local(9, day=27), local(7, day=25)),
        (local(21, 59), local(9, day=27), local(10, 59, day=25)),
        (local(21, 59), None, local(10, 59, day=25)),
        (local(21), local(12, day=25), local(9, 45, day=25)),
        (local(21), local(10, day=25), local(9, 15, day=25)),
        (local(21), local(9, day=25), local(0, day=25)),
        (local(21), local(9, 13, 20, day=25), local(9, 3, 20, day=25)),
        (local(21), local(9, 13, 16, day=25), local(0, 3, 19, day=25)),
        (local(23), local(2, day=25), local(23, 45)),
    ],
)
def test_the_night_does_not_count_unless_it_begins_soon_after_it(
    asked: datetime, begins: datetime | None, until: datetime
) -> None:
    assert answer_by(asked, begins, ZONE) == until


@pytest.mark.parametrize(
    ("now", "begins", "asked"),
    [
        (local(10), local(12), local(10)),
        (local(21, 59), local(9, day=25), local(21, 59)),
        (local(22), local(9, day=25), local(7, day=25)),
        (local(23), local(7, 10, day=25), local(7, day=25)),
        (local(23), local(7, 9, day=25), local(23)),
        (local(3), local(6), local(3)),
        (local(3), local(9), local(7)),
    ],
)
def test_nobody_is_woken_for_a_seat_unless_it_would_be_too_late(
    now: datetime, begins: datetime, asked: datetime
) -> None:
    assert asked_at(now, begins, ZONE) == asked


def test_at_night_what_has_no_time_waits_for_the_morning() -> None:
    assert asked_at(local(23), None, ZONE) == local(7, day=25)


def test_the_first_silence_sends_to_the_end_and_the_second_lets_go() -> None:
    assert after_silence(1) is Move.SKIP
    assert after_silence(2) is Move.LAPSE
    assert after_silence(3) is Move.LAPSE
