"""Passing files on between the bots of one database, each of which has names of its own for them.

A row with a foreign file waits here, and holds up nobody, until the bot that received the file has left a
copy; then it is sent as an upload, and the name that this bot has for it from then on is remembered. What
cannot be had in time goes as words alone.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine
from datetime import datetime, timedelta
from typing import Any, TypeVar

from bot.backoff import Backoff, pause
from bot.filenames import safe_name
from bot.rendering import Passed
from bot.transport import ApiError, BotApi, Unreachable
from domain.messages import Content
from storage import media, outbox
from storage.media import MediaCopy
from storage.outbox import OutboxRow
from storage.signals import first_of
from storage.transaction import Database, is_infrastructure

log = logging.getLogger(__name__)
T = TypeVar("T")

PATIENCE = timedelta(minutes=5)
"""How long a message waits for a file; the other bot's process may just be starting again."""
LOOK = 1.0
"""Seconds after which the table is looked at for files that are waited for, if no signal comes."""
POLL = 30.0
"""The same, while none is waited for; and for what others have asked this bot for."""
LARGEST = 20 * 1024 * 1024
"""Bytes of the largest file that the chat network gives to a bot."""


def foreign(row: OutboxRow) -> Content | None:
    """The content of a row whose file is another bot's."""
    content = row.message.content if row.method == "send" else None
    return content if content is not None and content.is_foreign_to(row.bot_id) else None


class Borrowed:
    """The files that this bot needs from others.

    release  is given a row that can go now; with True if nobody wants it sent any more
    """

    def __init__(
        self,
        database: Database,
        bot_id: int,
        release: Callable[[OutboxRow, bool], None],
        clock: Callable[[], datetime],
    ) -> None:
        self._database = database
        self._bot_id = bot_id
        self._release = release
        self._clock = clock
        self._held: dict[int, tuple[OutboxRow, int, datetime]] = {}
        self._copies: dict[int, int] = {}
        self._asking = asyncio.Lock()
        self._wake = asyncio.Event()

    def poke(self) -> None:
        """Look now: something may have come."""
        self._wake.set()

    async def ready(self, row: OutboxRow) -> bool:
        """Whether the row can go. If not, its file was asked for, and it is released later."""
        content = foreign(row)
        if content is None or row.id in self._copies:
            return True
        copy = await self._ask(content)
        until = copy.asked_at + PATIENCE
        if copy.state == "asked" and self._clock() < until:
            self._held[row.id] = (row, copy.id, until)
            self.poke()
            return False
        self._copies[row.id] = copy.id
        return True

    async def _ask(self, content: Content) -> MediaCopy:
        async with self._asking, self._database.begin(self._clock(), self._bot_id) as tx:
            return await media.wanted(tx, content.bot_id or 0, content.file_id or "")

    async def file(self, row: OutboxRow) -> Passed:
        """What to send for a row's file: our own name for it, or the file; None if it cannot be had."""
        content, copy_id = foreign(row), self._copies.get(row.id)
        if content is None or copy_id is None:
            return None
        async with self._database.begin(self._clock(), self._bot_id) as tx:
            copy = await media.copy(tx, copy_id)
            data = await media.data(tx, copy_id) if copy is not None and copy.state == "ready" else None
        if copy is not None and copy.own_file_id is not None:
            return copy.own_file_id
        if copy is not None and data is not None:
            return safe_name(content.file_name or copy.name or content.kind), data
        log.warning("A file could not be passed on; its words go alone.", extra={"outbox_id": row.id})
        return None

    async def sent(self, row: OutboxRow, result: Any) -> None:
        """Remember how this bot calls the file it has just sent; if that fails it is only sent again."""
        content, copy_id = foreign(row), self._copies.get(row.id)
        name = _file_id(result, content.kind) if content is not None else None
        if copy_id is None or name is None:
            return
        try:
            async with self._database.begin(self._clock(), self._bot_id) as tx:
                await media.used(tx, copy_id, name)
        except Exception as error:
            if not is_infrastructure(error):
                raise

    def forget(self, row: OutboxRow) -> None:
        """The row is settled."""
        self._copies.pop(row.id, None)

    async def run(self, stop: asyncio.Event) -> None:
        """Let go what need not wait any more, until told to stop."""
        backoff = Backoff(first=0.2, longest=POLL)
        while not stop.is_set():
            self._wake.clear()
            try:
                await self._look()
                backoff.reset()
            except Exception as error:
                if not is_infrastructure(error):
                    raise
                await pause(backoff.next(), stop)
            await first_of(LOOK if self._held else POLL, self._wake, stop)

    async def _look(self) -> None:
        if not self._held:
            return
        now = self._clock()
        async with self._database.begin(now, self._bot_id) as tx:
            settled = await media.settled(tx, {copy_id for _, copy_id, _ in self._held.values()})
            done = [
                (row, copy_id)
                for row, copy_id, until in self._held.values()
                if copy_id in settled or until <= now
            ]
            waiting = await outbox.still_waiting(tx, [row.id for row, _ in done])
        for row, copy_id in done:
            del self._held[row.id]
            self._copies[row.id] = copy_id
            self._release(row, row.id not in waiting)


