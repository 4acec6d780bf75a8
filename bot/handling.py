"""python-telegram-bot's Application as a function: one update on one transaction, errors raised."""

from __future__ import annotations

from typing import Any, Self

import telegram
from telegram.ext import Application, BaseHandler, ContextTypes

from bot.transport import TELEGRAM, AiohttpRequest
from handlers.talk import current_tx
from storage.transaction import Tx

PtbApplication = Application[Any, Any, Any, Any, Any, Any]


class _RaisingApplication(PtbApplication):
    """Application swallows what a handler raises; the transaction has to know of it."""

    async def process_error(self, update: object, error: Exception, *_: Any, **__: Any) -> bool:  # noqa: ARG002
        """Raise it again, out of process_update."""
        raise error


class PtbHandling:
    """Runs handlers of python-telegram-bot inside our transactions.

    Register handlers on `application`; then, as a context manager, await `handling(tx, update)`.
    Entering asks Telegram who the bot is. Raises ValueError for a handler with block=False, which
    would run beside the transaction.
    """

    def __init__(self, token: str, *, url: str = TELEGRAM, request: AiohttpRequest | None = None) -> None:
        transport = request or AiohttpRequest()
        self.application: PtbApplication = (
            Application.builder()
            .application_class(_RaisingApplication)
            .token(token)
            .base_url(f"{url}/bot")
            .base_file_url(f"{url}/file/bot")
            .request(transport)
            .get_updates_request(transport)
            .updater(None)
            .job_queue(None)
            .build()
        )

    @property
    def bot(self) -> telegram.Bot:
        """The bot that parsed updates belong to."""
        bot: telegram.Bot = self.application.bot
        return bot

    async def __aenter__(self) -> Self:
        for handlers in self.application.handlers.values():
            for handler in handlers:
                _check(handler)
        await self.application.initialize()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.application.shutdown()

    async def __call__(self, tx: Tx, update: telegram.Update) -> None:
        """Run the handlers; whatever they raise is raised here."""
        token = current_tx.set(tx)
        try:
            await self.application.process_update(update)
        finally:
            current_tx.reset(token)


def _check(handler: BaseHandler[Any, ContextTypes.DEFAULT_TYPE, Any]) -> None:
    if not handler.block:
        raise ValueError(f"{handler!r} must not have block=False")
