"""Rooms: times that go on by themselves, booked one by one, and the village's own use that goes before."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from domain.lendingtaps import BookInstead
from domain.proxies import Whom
from domain.signups import Standing
from domain.timetable import AHEAD
from services import (
    activity_changes,
    activity_lists,
    attendance_cards,
    lending,
    signup_lists,
    signup_table,
    signups,
    venues,
)
from storage import activities as stored
from storage import timetables
from tests.services.activities import course, line_of, made, standings
from tests.services.lending import grows, hall, place_of, slots
from tests.services.steps import refused
from tests.services.test_signups import of
from tests.services.town import Town

TODAY = date(2026, 11, 24)
"""A Tuesday; it is ten in the morning, so that morning's time has begun."""
FRIDAY = date(2026, 11, 27)
SEATED, OFFERED, WAITING = Standing.SEATED, Standing.OFFERED, Standing.WAITING


def days(count: int) -> timedelta:
    """So many days."""
    return timedelta(days=count)


async def opened(town: Town, **changed: object) -> tuple[int, int]:
    """A hall: its officer, and the activity."""
    officer = await town.settle("文化干事", "culture")
    return officer, await made(town, officer, hall(**changed))


async def time_of(town: Town, who: int, activity_id: int, day: date, number: int = 0) -> int:
    """The slot of one of the times of a day."""
    return (await town.do(who, venues.times, activity_id, day))[number].slot.id


async def test_two_weeks_are_open_from_the_first_moment_on(any_town: Town) -> None:
    town = any_town
    _, room = await opened(town)
    villager = await town.settle("甲")
    found = await slots(town, room)
    assert len(found) == 3 * AHEAD - 1, "this morning has begun"
    assert found[0].starts_at == datetime(2026, 11, 24, 6, 0, tzinfo=UTC)
    first, second = (
        await town.do(villager, venues.days, room, 0),
        await town.do(villager, venues.days, room, 1),
    )
    assert [one.day for one in first + second] == [TODAY + days(count) for count in range(14)]
    assert (first[0].free, first[0].times) == (2, 2) and (first[1].free, first[1].times) == (3, 3)


async def test_a_day_is_added_each_night_and_nothing_twice(any_town: Town) -> None:
    town = any_town
    _, room = await opened(town)
    assert await grows(town) == 0
    town.now = datetime(2026, 11, 24, 15, 59, 59, tzinfo=UTC)
    assert await grows(town) == 0
    town.passes(seconds=1)  # midnight there
    assert (await grows(town), await grows(town)) == (1, 0)
    assert len(await slots(town, room)) == 3 * (AHEAD + 1) - 1
    town.passes(days=30)
    assert await grows(town) == 1
    villager = await town.settle("甲")
    assert len(await town.do(villager, venues.days, room, 1)) == 7
    begins = [one.starts_at for one in await slots(town, room)]
    assert len(begins) == len({*begins})


async def test_what_was_called_off_does_not_grow(town: Town) -> None:
    _, room = await opened(town)
    async with town.begin() as tx:
        activity = await stored.locked(tx, room)
        assert activity is not None
        activity.state = "called-off"
    before = len(await slots(town, room))
    town.passes(days=3)
    assert (await grows(town), await grows(town)) == (1, 0)
    async with town.begin() as tx:
        table = await timetables.one(tx, room)
        assert table is not None and table.grow_at is None
    assert len(await slots(town, room)) == before


async def test_on_weekdays_on_which_it_is_not_used_there_is_nothing(town: Town) -> None:
    _, room = await opened(town, hours="周末全天")
    villager = await town.settle("甲")
    assert [one.day.weekday() for one in await town.do(villager, venues.days, room, 0)] == [5, 6]
    assert await town.do(villager, venues.times, room, FRIDAY) == []


async def test_a_booking_takes_one_time_and_the_next_is_another(town: Town) -> None:
    _, room = await opened(town)
    villager, other = await town.settle("甲"), await town.settle("乙")
    morning, afternoon = [await time_of(town, villager, room, FRIDAY, number) for number in (0, 1)]
    for one in (morning, afternoon):
        await town.do(villager, signups.sign_up, one)
    friday = (await town.do(other, venues.days, room, 0))[3]
    assert (friday.day, friday.free, friday.times) == (FRIDAY, 1, 3)
    await town.do(other, signups.sign_up, morning)
    assert await standings(town, morning) == {SEATED: ["甲"], OFFERED: [], WAITING: ["乙"]}
    seen = await town.do(other, venues.times, room, FRIDAY)
    assert [(one.places.left, one.own is not None) for one in seen] == [(0, True), (0, False), (1, False)]
    await town.do(villager, signups.cancel, (await of(town, morning, "甲")).id)
    assert (await standings(town, morning))[OFFERED] == ["乙"]


