"""Calls to be made: who may, what comes of each answer, and when they rise."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from domain.proxies import PAUSE
from services import calls, handling, proxies
from services.errors import NotFoundError, RefusedError
from storage import calls as stored_calls
from storage.calls import CallTask
from tests.services.steps import refused
from tests.services.test_proxies import relation
from tests.services.town import Town


async def task(town: Town, task_id: int = 1) -> CallTask:
    """The call as it is kept."""
    async with town.begin() as tx:
        found = await stored_calls.task(tx, task_id)
        assert found is not None
        return found


async def rises(town: Town) -> bool:
    """The clock's step."""
    async with town.begin() as tx:
        return await calls.rise_one(tx)


async def called(town: Town, line: str = "assistance") -> tuple[int, int, int]:
    """A clerk who is to call somebody about a request: clerk, proxy, request."""
    clerk_ = await town.settle("孙丽", "clerk")
    child = await town.settle("王芳")
    return clerk_, child, await town.ask(child, line, person_name="王大山", person_phone="13900000009")


@pytest.mark.parametrize("use_case", [calls.agreed, calls.stopped, calls.unreached, calls.task])
async def test_only_the_people_of_its_step_may_answer_a_call(town: Town, use_case: Any) -> None:
    clerk_, child, request_id = await called(town)
    strangers = [
        child,
        await town.settle("陈建国"),
        await town.settle("周敏", "assistance"),
        await town.settle("马主任", "director"),
        await town.settle("钱镇长", "township"),
        await town.settle("何芳", "clerk", center="dongxing", village=None),
    ]
    for someone in strangers:
        with pytest.raises(NotFoundError):
            await town.do(someone, use_case, 1)
    with pytest.raises(NotFoundError):
        await town.do(clerk_, use_case, 99)
    assert (await task(town)).state == "open"
    assert (await town.request(request_id)).status == "submitted"


async def test_the_clerks_word_ends_the_request_and_is_written_down(town: Town) -> None:
    clerk_, child, request_id = await called(town)
    helper = await town.settle("周敏", "assistance")
    await town.do(helper, handling.take, request_id)
    await town.do(clerk_, calls.stopped, 1)
    assert (await town.history(request_id))[-1] == ("cancel", "assigned", "cancelled", clerk_, None)
    kept = await task(town)
    assert (kept.state, kept.done_by_id, kept.done_at) == ("stopped", clerk_, town.now)
    assert "不用办" in town.last(helper).words
    assert "谢谢您操心" in town.last(child).words
    assert await refused(town, clerk_, calls.agreed, 1) == "call-was-stopped"
    assert (await relation(town)).state == "asked"


async def test_agreeing_settles_all_calls_about_the_two(town: Town) -> None:
    clerk_, child, _ = await called(town)
    await town.ask(child, person_name="王大山", person_phone="13900000009")
    await town.do(clerk_, calls.agreed, 2)
    assert [(await task(town, number)).state for number in (1, 2)] == ["agreed", "agreed"]
    kept = await relation(town)
    assert (kept.state, kept.confirmed_by) == ("confirmed", "clerk")
    assert town.heard(child).count("同意了") == 1
    assert await town.do(clerk_, calls.waiting, 0) == ([], 0)


async def test_never_again_drops_the_other_call_and_bars_the_proxy(town: Town) -> None:
    clerk_, child, first = await called(town)
    second = await town.ask(child, person_name="王大山", person_phone="13900000009")
    async with town.begin() as tx:
        await calls.stopped(tx, await town.account(tx, clerk_), 1, never=True)
    assert [(await town.request(one)).status for one in (first, second)] == ["cancelled", "submitted"]
    assert [(await task(town, number)).state for number in (1, 2)] == ["stopped", "dropped"]
    kept = await relation(town)
    assert (kept.state, kept.ended_by) == ("refused", "clerk")
    with pytest.raises(RefusedError):
        await town.ask(child, person_name="王大山", person_phone="13900000009")
    await town.do(child, proxies.ask_again, 1)
    assert await refused(town, child, proxies.ask_again, 1) == "proxy-asked-already"
    await town.do(clerk_, calls.stopped, 3)
    assert "还是想自己来" in town.last(child).words


