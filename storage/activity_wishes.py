"""What people would like to learn or take part in, until there is one."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, Index, String, and_, delete, or_, select, update
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base, BigId, EncryptedText, UtcDateTime, partial
from storage.due import turn
from storage.transaction import Tx


class ActivityWish(Base):
    """Somebody would like to learn something. It is open until there is one (`met_at`), and counts for a
    while (domain/activity_wishes.py); who does not want it any more takes the row away."""

    __tablename__ = "activity_wish"
    __table_args__ = (
        partial(
            "uq_activity_wish_open", "center_id", "key", "account_id", where="met_at IS NULL", unique=True
        ),
        Index("ix_activity_wish_account", "account_id", "center_id", "id"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    center_id: Mapped[int] = mapped_column(ForeignKey("org_unit.id"))
    account_id: Mapped[int] = mapped_column(BigInteger, ForeignKey("account.id"))
    key: Mapped[str] = mapped_column(String(100))
    """By which wishes for the same thing are found (domain/wanting_subjects.py)."""
    words: Mapped[str] = mapped_column(EncryptedText)
    """What for, in their own words."""
    wished_at: Mapped[datetime] = mapped_column(UtcDateTime)
    """When they last said so."""
    told_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    """When whoever could make one heard of it."""
    met_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    """When there was one."""


@dataclass(frozen=True)
class OpenWish:
    """A wish without its words: they are ciphertext, and to count wishes none are needed."""

    id: int
    account_id: int
    key: str
    told_at: datetime | None


async def add(tx: Tx, row: ActivityWish) -> None:
    """Note a wish; the row has its id afterwards."""
    tx.session.add(row)
    await tx.session.flush()


async def wish(tx: Tx, wish_id: int) -> ActivityWish | None:
    """A wish, locked until the commit."""
    return await tx.lock(ActivityWish, wish_id)


async def remove(tx: Tx, row: ActivityWish) -> None:
    """It is wished no more."""
    await tx.session.delete(row)


async def open_at(tx: Tx, center_id: int, since: datetime) -> list[OpenWish]:
    """The open wishes at a center that were last said after a moment, the earliest first."""
    query = select(ActivityWish.id, ActivityWish.account_id, ActivityWish.key, ActivityWish.told_at)
    query = query.where(
        ActivityWish.center_id == center_id, ActivityWish.met_at.is_(None), ActivityWish.wished_at > since
    )
    found = [OpenWish(*one) for one in await tx.session.execute(query)]
    return sorted(found, key=lambda one: one.id)  # asked for in this order, a planner reads all wishes by key


async def of_account(tx: Tx, account_id: int, center_id: int) -> list[ActivityWish]:
    """What somebody would like at a center, however long ago they said so, the latest first."""
    query = select(ActivityWish).where(
        ActivityWish.account_id == account_id,
        ActivityWish.center_id == center_id,
        ActivityWish.met_at.is_(None),
    )
    return list(await tx.session.scalars(query.order_by(ActivityWish.id.desc())))


async def words(tx: Tx, wish_ids: Collection[int]) -> dict[int, str]:
    """The words of these wishes, the earliest first."""
    query = select(ActivityWish.id, ActivityWish.words).where(ActivityWish.id.in_(wish_ids))
    found = await tx.session.execute(query.order_by(ActivityWish.id))
    return {wish_id: said for wish_id, said in found}  # noqa: C416 - rows are no pairs


async def mark_told(tx: Tx, wish_ids: Collection[int]) -> None:
    """Whoever could make one has heard of these wishes."""
    await tx.session.execute(update(ActivityWish).where(ActivityWish.id.in_(wish_ids)).values(told_at=tx.now))


async def mark_met(tx: Tx, wish_ids: Collection[int]) -> None:
    """There is one now."""
    await tx.session.execute(update(ActivityWish).where(ActivityWish.id.in_(wish_ids)).values(met_at=tx.now))


async def forget(tx: Tx, said_before: datetime, met_before: datetime, at_once: int) -> None:
    """Delete open wishes that were last said before a moment, and those that were met before another, among
    those whose turn it is (storage/due.py)."""
    first, last = await turn(tx, ActivityWish.id, at_once)
    is_lapsed = and_(ActivityWish.met_at.is_(None), ActivityWish.wished_at < said_before)
    gone = delete(ActivityWish).where(
        ActivityWish.id.between(first, last), or_(is_lapsed, ActivityWish.met_at < met_before)
    )
    await tx.session.execute(gone.execution_options(synchronize_session=False))
