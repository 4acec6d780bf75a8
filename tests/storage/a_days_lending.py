"""What happens on a day about things to borrow and rooms to book: kept, fetched, back; booked, and taken."""

from __future__ import annotations

from datetime import timedelta

from domain.lending import Answer
from services import (
    activity_changes,
    lendable,
    lending,
    lending_clock,
    signup_cards,
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
        await lendable.wanted(tx, account, account.current_center_id or 0, "想借喷雾器")
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
