"""A room has other hours from a day on: what is booked stays, what is free becomes what the hours say."""

from __future__ import annotations

from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest

from domain.activities import Plan
from domain.timetable import AHEAD, read_hours
from services import activity_changes, signups, venues
from services.activity_changes import Change, How
from tests.services.activities import line_of, made
from tests.services.lending import grows, hall, slots, sprayer
from tests.services.steps import refused
from tests.services.test_activities_making import WORDS, kept
from tests.services.test_venues import FRIDAY, TODAY, opened, time_of
from tests.services.town import Town

THERE = ZoneInfo("Asia/Shanghai")
TOMORROW = TODAY + timedelta(days=1)
LAST = TODAY + timedelta(days=AHEAD - 1)
OLD = ["08:30-12:00", "14:00-18:00", "19:00-21:30"]


async def on_day(town: Town, room: int, day: date) -> list[str]:
    """The times of a day, as the clock there says them, in their order."""
    found = []
    for one in await slots(town, room):
        assert one.starts_at is not None and one.ends_at is not None
        begins, ends = one.starts_at.astimezone(THERE), one.ends_at.astimezone(THERE)
        if begins.date() == day:
            found.append(f"{begins:%H:%M}-{ends:%H:%M}")
    return sorted(found)


async def asked_for(
    town: Town, room: int, hours: str, since: date | None = None, **changed: object
) -> tuple[int, Plan, int, How]:
    """What other hours are asked for with."""
    activity, _ = await kept(town, room)
    about = {**activity.planned.model_dump(), "hours": read_hours(hours), **changed}
    return room, Plan.model_validate(about), activity.version, How(since=since)


async def change(town: Town, who: int, room: int, hours: str, since: date | None = None) -> None:
    """Let somebody give a room these hours."""
    room, plan, version, how = await asked_for(town, room, hours, since)
    await town.do(who, activity_changes.change, room, plan, version, WORDS, how)


async def look(town: Town, who: int, room: int, hours: str, since: date | None = None) -> Change:
    """What that would do."""
    return await town.do(who, activity_changes.look_ahead, *await asked_for(town, room, hours, since))


async def cannot(town: Town, who: int, room: int, hours: str, since: date | None = None) -> str:
    """Why somebody cannot, which the look says too."""
    room, plan, version, how = await asked_for(town, room, hours, since)
    why = await refused(town, who, activity_changes.change, room, plan, version, WORDS, how)
    assert await refused(town, who, activity_changes.look_ahead, room, plan, version, how) == why
    return why


async def test_from_tomorrow_on_what_is_free_is_what_the_hours_say(any_town: Town) -> None:
    town = any_town
    officer, room = await opened(town)
    before = {one.id for one in await slots(town, room)}
    await change(town, officer, room, "每天 8:30到12:00、13:00到17:00")
    assert await on_day(town, room, TODAY) == OLD[1:], "today stays as it was"
    for day in (TOMORROW, FRIDAY, LAST):
        assert await on_day(town, room, day) == ["08:30-12:00", "13:00-17:00"]
    assert await on_day(town, room, LAST + timedelta(days=1)) == []
    stayed = [one for one in await slots(town, room) if one.id in before]
    assert len(stayed) == 2 + (AHEAD - 1), "a morning is among both: it is the same one"
    town.passes(days=1)
    assert await grows(town) == 1
    assert await on_day(town, room, LAST + timedelta(days=1)) == ["08:30-12:00", "13:00-17:00"]


