"""Making what seats are counted in: a slot with the sessions to which its people come."""

from __future__ import annotations

import secrets
from collections.abc import Sequence

from domain.activities import Session
from services import reminders
from storage import activities
from storage.activities import Activity, ActivitySession, ActivitySlot
from storage.transaction import Tx

CODE = 6
"""Random bytes of the code at the place: eight characters."""


async def add(tx: Tx, activity: Activity, position: int, part: Sequence[Session], zone: str) -> ActivitySlot:
    """One slot of an activity, for as many as its plan says, and its sessions; none for what is lent. Whoever
    has booked a room is reminded as everybody is, but nobody counts who came."""
    plan = activity.planned
    slot = ActivitySlot(
        activity_id=activity.id,
        position=position,
        seats=plan.seats,
        starts_at=part[0].starts_at if part else None,
        ends_at=part[-1].ends_at if part else None,
    )
    await activities.add(tx, slot)
    meetings = [
        ActivitySession(
            activity_id=activity.id,
            slot_id=slot.id,
            number=number,
            starts_at=one.starts_at,
            ends_at=one.ends_at,
            place=one.place,
            code=secrets.token_urlsafe(CODE),
            sum_up_at=one.ends_at if plan.hours is None else None,
        )
        for number, one in enumerate(part, start=1)
    ]
    for meeting in meetings:
        reminders.promise(tx, meeting, zone)
    await activities.add(tx, *meetings)
    return slot
