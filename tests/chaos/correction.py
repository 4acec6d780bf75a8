"""A notice to every household of a roster is wrong: it is corrected while it goes out, and the process is
killed before that and after. Whoever can be reached ends with the right words, once; all others are known."""

from __future__ import annotations

from collections import Counter
from typing import Any

from sqlalchemy import select

from storage import notice_audience, people, units
from storage.notices import Notice
from storage.outbox import Outbox
from storage.people import Account, Household, Membership, Person
from storage.transaction import Tx
from tests.chaos import books, kept, notices, place
from tests.chaos.arena import Arena
from tests.chaos.weather import patiently

TENTH = 10
WITHOUT_CHAT, BLOCKED = 3, 7
"""Of every ten households the one that has no account, and the one that has blocked the bot."""
WRONG = "11月27日停水，请接好水。"
RIGHT = "11月28日停水，请接好水。"


class Correction(Arena):
    """The stage of this run; its people say nothing.

    roster  the households by id, each with the account of the one person in it, if they have one
    """

    roster: dict[int, int | None]

    async def populate(self) -> None:
        """A household for each person; one in ten has no chat, and one in ten does not want the bot's."""
        self.roster = {}
        chats: dict[int, int | None] = {}
        for n in range(self.plan.households):
            chats[n] = None if n % TENTH == WITHOUT_CHAT else self._reader(n)
        self.author = self.crowd.person("主任").user.id
        await place.settled(self.database, [(self.author, place.HALL, ("director",))])
        await patiently(lambda: self._enrol(chats))

    def _reader(self, n: int) -> int:
        user = self.world.add_user(f"第{n}户", language_code="zh-hans")
        chat = self.world.private_chat(self.bot, user)
        if n % TENTH == BLOCKED:
            self.world.set_blocked(chat, True)
            self.gone.add(user.id)
        self.listeners.append(user.id)
        return user.id

    async def _enrol(self, chats: dict[int, int | None]) -> None:
        async with self.database.begin(bot_id=place.BOT) as tx:
            hall = await units.unit_by_code(tx, place.HALL)
            if hall is None:
                raise LookupError(place.HALL)
            homes = [Household(center_id=hall.id, code=f"{n}", tags=[]) for n in chats]
            await people.add_all(tx, homes)
            named = {"name": "户主", "name_key": people.name_key("户主"), "tags": []}
            heads = [
                Person(center_id=hall.id, household_id=home.id, code=home.code, **named) for home in homes
            ]
            await people.add_all(tx, heads)
            about = {"bot_id": place.BOT, "locale": "zh-Hans", "created_at": tx.now}
            tx.session.add_all([Account(id=one, **about) for one in chats.values() if one is not None])
            await tx.session.flush()
            there = {"center_id": hall.id, "name": "户主", "joined_at": tx.now, "consented_at": tx.now}
            for home, head, chat in zip(homes, heads, chats.values(), strict=True):
                self.roster[home.id] = chat
                if chat is not None:
                    tx.session.add(Membership(account_id=chat, person_id=head.id, **there))

    def come(self) -> None:
        """Nobody comes."""

    async def run(self) -> None:
        """It goes out; the process dies; it is corrected; the process dies again."""
        count = len(self.listeners) - len(self.gone)
        await self.service.start()
        await patiently(lambda: notices.announce(self.database, place.BOT, self.author, place.HALL, WRONG))
        await self.until(lambda: self._received() >= count * self._share(0.2, 0.3))
        await self.service.kill()
        await self.until(lambda: self._received() >= count * self._share(0.4, 0.6))
        await patiently(lambda: notices.correct(self.database, place.BOT, self.author, RIGHT))
        await self.until(lambda: self._changed() >= count * self._share(0.1, 0.3))
        await self.service.kill()
        await self.calm_down()

    def _share(self, least: float, most: float) -> float:
        return self.numbers.dice.uniform(least, most)

    def _received(self) -> int:
        return sum(chat_id != self.author for chat_id, _ in self.heard.messages)

    def _changed(self) -> int:
        return sum(times for (chat_id, _), times in self.heard.edits.items() if chat_id != self.author)

    async def balance(self) -> tuple[books.Findings, dict[str, Any]]:
        """What every household has on its screen, against what the database says it has."""
        self.heard.catch_up()
        found = books.Findings()
        async with self.database.begin() as tx:
            claims, rows = await kept.claims(tx), await kept.rows(tx)
            known = await self._known(tx)
        loose = books.unclaimed(self.heard.messages, claims)
        books.weigh_sent(rows, self.heard.messages, self.heard.edits, self.heard.answered, self.gone, found)
        self.doubles.weigh(loose, self.heard.lost_answers, found)
        screens = {one: self._screen(one, claims) for one in self.listeners}
        figures = books.weigh_households(self.roster, self.gone, screens, known, found)
        return found, figures | self._figures(found, updates=0, sent=len(self.heard.messages))

    def _screen(self, account_id: int, claims: Counter[tuple[int, int]]) -> tuple[int, int]:
        """How often the right words and the wrong ones are on somebody's screen, but for what was doubled."""
        chat = self.world.private_chat(self.bot, self.world.users[account_id])
        texts = [one.text for one in chat.messages.values() if one.from_bot and (chat.id, one.id) in claims]
        return sum(RIGHT in text for text in texts), sum(f"\n{WRONG}" in text for text in texts)

    async def _known(self, tx: Tx) -> tuple[list[int], list[int]]:
        """The households that have it by what the database says, and those that have to be told otherwise."""
        notice = (await tx.session.scalars(select(Notice))).one()
        meant = await notice_audience.households(tx, notice.for_whom, [notice.unit_id])
        query = (
            select(Person.household_id)
            .join(Membership, Membership.person_id == Person.id)
            .join(Outbox, Outbox.account_id == Membership.account_id)
            .where(Outbox.notice_id == notice.id, Outbox.state == "sent")
        )
        reached = [one for one in await tx.session.scalars(query) if one is not None]
        return reached, [one for one in meant if one not in set(reached)]
