"""Signing up: a seat or a number in the line, taken and given back under the activity's lock."""

from __future__ import annotations

from domain.activities import meet
from domain.messages import Text, t
from domain.proxies import Whom
from domain.signups import ACTIVE, UNKNOWN, Move, Standing, free
from services import (
    activity_access,
    activity_cards,
    relations,
    reserving,
    signup_checks,
    signup_news,
    signup_people,
    signups_moving,
)
from services.errors import NotFoundError, RefusedError
from services.signup_people import Comer
from storage import activities, attendance, recall, signups
from storage.activities import Activity, ActivitySlot
from storage.people import Account
from storage.signups import Signup
from storage.transaction import Tx


async def sign_up(
    tx: Tx,
    actor: Account,
    slot_id: int,
    whom: Whom | None = None,
    *,
    listed: bool = False,
    came: bool = False,
) -> Signup:
    """A seat, or a number in the line when all are taken, for the actor or somebody else; `listed` if an
    officer puts them on the list, `came` if they were there: they have a seat then, one more if none was
    left, and it can be written down when it is over. Doing it twice changes nothing.

    Raises NotFoundError for an activity of another center, RefusedError with a kind word when it is not
    possible any more, it is not for them, or as many of the household have signed up as may.
    """
    activity, slot = await _locked(tx, actor, slot_id, listed=listed)
    found = await signup_people.comer(tx, actor, activity.center_id, whom, listed=listed)
    known = await signups.of_slot(tx, slot.id, found.subject)
    if known is not None and await signup_people.knows(tx, actor, known):
        return known
    if not came:
        signup_checks.check_open(tx, activity, slot, listed=listed)
    await reserving.check_left(tx, activity)
    await signup_checks.check_for(tx, actor, activity, found)
    if known is not None:
        return await _signed_too(tx, slot, known, found, by_id=actor.id)
    row = await _add(tx, slot, found, by_id=actor.id)
    if came or activity_cards.stage(tx, slot) != "ahead":
        row.outward = UNKNOWN
    if came:
        await signups_moving.let_in(tx, row)
    await signup_news.signed_up(tx, actor, row)
    return row


async def _signed_too(tx: Tx, slot: ActivitySlot, row: Signup, found: Comer, *, by_id: int) -> Signup:
    """Whoever was let in at the door is signed up by somebody who may not know it: they see what they would
    see otherwise, a seat or a number in the line."""
    seen = None if await _is_free(tx, slot) else Standing.WAITING
    if row.outward == Standing.CANCELLED and row.account_id != found.account_id:
        row = await _apart(tx, slot, row, found, by_id=by_id)
    row.account_id, row.signed_by, row.signed_by_id = found.account_id, found.signed_by, by_id
    row.signed_at, row.outward = tx.now, seen
    return row


async def _apart(tx: Tx, slot: ActivitySlot, row: Signup, found: Comer, *, by_id: int) -> Signup:
    """The seat of whoever is there as a place of its own, with the number it has on paper: whoever gave it up
    without knowing of a seat goes on finding what they gave up."""
    number, since = row.place, row.changed_at
    signups_moving.to(tx, row, Move.CANCEL)
    await tx.session.flush()
    fresh = await _add(tx, slot, found, by_id=by_id)
    fresh.state, fresh.place, fresh.changed_at = Standing.SEATED, number, since
    return fresh


async def _is_free(tx: Tx, slot: ActivitySlot) -> bool:
    """Whether there is a seat for whoever comes next."""
    counted = await signups.taken(tx, slot.id)
    left = free(slot.seats, counted.elements())
    return not counted[Standing.WAITING] and (left is None or left > 0)


async def _add(tx: Tx, slot: ActivitySlot, found: Comer, *, by_id: int) -> Signup:
    seated = await _is_free(tx, slot)
    row = Signup(
        activity_id=slot.activity_id,
        slot_id=slot.id,
        account_id=found.account_id,
        subject=found.subject,
        person_id=found.person_id,
        household_id=found.household_id,
        name=found.name,
        phone=found.phone,
        signed_by=found.signed_by,
        signed_by_id=by_id,
        signed_at=tx.now,
        place=await signups.last_place(tx, slot.id) + 1,
        state=Standing.SEATED if seated else Standing.WAITING,
        skips=0,
        changed_at=tx.now,
    )
    await signups.add(tx, row)
    await attendance.pass_on(tx, row)
    await reserving.seated(tx, row)
    return row


