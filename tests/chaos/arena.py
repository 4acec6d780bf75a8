"""One run: an engine, a way in, people, a notice, and a process that dies or is tormented."""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import text

from simulator.server import Simulator
from simulator.world import World
from storage.transaction import Database
from tests.chaos import books, folk, kept, notices, place
from tests.chaos.folk import Crowd, Numbers, Someone
from tests.chaos.heard import Heard, Place
from tests.chaos.plan import Plan
from tests.chaos.service import Service
from tests.chaos.weather import OTHERS, STORMS, patiently

ANYBODY = f"select pid from pg_stat_activity where {OTHERS}"
WORKERS = 2
"""People at the desk of every center."""


class Arena:
    """The stage of one run; `sqlite` is the file if it is one."""

    def __init__(
        self, plan: Plan, where: Path, database: Database, sim: Simulator, env: dict[str, str]
    ) -> None:
        self.plan = plan
        self.database = database
        self.sqlite = Path(database.engine.url.database or "") if database.is_sqlite else None
        self.world: World = sim.world
        self.numbers = Numbers(plan.seed)
        self.clock = where / "clock"
        self.clock.write_text("0")
        self.bot = sim.world.bot
        self.heard = Heard(sim.world, self.bot)
        self.crowd = Crowd(sim.world, self.bot, self.numbers)
        more = {"CHAOS_SPEED": f"{plan.speed}", "CHAOS_CLOCK": f"{self.clock}"}
        self.service = Service(env | more, self._died)
        self.doubles = books.Doubles()
        self.villagers: list[Someone] = []
        self.listeners: list[int] = []
        self.gone: set[int] = set()
        self.author = 0
        self._lives: list[asyncio.Task[None]] = []
        self._waves: Iterator[list[tuple[Someone, str, bool]]] = iter(())

    async def populate(self) -> None:
        """Everybody is there; half of the villagers have registered before, and all who work have a role."""
        known = []
        waves: list[list[tuple[Someone, str, bool]]] = [[] for _ in range(self._stations)]
        for n in range(self.plan.people):
            one, center = self.crowd.person(f"村民{n}"), place.CENTERS[n % len(place.CENTERS)]
            registered = n // len(place.CENTERS) % 2 == 0
            if registered:
                known.append((one.user.id, center, ()))
            self.villagers.append(one)
            self.numbers.dice.choice(waves).append((one, center, registered))
        self._waves = iter(waves)
        for center in place.CENTERS:
            for n in range(WORKERS):
                one = self.crowd.person(f"{center}{n}")
                known.append((one.user.id, center, (folk.LINE,)))
                self._live(folk.worker(one))
        known.append((self.crowd.person("主任").user.id, place.HALL, ("director",)))
        self.author = known[-1][0]
        await place.settled(self.database, known)
        await self._gather_listeners()

    @property
    def _stations(self) -> int:
        """Moments at which more people come: every start, every storm."""
        return self.plan.kills + (len(STORMS) if self.plan.storm else 0) + 1

    async def _gather_listeners(self) -> None:
        for n in range(self.plan.accounts):
            user = self.world.add_user(f"听众{n}", language_code="zh-hans")
            chat = self.world.private_chat(self.bot, user)
            self.listeners.append(user.id)
            if n % 97 == 5:
                self.world.set_blocked(chat, True)
                self.gone.add(user.id)
        await place.registered_in_hall(self.database, self.listeners)

    def _live(self, life: Any) -> None:
        self._lives.append(asyncio.create_task(life))

    def come(self) -> None:
        """The next people begin; something that is no update comes among theirs."""
        for one, center, registered in next(self._waves, []):
            self._live(folk.villager(one, center, registered=registered))
        if self.numbers.dice.random() < 0.5:
            self.bot.queue.put(
                "message", {"message_id": "?", "date": "never", "chat": self.numbers.poison()}, 0
            )

    async def announce(self) -> None:
        """Tell everybody something."""
        words = self.numbers.say("今天下午停水", "次")
        await patiently(lambda: notices.announce(self.database, place.BOT, self.author, place.HALL, words))

    async def run(self) -> None:
        """All of it, up to the end."""
        await self.die()
        await self.suffer()
        await self.calm_down()

    async def die(self) -> None:
        """Life after life, each ended at a random moment, some before they have begun to work."""
        dice, plan = self.numbers.dice, self.plan
        told = {plan.kills * n // plan.notices for n in range(plan.notices)}
        await self._begin(told=0 in told)
        for n in range(1, plan.kills + 1):
            await self._serving(before=dice.random() if dice.random() < 0.2 else 3.0)
            await asyncio.sleep(dice.random() * plan.life)
            await self.service.kill()
            self.come()
            if n in told:
                await self.announce()

    async def _begin(self, *, told: bool) -> None:
        if told:
            await self.announce()
        self.come()
        await self.service.start()

    async def _serving(self, before: float) -> None:
        """Wait until the newest process has said something to anybody, but only so long."""
        said, deadline = self._said(), time.monotonic() + before
        while self._said() == said and time.monotonic() < deadline:  # noqa: ASYNC110 - another process's doing
            await asyncio.sleep(0.02)

    def _said(self) -> int:
        return len(self.heard.messages) + self.heard.edits.total()

    async def suffer(self) -> None:
        """One trouble after the other, in an order of the dice's, while people go on."""
        if not self.plan.storm:
            return
        for storm in self.numbers.dice.sample(STORMS, len(STORMS)):
            self.come()
            await storm(self, self.plan.storm)
            await asyncio.sleep(self.plan.storm / 4)
        self.world.faults.calm()

    async def until(self, come: Callable[[], bool]) -> None:
        """Wait until something has come about, but not for ever."""
        deadline = time.monotonic() + self.plan.patience
        while not come() and time.monotonic() < deadline:  # noqa: ASYNC110 - another process's doing
            await asyncio.sleep(0.01)

    async def calm_down(self) -> None:
        """Wait until there is nothing left to do, or nothing more happens."""
        self.come()
        seen, since = -1, time.monotonic()
        while time.monotonic() - since < self.plan.patience:
            await asyncio.sleep(0.25)
            self.service.check()
            self.heard.catch_up()
            if (done := self._said() + len(self.heard.answered)) != seen:
                seen, since = done, time.monotonic()
            elif not self.bot.queue.pending and not self.unfinished() and not await self._unsent():
                return

    async def _unsent(self) -> int:
        return int(await patiently(lambda: kept.unsent(self.database)))

    def unfinished(self) -> list[Someone]:
        """Villagers who still wait for something."""
        return [one for one in self.villagers if one.stage]

    async def ask(self, query: str) -> list[Any]:
        """Ask PostgreSQL for a column."""

        async def once() -> list[Any]:
            async with self.database.engine.connect() as connection:
                return list((await connection.execute(text(query))).scalars())

        found: list[Any] = await patiently(once)
        return found

    async def _died(self) -> None:
        """Between two lives: what did the dead one send and not mark?"""
        await self._let_land()
        self.heard.catch_up()
        waiting, loose = await patiently(self._in_between)
        self.doubles.note_death(loose, waiting, self.heard.lost_answers)

    async def _let_land(self) -> None:
        """What was on the wire arrives; what a dead client asked PostgreSQL for is done."""
        calls = -1
        while calls != len(self.world.calls) or self.world.activity.in_flight:
            calls = len(self.world.calls)
            await asyncio.sleep(0.02)
        if self.sqlite is None:
            while await self.ask(ANYBODY):  # noqa: ASYNC110 - the server has no event for it
                await asyncio.sleep(0.02)

    async def _in_between(self) -> tuple[list[kept.Row], Counter[Place]]:
        async with self.database.begin() as tx:
            loose = books.unclaimed(self.heard.messages, await kept.claims(tx))
            return await kept.rows(tx, {chat_id for chat_id, _ in loose}), loose

    async def balance(self) -> tuple[books.Findings, dict[str, Any]]:
        """Everything is over: what is wrong, and the figures."""
        self.heard.catch_up()
        async with self.database.begin() as tx:
            state, rows = await kept.acts(tx), await kept.rows(tx)
            loose = books.unclaimed(self.heard.messages, await kept.claims(tx))
            found = books.Findings()
            await notices.weigh(tx, self.listeners, self.gone, found)
        acts = list(self.heard.acts())
        books.weigh_acts(acts, state, found)
        books.weigh_sent(rows, self.heard.messages, self.heard.edits, self.heard.answered, self.gone, found)
        books.weigh_answers(acts, state, rows, len(self.world.callbacks), found)
        found.lost_messages += [f"{one.user.id} waits for {one.stage}" for one in self.unfinished()]
        self.doubles.weigh(loose, self.heard.lost_answers, found)
        return found, self._figures(found, updates=len(acts), sent=len(self.heard.messages))

    def _figures(self, found: books.Findings, **more: int) -> dict[str, Any]:
        return {
            "kills": self.service.kills,
            **more,
            "lost_effects": len(found.lost_effects),
            "double_effects": len(found.double_effects),
            "lost_messages": len(found.lost_messages),
            "double_messages": len(found.double_messages),
            "in_flight_bound": self.doubles.bound(self.heard.lost_answers),
            "in_flight_most": max(self.doubles.in_flight, default=0),
            "lost_answers": self.heard.lost_answers.total(),
            "exits": self.service.exits,
        }

    async def close(self) -> None:
        """Nobody lives here any more."""
        for life in self._lives:
            life.cancel()
        await asyncio.gather(*self._lives, return_exceptions=True)
        await self.service.stop()
