"""Changing an activity and calling it off: everybody with a place hears it in time.

Another place or time is told at once, with the question whether they still come; what else whoever comes has
to know is told without one. What only matters to those who have not signed up (what it is about, the picture,
for whom, how many seats, until when) is told to nobody.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from itertools import pairwise

from domain.activities import Plan, held, moved, told_at
from domain.activitytaps import SignupDo
from domain.messages import Outgoing, Text, t, verbatim
from domain.requests import REASON_LIMIT
from domain.signups import Move
from domain.taps import Go
from services import (
    activities,
    activity_access,
    activity_announcing,
    activity_cards,
    activity_differences,
    activity_slots,
    signup_cards,
    signup_news,
    signup_people,
    signups,
    signups_moving,
)
from services.activity_announcing import Words
from services.activity_differences import TOLD
from services.cards import button
from services.errors import NotFoundError, RefusedError
from services.notice_drafts import author_name
from services.outbox import tell
from storage import activities as stored
from storage import recall, units
from storage import signups as stored_signups
from storage.activities import Activity, ActivityVersion
from storage.people import Account
from storage.signups import Signup
from storage.transaction import Tx


@dataclass(frozen=True)
class Change:
    """What a change would do: what is different, a line each, and how many places it is told about; whether
    they are asked if they still come."""

    lines: list[Text]
    people: int
    asks: bool


@dataclass(frozen=True)
class Version:
    """What somebody changed, and when."""

    at: datetime
    by: str
    lines: list[Text]


def key(row: Signup) -> str:
    """The key of what somebody is told about a change."""
    return f"activity:{row.id}"


async def begin(tx: Tx, actor: Account, activity_id: int) -> tuple[Activity, Plan]:
    """An activity that this account may change, locked, and what it is now. Raises NotFoundError,
    RefusedError when it is over or called off."""
    activity = await activity_access.made_by(tx, actor, activity_id)
    if activity.state != "open":
        raise RefusedError(t(f"signup-is-{activity.state}"))
    slot = await stored.first_slot(tx, activity.id)
    return activity, activity.planned.model_copy(update={"seats": slot.seats if slot is not None else None})


async def look_ahead(tx: Tx, actor: Account, activity_id: int, plan: Plan, version: int) -> Change:
    """What a change would do. Raises as `change`."""
    activity, before = await _changeable(tx, actor, activity_id, plan, version)
    lines = await activity_differences.lines(tx, activity.center_id, before, plan)
    told = activity_differences.fields(before, plan) & TOLD
    count = len(await _told(tx, activity)) if told else 0
    return Change(lines, count, asks=moved(before, plan))


async def change(
    tx: Tx, actor: Account, activity_id: int, plan: Plan, version: int, words: Words
) -> Activity:
    """Let an activity be like this from now on, in the notice too (`words`, by locale), and tell those with a
    place. `version` is what it was changed from.

    Raises NotFoundError; RefusedError when somebody else has changed it meanwhile, nothing is different, what
    has been would be, a new time has passed, or more people have a seat than there would be.
    """
    activity, before = await _changeable(tx, actor, activity_id, plan, version)
    activity.plan = plan.pack()
    activity.starts_at, activity.ends_at = plan.starts_at, plan.ends_at
    activity.version += 1
    kept = ActivityVersion(
        activity_id=activity.id, version=activity.version, plan=activity.plan, by_id=actor.id, at=tx.now
    )
    await stored.add(tx, kept)
    if before.sessions != plan.sessions:
        await activity_slots.move(tx, activity, plan)
    await _tell_those_who_come(tx, activity, before)
    if before.seats != plan.seats:
        (slot,) = await stored.slots(tx, activity.id)
        await signups.set_seats(tx, actor, slot.id, plan.seats)
    await activity_announcing.follow(tx, actor, activity, words)
    lines = await activity_differences.lines(tx, activity.center_id, before, plan)
    by = await author_name(tx, actor.id, await units.unit_of(tx, activity.center_id))
    await _tell_organiser(tx, actor, activity, t("activity-changed-by", by=by, changes=lines))
    return activity


async def _changeable(
    tx: Tx, actor: Account, activity_id: int, plan: Plan, version: int
) -> tuple[Activity, Plan]:
    """The activity and what it is now, if it may become like this."""
    activity, before = await begin(tx, actor, activity_id)
    settled = plan.form != "seats" and (plan.sessions, plan.hours) != (before.sessions, before.hours)
    if plan.kind != before.kind or settled:
        raise NotFoundError
    if activity.version != version:
        raise RefusedError(t("activity-changed-meanwhile"))
    if plan == before:
        raise RefusedError(t("activity-same"))
    been = held(before.sessions, tx.now)
    if plan.sessions[: len(been)] != been:
        raise RefusedError(t("activity-has-been"))
    activities.check_times(tx, plan.sessions[len(been) :])
    await activities.check_whom(tx, activity.center_id, plan)
    if plan.seats != before.seats:
        if plan.form == "times":
            raise NotFoundError
        (slot,) = await stored.slots(tx, activity.id)
        await signups.check_seats(tx, slot.id, plan.seats)
    return activity, before


async def _tell_those_who_come(tx: Tx, activity: Activity, before: Plan) -> None:
    """What is different for those who come; whether they still do, if the place or a time is another."""
    plan = activity.planned
    told = activity_differences.fields(before, plan) & TOLD
    if not told:
        return
    lines = await activity_differences.lines(tx, activity.center_id, before, plan, told)
    asks, title = moved(before, plan), activity_cards.title(before)
    news = Outgoing(
        text=t("activity-changed", title=title, changes=lines), buttons=activity_cards.look(activity)
    )
    for row in await _told(tx, activity):
        if asks:
            row.still = None
            if row.answer_by is not None and activity.starts_at is not None:
                row.answer_by = max(tx.now, min(row.answer_by, activity.starts_at))
            await _tell_one(tx, activity, row, partial(_question, row, title, lines), before)
        else:
            await _tell_one(tx, activity, row, lambda _name: news, before)


def _question(row: Signup, title: Text, changes: list[Text], name: Text) -> Outgoing:
    rows = [
        [button("button-activity-still", SignupDo("still", row.id))],
        [button("button-activity-not-still", SignupDo("not-still", row.id))],
        [button("button-person", Go("person"))],
    ]
    return Outgoing(text=t("activity-moved", title=title, name=name, changes=changes), buttons=rows)


async def _tell_one(
    tx: Tx, activity: Activity, row: Signup, say: Callable[[Text], Outgoing], before: Plan
) -> None:
    """Tell whoever is concerned, each with whose place it is to them; at night only if it was or is to begin
    soon. What was to be told in the morning is not true any more."""
    starts = [one.starts_at for one in (*before.sessions, *activity.planned.sessions)]
    at = told_at(tx.now, starts, await activity_cards.zone_of(tx, activity))
    for who in await signup_people.hear(tx, row):
        await recall.put_by(tx, who.id, key(row))
        message = say(signup_cards.whose(who, row))
        tell(tx, who, message, key=key(row), not_before=at if at > tx.now else None)


async def _tell_organiser(tx: Tx, actor: Account, activity: Activity, text: Text) -> None:
    """Whoever made it hears what somebody else does with it, as long as they look after it."""
    author = await activity_access.organiser(tx, activity)
    if author is not None and author.id != actor.id and activity_access.keeps_list(author, activity):
        title = activity_cards.title(activity.planned)
        message = t("lines", items=[title, text])
        tell(tx, author, Outgoing(text=message, buttons=activity_cards.look(activity)))


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
    text = t("activity-called-off", title=activity_cards.title(plan), reason=reason)
    news = Outgoing(text=text, buttons=[[button("button-person", Go("person"))]])
    for row in await stored_signups.to_come(tx, activity.id, tx.now):
        signups_moving.to(tx, row, Move.CANCEL)
        if signup_people.withheld(row):
            continue
        for who in await signup_people.hear(tx, row):
            await recall.put_by(tx, who.id, signup_news.key(row))
        await _tell_one(tx, activity, row, lambda _name: news, plan)
    await activity_announcing.mark_off(tx, actor, activity, words)
    by = await author_name(tx, actor.id, await units.unit_of(tx, activity.center_id))
    await _tell_organiser(tx, actor, activity, t("activity-called-off-by", by=by, reason=reason))
    return activity


async def places(tx: Tx, actor: Account, activity_id: int) -> int:
    """How many hear it when an activity is called off. Raises as `begin`."""
    activity, _ = await begin(tx, actor, activity_id)
    return len(await _told(tx, activity))


async def _told(tx: Tx, activity: Activity) -> list[Signup]:
    """Who has a place in what is not over, and so hears what becomes of it: of times to choose, and of a
    room's, some have been."""
    found = await stored_signups.to_come(tx, activity.id, tx.now)
    return [one for one in found if not signup_people.withheld(one)]


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
