"""Making activities: what there is to sign up for, with its slots and sessions."""

from __future__ import annotations

from domain.activities import Plan
from domain.messages import t
from domain.officetime import local_day
from domain.units import settings_of
from services import activity_access, activity_slots, timetables
from services.errors import NotFoundError, RefusedError
from storage import activities, units
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
    if plan.starts_at is not None and plan.starts_at <= tx.now:
        raise RefusedError(t("activity-past"))
    if plan.closes_at is not None and plan.closes_at <= tx.now:
        raise RefusedError(t("activity-closes-past"))
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
