"""What is said of an activity's day: which session it is, how many came, and what can be done."""

from __future__ import annotations

from dataclasses import dataclass

from domain.messages import Moment, Text, t
from services import activity_access, activity_cards, attendance
from services.errors import NotFoundError
from storage import activities, certificates
from storage import attendance as stored
from storage.activities import Activity, ActivitySession
from storage.certificates import Certificate
from storage.people import Account
from storage.signups import Signup
from storage.transaction import Tx


async def which(tx: Tx, session: ActivitySession) -> Text:
    """An activity by its title, and its how many-eth session if it has several."""
    activity = await activities.one(tx, session.activity_id)
    title = activity.planned.title if activity else ""
    if len(await activities.sessions_of(tx, [session.slot_id])) == 1:
        return t("day-title", title=title)
    return t("day-which", title=title, n=session.number)


async def moment(tx: Tx, session: ActivitySession) -> Moment:
    """When a session begins."""
    activity = await activities.one(tx, session.activity_id)
    zone = await activity_cards.zone_of(tx, activity) if activity else "UTC"
    return Moment(at=session.starts_at, zone=zone, style="moment")


async def overview(tx: Tx, actor: Account, activity_id: int) -> tuple[Activity, list[ActivitySession]]:
    """An activity whose list somebody keeps, and its sessions. Raises NotFoundError, also for what is lent or
    booked: nobody counts who comes."""
    activity = await activity_access.listed_by(tx, actor, activity_id)
    if activity.starts_at is None:
        raise NotFoundError
    return activity, await activities.sessions(tx, activity.id)


def is_over(tx: Tx, activity: Activity) -> bool:
    """Whether the last session is over."""
    return activity.ends_at is not None and activity.ends_at <= tx.now


@dataclass(frozen=True)
class Days:
    """How often somebody was at an activity.

    came  the sessions they were at
    past  how many of the sessions of their slot have been
    all   how many it has
    certificate  the one they were given, if it counts
    """

    signup: Signup
    activity: Activity
    came: list[ActivitySession]
    past: int
    all: int
    certificate: Certificate | None


async def days(tx: Tx, actor: Account, signup_id: int) -> Days:
    """How often somebody was there. Raises NotFoundError for whoever may not know."""
    row, came = await attendance.seen(tx, actor, signup_id)
    activity = await activities.one(tx, row.activity_id)
    if activity is None:
        raise NotFoundError
    held = await activities.sessions_of(tx, [row.slot_id])
    past = sum(one.ends_at <= tx.now or one.id in {seen.id for seen in came} for one in held)
    given = await certificates.of_signup(tx, row.id)
    counts = given if given is not None and given.revoked_at is None else None
    return Days(row, activity, came, past, len(held), counts)


async def counts(tx: Tx, session: ActivitySession) -> tuple[int, int]:
    """How many of those who have a seat in a session were there, and how many have one."""
    here = await stored.at_session(tx, session.id)
    seated = {one.id for one in await stored.listed(tx, session.slot_id)}
    return len(here & seated), len(seated)
