"""Being reminded: the evening before and two hours before, never at night and never too late to go."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.night import MORNING, NIGHT
from domain.reminding import LEAST, first, late, moments

ZONE = "Asia/Shanghai"
ZONES = st.sampled_from([ZONE, "Asia/Urumqi", "Asia/Kathmandu", "Europe/Berlin", "America/New_York"])
MOMENTS = st.timedeltas(timedelta(), timedelta(days=366)).map(datetime(2026, 1, 1, tzinfo=UTC).__add__)


def local(hour: int, minute: int = 0, day: int = 26) -> datetime:
    """A moment of the village's days."""
    return datetime(2026, 11, day, hour, minute, tzinfo=UTC) - timedelta(hours=8)


EVENING = local(18, day=25)


@pytest.mark.parametrize(
    ("begins", "shortly"),
    [
        (local(14), local(12)),
        (local(9, 1), local(7, 1)),
        (local(9), local(7)),
        (local(8, 59), local(7)),
        (local(8), local(7)),
        (local(7, 30), local(7)),
        (local(7, 29), None),
        (local(7), None),
        (local(6), None),
        (local(0, 0), None),
        (local(23, 59), local(21, 59)),
        (local(20), local(18)),
    ],
)
def test_two_hours_before_or_when_people_are_up_if_they_can_still_get_there(
    begins: datetime, shortly: datetime | None
) -> None:
    assert moments(begins, ZONE) == [one for one in (EVENING, shortly) if one is not None]


def test_what_begins_shortly_after_midnight_is_reminded_of_in_the_evening() -> None:
    assert moments(local(0, 30), ZONE) == [EVENING]


@pytest.mark.parametrize(
    ("now", "next_"),
    [
        (local(9, day=20), EVENING),
        (local(17, 59, day=25), EVENING),
        (EVENING, local(12)),
        (local(11, 59), local(12)),
        (local(12), None),
        (local(15), None),
    ],
)
def test_whoever_comes_later_is_reminded_of_what_is_left(now: datetime, next_: datetime | None) -> None:
    assert first(local(14), now, ZONE) == next_


@pytest.mark.parametrize(
    ("begins", "now", "told"),
    [
        (local(14), local(13, 59), local(13, 59)),
        (local(14), local(14), None),
        (local(14), local(15), None),
        (local(9), local(23, day=25), local(7)),
        (local(9), local(6, 59), local(7)),
        (local(7), local(6, 59), None),
        (local(7, 1), local(6, 59), local(7)),
        (local(23, 30), local(22), None),
    ],
)
def test_after_a_standstill_they_are_told_late_but_not_at_night_and_not_after_it_began(
    begins: datetime, now: datetime, told: datetime | None
) -> None:
    assert late(begins, now, ZONE) == told


@given(begins=MOMENTS, zone=ZONES)
def test_nobody_is_woken_reminded_three_times_or_too_late(begins: datetime, zone: str) -> None:
    found = moments(begins, zone)
    assert 1 <= len(found) <= 2
    assert found == sorted({*found})
    for one in found:
        assert MORNING <= one.astimezone(ZoneInfo(zone)).time() < NIGHT
        assert one <= begins - LEAST


@given(begins=MOMENTS, zone=ZONES, before=st.timedeltas(timedelta(), timedelta(days=3)))
def test_the_next_is_always_later_and_before_it_begins(
    begins: datetime, zone: str, before: timedelta
) -> None:
    now = begins - before
    next_ = first(begins, now, zone)
    assert next_ is None or now < next_ < begins
    at = late(begins, now, zone)
    assert at is None or now <= at < begins
