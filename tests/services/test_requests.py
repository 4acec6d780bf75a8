"""The life of a request, use case by use case."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from domain.requests import CLOSES_AFTER, REASON_LIMIT, REOPENS_FOR, Action, heard
from services import handling, requests
from services.errors import NotFoundError, RefusedError
from storage.transaction import Tx
from tests.services.town import Town


async def refused(town: Town, who: int, use_case: object, *args: object) -> str:
    """The text id with which somebody is refused."""
    with pytest.raises(RefusedError) as refusal:
        await town.do(who, use_case, *args)  # type: ignore[arg-type]
    return refusal.value.text.id


async def close_what_is_due(town: Town) -> int:
    """Let the clock close what is over; how many that were."""
    times = 0
    while True:
        async with town.begin() as tx:
            if not await requests.close_one(tx):
                return times
        times += 1


async def taken(town: Town, line: str = "assistance", desk: str = "assistance") -> tuple[int, int, int]:
    """A request that somebody at its desk has taken: asker, holder, request."""
    asker, holder = await town.settle("王秀英"), await town.settle("周敏", desk)
    request_id = await town.ask(asker, line)
    await town.do(holder, handling.take, request_id)
    return asker, holder, request_id


async def done(town: Town) -> tuple[int, int, int]:
    """A request whose holder says that it is done: asker, holder, request."""
    asker, holder, request_id = await taken(town)
    await town.do(holder, handling.finish, request_id)
    return asker, holder, request_id


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


async def test_taking_gives_it_to_the_taker_tells_the_asker_and_withdraws_other_cards(
    any_town: Town,
) -> None:
    town = any_town
    asker = await town.settle("王秀英")
    first, second = await town.settle("周敏", "assistance"), await town.settle("吴强", "assistance")
    request_id = await town.ask(asker)
    town.forget()
    await town.do(first, handling.take, request_id)
    row = await town.request(request_id)

    assert (row.status, row.holder_id, row.holder_role) == ("assigned", first, "assistance")
    assert row.due_at == town.now + timedelta(days=3)
    assert "救助专干接了" in town.last(asker).words
    assert town.last(second).row.method == "edit"
    assert town.last(second).words.endswith("✅ 救助专干已经接了。")
    assert town.last(second).taps == []
    assert first not in town.told


async def test_taking_twice_changes_nothing(town: Town) -> None:
    _asker, holder, request_id = await taken(town)
    before, history = await town.request(request_id), await town.history(request_id)
    town.forget()
    town.passes(minutes=1)
    await town.do(holder, handling.take, request_id)
    after = await town.request(request_id)

    assert (after.state_since, after.due_at) == (before.state_since, before.due_at)
    assert await town.history(request_id) == history
    assert town.told == {}


async def test_who_is_second_hears_kindly_who_was_faster(town: Town) -> None:
    _, holder, request_id = await taken(town)
    second = await town.settle("吴强", "assistance")

    assert await refused(town, second, handling.take, request_id) == "refused-taken"
    assert (await town.request(request_id)).holder_id == holder


async def test_two_who_take_at_the_very_same_time_do_not_both_get_it(any_town: Town) -> None:
    town = any_town
    asker = await town.settle("王秀英")
    rivals = [await town.settle(name, "assistance") for name in ("周敏", "吴强", "何老师")]
    request_id = await town.ask(asker)
    ready = asyncio.Barrier(1 if town.database.is_sqlite else len(rivals))

    async def grab(who: int) -> str:
        async with town.begin() as tx:
            account = await town.account(tx, who)
            await ready.wait()  # on PostgreSQL all transactions are open before the first one takes
            try:
                await handling.take(tx, account, request_id)
            except RefusedError as refusal:
                return refusal.text.id
            return "taken"

    results = await asyncio.gather(*(grab(who) for who in rivals))
    row = await town.request(request_id)

    assert sorted(results) == ["refused-taken", "refused-taken", "taken"]
    assert row.holder_id == rivals[results.index("taken")]
    assert [move[0] for move in await town.history(request_id)] == ["submit", "take"]


async def test_the_asker_never_takes_their_own_request_whatever_their_role(town: Town) -> None:
    asker = await town.settle("周敏", "assistance", "clerk", "director")
    await town.settle("孙丽", "clerk")
    request_id = await town.ask(asker)

    assert await refused(town, asker, handling.take, request_id) == "refused-not-yours"


async def test_the_person_acted_for_never_takes_it_either(town: Town) -> None:
    person = await town.enrol("周敏", phone="+8613900000001")
    helper = await town.settle("周敏", "assistance")
    await town.do(helper, share, "+8613900000001")
    asker = await town.settle("刘小军")
    clerk = await town.settle("孙丽", "clerk")
    request_id = await town.ask(asker, person_id=person, person_name="周敏")
    row = await town.request(request_id)

    assert row.step == "clerk"
    assert any("我接下来" in str(one.row.body) or "do|take" in str(one.taps) for one in town.told[clerk])
    assert not any(tap.startswith("do|take") for one in town.told[helper] for tap in one.taps)
    assert await refused(town, helper, handling.take, request_id) == "refused-not-yours"


async def share(tx: Tx, account: object, phone: str) -> None:
    from services.people import share_phone

    await share_phone(tx, account, phone)  # type: ignore[arg-type]


async def test_a_holder_starts_and_finishes_and_the_asker_confirms(any_town: Town) -> None:
    town = any_town
    asker, holder, request_id = await taken(town)
    await town.do(holder, handling.start, request_id)
    assert "救助专干开始办了" in town.last(asker).words
    await town.do(holder, handling.finish, request_id)
    assert "救助专干说办好了" in town.last(asker).words
    assert [tap.split("|")[1] for tap in town.last(asker).taps[:2]] == ["confirm", "refuse"]
    await town.do(asker, requests.confirm, request_id)
    assert "村民说办好了" in town.last(holder).words

    assert await town.history(request_id) == [
        ("submit", None, "submitted", asker, None),
        ("take", "submitted", "assigned", holder, None),
        ("start", "assigned", "in_progress", holder, None),
        ("finish", "in_progress", "done", holder, None),
        ("confirm", "done", "closed", asker, None),
    ]


async def test_every_change_of_state_starts_its_clock_anew_and_nothing_else_does(town: Town) -> None:
    _asker, holder, request_id = await taken(town)
    begun = (await town.request(request_id)).state_since
    town.passes(hours=1)
    await town.do(holder, handling.start, request_id)
    started = await town.request(request_id)
    town.passes(hours=1)
    assert await refused(town, holder, handling.start, request_id) == "refused-state"

    assert started.state_since == begun + timedelta(hours=1)
    assert (await town.request(request_id)).state_since == started.state_since


async def test_passing_on_or_refusing_without_a_reason_is_not_possible(town: Town) -> None:
    _, holder, request_id = await taken(town)

    for reason in ("", "   ", "\n"):
        for use_case in (handling.give_back, handling.decline):
            assert await refused(town, holder, use_case, request_id, reason) == "refused-reason-missing"
        assert await refused(town, holder, handling.transfer, request_id, "training", reason) == (
            "refused-reason-missing"
        )
    assert (await town.request(request_id)).status == "assigned"


async def test_giving_back_offers_it_to_the_others_of_the_desk_with_the_reason(town: Town) -> None:
    asker, holder, request_id = await taken(town)
    other = await town.settle("吴强", "assistance")
    town.forget()
    await town.do(holder, handling.give_back, request_id, "我这几天在县里开会")
    row = await town.request(request_id)

    assert (row.status, row.step, row.holder_id, row.holder_role) == ("returned", "desk", None, None)
    assert "我这几天在县里开会" in town.last(other).words
    assert town.last(other).taps[0] == f"do|take|{request_id}"
    assert "换个人给您办" in town.last(asker).words
    assert "开会" not in town.heard(asker)
    assert "这件事不在您手上" in town.last(holder).words
    assert town.last(holder).taps == []
    assert (await town.history(request_id))[-1] == (
        "return",
        "assigned",
        "returned",
        holder,
        "我这几天在县里开会",
    )


async def test_given_back_by_the_only_one_at_the_desk_it_goes_one_step_up(town: Town) -> None:
    _asker, holder, request_id = await taken(town)
    clerk = await town.settle("孙丽", "clerk")
    await town.do(holder, handling.give_back, request_id, "我病了")

    assert (await town.request(request_id)).step == "clerk"
    assert town.last(clerk).taps[0] == f"do|take|{request_id}"


async def test_a_transferred_request_lies_at_the_other_desk_under_its_own_promise(any_town: Town) -> None:
    town = any_town
    asker, holder, request_id = await taken(town)
    teacher = await town.settle("何老师", "training")
    await town.do(holder, handling.transfer, request_id, "training", "这是学技术的事")
    row = await town.request(request_id)

    assert (row.status, row.line, row.topic, row.step, row.holder_id) == (
        "transferred",
        "training",
        None,
        "desk",
        None,
    )
    assert "这是学技术的事" in town.last(teacher).words
    assert "转到🌱 科技培训了" in town.last(asker).words.replace("🌱 ", "🌱 ")
    async with town.begin() as tx:
        from storage.requests import moves

        last = (await moves(tx, request_id))[-1]
        assert (last.from_line, last.to_line) == ("assistance", "training")


async def test_it_cannot_be_transferred_to_itself_or_to_no_line_at_all(town: Town) -> None:
    _, holder, request_id = await taken(town)

    for line in ("assistance", "nothing", "", "contact", "@village"):
        assert await refused(town, holder, handling.transfer, request_id, line, "因为") == "refused-line"


async def test_it_cannot_be_transferred_to_a_line_that_the_center_has_switched_off(town: Town) -> None:
    asker = await town.settle("何春", center="dongxing", village="东头")
    holder = await town.settle("周敏", "assistance", center="dongxing", village="东头")
    request_id = await town.ask(asker, center="dongxing")
    await town.do(holder, handling.take, request_id)

    assert await refused(town, holder, handling.transfer, request_id, "shop", "要买东西") == "refused-line"


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


async def test_a_reason_is_kept_as_long_as_it_is_sensible(town: Town) -> None:
    _asker, holder, request_id = await taken(town)
    await town.do(holder, handling.give_back, request_id, "长" * 4000)

    assert (await town.history(request_id))[-1][-1] == "长" * REASON_LIMIT


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
    await town.do(grandma, share, "13900000002")
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
    await town.do(grandma, share, "13900000003")
    helper = await town.settle("周敏", "assistance")
    request_id = await town.ask(grandma, person_id=person, person_name="王秀英")
    town.forget()
    await town.do(helper, handling.take, request_id)

    assert len(town.told[grandma]) == 1
