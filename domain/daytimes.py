"""Choosing one of many times in steps, few choices at a time: the day, the part of the day, the hour, and
then the time itself. A step that would leave no choice, or one for each time, is left out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Self
from zoneinfo import ZoneInfo

from domain.volunteers import Part

MOST = 5
"""So many times can be chosen from without steps."""
NOON, EVENING = 12, 18
"""The hours with which the afternoon and the evening begin, as a clock is read."""


@dataclass(frozen=True)
class Step:
    """How far somebody has come in choosing, and which page of what is left they look at."""

    day: date | None = None
    part: Part | None = None
    hour: int | None = None
    page: int = 0

    def pack(self) -> str:
        """As a button carries it: "20261203.0.8.1"; what has not been chosen is empty."""
        day = f"{self.day:%Y%m%d}" if self.day else ""
        part = "" if self.part is None else str(int(self.part))
        return f"{day}.{part}.{'' if self.hour is None else self.hour}.{self.page}"

    @classmethod
    def read(cls, packed: str) -> Self:
        """The step that a button carries. Raises ValueError for what is none."""
        day, part, hour, page = packed.split(".")
        return cls(
            day=date.fromisoformat(day) if day else None,
            part=Part(int(part)) if part else None,
            hour=int(hour) if hour else None,
            page=int(page),
        )

    @property
    def before(self) -> Step | None:
        """The step before this one; None for the first."""
        if self.hour is not None:
            return Step(self.day, self.part)
        if self.part is not None:
            return Step(self.day)
        return Step() if self.day is not None else None

    def holds(self, at: datetime, zone: str) -> bool:
        """Whether a time is among those that are left."""
        local = at.astimezone(ZoneInfo(zone))
        return (
            self.day in (None, local.date())
            and self.part in (None, _part(local))
            and self.hour in (None, local.hour)
        )


def fork(step: Step, times: Sequence[datetime], zone: str) -> list[Step]:
    """Where one can go from a step, in the order of the times that it holds; nowhere when they are so few, or
    so far apart, that they are chosen from at once."""
    left = [one for one in times if step.holds(one, zone)]
    if len(left) <= MOST:
        return []
    start = replace(step, page=0)
    days = _ways(left, lambda at: replace(start, day=at.astimezone(ZoneInfo(zone)).date()))
    parts = _ways(left, lambda at: replace(start, part=_part(at.astimezone(ZoneInfo(zone)))))
    hours = _ways(left, lambda at: replace(start, hour=at.astimezone(ZoneInfo(zone)).hour))
    if len(days) > 1:
        return days
    if len(parts) > 1 and len(hours) > MOST:
        return parts
    return hours if 1 < len(hours) < len(left) else []


def _part(local: datetime) -> Part:
    return Part.MORNING if local.hour < NOON else Part.AFTERNOON if local.hour < EVENING else Part.EVENING


def _ways(times: Sequence[datetime], way: Callable[[datetime], Step]) -> list[Step]:
    return list(dict.fromkeys(map(way, sorted(times))))
