"""Updates that Telegram pushes: answered with 200 only when they have taken effect."""

from __future__ import annotations

import asyncio
import hmac
import json
import logging
from collections.abc import Sequence
from typing import Any

from aiohttp import web

from bot.batches import Batches, id_of
from bot.transport import BotApi
from bot.updates import BATCH
from storage.transaction import is_infrastructure

log = logging.getLogger(__name__)

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - a header's name
MAX_BODY = 2**20
BODY_SECONDS = 10.0
"""Within which the whole of an update must have come."""
MOST_WAITING = 5 * BATCH
"""Updates in hand; Telegram pushes no more than its 40 connections at once, whatever waits there."""


async def set_webhook(
    api: BotApi, url: str, secret: str, allowed_updates: Sequence[str], max_connections: int = 40
) -> None:
    """Have updates pushed to this address; `secret` (A-Z a-z 0-9 _ -) proves who pushes.

    With many connections different people's updates come side by side, which makes batches. One chat's stay
    in order all the same: Telegram pushes the next only when the one before was answered with 200, and that
    is when it has taken effect.
    """
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


class Webhook:
    """The address that Telegram pushes to. Requests that come together make one batch."""

    def __init__(self, batches: Batches, secret: str) -> None:
        if not secret:
            raise ValueError("a webhook needs a secret")
        self._batches = batches
        self._secret = secret.encode()
        self._waiting: list[tuple[Any, asyncio.Future[None]]] = []
        self._turn = asyncio.Lock()

    def routes(self, path: str) -> list[web.RouteDef]:
        """What to add to an aiohttp application."""
        return [web.post(path, self.receive)]

    async def receive(self, request: web.Request) -> web.Response:
        """Take in one update.

        401 without the secret, 403 with a wrong one, before a byte of the body is read; 413 for more than
        1 MiB, 415 for what is compressed, 408 for what comes too slowly, 400 for what is no update; 503 while
        the database cannot be used or too many wait: then Telegram pushes it again.
        """
        self._check_secret(request)
        if len(self._waiting) >= MOST_WAITING:
            raise web.HTTPServiceUnavailable
        update = await _update(request)
        try:
            await self.take(update)
        except Exception as error:
            if not is_infrastructure(error):
                raise
            log.warning(
                "The database cannot be used now (%s); Telegram will ask again.", type(error).__name__
            )
            raise web.HTTPServiceUnavailable from None
        return web.Response()

    async def take(self, update: Any) -> None:
        """Return when the update has taken effect; raises an infrastructure error if it cannot now."""
        done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append((update, done))
        async with self._turn:
            if not done.done():
                await self._process_waiting()
        done.result()

    async def _process_waiting(self) -> None:
        """Process all that waits, in order, on behalf of everybody who waits."""
        while self._waiting:
            batch = sorted(self._waiting[:BATCH], key=lambda one: id_of(one[0]) or 0)
            error = await self._process([update for update, _ in batch])
            del self._waiting[: len(batch)]
            for _, done in batch:
                _finish(done, error)

    async def _process(self, updates: Sequence[Any]) -> Exception | None:
        try:
            await self._batches.process(updates)
        except Exception as error:
            return error
        return None

    def _check_secret(self, request: web.Request) -> None:
        given = request.headers.get(SECRET_HEADER)
        if given is None:
            raise web.HTTPUnauthorized
        if not hmac.compare_digest(given.encode(errors="surrogateescape"), self._secret):
            raise web.HTTPForbidden


def _finish(done: asyncio.Future[None], error: Exception | None) -> None:
    if error is None:
        done.set_result(None)
    else:
        done.set_exception(error)
        done.exception()  # whoever waited may have gone away meanwhile: then nobody else would look


async def _update(request: web.Request) -> Any:
    try:
        update = json.loads(await _body(request))
    except ValueError:
        raise web.HTTPBadRequest from None
    if id_of(update) is None:
        raise web.HTTPBadRequest
    return update


async def _body(request: web.Request) -> bytes:
    if request.headers.get("Content-Encoding", "identity") != "identity":
        raise web.HTTPUnsupportedMediaType
    _check_size(request.content_length or 0)
    body = bytearray()
    try:
        async with asyncio.timeout(BODY_SECONDS):
            async for chunk in request.content.iter_chunked(2**16):
                body += chunk
                _check_size(len(body))
    except TimeoutError:
        raise web.HTTPRequestTimeout from None
    return bytes(body)


def _check_size(size: int) -> None:
    if size > MAX_BODY:
        raise web.HTTPRequestEntityTooLarge(max_size=MAX_BODY, actual_size=size)
