"""Who must never know of a request, because it is about them."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import ForeignKey, Select, select
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base, UtcDateTime
from storage.memo import remembered
from storage.transaction import Tx


class Conflict(Base):
    """A request that is about somebody with a role: for them it does not exist, whatever their role."""

    __tablename__ = "conflict"

    request_id: Mapped[int] = mapped_column(ForeignKey("service_request.id"), primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), primary_key=True, index=True)
    since: Mapped[datetime] = mapped_column(UtcDateTime)


def about(account_id: int) -> Select[int]:
    """The ids of the requests that are about this account. See `storage.requests.hidden_from`."""
    return select(Conflict.request_id).where(Conflict.account_id == account_id)


@remembered(Conflict)
async def accounts(tx: Tx, request_id: int) -> frozenset[int]:
    """The accounts a request is about."""
    query = select(Conflict.account_id).where(Conflict.request_id == request_id)
    return frozenset(await tx.session.scalars(query))


async def exists(tx: Tx, request_id: int, account_id: int) -> bool:
    """Whether a request is about this account."""
    return await tx.session.get(Conflict, (request_id, account_id)) is not None


async def add(tx: Tx, request_id: int, account_ids: Collection[int]) -> None:
    """From now on the request is about these accounts too; those it was about already stay."""
    known = await accounts(tx, request_id)
    for account_id in dict.fromkeys(account_ids):
        if account_id not in known:
            tx.session.add(Conflict(request_id=request_id, account_id=account_id, since=tx.now))
    await tx.session.flush()
