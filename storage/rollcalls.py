"""Roll calls: where one is under way, what it brought, and the boards that show it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    CheckConstraint,
    ForeignKey,
    Index,
    String,
    func,
    select,
)
from sqlalchemy.orm import Mapped, mapped_column

from domain.rollcall import Report
from storage.base import Base, EncryptedJson, UtcDateTime, partial
from storage.due import next_of
from storage.memo import remembered
from storage.transaction import Tx

_OPEN = "ended_at IS NULL"


class RollCall(Base):
    """A roll call of one center; an office calls each of its centers by itself. It runs until somebody ends
    it, however long the notice takes that asks everybody."""

    __tablename__ = "roll_call"
    __table_args__ = (
        CheckConstraint("(ended_at is null) = (report is null)", name="ended"),
        Index("ix_roll_call_center", "center_id", "notice_id"),
        partial("uq_roll_call_open", "center_id", where=_OPEN, unique=True),
        partial("ix_roll_call_begun", "begun_at", where=_OPEN),
    )

    notice_id: Mapped[int] = mapped_column(ForeignKey("notice.id"), primary_key=True)
    center_id: Mapped[int] = mapped_column(ForeignKey("org_unit.id"))
    villages: Mapped[list[int]] = mapped_column(JSON)
    """The natural villages that are called; none for all of the center."""
    kind: Mapped[str] = mapped_column(String(10))
    """The kind of emergency that somebody is in who needs help."""
    begun_at: Mapped[datetime] = mapped_column(UtcDateTime)
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    ended_by_id: Mapped[int | None] = mapped_column(BigInteger, ForeignKey("account.id"))
    report: Mapped[dict[str, Any] | None] = mapped_column(EncryptedJson)
    """What it brought, as a packed Report (domain/rollcall.py)."""

    @property
    def brought(self) -> Report:
        """What it brought, once it is over."""
        return Report.model_validate(self.report or {})

    def calls(self, village_id: int | None) -> bool:
        """Whether it is for those of this natural village."""
        return not self.villages or village_id in self.villages


class RollCallBoard(Base):
    """The live board of a unit: when it is looked at next (None when nothing runs), and what it said last."""

    __tablename__ = "roll_call_board"
    __table_args__ = (partial("ix_roll_call_board_look", "look_at", where="look_at IS NOT NULL"),)

    unit_id: Mapped[int] = mapped_column(ForeignKey("org_unit.id"), primary_key=True)
    look_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    shown: Mapped[int] = mapped_column(default=-1)


async def add(tx: Tx, row: RollCall | RollCallBoard) -> None:
    """Add a roll call or a board."""
    tx.session.add(row)
    await tx.session.flush()


async def one(tx: Tx, notice_id: int) -> RollCall | None:
    """The roll call that goes with a notice; a batch of answers asks once for all that are under way."""
    await _under_way(tx)
    return await tx.session.get(RollCall, notice_id)


@remembered(RollCall)
async def _under_way(tx: Tx) -> list[RollCall]:
    query = select(RollCall).where(RollCall.ended_at.is_(None))
    return list(await tx.session.scalars(query))


async def locked(tx: Tx, notice_id: int) -> RollCall | None:
    """The same, locked until the commit."""
    return await tx.lock(RollCall, notice_id)


async def open_at(tx: Tx, center_ids: Collection[int]) -> list[RollCall]:
    """The roll calls under way at these centers, one at each at most, the oldest first."""
    query = select(RollCall).where(RollCall.center_id.in_(center_ids), RollCall.ended_at.is_(None))
    return list(await tx.session.scalars(query.order_by(RollCall.notice_id)))


async def open_ids(tx: Tx) -> list[int]:
    """The notices of all roll calls under way, the oldest first."""
    query = select(RollCall.notice_id).where(RollCall.ended_at.is_(None)).order_by(RollCall.notice_id)
    return list(await tx.session.scalars(query))


async def latest(tx: Tx, center_ids: Collection[int]) -> list[RollCall]:
    """The newest roll call of each of these centers, the oldest of them first."""
    newest = select(func.max(RollCall.notice_id)).where(RollCall.center_id.in_(center_ids))
    query = select(RollCall).where(RollCall.notice_id.in_(newest.group_by(RollCall.center_id)))
    return list(await tx.session.scalars(query.order_by(RollCall.notice_id)))


async def forgotten(tx: Tx, lasts: timedelta) -> RollCall | None:
    """A roll call that nobody has ended for so long, locked."""
    query = select(RollCall).where(RollCall.ended_at.is_(None), RollCall.begun_at <= tx.now - lasts)
    return await next_of(tx, query, RollCall.begun_at)


async def board(tx: Tx, unit_id: int) -> RollCallBoard | None:
    """The board of a unit, locked until the commit."""
    return await tx.lock(RollCallBoard, unit_id)


async def board_due(tx: Tx) -> RollCallBoard | None:
    """The board that has waited longest to be looked at, locked."""
    query = select(RollCallBoard).where(RollCallBoard.look_at <= tx.now)
    return await next_of(tx, query, RollCallBoard.look_at)
