"""Seats: a volunteer says yes or no, sets out, is there, is done; or does not come after all."""

from __future__ import annotations

from domain.leave import Span
from domain.messages import Button, Outgoing, Text, t
from domain.requests import REASON_LIMIT
from domain.taps import Go, Open
from domain.tasks import (
    OPEN_SEATS,
    PROMISED,
    TAKEN_SEATS,
    IllegalSeatError,
    Look,
    Seat,
    becomes,
    due_look,
    next_look,
)
from domain.volunteers import Standing
from services import cards, seats_freed, taskcards, waves
from services.errors import NotFoundError, RefusedError
from services.outbox import Lane, change_last, tell
from services.people import names
from storage import conflicts, people, tasks, volunteers
from storage.people import Account
from storage.requests import ServiceRequest
from storage.tasks import HelpOffer, HelpSeat, HelpTask
from storage.transaction import Tx

MOST_MINUTES = 1440


async def _offered(tx: Tx, actor: Account, task_id: int) -> tuple[HelpTask, HelpOffer]:
    """The task, locked, and the question to the actor. Raises NotFoundError when they were not asked."""
    task = await tasks.task(tx, task_id)
    offer = await tasks.offer_to(tx, task_id, actor.id)
    if task is None or offer is None:
        raise NotFoundError
    return task, offer


async def accept(tx: Tx, actor: Account, task_id: int) -> HelpSeat:
    """Take a seat, under the task's lock; accepting twice, or what one has done, changes nothing. The
    household hears who comes.

    Raises NotFoundError when the actor was not asked, RefusedError with a kind word when all seats are taken
    or it is over.
    """
    task, offer = await _offered(tx, actor, task_id)
    seat = await tasks.seat_of(tx, task.id, actor.id)
    if seat is not None and seat.state in TAKEN_SEATS:
        return seat
    if why_not := await _why_not(tx, actor, task):
        raise RefusedError(why_not)
    if not await taskcards.free_seats(tx, task):
        offer.state = "covered"
        raise RefusedError(t("task-covered"))
    offer.state = "accepted"
    if seat is None:
        seat = HelpSeat(task_id=task.id, account_id=actor.id, state=Seat.ACCEPTED, taken_at=tx.now)
        await tasks.add(tx, seat)
    else:
        seat.state, seat.taken_at, seat.ended_at = Seat.ACCEPTED, tx.now, None
    await _set_look(tx, seat, task)
    await seats_freed.tell_household(tx, task, await taskcards.coming(tx, task, actor.id))
    if not await taskcards.free_seats(tx, task):
        task.look_at = task.when.ends(await taskcards.zone(tx, task.center_id))
        await waves.cover(tx, task, t("task-covered"))
    await waves.show(tx, task)
    return seat


async def _why_not(tx: Tx, actor: Account, task: HelpTask) -> Text | None:
    """Why somebody cannot take a seat: the task wants nobody any more, they rest, or may not be among those
    who come. None when nothing stands in the way."""
    standing = await volunteers.of_account(tx, actor.id, task.center_id)
    is_open = task.state == "open" and not task.when.is_over(tx.now, await taskcards.zone(tx, task.center_id))
    if not is_open or standing is None or await conflicts.exists(tx, task.request_id, actor.id):
        return t("task-not-any-more")
    if standing.state == Standing.PAUSED:
        return t("task-you-rest")
    return None if standing.state == Standing.ACTIVE else t("task-not-any-more")


async def refuse(tx: Tx, actor: Account, task_id: int) -> HelpTask:
    """Not this time: one tap, and it costs nothing. When everybody of a wave has said no, the next goes out
    at once. Raises NotFoundError when the actor was not asked."""
    task, offer = await _offered(tx, actor, task_id)
    if offer.state == "out":
        offer.state = "refused"
        if task.state == "open" and not any(one.state == "out" for one in await tasks.offers_of(tx, task.id)):
            await waves.send(tx, task)
        await waves.show(tx, task)
    return task


