"""Market and job information: short posts by topic, each until a day."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

LONGEST = 500
"""Characters of one post. It is read in a moment, or it is a notice."""
LONGEST_DAYS = 92
"""Days ahead that its last day may be: a season. The outbox remembers for longer who has it, so that all of
them hear when it changes."""
READY = (3, 7, 30)
"""Days ahead that are offered as its last: a price, a job, something to be had for some time."""


class Fault(StrEnum):
    """What is wrong with the last day somebody wants for a post."""

    PAST = "past"
    FAR = "far"


def fault(ends_on: date, today: date) -> Fault | None:
    """What is wrong with a last day, as seen on this day; the day itself is part of it."""
    if ends_on < today:
        return Fault.PAST
    return Fault.FAR if ends_on - today > timedelta(days=LONGEST_DAYS) else None