async def test_not_reached_it_is_due_again_and_after_three_times_lies_with_the_director(town: Town) -> None:
    clerk_, child, _ = await called(town)
    director = await town.settle("马主任", "director")
    first_due = (await task(town)).due_at
    await town.do(clerk_, calls.unreached, 1)
    assert await refused(town, clerk_, calls.unreached, 1) == "call-just-tried"
    town.now += PAUSE
    await town.do(clerk_, calls.unreached, 1)
    kept = await task(town)
    assert kept.tries == 2 and kept.due_at is not None and first_due is not None and kept.due_at > first_due
    assert kept.rise_at == kept.due_at
    assert town.told[director] == []
    town.now += PAUSE
    await town.do(clerk_, calls.unreached, 1)
    kept = await task(town)
    assert (kept.state, kept.step, kept.rise_at) == ("unreachable", "director", None)
    assert "calling|unreached|1" not in town.last(director).taps
    assert "没打通" in town.last(child).words
    assert await refused(town, clerk_, calls.unreached, 1) == "call-was-unreachable"
    assert not await rises(town)
    await town.do(director, calls.agreed, 1)  # he came by
    assert (await relation(town)).state == "confirmed"


async def test_it_rises_once_at_its_time_to_those_above(any_town: Town) -> None:
    town = any_town
    clerk_, _, _ = await called(town)
    director = await town.settle("马主任", "director")
    due = (await task(town)).rise_at
    assert due is not None
    assert not await rises(town)
    town.now = due
    assert await rises(town)
    assert not await rises(town)
    assert len(town.told[director]) == 1
    rows, count = await town.do(director, calls.waiting, 0)
    assert (len(rows), count) == (1, 1)
    assert len((await town.do(clerk_, calls.waiting, 0))[0]) == 1


async def test_with_nobody_at_all_the_request_goes_on_and_the_call_is_kept(town: Town) -> None:
    child = await town.settle("王芳")
    await town.ask(child, person_name="王大山")
    kept = await task(town)
    assert (kept.state, kept.step) == ("open", "county")
    county = await town.settle("县里", "county")
    await town.do(county, calls.agreed, 1)
    assert (await relation(town)).state == "confirmed"


async def test_a_done_request_needs_no_call(town: Town) -> None:
    _, _, request_id = await called(town)
    helper = await town.settle("周敏", "assistance")
    await town.do(helper, handling.take, request_id)
    await town.do(helper, handling.finish, request_id)
    assert (await task(town)).state == "dropped"


async def test_of_two_clerks_at_once_one_is_first(any_town: Town) -> None:
    town = any_town
    clerk_, _, request_id = await called(town)
    second = await town.settle("周平", "clerk")

    async def attempt(who: int, use_case: Any) -> str:
        try:
            await town.do(who, use_case, 1)
        except RefusedError as refusal:
            return refusal.text.id
        return "done"

    said = await asyncio.gather(attempt(clerk_, calls.agreed), attempt(second, calls.stopped))
    kept = await task(town)
    assert sorted(said) in (["call-was-agreed", "done"], ["call-was-stopped", "done"])
    stopped = (await town.request(request_id)).status == "cancelled"
    assert (kept.state, stopped) in (("agreed", False), ("stopped", True))


@pytest.mark.parametrize("line", ["mediation", "civil-affairs", "health", "security"])
async def test_of_a_confidential_line_the_card_says_a_number_only(town: Town, line: str) -> None:
    clerk_, _, request_id = await called(town, line)
    card = town.last(clerk_)
    row = await town.request(request_id)
    assert f"{row.number} 号，问他同意不同意" in card.words
    if row.step == "desk":
        assert row.line not in str(card.message.pack())
    assert not any(tap.startswith("open|") for tap in card.taps)
