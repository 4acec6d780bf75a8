"""Whoever a notice is for gets their rows of the outbox, page by page."""

from __future__ import annotations

from datetime import timedelta
from functools import cache

from domain.messages import Outgoing
from domain.notices import PER_SECOND
from services import notice_access, notice_cards, notice_changes
from services.notice_cards import text_key
from services.outbox import Lane
from storage import notice_audience, notice_readers, notices, outbox, rollcalls, units
from storage.notice_audience import Recipient
from storage.notices import Notice
from storage.outbox import OutboxRow
from storage.transaction import Tx

PAGE = 100
"""Rows written in one transaction: answers wait no longer for it than for one another."""
WAITING = 300
"""Rows of a notice that wait for one bot, at most: ten seconds' worth. The fewer there are, the less there is
to call back, and the less of memory is one notice's."""
AHEAD = 2000
"""Rows of a notice that wait for all bots together, at most."""
PATIENCE = timedelta(minutes=10)
"""After so long a bot that does not send its rows no longer holds up the others."""


async def spool_one(tx: Tx) -> bool:
    """Write the rows for the next recipients of a notice that runs and of which few wait.

    Whoever was registered when it was sent gets one row for each of its messages, once: the rows and the
    place up to which they are written change together.
    """
    calls = await rollcalls.open_ids(tx)
    waiting = [one for one in await notices.to_spool(tx) if one not in calls]
    if await _spool_calls(tx, calls):
        return True
    at_most = max(PAGE, WAITING // max(1, len(waiting) // 2))
    for notice_id in waiting:
        own, whole = await notices.waiting(tx, notice_id, since=PATIENCE)
        if own >= at_most or whole >= AHEAD:
            continue
        notice = await notices.free(tx, notice_id)
        if notice is not None and notice.state == "running" and notice.spooled_at is None:
            await _spool(tx, notice, PAGE)
            return True
    return False


async def _spool_calls(tx: Tx, calls: list[int]) -> bool:
    """Write the next rows of a roll call, the oldest first: a second's worth, once fewer than that wait of
    all of them. So two seconds' worth wait at most, and two places in thirty are left for people's answers,
    which come after a roll call."""
    rows = [await notices.waiting(tx, notice_id, since=PATIENCE) for notice_id in calls]
    if sum(own for own, _ in rows) >= PER_SECOND or sum(whole for _, whole in rows) >= AHEAD:
        return False
    for notice_id in calls:
        notice = await notices.free(tx, notice_id)
        if notice is not None and notice.state == "running" and notice.spooled_at is None:
            await _spool(tx, notice, PER_SECOND)
            return True
    return False


async def _spool(tx: Tx, notice: Notice, room: int) -> None:
    center_ids = await notice_access.center_ids(tx, notice)
    for center_id in (one for one in center_ids if one >= notice.spooled_center_id):
        after = notice.spooled_to if center_id == notice.spooled_center_id else 0
        found = await notice_audience.next_members(tx, notice, center_ids, center_id, after, room)
        await _write(tx, notice, center_ids, found)
        notice.spooled_center_id = center_id
        notice.spooled_to = found[-1].account_id if found else after
        room -= len(found)
        if not room:
            return
    notice.spooled_at = tx.now


async def _write(tx: Tx, notice: Notice, center_ids: list[int], found: list[Recipient]) -> None:
    """The rows of those among them whom it is for and who want its kind."""
    ids = [one.account_id for one in found]
    meant = await notice_audience.meant(tx, notice.for_whom, center_ids, ids)
    if not notice.what.always:
        meant -= await notice_readers.muted(tx, notice.kind, meant)
    unit = await units.unit_of(tx, notice.unit_id)
    noted = await notice_changes.notes(tx, notice)

    @cache
    def messages(locale: str) -> list[Outgoing]:
        return notice_cards.as_it_arrives(unit, notice, locale, notes=noted(locale))

    for one in found:
        if one.account_id not in meant:
            continue
        if not one.reachable:
            notice.unreachable += 1
            continue
        for part, message in enumerate(messages(one.locale)):
            outbox.put(tx, _row(tx, notice, one, part, message))


def _row(tx: Tx, notice: Notice, to: Recipient, part: int, message: Outgoing) -> OutboxRow:
    return OutboxRow(
        bot_id=to.bot_id,
        chat_id=to.account_id,
        account_id=to.account_id,
        notice_id=notice.id,
        lane=Lane.URGENT if notice.is_rollcall else Lane.BROADCAST,
        method="send",
        key=text_key(notice.id, part),
        locale=to.locale,
        body=message,
        created_at=tx.now,
    )
