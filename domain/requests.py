"""The life of a service request: the table of moves, numbers that can be said, and when it is due."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from domain.checkdigits import check_digit

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


def number(serial: int) -> str:
    """The request's number: the center's serial and a check digit, so that a misheard digit is noticed."""
    return f"{serial}{check_digit(str(serial))}"


def heard(spoken: str) -> str | None:
    """The number in what somebody typed or said, if its check digit is right."""
    digits = "".join(str(int(ch)) for ch in spoken if ch.isdecimal())
    return digits if len(digits) >= 4 and check_digit(digits) == 0 else None
