"""Whom somebody can sign up: themself, those at home, those they act for, and whoever they name."""

from __future__ import annotations

from dataclasses import dataclass

from domain.proxies import Standing, Whom
from services.errors import NotFoundError
from services.people import person
from storage import people, proxies
from storage.people import Account
from storage.transaction import Tx

MOST = 50
"""Of those they act for, so many are offered as buttons; the others are named."""

LONGEST_WHO = 18
"""Characters of what a button carries for a person."""


@dataclass(frozen=True)
class Near:
    """Somebody who can be signed up with one tap; `who` is what the button carries (SignFor)."""

    who: str
    whom: Whom


async def near(tx: Tx, actor: Account, center_id: int) -> list[Near]:
    """Those of the actor's household at a center, then those they act for, who have agreed to it first."""
    found = [Near(f"p{one.id}", Whom(one.name, one.id)) for one in await _at_home(tx, actor, center_id)]
    relations = [
        one for one in await proxies.of_proxy(tx, actor.id, limit=MOST) if one.center_id == center_id
    ]
    for relation in sorted(relations, key=lambda one: one.state != Standing.CONFIRMED):
        known = await people.person(tx, relation.person_id) if relation.person_id else None
        if known is not None:
            found.append(Near(f"p{known.id}", Whom(known.name, known.id)))
        elif relation.person_id is None:
            found.append(Near(f"r{relation.id}", Whom(relation.person_name)))
    return list({one.who: one for one in reversed(found)}.values())[::-1]


async def _at_home(tx: Tx, actor: Account, center_id: int) -> list[people.Person]:
    own = {one.person_id for one in actor.memberships if one.center_id == center_id and one.person_id}
    homes = [one.household_id for one in [await people.person(tx, each) for each in own] if one is not None]
    return [one for home in homes for one in await people.persons_of(tx, home) if one.id not in own]


async def meant(tx: Tx, actor: Account, center_id: int, who: str, named: Whom | None) -> Whom | None:
    """Whom a button means, None for the actor; `named`: whoever they have named, of the roster or not.

    Raises NotFoundError for anybody else: whoever is neither near nor named is nobody's business.
    """
    if who == "me":
        return None
    if who == "n" and named is not None:
        return named
    for one in await near(tx, actor, center_id):
        if one.who == who:
            return one.whom
    if named is None or not who.startswith("p") or not who[1:].isascii() or not who[1:].isdigit():
        raise NotFoundError
    if len(who) > LONGEST_WHO:  # no id is so long, and PostgreSQL takes it for none
        raise NotFoundError
    found, _village = await person(tx, center_id, int(who[1:]), named=named.name)
    return Whom(found.name, found.id, named.phone)
