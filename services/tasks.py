"""Tasks: the holder of a request asks the association for hands, for more of them, or not any more."""

from __future__ import annotations

import secrets
from datetime import timedelta

from domain.catalogue import CATALOGUE
from domain.codewords import code_word
from domain.messages import Outgoing, t
from domain.officetime import local_day
from domain.tasks import FURTHEST, MOST_SEATS, PROMISED, Seat, When
from services import access, cards, taskcards, tidings, waves
from services.access import View
from services.errors import NotFoundError, RefusedError
from services.outbox import change_last, tell
from services.waves import go_on_one
from storage import people, tasks
from storage.people import Account
from storage.requests import ServiceRequest
from storage.tasks import HelpTask
from storage.transaction import Tx

__all__ = ["call_off", "check_when", "go_on_one", "more", "offer", "one", "open_for", "request", "stop"]


async def request(tx: Tx, actor: Account, request_id: int) -> ServiceRequest:
    """The request, if its holder may ask volunteers for help with it. Raises NotFoundError, RefusedError."""
    row = await access.request(tx, actor, request_id, View.HOLDER)
    if row.holder_id != actor.id or row.merged_into_id is not None:
        raise NotFoundError
    if not cards.welcomes_volunteers(row):
        raise RefusedError(t("task-not-here"))
    return row


async def check_when(tx: Tx, center_id: int, when: When) -> None:
    """Raises RefusedError for a time that is over, or further off than anybody can promise."""
    zone = await taskcards.zone(tx, center_id)
    if when.is_over(tx.now, zone):
        raise RefusedError(t("task-time-over"))
    if when.day > local_day(tx.now, zone) + timedelta(days=FURTHEST):
        raise RefusedError(t("task-too-far", days=FURTHEST))


async def offer(
    tx: Tx,
    actor: Account,
    request_id: int,
    when: When,
    *,
    seats: int = 1,
    skill: str | None = None,
    sex: str | None = None,
) -> HelpTask:
    """Ask the association for so many hands; the first wave goes out at once.

    Raises NotFoundError when it is not the actor's to ask, RefusedError for a time that cannot be.
    """
    row = await request(tx, actor, request_id)
    if not 1 <= seats <= MOST_SEATS or (
        skill is not None and skill not in [one.code for one in CATALOGUE.skills]
    ):
        raise NotFoundError
    await check_when(tx, row.center_id, when)
    task = HelpTask(
        request_id=row.id,
        center_id=row.center_id,
        skill=skill,
        seats=seats,
        day=when.day,
        part=when.part,
        sex=sex,
        code_word=code_word(secrets.randbelow),
        state="open",
        wave=0,
        told_short=False,
        created_by_id=actor.id,
        created_at=tx.now,
    )
    await tasks.add(tx, task)
    row.heard_at = tx.now  # a holder who looks for hands is not silent
    await waves.send(tx, task)
    return task


async def one(tx: Tx, actor: Account, task_id: int) -> HelpTask:
    """A task, locked, for whoever holds its request. Raises NotFoundError."""
    task = await tasks.task(tx, task_id)
    row = await taskcards.request_of(tx, task) if task else None
    if task is None or row is None or row.holder_id != actor.id:
        raise NotFoundError
    return task


async def open_for(tx: Tx, actor: Account, request_id: int) -> list[HelpTask]:
    """The tasks of a request that are not over, for its holder."""
    row = await access.request(tx, actor, request_id, View.HOLDER)
    return await tasks.of_request(tx, row.id) if row.holder_id == actor.id else []


async def _open(tx: Tx, actor: Account, task_id: int) -> HelpTask:
    task = await one(tx, actor, task_id)
    if task.state != "open":
        raise RefusedError(t(f"task-{task.state}"))
    return task


async def more(tx: Tx, actor: Account, task_id: int) -> HelpTask:
    """One seat more than was asked for. Raises as `one` does, and RefusedError when it is over."""
    task = await _open(tx, actor, task_id)
    if task.seats >= MOST_SEATS:
        raise RefusedError(t("task-most-seats", n=MOST_SEATS))
    task.seats += 1
    await waves.send(tx, task)
    return task


async def stop(tx: Tx, actor: Account, task_id: int) -> HelpTask:
    """No help is wanted any more: those who had promised hear it, and those who were asked."""
    task = await _open(tx, actor, task_id)
    row = await taskcards.request_of(tx, task)
    if await _cancel(tx, task):
        await tidings.tell_asker(tx, row, t("told-helpers-off"))
    return task


async def call_off(tx: Tx, row: ServiceRequest) -> None:
    """The request is over, or moves to another line: nobody needs to come any more. What is done stays done.
    Whoever still waits for something and had been told who comes hears that nobody does."""
    still = [task for task in await tasks.every_of(tx, row.id) if task.state == "open"]
    promised = sum([await _cancel(tx, task) for task in still])
    if promised and row.open:
        await tidings.tell_asker(tx, row, t("told-helpers-off"))


async def _cancel(tx: Tx, task: HelpTask) -> int:
    """Call it off; how many had promised to come and need not now."""
    task.state, task.look_at = "cancelled", None
    await waves.cover(tx, task, t("task-called-off"))
    count = 0
    for seat in await tasks.seats_of(tx, task.id):
        if seat.state in PROMISED:
            count += 1
            seat.state, seat.look_at, seat.ended_at = Seat.CANCELLED, None, tx.now
            helper = await people.account(tx, seat.account_id)
            if helper is not None:
                card = await taskcards.seat(tx, seat, task)
                await change_last(tx, helper, card, key=taskcards.offer_key(task))
                tell(tx, helper, Outgoing(text=t("seat-called-off", facts=await taskcards.facts(tx, task))))
    return count
