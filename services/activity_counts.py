"""How many seats are offered and taken at a center, or at the centers below an office: numbers, no people.

Who came is counted for nobody but those who were there and whoever made it, and no center stands before
another: there is nothing to be first in.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import reduce

from domain.catalogue import CATALOGUE
from domain.messages import Table, Text, t, verbatim
from services import center
from storage import activity_counts, units
from storage.activity_counts import Tally
from storage.people import Account
from storage.transaction import Tx
from storage.units import OrgUnit

AROUND = timedelta(days=30)
"""So far back, and so far ahead, it is counted."""
COLUMNS = ("center", "kind", "when", "activities", "seats", "filled", "unlimited", "waiting")


@dataclass(frozen=True)
class Sum:
    """Activities added up (see storage/activity_counts.py)."""

    activities: int = 0
    seats: int = 0
    filled: int = 0
    unlimited: int = 0
    waiting: int = 0

    def __add__(self, other: Sum) -> Sum:
        return Sum(*(mine + theirs for mine, theirs in zip(self.cells, other.cells, strict=True)))

    @property
    def cells(self) -> tuple[int, ...]:
        """Its numbers, in the order of the table."""
        return (self.activities, self.seats, self.filled, self.unlimited, self.waiting)

    @property
    def free(self) -> int:
        """Seats that nobody has, where there is a limit."""
        return self.seats - self.filled


@dataclass(frozen=True)
class Part:
    """A center, or a kind of activity: what begins in the next thirty days, and what began in the last."""

    label: Text
    coming: Sum
    been: Sum


@dataclass(frozen=True)
class Overview:
    """A unit's activities: as a whole, by kind, and for an office by center, as the centers were set up."""

    unit: OrgUnit
    whole: Part
    kinds: list[Part]
    centers: list[Part]


async def overview(tx: Tx, actor: Account, unit_id: int) -> Overview:
    """The activities of a unit in counts.

    Raises NotFoundError for whoever neither leads it nor is above it.
    """
    unit, centers, found = await _found(tx, actor, unit_id)
    kinds = [
        _part(t(f"activity-kind-{kind.code}"), own)
        for kind in CATALOGUE.activities
        if (own := [one for one in found if one.kind == kind.code])
    ]
    parts = [
        _part(verbatim(each.name), [one for one in found if one.center_id == each.id])
        for each in centers
        if unit.kind != "center"
    ]
    return Overview(unit, _part(verbatim(unit.name), found), kinds, parts)


async def _found(tx: Tx, actor: Account, unit_id: int) -> tuple[OrgUnit, list[OrgUnit], list[Tally]]:
    unit = await center.looked_at(tx, actor, unit_id)
    centers = await units.below(tx, unit)
    ids = [one.id for one in centers]
    return unit, centers, await activity_counts.tallies(tx, ids, tx.now - AROUND, tx.now + AROUND)


def _part(label: Text, found: Sequence[Tally]) -> Part:
    return Part(label, _sum(one for one in found if one.coming), _sum(one for one in found if not one.coming))


def _sum(found: Iterable[Tally]) -> Sum:
    return reduce(Sum.__add__, (Sum(*one[3:]) for one in found), Sum())


async def table(tx: Tx, actor: Account, unit_id: int) -> Table:
    """The same as a spreadsheet, a row for each center and kind there is any of. Raises as `overview`."""
    unit, centers, found = await _found(tx, actor, unit_id)
    rows = [
        (
            verbatim(one.name),
            t(f"activity-kind-{tally.kind}"),
            t("activity-counts-coming") if tally.coming else t("activity-counts-been"),
            *_sum([tally]).cells,
        )
        for one in centers
        for tally in found
        if tally.center_id == one.id
    ]
    header = tuple(t(f"activity-counts-{one}") for one in COLUMNS)
    return Table(name=t("activity-counts-name", unit=unit.name), header=header, rows=tuple(rows))
