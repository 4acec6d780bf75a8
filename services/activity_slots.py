"""What seats are counted in: a slot with the sessions to which its people come, made and moved."""

from __future__ import annotations

import secrets
from collections.abc import Sequence

from domain.activities import MOST_TIMES, Plan, Session
from domain.moving import Origins
from services import activity_cards, reminders
from storage import activities, attendance
from storage.activities import Activity, ActivitySession, ActivitySlot
from storage.transaction import Tx

CODE = 6
"""Random bytes of the code at the place: eight characters."""


async def add(tx: Tx, activity: Activity, position: int, part: Sequence[Session], zone: str) -> ActivitySlot:
    """One slot of an activity, for as many as its plan says, and its sessions; none for what is lent."""
    slot = ActivitySlot(
        activity_id=activity.id,
        position=position,
        seats=activity.planned.seats,
        starts_at=part[0].starts_at if part else None,
        ends_at=part[-1].ends_at if part else None,
    )
    await activities.add(tx, slot)
    await activities.add(
        tx, *(_session(tx, activity, slot, n, one, zone) for n, one in enumerate(part, start=1))
    )
    return slot


def _session(
    tx: Tx, activity: Activity, slot: ActivitySlot, number: int, meant: Session, zone: str
) -> ActivitySession:
    row = ActivitySession(
        activity_id=activity.id, slot_id=slot.id, number=number, code=secrets.token_urlsafe(CODE)
    )
    _set(tx, activity, row, meant, zone)
    return row


def _set(tx: Tx, activity: Activity, row: ActivitySession, meant: Session, zone: str) -> None:
    """Give a session its time and place; what the clock does about it begins anew with another time. Whoever
    has booked a room is reminded as everybody is, but nobody counts who came."""
    is_another = (row.starts_at, row.ends_at) != (meant.starts_at, meant.ends_at)
    row.starts_at, row.ends_at, row.place = meant.starts_at, meant.ends_at, meant.place
    if is_another:
        row.sum_up_at = meant.ends_at if activity.planned.hours is None else None
        reminders.promise(tx, row, zone)


async def move(tx: Tx, activity: Activity, plan: Plan) -> None:
    """Give a course the sessions of this plan: those that have been stay as they are, and those that do not
    take place any more are gone. The activity must be locked."""
    (slot,), zone = await activities.slots(tx, activity.id), await activity_cards.zone_of(tx, activity)
    rows = await activities.sessions_of(tx, [slot.id])
    by_number = {one.number: one for one in rows}
    for number, meant in enumerate(plan.sessions, start=1):
        if number in by_number:
            _set(tx, activity, by_number.pop(number), meant, zone)
        else:
            await activities.add(tx, _session(tx, activity, slot, number, meant, zone))
    for gone in by_number.values():
        await attendance.drop_session(tx, gone)
    slot.starts_at, slot.ends_at = plan.starts_at, plan.ends_at


async def rearrange(tx: Tx, activity: Activity, was: Origins) -> None:
    """Give an activity with times to choose those of its plan: each keeps its people and their order, and
    those that were none before (`was`) are new. The activity must be locked."""
    slots, zone = await activities.slots(tx, activity.id), await activity_cards.zone_of(tx, activity)
    sessions = {one.slot_id: one for one in await activities.sessions_of(tx, [one.id for one in slots])}
    for slot in slots:
        slot.position += 2 * MOST_TIMES  # out of the way: two may not stand at one position meanwhile
    await tx.session.flush()
    for position, (meant, old) in enumerate(zip(activity.planned.sessions, was, strict=True), start=1):
        if old is None:
            await add(tx, activity, position, (meant,), zone)
            continue
        slot = slots[old]
        slot.position, slot.starts_at, slot.ends_at = position, meant.starts_at, meant.ends_at
        _set(tx, activity, sessions[slot.id], meant, zone)
