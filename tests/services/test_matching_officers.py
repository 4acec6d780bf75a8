"""Plans for many households as use cases: whose business one is while the clock goes on with it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from services import matching, roles
from storage import matching as stored
from storage import people
from storage import roles as stored_roles
from storage.matching import MatchPlan
from tests.services.pairing import center_id, helper, household
from tests.services.steps import refused
from tests.services.town import Town


async def clock(town: Town) -> None:
    """The clock goes on with every plan that is due."""
    while True:
        async with town.begin() as tx:
            if not await matching.go_on_one(tx):
                break


async def kept(town: Town, plan_id: int) -> MatchPlan:
    """The plan as it is kept."""
    async with town.begin() as tx:
        row = await stored.plan(tx, plan_id)
        assert row is not None
        return row


async def loses(town: Town, director: int, who: int, role: str = "assistance") -> None:
    """The director takes a role back."""
    place = await center_id(town)
    async with town.begin() as tx:
        held = await stored_roles.active_grant(tx, who, place, role)
        assert held is not None
    await town.do(director, roles.revoke, held.id)


async def stage(town: Town) -> tuple[int, int, int]:
    """A director, an assistance officer, somebody who helps, and a household without a helper."""
    director, officer = await town.settle("马国强", "director"), await town.settle("陈芳", "assistance")
    li, _ = await helper(town, "李强", sex="m")
    await household(town, "王秀英", chats=False)
    return director, officer, li


async def asks(town: Town, officer: int) -> int:
    """A plan for everybody is asked for; its id."""
    row = await town.do(officer, matching.ask, None, "care", "monthly")
    return row.id


async def test_a_plan_asked_for_by_somebody_who_is_officer_no_more_goes_to_whoever_is(town: Town) -> None:
    director, officer, _ = await stage(town)
    await town.settle("周云", "assistance")
    next_one = await town.settle("周敏", "assistance", center="dongxing", village="东头")
    plan_id = await asks(town, officer)
    await loses(town, director, officer)
    town.forget()
    await clock(town)
    assert (await kept(town, plan_id)).state == "ready"
    told = [who for who, said in town.told.items() if any("配好了" in one.words for one in said)]
    assert told and officer not in told and director not in told and next_one not in told


async def test_a_year_later_it_goes_to_the_officer_of_then(town: Town) -> None:
    director, officer, _ = await stage(town)
    plan_id = await asks(town, officer)
    await clock(town)
    await town.do(officer, matching.approve, plan_id)
    await clock(town)
    async with town.begin() as tx:
        row = await stored.plan(tx, plan_id)
        assert row is not None and row.state == "done"
    await loses(town, director, officer)
    then = await town.settle("周云", "assistance")
    town.forget()
    town.now += matching.AGAIN
    await clock(town)
    assert "配好了" in town.heard(then) and not town.heard(officer)


async def test_what_a_leader_approved_while_standing_in_is_carried_out_by_the_officer_who_is_back(
    town: Town,
) -> None:
    director, officer, li = await stage(town)

    async def reaches(*, reachable: bool) -> None:
        async with town.begin() as tx:
            account = await people.account(tx, officer)
            assert account is not None
            account.reachable = reachable

    await reaches(reachable=False)
    plan_id = await asks(town, director)
    await clock(town)
    assert "配好了" in town.heard(director)
    await town.do(director, matching.approve, plan_id)
    await reaches(reachable=True)
    await clock(town)
    assert (await kept(town, plan_id)).asked == 1
    assert "王秀英" in town.heard(li) and "配的都问过了" in town.heard(officer)
    assert await refused(town, director, matching.drop, plan_id) == "not-found"


@pytest.mark.parametrize("minutes", [59, 60])
async def test_a_plan_that_is_nobodys_business_just_now_waits_an_hour(town: Town, minutes: int) -> None:
    director, officer, li = await stage(town)
    plan_id = await asks(town, officer)
    await clock(town)
    await town.do(officer, matching.approve, plan_id)
    async with town.begin() as tx:
        for who in (director, officer):
            account = await people.account(tx, who)
            assert account is not None
            account.reachable = False
    await clock(town)
    assert "王秀英" not in town.heard(li)
    async with town.begin() as tx:
        account = await people.account(tx, officer)
        assert account is not None
        account.reachable = True
    town.now += timedelta(minutes=minutes)
    await clock(town)
    assert ("王秀英" in town.heard(li)) is (minutes == 60)
