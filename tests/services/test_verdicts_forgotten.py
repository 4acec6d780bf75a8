"""How long it is kept in which words people said how an activity was, and what stays."""

from __future__ import annotations

from datetime import timedelta

import pytest

from domain.attendance import WORDS_LAST
from services import signup_lists, upkeep, verdicts
from storage import activities as stored
from storage import attendance as kept
from storage.activities import Activity
from tests.services.steps import refused
from tests.services.test_attendance_after import attended
from tests.services.town import Town

MOMENT = timedelta(seconds=1)


async def said(town: Town) -> tuple[int, Activity]:
    """A course that is over, of which three people have said how it was in words; its organiser."""
    officer, activity_id, places = await attended(town, "甲", "乙", "丙")
    for number, (who, row_id) in enumerate(places.items()):
        await town.do(who, verdicts.say, row_id, "good")
        await town.do(who, verdicts.remark, row_id, f"讲得清楚{number}")
    async with town.begin() as tx:
        activity = await stored.one(tx, activity_id)
    assert activity is not None
    return officer, activity


async def words(town: Town, activity: Activity) -> list[str]:
    """All words there are about an activity."""
    async with town.begin() as tx:
        return await kept.remarks(tx, activity.id)


async def tidied(town: Town) -> None:
    """What the clock forgets of it in an hour."""
    async with town.begin() as tx:
        assert await upkeep.forget_remarks(tx) is False


async def test_words_are_forgotten_two_years_after_it_was_over(any_town: Town) -> None:
    town = any_town
    _, activity = await said(town)
    assert activity.ends_at is not None
    town.now = activity.ends_at + WORDS_LAST
    await tidied(town)
    assert len(await words(town, activity)) == 3, "not a moment too early"
    town.now += MOMENT
    await tidied(town)
    assert await words(town, activity) == []


async def test_who_came_and_the_taps_are_still_counted_afterwards(any_town: Town) -> None:
    town = any_town
    officer, activity = await said(town)
    town.now += WORDS_LAST + timedelta(days=1)
    await tidied(town)
    read = await town.do(officer, verdicts.said, activity.id)
    assert read.counts == {"good": 3} and read.remarks is None
    async with town.begin() as tx:
        assert len(await kept.times(tx, activity.id)) == 3
    assert (await town.do(officer, signup_lists.listing, activity.id)).counts.came == 3


async def test_an_old_button_takes_no_words_that_would_be_forgotten_at_once(town: Town) -> None:
    _, activity_id, places = await attended(town, "甲", "乙")
    (first, row_id), (second, other_id) = places.items()
    for who, one in places.items():
        await town.do(who, verdicts.say, one, "fair")
    async with town.begin() as tx:
        activity = await stored.one(tx, activity_id)
    assert activity is not None and activity.ends_at is not None
    town.now = activity.ends_at + WORDS_LAST - MOMENT
    await town.do(first, verdicts.remark, row_id, "还想学")
    town.now += MOMENT
    assert await refused(town, second, verdicts.remark, other_id, "还想学") == "verdict-known"
    assert await words(town, activity) == ["还想学"]


@pytest.mark.parametrize("at_once", [1, 2])
async def test_every_activity_is_come_to_though_few_are_looked_at_in_an_hour(
    any_town: Town, monkeypatch: pytest.MonkeyPatch, at_once: int
) -> None:
    monkeypatch.setattr(upkeep, "AT_ONCE", at_once)
    town = any_town
    _, activity = await said(town)
    town.now += WORDS_LAST + timedelta(days=1)
    for _ in range(activity.id // at_once + 1):
        await tidied(town)
        town.passes(hours=1)
    assert await words(town, activity) == []


async def test_what_is_not_over_for_so_long_keeps_its_words_beside_what_is(any_town: Town) -> None:
    town = any_town
    _, old = await said(town)
    town.now += WORDS_LAST + timedelta(days=1)
    officer, activity_id, places = await attended(town, "丁")
    ((who, row_id),) = places.items()
    await town.do(who, verdicts.say, row_id, "poor")
    await town.do(who, verdicts.remark, row_id, "太快")
    await tidied(town)
    assert await words(town, old) == []
    async with town.begin() as tx:
        assert await kept.remarks(tx, activity_id) == ["太快"]
    assert officer != who
