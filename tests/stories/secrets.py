"""Walking everything the bot ever said and wrote down, to see whom a secret has reached."""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from sqlalchemy import text

from bot.logs import TALKATIVE, JsonLines
from simulator.person import Person as Someone
from storage.models import Base
from tests.stories.conftest import Village


@dataclass(frozen=True)
class Leak:
    """A word that reached somebody it is kept from; `where` is a chat's owner, "log" or a table."""

    where: str
    word: str
    said: str


def everything_said(village: Village) -> dict[int, list[str]]:
    """All the bot told each chat: texts, captions, buttons, keys, contacts, files, edits and toasts.

    Also what was refused by the chat network, and what people have deleted since. Under 0: what is not
    addressed to a chat, such as the answer to a tap.
    """
    said: dict[int, list[str]] = defaultdict(list)
    for call in village.sim.world.calls:
        chat_id = int(call.params.get("chat_id") or 0)
        said[chat_id].append(f"{call.method} " + "\n".join(_strings(call.params)))
    return dict(said)


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for one in value.values():
            yield from _strings(one)
    elif isinstance(value, (list, tuple)):
        for one in value:
            yield from _strings(one)
    elif value is not None:
        yield str(value)


def leaks(village: Village, words: Iterable[str], allowed: Iterable[Someone]) -> list[Leak]:
    """Every message with one of these words in a chat of anybody but those allowed, groups included."""
    may = {someone.id for someone in allowed}
    wanted = list(words)
    names = {user.id: user.name for user in village.sim.world.users.values()}
    return [
        Leak(names.get(chat_id, f"chat {chat_id}"), word, one)
        for chat_id, said in everything_said(village).items()
        if chat_id not in may
        for one in said
        for word in wanted
        if word in one
    ]


def listen(caplog: pytest.LogCaptureFixture) -> None:
    """Keep every record that would be written at the most talkative setting."""
    for name in TALKATIVE:
        caplog.set_level(logging.WARNING, logger=name)
    caplog.set_level(logging.DEBUG)  # the last one is also what the fixture's handler keeps


def leaks_in_log(caplog: pytest.LogCaptureFixture, words: Iterable[str]) -> list[Leak]:
    """Every log record with one of these words: as it is written, and in any of its parts."""
    written = JsonLines()
    wanted = list(words)
    return [
        Leak("log", word, line)
        for record in caplog.records
        for line in (written.format(record) + repr(vars(record).get("args")),)
        for word in wanted
        if word in line
    ]


async def leaks_in_tables(village: Village, words: Iterable[str]) -> list[Leak]:
    """Every value of every table, as it lies there, with one of these words: errors, queues, all of it."""
    wanted, found = list(words), []
    async with village.database.engine.connect() as connection:
        for table in sorted(Base.metadata.tables):
            for row in await connection.execute(text(f'SELECT * FROM "{table}"')):
                values = [as_it_lies_there(value) for value in row]
                found += [Leak(table, word, one) for one in values for word in wanted if word in one]
    return found


def as_it_lies_there(value: Any) -> str:
    """A value as text, the bytes of an encrypted one too, and escaped JSON as it would be read."""
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    if isinstance(value, str) and "\\u" in value:
        return value.encode("ascii", "backslashreplace").decode("unicode_escape", "replace")
    return str(value)
