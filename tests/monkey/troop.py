"""The troop: everybody who plays, the rounds they play in, and what is found."""

from __future__ import annotations

import json
import logging
from collections import deque
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from random import Random

from bot.app import Bangban
from bot.demo.village import import_roster
from bot.limits import Limits
from bot.seed import found_county, settle
from domain.catalogue import CATALOGUE
from domain.volunteers import Profile
from services import roles, units, volunteers
from simulator.model import Chat
from simulator.person import Person
from simulator.server import Simulator
from storage import people
from storage.transaction import Database
from tests.monkey.deeds import Deed, ForgingHands, Hands
from tests.monkey.invariants import broken, failures, leaks
from tests.monkey.watch import Eyes, LogErrors
from tests.monkey.words import Mouth

TOKEN = "1000:monkeys-token"
REMEMBERED = 10
NEW_DAY = 120
"""Rounds after which everybody has their roles again, and some time has passed."""
PEOPLE: dict[str, tuple[str, ...]] = {
    "王秀英": (),
    "刘小军": ("volunteer",),
    "陈建国": ("volunteer",),
    "杨秋月": (),
    "李敏": ("doctor",),
    "张和": ("mediator",),
    "周敏": ("assistance", "civil_affairs"),
    "钱勇": ("security",),
    "吴强": ("environment", "shopkeeper"),
    "何志远": ("training", "culture"),
    "孙丽": ("clerk",),
    "马国强": ("director",),
    "郑凯": ("township",),
    "伪造者": (),
}
STRANGER = "生人"
CAN_DO_ALL = Profile(skills=tuple(skill.code for skill in CATALOGUE.skills), sex="m", ceiling=5)
"""What the volunteers of the troop offer."""


@dataclass
class Monkey:
    """Somebody who plays, and the last things they did."""

    name: str
    person: Person
    hands: Hands
    roles: tuple[str, ...] = ()
    history: deque[str] = field(default_factory=lambda: deque(maxlen=REMEMBERED))


@dataclass
class Findings:
    """What went wrong, each in a few lines: the last things the person did, the failure last."""

    silences: list[str] = field(default_factory=list)
    exceptions: list[str] = field(default_factory=list)
    illegal: list[str] = field(default_factory=list)
    leaks: list[str] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)

    @property
    def all(self) -> list[str]:
        """Everything."""
        return [*self.exceptions, *self.illegal, *self.leaks, *self.broken, *self.silences]


