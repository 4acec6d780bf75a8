"""What an activity looks like: in a line, in a few lines, and as a whole."""

from __future__ import annotations

from domain.activities import Session
from domain.activitytaps import ActivityDo
from domain.messages import Button, Moment, Text, t, verbatim
from domain.money import yuan
from domain.taps import Go
from domain.units import settings_of
from services.cards import button
from storage import units
from storage.activities import Activity, ActivitySlot
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
    if plan.place:
        lines.append(t("activity-where", place=plan.place))
    if plan.bring:
        lines.append(t("activity-bring", bring=plan.bring))
    lines.append(t("activity-cost", yuan=yuan(plan.cost)) if plan.cost else t("activity-free"))
    if plan.closes_at is not None:
        at = Moment(at=plan.closes_at, zone=zone, style="moment")
        lines.append(t("activity-closes", at=at))
    return lines


def when(session: Session, zone: str) -> Text:
    """The time of one session, with its own place if it has one."""
    at = Moment(at=session.starts_at, zone=zone, style="moment")
    if session.place:
        return t("activity-when-where", at=at, place=session.place)
    return t("activity-when", at=at)


def look(activity: Activity) -> list[list[Button]]:
    """The rows under news about an activity."""
    return [[button("button-activity-open", ActivityDo("open", activity.id))], [_person()]]


def _person() -> Button:
    return button("button-person", Go("person"))
