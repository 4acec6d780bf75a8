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
