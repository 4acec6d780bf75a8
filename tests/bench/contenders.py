"""Who is compared: each is a program, the way people talk to it, and the distance to Telegram."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import cache
from itertools import count, cycle
from pathlib import Path

from domain import asking, borrowing, wanting
from domain.catalogue import CATALOGUE
from domain.suggest import suggest, topic_of
from simulator.faults import Faults
from simulator.limits import Limits
from simulator.server import Simulator
from simulator.updates import UpdateQueue
from tests.bench.crowd import Echoed, Intake
from tests.bench.place import Place, Source
from tests.bench.stage import TOKEN, Cores, Stage, running

PYTHON = sys.executable
SENTENCES = Path(__file__).parents[1] / "eval" / "sentences.tsv"
FIRST_IDS = count(1, 10_000_000)
"""The first update of each round: a database that lives through several has not seen it yet."""
FAR = 0.05
"""Seconds that every call takes longer when Telegram is far away."""


@dataclass(frozen=True)
class Contender:
    """A program to be measured.

    latency   seconds that every call takes
    database  what it stores in, if it stores anything
    """

    name: str
    words: tuple[str, ...]
    talk: type[Echoed | Intake]
    latency: float = 0.0
    database: Source | None = None

    @property
    def delivers(self) -> bool:
        """Whether it owes more than the answers: its time runs until every card is delivered too."""
        return self.database is not None

    @asynccontextmanager
    async def on_stage(
        self, place: Place, cores: Cores, limits: Limits | None = None
    ) -> AsyncIterator[tuple[Stage, str | None]]:
        """The program, running before a simulator of its own (which keeps a record only if it has limits);
        and the address of its database."""
        faults = Faults(latency=self.latency, poll_latency=self.latency)
        async with Simulator(record=200_000 if limits else 0, limits=limits, faults=faults) as sim:
            bot = sim.add_bot(TOKEN, "bangban_bench_bot", "帮办")
            bot.queue = UpdateQueue(first_id=next(FIRST_IDS))
            if self.database is None:
                async with running([*self.words, sim.url, TOKEN], {}, cores.bot) as program:
                    yield Stage(sim, program), None
                return
            async with self.database.copy() as url:
                env = place.environment(url, sim.url, TOKEN)
                async with running(self.words, env, cores.bot) as program:
                    yield Stage(sim, program), url


def echo(name: str, library: str, latency: float = 0.0) -> Contender:
    """A library's echo bot."""
    return Contender(name, (PYTHON, "-m", "tests.bench.echoes", library), Echoed, latency)


def intake(name: str, database: Source, latency: float = 0.0) -> Contender:
    """Our program without Telegram's limits, taking requests in."""
    return Contender(name, (PYTHON, "-m", "tests.bench.unlimited"), Intake, latency, database)


def program(name: str, database: Source) -> Contender:
    """Our program as it is, keeping Telegram's limits."""
    return Contender(name, (str(Path(PYTHON).with_name("bangban")), "run"), Intake, 0.0, database)


def sentences() -> Iterator[str]:
    """What villagers say, over and over: every sentence is about something, nothing urgent, and none that is
    answered with what there is, or noted, before it becomes a request."""
    return cycle(_usable())


@cache
def _usable() -> list[str]:
    rows = [row.split("\t") for row in SENTENCES.read_text("utf-8").splitlines()[1:]]
    said = [text for _, _, urgent, text in rows if urgent == "0" and len(text) <= 60]
    found = {text: suggest(text) for text in said[:: max(1, len(said) // 300)]}
    usable = [text for text, read in found.items() if not read.urgent and read.lines]
    return [text for text in usable if not _finds(text, found[text].lines[0])]


def _finds(text: str, line: str) -> bool:
    """Whether it wants to learn or to borrow something, or asks after what is on, paid or posted."""
    if wanting.read(text) is not None or borrowing.read(text) or asking.read(text):
        return True
    return CATALOGUE.bulletin_for(topic_of(text, line)) is not None
