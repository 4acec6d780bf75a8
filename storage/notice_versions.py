"""What a notice said before it was corrected: every version is kept."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, String, select
from sqlalchemy.orm import Mapped, mapped_column

from domain.announcing import Body
from storage.base import Base, EncryptedJson, UtcDateTime
from storage.transaction import Tx


class NoticeVersion(Base):
    """One version of a notice.

    why  written, corrected, answered (a question and its answer were added) or withdrawn
    """

    __tablename__ = "notice_version"

    notice_id: Mapped[int] = mapped_column(ForeignKey("notice.id"), primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True)
    body: Mapped[dict[str, Any]] = mapped_column(EncryptedJson)
    why: Mapped[str] = mapped_column(String(9))
    by_id: Mapped[int] = mapped_column(BigInteger, ForeignKey("account.id"))
    at: Mapped[datetime] = mapped_column(UtcDateTime)

    @property
    def said(self) -> Body:
        """What it said."""
        return Body.model_validate(self.body)


async def add(tx: Tx, row: NoticeVersion) -> None:
    """Keep a version."""
    tx.session.add(row)
    await tx.session.flush()


async def of_notice(tx: Tx, notice_id: int) -> list[NoticeVersion]:
    """All versions of a notice, the first one first."""
    query = select(NoticeVersion).where(NoticeVersion.notice_id == notice_id)
    return list(await tx.session.scalars(query.order_by(NoticeVersion.version)))
