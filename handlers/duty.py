"""The duty roster: anybody with a desk looks at it, the center's leaders make it."""

from __future__ import annotations

from datetime import date

from domain.duty import WEEKDAYS, Day, NoDayError, days_ahead, pack, unpack
from domain.messages import Text, listed, t, verbatim
from domain.taps import Go, Page
from domain.worktaps import DutyDates, DutyDay, DutyDesk, DutyPut, DutyReady, DutyUsual
from handlers.talk import Rows, Talk, aside, paged, tap
from services import access, duty, people
from services.duty import Holder, Roster
from services.errors import NotFoundError, RefusedError
from services.kinds import OrgUnit

SIZE = 5


async def _center(talk: Talk) -> OrgUnit:
    return await people.center(talk.tx, talk.account.current_center_id or 0)


async def desks(talk: Talk, page: int = 0) -> None:
    """Who is on duty today, desk by desk."""
    if not access.has_desk(talk.account):
        raise RefusedError(t("desk-no-role"))
    unit = await _center(talk)
    codes = await duty.desks(talk.tx, talk.account, unit)
    if not codes:
        talk.show(t("duty-no-desks"), [aside("work")])
        return
    page = min(page, (len(codes) - 1) // SIZE)
    items = []
    for code in codes[page * SIZE : (page + 1) * SIZE]:
        known = await duty.roster(talk.tx, talk.account, unit, code)
        role, today = t(f"role-{code}"), known.on(known.today)
        row = (
            t("duty-desk-row", role=role, names=_names(today)) if today else t("duty-desk-nobody", role=role)
        )
        items.append(row)
    buttons = [tap("button-text", DutyDesk(code), text=t(f"role-{code}")) for code in codes]
    rows = paged(buttons, page, lambda n: Page("duty", n), SIZE)
    talk.show(t("duty", center=unit.name, items=items), [*rows, aside("work")])


def _names(holders: list[Holder]) -> Text:
    return listed([verbatim(holder.name) for holder in holders])


async def week(talk: Talk, chosen: DutyDesk) -> None:
    """The week of one desk in words; for leaders, buttons to change it."""
    known = await duty.roster(talk.tx, talk.account, await _center(talk), chosen.role)
    _show_week(talk, known)


def _show_week(talk: Talk, known: Roster) -> None:
    items = [_row(known, weekday) for weekday in WEEKDAYS]
    if known.unusual:
        items += [t("duty-unusual"), *(_row(known, day) for day in known.unusual)]
    text = t("duty-week", role=t(f"role-{known.role}"), items=items)
    rows = _week_buttons(known) if duty.may_edit(talk.account, known.unit) else []
    talk.show(text, [*rows, aside("duty")])


def _row(known: Roster, day: Day) -> Text:
    who = known.on(day)
    if who:
        return t("duty-day-names", day=_day_name(known, day), names=_names(who))
    return t("duty-day-nobody", day=_day_name(known, day))


def _day_name(known: Roster, day: Day) -> Text:
    return t(f"weekday-{day}") if isinstance(day, int) else t("duty-date", day=known.moment(day))


def _week_buttons(known: Roster) -> Rows:
    days = [tap(f"weekday-{weekday}", DutyDay(known.role, weekday, 0)) for weekday in WEEKDAYS]
    return [
        days[:4],
        days[4:],
        [tap("button-duty-unusual", DutyDates(known.role, 0))],
        [tap("button-duty-ready", DutyReady(known.role))],
    ]


async def _made(talk: Talk, role: str) -> Roster:
    """The roster of a desk, if this person makes it."""
    unit = await _center(talk)
    if not duty.may_edit(talk.account, unit):
        raise RefusedError(t("role-not-allowed"))
    return await duty.roster(talk.tx, talk.account, unit, role)


def _unpacked(number: int) -> Day:
    try:
        return unpack(number)
    except NoDayError:
        raise NotFoundError from None


def _date(number: int) -> date:
    day = _unpacked(number)
    if isinstance(day, int):
        raise NotFoundError
    return day


async def day(talk: Talk, chosen: DutyDay) -> None:
    """Who is on duty on one day; a tap on a name changes it."""
    known, when = await _made(talk, chosen.role), _unpacked(chosen.day)
    if not isinstance(when, int) and when not in days_ahead(known.today):
        raise RefusedError(t("duty-day-over"))
    _show_day(talk, known, when, max(0, chosen.page))


def _show_day(talk: Talk, known: Roster, when: Day, page: int) -> None:
    on = known.on(when)
    items = [
        tap("button-duty-on", DutyPut(one.grant_id, pack(when), 0), name=one.name)
        if one in on
        else tap("button-duty-off", DutyPut(one.grant_id, pack(when), 1), name=one.name)
        for one in known.holders
    ]
    rows = paged(items, page, lambda n: DutyDay(known.role, pack(when), n), SIZE - 1)
    back = tap("button-back", DutyDesk(known.role))
    if not isinstance(when, int):
        back = tap("button-back", DutyDates(known.role, (when - known.today).days // SIZE))
        if when in known.unusual:
            rows.append([tap("button-duty-usual", DutyUsual(known.role, pack(when)))])
    text = t("duty-pick", role=t(f"role-{known.role}"), day=_day_name(known, when))
    talk.show(text, [*rows, [back, tap("button-person", Go("person"))]])


async def put(talk: Talk, chosen: DutyPut) -> None:
    """Somebody is put on duty on a day, or taken off it."""
    when = _unpacked(chosen.day)
    known = await duty.put(talk.tx, talk.account, await _center(talk), chosen.grant_id, when, bool(chosen.on))
    place = next(at for at, one in enumerate(known.holders) if one.grant_id == chosen.grant_id)
    _show_day(talk, known, when, place // (SIZE - 1))


async def dates(talk: Talk, chosen: DutyDates) -> None:
    """The next days: one of them is to differ from the week."""
    known = await _made(talk, chosen.role)
    items = [
        tap(
            "button-duty-changed" if one in known.unusual else "button-duty-date",
            DutyDay(known.role, pack(one), 0),
            day=known.moment(one),
        )
        for one in days_ahead(known.today)
    ]
    rows = paged(items, chosen.page, lambda n: DutyDates(known.role, n), SIZE)
    back = [tap("button-back", DutyDesk(known.role)), tap("button-person", Go("person"))]
    talk.show(t("duty-dates", role=t(f"role-{known.role}")), [*rows, back])


async def as_usual(talk: Talk, chosen: DutyUsual) -> None:
    """On this date the week holds again."""
    when = _date(chosen.day)
    known = await duty.as_usual(talk.tx, talk.account, await _center(talk), chosen.role, when)
    _show_week(talk, known)


async def ready(talk: Talk, chosen: DutyReady) -> None:
    """The roster is made: those whose duty has changed are told once."""
    count = await duty.announce(talk.tx, talk.account, await _center(talk), chosen.role)
    text = t("duty-ready", count=count) if count else t("duty-ready-nobody")
    back = [tap("button-back", DutyDesk(chosen.role)), tap("button-person", Go("person"))]
    talk.show(text, [back])
