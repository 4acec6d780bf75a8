"""The books of the volunteers: who was asked, who promised to come, and who was told what became of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from domain.helptaps import SeatDo, TaskDo
from domain.messages import Outgoing, Text
from domain.tap import unpack
from domain.tasks import ASKS_A_WEEK, DONE_AFTER, MISSED_AFTER, QUIET_FROM, QUIET_TO
from tests.county.place import CHINA

WEEK = timedelta(days=7)
COMING, UNDER_WAY = ("accepted", "on_way"), ("on_way", "there")
OPEN = (*COMING, "there")
NOT_COMING = {
    "task-helper-released": "released",
    "task-helper-missed": "missed",
    "task-helper-late-released": "released",
    "task-helper-late-missed": "missed",
    "told-helper-not-coming": "missed",
    "told-helper-did-not-come": "missed",
}
"""What the holder and the household are told about a seat that is free again."""


@dataclass
class Promise:
    """Somebody's promise to come, as they remember it, and what others were told about it."""

    id: int
    task: Wish
    helper: int
    name: str
    taken_at: datetime
    household: set[int]
    state: str = "accepted"
    words: dict[int, str] = field(default_factory=dict)
    """The code word that the helper and each of the household were told last: always the same."""
    announced: set[int] = field(default_factory=set)
    """Who of the household heard that they come."""
    told_off: set[int] = field(default_factory=set)
    """Who heard that they do not come."""

    @property
    def given_up_at(self) -> datetime:
        """When somebody who has not set out is no longer waited for."""
        return min(max(self.task.begins, self.taken_at) + MISSED_AFTER, self.task.ends)


@dataclass
class Wish:
    """So many hands at a part of a day, for a request."""

    id: int
    request_id: int
    wanted: int
    begins: datetime
    ends: datetime
    asker: int
    stopped: bool = False
    promises: list[Promise] = field(default_factory=list)

    @property
    def taken(self) -> int:
        """How many have promised to come or have been there."""
        return sum(one.state in (*OPEN, "done") for one in self.promises)


