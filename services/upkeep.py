"""Tidying up what is not needed any more."""

from __future__ import annotations

from storage import updates
from storage.transaction import Tx


async def forget_updates(tx: Tx) -> bool:
    """Forget which old updates were seen: Telegram itself keeps them for a day. One go does it all."""
    await updates.forget_seen(tx)
    return False
