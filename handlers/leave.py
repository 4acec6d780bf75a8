"""Being away: for oneself or, by a leader, for somebody else of the center."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from domain import leave as rules
from domain.days import read_day
from domain.duty import pack
from domain.messages import Button, Text, t
from domain.taps import Go, Page
from domain.worktaps import LeaveDay, LeaveEnd, LeaveNew, LeaveOf, LeaveSure
from handlers import home, intake
from handlers.talk import Rows, Talk, aside, paged, tap
from services import access, leave, people
from services.errors import NotFoundError, RefusedError
from services.kinds import Account, Leave

FORM = "leave"
SHOWN = 3
"""Leaves that get a button of their own."""
ASKS_DAY = ("from", "until")
TYPED = -1
MOST_DAYS = 31


async def _whose(talk: Talk, grant_id: int) -> tuple[Account, str]:
    """Whose leave it is, and their name; empty for one's own."""
    return await leave.whom(talk.tx, talk.account, grant_id) if grant_id else (talk.account, "")


async def _of_form(talk: Talk) -> tuple[Account, str]:
    """Whose leave the open form is about. Whoever may not enter it any more is not kept in the form."""
    try:
        of, name = await _whose(talk, talk.data["grant"])
        leave.check(talk.account, of)
    except NotFoundError:
        await talk.leave()
        raise
    return of, name


async def own(talk: Talk) -> None:
    """One's own leave."""
    if not access.has_desk(talk.account):
        raise RefusedError(t("desk-no-role"))
    await of_somebody(talk, LeaveOf(0))


async def of_somebody(talk: Talk, chosen: LeaveOf) -> None:
    """Somebody's leave that runs or is to come."""
    of, name = await _whose(talk, chosen.grant_id)
    known = await leave.coming(talk.tx, talk.account, of)
    running = [one for one in known if one.starts_at <= talk.tx.now]
    items = [
        t("leave-running-row" if one in running else "leave-coming-row", days=await leave.days(talk.tx, one))
        for one in known
    ] or [t("leave-none")]
    rows: Rows = [[tap("button-leave-new", LeaveNew(chosen.grant_id))]]
    if running:
        meaning = LeaveEnd(running[0].id, 1)
        rows.append([tap("button-leave-they-are-back" if name else "button-leave-back", meaning)])
    rows += [[await _call_off(talk, one)] for one in known if one not in running][: SHOWN - len(rows) + 1]
    if not name and home.leads(talk):
        rows.append([tap("button-leave-others", Go("leave-others"))])
    text = t("leave-of", name=name, items=items) if name else t("leave", items=items)
    talk.show(text, [*rows, aside("leave-others" if name else "work")])


async def _call_off(talk: Talk, one: Leave) -> Button:
    return tap("button-leave-call-off", LeaveEnd(one.id, 0), day=await leave.first_day(talk.tx, one))


async def others(talk: Talk, page: int = 0) -> None:
    """For leaders: who is away today, and whom to enter leave for."""
    unit = await people.center(talk.tx, talk.account.current_center_id or 0)
    items = [
        tap("button-text", LeaveOf(grant_id), text=name)
        for grant_id, name in await leave.colleagues(talk.tx, talk.account, unit)
    ]
    away = [
        t("leave-away-row", name=one.name, until=one.until)
        for one in await leave.away_at(talk.tx, unit, talk.tx.now)
    ] or [t("leave-nobody-away")]
    rows = paged(items, page, lambda n: Page("leave-others", n))
    talk.show(t("leave-others", items=away), [*rows, aside("leave")])


async def begin(talk: Talk, chosen: LeaveNew) -> None:
    """Begin to enter leave; a form that is open is finished first."""
    intake.check_free(talk, FORM)
    of, _ = await _whose(talk, chosen.grant_id)
    leave.check(talk.account, of)
    await talk.keep(FORM, step="from", grant=chosen.grant_id)
    talk.show(*await _question(talk))


async def ask(talk: Talk) -> None:
    """Ask the question the form is at again."""
    talk.say(*await _question(talk))


def _form(talk: Talk, step: str) -> dict[str, Any]:
    """The form at this step. Raises RefusedError for an old button."""
    if talk.form is None or talk.form.form != FORM or talk.data["step"] != step:
        raise RefusedError(t("already-answered"))
    return talk.data


def _stop() -> list[Button]:
    return [tap("button-never-mind", Go("drop")), tap("button-person", Go("person"))]


