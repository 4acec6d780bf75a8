"""Telling other processes on the same PostgreSQL that there is something for them, with the commit.

A signal is a nudge to look, never the news itself: on SQLite, or while a connection is lost, none comes, and
whoever waits for one must look by itself every now and then.
"""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from storage.transaction import Database, Tx

log = logging.getLogger(__name__)

CHANNEL = "bangban"
EVERYBODY = 0
"""The bot id of a signal that every process hears."""
OUTBOX = "outbox"
COPIES = "copies"


def notify(tx: Tx, bot_id: int, topic: str = OUTBOX) -> None:
    """Have the process of a bot (or EVERYBODY) look, once this transaction is committed.

    However often it is said in one transaction, it is told once.
    """
    tx.signals.add((bot_id, topic))


class Listener:
    """Hears the signals for one bot, on a connection of its own, and connects again when that is lost.

    heard   is called with the topic of each signal; and with None after every (new) connection, because
            anything may have been missed before
    again   seconds between attempts to connect
    check   seconds after which a silent connection is asked whether it still lives
    """

    def __init__(
        self,
        database: Database,
        bot_id: int,
        heard: Callable[[str | None], None],
        *,
        again: float = 2.0,
        check: float = 20.0,
    ) -> None:
        self._database = database
        self._bot_id = bot_id
        self._heard = heard
        self._again = again
        self._check = check
        self._is_deaf = False

    async def run(self, stop: asyncio.Event) -> None:
        """Listen until told to stop. Returns at once on SQLite, where there is nothing to hear."""
        while not (stop.is_set() or self._database.is_sqlite):
            try:
                await self._listen(stop)
            except Exception as error:  # the driver's own; whatever it is, whoever waits looks by itself too
                if not self._is_deaf:
                    log.warning("Other processes cannot be heard now (%s).", type(error).__name__)
                self._is_deaf = True
                await first_of(self._again, stop)

    async def _listen(self, stop: asyncio.Event) -> None:
        """Listen on one connection until it ends. Raises what is wrong with it."""
        connection = await self._database.engine.connect()
        ended = asyncio.Event()
        try:
            driver = (await connection.get_raw_connection()).driver_connection
            if driver is None:
                raise ConnectionError
            driver.add_termination_listener(lambda _: ended.set())
            await driver.add_listener(CHANNEL, self._receive)
            self._is_deaf = False
            self._heard(None)
            while not stop.is_set():
                await first_of(self._check, stop, ended)
                if ended.is_set():
                    raise ConnectionError
                async with asyncio.timeout(self._check):
                    await driver.execute("select")
        finally:
            with suppress(Exception):  # it may be gone already
                await connection.invalidate()
            await connection.close()

    def _receive(self, _connection: Any, _process: int, _channel: str, payload: str) -> None:
        try:
            signal = json.loads(payload)
            bot_id, topic = int(signal["bot"]), str(signal["topic"])
        except (ValueError, TypeError, LookupError):
            return  # anybody with a login can write to the channel
        if bot_id in (self._bot_id, EVERYBODY):
            self._heard(topic)


async def first_of(seconds: float, *events: asyncio.Event) -> None:
    """Until one of these happens, or so many seconds are over."""
    waiting = [asyncio.create_task(event.wait()) for event in events]
    try:
        await asyncio.wait(waiting, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in waiting:
            task.cancel()
        await asyncio.gather(*waiting, return_exceptions=True)
