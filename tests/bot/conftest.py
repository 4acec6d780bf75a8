"""A bot of the simulator with its loops, for tests of the transport."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, fields
from datetime import UTC, datetime
from typing import Any

import pytest
import telegram

from bot.backoff import Backoff
from bot.batches import Batches
from bot.delivery import Delivery, Pace
from bot.limits import Limits
from bot.markup import escape
from bot.transport import BotApi
from bot.updates import UpdateLoop
from domain.messages import Outgoing, Text, t
from simulator.model import Bot
from simulator.person import Person
from simulator.server import Simulator
from storage import outbox
from storage.outbox import Lane, OutboxRow
from storage.transaction import Database, Tx


def translate(text: Text, locale: str) -> str:
    """A tiny translator: "say" shows its words, anything else its id and locale."""
    words = text.args.get("words")
    return escape(words) if isinstance(words, str) else f"{text.id}/{locale}"


def say(words: str, **more: Any) -> Outgoing:
    """A message with these words."""
    return Outgoing(text=t("say", words=words), **more)


def row(chat_id: int, message: Outgoing | str, **more: Any) -> OutboxRow:
    """An outbox row for a person's chat."""
    body = (say(message) if isinstance(message, str) else message).pack()
    fields = {
        "bot_id": 1000,
        "chat_id": chat_id,
        "account_id": chat_id,
        "lane": Lane.ANSWER,
        "method": "send",
        "locale": "en",
        "body": body,
        "created_at": datetime.now(UTC),
    }
    return OutboxRow(**{**fields, **more})


async def no_apology(tx: Tx, update: telegram.Update) -> None:
    """Say nothing."""


@dataclass
class Rig:
    """One bot: its database, its way to the simulator, and what is needed to run its loops."""

    sim: Simulator
    database: Database
    api: BotApi
    stop: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def bot(self) -> Bot:
        return self.sim.world.bot

    async def person(self, name: str = "王秀英", **about: Any) -> Person:
        """A person who has opened the chat with the bot; what they sent for that is gone."""
        person = self.sim.person(name, **about)
        self.sim.world.private_chat(self.bot, person.user)
        return person

    def delivery(self, **options: Any) -> Delivery:
        """A delivery loop without limits, quick to try again; `options` are Delivery's and Pace's."""
        pace = {one.name: options.pop(one.name) for one in fields(Pace) if one.name in options}
        options = {"limits": Limits.off(), **options}
        options["pace"] = Pace(**{"retry": Backoff(first=0.02, longest=0.1), **pace})
        return Delivery(self.database, self.api, self.bot.id, translate=translate, **options)

    def batches(self, handle: Callable[[Tx, telegram.Update], Awaitable[None]], **options: Any) -> Batches:
        """What lets updates take effect; messages go nowhere unless handed over."""
        options = {"hand_over": lambda rows: None, "apologise": no_apology, **options}
        return Batches(self.database, self.bot.id, handle, **options)

    def loop(self, batches: Batches, **options: Any) -> UpdateLoop:
        """A polling loop, quick to try again."""
        options = {"allowed_updates": ["message", "callback_query"], "long_poll": 5, **options}
        return UpdateLoop(self.api, batches, backoff=Backoff(first=0.02, longest=0.1), **options)

    async def put(self, *rows: OutboxRow) -> list[OutboxRow]:
        """Commit rows and return them, to be handed over or not."""
        async with self.database.begin(bot_id=self.bot.id) as tx:
            for one in rows:
                outbox.put(tx, one)
        return tx.queued

    async def stored(self, *rows: OutboxRow) -> list[OutboxRow]:
        """The rows as the table has them."""
        async with self.database.begin(bot_id=self.bot.id) as tx:
            return await outbox.rows(tx, [one.id for one in rows])

    @asynccontextmanager
    async def running(self, *runs: Any) -> AsyncIterator[None]:
        """Run loops beside the block, then stop them gracefully."""
        self.stop = asyncio.Event()
        tasks = [asyncio.create_task(one.run(self.stop)) for one in runs]
        try:
            yield
        finally:
            self.stop.set()
            await asyncio.gather(*tasks)

    def calls(self, method: str | None = None) -> list[Any]:
        """The calls that took effect, of one method or of all that send, edit or answer."""
        ignored = ("getUpdates", "getMe")
        return [
            call
            for call in self.sim.world.calls
            if call.status == 200 and (call.method == method if method else call.method not in ignored)
        ]

    async def until_under_way(self) -> None:
        """Wait until a call has reached the simulator and is not answered yet."""
        while not self.sim.world.activity.in_flight:  # noqa: ASYNC110 - nor for this
            await asyncio.sleep(0.005)

    async def until_called(self, method: str, times: int = 1) -> None:
        """Wait until a method has been called so often, with effect."""
        while len(self.calls(method)) < times:  # noqa: ASYNC110 - the simulator has no event for it
            await asyncio.sleep(0.005)


@pytest.fixture
async def rig(sim: Simulator, database: Database) -> AsyncIterator[Rig]:
    """A bot on the simulator, once on each engine."""
    async with BotApi(sim.url, sim.world.bot.token) as api:
        yield Rig(sim, database, api)


def texts(person: Person) -> list[str]:
    """What the bot has said to somebody, in order."""
    return [message.text for message in person.screen if message.from_bot]
