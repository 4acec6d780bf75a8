"""Recording what became of messages, many at a time."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from datetime import datetime
from functools import partial
from typing import Any

from bot.backoff import Backoff
from bot.batches import HandOver, describe
from services import groups, handover
from services.outbox import by_another
from storage import outbox
from storage.outbox import Lane, OutboxRow
from storage.transaction import Database, Tx, is_infrastructure

log = logging.getLogger(__name__)

OnGone = Callable[[Tx, OutboxRow], Awaitable[None]]
GATHER = 0.003
"""Seconds in which outcomes come together before they are written."""
LAZY, MANY = 0.1, 10
"""Seconds that outcomes of a notice may wait for others, and how many do not wait: nobody asks for them, and
thirty transactions a second, each with its wait for the disk, would be in the way of people's answers."""


async def mark_unreachable(tx: Tx, row: OutboxRow) -> None:
    """Whoever the message was for cannot be reached in the chat; a group may be left to its leaders."""
    if row.chat_id < 0:
        if row.method != "answer":
            await groups.closed(tx, row.chat_id, row.thread_id)
        return
    if not await by_another(tx, row):
        await handover.gone(tx, row.account_id or row.chat_id)


class Marker:
    """Writes the outcomes of rows: as they are when they are put in.

    on_gone   is awaited for each row whose reader cannot be reached, before the row is marked
    on_marked is told when a row's outcome is committed
    """

    def __init__(
        self,
        database: Database,
        bot_id: int,
        *,
        on_gone: OnGone,
        on_marked: Callable[[OutboxRow, str], None],
        hand_over: HandOver,
        clock: Callable[[], datetime],
    ) -> None:
        self._database = database
        self._bot_id = bot_id
        self._on_gone = on_gone
        self._on_marked = on_marked
        self._hand_over = hand_over
        self._clock = clock
        self._outcomes: list[tuple[OutboxRow, dict[str, Any]]] = []
        self._moves: list[tuple[int, int]] = []
        self._wake = asyncio.Event()
        self._hurry = asyncio.Event()
        self._is_closing = False

    def put(self, row: OutboxRow) -> None:
        """Record the row's outcome soon."""
        self._outcomes.append((row, _outcome(row)))
        self._wake.set()
        if row.lane < Lane.BROADCAST or len(self._outcomes) >= MANY:
            self._hurry.set()

    def note_move(self, old_id: int, new_id: int) -> None:
        """Record, with the next outcomes, that a group has another id now."""
        self._moves.append((old_id, new_id))

    def close(self) -> None:
        """Let `run` write what is left, and return."""
        self._is_closing = True
        self._wake.set()
        self._hurry.set()

    async def run(self) -> None:
        """Work until closed."""
        backoff = Backoff(first=0.1, longest=10.0)
        while self._outcomes or not self._is_closing:
            await self._wake.wait()
            with suppress(TimeoutError):
                async with asyncio.timeout(LAZY):
                    await self._hurry.wait()
            self._wake.clear()
            self._hurry.clear()
            await asyncio.sleep(GATHER)
            outcomes, self._outcomes = self._outcomes, []
            try:
                await self._write(outcomes)
                backoff.reset()
            except Exception as error:
                if not is_infrastructure(error):
                    raise
                log.warning("Outcomes cannot be written now (%s).", type(error).__name__)
                if self._is_closing:
                    return
                self._outcomes[:0] = outcomes
                self._wake.set()
                await asyncio.sleep(backoff.next())

    async def _write(self, outcomes: Sequence[tuple[OutboxRow, dict[str, Any]]]) -> None:
        while self._moves:
            old_id, new_id = self._moves[0]
            await self._beside("a group's new id", partial(groups.moved, old_id=old_id, new_id=new_id))
            self._moves.pop(0)
        for row, outcome in outcomes:
            if outcome.get("state") == "gone":
                await self._beside("an unreachable reader", self._gone(row))
        async with self._database.begin(self._clock(), self._bot_id) as tx:
            await outbox.mark(tx, [outcome for _, outcome in outcomes])
        for row, outcome in outcomes:
            self._on_marked(row, outcome.get("state", "waiting"))

    def _gone(self, row: OutboxRow) -> Callable[[Tx], Awaitable[None]]:
        return lambda tx: self._on_gone(tx, row)

    async def _beside(self, what: str, use_case: Callable[[Tx], Awaitable[None]]) -> None:
        """In a transaction of its own, so that a fault there keeps nothing from being marked."""
        try:
            async with self._database.begin(self._clock(), self._bot_id) as tx:
                await use_case(tx)
            self._hand_over(tx.queued)
        except Exception as error:
            if is_infrastructure(error):
                raise
            log.error("What follows from %s failed: %s", what, describe(error))


def _outcome(row: OutboxRow) -> dict[str, Any]:
    fields = (
        "id",
        "state",
        "message_id",
        "also_id",
        "sent_at",
        "error",
        "attempts",
        "not_before",
        "method",
        "chat_id",
    )
    outcome = {name: getattr(row, name) for name in fields}
    if row.state == "waiting":  # a notice may be stopped meanwhile: then its rows are dropped, and stay so
        del outcome["state"]
    return outcome
