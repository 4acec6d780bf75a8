"""Telling at the door whom no message reaches: who is asked to go, and what becomes of a household."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from domain.tasks import ASKS_A_WEEK
from domain.volunteers import Part, Profile

SHARE = 8
"""Households one person has on their list at once: as many doors as an hour has."""
WAVE = 4
"""How many are asked at once."""
TRIES = 2
"""After so many times that nobody was there the clerk hears of it, and nobody is sent there again."""
_NOON, _EVENING = time(13), time(18)


@dataclass(frozen=True)
class Pace:
    """How long things take for a notice.

    pause     how long a wave has to answer before the next is asked
    short     after how long without anybody the author hears that nobody goes there
    again     after how long somebody goes again to where nobody was
    patience  how long whoever has agreed may say nothing before somebody else is asked
    """

    pause: timedelta
    short: timedelta
    again: timedelta
    patience: timedelta


_CALM = Pace(timedelta(minutes=30), timedelta(hours=2), timedelta(hours=3), timedelta(hours=24))
_URGENT = Pace(timedelta(minutes=5), timedelta(minutes=20), timedelta(minutes=30), timedelta(hours=2))


def pace(*, urgent: bool) -> Pace:
    """How long things take for a notice that is urgent, or can wait."""
    return _URGENT if urgent else _CALM


class Door(StrEnum):
    """What has become of a household that is told at its door."""

    OPEN = "open"
    TAKEN = "taken"
    NOBODY = "nobody"
    TOLD = "told"
    MOVED = "moved"


PENDING = frozenset({Door.OPEN, Door.TAKEN, Door.NOBODY})
"""It has still to be told."""


class Standing(StrEnum):
    """How a household stands to a notice that is for it: each is in exactly one of these."""

    READ = "read"
    TOLD = "told"
    MOVED = "moved"
    NOBODY = "nobody"
    TAKEN = "taken"
    OPEN = "open"
    SPARED = "spared"
    """All accounts in it have said that they do not want notices of this kind."""
    WAITING = "waiting"
    """It can still be read, and nobody is sent there."""


NOT_YET = frozenset({Standing.NOBODY, Standing.TAKEN, Standing.OPEN, Standing.WAITING})
"""Neither reached, nor spared, nor away for good."""


def standing(*, read: bool, door: str | None, spared: bool) -> Standing:
    """How a household stands; `door` is what became of it if it is told at its door. One that has read it
    counts as that, whatever else there was."""
    if read:
        return Standing.READ
    if door is not None:
        return Standing(door)
    return Standing.SPARED if spared else Standing.WAITING


@dataclass(frozen=True)
class Goer:
    """Somebody who could be asked to go to a natural village.

    profile  what they offer as a volunteer; None for whoever has an office: it is their work
    asked    how often they were asked for anything in the last seven days
    """

    id: int
    village_id: int | None
    profile: Profile | None = None
    asked: int = 0


def part_of_day(at: datetime, zone: str) -> Part:
    """The part of the day it is there."""
    clock = at.astimezone(ZoneInfo(zone)).time()
    return Part.MORNING if clock < _NOON else Part.AFTERNOON if clock < _EVENING else Part.EVENING


def may_be_asked(one: Goer, village_id: int | None, at: datetime, zone: str, *, urgent: bool) -> bool:
    """Whether somebody is asked: a volunteer goes there, is free now, and was not asked too often. When it
    is urgent only where they go counts; whoever has an office can always be asked."""
    if one.profile is None:
        return True
    if not one.profile.goes_to(village_id):
        return False
    local = at.astimezone(ZoneInfo(zone)).date()
    return urgent or (one.asked < ASKS_A_WEEK and one.profile.is_free(local, part_of_day(at, zone)))


def neighbours_first(
    goers: Iterable[Goer], village_id: int | None, at: datetime, zone: str, *, urgent: bool
) -> list[Goer]:
    """Those who may be asked, in the order they are: neighbours, then whoever was asked least; a volunteer
    before somebody with an office, who has other things to do."""
    found = [one for one in goers if may_be_asked(one, village_id, at, zone, urgent=urgent)]

    def turn(one: Goer) -> tuple[bool, bool, int, int]:
        near = village_id is not None and one.village_id == village_id
        return not near, one.profile is None, one.asked, one.id

    return sorted(found, key=turn)
