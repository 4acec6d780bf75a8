"""Volunteers: who offers help at a center, and how they stand with its association."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String, UniqueConstraint, func, select
from sqlalchemy.orm import Mapped, mapped_column

from domain.volunteers import Profile
from storage.base import Base, BigId, EncryptedText, UtcDateTime
from storage.transaction import Tx


class Volunteer(Base):
    """Somebody who offers help at a center: one row for each pair, whatever became of it."""

    __tablename__ = "volunteer"
    __table_args__ = (
        UniqueConstraint("account_id", "center_id"),
        CheckConstraint("state in ('applied','active','paused','suspended','declined','left')", name="state"),
        CheckConstraint("state <> 'suspended' or reason is not null", name="suspended"),
        Index("ix_volunteer_center", "center_id", "state"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    center_id: Mapped[int] = mapped_column(ForeignKey("org_unit.id"))
    state: Mapped[str] = mapped_column(String(10))
    offers: Mapped[dict[str, Any]] = mapped_column(JSON)
    """What they offer: a Profile (domain/volunteers.py). Assign a new one to change it."""
    reason: Mapped[str | None] = mapped_column(EncryptedText)
    """Why they are suspended, or were not taken."""
    applied_at: Mapped[datetime] = mapped_column(UtcDateTime)
    since: Mapped[datetime] = mapped_column(UtcDateTime)
    """Since when they stand as they do."""
    decided_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    """Who took, refused, suspended or reinstated them last."""

    @property
    def profile(self) -> Profile:
        """What they offer."""
        return Profile.model_validate(self.offers)


async def volunteer(tx: Tx, volunteer_id: int) -> Volunteer | None:
    """A volunteer, locked until the commit."""
    return await tx.lock(Volunteer, volunteer_id)


async def by_ids(tx: Tx, volunteer_ids: Collection[int]) -> dict[int, Volunteer]:
    """These volunteers by their ids."""
    query = select(Volunteer).where(Volunteer.id.in_(volunteer_ids))
    return {row.id: row for row in await tx.session.scalars(query)}


async def of_account(tx: Tx, account_id: int, center_id: int) -> Volunteer | None:
    """How an account stands with a center's association; None if it never offered help there."""
    query = select(Volunteer).where(Volunteer.account_id == account_id, Volunteer.center_id == center_id)
    return (await tx.session.scalars(query)).one_or_none()


async def anywhere(tx: Tx, account_id: int) -> list[Volunteer]:
    """How an account stands with every center's association, the longest-serving first."""
    query = select(Volunteer).where(Volunteer.account_id == account_id).order_by(Volunteer.id)
    return list(await tx.session.scalars(query))


async def add(tx: Tx, row: Volunteer) -> None:
    """Add a volunteer; the row has its id afterwards."""
    tx.session.add(row)
    await tx.session.flush()


async def at_center(tx: Tx, center_id: int, states: Collection[str]) -> list[Volunteer]:
    """The volunteers of a center who stand like one of these, the longest-serving first."""
    query = select(Volunteer).where(Volunteer.center_id == center_id, Volunteer.state.in_(states))
    return list(await tx.session.scalars(query.order_by(Volunteer.id)))


async def count(tx: Tx, center_id: int, state: str) -> int:
    """How many volunteers of a center stand like this."""
    query = select(func.count()).where(Volunteer.center_id == center_id, Volunteer.state == state)
    return await tx.session.scalar(query) or 0
