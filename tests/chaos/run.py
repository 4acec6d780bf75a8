"""One run from beginning to end, and what came of it."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from simulator.faults import Faults
from simulator.limits import Limits
from simulator.server import Simulator
from simulator.world import World
from tests.chaos import books, place
from tests.chaos.arena import Arena
from tests.chaos.plan import Plan

ALL = 10**7
MOST_IN_FLIGHT = 50


@dataclass
class Outcome:
    """What came of a run."""

    found: books.Findings
    figures: dict[str, Any]
    log: list[str] = field(default_factory=list)

    @property
    def wrong(self) -> list[str]:
        """Everything that must not be, a line each."""
        found, figures = self.found, self.figures
        lines = [*found.lost_effects, *found.double_effects, *found.lost_messages]
        lines += [f"{one} doubled without a death or a lost answer" for one in found.unexcused]
        if figures["in_flight_most"] > MOST_IN_FLIGHT:
            lines.append(f"{figures['in_flight_most']} messages in flight at one death")
        return lines


async def play(
    plan: Plan, where: Path, database_url: str, key: str, *, webhook: bool, stage: type[Arena] = Arena
) -> Outcome:
    """The whole run."""
    began = time.monotonic()
    world = World(
        limits=Limits(enforced=True, scale=plan.speed),
        faults=Faults(seed=plan.seed),
        record=ALL,
        callback_lifetime=ALL,
    )
    async with Simulator(world=world) as sim:
        sim.add_bot(place.TOKEN, "bangban_chaos_bot", "帮办")
        env = place.environment(where, sim.url, database_url, key, webhook)
        async with place.founded(where, database_url, key) as database:
            arena = stage(plan, where, database, sim, env)
            try:
                await arena.populate()
                await arena.run()
                await arena.service.stop()
                found, figures = await arena.balance()
            finally:
                await arena.close()
    return Outcome(found, figures | {"seconds": round(time.monotonic() - began, 1)}, list(arena.service.log))
