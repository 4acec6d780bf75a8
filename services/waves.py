"""Asking volunteers: the best few first, more after a pause, and nobody more than is fair."""

from __future__ import annotations

from collections.abc import Collection
from datetime import timedelta

from domain.messages import Outgoing, Text, t
from domain.tasks import Candidate, Wanted, awake, best_first, next_wave, wave
from services import access, taskcards
from services.outbox import change_last, tell
from storage import conflicts, leave, notice_doors, people, tasks, volunteers
from storage.people import Account
from storage.tasks import HelpOffer, HelpTask
from storage.transaction import Tx

WEEK = timedelta(days=7)
LATER = timedelta(days=1)
"""When nobody is left: by then somebody may have come, be back, or not have been asked too often."""


async def candidates(tx: Tx, task: HelpTask) -> list[Candidate]:
    """Everybody of the association who could be asked now: neither asked already (unless all was covered
    before they had answered), nor of the asking side, nor anybody whom the request is about."""
    row = await taskcards.request_of(tx, task)
    never = {*await access.asking_side(tx, row), *await conflicts.accounts(tx, row.id), row.holder_id}
    never |= {one.account_id for one in await tasks.offers_of(tx, task.id) if one.state != "covered"}
    found = [
        one
        for one in await volunteers.at_center(tx, task.center_id, ("active",))
        if one.account_id not in never
    ]
    ids = [one.account_id for one in found]
    await people.prefetch_contacts(tx, ids)
    reachable = {one for one in ids if (await _contact(tx, one)).reachable}
    begins = task.when.begins(await taskcards.zone(tx, task.center_id))
    away = await leave.away(tx, ids, max(tx.now, begins))
    members = await people.members(tx, task.center_id, ids)
    asked, seats = await asked_lately(tx, ids), await tasks.open_seats(tx, ids)
    elsewhere = {one.account_id for one, other in seats if other.when == task.when}
    known = await tasks.helped_before(tx, row)
    return [
        Candidate(
            id=one.account_id,
            profile=one.profile,
            village_id=members[one.account_id].village_id if one.account_id in members else None,
            asked=asked.get(one.account_id, 0),
            busy=sum(seat.account_id == one.account_id for seat, _ in seats),
            away=one.account_id in away or one.account_id in elsewhere,
            knows=one.account_id in known,
        )
        for one in found
        if one.account_id in reachable
    ]


async def asked_lately(tx: Tx, account_ids: Collection[int]) -> dict[int, int]:
    """How often each of these was asked for anything in the last week: for a task, or to go to doors."""
    seats = await tasks.asked_since(tx, account_ids, WEEK)
    doors = await notice_doors.asked_since(tx, account_ids, WEEK)
    return {one: seats.get(one, 0) + doors.get(one, 0) for one in account_ids}


async def _contact(tx: Tx, account_id: int) -> Account:
    found = await people.contact(tx, account_id)
    if found is None:
        raise LookupError(account_id)
    return found


async def send(tx: Tx, task: HelpTask) -> int:
    """Ask the next few, and set when the clock looks again; at night nobody is asked before the morning.

    When nobody is left whoever holds the request hears so, once. Returns how many were asked.
    """
    free = await taskcards.free_seats(tx, task)
    zone = await taskcards.zone(tx, task.center_id)
    ends, begins = task.when.ends(zone), task.when.begins(zone)
    if not free:
        task.look_at = ends
        return 0
    morning = awake(tx.now, zone)
    if morning > tx.now:
        task.look_at = min(morning, ends)
        return 0
    row = await taskcards.request_of(tx, task)
    wanted = Wanted(task.when, task.skill, task.sex, row.village_id)
    asked = best_first(wanted, await candidates(tx, task))[: wave(free)]
    task.wave += 1
    for one in asked:
        await _ask(tx, task, one.id)
    task.look_at = min(next_wave(tx.now, begins, zone) if asked else awake(tx.now + LATER, zone), ends)
    if not asked:
        await _nobody_left(tx, task, free)
    return len(asked)


async def _ask(tx: Tx, task: HelpTask, account_id: int) -> None:
    offer = await tasks.offer_to(tx, task.id, account_id)
    if offer is None:
        offer = HelpOffer(task_id=task.id, account_id=account_id, times=0)
        tx.session.add(offer)
    offer.wave, offer.state, offer.offered_at = task.wave, "out", tx.now
    offer.times += 1
    await tx.session.flush()
    account = await _contact(tx, account_id)
    tell(tx, account, await taskcards.offer(tx, task), key=taskcards.offer_key(task))


async def _nobody_left(tx: Tx, task: HelpTask, free: int) -> None:
    """Nobody is left to ask: whoever holds the request is told, once, that they must look elsewhere."""
    if task.told_short:
        return
    task.told_short = True
    news = t("task-nobody-left", n=free, facts=await taskcards.facts(tx, task))
    await tell_holder(tx, task, Outgoing(text=news, buttons=(await taskcards.of_holder(tx, task)).buttons))


async def tell_holder(tx: Tx, task: HelpTask, news: Outgoing) -> None:
    """Tell whoever holds the request; if nobody does just now, whoever asked for the task."""
    holder = await _holder(tx, task)
    if holder is not None:
        tell(tx, holder, news, request_id=task.request_id)


async def _holder(tx: Tx, task: HelpTask) -> Account | None:
    """Whoever hears of a task: the request's holder; else whoever asked for it, unless it is about them."""
    row = await taskcards.request_of(tx, task)
    if row.holder_id is None and await conflicts.exists(tx, row.id, task.created_by_id):
        return None
    return await people.account(tx, row.holder_id or task.created_by_id)


async def show(tx: Tx, task: HelpTask) -> None:
    """Keep the card of whoever holds the request true."""
    holder = await _holder(tx, task)
    if holder is not None:
        card = await taskcards.of_holder(tx, task)
        await change_last(tx, holder, card, key=taskcards.task_key(task), request_id=task.request_id)


async def cover(tx: Tx, task: HelpTask, why: Text) -> None:
    """Nothing is left to be answered: everybody who has not said yes or no reads so, kindly."""
    for offer in await tasks.offers_of(tx, task.id):
        if offer.state == "out":
            offer.state = "covered"
            account = await _contact(tx, offer.account_id)
            card = await taskcards.gone(tx, task, why)
            await change_last(tx, account, card, key=taskcards.offer_key(task))


async def go_on_one(tx: Tx) -> bool:
    """The next wave of one task whose time has come, or its end. Returns whether there was one."""
    task = await tasks.task_to_look_at(tx)
    if task is None:
        return False
    if task.when.is_over(tx.now, await taskcards.zone(tx, task.center_id)):
        await end(tx, task)
    else:
        await send(tx, task)
        await show(tx, task)
    return True


async def end(tx: Tx, task: HelpTask) -> None:
    """Its time is over: nobody is asked any more; seats that were taken go on by themselves."""
    free = await taskcards.free_seats(tx, task)
    task.state, task.look_at = "over", None
    await cover(tx, task, t("task-too-late"))
    await show(tx, task)
    if free and not task.told_short:
        facts = await taskcards.facts(tx, task)
        await tell_holder(tx, task, Outgoing(text=t("task-stayed-short", n=free, facts=facts)))
