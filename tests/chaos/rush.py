"""Five hundred sign up for forty seats within one second, and the process is killed while they do, and again
while they are answered. Never one seat too many, and each is told the truth, once."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any

from sqlalchemy import select

from bot.words import translate
from domain.activities import Plan, Session
from domain.activitytaps import ActivityDo
from domain.signups import TAKES_SEAT
from services import activities, signup_cards
from storage import people, units
from storage.signups import Signup
from storage.transaction import Tx
from tests.chaos import books, kept, place
from tests.chaos.arena import Arena
from tests.chaos.heard import plain
from tests.chaos.weather import patiently

SEATS = 40
WITHIN = 1.0
"""Seconds in which everybody taps."""


class Rush(Arena):
    """The stage of this run; its people have the announcement in front of them."""

    activity_id: int

    async def populate(self) -> None:
        """Everybody has registered, and an officer has made a course."""
        self.author = self.crowd.person("培训员").user.id
        await place.settled(self.database, [(self.author, place.HALL, ("training",))])
        for n in range(self.plan.rush):
            user = self.world.add_user(f"学员{n}", language_code="zh-hans")
            self.world.private_chat(self.bot, user)
            self.listeners.append(user.id)
        await place.registered_in_hall(self.database, self.listeners)
        self.activity_id = await patiently(self._make)

    async def _make(self) -> int:
        async with self.database.begin(bot_id=place.BOT) as tx:
            author, hall = await people.account(tx, self.author), await units.unit_by_code(tx, place.HALL)
            if author is None or hall is None:
                raise LookupError(place.HALL)
            begins = tx.now + timedelta(days=7)
            session = Session(starts_at=begins, ends_at=begins + timedelta(hours=2))
            course = Plan(kind="course", title="果树嫁接", place="村部", sessions=(session,), seats=SEATS)
            return (await activities.create(tx, author, hall.id, course)).id

    def come(self) -> None:
        """Nobody else comes."""

    async def run(self) -> None:
        """They all tap; the process dies among them; they are answered; the process dies once more."""
        await self.service.start()
        taps = [asyncio.create_task(self._taps(one)) for one in self.listeners]
        await asyncio.sleep(WITHIN * self.numbers.dice.uniform(0.3, 0.9))
        await self.service.kill()
        await asyncio.gather(*taps)
        await self.until(lambda: len(self.heard.messages) > self.plan.rush * self.numbers.dice.random())
        await self.service.kill()
        await self.calm_down()

    async def _taps(self, account_id: int) -> None:
        await asyncio.sleep(self.numbers.dice.uniform(0, WITHIN))
        person = self.world.users[account_id]
        chat = self.world.private_chat(self.bot, person)
        shown = self.world.post(chat, self.bot.user, "text", {"text": "📢"})
        del self.heard.messages[chat.id, shown.id]  # it has a button, and is nobody's answer
        self.world.tap(person, shown, ActivityDo("sign", self.activity_id).pack())

    async def balance(self) -> tuple[books.Findings, dict[str, Any]]:
        """What everybody has on their screen, against how they stand."""
        self.heard.catch_up()
        found = books.Findings()
        async with self.database.begin() as tx:
            claims, rows, truths = await kept.claims(tx), await kept.rows(tx), await self._truths(tx)
            used = list(
                await tx.session.scalars(select(Signup.account_id).where(Signup.state.in_(TAKES_SEAT)))
            )
        loose = books.unclaimed(self.heard.messages, claims)
        books.weigh_sent(rows, self.heard.messages, self.heard.edits, self.heard.answered, self.gone, found)
        self.doubles.weigh(loose, self.heard.lost_answers, found)
        told: dict[int, list[str]] = {one: [] for one in self.listeners}
        for (chat_id, message_id), words in self.heard.messages.items():
            if (chat_id, message_id) in claims and chat_id in told:
                told[chat_id].append(words)
        figures = books.weigh_rush(SEATS, used, told, truths, found)
        return found, figures | self._figures(found, updates=self.plan.rush, sent=len(self.heard.messages))

    async def _truths(self, tx: Tx) -> dict[int, list[str]]:
        """What each has to be told: how they stand, for every place they have."""
        truths: dict[int, list[str]] = {}
        for row in await tx.session.scalars(select(Signup)):
            reader = await people.account(tx, row.account_id or 0)
            card = await signup_cards.card(tx, reader, row) if reader is not None else None
            if card is not None and card.text is not None:
                truths.setdefault(row.account_id or 0, []).append(plain(translate(card.text, "zh-Hans")))
        return truths
