"""What a center takes in: the lines it offers, and who will read a request first."""

from __future__ import annotations

from collections.abc import Collection

from domain.catalogue import CATALOGUE
from domain.units import settings_of
from services import routing
from storage import units
from storage.people import Account
from storage.transaction import Tx


async def lines(tx: Tx, account: Account) -> tuple[str, ...]:
    """The codes of the lines that are on at the account's current center, as the menu shows them."""
    unit = await units.unit(tx, account.current_center_id or 0)
    return tuple(line.code for line in settings_of(unit).lines) if unit else ()


async def first_reader(tx: Tx, account: Account, line: str, kept_from: Collection[int] = ()) -> str:
    """The role that will be offered a request of this line first, as things stand now."""
    unit = await units.unit(tx, account.current_center_id or 0)
    if unit is None:
        return CATALOGUE.line(line).desk
    return await routing.first_role(tx, unit, line, asker_id=account.id, kept_from=kept_from)
