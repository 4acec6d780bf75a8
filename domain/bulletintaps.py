"""What the buttons of market and job information mean: topics, wanting them, posting."""

from __future__ import annotations

from dataclasses import dataclass

from domain.tap import Tap


@dataclass(frozen=True)
class BulletinTopic(Tap, code="mtopic"):
    """A page of what is current of a topic at the current center."""

    topic: str
    page: int


@dataclass(frozen=True)
class BulletinFound(Tap, code="mfound"):
    """The topic that somebody looked for by a sentence."""

    topic: str


@dataclass(frozen=True)
class BulletinWant(Tap, code="mwant"):
    """To be told of what is new of a topic at a center (1), or not any more (0)."""

    center_id: int
    topic: str
    on: int


@dataclass(frozen=True)
class BulletinMute(Tap, code="mmute"):
    """The same below a post that was sent to somebody."""

    bulletin_id: int
    on: int


@dataclass(frozen=True)
class BulletinNew(Tap, code="mnew"):
    """Begin to write a post of a topic."""

    topic: str


@dataclass(frozen=True)
class BulletinDays(Tap, code="mdays"):
    """The last day of the post that is written, so many days ahead."""

    days: int


@dataclass(frozen=True)
class BulletinSend(Tap, code="msend"):
    """Send the post that is written. Its mark is with it, so that an old button sends no other."""

    mark: int


@dataclass(frozen=True)
class BulletinDo(Tap, code="mdo"):
    """Something with a post: look, until (another last day), withdraw (asks first), withdraw-sure."""

    action: str
    bulletin_id: int
