"""Who writes notices, who steers them, and whom they are for."""

from __future__ import annotations

from collections.abc import Collection

from services import activity_access, holders
from services.access import LEADERS, roles_at
from services.errors import NotFoundError
from storage import notice_audience, notices, units
from storage.notices import Notice
from storage.people import Account
from storage.transaction import Tx
from storage.units import OrgUnit

OFFICES = frozenset({"township", "county"})
WRITERS = LEADERS | {"committee"}
"""Who writes a center's notices."""


def may_write(actor: Account, unit: OrgUnit) -> bool:
    """Whether somebody may write to everybody of a unit: those of the center whose business it is, and the
    offices at and above it."""
    if unit.kind == "center" and roles_at(actor, unit.id) & WRITERS:
        return True
    return is_office(actor, unit)


def is_office(actor: Account, unit: OrgUnit) -> bool:
    """Whether somebody belongs to the office of a unit, or to one above it."""
    at = set(unit.ancestors)
    return any(grant.unit_id in at and grant.role in OFFICES for grant in actor.grants)


def may_steer(actor: Account, notice: Notice, unit: OrgUnit) -> bool:
    """Its author, while they may write, or make what it announces; and whoever leads the unit."""
    if notice.author_id == actor.id and (may_write(actor, unit) or _announces(actor, notice)):
        return True
    leads = unit.kind == "center" and bool(roles_at(actor, unit.id) & LEADERS)
    return leads or is_office(actor, unit)


def _announces(actor: Account, notice: Notice) -> bool:
    return notice.said.activity is not None and bool(activity_access.kinds_of(actor, notice.unit_id))


def writes_for(actor: Account) -> list[int]:
    """The units this account writes notices for in a role of its own, its current center first."""
    found = {grant.unit_id for grant in actor.grants if grant.role in WRITERS or grant.role in OFFICES}
    return sorted(found, key=lambda one: (one != actor.current_center_id, one))


async def places(tx: Tx, actor: Account) -> list[OrgUnit]:
    """The same as units."""
    return [await units.unit_of(tx, one) for one in writes_for(actor)]


async def unit_for(tx: Tx, actor: Account, unit_id: int) -> OrgUnit:
    """A unit this account writes notices for. Raises NotFoundError."""
    unit = await units.unit(tx, unit_id)
    if unit is None or not may_write(actor, unit):
        raise NotFoundError
    return unit


async def steered(tx: Tx, actor: Account, notice_id: int) -> tuple[Notice, OrgUnit]:
    """A notice that this account may steer, locked, and its unit. Raises NotFoundError."""
    notice = await notices.notice(tx, notice_id)
    if notice is None:
        raise NotFoundError
    unit = await units.unit_of(tx, notice.unit_id)
    if not may_steer(actor, notice, unit):
        raise NotFoundError
    return notice, unit


async def signers(tx: Tx, unit: OrgUnit, *, but: int) -> list[Account]:
    """Who may sign a notice of a unit beside its author: whoever else may write it; where nobody else does,
    the office above."""
    if unit.kind == "center":
        own = await holders.of_roles(tx, unit, sorted(WRITERS), never=(but,))
        if own:
            return own
    offices = await holders.of_roles(tx, unit, sorted(OFFICES), never=(but,))
    near = [one for one in offices if any(grant.unit_id == unit.id for grant in one.grants)]
    return near or offices


async def center_ids(tx: Tx, notice: Notice) -> list[int]:
    """The centers a notice goes to."""
    unit = await units.unit_of(tx, notice.unit_id)
    return [one.id for one in await units.below(tx, unit)]


async def is_meant(tx: Tx, notice: Notice, account_id: int, centers: Collection[int]) -> bool:
    """Whether a notice is for somebody: of its audience, and registered when it was made."""
    if not await notice_audience.registered_before(tx, account_id, centers, notice.created_at):
        return False
    return bool(await notice_audience.meant(tx, notice.for_whom, centers, [account_id]))
