"""What an activity looks like: in a line, in a few lines, and as a whole."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from domain.activities import ForWhom, Plan, Session
from domain.activitytaps import ActivityDo, ActivityFound, ActivityMake, ActivityQr
from domain.attendancetaps import ActivityDay
from domain.catalogue import CATALOGUE
from domain.duty import WEEKDAYS
from domain.lendingtaps import VILLAGE, BookDays, LoanDesk
from domain.listtaps import ListShow
from domain.messages import Button, Moment, Text, listed, t, verbatim
from domain.money import yuan
from domain.officetime import local_day
from domain.openhours import WORKDAYS, Hours
from domain.tap import Tap
from domain.taps import Go
from domain.texts import Style
from domain.units import settings_of
from services import activity_access, people
from services.cards import button
from storage import units
from storage.activities import Activity, ActivitySlot
from storage.people import Account
from storage.transaction import Tx

MOST_LISTED = 6
"""Sessions that are listed one by one; of more it is said how many there are."""


async def zone_of(tx: Tx, activity: Activity) -> str:
    """The time zone of an activity's center."""
    return settings_of(await units.unit_of(tx, activity.center_id)).zone


def day_and_time(at: datetime, zone: str) -> Text:
    """A moment by its day, weekday and time, without the lunar day."""
    day, time = Moment(at=at, zone=zone, style="date"), Moment(at=at, zone=zone, style="time")
    return t("day-and-time", day=day, time=time)


async def at_the_door(tx: Tx, activity: Activity) -> Text:
    """Who is to be spoken to there, by name if it is known."""
    name = (await people.names(tx, activity.center_id, [activity.author_id])).get(activity.author_id)
    return verbatim(name) if name else t("day-host")


def stage(tx: Tx, slot: ActivitySlot | None) -> str:
    """Whether a slot has "begun", is "over", or is still "ahead" as what is lent always is."""
    if slot is None or slot.starts_at is None or slot.starts_at > tx.now:
        return "ahead"
    return "over" if slot.ends_at is not None and slot.ends_at <= tx.now else "begun"


def title(plan: Plan) -> Text:
    """Its kind and title."""
    return t("activity-title", kind=t(f"activity-kind-{plan.kind}"), title=plan.title)


async def facts(tx: Tx, activity: Activity, slot: ActivitySlot | None = None) -> Text:
    """What, when and where, in three lines at most: of one slot, or of the whole."""
    plan = activity.planned
    lines = [title(plan), *_when(activity, slot, await zone_of(tx, activity))]
    if plan.place:
        lines.append(t("activity-where", place=plan.place))
    return t("lines", items=lines)


def _when(activity: Activity, slot: ActivitySlot | None, zone: str) -> list[Text]:
    """When it is, in a line: of a room until when as well, of times to choose from the first to the last."""
    plan = activity.planned
    if slot is None and plan.form != "seats":
        return _choices(plan, zone)
    starts_at = slot.starts_at if slot is not None else activity.starts_at
    if starts_at is None:
        return []
    at = Moment(at=starts_at, zone=zone, style="moment")
    if plan.hours is not None and slot is not None and slot.ends_at is not None:
        return [t("activity-when-until", at=at, until=Moment(at=slot.ends_at, zone=zone, style="time"))]
    if plan.form == "seats" and len(plan.sessions) > 1:
        return [t("activity-when-times", at=at, n=len(plan.sessions))]
    return [t("activity-when", at=at)]


async def about(tx: Tx, activity: Activity) -> list[Text]:
    """All there is to know before one signs up, a line each; but not how many seats there are: what matters
    is how many are left."""
    plan = activity.planned.model_copy(update={"seats": None})
    return await described(tx, plan, activity.center_id)


async def described(tx: Tx, plan: Plan, center_id: int) -> list[Text]:
    """The same of an activity as it is meant."""
    zone = settings_of(await units.unit_of(tx, center_id)).zone
    lines = [title(plan)]
    if plan.about:
        lines.append(verbatim(plan.about))
    lines += _times(plan, zone) if plan.form == "seats" else _choices(plan, zone)
    lines += [opening(plan.hours)] if plan.hours is not None else []
    lines += [t("activity-lasts", days=plan.lasts)] if plan.form == "loan" else []
    if plan.place:
        lines.append(t("activity-where", place=plan.place))
    if not plan.whom.everybody:
        lines.append(t("activity-for", whom=await for_whom(tx, plan.whom)))
    if plan.seats is not None:
        lines.append(_room(plan, plan.seats))
    if plan.bring:
        lines.append(t("activity-bring", bring=plan.bring))
    lines.append(t("activity-cost", yuan=yuan(plan.cost)) if plan.cost else t("activity-free"))
    if plan.household_limit is not None:
        lines.append(t("activity-household", n=plan.household_limit))
    if plan.certificate:
        lines.append(t("activity-certificate"))
    if plan.closes_at is not None:
        at = Moment(at=plan.closes_at, zone=zone, style="moment")
        lines.append(t("activity-closes", at=at))
    return lines


def _room(plan: Plan, n: int) -> Text:
    """For how many it is, or how many there are."""
    if plan.form == "times":
        return t("activity-times", n=n, form=plan.manner)
    return t("activity-loan" if plan.form == "loan" else "activity-seats", n=n)


def _choices(plan: Plan, zone: str) -> list[Text]:
    """The times to choose, from the first to the last."""
    if not plan.sessions:
        return []
    at, until = _from_to(plan.sessions[0].starts_at, plan.sessions[-1].ends_at, zone)
    return [t("activity-choices", at=at, until=until, n=len(plan.sessions))]


