"""Tasks offered to volunteers: who is asked first, how the waves go out, and what becomes of a seat."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from domain.leave import Span
from domain.officetime import local_day
from domain.volunteers import Part, Profile

MOST_SEATS = 20
"""More hands than this are an activity to sign up for, not a task."""
FURTHEST = 60
"""Days ahead of which a task can be: further off nobody knows whether they will have time."""
ASKS_A_WEEK = 3
"""How often one person is asked in seven days: whoever is asked every day stops reading."""
PAUSE = timedelta(minutes=30)
"""How long a wave has to answer before the next goes out."""
HURRY = timedelta(minutes=10)
"""The same when it begins within three hours."""
SOON = timedelta(hours=3)
QUIET_FROM, QUIET_TO = time(21), time(7)
"""Local time in which nobody is asked."""
NUDGE_AFTER = timedelta(minutes=30)
"""So long after the beginning whoever has not set out is asked whether they come."""
MISSED_AFTER = timedelta(minutes=60)
"""And so long after it their seat goes to somebody else."""
ASK_DONE_AFTER = timedelta(hours=2)
"""After the end, whoever was there and has not said that it is done is asked."""
DONE_AFTER = timedelta(hours=24)
"""After the end it counts as done by itself: nobody is chased for a tick."""
_HOURS = {Part.MORNING: (8, 12), Part.AFTERNOON: (14, 18), Part.EVENING: (19, 21)}
_EVE = time(19)
_KNOWN, _SAME_VILLAGE, _BUSY, _ASKED = 25, 30, 10, 5
"""People open the door to a neighbour, and to whom they know; work and questions are spread over many."""


class Seat(StrEnum):
    """What has become of one of the places of a task."""

    ACCEPTED = "accepted"
    ON_WAY = "on_way"
    THERE = "there"
    DONE = "done"
    RELEASED = "released"
    MISSED = "missed"
    CANCELLED = "cancelled"


OPEN_SEATS = frozenset({Seat.ACCEPTED, Seat.ON_WAY, Seat.THERE})
PROMISED = frozenset({Seat.ACCEPTED, Seat.ON_WAY})
"""Somebody is to come and is not there yet."""
TAKEN_SEATS = OPEN_SEATS | {Seat.DONE}
_LEADS_FROM: dict[Seat, frozenset[Seat]] = {
    Seat.ON_WAY: frozenset({Seat.ACCEPTED}),
    Seat.THERE: PROMISED,
    Seat.DONE: OPEN_SEATS,
    Seat.RELEASED: PROMISED,
    Seat.MISSED: frozenset({Seat.ACCEPTED}),
    Seat.CANCELLED: OPEN_SEATS,
}


class IllegalSeatError(ValueError):
    """This cannot become of a seat that is as it is."""


def becomes(target: Seat, state: Seat) -> Seat:
    """The state a seat goes to. Raises IllegalSeatError when it cannot from here."""
    if state not in _LEADS_FROM.get(target, ()):
        raise IllegalSeatError(f"{target} from {state}")
    return target


@dataclass(frozen=True)
class When:
    """The part of a local day at which help is wanted."""

    day: date
    part: Part

    def begins(self, zone: str) -> datetime:
        """The moment helpers are expected at."""
        return datetime.combine(self.day, time(_HOURS[self.part][0]), ZoneInfo(zone))

    def ends(self, zone: str) -> datetime:
        """The moment that part of the day is over."""
        return datetime.combine(self.day, time(_HOURS[self.part][1]), ZoneInfo(zone))

    def meets(self, span: Span, zone: str) -> bool:
        """Whether any of it lies in a span of time."""
        return self.begins(zone) < span.ends_at and self.ends(zone) > span.starts_at

    def is_over(self, now: datetime, zone: str) -> bool:
        """Whether it is too late to ask anybody for it."""
        return now >= self.ends(zone)


def choices(now: datetime, zone: str) -> list[When]:
    """The next parts of a day that can still be asked for: what is left of today, then tomorrow's."""
    today = local_day(now, zone)
    found = [When(today + timedelta(days=offset), part) for offset in (0, 1) for part in Part]
    return [one for one in found if not one.is_over(now, zone)]


