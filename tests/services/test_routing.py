"""Whom a request is offered to, and how far up it has to go to find somebody."""

from __future__ import annotations

import logging

import pytest

from services import handling, routing
from storage import offers, units
from tests.services.town import Town

LADDER = ("assistance", "clerk", "director", "township", "county")
STEPS = ("desk", "clerk", "director", "township", "county")


def offered(town: Town, who: int) -> bool:
    """Whether somebody has been shown a card with the button to take it."""
    return any(tap.startswith("do|take|") for one in town.told[who] for tap in one.taps)


@pytest.mark.parametrize("lowest", range(5))
async def test_it_starts_at_the_lowest_step_where_there_is_anybody(town: Town, lowest: int) -> None:
    asker = await town.settle("王秀英")
    people = [await town.settle(role, role) for role in LADDER[lowest:]]
    request_id = await town.ask(asker)

    assert (await town.request(request_id)).step == STEPS[lowest]
    assert [offered(town, who) for who in people] == [True] + [False] * (len(people) - 1)
    assert ("眼下没人" in town.last(people[0]).words) == (lowest > 0)


async def test_with_nobody_anywhere_it_waits_with_the_county_and_that_is_logged(
    town: Town, caplog: pytest.LogCaptureFixture
) -> None:
    asker = await town.settle("王秀英")
    with caplog.at_level(logging.WARNING):
        request_id = await town.ask(asker)

    assert (await town.request(request_id)).step == "county"
    assert "Nobody at any step" in caplog.text
    officer = await town.settle("赵县长", "county")
    await town.do(officer, handling.take, request_id)  # whoever comes later still finds it
    assert (await town.request(request_id)).holder_role == "county"


async def test_everybody_at_the_desk_is_offered_it_and_nobody_of_another_center(any_town: Town) -> None:
    town = any_town
    asker = await town.settle("王秀英")
    here = [await town.settle(name, "assistance") for name in ("周敏", "吴强")]
    there = await town.settle("何姐", "assistance", center="dongxing", village="东头")
    other = await town.settle("李医生", "doctor")
    await town.ask(asker)

    assert [offered(town, who) for who in (*here, there, other)] == [True, True, False, False]


async def test_a_deputy_is_a_director_when_it_comes_to_that(town: Town) -> None:
    asker, deputy = await town.settle("王秀英"), await town.settle("副主任", "deputy")
    request_id = await town.ask(asker)

    assert offered(town, deputy)
    await town.do(deputy, handling.take, request_id)
    assert (await town.request(request_id)).holder_role == "deputy"


async def test_who_has_blocked_the_bot_is_passed_over(town: Town) -> None:
    asker = await town.settle("王秀英")
    away, clerk = await town.settle("周敏", "assistance"), await town.settle("孙丽", "clerk")
    async with town.begin() as tx:
        (await town.account(tx, away)).reachable = False
    request_id = await town.ask(asker)

    assert (await town.request(request_id)).step == "clerk"
    assert (offered(town, away), offered(town, clerk)) == (False, True)


async def test_one_with_two_roles_at_a_step_is_offered_it_once(town: Town) -> None:
    asker, both = await town.settle("王秀英"), await town.settle("马主任", "director", "deputy")
    await town.ask(asker)

    assert len(town.told[both]) == 1


async def test_the_urgent_goes_out_in_the_fastest_lane(town: Town) -> None:
    from services.outbox import Lane

    asker, doctor = await town.settle("王秀英"), await town.settle("李医生", "doctor")
    await town.ask(asker, "health", urgent=True)
    assert town.last(doctor).row.lane == Lane.URGENT
    await town.ask(asker, "health")
    assert town.last(doctor).row.lane == Lane.NOTIFICATION


async def test_what_was_withdrawn_can_be_offered_again(town: Town) -> None:
    asker = await town.settle("王秀英")
    first, second = await town.settle("周敏", "assistance"), await town.settle("吴强", "assistance")
    request_id = await town.ask(asker)
    for holder, other in ((first, second), (second, first)):
        await town.do(holder, handling.take, request_id)
        town.forget()
        await town.do(holder, handling.give_back, request_id, "没空")
        assert offered(town, other)
        async with town.begin() as tx:
            assert [one.account_id for one in await offers.of_request(tx, request_id)] == [other]


async def test_the_role_that_reads_it_first_is_told_beforehand(town: Town) -> None:
    asker = await town.settle("王秀英", "assistance")

    async def first() -> str:
        async with town.begin() as tx:
            unit = await units.unit_by_code(tx, "maqu")
            assert unit is not None
            return await routing.first_role(tx, unit, "assistance", asker_id=asker)

    assert await first() == "county"
    await town.settle("马主任", "deputy")
    assert await first() == "deputy"
    helper = await town.settle("周敏", "assistance")
    assert await first() == "assistance"
    async with town.begin() as tx:
        (await town.account(tx, helper)).reachable = False
    assert await first() == "deputy"


async def test_a_centers_own_promise_counts(town: Town) -> None:
    asker = await town.settle("王秀英")
    async with town.begin() as tx:
        unit = await units.unit_by_code(tx, "maqu")
        assert unit is not None
        lines = {**unit.settings.get("lines", {}), "assistance": {"take_up": "30min"}}
        unit.settings = {**unit.settings, "lines": lines}
    request_id = await town.ask(asker)
    due = (await town.request(request_id)).due_at

    assert due is not None
    assert (due - town.now).total_seconds() == 30 * 60
