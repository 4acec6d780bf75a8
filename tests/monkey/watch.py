"""What is looked at while monkeys play: the simulator's record, the log, and every screen."""

from __future__ import annotations

import logging
from collections import defaultdict
from typing import Any

from simulator.files import file_id
from simulator.model import Chat, Message
from simulator.world import Call, World
from tests.monkey.words import MARK

REMAINS_TRUE = ("message is not modified", "query is too old", "bot was blocked by the user")
"""Refusals that are nobody's fault."""
WHAT_THEY_SAID = MARK.pattern + r"|MTAwMDpBUUFE[\w-]+=*"


class LogErrors(logging.Handler):
    """Keeps what is logged as an error or worse, and the confession that somebody was not answered."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the record's sentence."""
        if record.levelno >= logging.ERROR or getattr(record, "action", "") == "silence":
            self.lines.append(logging.Formatter().format(record))


class Eyes:
    """Sees every screen change, and who was ever told which of the marked words and files.

    changed   the chats whose screen showed something new since `look_away`
    told      by marked word or file: the chats that were sent it
    forwarded marked words and files that somebody carried elsewhere: those are out of our hands
    deleted   messages that a person deleted, by chat and message id
    """

    def __init__(self, world: World) -> None:
        self._world = world
        self.changed: set[int] = set()
        self.told: dict[str, set[int]] = defaultdict(set)
        self.forwarded: set[str] = set()
        self.deleted: set[tuple[int, int]] = set()
        self.messages = 0
        self.heard: dict[int, list[str]] = defaultdict(list)
        world.listeners.append(self._notice)

    def look_away(self) -> None:
        """Forget what has changed until now."""
        self.changed.clear()
        self.heard.clear()

    def _notice(self, kind: str, chat: Chat, subject: Any) -> None:
        if kind == "delete":
            self.deleted.add((chat.id, subject.id))
        elif kind == "toast" and subject["text"]:
            self._shown(chat.id, f"({subject['text']})")
        elif kind in ("message", "edit") and subject.from_bot:
            self._shown(chat.id, describe(subject))
        elif kind == "message" and subject.origin is not None:
            self.forwarded.update(MARK.findall(describe(subject)))
            self.forwarded.update(file_id(self._world.bot, file) for file in subject.files)

    @property
    def secrets(self) -> dict[str, set[int]]:
        """What was told to whom, without what people carried elsewhere themselves."""
        return {said: chats for said, chats in self.told.items() if said not in self.forwarded}

    def _shown(self, chat_id: int, words: str) -> None:
        self.changed.add(chat_id)
        self.heard[chat_id].append(words)
        for mark in MARK.findall(words):
            self.told[mark].add(chat_id)

    def read_calls(self) -> list[str]:
        """Go through the calls since the last time; what was refused that need not have been made."""
        illegal = []
        for call in self._world.calls:
            self._read(call)
            if self._is_illegal(call):
                illegal.append(f"{call.method} {call.status} {call.description}: {str(call.params)[:400]}")
        self._world.calls.clear()
        return illegal

    def _read(self, call: Call) -> None:
        chat_id = call.params.get("chat_id")
        if call.status == 200 and chat_id is not None:
            self.messages += call.method.startswith("send")
            for name in ("photo", "voice", "video", "video_note", "document", "sticker"):
                if isinstance(file_id := call.params.get(name), str):
                    self.told[file_id].add(int(chat_id))
        elif call.description and "not modified" in call.description and chat_id is not None:
            self.changed.add(int(chat_id))  # the screen shows already what it should

    def _is_illegal(self, call: Call) -> bool:
        if not 400 <= call.status < 500 or any(words in (call.description or "") for words in REMAINS_TRUE):
            return False
        where = (call.params.get("chat_id"), call.params.get("message_id"))
        return not (where in self.deleted and "message to edit not found" in (call.description or ""))


def describe(message: Message) -> str:
    """A message of the bot with everything that can be read on it."""
    buttons = [button["text"] for row in (message.markup or {}).get("inline_keyboard", ()) for button in row]
    venue = message.content.get("venue", {})
    contact = message.content.get("contact", {})
    return " ".join(str(part) for part in (message.text, *buttons, *venue.values(), *contact.values()))
