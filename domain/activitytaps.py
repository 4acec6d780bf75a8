"""What the buttons about activities mean: looking at one, signing up, and what becomes of it."""

from __future__ import annotations

from dataclasses import dataclass

from domain.tap import Tap


@dataclass(frozen=True)
class ActivityDo(Tap, code="act"):
    """Something about an activity: open and sign (begin to sign up) from news about it, others (sign somebody
    else up) from beneath a place, all of which stay as they are; look from its own page; manage, for those
    who look after it."""

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
    """Something about a place: open, yes and no to a seat that is free, cancel, again (it was cancelled by
    mistake), fine (signed up by somebody else, and glad of it), still and not-still after a change."""

    action: str
    signup_id: int


@dataclass(frozen=True)
class ActivityQr(Tap, code="aqr"):
    """The link to an activity as a picture to show or to print."""

    activity_id: int


@dataclass(frozen=True)
class SignTimes(Tap, code="sgt"):
    """The times of an activity to choose from: for oneself, or with 1 for somebody else. Buttons of older
    messages carry a page; choosing begins anew by them."""

    activity_id: int
    other: int
    page: int


@dataclass(frozen=True)
class SignStep(Tap, code="sgs"):
    """A step of choosing among many times (`domain.daytimes.Step`, packed); `other` as for SignTimes."""

    activity_id: int
    other: int
    step: str


@dataclass(frozen=True)
class SignWhom(Tap, code="sgw"):
    """A page of those whom one may sign up for a slot with one tap."""

    slot_id: int
    page: int


@dataclass(frozen=True)
class SignFor(Tap, code="sgf"):
    """Sign somebody up for a slot.

    who   "me"; "p" and the id of a person of the roster; "r" and the id of a relation to somebody who is not
          on it; "n", whoever was named in the form; "type": ask for the name
    sure  1 when it was said that something else is at the same hour
    """

    slot_id: int
    who: str
    sure: int


@dataclass(frozen=True)
class ActivityFound(Tap, code="actf"):
    """What a sentence wants is this: its page, and no request."""

    activity_id: int
