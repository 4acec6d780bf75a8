"""What there is in the chat, in tables: screens, commands, lists with pages, and what each button does."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

from domain import helptaps, taps, worktaps
from domain.catalogue import CATALOGUE
from domain.tap import Tap
from handlers import (
    association,
    calls,
    center,
    clerk,
    conflicts,
    drafts,
    duplicates,
    duty,
    expenses,
    groups,
    home,
    intake,
    invited,
    join,
    leave,
    merging,
    notices,
    offering,
    person,
    proxies,
    proxy,
    requests,
    roles,
    seats,
    tasks,
    thread,
    urgent,
    volunteers,
)
from handlers.talk import Screen, Talk

SCREENS: dict[str, Screen] = {
    "home": home.home,
    "menu": intake.menu,
    "mine": requests.mine,
    "desk": requests.desk_screen,
    "urgent": urgent.ask,
    "person": person.ask,
    "call-me": person.call_me,
    "more": home.more,
    "settings": home.settings,
    "work": home.work,
    "center": center.overview,
    "help": home.help_screen,
    "privacy": home.privacy,
    "language": home.language,
    "centers": home.centers,
    "join": join.again,
    "roles": roles.overview,
    "invite": roles.choose,
    "groups": groups.overview,
    "duty": duty.desks,
    "leave": leave.own,
    "leave-others": leave.others,
    "notices": notices.overview,
    "new": clerk.new,
    "calls": calls.screen,
    "proxies": proxies.screen,
    "acting-for": proxies.acting_for,
    "acted-by": proxies.acted_by,
    "stop": thread.stop,
    "volunteer": volunteers.own,
    "volunteers": association.overview,
    "tasks": seats.screen,
    "drop": intake.drop,
}
"""Screens by name: what a Go tap opens; two more are in handlers/routes.py."""

COMMANDS: dict[str, str] = {
    "menu": "menu",
    "mine": "mine",
    "desk": "desk",
    "urgent": "urgent",
    "person": "person",
    "more": "more",
    "settings": "settings",
    "work": "work",
    "center": "center",
    "help": "help",
    "language": "language",
    "centers": "centers",
    "privacy": "privacy",
    "phone": "phone",
    "roles": "roles",
    "invite": "invite",
    "groups": "groups",
    "bind": "groups",
    "unbind": "groups",
    "duty": "duty",
    "leave": "leave",
    "notice": "notices",
    "new": "new",
    "calls": "calls",
    "proxies": "proxies",
    "volunteer": "volunteer",
    "volunteers": "volunteers",
    "tasks": "tasks",
    "cancel": "drop",
}
"""Commands and the screens they open; /start is on its own."""

OPEN_TO_ALL = {"help", "person", "privacy", "language", "resume", "join", "urgent", "drop", "stop"}
"""Screens that need no registration."""


async def _page_villages(talk: Talk, number: int) -> None:
    form = talk.form.form if talk.form else None
    if form == join.FORM:
        await join.page_villages(talk, number)
    else:
        await proxy.ask_village(talk, drafts.current(talk), number)


async def _page_hush(talk: Talk, number: int) -> None:
    await conflicts.ask(talk, drafts.current(talk), number)


PAGES: dict[str, Callable[[Talk, int], Awaitable[None]]] = {
    "mine": requests.mine,
    "desk": requests.desk_screen,
    "centers": home.centers,
    "join-center": join.page_centers,
    "village": _page_villages,
    "hush": _page_hush,
    "roles": roles.overview,
    "invite": roles.choose,
    **{f"sos-{kind.code}": partial(urgent.page_centers, kind.code) for kind in CATALOGUE.emergencies},
    "groups": groups.overview,
    "duty": duty.desks,
    "leave-others": leave.others,
    "calls": calls.screen,
    "acting-for": proxies.acting_for,
    "acted-by": proxies.acted_by,
}

TAPS: dict[type[Tap], Callable[[Talk, Any], Awaitable[None]]] = {
    taps.Group: intake.pick_group,
    taps.PickLine: intake.pick_line,
    taps.PickPerson: intake.pick_person,
    taps.Hush: conflicts.hush,
    taps.Hide: conflicts.hide,
    taps.PickKin: intake.pick_kin,
    taps.Acting: proxies.do,
    worktaps.Calling: calls.do,
    taps.PickCenter: join.pick_center,
    taps.Language: join.pick_language,
    taps.Consent: join.consent,
    worktaps.AcceptRole: invited.answered,
    taps.Open: requests.open_request,
    taps.Do: requests.do,
    taps.MoveLine: requests.move_line,
    taps.Rate: requests.rate,
    taps.Speak: thread.open_talk,
    taps.About: thread.about,
    worktaps.RevokeRole: roles.revoke,
    taps.Emergency: urgent.call,
    worktaps.FreeDesk: groups.free,
    worktaps.LookAt: center.look,
    worktaps.DutyDesk: duty.week,
    worktaps.DutyDay: duty.day,
    worktaps.DutyPut: duty.put,
    worktaps.DutyDates: duty.dates,
    worktaps.DutyUsual: duty.as_usual,
    worktaps.DutyReady: duty.ready,
    worktaps.LeaveOf: leave.of_somebody,
    worktaps.LeaveNew: leave.begin,
    worktaps.LeaveDay: leave.pick_day,
    worktaps.LeaveSure: leave.sure,
    worktaps.LeaveEnd: leave.end,
    taps.AddTo: duplicates.answered,
    worktaps.Together: merging.together,
    worktaps.Beside: merging.beside,
    worktaps.Merge: merging.merge,
    worktaps.Unmerge: merging.unmerge,
    worktaps.Split: merging.split,
    worktaps.NoticeNew: notices.begin,
    worktaps.NoticeSend: notices.send,
    worktaps.NoticeDo: notices.do,
    helptaps.Offer: offering.do,
    helptaps.Tick: offering.tick,
    helptaps.Ticked: offering.ticked,
    helptaps.LookOver: association.look,
    helptaps.VolunteerDo: volunteers.do,
    helptaps.TaskNew: tasks.begin,
    helptaps.TaskPick: tasks.pick,
    helptaps.TaskDo: seats.answered,
    helptaps.SeatDo: seats.do,
    helptaps.SeatTook: seats.took,
    helptaps.ExpenseDo: expenses.do,
}
