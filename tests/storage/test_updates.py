"""Which updates have taken effect, and those that could not."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from storage import updates
from storage.transaction import Database
from storage.updates import FailedUpdate
from tests.storage.rows import NOW


async def test_what_took_effect_is_known(database: Database) -> None:
    async with database.begin(NOW, bot_id=1) as tx:
        await updates.mark_seen(tx, [10, 11])

    async with database.begin(NOW, bot_id=1) as tx:
        assert await updates.seen(tx, [9, 10, 11, 12]) == {10, 11}
        assert await updates.seen(tx, []) == set()


async def test_every_bot_counts_for_itself(database: Database) -> None:
    async with database.begin(NOW, bot_id=1) as tx:
        await updates.mark_seen(tx, [10])
    async with database.begin(NOW, bot_id=2) as tx:
        assert await updates.seen(tx, [10]) == set()
        await updates.mark_seen(tx, [10])


async def test_an_update_takes_effect_once(database: Database) -> None:
    async with database.begin(NOW) as tx:
        await updates.mark_seen(tx, [10])

    with pytest.raises(IntegrityError):
        async with database.begin(NOW) as tx:
            await updates.mark_seen(tx, [10])


async def test_what_was_rolled_back_has_not_taken_effect(database: Database) -> None:
    with pytest.raises(RuntimeError):
        async with database.begin(NOW) as tx:
            await updates.mark_seen(tx, [10])
            raise RuntimeError

    async with database.begin(NOW) as tx:
        assert await updates.seen(tx, [10]) == set()


async def test_marking_nothing_is_nothing(database: Database) -> None:
    async with database.begin(NOW) as tx:
        await updates.mark_seen(tx, [])


async def test_marks_are_forgotten_after_a_week(database: Database) -> None:
    async with database.begin(NOW) as tx:
        await updates.mark_seen(tx, [10])
    async with database.begin(NOW + timedelta(days=1)) as tx:
        await updates.mark_seen(tx, [11])

    async with database.begin(NOW + timedelta(days=7, seconds=1)) as tx:
        assert await updates.forget_seen(tx, 10) is False

    async with database.begin() as tx:
        assert await updates.seen(tx, [10, 11]) == {11}


async def test_a_failed_update_is_kept_whole(database: Database) -> None:
    body = {"update_id": 10, "message": {"text": "胸口痛得很"}}
    async with database.begin(NOW, bot_id=1) as tx:
        assert await updates.failed_count(tx) == 0
        updates.quarantine(tx, update_id=10, stage="handle", error="KeyError at x.py:3", body=body)
        updates.quarantine(tx, update_id=None, stage="parse", error="TypeError", body="not an update")

    async with database.begin() as tx:
        assert await updates.failed_count(tx) == 2
        first, second = await tx.session.scalars(select(FailedUpdate).order_by(FailedUpdate.id))
    assert (first.bot_id, first.update_id, first.at, first.stage, first.body) == (1, 10, NOW, "handle", body)
    assert (second.update_id, second.body) == (None, "not an update")
