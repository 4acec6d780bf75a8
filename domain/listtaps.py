"""What the buttons of whoever keeps an activity's list mean, and of whoever looks over how many sit."""

from __future__ import annotations

from dataclasses import dataclass

from domain.tap import Tap


@dataclass(frozen=True)
class ListShow(Tap, code="lst"):
    """A page of an activity's list: who has a seat, who is asked, who waits."""

    activity_id: int
    page: int


@dataclass(frozen=True)
class ListDo(Tap, code="lsd"):
    """Something about a whole list: more (what there is to be done), table."""

    action: str
    activity_id: int


@dataclass(frozen=True)
class ListTimes(Tap, code="lsm"):
    """What seats are counted in, to put somebody on the list there (add) or to change how many
    there are (seats); where there is one only, that."""

    activity_id: int
    what: str
    page: int


@dataclass(frozen=True)
class ListStep(Tap, code="lsx"):
    """A step of choosing among many times (`domain.daytimes.Step`, packed); `what` as for ListTimes."""

    activity_id: int
    what: str
    step: str


@dataclass(frozen=True)
class ListPerson(Tap, code="lsp"):
    """Somebody on the list: open, cancel (asks first), cancel-sure."""

    action: str
    signup_id: int


@dataclass(frozen=True)
class ListAdd(Tap, code="lsa"):
    """Put somebody on the list; `who` and `sure` as for SignFor."""

    slot_id: int
    who: str
    sure: int


@dataclass(frozen=True)
class ListSeats(Tap, code="lss"):
    """Let there be so many seats; 0 to look how many there are, -1 to type the number. It says how many, not
    how many more: two taps are one."""

    slot_id: int
    seats: int


@dataclass(frozen=True)
class CountsOf(Tap, code="cnt"):
    """How many seats a unit's centers offer and how many are taken: a page ("") or all of it as a table."""

    unit_id: int
    what: str
    page: int
