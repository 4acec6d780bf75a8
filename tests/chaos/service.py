"""What keeps the bot's process running, as systemd would; and what kills it."""

from __future__ import annotations

import asyncio
import contextlib
import os
import resource
import signal
import sys
from collections import deque
from collections.abc import Awaitable, Callable
from pathlib import Path

HOUSE = Path(__file__).parents[2]
AGAIN = 0.3
"""Seconds until a process that ended by itself is started again."""
REMEMBERED = 400


class Service:
    """One process after the other.

    `after_death` is awaited between a death and the next start: then nobody writes to the database.
    """

    def __init__(self, environment: dict[str, str], after_death: Callable[[], Awaitable[None]]) -> None:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("BANGBAN_")}
        self._environment = kept | environment
        self._after_death = after_death
        self.kills = 0
        self.exits = 0
        """Deaths of its own: it lost its lock, or found no Telegram when it began."""
        self.log: deque[str] = deque(maxlen=REMEMBERED)
        self._nursery: asyncio.subprocess.Process | None = None
        self._pid = 0
        self._dead = asyncio.Event()
        self._listening: asyncio.Task[None] | None = None
        self._watching: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Let a process begin."""
        nursery = self._nursery or await self._open_nursery()
        if nursery.stdin is None or nursery.stdout is None:
            raise RuntimeError("a nursery without pipes")
        nursery.stdin.write(b"start\n")
        self._pid = int(await nursery.stdout.readline())
        self._dead.clear()
        self._watching = asyncio.create_task(self._watch(nursery.stdout))

    async def _open_nursery(self) -> asyncio.subprocess.Process:
        pipe = asyncio.subprocess.PIPE
        self._nursery = nursery = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "tests.chaos.program"),
            cwd=HOUSE,
            env=self._environment,
            stdin=pipe,
            stdout=pipe,
            stderr=pipe,
        )
        if nursery.stderr is not None:
            self._listening = asyncio.create_task(self._listen(nursery.stderr))
        return nursery

    async def _listen(self, words: asyncio.StreamReader) -> None:
        async for line in words:
            self.log.append(f"{self._pid} {line.decode(errors='replace').rstrip()}")

    async def _watch(self, nursery: asyncio.StreamReader) -> None:
        """Start again whatever ends by itself."""
        await nursery.readline()
        self._dead.set()
        self.exits += 1
        await self._after_death()
        await asyncio.sleep(AGAIN)
        await self.start()

    async def kill(self) -> None:
        """SIGKILL, at whatever it is doing; and the next begins."""
        if await self._end():
            self.kills += 1
            await self._after_death()
            await self.start()

    async def _end(self) -> bool:
        """Whether there was anything to kill: it may just have ended by itself, and is seen to already."""
        if self._dead.is_set() or self._watching is None or self._nursery is None:
            return False
        await _cancel(self._watching)
        with contextlib.suppress(ProcessLookupError):
            os.kill(self._pid, signal.SIGKILL)
        if self._nursery.stdout is not None:
            await self._nursery.stdout.readline()
        self._dead.set()
        return True

    def check(self) -> None:
        """Raise what kept a process that ended from being started again, if anything did."""
        if self._watching is not None and self._watching.done():
            self._watching.result()

    async def stop(self) -> None:
        """The end."""
        await self._end()
        await _cancel(self._watching)
        if self._nursery is not None:
            with contextlib.suppress(ProcessLookupError):
                self._nursery.kill()
            await self._nursery.wait()
        await _cancel(self._listening)

    def jump(self) -> None:
        """Tell it that the clock has jumped."""
        if not self._dead.is_set():
            os.kill(self._pid, signal.SIGUSR2)

    def fill_disk(self, *, full: bool) -> None:
        """Let no file it writes be longer than a page; or be again."""
        size = 4096 if full else resource.RLIM_INFINITY
        if not self._dead.is_set():
            resource.prlimit(self._pid, resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))


async def _cancel(task: asyncio.Task[None] | None) -> None:
    if task is not None:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
