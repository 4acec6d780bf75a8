"""Being away: whole local days, as moments; and how far ahead and how long it may be."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from domain.officetime import midnight

FURTHEST = 200
"""Days from today within which a leave has to begin. A date typed without its year that has just passed
would be nearly a year away, so it is noticed instead of believed."""
LONGEST = 200
"""Days that one leave may last: longer than the longest maternity leave, shorter than such a mistake."""


class Fault(StrEnum):
    """What is wrong with the days somebody wants to be away."""

    PAST = "past"
    FAR = "far"
    BACKWARDS = "backwards"
    LONG = "long"


@dataclass(frozen=True)
class Span:
    """From one moment to another; the second one is outside."""

    starts_at: datetime
    ends_at: datetime


def fault(first: date, last: date | None, today: date) -> Fault | None:
    """What is wrong with these days; `last` is None while it has not been asked for."""
    if first < today:
        return Fault.PAST
    if (first - today).days > FURTHEST:
        return Fault.FAR
    if last is None:
        return None
    if last < first:
        return Fault.BACKWARDS
    return Fault.LONG if (last - first).days >= LONGEST else None


def span(now: datetime, first: date, last: date, zone: str) -> Span:
    """Whole days, the last one included; a leave that begins today begins now."""
    return Span(max(now, midnight(first, zone)), midnight(last + timedelta(days=1), zone))
