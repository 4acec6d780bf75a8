"""Activities in counts: for whoever makes them, and for the offices above, which see no person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import and_, case, func, or_, select

from domain.signups import ACTIVE, TAKES_SEAT, Standing
from storage.activities import Activity, ActivitySlot, later
from storage.attendance import Attendance
from storage.signups import Signup
from storage.transaction import Tx

HELD = ("open", "over")
"""What takes place, or took place."""


class Tally(NamedTuple):
    """The activities of one kind at one center that are still to begin, or have begun.

    seats      that there are, where there is a limit
    filled     those of them that somebody has or is asked about
    unlimited  seats that people have where there is none
    """

    center_id: int
    kind: str
    coming: bool
    activities: int
    seats: int
    filled: int
    unlimited: int
    waiting: int


class Sitting(NamedTuple):
    """A slot of an activity: its seats (None when there is no limit), those that somebody has or is asked
    about, and how many wait."""

    activity_id: int
    seats: int | None
    taken: int
    waiting: int


async def tallies(tx: Tx, center_ids: Collection[int], since: datetime, until: datetime) -> list[Tally]:
    """The activities of these centers that begin between two moments and were not called off, counted by
    center and kind."""
    slots = _slots(
        tx,
        Activity.center_id.in_(center_ids),
        Activity.state.in_(HELD),
        Activity.starts_at >= since,
        Activity.starts_at < until,
    ).subquery()
    limited = slots.c.seats.is_not(None)
    by = (slots.c.center_id, slots.c.kind, slots.c.coming)
    query = select(
        *by,
        func.count(slots.c.activity_id.distinct()),
        func.coalesce(func.sum(slots.c.seats), 0),
        func.sum(case((limited, slots.c.taken), else_=0)),
        func.sum(case((limited, 0), else_=slots.c.taken)),
        func.sum(slots.c.waiting),
    )
    found = await tx.session.execute(query.group_by(*by).order_by(*by))
    return [Tally(center, kind, bool(coming), *map(int, counts)) for center, kind, coming, *counts in found]


async def sitting(tx: Tx, activity_ids: Collection[int], *, over: bool) -> list[Sitting]:
    """How many sit and wait in each slot of these activities; those that are over, if wanted, as well."""
    of_these = ActivitySlot.activity_id.in_(activity_ids)
    wanted = of_these if over else later(activity_ids, ActivitySlot.ends_at, tx.now)
    found = await tx.session.execute(_slots(tx, wanted))
    return [Sitting(one.activity_id, one.seats, int(one.taken), int(one.waiting)) for one in found]


def _slots(tx: Tx, *wanted: Any) -> Any:
    """What seats are counted in, each with how many have one and how many wait."""
    coming = case((Activity.starts_at >= tx.now, 1), else_=0).label("coming")
    about = (ActivitySlot.activity_id, ActivitySlot.seats, Activity.center_id, Activity.kind)
    return (
        select(
            *about,
            coming,
            _many(Signup.state.in_(TAKES_SEAT)).label("taken"),
            _many(Signup.state == Standing.WAITING).label("waiting"),
        )
        .select_from(Activity)
        .join(ActivitySlot, ActivitySlot.activity_id == Activity.id)
        .outerjoin(Signup, and_(Signup.slot_id == ActivitySlot.id, Signup.state.in_(ACTIVE)))
        .where(*wanted)
        .group_by(ActivitySlot.id, *about, Activity.starts_at)
    )


def _many(wanted: Any) -> Any:
    return func.coalesce(func.sum(case((wanted, 1), else_=0)), 0)


async def running(tx: Tx, center_id: int, kinds: Collection[str], *, limit: int) -> list[Activity]:
    """What is made of these kinds at a center and is not over, the next first; what is lent comes last."""
    query = (
        select(Activity)
        .where(
            Activity.center_id == center_id,
            Activity.state == "open",
            Activity.kind.in_(kinds),
            or_(Activity.ends_at.is_(None), Activity.ends_at > tx.now),
        )
        .order_by(Activity.starts_at.is_(None), Activity.starts_at, Activity.id)
        .limit(limit)
    )
    return list(await tx.session.scalars(query))


async def over(
    tx: Tx, center_id: int, kinds: Collection[str], since: datetime, *, limit: int
) -> list[Activity]:
    """What of these kinds has been at a center since then and is over, the latest first."""
    query = (
        select(Activity)
        .where(
            Activity.center_id == center_id,
            Activity.state.in_(HELD),
            Activity.kind.in_(kinds),
            Activity.ends_at > since,
            Activity.ends_at <= tx.now,
        )
        .order_by(Activity.ends_at.desc(), Activity.id.desc())
        .limit(limit)
    )
    return list(await tx.session.scalars(query))


async def came(tx: Tx, activity_ids: Collection[int]) -> Counter[int]:
    """How many people were at each of these activities, each counted once."""
    query = (
        select(Signup.activity_id, func.count(Attendance.signup_id.distinct()))
        .join(Attendance, Attendance.signup_id == Signup.id)
        .where(Signup.activity_id.in_(activity_ids))
        .group_by(Signup.activity_id)
    )
    counted: Counter[int] = Counter()
    for activity_id, count in await tx.session.execute(query):
        counted[activity_id] = count
    return counted
