"""The clerk's filing: whoever walks in or phones is found in the roster by name or by number."""

from __future__ import annotations

from domain.messages import t
from domain.proxies import FILERS, Whom
from services import access
from services.errors import NotFoundError, RefusedError
from storage import people
from storage.people import Account, Person
from storage.transaction import Tx


def may_file(actor: Account) -> bool:
    """Whether somebody files for others at their current center: the clerk, director or deputy."""
    center_id = actor.current_center_id
    return center_id is not None and bool(access.roles_at(actor, center_id) & set(FILERS))


def _center(actor: Account) -> int:
    if actor.current_center_id is None or not may_file(actor):
        raise RefusedError(t("clerk-only"))
    return actor.current_center_id


async def find(tx: Tx, actor: Account, name: str, phone: str | None) -> list[tuple[Person, int | None]]:
    """The persons of the roster with this name, else those with this number, each with their natural village.

    A name and a number together mean the one who has both, if there is one. Raises RefusedError.
    """
    center_id = _center(actor)
    by_phone = await people.persons_by_phone(tx, center_id, phone) if phone else []
    by_name = await people.persons_by_name(tx, center_id, name) if name else []
    both = [person for person in by_name if person in by_phone]
    return [(person, await _village(tx, person)) for person in both or by_name or by_phone]


async def person(tx: Tx, actor: Account, person_id: int, sought: Whom) -> tuple[Person, int | None]:
    """One of those who were found. Raises NotFoundError for anybody else: the roster is not for browsing."""
    for found, village in await find(tx, actor, sought.name, sought.phone):
        if found.id == person_id:
            return found, village
    raise NotFoundError


async def _village(tx: Tx, found: Person) -> int | None:
    household = await people.household(tx, found.household_id)
    return household.village_id if household else None
