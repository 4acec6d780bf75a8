"""The only door to a request: who may see how much of it. Missing and forbidden look the same."""

from __future__ import annotations

from enum import IntEnum

from domain.catalogue import CATALOGUE
from domain.escalation import reached
from services.errors import NotFoundError
from storage import conflicts, offers, people, requests, units
from storage.people import Account
from storage.requests import ServiceRequest
from storage.transaction import Tx


class View(IntEnum):
    """How much of a request somebody may see."""

    NOTHING = 0
    CARD = 1
    """Need, line, area and time; not who, not the story."""
    HOLDER = 2
    ASKER = 3


WITHOUT_DESK = frozenset({"villager", "volunteer"})
"""Roles that no requests come to by themselves."""


def has_desk(account: Account) -> bool:
    """Whether somebody holds a role that requests come to, anywhere."""
    return any(grant.role not in WITHOUT_DESK for grant in account.grants)


LEADERS = frozenset({"director", "deputy"})
"""The roles that lead a center."""


def roles_at(account: Account, unit_id: int) -> frozenset[str]:
    """The roles an account holds at a unit."""
    return frozenset(grant.role for grant in account.grants if grant.unit_id == unit_id)


async def view(tx: Tx, account: Account, request: ServiceRequest) -> View:
    """How much of this request this account may see now."""
    if account.id in await asking_side(tx, request):
        return View.ASKER
    if await conflicts.exists(tx, request.id, account.id):
        return View.NOTHING
    if request.holder_id == account.id:
        return View.HOLDER
    offer = await offers.one(tx, request.id, account.id)
    if offer is not None and offer.withdrawn_at is None:
        return View.CARD
    return View.CARD if await overlooks(tx, account, request) else View.NOTHING


async def asking_side(tx: Tx, request: ServiceRequest) -> tuple[int, ...]:
    """The accounts whose request it is: whoever asked, then the person acted for if they have one.

    Nobody whom it is about and kept from comes in by being acted for.
    """
    member = await people.membership_of_person(tx, request.person_id) if request.person_id else None
    if member is None or await conflicts.exists(tx, request.id, member.account_id):
        return (request.asker_id,)
    return tuple(dict.fromkeys([request.asker_id, member.account_id]))


async def persons(tx: Tx, account: Account) -> list[int]:
    """The persons of the roster whose requests are this account's: the other way round of `asking_side`."""
    tied = [member.person_id for member in account.memberships if member.person_id is not None]
    first = [await people.membership_of_person(tx, person_id) for person_id in tied]
    return [one.person_id for one in first if one and one.person_id and one.account_id == account.id]


async def overlooks(tx: Tx, account: Account, request: ServiceRequest) -> bool:
    """Whether the request lies at this account's desk, or at a step of theirs that it has reached."""
    line = CATALOGUE.line(request.line)
    here = roles_at(account, request.center_id)
    if line.desk in here:
        return True
    open_to = set(reached(request.step))
    if not line.confidential:
        open_to |= {"clerk", "director", "deputy"}
    unit = await units.unit(tx, request.center_id)
    above = {grant.role for grant in account.grants if unit and grant.unit_id in unit.ancestors}
    return bool(open_to & above)


async def request(tx: Tx, account: Account, request_id: int, least: View = View.CARD) -> ServiceRequest:
    """The request, locked, if this account may see at least this much of it. Raises NotFoundError."""
    found = await requests.request(tx, request_id)
    if found is None or await view(tx, account, found) < least:
        raise NotFoundError
    return found
