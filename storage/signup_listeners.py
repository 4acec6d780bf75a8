"""Who is reminded of which seats."""

from __future__ import annotations

from collections import defaultdict

from sqlalchemy import or_, select, union

from domain.signups import Standing
from storage.people import Membership
from storage.signups import Signup
from storage.transaction import Tx


async def of_slot(tx: Tx, slot_id: int, *, after: int, limit: int) -> dict[int, list[Signup]]:
    """Who hears of which seats of a slot: whoever signed up, if they know of the seat, and the person it is
    for. So many accounts that come after this one, in their order."""
    first = (
        select(Membership.account_id)
        .where(Membership.person_id == Signup.person_id)
        .order_by(Membership.joined_at)
        .limit(1)
        .scalar_subquery()
    )
    seated = (Signup.slot_id == slot_id, Signup.state == Standing.SEATED)
    known = or_(Signup.outward.is_(None), Signup.signed_by == "self")
    pairs = union(
        select(Signup.account_id.label("listener"), Signup.id.label("signup_id")).where(*seated, known),
        select(first.label("listener"), Signup.id).where(*seated, Signup.person_id.is_not(None)),
    ).subquery()
    page = select(pairs.c.listener).where(pairs.c.listener > after).distinct()
    page = page.order_by(pairs.c.listener).limit(limit)
    query = select(pairs.c.listener, Signup).join(Signup, Signup.id == pairs.c.signup_id)
    query = query.where(pairs.c.listener.in_(page)).order_by(pairs.c.listener, Signup.place)
    found: dict[int, list[Signup]] = defaultdict(list)
    for listener, row in await tx.session.execute(query):
        found[listener].append(row)
    return found
