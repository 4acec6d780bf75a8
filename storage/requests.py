"""Service requests: the request, its history, its thread, its offers, and who opened it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    ColumnElement,
    ForeignKey,
    Index,
    Select,
    String,
    UniqueConstraint,
    event,
    false,
    func,
    or_,
    select,
    union,
)
from sqlalchemy.orm import Mapped, mapped_column, object_session

from storage import conflicts
from storage.base import Base, BigId, EncryptedText, UtcDateTime, partial
from storage.ids import next_id
from storage.memo import MindfulSession
from storage.offers import Offer
from storage.transaction import Tx

OPEN = ("submitted", "assigned", "in_progress", "returned", "transferred", "reopened")
_OVER = "status in ('done','closed','cancelled','declined')"
_CLOCKED = "rise_at IS NOT NULL"
"""Holds for every open request and for next to no other: an index of these stays small for ever."""


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
        Index("ix_service_request_number", "number"),
        Index("ix_service_request_asker", "asker_id", "status", "id"),
        partial("ix_service_request_person", "person_id", where="person_id IS NOT NULL"),
        partial("ix_service_request_line", "center_id", "line", where=_CLOCKED),
        partial("ix_service_request_step", "step", "center_id", where=_CLOCKED),
        partial("ix_service_request_holder", "holder_id", where=f"holder_id IS NOT NULL AND {_CLOCKED}"),
        partial("ix_service_request_rise", "rise_at", where=_CLOCKED),
        partial("ix_service_request_remind", "remind_at", where="remind_at IS NOT NULL"),
        partial("ix_service_request_close", "closes_at", where="closes_at IS NOT NULL"),
        partial("ix_service_request_merged", "merged_into_id", where="merged_into_id IS NOT NULL"),
        partial(
            "ix_service_request_follows",
            "merged_into_id",
            where=f"merged_into_id IS NOT NULL AND {_CLOCKED}",
        ),
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
    asker_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    asker_name: Mapped[str | None] = mapped_column(EncryptedText)
    """What somebody who has not registered calls themselves: an emergency does not wait for that."""
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    person_name: Mapped[str | None] = mapped_column(EncryptedText)
    person_phone: Mapped[str | None] = mapped_column(EncryptedText)
    filed_by: Mapped[str] = mapped_column(String(6), default="self", server_default="self")
    """self, a proxy, or the clerk for somebody who walked in or phoned."""
    anonymous: Mapped[bool] = mapped_column(default=False, server_default=false())
    """Nobody but the asker ever learns who asked: no name, no phone, no natural village."""
    village_id: Mapped[int | None] = mapped_column(ForeignKey("natural_village.id"))
    holder_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    holder_role: Mapped[str | None] = mapped_column(String(20))
    """The role in which the holder took it: what the asker is told."""
    refusals: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    state_since: Mapped[datetime] = mapped_column(UtcDateTime)
    due_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    """The promise: by when it has to be taken up, or finished. Rising does not move it."""
    remind_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    """When whoever should act is reminded."""
    rise_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    """When the clock acts: unheld, it rises one step; held in silence, it goes back to the desk."""
    heard_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    """The holder's last word since the clock last looked; None is silence."""
    reminded: Mapped[int] = mapped_column(default=0)
    """How often the clock has written to its holder."""
    closes_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    """When a finished request closes by itself."""
    reopen_until: Mapped[datetime | None] = mapped_column(UtcDateTime)
    merged_into_id: Mapped[int | None] = mapped_column(ForeignKey("service_request.id"))
    """The main request that this one is done together with, and follows while it is open."""
    split_from_id: Mapped[int | None] = mapped_column(ForeignKey("service_request.id"))
    notice_id: Mapped[int | None] = mapped_column(BigInteger)
    """The notice that it asks about."""
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


