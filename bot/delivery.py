"""The loop that sends what the outbox holds: in order, within Telegram's limits, nothing lost."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import UTC, datetime

from bot.copies import Borrowed, Lent
from bot.courier import Courier
from bot.feed import Feed
from bot.gate import SOON, Gate, is_no_notice, pace_of
from bot.limits import Limits
from bot.marking import Marker, OnGone, mark_unreachable
from bot.originals import Original, Originals, Parked, why_needless
from bot.pace import Pace
from bot.queues import Queues, Stream
from bot.rendering import Translate
from bot.setbacks import Setbacks
from bot.transport import ApiError, BotApi, Unreachable, WrongTokenError
from storage.notices import NOTICES
from storage.outbox import CHANGES, Lane, OutboxRow
from storage.signals import COPIES, OUTBOX
from storage.transaction import Database

DOUBT = 0.2
"""Seconds after which a process that may not send looks again whether it may."""
AT_ONCE = 16
"""Rows that are taken up before the first of them sets out."""


class Delivery:
    """Sends the rows of one bot's outbox.

    translate  says a text in a language
    on_gone    is awaited for each row whose reader cannot be reached
    may_send   whether this process is the one that sends; what waits goes on when it is again
    """

    def __init__(
        self,
        database: Database,
        api: BotApi,
        bot_id: int,
        *,
        translate: Translate,
        limits: Limits | None = None,
        pace: Pace | None = None,
        on_gone: OnGone = mark_unreachable,
        may_send: Callable[[], bool] = lambda: True,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        limits = limits or Limits()
        self._pace = pace = pace or Pace()
        self._database = database
        self._bot_id = bot_id
        self._clock = clock
        self._may_send = may_send
        self._queues = Queues(limits)
        self._gate = Gate(limits.per_second, senders=pace.senders, unmarked=pace.unmarked, spare=pace.spare)
        self._borrowed = Borrowed(database, bot_id, self._released, clock)
        self._lent = Lent(database, api, bot_id, clock)
        self._courier = Courier(api, translate, self._borrowed)
        self._feed = Feed(
            database,
            bot_id,
            self._accept,
            on_pass=self._looked_through,
            clock=clock,
            capacity=pace.capacity,
            page=pace.page,
            poll=pace.poll,
        )
        self._originals = Originals(database, bot_id, self._feed.__contains__)
        self._marker = Marker(
            database, bot_id, on_gone=on_gone, on_marked=self._marked, hand_over=self.hand_over, clock=clock
        )
        self._setbacks = Setbacks(
            self._queues,
            retry=pace.retry,
            give_up=pace.give_up,
            renew=self._originals.renew,
            on_move=self._marker.note_move,
            clock=clock,
        )
        self._parked = Parked(self._queues)
        self._wake, self._changed = asyncio.Event(), asyncio.Event()

    def hand_over(self, rows: Sequence[OutboxRow]) -> None:
        """Rows that were just committed; they go when their turn comes. Other bots' rows are left to them."""
        ours = [row for row in rows if row.bot_id == self._bot_id]
        for row in ours:
            self._originals.expect(row)
        self._feed.offer(ours)

    def poke(self) -> None:
        """Look through the table: somebody else wrote to it, or time has leapt."""
        self._feed.poke()

    def heard(self, topic: str | None) -> None:
        """A transaction, here or elsewhere, has left something to look at (None: perhaps anything)."""
        if topic in (None, NOTICES):
            self._feed.doubt()
        if topic in (None, OUTBOX):
            self.poke()
        if topic in (None, COPIES):
            self._borrowed.poke()
            self._lent.poke()

    async def idle(self) -> None:
        """Return when nothing waits that may be sent now, nothing is under way and all is marked.

        Rows for later and rows that wait to be tried again do not count; `run` must be running.
        """
        while not self._is_idle():
            self._changed.clear()
            await self._changed.wait()

    async def room(self, within: float) -> None:
        """Return when one more new message may be on its way, or after so many seconds."""
        with suppress(TimeoutError):
            async with asyncio.timeout(within):
                while not self._gate.takes_new:
                    self._changed.clear()
                    await self._changed.wait()

    async def run(self, stop: asyncio.Event) -> None:
        """Send until told to stop; calls under way may end and all outcomes are written first.

        Raises WrongTokenError.
        """
        self._database.hearers.append(self.heard)
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(self._feed.run(stop))
                group.create_task(self._marker.run())
                group.create_task(self._wake_when(stop))
                group.create_task(self._borrowed.run(stop))
                group.create_task(self._lent.run(stop))
                await self._dispatch(stop)
                self._marker.close()
        except BaseExceptionGroup as errors:
            if errors.subgroup(WrongTokenError):
                raise WrongTokenError from None
            raise
        finally:
            self._database.hearers.remove(self.heard)

    async def _wake_when(self, stop: asyncio.Event) -> None:
        await stop.wait()
        self.heard(None)
        self._stir()

    async def _dispatch(self, stop: asyncio.Event) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(None) as deadline, asyncio.TaskGroup() as group:
                while not stop.is_set():
                    self._wake.clear()
                    if (turn := self._next()) is None:
                        await self._sleep()
                        continue
                    self._gate.take_up(turn[1])
                    group.create_task(self._carry(*turn))
                    if self._gate.under_way % AT_ONCE == 0:
                        await asyncio.sleep(0)  # let those set out, and the next updates be asked for
                deadline.reschedule(asyncio.get_running_loop().time() + self._pace.grace)

    def _next(self) -> tuple[Stream, OutboxRow] | None:
        """Whose turn it is, if anything may be sent now. What is held goes back to the table, unsent."""
        now, holds = _now(), self._feed.holds
        while self._may_send() and not self._gate.is_shut and now >= self._setbacks.paused_until:
            lowest, new = self._gate.lowest(now), self._gate.takes_new
            may = holds.may_go if lowest == Lane.BROADCAST else is_no_notice
            turn = self._queues.take(now, lowest=lowest, new=new, may=may)
            if turn is None:
                return None
            stream, row = turn
            if not holds.holds(row):
                self._gate.count(stream, pace_of(row), now)
                return turn
            self._feed.forget(row)
            self._queues.release(stream, now)
        return None

    async def _sleep(self) -> None:
        """Until something changes, or the next moment from which on more may be sent."""
        now = _now()
        moments = (self._setbacks.paused_until, *self._gate.moments(now), self._queues.next_alarm())
        later = [moment for moment in moments if moment is not None and moment > now]
        if not self._may_send():
            later.append(now + DOUBT)
        with suppress(TimeoutError):
            async with asyncio.timeout_at(min(later, default=None)):
                await self._wake.wait()

    async def _carry(self, stream: Stream, row: OutboxRow) -> None:
        """Bring one row as far as it gets, then let its chat have its next turn."""
        called = False
        try:
            original = await self._originals.of(row) if row.method in CHANGES else None
            if original is not None and self._originals.may_come(original):
                self._parked.park(row, original)
                self._gate.put_down(row)
            elif not await self._borrowed.ready(row):
                self._gate.put_down(row)  # it is released from there
            else:
                called = True
                await self._attempt(stream, row, original)
                self._marker.put(row)
        except Exception as error:
            self._setbacks.stumbled(stream, row, error)
            self._marker.put(row)
        finally:
            now = _now()
            self._gate.leave(stream, now, called=called)
            self._queues.release(stream, now)
            self._gate.under_way -= 1
            self._stir()

    async def _attempt(self, stream: Stream, row: OutboxRow, original: Original | None) -> None:
        if row.method in CHANGES and (needless := why_needless(row, original)):
            row.state, row.error = "dropped", needless
            return
        if row.method == "edit" and (original is None or original.message_id is None):
            self._originals.renew(row)
            self._queues.give_back(stream, row)  # to come through the gate as the new message it is
            return
        try:
            await self._courier.carry_out(row, original, lambda: self._slot(stream, row))
        except ApiError as error:
            self._setbacks.refused(stream, row, error)
        except Unreachable as error:
            self._setbacks.again(stream, row, f"unreachable: {error}")
        else:
            self._setbacks.none()
            row.state, row.sent_at, row.error = "sent", self._clock(), None
            if row.method in CHANGES:
                self._originals.note_change(row)

    async def _slot(self, stream: Stream, row: OutboxRow) -> None:
        """Wait until the same chat may get one more message."""
        self._gate.leave(stream, _now(), called=True)
        now = _now()
        while (at := max(self._setbacks.paused_until, self._gate.slot_at(stream, now))) > now:
            await asyncio.sleep(max(SOON, at - now))
            now = _now()
        self._gate.count(stream, pace_of(row), now)

    def _accept(self, row: OutboxRow) -> None:
        """A row enters memory."""
        now = _now()
        if row.not_before is not None:
            wait = (row.not_before - self._clock()).total_seconds()
            if row.attempts:  # if it says more, the clock was set back since
                wait = min(wait, self._pace.rest)
            stream = self._queues.stream_of(row)
            stream.rests_until = max(stream.rests_until, now + wait)
        self._queues.add(row, now)
        self._stir()

    def _released(self, row: OutboxRow, is_dropped: bool) -> None:
        """The row waits for its file no more."""
        if is_dropped:
            self._courier.forget(row)
            self._feed.forget(row)
        else:
            self._queues.add(row, _now())
        self._stir()

    def _marked(self, row: OutboxRow, state: str) -> None:
        """A row's outcome is committed."""
        self._gate.put_down(row)
        if state != "waiting":
            self._courier.forget(row)
            self._feed.forget(row)
            self._originals.note_marked(row)
            self._parked.release(row.id, _now())
        self._stir()

    def _looked_through(self) -> None:
        """The table was read."""
        self._parked.look_again(self._feed.__contains__, _now())
        self._stir()

    def _stir(self) -> None:
        self._wake.set()
        self._changed.set()

    def _is_idle(self) -> bool:
        if self._gate.under_way or self._gate.in_hand or self._feed.is_behind or self._feed.holds.in_doubt:
            return False
        now = _now()
        if now < self._setbacks.paused_until:
            return True
        return not any(len(stream) and stream.rests_until <= now for stream in self._queues.streams())


def _now() -> float:
    return asyncio.get_running_loop().time()
