"""Activities: what there is to sign up for, the slots whose seats are counted, and the sessions that meet."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    CheckConstraint,
    ForeignKey,
    Index,
    String,
    UniqueConstraint,
    and_,
    func,
    or_,
    select,
)
from sqlalchemy.orm import Mapped, mapped_column

from domain.activities import Plan, Session
from domain.catalogue import CATALOGUE
from storage.base import Base, BigId, EncryptedText, UtcDateTime, partial
from storage.due import next_of
from storage.notices import numbered
from storage.transaction import Tx


class Activity(Base):
    """What people of a center sign up for. Its row is locked while anybody's place changes."""

    __tablename__ = "activity"
    __table_args__ = (
        CheckConstraint("state in ('open','called-off','over')", name="state"),
        UniqueConstraint("center_id", "year", "serial"),
        Index("ix_activity_coming", "center_id", "state", "starts_at"),
        Index("ix_activity_over", "center_id", "ends_at"),
        partial("ix_activity_end", "ends_at", where="state = 'open' AND ends_at IS NOT NULL"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    center_id: Mapped[int] = mapped_column(ForeignKey("org_unit.id"))
    kind: Mapped[str] = mapped_column(String(20))
    author_id: Mapped[int] = mapped_column(BigInteger, ForeignKey("account.id"))
    year: Mapped[int]
    serial: Mapped[int]
    plan: Mapped[dict[str, Any]] = mapped_column(JSON)
    """As a packed Plan (domain/activities.py). Assign a new one to change it."""
    version: Mapped[int] = mapped_column(default=1)
    state: Mapped[str] = mapped_column(String(10))
    starts_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    ends_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    """When the first session begins, and the last is over; None for what is lent."""
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    notice_id: Mapped[int | None] = mapped_column(ForeignKey("notice.id"))
    """The notice that announced it."""
    reason: Mapped[str | None] = mapped_column(EncryptedText)
    """Why it was called off."""

    @property
    def planned(self) -> Plan:
        """What it is."""
        return Plan.model_validate(self.plan)

    @property
    def form(self) -> str:
        """How one signs up: seats, times to choose from, or a loan."""
        return CATALOGUE.activity(self.kind).form

    @property
    def number(self) -> str:
        """The number by which it is told from others at its center: "2026-003"."""
        return numbered(self.year, self.serial)


class ActivitySlot(Base):
    """What seats are counted in: all of a course, one of the times to choose, or all items of a loan."""

    __tablename__ = "activity_slot"
    __table_args__ = (
        UniqueConstraint("activity_id", "position"),
        CheckConstraint("seats >= 1", name="seats"),
        Index("ix_activity_slot_day", "activity_id", "starts_at"),
        Index("ix_activity_slot_over", "activity_id", "ends_at"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    activity_id: Mapped[int] = mapped_column(ForeignKey("activity.id"))
    position: Mapped[int]
    seats: Mapped[int | None]
    starts_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    ends_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class ActivitySession(Base):
    """One meeting, to which the people of its slot come."""

    __tablename__ = "activity_session"
    __table_args__ = (
        UniqueConstraint("slot_id", "number"),
        Index("ix_activity_session_activity", "activity_id", "starts_at"),
        partial("ix_activity_session_remind", "remind_at", where="remind_at IS NOT NULL"),
        partial("ix_activity_session_sum_up", "sum_up_at", where="sum_up_at IS NOT NULL"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    activity_id: Mapped[int] = mapped_column(ForeignKey("activity.id"))
    slot_id: Mapped[int] = mapped_column(ForeignKey("activity_slot.id"))
    number: Mapped[int]
    starts_at: Mapped[datetime] = mapped_column(UtcDateTime)
    ends_at: Mapped[datetime] = mapped_column(UtcDateTime)
    place: Mapped[str] = mapped_column(String(300), default="")
    """Where it is, if not where the activity is."""
    code: Mapped[str] = mapped_column(String(8))
    """What the QR code at the place carries: who has it is there."""
    remind_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    """When the people of the slot are reminded next; None when they have been."""
    sum_up_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    """When its organiser hears how many came; None when they have."""
    reminded_to: Mapped[int | None] = mapped_column(BigInteger)
    """The account up to which they have been, while there are more of them than one step tells."""

    @property
    def when(self) -> Session:
        """Its time and place."""
        return Session(starts_at=self.starts_at, ends_at=self.ends_at, place=self.place)


class ActivityVersion(Base):
    """What an activity was before and after it was changed, by whom."""

    __tablename__ = "activity_version"

    activity_id: Mapped[int] = mapped_column(ForeignKey("activity.id"), primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True)
    plan: Mapped[dict[str, Any]] = mapped_column(JSON)
    by_id: Mapped[int] = mapped_column(BigInteger, ForeignKey("account.id"))
    at: Mapped[datetime] = mapped_column(UtcDateTime)


async def add(tx: Tx, *rows: Activity | ActivitySlot | ActivitySession | ActivityVersion) -> None:
    """Add what there is to sign up for; it has its ids afterwards."""
    tx.session.add_all(rows)
    await tx.session.flush()


async def one(tx: Tx, activity_id: int) -> Activity | None:
    """An activity as it was read first, not locked: whoever reads it holds nobody up."""
    return await tx.session.get(Activity, activity_id)


async def locked(tx: Tx, activity_id: int) -> Activity | None:
    """The same, locked until the commit: whoever changes anybody's place has this lock."""
    return await tx.lock(Activity, activity_id)


async def next_serial(tx: Tx, center_id: int, year: int) -> int:
    """The number the next activity of a center has; the center's row must be locked."""
    query = select(func.max(Activity.serial)).where(Activity.center_id == center_id, Activity.year == year)
    return (await tx.session.scalar(query) or 0) + 1


async def slot(tx: Tx, slot_id: int) -> ActivitySlot | None:
    """One slot."""
    return await tx.session.get(ActivitySlot, slot_id)


async def slot_now(tx: Tx, slot_id: int) -> ActivitySlot | None:
    """The same as it is now, locked: whoever counts its seats has the lock of its activity first."""
    return await tx.lock(ActivitySlot, slot_id)


async def slots(tx: Tx, activity_id: int) -> list[ActivitySlot]:
    """The slots of an activity, in their order."""
    query = select(ActivitySlot).where(ActivitySlot.activity_id == activity_id)
    return list(await tx.session.scalars(query.order_by(ActivitySlot.position)))


async def first_slot(tx: Tx, activity_id: int) -> ActivitySlot | None:
    """The first slot of an activity: a room has thousands of them."""
    query = select(ActivitySlot).where(ActivitySlot.activity_id == activity_id)
    return (await tx.session.scalars(query.order_by(ActivitySlot.position).limit(1))).one_or_none()


async def slots_of(tx: Tx, activity_ids: Collection[int]) -> list[ActivitySlot]:
    """The slots of these activities that have not begun, in their order."""
    query = select(ActivitySlot).where(later(activity_ids, ActivitySlot.starts_at, tx.now))
    return list(await tx.session.scalars(query.order_by(ActivitySlot.activity_id, ActivitySlot.position)))


async def slots_since(tx: Tx, activity_id: int, since: datetime) -> list[ActivitySlot]:
    """The slots of an activity that were not over then, in their order."""
    query = select(ActivitySlot).where(later([activity_id], ActivitySlot.ends_at, since))
    return list(await tx.session.scalars(query.order_by(ActivitySlot.position)))


def later(activity_ids: Collection[int], column: Any, since: datetime) -> Any:
    """Slots of these activities that have no such time, or a later one: said so that each half of it is found
    by an index, and what a room's slots of all the years were is not read."""
    of_these = ActivitySlot.activity_id.in_(activity_ids)
    return or_(and_(of_these, column.is_(None)), and_(of_these, column > since))


async def slots_between(tx: Tx, activity_id: int, start: datetime, end: datetime) -> list[ActivitySlot]:
    """The times of an activity that begin from one moment on and before another, in their order."""
    query = select(ActivitySlot).where(
        ActivitySlot.activity_id == activity_id,
        ActivitySlot.starts_at >= start,
        ActivitySlot.starts_at < end,
    )
    return list(await tx.session.scalars(query.order_by(ActivitySlot.starts_at)))


async def last_position(tx: Tx, activity_id: int) -> int:
    """The position of the last slot of an activity; 0 if it has none."""
    query = select(func.max(ActivitySlot.position)).where(ActivitySlot.activity_id == activity_id)
    return await tx.session.scalar(query) or 0


async def session(tx: Tx, session_id: int) -> ActivitySession | None:
    """One session."""
    return await tx.session.get(ActivitySession, session_id)


async def sessions(tx: Tx, activity_id: int) -> list[ActivitySession]:
    """All sessions of an activity, the earliest first."""
    query = select(ActivitySession).where(ActivitySession.activity_id == activity_id)
    return list(await tx.session.scalars(query.order_by(ActivitySession.starts_at, ActivitySession.id)))


async def sessions_after(tx: Tx, activity_id: int, at: datetime) -> list[ActivitySession]:
    """The sessions of an activity that begin later than that, the earliest first."""
    query = select(ActivitySession).where(
        ActivitySession.activity_id == activity_id, ActivitySession.starts_at > at
    )
    return list(await tx.session.scalars(query.order_by(ActivitySession.starts_at, ActivitySession.id)))


async def sessions_of(tx: Tx, slot_ids: Collection[int]) -> list[ActivitySession]:
    """The sessions of these slots, the earliest first."""
    query = select(ActivitySession).where(ActivitySession.slot_id.in_(slot_ids))
    return list(await tx.session.scalars(query.order_by(ActivitySession.starts_at, ActivitySession.id)))


async def session_now(tx: Tx, session_id: int) -> ActivitySession | None:
    """One session as it is now, locked: whoever changes it has the lock of its activity first."""
    return await tx.lock(ActivitySession, session_id)


async def to_remind(tx: Tx) -> ActivitySession | None:
    """A session of which people are to be reminded, the longest due first; not locked: its activity's lock is
    taken first."""
    query = select(ActivitySession).where(ActivitySession.remind_at <= tx.now)
    return (await tx.session.scalars(query.order_by(ActivitySession.remind_at).limit(1))).one_or_none()


async def versions(tx: Tx, activity_id: int) -> list[ActivityVersion]:
    """What an activity was, version by version, the first first."""
    query = select(ActivityVersion).where(ActivityVersion.activity_id == activity_id)
    return list(await tx.session.scalars(query.order_by(ActivityVersion.version)))


async def to_end(tx: Tx) -> Activity | None:
    """An activity that is over and not marked so, the first of them, locked."""
    query = select(Activity).where(Activity.state == "open", Activity.ends_at <= tx.now)
    return await next_of(tx, query, Activity.ends_at)


async def coming(tx: Tx, center_id: int, *, offset: int = 0, limit: int) -> list[Activity]:
    """What one can sign up for at a center, the next first; what is lent has no time, and comes last."""
    timeless = Activity.starts_at.is_(None)
    query = (
        select(Activity)
        .where(Activity.center_id == center_id, Activity.state == "open")
        .order_by(timeless, Activity.starts_at, Activity.id)
        .offset(offset)
        .limit(limit)
    )
    return list(await tx.session.scalars(query))
