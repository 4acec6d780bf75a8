"""Who may do what with all that people sign up for: all there is to call, by everybody who might try."""

from __future__ import annotations

import importlib
import inspect
from collections.abc import Awaitable, Callable
from contextlib import suppress
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import services
from domain.attendance import digits
from domain.lending import Answer
from domain.messages import Content
from domain.proxies import Whom
from services import (
    activities,
    activity_access,
    activity_announcing,
    activity_cards,
    activity_changes,
    activity_counts,
    activity_lists,
    activity_made,
    activity_telling,
    activity_wishes,
    at_hand,
    attendance,
    attendance_cards,
    attendance_paper,
    bulletins,
    certificates,
    lending,
    signup_checks,
    signup_lists,
    signup_news,
    signup_people,
    signup_seats,
    signup_table,
    signup_whom,
    signups,
    venues,
    verdicts,
    withholding,
)
from services.errors import NotFoundError, RefusedError
from storage.activities import Activity
from storage.loans import Loan
from storage.people import Account
from storage.signups import Signup
from storage.transaction import Tx
from tests.services.signup_stage import BOT, CROWD, HERE, KEEP, MAKE, Stage, staged
from tests.services.town import Town

ROOMS = ("activit*", "signup*", "attendance*", "certificates", "verdicts", "wishes_met", "bulletin*", "lend*",
         "reserving", "venues", "withholding", "timetables", "at_hand")  # fmt: skip
"""The services of what people sign up for."""
HERS, HERS_ALONE = ("villager", *KEEP), ("villager",)
POST = ("clerk", "officer", "director")
OVER = ("clerk", "director", "township", "county")
Call = Callable[[Tx, Account, Stage], Awaitable[Any]]

