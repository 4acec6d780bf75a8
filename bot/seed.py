"""Putting a village into a database without the chat: for the demo, and to begin a story in the middle."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import resources

from domain.units import County, parse
from services import people, roles, units
from storage.people import Account
from storage.transaction import Tx


def example_county() -> County:
    """The county of the commented example file."""
    return parse(resources.files("bot").joinpath("example.toml").read_text("utf-8"))


async def found_county(tx: Tx) -> None:
    """Bring the example's county, township and centers into the database."""
    await units.sync(tx, example_county())


async def settle(
    tx: Tx,
    account_id: int,
    *,
    center: str,
    name: str,
    village: str | None = None,
    roles_held: Sequence[str] = (),
    language: str = "zh-Hans",
) -> Account:
    """Register an account with a center as the chat would have done, roles included. Units and natural
    villages by their code and name; "township" and "county" roles are held at the units above."""
    unit = await units.by_code(tx, center)
    if unit is None:
        raise LookupError(center)
    account = await people.meet(tx, account_id, language)
    named = {known.name: known.id for known in await people.villages(tx, unit.id)}
    await people.join(tx, account, unit.id, name=name, village_id=named[village] if village else None)
    above = dict(zip(("county", "township", "center"), unit.ancestors, strict=True))
    for role in roles_held:
        at = await units.by_id(tx, above.get(role, unit.id))
        await roles.grant(tx, account=account, unit=at, role=role, by=None)
    return account
