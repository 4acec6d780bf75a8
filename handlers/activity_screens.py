"""What there is in the chat about activities, in tables: lists with pages, and what each button does."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from domain.activitytaps import ActivityDo, SignFor, SignTimes, SignupDo, SignWhom
from domain.listtaps import CountsOf, ListAdd, ListDo, ListPerson, ListSeats, ListShow, ListTimes
from domain.tap import Tap
from handlers import (
    activities,
    activity_counts,
    activity_made,
    signing,
    signup_lists,
    signup_seats,
    signups,
)
from handlers.talk import Talk

LISTS = {
    "activities": activities.screen,
    "activities-all": activities.everything,
    "activities-made": activity_made.screen,
    "activities-over": activity_made.over,
    "signups": signups.mine,
}
"""Screens by name, each of which has pages."""

TAPS: dict[type[Tap], Callable[[Talk, Any], Awaitable[None]]] = {
    ActivityDo: activities.do,
    SignTimes: signing.times,
    SignWhom: signing.whom,
    SignFor: signing.sign,
    SignupDo: signups.do,
    ListShow: signup_lists.show,
    ListDo: signup_lists.do,
    ListPerson: signup_lists.person,
    ListTimes: signup_seats.times,
    ListAdd: signup_seats.add,
    ListSeats: signup_seats.seats,
    CountsOf: activity_counts.show,
}
"""The button of the link as a picture is in handlers/routes.py: it has to know the name of the bot."""
