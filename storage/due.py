"""What is to be done next: the clock asks for one row at a time, and no two processes do the same."""

from __future__ import annotations

from typing import Any, TypeVar

from sqlalchemy import Select

from storage.transaction import Tx

R = TypeVar("R")


async def next_of(tx: Tx, query: Select[R], *order: Any) -> R | None:
    """The first row in this order, locked until the commit; one that another process has in hand is passed
    by."""
    query = query.order_by(*order).limit(1).with_for_update(skip_locked=True)
    return (await tx.session.scalars(query)).one_or_none()
