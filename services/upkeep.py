"""Tidying up what is not needed any more."""

from __future__ import annotations

from storage import media, updates
from storage.transaction import Tx


async def forget_updates(tx: Tx) -> bool:
    """Forget which old updates were seen: Telegram itself keeps them for a day. One go does it all."""
    await updates.forget_seen(tx)
    return False


async def forget_copies(tx: Tx) -> bool:
    """Drop files that were to be passed to another bot and that nobody fetched for a day."""
    await media.forget(tx)
    return False
