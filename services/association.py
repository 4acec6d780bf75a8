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


async def officers(tx: Tx, unit: OrgUnit) -> list[Account]:
    """Whoever can be asked to look after a center's association now."""
    return await holders.of_roles(tx, unit, (OFFICER,)) or await holders.of_roles(tx, unit, tuple(LEADERS))


async def looks_after(tx: Tx, actor: Account, unit_id: int | None) -> bool:
    """Whether the association of a center is this account's business."""
    held = roles_at(actor, unit_id) if unit_id is not None else frozenset()
    if OFFICER in held:
        return True
    return unit_id is not None and bool(held & LEADERS) and not await roles.holders(tx, [unit_id], [OFFICER])


async def check(tx: Tx, actor: Account, unit_id: int) -> None:
    """Raises NotFoundError when a center's association is none of the actor's business."""
    if not await looks_after(tx, actor, unit_id):
        raise NotFoundError
