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
from bot.listening import PATIENCE
from bot.updates import BATCH
from storage.transaction import is_infrastructure

log = logging.getLogger(__name__)

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - a header's name
MAX_BODY = 2**20
MAX_WAITING = 1000
"""Updates in memory that have not taken effect yet; more are refused, and pushed again later."""


class Webhook:
    """The address that Telegram pushes to. Requests that come together make one batch."""

    def __init__(self, batches: Batches, secret: str, *, patience: float = PATIENCE) -> None:
        if not secret:
            raise ValueError("a webhook needs a secret")
        self._batches = batches
        self._secret = secret.encode()
        self._patience = patience
        self._waiting: list[tuple[Any, asyncio.Future[None]]] = []
        self._turn = asyncio.Lock()

    def routes(self) -> list[web.RouteDef]:
        """What to listen to: pushes to any path, for a proxy may change it. The secret is what counts."""
        return [web.post("/{path:.*}", self.receive)]

    async def receive(self, request: web.Request) -> web.Response:
        """Take in one update.

        401 without the secret, 403 with a wrong one, 408 for a body that does not come in time, 413 for
        more than 1 MiB, 415 for a compressed one, 400 for what is no update, 503 while the database cannot
        be used or too much waits: then Telegram pushes it again.
        """
        self._check_secret(request)
        update = _update(await self._body(request))
        if len(self._waiting) >= MAX_WAITING:
            raise web.HTTPServiceUnavailable
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

    async def _body(self, request: web.Request) -> bytes:
        if request.headers.get("Content-Encoding", "identity") != "identity":
            raise web.HTTPUnsupportedMediaType
        if (request.content_length or 0) > MAX_BODY:
            raise web.HTTPRequestEntityTooLarge(max_size=MAX_BODY, actual_size=request.content_length or 0)
        try:
            async with asyncio.timeout(self._patience):
                return await _read(request)
        except TimeoutError:
            raise web.HTTPRequestTimeout from None
        except (ConnectionError, web.RequestPayloadError):  # its sender hung up, or it is no HTTP
            raise web.HTTPBadRequest from None


def _finish(done: asyncio.Future[None], error: Exception | None) -> None:
    if error is None:
        done.set_result(None)
    else:
        done.set_exception(error)
        done.exception()  # whoever waited may have gone away meanwhile: then nobody else would look


def _update(body: bytes) -> Any:
    try:
        update = json.loads(body)
    except (ValueError, RecursionError):
        raise web.HTTPBadRequest from None
    if id_of(update) is None:
        raise web.HTTPBadRequest
    return update


async def _read(request: web.Request) -> bytes:
    """The body, as far as it may be long, whatever its sender says of its length."""
    body = bytearray()
    async for chunk in request.content.iter_chunked(2**16):
        body += chunk
        if len(body) > MAX_BODY:
            raise web.HTTPRequestEntityTooLarge(max_size=MAX_BODY, actual_size=len(body))
    return bytes(body)
