"""Time goes by in the county: from one moment at which anything happens to the next.

A day is one transaction, whose `now` moves on: everything goes through the real services and storage all the
same, but nobody is read from the database anew for each thing they do. What is found at midnight is read in
a transaction of its own.
"""

from __future__ import annotations

import heapq
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count
from random import Random
from typing import Any

from bot.marking import mark_unreachable
from schedules.ticks import EVERY_HOUR, EVERY_MINUTE, OFTEN
from services import people as meeting
from services import roles, units
from services.errors import RefusedError
from storage import outbox, people
from storage.outbox import Lane, OutboxRow
from storage.people import Household
from storage.people import Person as Resident
from storage.transaction import Database, Tx
from tests.county import census, fate, helpcensus, place
from tests.county.books import Books
from tests.county.deeds import Deeds
from tests.county.folk import Folk, Person
from tests.county.helping import Helping
from tests.county.helpminds import HelpMinds
from tests.county.minds import Minds
from tests.county.pairing import Pairing

BOT = 1000
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
ENOUGH = 20_000
"""A clock that acts this often at one moment spins."""
Deed = Callable[..., Awaitable[None]]


@dataclass(order=True)
class Plan:
    """Somebody means to do something at some time; the first planned goes first."""

    at: datetime
    serial: int
    who: Person = field(compare=False)
    deed: Deed = field(compare=False)
    what: tuple[str, int] | None = field(compare=False, default=None)
    even_if_gone: bool = field(compare=False, default=False)


