"""What the clock does to a request that nobody takes, and to a holder who is silent."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest

from services import duty, escalation, handling, handover, requests, roles, routing, thread
from storage import people, units
from storage.requests import ServiceRequest
from storage.transaction import Tx
from tests.services.steps import taken
from tests.services.town import NOW, Town

TUESDAY = 1
LADDER = ("assistance", "clerk", "director", "deputy", "township", "county")


async def tick(town: Town, **time: float) -> int:
    """Let time pass and the clock do all that is due; how often it did something."""
    town.passes(**time)
    times = 0
    for step in (escalation.rise_one, escalation.remind_one):
        while await _once(town, step):
            times += 1
            assert times < 100, "the clock spins"
    return times


async def _once(town: Town, step: Callable[[Tx], Awaitable[bool]]) -> bool:
    async with town.begin() as tx:
        return await step(tx)


async def to(town: Town, request_id: int, moment: str = "rise_at", *, early: bool = False) -> None:
    """Move the clock to a promise of a request (or just before it), and let it act."""
    at = getattr(await town.request(request_id), moment)
    assert at is not None
    town.now = at - timedelta(microseconds=1) if early else at
    await tick(town)


async def test_nobody_takes_it_and_it_rises_step_by_step_to_the_county(any_town: Town) -> None:
    town = any_town
    asker = await town.settle("王秀英")
    people_ = [await town.settle(role, role) for role in LADDER]
    request_id = await town.ask(asker)
    steps = [(await town.request(request_id)).step]
    for _ in range(6):
        await to(town, request_id)
        steps.append((await town.request(request_id)).step)

    assert steps == ["desk", "clerk", "director", "deputy", "township", "county", "county"]
    assert [sum("我来接" in str(one.message) or "do|take" in str(one.taps) for one in town.told[who]) > 0
            for who in people_] == [True] * 6  # fmt: skip
    risen = [move for move in await town.history(request_id) if move[0] == "rise"]
    assert len(risen) == 6
    assert "还没有人接" in town.heard(asker)


async def test_it_does_not_rise_a_moment_too_early(town: Town) -> None:
    asker = await town.settle("王秀英")
    await town.settle("周敏", "assistance")
    clerk = await town.settle("孙丽", "clerk")
    request_id = await town.ask(asker)
    await to(town, request_id, early=True)

    assert (await town.request(request_id)).step == "desk"
    assert town.told[clerk] == []


async def test_those_who_may_take_it_are_reminded_before_it_rises_and_only_once(town: Town) -> None:
    asker, helper = await town.settle("王秀英"), await town.settle("周敏", "assistance")
    request_id = await town.ask(asker)
    town.forget()
    await to(town, request_id, "remind_at")
    row = await town.request(request_id)

    assert "还没人接" in town.last(helper).words
    assert "值班员" in town.last(helper).words  # to whom it goes otherwise
    assert f"do|take|{request_id}" in town.last(helper).taps
    assert row.rise_at is not None
    assert town.now < row.rise_at
    assert row.remind_at is None
    assert len(town.told[helper]) == 1


async def test_whoever_it_rises_past_is_told_once_and_may_still_take_it(any_town: Town) -> None:
    town = any_town
    asker, helper = await town.settle("王秀英"), await town.settle("周敏", "assistance")
    await town.settle("孙丽", "clerk")
    await town.settle("马国强", "director")
    request_id = await town.ask(asker)
    for _ in range(2):
        await to(town, request_id)
    assert town.heard(helper).count("到时候了没人接") == 1
    await town.do(helper, handling.take, request_id)

    assert (await town.request(request_id)).holder_role == "assistance"


async def test_neither_words_nor_edits_restart_its_clock(town: Town) -> None:
    asker = await town.settle("王秀英")
    await town.settle("周敏", "assistance")
    request_id = await town.ask(asker)
    before = await town.request(request_id)
    town.passes(hours=1)
    said = town.says("再说一句")
    await town.do(asker, thread.speak, request_id, [said])
    await town.do(asker, thread.edited, said.model_copy(update={"content": said.content}))
    after = await town.request(request_id)

    assert (after.due_at, after.rise_at, after.remind_at) == (before.due_at, before.rise_at, before.remind_at)


async def test_with_nobody_above_it_goes_round_from_below_and_is_never_without_an_owner(
    town: Town,
) -> None:
    asker, helper = await town.settle("王秀英"), await town.settle("周敏", "assistance")
    request_id = await town.ask(asker)
    for _ in range(3):
        await to(town, request_id)
        row = await town.request(request_id)
        assert (row.step, row.rise_at is not None) == ("desk", True)
    assert sum(f"do|take|{request_id}" in one.taps for one in town.told[helper]) >= 3


async def test_what_only_somebody_who_leaves_was_offered_moves_on_at_once(any_town: Town) -> None:
    town = any_town
    asker, helper = await town.settle("王秀英"), await town.settle("周敏", "assistance")
    clerk = await town.settle("孙丽", "clerk")
    request_id = await town.ask(asker)
    async with town.begin() as tx:
        await handover.gone(tx, helper)
    await tick(town, seconds=5)

    assert (await town.request(request_id)).step == "clerk"
    assert f"do|take|{request_id}" in town.last(clerk).taps


async def test_what_only_somebody_who_loses_the_role_was_offered_moves_on_at_once(town: Town) -> None:
    asker, helper = await town.settle("王秀英"), await town.settle("周敏", "assistance")
    director = await town.settle("马国强", "director")
    request_id = await town.ask(asker)
    async with town.begin() as tx:
        grant = (await town.account(tx, helper)).grants[0].id
        await roles.revoke(tx, await town.account(tx, director), grant)
    await tick(town, seconds=5)

    assert f"do|take|{request_id}" in town.last(director).taps


async def test_what_others_were_offered_too_stays_with_them_when_one_leaves(town: Town) -> None:
    asker, helper = await town.settle("王秀英"), await town.settle("周敏", "assistance")
    await town.settle("吴强", "assistance")
    request_id = await town.ask(asker)
    before = (await town.request(request_id)).rise_at
    async with town.begin() as tx:
        await handover.gone(tx, helper)

    assert (await town.request(request_id)).rise_at == before


async def test_refused_twice_and_with_nobody_above_it_is_somebodys_below_at_once(any_town: Town) -> None:
    town = any_town
    asker, helper = await town.settle("王秀英"), await town.settle("周敏", "assistance")
    officer = await town.settle("赵县长", "county")
    request_id = await town.ask(asker)
    for _ in range(2):
        await to(town, request_id)
    assert (await town.request(request_id)).step == "county"
    await town.do(officer, handling.take, request_id)
    for _ in range(2):
        await town.do(officer, handling.finish, request_id)
        await town.do(asker, requests.reopen, request_id, "还是老样子")

    assert (await town.request(request_id)).step == "desk"
    assert f"do|take|{request_id}" in town.last(helper).taps


@pytest.mark.parametrize("urgent", [False, True])
async def test_whoever_gives_back_what_nobody_else_could_take_is_offered_it_again(
    town: Town, urgent: bool
) -> None:
    asker, helper = await town.settle("王秀英"), await town.settle("周敏", "doctor")
    request_id = await town.ask(asker, "health", urgent=urgent)
    await town.do(helper, handling.take, request_id)
    town.forget()
    await town.do(helper, handling.give_back, request_id, "我病了")

    assert f"do|take|{request_id}" in town.last(helper).taps


async def test_with_nobody_anywhere_the_clock_finds_whoever_comes_later(town: Town) -> None:
    asker = await town.settle("王秀英")
    request_id = await town.ask(asker)
    assert (await town.request(request_id)).step == "county"
    helper = await town.settle("周敏", "assistance")
    await to(town, request_id)

    assert (await town.request(request_id)).step == "desk"
    assert f"do|take|{request_id}" in town.last(helper).taps


async def test_a_silent_holder_is_nudged_at_half_time_then_loses_it_and_everybody_concerned_is_told(
    any_town: Town,
) -> None:
    town = any_town
    asker, holder, request_id = await taken(town)
    other, director = await town.settle("吴强", "assistance"), await town.settle("马国强", "director")
    town.forget()
    await to(town, request_id, "remind_at")
    assert "对方还没听到信儿" in town.last(holder).words
    assert town.now - NOW < timedelta(days=2)
    await to(town, request_id, "rise_at")
    row = await town.request(request_id)

    assert (row.status, row.step, row.holder_id) == ("returned", "desk", None)
    assert "换人给您办" in town.heard(asker)
    assert "没有消息，先请别人接着办" in town.heard(holder)
    assert "接了没有消息" in town.heard(director)
    assert f"do|take|{request_id}" in town.last(other).taps
    assert f"do|take|{request_id}" not in [tap for one in town.told[holder] for tap in one.taps]
    assert ("lapse", "assigned", "returned", None, None) in await town.history(request_id)


async def test_a_word_at_the_last_minute_keeps_it_and_lateness_is_told_once(town: Town) -> None:
    asker, holder, request_id = await taken(town)
    director = await town.settle("马国强", "director")
    await to(town, request_id, early=True)
    await town.do(holder, thread.speak, request_id, [town.says("明天来")])
    town.forget()
    await to(town, request_id)
    row = await town.request(request_id)
    assert (row.holder_id, row.status) == (holder, "in_progress")
    assert "晚了，对不住" in town.last(asker).words
    assert "过了" in town.heard(holder)
    assert "还没办好" in town.heard(director)

    await town.do(holder, thread.speak, request_id, [town.says("后天来")])
    await to(town, request_id)
    assert town.heard(director).count("还没办好") == 1
    await to(town, request_id)  # and now silence again: it goes back
    assert (await town.request(request_id)).holder_id is None


async def test_a_holder_who_gave_word_is_reminded_before_it_is_due_and_not_nudged(town: Town) -> None:
    _, holder, request_id = await taken(town)
    await town.do(holder, thread.speak, request_id, [town.says("明天来")])
    town.forget()
    await to(town, request_id, "remind_at")
    assert town.told[holder] == []
    await to(town, request_id, "remind_at")
    row = await town.request(request_id)

    assert "快到时候了" in town.last(holder).words
    assert row.due_at is not None
    assert town.now < row.due_at


async def test_a_holder_who_has_left_the_chat_loses_it_at_half_time(town: Town) -> None:
    _, holder, request_id = await taken(town)
    other = await town.settle("吴强", "assistance")
    async with town.begin() as tx:
        (await town.account(tx, holder)).reachable = False
    await to(town, request_id, "remind_at")

    assert (await town.request(request_id)).holder_id is None
    assert f"do|take|{request_id}" in town.last(other).taps


async def test_what_is_over_has_no_clock(town: Town) -> None:
    asker, holder, request_id = await taken(town)
    await town.do(holder, handling.finish, request_id)
    done = await town.request(request_id)
    assert (done.due_at, done.rise_at, done.remind_at) == (None, None, None)
    await town.do(asker, requests.confirm, request_id)
    assert await tick(town, days=60) == 0

    again = await town.ask(asker)
    await town.do(asker, requests.cancel, again)
    assert (await town.request(again)).rise_at is None


async def test_a_confidential_request_is_named_to_the_director_by_number_and_line_only(town: Town) -> None:
    asker, mediator = await town.settle("王秀英"), await town.settle("老周", "mediator")
    await town.settle("小李", "mediator")
    director = await town.settle("马国强", "director")
    request_id = await town.ask(asker, "mediation", "隔壁占了我家地界", topic="boundary")
    await town.do(mediator, handling.take, request_id)
    await to(town, request_id)

    words = town.heard(director)
    assert "1007" in words
    assert "地界" not in words
    assert "王秀英" not in words


async def test_one_request_at_which_the_clock_stumbles_does_not_hold_up_the_others(
    town: Town, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    asker = await town.settle("王秀英")
    await town.settle("周敏", "assistance")
    clerk = await town.settle("孙丽", "clerk")
    bad, good = await town.ask(asker), await town.ask(asker)
    place = routing.place

    async def stumbles(tx: Tx, row: ServiceRequest, *args: str) -> list[people.Account]:
        placed = await place(tx, row, *args)
        if row.id == bad:
            raise LookupError("a broken row")
        return placed

    monkeypatch.setattr(routing, "place", stumbles)
    with caplog.at_level(logging.ERROR):
        await to(town, good)

    assert "The clock stumbled." in caplog.text
    assert (await town.request(good)).step == "clerk"
    left = await town.request(bad)
    assert (left.step, left.rise_at) == ("desk", town.now + escalation.BROKEN_FOR)
    assert all(f"do|take|{bad}" not in one.taps for one in town.told[clerk])


async def test_an_emergency_rings_desk_clerk_and_director_at_once_then_more_every_minute(
    any_town: Town,
) -> None:
    town = any_town
    asker = await town.settle("王秀英")
    roles = ("doctor", "clerk", "director", "deputy", "security", "shopkeeper", "township", "county")
    who = {role: await town.settle(role, role) for role in roles}
    request_id = await town.ask(asker, "health", urgent=True)

    def rung() -> set[str]:
        return {role for role, one in who.items() if town.told[one]}

    assert rung() == {"doctor", "clerk", "director"}
    expected = [{"deputy", "security"}, {"shopkeeper"}, {"township"}, {"county"}]
    for more in expected:
        before = rung()
        await tick(town, minutes=1)
        assert rung() == before | more
    assert (await town.request(request_id)).step == "county"
    calls = len(town.told[who["doctor"]])
    await tick(town, minutes=4)
    assert len(town.told[who["doctor"]]) == calls
    await tick(town, minutes=1)
    assert len(town.told[who["doctor"]]) > calls


async def test_an_empty_circle_is_passed_over_at_once(town: Town) -> None:
    asker, township = await town.settle("王秀英"), await town.settle("镇上", "township")
    request_id = await town.ask(asker, "health", urgent=True)

    assert f"do|take|{request_id}" in town.last(township).taps


async def test_once_taken_an_emergency_rings_no_more_and_the_asker_knows_who_is_coming(town: Town) -> None:
    asker, doctor = await town.settle("王秀英"), await town.settle("李敏", "doctor")
    director = await town.settle("马国强", "director")
    request_id = await town.ask(asker, "health", urgent=True)
    await town.do(doctor, handling.take, request_id)
    assert "李敏 这就来" in town.last(asker).words
    town.forget()
    await tick(town, minutes=5)
    assert town.told[director] == []


async def test_who_took_an_emergency_and_is_silent_is_asked_and_then_it_rings_again(town: Town) -> None:
    asker, doctor = await town.settle("王秀英"), await town.settle("李敏", "doctor")
    director = await town.settle("马国强", "director")
    request_id = await town.ask(asker, "health", urgent=True)
    await town.do(doctor, handling.take, request_id)
    town.forget()
    await tick(town, minutes=10)
    assert "您到了吗" in town.last(doctor).words
    await tick(town, minutes=10)

    assert (await town.request(request_id)).holder_id is None
    assert f"do|take|{request_id}" in [tap for one in town.told[director] for tap in one.taps]


async def test_one_word_is_enough_to_keep_an_emergency_until_it_is_due(town: Town) -> None:
    asker, doctor = await town.settle("王秀英"), await town.settle("李敏", "doctor")
    request_id = await town.ask(asker, "health", urgent=True)
    await town.do(doctor, handling.take, request_id)
    await town.do(doctor, handling.start, request_id)
    await tick(town, minutes=30)
    row = await town.request(request_id)

    assert (row.holder_id, row.rise_at) == (doctor, row.due_at)


async def test_a_shopkeeper_who_takes_an_emergency_is_a_shopkeeper(town: Town) -> None:
    asker, keeper = await town.settle("王秀英"), await town.settle("老钱", "shopkeeper")
    request_id = await town.ask(asker, "health", urgent=True)
    await town.do(keeper, handling.take, request_id)

    assert (await town.request(request_id)).holder_role == "shopkeeper"


async def test_a_false_alarm_calls_off_everybody_who_was_rung(town: Town) -> None:
    asker, doctor = await town.settle("王秀英"), await town.settle("李敏", "doctor")
    clerk = await town.settle("孙丽", "clerk")
    request_id = await town.ask(asker, "health", urgent=True)
    town.forget()
    await town.do(asker, requests.cancel, request_id)

    for one in (doctor, clerk):
        assert "没事了，不用去了" in town.heard(one)
    assert await tick(town, minutes=10) == 0


async def on_duty_today(town: Town, director: int, holder: int, role: str = "assistance") -> None:
    """Put somebody on duty on Tuesdays."""
    async with town.begin() as tx:
        grant = next(one.id for one in (await town.account(tx, holder)).grants if one.role == role)
        unit = await units.unit_by_code(tx, "maqu")
        assert unit is not None
        await duty.put(tx, await town.account(tx, director), unit, grant, TUESDAY, True)


async def test_those_on_duty_are_asked_first_then_the_whole_desk(any_town: Town) -> None:
    town = any_town
    asker, director = await town.settle("王秀英"), await town.settle("马国强", "director")
    on, off = await town.settle("周敏", "assistance"), await town.settle("吴强", "assistance")
    await on_duty_today(town, director, on)
    request_id = await town.ask(asker)
    assert (await town.request(request_id)).step == "duty"
    assert town.told[off] == []
    assert f"do|take|{request_id}" in town.last(on).taps

    await to(town, request_id)
    row = await town.request(request_id)
    assert (row.step, row.due_at) == ("desk", row.rise_at)
    assert f"do|take|{request_id}" in town.last(off).taps
    assert "还没有人接" not in town.heard(asker)  # it is still with the desk it was promised to
    await to(town, request_id)
    assert (await town.request(request_id)).step == "director"


async def test_with_the_whole_desk_on_duty_it_is_not_asked_twice(town: Town) -> None:
    asker, director = await town.settle("王秀英"), await town.settle("马国强", "director")
    only = await town.settle("周敏", "assistance")
    await on_duty_today(town, director, only)
    request_id = await town.ask(asker)

    assert (await town.request(request_id)).step == "desk"
