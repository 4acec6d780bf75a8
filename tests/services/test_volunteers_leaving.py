"""A volunteer's role is taken back: they are in the association no more, and nobody waits for them."""

from __future__ import annotations

import pytest

from domain.volunteers import Step
from services import pairs, pairs_seconds, roles, seats, volunteers
from storage import people, units
from storage import roles as stored_roles
from storage import volunteers as stored
from storage.volunteers import Volunteer
from tests.services.pairing import TERMS, household, pair
from tests.services.steps import refused
from tests.services.test_tasks import kept, offer, stage, volunteer
from tests.services.town import Town


async def row_of(town: Town, who: int, center: str = "maqu") -> Volunteer:
    """How somebody stands with the association."""
    async with town.begin() as tx:
        unit = await units.unit_by_code(tx, center)
        found = await stored.of_account(tx, who, unit.id) if unit else None
        assert found is not None
        return found


async def takes_back(town: Town, director: int, who: int, role: str = "volunteer") -> None:
    """The director takes a role back in the list of roles."""
    async with town.begin() as tx:
        account = await town.account(tx, who)
        held = await stored_roles.active_grant(tx, who, account.current_center_id or 0, role)
        assert held is not None
    await town.do(director, roles.revoke, held.id)


async def test_a_role_that_is_taken_back_frees_what_was_promised_and_everybody_hears(any_town: Town) -> None:
    town = any_town
    director = await town.settle("马国强", "director")
    officer, grandma, request_id, (li, zhao) = await stage(town, "李强", "赵石")
    task_id = await offer(town, officer, request_id)
    await town.do(li, seats.accept, task_id)
    town.forget()
    await takes_back(town, director, li)
    assert (await row_of(town, li)).state == "left"
    assert await kept(town, task_id) == ("open", [(li, "released")])
    assert "李强来不了了" in town.heard(grandma)
    assert "李强不当志愿者了" in town.heard(officer)
    assert "您不再是马曲村社区服务中心的志愿者了" in town.heard(li) and "王秀英" not in town.heard(li)
    assert "有户人家要搭把手" in town.heard(zhao)
    assert await refused(town, li, seats.accept, task_id) == "task-not-any-more"


async def test_their_households_go_on_with_the_second_helper(town: Town) -> None:
    director, officer = await town.settle("马国强", "director"), await town.settle("陈芳", "assistance")
    li, zhao = await volunteer(town, officer, "李强"), await volunteer(town, officer, "赵石")
    home, grandma = await household(town)
    first, second = (await row_of(town, li)).id, (await row_of(town, zhao)).id
    center = (await row_of(town, li)).center_id
    row = await town.do(officer, pairs.propose, center, home, first, second_id=second, **TERMS)
    await town.do(li, pairs.accept, row.id)
    await town.do(grandma or 0, pairs.agree, row.id)
    await town.do(zhao, pairs_seconds.agree, row.id)
    word = (await pair(town, row.id)).code_word
    town.forget()
    await takes_back(town, director, li)
    now = await pair(town, row.id)
    assert (now.helper_id, now.second_id, now.state) == (zhao, None, "active")
    assert now.code_word != word
    assert "赵石" in town.heard(grandma or 0)


async def test_whoever_rests_has_left_too_and_what_was_written_of_them_stays(town: Town) -> None:
    director, officer = await town.settle("马国强", "director"), await town.settle("陈芳", "assistance")
    li = await volunteer(town, officer, "李强")
    row = await row_of(town, li)
    await town.do(officer, volunteers.step, row.id, Step.SUSPEND, "总不来")
    await town.do(officer, volunteers.step, row.id, Step.REINSTATE, "说好了")
    await town.do(li, volunteers.step, row.id, Step.PAUSE)
    async with town.begin() as tx:
        resting = await stored.volunteer(tx, row.id)
        assert resting is not None
        resting.reason = "说好了"
    town.passes(days=1)
    await takes_back(town, director, li)
    gone = await row_of(town, li)
    assert (gone.state, gone.reason, gone.since) == ("left", "说好了", town.now)


async def test_whoever_is_suspended_loses_the_role_and_stays_suspended_with_the_reason(town: Town) -> None:
    officer = await town.settle("陈芳", "assistance")
    li = await volunteer(town, officer, "李强")
    town.forget()
    await town.do(officer, volunteers.step, (await row_of(town, li)).id, Step.SUSPEND, "总不来")
    gone = await row_of(town, li)
    assert (gone.state, gone.reason) == ("suspended", "总不来")
    assert "您不再是" not in town.heard(li)


async def test_somebody_who_leaves_by_themselves_is_not_told_so_twice(town: Town) -> None:
    officer = await town.settle("陈芳", "assistance")
    li = await volunteer(town, officer, "李强")
    town.forget()
    await town.do(li, volunteers.step, (await row_of(town, li)).id, Step.LEAVE)
    assert (await row_of(town, li)).state == "left"
    assert town.heard(officer).count("李强不当志愿者了") == 1
    assert not town.heard(li)


@pytest.mark.parametrize("role", ["doctor", "clerk"])
async def test_another_role_that_is_taken_back_leaves_the_volunteer_a_volunteer(
    town: Town, role: str
) -> None:
    director = await town.settle("马国强", "director")
    officer, _, request_id, (li,) = await stage(town, "李强")
    task_id = await offer(town, officer, request_id)
    await town.do(li, seats.accept, task_id)
    async with town.begin() as tx:
        account = await town.account(tx, li)
        here = await units.unit_of(tx, account.current_center_id or 0)
        await roles.give(tx, account, here, role, director)
    await takes_back(town, director, li, role)
    assert (await row_of(town, li)).state == "active"
    assert await kept(town, task_id) == ("open", [(li, "accepted")])


async def test_a_role_without_an_offer_to_help_is_simply_gone(town: Town) -> None:
    director, invited = await town.settle("马国强", "director"), await town.settle("李强", "volunteer")
    town.forget()
    await takes_back(town, director, invited)
    assert not town.heard(invited)
    async with town.begin() as tx:
        account = await people.account(tx, invited)
        assert account is not None and not account.grants
