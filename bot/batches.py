"""Updates take effect: a whole batch in one transaction, exactly once, and none stops the others."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import telegram

from bot.floods import Floods, Welcome
from bot.limits import Limits
from services import ahead
from storage import updates
from storage.outbox import OutboxRow
from storage.transaction import Database, Tx, is_infrastructure

log = logging.getLogger(__name__)

Handle = Callable[[Tx, telegram.Update], Awaitable[None]]
HandOver = Callable[[Sequence[OutboxRow]], None]
Room = Callable[[float], Awaitable[None]]
HOUSE = Path(__file__).resolve().parent.parent
MAX_ID = 2**63
TAPPED = ("message_id", "date", "chat", "message_thread_id", "is_topic_message", "text", "reply_to_message")
"""What is read of a tapped message: where it is, whether it has words that can be changed, and whom it
answers."""
PATIENCE = 0.1
"""Seconds that a batch waits for outcomes to be written while no more messages may be under way: answers it
gives could not go out, and its transaction would only keep the others from being marked."""


@dataclass(frozen=True)
class Arrival:
    """An update as it came: its id if it has one, and what could be made of it."""

    raw: Any
    update_id: int | None
    update: telegram.Update | None
    error: str = ""
    welcome: Welcome = Welcome.TAKEN

    @property
    def account_id(self) -> int | None:
        """Whose update it is."""
        if self.update is None or self.update.effective_user is None:
            return None
        return self.update.effective_user.id


def read(raw: Any, bot: telegram.Bot | None = None) -> Arrival:
    """Parse one update by itself; an update that cannot be parsed says why."""
    update_id = id_of(raw)
    try:
        return Arrival(raw, update_id, telegram.Update.de_json(_shortened(raw), bot))
    except Exception as error:
        return Arrival(raw, update_id, None, describe(error))


def _shortened(raw: Any) -> Any:
    """A tap brings the whole tapped message; parsing what nobody reads of it, above all its keyboard and its
    bold words, would take as long as everything else."""
    match raw:
        case {"callback_query": {"message": {**message}, **query}}:
            place = {name: message[name] for name in TAPPED if name in message}
            return raw | {"callback_query": query | {"message": place}}
    return raw


def id_of(raw: Any) -> int | None:
    """The update's id, or None if it has none that could be confirmed."""
    value = raw.get("update_id") if isinstance(raw, dict) else None
    return value if type(value) is int and 0 <= value < MAX_ID else None


