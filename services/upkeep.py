"""Tidying up what is not needed any more, a little at a time: nobody waits for it."""

from __future__ import annotations

from datetime import timedelta

from domain.activity_wishes import said_since
from domain.attendance import WORDS_LAST
from storage import activity_wishes, attendance, media, outbox, updates
from storage.transaction import Tx

KEEPS = timedelta(days=180)
"""How long a message that went out is kept, and a wish to learn something after it was met or has lapsed: its
button is under such a message."""
AT_ONCE = 200
"""Rows of one transaction."""
ACTIVITIES_AT_ONCE = 40
"""Activities, each with everybody who signed up for it."""


async def forget_updates(tx: Tx) -> bool:
    """Forget which old updates were seen: Telegram itself keeps them for a day."""
    return await updates.forget_seen(tx, AT_ONCE)


async def forget_messages(tx: Tx) -> bool:
    """Forget what people were told long ago: it is their secrets, and nothing is done with it any more."""
    return await outbox.forget(tx, tx.now - KEEPS, AT_ONCE) == AT_ONCE


async def forget_wishes(tx: Tx) -> bool:
    """Forget what people wanted to learn long ago: they have it, or have not asked for it again."""
    await activity_wishes.forget(tx, said_since(tx.now) - KEEPS, tx.now - KEEPS, AT_ONCE)
    return False


async def forget_remarks(tx: Tx) -> bool:
    """Forget in which words people said how an activity was. Who came is kept: it is what the numbers and
    ticks on its list are counted from."""
    await attendance.forget_remarks(tx, tx.now - WORDS_LAST, ACTIVITIES_AT_ONCE)
    return False


async def forget_copies(tx: Tx) -> bool:
    """Drop files that were to be passed to another bot and that nobody fetched for a day."""
    await media.forget(tx)
    return False
