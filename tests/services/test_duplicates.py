"""Asked for already, by the same person or in the same household; and whose business that is."""

from __future__ import annotations

from typing import Any

import pytest

from services import duplicates, handling, requests, thread
from services.errors import RefusedError
from services.requests import Need
from storage import people, units
from storage.requests import ServiceRequest
from tests.services.steps import family
from tests.services.town import Town


async def likely(town: Town, who: int, line: str = "environment", **need: Any) -> list[int]:
    """The ids of what somebody is asked about before they send a need."""
    return [row.id for row in await _with(town, who, duplicates.likely, line, **need)]


async def add(town: Town, who: int, request_id: int, line: str = "environment", **need: Any) -> Any:
    """Add a need to a request."""
    return await _with(town, who, duplicates.add, line, request_id, **need)


async def _with(town: Town, who: int, use_case: Any, line: str, *args: Any, **need: Any) -> Any:
    said = need.pop("said", None) or [town.says("路灯又坏了")]
    async with town.begin() as tx:
        unit = await units.unit_by_code(tx, need.pop("center", "maqu"))
        assert unit is not None
        wanted = Need(line=line, said=said, **need)
        return await use_case(tx, await town.account(tx, who), unit.id, wanted, *args)


async def person_of(town: Town, who: int) -> int:
    """The person of the roster an account is tied to."""
    async with town.begin() as tx:
        found = (await town.account(tx, who)).memberships[0].person_id
        assert found is not None
        return found


async def test_ones_own_open_request_of_the_same_line_is_likely_the_same(any_town: Town) -> None:
    town = any_town
    asker, other = await town.settle("王秀英"), await town.settle("陈建国")
    first, second = await town.ask(asker, "environment"), await town.ask(asker, "environment")
    await town.ask(other, "environment")
    await town.ask(asker, "shop")

    assert await likely(town, asker) == [second, first]
    assert await likely(town, asker, "training") == []


@pytest.mark.parametrize("over", ["cancelled", "done"])
async def test_what_is_over_is_nobodys_duplicate(town: Town, over: str) -> None:
    asker, holder = await town.settle("王秀英"), await town.settle("吴强", "environment")
    request_id = await town.ask(asker, "environment")
    if over == "cancelled":
        await town.do(asker, requests.cancel, request_id)
    else:
        await town.do(holder, handling.take, request_id)
        await town.do(holder, handling.finish, request_id)

    assert await likely(town, asker) == []


async def test_another_center_and_an_emergency_are_other_matters(town: Town) -> None:
    asker = await town.settle("王秀英")
    await town.ask(asker, "health", urgent=True)
    await town.ask(asker, "environment")

    assert await likely(town, asker, "health") == []
    assert await likely(town, asker, center="dongxing") == []


async def test_three_at_most_are_shown(town: Town) -> None:
    asker = await town.settle("王秀英")
    ids = [await town.ask(asker, "environment") for _ in range(5)]

    assert await likely(town, asker) == ids[:1:-1]


async def test_another_of_the_household_has_asked_already(any_town: Town) -> None:
    town = any_town
    wife, husband = await family(town, "王秀英", "王大山")
    (neighbour,) = await family(town, "陈建国", household="F2")
    stranger = await town.settle("赵桂芳")
    request_id = await town.ask(wife, "environment")

    assert await likely(town, husband) == [request_id]
    assert await likely(town, neighbour) == await likely(town, stranger) == []


@pytest.mark.parametrize("line", ["mediation", "health", "security", "civil-affairs"])
async def test_of_a_confidential_line_only_ones_own_are_known(town: Town, line: str) -> None:
    wife, husband = await family(town, "王秀英", "王大山")
    request_id = await town.ask(wife, line)

    assert await likely(town, husband, line) == []
    assert await likely(town, wife, line) == [request_id]
    with pytest.raises(RefusedError):
        await add(town, husband, request_id, line)


async def test_for_somebody_else_it_is_their_household_that_counts(town: Town) -> None:
    grandma, _grandpa = await family(town, "王秀英", "王大山")
    proxy, cousin = await family(town, "刘小军", "刘大军", household="F2")
    person = await person_of(town, grandma)
    hers, ours = await town.ask(grandma, "environment"), await town.ask(cousin, "environment")

    assert await likely(town, proxy, person_id=person, person_name="王秀英") == [hers]
    assert await likely(town, proxy) == [ours]
    for_her = await town.ask(proxy, "environment", person_id=person, person_name="王秀英")
    assert await likely(town, grandma) == [for_her, hers]
    assert await likely(town, cousin) == [ours]  # what he asks for a neighbour is not of his household


async def test_a_clerk_who_files_for_many_is_not_asked_about_the_others(town: Town) -> None:
    clerk = await town.settle("孙丽", "clerk")
    old_li = await town.ask(clerk, "environment", person_name="老李")
    await town.ask(clerk, "environment", person_name="老张")
    own = await town.ask(clerk, "environment")

    assert await likely(town, clerk, person_name="老李") == [old_li]
    assert await likely(town, clerk, person_name="老赵") == []
    assert await likely(town, clerk) == [own]


