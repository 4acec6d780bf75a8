"""Going over what was sent of a notice that was corrected or withdrawn, page by page.

Changes make no sound, so they do not wait for the morning; they are nobody's message of a notice, so they go
on while it is paused, and are not counted.
"""

from __future__ import annotations

from functools import cache

from domain.messages import Outgoing, t
from domain.notices import DELETABLE
from services import notice_cards, notice_changes, progress, spooling
from services.outbox import Lane
from storage import notice_readers, notice_sweep, notices, outbox, units
from storage.notices import Notice
from storage.outbox import OutboxRow
from storage.transaction import Tx
from storage.units import OrgUnit


async def sweep_one(tx: Tx) -> bool:
    """Write the changes for the next messages of a notice that is gone over and of which few wait.

    Each message gets one, also if the process ends in the middle. What waits to be sent is looked at again
    until it has gone out. A later correction begins anew for all.
    """
    for notice_id in await notice_sweep.begun(tx):
        notice = await notices.free(tx, notice_id)
        if notice is not None and notice.sweep_until is not None and await _sweep(tx, notice):
            return True
    return False


async def _sweep(tx: Tx, notice: Notice) -> bool:
    """One page; whether anything was done."""
    key = notice_cards.text_key(notice.id) if notice.withdrawn_at is None else None
    found = await notice_sweep.next_rows(tx, notice, key, spooling.PAGE)
    for bot_id in {row.bot_id for row in found}:
        waiting = await notice_sweep.changes_waiting(tx, bot_id, since=spooling.PATIENCE)
        if waiting >= spooling.WAITING:
            return False
    unit = await units.unit_of(tx, notice.unit_id)
    if notice.withdrawn_at is None:
        await _correct(tx, notice, unit, found)
    else:
        _withdraw(tx, unit, found)
    if len(found) == spooling.PAGE:
        notice.sweep_from = found[-1].id
        return True
    waits = await notice_sweep.first_waiting(tx, notice)
    if waits is not None:
        notice.sweep_from = waits - 1
        return bool(found)
    notice.sweep_from = notice.sweep_until = None
    await progress.tell_author(tx, notice, await progress.progress_of(tx, notice))
    return True


async def _correct(tx: Tx, notice: Notice, unit: OrgUnit, found: list[OutboxRow]) -> None:
    """The message with the words as it is now; an answer that was given stays marked."""
    noted = await notice_changes.notes(tx, notice)
    chosen = await notice_readers.chosen(tx, notice.id, [row.chat_id for row in found])

    @cache
    def message(locale: str, answer: str | None) -> Outgoing:
        return notice_cards.as_it_arrives(unit, notice, locale, notes=noted(locale), chosen=answer)[0]

    for row in found:
        _put(tx, row, "edit", message(row.locale, chosen.get(row.chat_id)))


def _withdraw(tx: Tx, unit: OrgUnit, found: list[OutboxRow]) -> None:
    """Delete what can be deleted; of what is too old for that the words are replaced, if it has any."""
    instead = Outgoing(text=t("notice-was-withdrawn", unit=unit.name))
    for row in found:
        if row.sent_at is None or tx.now - row.sent_at < DELETABLE:
            _put(tx, row, "delete", instead)
        elif _has_words(row.message):
            _put(tx, row, "edit", instead)


def _has_words(message: Outgoing) -> bool:
    return message.text is not None or (message.content is not None and message.content.captionable)


def _put(tx: Tx, row: OutboxRow, method: str, message: Outgoing) -> None:
    change = OutboxRow(
        bot_id=row.bot_id,
        chat_id=row.chat_id,
        account_id=row.account_id,
        lane=Lane.BROADCAST,
        method=method,
        key=row.key,
        locale=row.locale,
        body=message,
        created_at=tx.now,
    )
    outbox.put(tx, change)
