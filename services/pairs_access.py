"""The only door to a pair: who somebody is to it. Missing and forbidden look the same."""

from __future__ import annotations

from domain.messages import t
from domain.pairs import PauseReason, Side, State
from domain.proxies import FILERS
from services import access, association, holders
from services.errors import NotFoundError, RefusedError
from storage import pairs, people, units
from storage.pairs import Pair
from storage.people import Account
from storage.transaction import Tx

_BEGUN = (State.ACTIVE, State.PAUSED)


async def callers(tx: Tx, row: Pair) -> list[Account]:
    """Who calls a household without an account: the clerk, else those who look after its pair."""
    unit = await units.unit_of(tx, row.center_id)
    clerks = await holders.of_roles(tx, unit, FILERS[:1], never=[row.helper_id])
    return clerks or await association.officers(tx, row.center_id, but=row.helper_id)


async def homes(tx: Tx, account: Account) -> set[int]:
    """The households of the roster for which an account speaks."""
    found = [await people.person(tx, person_id) for person_id in await access.persons(tx, account)]
    return {one.household_id for one in found if one is not None}


async def residents(tx: Tx, row: Pair) -> list[Account]:
    """The accounts of a pair's household that can be reached, that of the person it is about first."""
    persons = await people.persons_of(tx, row.household_id)
    found = []
    for one in sorted(persons, key=lambda one: one.id != row.person_id):
        member = await people.membership_of_person(tx, one.id)
        account = await people.account(tx, member.account_id) if member else None
        if account is not None and account.reachable:
            found.append(account)
    return list(dict.fromkeys(found))


def is_deserted(row: Pair) -> bool:
    """Whether a pair rests because its helper is gone: then it is theirs no longer."""
    return row.state == State.PAUSED and row.reason == PauseReason.GONE


async def sides(tx: Tx, account: Account, row: Pair) -> frozenset[Side]:
    """Everything that somebody is to a pair. A household knows nothing of it before its helper has agreed."""
    found = {
        Side.HELPER: row.helper_id == account.id and not is_deserted(row),
        Side.SECOND: row.second_id == account.id and row.agreed_by is not None,
        Side.STAND_IN: row.asked_second_id == account.id and row.agreed_by is not None,
        Side.NEXT: row.next_id == account.id,
        Side.HOUSEHOLD: (row.agreed_by is not None or row.state == State.ACCEPTED)
        and row.household_id in await homes(tx, account),
        Side.CALLER: row.state == State.ACCEPTED
        and account.id in row.told
        and bool(access.roles_at(account, row.center_id) & set(FILERS)),
        Side.OFFICER: await association.looks_after(tx, account, row.center_id, but=row.helper_id),
    }
    return frozenset(side for side, is_it in found.items() if is_it)


async def pair(tx: Tx, account: Account, pair_id: int, *allowed: Side) -> tuple[Pair, Side]:
    """A pair, locked, and the first of these sides of it that somebody is on. Raises NotFoundError when it is
    none of their business, RefusedError when it is over (an officer may look back)."""
    row = await pairs.pair(tx, pair_id)
    held = await sides(tx, account, row) if row is not None else frozenset()
    side = next((one for one in allowed if one in held), None)
    if row is None or side is None:
        raise NotFoundError
    if row.over_at is not None and side is not Side.OFFICER:
        raise RefusedError(t("pair-over"))
    return row, side


async def helps(tx: Tx, account: Account) -> list[Pair]:
    """The pairs in which somebody helps, is the second helper, or is asked to help: each once."""
    as_second = [*await pairs.of_second(tx, account.id), *await pairs.of_asked_second(tx, account.id)]
    second = [row for row in as_second if row.state in _BEGUN]
    own = [row for row in await pairs.of_helper(tx, account.id) if not is_deserted(row)]
    return [*own, *second, *await pairs.of_next(tx, account.id)]


async def at_home(tx: Tx, account: Account) -> list[Pair]:
    """The pairs of somebody's own households that they know of."""
    found = await pairs.of_households(tx, sorted(await homes(tx, account)))
    return [row for row in found if row.state != State.PROPOSED]