async def test_a_holder_is_not_asked_to_join_what_they_hold_themselves(town: Town) -> None:
    wife, husband = await family(town, "王秀英", "王大山")
    async with town.begin() as tx:
        from services import roles

        unit = await units.unit_by_code(tx, "maqu")
        assert unit is not None
        await roles.grant(tx, account=await town.account(tx, husband), unit=unit, role="environment", by=None)
    await town.do(husband, handling.take, await town.ask(wife, "environment"))

    assert await likely(town, husband) == []


async def test_added_to_ones_own_the_words_go_into_its_thread(any_town: Town) -> None:
    town = any_town
    asker, holder = await town.settle("王秀英"), await town.settle("吴强", "environment")
    request_id = await town.ask(asker, "environment")
    row, receipt = await add(town, asker, request_id, said=[town.says("桥头那盏也坏了"), town.says("两盏")])
    assert (row.id, receipt.id) == (request_id, "speech-kept")

    await town.do(holder, handling.take, request_id)
    town.forget()
    _, receipt = await add(town, asker, request_id)
    assert receipt.id == "speech-sent-holder"
    assert "路灯又坏了" in town.last(holder).words
    async with town.begin() as tx:
        assert [row.id for row in await duplicates.stored.asked_of(
            tx, row.center_id, "environment", asker_id=asker, person_id=None, household_ids=()
        )] == [request_id]  # fmt: skip


async def test_added_to_that_of_another_it_is_ones_own_and_done_together(any_town: Town) -> None:
    town = any_town
    wife, husband = await family(town, "王秀英", "王大山")
    holder = await town.settle("吴强", "environment")
    request_id = await town.ask(wife, "environment", "家门口黑得很")
    await town.do(holder, handling.take, request_id)
    town.forget()
    row, receipt = await add(town, husband, request_id)
    main, child = await town.request(request_id), await town.request(row.id)

    assert receipt is None
    assert (child.asker_id, child.merged_into_id, child.number) == (husband, request_id, "1010")
    assert (child.status, child.holder_id, child.due_at) == (main.status, holder, main.due_at)
    assert [move[0] for move in await town.history(child.id)] == ["submit", "merge"]
    told = town.heard(holder)
    assert "又有人提了同一件事，1010 号" in told and "王大山" in told and "路灯又坏了" in told
    assert town.told[wife] == []
    await town.do(holder, thread.speak, request_id, [town.says("下午来")])
    assert "下午来" in town.last(husband).words and "1010 号" in town.last(husband).words
    assert "家门口黑得很" not in town.heard(husband)


async def test_added_to_what_nobody_has_taken_it_is_offered_to_nobody_by_itself(any_town: Town) -> None:
    town = any_town
    wife, husband = await family(town, "王秀英", "王大山")
    worker = await town.settle("吴强", "environment")
    request_id = await town.ask(wife, "environment")
    town.forget()
    row, _ = await add(town, husband, request_id)
    child = await town.request(row.id)

    assert (child.status, child.step, child.holder_id) == ("submitted", "desk", None)
    assert town.told[worker] == []
    await town.do(worker, handling.take, request_id)
    assert (await town.request(row.id)).holder_id == worker
    assert "环卫员接了" in town.last(husband).words


async def test_added_to_one_that_is_merged_it_follows_the_main_one(town: Town) -> None:
    wife, husband, son = await family(town, "王秀英", "王大山", "王小山")
    main = await town.ask(wife, "environment")
    second, _ = await add(town, husband, main)
    third, _ = await add(town, son, second.id)

    assert (await town.request(third.id)).merged_into_id == main


async def test_what_is_over_meanwhile_or_none_of_ones_business_is_not_added_to(town: Town) -> None:
    wife, husband = await family(town, "王秀英", "王大山")
    stranger = await town.settle("赵桂芳")
    request_id = await town.ask(wife, "environment")
    for who, wanted in ((stranger, request_id), (husband, 10**9), (husband, -1), (husband, 0)):
        with pytest.raises(RefusedError) as refusal:
            await add(town, who, wanted)
        assert refusal.value.text.id == "duplicate-gone"
    await town.do(wife, requests.cancel, request_id)
    with pytest.raises(RefusedError):
        await add(town, husband, request_id)
    async with town.begin() as tx:
        assert await duplicates.stored.all_children(tx, request_id) == []
        assert isinstance(await tx.session.get(ServiceRequest, request_id), ServiceRequest)


async def test_the_person_acted_for_is_told_of_the_number(town: Town) -> None:
    grandma, _ = await family(town, "王秀英", "王大山")
    proxy = await town.settle("刘小军")
    request_id = await town.ask(grandma, "environment")
    town.forget()
    person = await person_of(town, grandma)
    row, _ = await add(town, proxy, request_id, person_id=person, person_name="王秀英")

    assert "刘小军替您提了这件事" in town.last(grandma).words
    assert (await town.request(row.id)).merged_into_id == request_id


async def test_a_household_of_another_centers_roster_is_another_household(town: Town) -> None:
    wife, husband = await family(town, "王秀英", "王大山")
    request_id, his = await town.ask(wife, "environment"), await person_of(town, husband)
    async with town.begin() as tx:
        there = await units.unit_by_code(tx, "dongxing")
        person = await people.person(tx, his)
        assert there is not None and person is not None
        person.center_id = there.id

    assert await likely(town, husband) == []
    assert await likely(town, wife) == [request_id]
