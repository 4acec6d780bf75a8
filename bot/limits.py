"""What Telegram lets a bot send, kept so that it never has to refuse. Times are of the event loop's clock."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Limits:
    """How much may be sent; None is without limit.

    per_second     messages of the bot in any one second
    chat_burst     messages that a quiet chat may get at once; after that one per `chat_every` seconds
    group_minute   messages that a group may get in any one minute
    sender_burst   updates of one person that are taken at once; after that one per `sender_every` seconds
    """

    per_second: int | None = 30
    chat_burst: int | None = 3
    chat_every: float = 1.0
    group_minute: int | None = 20
    sender_burst: int | None = 40
    sender_every: float = 1.0

    @classmethod
    def off(cls) -> Limits:
        """No limits at all, for tests and for a Bot API server that has none."""
        return cls(None, None, 1.0, None, None)


class Window:
    """At most `size` in any `span` seconds, wherever on the way between us and Telegram they are counted.

    A call under way may be counted at any moment until its answer is here. So it takes up its place
    from its start until `span` seconds after its end.
    """

    def __init__(self, size: int | None, span: float = 1.0) -> None:
        self._size = size
        self._span = span
        self._under_way = 0
        self._ends: deque[float] = deque()

    @property
    def size(self) -> int | None:
        """How many places there are; None for as many as anybody likes."""
        return self._size

    @property
    def span(self) -> float:
        """The seconds that a call keeps its place after its end."""
        return self._span

    def room(self, now: float) -> int:
        """How many calls could start at once."""
        while self._ends and self._ends[0] + self._span <= now:
            self._ends.popleft()
        return (self._size or 0) - self._under_way - len(self._ends)

    def free_at(self, now: float) -> float | None:
        """When the next call may start: `now` or later; None if a call has to end first."""
        return now if self._size is None or self.room(now) > 0 else self.next_free()

    def next_free(self) -> float | None:
        """When the next place becomes free that is taken; None if that is not known yet."""
        return self._ends[0] + self._span if self._ends else None

    def empty_at(self) -> float:
        """When the last call that was answered will no longer count."""
        return self._ends[-1] + self._span if self._ends else 0.0

    def start(self) -> None:
        """A call starts."""
        self._under_way += 1

    def skip(self) -> None:
        """The call that started is not made after all."""
        self._under_way -= 1

    def end(self, now: float) -> None:
        """A call has been answered, or failed."""
        self._under_way -= 1
        if self._size is not None:
            self._ends.append(now)


EVEN_FROM = 3
"""Free places that make it worth while to begin anew with even distances."""
TIGHT = 0.9
"""The least distance of two calls, as a part of the even one: what is behind catches up."""
LATE = 0.15
"""How much of the even distance a call may be late without putting off those after it."""
GAP, STEP = 1.1, 1.6
"""Even distances from which on a call moves to the middle of what is around it, and the most it moves."""
LONGEST = 0.3
"""Seconds that a call is taken to last at most: one that is never answered says nothing of the others."""


class Spread:
    """Spaces out the calls that can wait, so that a place in the window becomes free every so often.

    Thirty calls at once would be allowed, and then for a second none, however urgent. Spread evenly over
    the second they use just as much of it, and whatever is urgent finds a place within a thirtieth of a
    second. Whoever overtakes takes the next place of the row, which stays even. So the full distance is only
    kept once around, after a pause; then a call may follow a little sooner, or what is lost by a late wake-up
    would be lost for good. A gap that this leaves in the row closes again, because a call that has more room
    around it than its share goes to the middle of it.
    """

    def __init__(self, window: Window) -> None:
        self._window = window
        self._due = 0.0
        self._even = 0
        """How many calls still go at the even distance."""
        self._was_full = True
        self._last = 0.0
        """When any call started last."""
        self._starts: deque[float] = deque()
        self._latency = 0.0

    def _distance(self, size: int) -> float:
        """How far apart calls are that fill the window and are all the same distance apart."""
        return (self._window.span + self._latency) / size

    def free_at(self, now: float) -> float | None:
        """When the next call that can wait may start; None if another call has to end first."""
        free_at, size = self._window.free_at(now), self._window.size
        if free_at is None or size is None:
            return free_at
        return max(free_at, self._due, self._middle(self._distance(size), now))

    def _middle(self, distance: float, now: float) -> float:
        """When the next call would be in the middle between the last and the next place to become free."""
        next_free = self._window.next_free()
        if next_free is None or self._window.room(now) != 1:
            return 0.0
        room = (next_free - self._last) / 2
        return self._last + min(room, STEP * distance) if room > GAP * distance else 0.0

    def start(self, now: float) -> None:
        """A call that can wait starts."""
        size = self._window.size
        if size is None:
            return
        room = self._window.room(now)
        if self._was_full and not self._even and room >= EVEN_FROM:
            self._even, self._was_full = size, False
        self._was_full = self._was_full or room <= 1
        distance = self._distance(size)
        self._due = max(self._due, now - LATE * distance) + distance * (1.0 if self._even else TIGHT)
        self._even = max(0, self._even - 1)

    def began(self, now: float) -> None:
        """Any call begins; with `ended` this tells how long one takes."""
        self._last = now
        self._starts.append(now)

    def ended(self, now: float) -> None:
        """Any call has been answered: which of them does not matter to their mean."""
        if self._starts:
            took = min(now - self._starts.popleft(), LONGEST)
            self._latency += (took - self._latency) / 20

    def skipped(self) -> None:
        """A call that began was not made after all."""
        if self._starts:
            self._starts.pop()


@dataclass
class Bucket:
    """`size` tokens, one of which grows back every `every` seconds."""

    size: int
    every: float
    full_at: float = 0.0

    def free_at(self, now: float) -> float:
        """When the next token is there."""
        return max(now, self.full_at - (self.size - 1) * self.every)

    def take(self, now: float) -> None:
        """Use a token."""
        self.full_at = max(now, self.full_at) + self.every


@dataclass
class ChatLimits:
    """The limits of one chat, a group if its id is negative. Messages are counted when they are answered."""

    bucket: Bucket | None
    minute: Window | None

    @classmethod
    def of(cls, chat_id: int, limits: Limits) -> ChatLimits:
        """The limits that a chat with this id has."""
        bucket = None if limits.chat_burst is None else Bucket(limits.chat_burst, limits.chat_every)
        is_group = chat_id < 0 and limits.group_minute is not None
        return cls(bucket, Window(limits.group_minute, 60.0) if is_group else None)

    def free_at(self, now: float) -> float:
        """When the next message may be sent."""
        moments = [self.bucket.free_at(now)] if self.bucket else [now]
        if self.minute is not None:
            moments.append(self.minute.free_at(now) or now)
        return max(moments)

    def count(self, now: float) -> None:
        """One more message went out."""
        if self.bucket is not None:
            self.bucket.take(now)
        if self.minute is not None:
            self.minute.start()
            self.minute.end(now)

    def quiet_at(self) -> float:
        """Since when, or from when on, the chat cannot be near any limit."""
        return max(
            self.bucket.full_at if self.bucket else 0.0, self.minute.empty_at() if self.minute else 0.0
        )


@dataclass
class Refusals:
    """Tells whom a 429 is about: it names nobody.

    A chat that was written to lately may be over its own limit. One that was quiet cannot be; if
    another quiet chat was refused less than a second before, it is the whole bot that is over.
    """

    _last: dict[int, float] = field(default_factory=dict)

    def is_about_bot(self, chat_id: int, *, quiet: bool, now: float) -> bool:
        """Whether this refusal means the bot as a whole."""
        if not quiet:
            return False
        self._last = {chat: at for chat, at in self._last.items() if now - at < 1.0}
        self._last[chat_id] = now
        return len(self._last) > 1
