"""A bot's process for tests that kill it: it says everything back until it dies."""

from __future__ import annotations

import asyncio
import multiprocessing

import telegram

from bot.batches import Batches
from bot.delivery import Delivery
from bot.limits import Limits
from bot.transport import BotApi
from bot.updates import UpdateLoop
from storage import outbox, secrets
from storage.transaction import Database, Tx
from tests.bot.conftest import no_apology, row, translate
from tests.conftest import TEST_KEY

NURSERY = multiprocessing.get_context("forkserver")
"""Where such processes are born, of one that has everything imported."""
NURSERY.set_forkserver_preload([__name__])


async def echo(tx: Tx, update: telegram.Update) -> None:
    """Answer with a row."""
    outbox.put(tx, row(update.effective_chat.id, f"you said {update.message.text}"))


async def live(url: str, token: str, database_url: str) -> None:
    """Both loops, until killed."""
    database = Database(database_url)
    async with BotApi(url, token) as api:
        delivery = Delivery(database, api, 1000, translate=translate, limits=Limits.off())
        batches = Batches(database, 1000, echo, hand_over=delivery.hand_over, apologise=no_apology)
        loop = UpdateLoop(api, batches, allowed_updates=["message"])
        stop = asyncio.Event()
        await asyncio.gather(delivery.run(stop), loop.run(stop))


def begin(url: str, token: str, database_url: str) -> None:
    """The whole process."""
    secrets.install([TEST_KEY])
    asyncio.run(live(url, token, database_url))
