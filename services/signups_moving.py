"""The line moves up: a seat that is free is offered to the next, and whoever does not answer is passed by."""

from __future__ import annotations

from domain.messages import Moment, Outgoing, t
from domain.signups import (
    IllegalMoveError,
    Move,
    Standing,
    after_silence,
    answer_by,
    asked_at,
    free,
    moved,
    outward_after,
)
from domain.taps import Go
from services import activity_cards, signup_cards, signup_people
from services.cards import button
from services.errors import RefusedError
from services.outbox import change_last, tell
from services.signup_news import key
from storage import activities, recall, signups
from storage.activities import Activity, ActivitySlot
from storage.signups import Signup
from storage.transaction import Tx


def to(tx: Tx, row: Signup, move: Move) -> None:
    """Change how somebody stands. Raises RefusedError when it cannot be any more."""
    before = row.standing
    try:
        row.state = moved(before, move)
    except IllegalMoveError as error:
        raise RefusedError(t("already-answered")) from error
    row.outward = outward_after(row.outward, before, move)
    row.changed_at = tx.now
    if row.state != Standing.OFFERED:
        row.answer_by = None


async def let_in(tx: Tx, row: Signup) -> None:
    """Whoever is at the door already is let in before those who wait at home, to one seat more if none is
    left; what is offered stays kept. Nothing happens for whoever has a seat. The activity must be locked."""
    if row.state == Standing.SEATED:
        return
    slot = await activities.slot_now(tx, row.slot_id)
    left = free(slot.seats, (await signups.taken(tx, slot.id)).elements()) if slot is not None else None
    if slot is not None and slot.seats is not None and left == 0 and row.state != Standing.OFFERED:
        slot.seats += 1
    to(tx, row, Move.LET_IN)


async def move_up(tx: Tx, activity: Activity, slot_id: int) -> None:
    """Offer every free seat of a slot to the next of those who wait; the activity must be locked. Nobody is
    asked any more once it has begun, or was called off."""
    slot = await activities.slot_now(tx, slot_id)
    begun = slot is None or (slot.starts_at is not None and slot.starts_at <= tx.now)
    if slot is None or begun or activity.state != "open":
        return
    left = free(slot.seats, (await signups.taken(tx, slot.id)).elements())
    while left is None or left > 0:
        row = await signups.next_waiting(tx, slot.id)
        if row is None:
            return
        await _offer(tx, activity, slot, row)
        left = None if left is None else left - 1


async def _offer(tx: Tx, activity: Activity, slot: ActivitySlot, row: Signup) -> None:
    zone = await activity_cards.zone_of(tx, activity)
    to(tx, row, Move.OFFER)
    await _ask(tx, activity, slot, row, zone)


async def ask_anew(tx: Tx, activity: Activity, row: Signup) -> None:
    """Whoever is to be asked in the morning whether they take a seat is asked for what it is by now. Nothing
    happens for whoever has been asked. The activity must be locked."""
    slot = await activities.slot_now(tx, row.slot_id)
    put_by = [await recall.put_by(tx, one.id, key(row)) for one in await signup_people.hear(tx, row)]
    if slot is not None and any(put_by):
        await _ask(tx, activity, slot, row, await activity_cards.zone_of(tx, activity))


async def _ask(tx: Tx, activity: Activity, slot: ActivitySlot, row: Signup, zone: str) -> None:
    asked = asked_at(tx.now, slot.starts_at, zone)
    row.answer_by = answer_by(asked, slot.starts_at, zone)
    await tx.session.flush()
    until = Moment(at=row.answer_by, zone=zone, style="near", seen=asked)
    form = activity.planned.manner
    facts = await activity_cards.facts(tx, activity, slot)
    rows = [*signup_cards.answers(row, form), [button("button-person", Go("person"))]]
    for one in await signup_people.hear(tx, row):
        name = signup_cards.whose(one, row)
        text = t(
            "loan-offer" if form == "loan" else "signup-offer", form=form, name=name, facts=facts, until=until
        )
        message = Outgoing(text=text, buttons=rows)
        tell(tx, one, message, key=key(row), not_before=asked if asked > tx.now else None)


async def lapse_one(tx: Tx) -> bool:
    """Pass by somebody who has not answered in time: the next is asked, and they are told how they stand.
    Returns whether there was one."""
    found = await signups.unanswered(tx)
    if found is None:
        return False
    activity = await activities.locked(tx, found.activity_id)
    row = await signups.signup(tx, found.id)
    if activity is None or row is None or row.answer_by is None or row.answer_by > tx.now:
        return True  # answered meanwhile
    row.skips += 1
    to(tx, row, after_silence(row.skips))
    if row.state == Standing.WAITING:
        row.place = await signups.last_place(tx, row.slot_id) + 1
    await tx.session.flush()
    await move_up(tx, activity, row.slot_id)
    if row.state != Standing.OFFERED:  # nobody else waits: they are simply asked once more
        await _tell_passed(tx, activity, row)
    return True


async def _tell_passed(tx: Tx, activity: Activity, row: Signup) -> None:
    """They are told how they stand; once it has begun nobody is asked any more, and that is said instead."""
    slot = await activities.slot(tx, row.slot_id)
    stage, form = activity_cards.stage(tx, slot), activity.planned.manner
    how = row.state if stage == "ahead" else stage
    facts = await activity_cards.facts(tx, activity, slot)
    host = await activity_cards.at_the_door(tx, activity)
    for one in await signup_people.hear(tx, row):
        name = signup_cards.whose(one, row)
        text = t(f"signup-passed-{how}", form=form, name=name, facts=facts, host=host)
        await change_last(tx, one, Outgoing(text=text, buttons=activity_cards.look(activity)), key=key(row))
