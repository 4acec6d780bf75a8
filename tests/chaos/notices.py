"""A notice to everybody, put straight into the outbox."""

from __future__ import annotations

from collections.abc import Sequence

from domain.messages import Outgoing, verbatim
from storage import outbox
from storage.outbox import Lane, OutboxRow
from storage.transaction import Database

TOGETHER = 200
"""Rows in one transaction: nobody is kept waiting for long."""


async def announce(database: Database, bot_id: int, account_ids: Sequence[int], words: str) -> None:
    """Have these words sent to all of these, once."""
    for start in range(0, len(account_ids), TOGETHER):
        async with database.begin(bot_id=bot_id) as tx:
            for account_id in account_ids[start : start + TOGETHER]:
                row = OutboxRow(
                    bot_id=bot_id,
                    chat_id=account_id,
                    account_id=account_id,
                    lane=Lane.BROADCAST,
                    method="send",
                    locale="zh-Hans",
                    body=Outgoing(text=verbatim(words)).pack(),
                    created_at=tx.now,
                )
                outbox.put(tx, row)
