"""The list of an activity for whoever keeps it: who comes, who is asked, and who waits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from domain.attendance import can_be_read
from domain.messages import Moment, Text, t, verbatim
from domain.signups import TAKES_SEAT, Standing
from services import activity_access, activity_cards, cards, signups, verdicts
from services.errors import NotFoundError
from services.people import names
from storage import activities, attendance, signup_lists
from storage import signups as stored_signups
from storage.activities import Activity, ActivitySlot
from storage.people import Account
from storage.signups import Signup
from storage.transaction import Tx

_RANK = {Standing.SEATED: 0, Standing.OFFERED: 1, Standing.WAITING: 2}


@dataclass(frozen=True)
class Counts:
    """How an activity stands.

    seats  all there are; None when there is no limit
    came   how many were there, each counted once
    said   how many said what of it afterwards; None for whoever may not read it, and while too few have said
           anything (services/verdicts.py)
    """

    seats: int | None
    seated: int
    offered: int
    waiting: int
    came: int
    said: Counter[str] | None


@dataclass(frozen=True)
class Listing:
    """Everybody on an activity's list: by slot, first who has a seat, then who is asked, then who waits."""

    activity: Activity
    slots: list[ActivitySlot]
    rows: list[Signup]
    counts: Counts
    zone: str


@dataclass(frozen=True)
class Entry:
    """One person on a list: how they stand in words, where they live, and who signed them up."""

    signup: Signup
    standing: Text
    village: Text
    by: Text
    at: Moment


async def listing(
    tx: Tx, actor: Account, activity_id: int, *, since: datetime | None = None, also: int | None = None
) -> Listing:
    """The list of an activity; of a room, whose times go on for years, what was not over `since` then (now if
    it is not said), and this slot as well. Raises NotFoundError for whoever does not keep it."""
    activity = await kept(tx, actor, activity_id)
    if activity.planned.hours is None:
        slots, rows = (
            await activities.slots(tx, activity.id),
            await stored_signups.of_activity(tx, activity.id),
        )
    else:
        slots, rows = await _of_room(tx, activity, since or tx.now, also)
    position = {one.id: one.position for one in slots}
    rows.sort(key=lambda one: (position[one.slot_id], _RANK[one.standing], one.place))
    zone = await activity_cards.zone_of(tx, activity)
    counts = await _counts(tx, activity, slots, rows, said=await _said(tx, actor, activity))
    return Listing(activity, slots, rows, counts, zone)


async def _of_room(
    tx: Tx, activity: Activity, since: datetime, also: int | None
) -> tuple[list[ActivitySlot], list[Signup]]:
    slots = await activities.slots_since(tx, activity.id, since)
    rows = await stored_signups.to_come(tx, activity.id, since)
    over = await activities.slot(tx, also) if also is not None else None
    if over is not None and over.id not in [one.id for one in slots]:
        return [over, *slots], [*await stored_signups.active(tx, over.id), *rows]
    return slots, rows


async def kept(tx: Tx, actor: Account, activity_id: int) -> Activity:
    """An activity whose list somebody keeps; not locked: reading it holds nobody up. Raises NotFoundError."""
    activity = await activity_access.seen_by(tx, actor, activity_id)
    if not activity_access.keeps_list(actor, activity):
        raise NotFoundError
    return activity


async def slot(tx: Tx, actor: Account, slot_id: int) -> tuple[ActivitySlot, Activity]:
    """One slot and its activity, for whoever keeps its list. Raises NotFoundError."""
    found = await activities.slot(tx, slot_id)
    if found is None:
        raise NotFoundError
    return found, await kept(tx, actor, found.activity_id)


async def _said(tx: Tx, actor: Account, activity: Activity) -> Counter[str] | None:
    if activity.planned.hours is not None:  # nobody is asked how a room was
        return None
    counted = await attendance.verdicts(tx, activity.id)
    return counted if verdicts.may_read(actor, activity) and can_be_read(counted.total()) else None


async def _counts(
    tx: Tx,
    activity: Activity,
    slots: Sequence[ActivitySlot],
    rows: Sequence[Signup],
    *,
    said: Counter[str] | None,
) -> Counts:
    standing = Counter(one.state for one in rows)
    limits = [one.seats for one in slots if one.seats is not None]
    return Counts(
        seats=sum(limits) if len(limits) == len(slots) else None,
        seated=standing[Standing.SEATED],
        offered=standing[Standing.OFFERED],
        waiting=standing[Standing.WAITING],
        came=len(await attendance.times(tx, activity.id)) if activity.planned.hours is None else 0,
        said=said,
    )


def used(found: Listing, slot: ActivitySlot) -> int:
    """How many seats of a slot somebody has or is asked about."""
    return sum(one.slot_id == slot.id and one.standing in TAKES_SEAT for one in found.rows)


async def entries(tx: Tx, found: Listing, rows: Sequence[Signup]) -> list[Entry]:
    """These people of a list, as their keeper reads of them."""
    center_id = found.activity.center_id
    villages = await signup_lists.villages(tx, [one.id for one in rows])
    named = await names(tx, center_id, sorted({one.signed_by_id for one in rows}))
    return [
        Entry(
            row,
            _standing(found, row),
            await cards.village_name(tx, villages.get(row.id)),
            t("signup-list-self") if row.signed_by == "self" else verbatim(named.get(row.signed_by_id, "?")),
            Moment(at=row.signed_at, zone=found.zone, style="short"),
        )
        for row in rows
    ]


def _standing(found: Listing, row: Signup) -> Text:
    match row.standing:
        case Standing.SEATED:
            return t("signup-list-seated", form=found.activity.planned.manner)
        case Standing.OFFERED if row.answer_by is not None:
            return t("signup-list-offered", until=Moment(at=row.answer_by, zone=found.zone, style="short"))
        case Standing.WAITING:
            line = [one.id for one in found.rows if one.slot_id == row.slot_id and one.state == row.state]
            return t("signup-list-waiting", place=line.index(row.id) + 1)
        case _:
            return t("signup-list-gone", form=found.activity.planned.manner)


async def person(tx: Tx, actor: Account, signup_id: int) -> tuple[Listing, Entry]:
    """One person on a list, and the list. Raises NotFoundError for whoever does not keep it."""
    row, activity = await signups.one(tx, actor, signup_id)
    found = await listing(tx, actor, activity.id, also=row.slot_id)
    (entry,) = await entries(tx, found, [row])
    return found, entry


async def cancel(tx: Tx, actor: Account, signup_id: int) -> None:
    """Take somebody off the list; they are told, and the next is asked. Raises NotFoundError."""
    _, activity = await signups.one(tx, actor, signup_id)
    await kept(tx, actor, activity.id)
    await signups.cancel(tx, actor, signup_id, listed=True)
