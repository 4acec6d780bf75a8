"""Who hears of a change in an activity, and what each of them hears: of their own time, if there are several
to choose from, and of nobody else's."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from domain.activities import Plan, moved, told_at
from domain.activitytaps import SignupDo
from domain.messages import Moment, Outgoing, Text, t
from domain.moving import Origins
from domain.signups import Standing
from domain.taps import Go
from domain.units import settings_of
from services import (
    activity_access,
    activity_cards,
    activity_differences,
    signup_cards,
    signup_news,
    signup_people,
    signups_moving,
)
from services.activity_differences import TOLD
from services.cards import button
from services.outbox import tell
from storage import activities as stored
from storage import recall, signups, units
from storage.activities import Activity
from storage.people import Account
from storage.signups import Signup
from storage.transaction import Tx


@dataclass(frozen=True)
class News:
    """What somebody with a place hears.

    asks    whether they are asked if they still come
    starts  when what they come to began before, and begins now
    more    whether there are more times to choose, which whoever waits hears as well
    """

    row: Signup
    lines: list[Text]
    asks: bool
    starts: list[datetime]
    more: bool = False


Heard = list[tuple[int, Outgoing]]
"""What accounts have been told so far."""


def key(row: Signup) -> str:
    """The key of what somebody is told about a change."""
    return f"activity:{row.id}"


async def told(tx: Tx, activity: Activity) -> list[Signup]:
    """Who has a place in what is not over, and so hears what becomes of it: of times to choose, and of a
    room's, some have been."""
    found = await signups.to_come(tx, activity.id, tx.now)
    return [one for one in found if not signup_people.withheld(one)]


async def news(
    tx: Tx, activity: Activity, before: Plan, plan: Plan, was: Origins | None = None
) -> list[News]:
    """What everybody hears when an activity becomes like this; nothing yet has changed. `was` says which of
    the times to choose before each of them is now, if that has changed."""
    rows = await told(tx, activity)
    fields = activity_differences.fields(before, plan) & TOLD
    if plan.form == "times":
        return await _of_times(tx, activity, rows, before, plan, was)
    if not fields:
        return []
    lines = await activity_differences.lines(tx, activity.center_id, before, plan, fields)
    starts = [one.starts_at for one in (*before.sessions, *plan.sessions)]
    asks = moved(before, plan)
    if asks and before.sessions == plan.sessions:
        zone = await activity_cards.zone_of(tx, activity)
        lines += [_begins(one.starts_at, zone) for one in plan.sessions if one.starts_at > tx.now][:1]
    return [News(one, lines, asks, starts) for one in rows]


def _begins(at: datetime, zone: str) -> Text:
    """When it is: whoever reads of another place has to know for when."""
    return t("activity-when", at=Moment(at=at, zone=zone, style="moment"))


async def _of_times(
    tx: Tx, activity: Activity, rows: list[Signup], before: Plan, plan: Plan, was: Origins | None
) -> list[News]:
    """Each hears of the time they have chosen; whoever waits, also that there are more."""
    zone = settings_of(await units.unit_of(tx, activity.center_id)).zone
    fields = (activity_differences.fields(before, plan) & TOLD) - {"sessions"}
    all_ = await activity_differences.lines(tx, activity.center_id, before, plan, fields)
    found_slots = (
        await stored.slots_since(tx, activity.id, tx.now)
        if was is None  # a room has thousands of times
        else await stored.slots(tx, activity.id)
    )
    slots = {one.id: one for one in found_slots}
    numbers = {slot_id: number for number, slot_id in enumerate(slots)}
    becomes = {old: plan.sessions[new] for new, old in enumerate(was or ()) if old is not None}
    found = []
    for row in rows:
        lines, starts = [*all_], [slots[row.slot_id].starts_at]
        old = before.sessions[numbers[row.slot_id]] if becomes else None
        new = becomes.get(numbers[row.slot_id])
        if old is not None and new is not None and old != new:
            lines.append(activity_differences.one_time(old, new, zone))
            starts.append(new.starts_at)
        elif (begins := slots[row.slot_id].starts_at) is not None and before.place != plan.place:
            lines.append(_begins(begins, zone))
        waits = row.state == Standing.WAITING or row.outward in (Standing.WAITING, Standing.OFFERED)
        more = waits and None in (was or ())
        if lines or more:
            asks = before.place != plan.place or old != new
            found.append(News(row, lines, asks, [one for one in starts if one is not None], more))
    return found


