"""Who could take a request: the people of a step, as far as they can be reached and it is their business."""

from __future__ import annotations

from collections.abc import Iterable

from domain.escalation import roles_at
from services import access
from storage import merging, people, roles, units
from storage.people import Account
from storage.requests import ServiceRequest
from storage.transaction import Tx
from storage.units import OrgUnit

OFFICES = ("township", "county")


async def at_step(tx: Tx, request: ServiceRequest, unit: OrgUnit, step: str) -> list[Account]:
    """The people of a step (or of a circle of the rings) who may take this request, the longest-serving
    first. The asking side is never among them, nor is that of a request which is merged into it."""
    together = [request, *await merging.children(tx, request.id)]
    asking = [account_id for one in together for account_id in await access.asking_side(tx, one)]
    return await _reachable(tx, await _ids(tx, unit, step, request.line), asking)


async def still(tx: Tx, request: ServiceRequest, holder: Account) -> bool:
    """Whether whoever held a request can go on with it: in reach, and still in the role they took it in."""
    unit = await units.unit_of(tx, request.center_id)
    held = {grant.role for grant in holder.grants if grant.unit_id in unit.ancestors}
    return holder.reachable and request.holder_role in held


async def role_first(tx: Tx, unit: OrgUnit, line: str, steps: Iterable[str], *, but: int) -> str | None:
    """The role of the first of these steps at which somebody other than `but` could take such a request."""
    for step in steps:
        if await _reachable(tx, await _ids(tx, unit, step, line), (but,)):
            return roles_at(step, line)[0]
    return None


async def _ids(tx: Tx, unit: OrgUnit, step: str, line: str) -> list[int]:
    if step == "duty":
        return []
    at = unit.ancestors if step in OFFICES else [unit.id]
    grants = await roles.holders(tx, at, roles_at(step, line))
    return list(dict.fromkeys(grant.account_id for grant in grants))


async def _reachable(tx: Tx, ids: Iterable[int], apart: Iterable[int]) -> list[Account]:
    found = [await people.account(tx, account_id) for account_id in ids if account_id not in apart]
    return [account for account in found if account is not None and account.reachable]
