"""Who calls a roll, who watches it, and how much of it they see."""

from __future__ import annotations

from services import holders
from services.access import LEADERS, roles_at
from services.errors import NotFoundError
from services.notice_access import OFFICES, is_office
from storage import people, units
from storage.people import Account
from storage.transaction import Tx
from storage.units import OrgUnit


def leads(actor: Account, unit: OrgUnit) -> bool:
    """Whether somebody leads this center: only they read everybody's name."""
    return unit.kind == "center" and bool(roles_at(actor, unit.id) & LEADERS)


def is_own(actor: Account, unit: OrgUnit) -> bool:
    """Whether somebody leads this very unit: not only an office above it."""
    return leads(actor, unit) or bool(roles_at(actor, unit.id) & OFFICES)


def may_call(actor: Account, unit: OrgUnit) -> bool:
    """Whether somebody may call the roll here, and end it: whoever leads the center, and the offices at and
    above it. Not the committee: this wakes everybody at night."""
    return leads(actor, unit) or is_office(actor, unit)


async def unit_for(tx: Tx, actor: Account, unit_id: int) -> OrgUnit:
    """A unit at which somebody may call the roll. Raises NotFoundError."""
    unit = await units.unit(tx, unit_id)
    if unit is None or not may_call(actor, unit):
        raise NotFoundError
    return unit


def calls_for(actor: Account) -> list[int]:
    """The units somebody calls the roll for in a role of their own, their current center first."""
    found = {grant.unit_id for grant in actor.grants if grant.role in LEADERS | OFFICES}
    return sorted(found, key=lambda one: (one != actor.current_center_id, one))


async def watchers(tx: Tx, unit: OrgUnit) -> list[Account]:
    """Who has the board of a unit: those who lead the center, or are the office."""
    if unit.kind == "center":
        return await holders.of_roles(tx, unit, sorted(LEADERS))
    asked = [await people.account(tx, one.id) for one in await holders.of_roles(tx, unit, [unit.kind])]
    return [one for one in asked if one is not None and is_own(one, unit)]


async def watching(tx: Tx, center: OrgUnit, actor: Account) -> list[OrgUnit]:
    """The units whose boards show a roll call at this center: its own, its township's, and that of the office
    which called it."""
    own = {grant.unit_id for grant in actor.grants if grant.role in OFFICES}
    above = [await units.unit_of(tx, one) for one in center.ancestors if one != center.id]
    return [center, *(one for one in above if one.kind == "township" or one.id in own)]
