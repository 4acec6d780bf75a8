"""Waking whoever waits for something to change."""

import asyncio
import contextlib
from collections.abc import Callable


class Signal:
    """Wakes every waiter at each `notify`; costs nothing while nobody waits."""

    __slots__ = ("_waiters",)

    def __init__(self) -> None:
        self._waiters: set[asyncio.Future[None]] = set()

    def notify(self) -> None:
        """Something changed: let every waiter look again."""
        if self._waiters:
            for waiter in self._waiters:
                if not waiter.done():
                    waiter.set_result(None)
            self._waiters.clear()

    async def wait(self, timeout: float) -> bool:  # noqa: ASYNC109 (a poll's own timeout, not a cancellation)
        """Wait for the next `notify`; False when `timeout` seconds pass without one."""
        waiter = asyncio.get_running_loop().create_future()
        self._waiters.add(waiter)
        try:
            async with asyncio.timeout(timeout):
                await waiter
        except TimeoutError:
            return False
        finally:
            self._waiters.discard(waiter)
        return True

    async def until(self, holds: Callable[[], bool], timeout: float) -> bool:  # noqa: ASYNC109
        """Wait until `holds()`; whether it did within `timeout` seconds."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(timeout):
                while not holds():
                    await self.wait(timeout)
        return holds()
