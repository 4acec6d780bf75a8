"""A village to tell stories in: the simulator, the real bot in front of a real database, and people."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from zlib import crc32

import pytest
from sqlalchemy import func, select

from bot.app import Bangban
from bot.limits import Limits
from bot.seed import settle
from domain.messages import Content, Said
from services import requests
from simulator.person import Person as Someone
from simulator.server import Simulator
from storage import groups, people, units
from storage.base import Base
from storage.people import Account, Household, Person
from storage.transaction import Database
from tests.founding import START
from tests.inline import lasting

TOKEN = "1000:story-token"


@dataclass
class Village:
    """The stage: `clock` is what the bot goes by and may be moved."""

    sim: Simulator
    bot: Bangban
    database: Database
    shift: timedelta = timedelta()
    phones: int = field(default=0)

    def now(self) -> datetime:
        """The bot's time: Tuesday 24 November 2026, 10:00 in the village, plus what passed since."""
        return START + self.shift

    async def passes(self, **time: float) -> None:
        """Let time pass (timedelta's arguments), and the clock do what is due."""
        self.shift += timedelta(**time)
        await self.bot.tick()
        await self.settled()

    async def enrol(
        self,
        name: str,
        *,
        phone: str | None = None,
        village: str = "上马曲",
        center: str = "maqu",
        household_of: str | None = None,
    ) -> None:
        """Put somebody on the center's roster, in a household of their own or in somebody's."""
        async with self.database.begin(self.now(), self.bot.bot_id) as tx:
            unit = await units.unit_by_code(tx, center)
            assert unit is not None
            where = next(one.id for one in await units.villages(tx, unit.id) if one.name == village)
            code = f"{len(await people.households(tx, unit.id)) + 1}"
            household = Household(center_id=unit.id, village_id=where, code=code, tags=[])
            if household_of is None:
                await people.add_all(tx, [household])
            else:
                (relative,) = await people.persons_by_name(tx, unit.id, household_of)
                household = await tx.session.get_one(Household, relative.household_id)
            person = Person(
                center_id=unit.id,
                household_id=household.id,
                code=code,
                name=name,
                name_key=people.name_key(name),
                phone=phone,
                phone_key=people.phone_key(phone) if phone else None,
                tags=[],
            )
            await people.add_all(tx, [person])

    async def account(self, who: Someone) -> Account | None:
        """What is kept of somebody."""
        async with self.database.begin(self.now(), self.bot.bot_id) as tx:
            return await people.account(tx, who.id)

    async def form(self, who: Someone) -> str | None:
        """The form somebody is in the middle of."""
        async with self.database.begin(self.now(), self.bot.bot_id) as tx:
            found = await people.dialogue(tx, who.id)
            return found.form if found else None

    async def count(self, table: type[Base]) -> int:
        """How many rows a table has."""
        async with self.database.begin(self.now(), self.bot.bot_id) as tx:
            return await tx.session.scalar(select(func.count()).select_from(table)) or 0

    async def unit_id(self, code: str) -> int:
        """The id of a unit."""
        async with self.database.begin(self.now(), self.bot.bot_id) as tx:
            unit = await units.unit_by_code(tx, code)
            assert unit is not None
            return unit.id

    async def bind_desk(self, center: str, role: str, chat_id: int, leader: Someone) -> None:
        """Let a desk have a group, past all rules."""
        unit_id = await self.unit_id(center)
        async with self.database.begin(self.now(), self.bot.bot_id) as tx:
            about = {"unit_id": unit_id, "role": role, "chat_id": chat_id, "title": "?"}
            by = {"bot_id": tx.bot_id, "bound_by_id": leader.id, "bound_at": tx.now}
            await groups.add(tx, groups.DeskGroup(**about, **by))

    async def urgent(self, who: Someone, line: str, words: str) -> None:
        """An urgent request, however it was made."""
        async with self.database.begin(self.now(), self.bot.bot_id) as tx:
            asker = await people.account(tx, who.id)
            assert asker is not None and asker.current_center_id is not None
            said = [Said(content=Content(text=words), message_id=1)]
            need = requests.Need(line=line, said=said, urgent=True)
            await requests.submit(tx, asker, asker.current_center_id, need)
        self.bot.delivery.hand_over(tx.queued)

    def sent_to(self, who: Someone) -> str:
        """Everything the bot ever sent to somebody, edits and toasts included."""
        calls = [repr(call.params) for call in self.sim.world.calls if call.params.get("chat_id") == who.id]
        return "\n".join([*calls, *who.toasts])

    async def settled(self) -> None:
        """Wait until everything that was said is answered and sent."""
        await self.sim.settled()
        await self.bot.delivery.idle()

    def stranger(self, name: str, language: str = "zh-hans") -> Someone:
        """Somebody with a phone whom the center does not know yet."""
        self.phones += 1
        phone = f"+86138000000{self.phones:02}"
        return self.sim.person(first_name=name, phone=phone, language_code=language, label=name)

    async def person(
        self,
        name: str,
        *roles: str,
        center: str = "maqu",
        village: str | None = "上马曲",
        language: str = "zh-Hans",
    ) -> Someone:
        """Somebody who is registered already, with these roles."""
        someone = self.stranger(name, language)
        async with self.database.begin(self.now(), self.bot.bot_id) as tx:
            await settle(
                tx, someone.id, center=center, name=name, village=village, roles_held=roles, language=language
            )
        await someone.starts()
        await someone.sees("")
        return someone


ENGINES = ("founded_sqlite_url", "founded_postgres_url")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """With `--engines both` every story is told twice."""
    if "emptied_url" in metafunc.fixturenames and metafunc.config.getoption("--engines") == "both":
        metafunc.parametrize("emptied_url", ENGINES, indirect=True, ids=["sqlite", "postgres"])


@pytest.fixture
def emptied_url(request: pytest.FixtureRequest) -> str:
    """The address of the database a story is told on: one half of the stories on each engine."""
    fixture = getattr(request, "param", None) or ENGINES[crc32(request.node.name.encode()) % 2]
    url: str = request.getfixturevalue(fixture)
    return url


@pytest.fixture
def database(database: Database) -> Database:
    """The example county with nobody in it yet; SQLite without the driver's thread."""
    return lasting(database)


@pytest.fixture
async def village(database: Database) -> AsyncIterator[Village]:
    """The example county, with the bot in it."""
    stage: Village | None = None
    async with Simulator() as sim:
        sim.add_bot(TOKEN, "bangban_story_bot", "帮办")
        bot = Bangban(
            database,
            TOKEN,
            api_url=sim.url,
            limits=Limits.off(),
            long_poll=1,
            now=lambda: stage.now() if stage else START,
        )
        stage = Village(sim, bot, database)
        async with bot:
            yield stage
