"""Being there: when one can check in, how much of a course is enough, when one is asked how it was."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from domain.activities import Session
from domain.attendance import (
    AFTER,
    BEFORE,
    asked_at,
    can_be_marked,
    can_be_read,
    digits,
    enough,
    is_open,
    now_or_next,
)

ZONE = "Asia/Shanghai"
NINE = datetime(2026, 12, 1, 1, 0, tzinfo=UTC)
COURSE = Session(starts_at=NINE, ends_at=NINE + timedelta(hours=2))
MOMENT = timedelta(microseconds=1)


def test_one_checks_in_from_an_hour_before_until_an_hour_after() -> None:
    first, last = COURSE.starts_at - BEFORE, COURSE.ends_at + AFTER
    assert [is_open(COURSE, at) for at in (first - MOMENT, first, NINE, last - MOMENT, last)] == [
        False,
        True,
        True,
        True,
        False,
    ]


def test_an_officer_writes_it_down_from_then_on_and_ever_after() -> None:
    first = COURSE.starts_at - BEFORE
    assert not can_be_marked(COURSE, first - MOMENT)
    assert can_be_marked(COURSE, first)
    assert can_be_marked(COURSE, NINE + timedelta(days=90))


@pytest.mark.parametrize(
    ("attended", "sessions", "is_enough"),
    [
        (0, 0, False),
        (0, 1, False),
        (1, 1, True),
        (1, 2, False),
        (2, 2, True),
        (1, 3, False),
        (2, 3, True),
        (3, 5, False),
        (4, 5, True),
        (19, 30, False),
        (20, 30, True),
    ],
)
def test_two_thirds_are_enough(attended: int, sessions: int, is_enough: bool) -> None:
    assert enough(attended, sessions) is is_enough


def test_digits_are_four_and_always_the_same() -> None:
    codes = [f"code{number}" for number in range(300)]
    assert {len(digits(code)) for code in codes} == {4}
    assert all(digits(code).isdecimal() and digits(code) == digits(code) for code in codes)
    assert len({digits(code) for code in codes}) > 250


def local(hour: int, minute: int = 0, day: int = 1) -> datetime:
    """A moment of the village's day."""
    return datetime(2026, 12, day, hour, minute, tzinfo=UTC) - timedelta(hours=8)


@pytest.mark.parametrize(
    ("ends", "known", "asked"),
    [
        (local(11), local(9), local(11, 30)),
        (local(11), local(11, 30), local(11, 30)),
        (local(11), local(11, 31), local(11, 31)),
        (local(11), local(15, day=9), local(15, day=9)),
        (local(21, 29), local(21), local(21, 59)),
        (local(21, 30), local(21), local(7, day=2)),
        (local(11), local(23), local(7, day=2)),
    ],
)
def test_one_is_asked_half_an_hour_later_and_never_at_night(
    ends: datetime, known: datetime, asked: datetime
) -> None:
    assert asked_at(ends, known, ZONE) == asked


@pytest.mark.parametrize(("count", "read"), [(0, False), (2, False), (3, True), (30, True)])
def test_fewer_than_three_would_be_known(count: int, *, read: bool) -> None:
    assert can_be_read(count) is read


def test_a_course_opens_at_the_session_that_is_on_or_comes_next() -> None:
    days = [timedelta(days=number) for number in range(3)]
    held = [Session(starts_at=COURSE.starts_at + day, ends_at=COURSE.ends_at + day) for day in days]
    for at, expected in (
        (NINE - timedelta(days=9), 0),
        (NINE, 0),
        (COURSE.ends_at + AFTER - MOMENT, 0),
        (COURSE.ends_at + AFTER, 1),
        (held[2].ends_at + AFTER, 2),
        (NINE + timedelta(days=90), 2),
    ):
        assert now_or_next(held, at) == expected
    assert now_or_next([], NINE) == 0
