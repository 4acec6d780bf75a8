"""Taking a request, working on it, and handing it on: the holder's side."""

from __future__ import annotations

import asyncio
from datetime import timedelta

from domain.requests import REASON_LIMIT
from services import handling, requests
from services.errors import RefusedError
from services.people import share_phone
from storage.requests import moves
from tests.services.steps import refused, taken
from tests.services.town import Town


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
    await town.do(helper, share_phone, "+8613900000001")
    asker = await town.settle("刘小军")
    clerk = await town.settle("孙丽", "clerk")
    request_id = await town.ask(asker, person_id=person, person_name="周敏")
    row = await town.request(request_id)

    assert row.step == "clerk"
    assert any("我来接" in str(one.row.message) or "do|take" in str(one.taps) for one in town.told[clerk])
    assert not any(tap.startswith("do|take") for one in town.told[helper] for tap in one.taps)
    assert await refused(town, helper, handling.take, request_id) == "refused-not-yours"


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


async def test_a_reason_is_kept_as_long_as_it_is_sensible(town: Town) -> None:
    _asker, holder, request_id = await taken(town)
    await town.do(holder, handling.give_back, request_id, "长" * 4000)

    assert (await town.history(request_id))[-1][-1] == "长" * REASON_LIMIT
