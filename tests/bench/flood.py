"""One chat writes two hundred messages a second: do the others notice?"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from itertools import islice
from typing import Any

from simulator import acts
from simulator.limits import Limits
from simulator.model import Chat
from simulator.world import World
from tests.bench.contenders import Contender, sentences
from tests.bench.crowd import Crowd, Intake
from tests.bench.figures import percentile
from tests.bench.place import Place
from tests.bench.stage import Cores, move_in

FLOOD = 200
"""Messages a second."""
EVERY = 0.05
CONVERSATIONS, THINK = 3.0, 3.0
"""Of the others: how many begin each second, and how long people think before they tap."""
WARM = 9.0
"""Seconds until every step of a conversation has been taken by somebody."""
HANDFULS = 5
"""How many are written meanwhile by somebody else, so that what many at once need is loaded and compiled."""


@dataclass(frozen=True)
class Waits:
    """How long the others waited for their answers, in seconds, before and during the flood."""

    calm: list[float]
    flooded: list[float]

    @property
    def ratio(self) -> float:
        """How many times as long the slowest in a hundred waited."""
        return percentile(self.flooded, 0.99) / percentile(self.calm, 0.99)

    def raw(self) -> dict[str, Any]:
        """The figures for the JSON."""
        return {
            "answers": [len(self.calm), len(self.flooded)],
            "calm_p50_ms": round(1000 * percentile(self.calm, 0.5), 1),
            "calm_p99_ms": round(1000 * percentile(self.calm, 0.99), 1),
            "flooded_p50_ms": round(1000 * percentile(self.flooded, 0.5), 1),
            "flooded_p99_ms": round(1000 * percentile(self.flooded, 0.99), 1),
        }


class Flooder:
    """Somebody, or somebody's program, that writes without end."""

    def __init__(self, world: World, chat: Chat) -> None:
        self._world = world
        self._chat = chat
        self._sentences = sentences()
        self._open = True
        self._loop = asyncio.get_running_loop()

    def write(self) -> None:
        """A handful, again and again."""
        if self._open:
            for sentence in islice(self._sentences, int(FLOOD * EVERY)):
                acts.write(self._world, self._chat, self._chat.person, sentence)
            self._loop.call_later(EVERY, self.write)

    def stop(self) -> None:
        """Enough."""
        self._open = False


async def measure(contender: Contender, place: Place, cores: Cores, seconds: float) -> Waits:
    """One round: so many seconds of calm, and as many of flood, before the same bot."""
    loop = asyncio.get_running_loop()
    async with contender.on_stage(place, cores, Limits(enforced=True)) as (stage, _):
        chats = move_in(stage.world)
        others = Crowd(stage.world, iter(chats[1:]), Intake(), sentences(), think=THINK, followed=False)
        others.arrive(1 / CONVERSATIONS)
        talkative = Flooder(stage.world, chats[-1])
        talkative.write()
        loop.call_later(HANDFULS * EVERY, talkative.stop)
        await asyncio.sleep(WARM)
        calm = loop.time()
        await asyncio.sleep(seconds)
        flooder = Flooder(stage.world, chats[0])
        flood = loop.time()
        flooder.write()
        await asyncio.sleep(seconds)
        waiting = others.unanswered()
        flooder.stop()
        others.leave()
        return Waits(
            [one.wait for one in others.answers if calm <= one.at < flood],
            [one.wait for one in others.answers if one.at >= flood] + waiting,
        )
