"""The roster of households and persons: from rows of a spreadsheet to what can be imported.

A row that has anything wrong is left out as a whole, and every reason is kept with its place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from domain import cells
from domain.cells import CellError, Why

COLUMNS: dict[str, tuple[str, ...]] = {
    "household": ("户号", "户编号", "家庭编号", "household", "household number"),
    "name": ("姓名", "名字", "name"),
    "person": ("人员编号", "人员号", "person", "person number"),
    "sex": ("性别", "sex", "gender"),
    "birth": ("出生年", "出生年份", "出生日期", "出生年月", "生日", "birth", "birth year", "date of birth"),
    "phone": ("电话", "手机", "手机号", "手机号码", "联系电话", "联系方式", "phone", "mobile"),
    "village": ("自然村", "村民小组", "小组", "组别", "village", "natural village"),
    "household_tags": ("户标签", "家庭标签", "户类型", "household tags"),
    "tags": ("标签", "人员标签", "tags", "person tags"),
}
"""What a column may be called. Spaces, "_", "-", "*" and anything in brackets do not matter."""

REQUIRED = ("household", "name")
HEADER_WITHIN = 10
"""The header is looked for in this many rows: there may be a title above it."""
_VILLAGE_ENDINGS = ("村民小组", "自然村", "小组", "组", "村")


class HeaderError(ValueError):
    """No row has the columns that are needed, or two columns mean the same."""


@dataclass(frozen=True)
class Problem:
    """Why a row is left out. `row` counts from 1 as spreadsheets do; `column` is the header as written."""

    row: int
    column: str
    why: Why
    value: str
    other_row: int | None = None


@dataclass(frozen=True)
class RosterPerson:
    """A person as a row describes them. `code` is "" if the roster does not number persons."""

    row: int
    code: str
    name: str
    sex: str | None = None
    birth_year: int | None = None
    phone: str | None = None
    tags: tuple[str, ...] = ()


@dataclass
class RosterHousehold:
    """A household as its rows describe it."""

    code: str
    row: int
    village: str | None = None
    tags: tuple[str, ...] = ()
    persons: list[RosterPerson] = field(default_factory=list)


@dataclass
class Roster:
    """What a file says: the households that can be imported, and what is wrong with the other rows."""

    columns: frozenset[str]
    ignored: tuple[str, ...]
    rows: int = 0
    households: dict[str, RosterHousehold] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


Row = Sequence[Any]
_T = TypeVar("_T")


def parse(rows: Iterable[Row], *, villages: Iterable[str], this_year: int) -> Roster:
    """Read the rows of a file; `villages` are the center's natural villages. Raises HeaderError."""
    numbered = enumerate(rows, 1)
    header = _header(numbered)
    reader = _Reader(header, {cells.text(village): village for village in villages}, this_year)
    for number, row in numbered:
        if any(cells.text(value) for value in row):
            reader.read(number, row)
    return reader.roster


def _header(numbered: Iterator[tuple[int, Row]]) -> dict[int, tuple[str | None, str]]:
    """The columns by position: which field each is (None for others), and the header as written."""
    for number, row in numbered:
        header = {at: (_field(value), cells.text(value)) for at, value in enumerate(row) if cells.text(value)}
        fields = [name for name, _ in header.values() if name]
        if twice := sorted({written for name, written in header.values() if name and fields.count(name) > 1}):
            raise HeaderError(f"Two columns mean the same: {', '.join(twice)}.")
        if set(REQUIRED) <= set(fields):
            return header
        if number == HEADER_WITHIN:
            break
    raise HeaderError("There is no row with the headers 户号 (household) and 姓名 (name).")


def _field(value: Any) -> str | None:
    plain = _plain(value)
    return next((name for name, words in COLUMNS.items() if plain in map(_plain, words)), None)


def _plain(value: Any) -> str:
    return re.sub(r"\(.*?\)|\[.*?\]|[\s_*:-]", "", cells.text(value).casefold())


