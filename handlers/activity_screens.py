"""What there is in the chat about activities, in tables: lists with pages, and what each button does."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from domain import activitytaps, bulletintaps, wishtaps
from domain.tap import Tap
from handlers import (
    activities,
    activity_form,
    activity_making,
    activity_settings,
    activity_wishes,
    bulletin_form,
    bulletins,
    signing,
    signups,
)
from handlers.talk import Talk

LISTS = {
    "activity-new": activity_form.screen,
    "activities": activities.screen,
    "activities-all": activities.everything,
    "signups": signups.mine,
    "market": bulletins.market,
    "wishes": activity_wishes.screen,
    "wishes-own": activity_wishes.own,
}
"""Screens by name, each of which has pages."""

TAPS: dict[type[Tap], Callable[[Talk, Any], Awaitable[None]]] = {
    activitytaps.ActivityDo: activities.do,
    activitytaps.ActivityNew: activity_form.begin,
    activitytaps.ActivitySet: activity_settings.choose,
    activitytaps.ActivitySend: activity_form.send,
    activitytaps.ActivityMake: activity_making.do,
    activitytaps.SignTimes: signing.times,
    activitytaps.SignWhom: signing.whom,
    activitytaps.SignFor: signing.sign,
    activitytaps.SignupDo: signups.do,
    bulletintaps.BulletinTopic: bulletins.topic,
    bulletintaps.BulletinWant: bulletins.want,
    bulletintaps.BulletinMute: bulletins.mute,
    bulletintaps.BulletinDo: bulletins.do,
    bulletintaps.BulletinNew: bulletin_form.begin,
    bulletintaps.BulletinDays: bulletin_form.pick_days,
    bulletintaps.BulletinSend: bulletin_form.send,
    wishtaps.WishKeep: activity_wishes.keep,
    wishtaps.WishDrop: activity_wishes.drop,
    wishtaps.WishMake: activity_wishes.make,
}

NAMED_TAPS: dict[type[Tap], Callable[[Talk, Any, str], Awaitable[None]]] = {
    activitytaps.ActivityQr: activities.qr,
}
"""The taps that make a link to the bot, and need its name for that."""
