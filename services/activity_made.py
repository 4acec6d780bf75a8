"""What somebody makes or lists at a center: what is to come, how many sit and wait, and what is over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from services import activity_access
from services.errors import NotFoundError
from storage import activity_counts
from storage.activities import Activity
from storage.activity_counts import Sitting
from storage.people import Account
from storage.transaction import Tx

LOOKED_BACK = timedelta(days=90)
MOST = 100
"""Activities that are looked through, of either kind."""


@dataclass(frozen=True)
class Made:
    """An activity in counts: its seats (None when there is no limit), those taken or kept for whoever is
    asked, who waits, and how many people were there. Of a room's times only those that are not over."""

    activity: Activity
    seats: int | None
    taken: int
    waiting: int
    came: int


async def coming(tx: Tx, actor: Account, center_id: int) -> list[Made]:
    """What is to come or goes on, of the kinds whose lists somebody keeps, the next first. Raises
    NotFoundError for whoever keeps none."""
    found = await activity_counts.running(tx, center_id, _kinds(actor, center_id), limit=MOST)
    return await _counted(tx, found, over=False)


async def over(tx: Tx, actor: Account, center_id: int) -> list[Made]:
    """What of these kinds was over within the last ninety days, the latest first. Raises NotFoundError."""
    since = tx.now - LOOKED_BACK
    found = await activity_counts.over(tx, center_id, _kinds(actor, center_id), since, limit=MOST)
    return await _counted(tx, found, over=True)


def _kinds(actor: Account, center_id: int) -> list[str]:
    kinds = activity_access.kinds_kept(actor, center_id)
    if not kinds:
        raise NotFoundError
    return kinds


async def _counted(tx: Tx, found: Sequence[Activity], *, over: bool) -> list[Made]:
    ids = [one.id for one in found]
    came = await activity_counts.came(tx, [one.id for one in found if one.planned.hours is None])
    slots: dict[int, list[Sitting]] = {one: [] for one in ids}
    for slot in await activity_counts.sitting(tx, ids, over=over):
        slots[slot.activity_id].append(slot)
    return [
        Made(
            one,
            _seats([slot.seats for slot in slots[one.id]]),
            sum(slot.taken for slot in slots[one.id]),
            sum(slot.waiting for slot in slots[one.id]),
            came[one.id],
        )
        for one in found
    ]


def _seats(limits: Sequence[int | None]) -> int | None:
    """All seats, if there is a limit everywhere."""
    known = [one for one in limits if one is not None]
    return sum(known) if len(known) == len(limits) else None