async def _locked(
    tx: Tx, actor: Account, slot_id: int, *, listed: bool = False
) -> tuple[Activity, ActivitySlot]:
    slot = await activities.slot(tx, slot_id)
    if slot is None:
        raise NotFoundError
    see = activity_access.listed_by if listed else activity_access.seen_by
    await see(tx, actor, slot.activity_id)
    activity, slot = await activities.locked(tx, slot.activity_id), await activities.slot_now(tx, slot.id)
    if activity is None or slot is None:
        raise NotFoundError
    return activity, slot


async def clashing(
    tx: Tx, actor: Account, slot_id: int, whom: Whom | None = None, *, listed: bool = False
) -> list[Activity]:
    """What somebody has signed up for that goes on at the same time: said before, and forbids nothing.
    `listed` as for `sign_up`. Raises NotFoundError."""
    activity, slot = await _locked(tx, actor, slot_id, listed=listed)
    found = await signup_people.comer(tx, actor, activity.center_id, whom, listed=listed)
    own = [one.when for one in await activities.sessions_of(tx, [slot.id])]
    clashes: dict[int, Activity] = {}
    for other in await signup_checks.others(tx, actor, found):
        there = [one.when for one in await activities.sessions_of(tx, [other.slot_id])]
        if other.slot_id != slot.id and meet(own, there):
            busy = await activities.one(tx, other.activity_id)
            if busy is not None and busy.state == "open":
                clashes[busy.id] = busy
    return list(clashes.values())


async def one(tx: Tx, actor: Account, signup_id: int) -> tuple[Signup, Activity]:
    """A place the actor may answer for, and its activity, both locked. Raises NotFoundError."""
    row = await signups.peek(tx, signup_id)
    activity = await activities.locked(tx, row.activity_id) if row is not None else None
    row = await signups.signup(tx, signup_id)
    if row is None or activity is None or not await signup_people.may_answer(tx, actor, row, activity):
        raise NotFoundError
    return row, activity


async def cancel(
    tx: Tx, actor: Account, signup_id: int, *, seen: int | None = None, listed: bool = False
) -> Signup:
    """Give a place up; whoever is next in the line is asked. Doing it twice changes nothing. `seen`: the
    message that the actor tapped, which is redrawn by whoever asks; `listed` if an officer takes them off the
    list.

    Raises NotFoundError, RefusedError for what has been fetched and when it is over: by an old button
    whoever was there would lose what they were there for. An officer still puts the list right.
    """
    row, activity = await one(tx, actor, signup_id)
    state = await signup_people.stands(tx, actor, row)
    if state not in ACTIVE:
        return row
    await reserving.check_here(tx, row)
    slot = await activities.slot(tx, row.slot_id)
    if not listed and slot is not None and slot.ends_at is not None and slot.ends_at <= tx.now:
        raise RefusedError(t("signup-is-over", form=activity.planned.manner))
    asked = Standing.OFFERED in (row.state, row.outward)
    if state != row.standing:  # they do not know that there is a seat: it is not theirs to give up
        hear, row.outward = await signup_people.hear(tx, row), Standing.CANCELLED
        await recall.put_by(tx, actor.id, signup_news.still_key(row))  # whoever has the seat is still asked
        if asked:
            await signup_news.settled(tx, actor, row, seen, hear)
        return row
    signups_moving.to(tx, row, Move.CANCEL)
    await reserving.given_up(tx, row, by=actor.id)
    await signups_moving.move_up(tx, activity, row.slot_id)
    if asked:
        await signup_news.settled(tx, actor, row, seen)
    await signup_news.cancelled(tx, actor, row)
    return row


