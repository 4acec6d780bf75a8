"""Visits of a pair: due, done, missed or not needed any more."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, func, select
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base, BigId, EncryptedJson, UtcDateTime, partial
from storage.transaction import Tx


class Visit(Base):
    """One visit, due from `due_from` until just before `due_by`. One that is due says when the clock reminds
    of it and when it counts as missed."""

    __tablename__ = "visit"
    __table_args__ = (
        CheckConstraint("state in ('due','done','missed','dropped')", name="state"),
        CheckConstraint("how in ('came','phoned','job','away')", name="how"),
        CheckConstraint("condition in ('well','so-so','needs')", name="condition"),
        CheckConstraint("due_by >= due_from", name="span"),
        CheckConstraint("(state = 'due') = (miss_at is not null)", name="due"),
        CheckConstraint("state = 'due' or remind_at is null", name="remind"),
        CheckConstraint("(state = 'done') = (done_at is not null)", name="done"),
        partial("uq_visit_due", "pair_id", where="miss_at IS NOT NULL", unique=True),
        partial("ix_visit_remind", "remind_at", where="remind_at IS NOT NULL"),
        partial("ix_visit_miss", "miss_at", where="miss_at IS NOT NULL"),
        Index("ix_visit_pair", "pair_id", "due_by"),
        Index("ix_visit_goer", "goer_id", "state"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    pair_id: Mapped[int] = mapped_column(ForeignKey("pair.id"))
    goer_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    """Who is to go, or went."""
    state: Mapped[str] = mapped_column(String(7))
    due_from: Mapped[datetime] = mapped_column(UtcDateTime)
    due_by: Mapped[datetime] = mapped_column(UtcDateTime)
    remind_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    miss_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    done_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    how: Mapped[str | None] = mapped_column(String(6))
    condition: Mapped[str | None] = mapped_column(String(5))
    said: Mapped[list[dict[str, Any]]] = mapped_column(EncryptedJson, default=list)
    """What was said or sent of it: packed Said (domain/messages.py). For the officer and the two helpers."""
    request_id: Mapped[int | None] = mapped_column(ForeignKey("service_request.id"))
    """The request that was made of a need found on it."""


async def add(tx: Tx, row: Visit) -> None:
    """Add a visit; it has its id afterwards."""
    tx.session.add(row)
    await tx.session.flush()


async def visit(tx: Tx, visit_id: int) -> Visit | None:
    """A visit, locked until the commit."""
    return await tx.lock(Visit, visit_id)


async def due(tx: Tx, pair_id: int) -> Visit | None:
    """The visit of a pair that is due next."""
    query = select(Visit).where(Visit.pair_id == pair_id, Visit.miss_at.is_not(None))
    return (await tx.session.scalars(query)).one_or_none()


async def missed(tx: Tx, pair_id: int) -> Visit | None:
    """The last visit of a pair whose time is over, if it was missed and nobody has made up for it."""
    query = select(Visit).where(Visit.pair_id == pair_id, Visit.due_by <= tx.now)
    last = (await tx.session.scalars(query.order_by(Visit.due_by.desc()).limit(1))).one_or_none()
    return last if last is not None and last.state == "missed" else None


async def past(tx: Tx, pair_id: int, *, limit: int = 5) -> list[Visit]:
    """The visits of a pair that were made, the newest first."""
    query = select(Visit).where(Visit.pair_id == pair_id, Visit.state == "done")
    return list(await tx.session.scalars(query.order_by(Visit.due_by.desc(), Visit.id.desc()).limit(limit)))


async def made_by(tx: Tx, account_id: int) -> int:
    """How many visits somebody has made, to whichever household."""
    query = select(func.count()).where(Visit.goer_id == account_id, Visit.state == "done")
    return await tx.session.scalar(query) or 0


async def to_remind(tx: Tx) -> Visit | None:
    """The visit to be reminded of the longest. Whoever changes it locks its pair first."""
    query = select(Visit).where(Visit.remind_at <= tx.now).order_by(Visit.remind_at, Visit.id)
    return (await tx.session.scalars(query.limit(1))).one_or_none()


async def to_miss(tx: Tx) -> Visit | None:
    """The visit whose time has been over the longest. Whoever changes it locks its pair first."""
    query = select(Visit).where(Visit.miss_at <= tx.now).order_by(Visit.miss_at, Visit.id)
    return (await tx.session.scalars(query.limit(1))).one_or_none()
