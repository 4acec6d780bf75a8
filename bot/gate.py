"""How much may be under way: what Telegram allows one bot, and what this process can have in hand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from bot.limits import Spread, Window
from bot.queues import Stream
from storage.outbox import Lane, OutboxRow

ANSWERS = Lane.ANSWER
"""The last of the lanes that somebody waits for: those below are spaced out and leave the others room."""
SOON = 0.01
"""Seconds after which to look again for a place that becomes free when a call ends."""
IN_HAND = 8
"""So many times as many rows may wait to be marked as messages may: the marker keeps up, or sending waits."""


class Gate:
    """Says of which lanes a call may start now, and counts those that did.

    senders   calls under way at the same time
    unmarked  new messages that may be sent, or are on their way, and not yet marked so: a crash sends them
              twice. A change made twice changes nothing, so edits and answers to taps do not count.
    spare     how many of both are for urgent messages and answers only: while Telegram or the database is
              slow, a notice would take all of them
    """

    def __init__(self, per_second: int | None, *, senders: int, unmarked: int, spare: int) -> None:
        self._window = Window(per_second)
        self._spread = Spread(self._window)
        self._senders = senders
        self._unmarked = unmarked
        self._spare = spare
        self._risky: Counter[int] = Counter()
        self.under_way = 0
        self.unmarked = 0
        self.in_hand = 0
        """Rows of any kind whose outcome is not committed yet."""

    @property
    def is_shut(self) -> bool:
        """Whether nothing may start, whatever it is."""
        return self.in_hand >= IN_HAND * self._unmarked or self.under_way >= self._senders

    @property
    def takes_new(self) -> bool:
        """Whether a new message may start: changes and answers to taps go on while too many are unmarked."""
        return not self.is_shut and self.unmarked < self._unmarked

    def take_up(self, row: OutboxRow) -> None:
        """A row's turn has come."""
        self.under_way += 1
        self.in_hand += 1
        if row.method == "send":
            self._risky[row.id] += 1
            self.unmarked += 1

    def put_down(self, row: OutboxRow) -> None:
        """How far it got is committed, or it did not set out."""
        self.in_hand -= 1
        if self._risky[row.id]:
            self._risky[row.id] -= 1
            self.unmarked -= 1
        if not self._risky[row.id]:
            del self._risky[row.id]

    @property
    def _is_crowded(self) -> bool:
        """Whether what is left is for those somebody waits for."""
        senders = self._senders - min(self._spare, self._senders // 4)
        unmarked = self._unmarked - min(self._spare, self._unmarked // 4)
        return self.under_way >= senders or self.unmarked >= unmarked

    def lowest(self, now: float) -> Lane | None:
        """The lowest lane of which a message may go now; None if there is no place for any."""
        place_at, spaced_at = self._window.free_at(now), self._spread.free_at(now)
        if place_at is None or place_at > now:
            return None
        if self._is_crowded or spaced_at is None or spaced_at > now:
            return ANSWERS
        return Lane.BROADCAST

    def moments(self, now: float) -> Iterator[float]:
        """The moments at which more may be allowed, as far as they are known."""
        for moment in (self._window.free_at(now), self._spread.free_at(now)):
            if moment is not None:
                yield moment

    def start(self, now: float, lane: int) -> None:
        """A message that is counted starts on its way."""
        if lane > ANSWERS:
            self._spread.start(now)
        self._spread.began(now)
        self._window.start()

    def count(self, stream: Stream, lane: int, now: float) -> None:
        """A row of this chat and lane starts on its way."""
        if stream.counted:
            self.start(now, lane)

    def slot_at(self, stream: Stream, now: float) -> float:
        """When to look whether one more message of a row may start that is under way."""
        place_at = self._window.free_at(now)
        return now + SOON if place_at is None else max(place_at, stream.limits.free_at(now))

    def leave(self, stream: Stream, now: float, *, called: bool) -> None:
        """The place of a row in the limits was used, or was not needed."""
        if stream.counted and called:
            self.end(now)
            stream.limits.count(now)
        elif stream.counted:
            self.skip()

    def end(self, now: float) -> None:
        """It was answered, or failed."""
        self._spread.ended(now)
        self._window.end(now)

    def skip(self) -> None:
        """It did not go after all."""
        self._spread.skipped()
        self._window.skip()


def is_no_notice(source: int | None) -> bool:
    """What may go while no place is left for what goes to everybody, in whichever lane."""
    return source is None


def pace_of(row: OutboxRow) -> int:
    """The lane whose pace a row keeps: an urgent roll call goes before other messages, but as evenly as any
    notice, so that whoever is in need finds a place at once."""
    return Lane.BROADCAST if row.notice_id is not None else row.lane
