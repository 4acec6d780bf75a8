"""What the buttons of notices mean: writing, signing, steering, reading."""

from __future__ import annotations

from dataclasses import dataclass

from domain.tap import Tap


@dataclass(frozen=True)
class NoticeNew(Tap, code="nnew"):
    """Begin to write a notice to everybody of a unit."""

    unit_id: int


@dataclass(frozen=True)
class NoticeSet(Tap, code="nset"):
    """A setting of the notice that is written: which, and what becomes of it ("" to be asked)."""

    what: str
    value: str


@dataclass(frozen=True)
class NoticeSend(Tap, code="nsend"):
    """Send the notice that is written. Its mark is with it, so that an old button sends no other."""

    unit_id: int
    mark: int


@dataclass(frozen=True)
class NoticeDo(Tap, code="notice"):
    """Look at a notice, or steer it: look, pause, resume, stop (asks first), stop-sure, correct, withdraw
    (asks first), withdraw-sure; look at whom it has reached: chart, left; or what else there is: more."""

    action: str
    notice_id: int


@dataclass(frozen=True)
class NoticeCorrect(Tap, code="nfix"):
    """The correction that is written: send it (its mark is with it, so that an old button sends no other),
    write it again, or the language to say it in too."""

    what: str
    notice_id: int
    mark: int


@dataclass(frozen=True)
class NoticeDraftDo(Tap, code="ndraft"):
    """Something about a notice that is written and not sent: look, sign, return, drop, now, again."""

    action: str
    draft_id: int


@dataclass(frozen=True)
class NoticeRead(Tap, code="nread"):
    """I have read it; with an answer to its question, if it has one ("" if not)."""

    notice_id: int
    answer: str


@dataclass(frozen=True)
class NoticeMute(Tap, code="nmute"):
    """Not to be told of a kind of notices (1), or to be told again (0)."""

    kind: str
    on: int


@dataclass(frozen=True)
class NoticeTemplateDo(Tap, code="ntmpl"):
    """Something about a notice that is kept to be used again: open, use, skip, rhythm, never, forget."""

    action: str
    draft_id: int


@dataclass(frozen=True)
class NoticeSeason(Tap, code="nseason"):
    """Take one of the notices that every village needs (domain/seasons.py)."""

    season: str


@dataclass(frozen=True)
class NoticePaper(Tap, code="npaper"):
    """Make what a notice needs beside the chat: the sheet for the board (sheet), what is read out (loud)."""

    what: str
    notice_id: int
