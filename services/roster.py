"""The roster import: what a file would change, and changing it, in one transaction.

Nobody is ever deleted: who is missing from a file is only counted. A column that the file does not have
changes nothing; an empty cell of a column that it has empties what was known.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from domain.roster import Roster, RosterHousehold, RosterPerson
from storage import people, units
from storage.people import Household, Person, name_key, phone_key
from storage.transaction import Tx

__all__ = ["Counts", "Outcome", "bring"]


@dataclass
class Counts:
    """How many were new, changed, the same, or in the database but not in the file."""

    new: int = 0
    changed: int = 0
    same: int = 0
    absent: int = 0


@dataclass
class Outcome:
    """What an import did, or would do."""

    households: Counts = field(default_factory=Counts)
    persons: Counts = field(default_factory=Counts)


async def bring(tx: Tx, center_id: int, roster: Roster, *, apply: bool) -> Outcome:
    """Compare a roster with the database; with `apply`, write what is new and what has changed."""
    import_ = _Import(tx, center_id, roster.columns, apply)
    await import_.load()
    pairs = [(said, import_.household(said)) for said in roster.households.values()]
    await import_.write()
    for said, row in pairs:
        for person in said.persons:
            import_.person(person, row)
    await import_.write()
    import_.count_absent()
    return import_.outcome


class _Import:
    def __init__(self, tx: Tx, center_id: int, columns: frozenset[str], apply: bool) -> None:
        self._tx = tx
        self._center_id = center_id
        self._columns = columns
        self._apply = apply
        self._made: list[Household | Person] = []
        self._used: set[int] = set()
        self.outcome = Outcome()

    async def load(self) -> None:
        """Read what the database knows of the center."""
        self._villages = {row.name: row.id for row in await units.villages(self._tx, self._center_id)}
        self._households = await people.households(self._tx, self._center_id)
        self._persons: dict[int, list[Person]] = {}
        for person in (await people.persons(self._tx, self._center_id)).values():
            self._persons.setdefault(person.household_id, []).append(person)

    async def write(self) -> None:
        """Write what is new, so that it has ids."""
        if self._apply:
            await people.add_all(self._tx, self._made)
        self._made = []

    def household(self, said: RosterHousehold) -> Household:
        """The row of a household, found or made."""
        row = self._households.get(said.code)
        wanted: dict[str, Any] = {
            "village_id": self._villages[said.village] if said.village else None,
            "tags": list(said.tags),
        }
        if row is None:
            row = Household(center_id=self._center_id, code=said.code, **wanted)
            self._made.append(row)
            self.outcome.households.new += 1
            return row
        self._used.add(id(row))
        named = {"village_id": "village", "tags": "household_tags"}
        wanted = {column: wanted[column] for column, field in named.items() if field in self._columns}
        self._change(row, wanted, self.outcome.households)
        return row

    def person(self, said: RosterPerson, household: Household) -> None:
        """Find or make the row of a person of this household."""
        row = self._find(said, household)
        wanted = self._wanted(said)
        if row is None:
            wanted.setdefault("code", name_key(said.name))
            self._made.append(Person(center_id=self._center_id, household_id=household.id, **wanted))
            self.outcome.persons.new += 1
            return
        self._used.add(id(row))
        self._change(row, wanted, self.outcome.persons)

    def _find(self, said: RosterPerson, household: Household) -> Person | None:
        """Who this is: by number, else by name; a number given later belongs to the one of that name."""
        known = [row for row in self._persons.get(household.id, []) if id(row) not in self._used]
        key = name_key(said.name)
        exact = [row for row in known if row.code == (said.code or key)]
        named = [row for row in known if row.name_key == key and (not said.code or row.code == key)]
        return exact[0] if exact else named[0] if len(named) == 1 else None

    def _wanted(self, said: RosterPerson) -> dict[str, Any]:
        """The columns of a person's row that the file speaks of."""
        wanted: dict[str, Any] = {"name": said.name, "name_key": name_key(said.name)}
        if said.code:
            wanted["code"] = said.code
        if "phone" in self._columns:
            wanted |= {"phone": said.phone, "phone_key": phone_key(said.phone) if said.phone else None}
        if "sex" in self._columns:
            wanted["sex"] = said.sex
        if "birth" in self._columns:
            wanted["birth_year"] = said.birth_year
        if "tags" in self._columns:
            wanted["tags"] = list(said.tags)
        return wanted

    def _change(self, row: Household | Person, wanted: dict[str, Any], counts: Counts) -> None:
        changed = {column: value for column, value in wanted.items() if getattr(row, column) != value}
        counts.changed += bool(changed)
        counts.same += not changed
        if self._apply:
            for column, value in changed.items():
                setattr(row, column, value)

    def count_absent(self) -> None:
        """Count who is known but not in the file."""
        everybody = [person for persons in self._persons.values() for person in persons]
        self.outcome.households.absent = sum(id(row) not in self._used for row in self._households.values())
        self.outcome.persons.absent = sum(id(row) not in self._used for row in everybody)
