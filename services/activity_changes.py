"""Changing an activity and calling it off: everybody with a place hears it in time.

Another place or time is told at once, with the question whether they still come; what else whoever comes has
to know is told without one. What only matters to those who have not signed up (what it is about, the picture,
for whom, how many seats, until when) is told to nobody.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise

from domain.activities import Plan, Session, held
from domain.messages import Outgoing, Text, t, verbatim
from domain.moving import Origins, Rearranged, complete, crowded
from domain.requests import REASON_LIMIT
from domain.signups import Move, Standing
from domain.taps import Go
from services import (
    activities,
    activity_access,
    activity_announcing,
    activity_cards,
    activity_differences,
    activity_slots,
    activity_telling,
    signup_news,
    signup_people,
    signup_seats,
    signups_moving,
    timetable_hours,
    timetables,
)
from services.activity_announcing import Words
from services.cards import button
from services.errors import NotFoundError, RefusedError
from services.notice_drafts import author_name
from storage import activities as stored
from storage import signups as stored_signups
from storage import units
from storage.activities import Activity, ActivityVersion
from storage.people import Account
from storage.transaction import Tx


@dataclass(frozen=True)
class How:
    """What a plan does not say of a change by itself.

    was    of times to choose: which of those before each of them is; None if they are the same
    since  of a room: the first day of its new hours; None for tomorrow
    """

    was: Origins | None = None
    since: date | None = None


PLAIN = How()
"""Everything is said by the plan."""


@dataclass(frozen=True)
class Change:
    """What a change would do: what is different, a line each; how many places are asked whether they still
    come, and of how many one is only told.

    since  of a room that has other hours: their first day
    stay   how many times that somebody has then are not among them
    """

    lines: list[Text]
    asked: int
    told: int
    since: date | None = None
    stay: int = 0


@dataclass(frozen=True)
class Version:
    """What somebody changed, and when."""

    at: datetime
    by: str
    lines: list[Text]


async def begin(tx: Tx, actor: Account, activity_id: int) -> tuple[Activity, Plan]:
    """An activity that this account may change, locked, and what it is now: of times to choose, for how many
    each was made, since one of them may have other seats by now. Raises NotFoundError, RefusedError when it
    is over or called off."""
    activity = await activity_access.made_by(tx, actor, activity_id)
    if activity.state != "open":
        raise RefusedError(t(f"signup-is-{activity.state}", form=activity.planned.manner))
    if activity.form == "times":
        return activity, activity.planned
    slot = await stored.first_slot(tx, activity.id)
    return activity, activity.planned.model_copy(update={"seats": slot.seats if slot is not None else None})


async def look_ahead(
    tx: Tx, actor: Account, activity_id: int, plan: Plan, version: int, how: How = PLAIN
) -> Change:
    """What a change would do. Raises as `change`."""
    activity, before, how = await _changeable(tx, actor, activity_id, plan, version, how)
    lines = await activity_differences.lines(tx, activity.center_id, before, plan)
    news = await activity_telling.news(tx, activity, before, plan, how.was)
    asked = sum(one.asks for one in news)
    stay = await timetable_hours.kept(tx, activity, plan.hours, how.since) if how.since and plan.hours else 0
    return Change(lines, asked, len(news) - asked, how.since, stay)


async def change(
    tx: Tx, actor: Account, activity_id: int, plan: Plan, version: int, words: Words, how: How = PLAIN
) -> Activity:
    """Let an activity be like this from now on, in the notice too (`words`, by locale), and tell those with a
    place. `version` is what it was changed from.

    Raises NotFoundError; RefusedError when somebody else has changed it meanwhile, nothing is different, what
    has been would be, a new time has passed or meets another, hours would not begin within two weeks from
    tomorrow on, or more people have a seat than there would be.
    """
    activity, before, how = await _changeable(tx, actor, activity_id, plan, version, how)
    news = await activity_telling.news(tx, activity, before, plan, how.was)
    if how.since is not None:
        await timetables.catch_up(tx, activity)
    activity.plan = plan.pack()
    activity.starts_at, activity.ends_at = plan.starts_at, plan.ends_at
    activity.version += 1
    kept = ActivityVersion(
        activity_id=activity.id, version=activity.version, plan=activity.plan, by_id=actor.id, at=tx.now
    )
    await stored.add(tx, kept)
    await _rearrange(tx, activity, before, how)
    await activity_telling.tell_all(tx, activity, before, news)
    if before.seats != plan.seats:
        (slot,) = await stored.slots(tx, activity.id)
        await signup_seats.change(tx, actor, slot.id, plan.seats)
    await activity_announcing.follow(tx, actor, activity, words)
    lines = await activity_differences.lines(tx, activity.center_id, before, plan)
    by = await author_name(tx, actor.id, await units.unit_of(tx, activity.center_id))
    await activity_telling.tell_organiser(tx, actor, activity, t("activity-changed-by", by=by, changes=lines))
    return activity


async def _rearrange(tx: Tx, activity: Activity, before: Plan, how: How) -> None:
    """Give its times to what has others now."""
    plan = activity.planned
    if how.was is not None:
        await activity_slots.rearrange(tx, activity, how.was)
    elif before.sessions != plan.sessions:
        await activity_slots.move(tx, activity, plan)
    if how.since is not None:
        await timetable_hours.change(tx, activity, how.since)


async def _changeable(
    tx: Tx, actor: Account, activity_id: int, plan: Plan, version: int, how: How
) -> tuple[Activity, Plan, How]:
    """The activity, what it is now, and how it changes, if it may become like this."""
    activity, before = await begin(tx, actor, activity_id)
    if plan.kind != before.kind or (plan.hours is None) != (before.hours is None):
        raise NotFoundError
    if activity.version != version:
        raise RefusedError(t("activity-changed-meanwhile"))
    if plan == before:
        raise RefusedError(t("activity-same"))
    _check_sessions(tx, before, plan, how)
    await activities.check_whom(tx, activity.center_id, plan)
    if plan.seats != before.seats:
        if plan.form == "times":
            raise NotFoundError
        (slot,) = await stored.slots(tx, activity.id)
        await signup_seats.check(tx, slot.id, plan.seats)
    since = None
    if plan.hours != before.hours:
        since = timetable_hours.first_day(tx, how.since, await activity_cards.zone_of(tx, activity))
    moves = plan.form == "times" and before.sessions != plan.sessions
    return activity, before, How(how.was if moves else None, since)


def _check_sessions(tx: Tx, before: Plan, plan: Plan, how: How) -> None:
    """Whether its times may be these: what has begun stays, and the rest is still to come."""
    fresh: tuple[Session, ...] = plan.sessions
    if before.form == "times" and before.sessions != plan.sessions:
        fresh = _others(tx, before, plan, how.was)
    elif before.form == "seats":
        been = held(before.sessions, tx.now)
        if plan.sessions[: len(been)] != been:
            raise RefusedError(t("activity-has-been"))
        fresh = plan.sessions[len(been) :]
    else:
        return
    activities.check_times(tx, fresh)


def _others(tx: Tx, before: Plan, plan: Plan, was: Origins | None) -> tuple[Session, ...]:
    """Those of the times to choose that are not what they were. People have chosen them: each of them stays,
    at whatever hour."""
    if was is None or len(was) != len(plan.sessions) or not complete(was, len(before.sessions)):
        raise NotFoundError
    pairs = [
        (one, None if old is None else before.sessions[old])
        for one, old in zip(plan.sessions, was, strict=True)
    ]
    if any(old is not None and old.starts_at <= tx.now and one != old for one, old in pairs):
        raise RefusedError(t("activity-has-been"))
    if crowded(before.sessions, Rearranged(plan.sessions, was)):
        raise RefusedError(t("activity-times-meet"))
    return tuple(one for one, old in pairs if one != old)


async def call_off(tx: Tx, actor: Account, activity_id: int, reason: str, words: Words) -> Activity:
    """An activity does not take place, or not any further: everybody with a place in what is still to come
    hears it with the reason, the notice says so (`words`, by locale), and nobody is asked or reminded any
    more.

    Raises NotFoundError, RefusedError when it is over or called off already, or without a reason.
    """
    activity, plan = await begin(tx, actor, activity_id)
    reason = checked_reason(reason)
    activity.state, activity.reason = "called-off", reason
    for session in await stored.sessions_after(tx, activity.id, tx.now):
        session.remind_at = session.sum_up_at = None
    text = t("activity-called-off", form=plan.manner, title=activity_cards.title(plan), reason=reason)
    news = Outgoing(text=text, buttons=[[button("button-person", Go("person"))]])

    async def say(*_: object) -> Outgoing:
        return news

    starts, heard = [one.starts_at for one in plan.sessions], activity_telling.Heard()
    for row in await stored_signups.to_come(tx, activity.id, tx.now):
        asked = Standing.OFFERED in (row.state, row.outward)
        signups_moving.to(tx, row, Move.CANCEL)
        if asked:
            await signup_news.called_off(tx, row)
        if not signup_people.withheld(row):
            await activity_telling.tell_one(tx, activity, row, say, starts, heard)
    await activity_announcing.mark_off(tx, actor, activity, words)
    by = await author_name(tx, actor.id, await units.unit_of(tx, activity.center_id))
    await activity_telling.tell_organiser(
        tx, actor, activity, t("activity-called-off-by", by=by, reason=reason)
    )
    return activity


async def places(tx: Tx, actor: Account, activity_id: int) -> int:
    """How many hear it when an activity is called off. Raises as `begin`."""
    activity, _ = await begin(tx, actor, activity_id)
    return len(await activity_telling.told(tx, activity))


def checked_reason(reason: str) -> str:
    """Why it is called off. Raises RefusedError for none."""
    reason = reason.strip()[:REASON_LIMIT]
    if not reason:
        raise RefusedError(t("activity-off-why"))
    return reason


async def history(tx: Tx, actor: Account, activity_id: int) -> tuple[Activity, list[Version]]:
    """An activity, and who changed what in it, the first change first; only what was made it has none. Raises
    NotFoundError."""
    activity = await activity_access.made_by(tx, actor, activity_id)
    unit = await units.unit_of(tx, activity.center_id)
    found = await stored.versions(tx, activity.id)
    plans = [Plan.model_validate(one.plan) for one in found]
    lines = [
        [verbatim(plans[0].title)],
        *[await activity_differences.lines(tx, unit.id, before, after) for before, after in pairwise(plans)],
    ]
    return activity, [
        Version(one.at, await author_name(tx, one.by_id, unit), said)
        for one, said in zip(found, lines, strict=True)
    ]
