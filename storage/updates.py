"""Which updates have taken effect, and those that could not."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import BigInteger, String, Text, delete, func, insert, select
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base, BigId, EncryptedJson, UtcDateTime
from storage.transaction import Tx


class SeenUpdate(Base):
    """An update whose effect is in the database."""

    __tablename__ = "seen_update"

    bot_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    update_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)


class FailedUpdate(Base):
    """An update that could not be processed, kept whole for whoever repairs it."""

    __tablename__ = "failed_update"

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    bot_id: Mapped[int] = mapped_column(BigInteger)
    update_id: Mapped[int | None] = mapped_column(BigInteger)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    stage: Mapped[str] = mapped_column(String(10))
    """parse or handle."""
    error: Mapped[str] = mapped_column(Text)
    """The kind of error and where it was raised; never what the person wrote."""
    body: Mapped[Any] = mapped_column(EncryptedJson)


async def seen(tx: Tx, update_ids: Sequence[int]) -> set[int]:
    """Which of these updates have already taken effect."""
    query = select(SeenUpdate.update_id).where(
        SeenUpdate.bot_id == tx.bot_id, SeenUpdate.update_id.in_(update_ids)
    )
    return set(await tx.session.scalars(query))


async def mark_seen(tx: Tx, update_ids: Sequence[int]) -> None:
    """Record that these updates take effect with this transaction."""
    if update_ids:
        rows = [{"bot_id": tx.bot_id, "update_id": one, "at": tx.now} for one in update_ids]
        await tx.session.execute(insert(SeenUpdate), rows)


def quarantine(tx: Tx, *, update_id: int | None, stage: str, error: str, body: Any) -> None:
    """Keep an update that could not be processed."""
    tx.session.add(
        FailedUpdate(bot_id=tx.bot_id, update_id=update_id, at=tx.now, stage=stage, error=error, body=body)
    )


async def failed_count(tx: Tx) -> int:
    """How many updates are in quarantine."""
    return await tx.session.scalar(select(func.count()).select_from(FailedUpdate)) or 0


async def forget_seen(tx: Tx, at_most: int, keep: timedelta = timedelta(days=7)) -> bool:
    """Drop old marks, the oldest first; whether there may be more. Telegram keeps an unconfirmed update for
    24 hours at most. Those of one moment go together, even if they are a few more than `at_most`."""
    old = select(SeenUpdate.at).where(SeenUpdate.at < tx.now - keep).order_by(SeenUpdate.at)
    last = await tx.session.scalar(old.offset(at_most - 1).limit(1))
    until = SeenUpdate.at < tx.now - keep if last is None else SeenUpdate.at <= last
    await tx.session.execute(delete(SeenUpdate).where(until).execution_options(synchronize_session=False))
    return last is not None
