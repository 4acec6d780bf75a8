"""Being there: when one can check in, how much of a course is enough, and when one is asked how it was."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from zlib import crc32

from domain.activities import Session
from domain.night import awake

BEFORE = timedelta(hours=1)
"""So long before it begins one can check in,"""
AFTER = timedelta(hours=1)
"""and so long after it is over: some think of it on their way home."""
ASKED_AFTER = timedelta(minutes=30)
"""So long after the last session people are asked how it was."""
VERDICTS = ("good", "fair", "poor")
"""What they can say."""
FEWEST = 3
"""So many have to have said something before anybody reads it: of fewer one would know who it was."""
LONGEST_REMARK = 500
"""Characters of what they add in words."""

WORDS_LAST = timedelta(days=730)
"""So long after an activity is over its words are kept: it comes round once a year, and whoever plans the
next but one can still read them. Nobody changes anything for what was said before that."""


def is_open(session: Session, now: datetime) -> bool:
    """Whether one can check in at the place."""
    return session.starts_at - BEFORE <= now < session.ends_at + AFTER


def can_be_marked(session: Session, now: datetime) -> bool:
    """Whether an officer can write down who came: from the moment that people can, and ever after."""
    return session.starts_at - BEFORE <= now


def digits(code: str) -> str:
    """The four digits that stand below a place's QR code, for whoever has no camera. They are short enough to
    be guessed, and good for an hour and for people with a seat only."""
    return f"{crc32(code.encode()) % 10_000:04}"


def enough(attended: int, sessions: int) -> bool:
    """Whether somebody was at so much of a course that they are given its certificate: two thirds of it."""
    return sessions > 0 and attended * 3 >= sessions * 2


def asked_at(ends_at: datetime, now: datetime, zone: str) -> datetime:
    """When somebody is asked how it was, of whom one knows since now that they were there."""
    return awake(max(ends_at + ASKED_AFTER, now), zone)


def can_be_read(count: int) -> bool:
    """Whether so many have said something that nobody is known by it."""
    return count >= FEWEST


def now_or_next(sessions: Sequence[Session], now: datetime) -> int:
    """Which of these is on or comes next, by its place among them; the last if all are over."""
    ahead = (index for index, one in enumerate(sessions) if now < one.ends_at + AFTER)
    return next(ahead, max(0, len(sessions) - 1))
