"""When it is over: the organiser hears how many came, and whoever was there is asked how it was, once."""

from __future__ import annotations

from domain.attendance import VERDICTS, asked_at
from domain.attendancetaps import ActivityDay, SessionDay, VerdictDo
from domain.messages import Button, Outgoing, t
from domain.night import awake
from domain.officetime import local_day
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
    zone = await activity_cards.zone_of(tx, activity)
    due = awake(max(session.ends_at, tx.now), zone)
    if activity.state == "called-off":
        session.sum_up_at = None
    elif due > tx.now:
        session.sum_up_at = due
    else:
        session.sum_up_at = None
        await _sum_up(tx, activity, await _with(tx, activity, session, zone))
    return True


async def _with(tx: Tx, activity: Activity, session: ActivitySession, zone: str) -> list[ActivitySession]:
    """What is summed up with a session: nothing but itself; of times to choose from all of its day, when it
    is the last of them, and if anybody had chosen one."""
    if activity.planned.form != "times":
        return [session]
    day, held = local_day(session.starts_at, zone), await activities.sessions(tx, activity.id)
    same = [one for one in held if local_day(one.starts_at, zone) == day]
    if max(same, key=lambda one: (one.ends_at, one.id)).id != session.id:
        return []
    counts = [await attendance_cards.counts(tx, one) for one in same]
    return same if any(seated for _, seated in counts) else []


async def _sum_up(tx: Tx, activity: Activity, held: list[ActivitySession]) -> None:
    organiser = await activity_access.organiser(tx, activity)
    if not held or organiser is None or not activity_access.keeps_list(organiser, activity):
        return
    counts = [await attendance_cards.counts(tx, one) for one in held]
    here, seated = sum(one[0] for one in counts), sum(one[1] for one in counts)
    what = await attendance_cards.which(tx, held[-1])
    rows = _entering(held[0]) if len(held) == 1 else activity_cards.day_rows(activity)
    if activity.planned.certificate and attendance_cards.is_over(tx, activity):
        rows.append([button("button-certificates", ActivityDay("certificates", activity.id, 0))])
    text = t("day-summed-up", what=what, here=here, seated=seated)
    tell(tx, organiser, Outgoing(text=text, buttons=[*rows, [button("button-person", Go("person"))]]))


def _entering(session: ActivitySession) -> list[list[Button]]:
    """What is missing can be entered at once."""
    return [
        [button("button-paper", SessionDay("paper", session.id, 0))],
        [button("button-walk-in", SessionDay("walk-in", session.id, 0))],
        [button("button-day-list", SessionDay("list", session.id, 0))],
    ]


async def ask_one(tx: Tx) -> bool:
    """Ask somebody who was there how it was, once for each activity; nobody in the name of those without an
    account. Returns whether there was one."""
    row = await attendance.to_ask(tx)
    activity = await activities.one(tx, row.activity_id) if row is not None else None
    if row is None or activity is None:
        return False
    zone = await activity_cards.zone_of(tx, activity)
    due = asked_at(activity.ends_at or tx.now, tx.now, zone)  # it may have been moved since they came
    row.ask_at = due if due > tx.now else None
    if row.ask_at is None and row.verdict is None and activity.state != "called-off":
        reader = await signup_people.knowing(tx, row)
        if reader is not None:
            await _ask(tx, activity, row, reader)
    return True


async def _ask(tx: Tx, activity: Activity, row: Signup, reader: Account) -> None:
    key = f"how-was:{activity.id}"
    if reader.id == activity.author_id or await outbox.sent_with_key(tx, reader.id, key) is not None:
        return
    rows = [[button(f"button-verdict-{word}", VerdictDo(word, row.id))] for word in VERDICTS]
    text = t("verdict-ask", title=activity.planned.title)
    tell(tx, reader, Outgoing(text=text, buttons=[*rows, [button("button-person", Go("person"))]]), key=key)
