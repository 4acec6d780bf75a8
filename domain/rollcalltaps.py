"""What the buttons of a roll call mean: calling it, looking at it, ending it, answering for others."""

from __future__ import annotations

from dataclasses import dataclass

from domain.tap import Tap


@dataclass(frozen=True)
class RollcallNew(Tap, code="rcnew"):
    """Look at a roll call of a unit before it goes out: what has happened (a cause of domain/rollcall.py,
    "" to be asked)."""

    unit_id: int
    cause: str


@dataclass(frozen=True)
class RollcallPlace(Tap, code="rcplace"):
    """Name a natural village or a center that is called, or not after all; 0 to look at a page of them."""

    place_id: int
    page: int


@dataclass(frozen=True)
class RollcallSend(Tap, code="rcsend"):
    """Let it go. The mark is of what was typed or chosen, so that an old button sends no other; 0 for a ready
    sentence to everybody."""

    unit_id: int
    cause: str
    mark: int


@dataclass(frozen=True)
class RollcallDo(Tap, code="rcdo"):
    """Something about the roll calls of a unit: board, help, silent (a page of those), end, end-sure."""

    action: str
    unit_id: int
    page: int


@dataclass(frozen=True)
class RollcallReport(Tap, code="rcrep"):
    """The report of a roll call that is over, again."""

    notice_id: int


@dataclass(frozen=True)
class RollcallFor(Tap, code="rcfor"):
    """Answer for another household; 0 to choose it, "" to be asked how it is."""

    notice_id: int
    household_id: int
    answer: str
