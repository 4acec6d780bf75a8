"""The list of an activity's day, for whoever keeps it: who is there, what is to be printed, and its ticks."""

from __future__ import annotations

from collections.abc import Sequence

from domain.activitytaps import ActivityDo
from domain.attendance import now_or_next
from domain.attendancetaps import ActivityDay, DayMark, DayPaper, SessionDay
from domain.messages import Button, t
from handlers import certificates, day_door, day_ticks
from handlers.talk import Rows, Talk, beneath, paged, tap, turns
from services import activity_access, attendance, attendance_cards, attendance_paper, verdicts
from services.errors import NotFoundError
from services.kinds import Activity, ActivitySession

MOST = 5
"""Choices on one screen, or words of other people."""


async def look(talk: Talk, chosen: ActivityDay) -> None:
    """Who came to an activity: its sessions; what people thought of it; its certificates."""
    match chosen.action:
        case "open":
            await _sessions(talk, chosen)
        case "said":
            await _said(talk, chosen)
        case "certificates":
            await certificates.listed(talk, chosen.activity_id, max(0, chosen.page))
        case _:
            raise NotFoundError


async def _sessions(talk: Talk, chosen: ActivityDay) -> None:
    """Choose one of its sessions, if there is a choice."""
    activity, held = await attendance_cards.overview(talk.tx, talk.account, chosen.activity_id)
    after = _afterwards(talk, activity)
    if len(held) == 1 and not after:
        await _open(talk, held[0].id)
        return
    items = [await _session_button(talk, one, len(held)) for one in held]
    size = MOST - len(after)
    current = now_or_next([one.when for one in held], talk.tx.now) // size
    page = current if chosen.page < 0 else chosen.page
    turns = paged(items, page, lambda n: ActivityDay("open", activity.id, n), size=size)
    text = t("day-sessions" if len(held) > 1 else "day-afterwards", title=activity.planned.title)
    talk.show(text, [*turns, *after, beneath(ActivityDo("manage", activity.id))])


async def _session_button(talk: Talk, session: ActivitySession, of: int) -> Button:
    at = (await attendance_cards.moment(talk.tx, session)).model_copy(update={"style": "short"})
    if of == 1:
        return tap("button-who-came", SessionDay("open", session.id, 0))
    return tap("button-session", SessionDay("open", session.id, 0), n=session.number, at=at)


def _afterwards(talk: Talk, activity: Activity) -> Rows:
    """What there is to do when it is over."""
    rows: Rows = []
    if not attendance_cards.is_over(talk.tx, activity):
        return rows
    makes = activity_access.makes(talk.account, activity.center_id, activity.kind)
    if activity.planned.certificate and makes:
        rows.append([tap("button-certificates", ActivityDay("certificates", activity.id, 0))])
    if verdicts.may_read(talk.account, activity):
        rows.append([tap("button-said", ActivityDay("said", activity.id, 0))])
    return rows


async def _said(talk: Talk, chosen: ActivityDay) -> None:
    """How it was, without names; a page of the words, of which a few fill a message."""
    said = await verdicts.said(talk.tx, talk.account, chosen.activity_id)
    lines = [t("said-head", title=said.activity.planned.title)]
    if said.counts is None:
        lines.append(t("said-too-few", n=said.total))
    else:
        counts = said.counts
        lines.append(t("said-counts", good=counts["good"], fair=counts["fair"], poor=counts["poor"]))
    remarks = said.remarks or []
    last = max(0, (len(remarks) - 1) // MOST)
    page = min(max(chosen.page, 0), last)
    lines += [t("said-words", words=words) for words in remarks[page * MOST : (page + 1) * MOST]]
    rows = turns(page, last, lambda n: ActivityDay("said", chosen.activity_id, n))
    talk.show(t("lines", items=lines), [*rows, beneath(ActivityDay("open", chosen.activity_id, -1))])


async def do(talk: Talk, chosen: SessionDay) -> None:
    """Everything about one session."""
    match chosen.action:
        case "open":
            await _open(talk, chosen.session_id)
        case "list":
            await _list(talk, chosen.session_id, max(0, chosen.number))
        case "paper":
            await day_ticks.begin(talk, chosen.session_id)
        case "keep":
            await day_ticks.keep(talk, chosen)
        case "walk-in":
            await day_door.begin(talk, chosen.session_id)
        case _:
            raise NotFoundError


async def _open(talk: Talk, session_id: int) -> None:
    """One session: how many have come, and the five things that can be done."""
    activity, session = await attendance.kept(talk.tx, talk.account, session_id)
    here, seated = await attendance_cards.counts(talk.tx, session)
    what, at = await attendance_cards.which(talk.tx, session), await attendance_cards.moment(talk.tx, session)
    rows: Rows = [
        [tap("button-day-list", SessionDay("list", session.id, 0))],
        [tap("button-paper", SessionDay("paper", session.id, 0))],
        [tap("button-walk-in", SessionDay("walk-in", session.id, 0))],
        [tap("button-print-list", DayPaper("list", session.id))],
        [tap("button-poster", DayPaper("poster", session.id))],
    ]
    _, held = await attendance_cards.overview(talk.tx, talk.account, activity.id)
    alone = len(held) == 1 and not _afterwards(talk, activity)
    back = ActivityDo("manage", activity.id) if alone else ActivityDay("open", activity.id, -1)
    talk.show(t("day-session", what=what, at=at, here=here, seated=seated), [*rows, beneath(back)])


async def _list(talk: Talk, session_id: int, page: int) -> None:
    """A page of the list, to tick by name."""
    _, session, listed = await attendance.rows(talk.tx, talk.account, session_id)
    items = _ticks(listed, session.id, page)
    what = await attendance_cards.which(talk.tx, session)
    here = sum(one.here for one in listed)
    text = (
        t("day-list", what=what, here=here, seated=len(listed)) if listed else t("day-list-none", what=what)
    )
    turns = paged(items, page, lambda n: SessionDay("list", session.id, n))
    talk.show(text, [*turns, beneath(SessionDay("open", session.id, 0))])


def _ticks(listed: Sequence[attendance.Row], session_id: int, page: int) -> list[Button]:
    return [
        tap(
            "button-was-here",
            DayMark(session_id, one.signup.id, 0, page),
            n=one.signup.place,
            name=one.signup.name,
        )
        if one.here
        else tap(
            "button-not-here",
            DayMark(session_id, one.signup.id, 1, page),
            n=one.signup.place,
            name=one.signup.name,
        )
        for one in listed
    ]


async def mark(talk: Talk, chosen: DayMark) -> None:
    """Put a tick, or take it away."""
    here = chosen.here == 1
    await attendance.mark(talk.tx, talk.account, chosen.session_id, chosen.signup_id, here=here)
    await _list(talk, chosen.session_id, max(0, chosen.page))


async def paper(talk: Talk, chosen: DayPaper, username: str) -> None:
    """The list to print, or the code for the door."""
    if chosen.what == "list":
        made = await attendance_paper.signup_list(talk.tx, talk.account, chosen.session_id)
    elif chosen.what == "poster":
        made = await attendance_paper.poster(talk.tx, talk.account, chosen.session_id, username)
    else:
        raise NotFoundError
    back = beneath(SessionDay("open", chosen.session_id, 0))
    talk.send(made.model_copy(update={"buttons": [back]}))
