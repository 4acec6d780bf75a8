"""When a room can be used: the same hours from day to day."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from itertools import pairwise
from typing import Self
from zoneinfo import ZoneInfo

from pydantic import Field, model_validator

from domain.messages import Value

MOST_SPANS = 8
"""Times of a room on one day."""
Span = tuple[time, time]
WORKDAYS = tuple(range(5))


class Hours(Value):
    """The spans of local time into which each of a room's weekdays (0 for Monday) is divided: each can be
    booked on its own."""

    spans: tuple[Span, ...] = Field(min_length=1, max_length=MOST_SPANS)
    days: tuple[int, ...] = tuple(range(7))

    @model_validator(mode="after")
    def _one_after_the_other(self) -> Self:
        if any(begin >= end for begin, end in self.spans):
            raise ValueError("a span ends after it begins")
        if any(later[0] < earlier[1] for earlier, later in pairwise(self.spans)):
            raise ValueError("spans follow one another")
        if not self.days or not {*self.days} <= {*range(7)}:
            raise ValueError("weekdays are 0 to 6")
        return self

    def on(self, day: date, zone: str) -> list[tuple[datetime, datetime]]:
        """From when to when it can be booked on a day; nothing on a weekday that is not one of its own."""
        there = ZoneInfo(zone)
        moments = [[datetime.combine(day, at, there).astimezone(UTC) for at in span] for span in self.spans]
        return [(begin, end) for begin, end in moments] if day.weekday() in self.days else []