class Lent:
    """The files that others need from this bot."""

    def __init__(self, database: Database, api: BotApi, bot_id: int, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._api = api
        self._bot_id = bot_id
        self._clock = clock
        self._wake = asyncio.Event()
        self._backoff = Backoff(first=0.5, longest=POLL)

    def poke(self) -> None:
        """Look now: something may have been asked for."""
        self._wake.set()

    async def run(self, stop: asyncio.Event) -> None:
        """Fetch what is asked for, one after the other, until told to stop."""
        while not stop.is_set():
            self._wake.clear()
            trouble = await self._give_all(stop)
            if trouble:
                await pause(self._backoff.next(), stop)
            else:
                self._backoff.reset()
                await first_of(POLL, self._wake, stop)

    async def _give_all(self, stop: asyncio.Event) -> bool:
        """Give what can be given; whether something has to be tried again."""
        failed: set[int] = set()
        try:
            while asked := await self._asked(failed):
                for copy in asked:
                    if stop.is_set():
                        return False
                    if not await self._give(copy, stop):
                        failed.add(copy.id)
        except Exception as error:
            if not is_infrastructure(error):
                raise
            return True
        return bool(failed)

    async def _asked(self, but: set[int]) -> list[MediaCopy]:
        async with self._database.begin(self._clock(), self._bot_id) as tx:
            return await media.asked_of(tx, but=but)

    async def _give(self, copy: MediaCopy, stop: asyncio.Event) -> bool:
        """Leave a copy of the file, or the word that it cannot be had; False if it must be tried again."""
        name: str | None = None
        data: bytes | None = None
        try:
            name, data = await _unless(stop, self._fetch(copy.file_id))
        except ApiError as error:
            if error.code >= 500 or error.code == 429:
                return False
            log.warning("A file cannot be passed on: %s", error.code, extra={"copy": copy.id})
        except (Unreachable, _StoppedError):
            return False
        async with self._database.begin(self._clock(), self._bot_id) as tx:
            await media.fill(tx, copy.id, data, name)
        return True

    async def _fetch(self, file_id: str) -> tuple[str, bytes]:
        found = await self._api.call("getFile", {"file_id": file_id})
        path = str(found.get("file_path", ""))
        data = await self._api.download(path, LARGEST)
        return path.rpartition("/")[2], data


class _StoppedError(Exception):
    """Told to stop meanwhile."""


async def _unless(stop: asyncio.Event, work: Coroutine[Any, Any, T]) -> T:
    """What the work gives. Raises what it raises, and _StoppedError when told to stop before it is done."""
    doing, stopping = asyncio.create_task(work), asyncio.create_task(stop.wait())
    try:
        await asyncio.wait((doing, stopping), return_when=asyncio.FIRST_COMPLETED)
        if not doing.done():
            raise _StoppedError
        return doing.result()
    finally:
        doing.cancel()
        stopping.cancel()
        await asyncio.gather(doing, stopping, return_exceptions=True)


def _file_id(result: Any, kind: str) -> str | None:
    """The name of the file in a message that was sent."""
    found = result.get(kind) if isinstance(result, dict) else None
    if isinstance(found, list):
        found = found[-1] if found else None
    return str(found["file_id"]) if isinstance(found, dict) and "file_id" in found else None
