"""At night nothing goes out that can wait: a notice rests, and goes on in the morning."""

from __future__ import annotations

from datetime import timedelta

from domain.night import awake
from domain.notices import REPORT_EVERY
from domain.units import settings_of
from services import progress
from storage import notices, units
from storage.notices import Notice
from storage.transaction import Tx


def rest(tx: Tx, notice: Notice, zone: str) -> bool:
    """Let a notice that can wait rest until the morning, if it is night; whether it does."""
    morning = awake(tx.now, zone)
    if notice.urgent or morning <= tx.now:
        return False
    notices.change(tx, notice, "paused", None)
    notice.rests_until = morning
    return True


async def hush_one(tx: Tx) -> bool:
    """Let a notice rest that is under way when the night begins."""
    for one in await notices.running(tx):
        if one.urgent or awake(tx.now, await _zone(tx, one)) <= tx.now:
            continue
        notice = await notices.free(tx, one.id)
        if notice is not None and notice.state == "running" and rest(tx, notice, await _zone(tx, notice)):
            await progress.tell_author(tx, notice, await progress.progress_of(tx, notice))
            return True
    return False


async def wake_one(tx: Tx) -> bool:
    """Let a notice go on in the morning."""
    notice = await notices.rested(tx)
    if notice is None:
        return False
    notices.change(tx, notice, "running", None)
    notice.report_at = tx.now + timedelta(seconds=REPORT_EVERY)
    await progress.tell_author(tx, notice, await progress.progress_of(tx, notice))
    return True


async def _zone(tx: Tx, notice: Notice) -> str:
    return settings_of(await units.unit_of(tx, notice.unit_id)).zone