MAY: dict[Callable[..., Any], tuple[tuple[str, ...], Call]] = {
    activities.create: (MAKE, lambda tx, a, s: activities.create(tx, a, s.center_id, s.planned)),
    activities.check: (MAKE, lambda tx, a, s: activities.check(tx, a, s.center_id, s.planned)),
    activity_access.made_by: (MAKE, lambda tx, a, s: activity_access.made_by(tx, a, s.soon)),
    activity_access.listed_by: (KEEP, lambda tx, a, s: activity_access.listed_by(tx, a, s.soon)),
    activity_access.seen_by: (HERE, lambda tx, a, s: activity_access.seen_by(tx, a, s.soon)),
    activity_announcing.look_ahead: (
        MAKE, lambda tx, a, s: activity_announcing.look_ahead(tx, a, s.center_id, s.planned, WORDS)),
    activity_announcing.publish: (
        MAKE, lambda tx, a, s: activity_announcing.publish(tx, a, s.center_id, s.planned, WORDS, tell=True)),
    activity_announcing.look_again: (MAKE,
        lambda tx, a, s: activity_announcing.look_again(tx, a, s.soon, WORDS)),
    activity_announcing.announce: (MAKE, lambda tx, a, s: activity_announcing.announce(tx, a, s.soon, WORDS)),
    activity_changes.begin: (MAKE, lambda tx, a, s: activity_changes.begin(tx, a, s.soon)),
    activity_changes.look_ahead: (
        MAKE, lambda tx, a, s: activity_changes.look_ahead(tx, a, s.soon, s.planned, 1)),
    activity_changes.change: (
        MAKE, lambda tx, a, s: activity_changes.change(tx, a, s.soon, s.planned, 1, WORDS)),
    activity_changes.call_off: (
        MAKE, lambda tx, a, s: activity_changes.call_off(tx, a, s.soon, "下雨", WORDS)),
    activity_changes.places: (MAKE, lambda tx, a, s: activity_changes.places(tx, a, s.soon)),
    activity_changes.history: (MAKE, lambda tx, a, s: activity_changes.history(tx, a, s.soon)),
    activity_counts.overview: (
        OVER, lambda tx, a, s: activity_counts.overview(tx, a, s.center_id)),
    activity_counts.table: (
        OVER, lambda tx, a, s: activity_counts.table(tx, a, s.center_id)),
    activity_lists.listed: (HERE,
        lambda tx, a, s: activity_lists.listed(tx, a, s.center_id, everything=True)),
    activity_lists.times: (HERE, lambda tx, a, s: activity_lists.times(tx, a, s.soon)),
    activity_lists.slot: (HERE, lambda tx, a, s: activity_lists.slot(tx, a, s.soon_slot)),
    activity_made.coming: (KEEP, lambda tx, a, s: activity_made.coming(tx, a, s.center_id)),
    activity_made.over: (KEEP, lambda tx, a, s: activity_made.over(tx, a, s.center_id)),
    activity_wishes.record: (HERE, lambda tx, a, s: activity_wishes.record(tx, a, s.center_id, "木工")),
    activity_wishes.to_make: (MAKE, lambda tx, a, s: activity_wishes.to_make(tx, a, s.wish)),
    activity_wishes.drop: (HERS_ALONE, lambda tx, a, s: activity_wishes.drop(tx, a, s.wish)),
    signup_lists.listing: (KEEP, lambda tx, a, s: signup_lists.listing(tx, a, s.soon)),
    signup_lists.kept: (KEEP, lambda tx, a, s: signup_lists.kept(tx, a, s.soon)),
    signup_lists.slot: (KEEP, lambda tx, a, s: signup_lists.slot(tx, a, s.soon_slot)),
    signup_lists.person: (KEEP, lambda tx, a, s: signup_lists.person(tx, a, s.seat)),
    signup_lists.cancel: (KEEP, lambda tx, a, s: signup_lists.cancel(tx, a, s.seat)),
    signup_table.make: (KEEP, lambda tx, a, s: signup_table.make(tx, a, s.soon)),
    signup_people.comer: (HERE, lambda tx, a, s: signup_people.comer(tx, a, s.center_id, None)),
    signups.sign_up: (HERE, lambda tx, a, s: signups.sign_up(tx, a, s.soon_slot)),
    signups.clashing: (HERE, lambda tx, a, s: signups.clashing(tx, a, s.soon_slot)),
    signups.one: (HERS, lambda tx, a, s: signups.one(tx, a, s.seat)),
    signups.cancel: (HERS, lambda tx, a, s: signups.cancel(tx, a, s.seat)),
    signups.again: (HERS, lambda tx, a, s: signups.again(tx, a, s.seat)),
    signups.still: (HERS, lambda tx, a, s: signups.still(tx, a, s.seat, yes=False)),
    signups.answer: (HERS, lambda tx, a, s: signups.answer(tx, a, s.seat, yes=False)),
    signup_seats.change: (MAKE, lambda tx, a, s: signup_seats.change(tx, a, s.soon_slot, 9)),
    attendance.arrive: (HERE, lambda tx, a, s: attendance.arrive(tx, a, s.session, s.code)),
    attendance.check_in: (
        HERS_ALONE, lambda tx, a, s: attendance.check_in(tx, a, s.meeting, s.soon_code, s.seat)),
    attendance.kept: (KEEP, lambda tx, a, s: attendance.kept(tx, a, s.meeting)),
    attendance.rows: (KEEP, lambda tx, a, s: attendance.rows(tx, a, s.meeting)),
    attendance.mark: (KEEP, lambda tx, a, s: attendance.mark(tx, a, s.meeting, s.seat, here=True)),
    attendance.mark_paper: (KEEP, lambda tx, a, s: attendance.mark_paper(tx, a, s.meeting, [1])),
    attendance.called: (KEEP, lambda tx, a, s: attendance.called(tx, a, s.meeting, "王秀英")),
    attendance.let_in: (KEEP, lambda tx, a, s: attendance.let_in(tx, a, s.meeting, s.seat)),
    attendance.walk_in: (KEEP, lambda tx, a, s: attendance.walk_in(tx, a, s.meeting, Whom("孙老爹"))),
    attendance.seen: (HERS, lambda tx, a, s: attendance.seen(tx, a, s.came)),
    attendance_cards.overview: (KEEP, lambda tx, a, s: attendance_cards.overview(tx, a, s.been)),
    attendance_cards.days: (HERS, lambda tx, a, s: attendance_cards.days(tx, a, s.came)),
    attendance_paper.signup_list: (KEEP, lambda tx, a, s: attendance_paper.signup_list(tx, a, s.meeting)),
    attendance_paper.on_paper: (KEEP, lambda tx, a, s: attendance_paper.on_paper(tx, a, s.meeting, "1")),
    attendance_paper.poster: (KEEP, lambda tx, a, s: attendance_paper.poster(tx, a, s.meeting, BOT)),
    certificates.candidates: (MAKE, lambda tx, a, s: certificates.candidates(tx, a, s.been)),
    certificates.give_all: (MAKE, lambda tx, a, s: certificates.give_all(tx, a, s.been, BOT)),
    certificates.give: (MAKE, lambda tx, a, s: certificates.give(tx, a, s.came, BOT)),
    certificates.candidate: (MAKE, lambda tx, a, s: certificates.candidate(tx, a, s.came)),
    certificates.revoke: (MAKE, lambda tx, a, s: certificates.revoke(tx, a, s.came)),
    certificates.again: (HERS, lambda tx, a, s: certificates.again(tx, a, s.came, BOT)),
    verdicts.say: (HERS_ALONE, lambda tx, a, s: verdicts.say(tx, a, s.came, "fair")),
    verdicts.check_remark: (HERS_ALONE, lambda tx, a, s: verdicts.check_remark(tx, a, s.came)),
    verdicts.remark: (HERS_ALONE, lambda tx, a, s: verdicts.remark(tx, a, s.came, "好")),
    verdicts.said: (MAKE, lambda tx, a, s: verdicts.said(tx, a, s.been)),
    bulletins.want: (HERE, lambda tx, a, s: bulletins.want(tx, a, s.center_id, "prices", on=True)),
    bulletins.mute: (HERE, lambda tx, a, s: bulletins.mute(tx, a, s.post, on=False)),
    bulletins.seen: (HERE, lambda tx, a, s: bulletins.seen(tx, a, s.post)),
    bulletins.steered: (MAKE, lambda tx, a, s: bulletins.steered(tx, a, s.post)),
    bulletins.posting: (POST, lambda tx, a, s: bulletins.posting(tx, a, s.center_id, "prices")),
    bulletins.post: (
        POST, lambda tx, a, s: bulletins.post(tx, a, s.center_id, "prices", SAID, s.town.now.date())),
    bulletins.end_on: (MAKE, lambda tx, a, s: bulletins.end_on(tx, a, s.post, s.town.now.date())),
    bulletins.withdraw: (MAKE, lambda tx, a, s: bulletins.withdraw(tx, a, s.post)),
    at_hand.to_use: (HERE, lambda tx, a, s: at_hand.to_use(tx, a, s.center_id, "想借喷雾器")),
    at_hand.to_come_to: (HERE, lambda tx, a, s: at_hand.to_come_to(tx, a, s.center_id, "哪天打疫苗")),
    lending.hand_out: (KEEP, lambda tx, a, s: lending.hand_out(tx, a, s.loan)),
    lending.take_back: (KEEP, lambda tx, a, s: lending.take_back(tx, a, s.loan, "fine")),
    lending.remark: (KEEP, lambda tx, a, s: _back(tx, s, lambda: lending.remark(tx, a, s.loan, "好"))),
    lending.mended: (KEEP, lambda tx, a, s: lending.mended(tx, a, s.mended)),
    lending.aside: (KEEP, lambda tx, a, s: lending.aside(tx, a, s.mended)),
    lending.missing: (KEEP, lambda tx, a, s: lending.missing(tx, a, s.mended)),
    lending.renew: (HERS, lambda tx, a, s: lending.renew(tx, a, s.loan)),
    lending.say: (HERS, lambda tx, a, s: lending.say(tx, a, s.loan, Answer.LOST)),
    lending.card: (KEEP, lambda tx, a, s: lending.card(tx, a, s.loan)),
    lending.desk: (KEEP, lambda tx, a, s: lending.desk(tx, a, s.lent)),
    venues.room: (HERE, lambda tx, a, s: venues.room(tx, a, s.room)),
    venues.days: (HERE, lambda tx, a, s: venues.days(tx, a, s.room, 0)),
    venues.times: (HERE, lambda tx, a, s: venues.times(tx, a, s.room, s.town.now.date())),
    venues.booked: (KEEP, lambda tx, a, s: venues.booked(tx, a, s.free)),
    venues.booked_on: (KEEP, lambda tx, a, s: venues.booked_on(tx, a, s.room, s.town.now.date())),
    venues.own: (HERS, lambda tx, a, s: venues.own(tx, a, s.booked)),
    venues.say_what_for: (HERS, lambda tx, a, s: venues.say_what_for(tx, a, s.booked, "办酒")),
    venues.take: (KEEP, lambda tx, a, s: venues.take(tx, a, s.free)),
    venues.take_day: (KEEP, lambda tx, a, s: venues.take_day(tx, a, s.room, s.town.now.date())),
    venues.give_back: (KEEP, lambda tx, a, s: venues.give_back(tx, a, s.free)),
    venues.instead: (HERS, lambda tx, a, s: venues.instead(tx, a, s.booked, s.free)),
}  # fmt: skip
"""What is not there for anybody but these."""

