"""How a story of a standing pair begins, for use cases that start in the middle."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from domain.volunteers import Profile
from services import pairs, pairs_seconds
from storage import pairs as stored
from storage import people, units, volunteers
from storage import visits as stored_visits
from storage.pairs import Pair
from storage.visits import Visit
from storage.volunteers import Volunteer
from tests.services.town import Town

TERMS: dict[str, Any] = {"purpose": "care", "rhythm": "twice"}


async def helper(
    town: Town, name: str, *roles: str, center: str = "maqu", state: str = "active", **offers: Any
) -> tuple[int, int]:
    """Somebody who offers help at the center: their account, and the volunteer."""
    account_id = await town.settle(name, *roles, center=center, village=offers.pop("village", None))
    async with town.begin() as tx:
        unit = await units.unit_by_code(tx, center)
        assert unit is not None
        row = Volunteer(
            account_id=account_id,
            center_id=unit.id,
            state=state,
            offers=Profile(**offers).model_dump(mode="json"),
            applied_at=tx.now,
            since=tx.now,
        )
        await volunteers.add(tx, row)
        return account_id, row.id


async def household(
    town: Town, name: str = "王秀英", *, chats: bool = True, **where: Any
) -> tuple[int, int | None]:
    """A household of the roster with one person; its id, and the person's account if they chat."""
    person_id = await town.enrol(name, phone="13900000002", **where)
    account_id = await town.settle(name) if chats else None
    async with town.begin() as tx:
        person = await people.person(tx, person_id)
        assert person is not None
        if account_id is not None:
            (await people.members(tx, person.center_id, [account_id]))[account_id].person_id = person_id
        return person.household_id, account_id


async def center_id(town: Town, code: str = "maqu") -> int:
    """The id of a center."""
    async with town.begin() as tx:
        unit = await units.unit_by_code(tx, code)
        assert unit is not None
        return unit.id


async def pair(town: Town, pair_id: int) -> Pair:
    """The pair as it is kept."""
    async with town.database.begin(town.now) as tx:
        found = await stored.pair(tx, pair_id)
        assert found is not None
        return found


async def due(town: Town, pair_id: int) -> Visit | None:
    """The visit of a pair that is due."""
    async with town.database.begin(town.now) as tx:
        return await stored_visits.due(tx, pair_id)


async def visit(town: Town, visit_id: int) -> Visit:
    """The visit as it is kept."""
    async with town.database.begin(town.now) as tx:
        found = await stored_visits.visit(tx, visit_id)
        assert found is not None
        return found


@dataclass
class Stage:
    """A pair and everybody around it. `second` and `grandma` are accounts, 0 if there is none."""

    town: Town
    officer: int
    helper: int
    second: int
    grandma: int
    household: int
    center: int
    pair: int

    async def kept(self) -> Pair:
        """The pair as it is kept."""
        return await pair(self.town, self.pair)

    async def due(self) -> Visit | None:
        """The visit that is due."""
        return await due(self.town, self.pair)


async def proposed(town: Town, *, chats: bool = True, second: bool = False, **terms: Any) -> Stage:
    """A pair that its helper is being asked for."""
    officer = await town.settle("周敏", "assistance")
    home, grandma = await household(town, chats=chats)
    who, volunteer_id = await helper(town, "李敏")
    other = await helper(town, "赵强") if second else (0, 0)
    place = await center_id(town)
    if second:
        terms["second_id"] = other[1]
    row = await town.do(officer, pairs.propose, place, home, volunteer_id, **TERMS | terms)
    return Stage(town, officer, who, other[0], grandma or 0, home, place, row.id)


async def begun(town: Town, **how: Any) -> Stage:
    """A pair that has begun; its second helper has agreed too."""
    stage = await proposed(town, **how)
    await town.do(stage.helper, pairs.accept, stage.pair)
    await town.do(stage.grandma or stage.officer, pairs.agree, stage.pair)
    if stage.second:
        await town.do(stage.second, pairs_seconds.agree, stage.pair)
    return stage
