"""Ids that are known before their rows are written."""

from __future__ import annotations

import asyncio

import pytest

from storage import requests
from storage.ids import next_id
from storage.requests import ServiceRequest
from storage.transaction import Database, Tx, attempt
from tests.storage import rows
from tests.storage.rows import GRANDMA, NOW, listening


async def file(tx: Tx, unit_id: int, number: int) -> int:
    """A request, and its id."""
    row = rows.request(unit_id, str(number))
    await requests.insert(tx, row)
    return row.id


async def center(database: Database) -> int:
    """A center where somebody asks."""
    async with database.begin(NOW) as tx:
        await rows.accounts(tx, GRANDMA)
        return (await rows.unit(tx)).id


async def test_ids_go_on_from_one_transaction_to_the_next(database: Database) -> None:
    unit_id = await center(database)
    given = []
    for part in range(3):
        async with database.begin(NOW) as tx:
            given += [await file(tx, unit_id, 1000 + 10 * part + one) for one in range(4)]
    assert given == sorted({*given})
    async with database.begin() as tx:
        found = [await requests.request(tx, one) for one in given]
        assert [row and row.number for row in found] == [
            str(1000 + 10 * p + n) for p in range(3) for n in range(4)
        ]


async def test_a_batch_of_requests_is_written_by_one_statement_and_asks_for_ids_in_a_few(
    database: Database,
) -> None:
    unit_id = await center(database)
    async with database.begin(NOW) as tx:
        with listening(database) as said:
            for number in range(40):
                await file(tx, unit_id, 1000 + number)
        assert len(said) <= 4
        with listening(database) as said:
            await tx.write()
        assert len([one for one in said if one.startswith("INSERT INTO service_request")]) == 1
    async with database.begin() as tx:
        assert await requests.count(tx) == 40


async def test_no_id_is_given_twice_at_once(database: Database) -> None:
    unit_id = await center(database)

    async def batch(first: int) -> list[int]:
        async with database.begin(NOW) as tx:
            found = []
            for number in range(first, first + 20):
                found.append(await file(tx, unit_id, number))
                await asyncio.sleep(0)
            return found

    given = [
        one for ids in await asyncio.gather(*(batch(1000 + 100 * part) for part in range(4))) for one in ids
    ]
    assert len({*given}) == 80


async def test_after_a_part_that_failed_ids_are_fresh_and_its_rows_are_gone(database: Database) -> None:
    unit_id = await center(database)
    async with database.begin(NOW) as tx:
        kept = [await file(tx, unit_id, 1000)]
        with pytest.raises(RuntimeError):
            async with attempt(tx):
                await file(tx, unit_id, 1001)
                raise RuntimeError
        kept.append(await file(tx, unit_id, 1002))
    async with database.begin() as tx:
        assert await requests.count(tx) == 2
        assert {row.number for one in kept if (row := await requests.request(tx, one))} == {"1000", "1002"}


async def test_an_id_that_was_not_used_is_no_harm(database: Database) -> None:
    unit_id = await center(database)
    async with database.begin(NOW) as tx:
        await next_id(tx, ServiceRequest)
        first = await file(tx, unit_id, 1000)
    async with database.begin(NOW) as tx:
        assert await file(tx, unit_id, 1001) > first