@dataclass(frozen=True)
class Wanted:
    """What a task wants of whoever takes it."""

    when: When
    skill: str | None = None
    sex: str | None = None
    village_id: int | None = None


@dataclass(frozen=True)
class Candidate:
    """A volunteer as far as it matters for being asked.

    asked  how often in the last seven days; busy: seats they have taken and not finished;
    away   not there then, or somewhere else already; knows: has helped these people before
    """

    id: int
    profile: Profile
    village_id: int | None = None
    asked: int = 0
    busy: int = 0
    away: bool = False
    knows: bool = False


def suits(wanted: Wanted, one: Candidate) -> bool:
    """Whether somebody may be asked: they can do it, are free, go there, and were not asked too often."""
    offers = one.profile
    return (
        not one.away
        and one.asked < ASKS_A_WEEK
        and (wanted.skill is None or wanted.skill in offers.skills)
        and offers.may_be_asked(wanted.skill)
        and (wanted.sex is None or wanted.sex == offers.sex)
        and offers.goes_to(wanted.village_id)
        and offers.is_free(wanted.when.day, wanted.when.part)
    )


def best_first(wanted: Wanted, candidates: Iterable[Candidate]) -> list[Candidate]:
    """Those who suit, the best first: a neighbour, whoever knows them, whoever has the least to do."""

    def worth(one: Candidate) -> int:
        near = one.village_id is not None and one.village_id == wanted.village_id
        return near * _SAME_VILLAGE + one.knows * _KNOWN - one.busy * _BUSY - one.asked * _ASKED

    return sorted((one for one in candidates if suits(wanted, one)), key=lambda one: (-worth(one), one.id))


def wave(free_seats: int) -> int:
    """How many are asked at once for so many free seats: some will not have time, and few should be told
    that it is covered."""
    return max(3, 2 * free_seats)


def next_wave(now: datetime, begins: datetime, zone: str) -> datetime:
    """When those who come next are asked, if there are seats left: not at night."""
    return awake(now + (HURRY if begins - now < SOON else PAUSE), zone)


def awake(at: datetime, zone: str) -> datetime:
    """The moment itself, or the next morning's if people sleep then."""
    local = at.astimezone(ZoneInfo(zone))
    if QUIET_TO <= local.time() < QUIET_FROM:
        return at
    day = local.date() + timedelta(days=local.time() >= QUIET_FROM)
    return datetime.combine(day, QUIET_TO, ZoneInfo(zone))


class Look(StrEnum):
    """Why the clock looks at a seat."""

    REMIND = "remind"
    NUDGE = "nudge"
    MISS = "miss"
    ASK_DONE = "ask_done"
    FINISH = "finish"


def next_look(
    state: Seat, when: When, zone: str, after: datetime, taken: datetime
) -> tuple[Look, datetime] | None:
    """What the clock does about a seat next, at a moment later than `after`; None when nothing.

    Whoever promised is reminded the evening before, and an hour ahead. Whoever promised when it had begun
    already has as long from then on (`taken`), but not beyond the end.
    """
    if state not in OPEN_SEATS:
        return None
    begins, ends = when.begins(zone), when.ends(zone)
    eve = datetime.combine(when.day - timedelta(days=1), _EVE, ZoneInfo(zone))
    expected = max(begins, taken)
    missed = min(expected + MISSED_AFTER, ends)
    waiting = [  # at the same moment the first counts: nobody is asked where they are when it is over
        (Look.MISS, missed),
        (Look.NUDGE, min(expected + NUDGE_AFTER, missed)),
        (Look.REMIND, eve if after < eve else begins - timedelta(hours=1)),
    ]
    there = [(Look.ASK_DONE, ends + ASK_DONE_AFTER), (Look.FINISH, ends + DONE_AFTER)]
    found = (one for one in (waiting if state is Seat.ACCEPTED else there) if one[1] > after)
    return min(found, key=lambda one: one[1], default=None)


def due_look(
    state: Seat, when: When, zone: str, since: datetime, now: datetime, taken: datetime
) -> Look | None:
    """What the clock does now about a seat that it should have looked at `since`: of what was slept through
    only the latest, nobody gets a reminder of yesterday."""
    found, after = None, since - timedelta(microseconds=1)
    while (look := next_look(state, when, zone, after, taken)) and look[1] <= now:
        found, after = look
    return found
