"""Booking a room: the day, then its free times, one tap; and the village's own use of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from domain.activitytaps import ActivityDo, SignFor, SignupDo, SignWhom
from domain.days import read_day
from domain.lendingtaps import (
    SELF,
    VILLAGE,
    BookDays,
    BookInstead,
    BookTake,
    BookTakeDay,
    BookTimes,
    BookWhat,
)
from domain.messages import Button, Moment, Text, t, verbatim
from domain.officetime import local_day, midnight
from domain.tap import Tap
from domain.taps import Go
from domain.timetable import AHEAD
from handlers import intake, passing
from handlers.talk import Rows, Talk, paged, tap
from services import activity_access, activity_cards, signup_cards, venues
from services.errors import NotFoundError, RefusedError
from services.kinds import Activity
from services.venues import WEEK, Day, Time

FORM, DAY = passing.BOOK_WHAT, passing.BOOK_DAY
TIMES = 4
"""Times of a day on one screen."""


async def days(talk: Talk, chosen: BookDays) -> None:
    """Which day? A week of them, each free or full."""
    activity = await _room(talk, chosen.activity_id, chosen.whose)
    week = min(max(chosen.week, 0), AHEAD // WEEK - 1)
    found = await venues.days(talk.tx, talk.account, activity.id, week)
    zone = await activity_cards.zone_of(talk.tx, activity)
    buttons = [_day(one, BookTimes(activity.id, chosen.whose, str(one.day), 0), zone) for one in found]
    rows: Rows = [buttons[start : start + 2] for start in range(0, len(buttons), 2)]
    turn = BookDays(activity.id, chosen.whose, 1 - week)
    rows.append([tap("button-book-this-week" if week else "button-book-next-week", turn)])
    if chosen.whose == VILLAGE:
        rows[-1].append(tap("button-book-any-day", BookTakeDay(activity.id, "")))
    text = t("book-days-village" if chosen.whose == VILLAGE else "book-days", title=activity.planned.title)
    talk.show(text, [*rows, _back(_page(activity, chosen.whose))])


async def _room(talk: Talk, activity_id: int, whose: int) -> Activity:
    """The room; its list is only for whoever looks after it. Raises NotFoundError."""
    activity = await venues.room(talk.tx, talk.account, activity_id)
    if whose == VILLAGE and not activity_access.keeps_list(talk.account, activity):
        raise NotFoundError
    return activity


def _page(activity: Activity, whose: int) -> ActivityDo:
    return ActivityDo("manage" if whose == VILLAGE else "look", activity.id)


def _back(to: Tap) -> list[Button]:
    return [tap("button-back", to), tap("button-person", Go("person"))]


def _day(one: Day, meaning: Tap, zone: str) -> Button:
    at = Moment(at=midnight(one.day, zone), zone=zone, style="date")
    return tap("button-book-day", meaning, day=at, free=one.free)


def _of(day: str) -> date:
    try:
        return date.fromisoformat(day)
    except ValueError:
        raise NotFoundError from None


async def times(talk: Talk, chosen: BookTimes) -> None:
    """Which time? One that is taken has a line; whoever looks after the room sees who has it."""
    activity = await _room(talk, chosen.activity_id, chosen.whose)
    day = _of(chosen.day)
    zone = await activity_cards.zone_of(talk.tx, activity)
    found = await venues.times(talk.tx, talk.account, activity.id, day)
    buttons = [_time(one, chosen.whose, zone) for one in found]
    rows = paged(buttons, chosen.page, lambda n: BookTimes(activity.id, chosen.whose, chosen.day, n), TIMES)
    at = Moment(at=midnight(day, zone), zone=zone, style="date")
    title = activity.planned.title
    if chosen.whose == VILLAGE:
        if any(not one.held for one in found) and activity_access.makes(
            talk.account, activity.center_id, activity.kind
        ):
            rows.append([tap("button-book-take-day", BookTakeDay(activity.id, chosen.day))])
        lines = [t("book-times-village", title=title, day=at), *(_who(one, zone) for one in found)]
        text = t("lines", items=lines)
    else:
        text = t("book-times" if found else "book-times-none", title=title, day=at)
    talk.show(text, [*rows, _back(BookDays(activity.id, chosen.whose, 0))])


def _time(one: Time, whose: int, zone: str) -> Button:
    hours = venues.during(one.slot, zone)
    if whose == VILLAGE:
        meaning = BookTake("free" if one.held else "take", one.slot.id)
        return tap("button-book-give-back" if one.held else "button-book-take", meaning, hours=hours)
    if one.held:
        return tap("button-book-held", BookTake("held", one.slot.id), hours=hours)
    if one.own is not None and whose == SELF:
        return tap("button-book-own", SignupDo("open", one.own.id), hours=hours)
    sign = SignFor(one.slot.id, "me", 0) if whose == SELF else SignWhom(one.slot.id, 0)
    return tap(
        "button-book-free" if one.places.left else "button-book-wait",
        sign,
        hours=hours,
        waiting=one.places.waiting,
    )


def _who(one: Time, zone: str) -> Text:
    """A time and who has it, for whoever looks after the room."""
    hours = venues.during(one.slot, zone)
    if one.held:
        return t("book-row-held", hours=hours)
    if not one.rows:
        return t("book-row-free", hours=hours)
    first, *others = one.rows
    what = t("book-row-what", what=first.purpose) if first.purpose else verbatim("")
    return t("book-row", hours=hours, name=first.name, what=what, others=len(others))


async def take(talk: Talk, chosen: BookTake) -> None:
    """The village needs it, or does not after all."""
    if chosen.action == "held":
        raise RefusedError(t("book-held"))
    activity, day, booked = await venues.booked(talk.tx, talk.account, chosen.slot_id)
    match chosen.action:
        case "take" if mine := [one for one in booked if one.slot.id == chosen.slot_id]:
            await _sure(talk, activity, day, mine, "take-sure")
            return
        case "take" | "take-sure":
            await venues.take(talk.tx, talk.account, chosen.slot_id)
        case "day-sure":
            await _take_day(talk, activity.id, day)
            return
        case "free":
            await venues.give_back(talk.tx, talk.account, chosen.slot_id)
        case _:
            raise NotFoundError
    talk.toast(t("book-is-free" if chosen.action == "free" else "book-is-taken"))
    await times(talk, BookTimes(activity.id, VILLAGE, str(day), 0))


async def _sure(talk: Talk, activity: Activity, day: date, booked: Sequence[Time], action: str) -> None:
    """Somebody has it: who, and whether the village really needs it."""
    zone = await activity_cards.zone_of(talk.tx, activity)
    at = Moment(at=midnight(day, zone), zone=zone, style="date")
    items = [_who(one, zone) for one in booked]
    rows = [
        [tap("button-book-take-sure", BookTake(action, booked[0].slot.id))],
        _back(BookTimes(activity.id, VILLAGE, str(day), 0)),
    ]
    talk.show(t("book-take-sure", title=activity.planned.title, day=at, items=items), rows)


async def take_day(talk: Talk, chosen: BookTakeDay) -> None:
    """The village needs it all day; which day, can be typed."""
    if chosen.day:
        await _ask_or_take_day(talk, chosen.activity_id, _of(chosen.day))
        return
    activity = await _room(talk, chosen.activity_id, VILLAGE)
    intake.check_free(talk, DAY)
    await talk.keep(DAY, activity=activity.id)
    await ask_day(talk)


async def _ask_or_take_day(talk: Talk, activity_id: int, day: date) -> None:
    activity = await _room(talk, activity_id, VILLAGE)
    if booked := await venues.booked_on(talk.tx, talk.account, activity.id, day):
        await _sure(talk, activity, day, booked, "day-sure")
    else:
        await _take_day(talk, activity_id, day)


async def _take_day(talk: Talk, activity_id: int, day: date) -> None:
    await venues.take_day(talk.tx, talk.account, activity_id, day)
    talk.toast(t("book-is-taken"))
    await times(talk, BookTimes(activity_id, VILLAGE, str(day), 0))


async def ask_day(talk: Talk) -> None:
    """Ask for the day."""
    talk.say(t("book-ask-day"), [_stop()])


def _stop() -> list[Button]:
    return [tap("button-never-mind", Go("drop")), tap("button-person", Go("person"))]


async def day_message(talk: Talk) -> None:
    """The day was typed."""
    activity = await _room(talk, talk.data["activity"], VILLAGE)
    zone = await activity_cards.zone_of(talk.tx, activity)
    day = read_day(talk.text, local_day(talk.tx.now, zone))
    if day is None:
        talk.say(t("book-no-such-day"))
        await ask_day(talk)
        return
    await _ask_or_take_day(talk, activity.id, day)
    await talk.leave()


async def instead(talk: Talk, chosen: BookInstead) -> None:
    """Another time than the one that the village needs itself."""
    row = await venues.instead(talk.tx, talk.account, chosen.signup_id, chosen.slot_id)
    talk.put(await signup_cards.card(talk.tx, talk.account, row))


async def what_for(talk: Talk, chosen: BookWhat) -> None:
    """Ask what somebody wants the room for."""
    intake.check_free(talk, FORM)
    await venues.own(talk.tx, talk.account, chosen.signup_id)
    await talk.keep(FORM, signup=chosen.signup_id)
    await ask(talk)


async def ask(talk: Talk) -> None:
    """Ask for it in a few words."""
    talk.say(t("book-ask-what"), [_stop()])


async def message(talk: Talk) -> None:
    """It was written."""
    signup_id = talk.data["signup"]
    if not talk.text.strip():
        await ask(talk)
        return
    await talk.leave()
    row = await venues.say_what_for(talk.tx, talk.account, signup_id, talk.text)
    talk.put(await signup_cards.card(talk.tx, talk.account, row))
