"""What others hear of somebody's place: that they were signed up, that it was called off or settled."""

from __future__ import annotations

from collections.abc import Sequence

from domain.activitytaps import SignupDo
from domain.messages import Outgoing, t
from domain.signups import asked_at
from domain.taps import Go
from services import activity_cards, signup_cards, signup_people
from services.cards import button
from services.outbox import change_last, tell
from services.people import names
from storage import activities, outbox, recall
from storage.people import Account
from storage.signups import Signup
from storage.transaction import Tx

TAIL = 40
"""Characters of a subject in a key: as many as a name's fingerprint has."""


def key(row: Signup) -> str:
    """The key of the question whether somebody takes a seat."""
    return f"signup:{row.id}"


def still_key(row: Signup) -> str:
    """The key of the question whether somebody still comes."""
    return f"still:{row.id}"


def deed_key(row: Signup) -> str:
    """The key of what another did about somebody's place, which they hear in the morning if it is night."""
    return f"deed:{row.slot_id}:{row.subject[-TAIL:]}"


async def signed_up(tx: Tx, actor: Account, row: Signup) -> None:
    """Somebody was signed up by another: if they have an account they are told, and can take it back. At
    night they hear it in the morning, and of several such deeds the last."""
    form = await signup_cards.manner(tx, row)
    rows = [
        [button("button-signup-fine", SignupDo("fine", row.id))],
        [button("button-signup-not-me", SignupDo("cancel", row.id), form=form)],
        [button("button-person", Go("person"))],
    ]
    facts, by = await signup_cards.facts(tx, row), await _name(tx, actor, row)
    for one in await signup_people.told(tx, row):
        await recall.put_by(tx, one.id, deed_key(row))
        if one.id != actor.id and signup_people.own(one, row):
            how = await signup_cards.standing(tx, one, row)
            text = t("signup-for-you", form=form, by=by, facts=facts, standing=how)
            await _tell(tx, one, row, Outgoing(text=text, buttons=rows))


async def cancelled(tx: Tx, actor: Account, row: Signup) -> None:
    """A place was called off: the other of those whom it concerns hears who did it, at night in the morning,
    and nobody is asked then whether they still come."""
    for one in await signup_people.hear(tx, row):
        await recall.put_by(tx, one.id, still_key(row))
    facts, by = await signup_cards.facts(tx, row), await _name(tx, actor, row)
    form = await signup_cards.manner(tx, row)
    undo = [button("button-signup-again", SignupDo("again", row.id), form=form)]
    for one in await signup_people.told(tx, row):
        await recall.put_by(tx, one.id, deed_key(row))
        if one.id == actor.id:
            continue
        if signup_people.own(actor, row):
            text = t("signup-called-off-own", form=form, name=row.name, facts=facts)
        else:
            text = t("signup-called-off-by", form=form, by=by, who=signup_cards.whose(one, row), facts=facts)
        rows = [undo, [button("button-person", Go("person"))]]
        await _tell(tx, one, row, Outgoing(text=text, buttons=rows))


async def _tell(tx: Tx, one: Account, row: Signup, message: Outgoing) -> None:
    """Tell somebody what another did: nobody is woken for it, unless it begins before the morning."""
    activity, slot = await activities.one(tx, row.activity_id), await activities.slot(tx, row.slot_id)
    if activity is None or slot is None:
        return
    at = asked_at(tx.now, slot.starts_at, await activity_cards.zone_of(tx, activity))
    tell(tx, one, message, key=deed_key(row), not_before=at if at > tx.now else None)


async def settled(
    tx: Tx, actor: Account, row: Signup, seen: int | None, asked: Sequence[Account] | None = None
) -> None:
    """A seat that was offered is taken or not wanted: no question stands in anybody's chat any more, except
    in the actor's message `seen`, which is redrawn by whoever asks. `asked`: who was, where they are not told
    of it any more."""
    for one in await signup_people.hear(tx, row) if asked is None else asked:
        last = await outbox.sent_with_key(tx, one.id, key(row))
        redrawn = last is None or (seen is not None and last.message_id == seen)
        if one.id != actor.id or not redrawn:
            await change_last(tx, one, await signup_cards.card(tx, one, row), key=key(row))


async def called_off(tx: Tx, row: Signup) -> None:
    """What somebody was asked about is not to be had any more: a question that waits to be sent is not, and
    none stands in anybody's chat."""
    for one in await signup_people.hear(tx, row):
        if not await recall.put_by(tx, one.id, key(row)):
            await change_last(tx, one, await signup_cards.card(tx, one, row), key=key(row))


async def _name(tx: Tx, actor: Account, row: Signup) -> str:
    activity = await activities.one(tx, row.activity_id)
    named = await names(tx, activity.center_id, [actor.id]) if activity is not None else {}
    return named.get(actor.id, "?")
