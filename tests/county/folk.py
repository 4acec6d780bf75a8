"""Who lives there: villagers and those with a role, each with habits of their own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from random import Random

from domain.catalogue import CATALOGUE
from domain.escalation import roles_at
from domain.units import Center, County

VILLAGERS = 20
_FAMILY = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"
_GIVEN = ("秀英", "建国", "桂兰", "志强", "小军", "丽", "国强", "敏", "秋月", "大山", "玉梅", "春生")
_FIRST_ID = 5_000_000_000


@dataclass(frozen=True)
class Habits:
    """How somebody with a role goes about it.

    takes    the chance that they take what a card or a reminder offers them
    minutes  how long they need to get to anything, from and to
    works    the chance that they set to work on what they took, instead of forgetting it
    heeds    the chance that a nudge or a question moves them
    """

    takes: float
    minutes: tuple[int, int]
    works: float
    heeds: float


DILIGENT = Habits(0.95, (5, 90), 0.97, 0.95)
SLOW = Habits(0.7, (120, 1500), 0.85, 0.7)
FORGETFUL = Habits(0.85, (10, 240), 0.25, 0.4)
CARELESS = Habits(0.0, (5, 5), 0.0, 0.0)
_ALL_HABITS = (DILIGENT, SLOW, FORGETFUL, CARELESS)


@dataclass(frozen=True)
class Helping:
    """How a volunteer goes about it.

    answers  the chance that they answer when they are asked
    agrees   the chance that the answer is yes
    comes    the chance that they go where they have promised to
    says     the chance that they say so in time when they do not
    """

    answers: float
    agrees: float
    comes: float
    says: float


WILLING = Helping(0.95, 0.9, 0.95, 0.8)
CHOOSY = Helping(0.9, 0.3, 0.95, 0.9)
SILENT = Helping(0.1, 0.5, 0.8, 0.5)
FICKLE = Helping(0.95, 0.9, 0.35, 0.5)
WAYS = (WILLING, CHOOSY, SILENT, FICKLE)
HOW_MANY_ARE = (50, 15, 15, 20)


@dataclass
class Person:
    """One account. `roles` are (unit, role) by code; the other fields change as their days go by."""

    id: int
    name: str
    center: str
    habits: Habits
    rng: Random
    roles: list[tuple[str, str]] = field(default_factory=list)
    person_id: int | None = None
    """The same human on the center's roster."""
    has_blocked: bool = False
    """They have blocked the bot; whether the bot knows it is another matter."""
    is_known_gone: bool = False
    away_until: datetime | None = None
    helps: Helping | None = None
    """How they help, if they have offered to."""
    busy_with: set[tuple[str, int]] = field(default_factory=set)
    """What they mean to do already: (what, request)."""
    said: int = 0

    @property
    def phone(self) -> str:
        """A mobile number of their own."""
        return f"+86139{self.id - _FIRST_ID:08}"

    def is_away(self, at: datetime) -> bool:
        """Whether they are on holiday and look at nothing."""
        return self.away_until is not None and at < self.away_until


class Folk:
    """Everybody, by account and by center; and the tree they live in, by code."""

    def __init__(self, county: County, rng: Random) -> None:
        self.by_id: dict[int, Person] = {}
        self.county = county
        self.above = {
            center.code: (township.code, county.code)
            for township in county.townships
            for center in township.centers
        }
        for township in county.townships:
            for center in township.centers:
                for _ in range(VILLAGERS):
                    self._add(center.code, rng)
                self._staff(center, rng)
            for _ in range(rng.randint(1, 2)):
                self._add(township.centers[0].code, rng, [(township.code, "township")])
        first = county.townships[0].centers[0].code
        for _ in range(2):
            self._add(first, rng, [(county.code, "county")], DILIGENT)

    def stranger(self, center: str, rng: Random) -> Person:
        """Somebody whom the center does not know, though they live there."""
        return self._add(center, rng)

    def can_read(self, account_id: int) -> bool:
        """Whether what is sent to an account comes before anybody's eyes."""
        return not self.by_id[account_id].has_blocked

    def has_role(self, account_id: int, center: str) -> bool:
        """Whether somebody has any role at a center or above it."""
        places = {center, *self.above[center]}
        return any(unit in places for unit, _ in self.by_id[account_id].roles)

    def of(self, center: str) -> list[Person]:
        """Everybody of one center."""
        return [one for one in self.by_id.values() if one.center == center]

    def _add(
        self,
        center: str,
        rng: Random,
        roles: list[tuple[str, str]] | None = None,
        habits: Habits | None = None,
    ) -> Person:
        account_id = _FIRST_ID + len(self.by_id) + 1
        person = Person(
            id=account_id,
            name=rng.choice(_FAMILY) + rng.choice(_GIVEN) + str(account_id % 1000),
            center=center,
            habits=habits or rng.choices(_ALL_HABITS, (60, 20, 12, 8))[0],
            rng=Random(rng.getrandbits(64)),
            roles=roles or [],
        )
        self.by_id[account_id] = person
        return person

    def _staff(self, center: Center, rng: Random) -> None:
        """Desks with nobody, one or two; some people hold several roles; not every center has a deputy."""
        team: list[Person] = []
        desks = dict.fromkeys(line.desk for line in CATALOGUE.lines)
        wanted = [(desk, rng.choices((0, 1, 2), (15, 60, 25))[0]) for desk in desks]
        wanted += [("clerk", int(rng.random() < 0.9)), ("director", 1), ("deputy", int(rng.random() < 0.6))]
        for role, count in wanted:
            for person in _some(team, count, rng):
                person = person or self._add(center.code, rng)
                person.roles.append((center.code, role))
                if person not in team:
                    team.append(person)

    def able(self, center: str, line: str, apart: set[int], at: datetime) -> Iterator[Person]:
        """Everybody who could be asked to take a request of this line, at any step, but those."""
        steps = ("desk", "clerk", "director", "deputy")
        places = {(center, role) for step in steps for role in roles_at(step, line)}
        places |= set(zip(self.above[center], ("township", "county"), strict=True))
        for person in self.by_id.values():
            is_there = not person.is_known_gone and not person.is_away(at)
            if is_there and person.id not in apart and places & set(person.roles):
                yield person


def _some(team: list[Person], count: int, rng: Random) -> list[Person | None]:
    """So many different people: of the team now and then, else newcomers (None)."""
    known = rng.sample(team, min(count, len(team)))
    return [known.pop() if known and rng.random() < 0.3 else None for _ in range(count)]
