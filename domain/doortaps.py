"""What the buttons mean by which households are told at their doors."""

from __future__ import annotations

from dataclasses import dataclass

from domain.tap import Tap


@dataclass(frozen=True)
class DoorKnock(Tap, code="nknock"):
    """Answer whether one goes (yes, no); or about one's list: more, or back for all that is left of it."""

    action: str
    notice_id: int


@dataclass(frozen=True)
class DoorList(Tap, code="nlist"):
    """A page of one's list of households."""

    notice_id: int
    page: int


@dataclass(frozen=True)
class DoorDo(Tap, code="ndoor"):
    """A household: look, told (asks who), other (asks for a name), nobody (nobody there), moved, back; at a
    roll call safe or help."""

    action: str
    notice_id: int
    household_id: int


@dataclass(frozen=True)
class DoorTold(Tap, code="ntold"):
    """This person of a household was told."""

    notice_id: int
    household_id: int
    person_id: int


@dataclass(frozen=True)
class DoorKin(Tap, code="nkin"):
    """I have told the household of those I act for."""

    notice_id: int
    household_id: int


@dataclass(frozen=True)
class DoorLeft(Tap, code="nleft"):
    """A page of the households of a natural village (0: of those in none) that have not been reached."""

    notice_id: int
    center_id: int
    village_id: int
    page: int


@dataclass(frozen=True)
class DoorTake(Tap, code="ntake"):
    """I go to them myself."""

    notice_id: int
    center_id: int
    village_id: int
