"""What the center keeps for itself: a place in a slot that nobody has, because the village needs the room or
the thing is being mended."""

from __future__ import annotations

from domain.signups import Move, Standing
from services import signups_moving
from services.signup_people import CENTER
from storage import signups, units
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
