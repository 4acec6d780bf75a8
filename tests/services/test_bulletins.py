"""Market and job information by its services: who may, who gets it, once, in pages, and not at night."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import select, update

from domain.bulletins import LONGEST
from domain.catalogue import CATALOGUE
from domain.messages import Content
from services import bulletin_spooling, bulletins, handover
from services.bulletin_spooling import PAGE
from services.errors import NotFoundError
from services.kinds import Bulletin
from storage import bulletins as stored
from storage.outbox import Lane, Outbox
from tests.services.steps import refused
from tests.services.test_notices import unit_id
from tests.services.town import Town

TODAY = date(2026, 11, 24)
WEEK = TODAY + timedelta(days=7)
WORDS = Content(text="花椒一斤四十")


async def posted(town: Town, who: int, topic: str = "prices", until: date = WEEK, **content: Any) -> int:
    """A post; its id."""
    here = await unit_id(town, "maqu")
    said = Content(**content) if content else WORDS
    return (await town.do(who, bulletins.post, here, topic, said, until)).id


async def wants(town: Town, who: int, topic: str = "prices", *, on: bool = True) -> None:
    """Somebody wants a topic, or does not any more."""
    await town.do(who, bulletins.want, await unit_id(town, "maqu"), topic, on=on)


async def step(town: Town) -> bool:
    """One step of the clock."""
    async with town.begin() as tx:
        return await bulletin_spooling.bring_one(tx)


async def sent(town: Town) -> None:
    """What waits has gone out."""
    async with town.begin() as tx:
        await tx.session.execute(update(Outbox).values(state="sent", sent_at=tx.now))


async def brought(town: Town, times: int = 20) -> None:
    """The clock until nothing is left to be done."""
    for _ in range(times):
        did = await step(town)
        await sent(town)
        if not did:
            return
    raise AssertionError("it does not come to an end")


async def rows(town: Town) -> list[tuple[int, str]]:
    """Whom what was written for: account and method."""
    async with town.begin() as tx:
        query = select(Outbox.chat_id, Outbox.method).where(Outbox.key.like("bulletin:%"))
        query = query.order_by(Outbox.id)
        return [(chat_id, method) for chat_id, method in await tx.session.execute(query)]


async def kept(town: Town, bulletin_id: int) -> Bulletin:
    """The post as it is kept."""
    async with town.begin() as tx:
        found = await stored.one(tx, bulletin_id)
        assert found is not None
        return found


async def test_only_the_roles_of_a_topic_post_and_only_at_their_center(town: Town) -> None:
    here = await unit_id(town, "maqu")
    for role in CATALOGUE.bulletin("prices").roles:
        who = await town.settle(role, role)
        assert (await town.do(who, bulletins.posting, here, "prices")).id == here
        await posted(town, who)
    others = [await town.settle("王秀英")]
    others += [await town.settle(role, role) for role in ("volunteer", "doctor", "mediator")]
    others.append(await town.settle("别村的", "training", center="dongxing", village=None))
    others.append(await town.settle("何镇长", "township"))
    for who in others:
        with pytest.raises(NotFoundError):
            await posted(town, who)
    officer = await town.settle("马强", "training")
    with pytest.raises(NotFoundError):
        await posted(town, officer, "gold")


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (Content(text="  "), "bulletin-cannot-carry"),
        (Content(kind="voice", file_id="v"), "bulletin-cannot-carry"),
        (Content(kind="location", latitude=1, longitude=2), "bulletin-cannot-carry"),
        (Content(text="😀😀 …"), "bulletin-wordless"),
        (Content(text="长" * (LONGEST + 1)), "bulletin-long"),
        (Content(kind="photo", file_id="p", text="长" * (LONGEST + 1)), "bulletin-long"),
    ],
)
async def test_words_or_a_photo_and_not_too_long(town: Town, content: Content, why: str) -> None:
    officer, here = await town.settle("马强", "training"), await unit_id(town, "maqu")
    assert await refused(town, officer, bulletins.post, here, "prices", content, WEEK) == why


async def test_the_longest_words_and_a_photo_without_any_are_posted(town: Town) -> None:
    officer = await town.settle("马强", "training")
    longest = await posted(town, officer, text=" " + "长" * LONGEST + "\n")
    assert (await kept(town, longest)).content.text == "长" * LONGEST
    photo = await posted(town, officer, kind="photo", file_id="p", group="album")
    assert (await kept(town, photo)).content.group is None, "it is a message of its own"


async def test_its_last_day_is_from_the_day_on_which_it_goes_out(town: Town) -> None:
    officer, here = await town.settle("马强", "training"), await unit_id(town, "maqu")
    yesterday, far = TODAY - timedelta(days=1), TODAY + timedelta(days=93)
    for day, why in ((yesterday, "past"), (far, "far")):
        found = await refused(town, officer, bulletins.post, here, "prices", WORDS, day)
        assert found == f"bulletin-fault-{why}"
    await posted(town, officer, until=TODAY)
    town.passes(hours=12)  # ten at night: it would be over before it goes out
    found = await refused(town, officer, bulletins.post, here, "prices", WORDS, TODAY)
    assert found == "bulletin-fault-past"
    await posted(town, officer, until=TODAY + timedelta(days=1))


async def test_each_who_wants_it_gets_it_once_and_in_the_lane_of_news(any_town: Town) -> None:
    town = any_town
    officer = await town.settle("马强", "training")
    wang, zhao, li = [await town.settle(name) for name in ("王秀英", "赵桂芳", "李四")]
    other = await town.settle("外村人", center="dongxing", village=None)
    await wants(town, wang)
    await wants(town, wang)
    await wants(town, zhao, "jobs")
    await town.do(other, bulletins.want, await unit_id(town, "dongxing"), "prices", on=True)
    assert await town.do(officer, _readers) == 1
    bulletin_id = await posted(town, officer)
    await brought(town)
    assert await rows(town) == [(wang, "send")]
    assert "花椒一斤四十" in town.last(wang).words and town.last(wang).row.lane == Lane.NOTIFICATION
    assert town.last(wang).taps == [f"mmute|{bulletin_id}|0", "go|person"]
    assert (await kept(town, bulletin_id)).brought_at == town.now
    await wants(town, li)
    await brought(town)
    assert not town.told[li], "who wants it later finds it there"


async def _readers(tx: Any, _actor: Any) -> int:
    unit = await bulletins.place(tx, _actor)
    return await bulletins.readers(tx, unit, "prices")


async def test_many_are_told_page_by_page_and_no_more_while_news_waits(town: Town) -> None:
    officer = await town.settle("马强", "training")
    crowd = [await town.settle(f"村民{number}") for number in range(PAGE + 3)]
    for one in crowd:
        await wants(town, one)
    await posted(town, officer)
    assert await step(town)
    assert len(await rows(town)) == PAGE
    assert not await step(town), "they have not gone out yet"
    await sent(town)
    assert await step(town)
    await sent(town)
    assert not await step(town)
    assert Counter(await rows(town)) == Counter((one, "send") for one in crowd)


async def test_a_full_last_page_comes_to_an_end(town: Town) -> None:
    officer = await town.settle("马强", "training")
    for number in range(PAGE):
        await wants(town, await town.settle(f"村民{number}"))
    bulletin_id = await posted(town, officer)
    await brought(town)
    assert len(await rows(town)) == PAGE and (await kept(town, bulletin_id)).due_at is None


async def test_two_posts_take_turns(town: Town) -> None:
    officer = await town.settle("马强", "training")
    for number in range(PAGE + 1):
        await wants(town, await town.settle(f"村民{number}"))
    first, second = await posted(town, officer), await posted(town, officer)
    for expected in ({first}, {first, second}):
        town.passes(seconds=1)
        assert await step(town)
        await sent(town)
        async with town.begin() as tx:
            keys = set(await tx.session.scalars(select(Outbox.key).where(Outbox.key.like("bulletin:%"))))
        assert keys == {f"bulletin:{one}" for one in expected}
    await brought(town)
    assert len(await rows(town)) == 2 * (PAGE + 1)


async def test_it_rests_at_night_also_in_the_middle(any_town: Town) -> None:
    town = any_town
    officer = await town.settle("马强", "training")
    crowd = [await town.settle(f"村民{number}") for number in range(PAGE + 1)]
    for one in crowd:
        await wants(town, one)
    bulletin_id = await posted(town, officer)
    town.passes(hours=11, minutes=59, seconds=59)
    assert await step(town)
    await sent(town)
    town.passes(seconds=1)  # ten at night
    assert await step(town) and not await step(town)
    assert len(await rows(town)) == PAGE
    assert (await kept(town, bulletin_id)).due_at == town.now + timedelta(hours=9)
    town.passes(hours=8, minutes=59, seconds=59)
    assert not await step(town)
    town.passes(seconds=1)
    await brought(town)
    assert len(await rows(town)) == PAGE + 1


async def test_what_is_over_before_its_turn_is_not_sent(town: Town) -> None:
    officer, wang = await town.settle("马强", "training"), await town.settle("王秀英")
    await wants(town, wang)
    bulletin_id = await posted(town, officer, until=TODAY)
    town.passes(days=1)
    await brought(town)
    assert await rows(town) == [] and (await kept(town, bulletin_id)).due_at is None


async def test_who_has_gone_or_wants_it_no_more_gets_none(town: Town) -> None:
    officer, wang, zhao = [
        await town.settle(*who) for who in (("马强", "training"), ("王秀英",), ("赵桂芳",))
    ]
    for one in (wang, zhao):
        await wants(town, one)
    await posted(town, officer)
    async with town.begin() as tx:
        await handover.gone(tx, wang)
    await wants(town, zhao, on=False)
    await wants(town, zhao, on=False)
    await brought(town)
    assert await rows(town) == []


async def test_another_last_day_is_said_where_it_is_also_to_whoever_wants_no_more(any_town: Town) -> None:
    town = any_town
    officer, wang, zhao = [
        await town.settle(*who) for who in (("马强", "training"), ("王秀英",), ("赵桂芳",))
    ]
    for one in (wang, zhao):
        await wants(town, one)
    bulletin_id = await posted(town, officer)
    await brought(town)
    await town.do(zhao, bulletins.mute, bulletin_id, on=False)
    town.passes(hours=13)  # changes make no sound: they are made at night too
    await town.do(officer, bulletins.end_on, bulletin_id, TODAY + timedelta(days=30))
    await brought(town)
    assert sorted(await rows(town)) == sorted(
        [(wang, "edit"), (wang, "send"), (zhao, "edit"), (zhao, "send")]
    )
    assert "12月24日" in town.last(wang).words and "12月24日" in town.last(zhao).words
    assert town.last(wang).taps[0] == f"mmute|{bulletin_id}|0"
    assert town.last(zhao).taps[0] == f"mmute|{bulletin_id}|1"
    await town.do(officer, bulletins.end_on, bulletin_id, TODAY + timedelta(days=30))
    await brought(town)
    assert len(await rows(town)) == 4, "the same day again changes nothing"


async def test_a_change_in_the_middle_reaches_all_and_nobody_twice(town: Town) -> None:
    officer = await town.settle("马强", "training")
    crowd = [await town.settle(f"村民{number}") for number in range(PAGE + 2)]
    for one in crowd:
        await wants(town, one)
    bulletin_id = await posted(town, officer)
    assert await step(town)
    await town.do(officer, bulletins.end_on, bulletin_id, TODAY + timedelta(days=30))
    await sent(town)
    await brought(town)
    counts = Counter(await rows(town))
    assert {who for who, method in counts if method == "send"} == set(crowd)
    assert all(n == 1 for (_, method), n in counts.items() if method == "send")
    assert all("12月24日" in town.last(one).words for one in crowd)


async def test_what_is_taken_back_is_deleted_and_goes_to_nobody_else(town: Town) -> None:
    officer, wang, zhao = [
        await town.settle(*who) for who in (("马强", "training"), ("王秀英",), ("赵桂芳",))
    ]
    director = await town.settle("李主任", "director")
    await wants(town, wang)
    bulletin_id = await posted(town, officer)
    await brought(town)
    await wants(town, zhao)
    await town.do(director, bulletins.withdraw, bulletin_id)
    await brought(town)
    assert await rows(town) == [(wang, "send"), (wang, "delete")]
    for use_case, args in ((bulletins.withdraw, ()), (bulletins.end_on, (WEEK,)), (bulletins.seen, ())):
        assert await refused(town, officer, use_case, bulletin_id, *args) == "bulletin-gone"
    at_once = await posted(town, officer)
    await town.do(officer, bulletins.withdraw, at_once)
    await brought(town)
    assert len(await rows(town)) == 2, "nobody had it yet"


async def test_only_its_author_and_leaders_change_it(town: Town) -> None:
    officer, other = await town.settle("马强", "training"), await town.settle("小周", "shopkeeper")
    villager, deputy = await town.settle("王秀英"), await town.settle("吴副主任", "deputy")
    abroad = await town.settle("东兴主任", "director", center="dongxing", village=None)
    bulletin_id = await posted(town, officer)
    for who in (other, villager, abroad):
        for use_case, args in (
            (bulletins.withdraw, ()),
            (bulletins.end_on, (WEEK,)),
            (bulletins.steered, ()),
        ):
            assert await refused(town, who, use_case, bulletin_id, *args) == "not-found"
    for who in (officer, deputy):
        assert (await town.do(who, bulletins.steered, bulletin_id))[0].id == bulletin_id
    for missing in (bulletin_id + 1, -1):
        for use_case, args in ((bulletins.steered, ()), (bulletins.seen, ())):
            assert await refused(town, officer, use_case, missing, *args) == "not-found"


async def test_the_shelves_are_those_of_ones_own_center(town: Town) -> None:
    officer, wang = await town.settle("马强", "training"), await town.settle("王秀英")
    other = await town.settle("外村人", center="dongxing", village=None)
    bulletin_id = await posted(town, officer)
    await posted(town, officer, "jobs")
    await wants(town, wang, "jobs")
    here = {one.topic.code: (one.count, one.wanted) for one in await town.do(wang, bulletins.shelves)}
    assert here["prices"] == (1, False) and here["jobs"] == (1, True) and here["transport"] == (0, False)
    assert all(one.count == 0 for one in await town.do(other, bulletins.shelves))
    one, found = await town.do(wang, bulletins.shelf, "prices")
    assert [row.id for row in found] == [bulletin_id] and not one.wanted
    assert await refused(town, other, bulletins.seen, bulletin_id) == "not-found"
    assert await refused(town, wang, bulletins.shelf, "gold") == "not-found"
    with pytest.raises(NotFoundError):
        await town.do(wang, bulletins.want, await unit_id(town, "dongxing"), "jobs", on=True)
    with pytest.raises(NotFoundError):
        await town.do(other, bulletins.mute, bulletin_id, on=False)
