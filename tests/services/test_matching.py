"""Plans for many households: who may, what a plan is made around, and what became impossible meanwhile."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from domain.volunteers import Step
from services import matching, pairs, volunteers
from services.errors import NotFoundError, RefusedError
from storage.matching import MatchPlan
from tests.services.pairing import center_id, helper, household
from tests.services.town import Town


@dataclass
class Scene:
    """An officer, helpers by name (account, volunteer), and households by name."""

    town: Town
    officer: int
    center: int
    helpers: dict[str, tuple[int, int]] = field(default_factory=dict)
    homes: dict[str, int] = field(default_factory=dict)

    async def clock(self) -> None:
        """The clock does what is due of plans."""
        while True:
            async with self.town.begin() as tx:
                if not await matching.go_on_one(tx):
                    return

    async def plan(self) -> MatchPlan:
        """A plan for everybody, made."""
        row = await self.town.do(self.officer, matching.ask, None, "care", "monthly")
        await self.clock()
        return await self.kept(row.id)

    async def kept(self, plan_id: int) -> MatchPlan:
        """A plan as it is kept."""
        return await self.town.do(self.officer, matching.one, plan_id)

    def pairs_of(self, row: MatchPlan) -> set[tuple[str, str]]:
        """Who helps whom in a plan, by name."""
        homes = {home: name for name, home in self.homes.items()}
        names = {volunteer: name for name, (_, volunteer) in self.helpers.items()}
        return {(homes[home], names[who]) for home, who, *_ in row.matches}


async def scene(town: Town, helpers: tuple[str, ...], homes: tuple[str, ...]) -> Scene:
    """An officer, helpers with one place each, and households without a helper."""
    made = Scene(town, await town.settle("周敏", "assistance"), await center_id(town))
    for name in helpers:
        made.helpers[name] = await helper(town, name, ceiling=1)
    for name in homes:
        made.homes[name], _ = await household(town, name, chats=False)
    return made


async def test_as_many_as_there_are_places_are_served_and_the_rest_say_why(any_town: Town) -> None:
    stage = await scene(any_town, ("甲", "乙"), ("王一", "王二", "王三"))
    row = await stage.plan()
    assert row.state == "ready" and len(row.matches) == 2
    assert [why for _, why in row.unserved] == ["full"]


async def test_a_helper_fixed_who_is_not_there_any_more_is_let_go(town: Town) -> None:
    stage = await scene(town, ("甲", "乙"), ("王一",))
    row = await stage.plan()
    (home, who), *_ = stage.pairs_of(row)
    await town.do(stage.officer, matching.mend, row.id, stage.homes[home], keep=True)
    await town.do(stage.officer, volunteers.step, stage.helpers[who][1], Step.SUSPEND, "歇一歇")
    await town.do(stage.officer, matching.again, row.id)
    await stage.clock()
    row = await stage.kept(row.id)
    assert row.fixed == [] and stage.pairs_of(row) == {(home, "乙" if who == "甲" else "甲")}


async def test_fixed_and_struck_take_each_others_place_and_twice_is_taken_back(town: Town) -> None:
    stage = await scene(town, ("甲",), ("王一",))
    row = await stage.plan()
    home, pair = stage.homes["王一"], [stage.homes["王一"], stage.helpers["甲"][1]]

    async def mended(*, keep: bool) -> tuple[list[list[int]], list[list[int]]]:
        found = await town.do(stage.officer, matching.mend, row.id, home, keep=keep)
        return found.fixed, found.struck

    assert await mended(keep=True) == ([pair], [])
    assert await mended(keep=False) == ([], [pair])
    assert await mended(keep=True) == ([pair], [])
    assert await mended(keep=True) == ([], [])
    with pytest.raises(NotFoundError):
        await town.do(stage.officer, matching.mend, row.id, 10_000, keep=True)


async def test_a_household_that_found_somebody_meanwhile_is_passed_over(town: Town) -> None:
    stage = await scene(town, ("甲", "乙"), ("王一", "王二"))
    row = await stage.plan()
    home, who = sorted(stage.pairs_of(row))[0]
    terms = {"purpose": "care", "rhythm": "weekly"}
    place, volunteer = stage.homes[home], stage.helpers[who][1]
    await town.do(stage.officer, pairs.propose, stage.center, place, volunteer, **terms)
    await town.do(stage.officer, matching.approve, row.id)
    town.forget()
    await stage.clock()
    row = await stage.kept(row.id)
    assert (row.state, row.proposed, row.asked) == ("done", 2, 1)
    assert "另外 1 户已经不用问了" in town.heard(stage.officer)


async def test_a_new_plan_takes_the_place_of_one_nobody_approved_and_waits_for_one_under_way(
    town: Town,
) -> None:
    stage = await scene(town, ("甲",), ("王一",))
    first = await stage.plan()
    second = await stage.plan()
    assert (await stage.kept(first.id)).state == "dropped"
    with pytest.raises(RefusedError):
        await town.do(stage.officer, matching.approve, first.id)
    await town.do(stage.officer, matching.approve, second.id)
    with pytest.raises(RefusedError):
        await town.do(stage.officer, matching.ask, None, "care", "monthly")
    await stage.clock()
    assert (await stage.plan()).matches == []


async def test_a_plan_is_for_whoever_looks_after_the_association_of_its_center(town: Town) -> None:
    stage = await scene(town, ("甲",), ("王一",))
    row = await stage.plan()
    other = await town.settle("李敏", "assistance", center="dongxing", village="东头")
    for who in (other, stage.helpers["甲"][0], await town.settle("马国强", "director")):
        for use_case in (matching.one, matching.again, matching.approve, matching.drop):
            with pytest.raises(NotFoundError):
                await town.do(who, use_case, row.id)  # type: ignore[arg-type]


async def test_for_nobody_there_is_nothing_to_approve(town: Town) -> None:
    stage = await scene(town, (), ("王一",))
    row = await stage.plan()
    assert row.matches == [] and len(row.unserved) == 1
    with pytest.raises(RefusedError):
        await town.do(stage.officer, matching.approve, row.id)
    for purpose, rhythm in (("fun", "monthly"), ("care", "hourly")):
        with pytest.raises(NotFoundError):
            await town.do(stage.officer, matching.ask, None, purpose, rhythm)
