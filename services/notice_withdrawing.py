"""Taking a notice back: nobody gets it any more, and nobody keeps it who can be relieved of it."""

from __future__ import annotations

from services import notice_access, notice_changes, progress
from services.notices import ENDED
from storage import notices
from storage.notices import Notice
from storage.people import Account
from storage.transaction import Tx


async def withdraw(tx: Tx, actor: Account, notice_id: int) -> Notice:
    """Withdraw a notice: what waits is dropped at once, what was sent is taken back
    (services/notice_sweeping.py), and nobody goes to anybody's door for it. Doing it twice changes nothing.

    Raises NotFoundError, RefusedError for a roll call.
    """
    notice, unit = await notice_access.steered(tx, actor, notice_id)
    if notice.withdrawn_at is not None:
        return notice
    notice_changes.check_no_rollcall(notice)
    if notice.state not in ENDED:
        notices.change(tx, notice, "stopped", actor.id)
        await notices.drop_waiting(tx, notice.id)
    notice.changed_by_id, notice.withdrawn_at, notice.doors_at = actor.id, tx.now, None
    await notice_changes.keep_version(tx, actor, notice, "withdrawn")
    await progress.tell_author(tx, notice, await progress.progress_of(tx, notice))
    await notice_changes.tell_author_by_whom(tx, actor, notice, unit, "withdrawn")
    return notice
