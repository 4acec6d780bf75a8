"""How many seats a slot has: more of them, or fewer."""

from __future__ import annotations

from domain.activities import MOST_SEATS
from domain.messages import t
from domain.signups import Standing
from services import activity_access, signups_moving
from services.errors import NotFoundError, RefusedError
from storage import activities, signups
from storage.activities import ActivitySlot
from storage.people import Account
from storage.transaction import Tx


async def change(tx: Tx, actor: Account, slot_id: int, seats: int | None) -> ActivitySlot:
    """More seats or fewer; whoever waits is asked. Raises NotFoundError, RefusedError when so many have a
    seat already: nobody is sent away."""
    slot = await activities.slot(tx, slot_id)
    if slot is None:
        raise NotFoundError
    activity = await activity_access.made_by(tx, actor, slot.activity_id)
    slot = await check(tx, slot_id, seats)
    if slot.seats != seats:
        slot.seats = seats
        activity.version += 1  # a form that began before would set them back
        if activity.form == "seats":
            activity.plan = activity.planned.model_copy(update={"seats": seats}).pack()
    await signups_moving.move_up(tx, activity, slot.id)
    return slot


async def check(tx: Tx, slot_id: int, seats: int | None) -> ActivitySlot:
    """A slot that can have so many, locked; its activity must be. Raises as `change`."""
    slot = await activities.slot_now(tx, slot_id)
    counted = await signups.taken(tx, slot_id)
    used = counted[Standing.SEATED] + counted[Standing.OFFERED]
    if seats is not None and not 1 <= seats <= MOST_SEATS:
        raise RefusedError(t("signup-seats-none", highest=MOST_SEATS))
    if slot is None or (seats is not None and seats < used):
        raise RefusedError(t("signup-seats-taken", taken=used))
    return slot
