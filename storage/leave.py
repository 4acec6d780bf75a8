"""Leave: from when until when somebody with a role is away."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, or_, select
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base, BigId, UtcDateTime, partial
from storage.due import next_of
from storage.memo import remembered
from storage.transaction import Tx


class Leave(Base):
    """Somebody is away from `starts_at` until just before `ends_at`, whatever center asks for them."""

    __tablename__ = "leave"
    __table_args__ = (
        CheckConstraint("ends_at > starts_at", name="span"),
        Index("ix_leave_account_id_ends_at", "account_id", "ends_at"),
        partial("ix_leave_to_begin", "starts_at", where="begun_at IS NULL AND ended_at IS NULL"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    unit_id: Mapped[int] = mapped_column(ForeignKey("org_unit.id"))
    """The unit whose calendar its days are days of."""
    starts_at: Mapped[datetime] = mapped_column(UtcDateTime)
    ends_at: Mapped[datetime] = mapped_column(UtcDateTime)
    begun_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    """When it began and what they held was handed over; None while that is still to come."""
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    """When it ended early or, before it began, was called off."""
    created_by_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)


def add(tx: Tx, row: Leave) -> None:
    """Add a leave."""
    tx.session.add(row)


async def leave(tx: Tx, leave_id: int) -> Leave | None:
    """One leave, locked until the commit."""
    return await tx.session.get(Leave, leave_id, with_for_update=True)


async def away(tx: Tx, account_ids: Iterable[int], at: datetime) -> frozenset[int]:
    """Who of these is on leave at this moment."""
    wanted = set(account_ids)
    known = _all_away.peek(tx, at)
    if known is not None and wanted <= known[0]:
        return known[1] & wanted
    return await _away(tx, sorted(wanted), at) if wanted else frozenset()


@remembered(Leave)
async def _away(tx: Tx, wanted: list[int], at: datetime) -> frozenset[int]:
    query = select(Leave.account_id).where(
        Leave.account_id.in_(wanted),
        Leave.starts_at <= at,
        Leave.ends_at > at,
        or_(Leave.ended_at.is_(None), Leave.ended_at > at),
    )
    return frozenset(await tx.session.scalars(query))


@remembered(Leave)
async def _all_away(tx: Tx, at: datetime) -> tuple[frozenset[int], frozenset[int]]:  # noqa: ARG001
    """Of whom it is known, and who of them is away at a moment: what `prefetch` found."""
    return frozenset(), frozenset()


async def prefetch(tx: Tx, account_ids: Iterable[int]) -> None:
    """Find out for many people at once who is away now."""
    wanted = frozenset(account_ids)
    _all_away.learn(tx, (wanted, await _away(tx, sorted(wanted), tx.now)), tx.now)


async def between(tx: Tx, account_ids: Iterable[int], first: datetime, last: datetime) -> list[Leave]:
    """The leave of these people that is not over at `first` and begins before `last`, the earliest first."""
    query = select(Leave).where(
        Leave.account_id.in_(list(account_ids)),
        Leave.starts_at < last,
        Leave.ends_at > first,
        or_(Leave.ended_at.is_(None), Leave.ended_at > first),
    )
    return list(await tx.session.scalars(query.order_by(Leave.starts_at, Leave.id)))


async def coming(tx: Tx, account_id: int) -> list[Leave]:
    """The leave of somebody that runs or is still to come, the earliest first."""
    query = select(Leave).where(
        Leave.account_id == account_id, Leave.ends_at > tx.now, Leave.ended_at.is_(None)
    )
    return list(await tx.session.scalars(query.order_by(Leave.starts_at, Leave.id)))


async def to_begin(tx: Tx) -> Leave | None:
    """The leave that should have begun the longest ago, locked."""
    query = select(Leave).where(Leave.begun_at.is_(None), Leave.ended_at.is_(None), Leave.starts_at <= tx.now)
    return await next_of(tx, query, Leave.starts_at, Leave.id)
