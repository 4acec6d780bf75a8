"""Rooms whose times go on from day to day: up to which day they are made."""

from __future__ import annotations

from collections.abc import Collection
from datetime import UTC, date, datetime

from sqlalchemy import ForeignKey, delete, func, select
from sqlalchemy.orm import Mapped, mapped_column

from storage import attendance
from storage.activities import ActivitySlot, sessions_of
from storage.base import Base, UtcDateTime, partial
from storage.signups import Signup
from storage.transaction import Tx

LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)
"""Before any room."""


class Timetable(Base):
    """How far the times of a room have grown."""

    __tablename__ = "timetable"
    __table_args__ = (partial("ix_timetable_grow", "grow_at", where="grow_at IS NOT NULL"),)

    activity_id: Mapped[int] = mapped_column(ForeignKey("activity.id"), primary_key=True)
    until: Mapped[date]
    """The last day of which it has its times."""
    grow_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    """When the next day is added; None once it was called off."""


async def add(tx: Tx, row: Timetable) -> None:
    """Begin to grow."""
    tx.session.add(row)
    await tx.session.flush()


async def one(tx: Tx, activity_id: int) -> Timetable | None:
    """A room's, locked: whoever changes it has the lock of its activity first."""
    return await tx.lock(Timetable, activity_id)


async def to_grow(tx: Tx) -> Timetable | None:
    """One to which a day is to be added, the longest due first; not locked."""
    query = select(Timetable).where(Timetable.grow_at <= tx.now).order_by(Timetable.grow_at).limit(1)
    return (await tx.session.scalars(query)).one_or_none()


async def drop(tx: Tx, slots: Collection[ActivitySlot]) -> None:
    """These times are not any more, with what was booked in them and given up: nobody may have one of them or
    wait for it. The activity must be locked.

    The newest time there is stays, as one that was long ago: SQLite gives the id of a newest row that was
    deleted out again, and an old button would book another time.
    """
    ids = [one.id for one in slots]
    for session in await sessions_of(tx, ids):
        await attendance.drop_session(tx, session)
    await tx.session.flush()
    await tx.session.execute(delete(Signup).where(Signup.slot_id.in_(ids)))
    newest = await tx.session.scalar(select(func.max(ActivitySlot.id)))
    for one in slots:
        if one.id == newest:
            one.starts_at = one.ends_at = LONG_AGO
    await tx.session.flush()
    gone = [one for one in ids if one != newest]
    await tx.session.execute(delete(ActivitySlot).where(ActivitySlot.id.in_(gone)))
