"""Lists of requests: what a person asked for, and what waits at a role holder's desk."""

from __future__ import annotations

from domain.catalogue import CATALOGUE
from services import access
from services.access import View
from storage import desk as stored_desk
from storage import requests
from storage.people import Account
from storage.requests import ServiceRequest
from storage.transaction import Tx

PAGE = 5


async def mine(tx: Tx, account: Account, page: int) -> tuple[list[ServiceRequest], bool]:
    """A page of what this account asked for or others asked for it, and whether there is more."""
    persons = await access.persons(tx, account)
    rows = await requests.of_asker(tx, account.id, person_ids=persons, offset=page * PAGE, limit=PAGE + 1)
    return rows[:PAGE], len(rows) > PAGE


def _desks(account: Account) -> list[tuple[int, list[str]]]:
    """The lines whose desk this account sits at, by center."""
    lines: dict[int, list[str]] = {}
    for grant in account.grants:
        codes = [line.code for line in CATALOGUE.lines_of(grant.role)]
        if codes:
            lines.setdefault(grant.unit_id, []).extend(codes)
    return list(lines.items())


async def queue(tx: Tx, account: Account, page: int) -> tuple[list[ServiceRequest], int]:
    """A page of a role holder's queue, and how many there are in all."""
    desks = _desks(account)
    rows = await stored_desk.desk_queue(tx, account.id, desks, offset=page * PAGE, limit=PAGE)
    return rows, await stored_desk.desk_count(tx, account.id, desks)


async def by_number(tx: Tx, account: Account, number: str) -> ServiceRequest | None:
    """The request with this number that the account may see: their own first, then their center's."""
    found = await requests.with_number(
        tx,
        number,
        account.id,
        person_ids=await access.persons(tx, account),
        unit_ids=[grant.unit_id for grant in account.grants],
    )
    views = [(await access.view(tx, account, row), row) for row in found]
    best, row = max(views, key=lambda one: one[0], default=(View.NOTHING, None))
    return row if best > View.NOTHING else None