async def test_nobody_of_another_center_sees_it_and_no_course_is_a_room(town: Town) -> None:
    officer, room = await opened(town)
    stranger = await town.settle("外村人", center="dongxing", village=None)
    trainer = await town.settle("培训员", "training")
    lesson = await made(town, trainer, course(town))
    assert await refused(town, stranger, venues.days, room, 0) == "not-found"
    assert await refused(town, stranger, venues.times, room, FRIDAY) == "not-found"
    assert await refused(town, officer, venues.times, lesson, FRIDAY) == "not-found"
    assert await refused(town, trainer, venues.take_day, lesson, FRIDAY) == "not-found"


async def test_what_for_is_for_whoever_booked_it_to_say(town: Town) -> None:
    _, room = await opened(town)
    villager, stranger = await town.settle("甲"), await town.settle("路人")
    row = await town.do(villager, signups.sign_up, await time_of(town, villager, room, FRIDAY))
    await town.do(villager, venues.say_what_for, row.id, " 办满月酒 ")
    assert (await place_of(town, row.id)).purpose == "办满月酒"
    assert await refused(town, stranger, venues.say_what_for, row.id, "开会") == "not-found"
    lesson = await made(town, await town.settle("培训员", "training"), course(town))
    async with town.begin() as tx:
        (slot,) = await stored.slots(tx, lesson)
    other = await town.do(villager, signups.sign_up, slot.id)
    assert await refused(town, villager, venues.say_what_for, other.id, "开会") == "not-found"


# The village's own use


async def test_the_village_takes_a_time_and_whoever_had_it_is_offered_others(any_town: Town) -> None:
    town = any_town
    officer, room = await opened(town)
    first, second = await town.settle("甲"), await town.settle("乙")
    slot_id = await time_of(town, officer, room, FRIDAY)
    row = await town.do(first, signups.sign_up, slot_id)
    await town.do(first, venues.say_what_for, row.id, "办满月酒")
    await town.do(second, signups.sign_up, slot_id)
    await town.do(officer, venues.take, slot_id)
    await town.do(officer, venues.take, slot_id)
    for one in (first, second):
        assert ["村里要用" in told.words for told in town.told[one]] == [True], "each is told once"
    assert [(one.name, one.state) for one in await line_of(town, slot_id)] == [("马曲村社区服务中心", SEATED)]
    taps = [one for one in town.last(first).taps if one.startswith("bki|")]
    near = [await time_of(town, officer, room, FRIDAY, 1), await time_of(town, officer, room, FRIDAY, 2)]
    assert len(taps) == venues.INSTEAD
    assert {BookInstead(row.id, one).pack() for one in near} < {*taps}
    fresh = await town.do(first, venues.instead, row.id, near[0])
    assert (fresh.state, fresh.purpose, fresh.name) == (SEATED, "办满月酒", "甲")


async def test_what_the_village_does_not_need_after_all_can_be_booked_again(town: Town) -> None:
    officer, room = await opened(town)
    villager = await town.settle("甲")
    slot_id = await time_of(town, officer, room, FRIDAY)
    await town.do(officer, venues.take, slot_id)
    await town.do(villager, signups.sign_up, slot_id)
    assert (await standings(town, slot_id))[WAITING] == ["甲"]
    await town.do(officer, venues.give_back, slot_id)
    await town.do(officer, venues.give_back, slot_id)
    assert await standings(town, slot_id) == {SEATED: [], OFFERED: ["甲"], WAITING: []}


async def test_what_the_village_keeps_is_not_given_back_as_if_it_were_a_thing_that_was_mended(
    town: Town,
) -> None:
    officer, room = await opened(town)
    slot_id = await time_of(town, officer, room, FRIDAY)
    await town.do(officer, venues.take, slot_id)
    (kept,) = await line_of(town, slot_id)
    for what in (lending.mended, lending.missing, lending.aside):
        assert await refused(town, officer, what, kept.id) == "not-found"
    assert (await town.do(officer, venues.times, room, FRIDAY))[0].held


