"""A web server that the slow, the silent and the many cannot wear out.

aiohttp itself waits an hour for a request that never comes, and for ever for a body. Here whoever does not
send the whole head of a request within `PATIENCE` is cut off, a body gets as long (bot/webhook.py), and when
all places are taken the newest connection gets the one of whoever has been silent the longest.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from aiohttp import web
from aiohttp.http_exceptions import HttpProcessingError
from aiohttp.typedefs import Handler, Middleware

from bot.settings import Address

PATIENCE = 10.0
"""Seconds for the head of a request, from the connection's beginning or from the answer before it."""
PLACES = 250
"""Connections at a time; Telegram has a hundred at most."""
LINGER = 1.0
"""Seconds in which the rest of a refused request is read: else its sender may not see why."""
LAST_ANSWERS = 15.0
"""Seconds that requests under way have at the end."""

log = logging.getLogger(__name__)


def _is_of_ours(record: logging.LogRecord) -> bool:
    """Whether an error is worth a line: that strangers send what is no HTTP is not."""
    return not (record.exc_info and isinstance(record.exc_info[1], HttpProcessingError))


log.addFilter(_is_of_ours)


class _Door:
    """Lets connections in: what `asyncio` makes a protocol of each with. As a middleware it sees who is
    being answered."""

    def __init__(self, places: int) -> None:
        self._places = places
        self._answering: set[asyncio.Protocol] = set()
        self.server: web.Server | None = None

    def __call__(self) -> asyncio.Protocol:
        if self.server is None:
            raise RuntimeError("nobody is there yet")
        if len(self.server.connections) >= self._places:
            self._make_room(self.server)
        return self.server()

    def _make_room(self, server: web.Server) -> None:
        for connection in server.connections:  # the longest there first
            if connection.transport is not None and connection not in self._answering:
                connection.force_close()
                return

    def middleware(self) -> Middleware:
        """Keeps in mind who is being answered, and hangs up on whoever is refused."""

        @web.middleware
        async def answer(request: web.Request, handler: Handler) -> web.StreamResponse:
            self._answering.add(request.protocol)
            try:
                return await handler(request)
            except web.HTTPException as refusal:
                refusal.force_close()
                raise
            finally:
                self._answering.discard(request.protocol)

        return answer


@asynccontextmanager
async def listening(
    at: Address, routes: Sequence[web.RouteDef], *, patience: float = PATIENCE, places: int = PLACES
) -> AsyncIterator[int]:
    """Answer these routes inside the block; gives the port. At the end, requests under way are answered.

    Bodies come as they are, never unpacked: a few compressed bytes could be gigabytes.
    """
    door = _Door(places)
    application = web.Application(middlewares=[door.middleware()])
    application.add_routes(routes)
    runner = web.AppRunner(
        application,
        access_log=None,
        logger=log,
        keepalive_timeout=patience,
        lingering_time=min(LINGER, patience),
        auto_decompress=False,
        shutdown_timeout=LAST_ANSWERS,
    )
    await runner.setup()
    door.server = runner.server
    try:
        listener = await asyncio.get_running_loop().create_server(door, at.host, at.port)
        try:
            yield listener.sockets[0].getsockname()[1]
        finally:
            listener.close()
    finally:
        await runner.cleanup()
