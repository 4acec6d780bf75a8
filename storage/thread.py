"""The thread of a request: the story it began with, then what the two sides write."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, Index, String, or_, select
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base, BigId, EncryptedJson, UtcDateTime
from storage.transaction import Tx


class RequestEntry(Base):
    """One message of a request's thread: the story it began with, then what the two sides write."""

    __tablename__ = "request_entry"
    __table_args__ = (Index("ix_request_entry_message", "chat_id", "message_id"),)

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    request_id: Mapped[int] = mapped_column(ForeignKey("service_request.id"), index=True)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    author_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    side: Mapped[str] = mapped_column(String(8))
    """asker or holder."""
    content: Mapped[dict[str, Any]] = mapped_column(EncryptedJson)
    chat_id: Mapped[int] = mapped_column(BigInteger)
    message_id: Mapped[int] = mapped_column(BigInteger)
    """The author's own message in their own chat."""
    bot_id: Mapped[int | None] = mapped_column(BigInteger)
    """The bot they wrote it to: in a chat with another bot the same number is another message. None for what
    was written before there could be several."""


async def entries(tx: Tx, request_id: int) -> list[RequestEntry]:
    """The thread of a request, oldest first."""
    query = select(RequestEntry).where(RequestEntry.request_id == request_id).order_by(RequestEntry.id)
    return list(await tx.session.scalars(query))


async def entry_at(tx: Tx, chat_id: int, message_id: int) -> RequestEntry | None:
    """The thread entry that a message of a person's own chat with the present bot became."""
    query = select(RequestEntry).where(RequestEntry.chat_id == chat_id, RequestEntry.message_id == message_id)
    query = query.where(or_(RequestEntry.bot_id == tx.bot_id, RequestEntry.bot_id.is_(None)))
    return (await tx.session.scalars(query.order_by(RequestEntry.id.desc()).limit(1))).one_or_none()
