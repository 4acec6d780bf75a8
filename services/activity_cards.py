"""What an activity looks like: in a line, in a few lines, and as a whole."""

from __future__ import annotations

from datetime import datetime

from domain.activities import Session
from domain.activitytaps import ActivityDo, ActivityQr
from domain.catalogue import CATALOGUE
from domain.duty import WEEKDAYS
from domain.lendingtaps import VILLAGE, BookDays, LoanDesk
from domain.messages import Button, Moment, Text, listed, t, verbatim
from domain.money import yuan
from domain.openhours import Hours
from domain.tap import Tap
from domain.taps import Go
from domain.units import settings_of
from services import activity_access
from services.cards import button
from storage import units
from storage.activities import Activity, ActivitySlot
from storage.people import Account
from storage.transaction import Tx


async def zone_of(tx: Tx, activity: Activity) -> str:
    """The time zone of an activity's center."""
    return settings_of(await units.unit_of(tx, activity.center_id)).zone


async def facts(tx: Tx, activity: Activity, slot: ActivitySlot | None = None) -> Text:
    """What, when and where, in three lines at most: of one slot, or of the whole."""
    plan = activity.planned
    starts_at = slot.starts_at if slot is not None else activity.starts_at
    lines = [t("activity-title", kind=t(f"activity-kind-{plan.kind}"), title=plan.title)]
    if starts_at is not None:
        zone = await zone_of(tx, activity)
        lines.append(t("activity-when", at=Moment(at=starts_at, zone=zone, style="moment")))
    if plan.place:
        lines.append(t("activity-where", place=plan.place))
    return t("lines", items=lines)


async def about(tx: Tx, activity: Activity) -> list[Text]:
    """All there is to know before one signs up, a line each."""
    plan, zone = activity.planned, await zone_of(tx, activity)
    lines = [t("activity-title", kind=t(f"activity-kind-{plan.kind}"), title=plan.title)]
    if plan.about:
        lines.append(verbatim(plan.about))
    lines += [when(one, zone) for one in plan.sessions] if plan.form == "seats" else []
    lines += [opening(plan.hours)] if plan.hours is not None else []
    lines += [t("activity-lasts", days=plan.lasts)] if plan.form == "loan" else []
    if plan.place:
        lines.append(t("activity-where", place=plan.place))
    if plan.bring:
        lines.append(t("activity-bring", bring=plan.bring))
    lines.append(t("activity-cost", yuan=yuan(plan.cost)) if plan.cost else t("activity-free"))
    if plan.closes_at is not None:
        at = Moment(at=plan.closes_at, zone=zone, style="moment")
        lines.append(t("activity-closes", at=at))
    return lines


def opening(hours: Hours) -> Text:
    """When a room can be booked, in a line."""
    spans = [verbatim(f"{begin:%H:%M}–{end:%H:%M}") for begin, end in hours.spans]
    if len(hours.days) == len(WEEKDAYS):
        return t("activity-hours-daily", spans=listed(spans))
    days = listed([t(f"weekday-{day}") for day in hours.days])
    return t("activity-hours", days=days, spans=listed(spans))


def line(activity: Activity, at: datetime | None, zone: str, what: Text) -> Text:
    """An activity in a line of a list: its day if it has one, its title, and what there is to say of it."""
    plan = activity.planned
    icon = CATALOGUE.activity(plan.kind).icon
    if at is None:
        return t("activity-row-any", icon=icon, title=plan.title, what=what)
    day = Moment(at=at, zone=zone, style="date")
    return t("activity-row", icon=icon, day=day, title=plan.title, what=what)


def opens(activity: Activity, at: datetime | None, zone: str, meaning: Tap) -> Button:
    """The button beneath such a list that opens one line of it."""
    plan = activity.planned
    icon = CATALOGUE.activity(plan.kind).icon
    if at is None:
        return Button(text=t("button-activity-any", icon=icon, title=plan.title), tap=meaning.pack())
    day = Moment(at=at, zone=zone, style="date")
    return Button(text=t("button-activity", icon=icon, day=day, title=plan.title), tap=meaning.pack())


def when(session: Session, zone: str) -> Text:
    """The time of one session, with its own place if it has one."""
    at = Moment(at=session.starts_at, zone=zone, style="moment")
    if session.place:
        return t("activity-when-where", at=at, place=session.place)
    return t("activity-when", at=at)


def look(activity: Activity) -> list[list[Button]]:
    """The rows under news about an activity."""
    return [[button("button-activity-open", ActivityDo("open", activity.id))], [_person()]]


def staff_rows(actor: Account, activity: Activity) -> list[list[Button]]:
    """What whoever looks after an activity finds on a screen of their own, at most five; nobody else any."""
    if not activity_access.keeps_list(actor, activity):
        return []
    rows = [[button("button-activity-qr", ActivityQr(activity.id))]]
    if activity.form == "loan":
        rows.insert(0, [button("button-loan-desk", LoanDesk(activity.id, 0))])
    elif activity.planned.hours is not None:
        rows.insert(0, [button("button-book-desk", BookDays(activity.id, VILLAGE, 0))])
    return rows


def _person() -> Button:
    return button("button-person", Go("person"))
