"""Reminding those who have a seat: the evening before a session, and two hours before it."""

from __future__ import annotations

from collections.abc import Sequence

from domain import reminding
from domain.activitytaps import SignupDo
from domain.messages import Button, Moment, Outgoing, Text, listed, t
from domain.money import yuan
from domain.taps import Go
from services import activity_cards, signup_cards, signup_people
from services.cards import button
from services.outbox import tell
from storage import activities, people, signup_listeners
from storage.activities import Activity, ActivitySession
from storage.people import Account
from storage.signups import Signup
from storage.transaction import Tx

PAGE = 200
"""People who are told in one step."""
MOST = 4
"""Places that can be given up by a button each; of more one is told by the list."""


def promise(tx: Tx, session: ActivitySession, zone: str) -> None:
    """Settle when people are reminded of a session next: when it is made, and when its time has changed."""
    session.remind_at, session.reminded_to = reminding.first(session.starts_at, tx.now, zone), None


async def remind_one(tx: Tx) -> bool:
    """Remind the people of one session whose time has come, or the next of them if they are many; whether
    there was one. Who was told and where to go on is written together: nobody is told twice."""
    found = await activities.to_remind(tx)
    if found is None:
        return False
    activity = await activities.locked(tx, found.activity_id)
    session = await activities.session_now(tx, found.id)
    if activity is None or session is None or session.remind_at is None or session.remind_at > tx.now:
        return True  # changed meanwhile
    zone = await activity_cards.zone_of(tx, activity)
    at = reminding.late(session.starts_at, tx.now, zone) if activity.state == "open" else None
    if at is None or at > tx.now:
        session.remind_at = at
    else:
        await _remind(tx, activity, session, zone)
    return True


async def _remind(tx: Tx, activity: Activity, session: ActivitySession, zone: str) -> None:
    after = session.reminded_to or 0
    found = await signup_listeners.of_slot(tx, session.slot_id, after=after, limit=PAGE)
    await people.prefetch_contacts(tx, found)
    facts = await _facts(tx, activity, session, zone)
    for account_id, rows in found.items():
        reader = await people.contact(tx, account_id)
        if reader is not None and reader.reachable:
            text = t("lines", items=[*facts, *_for_whom(reader, rows)])
            buttons = _rows(reader, rows, activity.planned.manner)
            tell(tx, reader, Outgoing(text=text, buttons=buttons))
    if len(found) == PAGE:
        session.reminded_to = max(found)
    else:
        promise(tx, session, zone)


async def _facts(tx: Tx, activity: Activity, session: ActivitySession, zone: str) -> list[Text]:
    """What it is, the how manieth time, when, where, what to bring, and what it costs, if it does."""
    plan = activity.planned
    kind = t(f"activity-kind-{plan.kind}")
    title = t("activity-title", kind=kind, title=plan.title)
    lines = [t("remind", form=plan.manner, title=title)]
    count = len(await activities.sessions_of(tx, [session.slot_id]))
    if count > 1:
        lines.append(t("remind-number", n=session.number, all=count))
    at = Moment(at=session.starts_at, zone=zone, style="near", seen=tx.now)
    lines.append(t("activity-when", at=at))
    if place := session.place or plan.place:
        lines.append(t("activity-where", place=place))
    if plan.bring:
        lines.append(t("activity-bring", bring=plan.bring))
    if plan.cost:
        lines.append(t("activity-cost", yuan=yuan(plan.cost)))
    return lines


def _for_whom(reader: Account, rows: Sequence[Signup]) -> list[Text]:
    """Who is meant, if it is not the reader alone."""
    if all(signup_people.own(reader, one) for one in rows):
        return []
    return [t("remind-for", names=listed([signup_cards.whose(reader, one) for one in rows]))]


def _rows(reader: Account, rows: Sequence[Signup], form: str) -> list[list[Button]]:
    person = [button("button-person", Go("person"))]
    if len(rows) > MOST:
        return [[button("button-signups", Go("signups"))], person]
    if len(rows) == 1:
        return [[button("button-remind-cannot", SignupDo("cancel", rows[0].id), form=form)], person]
    return [*([_cannot(reader, one, form)] for one in rows), person]


def _cannot(reader: Account, row: Signup, form: str) -> Button:
    who = signup_cards.whose(reader, row)
    return Button(
        text=t("button-remind-cannot-one", form=form, who=who), tap=SignupDo("cancel", row.id).pack()
    )
