"""What the database says of tasks and seats: what is stuck, and what is not as the books have it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select

from storage.tasks import HelpSeat, HelpTask
from storage.transaction import Tx
from tests.county.helpbooks import OPEN, HelpBooks
from tests.county.place import CHINA

ZONE = CHINA.key


async def stuck(tx: Tx, since: datetime) -> list[str]:
    """Tasks for a day since then that are open after their time, and promises that the clock has forgotten:
    right after the clock did what was due."""
    tasks = await _tasks(tx, since)
    found = [
        f"task {one.id} is {one.state} and should have been looked at by the clock at {one.look_at}"
        for one in tasks
        if one.state == "open" and (one.when.is_over(tx.now, ZONE) or one.look_at is None)
    ]
    found += [
        f"seat {one.id} is {one.state} and should have been looked at by the clock at {one.look_at}"
        for one in await _seats(tx, tasks)
        if one.state in OPEN and (one.look_at is None or one.look_at <= tx.now)
    ]
    return found


async def lost(tx: Tx, books: HelpBooks, since: datetime) -> list[str]:
    """Of the tasks for a day since then everything that is not in the database as it is in the books."""
    tasks = await _tasks(tx, since)
    wishes = {one.id for one in books.wishes.values() if one.begins >= since}
    found = [f"task {one} is only in one of the books" for one in sorted({one.id for one in tasks} ^ wishes)]
    kept = {one.id: one for one in await _seats(tx, tasks)}
    promises = {one.id: one for one in books.promises.values() if one.task.id in wishes}
    found += [f"seat {one} is only in one of the books" for one in sorted(kept.keys() ^ promises.keys())]
    found += [
        f"seat {one} is {kept[one].state}, and for those concerned {promises[one].state}"
        for one in sorted(kept.keys() & promises.keys())
        if not _agree(kept[one].state, promises[one].state)
    ]
    return found


def _agree(kept: str, promised: str) -> bool:
    """Of a helper who is gone nobody but the clock knows whether it gave the seat up before or after."""
    return kept == promised or {kept, promised} == {"released", "missed"}


async def _tasks(tx: Tx, since: datetime) -> Sequence[HelpTask]:
    query = select(HelpTask).where(HelpTask.day >= since.astimezone(CHINA).date()).order_by(HelpTask.id)
    return list(await tx.session.scalars(query))


async def _seats(tx: Tx, tasks: Sequence[HelpTask]) -> Sequence[HelpSeat]:
    query = select(HelpSeat).where(HelpSeat.task_id.in_([one.id for one in tasks])).order_by(HelpSeat.id)
    return list(await tx.session.scalars(query))
