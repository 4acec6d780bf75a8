"""Where many people live: units, households, persons, their accounts, and who holds which role."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field
from random import Random
from typing import Any

from domain.catalogue import CATALOGUE
from domain.units import UnitSettings
from storage.people import name_key, phone_key
from tests.largedata.books import Books
from tests.largedata.pour import Sink

PER_CENTER, PER_TOWNSHIP = 660, 15
OFFICERS = 3
"""People who have a role at a township's office, or the county's."""
FIRST_ACCOUNT = 8_000_000_000
_FAMILY = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程"
_GIVEN = ("秀英", "建国", "玉兰", "志强", "桂芳", "海燕", "国平", "春梅", "德明", "小军", "美玲", "长福")
_SIDES = ("上", "下", "东", "西")


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody of the roster, and their account if they have one."""

    person_id: int
    village_id: int
    name: str
    account_id: int | None


@dataclass
class Place:
    """A center and its people; `desks` are the holders of each role, by account id."""

    id: int
    above: tuple[int, ...]
    serial: int
    villages: list[int] = field(default_factory=list)
    members: list[Member] = field(default_factory=list)
    registered: list[Member] = field(default_factory=list)
    desks: dict[str, list[int]] = field(default_factory=dict)
    requests: int = 0


async def places(sink: Sink, books: Books, residents: int) -> list[Place]:
    """The centers: those that are there already, and as many more as so many residents need."""
    known = await sink.read("SELECT id, kind, path, last_serial FROM org_unit ORDER BY id")
    found = [Place(one, _ids(path)[:-1], serial) for one, kind, path, serial in known if kind == "center"]
    for place in found:
        query = f"SELECT id FROM natural_village WHERE center_id = {place.id} ORDER BY id"
        place.villages = [one for (one,) in await sink.read(query)]
    county = next((one for one, kind, *_ in known if kind == "county"), None)
    if county is None:
        county = _unit(books, "county", ())
    township = 0
    for number in range(max(3, residents // PER_CENTER) - len(found)):
        if number % PER_TOWNSHIP == 0:
            township = _unit(books, "township", (county,))
        found.append(_center(books, (county, township)))
    return found


def _ids(path: str) -> tuple[int, ...]:
    return tuple(int(one) for one in path.strip("/").split("/"))


_SETTINGS = json.dumps(UnitSettings().model_dump(mode="json"))


def _unit(books: Books, kind: str, above: tuple[int, ...]) -> int:
    unit_id = books.id("org_unit")
    path = "".join(f"/{one}" for one in (*above, unit_id)) + "/"
    parent = above[-1] if above else None
    name = f"{_FAMILY[unit_id % len(_FAMILY)]}家{unit_id}"
    books.rows("org_unit").append(
        (unit_id, f"large-{unit_id}", kind, parent, path, name, _SETTINGS, 99, books.at(hours=20))
    )
    return unit_id


def _center(books: Books, above: tuple[int, ...]) -> Place:
    place = Place(_unit(books, "center", above), above, 99)
    for position, side in enumerate(_SIDES):
        village_id = books.id("natural_village")
        books.rows("natural_village").append((village_id, place.id, f"{side}{place.id}", True, position))
        place.villages.append(village_id)
    return place


class Register:
    """Puts people into a county, two thirds of them with an account."""

    def __init__(self, books: Books, rng: Random, bot_id: int) -> None:
        self._books = books
        self._rng = rng
        self._bot_id = bot_id
        self._names = [(name, name_key(name)) for name in (f + g for f in _FAMILY for g in _GIVEN)]
        self._account = FIRST_ACCOUNT
        self._officers: Counter[int] = Counter()

    def people(self, place: Place, many: int) -> None:
        """So many residents of a center, in households of one to six."""
        while many > 0:
            size = min(many, self._rng.randint(1, 6))
            self._household(place, size)
            many -= size

    def _household(self, place: Place, size: int) -> None:
        books, rng = self._books, self._rng
        household_id, village_id = books.id("household"), rng.choice(place.villages)
        books.rows("household").append((household_id, place.id, village_id, f"L{household_id}", "[]"))
        for position in range(size):
            name, key = rng.choice(self._names)
            person_id = books.id("person")
            account_id = self._open_account(place) if rng.random() < 0.66 else None
            phone = f"139{person_id:08}"
            row: tuple[Any, ...] = (person_id, place.id, household_id, f"{position}", books.secret(name), key)
            row += (
                books.secret("13900000000"),
                phone_key(phone),
                rng.choice("mf"),
                rng.randint(1935, 2015),
                "[]",
            )
            books.rows("person").append(row)
            member = Member(person_id, village_id, name, account_id)
            place.members.append(member)
            if account_id is not None:
                place.registered.append(member)
                self._join(place, member, account_id)

    def _open_account(self, place: Place) -> int:
        self._account += 1
        past = self._books.past
        row = (
            self._account,
            self._bot_id,
            "zh-Hans",
            self._rng.random() < 0.98,
            place.id,
            None,
            None,
            past[-1],
        )
        self._books.rows("account").append(row)
        return self._account

    def _join(self, place: Place, member: Member, account_id: int) -> None:
        books, at = self._books, self._books.past[-1]
        name = books.secret(member.name)
        row = (account_id, place.id, member.village_id, member.person_id, name, at, at)
        books.rows("membership").append(row)
        if self._rng.random() < 0.02:
            books.rows("dialogue").append((account_id, "intake", books.secret({}), self._books.past[1]))

    def roles(self, place: Place) -> None:
        """Two people at each desk, one on duty each half of the week; one of them is away now."""
        apart = ("villager", "township", "county")
        willing = iter(self._rng.sample(place.registered, min(40, len(place.registered))))
        for role in CATALOGUE.roles:
            if role.code not in apart:
                held = [one.account_id for one in (next(willing, None), next(willing, None)) if one]
                place.desks[role.code] = [one for one in held if one is not None]
                for number, account_id in enumerate(place.desks[role.code]):
                    self._grant(account_id, place.id, role.code, number)
        away, books = place.desks["clerk"][0], self._books
        days = (books.at(days=-1), books.at(days=4), books.past[24])
        books.rows("leave").append((books.id("leave"), away, place.id, *days, away, books.past[72]))

    def offices(self, place: Place) -> None:
        """The people of the county and township above a center, a few each, who live there."""
        for unit_id, role in zip(place.above, ("county", "township"), strict=True):
            self._officers[unit_id] += 1
            if self._officers[unit_id] > OFFICERS:
                continue
            account_id = self._rng.choice(place.registered).account_id
            assert account_id is not None
            self._grant(account_id, unit_id, role, None)

    def _grant(self, account_id: int, unit_id: int, role: str, half: int | None) -> None:
        grant_id = self._books.id("role_grant")
        row = (grant_id, account_id, unit_id, role, self._books.past[-1])
        self._books.rows("role_grant").append(row)
        if half is not None:
            days = range(4) if half == 0 else range(4, 7)
            self._books.rows("duty_day").extend((grant_id, day) for day in days)
