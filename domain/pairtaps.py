"""What the buttons about standing pairs mean: proposing one, living with it, and its visits."""

from __future__ import annotations

from dataclasses import dataclass

from domain.tap import Tap


@dataclass(frozen=True)
class PairDo(Tap, code="pair"):
    """Do something with a pair, or look at it: open, accept, decline, agree, refuse, pause, end…"""

    action: str
    pair_id: int


@dataclass(frozen=True)
class PairOther(Tap, code="pother"):
    """The household would like somebody else than this helper (`turn`: the first, the second…)."""

    pair_id: int
    turn: int


@dataclass(frozen=True)
class PairFrom(Tap, code="pfrom"):
    """Find a standing helper for the person a request is for."""

    request_id: int


@dataclass(frozen=True)
class PairPick(Tap, code="ppick"):
    """Answer the form's question `step` with a person, a volunteer or a number; 0 is "none"."""

    step: str
    value: int


@dataclass(frozen=True)
class PairSay(Tap, code="psay"):
    """Answer the form's question `step` with a word: a purpose, a rhythm, a wish, a reason, a date…"""

    step: str
    word: str


@dataclass(frozen=True)
class VisitDo(Tap, code="visit"):
    """Log a visit of a pair (`visit_id` 0: one that was not due), or "take" one that was missed."""

    action: str
    pair_id: int
    visit_id: int


@dataclass(frozen=True)
class VisitSay(Tap, code="vsay"):
    """Answer the question `step` of the visit that is being logged."""

    step: str
    word: str


@dataclass(frozen=True)
class VisitNeed(Tap, code="vneed"):
    """What was found on a visit is to become a request of this line."""

    visit_id: int
    line: str