async def test_what_is_booked_or_waited_for_stays_and_nobody_hears_of_it(any_town: Town) -> None:
    town = any_town
    officer, room = await opened(town)
    had, waits, other = [await town.settle(name) for name in ("甲", "乙", "丙")]
    evening = await time_of(town, had, room, FRIDAY, 2)
    morning = await time_of(town, other, room, FRIDAY, 0)
    for who, slot in ((had, evening), (waits, evening), (other, morning)):
        await town.do(who, signups.sign_up, slot)
    town.forget()
    seen = await look(town, officer, room, "每天 8:30到12:00、14:00到18:00、18:00到20:00")
    assert (seen.asked, seen.told, seen.stay, seen.since) == (0, 0, 1, TOMORROW)
    await change(town, officer, room, "每天 8:30到12:00、14:00到18:00、18:00到20:00")
    assert not town.told
    assert await on_day(town, room, FRIDAY) == OLD, "no time that meets the evening is made beside it"
    assert (await on_day(town, room, TOMORROW))[2] == "18:00-20:00"
    assert [one.name for one in await line_of(town, evening)] == ["甲", "乙"]
    assert [one.name for one in await line_of(town, morning)] == ["丙"]


async def test_what_was_booked_and_given_up_keeps_no_time(any_town: Town) -> None:
    town = any_town
    officer, room = await opened(town)
    who = await town.settle("甲")
    evening = await time_of(town, who, room, FRIDAY, 2)
    row = await town.do(who, signups.sign_up, evening)
    await town.do(who, signups.cancel, row.id)
    assert (await look(town, officer, room, "每天上午、下午")).stay == 0
    await change(town, officer, room, "每天上午、下午")
    assert await on_day(town, room, FRIDAY) == OLD[:2]
    for use_case, about in ((signups.sign_up, evening), (signups.again, row.id)):
        assert await refused(town, who, use_case, about) == "not-found", "an old button"


async def test_a_day_that_the_village_has_for_itself_stays_closed(any_town: Town) -> None:
    town = any_town
    officer, room = await opened(town)
    far = TODAY + timedelta(days=30)
    for day in (FRIDAY, far):
        await town.do(officer, venues.take_day, room, day)
    taken = await time_of(town, officer, room, TOMORROW, 1)
    await town.do(officer, venues.take, taken)
    assert (await look(town, officer, room, "每天 12:00到14:00")).stay == 0, "nobody's booking"
    await change(town, officer, room, "每天 12:00到14:00")
    assert await on_day(town, room, FRIDAY) == OLD and await on_day(town, room, far) == OLD
    assert await on_day(town, room, TOMORROW) == ["12:00-14:00", "14:00-18:00"]


async def test_a_day_far_ahead_that_was_given_back_has_the_new_hours_too(town: Town) -> None:
    officer, room = await opened(town)
    far = TODAY + timedelta(days=30)
    await town.do(officer, venues.take_day, room, far)
    for slot in await slots(town, room):
        if slot.starts_at is not None and slot.starts_at.astimezone(THERE).date() == far:
            await town.do(officer, venues.give_back, slot.id)
    await change(town, officer, room, "每天 12:00到14:00")
    assert await on_day(town, room, far) == ["12:00-14:00"]


async def test_from_a_day_on_that_somebody_says(any_town: Town) -> None:
    town = any_town
    officer, room = await opened(town)
    await change(town, officer, room, "周末 9:00到12:00", FRIDAY)
    thursday, saturday = FRIDAY - timedelta(days=1), FRIDAY + timedelta(days=1)
    assert await on_day(town, room, thursday) == OLD
    assert await on_day(town, room, FRIDAY) == []
    assert await on_day(town, room, saturday) == ["09:00-12:00"]


async def test_days_that_the_clock_has_not_added_yet_have_the_hours_of_their_day(town: Town) -> None:
    officer, room = await opened(town)
    town.passes(days=5)  # a standstill
    since = TODAY + timedelta(days=5 + AHEAD - 1)
    await change(town, officer, room, "每天 12:00到14:00", since)
    assert await on_day(town, room, since - timedelta(days=1)) == OLD
    assert await on_day(town, room, since) == ["12:00-14:00"]


