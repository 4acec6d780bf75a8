"""Tests of the whole program are told by day, at whatever hour they are run."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from tests.daylight import zone_by_day


@pytest.mark.parametrize("hour", range(24))
def test_there_is_a_zone_in_which_it_is_noon(hour: int) -> None:
    now = datetime(2026, 11, 26, hour, 59, tzinfo=UTC)
    assert now.astimezone(ZoneInfo(zone_by_day(now))).hour == 12
