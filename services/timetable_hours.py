"""Other hours for a room: from a day on its times are others, and what somebody has booked stays as it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from datetime import date, timedelta

from domain.activities import Session
from domain.messages import Moment, t
from domain.officetime import local_day, midnight
from domain.openhours import Hours
from domain.timetable import AHEAD, on
from services import activity_cards, activity_slots, signup_people
from services.errors import RefusedError
from services.venues import FURTHEST
from storage import activities, signups, timetables
from storage.activities import Activity, ActivitySlot
from storage.transaction import Tx


def first_day(tx: Tx, since: date | None, zone: str) -> date:
    """The first day of other hours: this one, or tomorrow. Raises RefusedError for one before tomorrow, or on
    which nobody can book yet: until then it is known anyway."""
    today = local_day(tx.now, zone)
    first, last = today + timedelta(days=1), today + timedelta(days=AHEAD - 1)
    if since is not None and not first <= since <= last:
        until = Moment(at=midnight(last, zone), zone=zone, style="date")
        raise RefusedError(t("activity-since-range", until=until))
    return since or first


async def kept(tx: Tx, activity: Activity, hours: Hours, since: date) -> int:
    """How many times that somebody has booked or waits for stay though they are not among these hours; what
    the center keeps for itself is not counted."""
    zone = await activity_cards.zone_of(tx, activity)
    booked, _ = await _taken(tx, activity)
    days = await _days(tx, activity, since, zone)
    return sum(
        slot.id in booked and not _among(slot, on(hours, day, zone))
        for day, slots in days.items()
        for slot in slots
    )


async def change(tx: Tx, activity: Activity, since: date) -> None:
    """Give a room the times of its hours from a day on. What nobody has and is not among them is gone; what
    somebody has, waits for, or the center keeps stays until it is over, and no time is made that would meet
    it, nor any on a day that the village has all for itself. The activity must be locked."""
    zone, table = await activity_cards.zone_of(tx, activity), await timetables.one(tx, activity.id)
    hours = activity.planned.hours
    if table is None or hours is None:
        return
    booked, held = await _taken(tx, activity)
    days = await _days(tx, activity, since, zone)
    position = await activities.last_position(tx, activity.id)
    for day in sorted({*days, *_range(since, table.until)}):
        slots = days.get(day, [])
        if slots and all(one.id in held for one in slots):
            continue
        meant = on(hours, day, zone)
        stay = [one for one in slots if one.id in booked | held or _among(one, meant)]
        await timetables.drop(tx, [one for one in slots if one not in stay])
        for session in _beside(meant, stay):
            position += 1
            await activity_slots.add(tx, activity, position, (session,), zone)


async def _taken(tx: Tx, activity: Activity) -> tuple[set[int], set[int]]:
    """The times that somebody has booked or waits for, and those that the center keeps."""
    rows = await signups.to_come(tx, activity.id, tx.now)
    held = {one.slot_id for one in rows if signup_people.withheld(one)}
    return {one.slot_id for one in rows} - held, held


def _range(first: date, last: date) -> list[date]:
    return [first + timedelta(days=number) for number in range((last - first).days + 1)]


async def _days(tx: Tx, activity: Activity, since: date, zone: str) -> dict[date, list[ActivitySlot]]:
    """The times there are from a day on, by day: those on which the village needs it may be far ahead."""
    found: dict[date, list[ActivitySlot]] = defaultdict(list)
    until = midnight(since + timedelta(days=FURTHEST + 1), zone)
    for slot in await activities.slots_between(tx, activity.id, midnight(since, zone), until):
        if slot.starts_at is not None:
            found[local_day(slot.starts_at, zone)].append(slot)
    return found


def _among(slot: ActivitySlot, meant: Collection[Session]) -> bool:
    return (slot.starts_at, slot.ends_at) in {(one.starts_at, one.ends_at) for one in meant}


def _beside(meant: Collection[Session], stay: Collection[ActivitySlot]) -> list[Session]:
    """Those that meet none of the times that stay."""
    there = [
        Session(starts_at=one.starts_at, ends_at=one.ends_at)
        for one in stay
        if one.starts_at is not None and one.ends_at is not None
    ]
    return [one for one in meant if not any(one.meets(other) for other in there)]