async def test_a_reading_room_with_several_places_is_taken_as_a_whole(town: Town) -> None:
    officer, room = await opened(town, seats=3)
    villager = await town.settle("甲")
    slot_id = await time_of(town, officer, room, FRIDAY)
    await town.do(villager, signups.sign_up, slot_id)
    await town.do(officer, venues.take, slot_id)
    assert len((await standings(town, slot_id))[SEATED]) == 3
    assert (await town.do(villager, venues.times, room, FRIDAY))[0].held
    await town.do(officer, venues.give_back, slot_id)
    assert await line_of(town, slot_id) == []


async def test_a_whole_day_is_taken_even_before_anybody_can_book_it(any_town: Town) -> None:
    town = any_town
    officer, room = await opened(town)
    feast = date(2027, 2, 6)
    await town.do(officer, venues.take_day, room, feast)
    assert all(one.held for one in await town.do(officer, venues.times, room, feast))
    town.now = datetime(2027, 2, 1, 2, 0, tzinfo=UTC)
    await grows(town)
    villager = await town.settle("甲")
    week = await town.do(villager, venues.days, room, 0)
    assert [(one.free, one.times) for one in week if one.day == feast] == [(0, 3)]


async def test_those_who_had_times_of_one_day_are_not_offered_the_others_of_it(town: Town) -> None:
    officer, room = await opened(town)
    villager = await town.settle("甲")
    await town.do(villager, signups.sign_up, await time_of(town, villager, room, FRIDAY))
    await town.do(officer, venues.take_day, room, FRIDAY)
    held = {one.slot.id for one in await town.do(officer, venues.times, room, FRIDAY)}
    offered = {int(one.split("|")[2]) for one in town.last(villager).taps if one.startswith("bki|")}
    assert len(offered) == venues.INSTEAD and not held & offered


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (TODAY - days(1), False),
        (TODAY, True),
        (TODAY + days(venues.FURTHEST), True),
        (TODAY + days(venues.FURTHEST + 1), False),
    ],
)
async def test_the_village_needs_it_from_today_on_and_within_a_year(
    town: Town, day: date, works: bool
) -> None:
    officer, room = await opened(town)
    if works:
        await town.do(officer, venues.take_day, room, day)
    else:
        assert await refused(town, officer, venues.take_day, room, day) == "book-no-day"


async def test_what_has_begun_is_not_taken_and_a_closed_weekday_has_nothing_to_take(town: Town) -> None:
    officer, room = await opened(town, hours="周末下午")
    saturday = date(2026, 11, 28)
    slot_id = await time_of(town, officer, room, saturday)
    assert await refused(town, officer, venues.take_day, room, FRIDAY) == "book-no-day"
    town.now = datetime(2026, 11, 28, 6, 0, tzinfo=UTC)
    assert await refused(town, officer, venues.take, slot_id) == "signup-has-begun"


async def test_only_whoever_makes_rooms_takes_them(town: Town) -> None:
    officer, room = await opened(town)
    trainer, villager = await town.settle("培训员", "training"), await town.settle("甲")
    slot_id = await time_of(town, officer, room, FRIDAY)
    for one in (trainer, villager):
        for act, args in ((venues.take, (slot_id,)), (venues.give_back, (slot_id,))):
            assert await refused(town, one, act, *args) == "not-found"
        assert await refused(town, one, venues.take_day, room, FRIDAY) == "not-found"
    assert await refused(town, officer, venues.take, 10**9) == "not-found"


async def test_another_time_is_of_the_same_room_and_for_the_same_person(town: Town) -> None:
    officer, room = await opened(town)
    other_room = await made(town, officer, hall(title="阅览室"))
    neighbour, stranger = await town.settle("邻居"), await town.settle("路人")
    slot_id = await time_of(town, officer, room, FRIDAY)
    row = await town.do(neighbour, signups.sign_up, slot_id, Whom("王秀英"))
    await town.do(officer, venues.take, slot_id)
    elsewhere, free = (
        await time_of(town, officer, other_room, FRIDAY),
        await time_of(town, officer, room, FRIDAY, 1),
    )
    assert await refused(town, neighbour, venues.instead, row.id, elsewhere) == "not-found"
    assert await refused(town, stranger, venues.instead, row.id, free) == "not-found"
    fresh = await town.do(neighbour, venues.instead, row.id, free)
    assert (fresh.name, fresh.signed_by) == ("王秀英", "proxy")


