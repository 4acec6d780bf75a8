"""A village of households and whoever goes to them, for tests of notices that are told at the door."""

from __future__ import annotations

from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from domain.announcing import Announcement, Body
from domain.doors import Standing
from domain.messages import Content
from domain.proxies import Kin
from services import notice_access, notice_doors, notice_left, notice_walks, notice_writing
from services.kinds import Notice
from storage import notice_doors as stored
from storage import notices, people, proxies
from storage.notice_readers import NoticeDoor, NoticeKnock
from storage.proxies import ProxyRelation
from storage.transaction import Tx
from tests.services.test_notices import unit_id
from tests.services.town import BOT, Town

WORDS = "明天上午停水"


@dataclass
class Street:
    """So many households of one natural village; `members` are accounts by the person they are."""

    town: Town
    director: int
    persons: dict[str, int] = field(default_factory=dict)
    homes: dict[str, int] = field(default_factory=dict)
    members: dict[str, int] = field(default_factory=dict)
    notice_id: int = 0

    async def enrol(self, *names: str, **about: Any) -> None:
        """Households of one person each."""
        for name in names:
            self.persons[name] = await self.town.enrol(name, **about)
            async with self.town.begin() as tx:
                person = await people.person(tx, self.persons[name])
                assert person is not None
                self.homes[name] = person.household_id

    async def joins(self, name: str, **about: Any) -> int:
        """The person of that name registers, and the roster knows them."""
        who = await self.town.settle(name, **about)
        await self.ties(who, name)
        self.members[name] = who
        return who

    async def ties(self, who: int, name: str) -> None:
        """An account is that person of the roster."""
        async with self.town.begin() as tx:
            account = await self.town.account(tx, who)
            account.memberships[0].person_id = self.persons[name]

    async def announce(self, kind: str = "outage", code: str = "maqu", **more: Any) -> Notice:
        """A notice of a kind, from the director."""
        said = Announcement(body=Body(contents=(Content(text=WORDS),)), kind=kind, **more)
        unit = await unit_id(self.town, code)
        made = await self.town.do(self.director, notice_writing.submit, unit, said)
        assert isinstance(made, Notice)
        self.notice_id = made.id
        return made

    async def clock(self, *steps: Callable[[Tx], Awaitable[bool]]) -> int:
        """Let the clock do what is due; how much that was."""
        did = 0
        for step in steps or (notice_doors.open_one, notice_doors.share_one, notice_doors.go_again_one):
            while True:
                async with self.town.begin() as tx:
                    if not await step(tx):
                        break
                did += 1
                assert did < 100, "it never ends"
        return did

    async def opened(self, kind: str = "outage", **more: Any) -> Notice:
        """A notice whose doors are open."""
        await self.announce(kind, **more)
        self.town.passes(hours=2)
        await self.clock()
        return await self.notice()

    async def notice(self) -> Notice:
        """The notice as it is kept."""
        async with self.town.database.begin(self.town.now, BOT) as tx:
            found = await notices.one(tx, self.notice_id)
            assert found is not None
            return found

    async def door(self, name: str) -> NoticeDoor:
        """Somebody's door."""
        async with self.town.database.begin(self.town.now, BOT) as tx:
            found = await stored.door(tx, self.notice_id, self.homes[name])
            assert found is not None
            return found

    async def states(self) -> dict[str, str]:
        """What became of each door."""
        async with self.town.database.begin(self.town.now, BOT) as tx:
            found = await stored.states(tx, self.notice_id)
        return {name: found[home][0] for name, home in self.homes.items() if home in found}

    async def asked(self) -> list[NoticeKnock]:
        """Who was asked to go."""
        async with self.town.database.begin(self.town.now, BOT) as tx:
            return await stored.knocks(tx, self.notice_id)

    async def tally(self) -> Counter[Standing]:
        """How all households stand that the notice is for."""
        async with self.town.database.begin(self.town.now, BOT) as tx:
            notice = await notices.one(tx, self.notice_id)
            assert notice is not None
            centers = await notice_access.center_ids(tx, notice)
            found = await notice_left.standings(tx, notice, centers)
        return Counter(how for one in found.values() for _, how in one.values())

    async def kept(self, who: int) -> set[str]:
        """Whose doors are on somebody's list."""
        async with self.town.database.begin(self.town.now, BOT) as tx:
            found = {one.household_id for one in await stored.kept_by(tx, self.notice_id, who)}
        return {name for name, home in self.homes.items() if home in found}

    async def does(self, who: int, step: Any, name: str, *more: Any) -> Any:
        """Somebody says something of a door."""
        return await self.town.do(who, step, self.notice_id, self.homes[name], *more)

    async def tells(self, who: int, name: str) -> None:
        """Somebody tells the person of that name at their door."""
        await self.does(who, notice_walks.told, name, self.persons[name])

    async def acts_for(self, who: int, name: str, state: str = "confirmed") -> None:
        """Somebody acts for the person of that name, or once asked to."""
        async with self.town.begin() as tx:
            person = await people.person(tx, self.persons[name])
            assert person is not None
            row = ProxyRelation(
                center_id=person.center_id,
                proxy_id=who,
                person_id=person.id,
                person_name=name,
                kind=Kin.CHILD,
                state=state,
                confirmed_by="person",
                created_at=tx.now,
            )
            await proxies.add(tx, row)


async def street(town: Town, *names: str) -> Street:
    """A director, and a household of each of these."""
    made = Street(town, await town.settle("李主任", "director", village=None))
    await made.enrol(*names)
    return made