class Life:
    """The people of a county on this database, and all that is found while they live."""

    def __init__(self, database: Database, seed: int, centers: int) -> None:
        self.database = database
        self.rng = Random(seed)
        self.folk = Folk(place.county(self.rng, centers), self.rng)
        self.books = Books()
        self.deeds = Deeds(self)
        self.minds = Minds(self)
        self.helping = Helping(self)
        self.helpminds = HelpMinds(self)
        self.pairing = Pairing(self)
        self.now = place.START
        self.stuck: list[str] = []
        self.lost: list[str] = []
        self._plans: list[Plan] = []
        self._serials = count()
        self._delivered: list[dict[str, Any]] = []
        self._undelivered: list[OutboxRow] = []
        self._afterwards: list[Callable[[], None]] = []
        self._due: datetime | None = None

    def plan(
        self,
        who: Person,
        at: datetime,
        deed: Deed,
        what: tuple[str, int] | None = None,
        *,
        even_if_gone: bool = False,
    ) -> None:
        """Somebody will do this, unless they are away by then."""
        heapq.heappush(self._plans, Plan(at, next(self._serials), who, deed, what, even_if_gone))

    def afterwards(self, look: Callable[[], None]) -> None:
        """Look at something when everybody has read what is written at this moment."""
        self._afterwards.append(look)

    async def settle(self) -> None:
        """Everybody moves in: units, roster, accounts, phones, roles."""
        async with self.database.begin(self.now, BOT) as tx:
            await units.sync(tx, self.folk.county)
        for center in self.folk.above:
            async with self.database.begin(self.now, BOT) as tx:
                unit = await units.by_code(tx, center)
                assert unit is not None
                villages = [one.id for one in await meeting.villages(tx, unit.id)]
                for who in self.folk.of(center):
                    await self._move_in(tx, who, unit.id, villages)

    async def _move_in(self, tx: Tx, who: Person, center_id: int, villages: Sequence[int]) -> None:
        village_id = who.rng.choice(villages)
        home = Household(center_id=center_id, village_id=village_id, code=f"H{who.id}", tags=[])
        await people.add_all(tx, [home])
        resident = Resident(
            center_id=center_id,
            household_id=home.id,
            code=f"P{who.id}",
            name=who.name,
            name_key=people.name_key(who.name),
            phone=who.phone,
            phone_key=people.phone_key(who.phone),
            tags=[],
        )
        await people.add_all(tx, [resident])
        who.person_id = resident.id
        account = await meeting.meet(tx, who.id, "zh-Hans")
        await meeting.join(tx, account, center_id, name=who.name, village_id=village_id)
        await meeting.share_phone(tx, account, who.phone)
        for code, role in who.roles:
            unit = await units.by_code(tx, code)
            assert unit is not None
            await roles.grant(tx, account=account, unit=unit, role=role, by=None)

    async def run(self, days: int, requests: float, *, quiet: int = 30) -> None:
        """So many days with so many requests a day and center; then so many in which nobody asks any more."""
        fate.befalls(self, self.now, days, requests)
        end = self.now + DAY * (days + quiet)
        while self.now < end:
            async with self.database.begin(self.now, BOT) as tx:
                await self._live(tx, min(self.now + DAY, end))
            async with self.database.begin(self.now, BOT) as tx:
                await self._check(tx)
        await self._look_back()

    async def _live(self, tx: Tx, until: datetime) -> None:
        while self.now < until:
            tx.now = self.now = min(self._next(), until)
            await self._moment(tx)

    def _next(self) -> datetime:
        """The next moment at which anything happens, and every whole hour: the clock has other work too."""
        moments = [place.whole(self.now + timedelta(seconds=1), 60)]
        if self._plans:
            moments.append(self._plans[0].at)
        if self._due is not None:
            moments.append(place.whole(max(self._due, self.now + timedelta(seconds=1)), 1))
        return min(moments)

    async def _moment(self, tx: Tx) -> None:
        await self._mark(tx)
        while self._plans and self._plans[0].at <= self.now:
            await self._carry_out(tx, heapq.heappop(self._plans))
        is_hour = not (self.now - place.START) % HOUR
        if is_hour or (self._due is not None and self._due <= self.now):
            await self._tick(tx, is_hour=is_hour)
        self._due = await census.next_due(tx)
        await tx.write()
        self._deliver(tx.queued)
        tx.queued.clear()
        while self._afterwards:
            self._afterwards.pop()()
        await self.helping.settle(tx)

    async def _carry_out(self, tx: Tx, plan: Plan) -> None:
        who = plan.who
        if plan.what is not None:
            who.busy_with.discard(plan.what)
        if who.is_away(self.now) or (who.has_blocked and not plan.even_if_gone):
            return
        try:
            await plan.deed(tx, who)
        except RefusedError as refusal:
            self.books.refused[refusal.text.id] += 1

    async def _tick(self, tx: Tx, *, is_hour: bool) -> None:
        """What a drain of each of the clock's steps does, in one transaction: here nobody waits meanwhile."""
        for step in (*OFTEN, *EVERY_MINUTE, *(EVERY_HOUR if is_hour else ())):
            for times in count():
                assert times < ENOUGH, f"{step.__name__} spins"
                if not await step(tx):
                    break

    def _deliver(self, rows: Sequence[OutboxRow]) -> None:
        """Put what was queued before people's eyes; whoever blocked the bot has none."""
        for row in rows:
            who = self.folk.by_id[row.chat_id]
            state = "gone" if who.has_blocked else "sent"
            sent = {"message_id": row.id, "sent_at": self.now} if state == "sent" else {}
            self._delivered.append({"id": row.id, "state": state, "message_id": None, "sent_at": None} | sent)
            self.helping.books.told(who.id, row.request_id, row.message, self.now)
            self.pairing.told(row.message, self.now)
            if who.has_blocked:
                self._undelivered.append(row)
                continue
            message = row.message
            self.books.told(who.id, row.request_id, message.model_dump_json(exclude_defaults=True))
            if row.method == "send":
                self.minds.read(who, message, self.now, is_urgent=row.lane == Lane.URGENT)

    async def _mark(self, tx: Tx) -> None:
        await outbox.mark(tx, self._delivered)
        for row in self._undelivered:
            self.folk.by_id[row.chat_id].is_known_gone = True
            await mark_unreachable(tx, row)
        self._delivered, self._undelivered = [], []

    async def _check(self, tx: Tx) -> None:
        day = f"{self.now.astimezone(place.CHINA):%d %B %H:%M}"
        self.stuck += [f"{day}: {one}" for one in await census.stuck(tx, self.folk)]
        self.lost += [f"{day}: {one}" for one in await census.lost(tx, self.books, self.books.touched)]
        recent = self.now - 3 * DAY
        self.stuck += [f"{day}: {one}" for one in await helpcensus.stuck(tx, recent)]
        self.lost += [f"{day}: {one}" for one in await helpcensus.lost(tx, self.helping.books, recent)]
        self.books.touched.clear()

    async def _look_back(self) -> None:
        async with self.database.begin(self.now, BOT) as tx:
            await self._mark(tx)
            self.lost += await census.lost(tx, self.books, self.books.entries)
            self.lost += await helpcensus.lost(tx, self.helping.books, place.START)
        self.lost += [*self.books.untold, *self.books.unheard]
        self.lost += [*self.helping.books.untold, *self.helping.books.wrong]
