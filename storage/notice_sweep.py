"""Going over what was sent of a notice, to correct it or take it back: each message once, whatever happens.

What has been gone over is not kept anywhere: it is what has a newer change in the outbox. A sweep begins with
the newest row there is, so every change of an earlier one is older than it, and every one of its own newer.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import exists, func, select, update
from sqlalchemy.orm import aliased

from domain.messages import Outgoing
from storage.notices import Notice
from storage.outbox import CHANGES, Lane, Outbox, OutboxRow, write
from storage.transaction import Tx


async def begin(tx: Tx, notice: Notice) -> None:
    """Let a notice be gone over, from its first message to the last there is now; the notice is locked, so
    that none is just being written."""
    await write(tx)
    notice.sweep_from, notice.sweep_until = 0, await tx.session.scalar(select(func.max(Outbox.id))) or 0


async def begun(tx: Tx) -> Sequence[int]:
    """The notices that are gone over, the oldest first."""
    query = select(Notice.id).where(Notice.sweep_until.is_not(None)).order_by(Notice.id)
    return (await tx.session.scalars(query)).all()


async def next_rows(tx: Tx, notice: Notice, key: str | None, limit: int) -> list[OutboxRow]:
    """The next messages of a notice (under this key, or all) that have gone out, or were called back so late
    that they may have, and that this sweep has not changed yet."""
    newer = aliased(Outbox)
    changed = exists().where(
        newer.chat_id == Outbox.chat_id,
        newer.key == Outbox.key,
        newer.method.in_(CHANGES),
        newer.id + 0 > notice.sweep_until,  # found by chat and key, never among all that is newer
    )
    query = (
        select(Outbox.__table__)
        .where(Outbox.notice_id == notice.id, Outbox.method == "send", ~changed)
        .where(Outbox.id > notice.sweep_from, Outbox.id <= notice.sweep_until)
        .where(Outbox.state.in_(("sent", "dropped")))
        .order_by(Outbox.id)
        .limit(limit)
    )
    if key is not None:
        query = query.where(Outbox.key == key)
    return [OutboxRow(**row) for row in (await tx.session.execute(query)).mappings()]


async def first_waiting(tx: Tx, notice: Notice) -> int | None:
    """The first message of those gone over that has yet to go out, and will have to be looked at again."""
    query = select(func.min(Outbox.id)).where(
        Outbox.notice_id == notice.id,
        Outbox.state == "waiting",
        Outbox.method == "send",
        Outbox.id <= notice.sweep_until,
    )
    return await tx.session.scalar(query)


async def changes_waiting(tx: Tx, bot_id: int, *, since: timedelta) -> int:
    """How many changes to what a bot has sent to everybody wait, written since then."""
    query = select(func.count()).where(
        Outbox.bot_id == bot_id,
        Outbox.state == "waiting",
        Outbox.lane == Lane.BROADCAST,
        Outbox.notice_id.is_(None),
        Outbox.created_at > tx.now - since,
    )
    return await tx.session.scalar(query) or 0


async def locales_waiting(tx: Tx, notice_id: int) -> list[str]:
    """The languages in which anything of a notice waits."""
    query = select(Outbox.locale).where(Outbox.notice_id == notice_id, Outbox.state == "waiting")
    return list(await tx.session.scalars(query.distinct()))


async def reword_waiting(tx: Tx, notice_id: int, key: str, locale: str, message: Outgoing) -> None:
    """Let what waits to be sent of a notice, under this key and in this language, say something else."""
    query = update(Outbox).where(
        Outbox.notice_id == notice_id,
        Outbox.state == "waiting",
        Outbox.key == key,
        Outbox.locale == locale,
    )
    said = query.values(body=message.pack()).execution_options(synchronize_session=False)
    await tx.session.execute(said)
