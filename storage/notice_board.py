"""What was published by some units: enough of each notice for a list, and its words page by page."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import or_, select

from domain.announcing import Audience, Body
from storage.notices import Notice, numbered
from storage.transaction import Tx


@dataclass(frozen=True)
class Posted:
    """A notice without its words: they are ciphertext, and a list of hundreds needs five of them."""

    id: int
    unit_id: int
    author_id: int
    kind: str
    number: str
    created_at: datetime
    for_whom: Audience
    withdrawn: bool
    stopped: bool

    @classmethod
    def of(cls, row: Notice) -> Posted:
        """The same of a notice that is read whole."""
        withdrawn = row.withdrawn_at is not None
        return cls(
            row.id,
            row.unit_id,
            row.author_id,
            row.kind,
            row.number,
            row.created_at,
            row.for_whom,
            withdrawn,
            row.state == "stopped" and not withdrawn,
        )


async def posted(tx: Tx, unit_ids: Collection[int], since: datetime) -> list[Posted]:
    """The notices that these units made since then, the newest first. One that was stopped before everybody
    had it is none, unless it was withdrawn: that is said."""
    query = (
        select(
            Notice.id,
            Notice.unit_id,
            Notice.author_id,
            Notice.kind,
            Notice.year,
            Notice.serial,
            Notice.created_at,
            Notice.audience,
            Notice.withdrawn_at,
        )
        .where(Notice.unit_id.in_(unit_ids), Notice.created_at >= since)
        .where(or_(Notice.state != "stopped", Notice.withdrawn_at.is_not(None)))
        .order_by(Notice.created_at.desc(), Notice.id.desc())
    )
    return [_posted(*row) for row in await tx.session.execute(query)]


def _posted(
    id_: int,
    unit_id: int,
    author_id: int,
    kind: str,
    year: int | None,
    serial: int | None,
    created_at: datetime,
    audience: dict[str, Any] | None,
    withdrawn_at: datetime | None,
) -> Posted:
    for_whom = Audience.model_validate(audience or {})
    number = numbered(year, serial)
    return Posted(
        id_, unit_id, author_id, kind, number, created_at, for_whom, withdrawn_at is not None, False
    )


async def bodies(tx: Tx, notice_ids: Collection[int]) -> dict[int, Body]:
    """What these notices say now."""
    query = select(Notice.id, Notice.body).where(Notice.id.in_(notice_ids))
    return {one: Body.model_validate(body) for one, body in await tx.session.execute(query)}
