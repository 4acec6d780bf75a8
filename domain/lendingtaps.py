"""What the buttons about what is lent and about rooms mean."""

from __future__ import annotations

from dataclasses import dataclass

from domain.tap import Tap

SELF, OTHER, VILLAGE = 0, 1, 2
"""For whom a room is booked: whoever taps, somebody else, or the village itself."""


@dataclass(frozen=True)
class LoanDo(Tap, code="lon"):
    """Something about a loan. For its keeper: open, hand, back, broken, gone (lost), away (look at what is
    broken or lost), missing (it cannot be found), mended (it can be lent again); for whoever borrows: renew,
    say-today, say-tomorrow and say-lost."""

    action: str
    signup_id: int


@dataclass(frozen=True)
class LoanDesk(Tap, code="lds"):
    """A page of who has what, for whoever keeps it."""

    activity_id: int
    page: int


@dataclass(frozen=True)
class BookDays(Tap, code="bkd"):
    """The days on which a room can be booked, a week at a time (0 for this one)."""

    activity_id: int
    whose: int
    week: int


@dataclass(frozen=True)
class BookTimes(Tap, code="bkt"):
    """The times of a room on a day ("2026-12-03")."""

    activity_id: int
    whose: int
    day: str
    page: int


@dataclass(frozen=True)
class BookTake(Tap, code="bkv"):
    """The village needs a room itself: at this time (take, which asks if somebody has it; take-sure), on the
    whole day of this time (day-sure), or does not after all (free)."""

    action: str
    slot_id: int


@dataclass(frozen=True)
class BookTakeDay(Tap, code="bky"):
    """The village needs a room on a whole day."""

    activity_id: int
    day: str


@dataclass(frozen=True)
class BookInstead(Tap, code="bki"):
    """Another time for whoever had booked one that the village needs itself."""

    signup_id: int
    slot_id: int


@dataclass(frozen=True)
class BookWhat(Tap, code="bkw"):
    """Say what one wants a room for."""

    signup_id: int
