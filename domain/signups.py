"""Signing up: who has a seat, who waits, and how a seat that is free again is offered to the next.

The waiting list is a line: a person keeps their number in it (`place`), the lowest is asked next. Whoever
does not answer goes to its end once, and is let go the second time, with a word.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from enum import StrEnum

from domain.night import MORNING, NIGHT, awake

PATIENCE = timedelta(hours=4)
"""How long whoever is next may think about it, if there is that much time."""
SHORTEST = timedelta(minutes=10)
"""So much time they always have, until it begins."""
PART = 4
"""Of the time that is left until it begins, the part that one of those who wait may use: others want it."""
SLEEP = timedelta(hours=24 - NIGHT.hour + MORNING.hour)
"""How long people sleep."""
MOST_SKIPS = 2
"""Whoever has not answered so often does not wait any more."""


class Standing(StrEnum):
    """How somebody stands: with a seat, asked whether they take one, waiting; or not any more, because they
    or the organiser called it off, because they did not answer, or because what they had borrowed is back."""

    SEATED = "seated"
    OFFERED = "offered"
    WAITING = "waiting"
    CANCELLED = "cancelled"
    LAPSED = "lapsed"
    RETURNED = "returned"


ACTIVE = (Standing.SEATED, Standing.OFFERED, Standing.WAITING)
"""Those of whom there is one only for each person."""
TAKES_SEAT = (Standing.SEATED, Standing.OFFERED)
"""Those that use a seat: one that is offered is kept for whoever is asked."""


UNKNOWN = "unknown"
"""How whoever walks in stands as far as others know: they have heard of no place. Who came is the business of
the person and of whoever keeps the list, and a seat that is given at the door would tell it."""


class Move(StrEnum):
    """What happens to somebody's place."""

    OFFER = "offer"
    SEAT = "seat"
    LET_IN = "let-in"
    SKIP = "skip"
    LAPSE = "lapse"
    CANCEL = "cancel"
    RETURN = "return"


MOVES: dict[Move, dict[Standing, Standing]] = {
    Move.OFFER: {Standing.WAITING: Standing.OFFERED},
    Move.SEAT: {Standing.OFFERED: Standing.SEATED, Standing.WAITING: Standing.SEATED},
    Move.LET_IN: dict.fromkeys((Standing.OFFERED, Standing.WAITING, Standing.LAPSED), Standing.SEATED),
    Move.SKIP: {Standing.OFFERED: Standing.WAITING},
    Move.LAPSE: {Standing.OFFERED: Standing.LAPSED, Standing.WAITING: Standing.LAPSED},
    Move.RETURN: {Standing.SEATED: Standing.RETURNED},
    Move.CANCEL: dict.fromkeys(ACTIVE, Standing.CANCELLED),
}


class IllegalMoveError(ValueError):
    """This cannot happen as things stand."""


def moved(standing: Standing, move: Move) -> Standing:
    """How somebody stands afterwards. Raises IllegalMoveError."""
    try:
        return MOVES[move][standing]
    except KeyError as error:
        raise IllegalMoveError(f"{move} from {standing}") from error


def outward_after(outward: str | None, before: Standing, move: Move) -> str | None:
    """How somebody stands as far as others know (None: as they do) after a move from how they stood before:
    who is let in at the door as before, until their place is given up for all to know."""
    if move is Move.LET_IN:
        return outward or before
    return None if outward in ACTIVE else outward


def free(seats: int | None, standings: Iterable[str]) -> int | None:
    """How many seats nobody has and nobody is asked about; None when there is no limit."""
    if seats is None:
        return None
    return max(0, seats - sum(one in TAKES_SEAT for one in standings))


def asked_at(now: datetime, starts_at: datetime | None, zone: str) -> datetime:
    """When somebody is asked who is next: at once, or in the morning if it begins later than that by the
    shortest time there is to answer."""
    morning = awake(now, zone)
    return morning if starts_at is None or morning + SHORTEST <= starts_at else now


def answer_by(asked: datetime, starts_at: datetime | None, zone: str) -> datetime:
    """Until when the seat is kept for them: four hours, less if it begins soon, and not longer than until
    then. The night does not count, if there is time for another to be asked after it."""
    if starts_at is None:
        return _by_day(asked, asked + PATIENCE, zone)
    spared = min(PATIENCE, (starts_at - asked) / PART)
    until = min(max(starts_at, asked), asked + max(SHORTEST, spared))
    by_day = _by_day(asked, until, zone)
    return by_day if by_day + SHORTEST <= starts_at else until


def _by_day(asked: datetime, until: datetime, zone: str) -> datetime:
    """The same moment, later by the night if that begins meanwhile; unless one is asked at night."""
    asleep = awake(asked, zone) != asked or awake(until, zone) == until
    return until if asleep else until + SLEEP


def after_silence(skips: int) -> Move:
    """What happens to whoever has not answered so many times, the last one included."""
    return Move.SKIP if skips < MOST_SKIPS else Move.LAPSE


def of_person(person_id: int) -> str:
    """How a person of the roster is called on every list ("p:17")."""
    return f"p:{person_id}"


CENTER = "c:"
"""How the subject of a place begins that the center keeps for itself (services/withholding.py)."""
GONE = ":gone"
"""How the subject of such a place ends if what it stands for cannot be found any more."""


def of_account(account_id: int) -> str:
    """How whoever has signed up themself is called while the roster does not know them ("a:5")."""
    return f"a:{account_id}"
