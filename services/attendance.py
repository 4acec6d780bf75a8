"""On the day: checking in at the place, the officer's list, whoever walks in, and the paper list."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from secrets import compare_digest

from domain.activities import Session
from domain.attendance import AFTER, asked_at, can_be_marked, digits, is_open
from domain.messages import t
from domain.proxies import Whom
from domain.signups import Standing
from services import (
    access,
    activity_access,
    activity_cards,
    activity_lists,
    people,
    signup_people,
    signups,
    signups_moving,
)
from services.errors import NotFoundError, RefusedError
from storage import activities, attendance
from storage import signups as stored
from storage.activities import Activity, ActivitySession
from storage.attendance import Attendance
from storage.people import Account, Person, name_key
from storage.signups import Signup
from storage.transaction import Tx


@dataclass(frozen=True)
class Place:
    """Somebody is at the place of a session.

    own      the seats in it that they may check in: their own, and of those whom they signed up
    here     those of them whom they know to be there: themself, and whomever they checked in
    waits    of the same people those who wait
    offered  and those who are asked whether they take a seat
    """

    activity: Activity
    session: ActivitySession
    own: list[Signup]
    here: set[int]
    waits: list[Signup]
    offered: list[Signup]

    @property
    def missing(self) -> list[Signup]:
        """Whoever is still to be checked in, as far as they know."""
        return [one for one in self.own if one.id not in self.here]


@dataclass(frozen=True)
class Row:
    """One line of an officer's list: somebody with a seat, and whether they were there."""

    signup: Signup
    here: bool


@dataclass(frozen=True)
class Called:
    """Who may be meant by a name that is said at the door: somebody who is on the list or waits and is not
    known to be there, or a person of the roster, with their natural village."""

    rows: list[Signup]
    persons: list[tuple[Person, int | None]]


async def to_join(tx: Tx, actor: Account, session_id: int, code: str) -> int | None:
    """The center with which whoever has read the code at the place has to register first, if they do not
    belong to it. Raises NotFoundError for a wrong code."""
    session = await _coded(tx, session_id, code)
    return await activity_access.to_join(tx, actor, session.activity_id)


async def _coded(tx: Tx, session_id: int, code: str) -> ActivitySession:
    session = await activities.session(tx, session_id)
    if session is None or not compare_digest(session.code.encode(), code.encode()):
        raise NotFoundError
    return session


async def arrive(tx: Tx, actor: Account, session_id: int, code: str) -> Place:
    """Somebody has read the code at the place. Raises NotFoundError for a wrong code or another center's,
    RefusedError when it is not on."""
    session = await _coded(tx, session_id, code)
    activity = await activity_access.seen_by(tx, actor, session.activity_id)
    if activity.state == "called-off":
        raise RefusedError(t("signup-is-called-off", form=activity.planned.manner))
    if not is_open(session.when, tx.now):
        raise RefusedError(t("check-in-not-now"))
    own = [
        (one, await signup_people.stands(tx, actor, one)) for one in await _own(tx, actor, session.slot_id)
    ]
    seated, waits, offered = (
        [one for one, state in own if state == standing]
        for standing in (Standing.SEATED, Standing.WAITING, Standing.OFFERED)
    )
    came = await attendance.sessions_of(tx, [one.id for one in seated])
    known = {one.id for one in seated if signup_people.own(actor, one)}
    here = {
        one.signup_id
        for one in came
        if one.session_id == session.id and (one.signup_id in known or one.by_id == actor.id)
    }
    return Place(activity, session, seated, here, waits, offered)


async def by_digits(tx: Tx, actor: Account, typed: str) -> list[Place]:
    """The places at which somebody may be who has typed these digits: where they have a seat or wait for one,
    or somebody for whom they signed up."""
    held = await activity_lists.mine(tx, actor, since=tx.now - AFTER)
    sessions = await activities.sessions_of(tx, {one.slot_id for one in held})
    there = [one for one in sessions if digits(one.code) == typed and is_open(one.when, tx.now)]
    return [await arrive(tx, actor, one.id, one.code) for one in there]


async def _own(tx: Tx, actor: Account, slot_id: int) -> list[Signup]:
    persons = await access.persons(tx, actor)
    active = await stored.active(tx, slot_id)
    return [one for one in active if one.account_id == actor.id or one.person_id in persons]


async def check_in(tx: Tx, actor: Account, session_id: int, code: str, signup_id: int | None = None) -> Place:
    """One of those whom the actor may check in is there, or all of them (None); doing it twice changes
    nothing. Raises as `arrive`, and NotFoundError for a place that is not theirs."""
    session = await _coded(tx, session_id, code)
    await activities.locked(tx, session.activity_id)  # two telephones may check in one person
    there = await arrive(tx, actor, session_id, code)
    rows = [one for one in there.own if signup_id in (None, one.id)]
    if signup_id is not None and not rows:
        raise NotFoundError
    for row in rows:
        await _came(tx, actor, there.activity, there.session, row, "code")
        there.here.add(row.id)
    return there


async def _came(
    tx: Tx, actor: Account, activity: Activity, session: ActivitySession, row: Signup, how: str
) -> None:
    known = await attendance.one(tx, session.id, row.id)
    if known is not None:
        if how == "code" and not signup_people.own(actor, row):
            known.by_id = actor.id  # whom they tick stays ticked for them, whether or not others had
        return
    came = Attendance(session_id=session.id, signup_id=row.id, at=tx.now, how=how, by_id=actor.id)
    await attendance.add(tx, came)
    if row.verdict is None and activity.ends_at is not None:
        zone = await activity_cards.zone_of(tx, activity)
        row.ask_at = asked_at(activity.ends_at, tx.now, zone)


