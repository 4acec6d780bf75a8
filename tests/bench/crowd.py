"""People who talk to a bot, hundreds at once, at as little cost as can be.

They live in the simulator's own process, act on its world directly, and are woken by what arrives: no task,
no HTTP, no looking again and again. What they cost is part of the simulator's core, and about the same an
update for every bot.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple, Protocol

from domain.taps import Draft, Go, PickLine
from domain.taps import Emergency as Sos
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


class Emergency:
    """An urgent sentence, and a tap on the first button, which calls the center's people."""

    CALL = Sos("medical", 0).pack().partition("|")[0] + "|"

    def next(self, message: Message) -> str | None:
        """Call; then they are asked where they are, by keys under the typing box."""
        data = first_button(message)
        return "" if data is None else data if data.startswith(self.CALL) else None


class Answer(NamedTuple):
    """When something was said or tapped, by the loop's clock, and the seconds until anything was shown."""

    at: float
    wait: float


class Crowd:
    """People who each say the next thing when the answer is there, after `think` seconds. If `followed`, who
    is through is followed by somebody new, so that always as many talk as have entered.

    said      updates that were made
    answers   of those that were answered, how long it took
    finished  conversations that came to their end
    shown     whatever the bot did that a person could see: messages, edits, spinners that stopped
    last      when that was the last time, by the loop's clock
    """

    def __init__(
        self,
        world: World,
        chats: Iterator[Chat],
        talk: Talk,
        sentences: Iterable[str],
        *,
        think: float = 0.0,
        followed: bool = True,
    ) -> None:
        self._world = world
        self._chats = chats
        self._talk = talk
        self._sentences = iter(sentences)
        self._think = think
        self._followed = followed
        self._loop = asyncio.get_running_loop()
        self._talking: set[int] = set()
        self._expecting: set[int] = set()
        self._since: dict[int, float] = {}
        self._open = True
        self.said = self.finished = self.shown = 0
        self.answers: list[Answer] = []
        self.last = self._loop.time()
        world.listeners.append(self._see)

    @property
    def waiting(self) -> int:
        """How many people are in the middle of it."""
        return len(self._talking)

    def unanswered(self) -> list[float]:
        """How long those have waited so far who have no answer yet."""
        return [self._loop.time() - since for since in self._since.values()]

    def enter(self, people: int = 1) -> None:
        """Let so many begin."""
        for _ in range(people):
            self._next()

    def arrive(self, every: float) -> None:
        """Let somebody begin now and again and again, whatever becomes of the others."""
        if self._open:
            self._next()
            self._loop.call_later(every, self.arrive, every)

    def close_doors(self) -> None:
        """Nobody new begins; who is in the middle of it goes on to the end, so that every conversation that
        was begun is a whole one."""
        self._open = False

    def leave(self) -> None:
        """They are gone, whatever they were in the middle of."""
        self._open = False
        self._talking.clear()
        self._world.listeners.remove(self._see)

    async def answered(self, within: float) -> None:
        """Return when everybody has come to the end and the bot has been quiet for a moment.

        Raises TimeoutError."""
        await until(lambda: not self._talking and self._loop.time() - self.last > QUIET, within)

    def _next(self) -> None:
        chat = next(self._chats, None)
        if chat is not None:
            self._speaks(chat)
            acts.write(self._world, chat, chat.person, next(self._sentences))

    def _speaks(self, chat: Chat) -> None:
        self._talking.add(chat.id)
        self._expecting.add(chat.id)
        self._since[chat.id] = self._loop.time()
        self.said += 1

    def _see(self, kind: str, chat: Chat, subject: Any) -> None:
        """Something happened in the world; a listener must not change it, so that is done right after."""
        if kind not in SEEN or (kind == "message" and not subject.sender.is_bot):
            return
        now = self.last = self._loop.time()
        self.shown += 1
        if kind == "toast":
            return
        if (since := self._since.pop(chat.id, None)) is not None:
            self.answers.append(Answer(since, now - since))
        if chat.id in self._expecting:
            self._loop.call_soon(self._read, chat, subject)

    def _read(self, chat: Chat, message: Message) -> None:
        data = self._talk.next(message)
        if data is None or chat.id not in self._expecting:
            return
        self._expecting.discard(chat.id)
        if data and self._think:
            self._loop.call_later(self._think, self._tap, chat, message, data)
        elif data:
            self._tap(chat, message, data)
        else:
            self._talking.discard(chat.id)
            self.finished += 1
            if self._followed and self._open:
                self._next()

    def _tap(self, chat: Chat, message: Message, data: str) -> None:
        if chat.id in self._talking:
            self._speaks(chat)
            self._world.tap(chat.person, message, data)


QUIET = 0.4
"""Seconds without anything shown after which nothing more is expected."""
SEEN = frozenset(("message", "edit", "toast"))


async def until(holds: Callable[[], bool], within: float, every: float = 0.02) -> None:
    """Look again and again until something holds. Raises TimeoutError after `within` seconds."""
    async with asyncio.timeout(within):
        while not holds():  # noqa: ASYNC110 - nobody tells
            await asyncio.sleep(every)