class Opening(Base):
    """Somebody opened a confidential request."""

    __tablename__ = "opening"

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    request_id: Mapped[int] = mapped_column(ForeignKey("service_request.id"), index=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    at: Mapped[datetime] = mapped_column(UtcDateTime)


def is_open() -> ColumnElement[bool]:
    """Whether somebody still has to do something about it. That it has a clock goes without saying (the
    constraint never_stuck), but said here it lets the database look among the open ones only."""
    return ServiceRequest.status.in_(OPEN) & ServiceRequest.rise_at.is_not(None)


def any_of(*ways: ColumnElement[bool], newest: int | None = None) -> ColumnElement[bool]:
    """Requests found in one of these ways, each by an index of its own; a plain OR is found by none.

    `newest`: no more than so many of each way are wanted, the newest.
    """
    found = [select(ServiceRequest.id).where(way) for way in ways]
    if newest is not None:
        found = [
            select(one.order_by(ServiceRequest.id.desc()).limit(newest).subquery().c.id) for one in found
        ]
    return ServiceRequest.id.in_(union(*found) if len(found) > 1 else found[0])


def hidden_from(account_id: int) -> ColumnElement[bool]:
    """The requests that are about this account: every list, count and report that is shown to somebody
    leaves them out (tests/storage/test_conflicts.py looks for queries that forget it)."""
    return ServiceRequest.id.in_(conflicts.about(account_id))


async def request(tx: Tx, request_id: int) -> ServiceRequest | None:
    """The request, locked until the commit. Only services/access.py may call this for a person."""
    return await tx.lock(ServiceRequest, request_id)


async def insert(tx: Tx, row: ServiceRequest) -> None:
    """Put a new request into the table: it has its id from now on, and is written with the others of the
    batch. The unit of work would write everything that waits first, for each of them once more."""
    row_id = await next_id(tx, ServiceRequest)
    tx.mind.settle(row, row_id)
    tx.mind.hanging[row_id] = set()
    tx.mind.idle -= {row.asker_id, row.holder_id}


async def prefetch(tx: Tx, account_ids: Iterable[int]) -> None:
    """Find out, for all people of a batch at once, who has nothing open: for them nothing is looked up."""
    wanted = set(account_ids)
    asking = select(ServiceRequest.asker_id).where(
        ServiceRequest.asker_id.in_(wanted), ServiceRequest.status.in_((*OPEN, "done"))
    )
    holding = select(ServiceRequest.holder_id).where(ServiceRequest.holder_id.in_(wanted), is_open())
    tx.mind.idle = wanted - set(await tx.session.scalars(union(asking, holding)))


def is_idle(tx: Tx, account_id: int) -> bool:
    """Whether it is known that an account neither asks for nor holds anything open."""
    return account_id in tx.mind.idle


@event.listens_for(ServiceRequest.holder_id, "set")
@event.listens_for(ServiceRequest.status, "set")
def _not_idle(row: ServiceRequest, value: Any, *_: Any) -> None:
    session = object_session(row)
    if isinstance(session, MindfulSession):
        session.idle -= {row.asker_id, row.holder_id, value}


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
    if open_only and not person_ids and is_idle(tx, account_id):
        return []
    own = ServiceRequest.asker_id == account_id
    if but_filed_by is not None:
        own &= ServiceRequest.filed_by != but_filed_by
    ways = [own, ServiceRequest.person_id.in_(person_ids)] if person_ids else [own]
    if open_only:
        ways = [way & ServiceRequest.status.in_((*OPEN, "done")) for way in ways]
    query = select(ServiceRequest).where(any_of(*ways, newest=offset + limit))
    query = query.order_by(ServiceRequest.id.desc()).offset(offset).limit(limit)
    return list(await tx.session.scalars(query))


async def with_number(
    tx: Tx, number: str, account_id: int, *, person_ids: Sequence[int], unit_ids: Sequence[int]
) -> list[ServiceRequest]:
    """The requests with this number that an account could have to do with: by itself or as one of these
    persons, by a role at one of these units, or because they rose to an office. Every center gives the
    same numbers: what is left out here need not be looked at. Not yet for anybody to see.
    """
    concerns = or_(
        ServiceRequest.asker_id == account_id,
        ServiceRequest.person_id.in_(person_ids),
        ServiceRequest.holder_id == account_id,
        ServiceRequest.center_id.in_(unit_ids),
        ServiceRequest.step.in_(("township", "county")),
        ServiceRequest.id.in_(offered_to(account_id)),
    )
    query = select(ServiceRequest).where(ServiceRequest.number == number, concerns)
    return list(await tx.session.scalars(query.order_by(ServiceRequest.id)))


def by_itself() -> Any:
    """Not merged into another: only the main one is on anybody's desk, and only it has a clock."""
    return ServiceRequest.merged_into_id.is_(None)


def offered_to(account_id: int) -> Select[int]:
    """The requests that an account has been shown a card of, and may take."""
    return select(Offer.request_id).where(Offer.account_id == account_id, Offer.withdrawn_at.is_(None))


async def count(tx: Tx) -> int:
    """How many requests there are in all."""
    return await tx.session.scalar(select(func.count()).select_from(ServiceRequest)) or 0


async def moves(tx: Tx, request_id: int) -> list[RequestMove]:
    """The history of a request, oldest first."""
    query = select(RequestMove).where(RequestMove.request_id == request_id).order_by(RequestMove.id)
    return list(await tx.session.scalars(query))
