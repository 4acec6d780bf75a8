"""How far a notice has got, and how long it takes: arithmetic only."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

PER_SECOND = 28
"""Messages a second that one bot sends of its notices: Telegram's thirty, less what people's answers take."""
LONGEST = 3500
"""Characters of a notice: with its heading it has to fit into one message."""
CAPTION = 800
"""Characters of the words below a photo or file, when they are corrected: with what has changed they have to
fit below it."""
WHOLE = 3950
"""Characters of a notice with all that is added to it later, without its heading."""
ANSWER_MARKS = 8
"""Characters by which a question and its answer are marked."""
DELETABLE = timedelta(hours=47, minutes=30)
"""How long what was sent can be deleted: the chat network allows 48 hours, and a row may wait."""
SNIPPET = 16
"""Characters by which a notice is told from others."""
TELLING = 60
"""How many messages must have gone out before their speed says more than the rule."""
REPORT_EVERY = 5
"""Seconds between two looks at the progress of a notice."""
REPORT_SHARE = 2
"""Seconds of that for each notice that runs: so progress never takes more than one message in sixty."""
LOOK_BACK = (
    (timedelta(minutes=10), timedelta(seconds=15)),
    (timedelta(hours=3), timedelta(minutes=1)),
    (timedelta(days=3), timedelta(minutes=9)),
)
"""For so long after it has gone out, it is looked at again after such a while."""


@dataclass(frozen=True)
class Progress:
    """How far a notice has got, in people.

    total        whom it is for
    sent         who has got it
    gone         who turned out not to be reachable in the chat
    unreachable  of whom that was known before, so that it was not tried
    failed       for whom it failed for another reason
    waiting      whose message is written and waits
    """

    total: int
    sent: int = 0
    gone: int = 0
    unreachable: int = 0
    failed: int = 0
    waiting: int = 0

    @classmethod
    def of(cls, total: int, unreachable: int, rows: Mapping[str, int]) -> Progress:
        """From the states of the rows that were written; the unreachable have none."""
        sent, gone, failed = (rows.get(state, 0) for state in ("sent", "gone", "failed"))
        return cls(total, sent, gone, unreachable, failed, rows.get("waiting", 0))

    @property
    def blocked(self) -> int:
        """Who cannot be reached in the chat."""
        return self.gone + self.unreachable

    @property
    def tried(self) -> int:
        """How many messages it took so far."""
        return self.sent + self.gone + self.failed

    @property
    def dealt_with(self) -> int:
        """For whom nothing more happens."""
        return self.tried + self.unreachable

    @property
    def left(self) -> int:
        """Whose turn is still to come."""
        return max(0, self.total - self.dealt_with)


def forecast(by_bot: Iterable[int], others_left: Iterable[int] = ()) -> float:
    """Seconds that a notice will take that has so many recipients by bot.

    Notices take turns, a message each: until this one is through, each of the others sends as many as it
    does, or what it has left.
    """
    most = max(by_bot, default=0)
    return (most + sum(min(most, left) for left in others_left)) / PER_SECOND


def to_go(progress: Progress, ran: float) -> float:
    """Seconds that a notice still needs: at the speed it had so far, as soon as that says anything."""
    if progress.tried < TELLING or ran <= 0:
        return progress.left / PER_SECOND
    return progress.left * ran / progress.tried


def next_report(running: int) -> int:
    """Seconds until the progress of a notice is told again, while so many run."""
    return max(REPORT_EVERY, REPORT_SHARE * running)


def next_look_back(now: datetime, ended: datetime) -> datetime | None:
    """When a notice that is out is looked at again, to see who has read it; None when that is over."""
    for age, pause in LOOK_BACK:
        if now - ended < age:
            return now + pause
    return None


def room_for_answers(words: int, *, caption: bool) -> int:
    """Characters that are left for questions and answers below a notice of so many."""
    return max(0, (CAPTION if caption else WHOLE) - words)


def minutes(seconds: float) -> int:
    """Whole minutes to say: 0 for less than one."""
    return 0 if seconds < 50 else math.ceil(seconds / 60)


def snippet(words: str) -> str:
    """The beginning of a notice, on one line."""
    line = " ".join(words.split())
    return line if len(line) <= SNIPPET else line[: SNIPPET - 1] + "…"