def over(times: Sequence[Session], zone: str) -> Text:
    """From the beginning of the first of some times to the end of the last."""
    at, until = _from_to(times[0].starts_at, times[-1].ends_at, zone)
    return t("activity-span", at=at, until=until)


def _from_to(begins: datetime, ends: datetime, zone: str) -> tuple[Moment, Moment]:
    """Two moments, the second without its day where that is the same."""
    style = "time" if local_day(begins, zone) == local_day(ends, zone) else "moment"
    return Moment(at=begins, zone=zone, style="moment"), Moment(at=ends, zone=zone, style=style)


def opening(hours: Hours) -> Text:
    """When a room can be booked, in a line."""
    spans = [verbatim(f"{begin:%H:%M}–{end:%H:%M}") for begin, end in hours.spans]
    if len(hours.days) == len(WEEKDAYS):
        return t("activity-hours-daily", spans=listed(spans))
    if hours.days == WORKDAYS:
        return t("activity-hours-workdays", spans=listed(spans))
    days = listed([t(f"weekday-{day}") for day in hours.days])
    return t("activity-hours", days=days, spans=listed(spans))


def line(activity: Activity, at: datetime | None, zone: str, what: Text, style: Style = "date") -> Text:
    """An activity in a line of a list: its day if it has one, its title, and what there is to say of it."""
    plan = activity.planned
    icon = CATALOGUE.activity(plan.kind).icon
    if at is None:
        return t("activity-row-any", icon=icon, title=plan.title, what=what)
    day = Moment(at=at, zone=zone, style=style)
    return t("activity-row", icon=icon, day=day, title=plan.title, what=what)


async def found(tx: Tx, rows: Sequence[Activity]) -> list[Button]:
    """Buttons that open what somebody was looking for."""
    return [opens(one, one.starts_at, await zone_of(tx, one), ActivityFound(one.id)) for one in rows]


def opens(
    activity: Activity,
    at: datetime | None,
    zone: str,
    meaning: Tap,
    *,
    style: Style = "date",
    whose: Text | None = None,
) -> Button:
    """The button beneath such a list that opens one line of it; with whose it is, if that is to be said:
    before the title, of which a narrow screen shows the beginning only."""
    icon = CATALOGUE.activity(activity.kind).icon
    title = activity.planned.title
    what = verbatim(title) if whose is None else t("activity-whose", who=whose, title=title)
    if at is None:
        return Button(text=t("button-activity-any", icon=icon, title=what), tap=meaning.pack())
    day = Moment(at=at, zone=zone, style=style)
    return Button(text=t("button-activity", icon=icon, day=day, title=what), tap=meaning.pack())


def _times(plan: Plan, zone: str) -> list[Text]:
    shown = [when(one, zone) for one in plan.sessions[:MOST_LISTED]]
    left = len(plan.sessions) - len(shown)
    return [*shown, t("activity-more-times", n=left, all=len(plan.sessions))] if left else shown


def when(session: Session, zone: str) -> Text:
    """The time of one session, with its own place if it has one."""
    at, until = span(session, zone)
    if session.place:
        return t("activity-when-until-where", at=at, until=until, place=session.place)
    return t("activity-when-until", at=at, until=until)


def span(session: Session, zone: str) -> tuple[Moment, Moment]:
    """When a session begins and ends: the end without its day, where that is the same."""
    return _from_to(session.starts_at, session.ends_at, zone)


async def for_whom(tx: Tx, whom: ForWhom) -> Text:
    """Whom an activity is for, in words."""
    if whom.everybody:
        return t("activity-for-everybody")
    found = [await units.village(tx, one) for one in whom.villages]
    villages = [verbatim(one.name) for one in found if one is not None]
    parts = [listed(villages)] if villages else []
    parts += [t(f"activity-sex-{whom.sex}")] if whom.sex else []
    parts += [listed([verbatim(one) for one in whom.tags])] if whom.tags else []
    return parts[0] if len(parts) == 1 else t("activity-for-all-of", parts=listed(parts))


def look(activity: Activity) -> list[list[Button]]:
    """The rows under news about an activity."""
    return [[button("button-activity-open", ActivityDo("open", activity.id))], [_person()]]


def staff_rows(actor: Account, activity: Activity) -> list[list[Button]]:
    """What whoever looks after an activity finds on a screen of their own, at most five; nobody else any."""
    if not activity_access.keeps_list(actor, activity):
        return []
    people = [button("button-activity-list", ListShow(activity.id, 0))]
    qr = [button("button-activity-qr", ActivityQr(activity.id))]
    return [people, *_desk(activity), qr, *maker_rows(actor, activity)]


def _desk(activity: Activity) -> list[list[Button]]:
    """What is handed out, when a room is needed by the village, or who came."""
    if activity.form == "loan":
        return [[button("button-loan-desk", LoanDesk(activity.id, 0))]]
    if activity.planned.hours is not None:
        return [[button("button-book-desk", BookDays(activity.id, VILLAGE, 0))]]
    return day_rows(activity)


def day_rows(activity: Activity) -> list[list[Button]]:
    """What whoever keeps the list finds about the day; nothing for what is lent."""
    return [[button("button-who-came", ActivityDay("open", activity.id, -1))]] if activity.starts_at else []


def maker_rows(actor: Account, activity: Activity) -> list[list[Button]]:
    """What its makers find under an activity; nobody else does."""
    if not activity_access.makes(actor, activity.center_id, activity.kind):
        return []
    return [[button("button-activity-make", ActivityMake("open", activity.id))]]


def _person() -> Button:
    return button("button-person", Go("person"))
