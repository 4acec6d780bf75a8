"""Reading a notice: one tap by one member, and the household has been reached."""

from __future__ import annotations

from domain.announcing import KINDS, kind_of
from domain.messages import Outgoing, t
from services import notice_access, notice_cards, notice_kin, notice_walks
from services.errors import NotFoundError, RefusedError
from services.outbox import Lane, change
from storage import notice_audience, notice_readers, notices
from storage.notice_readers import NoticeReader
from storage.notices import Notice
from storage.people import Account
from storage.transaction import Tx


async def read(tx: Tx, actor: Account, notice_id: int, answer: str) -> Notice:
    """Somebody whom a notice is for has read it, and answers its question; the last answer counts.

    Raises NotFoundError when it is not for them, RefusedError when it was withdrawn or that is no answer.
    """
    notice = await notices.one(tx, notice_id)
    centers = await notice_access.center_ids(tx, notice) if notice is not None else []
    if notice is None or not await notice_access.is_meant(tx, notice, actor.id, centers):
        raise NotFoundError
    if notice.withdrawn_at is not None:
        raise RefusedError(t("notice-is-withdrawn"))
    question = notice.said.question
    if answer not in (question.answers if question is not None else ("",)):
        raise NotFoundError
    row = await _reader(tx, actor, notice, centers)
    if answer and answer != row.answer:
        row.answer, row.answered_at = answer, tx.now
    return notice


async def opened(tx: Tx, actor: Account, notice: Notice) -> NoticeReader | None:
    """Somebody has opened a notice elsewhere than in the message that brought it, which is to have read it.
    None for whom it is not for, or when it was withdrawn: then nothing is kept."""
    centers = await notice_access.center_ids(tx, notice)
    if notice.withdrawn_at is not None or not await notice_access.is_meant(tx, notice, actor.id, centers):
        return None
    return await _reader(tx, actor, notice, centers)


async def _reader(tx: Tx, actor: Account, notice: Notice, centers: list[int]) -> NoticeReader:
    """How somebody whom it is for has read it: kept from the first time on."""
    row = await notice_readers.reader(tx, notice.id, actor.id)
    if row is None:
        household = await notice_audience.household_of(tx, actor.id, centers)
        row = NoticeReader(notice_id=notice.id, account_id=actor.id, household_id=household, read_at=tx.now)
        await notice_readers.add(tx, row)
        await notice_walks.came_off(tx, notice, household)
        await notice_kin.ask(tx, actor, notice, row)
    return row


def mark_read(tx: Tx, actor: Account, notice: Notice, message_id: int, answer: str) -> None:
    """Change the buttons of the message they tapped: nothing is left to tap, or their answer is marked."""
    rows = notice_cards.reader_rows(notice.id, notice.said, answer)
    change(tx, actor, Outgoing(buttons=rows), message_id=message_id, lane=Lane.NOTIFICATION)


async def wishes(tx: Tx, actor: Account) -> list[tuple[str, bool]]:
    """The kinds of notices somebody can be spared, and whether they want each."""
    muted = await notice_readers.mutes(tx, actor.id)
    return [(one.code, one.code not in muted) for one in KINDS if not one.always]


async def mute(tx: Tx, actor: Account, kind: str, *, on: bool) -> None:
    """Spare somebody a kind of notices, or not any more. Raises NotFoundError for a kind that reaches all."""
    if kind not in {one.code for one in KINDS} or kind_of(kind).always:
        raise NotFoundError
    await notice_readers.mute(tx, actor.id, kind, on=on)
