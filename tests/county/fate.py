"""What the days bring: who asks when, and who leaves, comes back, goes on holiday or changes roles."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial
from random import Random
from typing import TYPE_CHECKING

from domain.catalogue import CATALOGUE
from domain.volunteers import Step
from tests.county.folk import HOW_MANY_ARE, WAYS, Person
from tests.county.place import by_day, whole

if TYPE_CHECKING:
    from tests.county.life import Life

URGENT = 0.02
SO_MANY_DAYS = 60
LEAVES, RETURNS, HOLIDAY = 0.06, 0.6, 0.3
"""The chances that somebody leaves within so many days, then returns, and that they go on holiday."""
HELPERS = (7, 11)
PROPOSES = 4
RESTS, STOPS_HELPING, IS_SUSPENDED = 0.3, 0.1, 0.05
"""The chances that a volunteer rests, leaves the association, or is told not to help for now."""


def befalls(life: Life, start: datetime, days: int, requests: float) -> None:
    """Plan everything that comes from outside, for so many days and requests a day and center."""
    for center in life.folk.above:
        _needs(life, center, start, days, requests)
        _changes(life, center, start, days)
    for person in list(life.folk.by_id.values()):
        if person.rng.random() < days / SO_MANY_DAYS:
            _comings_and_goings(life, person, start, days)
    for center in life.folk.above:
        _volunteers(life, center, start, days)
        _pairs(life, center, start, days)


def _needs(life: Life, center: str, start: datetime, days: int, requests: float) -> None:
    rng, people = life.rng, life.folk.of(center)
    at = start + timedelta(days=rng.expovariate(requests))
    while at < start + timedelta(days=days):
        is_urgent = rng.random() < URGENT
        is_stranger = is_urgent and rng.random() < 0.2
        who = life.folk.stranger(center, rng) if is_stranger else rng.choice(people)
        when = whole(at, 1) if is_urgent else whole(by_day(at, rng), 5)
        life.plan(who, when, partial(life.deeds.ask, urgently=is_urgent), even_if_gone=rng.random() < 0.5)
        at += timedelta(days=rng.expovariate(requests))


def _changes(life: Life, center: str, start: datetime, days: int) -> None:
    """Now and then a director gives somebody a role, or takes one back."""
    rng, people = life.rng, life.folk.of(center)
    director = next(one for one in people if (center, "director") in one.roles)
    for _ in range(rng.randint(0, round(2 * days / SO_MANY_DAYS))):
        desk = rng.choice(CATALOGUE.lines).desk
        give = partial(life.deeds.give_role, other=rng.choice(people), role=desk)
        life.plan(director, _some_day(rng, start, days), rng.choice((give, life.deeds.take_role_back)))


def _comings_and_goings(life: Life, who: Person, start: datetime, days: int) -> None:
    rng = life.rng
    if rng.random() < LEAVES:
        at = _some_day(rng, start, days)
        life.plan(who, at, rng.choice((life.deeds.leave_chat, life.deeds.fall_silent)))
        if rng.random() < RETURNS:
            back = at + timedelta(days=rng.randint(1, 20))
            life.plan(who, back, life.deeds.come_back, even_if_gone=True)
    if rng.random() < HOLIDAY:
        at = _some_day(rng, start, days)
        until = at + timedelta(days=rng.randint(2, 10))
        life.plan(who, at, partial(life.deeds.go_on_holiday, until=until))


def _volunteers(life: Life, center: str, start: datetime, days: int) -> None:
    """Some villagers offer help on the first day; later some of them rest, leave, or are told to stop."""
    rng, helping = life.rng, life.helping
    villagers = [one for one in life.folk.of(center) if not one.roles]
    for who in rng.sample(villagers, rng.randint(*HELPERS)):
        who.helps = rng.choices(WAYS, HOW_MANY_ARE)[0]
        life.plan(who, _some_day(rng, start, min(days, 1)), helping.offer)
        if rng.random() < RESTS * days / SO_MANY_DAYS:
            at = _some_day(rng, start, days)
            life.plan(who, at, partial(helping.change, step=Step.PAUSE))
            life.plan(who, at + timedelta(days=rng.randint(1, 14)), partial(helping.change, step=Step.RESUME))
        if rng.random() < STOPS_HELPING * days / SO_MANY_DAYS:
            life.plan(who, _some_day(rng, start, days), partial(helping.change, step=Step.LEAVE))
        if rng.random() < IS_SUSPENDED * days / SO_MANY_DAYS:
            officer = next(one for one in life.folk.of(center) if (center, "director") in one.roles)
            life.plan(officer, _some_day(rng, start, days), partial(helping.suspend, other=who))


def _pairs(life: Life, center: str, start: datetime, days: int) -> None:
    """Whoever looks after the association finds helpers for some households, in the first weeks."""
    for who in life.folk.of(center):
        if {(center, "assistance"), (center, "director")} & {*who.roles}:
            for _ in range(PROPOSES):
                at = start + timedelta(days=1)
                life.plan(who, _some_day(life.rng, at, max(1, days // 3)), life.pairing.propose)


def _some_day(rng: Random, start: datetime, days: int) -> datetime:
    return whole(by_day(start + timedelta(days=rng.uniform(0, days)), rng), 5)
