"""What happens on a day about things to borrow and rooms to book: kept, fetched, back; booked, and taken."""

from __future__ import annotations

from datetime import timedelta

from domain.lending import Answer
from services import (
    activity_changes,
    activity_lists,
    activity_made,
    at_hand,
    lending,
    lending_clock,
    signup_cards,
    signup_lists,
    signup_seats,
    signup_table,
    signups,
    timetables,
    venues,
)
from tests.services.activities import line_of, made, slot_of
from tests.services.lending import hall, sprayer
from tests.services.town import Town


async def lending_out(town: Town) -> None:
    """One sprayer that two want: fetched, lent once more, broken, mended; another was never fetched."""
    keeper, li, wang = (
        await town.settle("冯干事", "culture"),
        await town.settle("李二"),
        await town.settle("王二"),
    )
    activity_id = await made(town, keeper, sprayer())
    slot_id = await slot_of(town, activity_id)
    async with town.begin() as tx:
        account = await town.account(tx, li)
        await at_hand.to_use(tx, account, account.current_center_id or 0, "想借喷雾器")
    await town.do(li, signups.sign_up, slot_id)
    (place,) = await line_of(town, slot_id)
    await town.do(keeper, lending.hand_out, place.id)
    await town.do(li, signup_cards.card, place)
    await town.do(li, lending.renew, place.id)
    await town.do(wang, signups.sign_up, slot_id)
    await town.do(li, lending.say, place.id, Answer.LOST)
    await town.do(keeper, lending.take_back, place.id, "broken")
    found = await town.do(keeper, lending.desk, activity_id)
    await town.do(keeper, lending.mended, found.away[0].id)
    (waits,) = await line_of(town, slot_id)
    await town.do(wang, signups.answer, waits.id, yes=True)
    town.now += timedelta(days=4)
    async with town.begin() as tx:
        await lending_clock.look_one(tx)


async def of_many_years(town: Town) -> None:
    """A hall that has been booked for years, and a thing that was lent for as long."""
    officer, who = await town.settle("冯干事", "culture"), await town.settle("李四")
    async with town.begin() as tx:
        center_id = (await town.account(tx, officer)).current_center_id or 0
    listed = await town.do(who, activity_lists.listed, center_id)
    async with town.begin() as tx:
        await activity_lists.places(tx, listed)
    thing = next(one for one in listed if one.form == "loan").id
    slot_id = await slot_of(town, thing)
    row = await town.do(who, signups.sign_up, slot_id)
    await town.do(officer, signup_seats.change, slot_id, 20)
    await town.do(officer, lending.hand_out, row.id)
    await town.do(officer, lending.desk, thing)
    await town.do(officer, lending.take_back, row.id, "fine")
    room = next(one for one in listed if one.planned.hours is not None)
    day = town.now.date() + timedelta(days=5)
    first = (await town.do(who, venues.times, room.id, day))[-1].slot.id
    booked = await town.do(who, signups.sign_up, first)
    await town.do(who, activity_lists.times, room.id)
    await town.do(officer, activity_made.coming, center_id)
    await town.do(officer, signup_lists.listing, room.id)
    await town.do(officer, signup_lists.person, booked.id)
    await town.do(officer, signup_table.make, room.id)
    _, plan = await town.do(officer, activity_changes.begin, room.id)
    school = plan.model_copy(update={"place": "学校"})
    await town.do(officer, activity_changes.look_ahead, room.id, school, room.version)
    await town.do(officer, activity_changes.change, room.id, school, room.version, {})
    await town.do(officer, activity_changes.places, room.id)
    await town.do(officer, activity_changes.call_off, room.id, "下雨", {})


async def booking(town: Town) -> None:
    """A hall for two weeks, a booking, a day on which the village needs it, and other hours."""
    officer, who = await town.settle("冯干事", "culture"), await town.settle("李三")
    room = await made(town, officer, hall())
    day = town.now.date() + timedelta(days=3)
    await town.do(who, venues.days, room, 0)
    first = (await town.do(who, venues.times, room, day))[0].slot.id
    await town.do(who, signups.sign_up, first)
    await town.do(officer, venues.take_day, room, day)
    town.now += timedelta(days=1)
    async with town.begin() as tx:
        await timetables.grow_one(tx)
    mornings = hall(hours="每天上午")
    await town.do(officer, activity_changes.look_ahead, room, mornings, 1)
    await town.do(officer, activity_changes.change, room, mornings, 1, {})