async def _set_look(tx: Tx, seat: HelpSeat, task: HelpTask) -> None:
    zone = await taskcards.zone(tx, task.center_id)
    look = next_look(Seat(seat.state), task.when, zone, tx.now, seat.taken_at)
    seat.look_at = look[1] if look else None


async def one(tx: Tx, actor: Account, seat_id: int) -> tuple[HelpSeat, HelpTask]:
    """A seat the actor has taken, and its task, both locked. Raises NotFoundError."""
    found = await tasks.seat(tx, seat_id)
    if found is None or found[0].account_id != actor.id:
        raise NotFoundError
    return found


async def move(tx: Tx, actor: Account, seat_id: int, target: Seat) -> tuple[HelpSeat, HelpTask]:
    """On the way, there, done, or not coming. The household hears of the first and the last, the holder of
    everything in their card.

    Raises NotFoundError when it is not the actor's seat, RefusedError when that cannot be any more.
    """
    seat, task = await one(tx, actor, seat_id)
    if target not in (Seat.ON_WAY, Seat.THERE, Seat.DONE, Seat.RELEASED):
        raise NotFoundError
    if seat.state != target:
        await _to(tx, seat, task, target)
    return seat, task


async def _to(tx: Tx, seat: HelpSeat, task: HelpTask, target: Seat) -> None:
    try:
        seat.state = becomes(target, Seat(seat.state))
    except IllegalSeatError as error:
        raise RefusedError(t("seat-is", state=t(f"seat-{seat.state}"))) from error
    await _set_look(tx, seat, task)
    if seat.state not in OPEN_SEATS:
        seat.ended_at = tx.now
    name = (await names(tx, task.center_id, [seat.account_id])).get(seat.account_id, "?")
    if target is Seat.ON_WAY:
        await seats_freed.tell_household(tx, task, t("told-helper-on-way", name=name))
    elif target in (Seat.RELEASED, Seat.MISSED):
        await seats_freed.free(tx, task, name, target)
    elif target is Seat.CANCELLED:
        await seats_freed.tell_household(tx, task, *await seats_freed.change_word(tx, task))
    elif target is Seat.DONE and not await _anybody_left(tx, task):
        news = t("task-all-done", facts=await taskcards.facts(tx, task))
        await waves.tell_holder(tx, task, Outgoing(text=news, buttons=[_open(task)]))
    await waves.show(tx, task)


def _open(task: HelpTask) -> list[Button]:
    return [cards.button("button-open", Open(task.request_id)), cards.button("button-person", Go("person"))]


async def _anybody_left(tx: Tx, task: HelpTask) -> bool:
    """Whether anybody is still to come or to finish."""
    left = any(one.state in OPEN_SEATS for one in await tasks.seats_of(tx, task.id))
    return left or (task.state == "open" and bool(await taskcards.free_seats(tx, task)))


async def took(tx: Tx, actor: Account, seat_id: int, minutes: int) -> HelpSeat:
    """How long it took. Raises NotFoundError for a seat that is not the actor's, or is not done."""
    seat, _ = await one(tx, actor, seat_id)
    if seat.state != Seat.DONE or not 0 <= minutes <= MOST_MINUTES:
        raise NotFoundError
    seat.minutes = minutes
    return seat


async def leave_note(tx: Tx, actor: Account, seat_id: int, note: str) -> HelpSeat:
    """What the next one who helps these people should know; a second note replaces the first. Raises as
    `took` does."""
    seat, _ = await one(tx, actor, seat_id)
    if seat.state != Seat.DONE:
        raise NotFoundError
    seat.note = note.strip()[:REASON_LIMIT] or None
    return seat


async def mine(tx: Tx, actor: Account) -> list[tuple[HelpSeat, HelpTask]]:
    """The seats the actor has taken and not finished, the earliest first."""
    return await tasks.open_seats(tx, [actor.id])


async def give_up_all(tx: Tx, account_id: int, center_id: int) -> None:
    """Whoever leaves the association, or must not help for now, does not come: each seat is free again."""
    held = await tasks.open_seats(tx, [account_id])
    await _give_up(tx, [one for one in held if one[1].center_id == center_id])