async def tell_all(tx: Tx, activity: Activity, before: Plan, all_news: Collection[News]) -> None:
    """Tell everybody what they have to know; an answer that is waited for is not due after what it is for has
    begun, and who is to be asked for a seat in the morning is asked for what it is now."""
    title, heard = activity_cards.title(before), Heard()
    for one in all_news:
        row = one.row
        if one.asks:
            await _ask(tx, activity, one, title, heard)
        else:
            say = partial(_changed, tx, activity, one, title)
            await tell_one(tx, activity, row, say, one.starts, heard, instead=False)
        if row.state == Standing.OFFERED:
            await signups_moving.ask_anew(tx, activity, row)


async def _ask(tx: Tx, activity: Activity, one: News, title: Text, heard: Heard) -> None:
    """Ask whether they still come."""
    row = one.row
    row.still = None
    slot = await stored.slot(tx, row.slot_id)
    if row.answer_by is not None and slot is not None and slot.starts_at is not None:
        row.answer_by = max(tx.now, min(row.answer_by, slot.starts_at))
    say = partial(_question, tx, activity, one, title)
    await tell_one(tx, activity, row, say, one.starts, heard, asks=True)


async def _lines(tx: Tx, one: News, reader: Account) -> list[Text]:
    """What has changed for somebody, as they know how the place stands."""
    waits = one.more and await signup_people.stands(tx, reader, one.row) == Standing.WAITING
    return [*one.lines, t("activity-times-more")] if waits else one.lines


async def _changed(
    tx: Tx, activity: Activity, one: News, title: Text, reader: Account, _unheard: list[Text]
) -> Outgoing | None:
    lines = await _lines(tx, one, reader)
    if not lines:
        return None
    text = t("activity-changed", title=title, changes=lines)
    return Outgoing(text=text, buttons=activity_cards.look(activity))


async def _question(
    tx: Tx, activity: Activity, one: News, title: Text, reader: Account, unheard: list[Text]
) -> Outgoing:
    row, form, name = one.row, activity.planned.manner, signup_cards.whose(reader, one.row)
    changes = [*unheard, *await _lines(tx, one, reader)]
    rows = [
        [button("button-activity-still", SignupDo("still", row.id), form=form)],
        [button("button-activity-not-still", SignupDo("not-still", row.id), form=form)],
        [button("button-person", Go("person"))],
    ]
    text = t("activity-moved", form=form, title=title, name=name, changes=changes)
    return Outgoing(text=text, buttons=rows)


async def tell_one(
    tx: Tx,
    activity: Activity,
    row: Signup,
    say: Callable[[Account, list[Text]], Awaitable[Outgoing | None]],
    starts: Collection[datetime],
    heard: Heard,
    *,
    instead: bool = True,
    asks: bool = False,
) -> None:
    """Tell whoever is concerned, each as they know of the place, and not twice the same in one chat; at
    night only if one of `starts` is soon. `instead` of what was to be told in the morning: what had changed
    by then is told with it."""
    at = told_at(tx.now, starts, await activity_cards.zone_of(tx, activity))
    for who in await signup_people.hear(tx, row):
        keys = (key(row), signup_news.still_key(row))
        put_by = [said for one in keys for said in await recall.put_by(tx, who.id, one)] if instead else []
        unheard = _changes(put_by)
        message = await say(who, unheard)
        if message is None or (who.id, message) in heard:
            continue
        heard.append((who.id, message))
        tell(tx, who, message, key=keys[asks], not_before=at if at > tx.now else None)


def _changes(said: list[Outgoing]) -> list[Text]:
    """What these say has changed; when it was to be by then is not true any more."""
    found: list[Text] = []
    for one in said:
        changes = one.text.args.get("changes") if one.text is not None else None
        found += changes if isinstance(changes, list) else []
    return [line for line in found if line.id != "activity-when"]


async def tell_organiser(tx: Tx, actor: Account, activity: Activity, text: Text) -> None:
    """Whoever made it hears what somebody else does with it, as long as they look after it."""
    author = await activity_access.organiser(tx, activity)
    if author is not None and author.id != actor.id and activity_access.keeps_list(author, activity):
        title = activity_cards.title(activity.planned)
        message = t("lines", items=[title, text])
        tell(tx, author, Outgoing(text=message, buttons=activity_cards.look(activity)))