async def test_whoever_cannot_be_written_to_is_called_by_the_officer(town: Town) -> None:
    officer, room = await opened(town)
    slot_id = await time_of(town, officer, room, FRIDAY)
    await town.do(officer, signups.sign_up, slot_id, Whom("张大爷"), listed=True)
    await town.do(officer, venues.take, slot_id)
    assert "张大爷订的" in town.last(officer).words


async def test_two_at_one_hour_of_two_rooms_is_said(town: Town) -> None:
    officer, room = await opened(town)
    other = await made(town, officer, hall(title="阅览室"))
    villager = await town.settle("甲")
    await town.do(villager, signups.sign_up, await time_of(town, villager, room, FRIDAY))
    there = await time_of(town, villager, other, FRIDAY)
    assert [one.id for one in await town.do(villager, signups.clashing, there)] == [room]


async def test_when_the_hall_is_called_off_those_who_booked_hear_it_and_nobody_for_the_village(
    town: Town,
) -> None:
    officer, room = await opened(town)
    villager = await town.settle("甲")
    await town.do(villager, signups.sign_up, await time_of(town, villager, room, FRIDAY))
    await town.do(officer, venues.take, await time_of(town, officer, room, FRIDAY, 1))
    town.forget()
    await town.do(officer, activity_changes.call_off, room, "要修屋顶", {})
    assert "要修屋顶" in town.last(villager).words
    assert not town.told[officer], "what the village keeps for itself is nobody's place"


async def test_how_many_at_a_time_a_room_is_for_stays_as_it_is(town: Town) -> None:
    officer, room = await opened(town)
    assert await refused(town, officer, activity_changes.look_ahead, room, hall(seats=2), 1) == "not-found"
    change = await town.do(officer, activity_changes.look_ahead, room, hall(title="大礼堂"), 1)
    assert len(change.lines) == 1


# What was, and stays


async def booked_long_ago(town: Town) -> tuple[int, int, int, int]:
    """A hall that somebody had last month and somebody else has on Friday: officer, activity, and the two."""
    officer, room = await opened(town)
    before, now = await town.settle("从前的"), await town.settle("现在的")
    await town.do(before, signups.sign_up, await time_of(town, before, room, FRIDAY))
    town.passes(days=28)
    await grows(town)
    await town.do(now, signups.sign_up, await time_of(town, now, room, FRIDAY + days(28)))
    town.forget()
    return officer, room, before, now


async def test_who_had_the_hall_last_month_does_not_hear_that_it_is_elsewhere_now(town: Town) -> None:
    officer, room, before, now = await booked_long_ago(town)
    activity, plan = await town.do(officer, activity_changes.begin, room)
    school = plan.model_copy(update={"place": "学校"})
    ahead = await town.do(officer, activity_changes.look_ahead, room, school, activity.version)
    assert (ahead.asked, ahead.told) == (1, 0)
    await town.do(officer, activity_changes.change, room, school, activity.version, {})
    assert "学校" in town.heard(now)
    assert town.heard(before) == ""


async def test_the_list_of_a_hall_is_of_what_is_to_come_and_its_table_looks_back(any_town: Town) -> None:
    town = any_town
    officer, room, _, _ = await booked_long_ago(town)
    found = await town.do(officer, signup_lists.listing, room)
    assert [one.name for one in found.rows] == ["现在的"]
    assert found.counts.seats == 3 * AHEAD - 1
    table = await town.do(officer, signup_table.make, room)
    assert [row[1] for row in table.rows] == ["从前的", "现在的"]
    town.passes(days=70)
    table = await town.do(officer, signup_table.make, room)
    assert [row[1] for row in table.rows] == ["现在的"]


async def test_a_booking_that_was_is_still_opened_by_whoever_keeps_the_list(town: Town) -> None:
    officer, room, before, _ = await booked_long_ago(town)
    (own,) = await town.do(before, activity_lists.own, room)
    found, entry = await town.do(officer, signup_lists.person, own.id)
    assert entry.signup.name == "从前的"
    assert [one.name for one in found.rows] == ["从前的", "现在的"]


async def test_a_day_that_is_years_away_is_no_day_of_a_room(town: Town) -> None:
    _, room = await opened(town)
    villager = await town.settle("甲")
    for day in (date.min, date.max, TODAY + days(366), TODAY - days(366)):
        assert await refused(town, villager, venues.times, room, day) == "not-found"
    assert await town.do(villager, venues.times, room, TODAY + days(365)) == []


async def test_nobody_counts_who_comes_to_a_room(town: Town) -> None:
    officer, room = await opened(town)
    assert await refused(town, officer, attendance_cards.overview, room) == "not-found"
