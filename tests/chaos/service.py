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
    """One process after the other, each with a successor that is ready.

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
        self._process: asyncio.subprocess.Process | None = None
        self._spare: asyncio.subprocess.Process | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self._watching: asyncio.Task[None] | None = None

    @property
    def pid(self) -> int:
        """The process that works now."""
        assert self._process is not None
        return self._process.pid

    async def _ready(self) -> asyncio.subprocess.Process:
        pipe = asyncio.subprocess.PIPE
        words = (sys.executable, "-m", "tests.chaos.program")
        made = await asyncio.create_subprocess_exec(
            *words, cwd=HOUSE, env=self._environment, stdin=pipe, stdout=pipe, stderr=asyncio.subprocess.STDOUT
        )
        self._keep(self._listen(made))
        return made

    def _keep(self, work: Awaitable[None]) -> None:
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _listen(self, process: asyncio.subprocess.Process) -> None:
        assert process.stdout is not None
        async for line in process.stdout:
            self.log.append(f"{process.pid} {line.decode(errors='replace').rstrip()}")

    async def start(self) -> None:
        """Let the next process work, and make one ready that will follow it."""
        process = self._process = self._spare or await self._ready()
        assert process.stdin is not None
        with contextlib.suppress(ConnectionError):
            process.stdin.write(b"\n")
            await process.stdin.drain()
        self._spare = await self._ready()
        self._watching = asyncio.create_task(self._watch(process))

    async def _watch(self, process: asyncio.subprocess.Process) -> None:
        """Start again whatever ends by itself."""
        await process.wait()
        self.exits += 1
        await self._after_death()
        await asyncio.sleep(AGAIN)
        await self.start()

    async def kill(self) -> None:
        """SIGKILL, at whatever it is doing; and the next."""
        if await self._end():
            self.kills += 1
            await self._after_death()
            await self.start()

    async def _end(self) -> bool:
        """Whether there was anything to kill: it may just have ended by itself, and is seen to already."""
        process, watching = self._process, self._watching
        if process is None or watching is None or process.returncode is not None:
            return False
        watching.cancel()
        await asyncio.gather(watching, return_exceptions=True)
        process.kill()
        await process.wait()
        return True

    async def stop(self) -> None:
        """The end: no process is left, not even the one that would have been next."""
        if self._watching is not None:
            self._watching.cancel()
            await asyncio.gather(self._watching, return_exceptions=True)
        for process in (self._process, self._spare):
            if process is not None:
                with contextlib.suppress(ProcessLookupError):
                    process.kill()
                await process.wait()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def jump(self) -> None:
        """Tell it that the clock has jumped."""
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGUSR2)

    def fill_disk(self, *, full: bool) -> None:
        """Let no file it writes be longer than a page; or be again."""
        size = 4096 if full else resource.RLIM_INFINITY
        with contextlib.suppress(ProcessLookupError):
            resource.prlimit(self.pid, resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
