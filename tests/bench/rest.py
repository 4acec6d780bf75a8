"""How soon the bot begins, and what it holds in memory when there is nothing to do."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from tests.bench.contenders import Contender
from tests.bench.crowd import until
from tests.bench.place import Place
from tests.bench.stage import Cores

IDLE = 3.0
"""Seconds after which everything has been read that is read at the start."""


@dataclass(frozen=True)
class Start:
    """One start: seconds until it asked for updates, and the megabytes it held a while later."""

    seconds: float
    memory: float


async def measure(contender: Contender, place: Place, cores: Cores, *, idle: float = IDLE) -> Start:
    """Start the program once, with nobody there. Raises TimeoutError if it never asks for updates."""
    loop = asyncio.get_running_loop()
    async with contender.on_stage(place, cores) as (stage, _):
        queue = stage.world.bot.queue
        await until(lambda: queue.allowed is not None, 30, every=0.002)  # told with the first getUpdates
        seconds = loop.time() - stage.program.began
        await asyncio.sleep(idle)
        return Start(seconds, stage.program.memory())
