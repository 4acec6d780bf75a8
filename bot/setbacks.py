"""What becomes of a row whose call did not succeed, and whom it makes pause."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime, timedelta

from bot.backoff import Backoff
from bot.batches import describe
from bot.limits import Refusals
from bot.queues import Queues, Stream
from bot.transport import ApiError, WrongTokenError
from bot.verdicts import Fate, judge, reason
from storage.outbox import OutboxRow
from storage.transaction import is_infrastructure

log = logging.getLogger(__name__)

TROUBLE = 10
"""Failures in a row, of whichever messages, after which the whole bot pauses."""


class Setbacks:
    """Decides; a row that goes on waiting is the next of its chat and lane again.

    retry    the waits between attempts at one row, and between attempts of the bot when nothing works
    give_up  the age at which a row that Telegram's trouble keeps from being sent is failed
    renew    makes an edit a message of its own
    on_move  is told the old and the new id of a group that has another one now
    """

    def __init__(
        self,
        queues: Queues,
        *,
        retry: Backoff,
        give_up: timedelta,
        renew: Callable[[OutboxRow], None],
        on_move: Callable[[int, int], None],
        clock: Callable[[], datetime],
    ) -> None:
        self._queues = queues
        self._retry = retry
        self._give_up = give_up
        self._renew = renew
        self._on_move = on_move
        self._clock = clock
        self._refusals = Refusals()
        self._failures = 0
        self._pauses = 0
        self.paused_until = 0.0
        """The moment, of the event loop's clock, until which the bot sends nothing at all."""

    def none(self) -> None:
        """A call succeeded, or was at least understood."""
        self._failures = self._pauses = 0

    def refused(self, stream: Stream, row: OutboxRow, error: ApiError) -> None:
        """Telegram said no. Raises WrongTokenError."""
        fate = judge(row.method, error)
        if fate is not Fate.AGAIN:
            self.none()
        match fate:
            case Fate.WRONG_TOKEN:
                raise WrongTokenError from None
            case Fate.AGAIN:
                self.again(stream, row, reason(error))
            case Fate.LATER:
                self._later(stream, row, error.retry_after or 1.0)
            case Fate.MOVED if error.migrate_to_chat_id is not None:
                self._move(stream, row, error.migrate_to_chat_id)
            case Fate.NEW if _says_something(row):
                self._renew(row)
                self._queues.give_back(stream, row)
            case Fate.GONE:
                row.state, row.error = "gone", reason(error)
            case Fate.DROPPED | Fate.NEW:
                row.state, row.error = "dropped", reason(error)
            case _:
                _fail(row, reason(error))

    def _move(self, stream: Stream, row: OutboxRow, chat_id: int) -> None:
        """The group is another chat now, where the old ids of messages mean others."""
        self._on_move(stream.chat_id, chat_id)
        if row.method == "edit" and row.message_id is not None:
            self._renew(row)
        self._queues.give_back(stream, row)
        self._queues.move(stream, chat_id, _now())

    def again(self, stream: Stream, row: OutboxRow, why: str) -> None:
        """Not this row's fault: once more after a while, unless it has become too old for that."""
        row.attempts += 1
        self._failures += 1
        if row.attempts > 1 and self._clock() - row.created_at > self._give_up:
            _fail(row, why)
            return
        row.error = why
        self._put_off(stream, row, self._retry.after(row.attempts))
        if self._failures >= TROUBLE and _now() >= self.paused_until:
            # Calls that were under way together fail together: that is one trouble, not many in a row.
            self._pauses += 1
            self._pause(self._retry.after(self._pauses))

    def stumbled(self, stream: Stream, row: OutboxRow, error: Exception) -> None:
        """Something of ours failed: a database may come back, a row that cannot be rendered will not."""
        if isinstance(error, WrongTokenError):
            raise error
        if is_infrastructure(error):
            self.again(stream, row, type(error).__name__)
        else:
            _fail(row, describe(error))

    def _later(self, stream: Stream, row: OutboxRow, seconds: float) -> None:
        """After a 429: the chat, or the bot if that is who wrote too much, pauses that long."""
        log.warning("Telegram asks to wait for %s s.", seconds, extra={"outbox_id": row.id})
        now = _now()
        quiet = stream.limits.quiet_at() <= now
        if self._refusals.is_about_bot(stream.chat_id, quiet=quiet, now=now):
            self._pause(seconds)
        row.attempts += 1
        self._put_off(stream, row, seconds)

    def _pause(self, seconds: float) -> None:
        self.paused_until = max(self.paused_until, _now() + seconds)

    def _put_off(self, stream: Stream, row: OutboxRow, seconds: float) -> None:
        row.not_before = self._clock() + timedelta(seconds=seconds)
        stream.rests_until = _now() + seconds
        self._queues.give_back(stream, row)


def _says_something(row: OutboxRow) -> bool:
    """Whether there is something to be sent anew: buttons alone stand under no message."""
    said = row.message
    return any(one is not None for one in (said.text, said.content, said.attachment, said.qr))


def _fail(row: OutboxRow, why: str) -> None:
    row.state, row.error = "failed", why[:300]
    log.error("A message cannot be sent: %s", why, extra={"outbox_id": row.id})


def _now() -> float:
    return asyncio.get_running_loop().time()
