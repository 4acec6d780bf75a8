"""What the buttons about activities mean: looking at one, signing up, and what becomes of it."""

from __future__ import annotations

from dataclasses import dataclass

from domain.tap import Tap


@dataclass(frozen=True)
class ActivityDo(Tap, code="act"):
    """Something about an activity: open, sign (begin to sign up)."""

    action: str
    activity_id: int


@dataclass(frozen=True)
class ActivityNew(Tap, code="actnew"):
    """Begin to make an activity of a kind at a center."""

    center_id: int
    kind: str


@dataclass(frozen=True)
class ActivitySet(Tap, code="actset"):
    """Something about the activity that is made: what, and what becomes of it ("" to be asked)."""

    what: str
    value: str


@dataclass(frozen=True)
class ActivitySend(Tap, code="actsend"):
    """The activity is as it should be: make it and tell people (tell), make it only (quiet), change it
    (change). Its mark is with it, so that an old button makes no other."""

    how: str
    mark: int


@dataclass(frozen=True)
class ActivityMake(Tap, code="actmake"):
    """What its makers do with an activity: open (what there is), change, off (call it off; asks why),
    off-sure, history, tell (announce one that was made quietly; asks first), tell-sure."""

    action: str
    activity_id: int


@dataclass(frozen=True)
class SignupDo(Tap, code="sgn"):
    """Something about a place: open, yes and no to a seat that is free, cancel, cancel-sure, still and
    not-still after a change."""

    action: str
    signup_id: int
