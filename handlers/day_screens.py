"""What there is in the chat about an activity's day, in tables: screens, forms, and what each button does."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from domain.attendancetaps import (
    ActivityDay,
    CertificateDo,
    CheckIn,
    DayMark,
    DayPaper,
    SessionDay,
    SignupDay,
    VerdictDo,
    WalkIn,
)
from domain.tap import Tap
from handlers import attendance, certificates, checkin, day_door, day_ticks, verdicts
from handlers.talk import Screen, Talk

SCREENS: dict[str, Screen] = {"checkin": checkin.screen, "certificate": certificates.screen}
"""Screens by name."""

FORMS: dict[str, tuple[Screen, Screen]] = {
    checkin.FORM: (checkin.message, checkin.ask),
    day_ticks.FORM: (day_ticks.message, day_ticks.ask),
    day_door.FORM: (day_door.message, day_door.ask),
    verdicts.FORM: (verdicts.message, verdicts.ask),
    certificates.FORM: (certificates.message, certificates.ask),
}
"""Each form: what a message in it does, and how its question is asked again."""

TAPS: dict[type[Tap], Callable[[Talk, Any], Awaitable[None]]] = {
    CheckIn: checkin.do,
    ActivityDay: attendance.look,
    SessionDay: attendance.do,
    DayMark: attendance.mark,
    WalkIn: day_door.pick,
    SignupDay: certificates.days,
    VerdictDo: verdicts.do,
}
"""What each button does."""

NAMED_TAPS: dict[type[Tap], Callable[[Talk, Any, str], Awaitable[None]]] = {
    DayPaper: attendance.paper,
    CertificateDo: certificates.do,
}
"""The same of those that make a link to the bot, and need its name for that."""
