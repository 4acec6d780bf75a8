"""The program put together: updates in, messages out, and the clock."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from contextlib import AsyncExitStack, suppress
from datetime import UTC, datetime
from typing import Self

from bot.apologies import apologiser
from bot.batches import Batches
from bot.delivery import Delivery
from bot.floods import Floods
from bot.handling import PtbHandling
from bot.limits import Limits
from bot.menu import set_menu
from bot.transport import (
    AiohttpRequest,
    ApiError,
    BotApi,
    Unreachable,
    WrongTokenError,
    is_wrong_token,
)
from bot.updates import UpdateLoop
from bot.words import translate
from domain.messages import t
from domain.suggest import suggest
from handlers.routes import register
from locales import LANGUAGES, ids
from schedules.ticks import EVERY_MINUTE, EVERY_SECOND, OFTEN, Clock, drain
from storage.signals import Listener
from storage.transaction import Database

log = logging.getLogger(__name__)
ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "my_chat_member")


class Bangban:
    """One bot on one database, as a context manager: inside the block it answers.

    It works in this process and event loop; bot/serve.py makes the program of it, the demo and the
    tests use it as it is. `now` is the clock everything goes by, `long_poll` in seconds, `may_send` says
    whether this process is still the one that sends.
    """

    def __init__(
        self,
        database: Database,
        token: str,
        *,
        api_url: str,
        proxy: str | None = None,
        limits: Limits | None = None,
        long_poll: int = 30,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        polling: bool = True,
        may_send: Callable[[], bool] = lambda: True,
    ) -> None:
        self.database = database
        self.bot_id = int(token.partition(":")[0])
        self.api = BotApi(api_url, token, proxy=proxy)
        self.handling = PtbHandling(token, url=api_url, request=AiohttpRequest(proxy=proxy))
        register(self.handling.application, lambda: self.username)
        self._now = now
        self._polling = polling
        self.delivery = Delivery(
            database,
            self.api,
            self.bot_id,
            translate=translate,
            limits=limits,
            may_send=may_send,
            clock=now,
        )
        self.batches = Batches(
            database,
            self.bot_id,
            self.handling,
            hand_over=self.delivery.hand_over,
            apologise=apologiser(t("went-wrong")),
            slow_down=apologiser(t("too-fast")),
            floods=Floods(limits or Limits()),
            room=self.delivery.room,
            bot=self.handling.bot,
            clock=now,
        )
        self.updates = UpdateLoop(
            self.api, self.batches, allowed_updates=ALLOWED_UPDATES, long_poll=long_poll
        )
        self.clock = Clock(database, self.bot_id, self.delivery.hand_over, now)
        self.listener = Listener(database, self.bot_id, self.delivery.heard)
        self.stop = asyncio.Event()
        self._stack = AsyncExitStack()
        self._is_ready = False
        self._loops: asyncio.Task[None] | None = None

    @property
    def username(self) -> str:
        """The bot's name in the chat network, without "@"; known once it runs."""
        return str(self.handling.bot.username)

    async def prepare(self) -> None:
        """Get ready to begin at once, while another process still serves the bot: know who the bot is, and
        have read the words and what the suggestion has learned. Raises WrongTokenError."""
        await asyncio.to_thread(_read_in)
        try:
            await self._introduce()
        except Unreachable as error:
            log.warning("Telegram cannot be reached: %s", error)  # it may be when it is needed

    async def _introduce(self) -> None:
        """Ask Telegram who the bot is, unless that is known. Raises WrongTokenError or Unreachable."""
        if not self._is_ready:
            await self._stack.enter_async_context(self.api)
            await self._check_token()
            await self._stack.enter_async_context(self.handling)
            self._is_ready = True

    async def __aenter__(self) -> Self:
        await self._introduce()
        await set_menu(self.api)
        self.clock.start()
        self._loops = asyncio.create_task(self._run())
        return self

    async def close(self) -> None:
        """Close what was opened to prepare, if it never came to more."""
        await self._stack.aclose()

    async def _check_token(self) -> None:
        """Ask who the bot is. Raises WrongTokenError or Unreachable, having closed what was opened."""
        try:
            await self.api.call("getMe")
        except (ApiError, Unreachable) as error:
            await self._stack.aclose()
            if isinstance(error, ApiError) and is_wrong_token(error):
                raise WrongTokenError from None
            raise

    async def __aexit__(self, *_: object) -> None:
        self.stop.set()
        if self._loops is not None:
            with suppress(asyncio.CancelledError):
                await self._loops
        await self.clock.stop()
        await self._stack.aclose()

    async def _run(self) -> None:
        """Both loops; when one fails for good the other stops too. Raises WrongTokenError."""
        async with asyncio.TaskGroup() as group:
            group.create_task(self.delivery.run(self.stop))
            group.create_task(self.listener.run(self.stop))
            if self._polling:
                group.create_task(self.updates.run(self.stop))

    async def finished(self) -> None:
        """Wait until it is told to stop, or has failed for good (then that is raised)."""
        if self._loops is not None:
            await asyncio.shield(self._loops)

    async def tick(self) -> None:
        """Do now what the clock would do within the minute."""
        steps = (*EVERY_SECOND, *OFTEN, *EVERY_MINUTE)
        await drain(self.database, self.bot_id, self.delivery.hand_over, *steps, now=self._now)


def _read_in() -> None:
    """Read what is read at first use."""
    suggest("路灯不亮了")
    for language in LANGUAGES:
        ids(language)
