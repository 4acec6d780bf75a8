"""The demo's clock: whoever looks at night sees the village by day."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from bot.demo.clock import ZONE, Clock, ahead


@pytest.mark.parametrize(
    ("machine", "begins"),
    [
        ("11-26 08:00", "11-26 08:00"),
        ("11-26 15:59", "11-26 15:59"),
        ("11-26 16:00", "11-27 10:00"),
        ("11-26 23:59", "11-27 10:00"),
        ("11-27 00:00", "11-27 10:00"),
        ("11-27 07:59", "11-27 10:00"),
        ("12-31 21:06", "01-01 10:00"),
    ],
)
def test_by_day_it_is_the_machines_and_else_ten_the_next_time_it_is(machine: str, begins: str) -> None:
    there = datetime.strptime(f"2026-{machine}", "%Y-%m-%d %H:%M").replace(tzinfo=ZONE)
    found = there.astimezone(UTC) + ahead(there.astimezone(UTC))
    assert f"{found.astimezone(ZONE):%m-%d %H:%M}" == begins


def test_it_goes_on_from_whatever_moment_it_is_set_to() -> None:
    with time_machine.travel(datetime(2026, 11, 26, 13, 6, tzinfo=UTC), tick=False) as machine:
        clock = Clock()
        assert clock.now() == datetime(2026, 11, 27, 10, tzinfo=ZONE)
        machine.shift(timedelta(minutes=5))
        assert clock.now() == datetime(2026, 11, 27, 10, 5, tzinfo=ZONE)
        clock.set(datetime(2026, 12, 1, 9, tzinfo=ZONE))
        machine.shift(timedelta(seconds=1))
        assert clock.now() == datetime(2026, 12, 1, 9, 0, 1, tzinfo=ZONE)
