"""The list of an activity as its keeper reads it: everybody on it, and where they live."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import and_, exists, func, select

from domain.signups import ACTIVE
from storage.activities import Activity
from storage.attendance import Attendance
from storage.people import Household, Membership
from storage.signups import Signup
from storage.transaction import Tx


async def gone(tx: Tx, activity_id: int) -> list[Signup]:
    """Whoever was at an activity before they gave their seat up."""
    came = exists().where(Attendance.signup_id == Signup.id)
    query = select(Signup).where(Signup.activity_id == activity_id, Signup.state.not_in(ACTIVE), came)
    return list(await tx.session.scalars(query.order_by(Signup.slot_id, Signup.place, Signup.id)))


async def villages(tx: Tx, signup_ids: Collection[int]) -> dict[int, int | None]:
    """The natural village of everybody who has one of these places, by the place: as the roster has it, else
    as they said themselves; None where nobody knows."""
    own = and_(
        Signup.signed_by == "self",
        Membership.account_id == Signup.account_id,
        Membership.center_id == Activity.center_id,
    )
    query = (
        select(Signup.id, func.coalesce(Household.village_id, Membership.village_id).label("village_id"))
        .join(Activity, Activity.id == Signup.activity_id)
        .outerjoin(Household, Household.id == Signup.household_id)
        .outerjoin(Membership, own)
        .where(Signup.id.in_(signup_ids))
    )
    return {one.id: one.village_id for one in await tx.session.execute(query)}
