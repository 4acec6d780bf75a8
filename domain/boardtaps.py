"""What the buttons of the notice board mean: reading, searching, asking, and what has to be published."""

from __future__ import annotations

from dataclasses import dataclass

from domain.tap import Tap


@dataclass(frozen=True)
class BoardMonth(Tap, code="bmonth"):
    """A page of what was published in a month ("2026-11")."""

    month: str
    page: int


@dataclass(frozen=True)
class BoardFind(Tap, code="bfind"):
    """A page of the notices in which these words are found."""

    words: str
    page: int


@dataclass(frozen=True)
class BoardRead(Tap, code="bread"):
    """Read a notice on the board; with 1, what it said before."""

    notice_id: int
    before: int


@dataclass(frozen=True)
class NoticeAsk(Tap, code="nask"):
    """Ask something about a notice."""

    notice_id: int


@dataclass(frozen=True)
class QuestionDo(Tap, code="quest"):
    """A question and its answer for everybody to read: look, question, answer (to be written), send.

    mark  of what was shown, so that an old button adds nothing else; 0 where nothing is added
    """

    action: str
    request_id: int
    mark: int


@dataclass(frozen=True)
class DisclosureWrite(Tap, code="dwrite"):
    """Write the notice by which a center does a duty."""

    center_id: int
    duty: str


@dataclass(frozen=True)
class DisclosureSet(Tap, code="dset"):
    """How often a duty is to be done ("" to be asked): month, quarter, happens, off."""

    center_id: int
    duty: str
    value: str
