"""People who talk to a bot, hundreds at once, at as little cost as can be: they live in the simulator's own
process, act on its world directly, and are woken by what arrives. No task, no timer, no HTTP each.

What they cost is part of the simulator's core, and about the same an update for every bot.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from typing import Any, Protocol

from domain.taps import Draft, Go, PickLine
from simulator import acts
from simulator.model import Chat, Message
from simulator.world import World


class Talk(Protocol):
    """How a conversation goes on."""

    def next(self, message: Message) -> str | None:
        """What to tap after this message: nothing ("") if it was the last answer, None if it is none."""


class Echoed:
    """One sentence, and its echo."""

    def next(self, message: Message) -> str | None:
        """It has come back."""
        return ""


class Intake:
    """A sentence, a tap on the first line that is offered, a tap on "send": three updates and a request."""

    LINE = PickLine("health").pack().partition("|")[0] + "|"
    SEND = Draft("send").pack()
    DONE = Go("mine").pack()

    def next(self, message: Message) -> str | None:
        """The first button leads on, until it leads to one's own requests."""
        data = first_button(message)
        if data == self.DONE:
            return ""
        return data if data is not None and (data == self.SEND or data.startswith(self.LINE)) else None


def first_button(message: Message) -> str | None:
    """What a tap on the first inline button of a message would send."""
    rows = (message.markup or {}).get("inline_keyboard")
    data: str | None = rows[0][0].get("callback_data") if rows else None
    return data


class Crowd:
    """So many people in parallel, each saying the next thing as soon as the answer is there; who is through
    is followed by somebody new.

    said      updates that were made
    answers   how long each answered one took, in seconds
    finished  conversations that came to their end
    shown     whatever the bot did that a person could see: messages, edits, spinners that stopped
    last      when that was the last time, by the loop's clock
    """

    def __init__(self, world: World, chats: Iterable[Chat], talk: Talk, sentences: Iterable[str]) -> None:
        self._world = world
        self._chats = iter(chats)
        self._talk = talk
        self._sentences = iter(sentences)
        self._loop = asyncio.get_running_loop()
        self._since: dict[int, float] = {}
        self._open = True
        self.said = self.finished = self.shown = 0
        self.answers: list[float] = []
        self.last = self._loop.time()
        world.listeners.append(self._see)

    @property
    def waiting(self) -> int:
        """How many people wait for an answer."""
        return len(self._since)

    def enter(self, people: int) -> None:
        """Let so many begin."""
        self._open = True
        for _ in range(people):
            self._next()

    def fall_silent(self) -> None:
        """Nobody says anything more; what was said is still answered."""
        self._open = False

    def leave(self) -> None:
        """They are gone."""
        self._world.listeners.remove(self._see)

    async def answered(self, within: float) -> None:
        """Return when everybody has their answer and the bot has been quiet for a moment. Raises TimeoutError."""
        async with asyncio.timeout(within):
            while self._since or self._loop.time() - self.last < QUIET:
                await asyncio.sleep(QUIET / 4)

    def _next(self) -> None:
        chat = next(self._chats, None)
        if chat is not None:
            self._speaks(chat)
            acts.write(self._world, chat, chat.person, next(self._sentences))

    def _speaks(self, chat: Chat) -> None:
        self._since[chat.id] = self._loop.time()
        self.said += 1

    def _see(self, kind: str, chat: Chat, subject: Any) -> None:
        """Something happened in the world; a listener must not change it, so that is done right after."""
        if kind == "message":
            if not subject.sender.is_bot:
                return
            if chat.id in self._since:
                self._loop.call_soon(self._read, chat, subject)
        elif kind not in ("edit", "toast"):
            return
        self.shown += 1
        self.last = self._loop.time()

    def _read(self, chat: Chat, message: Message) -> None:
        began, data = self._since.get(chat.id), self._talk.next(message)
        if began is None or data is None:
            return
        del self._since[chat.id]
        self.answers.append(self._loop.time() - began)
        self.finished += not data
        if self._open and data:
            self._speaks(chat)
            self._world.tap(chat.person, message, data)
        elif self._open:
            self._next()


QUIET = 0.4
"""Seconds without anything shown after which nothing more is expected."""
