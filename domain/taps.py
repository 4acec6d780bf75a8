"""What the buttons of everybody mean: screens, drafts, requests, and what one is asked while registering."""

from __future__ import annotations

from dataclasses import dataclass

from domain.tap import Tap


@dataclass(frozen=True)
class Go(Tap, code="go"):
    """Open a screen by its name: home, menu, mine, desk, person, more, help, privacy, language…"""

    screen: str


@dataclass(frozen=True)
class Page(Tap, code="page"):
    """Turn to a page of a list."""

    screen: str
    number: int


@dataclass(frozen=True)
class Group(Tap, code="group"):
    """Open a group of service lines in the menu."""

    group: str


@dataclass(frozen=True)
class PickLine(Tap, code="line"):
    """Say what the draft is about."""

    line: str


@dataclass(frozen=True)
class Draft(Tap, code="draft"):
    """Do something to the draft: send, rewrite, add, proxy, hush, anonymous-on, back, belongs…"""

    step: str


@dataclass(frozen=True)
class Drop(Tap, code="drop"):
    """Give up this form and no other that is open by then; words, by the id of the first message."""

    form: str
    first: int


@dataclass(frozen=True)
class Hush(Tap, code="hush"):
    """Keep the draft from whoever holds this grant of a role (`on` is 1), or not after all (0)."""

    grant_id: int
    on: int
    page: int


@dataclass(frozen=True)
class Hide(Tap, code="hide"):
    """Keep a request from whoever holds this grant: `step` is 0 for the question and 1 for the answer.

    With 0 for the grant: choose from a list, of which `step` is the page.
    """

    request_id: int
    grant_id: int
    step: int


@dataclass(frozen=True)
class PickPerson(Tap, code="whom"):
    """Choose a person of the roster to act for."""

    person_id: int


@dataclass(frozen=True)
class PickVillage(Tap, code="village"):
    """Choose a natural village in a form; 0 is "somewhere else"."""

    village_id: int


@dataclass(frozen=True)
class PickCenter(Tap, code="center"):
    """Choose a center to register with or to make current."""

    center_id: int


@dataclass(frozen=True)
class Language(Tap, code="lang"):
    """Choose a language."""

    locale: str


@dataclass(frozen=True)
class Consent(Tap, code="consent"):
    """Agree, or not, to what is kept."""

    agreed: int


@dataclass(frozen=True)
class Open(Tap, code="open"):
    """Open one request."""

    request_id: int


@dataclass(frozen=True)
class Do(Tap, code="do"):
    """Make a move on a request (an Action of domain/requests.py)."""

    action: str
    request_id: int


@dataclass(frozen=True)
class MoveLine(Tap, code="move"):
    """Choose the line a request is transferred to."""

    request_id: int
    line: str


@dataclass(frozen=True)
class Rate(Tap, code="rate"):
    """Rate a closed request from 1 to 5."""

    request_id: int
    stars: int


@dataclass(frozen=True)
class Speak(Tap, code="speak"):
    """Begin to write to the other side of a request."""

    request_id: int


@dataclass(frozen=True)
class About(Tap, code="about"):
    """The message just written is about this request; 0 is "something new"."""

    request_id: int


@dataclass(frozen=True)
class AddTo(Tap, code="addto"):
    """The draft says what this request says already; 0 is "something else"."""

    request_id: int


@dataclass(frozen=True)
class Emergency(Tap, code="sos"):
    """Ring a center's people for this kind of emergency; 0 is the person's own center."""

    kind: str
    center_id: int


@dataclass(frozen=True)
class PickKin(Tap, code="kin"):
    """Say what one is to the person the draft is for (a Kin of domain/proxies.py)."""

    kind: str


@dataclass(frozen=True)
class Acting(Tap, code="acting"):
    """Look at, or change, who acts for whom: open, agree, refuse, end, ask; "…-sure" answers the question.

    `request_id` is the request that was filed, 0 if it is about no single one.
    """

    action: str
    relation_id: int
    request_id: int
