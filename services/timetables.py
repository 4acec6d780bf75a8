"""The times of a room, which go on by themselves: two weeks of them can be booked, today's among them."""

from __future__ import annotations

from datetime import date, timedelta

from domain.officetime import local_day, midnight
from domain.timetable import AHEAD, on
from services import activity_cards, activity_slots
from storage import activities, timetables
from storage.activities import Activity, ActivitySlot
from storage.timetables import Timetable
from storage.transaction import Tx


async def begin(tx: Tx, activity: Activity, zone: str) -> None:
    """Make the first times of a room; the activity is new."""
    yesterday = local_day(tx.now, zone) - timedelta(days=1)
    table = Timetable(activity_id=activity.id, until=yesterday, grow_at=tx.now)
    await timetables.add(tx, table)
    await _grow(tx, activity, table, zone)


async def catch_up(tx: Tx, activity: Activity) -> None:
    """Make the times of the days that have come within two weeks and that the clock has not added yet, before
    its hours are others. The activity must be locked."""
    table = await timetables.one(tx, activity.id)
    if table is not None:
        await _grow(tx, activity, table, await activity_cards.zone_of(tx, activity))


async def _grow(tx: Tx, activity: Activity, table: Timetable, zone: str) -> None:
    today = local_day(tx.now, zone)
    last = today + timedelta(days=AHEAD - 1)
    day = max(table.until + timedelta(days=1), today)
    while day <= last:
        await make(tx, activity, day, zone)
        day += timedelta(days=1)
    table.until = max(table.until, last)
    table.grow_at = midnight(today + timedelta(days=1), zone)


async def make(tx: Tx, activity: Activity, day: date, zone: str) -> list[ActivitySlot]:
    """The times of a day, made if they are not there yet: the village may need the room on a day that
    nobody else can book so far. None on a day on which it is not used, and none that have begun. The
    activity must be locked."""
    known = await of_day(tx, activity, day, zone)
    hours = activity.planned.hours
    if known or hours is None:
        return known
    position = await activities.last_position(tx, activity.id)
    coming = [one for one in on(hours, day, zone) if one.starts_at > tx.now]
    return [
        await activity_slots.add(tx, activity, number, (session,), zone)
        for number, session in enumerate(coming, start=position + 1)
    ]


async def of_day(tx: Tx, activity: Activity, day: date, zone: str) -> list[ActivitySlot]:
    """The times of a day that there are."""
    after = midnight(day + timedelta(days=1), zone)
    return await activities.slots_between(tx, activity.id, midnight(day, zone), after)


async def grow_one(tx: Tx) -> bool:
    """Add the days to a room that have come within two weeks. Returns whether there was one."""
    found = await timetables.to_grow(tx)
    if found is None:
        return False
    activity = await activities.locked(tx, found.activity_id)
    table = await timetables.one(tx, found.activity_id)
    if activity is None or table is None or table.grow_at is None or table.grow_at > tx.now:
        return True  # another process was quicker
    if activity.state == "open":
        await _grow(tx, activity, table, await activity_cards.zone_of(tx, activity))
    else:
        table.grow_at = None
    return True
