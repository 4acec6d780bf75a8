"""What there is in the chat about making activities, in tables as in handlers/screens.py."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from domain import activitytaps
from domain.tap import Tap
from handlers import activity_form, activity_making, activity_settings
from handlers.talk import Screen, Talk

SCREENS: dict[str, Screen] = {"activity-new": activity_form.screen}

PAGES: dict[str, Callable[[Talk, int], Awaitable[None]]] = {"activity-new": activity_form.screen}

TAPS: dict[type[Tap], Callable[[Talk, Any], Awaitable[None]]] = {
    activitytaps.ActivityNew: activity_form.begin,
    activitytaps.ActivitySet: activity_settings.choose,
    activitytaps.ActivitySend: activity_form.send,
    activitytaps.ActivityMake: activity_making.do,
    activitytaps.SignupDo: activity_making.still,
}
