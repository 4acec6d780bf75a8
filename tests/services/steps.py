"""How a story of a request begins, for tests that start in the middle."""

from __future__ import annotations

from typing import Any

import pytest

from services import handling, handover, roles
from services.errors import RefusedError
from storage import people, units
from storage import roles as stored_roles
from storage.people import Household, Person
from tests.services.town import Town


async def refused(town: Town, who: int, use_case: Any, *args: Any) -> str:
    """The text id with which somebody is refused."""
    with pytest.raises(RefusedError) as refusal:
        await town.do(who, use_case, *args)
    return refusal.value.text.id


async def taken(town: Town, line: str = "assistance", desk: str = "assistance") -> tuple[int, int, int]:
    """A request that somebody at its desk has taken: asker, holder, request."""
    asker, holder = await town.settle("王秀英"), await town.settle("周敏", desk)
    request_id = await town.ask(asker, line)
    await town.do(holder, handling.take, request_id)
    return asker, holder, request_id


async def family(town: Town, *names: str, household: str = "F1") -> list[int]:
    """The accounts of people who live in one household of the roster, and are known to."""
    accounts = [await town.settle(name) for name in names]
    async with town.begin() as tx:
        unit = await units.unit_by_code(tx, "maqu")
        assert unit is not None
        home = Household(center_id=unit.id, code=household, tags=[])
        await people.add_all(tx, [home])
        for account_id, name in zip(accounts, names, strict=True):
            person = Person(
                center_id=unit.id,
                household_id=home.id,
                code=name,
                name=name,
                name_key=people.name_key(name),
                tags=[],
            )
            await people.add_all(tx, [person])
            (await people.members(tx, unit.id, [account_id]))[account_id].person_id = person.id
    return accounts


async def done(town: Town) -> tuple[int, int, int]:
    """A request whose holder says that it is done: asker, holder, request."""
    asker, holder, request_id = await taken(town)
    await town.do(holder, handling.finish, request_id)
    return asker, holder, request_id


async def leaves(town: Town, who: int) -> None:
    """Somebody blocks the bot."""
    async with town.begin() as tx:
        await handover.gone(tx, who)


async def loses(town: Town, who: int, role: str, leader: int) -> None:
    """Whoever leads the center takes a role from somebody."""
    async with town.begin() as tx:
        unit = await units.unit_by_code(tx, "maqu")
        assert unit is not None
        grant = await stored_roles.active_grant(tx, who, unit.id, role)
        assert grant is not None
        await roles.revoke(tx, await town.account(tx, leader), grant.id)
