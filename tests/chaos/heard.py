"""The simulator's own record: what people did, and what each chat received."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Any

from domain.tap import MalformedTapError, Tap, unpack
from simulator.entities import formatted
from simulator.model import Bot, Chat
from simulator.world import Call, World

Place = tuple[int, str]
"""A chat, and words it received."""
NUMBERED = re.compile(r"（第(\d+)([件句])）")
"""What people say has a number: 件 is what they ask for, 句 a word to the other side."""


@dataclass(frozen=True)
class Act:
    """One update as the bot was told of it."""

    update_id: int
    kind: str
    who: int = 0
    words: str = ""
    tap: Tap | None = None
    callback_id: str = ""

    def number(self, what: str) -> int | None:
        """The number that what they said has, if it is of this kind."""
        return number(self.words, what)


def number(words: str, what: str) -> int | None:
    """The number in words: `what` is 件 or 句."""
    found = NUMBERED.search(words)
    return int(found[1]) if found and found[2] == what else None


def read(text: str) -> Act:
    """An update's JSON as an act; one that is not as Telegram's are is an act of nobody."""
    body = json.loads(text)
    update_id = int(body["update_id"])
    kind, payload = next((name, value) for name, value in body.items() if name != "update_id")
    try:
        return _act(update_id, kind, payload)
    except (LookupError, TypeError, AttributeError):
        return Act(update_id, "unparsable")


def _act(update_id: int, kind: str, payload: Any) -> Act:
    who = int(payload["from"]["id"])
    if kind != "callback_query":
        return Act(update_id, kind, who, payload.get("text", ""))
    try:
        tap = unpack(payload["data"])
    except MalformedTapError:
        tap = None
    return Act(update_id, kind, who, tap=tap, callback_id=payload["id"])


@lru_cache(maxsize=4096)
def plain(html: str) -> str:
    """What is read of a text with marks."""
    return formatted(html, "HTML", None)[0]


class Heard:
    """Listens from the beginning.

    messages      of the bot, as they were when they came, by chat and id
    edits         how often a chat saw a message change to these words
    answered      the taps whose spinner was stopped
    lost_answers  sends that took effect while their answer was lost on the way
    """

    def __init__(self, world: World, bot: Bot) -> None:
        self.messages: dict[tuple[int, int], str] = {}
        self.edits: Counter[Place] = Counter()
        self.answered: set[str] = set()
        self.lost_answers: Counter[Place] = Counter()
        self._bot = bot
        self._world = world
        self._read = 0
        world.listeners.append(self._hear)

    def _hear(self, kind: str, chat: Chat, subject: Any) -> None:
        if kind == "message" and subject.from_bot:
            self.messages[chat.id, subject.id] = subject.text
        elif kind == "edit" and subject.from_bot:
            self.edits[chat.id, subject.text] += 1

    def catch_up(self) -> None:
        """Read on in the record of calls."""
        calls = self._world.calls
        for call in islice(calls, self._read, None):
            if call.status == 200:
                self._note(call)
        self._read = len(calls)

    def _note(self, call: Call) -> None:
        if call.method == "answerCallbackQuery":
            self.answered.add(call.params["callback_query_id"])
        elif call.method.startswith("send") and call.fault is not None and call.fault.takes_effect:
            self.lost_answers[place_of(call.params)] += 1

    def acts(self) -> Iterator[Act]:
        """What people did, in order."""
        return (read(update.text) for update in self._bot.queue.history)


def place_of(params: dict[str, Any]) -> Place:
    """Where a call's words go, and which they are."""
    return int(params["chat_id"]), plain(params.get("text") or params.get("caption") or "")
