"""Requests that are done together: what follows what, who hears what, and that none is ever left behind."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from random import Random
from typing import Any

import pytest

from domain.requests import CLOSES_AFTER, Action
from services import desk, escalation, handling, merging, requests, routing, thread
from services.errors import NotFoundError, RefusedError
from storage import desk as stored_desk
from storage.requests import ServiceRequest
from tests.services.steps import refused
from tests.services.test_escalation import tick, to
from tests.services.town import Town

MAIN, CHILD = 1, 2
"""Ids in a fresh town: the first request that is asked, and the second."""


async def two_held(town: Town, line: str = "environment", desk: str = "environment") -> tuple[int, int, int]:
    """Two askers whose requests one holder has taken: askers, holder."""
    first, second, holder = (
        await town.settle("王秀英"),
        await town.settle("陈建国"),
        await town.settle("吴强", desk),
    )
    for asker in (first, second):
        await town.do(holder, handling.take, await town.ask(asker, line))
    return first, second, holder


async def merged(town: Town, line: str = "environment", desk: str = "environment") -> tuple[int, int, int]:
    """The same, merged; nobody has been told anything since."""
    found = await two_held(town, line, desk)
    await town.do(found[2], merging.merge, MAIN, CHILD)
    town.forget()
    return found


def where(row: ServiceRequest) -> tuple[Any, ...]:
    """Where a request is, and what the clock would do to it."""
    return row.status, row.line, row.step, row.holder_id, row.holder_role, row.due_at, row.rise_at


async def both(town: Town) -> tuple[ServiceRequest, ServiceRequest]:
    """The main one and what is merged into it."""
    return await town.request(MAIN), await town.request(CHILD)


async def test_merged_the_one_asked_first_leads_and_only_it_is_on_the_desk(any_town: Town) -> None:
    town = any_town
    _, second, holder = await two_held(town)
    town.forget()
    main = await town.do(holder, merging.merge, CHILD, MAIN)

    assert main.id == MAIN
    one, other = await both(town)
    assert (one.merged_into_id, other.merged_into_id) == (None, MAIN)
    assert where(one) == where(other)
    rows, count = await town.do(holder, desk.queue, 0)
    assert ([row.id for row in rows], count) == ([MAIN], 1)
    assert (await town.history(CHILD))[-1] == ("merge", "assigned", "assigned", holder, "1007")
    assert "号不变" in town.last(second).words
    mine, _ = await town.do(second, desk.mine, 0)
    assert [row.id for row in mine] == [CHILD]


async def test_askers_of_what_is_merged_never_learn_of_each_other(town: Town) -> None:
    first, second, holder = await two_held(town)
    town.forget()
    await town.do(holder, merging.merge, MAIN, CHILD)
    await town.do(holder, thread.speak, MAIN, [town.says("下午换灯泡")])
    await town.do(holder, handling.finish, MAIN)

    assert "1007" not in town.heard(second) and "王秀英" not in town.heard(second)
    assert "1010" not in town.heard(first) and "陈建国" not in town.heard(first)


STEPS: dict[str, tuple[Callable[..., Any], tuple[Any, ...], str]] = {
    "start": (handling.start, (), "in_progress"),
    "finish": (handling.finish, (), "done"),
    "return": (handling.give_back, ("没有梯子",), "returned"),
    "transfer": (handling.transfer, ("training", "不是我这类"), "transferred"),
    "decline": (handling.decline, ("今年没钱",), "declined"),
}


@pytest.mark.parametrize("action", STEPS)
async def test_whatever_the_holder_does_is_done_to_both_and_each_asker_is_told(
    any_town: Town, action: str
) -> None:
    town = any_town
    first, second, holder = await merged(town)
    await town.settle("老周", "environment")
    use_case, args, status = STEPS[action]
    await town.do(holder, use_case, MAIN, *args)
    one, other = await both(town)

    assert one.status == status
    assert where(one) == where(other)
    assert (one.closes_at, one.reopen_until) == (other.closes_at, other.reopen_until)
    assert [move[0] for move in await town.history(CHILD)][-1] == action
    told, told_too = town.last(first), town.last(second)
    assert told.words.splitlines()[1:] == told_too.words.splitlines()[1:]
    assert "1007 号" in told.words
    assert "1010 号" in told_too.words
    assert [one.replace("|1", "|2") for one in told.taps] == told_too.taps


async def test_given_back_the_next_one_takes_both_and_reads_both_stories(town: Town) -> None:
    first, second, holder = await merged(town)
    next_one = await town.settle("老周", "environment")
    await town.do(holder, handling.give_back, MAIN, "没有梯子")
    assert [one.row.request_id for one in town.told[next_one] if one.taps] == [MAIN]
    town.forget()
    async with town.begin() as tx:
        account = await town.account(tx, next_one)
        row = await handling.take(tx, account, MAIN)
        await thread.hand_story(tx, row, account)

    one, other = await both(town)
    assert one.holder_id == other.holder_id == next_one
    card = next(told for told in town.told[next_one] if told.row.request_id == CHILD)
    assert "陈建国" in card.words and "家里没人做饭" in card.words and "并在 1007 号里" in card.words
    assert card.taps[:3] == [f"speak|{CHILD}", f"unmerge|{CHILD}", f"open|{MAIN}"]
    assert [told.words.splitlines()[-1][:7] for told in (town.last(first), town.last(second))] == [
        "✋ 环卫员接了"
    ] * 2


async def test_the_former_holders_cards_of_both_are_closed(town: Town) -> None:
    _, _, holder = await merged(town)
    await town.do(holder, handling.give_back, MAIN, "没有梯子")

    closed = [told.row.key for told in town.told[holder] if told.row.method == "edit"]
    assert closed == [f"card:{MAIN}", f"card:{CHILD}"]
    for request_id in (MAIN, CHILD):
        with pytest.raises(RefusedError):
            await town.do(holder, handling.finish, request_id)


async def test_taking_the_merged_one_takes_the_main_one_with_it(town: Town) -> None:
    _, _, holder = await merged(town)
    next_one = await town.settle("老周", "environment")
    await town.do(holder, handling.give_back, MAIN, "没有梯子")
    row = await town.do(next_one, handling.take, CHILD)

    assert row.id == MAIN
    assert {one.holder_id for one in await both(town)} == {next_one}


async def test_of_two_takers_at_once_one_has_both_and_the_other_none(any_town: Town) -> None:
    town = any_town
    _, _, holder = await merged(town)
    takers = [await town.settle(name, "environment") for name in ("老周", "小何")]
    await town.do(holder, handling.give_back, MAIN, "没有梯子")
    results = await asyncio.gather(
        *(town.do(who, handling.take, MAIN) for who in takers), return_exceptions=True
    )

    assert sum(isinstance(one, RefusedError) for one in results) == 1
    one, other = await both(town)
    assert one.holder_id in takers
    assert where(one) == where(other)


@pytest.mark.parametrize("action", [name for name in STEPS if name != "start"])
async def test_an_old_button_of_the_merged_one_says_to_use_the_main_one(town: Town, action: str) -> None:
    _, _, holder = await merged(town)
    use_case, args, _ = STEPS[action]

    assert await refused(town, holder, use_case, CHILD, *args) == "refused-merged"


async def test_what_the_holder_says_in_the_main_one_reaches_both_and_in_the_other_one_that_asker(
    any_town: Town,
) -> None:
    town = any_town
    first, second, holder = await merged(town)
    said = town.says("下午换灯泡")
    receipt = await town.do(holder, thread.speak, MAIN, [said])
    assert receipt.id == "speech-sent-asker"
    assert "下午换灯泡" in town.last(first).words and "1007 号" in town.last(first).words
    assert "下午换灯泡" in town.last(second).words and "1010 号" in town.last(second).words
    assert town.last(second).taps == [f"speak|{CHILD}"]
    assert {one.status for one in await both(town)} == {"in_progress"}

    corrected = said.model_copy(update={"content": said.content.model_copy(update={"text": "明天换"})})
    await town.do(holder, thread.edited, corrected)
    assert "明天换" in town.last(first).words and "明天换" in town.last(second).words

    town.forget()
    await town.do(holder, thread.speak, CHILD, [town.says("您门口那盏也换")])
    assert "您门口那盏也换" in town.last(second).words
    assert town.told[first] == []


async def test_a_word_to_one_asker_is_a_word_for_the_clock_of_both(town: Town) -> None:
    _, second, holder = await merged(town)
    await town.do(holder, thread.speak, CHILD, [town.says("我来了")])
    one, other = await both(town)

    assert one.status == other.status == "in_progress"
    assert one.heard_at == other.heard_at == town.now
    await to(town, MAIN)
    assert (await town.request(MAIN)).holder_id == holder
    assert "晚了，对不住" in town.last(second).words


async def test_what_the_asker_of_the_merged_one_says_reaches_the_holder_with_its_number(town: Town) -> None:
    first, second, holder = await merged(town)
    await town.do(second, thread.speak, CHILD, [town.says("第三根杆子")])

    assert "陈建国" in town.last(holder).words and "1010 号" in town.last(holder).words
    assert town.told[first] == []


async def test_after_it_is_done_each_asker_answers_for_their_own(any_town: Town) -> None:
    town = any_town
    first, second, holder = await merged(town)
    await town.do(holder, handling.finish, MAIN)
    await town.do(first, requests.confirm, MAIN)
    await town.do(second, requests.reopen, CHILD, "我那盏还不亮")
    one, other = await both(town)

    assert (one.status, other.status) == ("closed", "reopened")
    assert (other.merged_into_id, other.holder_id, other.refusals) == (None, holder, 1)
    assert [move[0] for move in await town.history(CHILD)][-2:] == ["refuse", "unmerge"]
    assert "我那盏还不亮" in town.last(holder).words
    assert await tick(town, days=4) > 0  # it has a clock of its own again
    assert "跟他说一声吧" in town.last(holder).words


async def test_not_done_says_the_asker_of_the_main_one_and_the_other_stays_as_it_is(town: Town) -> None:
    first, second, holder = await merged(town)
    await town.do(holder, handling.finish, MAIN)
    await town.do(first, requests.reopen, MAIN, "又灭了")
    town.forget()
    await town.do(holder, thread.speak, MAIN, [town.says("我再来看")])
    assert town.told[second] == []
    town.now += CLOSES_AFTER
    async with town.begin() as tx:
        assert await requests.close_one(tx)
    one, other = await both(town)

    assert (one.status, other.status) == ("in_progress", "closed")


async def test_an_objection_to_a_refusal_rises_alone(town: Town) -> None:
    _, second, holder = await merged(town)
    clerk = await town.settle("孙丽", "clerk")
    await town.do(holder, handling.decline, MAIN, "今年没钱")
    await town.do(second, requests.reopen, CHILD, "隔壁村有", Action.REOPEN)
    one, other = await both(town)

    assert (one.status, other.status, other.step, other.merged_into_id) == (
        "declined",
        "reopened",
        "clerk",
        None,
    )
    assert town.last(clerk).taps[0] == f"do|take|{CHILD}"


async def test_cancelled_by_its_asker_the_merged_one_leaves_the_main_one_alone(town: Town) -> None:
    first, second, holder = await merged(town)
    await town.do(second, requests.cancel, CHILD)
    one, other = await both(town)

    assert (one.status, other.status) == ("assigned", "cancelled")
    assert "1010 号" in town.last(holder).words and "不用办了" in town.last(holder).words
    assert town.told[first] == []


async def test_the_main_one_cancelled_while_held_the_other_stays_with_its_holder(any_town: Town) -> None:
    town = any_town
    first, second, holder = await merged(town)
    due = (await town.request(MAIN)).due_at
    await town.do(first, requests.cancel, MAIN)
    one, other = await both(town)

    assert (one.status, other.status, other.holder_id, other.merged_into_id) == (
        "cancelled",
        "assigned",
        holder,
        None,
    )
    assert other.due_at == due
    assert "1010 号" in town.last(holder).words and "往后单独办" in town.last(holder).words
    assert town.told[second] == []
    await town.do(holder, handling.finish, CHILD)
    assert (await town.request(CHILD)).status == "done"


async def test_the_main_one_cancelled_while_it_waits_the_other_is_offered_by_itself(town: Town) -> None:
    first, _, holder = await merged(town)
    next_one = await town.settle("老周", "environment")
    await town.do(holder, handling.give_back, MAIN, "没有梯子")
    await town.do(first, requests.cancel, MAIN)
    other = await town.request(CHILD)

    assert (other.status, other.holder_id, other.merged_into_id, other.step) == (
        "returned",
        None,
        None,
        "desk",
    )
    assert other.rise_at is not None and other.rise_at > town.now
    assert any(f"do|take|{CHILD}" in told.taps for told in town.told[next_one])


async def test_nobody_takes_them_and_they_rise_together(town: Town) -> None:
    first, second, holder = await merged(town)
    clerk = await town.settle("孙丽", "clerk")
    await town.settle("老周", "environment")
    await town.do(holder, handling.give_back, MAIN, "没有梯子")
    town.forget()
    await to(town, MAIN)
    one, other = await both(town)

    assert one.step == "clerk"
    assert where(one) == where(other)
    assert [told.row.request_id for told in town.told[clerk]] == [MAIN]
    assert "还没有人接" in town.last(first).words and "还没有人接" in town.last(second).words
    assert (await town.history(CHILD))[-1][0] == "rise"


async def test_a_silent_holder_loses_both_and_is_told_of_one(town: Town) -> None:
    _, second, holder = await merged(town)
    await to(town, MAIN)
    one, other = await both(town)

    assert one.status == other.status == "returned"
    assert where(one) == where(other)
    assert "换人给您办" in town.last(second).words
    assert [told.row.request_id for told in town.told[holder] if "先请别人接着办" in told.words] == [MAIN]


async def test_nobody_is_offered_or_given_what_their_own_request_is_merged_into(town: Town) -> None:
    asker, worker = await town.settle("王秀英"), await town.settle("老周", "environment")
    holder = await town.settle("吴强", "environment")
    for who in (asker, worker):
        await town.do(holder, handling.take, await town.ask(who, "environment"))
    await town.do(holder, merging.merge, MAIN, CHILD)
    town.forget()
    await town.do(holder, handling.give_back, MAIN, "没有梯子")
    assert not any(one.startswith("do|take") for told in town.told[worker] for one in told.taps)

    await town.do(worker, handling.take, MAIN)  # found by its number at their own desk
    one, other = await both(town)
    assert (one.holder_id, one.merged_into_id) == (worker, None)
    assert (other.holder_id, other.merged_into_id, other.status) == (None, None, "returned")
    assert f"do|take|{CHILD}" in town.last(holder).taps


async def test_taken_apart_each_is_the_holders_own_with_the_clock_that_ran(any_town: Town) -> None:
    town = any_town
    _, second, holder = await merged(town)
    town.passes(hours=2)
    await town.do(holder, thread.speak, MAIN, [town.says("我来了")])
    row = await town.do(holder, merging.unmerge, CHILD)
    one, other = await both(town)

    assert (row.id, other.merged_into_id) == (CHILD, None)
    assert where(one) == where(other)
    assert other.heard_at == one.heard_at == town.now
    assert "单独办了，还是环卫员在办" in town.last(second).words
    rows, count = await town.do(holder, desk.queue, 0)
    assert (len(rows), count) == (2, 2)
    await town.do(holder, handling.finish, MAIN)
    assert (await town.request(CHILD)).status == "in_progress"
    assert await refused(town, holder, merging.unmerge, CHILD) == "refused-not-merged"


async def test_of_a_confidential_line_nobody_hears_that_somebody_else_has_asked(town: Town) -> None:
    first, second, holder = await two_held(town, "mediation", "mediator")
    town.forget()
    await town.do(holder, merging.merge, MAIN, CHILD)
    await town.do(holder, merging.unmerge, CHILD)
    assert town.told[first] == town.told[second] == []

    third = await town.ask(first, "mediation")
    await town.do(holder, handling.take, third)
    await town.do(holder, merging.merge, MAIN, third)
    assert "号不变" in town.last(first).words


async def test_the_story_of_a_merged_confidential_one_is_an_opening_of_it(town: Town) -> None:
    _, _, holder = await merged(town, "mediation", "mediator")
    async with town.begin() as tx:
        account = await town.account(tx, holder)
        await thread.hand_story(tx, await merging.held(tx, account, MAIN), account)

    assert await town.openings(CHILD) == [holder, holder]  # by taking it, and now


async def test_there_are_no_chains_whichever_of_them_is_merged(any_town: Town) -> None:
    town = any_town
    _, _, holder = await merged(town)
    asker = await town.settle("赵桂芳")
    third, fourth = await town.ask(asker, "environment"), await town.ask(asker, "environment")
    for one in (third, fourth):
        await town.do(holder, handling.take, one)
    await town.do(holder, merging.merge, third, fourth)
    main = await town.do(holder, merging.merge, fourth, CHILD)

    assert main.id == MAIN
    links = [(await town.request(one)).merged_into_id for one in (MAIN, CHILD, third, fourth)]
    assert links == [None, MAIN, MAIN, MAIN]
    for pair in ((MAIN, CHILD), (CHILD, MAIN), (third, fourth), (MAIN, MAIN)):
        assert await refused(town, holder, merging.merge, *pair) == "refused-merge-same"
    await town.do(holder, handling.finish, MAIN)
    assert {(await town.request(one)).status for one in (MAIN, CHILD, third, fourth)} == {"done"}


async def test_the_earlier_promise_is_the_promise_of_both(town: Town) -> None:
    first, second, holder = (
        await town.settle("王秀英"),
        await town.settle("陈建国"),
        await town.settle("吴强", "environment"),
    )
    await town.ask(first, "environment")
    await town.do(holder, handling.take, await town.ask(second, "environment"))
    promise = (await town.request(CHILD)).due_at
    town.passes(hours=4)
    await town.do(holder, handling.take, MAIN)
    await town.do(holder, merging.merge, MAIN, CHILD)
    one, other = await both(town)

    assert one.due_at == other.due_at == promise


async def test_work_that_has_begun_on_one_has_begun_on_both(town: Town) -> None:
    _, _, holder = await two_held(town)
    await town.do(holder, handling.start, CHILD)
    await town.do(holder, merging.merge, MAIN, CHILD)

    assert {one.status for one in await both(town)} == {"in_progress"}
    assert [move[0] for move in await town.history(MAIN)] == ["submit", "take", "start"]


async def test_only_what_is_alike_can_be_merged(town: Town) -> None:
    asker = await town.settle("王秀英")
    holder = await town.settle("吴强", "environment", "shopkeeper", "doctor")
    lamp, seed = await town.ask(asker, "environment"), await town.ask(asker, "shop")
    ill, worse = await town.ask(asker, "health"), await town.ask(asker, "health", urgent=True)
    for one in (lamp, seed, ill, worse):
        await town.do(holder, handling.take, one)

    assert await refused(town, holder, merging.merge, lamp, seed) == "refused-merge-apart"
    assert await refused(town, holder, merging.merge, ill, worse) == "refused-merge-apart"
    await town.do(holder, handling.finish, ill)
    assert await refused(town, holder, merging.merge, ill, worse) == "refused-state"


async def test_two_centers_are_two_worlds(town: Town) -> None:
    here, there = await town.settle("王秀英"), await town.settle("何春", center="dongxing", village="东头")
    holder = await town.settle("马县长", "county")
    for asker, center in ((here, "maqu"), (there, "dongxing")):
        request_id = await town.ask(asker, "environment", center=center)
        await town.do(holder, handling.take, request_id)

    assert await refused(town, holder, merging.merge, MAIN, CHILD) == "refused-merge-apart"
    assert await town.do(holder, merging.beside_it, MAIN, 0, 5) == ([], False)


async def test_only_the_holder_of_both_merges_takes_apart_and_looks(town: Town) -> None:
    first, second, holder = await two_held(town)
    other = await town.settle("老周", "environment")
    theirs = await town.ask(first, "environment")
    await town.do(other, handling.take, theirs)
    stranger = await town.settle("赵桂芳")

    for who, error in ((stranger, NotFoundError), (other, RefusedError), (first, RefusedError)):
        for use_case, args in (
            (merging.merge, (MAIN, CHILD)),
            (merging.pair, (MAIN, CHILD)),
            (merging.unmerge, (CHILD,)),
            (merging.beside_it, (CHILD, 0, 5)),
            (merging.merged_into, (CHILD,)),
        ):
            with pytest.raises(error):
                await town.do(who, use_case, *args)  # type: ignore[arg-type]
    with pytest.raises(RefusedError):
        await town.do(holder, merging.merge, MAIN, theirs)
    assert [row.merged_into_id for row in await both(town)] == [None, None]
    assert second != first


async def test_what_could_be_merged_comes_in_pages_the_newest_first(town: Town) -> None:
    asker, holder = await town.settle("王秀英"), await town.settle("吴强", "environment")
    ids = [await town.ask(asker, "environment") for _ in range(7)]
    for one in ids:
        await town.do(holder, handling.take, one)
    first, more = await town.do(holder, merging.beside_it, ids[0], 0, 5)
    rest, no_more = await town.do(holder, merging.beside_it, ids[0], 1, 5)

    assert ([row.id for row in first], more) == (ids[:1:-1], True)
    assert ([row.id for row in rest], no_more) == ([ids[1]], False)


ASTRAY: dict[str, Callable[[ServiceRequest, ServiceRequest, int], None]] = {
    "given to somebody else": lambda main, _, who: setattr(main, "holder_id", who),
    "at another step": lambda main, _, __: setattr(main, "step", "clerk"),
    "over": lambda main, _, __: setattr(main, "status", "closed"),
    "cancelled": lambda main, _, __: setattr(main, "status", "cancelled"),
}


@pytest.mark.parametrize("how", ASTRAY)
async def test_what_does_not_follow_is_brought_back_by_the_clock(any_town: Town, how: str) -> None:
    town = any_town
    await merged(town)
    other = await town.settle("老周", "environment")
    async with town.begin() as tx:
        rows = [await merging.requests.request(tx, one) for one in (MAIN, CHILD)]
        assert rows[0] is not None and rows[1] is not None
        ASTRAY[how](rows[0], rows[1], other)
    times = 0
    while True:
        async with town.begin() as tx:
            if not await merging.mend_one(tx):
                break
        times += 1
        assert times < 5
    main, child = await both(town)

    assert times == 1
    if main.open:
        assert where(main) == where(child)
    else:
        assert child.open and child.merged_into_id is None and child.rise_at is not None


async def test_a_chain_that_came_about_by_accident_is_undone_by_the_clock(town: Town) -> None:
    first, _, holder = await merged(town)
    third = await town.ask(first, "environment")
    await town.do(holder, handling.take, third)
    async with town.begin() as tx:
        row = await merging.requests.request(tx, third)
        assert row is not None
        row.merged_into_id = CHILD
    async with town.begin() as tx:
        assert await merging.mend_one(tx)
    assert (await town.request(third)).merged_into_id == MAIN


async def test_the_clock_looks_only_at_the_main_one(any_town: Town) -> None:
    town = any_town
    await merged(town)
    town.passes(days=30)
    async with town.begin() as tx:
        assert await escalation.rise_one(tx)
    lapsed = [one for one in (MAIN, CHILD) for move in await town.history(one) if move[0] == "lapse"]
    assert lapsed == [MAIN, CHILD]  # each once: the second by following
    async with town.begin() as tx:
        child = await merging.requests.request(tx, CHILD)
        assert child is not None
        assert await routing.offered(tx, child) == []


class Walk:
    """People who do things at random to a handful of requests of one line."""

    def __init__(self, town: Town, seed: int) -> None:
        self.town = town
        self.rng = Random(seed)

    async def begin(self) -> None:
        """Three askers, one of whom works at the desk as well; workers, a clerk and a director."""
        town = self.town
        self.workers = [await town.settle(name, "environment") for name in ("吴强", "老周")]
        self.askers = [await town.settle(name) for name in ("王秀英", "陈建国")] + self.workers[:1]
        self.workers += [await town.settle("孙丽", "clerk"), await town.settle("马国强", "director")]
        self.count = 0
        for asker in (*self.askers, *self.askers):
            await self._ask(asker)

    async def _ask(self, asker: int) -> None:
        """Something new, that somebody takes more often than not."""
        self.count = await self.town.ask(asker, "environment")
        if self.rng.random() < 0.7:
            with suppress(RefusedError):
                await self.town.do(self.workers[1], handling.take, self.count)

    async def step(self) -> None:
        """Something that may be allowed or not."""
        town, rng = self.town, self.rng
        one, other = await self._pair()
        holder, asker = rng.choice(self.workers), rng.choice(self.askers)
        deeds: list[tuple[int, Callable[..., Any], tuple[Any, ...]]] = [
            *[(self.workers[rng.random() < 0.8], handling.take, (one,))] * 6,
            *[(worker, merging.merge, (one, other)) for worker in self.workers] * 3,
            (holder, merging.unmerge, (one,)),
            (holder, handling.start, (one,)),
            *[(holder, handling.finish, (one,))] * 2,
            *[(holder, handling.give_back, (one, "没空"))] * 2,
            (holder, handling.transfer, (one, rng.choice(("environment", "training")), "转")),
            (holder, handling.decline, (one, "不行")),
            (holder, thread.speak, (one, [town.says("好")])),
            (asker, requests.confirm, (one,)),
            *[(asker, requests.reopen, (one, "没好"))] * 3,
            *[(asker, requests.reopen, (one, "没好", Action.REOPEN))] * 2,
            (asker, requests.cancel, (one,)),
        ]
        who, deed, args = rng.choice(deeds)
        with suppress(RefusedError):
            await town.do(who, deed, *args)
        if rng.random() < 0.1:
            await self._ask(asker)
        if rng.random() < 0.1:
            await tick(town, hours=rng.choice((1, 9, 40)))

    async def _pair(self) -> tuple[int, int]:
        """Two requests: any two, or two that one of the workers has in hand."""
        async with self.town.begin() as tx:
            held = [one.id for one in await stored_desk.of_holder(tx, self.workers[1])]
        if len(held) > 1 and self.rng.random() < 0.6:
            one, other = self.rng.sample(held, 2)
            return one, other
        return self.rng.randint(1, self.count), self.rng.randint(1, self.count)

    async def check(self) -> None:
        """Every open one that is merged is exactly where its main one is, and every other has a clock."""
        rows = {one: await self.town.request(one) for one in range(1, self.count + 1)}
        for row in rows.values():
            if not row.open:
                continue
            assert row.rise_at is not None
            if row.merged_into_id is None:
                continue
            main = rows[row.merged_into_id]
            assert main.open
            assert main.merged_into_id is None
            assert where(row)[1:] == where(main)[1:]
            assert row.status == main.status or main.status == "reopened"
            assert main.holder_id is None or main.holder_id != row.asker_id
        async with self.town.begin() as tx:
            assert not await merging.mend_one(tx)


@pytest.mark.parametrize("seed", range(3))
async def test_whatever_people_do_nothing_that_is_merged_is_ever_left_behind(town: Town, seed: int) -> None:
    walk = Walk(town, seed)
    await walk.begin()
    for _ in range(50):
        await walk.step()
        await walk.check()
    moves = [move[0] for one in range(1, walk.count + 1) for move in await town.history(one)]
    assert moves.count("merge") > 2
