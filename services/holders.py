"""Who could take a request: the people of a step, as far as they can be reached and it is their business."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from domain.escalation import roles_at
from services import access, duty
from storage import conflicts, leave, merging, people, roles, units
from storage.people import Account
from storage.requests import ServiceRequest
from storage.transaction import Tx
from storage.units import OrgUnit

OFFICES = ("township", "county")


async def at_step(tx: Tx, request: ServiceRequest, unit: OrgUnit, step: str) -> list[Account]:
    """The people of a step (or of a circle of the rings) who may take this request, the longest-serving
    first. Neither the asking side nor anybody whom it is about is ever among them, nor those of a request
    that is merged into it."""
    never: set[int] = set()
    merged = [] if tx.made(request) else await merging.children(tx, request.id)
    for one in (request, *merged):
        never |= {*await access.asking_side(tx, one), *await conflicts.accounts(tx, one.id)}
    return await _reachable(tx, await _ids(tx, unit, step, request.line), never)


async def still(tx: Tx, request: ServiceRequest, holder: Account) -> bool:
    """Whether whoever held a request can go on with it: in reach, not away, and still in the role they took
    it in."""
    unit = await units.unit_of(tx, request.center_id)
    held = {grant.role for grant in holder.grants if grant.unit_id in unit.ancestors}
    away = await leave.away(tx, [holder.id], tx.now)
    return holder.reachable and request.holder_role in held and not away


async def role_first(
    tx: Tx, unit: OrgUnit, line: str, steps: Iterable[str], *, never: Collection[int]
) -> str | None:
    """The role of the first of these steps at which anybody not of `never` could take such a request."""
    for step in steps:
        if await _reachable(tx, await _ids(tx, unit, step, line), never):
            return roles_at(step, line)[0]
    return None


async def of_roles(
    tx: Tx, unit: OrgUnit, held: Sequence[str], *, never: Collection[int] = ()
) -> list[Account]:
    """The people with one of these roles at a unit (the offices': above it) who can be asked."""
    return await _reachable(tx, await _with_roles(tx, unit, held), never)


def answers_at(account: Account, unit: OrgUnit, held: Sequence[str]) -> bool:
    """Whether an account has one of these roles at a unit, or at the offices above it."""
    return any(grant.role in held and grant.unit_id in _places(unit, grant.role) for grant in account.grants)


def _places(unit: OrgUnit, role: str) -> list[int]:
    return unit.ancestors if role in OFFICES else [unit.id]


async def _ids(tx: Tx, unit: OrgUnit, step: str, line: str) -> list[int]:
    wanted = roles_at(step, line)
    if step == "duty":
        return sorted(await duty.on_duty(tx, unit, wanted[0], tx.now))
    return await _with_roles(tx, unit, wanted)


async def _with_roles(tx: Tx, unit: OrgUnit, held: Sequence[str]) -> list[int]:
    grants = await roles.holders(tx, _places(unit, held[0]), held)
    return list(dict.fromkeys(grant.account_id for grant in grants))


async def _reachable(tx: Tx, ids: Iterable[int], never: Collection[int]) -> list[Account]:
    """Who can be asked: neither away nor gone from the chat. Contacts, not whole accounts."""
    wanted = [account_id for account_id in ids if account_id not in never]
    away = await leave.away(tx, wanted, tx.now)
    found = await people.contacts(tx, [account_id for account_id in wanted if account_id not in away])
    return [account for account in found if account.reachable]
