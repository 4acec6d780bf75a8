"""Telling people of an activity: the notice that announces it, and what becomes of that notice.

Whom it is for is meant by the notice as by signing up (`domain.announcing.Audience.only`). Its words are the
activity's own, in every language; they follow it when it changes, and say so when it is called off.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from domain import notices as rules
from domain.activities import Plan
from domain.announcing import Announcement, Audience, Body
from domain.messages import Content, Outgoing, t
from domain.night import awake
from domain.units import settings_of
from services import activities, activity_access, notice_changes, notice_writing, wishes_met
from services.errors import RefusedError
from services.notices import ENDED
from storage import notice_audience, notices, units
from storage.activities import Activity
from storage.notices import Notice
from storage.people import Account
from storage.transaction import Tx

KIND = "activity"
Words = Mapping[str, str]
"""What a notice says, by locale."""


@dataclass(frozen=True)
class Ahead:
    """What announcing it would do: how that arrives, for how many households and people it is, and how many
    of them do not want such notices.

    waits  when it would begin, if not at once
    """

    messages: list[Outgoing]
    households: int
    people: int
    spared: int
    waits: datetime | None


def announcement(plan: Plan, words: Words, locale: str, activity_id: int | None = None) -> Announcement:
    """The notice that announces an activity, first of all in the words of this language. Raises RefusedError
    when they are too long."""
    first = plan.picture if plan.picture is not None else Content()
    said = {one: notice_writing.checked(text).text for one, text in words.items()}
    body = Body(
        contents=(first.model_copy(update={"text": said[locale], "group": None}),),
        translations={one: text for one, text in said.items() if one != locale},
        activity=activity_id,
        manner=plan.manner,
    )
    return Announcement(body=body, kind=KIND, audience=Audience(only=plan.whom))


async def look_ahead(tx: Tx, actor: Account, center_id: int, plan: Plan, words: Words) -> Ahead:
    """What would happen if it were made and announced. Raises as `activities.create`."""
    await activities.check(tx, actor, center_id, plan)
    return await _ahead(tx, actor, center_id, plan, words)


async def _ahead(tx: Tx, actor: Account, center_id: int, plan: Plan, words: Words) -> Ahead:
    unit = await units.unit_of(tx, center_id)
    said = announcement(plan, words, actor.locale)
    found, spared = await notice_writing.counted(tx, said, [center_id])
    begins = awake(tx.now, settings_of(unit).zone)
    return Ahead(
        notice_writing.as_written(unit, said, actor.locale),
        await notice_audience.count_households(tx, said.audience, [center_id]),
        sum(count for _, _, count in found),
        spared,
        begins if begins > tx.now else None,
    )


async def publish(
    tx: Tx, actor: Account, center_id: int, plan: Plan, words: Words, *, tell: bool
) -> Activity:
    """Make an activity, tell those who wished for it, and announce it if everybody is to be told. Raises as
    `activities.create`."""
    activity = await activities.create(tx, actor, center_id, plan)
    await wishes_met.tell_first(tx, activity)
    if tell:
        await _announce(tx, actor, activity, words)
    return activity


async def look_again(tx: Tx, actor: Account, activity_id: int, words: Words) -> Ahead:
    """What announcing one would do that was made quietly. Raises NotFoundError, RefusedError when it was
    announced, or is not to be any more."""
    activity = await _unannounced(tx, actor, activity_id)
    return await _ahead(tx, actor, activity.center_id, activity.planned, words)


async def announce(tx: Tx, actor: Account, activity_id: int, words: Words) -> Notice:
    """Announce one that was made quietly. Raises as `look_again`."""
    return await _announce(tx, actor, await _unannounced(tx, actor, activity_id), words)


async def _unannounced(tx: Tx, actor: Account, activity_id: int) -> Activity:
    activity = await activity_access.made_by(tx, actor, activity_id)
    if activity.state != "open":
        raise RefusedError(t(f"signup-is-{activity.state}", form=activity.planned.manner))
    if activity.notice_id is not None:
        raise RefusedError(t("activity-told-already"))
    return activity


async def _announce(tx: Tx, actor: Account, activity: Activity, words: Words) -> Notice:
    unit = await units.unit_of(tx, activity.center_id)
    said = announcement(activity.planned, words, actor.locale, activity.id)
    notice = await notice_writing.publish(tx, actor, unit, said)
    activity.notice_id = notice.id
    return notice


async def follow(tx: Tx, actor: Account, activity: Activity, words: Words) -> None:
    """Let the notice say what the activity has become, wherever it has arrived. Its picture stays: what was
    sent as words cannot become a picture."""
    notice = await _notice(tx, activity)
    if notice is not None:
        await notice_changes.reword(tx, actor, notice, _reworded(notice, words, activity.id))


async def mark_off(tx: Tx, actor: Account, activity: Activity, words: Words) -> None:
    """Let the notice say that it is called off, and nobody sign up under it. Whoever has not got it yet need
    not."""
    notice = await _notice(tx, activity)
    if notice is None:
        return
    if notice.state not in ENDED:
        notices.change(tx, notice, "stopped", actor.id)
        await notices.drop_waiting(tx, notice.id)
    await notice_changes.reword(tx, actor, notice, _reworded(notice, words, None))


async def _notice(tx: Tx, activity: Activity) -> Notice | None:
    """The notice that announced it, locked; None if there is none any more."""
    notice = await notices.notice(tx, activity.notice_id) if activity.notice_id is not None else None
    return notice if notice is not None and notice.withdrawn_at is None else None


def _reworded(notice: Notice, words: Words, activity_id: int | None) -> Body:
    body = notice.said
    most = rules.LONGEST if body.contents[0].kind == "text" else rules.CAPTION
    said = {one: text if len(text) <= most else f"{text[: most - 1]}…" for one, text in words.items()}
    own = next(one for one in said if one not in body.translations)
    others = {one: text for one, text in said.items() if one != own}
    return body.with_words(said[own]).model_copy(update={"translations": others, "activity": activity_id})
