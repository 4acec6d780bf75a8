"""The volunteers' association of a center: whose business it is."""

from __future__ import annotations

from services import holders
from services.access import LEADERS, roles_at
from services.errors import NotFoundError
from storage import roles
from storage.people import Account
from storage.transaction import Tx
from storage.units import OrgUnit

OFFICER = "assistance"
"""The role that looks after the association; where nobody has it, those who lead the center do."""


async def officers(tx: Tx, unit: OrgUnit, *, but: Account | None = None) -> list[Account]:
    """Whoever can be asked to look after a center's association now; not `but`, whom it is about."""
    never = {but.id} if but is not None else set()
    found = await holders.of_roles(tx, unit, (OFFICER,), never=never)
    return found or await holders.of_roles(tx, unit, tuple(LEADERS), never=never)


async def looks_after(tx: Tx, actor: Account, unit_id: int | None, *, but_for: int | None = None) -> bool:
    """Whether the association of a center is this account's business: the officer's, and that of those who
    lead the center where there is no other officer than `but_for`, whom it is about."""
    held = roles_at(actor, unit_id) if unit_id is not None else frozenset()
    if unit_id is None or OFFICER in held:
        return unit_id is not None
    if not held & LEADERS:
        return False
    return all(one.account_id == but_for for one in await roles.holders(tx, [unit_id], [OFFICER]))


async def check(tx: Tx, actor: Account, unit_id: int, *, but_for: int | None = None) -> None:
    """Raises NotFoundError when a center's association is none of the actor's business."""
    if not await looks_after(tx, actor, unit_id, but_for=but_for):
        raise NotFoundError
