"""Listening for HTTP without being held up by whoever is slow, silent or many."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from aiohttp import web
from aiohttp.typedefs import Handler

from bot.settings import Address

QUIET = 15.0
"""Seconds in which a connection must have sent all of a request's head, the first or the next."""
CONNECTIONS = 200
"""Connections at once. Telegram keeps at most 40, see `bot.webhook.set_webhook`."""


@asynccontextmanager
async def listening(
    at: Address, routes: list[web.RouteDef], *, quiet: float = QUIET, connections: int = CONNECTIONS
) -> AsyncIterator[int]:
    """Answer requests at an address until the block ends; gives the port.

    A connection that does not come to the point is closed after `quiet` seconds, and at once when there
    are more than `connections`, the oldest first: whoever has something to say always gets through. What
    is being answered is never cut off.
    """
    crowd = _Crowd(connections)
    application = web.Application(middlewares=[crowd.answering])
    application.add_routes(routes)
    runner = web.AppRunner(
        application, access_log=None, keepalive_timeout=quiet, lingering_time=1.0, auto_decompress=False
    )
    await runner.setup()
    try:
        factory = crowd.gate(runner.server)
        server = await asyncio.get_running_loop().create_server(factory, at.host, at.port, backlog=128)
        try:
            yield server.sockets[0].getsockname()[1]
        finally:
            server.close()
    finally:
        await runner.cleanup()


class _Crowd:
    """Knows which connections are being answered, and closes others when there are too many."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._answered: set[asyncio.BaseProtocol] = set()

    @web.middleware
    async def answering(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Nobody is cut off while they are answered."""
        self._answered.add(request.protocol)
        try:
            return await handler(request)
        finally:
            self._answered.discard(request.protocol)

    def gate(self, server: web.Server | None) -> Callable[[], asyncio.Protocol]:
        """What makes a protocol for each new connection."""
        if server is None:
            raise RuntimeError("not set up")

        def enter() -> asyncio.Protocol:
            others = [one for one in server.connections if one not in self._answered]
            if len(server.connections) >= self._most and others:
                others[0].force_close()
            return server()

        return enter
