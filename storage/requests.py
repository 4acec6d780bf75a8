"""Service requests: the request, its history, its thread, its offers, and who opened it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    ColumnElement,
    ForeignKey,
    Index,
    String,
    UniqueConstraint,
    false,
    func,
    or_,
    select,
)
from sqlalchemy.orm import Mapped, mapped_column

from storage import conflicts
from storage.base import Base, BigId, EncryptedJson, EncryptedText, UtcDateTime
from storage.offers import Offer
from storage.transaction import Tx

OPEN = ("submitted", "assigned", "in_progress", "returned", "transferred", "reopened")
_OVER = "status in ('done','closed','cancelled','declined')"


class ServiceRequest(Base):
    """One need of one person, from being sent to being closed.

    Whoever asks is `asker_id` (their account), or, when filed on somebody's behalf, the person
    acted for is `person_name` (and `person_id` if the roster knows them) and the account that filed
    it is `asker_id` all the same: it is the account that follows and confirms.
    """

    __tablename__ = "service_request"
    __table_args__ = (
        UniqueConstraint("center_id", "number"),
        CheckConstraint(
            "status in ('submitted','assigned','in_progress','done','closed','returned','transferred',"
            "'cancelled','declined','reopened')",
            name="status",
        ),
        CheckConstraint("rating between 1 and 5", name="rating"),
        CheckConstraint("filed_by in ('self','proxy','clerk')", name="filed_by"),
        CheckConstraint("status not in ('assigned','in_progress') or holder_id is not null", name="held"),
        CheckConstraint(f"{_OVER} or rise_at is not null", name="never_stuck"),
        CheckConstraint("merged_into_id <> id", name="merged"),
        Index("ix_service_request_desk", "center_id", "status", "line", "due_at"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    center_id: Mapped[int] = mapped_column(ForeignKey("org_unit.id"))
    number: Mapped[str] = mapped_column(String(12))
    line: Mapped[str] = mapped_column(String(20))
    topic: Mapped[str | None] = mapped_column(String(30))
    status: Mapped[str] = mapped_column(String(12))
    urgent: Mapped[bool] = mapped_column(default=False)
    step: Mapped[str] = mapped_column(String(12), default="desk")
    """Where it lies while nobody holds it: a step of domain/escalation.py."""
    rings: Mapped[int] = mapped_column(default=0)
    """How often an urgent one has rung, waiting to be taken."""
    asker_id: Mapped[int] = mapped_column(ForeignKey("account.id"), index=True)
    asker_name: Mapped[str | None] = mapped_column(EncryptedText)
    """What somebody who has not registered calls themselves: an emergency does not wait for that."""
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    person_name: Mapped[str | None] = mapped_column(EncryptedText)
    person_phone: Mapped[str | None] = mapped_column(EncryptedText)
    filed_by: Mapped[str] = mapped_column(String(6), default="self", server_default="self")
    """self, a proxy, or the clerk for somebody who walked in or phoned."""
    anonymous: Mapped[bool] = mapped_column(default=False, server_default=false())
    """Nobody but the asker ever learns who asked: no name, no phone, no natural village."""
    village_id: Mapped[int | None] = mapped_column(ForeignKey("natural_village.id"))
    holder_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"), index=True)
    holder_role: Mapped[str | None] = mapped_column(String(20))
    """The role in which the holder took it: what the asker is told."""
    refusals: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    state_since: Mapped[datetime] = mapped_column(UtcDateTime)
    due_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    """The promise: by when it has to be taken up, or finished. Rising does not move it."""
    remind_at: Mapped[datetime | None] = mapped_column(UtcDateTime, index=True)
    """When whoever should act is reminded."""
    rise_at: Mapped[datetime | None] = mapped_column(UtcDateTime, index=True)
    """When the clock acts: unheld, it rises one step; held in silence, it goes back to the desk."""
    heard_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    """The holder's last word since the clock last looked; None is silence."""
    reminded: Mapped[int] = mapped_column(default=0)
    """How often the clock has written to its holder."""
    closes_at: Mapped[datetime | None] = mapped_column(UtcDateTime, index=True)
    """When a finished request closes by itself."""
    reopen_until: Mapped[datetime | None] = mapped_column(UtcDateTime)
    merged_into_id: Mapped[int | None] = mapped_column(ForeignKey("service_request.id"), index=True)
    """The main request that this one is done together with, and follows while it is open."""
    split_from_id: Mapped[int | None] = mapped_column(ForeignKey("service_request.id"))
    rating: Mapped[int | None]
    rating_word: Mapped[str | None] = mapped_column(EncryptedText)

    @property
    def open(self) -> bool:
        """Whether somebody still has to do something about it."""
        return self.status in OPEN


class RequestMove(Base):
    """One step of a request's history: who, when, from what to what, why."""

    __tablename__ = "request_move"

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    request_id: Mapped[int] = mapped_column(ForeignKey("service_request.id"), index=True)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    actor_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    """None when the clock did it."""
    action: Mapped[str] = mapped_column(String(20))
    from_status: Mapped[str | None] = mapped_column(String(12))
    to_status: Mapped[str] = mapped_column(String(12))
    from_line: Mapped[str | None] = mapped_column(String(20))
    to_line: Mapped[str] = mapped_column(String(20))
    step: Mapped[str | None] = mapped_column(String(12))
    """The step it lies at afterwards."""
    reason: Mapped[str | None] = mapped_column(EncryptedText)


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


