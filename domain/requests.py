"""The life of a service request: the table of moves, numbers that can be said, and when it is due."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

CLOSES_AFTER = timedelta(days=3)
"""A finished request nobody answers for closes by itself after this long."""
REOPENS_FOR = timedelta(days=14)
"""A closed request can be reopened for this long."""
STORY_LIMIT = 3000
"""Characters of one story or message that are passed on in one piece."""
REASON_LIMIT = 500
FIRST_SERIAL = 100


class Status(StrEnum):
    """Where a request is in its life."""

    SUBMITTED = "submitted"
    ASSIGNED = "assigned"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    CLOSED = "closed"
    RETURNED = "returned"
    TRANSFERRED = "transferred"
    CANCELLED = "cancelled"
    DECLINED = "declined"
    REOPENED = "reopened"


class Side(StrEnum):
    """Who may make a move: the asker, the holder, somebody it is offered to, or the clock."""

    ASKER = "asker"
    HOLDER = "holder"
    TAKER = "taker"
    CLOCK = "clock"


class Action(StrEnum):
    """What somebody does to a request."""

    TAKE = "take"
    START = "start"
    RETURN = "return"
    TRANSFER = "transfer"
    DECLINE = "decline"
    FINISH = "finish"
    CONFIRM = "confirm"
    REFUSE = "refuse"
    REOPEN = "reopen"
    CANCEL = "cancel"
    CLOSE = "close"
    LAPSE = "lapse"
    EXCLUDE = "exclude"
    """Take it away from a holder whom it is about."""
    HAND_OVER = "hand_over"


@dataclass(frozen=True)
class Move:
    """A row of the table of moves."""

    sources: frozenset[Status]
    target: Status
    side: Side
    needs_reason: bool = False
    by_clock: bool = False
    """Whether the clock may make it too."""


class IllegalMoveError(ValueError):
    """This cannot be done to a request in this state."""


_WAITING = frozenset({Status.SUBMITTED, Status.RETURNED, Status.TRANSFERRED, Status.REOPENED})
_HELD = frozenset({Status.ASSIGNED, Status.IN_PROGRESS, Status.REOPENED})
OPEN = _WAITING | _HELD

MOVES: dict[Action, Move] = {
    Action.TAKE: Move(_WAITING, Status.ASSIGNED, Side.TAKER),
    Action.START: Move(frozenset({Status.ASSIGNED, Status.REOPENED}), Status.IN_PROGRESS, Side.HOLDER),
    Action.RETURN: Move(_HELD, Status.RETURNED, Side.HOLDER, needs_reason=True),
    Action.TRANSFER: Move(_HELD, Status.TRANSFERRED, Side.HOLDER, needs_reason=True),
    Action.DECLINE: Move(_HELD, Status.DECLINED, Side.HOLDER, needs_reason=True),
    Action.FINISH: Move(_HELD, Status.DONE, Side.HOLDER),
    Action.CONFIRM: Move(frozenset({Status.DONE}), Status.CLOSED, Side.ASKER),
    Action.REFUSE: Move(frozenset({Status.DONE}), Status.REOPENED, Side.ASKER),
    Action.REOPEN: Move(frozenset({Status.CLOSED, Status.DECLINED}), Status.REOPENED, Side.ASKER),
    Action.CANCEL: Move(OPEN, Status.CANCELLED, Side.ASKER),
    Action.CLOSE: Move(frozenset({Status.DONE}), Status.CLOSED, Side.CLOCK),
    Action.LAPSE: Move(_HELD, Status.RETURNED, Side.CLOCK),
    Action.EXCLUDE: Move(_HELD, Status.RETURNED, Side.ASKER),
    Action.HAND_OVER: Move(_HELD, Status.RETURNED, Side.HOLDER, by_clock=True),
}


def target(action: Action, status: Status) -> Status:
    """The state this action leads to. Raises IllegalMoveError when it is not allowed from here."""
    move = MOVES[action]
    if status not in move.sources:
        raise IllegalMoveError(f"{action} from {status}")
    return move.target


def rises(action: Action, refusals: int) -> bool:
    """Whether a reopened request goes one step up instead of back to its holder.

    The first "not done" goes back to whoever had it; the second, and any objection to a refusal
    ("declined"), goes one step higher.
    """
    return action is Action.REFUSE and refusals >= 2


# The Damm algorithm's quasigroup: it catches every single wrong digit and every swap of neighbours
# (H. M. Damm, "Total anti-symmetrische Quasigruppen", 2004).
_DAMM = (
    (0, 3, 1, 7, 5, 9, 8, 6, 4, 2),
    (7, 0, 9, 2, 1, 5, 4, 8, 6, 3),
    (4, 2, 0, 6, 8, 7, 1, 3, 5, 9),
    (1, 7, 5, 0, 9, 8, 3, 4, 2, 6),
    (6, 1, 2, 3, 0, 4, 5, 9, 7, 8),
    (3, 6, 7, 4, 2, 0, 9, 5, 8, 1),
    (5, 8, 6, 9, 7, 2, 0, 1, 3, 4),
    (8, 9, 4, 5, 3, 6, 2, 0, 1, 7),
    (9, 4, 3, 8, 6, 1, 7, 2, 0, 5),
    (2, 5, 8, 1, 4, 3, 6, 7, 9, 0),
)


def _check_digit(digits: Iterable[str]) -> int:
    check = 0
    for digit in digits:
        check = _DAMM[check][int(digit)]
    return check


def number(serial: int) -> str:
    """The request's number: the center's serial and a check digit, so that a misheard digit is noticed."""
    return f"{serial}{_check_digit(str(serial))}"


def heard(spoken: str) -> str | None:
    """The number in what somebody typed or said, if its check digit is right."""
    digits = "".join(str(int(ch)) for ch in spoken if ch.isdecimal())
    return digits if len(digits) >= 4 and _check_digit(digits) == 0 else None
