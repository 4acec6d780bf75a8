"""Offers: to whom a request was shown, who may take it."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint, select
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base, BigId, UtcDateTime, partial
from storage.transaction import Tx


class Offer(Base):
    """A card of a request shown to somebody who may take it."""

    __tablename__ = "offer"
    __table_args__ = (
        UniqueConstraint("request_id", "account_id"),
        partial("ix_offer_out", "account_id", where="withdrawn_at IS NULL"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    request_id: Mapped[int] = mapped_column(ForeignKey("service_request.id"))
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    offered_at: Mapped[datetime] = mapped_column(UtcDateTime)
    withdrawn_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    passed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    """When they were told that it rises past them: once is enough."""


async def of_request(tx: Tx, request_id: int) -> list[Offer]:
    """The cards that are out for a request."""
    query = select(Offer).where(Offer.request_id == request_id, Offer.withdrawn_at.is_(None))
    return list(await tx.session.scalars(query.order_by(Offer.id)))


async def of_account(tx: Tx, account_id: int) -> list[Offer]:
    """The cards that an account has been shown and that were not withdrawn."""
    query = select(Offer).where(Offer.account_id == account_id, Offer.withdrawn_at.is_(None))
    return list(await tx.session.scalars(query.order_by(Offer.id)))


def add(tx: Tx, row: Offer) -> None:
    """Somebody is offered a request for the first time."""
    tx.mind.append(row)
    tx.mind.hangs(row.request_id, row.account_id)


async def one(tx: Tx, request_id: int, account_id: int) -> Offer | None:
    """The offer of a request to an account, withdrawn or not."""
    if tx.mind.is_bare(request_id, account_id):
        return None
    query = select(Offer).where(Offer.request_id == request_id, Offer.account_id == account_id)
    return (await tx.session.scalars(query)).one_or_none()
