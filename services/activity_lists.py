"""What one can sign up for at a center, how many seats are left, and what somebody has signed up for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from domain.messages import Text, t
from domain.signups import Standing, free, of_person
from services import access, activity_access, signup_people
from services.access import roles_at
from services.errors import NotFoundError
from storage import activities, loans, signups
from storage.activities import Activity, ActivitySlot
from storage.people import Account
from storage.signups import Signup
from storage.transaction import Tx

MOST = 100
"""Activities of a center that are looked through."""


@dataclass(frozen=True)
class Places:
    """How many seats nobody has, of one slot or of several, None when there is no limit; how many wait."""

    left: int | None
    waiting: int
    lent: bool = False
    """Whether they are things to borrow."""
    gone: bool = False
    """Whether none of those can be found any more."""
    times: int | None = None
    """Of a room, how many of its times are free."""

    @property
    def words(self) -> Text:
        """The same in a few words."""
        if self.gone:
            return t("places-lent-gone")
        if self.lent:
            return t("places-lent", n=self.left or 0, waiting=self.waiting)
        if self.times is not None:
            return t("places-times", n=self.times) if self.times else t("places-times-none")
        if self.left is None:
            return t("places-any")
        if self.left:
            return t("places-left", n=self.left)
        return t("places-queue", n=self.waiting) if self.waiting else t("places-none")


async def listed(tx: Tx, actor: Account, center_id: int, *, everything: bool = False) -> list[Activity]:
    """What is open at a center the actor belongs to or works for, the next first: what is meant for them, or
    everything. Raises NotFoundError anywhere else."""
    if not activity_access.belongs(actor, center_id) and not roles_at(actor, center_id):
        raise NotFoundError
    found = [
        one
        for one in await activities.coming(tx, center_id, limit=MOST)
        if (until := one.planned.signs_until) is None or until > tx.now
    ]
    if everything or not activity_access.belongs(actor, center_id):
        return found
    who = await signup_people.comer(tx, actor, center_id, None)
    return [
        one for one in found if not one.planned.whom.bars(village=who.village_id, sex=who.sex, tags=who.tags)
    ]


async def places(tx: Tx, found: Sequence[Activity]) -> dict[int, Places]:
    """How many seats are left of each of these activities; of the times to choose, those still to come."""
    slots: dict[int, list[Places]] = {one.id: [] for one in found}
    coming = await activities.slots_of(tx, list(slots))
    counted = await signups.counts_in(tx, [one.id for one in coming])
    for slot in coming:
        slots[slot.activity_id].append(places_of(slot, counted[slot.id]))
    summed = {one: together(parts) for one, parts in slots.items()}
    for one in found:
        of_all = summed[one.id]
        if of_all.lent and not of_all.left:
            summed[one.id] = replace(of_all, gone=await loans.none_left(tx, one.id))
        elif one.planned.hours is not None:
            summed[one.id] = replace(of_all, times=sum(part.left != 0 for part in slots[one.id]))
    return summed


def together(parts: Sequence[Places]) -> Places:
    """How many seats are left of several slots, and how many wait for any of them."""
    lefts = [one.left for one in parts if one.left is not None]
    left = sum(lefts) if len(lefts) == len(parts) else None
    return Places(left, sum(one.waiting for one in parts), any(one.lent for one in parts))


def places_of(slot: ActivitySlot, counted: Counter[str]) -> Places:
    """How many seats of one slot nobody has, of which so many stand how."""
    lent = slot.starts_at is None
    return Places(free(slot.seats, counted.elements()), counted[Standing.WAITING], lent)


async def times(tx: Tx, actor: Account, activity_id: int) -> list[tuple[ActivitySlot, Places]]:
    """What seats of an activity are counted in and has not begun, in order. Raises NotFoundError."""
    activity = await activity_access.seen_by(tx, actor, activity_id)
    coming = await activities.slots_of(tx, [activity.id])
    counted = await signups.counts_in(tx, [one.id for one in coming])
    return [(one, places_of(one, counted[one.id])) for one in coming]


async def slot(tx: Tx, actor: Account, slot_id: int) -> tuple[ActivitySlot, Activity]:
    """One slot and its activity, if the actor may sign up there. Raises NotFoundError."""
    found = await activities.slot(tx, slot_id)
    seen = await activity_access.seen_by(tx, actor, found.activity_id if found is not None else 0)
    if found is None or not activity_access.belongs(actor, seen.center_id):
        raise NotFoundError
    return found, seen


async def manner(tx: Tx, slot_id: int) -> str:
    """How a place in a slot is spoken of (see `Plan.manner`): words alone, so nobody's right is asked for."""
    found = await activities.slot(tx, slot_id)
    activity = await activities.one(tx, found.activity_id) if found is not None else None
    return activity.planned.manner if activity is not None else "seats"


async def own(tx: Tx, actor: Account, activity_id: int) -> list[Signup]:
    """What the actor has to do with in an activity: their own place, and those of whom they signed up."""
    found = await signups.near_in(tx, actor.id, await _subjects(tx, actor), activity_id)
    return [one for one in found if await signup_people.knows(tx, actor, one)]


async def mine(tx: Tx, actor: Account, *, since: datetime | None = None) -> list[Signup]:
    """The same of all activities that are not over, or were not `since` then, what begins next first."""
    found = await signups.near(tx, actor.id, await _subjects(tx, actor), since=since or tx.now, limit=MOST)
    return [one for one in found if await signup_people.knows(tx, actor, one)]


async def _subjects(tx: Tx, actor: Account) -> list[str]:
    return [of_person(one) for one in await access.persons(tx, actor)]
