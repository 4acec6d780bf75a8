"""What waits in memory to be sent, and whose turn it is. Times are of the event loop's clock."""

from __future__ import annotations

import heapq
from collections import OrderedDict, deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from bot.limits import ChatLimits, Limits
from storage.outbox import Lane, OutboxRow

Source = int | None
"""What a row comes from: a notice, or everything else."""


@dataclass(eq=False)
class Stream:
    """The rows of one chat, in order within each lane and source; one of them at a time is under way.

    Calls that no limit counts have a stream of their own, so that a spinner stops while messages wait.
    """

    chat_id: int
    counted: bool
    limits: ChatLimits
    rows: dict[tuple[int, Source], deque[OutboxRow]] = field(default_factory=dict)
    is_busy: bool = False
    rests_until: float = 0.0
    alarm: float | None = None
    """When its entry in the heap of alarms goes off."""
    listed: set[tuple[int, Source]] = field(default_factory=set)
    """The lanes and sources in whose turns it stands."""

    def of(self, lane: int, source: Source) -> deque[OutboxRow]:
        """Its rows of this lane that come from there."""
        return self.rows.setdefault((lane, source), deque())

    def free_at(self, now: float) -> float:
        """When its next row may go."""
        return max(self.rests_until, self.limits.free_at(now))

    def __len__(self) -> int:
        return sum(map(len, self.rows.values()))


class Turns:
    """Who is next in one lane: the sources take turns, and among those of one source the chats."""

    def __init__(self) -> None:
        self._chats: OrderedDict[Source, deque[Stream]] = OrderedDict()

    def join(self, source: Source, stream: Stream) -> None:
        """Stand behind the others of the source; a source that is new stands behind the other sources."""
        self._chats.setdefault(source, deque()).append(stream)

    def sources(self) -> list[Source]:
        """The sources, as their turns come."""
        return list(self._chats)

    def leave(self, source: Source) -> Stream | None:
        """The next chat of a source, out of its turns now; None if there is none."""
        chats = self._chats.get(source)
        if not chats:
            self._chats.pop(source, None)
            return None
        return chats.popleft()

    def stay(self, source: Source, streams: list[Stream]) -> None:
        """These keep the places they had before the others."""
        if streams:
            self._chats.setdefault(source, deque()).extendleft(reversed(streams))

    def pass_on(self, source: Source) -> None:
        """The source has had its turn."""
        if source in self._chats:
            self._chats.move_to_end(source)


def _is_notice(source: Source) -> bool:
    return source is not None


def _anything(_source: Source) -> bool:
    return True


class Queues:
    """The lanes, highest first. Within a lane the sources take turns, so that a second notice does not wait
    for the end of the first; within a source the chats, a row each.

    A chat that is busy, resting or at its limit holds up nobody else.
    """

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._streams: dict[tuple[int, bool], Stream] = {}
        self._turns: dict[tuple[int, bool], Turns] = {
            (lane, counted): Turns() for lane in Lane for counted in (False, True)
        }
        self._alarms: list[tuple[float, int, Stream]] = []
        self._serial = 0

    def add(self, row: OutboxRow, now: float) -> None:
        """Put a row behind those of its chat, lane and source."""
        stream = self.stream_of(row)
        stream.of(row.lane, row.notice_id).append(row)
        self._settle(stream, now)

    def stream_of(self, row: OutboxRow) -> Stream:
        """The stream that the row belongs to."""
        counted = row.method != "answer"  # no message: Telegram's limits on sending do not count it
        stream = self._streams.get((row.chat_id, counted))
        if stream is None:
            limits = ChatLimits.of(row.chat_id, self._limits if counted else Limits.off())
            stream = self._streams[row.chat_id, counted] = Stream(row.chat_id, counted, limits)
        return stream

    def take(
        self,
        now: float,
        *,
        lowest: int | None = Lane.BROADCAST,
        new: bool = True,
        may: Callable[[Source], bool] = _anything,
    ) -> tuple[Stream, OutboxRow] | None:
        """The next row that may go, its stream busy from now on.

        lowest  the lowest lane of which rows may go that limits count; None for those only that none counts
        new     whether new messages may go; otherwise a chat whose next row is one keeps its place
        may     whether rows of a source may go
        """
        self._ring(now)
        for lane in Lane:
            for counted in (False, True):
                if counted and (lowest is None or lane > lowest):
                    continue
                if found := self._take_turn(lane, self._turns[lane, counted], now, may, new=new):
                    return found
        return None

    def _take_turn(
        self, lane: int, turns: Turns, now: float, may: Callable[[Source], bool], *, new: bool
    ) -> tuple[Stream, OutboxRow] | None:
        sources = turns.sources()
        if lane == Lane.URGENT:  # one person in need does not wait behind the roll calls of forty villages
            sources.sort(key=_is_notice)
        for source in filter(may, sources):
            stay: list[Stream] = []
            try:
                while (stream := turns.leave(source)) is not None:
                    rows = stream.of(lane, source)
                    if stream.is_busy or not rows or stream.free_at(now) > now:
                        stream.listed.discard((lane, source))
                        self._settle(stream, now)
                    elif not new and rows[0].method == "send":
                        stay.append(stream)
                    else:
                        stream.listed.discard((lane, source))
                        stream.is_busy = True
                        turns.pass_on(source)
                        return stream, rows.popleft()
            finally:
                turns.stay(source, stay)
        return None

    def give_back(self, stream: Stream, row: OutboxRow) -> None:
        """The row did not go; it is the next of its lane and source again. The stream is still busy."""
        stream.of(row.lane, row.notice_id).appendleft(row)

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
            for (lane, source), rows in stream.rows.items():
                if rows and (lane, source) not in stream.listed:
                    stream.listed.add((lane, source))
                    self._turns[lane, stream.counted].join(source, stream)

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
