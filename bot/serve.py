"""Serving one bot until told to stop: everything from the settings, by polling or by webhook."""

from __future__ import annotations

import asyncio
import gc
import logging
import signal
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager

from aiohttp import web

from bot.app import ALLOWED_UPDATES, Bangban
from bot.database import opened
from bot.listening import listening
from bot.lock import single_writer
from bot.settings import Settings
from bot.webhook import Webhook, delete_webhook, set_webhook
from storage import outbox, updates
from storage.transaction import Database

log = logging.getLogger(__name__)


async def run(settings: Settings) -> None:
    """Serve until SIGTERM or SIGINT; what is under way is finished first.

    Raises a Problem, WrongTokenError, Unreachable or AlreadyRunningError: each says what is wrong. On
    PostgreSQL a second process of the same bot stands by as a spare; on SQLite it refuses to start.
    """
    token = settings.token()
    async with AsyncExitStack() as stack:
        database = await stack.enter_async_context(opened(settings))
        bot_id = int(token.partition(":")[0])
        await stack.enter_async_context(single_writer(database, bot_id, wait=not database.is_sqlite))
        bot = Bangban(
            database,
            token,
            api_url=settings.api_url,
            proxy=settings.proxy,
            polling=settings.webhook_url is None,
        )
        await stack.enter_async_context(bot)
        await stack.enter_async_context(_pushed(bot, settings))
        if settings.health_listen is not None:
            health = [web.get("/health", lambda _: _health(database))]
            await stack.enter_async_context(listening(settings.health_listen, health))
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
    webhook = Webhook(bot.batches, secret.get_secret_value())
    async with listening(listen, webhook.routes()):
        await set_webhook(bot.api, url, secret.get_secret_value(), ALLOWED_UPDATES)
        yield


async def _health(database: Database) -> web.Response:
    """What a watchdog asks: 200 with a few counts while the database answers."""
    async with database.begin() as tx:
        counts = await outbox.counts(tx)
        failed = await updates.failed_count(tx)
    return web.json_response({"ok": True, "outbox": counts, "failed_updates": failed})
