"""How long to wait before trying again."""

from __future__ import annotations

import asyncio
import random
from contextlib import suppress
from dataclasses import dataclass


@dataclass
class Backoff:
    """Waits that double from `first` to `longest` seconds, each shortened by up to half at random.

    The jitter keeps many who failed together from coming back together.
    """

    first: float = 0.5
    longest: float = 60.0
    failures: int = 0

    def next(self) -> float:
        """The wait after one more failure."""
        self.failures += 1
        return self.after(self.failures)

    def after(self, failures: int) -> float:
        """The wait after this many failures in a row, counted from 1."""
        full = min(self.longest, self.first * 2.0 ** min(failures - 1, 60))
        return full * random.uniform(0.5, 1.0)

    def reset(self) -> None:
        """It worked: the next failure is the first again."""
        self.failures = 0


async def pause(seconds: float, stop: asyncio.Event) -> None:
    """Sleep, but wake at once when told to stop."""
    with suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await stop.wait()
