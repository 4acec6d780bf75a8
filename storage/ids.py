"""Ids that are known before their rows are written, so that one statement can write the rows of a batch."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import Any, cast

from sqlalchemy import Table, func, select

from storage.transaction import Tx

MANY = 16
"""Ids that PostgreSQL puts aside at a time after the first; those nobody needs are not given again."""


async def next_id(tx: Tx, row_type: Any) -> int:
    """The id for a new row of a table.

    In one transaction all new rows of the table get theirs here: what the database gave by itself meanwhile
    could be the same on SQLite.
    """
    table = cast(Table, row_type.__table__)
    aside = tx.mind.ids.get(table)
    found = next(aside, None) if aside is not None else None
    if found is None:
        aside = tx.mind.ids[table] = await _put_aside(tx, table, 1 if aside is None else MANY)
        found = next(aside)
    return found


async def _put_aside(tx: Tx, table: Table, many: int) -> Iterator[int]:
    if tx.is_sqlite:  # it has one writer, who can count by itself
        query = select(func.coalesce(func.max(table.c.id), 0) + 1)
        return count((await tx.core(query)).scalar_one())
    sequence = func.pg_get_serial_sequence(table.name, "id")
    series = func.generate_series(1, many).table_valued()
    return iter((await tx.core(select(func.nextval(sequence)).select_from(series))).scalars().all())
