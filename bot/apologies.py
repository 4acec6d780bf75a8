"""Telling somebody, neutrally, that what they sent could not be processed."""

from __future__ import annotations

import telegram

from bot.batches import Handle
from domain.messages import Outgoing, Text
from storage import outbox, people
from storage.outbox import Lane, OutboxRow
from storage.transaction import Tx


def apologiser(text: Text, default_locale: str = "zh-Hans") -> Handle:
    """Make the `apologise` of Batches: it answers a tap with an alert, and anything else with a message."""

    async def apologise(tx: Tx, update: telegram.Update) -> None:
        user, chat, tap = update.effective_user, update.effective_chat, update.callback_query
        if user is None or (chat is None and tap is None):
            return
        who = await people.account(tx, user.id)
        message = Outgoing(text=text, alert=tap is not None, callback_id=tap.id if tap else None)
        row = OutboxRow(
            bot_id=tx.bot_id,
            chat_id=chat.id if chat else user.id,
            thread_id=_topic(update),
            account_id=user.id if chat is None or chat.type == chat.PRIVATE else None,
            lane=Lane.ANSWER,
            method="answer" if tap else "send",
            locale=who.locale if who else default_locale,
            body=message,
            created_at=tx.now,
        )
        outbox.put(tx, row)

    return apologise


def _topic(update: telegram.Update) -> int | None:
    """The topic of a forum group in which it happened."""
    message = update.effective_message
    return message.message_thread_id if message is not None and message.is_topic_message else None