WORDS, SAID = {"zh-Hans": "果树嫁接"}, Content(text="花椒四十")


async def _back(tx: Tx, stage: Stage, then: Callable[[], Awaitable[Any]]) -> Any:
    """What has come back: only then there is something to be written of its state."""
    loan = await tx.session.get(Loan, stage.loan)
    assert loan is not None
    loan.returned_at, loan.outcome = tx.now, "fine"
    await tx.session.flush()
    return await then()


FINDS: dict[Callable[..., Any], tuple[tuple[str, ...], Call]] = {
    activity_access.makes: (MAKE, lambda tx, a, s: _now(activity_access.makes(a, s.center_id, "course"))),
    activity_access.kinds_of: (KEEP, lambda tx, a, s: _now(activity_access.kinds_of(a, s.center_id))),
    activity_access.kinds_kept: (KEEP, lambda tx, a, s: _now(activity_access.kinds_kept(a, s.center_id))),
    activity_access.belongs: (HERE, lambda tx, a, s: _now(activity_access.belongs(a, s.center_id))),
    activity_access.keeps_list: (KEEP, lambda tx, a, s: _of(activity_access.keeps_list, tx, a, s)),
    activity_cards.staff_rows: (KEEP, lambda tx, a, s: _of(activity_cards.staff_rows, tx, a, s)),
    activity_cards.maker_rows: (MAKE, lambda tx, a, s: _of(activity_cards.maker_rows, tx, a, s)),
    activity_lists.own: (HERS_ALONE, lambda tx, a, s: activity_lists.own(tx, a, s.soon)),
    activity_lists.mine: (HERS_ALONE, lambda tx, a, s: activity_lists.mine(tx, a)),
    activity_wishes.looks_after: (MAKE, lambda tx, a, s: _now(activity_wishes.looks_after(a, s.center_id))),
    activity_wishes.own: (HERS_ALONE, lambda tx, a, s: activity_wishes.own(tx, a)),
    attendance.by_digits: (HERS_ALONE, lambda tx, a, s: attendance.by_digits(tx, a, digits(s.soon_code))),
    bulletins.is_member: (HERE, lambda tx, a, s: _now(bulletins.is_member(a, s.center_id))),
    bulletins.may_post: (
        POST, lambda tx, a, s: _now(bulletins.may_post(a, s.center_id, bulletins.topic_of("prices")))),
    bulletins.may_steer: (MAKE, lambda tx, a, s: _steers(tx, a, s)),
    certificates.verify: (HERE, lambda tx, a, s: certificates.verify(tx, a, s.number)),
    signup_people.is_theirs: (HERS_ALONE, lambda tx, a, s: _is_theirs(tx, a, s)),
    signup_people.may_answer: (HERS, lambda tx, a, s: _of_place(signup_people.may_answer, tx, a, s)),
    signup_people.may_know: (HERS, lambda tx, a, s: _of_place(signup_people.may_know, tx, a, s)),
    verdicts.may_read: (MAKE, lambda tx, a, s: _of(verdicts.may_read, tx, a, s)),
}  # fmt: skip
"""What finds nothing, or says no, for anybody but these."""
OF_ONES_OWN = {
    activity_access.choices: "what somebody may make, wherever that is",
    activity_access.makes_for: "the same",
    activity_wishes.wished: "of the center at which somebody is; only for whoever makes courses there",
    bulletins.place: "the center at which somebody is",
    bulletins.shelves: "of the same",
    bulletins.shelf: "of the same",
    bulletins.asked_after: "of the same",
    signup_whom.near: "those with whom somebody lives, and for whom they act",
    activity_access.to_join: "with which center to register, for whoever has a link",
    attendance.to_join: "the same for whoever has read the code at the place",
    certificates.to_join: "the same for whoever has a certificate's number",
}
"""What everybody may call: it is about whoever calls it."""
WITHIN = {
    activity_announcing.follow: "an activity that made_by has found",
    activity_announcing.mark_off: "the same",
    activity_telling.tell_organiser: "the same",
    bulletins.mark: "the message that somebody has tapped",
    signup_checks.check_for: "somebody whom signup_people.comer has found",
    signup_checks.others: "the same",
    signup_news.cancelled: "a place that signups.one has found",
    signup_news.settled: "the same",
    signup_news.signed_up: "a place that was just made",
    signup_whom.meant: "whom somebody lives with, acts for, or has named, at a center that slot has found",
    withholding.withhold: "a slot of an activity that made_by or listed_by has found",
}
"""What is called by another of these services after it has looked at who calls."""


