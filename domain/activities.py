"""Activities: what people sign up for, as their organiser means it, and which of them meet in time."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from datetime import datetime, timedelta
from typing import Annotated, Literal, Self

from pydantic import AwareDatetime, Field, StringConstraints, model_validator

from domain.catalogue import CATALOGUE
from domain.lending import MOST_DAYS
from domain.messages import Content, Value
from domain.night import awake
from domain.openhours import Hours

MOST_TAGS = 20
"""Tags by which one activity or notice is narrowed."""
LONGEST_TITLE = 40
LONGEST_LINE = 300
"""Characters of what an activity is about, where it is, or what to bring."""
MOST_SEATS = 2000
MOST_SESSIONS = 30
MOST_TIMES = 60
"""Times to choose from that one activity offers."""
MOST_COST = 1_000_000
"""Fen: ten thousand yuan."""
LASTS = timedelta(hours=2)
"""How long a session is when nobody says how long."""
LONGEST = timedelta(hours=24)
NEAR = timedelta(hours=12)
"""What is so near cannot wait until the morning."""
FURTHEST = timedelta(days=183)
"""How far ahead one can be made: a day that has just passed, without a year, would be the next year's."""

_QUOTED = str.maketrans("《》", "〈〉")
Line = Annotated[str, StringConstraints(strip_whitespace=True, max_length=LONGEST_LINE)]
Title = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST_TITLE)]
State = Literal["open", "called-off", "over"]


def entitled(words: str) -> str:
    """A title as it is kept: it stands between 《》, so it has none around it, and what it quotes is in 〈〉
    (GB/T 15834-2011, 4.15)."""
    whole = re.fullmatch("《([^《》]+)》", words)
    return whole[1] if whole else words.translate(_QUOTED)


class ForWhom(Value):
    """Whom an activity is for: those of these natural villages, of this sex, and who have, or whose household
    has, one of these tags. What is not said leaves nobody out."""

    villages: tuple[int, ...] = ()
    sex: Literal["f", "m"] | None = None
    tags: tuple[str, ...] = Field(default=(), max_length=MOST_TAGS)

    @property
    def everybody(self) -> bool:
        """Whether nobody is left out."""
        return not (self.villages or self.sex or self.tags)

    def bars(self, *, village: int | None, sex: str | None, tags: Collection[str] | None) -> bool:
        """Whether somebody is known not to be meant; None stands for what is not known, and bars nobody."""
        if self.villages and village is not None and village not in self.villages:
            return True
        if self.sex and sex is not None and sex != self.sex:
            return True
        return bool(self.tags and tags is not None and not {*self.tags} & {*tags})


class Session(Value):
    """One meeting of an activity; `place` only where it is not the activity's own."""

    starts_at: AwareDatetime
    ends_at: AwareDatetime
    place: Line = ""

    @model_validator(mode="after")
    def _forward(self) -> Self:
        if not timedelta() < self.ends_at - self.starts_at <= LONGEST:
            raise ValueError(f"a session from {self.starts_at} to {self.ends_at}")
        return self

    def meets(self, other: Session) -> bool:
        """Whether nobody can be at both. One that begins as the other ends does not meet it."""
        return self.starts_at < other.ends_at and other.starts_at < self.ends_at


class Plan(Value):
    """An activity as its organiser means it: everything but where in the queue people stand.

    sessions         of an activity with seats: all of them are one course; with times: one to choose each;
                     none for what is lent
    seats            of the whole, or of each time, or how many of it there are to lend; None: no limit
    cost             fen
    closes_at        until when one can sign up; None: until it begins
    household_limit  how many of one household; None: no limit
    certificate      whether whoever was there gets one
    hours            of a room whose times go on from day to day: it has no sessions of its own
    days             for how long it is lent; None: as usual for its kind
    """

    kind: str
    title: Title
    about: Line = ""
    place: Line = ""
    bring: Line = ""
    cost: int = Field(default=0, ge=0, le=MOST_COST)
    picture: Content | None = None
    whom: ForWhom = ForWhom()
    sessions: tuple[Session, ...] = ()
    seats: int | None = Field(default=None, ge=1, le=MOST_SEATS)
    closes_at: AwareDatetime | None = None
    household_limit: int | None = Field(default=None, ge=1, le=20)
    certificate: bool = False
    hours: Hours | None = None
    days: int | None = Field(default=None, ge=1, le=MOST_DAYS)

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if self.kind not in [one.code for one in CATALOGUE.activities]:
            raise ValueError(f"no kind of activity: {self.kind}")
        form = self.form
        most = {"seats": MOST_SESSIONS, "times": MOST_TIMES, "loan": 0}[form]
        if len(self.sessions) > most or (form != "loan" and not self.sessions and self.hours is None):
            raise ValueError(f"{len(self.sessions)} sessions of {form}")
        if list(self.sessions) != sorted(self.sessions, key=lambda one: one.starts_at):
            raise ValueError("sessions are in their order")
        if form == "seats" and any(one.meets(next_) for one, next_ in self._neighbours()):
            raise ValueError("two sessions at one time")
        if form == "loan" and self.seats is None:
            raise ValueError("how many there are to lend has to be known")
        if self.hours is not None and (form != "times" or self.sessions or self.seats is None):
            raise ValueError("times go on, each for so many, or they are these")
        if self.days is not None and form != "loan":
            raise ValueError("only what is lent has days")
        return self

    def _neighbours(self) -> Iterable[tuple[Session, Session]]:
        return zip(self.sessions, self.sessions[1:], strict=False)

    @property
    def form(self) -> str:
        """How one signs up: seats, times to choose from, or a loan."""
        return CATALOGUE.activity(self.kind).form

    @property
    def manner(self) -> str:
        """How having a place in it is spoken of: seats (one has signed up), times (a time of a day is kept),
        goes-on (a room is booked), loan."""
        return CATALOGUE.activity(self.kind).making

    @property
    def lasts(self) -> int:
        """For how many days it is lent; 0 for what is not lent."""
        return self.days or CATALOGUE.activity(self.kind).days or 0

    @property
    def starts_at(self) -> datetime | None:
        """When it begins; None for what is lent, and for a room whose times go on."""
        return self.sessions[0].starts_at if self.sessions else None

    @property
    def signs_until(self) -> datetime | None:
        """Until when one can sign up: until it begins, or the last of the times to choose does; None when
        nothing ends it."""
        begins = self.sessions[-1].starts_at if self.form == "times" and self.sessions else self.starts_at
        return min((one for one in (begins, self.closes_at) if one is not None), default=None)

    @property
    def ends_at(self) -> datetime | None:
        """When all of it is over."""
        return max((one.ends_at for one in self.sessions), default=None)


def meet(some: Collection[Session], others: Collection[Session]) -> bool:
    """Whether nobody can be at all of both."""
    return any(one.meets(other) for one in some for other in others)


def held(sessions: Collection[Session], now: datetime) -> tuple[Session, ...]:
    """Those that have begun: what has been cannot be changed any more."""
    return tuple(one for one in sessions if one.starts_at <= now)


def told_at(now: datetime, starts: Iterable[datetime], zone: str) -> datetime:
    """When people hear that it is not as they think: at once if one of these is near, else not at night."""
    near = any(timedelta() < one - now <= NEAR for one in starts)
    return now if near else awake(now, zone)


def moved(before: Plan, after: Plan) -> bool:
    """Whether so much has changed that whoever has signed up is asked whether they still come: the place, or
    a time. Whoever borrows something does not come to anything."""
    if after.form == "loan":
        return False
    return before.place != after.place or before.sessions != after.sessions
