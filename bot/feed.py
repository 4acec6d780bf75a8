"""Which rows of the outbox are in memory: as many as are useful, never all of a broadcast."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from bot.backoff import Backoff, pause
from bot.holds import Holds
from storage import outbox
from storage.outbox import Lane, OutboxRow
from storage.transaction import Database, is_infrastructure

log = logging.getLogger(__name__)


@dataclass
class _LaneState:
    """A lane is behind while the table may hold rows of it that are not in memory.

    Then rows handed over are left in the table too, or they would overtake older ones.
    """

    rows: int = 0
    is_behind: bool = True
    has_missed: bool = False


class Feed:
    """Brings waiting rows to `accept`: at once when they are handed over, else page by page.

    capacity  rows of one lane in memory
    page      rows read at a time
    poll      seconds after which the table is looked through for what nobody handed over
    on_pass   is told whenever the table has been looked through

    Rows of notices that are paused are left in the table; `holds` knows which.
    """

    def __init__(
        self,
        database: Database,
        bot_id: int,
        accept: Callable[[OutboxRow], None],
        *,
        on_pass: Callable[[], None],
        clock: Callable[[], datetime],
        capacity: int = 2000,
        page: int = 500,
        poll: float = 30.0,
    ) -> None:
        self._database = database
        self._bot_id = bot_id
        self._accept = accept
        self._on_pass = on_pass
        self._clock = clock
        self._capacity = capacity
        self._page = min(page, capacity)
        self._poll = poll
        self._known: set[int] = set()
        self._lanes = {lane: _LaneState() for lane in Lane}
        self.holds = Holds()
        self._due: datetime | None = None
        self._wake = asyncio.Event()

    @property
    def is_behind(self) -> bool:
        """Whether the table may hold rows that could be sent now and are not in memory."""
        return any(state.is_behind for state in self._lanes.values())

    def __contains__(self, row_id: int) -> bool:
        return row_id in self._known

    def offer(self, rows: Sequence[OutboxRow]) -> None:
        """Rows that were just committed."""
        now = self._clock()
        for row in rows:
            if row.not_before is not None and row.not_before > now:
                self._expect(row.not_before)
                continue
            state = self._lanes[Lane(row.lane)]
            if state.is_behind or state.rows >= self._capacity:
                state.is_behind = state.has_missed = True
            else:
                self._take_in(row)

    def forget(self, row: OutboxRow) -> None:
        """The row is settled, in the table too; or it goes back there, because its notice is held."""
        self._known.discard(row.id)
        self.holds.leave(row)
        state = self._lanes[Lane(row.lane)]
        state.rows -= 1
        if state.is_behind and self._has_room(state):
            self._wake.set()

    def poke(self) -> None:
        """Look through the table now."""
        for state in self._lanes.values():
            state.is_behind = state.has_missed = True
        self._wake.set()

    def doubt(self) -> None:
        """Some notice has changed: look through the table, and until then let none go on."""
        self.holds.doubt()
        self.poke()

    async def run(self, stop: asyncio.Event) -> None:
        """Work until told to stop, and poked."""
        backoff = Backoff(longest=self._poll)
        while not stop.is_set():
            self._wake.clear()
            try:
                await self._catch_up()
            except Exception as error:
                if not is_infrastructure(error):
                    raise
                log.warning("The outbox cannot be read now (%s).", type(error).__name__)
                await pause(backoff.next(), stop)
                continue
            backoff.reset()
            self._on_pass()
            await self._rest()

    async def _catch_up(self) -> None:
        async with self._database.begin(self._clock(), self._bot_id) as tx:
            await self.holds.look(tx)
            self._due = await outbox.next_due(tx)
        for lane, state in self._lanes.items():
            while state.is_behind and self._has_room(state):
                more = await self._read_page(lane, state)
                state.is_behind = more or state.has_missed

    async def _read_page(self, lane: Lane, state: _LaneState) -> bool:
        """Take in a page; whether there may be more.

        What is in memory when the reading begins is skipped, whatever becomes of it meanwhile: its
        row may still look waiting here when it was sent long ago.
        """
        known = self._known.copy()
        async with self._database.begin(self._clock(), self._bot_id) as tx:
            state.has_missed = False  # what was handed over before now is committed, and so will be read
            held = await self.holds.look(tx)
            ids = await outbox.waiting_ids(tx, lane, state.rows + self._page, but=held)
            unknown = [row_id for row_id in ids if row_id not in known][: self._page]
            fresh = await outbox.rows(tx, unknown) if unknown else []
        for row in fresh:
            if row.state == "waiting":  # not dropped between the two readings
                self._take_in(row)
        return len(fresh) == self._page

    def _take_in(self, row: OutboxRow) -> None:
        if row.id not in self._known:
            self._known.add(row.id)
            self.holds.enter(row)
            self._lanes[Lane(row.lane)].rows += 1
            self._accept(row)

    def _has_room(self, state: _LaneState) -> bool:
        return state.rows <= self._capacity - self._page

    def _expect(self, moment: datetime) -> None:
        if self._due is None or moment < self._due:
            self._due = moment
            self._wake.set()

    async def _rest(self) -> None:
        """Wait for room, a poke or the time to look again."""
        seconds = self._poll
        if self._due is not None:
            seconds = max(0.0, min(seconds, (self._due - self._clock()).total_seconds()))
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._wake.wait()
                return
        self.poke()
