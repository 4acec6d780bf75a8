"""What there is in the chat about activities, in tables: lists with pages, forms, what each button does."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from domain import activitytaps, bulletintaps, listtaps, wishtaps
from domain.tap import Tap
from handlers import (
    activities,
    activity_counts,
    activity_form,
    activity_made,
    activity_making,
    activity_settings,
    activity_wishes,
    bulletin_form,
    bulletins,
    lending_screens,
    signing,
    signup_lists,
    signup_seats,
    signups,
    wanted,
)
from handlers.talk import Screen, Talk

LISTS = {
    "activity-new": activity_form.screen,
    "activities": activities.screen,
    "activities-all": activities.everything,
    "activities-made": activity_made.screen,
    "activities-over": activity_made.over,
    "signups": signups.mine,
    "market": bulletins.market,
    "wishes": activity_wishes.screen,
    "wishes-own": activity_wishes.own,
}
"""Screens by name, each of which has pages."""

FORMS: dict[str, tuple[Screen, Screen]] = {
    activity_form.FORM: (activity_form.message, activity_form.ask),
    activity_making.OFF: (activity_making.why, activity_making.ask_why),
    signing.FORM: (signing.message, signing.ask),
    signup_seats.FORM: (signup_seats.message, signup_seats.ask),
    bulletin_form.FORM: (bulletin_form.message, bulletin_form.ask),
    **lending_screens.FORMS,
}
"""Each form: what a message in it does, and how its question is asked again."""

TAPS: dict[type[Tap], Callable[[Talk, Any], Awaitable[None]]] = {
    activitytaps.ActivityDo: activities.do,
    activitytaps.ActivityFound: wanted.open_page,
    activitytaps.ActivityNew: activity_form.begin,
    activitytaps.ActivitySet: activity_settings.choose,
    activitytaps.ActivitySend: activity_form.send,
    activitytaps.ActivityMake: activity_making.do,
    activitytaps.SignTimes: signing.times,
    activitytaps.SignStep: signing.step,
    activitytaps.SignWhom: signing.whom,
    activitytaps.SignFor: signing.sign,
    activitytaps.SignupDo: signups.do,
    bulletintaps.BulletinTopic: bulletins.topic,
    bulletintaps.BulletinFound: wanted.open_topic,
    bulletintaps.BulletinWant: bulletins.want,
    bulletintaps.BulletinMute: bulletins.mute,
    bulletintaps.BulletinDo: bulletins.do,
    bulletintaps.BulletinNew: bulletin_form.begin,
    bulletintaps.BulletinDays: bulletin_form.pick_days,
    bulletintaps.BulletinSend: bulletin_form.send,
    wishtaps.WishKeep: activity_wishes.keep,
    wishtaps.WishDrop: activity_wishes.drop,
    wishtaps.WishMake: activity_wishes.make,
    listtaps.ListShow: signup_lists.show,
    listtaps.ListDo: signup_lists.do,
    listtaps.ListPerson: signup_lists.person,
    listtaps.ListTimes: signup_seats.times,
    listtaps.ListStep: signup_seats.step,
    listtaps.ListAdd: signup_seats.add,
    listtaps.ListSeats: signup_seats.seats,
    listtaps.CountsOf: activity_counts.show,
    **lending_screens.TAPS,
}

NAMED_TAPS: dict[type[Tap], Callable[[Talk, Any, str], Awaitable[None]]] = {
    activitytaps.ActivityQr: activities.qr,
}
"""The taps that make a link to the bot, and need its name for that."""
