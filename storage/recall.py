"""Calling back what is in the outbox and need not be sent after all."""

from __future__ import annotations

from sqlalchemy import Update, or_, select, update

from domain.messages import Outgoing
from storage.outbox import Outbox, write
from storage.transaction import Tx


def _drop(chat_id: int) -> Update:
    waiting = (Outbox.chat_id == chat_id, Outbox.state == "waiting", Outbox.method == "send")
    return update(Outbox).where(*waiting).values(state="dropped").execution_options(synchronize_session=False)


async def about_request(tx: Tx, chat_id: int, request_id: int) -> None:
    """Drop what still waits to be told to a chat about a request.

    What the delivery holds in memory already is on its way and cannot be called back; a card that is on
    its way is left alone, so that the edit which takes it back finds it.
    """
    await write(tx)
    is_later = or_(Outbox.key.is_(None), Outbox.not_before > tx.now)
    await tx.session.execute(
        _drop(chat_id).where(Outbox.request_id == request_id, Outbox.attempts == 0, is_later)
    )


async def put_by(tx: Tx, chat_id: int, key: str) -> list[Outgoing]:
    """Drop what was put by under this key, to be told to a chat later than now. Returns what that was."""
    await write(tx)
    later = (Outbox.key == key, Outbox.not_before > tx.now)
    waiting = (Outbox.chat_id == chat_id, Outbox.state == "waiting", Outbox.method == "send")
    bodies = await tx.session.scalars(select(Outbox.body).where(*waiting, *later).order_by(Outbox.id))
    found = [Outgoing.model_validate(one) for one in bodies]
    if found:
        await tx.session.execute(_drop(chat_id).where(*later))
    return found