def describe(error: BaseException) -> str:
    """The kind of an error and the lines of ours it passed through; never its words: they may be people's."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if _is_ours(frame.filename)] or frames[-1:]
    lines = (f"{_short(frame.filename)}:{frame.lineno}" for frame in ours)
    return f"{type(error).__name__} at {', '.join(lines)}"


def _is_ours(filename: str) -> bool:
    path = Path(filename)
    return path.is_relative_to(HOUSE) and "site-packages" not in path.parts


def _short(filename: str) -> str:
    path = Path(filename)
    return str(path.relative_to(HOUSE)) if _is_ours(filename) else "/".join(path.parts[-2:])


class Batches:
    """Lets batches of updates take effect.

    handle     the handlers, for one update
    hand_over  is given the messages to send, after the commit
    apologise  writes the messages that tell somebody that their update failed (in another transaction)
    slow_down  writes those that tell somebody that they send more than can be taken
    floods     who sends more than that
    room       returns when there is room for more messages, or after so many seconds
    bot        what parsed updates are bound to, if handlers use shortcuts like `message.reply_text`
    """

    def __init__(
        self,
        database: Database,
        bot_id: int,
        handle: Handle,
        *,
        hand_over: HandOver,
        apologise: Handle,
        slow_down: Handle | None = None,
        floods: Floods | None = None,
        room: Room | None = None,
        bot: telegram.Bot | None = None,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._database = database
        self._bot_id = bot_id
        self._handle = handle
        self._hand_over = hand_over
        self._apologise = apologise
        self._slow_down = slow_down or apologise
        self._floods = floods or Floods(Limits.off())
        self._room = room
        self._bot = bot
        self._clock = clock

    async def process(self, raws: Iterable[Any]) -> int:
        """Return when every one of these updates has taken effect once, or is in quarantine; how many people
        they were of, a flood's sender not counted.

        Raises an infrastructure error (storage.transaction.is_infrastructure) when the database is
        the problem; then the same batch may be processed again.
        """
        if self._room is not None:
            await self._room(PATIENCE)
        arrivals = [self._read(raw) for raw in raws]
        await self._process(arrivals)
        return len({one.account_id for one in arrivals if one.welcome is Welcome.TAKEN})

    def _read(self, raw: Any) -> Arrival:
        welcome = self._floods.welcome(raw)
        if welcome is Welcome.IGNORED:
            return Arrival(raw, id_of(raw), None, welcome=welcome)
        return replace(read(raw, self._bot), welcome=welcome)

    async def _process(self, arrivals: Sequence[Arrival]) -> None:
        try:
            queued = await self._together(arrivals)
        except Exception as error:
            if is_infrastructure(error):
                raise
            await self._apart(arrivals, error)
        else:
            self._hand_over(queued)

    async def _apart(self, arrivals: Sequence[Arrival], error: Exception) -> None:
        """Halve what failed together, down to the one that fails by itself."""
        if len(arrivals) == 1:
            await self._give_up(arrivals[0], describe(error))
            return
        middle = len(arrivals) // 2
        await self._process(arrivals[:middle])
        await self._process(arrivals[middle:])

    async def _together(self, arrivals: Sequence[Arrival]) -> list[OutboxRow]:
        """Everything in one transaction; what it raises has changed nothing. Gives what is to be sent."""
        async with self._database.begin(self._clock(), self._bot_id) as tx:
            new = await _unseen(tx, arrivals)
            accounts = {one.account_id for one in new if one.account_id is not None}
            if accounts:
                await ahead.read(tx, accounts)
            for arrival in new:
                await self._apply(tx, arrival)
            await tx.session.flush()
            await updates.mark_seen(tx, [one.update_id for one in new if one.update_id is not None])
        return tx.queued

    async def _apply(self, tx: Tx, arrival: Arrival) -> None:
        if arrival.welcome is Welcome.IGNORED:
            return
        if arrival.update is not None:
            taken = arrival.welcome is Welcome.TAKEN
            await (self._handle if taken else self._slow_down)(tx, arrival.update)
            return
        log.error("An update could not be parsed: %s", arrival.error, extra={"update_id": arrival.update_id})
        _quarantine(tx, arrival, "parse", arrival.error)

    async def _give_up(self, arrival: Arrival, error: str) -> None:
        """Put an update that fails by itself into quarantine and apologise, if that works."""
        log.error("An update could not be handled: %s", error, extra={"update_id": arrival.update_id})
        try:
            await self._put_away(arrival, error, self._apologise)
        except Exception as second:
            if is_infrastructure(second):
                raise
            log.error("The apology failed too: %s", describe(second), extra={"update_id": arrival.update_id})
            await self._put_away(arrival, error, None)

    async def _put_away(self, arrival: Arrival, error: str, apologise: Handle | None) -> None:
        async with self._database.begin(self._clock(), self._bot_id) as tx:
            if not await _unseen(tx, [arrival]):
                return
            _quarantine(tx, arrival, "handle", error)
            if apologise is not None and arrival.update is not None:
                await apologise(tx, arrival.update)
            if arrival.update_id is not None:
                await updates.mark_seen(tx, [arrival.update_id])
        self._hand_over(tx.queued)


async def _unseen(tx: Tx, arrivals: Sequence[Arrival]) -> list[Arrival]:
    """Those that have not taken effect yet, each once."""
    seen = await updates.seen(tx, [one.update_id for one in arrivals if one.update_id is not None])
    new = []
    for arrival in arrivals:
        if arrival.update_id not in seen:
            new.append(arrival)
        if arrival.update_id is not None:
            seen.add(arrival.update_id)
    return new


def _quarantine(tx: Tx, arrival: Arrival, stage: str, error: str) -> None:
    body = {} if arrival.raw is None else arrival.raw
    updates.quarantine(tx, update_id=arrival.update_id, stage=stage, error=error, body=body)