async def again(tx: Tx, actor: Account, signup_id: int) -> Signup:
    """It was cancelled by mistake: the same person signs up once more, at the end of the line. It can be
    done until all is over: they had a place. Doing it twice changes nothing. Raises as `sign_up` does, for
    whoever may not act for them any more as well."""
    row, activity = await one(tx, actor, signup_id)
    if row.account_id == actor.id and row.signed_by in ("household", "proxy"):
        whom = Whom(row.name, row.person_id, row.phone)
        await relations.check(tx, actor, activity.center_id, whom, by_clerk=False, urgent=False)
    slot = await activities.slot_now(tx, row.slot_id)
    known = await signups.of_slot(tx, row.slot_id, row.subject)
    if known is not None and await signup_people.knows(tx, actor, known):
        return known
    if slot is None:
        raise NotFoundError
    had_one = await signup_people.stands(tx, actor, row) == Standing.CANCELLED
    signup_checks.check_open(tx, activity, slot, listed=had_one)
    found = Comer(
        subject=row.subject,
        name=row.name,
        account_id=row.account_id,
        signed_by=row.signed_by,
        person_id=row.person_id,
        household_id=row.household_id,
        phone=row.phone,
    )
    await reserving.check_left(tx, activity)
    await signup_checks.check_for(tx, actor, activity, found)
    if known is not None:
        return await _signed_too(tx, slot, known, found, by_id=row.signed_by_id)
    fresh = await _add(tx, slot, found, by_id=row.signed_by_id)
    await signup_news.signed_up(tx, actor, fresh)
    return fresh


async def still(
    tx: Tx, actor: Account, signup_id: int, *, yes: bool, seen: int | None = None
) -> tuple[Signup, Activity]:
    """They still come though it has changed, or give their place up: whoever is next is asked. Who was just
    asked whether they take a seat has taken it by saying that they come. Saying it twice changes nothing;
    `seen` as for `cancel`. Raises NotFoundError, RefusedError for whoever has no place any more."""
    row, activity = await one(tx, actor, signup_id)
    state = await signup_people.stands(tx, actor, row)
    if yes and activity.state != "open":
        raise RefusedError(t(f"signup-is-{activity.state}", form=activity.planned.manner))
    if yes and state not in ACTIVE:
        raise RefusedError(t(f"signup-late-{state}", form=activity.planned.manner))
    if not yes:
        await cancel(tx, actor, signup_id, seen=seen)
    elif state == Standing.OFFERED:
        await answer(tx, actor, signup_id, yes=True, seen=seen)
    if yes or row.standing not in ACTIVE:  # a seat that they do not know of is kept
        row.still = yes
    return row, activity


async def answer(tx: Tx, actor: Account, signup_id: int, *, yes: bool, seen: int | None = None) -> Signup:
    """Whoever was next takes the seat or does not. Saying it twice changes nothing. `seen` as for `cancel`.

    Raises NotFoundError, RefusedError when the next one has been asked meanwhile.
    """
    row, activity = await one(tx, actor, signup_id)
    state = await signup_people.stands(tx, actor, row)
    if state == (Standing.SEATED if yes else Standing.CANCELLED):
        return row
    if state != Standing.OFFERED and activity.state == "called-off":
        raise RefusedError(t("signup-is-called-off", form=activity.planned.manner))
    if state != Standing.OFFERED:
        raise RefusedError(await _too_late(tx, row, activity, state))
    if not yes:
        return await cancel(tx, actor, signup_id, seen=seen)
    if row.standing != state:  # let in at the door meanwhile: the seat that was kept for them is theirs
        row.outward = None
    else:
        signups_moving.to(tx, row, Move.SEAT)
        await reserving.seated(tx, row)
        await signups_moving.move_up(tx, activity, row.slot_id)
    await signup_news.settled(tx, actor, row, seen)
    return row


async def _too_late(tx: Tx, row: Signup, activity: Activity, state: Standing | None) -> Text:
    """Why the seat cannot be had any more: once it has begun nobody who is silent is in a line."""
    form, slot = activity.planned.manner, await activities.slot(tx, row.slot_id)
    waited = state in (Standing.WAITING, Standing.LAPSED)
    match activity_cards.stage(tx, slot) if waited else "ahead":
        case "begun":
            return t("signup-has-begun", form=form)
        case "over":
            return t("signup-is-over", form=form)
        case _:
            return t(f"signup-late-{state}", form=form)
