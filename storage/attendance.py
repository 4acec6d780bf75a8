"""Who was there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from datetime import datetime

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, String, delete, func, select, update
from sqlalchemy.orm import Mapped, mapped_column

from domain.signups import ACTIVE, Standing
from storage.activities import Activity, ActivitySession
from storage.base import Base, UtcDateTime
from storage.due import next_of, turn
from storage.people import Household, Person
from storage.signups import Signup
from storage.transaction import Tx
from storage.units import NaturalVillage


class Attendance(Base):
    """Somebody was there. Nothing is kept of whoever was not."""

    __tablename__ = "attendance"
    __table_args__ = (CheckConstraint("how in ('code','list','paper','walk-in')", name="how"),)

    session_id: Mapped[int] = mapped_column(ForeignKey("activity_session.id"), primary_key=True)
    signup_id: Mapped[int] = mapped_column(ForeignKey("signup.id"), primary_key=True, index=True)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    how: Mapped[str] = mapped_column(String(10))
    by_id: Mapped[int] = mapped_column(BigInteger, ForeignKey("account.id"))
    """Whoever wrote it down; whoever brought them, if they ticked them as well."""


async def add(tx: Tx, row: Attendance) -> None:
    """Write down that somebody was there."""
    tx.session.add(row)
    await tx.session.flush()


async def one(tx: Tx, session_id: int, signup_id: int) -> Attendance | None:
    """That somebody was at a session, if they were."""
    return await tx.session.get(Attendance, (session_id, signup_id))


async def remove(tx: Tx, row: Attendance) -> None:
    """It was somebody else."""
    await tx.session.delete(row)
    await tx.session.flush()


async def pass_on(tx: Tx, row: Signup) -> None:
    """Somebody has signed up once more: where they have been with the place that they gave up before, they
    have been with this one."""
    before = select(Signup).where(
        Signup.slot_id == row.slot_id, Signup.subject == row.subject, Signup.id != row.id
    )
    given_up = {one.id: one for one in await tx.session.scalars(before)}
    for came in await sessions_of(tx, [*given_up]) if given_up else ():
        old, came.signup_id = given_up[came.signup_id], row.id
        row.ask_at, old.ask_at = row.ask_at or old.ask_at, None
    await tx.session.flush()


async def drop_session(tx: Tx, row: ActivitySession) -> None:
    """A session does not take place: nobody was there."""
    await tx.session.execute(delete(Attendance).where(Attendance.session_id == row.id))
    await tx.session.delete(row)
    await tx.session.flush()


async def at_session(tx: Tx, session_id: int) -> set[int]:
    """The places of those who were at a session."""
    query = select(Attendance.signup_id).where(Attendance.session_id == session_id)
    return set(await tx.session.scalars(query))


async def sessions_of(tx: Tx, signup_ids: Collection[int]) -> list[Attendance]:
    """The sessions at which these people were, the first at the top."""
    query = (
        select(Attendance)
        .join(ActivitySession, ActivitySession.id == Attendance.session_id)
        .where(Attendance.signup_id.in_(signup_ids))
        .order_by(ActivitySession.starts_at, Attendance.signup_id)
    )
    return list(await tx.session.scalars(query))


async def times(tx: Tx, activity_id: int) -> Counter[int]:
    """How often each place of an activity was used."""
    query = (
        select(Attendance.signup_id, func.count())
        .join(Signup, Signup.id == Attendance.signup_id)
        .where(Signup.activity_id == activity_id)
        .group_by(Attendance.signup_id)
    )
    counted: Counter[int] = Counter()
    for signup_id, count in await tx.session.execute(query):
        counted[signup_id] = count
    return counted


async def listed(tx: Tx, slot_id: int) -> list[Signup]:
    """Everybody who has a seat in a slot, by the number they have on its list."""
    query = select(Signup).where(Signup.slot_id == slot_id, Signup.state == Standing.SEATED)
    return list(await tx.session.scalars(query.order_by(Signup.place)))


async def homes(tx: Tx, slot_id: int) -> dict[int, tuple[str | None, str | None]]:
    """The natural village and the phone of everybody in a slot whom the roster knows, by their place."""
    query = (
        select(Signup.id, NaturalVillage.name, Person.phone)
        .join(Person, Person.id == Signup.person_id)
        .join(Household, Household.id == Person.household_id)
        .outerjoin(NaturalVillage, NaturalVillage.id == Household.village_id)
        .where(Signup.slot_id == slot_id, Signup.state.in_(ACTIVE))
    )
    return {place: (village, phone) for place, village, phone in await tx.session.execute(query)}


async def to_ask(tx: Tx) -> Signup | None:
    """Somebody who is to be asked how it was, locked."""
    query = select(Signup).where(Signup.ask_at <= tx.now)
    return await next_of(tx, query, Signup.ask_at)


async def to_sum_up(tx: Tx) -> ActivitySession | None:
    """A session that is over and whose organiser does not know yet how many came, locked."""
    query = select(ActivitySession).where(ActivitySession.sum_up_at <= tx.now)
    return await next_of(tx, query, ActivitySession.sum_up_at)


async def verdicts(tx: Tx, activity_id: int) -> Counter[str]:
    """What was said of an activity, and how often."""
    query = (
        select(Signup.verdict, func.count())
        .where(Signup.activity_id == activity_id, Signup.verdict.is_not(None))
        .group_by(Signup.verdict)
    )
    counted: Counter[str] = Counter()
    for verdict, count in await tx.session.execute(query):
        counted[verdict or ""] = count
    return counted


async def remarks(tx: Tx, activity_id: int) -> list[str]:
    """What people added in words of their own."""
    query = select(Signup.remark).where(Signup.activity_id == activity_id, Signup.remark.is_not(None))
    return [one for one in await tx.session.scalars(query) if one]


async def forget_remarks(tx: Tx, before: datetime, at_once: int) -> None:
    """Take away what people added in words to activities that were over before this moment, among those
    whose turn it is (storage/due.py)."""
    first, last = await turn(tx, Activity.id, at_once)
    query = select(Activity.id).where(Activity.id.between(first, last), Activity.ends_at < before)
    ids = list(await tx.session.scalars(query))
    if ids:
        gone = update(Signup).where(Signup.activity_id.in_(ids), Signup.remark.is_not(None))
        await tx.session.execute(gone.values(remark=None).execution_options(synchronize_session=False))
