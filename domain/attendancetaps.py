"""What the buttons of an activity's day mean: being there, the list, the paper, and what comes afterwards."""

from __future__ import annotations

from dataclasses import dataclass

from domain.tap import Tap


@dataclass(frozen=True)
class CheckIn(Tap, code="chkin"):
    """Somebody is at the place of a session, and knows its secret from there: one (a place, by its id), all
    of those who are meant, or look (the page of them with this number)."""

    action: str
    session_id: int
    secret: str
    number: int


@dataclass(frozen=True)
class ActivityDay(Tap, code="aday"):
    """What whoever keeps the list of an activity looks at: open (a page of its sessions, -1 for the one that
    is next), said (what people thought of it), certificates (a page of those who were there)."""

    action: str
    activity_id: int
    page: int


@dataclass(frozen=True)
class SessionDay(Tap, code="sday"):
    """Something about one session: open, list (a page of it), paper and walk-in (begin to type), keep (the
    ticks whose mark this is)."""

    action: str
    session_id: int
    number: int


@dataclass(frozen=True)
class DayMark(Tap, code="smark"):
    """Somebody of the list was there (1), or it was somebody else (0); back to this page of it."""

    session_id: int
    signup_id: int
    here: int
    page: int


@dataclass(frozen=True)
class DayPaper(Tap, code="spaper"):
    """Something of a session to print: list, poster."""

    what: str
    session_id: int


@dataclass(frozen=True)
class WalkIn(Tap, code="walkin"):
    """Whoever has walked in is somebody of the list (row), somebody of the roster (person), or neither
    (new)."""

    session_id: int
    kind: str
    number: int


@dataclass(frozen=True)
class SignupDay(Tap, code="sgday"):
    """How often somebody was there."""

    signup_id: int


@dataclass(frozen=True)
class VerdictDo(Tap, code="vdct"):
    """How it was: one of domain.attendance.VERDICTS; or more, to say something in words."""

    word: str
    signup_id: int


@dataclass(frozen=True)
class CertificateDo(Tap, code="cert"):
    """Certificates: all (of an activity, to whoever has enough), one (given, or given once more, for a
    place), look (one that was given), revoke and revoke-sure, mine (the same paper again)."""

    action: str
    number: int
