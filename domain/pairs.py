"""Standing pairs of a helper and a household: the table of moves, who fits, and what a household wishes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from domain.catalogue import CATALOGUE
from domain.volunteers import MOST_HOUSEHOLDS, Profile, Sex

ANSWER_WITHIN = timedelta(days=3)
"""An answer that has not come by then: whoever proposed the pair hears that nobody has answered."""
MOST_GOALS = 5
LINE_LIMIT = 200
"""Characters of one goal, of a month's progress, of a reason."""


class Purpose(StrEnum):
    """What a pair is for."""

    CARE = "care"
    PRODUCTION = "production"


class State(StrEnum):
    """Where a pair is in its life."""

    PROPOSED = "proposed"
    """The helper is being asked."""
    ACCEPTED = "accepted"
    """The helper would; the household is being asked."""
    ACTIVE = "active"
    PAUSED = "paused"
    ENDED = "ended"
    DECLINED = "declined"
    """It never began: one of the two did not want it, or it was taken back."""


class Side(StrEnum):
    """Who somebody is to a pair."""

    OFFICER = "officer"
    HELPER = "helper"
    SECOND = "second"
    STAND_IN = "stand-in"
    """Whoever is asked to be the second helper."""
    NEXT = "next"
    """Whoever is asked to take it over."""
    HOUSEHOLD = "household"
    CALLER = "caller"
    """Whoever calls a household that has no account."""
    CENTER = "center"
    """Nobody: the clock, or somebody's standing that has changed elsewhere."""


class Action(StrEnum):
    """What somebody does to a pair."""

    ACCEPT = "accept"
    DECLINE = "decline"
    AGREE = "agree"
    REFUSE = "refuse"
    WITHDRAW = "withdraw"
    PAUSE = "pause"
    RESUME = "resume"
    HAND_OVER = "hand_over"
    END = "end"


class PauseReason(StrEnum):
    """Why no visits fall due; anything else is typed."""

    HOSPITAL = "hospital"
    AWAY = "away"
    BUSY = "busy"
    GONE = "gone"
    """The helper is gone and nobody stands in: not offered as a choice."""


class EndReason(StrEnum):
    """Why a pair is over; anything else is typed."""

    SETTLED = "settled"
    MOVED = "moved"
    HELPER = "helper"
    DIED = "died"


class IllegalMoveError(ValueError):
    """This cannot be done to a pair in this state, or not by this side."""


@dataclass(frozen=True)
class Move:
    """A row of the table of moves; without a target the state stays as it is."""

    sources: frozenset[State]
    target: State | None
    sides: frozenset[Side]
    needs_reason: bool = False


_ASKED = frozenset({State.PROPOSED, State.ACCEPTED})
_BEGUN = frozenset({State.ACTIVE, State.PAUSED})
OPEN = _ASKED | _BEGUN
_PEOPLE = frozenset({Side.OFFICER, Side.HELPER, Side.HOUSEHOLD})
_FOR_THE_HOUSEHOLD = frozenset({Side.HOUSEHOLD, Side.CALLER, Side.OFFICER})

MOVES: dict[Action, Move] = {
    Action.ACCEPT: Move(frozenset({State.PROPOSED}), State.ACCEPTED, frozenset({Side.HELPER})),
    Action.DECLINE: Move(frozenset({State.PROPOSED}), State.DECLINED, frozenset({Side.HELPER})),
    Action.AGREE: Move(frozenset({State.ACCEPTED}), State.ACTIVE, _FOR_THE_HOUSEHOLD),
    Action.REFUSE: Move(frozenset({State.ACCEPTED}), State.DECLINED, _FOR_THE_HOUSEHOLD),
    Action.WITHDRAW: Move(_ASKED, State.DECLINED, frozenset({Side.OFFICER, Side.CENTER})),
    Action.PAUSE: Move(frozenset({State.ACTIVE}), State.PAUSED, _PEOPLE | {Side.CENTER}, needs_reason=True),
    Action.RESUME: Move(frozenset({State.PAUSED}), State.ACTIVE, _PEOPLE | {Side.CENTER}),
    Action.HAND_OVER: Move(_BEGUN, None, frozenset({Side.NEXT, Side.CENTER})),
    Action.END: Move(_BEGUN, State.ENDED, frozenset({Side.OFFICER, Side.HELPER}), needs_reason=True),
}


def target(action: Action, state: State, side: Side) -> State:
    """The state this action leads to. Raises IllegalMoveError when this side may not do it from here."""
    move = MOVES[action]
    if state not in move.sources or side not in move.sides:
        raise IllegalMoveError(f"{action} from {state} by {side}")
    return move.target or state


class Wish(BaseModel):
    """What a household wishes of whoever helps it; nothing said means anybody."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    sex: Sex | None = None
    tongue: str | None = None
    """A language its helper must understand."""
    skills: tuple[str, ...] = ()
    """Skills its helper had better have: they decide who is named first."""

    def skills_of(self, profile: Profile) -> tuple[str, ...]:
        """Which of the wished skills somebody has, in the catalogue's order."""
        return tuple(one.code for one in CATALOGUE.skills if one.code in {*self.skills} & {*profile.skills})


class Objection(StrEnum):
    """Why somebody cannot be a household's helper."""

    INACTIVE = "inactive"
    FULL = "full"
    KIN = "kin"
    """They live there."""
    UNWANTED = "unwanted"
    SEX = "sex"
    TONGUE = "tongue"


def is_full(profile: Profile, held: int) -> bool:
    """Whether somebody who has this many households already is to be given no more."""
    return held >= min(profile.ceiling, MOST_HOUSEHOLDS)


def objection(
    profile: Profile, wish: Wish, *, active: bool, held: int, kin: bool, unwanted: bool
) -> Objection | None:
    """The first reason why somebody cannot be a household's helper; None if there is none."""
    checks = {
        Objection.INACTIVE: not active,
        Objection.KIN: kin,
        Objection.UNWANTED: unwanted,
        Objection.SEX: wish.sex is not None and profile.sex != wish.sex,
        Objection.TONGUE: wish.tongue is not None and wish.tongue not in profile.tongues,
        Objection.FULL: is_full(profile, held),
    }
    return next((reason for reason, stands in checks.items() if stands), None)


_MARK = re.compile(r"^\s*(?:[·•*—-]|\d+[.、)）．])\s*")


def goals_of(words: str) -> tuple[str, ...]:
    """The goals in what somebody typed, one a line, without the marks people put before a line."""
    lines = (_MARK.sub("", line).strip() for line in words.splitlines())
    return tuple(line[:LINE_LIMIT] for line in lines if line)[:MOST_GOALS]
