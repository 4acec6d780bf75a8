"""A time zone in which it is day, for whatever goes by the machine's clock: at night what can wait is kept
for the morning, and a test that is run then would wait for it."""

from __future__ import annotations

from datetime import UTC, datetime


def zone_by_day(now: datetime | None = None) -> str:
    """The name of a zone in which it is between noon and one o'clock."""
    hours = 12 - (now or datetime.now(UTC)).hour
    return f"Etc/GMT{-hours:+d}" if hours else "Etc/GMT"  # the sign is the other way round in these names
