"""Certificates: given by whoever makes the course, read again by whoever has one, checked by anybody at the
center."""

from __future__ import annotations

from dataclasses import dataclass

from domain import certificates as numbers
from domain.attendance import enough
from domain.links import certificate_payload, start_link
from domain.messages import Certificate, Moment, Outgoing, t
from domain.officetime import local_day
from domain.signups import Standing
from domain.taps import Go
from domain.units import settings_of
from services import activity_access, activity_cards, attendance_cards, signup_people, signups
from services.cards import button
from services.errors import NotFoundError, RefusedError
from services.outbox import tell
from services.people import names
from storage import activities, attendance, people, units
from storage import certificates as stored
from storage import signups as stored_signups
from storage.activities import Activity
from storage.certificates import Certificate as Given
from storage.people import Account
from storage.signups import Signup
from storage.transaction import Tx


@dataclass(frozen=True)
class Candidate:
    """Somebody who was at a course, with how often, and the certificate they were given."""

    signup: Signup
    attended: int
    sessions: int
    given: Given | None

    @property
    def holds(self) -> bool:
        """Whether they have one that counts."""
        return self.given is not None and self.given.revoked_at is None

    @property
    def enough(self) -> bool:
        """Whether it is given to them with everybody else."""
        return enough(self.attended, self.sessions)


@dataclass(frozen=True)
class Verified:
    """A certificate that was given here, the unit that gave it, its course, who gave it, and since when it
    does not count any more, if it does not."""

    given: Given
    unit: str
    course: str
    days: tuple[Moment, Moment]
    dated: Moment
    by: str
    revoked: Moment | None


async def candidates(tx: Tx, actor: Account, activity_id: int) -> tuple[Activity, list[Candidate]]:
    """Everybody who was at a course, for whoever makes it; whoever is not given theirs yet comes first.

    Raises NotFoundError, also where the course gives none, and RefusedError before its last session is over.
    """
    activity = await activity_access.made_by(tx, actor, activity_id)
    if not activity.planned.certificate:
        raise NotFoundError
    if not attendance_cards.is_over(tx, activity):
        raise RefusedError(t("certificate-not-yet"))
    attended = await attendance.times(tx, activity.id)
    held = [one.slot_id for one in await activities.sessions(tx, activity.id)]
    given = {one.signup_id: one for one in await stored.of_activity(tx, activity.id)}
    found = [
        Candidate(row, attended[row.id], held.count(row.slot_id), given.get(row.id))
        for row in await stored_signups.of_activity(tx, activity.id)
        if row.state == Standing.SEATED and attended[row.id]
    ]
    return activity, sorted(found, key=lambda one: (one.given is not None, not one.enough))


async def candidate(tx: Tx, actor: Account, signup_id: int) -> tuple[Activity, Candidate]:
    """One of them. Raises as `candidates`."""
    row = await stored_signups.peek(tx, signup_id)
    if row is None:
        raise NotFoundError
    activity, found = await candidates(tx, actor, row.activity_id)
    one = next((one for one in found if one.signup.id == signup_id), None)
    if one is None:
        raise NotFoundError
    return activity, one


async def give_all(tx: Tx, actor: Account, activity_id: int, username: str) -> list[Given]:
    """Give everybody theirs who was there often enough and has none; those that are new. Each gets the paper
    in their chat, and the actor gets those of people without an account. Raises as `candidates`."""
    activity, found = await candidates(tx, actor, activity_id)
    due = [one for one in found if one.enough and one.given is None]
    return [await _give(tx, actor, activity, one, username) for one in due]


async def give(tx: Tx, actor: Account, signup_id: int, username: str) -> Given:
    """Give somebody theirs however often they were there; or once more, with the same number, and whatever
    name they have now: what was revoked counts again. Raises as `candidates`."""
    activity, one = await candidate(tx, actor, signup_id)
    return await _give(tx, actor, activity, one, username)


async def revoke(tx: Tx, actor: Account, signup_id: int) -> Given:
    """A certificate that was given by mistake does not count any more: the person hears it, and so does
    whoever checks its number. Doing it twice changes nothing. Raises as `candidates`, and NotFoundError where
    none was given."""
    activity, one = await candidate(tx, actor, signup_id)
    if one.given is None:
        raise NotFoundError
    reader = await signup_people.knowing(tx, one.signup)
    if one.holds and reader is not None:
        title, number = activity.planned.title, one.given.number
        text = t("certificate-revoked-yours", name=one.given.name, title=title, number=number)
        tell(tx, reader, Outgoing(text=text, buttons=[[button("button-person", Go("person"))]]))
    one.given.revoked_at = one.given.revoked_at or tx.now
    return one.given


