"""Outcomes are written together, as they were, and none is lost while the database is away."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import event, select

from bot.marking import LAZY, Marker, mark_unreachable
from storage import outbox, people
from storage.outbox import Lane, Outbox, OutboxRow
from storage.people import Account
from storage.transaction import Database, Tx
from tests.bot.conftest import row


class Book:
    """A marker, and what it told."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.marked: list[tuple[int, str]] = []
        self.handed_over: list[OutboxRow] = []
        self.marker = Marker(
            database,
            1000,
            on_gone=self.on_gone,
            on_marked=lambda one, state: self.marked.append((one.id, state)),
            hand_over=self.handed_over.extend,
            clock=lambda: datetime.now(UTC),
        )
        self.complaint: Exception | None = None

    async def on_gone(self, tx: Tx, one: OutboxRow) -> None:
        if self.complaint is not None:
            raise self.complaint
        await mark_unreachable(tx, one)

    async def rows(self, count: int) -> list[OutboxRow]:
        """Committed rows that wait."""
        async with self.database.begin(bot_id=1000) as tx:
            for number in range(count):
                outbox.put(tx, row(7, f"{number}"))
        return tx.queued

    async def states(self) -> list[str]:
        """The states in the table, in order."""
        async with self.database.begin() as tx:
            return list(await tx.session.scalars(select(Outbox.state).order_by(Outbox.id)))


@pytest.fixture
def book(database: Database) -> Book:
    """A marker on a fresh database, once on each engine."""
    return Book(database)


@asynccontextmanager
async def running(book: Book) -> AsyncIterator[None]:
    """Run the marker; at the end everything is written."""
    task = asyncio.create_task(book.marker.run())
    yield
    book.marker.close()
    await task


async def test_outcomes_are_written_together_and_told_after_the_commit(book: Book) -> None:
    rows, commits = await book.rows(30), 0

    def count(connection: Any) -> None:
        nonlocal commits
        commits += 1

    event.listen(book.database.engine.sync_engine, "commit", count)
    async with running(book):
        for one in rows:
            one.state, one.message_id = "sent", one.id + 100
            book.marker.put(one)
        assert book.marked == []
    assert commits == 1
    assert await book.states() == ["sent"] * 30
    assert book.marked == [(one.id, "sent") for one in rows]


async def test_an_outcome_is_written_as_it_was_when_it_was_put(book: Book) -> None:
    [one] = await book.rows(1)
    async with running(book):
        one.attempts = 1
        book.marker.put(one)
        one.state = "sent"
    assert await book.states() == ["waiting"]
    assert book.marked == [(one.id, "waiting")]


async def test_of_two_outcomes_of_a_row_the_later_one_counts(book: Book) -> None:
    [one] = await book.rows(1)
    async with running(book):
        one.attempts = 1
        book.marker.put(one)
        one.state, one.attempts = "failed", 2
        book.marker.put(one)
    assert await book.states() == ["failed"]


async def test_whoever_cannot_be_reached_is_marked_with_the_row(book: Book) -> None:
    async with book.database.begin() as tx:
        tx.session.add(Account(id=7, bot_id=1000, created_at=tx.now))
    [one] = await book.rows(1)
    one.state = "gone"
    async with running(book):
        book.marker.put(one)
    async with book.database.begin() as tx:
        account = await people.account(tx, 7)
        assert account is not None
        assert not account.reachable
    assert await book.states() == ["gone"]


async def test_a_chat_that_is_no_account_is_just_gone(book: Book) -> None:
    [one] = await book.rows(1)
    one.state, one.account_id = "gone", None
    async with running(book):
        book.marker.put(one)
    assert await book.states() == ["gone"]


async def test_a_fault_in_what_follows_keeps_nothing_from_being_marked(
    book: Book, caplog: pytest.LogCaptureFixture
) -> None:
    first, second = await book.rows(2)
    book.complaint = ValueError("somebody's name")
    async with running(book):
        first.state, second.state = "gone", "sent"
        book.marker.put(first)
        book.marker.put(second)
    assert await book.states() == ["gone", "sent"]
    assert "ValueError at" in caplog.text
    assert "somebody" not in caplog.text


async def test_outcomes_wait_while_the_database_is_away(book: Book) -> None:
    [one] = await book.rows(1)
    one.state, book.complaint = "gone", ConnectionRefusedError()
    async with running(book):
        book.marker.put(one)
        await asyncio.sleep(0.1)
        assert book.marked == []
        book.complaint = None
        while not book.marked:  # noqa: ASYNC110 - the marker tells by a call
            await asyncio.sleep(0.01)
    assert await book.states() == ["gone"]


async def test_closing_does_not_wait_for_a_database_that_stays_away(book: Book) -> None:
    [one] = await book.rows(1)
    one.state, book.complaint = "gone", ConnectionRefusedError()
    async with running(book):
        book.marker.put(one)
    assert book.marked == []
    assert await book.states() == ["waiting"]


async def test_outcomes_of_a_notice_wait_for_one_another_and_for_nobody_else(book: Book) -> None:
    async with book.database.begin(bot_id=1000) as tx:
        rows = [outbox.put(tx, row(7, f"{number}", lane=Lane.BROADCAST)) for number in range(4)]
        answer = outbox.put(tx, row(8, "answer"))
    for one in [*rows, answer]:
        one.state = "sent"
    async with running(book):
        for one in rows[:2]:
            book.marker.put(one)
        await asyncio.sleep(LAZY / 4)
        assert book.marked == []
        book.marker.put(answer)
        while not book.marked:  # noqa: ASYNC110 - the marker has no event for it
            await asyncio.sleep(0.001)
        assert len(book.marked) == 3
        for one in rows[2:]:
            book.marker.put(one)
        while len(book.marked) < 5:  # noqa: ASYNC110
            await asyncio.sleep(0.001)


async def test_an_outcome_that_goes_on_waiting_leaves_a_dropped_row_dropped(book: Book) -> None:
    [one] = await book.rows(1)
    async with book.database.begin() as tx:
        await outbox.mark(tx, [{"id": one.id, "state": "dropped"}])
    async with running(book):
        one.attempts = 1
        book.marker.put(one)
    assert await book.states() == ["dropped"]
    assert book.marked == [(one.id, "waiting")]
