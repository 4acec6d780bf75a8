"""Queues and lists: what is in them, in which order, page by page; and a request found by its number."""

from __future__ import annotations

from services import desk, handling, requests
from tests.services.town import Town


async def pages(town: Town, who: int) -> list[list[int]]:
    """Every page of somebody's queue."""
    found, page = [], 0
    while True:
        rows, count = await town.do(who, desk.queue, page)
        found.append([row.id for row in rows])
        page += 1
        if page * desk.PAGE >= count:
            return found


async def test_the_urgent_comes_first_then_what_is_due_soonest_then_the_oldest(any_town: Town) -> None:
    town = any_town
    asker, doctor = await town.settle("王秀英"), await town.settle("李医生", "doctor", "assistance")
    old = await town.ask(asker, "health")
    town.passes(hours=1)
    new = await town.ask(asker, "health")
    slow = await town.ask(asker, "assistance")
    alarm = await town.ask(asker, "health", urgent=True)
    held = await town.ask(asker, "health")
    await town.do(doctor, handling.take, held)

    assert await pages(town, doctor) == [[alarm, old, new, slow, held]]


async def test_a_long_queue_is_turned_a_page_at_a_time_and_nothing_is_lost(any_town: Town) -> None:
    town = any_town
    asker, helper = await town.settle("王秀英"), await town.settle("周敏", "assistance")
    ids = [await town.ask(asker) for _ in range(12)]

    assert await pages(town, helper) == [ids[:5], ids[5:10], ids[10:]]
    assert await town.do(helper, desk.queue, 9) == ([], 12)


async def test_a_queue_holds_what_waits_at_the_desk_and_what_one_has_taken(town: Town) -> None:
    asker = await town.settle("王秀英")
    helper, other = await town.settle("周敏", "assistance"), await town.settle("吴强", "assistance")
    mine, theirs, waiting, over = [await town.ask(asker) for _ in range(4)]
    elsewhere = await town.ask(
        await town.settle("何春", center="dongxing", village="东头"), center="dongxing"
    )
    await town.do(helper, handling.take, mine)
    await town.do(other, handling.take, theirs)
    await town.do(asker, requests.cancel, over)

    assert set((await pages(town, helper))[0]) == {mine, waiting}
    assert elsewhere not in (await pages(town, helper))[0]


async def test_who_asked_does_not_find_it_in_the_own_queue(town: Town) -> None:
    helper = await town.settle("周敏", "assistance")
    await town.ask(helper)

    assert await pages(town, helper) == [[]]


async def test_what_has_risen_is_in_the_queue_of_those_above(town: Town) -> None:
    asker, director = await town.settle("王秀英"), await town.settle("马主任", "director")
    request_id = await town.ask(asker, "mediation")

    assert (await town.request(request_id)).step == "director"
    assert await pages(town, director) == [[request_id]]


async def test_a_role_at_two_centers_has_one_queue(town: Town) -> None:
    helper = await town.settle("周敏", "assistance")
    async with town.begin() as tx:
        from bot.seed import settle

        await settle(tx, helper, center="dongxing", name="周敏", village="东头", roles_held=["assistance"])
    here = await town.ask(await town.settle("王秀英"))
    there = await town.ask(await town.settle("何春", center="dongxing", village="东头"), center="dongxing")

    assert set((await pages(town, helper))[0]) == {here, there}


async def test_ones_own_requests_are_listed_newest_first_a_page_at_a_time(any_town: Town) -> None:
    town = any_town
    asker, other = await town.settle("王秀英"), await town.settle("陈建国")
    ids = [await town.ask(asker) for _ in range(6)]
    await town.ask(other)
    await town.do(asker, requests.cancel, ids[2])
    first, more = await town.do(asker, desk.mine, 0)
    second, no_more = await town.do(asker, desk.mine, 1)

    assert [row.id for row in [*first, *second]] == ids[::-1]
    assert (len(first), more, no_more) == (5, True, False)


async def test_exactly_a_page_has_no_next_one(town: Town) -> None:
    asker = await town.settle("王秀英")
    for _ in range(5):
        await town.ask(asker)

    rows, more = await town.do(asker, desk.mine, 0)
    assert (len(rows), more) == (5, False)


async def test_a_number_opens_what_one_may_see_ones_own_before_the_centers(any_town: Town) -> None:
    town = any_town
    grandma = await town.settle("王秀英")
    helper = await town.settle("周敏", "assistance")
    async with town.begin() as tx:
        from bot.seed import settle

        await settle(tx, helper, center="dongxing", name="周敏", village="东头")
    at_desk = await town.ask(grandma)
    own = await town.ask(helper, center="dongxing")
    assert (await town.request(at_desk)).number == (await town.request(own)).number == "1007"

    async def found(who: int, number: str) -> int | None:
        row = await town.do(who, desk.by_number, number)
        return row.id if row else None

    assert await found(helper, "1007") == own
    assert await found(grandma, "1007") == at_desk
    assert await found(await town.settle("陈建国"), "1007") is None
    assert await found(grandma, "1014") is None
