"""Keeping one chat that sends without end from holding up everybody else's.

Telegram lets the bot answer a chat once a second; whoever sends more than that for long cannot be answered
anyway. Two hundred messages a second by one chat made everybody's answers five times as slow, and wrote rows
that could never be sent.
"""

from __future__ import annotations

import asyncio
import logging
from enum import Enum, auto
from typing import Any

from bot.limits import Bucket, Limits

log = logging.getLogger(__name__)
_FROM = ("message", "edited_message", "callback_query", "my_chat_member")


class Welcome(Enum):
    """What becomes of an update, for how much its sender sends."""

    TAKEN = auto()
    LAST = auto()
    """Not taken; the sender is told, once until they have been quiet."""
    IGNORED = auto()


class Floods:
    """Counts what everybody sends: `sender_burst` updates at once, then one every `sender_every` seconds."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._buckets: dict[int, Bucket] = {}
        self._told: set[int] = set()

    def welcome(self, raw: Any) -> Welcome:
        """Count an update as it came, and say what becomes of it."""
        sender, now = sender_of(raw), asyncio.get_running_loop().time()
        if sender is None or self._limits.sender_burst is None:
            return Welcome.TAKEN
        self._forget(now)
        bucket = self._buckets.get(sender)
        if bucket is None:
            bucket = self._buckets[sender] = Bucket(self._limits.sender_burst, self._limits.sender_every)
        if bucket.full_at <= now:
            self._told.discard(sender)
        if bucket.free_at(now) <= now:
            bucket.take(now)
            return Welcome.TAKEN
        if sender in self._told:
            return Welcome.IGNORED
        self._told.add(sender)
        log.warning("Somebody sends more than can be answered.", extra={"action": "flood", "account": sender})
        return Welcome.LAST

    def _forget(self, now: float) -> None:
        """Only those are remembered who have been sending lately."""
        if len(self._buckets) < _REMEMBERED:
            return
        self._buckets = {who: bucket for who, bucket in self._buckets.items() if bucket.full_at > now}
        self._told &= self._buckets.keys()


_REMEMBERED = 1000


def sender_of(raw: Any) -> int | None:
    """Whose update it is, as far as that can be told without taking it apart."""
    for kind in _FROM:
        part = raw.get(kind) if isinstance(raw, dict) else None
        sender = part.get("from") if isinstance(part, dict) else None
        if isinstance(sender, dict) and type(sender.get("id")) is int:
            return int(sender["id"])
    return None
