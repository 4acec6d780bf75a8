"""Wishes by their services: noted once, counted by people, told at five, met by an activity's title."""

from __future__ import annotations

from datetime import timedelta

import pytest

from domain.activity_wishes import said_since
from services import activity_wishes, handover
from services.errors import NotFoundError
from services.people import join
from storage import activity_wishes as stored
from storage.activity_wishes import OpenWish
from tests.services.steps import refused
from tests.services.test_notices import unit_id
from tests.services.town import Town


async def wish(town: Town, who: int, words: str = "嫁接", center: str = "maqu") -> int:
    """Somebody would like to learn this; the wish's id."""
    return (await town.do(who, activity_wishes.record, await unit_id(town, center), words)).id


async def crowd(town: Town, count: int, words: str = "嫁接", start: int = 0) -> list[int]:
    """So many people who would like to learn this."""
    people = [await town.settle(f"村民{start + number}") for number in range(count)]
    for one in people:
        await wish(town, one, words)
    return people


async def still_open(town: Town) -> list[OpenWish]:
    """The wishes that are open."""
    here = await unit_id(town, "maqu")
    async with town.begin() as tx:
        return await stored.open_at(tx, here, said_since(tx.now))


async def wishers(town: Town, title: str) -> list[int]:
    """Who would like what has this title."""
    here = await unit_id(town, "maqu")
    async with town.begin() as tx:
        return [one.id for one in await activity_wishes.wishers(tx, here, title)]


async def test_the_same_again_changes_nothing_however_it_is_said(any_town: Town) -> None:
    town = any_town
    grandma = await town.settle("王秀英")
    first = await wish(town, grandma)
    for words in ("嫁接", "果树嫁接", "嫁接技术", "嫁结", "嫁接技術"):
        assert await wish(town, grandma, words) == first
    assert await wish(town, grandma, "养蜂") != first
    assert [one.words for one in await town.do(grandma, activity_wishes.own)] == ["养蜂", "嫁接"]


async def test_only_who_is_registered_wishes_there_and_only_for_something(town: Town) -> None:
    grandma = await town.settle("王秀英")
    elsewhere = await unit_id(town, "dongxing")
    assert await refused(town, grandma, activity_wishes.record, elsewhere, "嫁接") == "not-found"
    here = await unit_id(town, "maqu")
    for nothing in ("", "…", "，，"):
        assert await refused(town, grandma, activity_wishes.record, here, nothing) == "not-found"


async def test_they_are_told_at_five_ten_and_twenty_and_never_in_between(any_town: Town) -> None:
    town = any_town
    teacher, director = await town.settle("何老师", "training"), await town.settle("李主任", "director")
    counts = []
    for number in range(21):
        await crowd(town, 1, "嫁接" if number % 2 else "果树嫁接", start=number)
        counts.append(len(town.told[teacher]))
    assert [number for number in range(1, 21) if counts[number] > counts[number - 1]] == [4, 9, 19]
    assert "5 个人" in town.told[teacher][0].words and "20 个人" in town.told[teacher][2].words
    assert town.told[teacher][0].taps == ["go|wishes", "go|person"]
    assert not town.told[director], "whoever teaches is there"


async def test_one_person_who_says_it_five_times_is_one(town: Town) -> None:
    teacher, grandma = await town.settle("何老师", "training"), await town.settle("王秀英")
    for _ in range(6):
        await wish(town, grandma)
    assert not town.told[teacher]


async def test_other_things_and_other_centers_are_not_counted_in(town: Town) -> None:
    teacher = await town.settle("何老师", "training")
    await crowd(town, 4)
    await crowd(town, 3, "养蜂", start=4)
    for number in range(3):
        other = await town.settle(f"外村{number}", center="dongxing", village=None)
        await wish(town, other, center="dongxing")
    assert not town.told[teacher]


async def test_where_nobody_teaches_or_they_are_out_of_reach_the_leaders_hear(town: Town) -> None:
    teacher, deputy = await town.settle("何老师", "training"), await town.settle("吴副主任", "deputy")
    async with town.begin() as tx:
        await handover.gone(tx, teacher)
    await crowd(town, 5)
    assert "5 个人想学嫁接" in town.last(deputy).words and not town.told[teacher]


async def test_at_night_it_is_put_by_until_the_morning(town: Town) -> None:
    teacher = await town.settle("何老师", "training")
    await crowd(town, 4)
    town.passes(hours=13)  # eleven in the evening
    await crowd(town, 1, start=4)
    assert town.last(teacher).row.not_before == town.now + timedelta(hours=8)


