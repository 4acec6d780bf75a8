"""What the buttons of volunteers, and of those who ask for their help, mean."""

from __future__ import annotations

from dataclasses import dataclass

from domain.tap import Tap


@dataclass(frozen=True)
class Tick(Tap, code="vtick"):
    """Tick one of the answers to a question of the volunteers' form, or take the tick away; `page` is the
    page it stands on."""

    step: str
    number: int
    page: int


@dataclass(frozen=True)
class Ticked(Tap, code="vdone"):
    """The question is answered with what is ticked."""

    step: str


@dataclass(frozen=True)
class Offer(Tap, code="voffer"):
    """The form as a whole: begin, send, again."""

    step: str


@dataclass(frozen=True)
class VolunteerDo(Tap, code="vol"):
    """Look at a volunteer (open), or change how they stand (a Step of domain/volunteers.py); "leave-sure"
    answers the question."""

    action: str
    volunteer_id: int


@dataclass(frozen=True)
class TaskNew(Tap, code="tnew"):
    """Begin to ask the association for help with a request."""

    request_id: int


@dataclass(frozen=True)
class TaskPick(Tap, code="tpick"):
    """Answer a question of that form: the step, and the number of the answer; -1 to type it."""

    step: str
    number: int


@dataclass(frozen=True)
class TaskDo(Tap, code="task"):
    """Look at a task, or change it: look, more (one seat more), stop (asks first), stop-sure; or, for a
    volunteer who is asked: accept, refuse."""

    action: str
    task_id: int


@dataclass(frozen=True)
class SeatDo(Tap, code="seat"):
    """Look at a seat one has taken, or say how far one is: on-way, there, done, release, release-sure, note,
    no-note, expense."""

    action: str
    seat_id: int


@dataclass(frozen=True)
class SeatTook(Tap, code="stook"):
    """It took so many minutes; -1 says nothing about it."""

    seat_id: int
    minutes: int


@dataclass(frozen=True)
class ExpenseDo(Tap, code="exp"):
    """Look at an expense, or decide about it: open, approve, decline."""

    action: str
    expense_id: int


@dataclass(frozen=True)
class LookOver(Tap, code="assoc"):
    """Look over the association: a list (all, unasked, expenses) at a page, or who is free so many days from
    today (free)."""

    part: str
    number: int
