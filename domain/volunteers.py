"""Volunteers: what they offer, when they are free, and how they stand with the association."""

from __future__ import annotations

from datetime import date
from enum import IntEnum, StrEnum
from typing import Literal

from pydantic import BaseModel, ConfigDict

from domain.catalogue import CATALOGUE
from domain.suggest_reading import fold

Sex = Literal["f", "m"]

CEILING = 2
"""Households one helper looks after, unless they say how many. A visit every other week to each is an
afternoon a week: more than that is a job."""
MOST_HOUSEHOLDS = 5
"""Nobody is given more, whatever they offer."""


class Part(IntEnum):
    """A part of a day. People in a village arrange to meet "in the morning", not at 9:15."""

    MORNING = 0
    AFTERNOON = 1
    EVENING = 2


class Standing(StrEnum):
    """How a volunteer stands with the association of a center."""

    APPLIED = "applied"
    ACTIVE = "active"
    PAUSED = "paused"
    SUSPENDED = "suspended"
    DECLINED = "declined"
    LEFT = "left"


class Step(StrEnum):
    """What somebody does to that."""

    APPLY = "apply"
    ACCEPT = "accept"
    DECLINE = "decline"
    PAUSE = "pause"
    RESUME = "resume"
    SUSPEND = "suspend"
    REINSTATE = "reinstate"
    LEAVE = "leave"


class IllegalStepError(ValueError):
    """This cannot be done to a volunteer who stands like that."""


_NOT_IN = frozenset({Standing.DECLINED, Standing.LEFT})
MEMBERS = frozenset({Standing.ACTIVE, Standing.PAUSED})
"""Those who are in the association: ready to help, or resting."""

STEPS: dict[Step, tuple[frozenset[Standing], Standing]] = {
    Step.APPLY: (_NOT_IN, Standing.APPLIED),
    Step.ACCEPT: (frozenset({Standing.APPLIED}), Standing.ACTIVE),
    Step.DECLINE: (frozenset({Standing.APPLIED}), Standing.DECLINED),
    Step.PAUSE: (frozenset({Standing.ACTIVE}), Standing.PAUSED),
    Step.RESUME: (frozenset({Standing.PAUSED}), Standing.ACTIVE),
    Step.SUSPEND: (MEMBERS, Standing.SUSPENDED),
    Step.REINSTATE: (frozenset({Standing.SUSPENDED}), Standing.ACTIVE),
    Step.LEAVE: (MEMBERS | {Standing.APPLIED, Standing.SUSPENDED}, Standing.LEFT),
}
"""Each step: from where it is allowed, and where it leads."""


def after(step: Step, standing: Standing) -> Standing:
    """How somebody stands after a step. Raises IllegalStepError when it is not allowed."""
    sources, target = STEPS[step]
    if standing not in sources:
        raise IllegalStepError(f"{step} of {standing}")
    return target


def skills_in(words: str) -> tuple[str, ...]:
    """The skills that somebody's own words name: "我会修水管，也能开车"."""
    said = fold(words)
    return tuple(one.code for one in CATALOGUE.skills if any(word in said for word in one.words))


def slot(weekday: int, part: Part) -> int:
    """A part of a day of the week (Monday is 0) as one number."""
    return weekday * len(Part) + part


class Profile(BaseModel):
    """What a volunteer offers. Villages are ids of natural villages; nothing said means all of them, and no
    times mean any time."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    skills: tuple[str, ...] = ()
    villages: tuple[int, ...] = ()
    times: tuple[int, ...] = ()
    """Slots of the week in which they are free."""
    tongues: tuple[str, ...] = ()
    limits: tuple[str, ...] = ()
    body: str | None = None
    """Where the association found them: party, teacher, veteran…"""
    sex: Sex | None = None
    ceiling: int = CEILING
    """Households they would look after."""

    def is_free(self, day: date, part: Part) -> bool:
        """Whether they are usually free then."""
        return not self.times or slot(day.weekday(), part) in self.times

    def goes_to(self, village_id: int | None) -> bool:
        """Whether they go to a natural village; to one nobody knows everybody does."""
        return village_id is None or not self.villages or village_id in self.villages

    def may_be_asked(self, skill: str | None) -> bool:
        """Whether none of their limits rules a skill out."""
        return skill is None or not set(CATALOGUE.skill(skill).barred_by) & set(self.limits)
