"""What the center keeps for itself: a place in a slot that nobody has, because the village needs the room,
the thing is being mended, or it cannot be found any more."""

from __future__ import annotations

from domain.signups import CENTER, GONE, Move, Standing
from services import signups_moving
from storage import activities, loans, signups, units
from storage.activities import Activity, ActivitySlot
from storage.people import Account
from storage.signups import Signup
from storage.transaction import Tx


async def withhold(tx: Tx, actor: Account, activity: Activity, slot: ActivitySlot, which: int) -> Signup:
    """Keep a seat that is free; `which` tells several in one slot apart. The activity must be locked."""
    center = await units.unit_of(tx, activity.center_id)
    row = Signup(
        activity_id=activity.id,
        slot_id=slot.id,
        subject=f"{CENTER}{center.id}:{which}",
        name=center.name,
        signed_by="officer",
        signed_by_id=actor.id,
        signed_at=tx.now,
        place=await signups.last_place(tx, slot.id) + 1,
        state=Standing.SEATED,
        skips=0,
        changed_at=tx.now,
    )
    await signups.add(tx, row)
    return row


async def release(tx: Tx, activity: Activity, row: Signup) -> None:
    """It can be had again: whoever waits is asked. The activity must be locked."""
    signups_moving.to(tx, row, Move.CANCEL)
    await signups_moving.move_up(tx, activity, row.slot_id)


async def write_off(tx: Tx, activity: Activity, row: Signup) -> None:
    """What is kept cannot be found: there is one less from now on. Of the last one the place stays, since a
    slot has one seat at least, and nobody gets it. The activity must be locked."""
    slot = await activities.slot_now(tx, row.slot_id)
    row.subject += GONE
    if slot is not None and slot.seats is not None and slot.seats > 1:
        signups_moving.to(tx, row, Move.CANCEL)
        _count(activity, slot, slot.seats - 1)
    await tx.session.flush()


async def put_back(tx: Tx, activity: Activity, row: Signup) -> None:
    """It has been found, or there is another in its place: whoever waits is asked. The activity must be
    locked."""
    slot = await activities.slot_now(tx, row.slot_id)
    row.subject = row.subject.removesuffix(GONE)
    others = [one for one in await loans.gone(tx, activity.id) if one.id != row.id]
    kept = next((one for one in (row, *others) if one.state == Standing.SEATED), None)
    if kept is not None:
        signups_moving.to(tx, kept, Move.CANCEL)
    elif slot is not None and slot.seats is not None:
        _count(activity, slot, slot.seats + 1)
    await tx.session.flush()
    await signups_moving.move_up(tx, activity, row.slot_id)


def _count(activity: Activity, slot: ActivitySlot, seats: int) -> None:
    slot.seats = seats
    activity.version += 1  # a form that began before would set them back