async def kept(tx: Tx, actor: Account, session_id: int) -> tuple[Activity, ActivitySession]:
    """A session whose list the actor keeps; its activity is locked. Raises NotFoundError."""
    session = await activities.session(tx, session_id)
    if session is None:
        raise NotFoundError
    return await activity_access.listed_by(tx, actor, session.activity_id), session


async def rows(tx: Tx, actor: Account, session_id: int) -> tuple[Activity, ActivitySession, list[Row]]:
    """The list of a session, by the numbers that stand on the paper. Raises NotFoundError."""
    activity, session = await kept(tx, actor, session_id)
    here = await attendance.at_session(tx, session.id)
    listed = await attendance.listed(tx, session.slot_id)
    return activity, session, [Row(one, one.id in here) for one in listed]


def check_marked(session: Session, tx: Tx) -> None:
    """Raises RefusedError long before a session begins: nobody was there yet."""
    if not can_be_marked(session, tx.now):
        raise RefusedError(t("check-in-not-yet"))


async def mark(tx: Tx, actor: Account, session_id: int, signup_id: int, *, here: bool) -> Signup:
    """An officer writes down that somebody is there, or that it was somebody else.

    Raises NotFoundError, RefusedError long before it begins.
    """
    activity, session = await kept(tx, actor, session_id)
    check_marked(session.when, tx)
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


async def numbered(tx: Tx, session: ActivitySession) -> dict[int, Signup]:
    """Everybody on the paper by their number: those with a seat, and those who wait, or did until all was
    over."""
    return {one.place: one for one in await _on_paper(tx, session)}


async def _on_paper(tx: Tx, session: ActivitySession) -> list[Signup]:
    rows, slot = await stored.active(tx, session.slot_id), await activities.slot(tx, session.slot_id)
    if slot is None or slot.ends_at is None or slot.ends_at > tx.now:
        return rows
    return [*rows, *await stored.waited_to_the_end(tx, slot.id, slot.ends_at)]


async def mark_paper(tx: Tx, actor: Account, session_id: int, numbers: Collection[int]) -> list[Signup]:
    """The ticks of the printed list: whoever has one of these numbers was there, beside those who are known
    to have been; the people that were meant. Somebody who waited and was let in has a seat now.

    Raises NotFoundError, RefusedError long before it begins or for a number that nobody on the list has.
    """
    activity, session = await kept(tx, actor, session_id)
    check_marked(session.when, tx)
    by_number = await numbered(tx, session)
    if unknown := sorted({*numbers} - {*by_number}):
        raise RefusedError(t("check-in-no-number", part=str(unknown[0])))
    meant = [by_number[number] for number in sorted({*numbers})]
    for row in meant:
        await _let_in(tx, actor, activity, session, row, "paper")
    return meant


async def called(tx: Tx, actor: Account, session_id: int, name: str) -> Called:
    """Who may be meant by a name that is said at the door. Raises NotFoundError, RefusedError long before it
    begins and for what is no name."""
    activity, session = await kept(tx, actor, session_id)
    check_marked(session.when, tx)
    name = people.tidy_name(name)
    listed, here = await _on_paper(tx, session), await attendance.at_session(tx, session.id)
    rows = [one for one in listed if name_key(one.name) == name_key(name)]
    known = {one.person_id for one in rows}
    persons = await people.find_persons(tx, activity.center_id, name)
    return Called(
        [one for one in rows if one.id not in here], [one for one in persons if one[0].id not in known]
    )


async def let_in(tx: Tx, actor: Account, session_id: int, signup_id: int) -> Signup:
    """Somebody of the list, or who waited, has come. Raises NotFoundError, RefusedError long before it
    begins."""
    activity, session = await kept(tx, actor, session_id)
    check_marked(session.when, tx)
    row = next((one for one in await _on_paper(tx, session) if one.id == signup_id), None)
    if row is None:
        raise NotFoundError
    await _let_in(tx, actor, activity, session, row, "walk-in")
    return row


async def walk_in(tx: Tx, actor: Account, session_id: int, whom: Whom) -> Signup:
    """Somebody has walked in and is let in: they have a seat from now on, one more if none was left. It may
    be written down when it is over.

    Raises NotFoundError, RefusedError long before it begins, or when it is not for them.
    """
    activity, session = await kept(tx, actor, session_id)
    check_marked(session.when, tx)
    if activity.state == "called-off":
        raise RefusedError(t("signup-is-called-off", form=activity.planned.manner))
    row = await signups.sign_up(tx, actor, session.slot_id, whom, listed=True, came=True)
    await _let_in(tx, actor, activity, session, row, "walk-in")
    return row


async def _let_in(
    tx: Tx, actor: Account, activity: Activity, session: ActivitySession, row: Signup, how: str
) -> None:
    await signups_moving.let_in(tx, row)
    await _came(tx, actor, activity, session, row, how)


async def seen(tx: Tx, actor: Account, signup_id: int) -> tuple[Signup, list[ActivitySession]]:
    """The sessions at which somebody was, for themself and whoever keeps the list; nobody else may know.
    Raises NotFoundError."""
    row, activity = await signups.one(tx, actor, signup_id)
    if not await signup_people.may_know(tx, actor, row, activity):
        raise NotFoundError
    held = [
        await activities.session(tx, one.session_id) for one in await attendance.sessions_of(tx, [row.id])
    ]
    return row, [one for one in held if one is not None]
