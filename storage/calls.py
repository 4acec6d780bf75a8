"""Calls to be made: people acted for who have no account of their own."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String, func, or_, select
from sqlalchemy.orm import Mapped, mapped_column

from storage import conflicts
from storage.base import Base, BigId, EncryptedText, UtcDateTime, partial
from storage.due import next_of
from storage.proxies import ProxyRelation
from storage.transaction import Tx


class CallTask(Base):
    """A call that somebody at the center makes: does this person agree to what was filed for them?

    Without a request it asks whether somebody they did not want may file for them after all.
    """

    __tablename__ = "call_task"
    __table_args__ = (
        CheckConstraint("state in ('open','agreed','stopped','unreachable','dropped')", name="state"),
        CheckConstraint("step in ('clerk','director','township','county')", name="step"),
        CheckConstraint("state <> 'open' or due_at is not null", name="due"),
        partial("uq_call_task_open", "request_id", where="state = 'open'", unique=True),
        Index("ix_call_task_waiting", "center_id", "state", "step"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    center_id: Mapped[int] = mapped_column(ForeignKey("org_unit.id"))
    request_id: Mapped[int | None] = mapped_column(ForeignKey("service_request.id"), index=True)
    relation_id: Mapped[int] = mapped_column(ForeignKey("proxy_relation.id"), index=True)
    person_name: Mapped[str] = mapped_column(EncryptedText)
    person_phone: Mapped[str | None] = mapped_column(EncryptedText)
    state: Mapped[str] = mapped_column(String(12))
    step: Mapped[str] = mapped_column(String(12))
    """How far it has risen: the people of this step and of those below it may make the call."""
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    due_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    rise_at: Mapped[datetime | None] = mapped_column(UtcDateTime, index=True)
    """When those above hear that the call was not made; None once they have."""
    tries: Mapped[int] = mapped_column(default=0)
    tried_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    """When it was last written down that nobody answered."""
    told: Mapped[list[int]] = mapped_column(JSON, default=list)
    """The accounts that have its card."""
    done_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    done_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


TO_ANSWER = ("open", "unreachable")


async def task(tx: Tx, task_id: int) -> CallTask | None:
    """The call, locked until the commit."""
    return await tx.session.get(CallTask, task_id, with_for_update=True)


async def add(tx: Tx, row: CallTask) -> None:
    """Add a call; it has its id afterwards."""
    tx.session.add(row)
    await tx.session.flush()


async def of_request(tx: Tx, request_id: int) -> list[CallTask]:
    """The calls about a request that can still be answered."""
    query = select(CallTask).where(CallTask.request_id == request_id, CallTask.state.in_(TO_ANSWER))
    return list(await tx.session.scalars(query.order_by(CallTask.id)))


async def of_relation(tx: Tx, relation_id: int) -> list[CallTask]:
    """The calls about two people that can still be answered."""
    query = select(CallTask).where(CallTask.relation_id == relation_id, CallTask.state.in_(TO_ANSWER))
    return list(await tx.session.scalars(query.order_by(CallTask.id)))


async def asked_again(tx: Tx, relation_id: int) -> bool:
    """Whether the person has been asked, or is going to be, if this proxy may file after all."""
    query = select(CallTask.id).where(CallTask.relation_id == relation_id, CallTask.request_id.is_(None))
    return (await tx.session.scalars(query.limit(1))).one_or_none() is not None


def _waiting(account_id: int, centers: Sequence[tuple[int, bool]]) -> Any:
    """The calls of these centers that wait for this account: all open ones for a clerk (False), what has
    risen for a leader (True). Nobody is asked to call about what they filed themself."""
    own = select(ProxyRelation.id).where(ProxyRelation.proxy_id == account_id)
    places = []
    for center_id, leads in centers:
        here = CallTask.center_id == center_id
        risen = CallTask.state.in_(TO_ANSWER) & (CallTask.step != "clerk")
        places.append(here & (risen if leads else CallTask.state == "open"))
    about = conflicts.about(account_id)
    theirs = CallTask.request_id.is_(None) | CallTask.request_id.not_in(about)
    return or_(*places) & CallTask.relation_id.not_in(own) & theirs


async def waiting(
    tx: Tx, account_id: int, centers: Sequence[tuple[int, bool]], *, offset: int = 0, limit: int = 5
) -> list[CallTask]:
    """The calls that wait for an account, the earliest due first."""
    query = select(CallTask).where(_waiting(account_id, centers)).order_by(CallTask.due_at, CallTask.id)
    return list(await tx.session.scalars(query.offset(offset).limit(limit)))


async def count(tx: Tx, account_id: int, centers: Sequence[tuple[int, bool]]) -> int:
    """How many calls wait for an account."""
    query = select(func.count()).select_from(CallTask).where(_waiting(account_id, centers))
    return await tx.session.scalar(query) or 0


async def to_rise(tx: Tx) -> CallTask | None:
    """The call that those above should have heard of the longest ago, locked."""
    query = select(CallTask).where(CallTask.state == "open", CallTask.rise_at <= tx.now)
    return await next_of(tx, query, CallTask.rise_at)
