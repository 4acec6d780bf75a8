"""Handlers of python-telegram-bot run inside the transaction, and their errors reach it."""

from __future__ import annotations

from typing import Any

import pytest
import telegram
from telegram.ext import MessageHandler, filters

from bot.handling import PtbHandling, current_tx
from simulator.server import Simulator
from storage.transaction import Database

MESSAGE = {
    "update_id": 1,
    "message": {
        "message_id": 1,
        "date": 0,
        "chat": {"id": 7, "type": "private"},
        "from": {"id": 7, "is_bot": False, "first_name": "王"},
        "text": "您好",
    },
}


def handling(sim: Simulator) -> PtbHandling:
    """Handling for the simulator's bot."""
    return PtbHandling(sim.world.bot.token, url=sim.url)


async def test_a_handler_finds_the_transaction_it_works_in(sim: Simulator, database: Database) -> None:
    found = []

    async def handler(update: telegram.Update, context: Any) -> None:
        found.append((current_tx.get(), update.message.text, context.bot.username))

    made = handling(sim)
    made.application.add_handler(MessageHandler(filters.TEXT, handler))
    async with made, database.begin() as tx:
        await made(tx, telegram.Update.de_json(MESSAGE, made.bot))
        assert found == [(tx, "您好", "bangban_demo_bot")]
        with pytest.raises(LookupError):
            current_tx.get()


async def test_what_a_handler_raises_is_raised_and_stops_later_groups(
    sim: Simulator, database: Database
) -> None:
    called = []

    async def broken(update: telegram.Update, context: Any) -> None:
        raise KeyError("no such village")

    async def later(update: telegram.Update, context: Any) -> None:
        called.append(update)

    made = handling(sim)
    made.application.add_handler(MessageHandler(filters.TEXT, broken), group=0)
    made.application.add_handler(MessageHandler(filters.TEXT, later), group=1)
    async with made, database.begin() as tx:
        with pytest.raises(KeyError, match="no such village"):
            await made(tx, telegram.Update.de_json(MESSAGE, made.bot))
        with pytest.raises(LookupError):
            current_tx.get()
    assert called == []


async def test_a_handler_beside_the_transaction_is_refused(sim: Simulator) -> None:
    async def handler(update: telegram.Update, context: Any) -> None: ...

    made = handling(sim)
    made.application.add_handler(MessageHandler(filters.TEXT, handler, block=False))
    with pytest.raises(ValueError, match="block=False"):
        async with made:
            pass


async def test_an_update_that_no_handler_wants_is_nothing_special(sim: Simulator, database: Database) -> None:
    made = handling(sim)
    async with made, database.begin() as tx:
        await made(tx, telegram.Update.de_json(MESSAGE, made.bot))
