"""What there is in the chat about activities, in tables: lists with pages, and what each button does."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from domain import activitytaps, attendancetaps, bulletintaps, wishtaps
from domain.tap import Tap
from handlers import (
    activities,
    activity_wishes,
    attendance,
    bulletin_form,
    bulletins,
    certificates,
    checkin,
    day_door,
    lending_screens,
    signing,
    signups,
    verdicts,
)
from handlers.talk import Screen, Talk

LISTS = {
    "activities": activities.screen,
    "activities-all": activities.everything,
    "signups": signups.mine,
    "market": bulletins.market,
    "wishes": activity_wishes.screen,
    "wishes-own": activity_wishes.own,
}
"""Screens by name, each of which has pages."""

SCREENS: dict[str, Screen] = {"checkin": checkin.screen, "certificate": certificates.screen}
"""Those that have none."""

TAPS: dict[type[Tap], Callable[[Talk, Any], Awaitable[None]]] = {
    activitytaps.ActivityDo: activities.do,
    activitytaps.SignTimes: signing.times,
    activitytaps.SignWhom: signing.whom,
    activitytaps.SignFor: signing.sign,
    activitytaps.SignupDo: signups.do,
    attendancetaps.CheckIn: checkin.do,
    attendancetaps.ActivityDay: attendance.look,
    attendancetaps.SessionDay: attendance.do,
    attendancetaps.DayMark: attendance.mark,
    attendancetaps.WalkIn: day_door.pick,
    attendancetaps.SignupDay: certificates.days,
    attendancetaps.VerdictDo: verdicts.do,
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
    **lending_screens.TAPS,
}

NAMED_TAPS: dict[type[Tap], Callable[[Talk, Any, str], Awaitable[None]]] = {
    activitytaps.ActivityQr: activities.qr,
    attendancetaps.DayPaper: attendance.paper,
    attendancetaps.CertificateDo: certificates.do,
}
"""The taps that make a link to the bot, and need its name for that."""
