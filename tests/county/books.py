"""The simulation's own books, kept from what people do and are told: never from the database."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from statistics import median

ENDS = {"finish": "done", "confirm": "closed", "decline": "declined", "cancel": "cancelled"}
"""What people do that ends a request, and how it has ended then."""


@dataclass
class Word:
    """Something said in a thread, recognised by its mark, and who must get to read it."""

    mark: str
    author: int
    message_id: int
    readers: tuple[int, ...] = ()
    """Nobody, while nobody has the request: whoever takes it will read it."""


@dataclass
class Entry:
    """One request, as those concerned remember it. `story` is the first of its words."""

    id: int
    center: int
    number: str
    line: str
    asker: int
    at: datetime
    promise: datetime | None
    is_urgent: bool
    words: list[Word]
    taken_at: datetime | None = None
    ended: str | None = None
    was_told_to_anybody: bool = False

    @property
    def was_in_time(self) -> bool:
        """Whether somebody took it up for the first time as had been promised."""
        return bool(self.taken_at and self.promise and self.taken_at <= self.promise)


@dataclass
class Books:
    """Everything that was asked, by request."""

    entries: dict[int, Entry] = field(default_factory=dict)
    touched: set[int] = field(default_factory=set)
    """The requests that something happened to since they were last compared with the database."""
    refused: Counter[str] = field(default_factory=Counter)
    done: Counter[str] = field(default_factory=Counter)
    messages: int = 0
    read: set[tuple[str, int]] = field(default_factory=set)
    """Which mark was before whose eyes."""
    _marks: count[int] = field(default_factory=lambda: count(1))

    def mark(self) -> str:
        """A word that nobody has said before."""
        return f"密{next(self._marks):06}"

    def asked(self, entry: Entry) -> None:
        """Somebody asked for something."""
        self.entries[entry.id] = entry
        self.touched.add(entry.id)

    def happened(self, request_id: int, what: str, at: datetime) -> None:
        """Somebody did something to a request."""
        self.done[what] += 1
        self.touched.add(request_id)
        entry = self.entries[request_id]
        if what == "take":
            entry.taken_at = entry.taken_at or at
        elif what in ENDS:
            entry.ended = ENDS[what]
        elif what in ("refuse", "reopen"):
            entry.ended = None

    def said(self, request_id: int, word: Word) -> None:
        """Somebody wrote in the thread of a request."""
        self.entries[request_id].words.append(word)
        self.touched.add(request_id)

    def told(self, reader: int, request_id: int | None, body: str) -> None:
        """A message of the bot is before somebody's eyes; `body` is all of it."""
        self.messages += 1
        entry = self.entries.get(request_id or 0)
        if entry is None:
            return
        entry.was_told_to_anybody |= f"do|take|{entry.id}" in body
        self.read.update((word.mark, reader) for word in entry.words if word.mark in body)

    @property
    def unheard(self) -> list[str]:
        """Words that were said to somebody and never were before their eyes."""
        return [
            f"{word.mark} of request {entry.id} was for {reader}, who never saw it"
            for entry in self.entries.values()
            for word in entry.words
            for reader in word.readers
            if (word.mark, reader) not in self.read
        ]

    @property
    def untold(self) -> list[str]:
        """Requests of which nobody who could have taken them ever heard."""
        return [
            f"request {entry.id} was never told to anybody"
            for entry in self.entries.values()
            if not entry.was_told_to_anybody
        ]

    def in_time(self) -> float:
        """The share that was taken up as promised, of those not cancelled before anybody could."""
        counted = [one for one in self.entries.values() if one.taken_at or one.ended != "cancelled"]
        return round(sum(one.was_in_time for one in counted) / len(counted), 4) if counted else 1.0

    def urgent_minutes(self) -> float | None:
        """The median of the minutes in which the urgent were taken."""
        urgent = [one for one in self.entries.values() if one.is_urgent and one.taken_at]
        waits = [(one.taken_at - one.at).total_seconds() / 60 for one in urgent if one.taken_at]
        return round(median(waits), 1) if waits else None
