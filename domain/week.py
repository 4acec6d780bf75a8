"""Opening times as people write them: a week of days, each with spans such as "08:30-12:00"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import time
from itertools import pairwise
from typing import Annotated, Any

from pydantic import BeforeValidator

from domain.catalogue import Frozen
from domain.officetime import OfficeHours, Span

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
USUAL_DAY = ("08:30-12:00", "14:30-18:00")

_SPAN = re.compile(r"(\d{1,2}):(\d{2})\s*[-–—~至]\s*(\d{1,2}):(\d{2})")


def _span(text: str) -> Span:
    match = _SPAN.fullmatch(text.strip())
    if match is None:
        raise ValueError(f'{text!r} is not a span of time: write it as "08:30-12:00"')
    try:
        opens, closes = time(int(match[1]), int(match[2])), time(int(match[3]), int(match[4]))
    except ValueError:
        raise ValueError(f"{text!r} has an hour past 23 or a minute past 59") from None
    if opens >= closes:
        raise ValueError(f"{text!r} ends before it begins")
    return opens, closes


def _spans(texts: Iterable[str]) -> tuple[Span, ...]:
    spans = tuple(_span(text) for text in texts)
    if any(later[0] < earlier[1] for earlier, later in pairwise(spans)):
        raise ValueError("the spans of a day must follow one another")
    return spans


def _day(value: Any) -> Any:
    if isinstance(value, (list, tuple)) and all(isinstance(one, str) for one in value):
        _spans(value)
    return value


Day = Annotated[tuple[str, ...], BeforeValidator(_day)]


class Week(Frozen):
    """Opening times by weekday; a day without any is closed."""

    monday: Day = USUAL_DAY
    tuesday: Day = USUAL_DAY
    wednesday: Day = USUAL_DAY
    thursday: Day = USUAL_DAY
    friday: Day = USUAL_DAY
    saturday: Day = ()
    sunday: Day = ()

    @property
    def ever_open(self) -> bool:
        """Whether any day has opening times."""
        return any(getattr(self, day) for day in WEEKDAYS)

    def changed_by(self, other: Week | None) -> Week:
        """This week with the days that the other one names."""
        named = other.model_fields_set if other else set()
        return self.model_copy(update={day: getattr(other, day) for day in named})

    def hours(self, zone: str) -> OfficeHours:
        """The same week as the calendar counts it."""
        return OfficeHours(tuple(_spans(getattr(self, day)) for day in WEEKDAYS), zone)
