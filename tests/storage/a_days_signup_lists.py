"""What happens on a day about lists of activities: read, added to, printed as a table, and counted."""

from __future__ import annotations

from datetime import timedelta

from domain.proxies import Whom
from services import activity_counts, activity_made, attendance, signup_lists, signup_table, signups
from storage import activities as stored
from storage.attendance import Attendance
from storage.signups import Signup
from tests.services.activities import course, line_of, made, slot_of
from tests.services.town import Town

LONG = timedelta(days=200)
CROWD = 400
"""People who came to something long ago."""


async def long_ago(town: Town) -> None:
    """What was there before, so that looking through everybody costs something."""
    director = await town.settle("周主任", "director")
    activity_id = await made(town, director, course(town, seats=None, title="去年的课"))
    async with town.begin() as tx:
        (slot,), (session,) = await stored.slots(tx, activity_id), await stored.sessions(tx, activity_id)
        activity = await stored.locked(tx, activity_id)
        assert activity is not None
        activity.state = "over"
        for row in (activity, slot, session):
            row.starts_at, row.ends_at = tx.now - LONG, tx.now - LONG + timedelta(hours=2)
        session.remind_at = session.sum_up_at = None
        by = {"signed_by": "officer", "signed_by_id": director, "signed_at": tx.now - LONG}
        crowd = [
            Signup(
                activity_id=activity_id,
                slot_id=slot.id,
                subject=f"n:{director}:{number}",
                name="某人",
                place=number,
                state="seated",
                changed_at=tx.now - LONG,
                **by,
            )
            for number in range(1, CROWD + 1)
        ]
        tx.session.add_all(crowd)
        await tx.session.flush()
        came = {"session_id": session.id, "at": tx.now - LONG, "how": "list", "by_id": director}
        tx.session.add_all([Attendance(signup_id=one.id, **came) for one in crowd])


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
