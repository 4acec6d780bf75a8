"""What the leaders of a center, and the offices above it, look over: open requests as counts and as lists.

Every query is made for somebody's eyes and goes through `_open`: what an account may not know of is neither
listed nor counted for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import and_, case, func, or_, select

from storage.offers import Offer
from storage.requests import ServiceRequest, any_of, hidden_from, is_open
from storage.transaction import Tx


@dataclass(frozen=True)
class Reach:
    """Whose eyes, and which centers they look over."""

    account_id: int
    center_ids: Sequence[int]


class Tally(NamedTuple):
    """How many open requests are alike in this."""

    center_id: int
    line: str
    status: str
    unowned: bool
    late: bool
    many: int


class Found(NamedTuple):
    """A page of requests, and how many there are in all."""

    rows: list[ServiceRequest]
    total: int


def _open(reach: Reach) -> Any:
    """Open requests of these centers that this account may know of; what it asked for itself is no work
    of its own until it holds it."""
    own = ServiceRequest.asker_id == reach.account_id
    held = ServiceRequest.holder_id == reach.account_id
    return and_(
        ServiceRequest.center_id.in_(reach.center_ids),
        is_open(),
        or_(~own, held),
        ~hidden_from(reach.account_id),
        ServiceRequest.merged_into_id.is_(None),
    )


def _late(tx: Tx) -> Any:
    return ServiceRequest.due_at < tx.now


async def tallies(tx: Tx, reach: Reach) -> list[Tally]:
    """All open requests, counted by center, line, state, whether nobody holds them and whether late."""
    alike = (
        select(
            ServiceRequest.center_id,
            ServiceRequest.line,
            ServiceRequest.status,
            case((ServiceRequest.holder_id.is_(None), 1), else_=0).label("unowned"),
            case((_late(tx), 1), else_=0).label("late"),
        )
        .where(_open(reach))
        .subquery()
    )
    query = select(*alike.c, func.count().label("many")).group_by(*alike.c).order_by(*alike.c)
    return [
        Tally(row.center_id, row.line, row.status, bool(row.unowned), bool(row.late), row.many)
        for row in await tx.session.execute(query)
    ]


async def late(tx: Tx, reach: Reach, *, offset: int = 0, limit: int = 5) -> Found:
    """Those past their due time, the longest first."""
    return await _found(tx, reach, [_late(tx)], ServiceRequest.due_at, offset, limit)


async def due_by(tx: Tx, reach: Reach, end: datetime, *, offset: int = 0, limit: int = 5) -> Found:
    """Those that fall due from now until before `end`, the first first."""
    wanted = [ServiceRequest.due_at >= tx.now, ServiceRequest.due_at < end]
    return await _found(tx, reach, wanted, ServiceRequest.due_at, offset, limit)


async def unowned(
    tx: Tx, reach: Reach, *, due_from: datetime | None = None, offset: int = 0, limit: int = 5
) -> Found:
    """Those that nobody holds, the longest in that state first; with `due_from` only what is due later."""
    wanted: list[Any] = [ServiceRequest.holder_id.is_(None)]
    if due_from is not None:
        wanted.append(or_(ServiceRequest.due_at.is_(None), ServiceRequest.due_at >= due_from))
    return await _found(tx, reach, wanted, ServiceRequest.state_since, offset, limit)


async def oldest(tx: Tx, reach: Reach) -> ServiceRequest | None:
    """The one that was asked for longest ago."""
    rows, _ = await _found(tx, reach, [], ServiceRequest.created_at, 0, 1)
    return rows[0] if rows else None


async def risen(tx: Tx, reach: Reach, step: str, *, offset: int = 0, limit: int = 5) -> Found:
    """Those that have risen to this step, are offered to the account or held by it, the first due first."""
    offered = select(Offer.request_id).where(
        Offer.account_id == reach.account_id, Offer.withdrawn_at.is_(None)
    )
    theirs = any_of(
        (ServiceRequest.step == step) & ServiceRequest.center_id.in_(reach.center_ids) & is_open(),
        (ServiceRequest.holder_id == reach.account_id) & is_open(),
        ServiceRequest.holder_id.is_(None) & ServiceRequest.id.in_(offered),
    )
    return await _found(tx, reach, [theirs], ServiceRequest.due_at, offset, limit)


async def _found(tx: Tx, reach: Reach, wanted: list[Any], order: Any, offset: int, limit: int) -> Found:
    which = and_(_open(reach), *wanted)
    rows = select(ServiceRequest).where(which).order_by(order, ServiceRequest.id).offset(offset).limit(limit)
    count = select(func.count()).select_from(ServiceRequest).where(which)
    return Found(list(await tx.session.scalars(rows)), await tx.session.scalar(count) or 0)
