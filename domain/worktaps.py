"""What the buttons of whoever has a role mean: roles, duty, leave, groups, calls, doing things together."""

from __future__ import annotations

from dataclasses import dataclass

from domain.tap import Tap


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
class Calling(Tap, code="calling"):
    """Look at a call, or say what came of it: open, agreed, stop, stopped, never, unreached."""

    action: str
    task_id: int
