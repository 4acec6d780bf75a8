"""The simulator as a server: the Bot API for bots, the page of phones for people."""

import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from aiohttp import web

from simulator.api import UPLOAD_LIMIT, BotApi
from simulator.faults import Faults
from simulator.limits import Limits
from simulator.model import Bot
from simulator.person import Person
from simulator.phones import Phones
from simulator.world import World

PAGE = Path(__file__).with_name("page")


class Simulator:
    """`async with Simulator() as sim:` serves `sim.world` at `sim.url` until the block ends.

    `port` 0 takes a free one. `limits` and `faults` are off unless given; `record` bounds `world.calls`.
    """

    def __init__(
        self,
        host: str = "127.0.0.1",
        port: int = 0,
        *,
        clock: Callable[[], float] = time.time,
        limits: Limits | None = None,
        faults: Faults | None = None,
        record: int = 100_000,
        webhook_retry: float = 0.2,
        world: World | None = None,
    ) -> None:
        self.world = world or World(clock, limits, faults, record)
        self.host, self.port = host, port
        self._webhook_retry = webhook_retry
        self._runner: web.AppRunner | None = None
        self._api: BotApi | None = None

    @property
    def url(self) -> str:
        """Where it listens, without a slash at the end."""
        return f"http://{self.host}:{self.port}"

    def add_bot(
        self,
        token: str = "1000:demo-token-of-the-simulator",  # noqa: S107 (a token of nothing)
        username: str = "bangban_demo_bot",
        name: str = "帮办",
    ) -> Bot:
        """Register a bot under a token."""
        return self.world.add_bot(token, username, name)

    def person(
        self,
        first_name: str,
        phone: str | None = None,
        language_code: str | None = "zh-hans",
        label: str = "",
        **about: Any,
    ) -> Person:
        """A new person with a phone; more fields are `User`'s."""
        user = self.world.add_user(
            first_name, phone=phone, language_code=language_code, label=label or first_name, **about
        )
        return Person(self.world, user)

    async def settled(self, timeout: float = 10.0, quiet: float = 0.05) -> None:  # noqa: ASYNC109
        """Return once every update is confirmed and no call has been under way for `quiet` seconds."""
        await self.world.settled(timeout, quiet)

    async def start(self) -> None:
        """Listen."""
        api, phones = BotApi(self.world, self._webhook_retry), Phones(self.world)
        app = web.Application(client_max_size=UPLOAD_LIMIT)
        app.router.add_route("*", "/bot{call:.+}", api.handle)
        app.router.add_get("/file/bot{token:[^/]+}/{path:.+}", api.download)
        phones.add_routes(app)
        app.on_shutdown.append(phones.close)
        app.router.add_get("/", _index)
        if PAGE.is_dir():
            app.router.add_static("/page", PAGE)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.5, handler_cancellation=True)
        await self._runner.setup()
        site = web.TCPSite(self._runner, self.host, self.port)
        await site.start()
        self.port = self._runner.addresses[0][1]
        self._api = api

    async def stop(self) -> None:
        """Hang up on everyone."""
        if self._api is not None:
            await self._api.close()
        if self._runner is not None:
            await self._runner.cleanup()
        self._api = self._runner = None

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.stop()


async def _index(_request: web.Request) -> web.StreamResponse:
    return web.FileResponse(PAGE / "index.html")
