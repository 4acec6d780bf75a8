"""A bot's undelivered updates: given out again and again until they are confirmed."""

import json
from collections import OrderedDict, deque
from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice
from typing import Any

from simulator.signals import Signal

_dumps = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
# Telegram sends these only to bots that ask for them by name.
ASKED_FOR_ONLY = frozenset({"chat_member", "message_reaction", "message_reaction_count"})


@dataclass(frozen=True, slots=True)
class Update:
    """One update as the JSON text that goes out; `lane` keeps the updates of one chat in order."""

    id: int
    kind: str
    lane: int
    text: str


class UpdateQueue:
    """Updates in order of their ids, kept until confirmed by a higher offset or a webhook's answer.

    `history` keeps the last `record` of them whatever becomes of them: what people did, as the bot is told.
    """

    def __init__(self, first_id: int = 1, record: int | None = 0) -> None:
        self.history: deque[Update] = deque(maxlen=record)
        self.pending: OrderedDict[int, Update] = OrderedDict()
        self.allowed: frozenset[str] | None = None
        self.arrived = Signal()
        self.confirmed = 0
        self.push: Callable[[Update], None] | None = None
        self._next_id = first_id

    def wants(self, kind: str) -> bool:
        """Whether the bot asked for updates of this kind."""
        return kind not in ASKED_FOR_ONLY if self.allowed is None else kind in self.allowed

    def allow(self, kinds: list[str] | None) -> None:
        """Set the kinds to deliver from now on: none given changes nothing, an empty list is the default."""
        if kinds is not None:
            self.allowed = frozenset(kinds) or None

    def put(self, kind: str, payload: dict[str, Any], lane: int) -> None:
        """Keep an update for delivery, if the bot wants its kind."""
        if not self.wants(kind):
            return
        body = {"update_id": self._next_id, kind: payload}
        update = Update(self._next_id, kind, lane, _dumps(body))
        self._next_id += 1
        self.pending[update.id] = update
        self.history.append(update)
        if self.push is not None:
            self.push(update)
        self.arrived.notify()

    def confirm(self, offset: int) -> None:
        """Forget updates below `offset`; a negative one counts from the end, as Telegram's does."""
        if offset < 0:
            offset = self._next_id + offset
        while self.pending and next(iter(self.pending)) < offset:
            self.pending.popitem(last=False)
            self.confirmed += 1

    def done(self, update: Update) -> None:
        """Forget one update that a webhook took."""
        if self.pending.pop(update.id, None) is not None:
            self.confirmed += 1

    def first(self, limit: int) -> list[str]:
        """The texts of the oldest unconfirmed updates."""
        return [update.text for update in islice(self.pending.values(), limit)]

    def clear(self) -> None:
        """Drop every pending update."""
        self.confirmed += len(self.pending)
        self.pending.clear()
