"""When people sleep."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.night import awake, before_dawn

ZONE = "Asia/Shanghai"
NOW = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("at", "until"),
    [
        ("2026-11-24T13:59:59+00:00", None),
        ("2026-11-24T14:00:00+00:00", "2026-11-24T23:00:00+00:00"),
        ("2026-11-24T16:30:00+00:00", "2026-11-24T23:00:00+00:00"),
        ("2026-11-24T22:59:59+00:00", "2026-11-24T23:00:00+00:00"),
        ("2026-11-24T23:00:00+00:00", None),
    ],
)
def test_the_night_is_from_ten_to_seven(at: str, until: str | None) -> None:
    moment = datetime.fromisoformat(at)
    assert awake(moment, ZONE) == (datetime.fromisoformat(until) if until else moment)


def test_it_may_begin_earlier_for_some_things() -> None:
    at = datetime(2026, 11, 24, 13, 0, tzinfo=UTC)
    assert awake(at, ZONE) == at
    assert awake(at, ZONE, night=time(21)) == datetime(2026, 11, 24, 23, 0, tzinfo=UTC)


@given(
    st.integers(0, 366 * 24 * 60).map(lambda minutes: NOW + timedelta(minutes=minutes)),
    st.sampled_from([ZONE, "Asia/Urumqi", "Europe/London"]),
)
def test_nobody_is_ever_woken_and_nothing_is_put_off_for_more_than_a_night(at: datetime, zone: str) -> None:
    morning = awake(at, zone)
    assert awake(morning, zone) == morning
    assert 0 <= (morning - at).total_seconds() <= 10 * 3600


@pytest.mark.parametrize(
    ("clock", "early"), [("00:00", True), ("02:30", True), ("04:59", True), ("05:00", False)]
)
def test_the_small_hours_end_at_five_in_the_village(clock: str, early: bool) -> None:
    at = datetime.fromisoformat(f"2026-12-05T{clock}:00+08:00")
    assert before_dawn(at, "Asia/Shanghai") is early