async def test_it_begins_tomorrow_at_the_earliest_and_where_nobody_can_book_at_the_latest(
    town: Town,
) -> None:
    officer, room = await opened(town)
    for since in (TODAY - timedelta(days=1), TODAY, LAST + timedelta(days=1)):
        assert await cannot(town, officer, room, "每天上午", since) == "activity-since-range"
    room, plan, version, how = await asked_for(town, room, "每天上午", TOMORROW)
    town.passes(days=1)
    late = (room, plan, version, WORDS, how)
    assert await refused(town, officer, activity_changes.change, *late) == "activity-since-range"
    await change(town, officer, room, "每天上午", LAST)


async def test_only_its_makers_and_whoever_leads_change_its_hours(any_town: Town) -> None:
    town = any_town
    officer, room = await opened(town)
    before = [one.id for one in await slots(town, room)]
    strangers = [await town.settle(role, role) for role in ("doctor", "training", "volunteer")]
    elsewhere = await town.settle("别村的", "culture", center="dongxing", village=None)
    for who in (await town.settle("村民"), *strangers, elsewhere):
        assert await cannot(town, who, room, "每天上午") == "not-found"
    assert [one.id for one in await slots(town, room)] == before
    director = await town.settle("李主任", "director")
    await change(town, director, room, "每天上午")
    assert "李主任改了" in town.last(officer).words and "→" in town.last(officer).words


async def test_a_look_at_hours_that_somebody_else_has_changed_meanwhile_changes_nothing(town: Town) -> None:
    officer, room = await opened(town)
    room, plan, version, how = await asked_for(town, room, "每天上午")
    await change(town, officer, room, "每天下午")
    stale = (room, plan, version, WORDS, how)
    assert await refused(town, officer, activity_changes.change, *stale) == "activity-changed-meanwhile"
    assert await on_day(town, room, TOMORROW) == ["14:00-18:00"]
    assert await cannot(town, officer, room, "每天下午") == "activity-same"


async def test_another_place_is_told_to_whoever_has_a_time_along_with_other_hours(town: Town) -> None:
    officer, room = await opened(town)
    who = await town.settle("甲")
    await town.do(who, signups.sign_up, await time_of(town, who, room, FRIDAY, 2))
    await town.do(officer, venues.take, await time_of(town, officer, room, FRIDAY, 0))
    room, plan, version, how = await asked_for(town, room, "每天上午", place="新村部")
    seen = await town.do(officer, activity_changes.look_ahead, room, plan, version, how)
    assert (seen.asked, seen.told, seen.stay, len(seen.lines)) == (1, 0, 1, 2)
    await town.do(officer, activity_changes.change, room, plan, version, WORDS, how)
    assert "村部 → 新村部" in town.last(who).words and "什么时候能用" not in town.last(who).words


async def test_the_hours_stand_in_its_history(town: Town) -> None:
    officer, room = await opened(town)
    await change(town, officer, room, "每天上午")
    _, versions = await town.do(officer, activity_changes.history, room)
    assert [len(one.lines) for one in versions] == [1, 1]


@pytest.mark.parametrize("changed", [{"hours": None}, {"hours": read_hours("每天上午")}])
async def test_what_has_no_hours_gets_none_and_a_room_keeps_some(
    town: Town, changed: dict[str, object]
) -> None:
    keeper = await town.settle("文化干事", "culture")
    thing = await made(town, keeper, sprayer())
    room = await made(town, keeper, hall())
    one = room if changed["hours"] is None else thing
    plan = (await kept(town, one))[0].planned.model_copy(update=changed)
    assert await refused(town, keeper, activity_changes.look_ahead, one, plan, 1) == "not-found"


async def test_a_button_of_a_time_that_is_no_more_never_books_another(any_town: Town) -> None:
    town = any_town
    officer, room = await opened(town)
    villager = await town.settle("甲")
    before = {one.id for one in await slots(town, room)}
    newest = max(before)
    await change(town, officer, room, "每天上午")
    town.passes(days=1)
    await grows(town)
    fresh = {one.id for one in await slots(town, room)} - before
    assert fresh and min(fresh) > newest
    assert await refused(town, villager, signups.sign_up, newest) == "signup-is-over"
    assert await on_day(town, room, LAST) == OLD[:1]
