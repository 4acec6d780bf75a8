"""Notices that are written and not sent: those to be signed, those for later, and those to be used again."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, select
from sqlalchemy.orm import Mapped, mapped_column

from domain.announcing import Announcement
from storage.base import Base, BigId, EncryptedJson, EncryptedText, UtcDateTime, partial
from storage.due import next_of
from storage.transaction import Tx

WAITING = ("signing", "scheduled")


class NoticeDraft(Base):
    """A notice that is not sent yet.

    state  signing -> scheduled -> sent, or -> returned (by whoever should have signed it) | dropped;
           template: it is kept to be used again, and its author reminded of it at `look_at` if it has a
           rhythm. `look_at` is when the clock does something about it.
    """

    __tablename__ = "notice_draft"
    __table_args__ = (
        CheckConstraint(
            "state in ('signing','scheduled','template','sent','returned','dropped')", name="state"
        ),
        CheckConstraint("state <> 'scheduled' or look_at is not null", name="scheduled"),
        CheckConstraint("(state = 'sent') = (notice_id is not null)", name="sent"),
        Index("ix_notice_draft_unit", "unit_id", "state"),
        partial("ix_notice_draft_look", "look_at", where="look_at IS NOT NULL"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    unit_id: Mapped[int] = mapped_column(ForeignKey("org_unit.id"))
    author_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    announcement: Mapped[dict[str, Any]] = mapped_column(EncryptedJson)
    """What is said, to whom and when: a packed Announcement (domain/announcing.py)."""
    state: Mapped[str] = mapped_column(String(9))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    signed_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    reason: Mapped[str | None] = mapped_column(EncryptedText)
    """Why it was returned."""
    name: Mapped[str | None] = mapped_column(String(60))
    """What a template is called."""
    rhythm: Mapped[str | None] = mapped_column(String(40))
    """When a template comes up again, as domain/recurrence.py packs it."""
    look_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    notice_id: Mapped[int | None] = mapped_column(ForeignKey("notice.id"))
    """What it became."""

    @property
    def said(self) -> Announcement:
        """What is said, to whom and when."""
        return Announcement.model_validate(self.announcement)


async def add(tx: Tx, row: NoticeDraft) -> None:
    """Add a draft; it has its id afterwards."""
    tx.session.add(row)
    await tx.session.flush()


async def draft(tx: Tx, draft_id: int) -> NoticeDraft | None:
    """One draft, locked until the commit."""
    return await tx.lock(NoticeDraft, draft_id)


async def of_units(tx: Tx, unit_ids: Collection[int], states: Collection[str]) -> list[NoticeDraft]:
    """The drafts of these units in one of these states, the newest first."""
    query = select(NoticeDraft).where(NoticeDraft.unit_id.in_(unit_ids), NoticeDraft.state.in_(states))
    return list(await tx.session.scalars(query.order_by(NoticeDraft.id.desc())))


async def to_look_at(tx: Tx, states: Collection[str]) -> NoticeDraft | None:
    """The draft in one of these states that the clock should have looked at first, locked."""
    query = select(NoticeDraft).where(NoticeDraft.look_at <= tx.now, NoticeDraft.state.in_(states))
    return await next_of(tx, query, NoticeDraft.look_at, NoticeDraft.id)
