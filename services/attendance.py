"""On the day: checking in at the place, the officer's list, whoever walks in, and the paper list."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from secrets import compare_digest

from domain.activities import Session
from domain.attendance import asked_at, can_be_marked, digits, is_open
from domain.messages import t
from domain.proxies import Whom
from domain.signups import Move, Standing
from services import activity_access, activity_cards, activity_lists, signup_people, signups, signups_moving
from services.errors import NotFoundError, RefusedError
from storage import activities, attendance
from storage.activities import Activity, ActivitySession
from storage.attendance import Attendance
from storage.people import Account
from storage.signups import Signup
from storage.transaction import Tx


@dataclass(frozen=True)
class Place:
    """Somebody is at the place of a session.

    own  the places in it that they may check in: their own, and of those whom they signed up
    """

    activity: Activity
    session: ActivitySession
    own: list[Signup]


@dataclass(frozen=True)
class Row:
    """One line of an officer's list: somebody with a seat, and whether they were there."""

    signup: Signup
    here: bool


async def arrive(tx: Tx, actor: Account, session_id: int, code: str) -> Place:
    """Somebody has read the code at the place. Raises NotFoundError for a wrong code or another center's,
    RefusedError when it is not on."""
    session = await activities.session(tx, session_id)
    if session is None or not compare_digest(session.code.encode(), code.encode()):
        raise NotFoundError
    activity = await activity_access.seen_by(tx, actor, session.activity_id)
    if activity.state == "called-off":
        raise RefusedError(t("signup-is-called-off"))
    if not is_open(session.when, tx.now):
        raise RefusedError(t("check-in-not-now"))
    return Place(activity, session, await _own(tx, actor, session.slot_id))


async def by_digits(tx: Tx, actor: Account, typed: str) -> list[Place]:
    """The places at which somebody may be who has typed these digits: where they have a seat, or somebody for
    whom they signed up."""
    held = await activity_lists.mine(tx, actor)
    sessions = await activities.sessions_of(tx, {one.slot_id for one in held})
    there = [one for one in sessions if digits(one.code) == typed and is_open(one.when, tx.now)]
    return [await arrive(tx, actor, one.id, one.code) for one in there]


async def _own(tx: Tx, actor: Account, slot_id: int) -> list[Signup]:
    listed = await attendance.listed(tx, slot_id)
    return [one for one in listed if await signup_people.is_theirs(tx, actor, one)]


async def check_in(tx: Tx, actor: Account, session_id: int, code: str, signup_id: int) -> Signup:
    """One of those whom the actor may check in is there; doing it twice changes nothing. Raises as `arrive`,
    and NotFoundError for a place that is not theirs."""
    there = await arrive(tx, actor, session_id, code)
    row = next((one for one in there.own if one.id == signup_id), None)
    if row is None:
        raise NotFoundError
    await _came(tx, actor, there.activity, there.session, row, "code")
    return row


async def _came(
    tx: Tx, actor: Account, activity: Activity, session: ActivitySession, row: Signup, how: str
) -> None:
    if await attendance.one(tx, session.id, row.id) is not None:
        return
    came = Attendance(session_id=session.id, signup_id=row.id, at=tx.now, how=how, by_id=actor.id)
    await attendance.add(tx, came)
    if row.verdict is None and activity.ends_at is not None:
        zone = await activity_cards.zone_of(tx, activity)
        row.ask_at = asked_at(activity.ends_at, tx.now, zone)


async def _session(tx: Tx, actor: Account, session_id: int) -> tuple[Activity, ActivitySession]:
    """A session whose list the actor keeps; its activity is locked. Raises NotFoundError."""
    session = await activities.session(tx, session_id)
    if session is None:
        raise NotFoundError
    return await activity_access.listed_by(tx, actor, session.activity_id), session


async def rows(tx: Tx, actor: Account, session_id: int) -> tuple[Activity, ActivitySession, list[Row]]:
    """The list of a session, by the numbers that stand on the paper. Raises NotFoundError."""
    activity, session = await _session(tx, actor, session_id)
    here = await attendance.at_session(tx, session.id)
    listed = await attendance.listed(tx, session.slot_id)
    return activity, session, [Row(one, one.id in here) for one in listed]


def _check_marked(session: Session, tx: Tx) -> None:
    if not can_be_marked(session, tx.now):
        raise RefusedError(t("check-in-not-yet"))


async def mark(tx: Tx, actor: Account, session_id: int, signup_id: int, *, here: bool) -> Signup:
    """An officer writes down that somebody is there, or that it was somebody else.

    Raises NotFoundError, RefusedError long before it begins.
    """
    activity, session = await _session(tx, actor, session_id)
    _check_marked(session.when, tx)
    row = next((one for one in await attendance.listed(tx, session.slot_id) if one.id == signup_id), None)
    if row is None:
        raise NotFoundError
    if here:
        await _came(tx, actor, activity, session, row, "list")
    else:
        await _was_not(tx, session, row)
    return row


async def _was_not(tx: Tx, session: ActivitySession, row: Signup) -> None:
    came = await attendance.one(tx, session.id, row.id)
    if came is not None:
        await attendance.remove(tx, came)
    if not await attendance.sessions_of(tx, [row.id]):
        row.ask_at = None


async def mark_paper(tx: Tx, actor: Account, session_id: int, numbers: Collection[int]) -> list[Signup]:
    """The ticks of the printed list: whoever has one of these numbers was there, beside those who are known
    to have been; the people that were meant.

    Raises NotFoundError, RefusedError long before it begins or for a number that nobody on the list has.
    """
    activity, session, listed = await rows(tx, actor, session_id)
    _check_marked(session.when, tx)
    by_number = {one.signup.place: one.signup for one in listed}
    if unknown := sorted({*numbers} - {*by_number}):
        raise RefusedError(t("check-in-no-number", number=unknown[0]))
    meant = [by_number[number] for number in sorted({*numbers})]
    for row in meant:
        await _came(tx, actor, activity, session, row, "paper")
    return meant


async def walk_in(tx: Tx, actor: Account, session_id: int, whom: Whom) -> Signup:
    """Somebody has walked in and is let in: they have a seat from now on, one more if none was left.

    Raises NotFoundError, RefusedError long before it begins, when it is over, or it is not for them.
    """
    activity, session = await _session(tx, actor, session_id)
    _check_marked(session.when, tx)
    row = await signups.sign_up(tx, actor, session.slot_id, whom, listed=True)
    if row.state != Standing.SEATED:
        await _make_room(tx, row)
    await _came(tx, actor, activity, session, row, "walk-in")
    return row


async def _make_room(tx: Tx, row: Signup) -> None:
    """Whoever is at the door already is let in before those who wait at home; what is offered stays kept."""
    slot = await activities.slot_now(tx, row.slot_id)
    if slot is not None and slot.seats is not None and row.state == Standing.WAITING:
        slot.seats += 1
    signups_moving.to(tx, row, Move.SEAT)


async def seen(tx: Tx, actor: Account, signup_id: int) -> tuple[Signup, list[ActivitySession]]:
    """The sessions at which somebody was, for themself, for whoever signed them up, and for whoever keeps the
    list; nobody else may know. Raises NotFoundError."""
    row, _ = await signups.one(tx, actor, signup_id)
    held = [
        await activities.session(tx, one.session_id) for one in await attendance.sessions_of(tx, [row.id])
    ]
    return row, [one for one in held if one is not None]
