"""What one process tells another with its commit."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import pytest
from sqlalchemy import delete, text

from storage import outbox, signals
from storage.outbox import Outbox
from storage.signals import EVERYBODY, Listener
from storage.transaction import Database, is_infrastructure
from tests.storage.rows import NOW, message

Heard = asyncio.Queue[str | None]


@pytest.fixture
async def county(shared_postgres_url: str, keys: str) -> AsyncIterator[Database]:
    """A county's database."""
    made = Database(shared_postgres_url)
    yield made
    await made.dispose()


@asynccontextmanager
async def listening(database: Database, bot_id: int, **options: float) -> AsyncIterator[Heard]:
    """What a bot's process hears, from the moment it is connected."""
    heard: Heard = asyncio.Queue()
    stop = asyncio.Event()
    running = asyncio.create_task(Listener(database, bot_id, heard.put_nowait, **options).run(stop))
    assert await asyncio.wait_for(heard.get(), 5) is None
    yield heard
    stop.set()
    await running


async def test_a_signal_comes_with_the_commit_and_once(county: Database) -> None:
    async with listening(county, 2) as heard:
        async with county.begin(NOW, 1) as tx:
            signals.notify(tx, 2)
            signals.notify(tx, 2)
            await tx.session.execute(text("select 1"))
            await asyncio.sleep(0.05)
            assert heard.empty()
        assert await asyncio.wait_for(heard.get(), 1) == "outbox"
        await asyncio.sleep(0.02)
        assert heard.empty()


async def test_what_is_undone_is_not_told(county: Database) -> None:
    async with listening(county, 2) as heard:
        with pytest.raises(KeyError):
            async with county.begin(NOW, 1) as tx:
                signals.notify(tx, 2)
                raise KeyError
        await asyncio.sleep(0.02)
        assert heard.empty()


async def test_others_signals_are_not_heard_and_everybodys_are(county: Database) -> None:
    async with listening(county, 2) as heard, listening(county, 3) as beside:
        async with county.begin(NOW, 1) as tx:
            signals.notify(tx, 3)
            signals.notify(tx, EVERYBODY, "pause")
        assert await asyncio.wait_for(heard.get(), 1) == "pause"
        assert {await beside.get(), await beside.get()} == {"outbox", "pause"}


async def test_a_message_for_another_bot_to_send_is_told_to_it(county: Database) -> None:
    async with listening(county, 2) as heard:
        async with county.begin(NOW, 1) as tx:
            ours, theirs = outbox.put(tx, message(bot_id=1)), outbox.put(tx, message(bot_id=2))
            await outbox.write(tx)
            await tx.session.execute(delete(Outbox).where(Outbox.id.in_([ours.id, theirs.id])))
        assert await asyncio.wait_for(heard.get(), 1) == "outbox"
        await asyncio.sleep(0.02)
        assert heard.empty()


@pytest.mark.parametrize("rubbish", ["", "x", "{}", '{"bot": "a", "topic": 1}', "[1]"])
async def test_rubbish_on_the_channel_is_passed_over(county: Database, rubbish: str) -> None:
    async with listening(county, 2) as heard:
        async with county.begin(NOW, 1) as tx:
            await tx.session.execute(text("select pg_notify('bangban', :words)"), {"words": rubbish})
            signals.notify(tx, 2)
        assert await asyncio.wait_for(heard.get(), 1) == "outbox"


async def test_a_lost_connection_is_made_again_and_says_so(
    county: Database, caplog: pytest.LogCaptureFixture
) -> None:
    async with listening(county, 2, again=0.05) as heard:
        await end_sessions(county, "listen %")
        assert await asyncio.wait_for(heard.get(), 5) is None
        async with county.begin(NOW, 1) as tx:
            signals.notify(tx, 2)
        assert await asyncio.wait_for(heard.get(), 1) == "outbox"
    assert caplog.text.count("cannot be heard now") == 1


async def end_sessions(database: Database, last_query: str) -> None:
    """The server ends the sessions that asked this last."""
    async with database.begin() as tx:
        query = "select pg_terminate_backend(pid) from pg_stat_activity where query ilike :query"
        await tx.session.execute(text(query), {"query": last_query})


async def test_a_silent_connection_is_asked_whether_it_lives(county: Database) -> None:
    async with listening(county, 2, check=0.05) as heard:
        await asyncio.sleep(0.2)
        async with county.begin(NOW, 1) as tx:
            signals.notify(tx, 2)
        assert await asyncio.wait_for(heard.get(), 1) == "outbox"


async def test_on_sqlite_there_is_nothing_to_hear(sqlite_url: str, keys: str) -> None:
    database = Database(sqlite_url)
    heard: list[str | None] = []
    callback: Callable[[str | None], None] = heard.append
    await asyncio.wait_for(Listener(database, 2, callback).run(asyncio.Event()), 1)
    async with database.begin(NOW, 1) as tx:
        signals.notify(tx, 2)
    assert heard == []
    await database.dispose()


async def test_a_process_that_freezes_in_a_transaction_loses_it(shared_postgres_url: str, keys: str) -> None:
    database = Database(shared_postgres_url, frozen_after=0.1)
    with pytest.raises(Exception, match=r"idle-in-transaction|connection is closed") as frozen:
        async with database.begin(NOW) as tx:
            await tx.session.execute(text("select 1"))
            await asyncio.sleep(0.3)
            await tx.session.execute(text("select 1"))
    assert is_infrastructure(frozen.value)
    await database.dispose()
