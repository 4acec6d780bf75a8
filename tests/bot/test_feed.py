"""Rows come into memory in order, each once, and never too many."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.feed import Feed
from storage import outbox
from storage.outbox import Lane, OutboxRow
from storage.transaction import Database
from tests.bot.conftest import row


class Reader:
    """Takes rows in as the delivery does, and settles them in the table when told to."""

    def __init__(self, database: Database, **options: Any) -> None:
        self.database = database
        self.now = datetime(2026, 3, 1, tzinfo=UTC)
        self.taken: list[int] = []
        self.rows: list[OutboxRow] = []
        self.passes = 0
        options = {"capacity": 20, "page": 10, "poll": 60.0, **options}
        self.feed = Feed(database, 1000, self.accept, on_pass=self.passed, clock=lambda: self.now, **options)
        self.news = asyncio.Event()

    def accept(self, one: OutboxRow) -> None:
        self.taken.append(one.id)
        self.rows.append(one)
        self.news.set()

    def passed(self) -> None:
        self.passes += 1
        self.news.set()

    async def until(self, count: int) -> None:
        """Wait until so many rows were taken in."""
        while len(self.taken) < count:
            self.news.clear()
            await self.news.wait()

    async def next_pass(self) -> None:
        """Have the table looked through, and wait for the end of that."""
        passes = self.passes
        self.feed.poke()
        while self.passes == passes:
            self.news.clear()
            await self.news.wait()

    async def settle(self, count: int) -> None:
        """Mark the first rows as sent, and forget them."""
        done, self.rows = self.rows[:count], self.rows[count:]
        async with self.database.begin(self.now, 1000) as tx:
            await outbox.mark(tx, [{"id": one.id, "state": "sent"} for one in done])
        for one in done:
            self.feed.forget(one)

    async def put(self, count: int, **fields: Any) -> list[OutboxRow]:
        """Commit rows."""
        async with self.database.begin(self.now, 1000) as tx:
            for number in range(count):
                outbox.put(tx, row(7, f"{number}", **fields))
        return tx.queued


@pytest.fixture
async def reader(database: Database) -> Reader:
    """A reader on a fresh database, once on each engine."""
    return Reader(database)


@asynccontextmanager
async def running(reader: Reader) -> AsyncIterator[None]:
    """Run the feed, once it has looked through the table."""
    stop = asyncio.Event()
    task = asyncio.create_task(reader.feed.run(stop))
    while not reader.passes:
        reader.news.clear()
        await reader.news.wait()
    yield
    stop.set()
    reader.feed.poke()
    await task


async def test_rows_that_wait_at_the_start_are_taken_in_in_order(reader: Reader) -> None:
    rows = await reader.put(15)
    async with running(reader):
        assert reader.taken == [one.id for one in rows]
        assert not reader.feed.is_behind


async def test_rows_handed_over_are_taken_in_at_once_and_once(reader: Reader) -> None:
    async with running(reader):
        rows = await reader.put(3)
        reader.feed.offer(rows)
        reader.feed.offer(rows)
        assert reader.taken == [one.id for one in rows]
        await reader.next_pass()
        assert reader.taken == [one.id for one in rows]
        assert rows[0].id in reader.feed


async def test_memory_holds_no_more_than_its_capacity_and_the_rest_follows_in_order(reader: Reader) -> None:
    async with running(reader):
        rows = [one for _ in range(10) for one in await reader.put(10)]
        for start in range(0, 100, 10):
            reader.feed.offer(rows[start : start + 10])
        assert reader.taken == [one.id for one in rows[:20]]
        assert reader.feed.is_behind
        for done in range(20, 100, 10):
            await reader.settle(10)
            await reader.until(done + 10)
            assert len(reader.rows) <= 20
        assert reader.taken == [one.id for one in rows]


async def test_a_row_handed_over_while_older_ones_are_in_the_table_waits_behind_them(reader: Reader) -> None:
    await reader.put(40)
    async with running(reader):
        late = await reader.put(1)
        reader.feed.offer(late)
        assert late[0].id not in reader.taken
        while late[0].id not in reader.taken:
            await reader.settle(10)
            await reader.next_pass()
        assert reader.taken == sorted(reader.taken)


async def test_a_full_lane_leaves_room_in_the_others(reader: Reader) -> None:
    await reader.put(40, lane=Lane.BROADCAST)
    async with running(reader):
        urgent = await reader.put(1, lane=Lane.URGENT)
        reader.feed.offer(urgent)
        assert reader.taken[-1] == urgent[0].id


async def test_a_settled_row_is_not_taken_in_again(reader: Reader) -> None:
    await reader.put(5)
    async with running(reader):
        await reader.settle(5)
        await reader.next_pass()
        assert len(reader.taken) == 5


async def test_a_row_that_was_settled_while_the_table_was_read_is_not_taken_in_again(
    database: Database,
) -> None:
    """The reading sees it waiting; when it is done, the row is sent, marked and forgotten."""
    reader = Reader(database)
    rows = await reader.put(3)
    async with running(reader):
        reader.feed.poke()
        for _ in range(50):
            reader.feed.poke()
            await asyncio.sleep(0)
            if reader.rows:
                await reader.settle(1)
        await reader.next_pass()
    assert reader.taken == [one.id for one in rows]


async def test_rows_for_later_are_left_until_their_time(reader: Reader) -> None:
    later = reader.now + timedelta(hours=1)
    async with running(reader):
        rows = await reader.put(2, not_before=later)
        reader.feed.offer(rows)
        await reader.next_pass()
        assert reader.taken == []
        reader.now = later
        await reader.next_pass()
        assert reader.taken == [one.id for one in rows]


async def test_it_wakes_by_itself_when_the_next_row_is_due(database: Database) -> None:
    reader = Reader(database)
    soon = datetime.now(UTC) + timedelta(seconds=0.3)
    reader.now = soon - timedelta(seconds=0.3)
    async with running(reader):
        rows = await reader.put(1, not_before=soon)
        reader.feed.offer(rows)
        await asyncio.sleep(0.1)
        reader.now = soon
        await reader.until(1)
    assert reader.taken == [rows[0].id]


async def test_a_row_that_was_tried_before_is_taken_in_although_it_has_to_wait(reader: Reader) -> None:
    """So that it keeps its place before the later rows of its chat."""
    rows = await reader.put(1, not_before=reader.now + timedelta(minutes=1), attempts=1)
    async with running(reader):
        assert reader.taken == [rows[0].id]


async def test_another_bots_rows_are_not_read(reader: Reader) -> None:
    await reader.put(2, bot_id=2000)
    async with running(reader):
        assert reader.taken == []


async def test_it_outlives_a_database_that_is_away(database: Database) -> None:
    reader = Reader(database, poll=0.1)
    rows = await reader.put(1)
    begin, outages = database.begin, 2

    def fail_twice(*args: Any) -> Any:
        nonlocal outages
        if outages:
            outages -= 1
            raise ConnectionRefusedError
        return begin(*args)

    database.begin = fail_twice  # type: ignore[method-assign]
    async with running(reader):
        assert reader.taken == [rows[0].id]
    assert outages == 0
