"""Notices to everybody at a center, or at all centers below an office: how they are steered."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from domain import notices as rules
from domain.messages import Outgoing, Text, t
from domain.units import settings_of
from services import notice_cards, progress, resting
from services.errors import RefusedError
from services.notice_access import may_steer, steered, writes_for
from storage import notices, units
from storage.notices import Notice
from storage.people import Account
from storage.transaction import Tx

ENDED = frozenset({"stopped", "done"})


async def pause(tx: Tx, actor: Account, notice_id: int) -> Notice:
    """Let nothing more of a notice go until it is told to go on; pausing twice changes nothing.

    Raises NotFoundError, or RefusedError when it has ended.
    """
    return await _steer(tx, actor, notice_id, "paused")


async def resume(tx: Tx, actor: Account, notice_id: int) -> Notice:
    """Let a notice go on where it was, at night in the morning; otherwise as `pause`."""
    return await _steer(tx, actor, notice_id, "running")


async def stop(tx: Tx, actor: Account, notice_id: int) -> Notice:
    """Let nothing more of a notice go, for good. Stopping twice changes nothing; otherwise as `pause`."""
    return await _steer(tx, actor, notice_id, "stopped")


async def _steer(tx: Tx, actor: Account, notice_id: int, to: str) -> Notice:
    notice, unit = await steered(tx, actor, notice_id)
    if notice.state == to and notice.rests_until is None:
        return notice
    if notice.state in ENDED:
        raise RefusedError(t("notice-over-stopped" if notice.state == "stopped" else "notice-over-done"))
    notices.change(tx, notice, to, actor.id)
    if to == "stopped":
        await notices.drop_waiting(tx, notice.id)
    if to == "running":
        resting.rest(tx, notice, settings_of(unit).zone)
    notice.report_at = tx.now + timedelta(
        seconds=rules.REPORT_EVERY
    )  # what is under way is dealt with by then
    await progress.tell_author(tx, notice, await progress.progress_of(tx, notice))
    return notice


async def shown_to(tx: Tx, actor: Account, notice_id: int) -> Outgoing | None:
    """How far a notice is, for whoever may steer it; None for its author: theirs is sent anew, and goes on
    changing by itself. Raises NotFoundError."""
    notice, _ = await steered(tx, actor, notice_id)
    if notice.author_id == actor.id:
        await progress.show_author(tx, actor, notice)
        return None
    return await progress.card(tx, notice, await progress.progress_of(tx, notice), to=actor)


async def one(tx: Tx, actor: Account, notice_id: int) -> tuple[Notice, Text]:
    """A notice that this account may steer, and how it begins. Raises NotFoundError."""
    notice, _ = await steered(tx, actor, notice_id)
    return notice, notice_cards.beginning(notice.said)


async def open_for(tx: Tx, actor: Account) -> list[tuple[Notice, Text]]:
    """The notices that run or are paused and that this account may steer, each with how it begins; without
    roll calls, which have a board."""
    found = [one for one in await notices.open_at(tx, writes_for(actor)) if not one.is_rollcall]
    return [(one, notice_cards.beginning(one.said)) for one in await _steerable(tx, actor, found)]


async def _steerable(tx: Tx, actor: Account, found: Iterable[Notice]) -> list[Notice]:
    return [one for one in found if may_steer(actor, one, await units.unit_of(tx, one.unit_id))]
