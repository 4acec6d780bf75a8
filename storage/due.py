"""What is to be done next: the clock asks for one row at a time, and no two processes do the same."""

from __future__ import annotations

from typing import Any, TypeVar

from sqlalchemy import Select, func, select
from sqlalchemy.orm import InstrumentedAttribute

from storage.transaction import Tx

R = TypeVar("R")


async def next_of(tx: Tx, query: Select[R], *order: Any) -> R | None:
    """The first row in this order, locked until the commit; one that another process has in hand is passed
    by."""
    query = query.order_by(*order).limit(1).with_for_update(skip_locked=True)
    return (await tx.session.scalars(query)).one_or_none()


async def turn(tx: Tx, ids: InstrumentedAttribute[int], at_once: int) -> tuple[int, int]:
    """The first and the last of so many ids whose turn it is in this hour, to be tidied up.

    All ids of the table come round, hour after hour: what can wait for days needs no index by time.
    """
    most = await tx.session.scalar(select(func.max(ids))) or 0
    hour, turns = int(tx.now.timestamp() // 3600), most // at_once + 1
    first = hour % turns * at_once
    return first, first + at_once - 1