class Opening(Base):
    """Somebody opened a confidential request."""

    __tablename__ = "opening"

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    request_id: Mapped[int] = mapped_column(ForeignKey("service_request.id"), index=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    at: Mapped[datetime] = mapped_column(UtcDateTime)


def hidden_from(account_id: int) -> ColumnElement[bool]:
    """The requests that are about this account: every list, count and report that is shown to somebody
    leaves them out (tests/storage/test_conflicts.py looks for queries that forget it)."""
    return ServiceRequest.id.in_(conflicts.about(account_id))


async def request(tx: Tx, request_id: int) -> ServiceRequest | None:
    """The request, locked until the commit. Only services/access.py may call this for a person."""
    return await tx.session.get(ServiceRequest, request_id, with_for_update=True)


async def of_asker(
    tx: Tx,
    account_id: int,
    *,
    person_ids: Sequence[int] = (),
    open_only: bool = False,
    but_filed_by: str | None = None,
    offset: int = 0,
    limit: int = 5,
) -> list[ServiceRequest]:
    """What this account asked for, and what was asked for these persons, newest first.

    Without what the account itself filed as `but_filed_by` (the clerk).
    """
    own = ServiceRequest.asker_id == account_id
    if but_filed_by is not None:
        own &= ServiceRequest.filed_by != but_filed_by
    query = select(ServiceRequest).where(or_(own, ServiceRequest.person_id.in_(person_ids)))
    if open_only:
        query = query.where(ServiceRequest.status.in_((*OPEN, "done")))
    query = query.order_by(ServiceRequest.id.desc()).offset(offset).limit(limit)
    return list(await tx.session.scalars(query))


async def of_holder(tx: Tx, account_id: int, *, limit: int | None = 50) -> list[ServiceRequest]:
    """What this account has taken and not finished, the earliest due first."""
    query = select(ServiceRequest).where(_held_by(account_id))
    return list(await tx.session.scalars(query.order_by(ServiceRequest.due_at).limit(limit)))


async def held_count(tx: Tx, account_id: int) -> int:
    """How many requests this account has taken and not finished."""
    query = select(func.count()).select_from(ServiceRequest).where(_held_by(account_id))
    return await tx.session.scalar(query) or 0


def _held_by(account_id: int) -> Any:
    held = (ServiceRequest.holder_id == account_id) & ServiceRequest.status.in_(OPEN)
    return held & ~hidden_from(account_id) & by_itself()


async def with_number(tx: Tx, number: str) -> list[ServiceRequest]:
    """The requests with this number, one for each center at most. Not yet for anybody to see."""
    query = select(ServiceRequest).where(ServiceRequest.number == number).order_by(ServiceRequest.id)
    return list(await tx.session.scalars(query))


def by_itself() -> Any:
    """Not merged into another: only the main one is on anybody's desk, and only it has a clock."""
    return ServiceRequest.merged_into_id.is_(None)


def _desk(account_id: int, center_lines: Sequence[tuple[int, Sequence[str]]]) -> Any:
    """Open requests that lie at these desks unheld, are offered to the account, or are held by it."""
    mine = ServiceRequest.holder_id == account_id
    offered = ServiceRequest.id.in_(
        select(Offer.request_id).where(Offer.account_id == account_id, Offer.withdrawn_at.is_(None))
    )
    desks = [
        (ServiceRequest.center_id == center) & ServiceRequest.line.in_(lines)
        for center, lines in center_lines
    ]
    waiting = ServiceRequest.holder_id.is_(None) & or_(offered, *desks)
    return (
        ServiceRequest.status.in_(OPEN)
        & ~hidden_from(account_id)
        & by_itself()
        & or_(mine, waiting)
        & or_(ServiceRequest.asker_id != account_id, mine)
    )


async def desk_queue(
    tx: Tx,
    account_id: int,
    center_lines: Sequence[tuple[int, Sequence[str]]],
    *,
    offset: int = 0,
    limit: int = 5,
) -> list[ServiceRequest]:
    """A role holder's queue: urgent first, then by due time, then by age."""
    query = (
        select(ServiceRequest)
        .where(_desk(account_id, center_lines))
        .order_by(ServiceRequest.urgent.desc(), ServiceRequest.due_at, ServiceRequest.id)
    )
    return list(await tx.session.scalars(query.offset(offset).limit(limit)))


async def desk_count(tx: Tx, account_id: int, center_lines: Sequence[tuple[int, Sequence[str]]]) -> int:
    """How many requests are in that queue."""
    query = select(func.count()).select_from(ServiceRequest).where(_desk(account_id, center_lines))
    return await tx.session.scalar(query) or 0


async def count(tx: Tx) -> int:
    """How many requests there are in all."""
    return await tx.session.scalar(select(func.count()).select_from(ServiceRequest)) or 0


async def moves(tx: Tx, request_id: int) -> list[RequestMove]:
    """The history of a request, oldest first."""
    query = select(RequestMove).where(RequestMove.request_id == request_id).order_by(RequestMove.id)
    return list(await tx.session.scalars(query))


async def entries(tx: Tx, request_id: int) -> list[RequestEntry]:
    """The thread of a request, oldest first."""
    query = select(RequestEntry).where(RequestEntry.request_id == request_id).order_by(RequestEntry.id)
    return list(await tx.session.scalars(query))


async def entry_at(tx: Tx, chat_id: int, message_id: int) -> RequestEntry | None:
    """The thread entry that a message of a person's own chat with the present bot became."""
    query = select(RequestEntry).where(RequestEntry.chat_id == chat_id, RequestEntry.message_id == message_id)
    query = query.where(or_(RequestEntry.bot_id == tx.bot_id, RequestEntry.bot_id.is_(None)))
    return (await tx.session.scalars(query.order_by(RequestEntry.id.desc()).limit(1))).one_or_none()
