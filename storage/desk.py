"""What lies on somebody's desk: what they have taken, and what they could take."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import func, or_, select

from storage.requests import ServiceRequest, any_of, by_itself, hidden_from, is_idle, is_open, offered_to
from storage.transaction import Tx


async def of_holder(tx: Tx, account_id: int, *, limit: int | None = 50) -> list[ServiceRequest]:
    """What this account has taken and not finished, the earliest due first."""
    if is_idle(tx, account_id):
        return []
    query = select(ServiceRequest).where(_held_by(account_id))
    return list(await tx.session.scalars(query.order_by(ServiceRequest.due_at).limit(limit)))


async def held_count(tx: Tx, account_id: int) -> int:
    """How many requests this account has taken and not finished."""
    query = select(func.count()).select_from(ServiceRequest).where(_held_by(account_id))
    return await tx.session.scalar(query) or 0


def _held_by(account_id: int) -> Any:
    held = (ServiceRequest.holder_id == account_id) & is_open()
    return held & ~hidden_from(account_id) & by_itself()


def _desk(account_id: int, center_lines: Sequence[tuple[int, Sequence[str]]]) -> Any:
    """Open requests that lie at these desks unheld, are offered to the account, or are held by it."""
    mine = ServiceRequest.holder_id == account_id
    unheld = ServiceRequest.holder_id.is_(None)
    desks = [
        (ServiceRequest.center_id == center) & ServiceRequest.line.in_(lines) & unheld & is_open()
        for center, lines in center_lines
    ]
    offered = ServiceRequest.id.in_(offered_to(account_id)) & unheld
    return (
        any_of(mine & is_open(), offered, *desks)
        & is_open()
        & ~hidden_from(account_id)
        & by_itself()
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
