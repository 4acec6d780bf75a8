"""What waits in memory to be sent, and whose turn it is. Times are of the event loop's clock."""

from __future__ import annotations

import heapq
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field

from bot.limits import ChatLimits, Limits
from storage.outbox import Lane, OutboxRow

UNCOUNTED = frozenset({"answer", "commands"})
"""Methods that are no messages: Telegram's limits on sending do not count them."""


@dataclass(eq=False)
class Stream:
    """The rows of one chat, in order within each lane; one of them at a time is under way.

    Calls that no limit counts have a stream of their own, so that a spinner stops while messages wait.
    """

    chat_id: int
    counted: bool
    limits: ChatLimits
    rows: dict[int, deque[OutboxRow]] = field(default_factory=dict)
    is_busy: bool = False
    rests_until: float = 0.0
    alarm: float | None = None
    """When its entry in the heap of alarms goes off."""
    listed: set[int] = field(default_factory=set)
    """The lanes in whose turns it stands."""

    def lane(self, lane: int) -> deque[OutboxRow]:
        """Its rows of this lane."""
        return self.rows.setdefault(lane, deque())

    def free_at(self, now: float) -> float:
        """When its next row may go."""
        return max(self.rests_until, self.limits.free_at(now))

    def __len__(self) -> int:
        return sum(map(len, self.rows.values()))


class Queues:
    """The lanes, highest first; within a lane the chats take turns, a row each.

    A chat that is busy, resting or at its limit holds up nobody else.
    """

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._streams: dict[tuple[int, bool], Stream] = {}
        self._turns: dict[tuple[int, bool], deque[Stream]] = {
            (lane, counted): deque() for lane in Lane for counted in (False, True)
        }
        self._alarms: list[tuple[float, int, Stream]] = []
        self._serial = 0

    def add(self, row: OutboxRow, now: float) -> None:
        """Put a row behind those of its chat and lane."""
        stream = self.stream_of(row)
        stream.lane(row.lane).append(row)
        self._settle(stream, now)

    def stream_of(self, row: OutboxRow) -> Stream:
        """The stream that the row belongs to."""
        counted = row.method not in UNCOUNTED
        stream = self._streams.get((row.chat_id, counted))
        if stream is None:
            limits = ChatLimits.of(row.chat_id, self._limits if counted else Limits.off())
            stream = self._streams[row.chat_id, counted] = Stream(row.chat_id, counted, limits)
        return stream

    def take(self, now: float, *, counted: bool) -> tuple[Stream, OutboxRow] | None:
        """The next row that may go, its stream busy from now on; `counted`: also such as limits count."""
        self._ring(now)
        for lane in Lane:
            for kind in (False, True) if counted else (False,):
                if found := self._take_turn(lane, self._turns[lane, kind], now):
                    return found
        return None

    def _take_turn(self, lane: int, turns: deque[Stream], now: float) -> tuple[Stream, OutboxRow] | None:
        while turns:
            stream = turns.popleft()
            stream.listed.discard(lane)
            if not stream.is_busy and stream.lane(lane) and stream.free_at(now) <= now:
                stream.is_busy = True
                return stream, stream.lane(lane).popleft()
            self._settle(stream, now)
        return None

    def give_back(self, stream: Stream, row: OutboxRow) -> None:
        """The row did not go; it is the next of its lane again. The stream is still busy."""
        stream.lane(row.lane).appendleft(row)

    def release(self, stream: Stream, now: float) -> None:
        """The stream's row is done with: the chat may have its next turn."""
        stream.is_busy = False
        self._settle(stream, now)

    def move(self, stream: Stream, chat_id: int, now: float) -> None:
        """The chat lives on under another id, and so do its rows."""
        for rows in stream.rows.values():
            for row in rows:
                row.chat_id = chat_id
                self.add(row, now)
            rows.clear()

    def next_alarm(self) -> float | None:
        """When a chat that rests now may be written to again."""
        return self._alarms[0][0] if self._alarms else None

    def streams(self) -> Iterator[Stream]:
        """All chats there is something to remember of."""
        return iter(self._streams.values())

    def _settle(self, stream: Stream, now: float) -> None:
        """Let the stream stand where it belongs: in turns, resting, or forgotten."""
        if stream.is_busy:
            return
        if not len(stream):
            self._forget(stream, now)
        elif (free_at := stream.free_at(now)) > now:
            self._set_alarm(stream, free_at)
        else:
            for lane, rows in stream.rows.items():
                if rows and lane not in stream.listed:
                    stream.listed.add(lane)
                    self._turns[lane, stream.counted].append(stream)

    def _forget(self, stream: Stream, now: float) -> None:
        """An empty stream is kept only as long as its limits remember something."""
        quiet_at = max(stream.rests_until, stream.limits.quiet_at())
        if quiet_at <= now:
            self._streams.pop((stream.chat_id, stream.counted), None)
        else:
            self._set_alarm(stream, quiet_at)

    def _set_alarm(self, stream: Stream, at: float) -> None:
        if stream.alarm is None or at < stream.alarm:
            stream.alarm = at
            self._serial += 1
            heapq.heappush(self._alarms, (at, self._serial, stream))

    def _ring(self, now: float) -> None:
        while self._alarms and self._alarms[0][0] <= now:
            at, _, stream = heapq.heappop(self._alarms)
            if stream.alarm == at:
                stream.alarm = None
                self._settle(stream, now)
