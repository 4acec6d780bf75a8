"""The life of a request as its asker sees it: sent, confirmed or not, reopened, cancelled, rated, closed."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.words import translate
from domain.requests import CLOSES_AFTER, REOPENS_FOR, Action, heard
from services import cards, handling, requests, thread
from services.errors import NotFoundError, RefusedError
from services.people import share_phone
from tests.services.steps import done, refused, taken
from tests.services.test_escalation import tick
from tests.services.town import Town


async def close_what_is_due(town: Town) -> int:
    """Let the clock close what is over; how many that were."""
    times = 0
    while True:
        async with town.begin() as tx:
            if not await requests.close_one(tx):
                return times
        times += 1


async def test_a_new_request_has_a_number_that_can_be_said_and_a_time_to_be_taken_up(town: Town) -> None:
    asker = await town.settle("王秀英")
    await town.settle("周敏", "assistance")
    request_id = await town.ask(asker, topic="meals")
    row = await town.request(request_id)

    assert heard(row.number) == row.number == "1007"
    assert (row.status, row.step, row.holder_id, row.topic) == ("submitted", "desk", None, "meals")
    assert row.created_at == row.state_since == town.now
    assert row.due_at == town.now + timedelta(hours=6, minutes=30)  # 4 h of office time, over lunch
    assert await town.history(request_id) == [("submit", None, "submitted", asker, None)]


async def test_numbers_count_up_in_each_center_by_itself(any_town: Town) -> None:
    town = any_town
    here, there = await town.settle("王秀英"), await town.settle("何春", center="dongxing", village="东头")
    first, second = await town.ask(here), await town.ask(here)
    other = await town.ask(there, center="dongxing")

    numbers = [(await town.request(one)).number for one in (first, second, other)]
    assert [number[:-1] for number in numbers] == ["100", "101", "100"]


async def test_an_urgent_request_is_to_be_taken_within_three_minutes_day_and_night(town: Town) -> None:
    asker = await town.settle("王秀英")
    town.passes(hours=14)  # midnight
    request_id = await town.ask(asker, "health", urgent=True)

    assert (await town.request(request_id)).due_at == town.now + timedelta(minutes=3)


async def test_a_refusal_says_why_and_the_asker_may_object_which_goes_one_step_up(town: Town) -> None:
    asker, holder, request_id = await taken(town)
    clerk = await town.settle("孙丽", "clerk")
    await town.do(holder, handling.decline, request_id, "这个政策没有")
    row = await town.request(request_id)
    assert (row.status, row.due_at, row.reopen_until) == ("declined", None, town.now + REOPENS_FOR)
    assert "这个政策没有" in town.last(asker).words
    assert town.last(asker).taps[0] == f"do|reopen|{request_id}"

    await town.do(asker, requests.reopen, request_id, "隔壁村有", Action.REOPEN)
    row = await town.request(request_id)
    assert (row.status, row.step, row.holder_id) == ("reopened", "clerk", None)
    assert "隔壁村有" in town.last(clerk).words
    assert "交给上面的人接着办" in town.last(holder).words


async def test_not_done_goes_back_to_the_holder_with_the_reason_and_a_new_time(town: Town) -> None:
    asker, holder, request_id = await done(town)
    town.passes(hours=2)
    await town.do(asker, requests.reopen, request_id, "饭是冷的")
    row = await town.request(request_id)

    assert (row.status, row.holder_id, row.refusals, row.closes_at) == ("reopened", holder, 1, None)
    assert row.due_at is not None
    assert row.due_at > town.now
    assert "对方说没办好：饭是冷的" in town.last(holder).words


async def test_the_second_not_done_rises_a_step_and_the_holder_is_told(any_town: Town) -> None:
    town = any_town
    asker, holder, request_id = await done(town)
    clerk = await town.settle("孙丽", "clerk")
    await town.do(asker, requests.reopen, request_id, "饭是冷的")
    await town.do(holder, handling.finish, request_id)
    await town.do(asker, requests.reopen, request_id, "还是冷的")
    row = await town.request(request_id)

    assert (row.status, row.step, row.holder_id, row.refusals) == ("reopened", "clerk", None, 2)
    assert "交给上面的人接着办" in town.last(holder).words
    assert town.last(clerk).taps[0] == f"do|take|{request_id}"
    with pytest.raises(RefusedError):
        await town.do(holder, handling.finish, request_id)


async def test_not_done_rises_at_once_when_the_holder_has_left_the_chat(town: Town) -> None:
    asker, holder, request_id = await done(town)
    clerk = await town.settle("孙丽", "clerk")
    async with town.begin() as tx:
        (await town.account(tx, holder)).reachable = False
    await town.do(asker, requests.reopen, request_id, "没人来")

    assert (await town.request(request_id)).step == "clerk"
    assert town.last(clerk).taps[0] == f"do|take|{request_id}"


@pytest.mark.parametrize(("early", "closed"), [(timedelta(seconds=1), 0), (timedelta(), 1)])
async def test_a_finished_request_closes_by_itself_after_three_days_to_the_second(
    any_town: Town, early: timedelta, closed: int
) -> None:
    town = any_town
    asker, _, request_id = await done(town)
    town.now += CLOSES_AFTER - early
    assert await close_what_is_due(town) == closed
    assert (await town.request(request_id)).status == ("closed" if closed else "done")
    if closed:
        assert "就算办完了" in town.last(asker).words
        assert town.last(asker).taps[0] == f"do|reopen|{request_id}"
        assert (await town.history(request_id))[-1] == ("close", "done", "closed", None, None)


async def test_everything_that_is_over_is_closed_and_nothing_else(any_town: Town) -> None:
    town = any_town
    asker, holder = await town.settle("王秀英"), await town.settle("周敏", "assistance")
    ids = [await town.ask(asker) for _ in range(3)]
    for request_id in ids:
        await town.do(holder, handling.take, request_id)
    for request_id in ids[:2]:
        await town.do(holder, handling.finish, request_id)
    town.now += CLOSES_AFTER

    assert await close_what_is_due(town) == 2
    assert [(await town.request(one)).status for one in ids] == ["closed", "closed", "assigned"]
    assert await close_what_is_due(town) == 0


@pytest.mark.parametrize(("late", "opens"), [(timedelta(), True), (timedelta(seconds=1), False)])
async def test_a_closed_request_can_be_reopened_for_fourteen_days_to_the_second(
    any_town: Town, late: timedelta, opens: bool
) -> None:
    town = any_town
    asker, holder, request_id = await done(town)
    await town.do(asker, requests.confirm, request_id)
    town.now += REOPENS_FOR + late
    if opens:
        await town.do(asker, requests.reopen, request_id, "又坏了", Action.REOPEN)
        assert (await town.request(request_id)).holder_id == holder
    else:
        assert await refused(town, asker, requests.reopen, request_id, "又坏了", Action.REOPEN) == (
            "refused-too-late"
        )
        assert (await town.request(request_id)).status == "closed"


async def test_what_closed_by_itself_can_be_reopened_from_then_on_for_fourteen_days(town: Town) -> None:
    asker, _, request_id = await done(town)
    town.now += CLOSES_AFTER
    await close_what_is_due(town)
    town.now += REOPENS_FOR
    await town.do(asker, requests.reopen, request_id, "刚回来，没办好", Action.REOPEN)

    assert (await town.request(request_id)).status == "reopened"


async def test_a_request_that_is_not_needed_any_more_leaves_everybodys_desk(town: Town) -> None:
    asker = await town.settle("王秀英")
    first, second = await town.settle("周敏", "assistance"), await town.settle("吴强", "assistance")
    waiting, held = await town.ask(asker), await town.ask(asker)
    await town.do(first, handling.take, held)
    town.forget()
    await town.do(asker, requests.cancel, waiting)
    await town.do(asker, requests.cancel, held)

    assert [one.words.splitlines()[-1] for one in town.told[second]] == ["村民不办了。"]
    assert "村民说不用办了" in town.last(first).words
    assert {(await town.request(one)).status for one in (waiting, held)} == {"cancelled"}
    assert await refused(town, asker, requests.cancel, held) == "refused-state"


async def test_what_is_done_cannot_be_cancelled(town: Town) -> None:
    asker, _, request_id = await done(town)

    assert await refused(town, asker, requests.cancel, request_id) == "refused-state"


async def test_a_rating_may_be_changed_and_comes_with_a_word_that_the_holder_reads(any_town: Town) -> None:
    town = any_town
    asker, holder, request_id = await done(town)
    await town.do(asker, requests.confirm, request_id)
    await town.do(asker, requests.rate, request_id, 3)
    await town.do(asker, requests.rate, request_id, 5)
    await town.do(asker, requests.add_rating_word, request_id, "  周敏人好  ")
    row = await town.request(request_id)

    assert (row.rating, row.rating_word) == (5, "周敏人好")
    assert "村民打了 5 分，说：周敏人好" in town.last(holder).words


async def test_a_rating_is_from_one_to_five(town: Town) -> None:
    asker, _, request_id = await done(town)
    await town.do(asker, requests.confirm, request_id)

    for stars in (0, 6, -1, 10**9):
        with pytest.raises(RefusedError):
            await town.do(asker, requests.rate, request_id, stars)
    assert (await town.request(request_id)).rating is None


async def test_nothing_is_rated_and_no_word_is_said_before_it_is_closed(town: Town) -> None:
    asker, _holder, request_id = await done(town)
    town.forget()

    assert await refused(town, asker, requests.rate, request_id, 5) == "refused-state"
    assert await refused(town, asker, requests.add_rating_word, request_id, "好") == "refused-state"
    assert town.told == {}


async def test_a_word_needs_a_rating_to_go_with(town: Town) -> None:
    asker, _, request_id = await done(town)
    await town.do(asker, requests.confirm, request_id)

    assert await refused(town, asker, requests.add_rating_word, request_id, "好") == "refused-state"


HOLDERS_MOVES = [
    (handling.start, ()),
    (handling.finish, ()),
    (handling.give_back, ("因为",)),
    (handling.transfer, ("training", "因为")),
    (handling.decline, ("因为",)),
]
ASKERS_MOVES = [
    (requests.confirm, ()),
    (requests.reopen, ("因为",)),
    (requests.cancel, ()),
    (requests.rate, (5,)),
    (requests.add_rating_word, ("好",)),
]


async def test_for_anybody_else_the_request_is_not_there(town: Town) -> None:
    _, _, request_id = await taken(town, "mediation", "mediator")
    others = [
        await town.settle("陈建国"),
        await town.settle("马主任", "director", "clerk"),
        await town.settle("李医生", "doctor"),
        await town.settle("张主任", "mediator", center="dongxing", village="东头"),
    ]
    for use_case, args in [*HOLDERS_MOVES, *ASKERS_MOVES, (handling.take, ())]:
        for who, asked in [*((who, request_id) for who in others), (others[0], 10**9), (others[0], -1)]:
            with pytest.raises(NotFoundError):
                await town.do(who, use_case, asked, *args)  # type: ignore[arg-type]
    assert (await town.request(request_id)).status == "assigned"


async def test_the_asker_cannot_make_the_holders_moves(town: Town) -> None:
    asker, _, request_id = await taken(town)

    for use_case, args in HOLDERS_MOVES:
        assert await refused(town, asker, use_case, request_id, *args) == "refused-not-yours"


async def test_the_holder_cannot_make_the_askers_moves(town: Town) -> None:
    _, holder, request_id = await done(town)

    for use_case, args in ASKERS_MOVES:
        with pytest.raises(NotFoundError):
            await town.do(holder, use_case, request_id, *args)  # type: ignore[arg-type]


async def test_a_request_for_somebody_else_tells_that_person_through_their_own_account(town: Town) -> None:
    person = await town.enrol("王秀英", phone="+8613900000002")
    grandma = await town.settle("王秀英")
    await town.do(grandma, share_phone, "13900000002")
    proxy, helper = await town.settle("刘小军"), await town.settle("周敏", "assistance")
    request_id = await town.ask(proxy, person_id=person, person_name="王秀英")
    assert "刘小军替您提了这件事" in town.last(grandma).words

    await town.do(helper, handling.take, request_id)
    await town.do(helper, handling.finish, request_id)
    assert town.last(grandma).words == town.last(proxy).words
    await town.do(grandma, requests.confirm, request_id)
    assert (await town.request(request_id)).status == "closed"


async def test_who_files_for_themselves_by_name_is_told_once(town: Town) -> None:
    person = await town.enrol("王秀英", phone="+8613900000003")
    grandma = await town.settle("王秀英")
    await town.do(grandma, share_phone, "13900000003")
    helper = await town.settle("周敏", "assistance")
    request_id = await town.ask(grandma, person_id=person, person_name="王秀英")
    town.forget()
    await town.do(helper, handling.take, request_id)

    assert len(town.told[grandma]) == 1


async def test_reopened_the_holders_clock_begins_anew_and_silence_takes_it_away(any_town: Town) -> None:
    town = any_town
    asker, holder, request_id = await done(town)
    colleague = await town.settle("吴强", "assistance")
    await town.do(holder, thread.speak, request_id, [town.says("吃得惯吗？")])
    town.passes(days=2)
    await town.do(asker, requests.reopen, request_id, "饭是冷的")
    row = await town.request(request_id)
    assert (row.heard_at, row.reminded, row.state_since) == (None, 0, town.now)
    assert row.remind_at is not None and row.rise_at is not None
    assert town.now < row.remind_at < row.rise_at == row.due_at

    town.now = row.remind_at
    await tick(town)
    assert "跟他说一声吧" in town.last(holder).words
    town.now = row.rise_at
    await tick(town)
    assert (await town.request(request_id)).holder_id is None
    assert f"do|take|{request_id}" in town.last(colleague).taps


async def test_nobody_hears_of_a_reopened_request_that_it_is_late_from_before(town: Town) -> None:
    asker, holder, request_id = await taken(town)
    await town.do(holder, thread.speak, request_id, [town.says("要等几天")])
    town.passes(days=30)
    await tick(town)
    await town.do(holder, handling.finish, request_id)
    await town.do(asker, requests.reopen, request_id, "饭是冷的")

    row = await town.request(request_id)
    assert row.due_at is not None and row.due_at > town.now
    assert row.reminded == 0


async def lose_role(town: Town, who: int, role: str) -> None:
    """The role is taken back, by whoever may."""
    async with town.begin() as tx:
        (grant,) = [one for one in (await town.account(tx, who)).grants if one.role == role]
        grant.revoked_at = town.now


async def test_not_done_goes_to_the_desk_when_the_holder_has_lost_the_role(any_town: Town) -> None:
    town = any_town
    asker, holder, request_id = await done(town)
    colleague = await town.settle("吴强", "assistance")
    await lose_role(town, holder, "assistance")
    town.forget()
    await town.do(asker, requests.reopen, request_id, "饭是冷的")
    row = await town.request(request_id)

    assert (row.status, row.step, row.holder_id) == ("reopened", "desk", None)
    assert "饭是冷的" in town.last(colleague).words
    assert "请别人接着办" in town.last(holder).words
    assert not any(f"do|take|{request_id}" in told.taps for told in town.told[holder])


async def test_not_done_goes_to_the_others_of_the_desk_when_the_holder_has_left_the_chat(town: Town) -> None:
    asker, holder, request_id = await done(town)
    colleague = await town.settle("吴强", "assistance")
    async with town.begin() as tx:
        (await town.account(tx, holder)).reachable = False
    await town.do(asker, requests.reopen, request_id, "没人来")

    assert (await town.request(request_id)).step == "desk"
    assert "没人来" in town.last(colleague).words


async def test_the_second_not_done_rises_also_when_the_holder_has_lost_the_role(town: Town) -> None:
    asker, holder, request_id = await done(town)
    clerk, colleague = await town.settle("孙丽", "clerk"), await town.settle("吴强", "assistance")
    await town.do(asker, requests.reopen, request_id, "饭是冷的")
    await town.do(holder, handling.finish, request_id)
    await lose_role(town, holder, "assistance")
    town.forget()
    await town.do(asker, requests.reopen, request_id, "还是冷的")

    assert (await town.request(request_id)).step == "clerk"
    assert "还是冷的" in town.last(clerk).words
    assert town.told[colleague] == []


async def test_every_further_not_done_rises_one_step_more(town: Town) -> None:
    asker, holder, request_id = await done(town)
    above = [await town.settle(role, role) for role in ("clerk", "director", "deputy", "township")]
    await town.do(asker, requests.reopen, request_id, "饭是冷的")
    await town.do(holder, handling.finish, request_id)
    steps = []
    for who in above:
        await town.do(asker, requests.reopen, request_id, "还是冷的")
        steps.append((await town.request(request_id)).step)
        await town.do(who, handling.take, request_id)
        await town.do(who, handling.finish, request_id)

    assert steps == ["clerk", "director", "deputy", "township"]


async def test_the_reason_is_read_also_by_whoever_it_has_risen_to(town: Town) -> None:
    asker, holder, request_id = await done(town)
    await town.settle("孙丽", "clerk")
    director = await town.settle("马国强", "director")
    await town.do(asker, requests.reopen, request_id, "饭是冷的")
    await town.do(holder, handling.finish, request_id)
    await town.do(asker, requests.reopen, request_id, "还是冷的")
    row = await town.request(request_id)
    assert row.rise_at is not None
    town.now = row.rise_at
    await tick(town)
    async with town.begin() as tx:
        row = await handling.take(tx, await town.account(tx, director), request_id)
        card = await cards.held(tx, row)

    assert card.text is not None
    assert "还是冷的" in translate(card.text, "zh-Hans")