async def _question(talk: Talk) -> tuple[Text, Rows]:
    of, name = await _of_form(talk)
    step = talk.data["step"]
    if step == "sure":
        return await _look(talk, of, name)
    if step == "from":
        text = t("leave-from-of", name=name) if name else t("leave-from")
        days = [("now", 0), ("tomorrow", 1)]
    else:
        first = date.fromisoformat(talk.data["first"])
        text = t("leave-until", first=await leave.moment(talk.tx, of, first))
        now = first == await leave.today(talk.tx, of)
        days = [("today", 0), ("until-tomorrow", 1)] if now else [("one", 0), ("two", 1)]
        days += [("three", 2), ("week", 6)]
    rows = [[tap(f"button-leave-{word}", LeaveDay(step, count))] for word, count in days]
    return text, [*rows, [tap("button-leave-type", LeaveDay(step, TYPED))], _stop()]


async def _look(talk: Talk, of: Account, name: str) -> tuple[Text, Rows]:
    first, last = (date.fromisoformat(talk.data[one]) for one in ("first", "last"))
    days = await leave.written(talk.tx, of, first, last)
    count = await leave.held_count(talk.tx, of)
    if not count:
        held = t("leave-sure-none")
    elif first <= await leave.today(talk.tx, of):
        held = t("leave-sure-held", count=count)
    else:
        held = t("leave-sure-held-later", count=count)
    text = (
        t("leave-sure-of", name=name, days=days, held=held) if name else t("leave-sure", days=days, held=held)
    )
    return text, [[tap("button-leave-yes", LeaveSure(pack(first), pack(last)))], _stop()]


async def pick_day(talk: Talk, chosen: LeaveDay) -> None:
    """A day was tapped, or is going to be typed."""
    data = _form(talk, chosen.step)
    if chosen.days == TYPED:
        talk.show(t("leave-type"), [_stop()])
        return
    if chosen.step not in ASKS_DAY or not 0 <= chosen.days <= MOST_DAYS:
        raise RefusedError(t("already-answered"))
    of, _ = await _of_form(talk)
    base = date.fromisoformat(data["first"]) if chosen.step == "until" else await leave.today(talk.tx, of)
    await _answer(talk, base + timedelta(days=chosen.days))
    talk.show(*await _question(talk))


async def message(talk: Talk) -> None:
    """A day was typed."""
    if talk.data["step"] == "sure":
        await ask(talk)
        return
    of, _ = await _of_form(talk)
    day = read_day(talk.text, await leave.today(talk.tx, of))
    if day is None:
        talk.say(t("leave-day-unclear"), [_stop()])
        return
    try:
        await _answer(talk, day)
    except RefusedError as refusal:
        talk.say(refusal.text)
    await ask(talk)


async def _answer(talk: Talk, day: date) -> None:
    """Keep the answer and go on to the next question. Raises RefusedError for a day that cannot be."""
    data = talk.data
    of, _ = await _of_form(talk)
    first = date.fromisoformat(data["first"]) if data["step"] == "until" else day
    last = day if data["step"] == "until" else None
    if wrong := rules.fault(first, last, await leave.today(talk.tx, of)):
        raise RefusedError(leave.fault_text(wrong))
    if last is None:
        await talk.keep(FORM, step="until", grant=data["grant"], first=first.isoformat())
    else:
        await talk.keep(
            FORM, step="sure", grant=data["grant"], first=first.isoformat(), last=last.isoformat()
        )


async def sure(talk: Talk, chosen: LeaveSure) -> None:
    """Enter it."""
    data = _form(talk, "sure")
    first, last = (date.fromisoformat(data[one]) for one in ("first", "last"))
    if (pack(first), pack(last)) != (chosen.first, chosen.last):
        raise RefusedError(t("already-answered"))
    of, name = await _of_form(talk)
    row = await leave.enter(talk.tx, talk.account, of, first, last)
    await talk.leave()
    days = await leave.days(talk.tx, row)
    if name:
        talk.show(t("leave-kept-of", name=name, days=days), [aside("leave-others")])
    else:
        talk.show(t("leave-kept", days=days), [aside("leave")])


async def end(talk: Talk, chosen: LeaveEnd) -> None:
    """Back early, or not going at all."""
    if not chosen.sure:
        row = await leave.one(talk.tx, talk.account, chosen.leave_id)
        rows = [[tap("button-leave-call-off-yes", LeaveEnd(row.id, 1))], aside("leave")]
        talk.show(t("leave-call-off-sure", days=await leave.days(talk.tx, row)), rows)
        return
    row = await leave.end(talk.tx, talk.account, chosen.leave_id)
    if row.begun_at is None:
        talk.show(t("leave-called-off", days=await leave.days(talk.tx, row)), [aside("leave")])
    elif row.account_id == talk.account.id:
        talk.show(t("leave-back"), [aside("leave")])
    else:
        talk.show(t("leave-back-of"), [aside("leave-others")])