async def _now(found: Any) -> Any:
    return found


async def _of(ask: Callable[[Account, Activity], Any], tx: Tx, actor: Account, stage: Stage) -> Any:
    return ask(actor, await stage.activity(tx))


async def _of_place(
    ask: Callable[[Tx, Account, Signup, Activity], Awaitable[bool]], tx: Tx, actor: Account, stage: Stage
) -> bool:
    return await ask(tx, actor, await stage.place(tx), await stage.activity(tx))


async def _is_theirs(tx: Tx, actor: Account, stage: Stage) -> bool:
    return await signup_people.is_theirs(tx, actor, await stage.place(tx))


async def _steers(tx: Tx, actor: Account, stage: Stage) -> bool:
    return bulletins.may_steer(actor, await stage.bulletin(tx))


def _name(function: Callable[..., Any]) -> str:
    return f"{function.__module__.removeprefix('services.')}.{function.__name__}"


def _with_an_actor() -> set[Callable[..., Any]]:
    """Every public function of these services that is told who calls it."""
    found = set()
    for path in Path(services.__file__).parent.glob("*.py"):
        if any(fnmatch(path.stem, room) for room in ROOMS):
            module = importlib.import_module(f"services.{path.stem}")
            for name, function in inspect.getmembers(module, inspect.isfunction):
                own = function.__module__ == module.__name__ and not name.startswith("_")
                if own and "actor" in inspect.signature(function).parameters:
                    found.add(function)
    return found


