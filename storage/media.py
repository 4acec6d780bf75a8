"""Files on their way from the bot that received them to another one that is to send them.

The chat network gives every bot names of its own for files. So the bot that is to send a file asks the one
that received it; that one's process fetches the file and leaves it here, as ciphertext, until it is used.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Index,
    String,
    UniqueConstraint,
    delete,
    select,
    update,
)
from sqlalchemy.orm import Mapped, mapped_column

from storage import secrets, signals
from storage.base import Base, BigId, EncryptedBytes, EncryptedText, UtcDateTime, partial
from storage.transaction import Tx

KEPT = timedelta(days=1)
"""How long a file that nobody fetched, and the knowledge that it cannot be had, are kept."""
NAME_LIMIT = 100


class MediaCopy(Base):
    """A file that one bot received and another is to send.

    state  asked -> ready (it is here) | refused (it cannot be had); when it was sent once, used: the bot
           that asked has a file id of its own for it, and the file is here no more
    """

    __tablename__ = "media_copy"
    __table_args__ = (
        CheckConstraint("state in ('asked','ready','refused','used')", name="state"),
        UniqueConstraint("to_bot_id", "from_bot_id", "file_key"),
        partial("ix_media_copy_asked", "from_bot_id", where="state = 'asked'"),
        Index("ix_media_copy_asked_at", "asked_at"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    from_bot_id: Mapped[int] = mapped_column(BigInteger)
    to_bot_id: Mapped[int] = mapped_column(BigInteger)
    file_key: Mapped[str] = mapped_column(String(64))
    """The fingerprint of `file_id`."""
    file_id: Mapped[str] = mapped_column(EncryptedText)
    """The name the first bot has for it."""
    state: Mapped[str] = mapped_column(String(8))
    asked_at: Mapped[datetime] = mapped_column(UtcDateTime)
    filled_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    name: Mapped[str | None] = mapped_column(String(NAME_LIMIT))
    """What the chat network calls the file: from its ending one sees its kind."""
    data: Mapped[bytes | None] = mapped_column(EncryptedBytes, deferred=True)
    own_file_id: Mapped[str | None] = mapped_column(EncryptedText)
    """The name the second bot has for it since it was sent."""


async def wanted(tx: Tx, from_bot_id: int, file_id: str) -> MediaCopy:
    """The copy of a file for the bot of this transaction; asked for now if it never was."""
    key = secrets.fingerprint(file_id)
    query = select(MediaCopy).where(
        MediaCopy.to_bot_id == tx.bot_id, MediaCopy.from_bot_id == from_bot_id, MediaCopy.file_key == key
    )
    found = (await tx.session.scalars(query)).one_or_none()
    if found is None:
        found = MediaCopy(
            from_bot_id=from_bot_id,
            to_bot_id=tx.bot_id,
            file_key=key,
            file_id=file_id,
            state="asked",
            asked_at=tx.now,
        )
        tx.session.add(found)
        await tx.session.flush()
        signals.notify(tx, from_bot_id, signals.COPIES)
    return found


async def asked_of(tx: Tx, *, limit: int = 20, but: Iterable[int] = ()) -> list[MediaCopy]:
    """What other bots have asked the bot of this transaction for, the oldest first."""
    query = select(MediaCopy).where(
        MediaCopy.from_bot_id == tx.bot_id, MediaCopy.state == "asked", MediaCopy.id.not_in(list(but))
    )
    return list(await tx.session.scalars(query.order_by(MediaCopy.id).limit(limit)))


async def fill(tx: Tx, copy_id: int, data: bytes | None, name: str | None = None) -> None:
    """Leave a file for who asked for it; without data, let it be known that it cannot be had."""
    copy = await tx.session.get(MediaCopy, copy_id, with_for_update=True)
    if copy is not None and copy.state == "asked":
        copy.state = "refused" if data is None else "ready"
        copy.data, copy.name, copy.filled_at = data, (name or "")[-NAME_LIMIT:] or None, tx.now
        signals.notify(tx, copy.to_bot_id, signals.COPIES)


async def settled(tx: Tx, copy_ids: Iterable[int]) -> set[int]:
    """Which of these copies are not waited for any more."""
    query = select(MediaCopy.id).where(MediaCopy.id.in_(list(copy_ids)), MediaCopy.state != "asked")
    return set(await tx.session.scalars(query))


async def copy(tx: Tx, copy_id: int) -> MediaCopy | None:
    """One copy, without its data."""
    return await tx.session.get(MediaCopy, copy_id)


async def data(tx: Tx, copy_id: int) -> bytes | None:
    """The file itself, while it is here."""
    return await tx.session.scalar(select(MediaCopy.data).where(MediaCopy.id == copy_id))


async def used(tx: Tx, copy_id: int, own_file_id: str) -> None:
    """It was sent: its own name for it is all that the second bot needs from now on."""
    values = {"state": "used", "own_file_id": own_file_id, "data": None}
    await tx.session.execute(update(MediaCopy).where(MediaCopy.id == copy_id).values(values))


async def forget(tx: Tx) -> None:
    """Drop what nobody fetched for a day; whoever needs it still will ask again."""
    old = (MediaCopy.asked_at < tx.now - KEPT) & (MediaCopy.state != "used")
    await tx.session.execute(delete(MediaCopy).where(old))