class HelpBooks:
    """Everything that was asked of volunteers and promised by them."""

    def __init__(self) -> None:
        self.wishes: dict[int, Wish] = {}
        self.promises: dict[int, Promise] = {}
        self._of_request: dict[int, list[Wish]] = defaultdict(list)
        self._open: list[Promise] = []
        self.offers: dict[int, list[datetime]] = defaultdict(list)
        """When each volunteer was asked."""
        self.unnoticed: list[str] = []
        """Promises that were not kept, and not everybody concerned was told."""
        self.wrong: list[str] = []
        """Everything else that should not have happened."""
        self.spent = 0
        self._called_off: Counter[int] = Counter()
        self._heard_off: Counter[int] = Counter()
        self._given_up: list[Promise] = []

    # -- what people do

    def asked(self, wish: Wish) -> None:
        """Somebody asked for hands."""
        self.wishes[wish.id] = wish
        self._of_request[wish.request_id].append(wish)

    def open_for(self, request_id: int, at: datetime) -> list[Wish]:
        """What hands are still wanted for."""
        return [one for one in self._of_request[request_id] if not one.stopped and at <= one.ends]

    def promised(self, promise: Promise) -> None:
        """Somebody will come."""
        wish = promise.task
        wish.promises.append(promise)
        self.promises[promise.id] = promise
        self._open.append(promise)
        if wish.taken > wish.wanted:
            self.wrong.append(f"task {wish.id} wanted {wish.wanted}, and {wish.taken} come")

    def called_off(self, wishes: Iterable[Wish], gone: set[int]) -> None:
        """Nobody is needed any more; those `gone` cannot be told."""
        for wish in wishes:
            wish.stopped = True
            for one in wish.promises:
                if one.state in COMING:
                    one.state = "cancelled"
                    self._called_off[one.helper] += one.helper not in gone

    def given_up(self, at: datetime) -> list[Promise]:
        """The promises that the clock has given up since the last time: nobody came, or they are gone.
        What is long over counts as done."""
        self._open = [one for one in self._open if one.state in OPEN]
        for one in self._open:
            if one.state == "accepted" and one.given_up_at <= at:
                one.state = "missed"
                self._given_up.append(one)
            elif one.state in UNDER_WAY and one.task.ends + DONE_AFTER <= at:
                one.state = "done"
        found, self._given_up = self._given_up, []
        return found

    def not_kept(self, promise: Promise, concerned: Iterable[int]) -> None:
        """All of those should have been told that somebody does not come."""
        self.unnoticed += [
            f"{promise.name} ({promise.state}, task {promise.task.id}) does not come, and {one} was not told"
            for one in concerned
            if one not in promise.told_off
        ]

    # -- what people are told

    def told(self, reader: int, request_id: int | None, message: Outgoing, at: datetime) -> None:
        """A message of the bot was written to somebody."""
        if any(isinstance(tap, TaskDo) and tap.action == "accept" for tap in taps(message)):
            self._was_asked(reader, at)
        seat_id = next((tap.seat_id for tap in taps(message) if isinstance(tap, SeatDo)), 0)
        for text in sayings(message.text):
            if text.id == "told-helper-comes":
                self._comes(reader, request_id, text)
            elif text.id == "told-new-word":
                self._new_word(reader, request_id, text)
            elif text.id in NOT_COMING:
                self._does_not_come(reader, request_id, text)
            elif text.id == "seat-called-off":
                self._heard_off[reader] += 1
            elif text.id == "seat-code-word":
                self._said(reader, seat_id, str(text.args["word"]))

    def _was_asked(self, reader: int, at: datetime) -> None:
        self.offers[reader].append(at)
        local = at.astimezone(CHINA).time()
        if not QUIET_TO <= local < QUIET_FROM:
            self.wrong.append(f"{reader} was asked at {local:%H:%M}")

    def _of(self, request_id: int | None, name: str) -> Promise | None:
        """The last promise of somebody by this name, to those whose request it is."""
        promises = (one for wish in self._of_request[request_id or 0] for one in wish.promises)
        return next((one for one in reversed([*promises]) if one.name == name), None)

    def _comes(self, reader: int, request_id: int | None, text: Text) -> None:
        promise = self._of(request_id, _name(text))
        if promise is not None:
            promise.announced.add(reader)
            promise.words[reader] = str(text.args["word"])

    def _new_word(self, reader: int, request_id: int | None, text: Text) -> None:
        promise = self._of(request_id, _name(text))
        if promise is not None:
            promise.words[reader] = str(text.args["word"])

    def _does_not_come(self, reader: int, request_id: int | None, text: Text) -> None:
        promise = self._of(request_id, _name(text))
        if promise is None:
            return
        if promise.state in COMING:
            promise.state = NOT_COMING[text.id]
            self._given_up.append(promise)
        promise.told_off.add(reader)

    def _said(self, helper: int, seat_id: int, word: str) -> None:
        promise = self.promises.get(seat_id)
        if promise is None or promise.helper != helper:
            self.wrong.append(f"{helper} was told a code word, and has not promised to come (seat {seat_id})")
        else:
            promise.words[helper] = word

    # -- what came of it

    @property
    def untold(self) -> list[str]:
        """Households that do not know who comes or by which word, and helpers who do not know that nobody
        expects them any more."""
        found = [
            f"{one.name} was to come (task {one.task.id}), and {sorted(unaware)} never heard"
            for one in self.promises.values()
            if (unaware := one.household - one.announced)
        ]
        found += [
            f"{one.name} (task {one.task.id}) has {many} code words"
            for one in self.promises.values()
            if (many := len({*one.words.values()})) > 1
        ]
        missing = self._called_off - self._heard_off
        return [*found, *(f"{one} was not told that nobody is needed" for one in missing)]

    @property
    def overasked(self) -> list[str]:
        """Who was asked too often within a week."""
        return [
            f"{who} was asked {ASKS_A_WEEK + 1} times from {first} to {last}"
            for who, times in self.offers.items()
            for first, last in zip(times, times[ASKS_A_WEEK:], strict=False)
            if last - first < WEEK
        ]

    def figures(self) -> dict[str, int]:
        """How many tasks and seats there were, and what became of them."""
        states = Counter(one.state for one in self.promises.values())
        return {
            "tasks": len(self.wishes),
            "seats_wanted": sum(one.wanted for one in self.wishes.values()),
            "seats_filled": sum(one.taken for one in self.wishes.values()),
            "seats_done": states["done"],
            "seats_missed": states["missed"],
            "seats_released": states["released"],
            "seats_called_off": states["cancelled"],
            "asked": sum(map(len, self.offers.values())),
            "expenses": self.spent,
            "unnoticed": len(self.unnoticed),
            "overasked": len(self.overasked),
        }


def taps(message: Outgoing) -> list[object]:
    """What the buttons under a message mean."""
    return [unpack(button.tap) for row in message.buttons for button in row if button.tap]


def sayings(text: Text | None) -> Iterator[Text]:
    """A text and every text within it."""
    if text is None:
        return
    yield text
    for arg in text.args.values():
        for part in arg if isinstance(arg, list) else [arg]:
            if isinstance(part, Text):
                yield from sayings(part)


def _name(text: Text) -> str:
    name = text.args["name"]
    return str(name.args["text"] if isinstance(name, Text) else name)