async def give_up_while(tx: Tx, helper: Account, span: Span) -> None:
    """Whoever is away for some time does not come in it: those seats are free again, and they are told which.
    What they have promised for before or after stays."""
    found = []
    for seat, task in await tasks.open_seats(tx, [helper.id]):
        if task.when.meets(span, await taskcards.zone(tx, task.center_id)):
            found.append((seat, task))
    for task in await _give_up(tx, found):
        tell(tx, helper, Outgoing(text=t("seat-while-away", facts=await taskcards.facts(tx, task))))


async def _give_up(tx: Tx, held: list[tuple[HelpSeat, HelpTask]]) -> list[HelpTask]:
    """Free these seats, unless somebody is there already; returns the tasks of those that are free now."""
    freed = []
    for seat, _ in sorted(held, key=lambda one: one[1].id):  # in the order in which everybody locks them
        found = await tasks.seat(tx, seat.id)
        if found is not None and found[0].state in PROMISED:
            await _to(tx, *found, Seat.RELEASED)
            await _close(tx, *found)
            freed.append(found[1])
    return freed


async def _close(tx: Tx, seat: HelpSeat, task: HelpTask) -> None:
    """The card of a seat that is over says so, and not any more for whom it was."""
    helper = await people.account(tx, seat.account_id)
    if helper is not None:
        await change_last(tx, helper, await taskcards.seat(tx, seat, task), key=taskcards.offer_key(task))


async def keep_from(tx: Tx, row: ServiceRequest, account_id: int) -> None:
    """A request is about somebody after all: they do not go there, and are not asked any more."""
    for task in await tasks.every_of(tx, row.id):
        offer, seat = (
            await tasks.offer_to(tx, task.id, account_id),
            await tasks.seat_of(tx, task.id, account_id),
        )
        if seat is not None and seat.state in OPEN_SEATS:
            await _to(tx, seat, task, Seat.CANCELLED if seat.state == Seat.THERE else Seat.RELEASED)
        if offer is not None:
            offer.state = "covered"
            account = await people.account(tx, account_id)
            card = await taskcards.gone(tx, task, t("task-not-any-more"))
            if account is not None:
                await change_last(tx, account, card, key=taskcards.offer_key(task))


async def look_one(tx: Tx) -> bool:
    """Remind, ask or give up one seat whose time has come. Returns whether there was one."""
    found = await tasks.seat_to_look_at(tx)
    if found is None:
        return False
    seat, task = found
    if seat.look_at is None or seat.look_at > tx.now:
        return True  # somebody else has looked meanwhile
    zone = await taskcards.zone(tx, task.center_id)
    due = due_look(Seat(seat.state), task.when, zone, seat.look_at, tx.now, seat.taken_at)
    await _set_look(tx, seat, task)
    helper = await people.account(tx, seat.account_id)
    if due is not None and helper is not None:
        await _do(tx, due, seat, task, helper)
    return True


async def _do(tx: Tx, look: Look, seat: HelpSeat, task: HelpTask, helper: Account) -> None:
    if look is Look.MISS:
        await _to(tx, seat, task, Seat.MISSED)
        await _close(tx, seat, task)
        tell(tx, helper, Outgoing(text=t("seat-given-on", facts=await taskcards.facts(tx, task))))
    elif look is Look.FINISH:
        await _to(tx, seat, task, Seat.DONE)
        await _close(tx, seat, task)
    elif not helper.reachable and seat.state == Seat.ACCEPTED:
        await _to(tx, seat, task, Seat.RELEASED)
    else:
        card = await taskcards.seat(tx, seat, task)
        text = t(f"seat-{look}", card=card.text or t("seat-accepted"))
        await seats_freed.below(
            tx, helper, task, Outgoing(text=text, buttons=card.buttons), Lane.NOTIFICATION
        )


async def show(tx: Tx, actor: Account, seat_id: int) -> None:
    """The card of a seat once more, below everything else. Raises NotFoundError."""
    seat, task = await one(tx, actor, seat_id)
    await seats_freed.below(tx, actor, task, await taskcards.seat(tx, seat, task), Lane.ANSWER)