async def _give(tx: Tx, actor: Account, activity: Activity, one: Candidate, username: str) -> Given:
    name = await _name(tx, activity, one.signup)
    given = one.given or await _new(tx, actor, activity, one, name)
    given.name, given.attended, given.sessions = name, one.attended, one.sessions
    given.revoked_at = None
    paper = await _paper(tx, activity, given, username)
    tell(tx, await signup_people.knowing(tx, one.signup) or actor, paper)
    return given


async def _name(tx: Tx, activity: Activity, row: Signup) -> str:
    """How somebody is called now: by the roster, else as they said at the center, else as on the list."""
    person = await people.person(tx, row.person_id) if row.person_id else None
    if person is not None:
        return person.name
    if row.signed_by == "self" and row.account_id is not None:
        return (await names(tx, activity.center_id, [row.account_id])).get(row.account_id, row.name)
    return row.name


async def _new(tx: Tx, actor: Account, activity: Activity, one: Candidate, name: str) -> Given:
    """The next number of the center, counted under its lock."""
    center = await units.lock(tx, activity.center_id)
    year = local_day(tx.now, settings_of(center).zone).year
    serial = await stored.next_serial(tx, center.id, year)
    given = Given(
        signup_id=one.signup.id,
        activity_id=activity.id,
        center_id=center.id,
        year=year,
        serial=serial,
        number=numbers.number(year, center.id, serial),
        name=name,
        attended=one.attended,
        sessions=one.sessions,
        given_by_id=actor.id,
        given_at=tx.now,
    )
    await stored.add(tx, given)
    return given


async def _paper(tx: Tx, activity: Activity, given: Given, username: str) -> Outgoing:
    known = await _known(tx, activity, given)
    made = Certificate(
        name=t("certificate-name", number=given.number),
        unit=known.unit,
        person=given.name,
        course=known.course,
        days=known.days,
        attended=given.attended,
        sessions=given.sessions,
        number=given.number,
        dated=known.dated,
        link=start_link(username, certificate_payload(given.number)),
    )
    return Outgoing(
        text=t("certificate-yours", name=given.name, title=known.course, number=given.number),
        attachment=made,
        buttons=[[button("button-person", Go("person"))]],
    )


async def _known(tx: Tx, activity: Activity, given: Given) -> Verified:
    zone = await activity_cards.zone_of(tx, activity)
    row = await stored_signups.peek(tx, given.signup_id)
    held = await activities.sessions_of(tx, [row.slot_id] if row else [])
    by = await names(tx, activity.center_id, [given.given_by_id])
    revoked = given.revoked_at
    return Verified(
        given,
        unit=(await units.unit_of(tx, activity.center_id)).name,
        course=activity.planned.title,
        days=(
            Moment(at=held[0].starts_at, zone=zone, style="plain"),
            Moment(at=held[-1].starts_at, zone=zone, style="plain"),
        ),
        dated=Moment(at=given.given_at, zone=zone, style="plain"),
        by=by.get(given.given_by_id, ""),
        revoked=Moment(at=revoked, zone=zone, style="plain") if revoked is not None else None,
    )


async def again(tx: Tx, actor: Account, signup_id: int, username: str) -> Outgoing:
    """Somebody's certificate once more as it is, for themself and for whoever keeps the list. Raises
    NotFoundError, RefusedError for one that was revoked."""
    row, activity = await signups.one(tx, actor, signup_id)
    given = await stored.of_signup(tx, signup_id)
    if given is None or not await signup_people.may_know(tx, actor, row, activity):
        raise NotFoundError
    if given.revoked_at is not None:
        raise RefusedError(t("certificate-is-revoked"))
    return await _paper(tx, activity, given, username)


async def verify(tx: Tx, actor: Account, typed: str) -> Verified | None:
    """What is known of a certificate by its number, for anybody who is registered at the center that gave it,
    or works for it; None for a number that was not given there."""
    number = numbers.heard(typed)
    given = await stored.by_number(tx, number) if number else None
    activity = await activities.one(tx, given.activity_id) if given else None
    if given is None or activity is None:
        return None
    known = activity_access.belongs(actor, activity.center_id)
    if not known and not activity_access.keeps_list(actor, activity):
        return None
    return await _known(tx, activity, given)


async def to_join(tx: Tx, actor: Account, number: str) -> int | None:
    """The center with which somebody who belongs to none has to register before they check a certificate of
    it; None if they belong to one, or there is no such number."""
    given = await stored.by_number(tx, number) if not (actor.memberships or actor.grants) else None
    return given.center_id if given is not None else None
