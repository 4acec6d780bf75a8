"""Copies of files on their way from one bot to another."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from sqlalchemy import text

from storage import media, secrets
from storage.transaction import Database
from tests.storage.rows import NOW

VILLAGE, TOWNSHIP, COUNTY = 1, 2, 3


async def ask(database: Database, file_id: str = "F", by: int = TOWNSHIP, **later: float) -> media.MediaCopy:
    async with database.begin(NOW + timedelta(**later), by) as tx:
        return await media.wanted(tx, VILLAGE, file_id)


async def asked_of(database: Database, bot_id: int, **options: Any) -> list[str]:
    async with database.begin(NOW, bot_id) as tx:
        return [one.file_id for one in await media.asked_of(tx, **options)]


async def test_a_file_is_asked_for_once_and_its_bot_told(database: Database) -> None:
    async with database.begin(NOW, TOWNSHIP) as tx:
        first = await media.wanted(tx, VILLAGE, "F")
        assert tx.signals == {(VILLAGE, "copies")}
    async with database.begin(NOW, TOWNSHIP) as tx:
        assert (await media.wanted(tx, VILLAGE, "F")).id == first.id
        assert tx.signals == set()
    assert (await ask(database, by=COUNTY)).id != first.id
    assert (await ask(database, "G")).id != first.id


async def test_each_bot_reads_what_it_is_asked_for_the_oldest_first(database: Database) -> None:
    ids = [(await ask(database, name)).id for name in ("F", "G", "H")]
    assert await asked_of(database, VILLAGE) == ["F", "G", "H"]
    assert await asked_of(database, VILLAGE, but=ids[:1], limit=1) == ["G"]
    assert await asked_of(database, TOWNSHIP) == []


async def test_a_file_lies_here_as_ciphertext_until_it_was_sent(database: Database) -> None:
    copy_id = (await ask(database)).id
    async with database.begin(NOW, TOWNSHIP) as tx:
        assert await media.settled(tx, [copy_id]) == set()
    async with database.begin(NOW, VILLAGE) as tx:
        await media.fill(tx, copy_id, "胸口痛".encode(), "file_1.jpg")
        assert tx.signals == {(TOWNSHIP, "copies")}
    async with database.begin(NOW, TOWNSHIP) as tx:
        stored = bytes(await tx.session.scalar(text("select data from media_copy")) or b"")
        assert "胸口痛".encode() not in stored
        assert secrets.decrypt(stored) == "胸口痛"
        assert await media.data(tx, copy_id) == "胸口痛".encode()
        assert await media.settled(tx, [copy_id]) == {copy_id}
        await media.used(tx, copy_id, "mine")
    async with database.begin(NOW, TOWNSHIP) as tx:
        found = await media.copy(tx, copy_id)
        assert found is not None and (found.state, found.own_file_id) == ("used", "mine")
        assert await media.data(tx, copy_id) is None
    assert await asked_of(database, VILLAGE) == []


async def test_what_cannot_be_had_is_known_for_a_day_and_what_nobody_fetched_dropped(
    database: Database,
) -> None:
    refused, waiting, used = [(await ask(database, name)).id for name in ("F", "G", "H")]
    async with database.begin(NOW, VILLAGE) as tx:
        await media.fill(tx, refused, None)
        await media.fill(tx, refused, b"too late")
        await media.fill(tx, waiting, b"x")
        await media.used(tx, used, "mine")
        await media.fill(tx, 999, b"x")
    async with database.begin(NOW + media.KEPT, VILLAGE) as tx:
        await media.forget(tx)
        found = await media.copy(tx, refused)
        assert found is not None and found.state == "refused"
    async with database.begin(NOW + media.KEPT + timedelta(seconds=1), VILLAGE) as tx:
        await media.forget(tx)
    async with database.begin(NOW, VILLAGE) as tx:
        assert [await media.copy(tx, one) is None for one in (refused, waiting, used)] == [True, True, False]
