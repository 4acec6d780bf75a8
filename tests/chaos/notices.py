"""A notice to everybody at one center, made as its director makes it, while the program runs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from sqlalchemy import func, select

from services import notice_changes
from services.notice_writing import announce as begin
from storage import people, units
from storage.notices import Notice
from storage.outbox import Outbox
from storage.transaction import Database, Tx
from tests.chaos.books import Findings


async def announce(database: Database, bot_id: int, author_id: int, center: str, words: str) -> None:
    """Have these words told to everybody who is registered at a center."""
    async with database.begin(bot_id=bot_id) as tx:
        author, unit = await people.account(tx, author_id), await units.unit_by_code(tx, center)
        if author is None or unit is None:
            raise LookupError(center)
        await begin(tx, author, unit.id, words)


async def correct(database: Database, bot_id: int, author_id: int, words: str) -> None:
    """Have the last notice say this instead."""
    async with database.begin(bot_id=bot_id) as tx:
        author = await people.account(tx, author_id)
        last = await tx.session.scalar(select(func.max(Notice.id)))
        if author is None or last is None:
            raise LookupError(author_id)
        await notice_changes.correct(tx, author, last, words, {})


async def weigh(tx: Tx, listeners: Collection[int], gone: Collection[int], findings: Findings) -> None:
    """Every notice has one message for everybody, and none for anybody twice; those who cannot be reached
    may have none, once that is known."""
    for notice_id in await tx.session.scalars(select(Notice.id)):
        rows = await tx.session.scalars(select(Outbox.account_id).where(Outbox.notice_id == notice_id))
        told = Counter(rows.all())
        for who in listeners:
            if told[who] or who not in gone:
                findings.expect(f"notice {notice_id} for {who}", told[who])
