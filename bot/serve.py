"""Serving one bot until told to stop: everything from the settings, by polling or by webhook."""

from __future__ import annotations

import asyncio
import gc
import logging
import signal
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.app import ALLOWED_UPDATES, Bangban
from bot.database import opened
from bot.lock import SURE, Lease, single_writer
from bot.settings import Settings
from bot.updates import delete_webhook, set_webhook
from storage import outbox, updates
from storage.transaction import Database

if TYPE_CHECKING:
    from aiohttp import web

log = logging.getLogger(__name__)


async def run(settings: Settings, *, wait: bool | None = None) -> None:
    """Serve until SIGTERM or SIGINT; what is under way is finished first.

    `wait`: whether to stand by as a spare while another process serves this bot, or to end; unless it is
    said, a spare waits on PostgreSQL only. Raises a Problem, WrongTokenError, Unreachable,
    AlreadyRunningError or LockLostError: each says what is wrong.
    """
    token = settings.token()
    async with AsyncExitStack() as stack:
        database = await stack.enter_async_context(opened(settings, frozen_after=SURE))
        lease = Lease()
        bot = Bangban(
            database,
            token,
            api_url=settings.api_url,
            proxy=settings.proxy,
            polling=settings.webhook_url is None,
            may_send=lease.is_sure,
        )
        stack.push_async_callback(bot.close)
        health = Health(database)

        async def stand_by() -> None:
            health.standing_by = True
            await stack.enter_async_context(_watchable(health, settings))
            await bot.prepare()
            log.info("Ready to take over.", extra={"action": "standby"})

        waiting = not database.is_sqlite if wait is None else wait
        lock = single_writer(database, bot.bot_id, wait=waiting, on_standby=stand_by, lease=lease)
        await stack.enter_async_context(lock)
        await stack.enter_async_context(bot)
        await stack.enter_async_context(_pushed(bot, settings))
        if not health.standing_by:
            await stack.enter_async_context(_watchable(health, settings))
        health.standing_by = False
        _spare_the_collector()
        log.info("Serving @%s.", bot.username, extra={"action": "serve", "bot": bot.bot_id})
        await _until_stopped(bot)
        log.info("Stopping; what is under way is finished first.", extra={"action": "stop"})


def _spare_the_collector() -> None:
    """Let Python look for circular garbage less often, and never among what was there at the start.

    A batch makes tens of thousands of objects and lets them go by itself; looking through them every
    seven hundred took an eighth of the time of an intake.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


async def _until_stopped(bot: Bangban) -> None:
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, bot.stop.set)
    stopping = asyncio.create_task(bot.stop.wait())
    failing = asyncio.create_task(bot.finished())
    try:
        done, _ = await asyncio.wait((stopping, failing), return_when=asyncio.FIRST_COMPLETED)
        if failing in done:
            failing.result()
    finally:
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.remove_signal_handler(number)
        stopping.cancel()
        failing.cancel()
        await asyncio.gather(stopping, failing, return_exceptions=True)


@asynccontextmanager
async def _pushed(bot: Bangban, settings: Settings) -> AsyncIterator[None]:
    """Have updates pushed if a webhook is set up; if not, have them no longer pushed."""
    url, secret, listen = settings.webhook_url, settings.webhook_secret, settings.webhook_listen
    if url is None or secret is None or listen is None:
        await delete_webhook(bot.api)
        yield
        return
    from bot.listening import listening  # with aiohttp's server, 2 MB that a bot needs only to be called
    from bot.webhook import Webhook

    webhook = Webhook(bot.batches, secret.get_secret_value())
    async with listening(listen, webhook.routes()):
        await set_webhook(bot.api, url, secret.get_secret_value(), ALLOWED_UPDATES)
        yield


@dataclass
class Health:
    """What a watchdog is told: 200 while the database answers, with a few counts, or that this process is a
    spare which stands by (and is as well as it can be)."""

    database: Database
    standing_by: bool = False

    async def answer(self, _request: web.Request) -> web.Response:
        """Answer `GET /health`."""
        from aiohttp import web

        async with self.database.begin() as tx:
            counts = await outbox.counts(tx)
            failed = await updates.failed_count(tx)
        if self.standing_by:
            return web.json_response({"ok": True, "standing_by": True})
        return web.json_response({"ok": True, "outbox": counts, "failed_updates": failed})


@asynccontextmanager
async def _watchable(health: Health, settings: Settings) -> AsyncIterator[None]:
    if settings.health_listen is None:
        yield
        return
    from aiohttp import web

    from bot.listening import listening

    async with listening(settings.health_listen, [web.get("/health", health.answer)]):
        yield
