"""Every button's meaning: small typed values that fit into 64 bytes of callback data.

A tap proves nothing: anybody can forge one. Whoever handles it checks the actor.
"""

from __future__ import annotations

from dataclasses import astuple, dataclass, fields
from typing import Any, ClassVar, Self


class MalformedTapError(ValueError):
    """Not the callback data of any button of ours."""


_CLASSES: dict[str, type[Tap]] = {}


@dataclass(frozen=True)
class Tap:
    """The parent of all taps. Fields are ints and short strings without "|"."""

    code: ClassVar[str] = ""

    def __init_subclass__(cls, code: str, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        if code in _CLASSES and _CLASSES[code].__qualname__ != cls.__qualname__:
            raise TypeError(f"tap code {code!r} is taken by {_CLASSES[code].__name__}")
        cls.code = code
        _CLASSES[code] = cls

    def pack(self) -> str:
        """Callback data for this tap."""
        return "|".join([self.code, *(str(value) for value in astuple(self))])

    @classmethod
    def _of(cls, values: list[str]) -> Self:
        slots = fields(cls)
        if len(values) != len(slots):
            raise MalformedTapError(cls.code)
        try:
            return cls(
                *(
                    int(value) if slot.type == "int" else value
                    for slot, value in zip(slots, values, strict=True)
                )
            )
        except ValueError as error:
            raise MalformedTapError(cls.code) from error


def unpack(data: str) -> Tap:
    """Read callback data back. Raises MalformedTapError for anything we never packed."""
    code, *values = data.split("|")
    if code not in _CLASSES:
        raise MalformedTapError(code)
    tap = _CLASSES[code]._of(values)
    if any(isinstance(value, int) and not -(2**53) < value < 2**53 for value in astuple(tap)):
        raise MalformedTapError(code)
    return tap


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
    """Do something to the draft: send, rewrite, add, proxy, hush, anonymous-on, drop, back…"""

    step: str


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
class Together(Tap, code="together"):
    """List what is merged into a request."""

    request_id: int
    page: int


@dataclass(frozen=True)
class Beside(Tap, code="beside"):
    """List what a request could be merged with."""

    request_id: int
    page: int


@dataclass(frozen=True)
class Merge(Tap, code="merge"):
    """Do two requests together; `sure` is 0 for the question and 1 for the answer."""

    request_id: int
    other_id: int
    sure: int


@dataclass(frozen=True)
class Unmerge(Tap, code="unmerge"):
    """Do a request by itself again."""

    request_id: int


@dataclass(frozen=True)
class Split(Tap, code="split"):
    """A request is really two: the line of the second, or its "@group", or "" to choose one."""

    request_id: int
    line: str


@dataclass(frozen=True)
class Emergency(Tap, code="sos"):
    """Ring a center's people for this kind of emergency; 0 is the person's own center."""

    kind: str
    center_id: int


@dataclass(frozen=True)
class InviteRole(Tap, code="invite"):
    """Make an invitation to a role at the current center."""

    role: str


@dataclass(frozen=True)
class AcceptRole(Tap, code="accept"):
    """Accept the invitation that was opened last, or not."""

    agreed: int


@dataclass(frozen=True)
class DutyDesk(Tap, code="duty"):
    """Open the duty roster of a desk at the current center."""

    role: str


@dataclass(frozen=True)
class DutyDay(Tap, code="dday"):
    """Open one day of a roster: a weekday or a date as domain/duty.py packs it."""

    role: str
    day: int
    page: int


@dataclass(frozen=True)
class DutyPut(Tap, code="dput"):
    """Put the holder of a grant on duty on a day (1), or take them off it (0)."""

    grant_id: int
    day: int
    on: int


@dataclass(frozen=True)
class DutyDates(Tap, code="ddates"):
    """The next dates, to make one of them differ from the week."""

    role: str
    page: int


@dataclass(frozen=True)
class DutyUsual(Tap, code="dusual"):
    """On this date the week holds again."""

    role: str
    day: int


@dataclass(frozen=True)
class DutyReady(Tap, code="dready"):
    """The roster of a desk is made: tell those whose duty has changed."""

    role: str


@dataclass(frozen=True)
class LeaveOf(Tap, code="leave"):
    """Open somebody's leave: of the holder of a grant, 0 for one's own."""

    grant_id: int


@dataclass(frozen=True)
class LeaveNew(Tap, code="lnew"):
    """Begin to enter leave for the holder of a grant, 0 for oneself."""

    grant_id: int


@dataclass(frozen=True)
class LeaveDay(Tap, code="lday"):
    """Answer the form's question with so many days from the day it counts from; -1 to type a day."""

    step: str
    days: int


@dataclass(frozen=True)
class LeaveSure(Tap, code="lsure"):
    """Yes, enter this leave. The days, packed, are with it so that an old button enters no other."""

    first: int
    last: int


@dataclass(frozen=True)
class LeaveEnd(Tap, code="lend"):
    """Be back early, or call off a leave; `sure` is 0 for the question and 1 for the answer."""

    leave_id: int
    sure: int


@dataclass(frozen=True)
class RevokeRole(Tap, code="revoke"):
    """Take a role back; `sure` is 0 for the question and 1 for the answer."""

    grant_id: int
    sure: int


@dataclass(frozen=True)
class BindDesk(Tap, code="bind"):
    """Let the cards of a center's desk go to the group this is tapped in."""

    unit_id: int
    role: str


@dataclass(frozen=True)
class FreeDesk(Tap, code="free"):
    """Let a desk's cards go to private chats again; `sure` is 0 for the question and 1 for the answer."""

    group_id: int
    sure: int


@dataclass(frozen=True)
class LookAt(Tap, code="look"):
    """Look over a unit: its counts (part ""), or a page of a list: late, unowned, risen, centers."""

    unit_id: int
    part: str
    page: int


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


@dataclass(frozen=True)
class Calling(Tap, code="calling"):
    """Look at a call, or say what came of it: open, agreed, stop, stopped, never, unreached."""

    action: str
    task_id: int
