"""Two changes of one activity that meet: seats of one time and more times, and an offer that waits for the
morning and another day."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select

from bot.words import translate
from domain.activities import Plan
from domain.messages import Outgoing
from domain.moving import add_times
from domain.proxies import Whom
from domain.signups import Standing
from services import activity_changes, signup_seats, signups, signups_moving
from storage.outbox import Outbox
from tests.services.activities import made, slot_of, standings
from tests.services.lending import hall, slots
from tests.services.test_activities_making import WORDS, kept
from tests.services.test_activity_changes import at, begun, change
from tests.services.test_moving_times import change as move
from tests.services.test_moving_times import opened, slots_of
from tests.services.test_signups import of, signed
from tests.services.town import Town


async def waits(town: Town, who: int) -> list[str]:
    """What somebody is told later, in the words in which they will read it."""
    async with town.begin() as tx:
        found = await tx.session.scalars(
            select(Outbox).where(Outbox.chat_id == who, Outbox.state == "waiting").order_by(Outbox.id)
        )
        later = [one for one in found if one.not_before is not None and one.not_before > town.now]
        return [
            translate(text, "zh-Hans") for one in later if (text := Outgoing.model_validate(one.body).text)
        ]


# One time that has other seats than the rest


async def test_a_seat_more_at_one_time_makes_none_at_the_times_that_are_added(any_town: Town) -> None:
    town = any_town
    doctor, activity_id = await opened(town, seats=2)
    await town.do(doctor, signup_seats.change, await slot_of(town, activity_id), 5)
    _, plan = await town.do(doctor, activity_changes.begin, activity_id)
    assert plan.seats == 2, "as many as each of them has"
    last = plan.sessions[-1]
    more = add_times(plan.sessions, [at(last.ends_at, 0.5)])
    await move(town, doctor, activity_id, more, seats=plan.seats)
    assert [one.seats for one in await slots_of(town, activity_id)] == [5, 2, 2, 2]


async def test_a_seat_more_at_the_first_time_of_a_room_makes_none_at_all_others(any_town: Town) -> None:
    town = any_town
    officer = await town.settle("文化干事", "culture")
    room = await made(town, officer, hall())
    await town.do(officer, signup_seats.change, await slot_of(town, room), 3)
    activity, plan = await town.do(officer, activity_changes.begin, room)
    changed = Plan.model_validate({**plan.model_dump(), "place": "新村部"})
    await town.do(officer, activity_changes.change, room, changed, activity.version, WORDS)
    assert (await kept(town, room))[0].planned.seats == 1
    assert {one.seats for one in (await slots(town, room))[1:]} == {1}


# An offer that waits for the morning


async def test_who_is_to_be_asked_in_the_morning_is_asked_for_what_it_is_by_then(any_town: Town) -> None:
    town = any_town
    officer, activity_id = await begun(town, seats=1, days=9)
    slot_id = await slot_of(town, activity_id)
    first, second = await signed(town, slot_id, "甲", "乙")
    town.now = town.now.replace(hour=15)  # eleven at night there
    await town.do(first, signups.cancel, (await of(town, slot_id, "甲")).id)
    assert (await standings(town, slot_id))[Standing.OFFERED] == ["乙"]
    soon = town.now + timedelta(hours=10)
    await change(town, officer, activity_id, sessions=(at(soon),))
    (offer,) = [one for one in await waits(town, second) if "轮到" in one]
    assert "11月25日" in offer and "12月3日" not in offer
    assert "11月25日" in next(one.words for one in town.told[second] if "还来吗" in one.words), "at once"


async def test_who_has_been_asked_is_not_asked_twice(town: Town) -> None:
    officer, activity_id = await begun(town, seats=1, days=9)
    slot_id = await slot_of(town, activity_id)
    first, second = await signed(town, slot_id, "甲", "乙")
    await town.do(first, signups.cancel, (await of(town, slot_id, "甲")).id)
    await change(town, officer, activity_id, place="果园")
    assert town.heard(second).count("轮到您了") == 1 and "您还来吗" in town.last(second).words


async def test_what_is_moved_twice_in_a_night_is_offered_once_as_it_is(any_town: Town) -> None:
    town = any_town
    officer, activity_id = await begun(town, seats=1, days=9)
    slot_id = await slot_of(town, activity_id)
    first, second = await signed(town, slot_id, "甲", "乙")
    town.now = town.now.replace(hour=15)
    await town.do(first, signups.cancel, (await of(town, slot_id, "甲")).id)
    for days in (7, 5):
        await change(town, officer, activity_id, sessions=(at(town.now + timedelta(days=days)),))
    question, offer = await waits(town, second)
    assert "还来吗" in question and "轮到您了" in offer and "11月29日" in offer
    row = await of(town, slot_id, "乙")
    town.now = row.answer_by or town.now
    async with town.begin() as tx:
        assert await signups_moving.lapse_one(tx)


# A question that waits for the morning, and somebody who does not wait for it


async def test_whoever_gives_their_seat_up_in_the_night_is_not_asked_in_the_morning(any_town: Town) -> None:
    town = any_town
    officer, activity_id = await begun(town)
    who, other = await town.settle("甲"), await town.settle("乙")
    slot_id = await slot_of(town, activity_id)
    row = await town.do(who, signups.sign_up, slot_id)
    await town.do(other, signups.sign_up, slot_id)
    town.passes(hours=13)  # eleven in the evening
    await change(town, officer, activity_id, place="果园")
    await town.do(who, signups.cancel, row.id)
    assert await waits(town, who) == []
    assert ["还来吗" in one for one in await waits(town, other)] == [True]


async def test_who_gives_one_of_two_seats_up_still_hears_what_to_bring_for_the_other(town: Town) -> None:
    officer, activity_id = await begun(town)
    who = await town.settle("甲")
    slot_id = await slot_of(town, activity_id)
    row = await town.do(who, signups.sign_up, slot_id)
    await town.do(who, signups.sign_up, slot_id, Whom("孙老爹"))
    town.passes(hours=13)
    await change(town, officer, activity_id, bring="剪刀")
    await town.do(who, signups.cancel, row.id)
    assert ["剪刀" in one for one in await waits(town, who)] == [True]
