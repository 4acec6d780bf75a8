"""How many updates a second each contender gets through: all people at once, each as fast as it answers."""

from __future__ import annotations

import asyncio
import gc
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from typing import Any

from simulator.model import Chat
from tests.bench.contenders import Contender, sentences
from tests.bench.crowd import Crowd, until
from tests.bench.place import Books, Place, books
from tests.bench.stage import Cores, Program, Stage, move_in

WARM_UP = 40
"""People who talk before it counts, so that everything is loaded and compiled."""


@dataclass(frozen=True)
class Effort:
    """How much is done to measure a rate."""

    people: int = 200
    seconds: float = 8.0


@dataclass(frozen=True)
class Rate:
    """One round of one contender.

    rate   updates a second
    cpu    milliseconds of the bot's CPU an update
    bot    share of a core that the bot used, and `simulator` the simulator and the people together
    shown  things the bot did for people to see, an update
    """

    rate: float
    cpu: float
    bot: float
    simulator: float
    shown: float

    @property
    def is_lower_bound(self) -> bool:
        """Whether the simulator had no time left, so that the bot may be faster than this."""
        return self.simulator > 0.97 and self.bot < 0.97

    def raw(self) -> dict[str, Any]:
        """The figures for the JSON."""
        return {name: round(value, 3) for name, value in asdict(self).items()}


async def measure(contender: Contender, place: Place, cores: Cores, effort: Effort, skip: int = 0) -> Rate:
    """One round. `skip` leaves out so many people, who have asked before on the same database.

    Raises RuntimeError when the database does not have what people were told."""
    async with contender.on_stage(place, cores) as (stage, url):
        chats = iter(move_in(stage.world)[skip:])
        before = await books(url) if url else None
        warm = await _warm_up(contender, stage, chats, effort)
        crowd, rate = await _rate(contender, stage, chats, effort)
        if url and before:
            now, asked = await books(url), warm.finished + crowd.finished
            if now != Books(before.requests + asked, before.unsent):
                raise RuntimeError(f"{contender.name}: {asked} requests, but {before} became {now}")
        return rate


async def _warm_up(contender: Contender, stage: Stage, chats: Iterator[Chat], effort: Effort) -> Crowd:
    crowd = Crowd(stage.world, chats, contender.talk(), sentences())
    crowd.enter(min(WARM_UP, effort.people))
    await until(lambda: crowd.finished >= WARM_UP / 2, 60)
    crowd.close_doors()
    await crowd.answered(60)
    crowd.leave()
    return crowd


async def _rate(
    contender: Contender, stage: Stage, chats: Iterator[Chat], effort: Effort
) -> tuple[Crowd, Rate]:
    """From the first sentence to the last answer; a bot that delivers has delivered everything by then."""
    crowd = Crowd(stage.world, chats, contender.talk(), sentences())
    with _undisturbed():
        used = _Used(stage.program)
        crowd.enter(effort.people)
        await _while_busy(crowd, effort.seconds)
        crowd.close_doors()
        if contender.delivers:
            await crowd.answered(60)
        seconds = (crowd.last if contender.delivers else asyncio.get_running_loop().time()) - used.since
        rate = used.rate(len(crowd.answers), crowd.shown, seconds)
    crowd.leave()
    return crowd, rate


async def _while_busy(crowd: Crowd, seconds: float) -> None:
    """So many seconds, or until there is nobody left who has not asked yet."""
    with suppress(TimeoutError):
        await until(lambda: not crowd.waiting, seconds, every=0.1)


class _Used:
    """What was used since it was made."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._bot, self._simulator = program.cpu(), time.process_time()
        self.since = asyncio.get_running_loop().time()

    def rate(self, updates: int, shown: int, seconds: float) -> Rate:
        """So many updates in so many seconds; the shares are of all the time until now."""
        until_now = asyncio.get_running_loop().time() - self.since
        bot, simulator = self._program.cpu() - self._bot, time.process_time() - self._simulator
        return Rate(
            rate=updates / seconds,
            cpu=1000 * bot / updates,
            bot=bot / until_now,
            simulator=simulator / until_now,
            shown=shown / updates,
        )


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Keep the garbage collector from walking through twelve thousand phones again and again."""
    gc.collect()
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()
