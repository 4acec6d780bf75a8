"""Telling somebody something: a row in the outbox, written with the change that caused it."""

from __future__ import annotations

from domain.messages import Outgoing
from storage import outbox
from storage.outbox import Lane, OutboxRow
from storage.people import Account
from storage.transaction import Tx

__all__ = ["Lane", "change", "tell"]


def tell(
    tx: Tx,
    account: Account,
    message: Outgoing,
    *,
    lane: Lane = Lane.NOTIFICATION,
    key: str | None = None,
    request_id: int | None = None,
) -> None:
    """Send a message to an account. With a `key` it can be changed later in place."""
    _put(tx, account, "send", message, lane, key, request_id)


def change(
    tx: Tx,
    account: Account,
    message: Outgoing,
    *,
    key: str | None = None,
    message_id: int | None = None,
    lane: Lane = Lane.NOTIFICATION,
    request_id: int | None = None,
) -> None:
    """Change a message in place: the last one sent under `key`, or the one with this message id."""
    _put(tx, account, "edit", message, lane, key, request_id, message_id)


def answer_tap(tx: Tx, account: Account, message: Outgoing) -> None:
    """Stop the spinner of a tapped button, with a toast if there is a text."""
    _put(tx, account, "answer", message, Lane.ANSWER, None, None)


def _put(
    tx: Tx,
    account: Account,
    method: str,
    message: Outgoing,
    lane: Lane,
    key: str | None,
    request_id: int | None,
    message_id: int | None = None,
) -> None:
    outbox.put(
        tx,
        OutboxRow(
            bot_id=account.bot_id,
            chat_id=account.id,
            account_id=account.id,
            request_id=request_id,
            lane=lane,
            method=method,
            key=key,
            locale=account.locale,
            body=message.pack(),
            message_id=message_id,
            state="waiting",
            attempts=0,
            created_at=tx.now,
        ),
    )
