"""Where updates come from: the loop that fetches them from Telegram and confirms them only when they have
taken effect; or Telegram itself, told to push them (bot/webhook.py takes those in)."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from typing import Any

from bot.backoff import Backoff, pause
from bot.batches import Batches, id_of
from bot.transport import ApiError, BotApi, Unreachable, WrongTokenError, is_wrong_token
from storage.transaction import is_infrastructure

log = logging.getLogger(__name__)

BATCH = 100
"""The most updates that Telegram gives at once."""

CONNECTIONS = 40
"""Pushes at a time. What comes from one chat Telegram pushes one after the other, each when the one before
was taken, whatever their number: it is how many chats can be answered together, in one transaction."""

MANY = 10
GATHER = 0.03
"""After updates of so many people at once the next ones gather for so many seconds while the answers go out:
what a batch costs, however small it is, is then shared by more. The way to Telegram counts as part of that;
and whoever writes alone, or beside one who writes without end, is never kept waiting."""


async def set_webhook(
    api: BotApi, url: str, secret: str, allowed_updates: Sequence[str], max_connections: int = CONNECTIONS
) -> None:
    """Have updates pushed to this address; `secret` (A-Z a-z 0-9 _ -) proves who pushes."""
    params = {
        "url": url,
        "secret_token": secret,
        "allowed_updates": list(allowed_updates),
        "max_connections": max_connections,
    }
    await api.call("setWebhook", params)


async def delete_webhook(api: BotApi) -> None:
    """Have no updates pushed, so that getUpdates works; what waits is kept."""
    await api.call("deleteWebhook")


class UpdateLoop:
    """Long polling, one batch after the other.

    allowed_updates  the kinds of update to ask for, as Telegram names them
    long_poll        seconds that Telegram holds the question open while there is nothing
    """

    def __init__(
        self,
        api: BotApi,
        batches: Batches,
        *,
        allowed_updates: Sequence[str],
        long_poll: int = 30,
        backoff: Backoff | None = None,
    ) -> None:
        self._api = api
        self._batches = batches
        self._allowed = list(allowed_updates)
        self._long_poll = long_poll
        self._backoff = backoff or Backoff()
        self._offset = 0
        self._distance = 0.0
        """Seconds that the last question took while there was much to be answered."""

    async def run(self, stop: asyncio.Event) -> None:
        """Work until told to stop; a batch that is being processed is finished first.

        Raises WrongTokenError. Everything else that can go wrong on the way is waited out.
        """
        people = 0
        while not stop.is_set():
            try:
                batch = await self._gathered(stop) if people >= MANY else await self._fetch(stop)
                people = await self._batches.process(batch) if batch else 0
                if batch:
                    self._confirm(batch)
                self._backoff.reset()
            except Exception as error:
                await pause(self._wait_after(error), stop)

    async def _gathered(self, stop: asyncio.Event) -> list[Any]:
        """The next batch, when some time was left for it to grow."""
        if self._distance < GATHER:
            await pause(GATHER - self._distance, stop)
        asked = asyncio.get_running_loop().time()
        batch = await self._fetch(stop)
        self._distance = asyncio.get_running_loop().time() - asked if batch else 0.0
        return batch

    async def _fetch(self, stop: asyncio.Event) -> list[Any]:
        """The next batch; nothing if told to stop while waiting for it."""
        params = {
            "offset": self._offset,
            "limit": BATCH,
            "timeout": self._long_poll,
            "allowed_updates": self._allowed,
        }
        poll = asyncio.create_task(self._api.call("getUpdates", params, timeout=self._long_poll + 15))
        stopping = asyncio.create_task(stop.wait())
        try:
            await asyncio.wait((poll, stopping), return_when=asyncio.FIRST_COMPLETED)
            return list(poll.result()) if poll.done() else []
        finally:
            stopping.cancel()
            poll.cancel()
            await asyncio.gather(poll, stopping, return_exceptions=True)

    def _confirm(self, batch: Sequence[Any]) -> None:
        ids = [update_id for raw in batch if (update_id := id_of(raw)) is not None]
        if not ids:
            raise Unreachable("updates without ids")
        self._offset = max(ids) + 1

    def _wait_after(self, error: Exception) -> float:
        """How long to wait because of this error; raises those that waiting cannot mend."""
        if isinstance(error, ApiError):
            if is_wrong_token(error):
                raise WrongTokenError from None
            log.warning("Telegram refused getUpdates: %s", error)
            return max(error.retry_after or 0.0, self._backoff.next())
        if isinstance(error, Unreachable):
            log.warning("Telegram cannot be reached: %s", error)
            return self._backoff.next()
        if is_infrastructure(error):
            log.warning("The database cannot be used now (%s); the batch waits.", type(error).__name__)
            return self._backoff.next()
        raise error