async def test_the_list_has_counts_in_the_words_that_most_people_use_and_no_names(any_town: Town) -> None:
    town = any_town
    teacher, grandma = await town.settle("何老师", "training"), await town.settle("王秀英")
    people = await crowd(town, 2, "果树嫁接")
    await crowd(town, 3, "嫁接技术", start=2)
    await wish(town, grandma, "养蜂")
    found = await town.do(teacher, activity_wishes.wished)
    assert [(one.words, one.people) for one in found] == [("嫁接技术", 5), ("养蜂", 1)]
    one, said = await town.do(teacher, activity_wishes.to_make, found[0].first_id)
    assert one == found[0] and said == ["果树嫁接", "嫁接技术"]
    await town.do(people[0], activity_wishes.drop, found[0].first_id)
    assert await refused(town, teacher, activity_wishes.to_make, found[0].first_id) == "not-found"


async def test_a_course_is_made_of_a_wish_where_it_is_wished_for(town: Town) -> None:
    teacher = await town.settle("何老师", "training")
    wish_id = await wish(town, await town.settle("王秀英"))
    here, there = await unit_id(town, "maqu"), await unit_id(town, "dongxing")
    await town.do(teacher, join, there, name="何老师", village_id=None)
    one, _ = await town.do(teacher, activity_wishes.to_make, wish_id)
    assert one.center_id == here


async def test_only_who_could_make_a_course_sees_what_is_wished_for(town: Town) -> None:
    wish_id = await wish(town, await town.settle("王秀英"))
    for who in (("何老师", "training"), ("李主任", "director"), ("吴副主任", "deputy")):
        account = await town.settle(*who)
        assert len(await town.do(account, activity_wishes.wished)) == 1
        await town.do(account, activity_wishes.to_make, wish_id)
    others = [await town.settle(*who) for who in (("马医生", "doctor"), ("何镇长", "township"), ("赵桂芳",))]
    others.append(await town.settle("外村老师", "training", center="dongxing", village=None))
    for account in others:
        assert await refused(town, account, activity_wishes.to_make, wish_id) == "not-found"
    for account in others[:3]:
        assert await refused(town, account, activity_wishes.wished) == "not-found"
    assert await town.do(others[3], activity_wishes.wished) == []


async def test_a_wish_is_taken_back_by_whose_it_is_and_once(town: Town) -> None:
    grandma, zhao = await town.settle("王秀英"), await town.settle("赵桂芳")
    wish_id = await wish(town, grandma)
    assert await refused(town, zhao, activity_wishes.drop, wish_id) == "not-found"
    assert await town.do(grandma, activity_wishes.drop, wish_id) == "嫁接"
    assert await refused(town, grandma, activity_wishes.drop, wish_id) == "not-found"
    assert await still_open(town) == []


async def test_who_wished_for_it_is_found_by_the_title_and_their_wish_is_over_once_it_is_met(
    any_town: Town,
) -> None:
    town = any_town
    here = await unit_id(town, "maqu")
    grandma, zhao, gone = [await town.settle(name) for name in ("王秀英", "赵桂芳", "走了的")]
    await wish(town, zhao, "果树嫁接")
    first = await wish(town, grandma)
    await wish(town, gone)
    other = await wish(town, grandma, "养蜂")
    async with town.begin() as tx:
        await handover.gone(tx, gone)
    assert await wishers(town, "春季果树嫁接技术培训班") == [zhao, grandma]
    assert await wishers(town, "养蜂、嫁接") == [zhao, grandma]
    assert await wishers(town, "开叉车") == []
    async with town.begin() as tx:
        await activity_wishes.met(tx, here, "嫁接培训班", [grandma, zhao])
        await activity_wishes.met(tx, here, "嫁接培训班", [])
    assert await wishers(town, "嫁接") == [] and await wishers(town, "养蜂") == [grandma]
    assert {one.account_id for one in await still_open(town)} == {grandma, gone}, (
        "whoever could not be told waits"
    )
    assert await refused(town, grandma, activity_wishes.drop, first) == "not-found"
    assert await wish(town, grandma) not in (first, other), "they may want it again"


async def test_after_it_was_met_the_counting_begins_anew(town: Town) -> None:
    teacher, here = await town.settle("何老师", "training"), await unit_id(town, "maqu")
    people = await crowd(town, 5)
    async with town.begin() as tx:
        await activity_wishes.met(tx, here, "嫁接", people)
    town.forget()
    await crowd(town, 4, start=5)
    assert not town.told[teacher]
    await crowd(town, 1, start=9)
    assert "5 个人" in town.last(teacher).words


async def test_a_wish_of_nobody_is_not_found(town: Town) -> None:
    grandma, teacher = await town.settle("王秀英"), await town.settle("何老师", "training")
    for missing in (0, -1, 10**9):
        with pytest.raises(NotFoundError):
            await town.do(grandma, activity_wishes.drop, missing)
        with pytest.raises(NotFoundError):
            await town.do(teacher, activity_wishes.to_make, missing)
