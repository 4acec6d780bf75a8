"""How long a wish counts, and what becomes of it then."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from domain.activity_wishes import LASTS
from services import activity_wishes, upkeep
from storage.activity_wishes import ActivityWish
from tests.services.steps import refused
from tests.services.test_activity_wishes import crowd, still_open, wish, wishers
from tests.services.test_notices import unit_id
from tests.services.town import Town

MOMENT = timedelta(seconds=1)


async def rows(town: Town) -> list[int]:
    """Every wish that is kept, whether it counts or not."""
    async with town.begin() as tx:
        return list(await tx.session.scalars(select(ActivityWish.id).order_by(ActivityWish.id)))


async def tidied(town: Town) -> None:
    """What the clock forgets of it in an hour."""
    async with town.begin() as tx:
        assert await upkeep.forget_wishes(tx) is False


async def test_a_wish_counts_for_a_year_to_the_second(any_town: Town) -> None:
    town = any_town
    teacher, grandma = await town.settle("何老师", "training"), await town.settle("王秀英")
    wish_id = await wish(town, grandma)
    town.now += LASTS - MOMENT
    assert [one.people for one in await town.do(teacher, activity_wishes.wished)] == [1]
    assert await wishers(town, "果树嫁接") == [grandma]
    assert [one.id for one in await town.do(grandma, activity_wishes.own)] == [wish_id]
    town.now += MOMENT
    assert await town.do(teacher, activity_wishes.wished) == []
    assert await wishers(town, "果树嫁接") == []
    assert await town.do(grandma, activity_wishes.own) == []
    assert await refused(town, teacher, activity_wishes.to_make, wish_id) == "not-found"


async def test_it_lapses_without_a_word(any_town: Town) -> None:
    town = any_town
    grandma = await town.settle("王秀英")
    await wish(town, grandma)
    town.forget()
    town.now += LASTS + upkeep.KEEPS + timedelta(days=1)
    await tidied(town)
    assert not town.told[grandma]


async def test_whoever_says_it_again_has_another_year(town: Town) -> None:
    grandma = await town.settle("王秀英")
    wish_id = await wish(town, grandma)
    town.now += LASTS - MOMENT
    assert await wish(town, grandma, "果树嫁接") == wish_id
    town.now += LASTS - MOMENT
    assert await wishers(town, "嫁接") == [grandma]
    town.now += MOMENT
    assert await wishers(town, "嫁接") == []


async def test_what_has_lapsed_is_said_anew_and_is_one_wish(any_town: Town) -> None:
    town = any_town
    grandma = await town.settle("王秀英")
    wish_id = await wish(town, grandma)
    town.now += LASTS
    assert await wish(town, grandma) == wish_id, "its row is still there"
    assert await wishers(town, "嫁接") == [grandma] and await rows(town) == [wish_id]


async def test_old_wishes_are_not_counted_in_to_the_five(town: Town) -> None:
    teacher = await town.settle("何老师", "training")
    await crowd(town, 4)
    town.now += LASTS
    await crowd(town, 4, start=4)
    assert not town.told[teacher], "four want it now"
    await crowd(town, 1, start=8)
    assert "5 个人" in town.last(teacher).words


async def test_of_what_lapsed_and_is_wanted_again_they_are_told_again(any_town: Town) -> None:
    town = any_town
    teacher = await town.settle("何老师", "training")
    people = await crowd(town, 5)
    assert len(town.told[teacher]) == 1
    town.now += LASTS
    for number, one in enumerate(people, 1):
        await wish(town, one)
        assert len(town.told[teacher]) == (2 if number == 5 else 1)
    for one in people:
        await wish(town, one)
    assert len(town.told[teacher]) == 2, "they know of these"


async def test_saying_it_again_in_time_tells_nobody_again(town: Town) -> None:
    teacher = await town.settle("何老师", "training")
    people = await crowd(town, 5)
    town.passes(days=200)
    for one in people:
        await wish(town, one)
    assert len(town.told[teacher]) == 1


async def test_of_two_that_are_the_same_subject_both_are_renewed(town: Town) -> None:
    grandma = await town.settle("王秀英")
    await wish(town, grandma, "果树嫁接")
    await wish(town, grandma, "桃树嫁接")
    town.now += LASTS - MOMENT
    await wish(town, grandma, "嫁接")
    town.now += MOMENT
    assert {one.words for one in await town.do(grandma, activity_wishes.own)} == {"果树嫁接", "桃树嫁接"}


async def test_it_is_forgotten_half_a_year_after_it_lapsed(any_town: Town) -> None:
    town = any_town
    wish_id = await wish(town, await town.settle("王秀英"))
    town.now += LASTS + upkeep.KEEPS
    await tidied(town)
    assert await rows(town) == [wish_id], "not a moment too early"
    town.now += MOMENT
    await tidied(town)
    assert await rows(town) == []


async def test_what_was_met_is_forgotten_half_a_year_after_that(any_town: Town) -> None:
    town = any_town
    grandma, here = await town.settle("王秀英"), await unit_id(town, "maqu")
    wish_id, other = await wish(town, grandma), await wish(town, grandma, "养蜂")
    town.passes(days=10)
    async with town.begin() as tx:
        await activity_wishes.met(tx, here, "嫁接培训班", [grandma])
    town.now += upkeep.KEEPS
    await tidied(town)
    assert await rows(town) == [wish_id, other]
    town.now += MOMENT
    await tidied(town)
    assert await rows(town) == [other], "what still counts is kept"
    assert [one.id for one in await still_open(town)] == [other]


async def test_the_button_under_an_old_message_still_takes_it_back(town: Town) -> None:
    grandma = await town.settle("王秀英")
    wish_id = await wish(town, grandma)
    town.now += LASTS + timedelta(days=1)
    assert await town.do(grandma, activity_wishes.drop, wish_id) == "嫁接"
    assert await rows(town) == []


@pytest.mark.parametrize("at_once", [1, 2])
async def test_all_are_come_to_though_few_are_looked_at_in_an_hour(
    any_town: Town, monkeypatch: pytest.MonkeyPatch, at_once: int
) -> None:
    monkeypatch.setattr(upkeep, "AT_ONCE", at_once)
    town = any_town
    await crowd(town, 4)
    town.now += LASTS + upkeep.KEEPS + timedelta(days=1)
    new = await wish(town, await town.settle("王秀英"))
    for _ in range(new // at_once + 1):
        await tidied(town)
        town.passes(hours=1)
    assert await rows(town) == [new]
