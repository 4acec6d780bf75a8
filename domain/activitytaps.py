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
class SignupDo(Tap, code="sgn"):
    """Something about a place: open, yes and no to a seat that is free, cancel, cancel-sure, still and
    not-still after a change."""

    action: str
    signup_id: int
