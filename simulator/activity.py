"""Whether anything is going on: calls in flight, updates that no bot has confirmed."""

import asyncio
from collections.abc import Callable, Iterable

from simulator.model import Bot
from simulator.signals import Signal


class Activity:
    """Counts calls under way and wakes those who wait for quiet. Long polls are not activity."""

    def __init__(self, bots: Callable[[], Iterable[Bot]]) -> None:
        self._bots = bots
        self.in_flight = 0
        self._stirs = 0
        self._signal = Signal()

    def began(self) -> None:
        """A call arrived."""
        self.in_flight += 1
        self._stirs += 1

    def ended(self) -> None:
        """A call was answered."""
        self.in_flight -= 1
        self.stir()

    def stir(self) -> None:
        """Something else happened: an update was put or confirmed."""
        self._stirs += 1
        self._signal.notify()

    def idle(self) -> bool:
        """No call under way and every update confirmed."""
        return self.in_flight == 0 and not any(bot.queue.pending for bot in self._bots())

    async def settled(self, timeout: float = 10.0, quiet: float = 0.05) -> None:  # noqa: ASYNC109
        """Return once all has been idle for `quiet` seconds; `TimeoutError` says what is still open."""
        loop = asyncio.get_running_loop()
        deadline = loop.time() + timeout
        while True:
            left = deadline - loop.time()
            if left <= 0 or not await self._signal.until(self.idle, left):
                raise TimeoutError(f"not settled after {timeout} s: {self._open_business()}")
            seen = self._stirs
            await asyncio.sleep(quiet)
            if seen == self._stirs and self.idle():
                return

    def _open_business(self) -> str:
        waiting = {bot.user.username: len(bot.queue.pending) for bot in self._bots() if bot.queue.pending}
        return f"{self.in_flight} calls in flight, unconfirmed updates {waiting}"
