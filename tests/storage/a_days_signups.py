"""What happens on a day about activities: made, found, signed up for, waited for, reminded of, given back."""

from __future__ import annotations

from datetime import timedelta

from domain.proxies import Whom
from services import (
    activity_access,
    activity_cards,
    activity_lists,
    people,
    reminders,
    signup_cards,
    signup_seats,
    signup_whom,
    signups,
    signups_moving,
)
from storage import activities as stored_activities
from storage import signup_listeners
from storage import signups as stored
from tests.services.activities import course, line_of, made, slot_of
from tests.services.town import Town


async def signing_up(town: Town) -> None:
    """A course with one seat and a check-up with two times; and what becomes of the seats."""
    officer, doctor = await town.settle("吴老师", "training"), await town.settle("马医生", "doctor")
    await town.enrol("何秀英", phone="13900000031")
    first, second, center_id = await town.settle("何秀英"), await town.settle("杨柳"), 0
    await town.do(first, people.share_phone, "13900000031")
    activity_id = await made(town, officer, course(town, seats=1, household_limit=2))
    checkup = await made(town, doctor, course(town, kind="checkup", title="量血压", sessions=2))
    slot_id = await slot_of(town, activity_id)
    async with town.begin() as tx:
        activity = await stored_activities.one(tx, activity_id)
        assert activity is not None
        center_id = activity.center_id
        await activity_access.organiser(tx, activity)
        await activity_cards.about(tx, activity)
        await stored_activities.session(tx, (await stored_activities.sessions(tx, activity_id))[0].id)
    for who in (first, second):
        await town.do(who, activity_lists.listed, center_id)
        await town.do(who, activity_lists.times, checkup)
        await town.do(who, signup_whom.near, center_id)
        await town.do(who, signups.clashing, slot_id)
        await town.do(who, signups.sign_up, slot_id)
        await town.do(who, signups.sign_up, await slot_of(town, checkup))
        await town.do(who, activity_lists.own, activity_id)
        for row in await town.do(who, activity_lists.mine):
            await town.do(who, signup_cards.card, row)
    await town.do(second, signups.sign_up, slot_id, Whom("孙老爹"))
    async with town.begin() as tx:
        await activity_lists.places(tx, await stored_activities.coming(tx, center_id, limit=5))
        await stored.of_activity(tx, activity_id)
        await signup_listeners.of_slot(tx, slot_id, after=0, limit=100)
    seat, waits, *_ = await line_of(town, slot_id)
    await town.do(officer, signup_seats.change, slot_id, 2)
    await town.do(second, signups.answer, waits.id, yes=True)
    await town.do(first, signups.cancel, seat.id)
    await town.do(first, signups.again, seat.id)
    for time in (timedelta(hours=4), timedelta(days=2), timedelta(days=4, hours=20)):  # a week
        town.now += time
        for step in (signups_moving.lapse_one, reminders.remind_one):
            async with town.begin() as tx:
                await step(tx)
