"""Activities as they are kept: what there is to sign up for, with its slots and sessions."""

from __future__ import annotations

from collections.abc import Collection

from domain.activities import FURTHEST, Plan, Session
from domain.messages import t
from domain.officetime import local_day
from domain.signups import ACTIVE, Move, Standing
from domain.units import settings_of
from services import activity_access, activity_slots, signups_moving, timetables
from services.errors import NotFoundError, RefusedError
from storage import activities, signups, units
from storage.activities import Activity, ActivityVersion
from storage.people import Account
from storage.transaction import Tx


async def create(tx: Tx, actor: Account, center_id: int, plan: Plan) -> Activity:
    """Make an activity, with the next number of its center; from now on people can sign up.

    Raises NotFoundError when the actor makes none of this kind, RefusedError for one that is over before it
    begins or for natural villages of another center.
    """
    await check(tx, actor, center_id, plan)
    center = await units.lock(tx, center_id)
    year = local_day(tx.now, settings_of(center).zone).year
    row = Activity(
        center_id=center_id,
        kind=plan.kind,
        author_id=actor.id,
        year=year,
        serial=await activities.next_serial(tx, center_id, year),
        plan=plan.pack(),
        version=1,
        state="open",
        starts_at=plan.starts_at,
        ends_at=plan.ends_at,
        created_at=tx.now,
    )
    await activities.add(tx, row)
    await _slots(tx, row, plan, settings_of(center).zone)
    version = ActivityVersion(activity_id=row.id, version=1, plan=row.plan, by_id=actor.id, at=tx.now)
    await activities.add(tx, version)
    return row


async def check(tx: Tx, actor: Account, center_id: int, plan: Plan) -> None:
    """Whether an activity can be made like that. Raises as `create`."""
    if not activity_access.makes(actor, center_id, plan.kind):
        raise NotFoundError
    check_times(tx, plan.sessions)
    if plan.closes_at is not None and plan.closes_at <= tx.now:
        raise RefusedError(t("activity-closes-past"))
    await check_whom(tx, center_id, plan)


def check_times(tx: Tx, sessions: Collection[Session]) -> None:
    """Whether all of these are still to come, and within half a year. Raises RefusedError."""
    if any(one.starts_at <= tx.now for one in sessions):
        raise RefusedError(t("activity-past"))
    if any(one.starts_at > tx.now + FURTHEST for one in sessions):
        raise RefusedError(t("activity-far"))


async def check_whom(tx: Tx, center_id: int, plan: Plan) -> None:
    """Whether it is for natural villages of this center. Raises NotFoundError."""
    known = {one.id for one in await units.villages(tx, center_id, active_only=False)}
    if not known >= {*plan.whom.villages}:
        raise NotFoundError


async def _slots(tx: Tx, row: Activity, plan: Plan, zone: str) -> None:
    """The slots in which seats are counted, and the sessions that meet: all of them in one for a course."""
    if plan.hours is not None:
        await timetables.begin(tx, row, zone)
        return
    parts = [(one,) for one in plan.sessions] if plan.form == "times" else [plan.sessions]
    for position, part in enumerate(parts, start=1):
        await activity_slots.add(tx, row, position, part, zone)


async def end_one(tx: Tx) -> bool:
    """End an activity that is over; whoever still waits for a seat waits for nothing any more. Returns
    whether there was one."""
    activity = await activities.to_end(tx)
    if activity is None:
        return False
    activity.state = "over"
    for row in await signups.of_activity(tx, activity.id):
        if row.state != Standing.SEATED:
            signups_moving.to(tx, row, Move.LAPSE)
        elif row.outward in ACTIVE:
            row.outward = Standing.LAPSED
    return True
