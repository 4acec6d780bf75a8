"""Organisation units: county, townships, centers; and the natural villages of a center."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any, cast

from sqlalchemy import (
    JSON,
    CheckConstraint,
    ForeignKey,
    String,
    Table,
    UniqueConstraint,
    bindparam,
    select,
    update,
)
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base, BigId, UtcDateTime
from storage.due import next_of
from storage.memo import remembered
from storage.transaction import Tx


class OrgUnit(Base):
    """A county, township or center. `path` is the chain of ids from the county down: "/1/2/5/"."""

    __tablename__ = "org_unit"
    __table_args__ = (CheckConstraint("kind in ('county', 'township', 'center')", name="kind"),)

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    code: Mapped[str] = mapped_column(String(40), unique=True)
    kind: Mapped[str] = mapped_column(String(10))
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("org_unit.id"), index=True)
    path: Mapped[str] = mapped_column(String(80), index=True, default="")
    name: Mapped[str] = mapped_column(String(80))
    settings: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    """What the configuration file says of the unit, as JSON (see domain/units.py)."""
    last_serial: Mapped[int] = mapped_column(default=99)
    """The last serial given to a service request here; numbers start at 100."""

    digest_at: Mapped[datetime | None] = mapped_column(UtcDateTime, index=True)
    """When those who lead it are next told what the day brings; None while it is never open."""

    @property
    def ancestors(self) -> list[int]:
        """Ids from the county down to this unit, itself included."""
        return [int(part) for part in self.path.strip("/").split("/") if part]


class NaturalVillage(Base):
    """A natural village (自然村, 组) inside a center's area."""

    __tablename__ = "natural_village"
    __table_args__ = (UniqueConstraint("center_id", "name"),)

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    center_id: Mapped[int] = mapped_column(ForeignKey("org_unit.id"))
    name: Mapped[str] = mapped_column(String(60))
    active: Mapped[bool] = mapped_column(default=True)
    position: Mapped[int] = mapped_column(default=0)


async def add(tx: Tx, row: OrgUnit | NaturalVillage) -> None:
    """Add a unit or a natural village; it has its id afterwards."""
    tx.session.add(row)
    await tx.session.flush()


async def lock(tx: Tx, unit_id: int) -> OrgUnit:
    """The unit, its row locked until the commit: whoever else wants the lock waits."""
    tx.mind.memo.clear()  # who had the lock before may have written what was read before
    return await tx.session.get_one(OrgUnit, unit_id, with_for_update=True)


async def unit(tx: Tx, unit_id: int) -> OrgUnit | None:
    """The unit with this id."""
    return await tx.session.get(OrgUnit, unit_id)


async def unit_of(tx: Tx, unit_id: int) -> OrgUnit:
    """The unit a row points to; a foreign key says that it is there."""
    return await tx.session.get_one(OrgUnit, unit_id)


@remembered(OrgUnit)
async def unit_by_code(tx: Tx, code: str) -> OrgUnit | None:
    """The unit with this code."""
    return (await tx.session.scalars(select(OrgUnit).where(OrgUnit.code == code))).one_or_none()


@remembered(OrgUnit)
async def units(tx: Tx, kind: str | None = None) -> list[OrgUnit]:
    """All units, or all of one kind, in the order they were set up."""
    query = select(OrgUnit).order_by(OrgUnit.id)
    if kind is not None:
        query = query.where(OrgUnit.kind == kind)
    return list(await tx.session.scalars(query))


async def below(tx: Tx, unit: OrgUnit) -> list[OrgUnit]:
    """The centers below a unit, itself if it is one, in the order they were set up."""
    query = select(OrgUnit).where(OrgUnit.kind == "center", OrgUnit.path.startswith(unit.path))
    return list(await tx.session.scalars(query.order_by(OrgUnit.id)))


async def to_tell(tx: Tx) -> OrgUnit | None:
    """The unit that has waited longest to be told what the day brings, locked."""
    query = select(OrgUnit).where(OrgUnit.digest_at <= tx.now)
    return await next_of(tx, query, OrgUnit.digest_at, OrgUnit.id)


_UNITS = cast(Table, OrgUnit.__table__)
_COUNT_UP = (
    update(_UNITS)
    .where(_UNITS.c.id == bindparam("center"))
    .values(last_serial=_UNITS.c.last_serial + 1)
    .returning(_UNITS.c.last_serial)
)
_COUNTED = update(_UNITS).where(_UNITS.c.id == bindparam("center")).values(last_serial=bindparam("serial"))


async def next_serial(tx: Tx, center_id: int) -> int:
    """Count up and return the center's serial; the row stays locked until the commit."""
    mind = tx.mind
    if center_id in mind.serials:
        mind.serials[center_id] += 1
        mind.counted.add(center_id)
        return mind.serials[center_id]
    return int((await tx.core(_COUNT_UP, {"center": center_id})).scalar_one())


@remembered(NaturalVillage)
async def villages(tx: Tx, center_id: int, *, active_only: bool = True) -> list[NaturalVillage]:
    """The natural villages of a center, as the configuration orders them."""
    query = select(NaturalVillage).where(NaturalVillage.center_id == center_id)
    if active_only:
        query = query.where(NaturalVillage.active)
    return list(await tx.session.scalars(query.order_by(NaturalVillage.position, NaturalVillage.id)))


async def _write_serials(tx: Tx) -> None:
    mind = tx.mind
    if mind.counted:
        await tx.core(
            _COUNTED, [{"center": one, "serial": mind.serials[one]} for one in sorted(mind.counted)]
        )
        mind.counted.clear()


async def prefetch(tx: Tx, center_ids: Collection[int]) -> list[OrgUnit]:
    """Read these centers, the units above them and their natural villages at once; all those units.

    The centers stay locked until the commit, so that their serials are counted up here and written once.
    """
    own = select(OrgUnit).where(OrgUnit.id.in_(center_ids)).order_by(OrgUnit.id)
    own = own.with_for_update(key_share=True).execution_options(populate_existing=True)
    found = list(await tx.session.scalars(own))
    tx.mind.serials.update((unit.id, unit.last_serial) for unit in found)
    tx.at_end.append(_write_serials)
    above = {unit_id for unit in found for unit_id in unit.ancestors}.difference(center_ids)
    found += await tx.session.scalars(select(OrgUnit).where(OrgUnit.id.in_(above)))
    query = select(NaturalVillage).where(NaturalVillage.center_id.in_(center_ids))
    (await tx.session.scalars(query)).all()
    return found


async def village(tx: Tx, village_id: int) -> NaturalVillage | None:
    """The natural village with this id."""
    return await tx.session.get(NaturalVillage, village_id)
