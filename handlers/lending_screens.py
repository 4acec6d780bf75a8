"""What there is in the chat about what is lent and about rooms, in tables: what each button and form does."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from domain import lendingtaps
from domain.tap import Tap
from handlers import booking, lending
from handlers.talk import Screen, Talk

TAPS: dict[type[Tap], Callable[[Talk, Any], Awaitable[None]]] = {
    lendingtaps.LoanDo: lending.do,
    lendingtaps.LoanDesk: lending.desk,
    lendingtaps.BookDays: booking.days,
    lendingtaps.BookTimes: booking.times,
    lendingtaps.BookTake: booking.take,
    lendingtaps.BookTakeDay: booking.take_day,
    lendingtaps.BookInstead: booking.instead,
    lendingtaps.BookWhat: booking.what_for,
}

FORMS: dict[str, tuple[Screen, Screen]] = {
    lending.FORM: (lending.message, lending.ask),
    booking.FORM: (booking.message, booking.ask),
    booking.DAY: (booking.day_message, booking.ask_day),
}
"""Each form as in handlers/routes.py."""
