"""One request that is really two: the second in the holder's words, for the same asker, offered afresh."""

from __future__ import annotations

import pytest

from domain.messages import Content
from domain.requests import STORY_LIMIT
from services import desk, handling, merging, requests, splitting
from services.errors import NotFoundError
from services.people import share_phone
from storage import thread as stored
from tests.services.steps import done, refused, taken
from tests.services.town import Town


async def story(town: Town, request_id: int) -> list[tuple[str, str]]:
    """What a request says: kinds and words of its asker's side."""
    async with town.begin() as tx:
        found = await stored.entries(tx, request_id)
        contents = [Content.model_validate(one.content) for one in found if one.side == "asker"]
        return [(one.kind, one.text) for one in contents]


async def test_the_second_is_the_askers_with_a_number_and_a_clock_of_its_own(any_town: Town) -> None:
    town = any_town
    asker, holder, request_id = await taken(town)
    worker = await town.settle("吴强", "environment")
    town.forget()
    second = await town.do(holder, splitting.split, request_id, "environment", " 她家门口的路灯坏了 ")
    row, first = await town.request(second.id), await town.request(request_id)

    assert (row.line, row.status, row.step, row.holder_id) == ("environment", "submitted", "desk", None)
    assert (row.asker_id, row.split_from_id, row.village_id) == (asker, request_id, first.village_id)
    assert row.rise_at is not None and row.rise_at > town.now
    assert first.status == "assigned" and first.holder_id == holder
    assert await story(town, row.id) == [("text", "她家门口的路灯坏了")]
    assert town.last(worker).taps[0] == f"do|take|{row.id}"
    told = town.last(asker).words
    assert f"{row.number} 号" in told and "其实是两件事" in told and "她家门口的路灯坏了" in told
    assert "救助专干" in told and "周敏" not in told
    assert (await town.history(row.id))[1:] == [("split", "submitted", "submitted", holder, first.number)]
    assert (await town.history(request_id))[-1] == ("split", "assigned", "assigned", holder, row.number)
    mine, _ = await town.do(asker, desk.mine, 0)
    assert [one.id for one in mine] == [row.id, request_id]


async def test_its_topic_is_read_from_the_holders_sentence(town: Town) -> None:
    _, holder, request_id = await taken(town)
    second = await town.do(holder, splitting.split, request_id, "environment", "村口的路灯坏了")

    assert (await town.request(second.id)).topic == "lamps"


async def test_of_the_holders_own_line_the_holder_may_take_it_as_anybody(town: Town) -> None:
    _, holder, request_id = await taken(town)
    town.forget()
    second = await town.do(holder, splitting.split, request_id, "assistance", "还要修屋顶")
    assert town.last(holder).taps[0] == f"do|take|{second.id}"
    await town.do(holder, handling.take, second.id)

    assert (await town.request(second.id)).holder_id == holder


@pytest.mark.parametrize(
    ("line", "desk_of", "to", "goes"),
    [
        ("assistance", "assistance", "environment", True),
        ("assistance", "assistance", "health", True),
        ("health", "doctor", "health", True),
        ("health", "doctor", "assistance", False),
        ("health", "doctor", "mediation", False),
    ],
)
async def test_pictures_go_along_only_where_as_few_may_see_them(
    town: Town, line: str, desk_of: str, to: str, goes: bool
) -> None:
    asker, holder = await town.settle("王秀英"), await town.settle("周敏", desk_of)
    said = [
        town.says("腿疼，屋顶也漏"),
        town.says("这里", kind="photo", file_id="F"),
        town.says(kind="voice", file_id="V"),
    ]
    request_id = await town.ask(asker, line, said=said)
    await town.do(holder, handling.take, request_id)
    second = await town.do(holder, splitting.split, request_id, to, "屋顶漏")

    media = [("photo", "这里"), ("voice", "")] if goes else []
    assert await story(town, second.id) == [("text", "屋顶漏"), *media]


async def test_for_somebody_else_it_stays_for_them_and_both_hear(town: Town) -> None:
    person = await town.enrol("王秀英", phone="+8613900000002")
    grandma = await town.settle("王秀英")
    await town.do(grandma, share_phone, "13900000002")
    proxy, holder = await town.settle("刘小军"), await town.settle("周敏", "assistance")
    request_id = await town.ask(proxy, person_id=person, person_name="王秀英", person_phone="13900000002")
    await town.do(holder, handling.take, request_id)
    town.forget()
    second = await town.do(holder, splitting.split, request_id, "environment", "路灯坏了")
    row = await town.request(second.id)

    assert (row.asker_id, row.person_id, row.person_name) == (proxy, person, "王秀英")
    assert town.last(proxy).words == town.last(grandma).words
    assert (len(town.told[proxy]), len(town.told[grandma])) == (1, 1)


async def test_only_its_holder_splits_it_and_only_while_it_is_open(town: Town) -> None:
    asker, holder, request_id = await done(town)
    other = await town.settle("吴强", "assistance")
    args = (request_id, "environment", "路灯坏了")
    assert await refused(town, holder, splitting.split, *args) == "refused-state"
    await town.do(asker, requests.reopen, request_id, "没办好")
    assert await refused(town, asker, splitting.split, *args) == "refused-not-yours"
    assert await refused(town, other, splitting.split, *args) == "not-found"
    with pytest.raises(NotFoundError):
        await town.do(holder, splitting.split, 10**9, "environment", "路灯坏了")


@pytest.mark.parametrize("line", ["contact", "nowhere", "@home", ""])
async def test_the_line_must_be_one_of_the_centers(town: Town, line: str) -> None:
    _, holder, request_id = await taken(town)
    async with town.begin() as tx:
        offered = await splitting.lines(
            tx, await merging.held(tx, await town.account(tx, holder), request_id)
        )
    if line in offered:
        pytest.skip("the center offers it")
    assert await refused(town, holder, splitting.split, request_id, line, "路灯坏了") == "line-off"


async def test_without_words_there_is_no_second_matter_and_too_many_are_cut(town: Town) -> None:
    _, holder, request_id = await taken(town)
    assert await refused(town, holder, splitting.split, request_id, "shop", " \n ") == "refused-words-missing"
    second = await town.do(holder, splitting.split, request_id, "shop", "字" * (STORY_LIMIT + 9))

    assert await story(town, second.id) == [("text", "字" * STORY_LIMIT)]


async def test_one_of_two_that_are_done_together_may_be_split_as_well(town: Town) -> None:
    asker, holder, first = await taken(town)
    other = await town.ask(await town.settle("陈建国"))
    await town.do(holder, handling.take, other)
    await town.do(holder, merging.merge, first, other)
    town.forget()
    second = await town.do(holder, splitting.split, other, "shop", "还要化肥")

    assert (await town.request(second.id)).merged_into_id is None
    assert (await town.request(other)).merged_into_id == first
    assert town.told[asker] == []
