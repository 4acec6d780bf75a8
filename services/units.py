"""Bringing the organisation units of the database to what the county's file says."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from domain.units import Center, County, Kind, Township
from services import digest
from storage import units
from storage.transaction import Tx
from storage.units import NaturalVillage, OrgUnit


@dataclass
class Changes:
    """What was done, by the codes of the units. `absent` are in the database but no longer in the file."""

    created: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    absent: list[str] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.created or self.changed)


class UnitKindError(ValueError):
    """A code of the file belongs to a unit of another kind in the database."""


async def sync(tx: Tx, county: County) -> Changes:
    """Create and change units by their codes, in one transaction. Nothing is ever deleted.

    Natural villages that the file no longer names become inactive: people who chose them keep them.
    Raises UnitKindError.
    """
    known = {unit.code: unit for unit in await units.units(tx)}
    changes = Changes()
    work = _Sync(tx, county, known, changes)
    top = await work.unit(county, "county", None)
    for township in county.townships:
        middle = await work.unit(township, "township", top)
        for center in township.centers:
            unit = await work.unit(center, "center", middle)
            await work.villages(unit, center)
    changes.absent = [code for code in known if code not in work.named]
    return changes


@dataclass
class _Sync:
    tx: Tx
    county: County
    known: dict[str, OrgUnit]
    changes: Changes
    named: set[str] = field(default_factory=set)

    async def unit(self, said: County | Township | Center, kind: Kind, parent: OrgUnit | None) -> OrgUnit:
        self.named.add(said.code)
        settings = self.county.settings(said).model_dump(mode="json")
        wanted = {"name": said.name, "parent_id": parent and parent.id, "settings": settings}
        row = self.known.get(said.code)
        if row is None:
            row = await self._create(said.code, kind, parent, wanted)
            digest.promise(row, self.tx.now)
            return row
        if row.kind != kind:
            raise UnitKindError(f"{said.code} is a {row.kind} in the database and a {kind} in the file")
        self._change(row, {**wanted, "path": _path(parent, row.id)})
        if row.digest_at is None or row.digest_at > self.tx.now:
            digest.promise(row, self.tx.now)  # its hours may be others now; what is due already stays due
        return row

    async def _create(self, code: str, kind: Kind, parent: OrgUnit | None, wanted: dict[str, Any]) -> OrgUnit:
        row = OrgUnit(code=code, kind=kind, **wanted)
        await units.add(self.tx, row)
        row.path = _path(parent, row.id)
        self.changes.created.append(code)
        return row

    def _change(self, row: OrgUnit, wanted: dict[str, Any]) -> None:
        for name, value in wanted.items():
            if getattr(row, name) != value:
                setattr(row, name, value)
                self._note(row)

    def _note(self, row: OrgUnit) -> None:
        if row.code not in (*self.changes.created, *self.changes.changed):
            self.changes.changed.append(row.code)

    async def villages(self, center: OrgUnit, said: Center) -> None:
        kept = {row.name: row for row in await units.villages(self.tx, center.id, active_only=False)}
        for position, name in enumerate(said.natural_villages):
            row = kept.pop(name, None)
            if row is None:
                row = NaturalVillage(center_id=center.id, name=name, active=True, position=position)
                await units.add(self.tx, row)
                self._note(center)
            elif (row.position, row.active) != (position, True):
                row.position, row.active = position, True
                self._note(center)
        for row in kept.values():
            if row.active:
                row.active = False
                self._note(center)


def _path(parent: OrgUnit | None, unit_id: int) -> str:
    return f"{parent.path if parent else '/'}{unit_id}/"


async def by_code(tx: Tx, code: str) -> OrgUnit | None:
    """The unit with this code."""
    return await units.unit_by_code(tx, code)


async def by_id(tx: Tx, unit_id: int) -> OrgUnit:
    """The unit with this id, which must be there."""
    return await units.unit_of(tx, unit_id)
