"""Telling somebody something: a row in the outbox, written with the change that caused it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from domain.messages import Outgoing
from storage import notices, outbox, people
from storage.outbox import Lane, OutboxRow
from storage.people import Account
from storage.transaction import Tx

__all__ = ["Lane", "Room", "answer_tap", "by_another", "change", "change_last", "tell"]


@dataclass(frozen=True)
class Room:
    """A chat that is no single person's: a group, or with `thread_id` a topic of one."""

    bot_id: int
    """The bot that is in it."""
    chat_id: int
    locale: str
    thread_id: int | None = None


def tell(
    tx: Tx,
    to: Account | Room,
    message: Outgoing,
    *,
    lane: Lane = Lane.NOTIFICATION,
    key: str | None = None,
    request_id: int | None = None,
    not_before: datetime | None = None,
) -> None:
    """Send a message to an account or a group, or put it by until a moment. With a `key` it can be changed
    later in place."""
    _put(tx, to, "send", message, lane, key, request_id, not_before=not_before)


def change(
    tx: Tx,
    to: Account | Room,
    message: Outgoing,
    *,
    key: str | None = None,
    message_id: int | None = None,
    lane: Lane = Lane.NOTIFICATION,
    request_id: int | None = None,
) -> None:
    """Change a message in place: the last one sent under `key`, or the one with this message id."""
    _put(tx, to, "edit", message, lane, key, request_id, message_id)


async def change_last(
    tx: Tx,
    to: Account,
    message: Outgoing,
    *,
    key: str,
    lane: Lane = Lane.NOTIFICATION,
    request_id: int | None = None,
) -> None:
    """Change in place the last message somebody got under `key`, in the chat with whichever bot it lies;
    where there is none it is a new message."""
    last = await outbox.sent_with_key(tx, to.id, key)
    bot_id = last.bot_id if last is not None else None
    _put(tx, to, "edit", message, lane, key, request_id, bot_id=bot_id)


async def by_another(tx: Tx, row: OutboxRow) -> bool:
    """A message could not be sent, because its reader has blocked the bot: if they talk to another one by
    now it goes out there, and True is returned."""
    reader = await people.account(tx, row.account_id) if row.account_id is not None else None
    if reader is None or reader.bot_id == row.bot_id:
        return False
    notice = await notices.one(tx, row.notice_id) if row.notice_id is not None else None
    if row.method == "send" and (notice is None or notice.state != "stopped"):
        again = OutboxRow(
            bot_id=reader.bot_id,
            chat_id=row.chat_id,
            account_id=row.account_id,
            request_id=row.request_id,
            notice_id=row.notice_id,
            lane=row.lane,
            method=row.method,
            key=row.key,
            locale=row.locale,
            body=row.body,
            created_at=tx.now,
        )
        outbox.put(tx, again)
    return True


def answer_tap(tx: Tx, to: Account | Room, message: Outgoing) -> None:
    """Stop the spinner of a tapped button, with a toast if there is a text: only who tapped sees it."""
    _put(tx, to, "answer", message, Lane.ANSWER, None, None)


def _put(
    tx: Tx,
    to: Account | Room,
    method: str,
    message: Outgoing,
    lane: Lane,
    key: str | None,
    request_id: int | None,
    message_id: int | None = None,
    bot_id: int | None = None,
    not_before: datetime | None = None,
) -> None:
    room = to if isinstance(to, Room) else Room(to.bot_id, to.id, to.locale)
    row = OutboxRow(
        bot_id=bot_id or room.bot_id,
        chat_id=room.chat_id,
        thread_id=room.thread_id,
        account_id=None if isinstance(to, Room) else to.id,
        request_id=request_id,
        lane=lane,
        method=method,
        key=key,
        locale=room.locale,
        body=message,
        message_id=message_id,
        created_at=tx.now,
        not_before=not_before,
    )
    outbox.put(tx, row)
