"""What there is in the chat about activities, in tables: lists with pages, and what each button does."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from domain.activitytaps import ActivityDo, SignFor, SignTimes, SignupDo, SignWhom
from domain.lendingtaps import (
    BookDays,
    BookInstead,
    BookTake,
    BookTakeDay,
    BookTimes,
    BookWhat,
    BorrowOpen,
    LoanDesk,
    LoanDo,
)
from domain.tap import Tap
from handlers import activities, booking, borrowing, lending, signing, signups
from handlers.talk import Talk

LISTS = {
    "activities": activities.screen,
    "activities-all": activities.everything,
    "signups": signups.mine,
}
"""Screens by name, each of which has pages."""

TAPS: dict[type[Tap], Callable[[Talk, Any], Awaitable[None]]] = {
    ActivityDo: activities.do,
    SignTimes: signing.times,
    SignWhom: signing.whom,
    SignFor: signing.sign,
    SignupDo: signups.do,
    BorrowOpen: borrowing.open_page,
    LoanDo: lending.do,
    LoanDesk: lending.desk,
    BookDays: booking.days,
    BookTimes: booking.times,
    BookTake: booking.take,
    BookTakeDay: booking.take_day,
    BookInstead: booking.instead,
    BookWhat: booking.what_for,
}
"""The button of the link as a picture is in handlers/routes.py: it has to know the name of the bot."""
