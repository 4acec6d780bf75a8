"""Who has a request that nobody has taken, for how long, and what the clock does to silence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.catalogue import CATALOGUE, Line
from domain.officetime import OfficeHours, due, part_way

STEPS = ("duty", "desk", "clerk", "director", "deputy", "township", "county")
"""Where a request lies while nobody holds it, from below upwards: those of the desk who are on duty, all of
the desk, then role by role up to the county, which keeps it."""

RINGS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("director", ("desk", "clerk", "director")),
    ("deputy", ("deputy", "emergency")),
    ("deputy", ("everybody",)),
    ("township", ("township",)),
    ("county", ("county",)),
)
"""The step an urgent request has reached, and whom it rings there, minute by minute, until somebody takes it.
"emergency" are the desks that any kind of emergency goes to, "everybody" whoever has a role at the center."""
RING_EVERY = timedelta(minutes=1)
RING_AGAIN_EVERY = timedelta(minutes=5)
"""Once everybody has been rung there is nobody to add: the whole circle is rung again after this long."""

_ON_DUTY_SHARE = 1 / 2
"""Those on duty have the first half of the take-up time to themselves."""
_REMIND_SHARE = 3 / 4
"""Whoever may take a request is reminded when this much of their time is over."""
_NUDGE_SHARE = 1 / 2
"""A holder without a word is nudged at half the finish time."""
_ON_THE_WAY = timedelta(minutes=10)
"""Whoever has taken an urgent request is asked for a word after this long; twice that, and it rings again."""


@dataclass(frozen=True)
class Clock:
    """The moments at which the clock acts on a request.

    due_at     the promise: taken up, or finished, by then
    remind_at  whoever should act is reminded; None when that is over
    rise_at    it goes one step up, or back to the desk
    """

    due_at: datetime
    remind_at: datetime | None
    rise_at: datetime


def steps_from(step: str) -> tuple[str, ...]:
    """This step and those above it."""
    return STEPS[STEPS.index(step) :]


def next_step(step: str) -> str:
    """One step up; the county is the last."""
    return STEPS[min(STEPS.index(step) + 1, len(STEPS) - 1)]


def above(step: str) -> str:
    """One step above the people of this one: the desk's are the same whether on duty or not."""
    return next_step("desk" if step == "duty" else step)


def roles_at(step: str, line: str) -> tuple[str, ...]:
    """The roles that answer for a line at a step, or in a circle of the rings."""
    if step == "emergency":
        return tuple(dict.fromkeys(CATALOGUE.line(one.line).desk for one in CATALOGUE.emergencies))
    if step == "everybody":
        apart = ("villager", "volunteer", "township", "county")
        return tuple(role.code for role in CATALOGUE.roles if role.code not in apart)
    return (role_at(step, line),)


def circles(rings: int) -> tuple[str, ...]:
    """Everybody an urgent request rings the `rings`-th time: those rung before, and more."""
    return tuple(step for _, circle in RINGS[:rings] for step in circle)


def role_at(step: str, line: str) -> str:
    """The role that answers at a step for a line."""
    return CATALOGUE.line(line).desk if step in ("duty", "desk") else step


def reached(step: str) -> tuple[str, ...]:
    """The steps above the desk that a request has reached."""
    return STEPS[2 : STEPS.index(step) + 1]


def waiting(step: str, since: datetime, now: datetime, line: Line, hours: OfficeHours) -> Clock:
    """The clock of a request that nobody has taken: in its state `since`, at this step from `now` on.

    The promise counts from entering the state, whatever the step. The desk has the line's take-up time,
    those on duty the first half of it; every step above has a time of its own, never longer than the
    line's take-up time.
    """
    promise = due(since, line.take_up, hours)
    own = due(now, line.take_up, hours)
    if step in CATALOGUE.step_times:
        rise = min(due(now, CATALOGUE.step_times[step], hours), own)
    elif promise <= now:
        rise = own  # it comes to the desk when its promise is broken already
    else:
        rise = part_way(now, promise, _ON_DUTY_SHARE, hours) if step == "duty" else promise
    return Clock(promise, part_way(now, rise, _REMIND_SHARE, hours), rise)


def ringing(since: datetime, now: datetime, rings: int) -> Clock:
    """The clock of an urgent request after this many rings: the wall clock, day and night."""
    every = RING_EVERY if rings < len(RINGS) else RING_AGAIN_EVERY
    promise = CATALOGUE.urgent_take_up
    return Clock(since + timedelta(minutes=promise.amount), None, now + every)


def working(now: datetime, line: Line, hours: OfficeHours, *, urgent: bool = False) -> Clock:
    """The clock of a request that has just been taken."""
    promise = due(now, line.finish, hours)
    if urgent:
        return Clock(promise, now + _ON_THE_WAY, min(promise, now + 2 * _ON_THE_WAY))
    return Clock(promise, part_way(now, promise, _NUDGE_SHARE, hours), promise)


def before_due(now: datetime, promise: datetime, hours: OfficeHours) -> Clock:
    """The clock of a holder who has been nudged, or has given word: once more before it is due."""
    return Clock(promise, part_way(now, promise, _REMIND_SHARE, hours), promise)


def overdue(now: datetime, promise: datetime, line: Line, hours: OfficeHours) -> Clock:
    """The clock of a holder who is late but not silent: half the finish time again for the next word."""
    rise = part_way(now, due(now, line.finish, hours), _NUDGE_SHARE, hours)
    return Clock(promise, part_way(now, rise, _NUDGE_SHARE, hours), rise)
