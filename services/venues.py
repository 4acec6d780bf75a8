"""Rooms: which days and times are free, booking them, and the village's own use, which goes before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from domain.lendingtaps import SELF, BookDays, BookInstead
from domain.messages import Button, Moment, Outgoing, Text, t, verbatim
from domain.officetime import local_day, midnight
from domain.proxies import Whom
from domain.signups import Move, Standing
from domain.taps import Go
from domain.timetable import AHEAD
from services import (
    activity_access,
    activity_cards,
    activity_lists,
    signup_cards,
    signup_news,
    signup_people,
    signups,
    signups_moving,
    timetables,
    withholding,
)
from services.activity_lists import Places
from services.cards import button
from services.errors import NotFoundError, RefusedError
from services.outbox import tell
from storage import activities
from storage import signups as stored
from storage.activities import Activity, ActivitySlot
from storage.people import Account
from storage.signups import Signup
from storage.transaction import Tx

WEEK = 7
LONGEST_PURPOSE = 100
FURTHEST = 365
"""Days from now within which the village can need a room itself."""
INSTEAD = 3
"""Other free times that are offered to whoever has to give theirs up."""


@dataclass(frozen=True)
class Day:
    """One day of a room, and how many of its times nobody has."""

    day: date
    free: int
    times: int


@dataclass(frozen=True)
class Time:
    """One time of a room.

    own   what the reader has booked, for themself or another
    held  whether the village needs it itself
    rows  everybody who has it or wants it; only whoever looks after the room may see them
    """

    slot: ActivitySlot
    places: Places
    own: Signup | None
    held: bool
    rows: list[Signup]


async def room(tx: Tx, actor: Account, activity_id: int) -> Activity:
    """A room whose times go on. Raises NotFoundError."""
    activity = await activity_access.seen_by(tx, actor, activity_id)
    if activity.planned.hours is None:
        raise NotFoundError
    return activity


async def days(tx: Tx, actor: Account, activity_id: int, week: int) -> list[Day]:
    """The days of a week from today on (0, or 1 for the next) on which a room can be booked. Raises
    NotFoundError."""
    activity = await room(tx, actor, activity_id)
    zone = await activity_cards.zone_of(tx, activity)
    first = local_day(tx.now, zone) + timedelta(days=WEEK * min(max(week, 0), AHEAD // WEEK - 1))
    until = midnight(first + timedelta(days=WEEK), zone)
    slots = await activities.slots_between(tx, activity.id, max(midnight(first, zone), tx.now), until)
    counted = await stored.counts_in(tx, [one.id for one in slots])
    found: dict[date, Day] = {}
    for slot in slots:
        day = local_day(slot.starts_at or tx.now, zone)
        free = activity_lists.places_of(slot, counted[slot.id]).left != 0
        known = found.get(day, Day(day, 0, 0))
        found[day] = Day(day, known.free + free, known.times + 1)
    return [found[day] for day in sorted(found)]


async def times(tx: Tx, actor: Account, activity_id: int, day: date) -> list[Time]:
    """The times of a day that have not begun. Raises NotFoundError, also for a day that is years away."""
    activity = await room(tx, actor, activity_id)
    zone = await activity_cards.zone_of(tx, activity)
    if abs((day - local_day(tx.now, zone)).days) > FURTHEST:
        raise NotFoundError
    slots = await timetables.of_day(tx, activity, day, zone)
    counted = await stored.counts_in(tx, [one.id for one in slots])
    near = {one.slot_id: one for one in await activity_lists.own(tx, actor, activity.id)}
    found = []
    for slot in slots:
        if slot.starts_at is not None and slot.starts_at > tx.now:
            rows = await stored.active(tx, slot.id)
            held = any(signup_people.withheld(one) for one in rows)
            places = activity_lists.places_of(slot, counted[slot.id])
            found.append(Time(slot, places, near.get(slot.id), held, rows))
    return found


async def day_of(tx: Tx, activity: Activity, slot_id: int) -> date:
    """The day of a time."""
    slot = await activities.slot(tx, slot_id)
    zone = await activity_cards.zone_of(tx, activity)
    return local_day(slot.starts_at if slot is not None and slot.starts_at else tx.now, zone)


async def booked(tx: Tx, actor: Account, slot_id: int) -> tuple[Activity, date, list[Time]]:
    """The room and the day of a time, and what of that day somebody has or waits for, for whoever may take it
    from them. Raises NotFoundError."""
    found = await activities.slot(tx, slot_id)
    activity = await _made_by(tx, actor, found.activity_id if found is not None else 0)
    day = await day_of(tx, activity, slot_id)
    return activity, day, await booked_on(tx, actor, activity.id, day)


async def booked_on(tx: Tx, actor: Account, activity_id: int, day: date) -> list[Time]:
    """The same of a day. Raises NotFoundError."""
    activity = await _made_by(tx, actor, activity_id)
    return [one for one in await times(tx, actor, activity.id, day) if one.rows and not one.held]


async def own(tx: Tx, actor: Account, signup_id: int) -> Signup:
    """A booking of a room that the actor may answer for. Raises NotFoundError."""
    row, activity = await signups.one(tx, actor, signup_id)
    if activity.planned.hours is None:
        raise NotFoundError
    return row


async def say_what_for(tx: Tx, actor: Account, signup_id: int, words: str) -> Signup:
    """What somebody wants a room for, in a few words that whoever looks after it reads. Raises
    NotFoundError."""
    row = await own(tx, actor, signup_id)
    row.purpose = words.strip()[:LONGEST_PURPOSE] or None
    return row


async def take(tx: Tx, actor: Account, slot_id: int) -> Activity:
    """The village needs a room at a time: whoever has it or waits for it is told, with other times that are
    free. Doing it twice changes nothing. Raises NotFoundError, RefusedError when it has begun."""
    found = await activities.slot(tx, slot_id)
    activity = await _made_by(tx, actor, found.activity_id if found is not None else 0)
    slot = await activities.slot_now(tx, slot_id)
    if slot is None or slot.starts_at is None:
        raise NotFoundError
    if slot.starts_at <= tx.now:
        raise RefusedError(t("signup-has-begun", form=activity.planned.manner))
    await _take(tx, actor, activity, [slot])
    return activity


async def _made_by(tx: Tx, actor: Account, activity_id: int) -> Activity:
    activity = await activity_access.made_by(tx, actor, activity_id)
    if activity.planned.hours is None:
        raise NotFoundError
    return activity


async def take_day(tx: Tx, actor: Account, activity_id: int, day: date) -> Activity:
    """The village needs a room all day, or it is closed then; also on a day that nobody can book yet.

    Raises NotFoundError, RefusedError for a day that is over, too far away, or on which it is not used.
    """
    activity = await _made_by(tx, actor, activity_id)
    zone = await activity_cards.zone_of(tx, activity)
    if not local_day(tx.now, zone) <= day <= local_day(tx.now, zone) + timedelta(days=FURTHEST):
        raise RefusedError(t("book-no-day"))
    slots = await timetables.make(tx, activity, day, zone)
    coming = [one for one in slots if one.starts_at is not None and one.starts_at > tx.now]
    if not coming:
        raise RefusedError(t("book-no-day"))
    await _take(tx, actor, activity, coming)
    return activity


async def _take(tx: Tx, actor: Account, activity: Activity, slots: list[ActivitySlot]) -> None:
    """All are kept before anybody is told: nobody is offered what is taken next."""
    gone: list[tuple[ActivitySlot, Signup, bool]] = []
    for slot in slots:
        rows = await stored.active(tx, slot.id)
        if any(signup_people.withheld(one) for one in rows):
            continue
        for row in rows:
            asked, waited = row.state == Standing.OFFERED, row.state != Standing.SEATED
            signups_moving.to(tx, row, Move.CANCEL)
            if asked:
                await signup_news.called_off(tx, row)
            gone.append((slot, row, waited))
        await tx.session.flush()
        for number in range(slot.seats or 1):
            await withholding.withhold(tx, actor, activity, slot, number)
    for slot, row, waited in gone:
        await _tell_taken(tx, activity, slot, row, waited=waited)


async def _tell_taken(tx: Tx, activity: Activity, slot: ActivitySlot, row: Signup, *, waited: bool) -> None:
    zone = await activity_cards.zone_of(tx, activity)
    facts = await activity_cards.facts(tx, activity, slot)
    others = [
        [Button(text=during(one, zone, day=True), tap=BookInstead(row.id, one.id).pack())]
        for one in await _free_near(tx, activity, slot)
    ]
    rows = [
        *others,
        [button("button-book-other-day", BookDays(activity.id, SELF, 0))],
        [button("button-person", Go("person"))],
    ]
    for one in await signup_people.hear(tx, row):
        text = t(
            "book-taken-waiting" if waited else "book-taken", who=signup_cards.whose(one, row), facts=facts
        )
        tell(tx, one, Outgoing(text=text, buttons=rows))


async def _free_near(tx: Tx, activity: Activity, slot: ActivitySlot) -> list[ActivitySlot]:
    """The free times nearest to one, in their order."""
    zone, about = await activity_cards.zone_of(tx, activity), slot.starts_at or tx.now
    until = midnight(local_day(tx.now, zone) + timedelta(days=AHEAD), zone)
    slots = await activities.slots_between(tx, activity.id, tx.now + timedelta(seconds=1), until)
    counted = await stored.counts_in(tx, [one.id for one in slots])
    free = [one for one in slots if activity_lists.places_of(one, counted[one.id]).left != 0]
    free.sort(key=lambda one: abs((one.starts_at or about) - about))
    return sorted(free[:INSTEAD], key=lambda one: one.starts_at or about)


async def give_back(tx: Tx, actor: Account, slot_id: int) -> Activity:
    """The village does not need a time after all: it can be booked again, and whoever waits is asked. Raises
    NotFoundError."""
    found = await activities.slot(tx, slot_id)
    activity = await _made_by(tx, actor, found.activity_id if found is not None else 0)
    for row in await stored.active(tx, slot_id):
        if signup_people.withheld(row):
            await withholding.release(tx, activity, row)
    return activity


async def instead(tx: Tx, actor: Account, signup_id: int, slot_id: int) -> Signup:
    """Another time of the same room for whoever had to give theirs up. Raises NotFoundError, and as
    `signups.sign_up` does."""
    row, activity = await signups.one(tx, actor, signup_id)
    slot = await activities.slot(tx, slot_id)
    if slot is None or slot.activity_id != activity.id:
        raise NotFoundError
    whom = None if signup_people.own(actor, row) else Whom(row.name, row.person_id, row.phone)
    fresh = await signups.sign_up(tx, actor, slot_id, whom)
    fresh.purpose = fresh.purpose or row.purpose
    return fresh


def during(slot: ActivitySlot, zone: str, *, day: bool = False) -> Text:
    """From when to when a time is, with its day if that is not clear."""
    if slot.starts_at is None or slot.ends_at is None:
        raise NotFoundError
    begins, ends = (at.astimezone(ZoneInfo(zone)) for at in (slot.starts_at, slot.ends_at))
    hours = f"{begins:%H:%M}–{ends:%H:%M}"
    if not day:
        return verbatim(hours)
    return t("book-time", day=Moment(at=slot.starts_at, zone=zone, style="date"), hours=hours)
