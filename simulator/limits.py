"""Telegram's limits on sending: 30 a second per bot, 1 a second per chat, 20 a minute per group."""

import math
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from simulator.errors import too_many_requests


@dataclass(slots=True)
class Bucket:
    """Tokens that refill at `rate` a second up to `size`."""

    rate: float
    size: float
    tokens: float
    at: float

    def refill(self, now: float) -> None:
        """Add what has grown since the last look."""
        self.tokens = min(self.size, self.tokens + (now - self.at) * self.rate)
        self.at = now

    def missing(self, cost: float) -> float:
        """Seconds until `cost` tokens are there; 0 if they are."""
        short = min(cost, self.size) - self.tokens
        return short / self.rate if short > 1e-9 else 0.0


@dataclass
class Limits:
    """What a bot may send. `scale` multiplies every rate (2.0 is twice as generous); time is monotonic."""

    enforced: bool = False
    scale: float = 1.0
    per_bot: float = 30.0
    per_chat: float = 1.0
    chat_burst: float = 3.0
    per_group_minute: float = 20.0
    clock: Callable[[], float] = time.monotonic
    _buckets: dict[tuple[int, int, str], Bucket] = field(default_factory=dict)

    def spend(self, bot_id: int, chat_id: int, messages: int = 1) -> None:
        """Count messages that a bot sends to a chat; `ApiError` 429 when they are too many."""
        if not self.enforced:
            return
        now = self.clock()
        buckets = [self._bucket((bot_id, 0, "bot"), self.per_bot, self.per_bot, now)]
        buckets.append(self._bucket((bot_id, chat_id, "chat"), self.per_chat, self.chat_burst, now))
        if chat_id < 0:
            rate = self.per_group_minute / 60
            buckets.append(self._bucket((bot_id, chat_id, "group"), rate, self.per_group_minute, now))
        wait = max(bucket.missing(messages) for bucket in buckets)
        if wait:
            raise too_many_requests(max(1, math.ceil(wait)))
        for bucket in buckets:
            bucket.tokens -= messages

    def _bucket(self, key: tuple[int, int, str], rate: float, size: float, now: float) -> Bucket:
        bucket = self._buckets.get(key)
        if bucket is None:
            bucket = self._buckets[key] = Bucket(rate * self.scale, size * self.scale, size * self.scale, now)
        else:
            bucket.refill(now)
        return bucket
