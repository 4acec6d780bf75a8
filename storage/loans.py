"""What is lent: kept for whoever may fetch it, out until it is due, and back."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, String, func, or_, select
from sqlalchemy.orm import Mapped, mapped_column

from domain.signups import CENTER, GONE, Standing
from storage.activities import ActivitySlot
from storage.base import Base, EncryptedText, UtcDateTime, partial
from storage.signups import Signup
from storage.transaction import Tx

_NOT_BACK = [one for one in Standing if one is not Standing.RETURNED]
"""Said one by one, and asked for before the loans are: all that was ever lent is passed over by the index."""


class Loan(Base):
    """One thing that somebody has a claim to, as their place says it, from then until it is back. Kept then
    too: what it was like when it came back is for the keeper, and no mark against anybody."""

    __tablename__ = "loan"
    __table_args__ = (
        CheckConstraint("(handed_at is null) = (due_at is null)", name="handed"),
        CheckConstraint("returned_at is null or handed_at is not null", name="returned"),
        CheckConstraint("(returned_at is null) = (outcome is null)", name="outcome"),
        CheckConstraint("outcome in ('fine','broken','lost')", name="outcomes"),
        CheckConstraint("answer in ('today','tomorrow','lost')", name="answer"),
        partial("ix_loan_look", "look_at", where="look_at IS NOT NULL"),
    )

    signup_id: Mapped[int] = mapped_column(ForeignKey("signup.id"), primary_key=True)
    fetch_by: Mapped[datetime] = mapped_column(UtcDateTime)
    """Until when it is kept for them."""
    handed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    handed_by_id: Mapped[int | None] = mapped_column(BigInteger, ForeignKey("account.id"))
    due_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    returned_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    back_by_id: Mapped[int | None] = mapped_column(BigInteger, ForeignKey("account.id"))
    outcome: Mapped[str | None] = mapped_column(String(10))
    """How it came back, if at all."""
    look_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    """When the clock looks at it next: it was not fetched, or somebody is to be reminded."""
    reminded: Mapped[int] = mapped_column(default=0)
    """How many of the steps in domain/lending.py are over."""
    renewed: Mapped[bool] = mapped_column(default=False)
    """Whether it was lent once more already."""
    answer: Mapped[str | None] = mapped_column(String(10))
    """What the borrower said last when they were asked for it."""
    remark: Mapped[str | None] = mapped_column(EncryptedText)
    """What the keeper wrote of its state."""

    @property
    def out(self) -> bool:
        """Whether the borrower has it."""
        return self.handed_at is not None and self.returned_at is None


async def add(tx: Tx, row: Loan) -> None:
    """Keep something for whoever may fetch it."""
    tx.session.add(row)
    await tx.session.flush()


async def peek(tx: Tx, signup_id: int) -> Loan | None:
    """The loan that goes with somebody's place, if they got so far."""
    return await tx.session.get(Loan, signup_id)


async def one(tx: Tx, signup_id: int) -> Loan | None:
    """The same, locked: whoever changes it has the lock of its activity first."""
    return await tx.lock(Loan, signup_id)


async def of_activity(tx: Tx, activity_id: int) -> list[tuple[Loan, Signup]]:
    """Who has one or may fetch one: what is due first at the top, what is still to be fetched last."""
    places = select(Signup).where(Signup.activity_id == activity_id, Signup.state.in_(_NOT_BACK))
    rows = {one.id: one for one in await tx.session.scalars(places)}
    seated = [one.id for one in rows.values() if one.state == Standing.SEATED]
    query = select(Loan).where(
        Loan.signup_id.in_(rows),
        Loan.returned_at.is_(None),
        or_(Loan.signup_id.in_(seated), Loan.handed_at.is_not(None)),
    )
    query = query.order_by(Loan.due_at.is_(None), Loan.due_at, Loan.fetch_by, Loan.signup_id)
    return [(one, rows[one.signup_id]) for one in await tx.session.scalars(query)]


async def gone(tx: Tx, activity_id: int) -> list[Signup]:
    """The places of what cannot be found any more, the latest first: called off where others are left, else
    seated."""
    query = select(Signup).where(
        Signup.activity_id == activity_id,
        Signup.subject.like(f"{CENTER}%{GONE}"),
        Signup.state.in_((Standing.SEATED, Standing.CANCELLED)),
    )
    return list(await tx.session.scalars(query.order_by(Signup.changed_at.desc(), Signup.id.desc())))


async def none_left(tx: Tx, activity_id: int) -> bool:
    """Whether nothing of what was lent can be found any more."""
    seats = select(func.sum(ActivitySlot.seats)).where(ActivitySlot.activity_id == activity_id)
    kept = sum(one.state == Standing.SEATED for one in await gone(tx, activity_id))
    return kept > 0 and kept >= (await tx.session.scalar(seats) or 0)


async def to_look(tx: Tx) -> Loan | None:
    """A loan at which the clock is to look, the longest due first; not locked: its activity's lock is taken
    first."""
    query = select(Loan).where(Loan.look_at <= tx.now).order_by(Loan.look_at).limit(1)
    return (await tx.session.scalars(query)).one_or_none()
