"""What happens on a day about lists of activities: read, added to, printed as a table, and counted."""

from __future__ import annotations

from datetime import timedelta

from domain.proxies import Whom
from services import (
    activity_counts,
    activity_made,
    attendance,
    signup_lists,
    signup_table,
    signups,
)
from storage import activities as stored
from tests.services.activities import course, line_of, made, slot_of
from tests.services.town import Town


async def keeping_lists(town: Town) -> None:
    """A course of two sessions: who comes, who came, and how many seats there are and are taken."""
    officer, director = await town.settle("钱老师", "training"), await town.settle("周主任", "director")
    activity_id = await made(town, officer, course(town, seats=1, sessions=2))
    slot_id = await slot_of(town, activity_id)
    who = await town.settle("何秀英")
    await town.do(who, signups.sign_up, slot_id)
    await town.do(who, attendance.by_digits, "0000")
    await town.do(officer, signups.clashing, slot_id, Whom("孙老爹"), listed=True)
    await town.do(officer, signups.sign_up, slot_id, Whom("孙老爹"), listed=True)
    found = await town.do(officer, signup_lists.listing, activity_id)
    async with town.begin() as tx:
        await signup_lists.entries(tx, found, found.rows)
        (session, _) = await stored.sessions(tx, activity_id)
    seat, _ = await line_of(town, slot_id)
    await town.do(officer, signup_lists.person, seat.id)
    center_id = found.activity.center_id
    await town.do(officer, activity_made.coming, center_id)
    await town.do(director, activity_counts.overview, center_id)
    await town.do(director, activity_counts.table, center_id)
    begins = town.now
    town.now = session.starts_at
    await town.do(officer, attendance.mark, session.id, seat.id, here=True)
    await town.do(officer, signup_table.make, activity_id)
    await town.do(officer, signup_lists.cancel, seat.id)
    town.now += timedelta(days=2)
    await town.do(officer, activity_made.over, center_id)
    town.now = begins