class _Reader:
    """Reads rows one after the other into a roster."""

    def __init__(
        self, header: dict[int, tuple[str | None, str]], villages: dict[str, str], this_year: int
    ) -> None:
        self._at = {name: (at, written) for at, (name, written) in header.items() if name}
        self._villages = villages
        self._this_year = this_year
        self._seen: dict[tuple[str, str], RosterPerson] = {}
        ignored = tuple(written for name, written in header.values() if name is None)
        self.roster = Roster(frozenset(self._at), ignored)

    def read(self, number: int, row: Row) -> None:
        """Take one row in, or note everything that is wrong with it."""
        self.roster.rows += 1
        said = _Said(self._at, number, row)
        household = RosterHousehold(
            said.required("household", cells.code),
            number,
            village=said.cell("village", self._village),
            tags=said.cell("household_tags", cells.tags) or (),
        )
        person = RosterPerson(
            number,
            said.cell("person", cells.code) or "",
            said.required("name", cells.name),
            said.cell("sex", cells.sex),
            said.cell("birth", lambda value: cells.birth_year(value, self._this_year)),
            said.cell("phone", cells.phone),
            said.cell("tags", cells.tags) or (),
        )
        problems = said.problems or self._clashes(said, household, person)
        self.roster.problems += problems
        if not problems:
            self._keep(household, person)

    def _village(self, value: Any) -> str | None:
        found = cells.text(value)
        candidates = [found, *(found.removesuffix(ending) for ending in _VILLAGE_ENDINGS)]
        for candidate in candidates:
            if candidate in self._villages:
                return self._villages[candidate]
        if found:
            raise CellError(Why.UNKNOWN_VILLAGE)
        return None

    def _clashes(self, said: _Said, household: RosterHousehold, person: RosterPerson) -> list[Problem]:
        """What this row says otherwise than an earlier one."""
        twin = self._seen.get(_identity(household, person))
        if twin is not None:
            same = _content(twin) == _content(person)
            why = Why.SAME_ROW if same else Why.SAME_PERSON
            return [said.problem("person" if person.code else "name", why, twin.row)]
        before = self.roster.households.get(household.code)
        if before and before.village and household.village not in (None, before.village):
            return [said.problem("village", Why.OTHER_VILLAGE, before.row)]
        return []

    def _keep(self, household: RosterHousehold, person: RosterPerson) -> None:
        kept = self.roster.households.setdefault(household.code, household)
        kept.village = kept.village or household.village
        kept.tags = tuple(dict.fromkeys([*kept.tags, *household.tags]))
        kept.persons.append(person)
        self._seen[_identity(household, person)] = person


def _identity(household: RosterHousehold, person: RosterPerson) -> tuple[str, str]:
    return household.code, f"number {person.code}" if person.code else f"name {person.name}"


def _content(person: RosterPerson) -> tuple[Any, ...]:
    return person.code, person.name, person.sex, person.birth_year, person.phone, person.tags


class _Said:
    """One row by the names of its columns; notes what cannot be read."""

    def __init__(self, at: dict[str, tuple[int, str]], number: int, row: Row) -> None:
        self._at = at
        self._number = number
        self._row = row
        self.problems: list[Problem] = []

    def cell(self, name: str, read: Callable[[Any], _T]) -> _T | None:
        """The meaning of a cell; None if there is no such column or it cannot be read."""
        try:
            return read(self._value(name))
        except CellError as error:
            self.problems.append(self.problem(name, error.why))
            return None

    def required(self, name: str, read: Callable[[Any], str]) -> str:
        """The same for a cell that must not be empty; "" when it is, which is noted."""
        before = len(self.problems)
        found = self.cell(name, read)
        if not found and len(self.problems) == before:
            self.problems.append(self.problem(name, Why.MISSING))
        return found or ""

    def problem(self, name: str, why: Why, other_row: int | None = None) -> Problem:
        """Something wrong with a cell of this row."""
        return Problem(self._number, self._at[name][1], why, cells.text(self._value(name)), other_row)

    def _value(self, name: str) -> Any:
        at = self._at[name][0] if name in self._at else len(self._row)
        return self._row[at] if at < len(self._row) else None
