"""A reverse proxy in front of the webhook, as bad as they come."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import cycle
from typing import Any

import aiohttp
from aiohttp import web

PATH = "/village/telegram"


class Front:
    """Passes what comes to its own port and path on to `behind`, where another path is known.

    How, it takes in turn from `ways`: "on" (as it should), "closed" (by a new connection that it closes),
    "twice" (again, though the first was taken), "silent" (taken, but whoever pushed is hung up on), "away"
    (502, not passed on).
    """

    def __init__(self, session: aiohttp.ClientSession, behind: str, *ways: str) -> None:
        self._session = session
        self.behind = behind
        self.url = ""
        self.passed = 0
        self._ways = cycle(ways or ("on",))

    async def push(self, request: web.Request) -> web.StreamResponse:
        body, way = await request.read(), next(self._ways)
        if way == "away":
            raise web.HTTPBadGateway
        headers = dict(request.headers) | {
            "X-Forwarded-For": "203.0.113.7, not an address",
            "X-Forwarded-Host": "somewhere.else",
            "Forwarded": "for=unknown;proto=gopher",
            "Connection": "close" if way == "closed" else "keep-alive",
        }
        del headers["Host"]
        for _ in range(2 if way == "twice" else 1):
            status = await self._pass_on(body, headers)
        if way == "silent" and request.transport is not None:
            request.transport.close()
        return web.Response(status=status)

    async def _pass_on(self, body: bytes, headers: dict[str, Any]) -> int:
        self.passed += 1
        try:
            async with self._session.post(self.behind, data=body, headers=headers) as answer:
                return answer.status
        except aiohttp.ClientError:
            return 502


@asynccontextmanager
async def fronting(behind: str, *ways: str) -> AsyncIterator[Front]:
    """One that stands in front of an address inside the block."""
    async with aiohttp.ClientSession() as session:
        front = Front(session, behind, *ways)
        app = web.Application()
        app.router.add_post(PATH, front.push)
        runner = web.AppRunner(app, shutdown_timeout=0.2)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        front.url = f"http://127.0.0.1:{runner.addresses[0][1]}{PATH}"
        yield front
        await runner.cleanup()