class Troop:
    """Monkeys in front of the real bot on this database. Use as a context manager, then `play`."""

    def __init__(self, database: Database, seed: int) -> None:
        self.database = database
        self.seed = seed
        self.rng = Random(seed)
        self.sim = Simulator()
        self.sim.add_bot(TOKEN, "bangban_monkey_bot", "帮办")
        self.eyes = Eyes(self.sim.world)
        self.errors = LogErrors()
        self.found = Findings()
        self.monkeys: list[Monkey] = []
        self.steps = 0
        self._rounds = 0
        self._shift = timedelta()
        self._numbers: list[str] = []
        self._links: list[str] = []

    def now(self) -> datetime:
        """The bot's clock: it leaps now and then."""
        return datetime.now(UTC) + self._shift

    async def __aenter__(self) -> Troop:
        logging.getLogger().addHandler(self.errors)
        await self.sim.start()
        self.bot = Bangban(
            self.database, TOKEN, api_url=self.sim.url, limits=Limits.off(), long_poll=1, now=self.now
        )
        await self.bot.__aenter__()
        await self._assemble()
        return self

    async def __aexit__(self, *about: object) -> None:
        await self.bot.__aexit__(*about)
        await self.sim.stop()
        logging.getLogger().removeHandler(self.errors)

    async def _assemble(self) -> None:
        mouth = Mouth(self.rng, self._numbers, self._links)
        async with self.database.begin(self.now(), self.bot.bot_id) as tx:
            await found_county(tx)
            await import_roster(tx)
            for number, (name, held) in enumerate(PEOPLE.items()):
                person = self.sim.person(name, f"+86138000000{number + 1:02}", label=name)
                center = "dongxing" if name == "杨秋月" else "maqu"
                account = await settle(tx, person.id, center=center, name=name, roles_held=held)
                if "volunteer" in held and account.current_center_id is not None:
                    await volunteers.offer(tx, account, account.current_center_id, CAN_DO_ALL)
                self.monkeys.append(Monkey(name, person, self._hands(name, person, mouth), held))
        stranger = self.sim.person(STRANGER, "+8613900000000", label=STRANGER)
        hands = Hands(self.sim.world, stranger, self.rng, mouth, ["consent|1"])
        self.monkeys.append(Monkey(STRANGER, stranger, hands))
        for monkey in self.monkeys:
            await monkey.person.starts()
        await self._settled()

    def _hands(self, name: str, person: Person, mouth: Mouth) -> Hands:
        if name == "伪造者":
            return ForgingHands(self.sim.world, person, self.rng, mouth, (), everybody=self._chats)
        return Hands(self.sim.world, person, self.rng, mouth, ())

    def _chats(self) -> list[Chat]:
        return [monkey.person.chat for monkey in self.monkeys]

    async def play(self, steps: int) -> None:
        """Let them do so many things, several of them at once now and then; look after every round."""
        while self.steps < steps:
            self._rounds += 1
            if self._rounds % NEW_DAY == 0:
                await self._new_day()
            await self._round()
        await self._look_back()

    async def _round(self) -> None:
        self.eyes.look_away()
        at_once = self.rng.choices((1, 2, 4), (6, 2, 1))[0]
        done: list[tuple[Monkey, Deed]] = []
        for monkey in self.rng.sample(self.monkeys, at_once):
            done += [(monkey, deed) for deed in await monkey.hands.anything()]
        self.steps += len(done)
        for monkey, deed in done:
            monkey.history.append(deed.said)
        try:
            await self._settled()
        except TimeoutError as error:
            self.found.exceptions.append(f"{error}\n{self._story(done[0][0])}")
        self._look(done)

    async def _settled(self) -> None:
        await self.sim.settled(quiet=0.002)
        await self.bot.delivery.idle()

    def _look(self, done: list[tuple[Monkey, Deed]]) -> None:
        illegal = self.eyes.read_calls()
        self.found.illegal += [f"{what}\n{self._stories(done)}" for what in illegal]
        self.found.exceptions += [f"{what}\n{self._stories(done)}" for what in self.errors.lines]
        self.errors.lines.clear()
        for monkey, deed in done:
            chat = monkey.person.chat
            if deed.tap in self.sim.world.callbacks:
                self.found.silences.append(f"a tap nobody answered\n{self._story(monkey)}")
            elif deed.is_answered and not chat.blocked and chat.id not in self.eyes.changed:
                self.found.silences.append(f"nothing happened\n{self._story(monkey)}")
        for monkey in {id(monkey): monkey for monkey, _ in done}.values():
            self._overhear(monkey)

    def _overhear(self, monkey: Monkey) -> None:
        heard = self.eyes.heard[monkey.person.id]
        for words in heard:
            self._numbers += [word for word in words.replace("#", " ").split() if word.isdecimal()]
            self._links += [word for word in words.split() if word.startswith("https://t.me/")]
        monkey.history.extend(f"    sees: {words[:90]!r}" for words in heard[-2:])

    def _stories(self, done: list[tuple[Monkey, Deed]]) -> str:
        return "\n".join(self._story(monkey) for monkey in {id(one): one for one, _ in done}.values())

    def _story(self, monkey: Monkey) -> str:
        lines = [f"  {monkey.name}, after {self.steps} steps of seed {self.seed}:"]
        return "\n".join([*lines, *(f"    {line}" for line in monkey.history)])

    async def _new_day(self) -> None:
        """Hours or days pass; whoever lost a role has it again, so that there is work to do."""
        self._shift += timedelta(hours=self.rng.choice((1, 9, 30, 80, 400)))
        async with self.database.begin(self.now(), self.bot.bot_id) as tx:
            for monkey in self.monkeys:
                account = await people.account(tx, monkey.person.id)
                for role in monkey.roles:
                    unit = await units.by_code(tx, "qinghe" if role == "township" else "maqu")
                    if account is not None and unit is not None:
                        await roles.grant(tx, account=account, unit=unit, role=role, by=None)
        await self.bot.tick()
        await self._settled()

    async def _look_back(self) -> None:
        """Everybody is reachable again; then what must hold in the end."""
        async with self.database.begin(self.now(), self.bot.bot_id) as tx:
            self.found.broken += await broken(tx)
            self.found.leaks += await leaks(tx, self.eyes.secrets)
            if failed := await failures(tx):
                self.found.exceptions.append(f"{failed} updates in quarantine")

    def summary(self) -> str:
        """The counts as JSON."""
        counts = {
            "steps": self.steps,
            "messages": self.eyes.messages,
            "silences": len(self.found.silences),
            "exceptions": len(self.found.exceptions),
            "illegal": len(self.found.illegal),
            "leaks": len(self.found.leaks),
            "broken": len(self.found.broken),
            "seed": self.seed,
        }
        return json.dumps(counts)