class _Undone(Exception):  # noqa: N818 - nothing is wrong
    """Nothing of it is kept."""


async def _tried(stage: Stage, who: str, call: Call) -> str:
    """What comes of it: "there", "nothing" or "not there"; it is as if it had never been tried."""
    town, said = stage.town, ""
    with suppress(_Undone):
        async with town.begin() as tx:
            try:
                found = await call(tx, await town.account(tx, stage.people[who]), stage)
                said = "there" if found else "nothing"
            except NotFoundError:
                said = "not there"
            except RefusedError:
                said = "there"
            raise _Undone
    return said


def test_nothing_that_is_told_who_calls_it_is_left_out() -> None:
    known = {*MAY, *FINDS, *OF_ONES_OWN, *WITHIN}
    assert {_name(one) for one in _with_an_actor()} == {_name(one) for one in known}


async def test_whoever_has_no_right_finds_nothing_there(town: Town) -> None:
    stage = await staged(town)
    wrong = []
    for function, (may, call) in MAY.items():
        for who in CROWD:
            said = await _tried(stage, who, call)
            if (said == "not there") != (who not in may):
                wrong.append(f"{_name(function)}: for {who} it is {said}")
    assert wrong == []


async def test_what_looks_for_something_finds_it_for_whoever_may_know_and_for_nobody_else(town: Town) -> None:
    stage = await staged(town)
    wrong = []
    for function, (may, call) in FINDS.items():
        for who in CROWD:
            said = await _tried(stage, who, call)
            if (said == "there") != (who in may):
                wrong.append(f"{_name(function)}: for {who} it is {said}")
    assert wrong == []
