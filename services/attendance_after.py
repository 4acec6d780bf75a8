"""When it is over: the organiser hears how many came, and whoever was there is asked how it was, once."""

from __future__ import annotations

from datetime import datetime

from domain.attendance import VERDICTS
from domain.attendancetaps import ActivityDay, SessionDay, VerdictDo
from domain.messages import Outgoing, t
from domain.night import awake
from domain.taps import Go
from services import activity_access, activity_cards, attendance_cards, signup_people
from services.cards import button
from services.outbox import tell
from storage import activities, attendance, outbox
from storage.activities import Activity, ActivitySession
from storage.people import Account
from storage.signups import Signup
from storage.transaction import Tx


async def sum_up_one(tx: Tx) -> bool:
    """Tell the organiser of a session that is over how many came, in the morning if people sleep. Nothing is
    said of what was called off. Returns whether there was one."""
    session = await attendance.to_sum_up(tx)
    activity = await activities.one(tx, session.activity_id) if session is not None else None
    if session is None or activity is None:
        return False
    due = awake(max(session.ends_at, tx.now), await activity_cards.zone_of(tx, activity))
    session.sum_up_at = due if due > tx.now and activity.state != "called-off" else None
    if session.sum_up_at is None and activity.state != "called-off":
        await _sum_up(tx, activity, session)
    return True


async def _sum_up(tx: Tx, activity: Activity, session: ActivitySession) -> None:
    organiser = await activity_access.organiser(tx, activity)
    if organiser is None or not activity_access.keeps_list(organiser, activity):
        return
    here, seated = await attendance_cards.counts(tx, session)
    rows = [
        [button("button-paper", SessionDay("paper", session.id, 0))],
        [button("button-walk-in", SessionDay("walk-in", session.id, 0))],
        [button("button-day-list", SessionDay("list", session.id, 0))],
    ]
    if activity.planned.certificate and attendance_cards.is_over(tx, activity):
        rows.append([button("button-certificates", ActivityDay("certificates", activity.id, 0))])
    what = await attendance_cards.which(tx, session)
    text = t("day-summed-up", what=what, here=here, seated=seated)
    tell(tx, organiser, Outgoing(text=text, buttons=[*rows, [button("button-person", Go("person"))]]))


async def ask_one(tx: Tx) -> bool:
    """Ask somebody who was there how it was: once for each activity, whoever else they signed up. Returns
    whether there was one."""
    row = await attendance.to_ask(tx)
    activity = await activities.one(tx, row.activity_id) if row is not None else None
    if row is None or activity is None:
        return False
    due = await _due(tx, activity)
    row.ask_at = due if due > tx.now else None
    if row.ask_at is None and row.verdict is None and activity.state != "called-off":
        for one in await signup_people.told(tx, row):
            await _ask(tx, activity, row, one)
    return True


async def _due(tx: Tx, activity: Activity) -> datetime:
    return awake(tx.now, await activity_cards.zone_of(tx, activity))


async def _ask(tx: Tx, activity: Activity, row: Signup, reader: Account) -> None:
    key = f"how-was:{activity.id}"
    if reader.id == activity.author_id or await outbox.sent_with_key(tx, reader.id, key) is not None:
        return
    rows = [[button(f"button-verdict-{word}", VerdictDo(word, row.id))] for word in VERDICTS]
    text = t("verdict-ask", title=activity.planned.title)
    tell(tx, reader, Outgoing(text=text, buttons=[*rows, [button("button-person", Go("person"))]]), key=key)
