"""Whoever wants a topic gets its posts, and their changes, page by page."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from domain.messages import Outgoing, t
from domain.night import awake
from domain.units import settings_of
from services import bulletin_cards, bulletins
from services.outbox import Lane
from storage import bulletins as stored
from storage import outbox, units
from storage.bulletins import Bulletin, Subscriber
from storage.outbox import OutboxRow
from storage.transaction import Tx

PAGE = 50
"""Rows written in one transaction; and so much news may wait for a bot before more is added. It is under two
seconds' worth: news of a request never stands behind all of a post."""


async def bring_one(tx: Tx) -> bool:
    """Write the next page of the post that has waited longest, unless a page of news waits to be sent.

    Who has it gets it changed or deleted, whether they still want the topic or not. Who has not gets it once
    if they want it, until everybody had it; not at night, and not when it is over. So a page that is written
    again, or a change in the middle, sends nothing twice.
    """
    row = await stored.due(tx)
    if row is None or len(await outbox.waiting_ids(tx, Lane.NOTIFICATION, PAGE)) >= PAGE:
        return False
    unit = await units.unit_of(tx, row.center_id)
    morning = awake(tx.now, settings_of(unit).zone)
    if row.brought_at is None and morning > tx.now:
        row.due_at = morning
        return True
    found = await stored.next_subscribers(tx, unit.id, row.topic, after=row.brought_to, limit=PAGE)
    current = row.state == "open" and row.ends_on >= bulletins.today(tx, unit)

    @cache
    def message(wanted: bool) -> Outgoing:
        if row.state != "open":
            return Outgoing(text=t("bulletin-withdrawn", topic=bulletin_cards.name(row.topic)))
        return bulletin_cards.as_it_arrives(unit, row, wanted=wanted)

    await _write(tx, row, found, message, sends=current and row.brought_at is None)
    _turn_page(tx, row, found)
    return True


def _turn_page(tx: Tx, row: Bulletin, found: list[Subscriber]) -> None:
    """What is due next; after the last page nothing. Others that wait come first."""
    if len(found) == PAGE:
        row.due_at, row.brought_to = tx.now, found[-1].account_id
    else:
        row.due_at, row.brought_at = None, row.brought_at or tx.now


async def _write(
    tx: Tx, row: Bulletin, found: list[Subscriber], message: Callable[[bool], Outgoing], *, sends: bool
) -> None:
    key = bulletin_cards.key(row.id)
    holding = await outbox.holding(tx, key, [one.account_id for one in found])
    change = "edit" if row.state == "open" else "delete"
    for one in found:
        if one.account_id in holding:
            _put(tx, key, one, holding[one.account_id], change, message(one.wants))
        elif sends and one.wants and one.reachable:
            _put(tx, key, one, one.bot_id, "send", message(True))


def _put(tx: Tx, key: str, to: Subscriber, bot_id: int, method: str, message: Outgoing) -> None:
    row = OutboxRow(
        bot_id=bot_id,
        chat_id=to.account_id,
        account_id=to.account_id,
        lane=Lane.NOTIFICATION,
        method=method,
        key=key,
        locale=to.locale,
        body=message,
        created_at=tx.now,
    )
    outbox.put(tx, row)
