"""Expenses: what a volunteer has paid for, with the picture of the receipt."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, func, select
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base, BigId, EncryptedJson, EncryptedText, UtcDateTime
from storage.transaction import Tx


class Expense(Base):
    """Money a volunteer laid out for a task, in whole fen, until somebody else says yes or no."""

    __tablename__ = "expense"
    __table_args__ = (
        CheckConstraint("fen > 0", name="fen"),
        CheckConstraint("state in ('asked','approved','declined')", name="state"),
        CheckConstraint("(state = 'asked') = (decided_at is null)", name="decided"),
        CheckConstraint("decided_by_id <> account_id", name="not_by_oneself"),
        Index("ix_expense_waiting", "center_id", "state"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    center_id: Mapped[int] = mapped_column(ForeignKey("org_unit.id"))
    seat_id: Mapped[int] = mapped_column(ForeignKey("help_seat.id"), index=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    fen: Mapped[int]
    what: Mapped[str] = mapped_column(EncryptedText)
    receipt: Mapped[dict[str, Any] | None] = mapped_column(EncryptedJson)
    """The picture of the receipt as a packed Content, or None where there was none."""
    state: Mapped[str] = mapped_column(String(8))
    asked_at: Mapped[datetime] = mapped_column(UtcDateTime)
    decided_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    decided_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    reason: Mapped[str | None] = mapped_column(EncryptedText)
    """Why it was declined."""


async def add(tx: Tx, row: Expense) -> None:
    """Add an expense; it has its id afterwards."""
    tx.session.add(row)
    await tx.session.flush()


async def expense(tx: Tx, expense_id: int) -> Expense | None:
    """An expense, locked until the commit."""
    return await tx.lock(Expense, expense_id)


async def of_seat(tx: Tx, seat_id: int) -> list[Expense]:
    """What was laid out for a seat."""
    query = select(Expense).where(Expense.seat_id == seat_id).order_by(Expense.id)
    return list(await tx.session.scalars(query))


def _waiting(center_ids: Collection[int]) -> Any:
    return (Expense.center_id.in_(center_ids)) & (Expense.state == "asked")


async def waiting(tx: Tx, center_ids: Collection[int], *, limit: int) -> list[Expense]:
    """The expenses of these centers that wait for an answer, the oldest first."""
    query = select(Expense).where(_waiting(center_ids)).order_by(Expense.id).limit(limit)
    return list(await tx.session.scalars(query))


async def count(tx: Tx, center_ids: Collection[int]) -> int:
    """How many of them there are."""
    return await tx.session.scalar(select(func.count()).where(_waiting(center_ids))) or 0
