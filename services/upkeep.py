"""Tidying up what is not needed any more, a little at a time: nobody waits for it."""

from __future__ import annotations

from datetime import timedelta

from storage import media, outbox, updates
from storage.transaction import Tx

KEEPS = timedelta(days=180)
"""How long a message that went out is kept."""
AT_ONCE = 200
"""Rows of one transaction."""


async def forget_updates(tx: Tx) -> bool:
    """Forget which old updates were seen: Telegram itself keeps them for a day."""
    return await updates.forget_seen(tx, AT_ONCE)


async def forget_messages(tx: Tx) -> bool:
    """Forget what people were told long ago: it is their secrets, and nothing is done with it any more."""
    return await outbox.forget(tx, tx.now - KEEPS, AT_ONCE) == AT_ONCE


async def forget_copies(tx: Tx) -> bool:
    """Drop files that were to be passed to another bot and that nobody fetched for a day."""
    await media.forget(tx)
    return False
