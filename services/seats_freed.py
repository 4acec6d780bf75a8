"""A seat is free again: who hears it, and the code word changes, because whoever had it knows the old one."""

from __future__ import annotations

import secrets

from domain.codewords import code_word
from domain.messages import Outgoing, Text, t
from domain.tasks import PROMISED, Seat
from services import taskcards, tidings, waves
from services.outbox import Lane, change_last, tell
from services.people import names
from storage import people, tasks
from storage.people import Account
from storage.tasks import HelpTask
from storage.transaction import Tx


async def tell_household(tx: Tx, task: HelpTask, *news: Text) -> None:
    """Tell those whose request it is what is new; without news nothing."""
    if news:
        text = news[0] if len(news) == 1 else t("lines", items=[*news])
        await tidings.tell_asker(tx, await taskcards.request_of(tx, task), text)


async def free(tx: Tx, task: HelpTask, name: str, why: Seat) -> None:
    """Somebody does not come: the holder and the household are told, and the next are asked, unless its time
    is over."""
    seeking = task.state == "open" and not task.when.is_over(tx.now, await taskcards.zone(tx, task.center_id))
    facts = await taskcards.facts(tx, task)
    told = t(f"task-helper-{why}" if seeking else f"task-helper-late-{why}", name=name, facts=facts)
    await waves.tell_holder(tx, task, Outgoing(text=told))
    news = t("told-helper-not-coming" if seeking else "told-helper-did-not-come", name=name)
    await tell_household(tx, task, news, *await change_word(tx, task))
    if seeking:
        task.told_short = False  # more are wanted than the holder last heard
        await waves.send(tx, task)


async def change_word(tx: Tx, task: HelpTask) -> list[Text]:
    """Somebody who knows the code word of a task does not belong there any more: from now on it is another.
    Those who are still to come get it on their cards; returns what the household is to hear of each. Whoever
    takes a seat later brings it along."""
    task.code_word = code_word(secrets.randbelow, but=task.code_word)
    still = [seat for seat in await tasks.seats_of(tx, task.id) if seat.state in PROMISED]
    named = await names(tx, task.center_id, [seat.account_id for seat in still])
    for seat in still:
        helper = await people.account(tx, seat.account_id)
        if helper is not None:
            card = await taskcards.seat(tx, seat, task)
            text = t("seat-new-word", card=card.text or t("seat-accepted"))
            await below(tx, helper, task, Outgoing(text=text, buttons=card.buttons), Lane.NOTIFICATION)
    return [t("told-new-word", name=named.get(seat.account_id, "?"), word=task.code_word) for seat in still]


async def below(tx: Tx, helper: Account, task: HelpTask, card: Outgoing, lane: Lane) -> None:
    """A card moves down: only the last one is kept true, so the one before says no more than that."""
    above = await taskcards.gone(tx, task, t("seat-see-below"))
    await change_last(tx, helper, above, key=taskcards.offer_key(task), lane=lane)
    tell(tx, helper, card, key=taskcards.offer_key(task), lane=lane)
