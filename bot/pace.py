"""How hard the delivery tries, and how much it holds."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta

from bot.backoff import Backoff


@dataclass(frozen=True)
class Pace:
    """How hard and how long the delivery tries, and how much it holds.

    senders   calls under way at the same time
    unmarked  messages that may be sent, or are on their way, and not yet marked: a crash can send them twice
    spare     how many of both are kept for urgent messages and answers
    retry     the waits between attempts at one row
    rest      the longest that a restart waits before it tries again what was tried before, in seconds
    give_up   the age at which a row that Telegram's trouble keeps from being sent is failed
    capacity  rows of one lane in memory, read `page` at a time
    poll      seconds after which the table is looked through for what nobody handed over
    grace     seconds that calls under way get to end when told to stop
    """

    senders: int = 256
    unmarked: int = 50
    spare: int = 8
    retry: Backoff = field(default_factory=lambda: Backoff(first=1.0))
    rest: float = 60.0
    give_up: timedelta = timedelta(hours=24)
    capacity: int = 2000
    page: int = 100
    poll: float = 30.0
    grace: float = 10.0
