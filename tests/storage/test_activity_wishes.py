"""Wishes as rows: open until there is one, one of a kind for each person, and unreadable in the file."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.exc import IntegrityError

from storage import activity_wishes
from storage.activity_wishes import ActivityWish, OpenWish
from storage.transaction import Database, Tx
from tests.storage import rows
from tests.storage.rows import DOCTOR, GRANDMA, NOW

EVER = NOW - timedelta(days=1)


async def stage(tx: Tx) -> tuple[int, int]:
    """Two centers and two accounts; the centers' ids."""
    first, second = await rows.two_centers(tx)
    await rows.accounts(tx, GRANDMA, DOCTOR)
    return first.id, second.id


async def wished(tx: Tx, center_id: int, account_id: int = GRANDMA, **more: Any) -> ActivityWish:
    """A wish to learn grafting."""
    row = ActivityWish(
        **{
            "center_id": center_id,
            "account_id": account_id,
            "key": "jia jie",
            "words": "嫁接",
            "wished_at": NOW,
            **more,
        }
    )
    await activity_wishes.add(tx, row)
    return row


async def test_what_is_open_at_a_center_is_found_the_earliest_first(database: Database) -> None:
    async with database.begin(NOW) as tx:
        here, there = await stage(tx)
        first = await wished(tx, here, told_at=NOW)
        second = await wished(tx, here, DOCTOR)
        await wished(tx, here, key="yan fen", met_at=NOW)
        await wished(tx, there)
        assert await activity_wishes.open_at(tx, here, EVER) == [
            OpenWish(first.id, GRANDMA, "jia jie", NOW),
            OpenWish(second.id, DOCTOR, "jia jie", None),
        ]


async def test_somebody_wishes_for_the_same_once_until_there_was_one(database: Database) -> None:
    async with database.begin(NOW) as tx:
        here, there = await stage(tx)
        first = await wished(tx, here)
        await wished(tx, there)
        await wished(tx, here, DOCTOR)
        await wished(tx, here, key="yan fen")
        await activity_wishes.mark_met(tx, [first.id])
        again = await wished(tx, here)
        assert again.id != first.id
    with pytest.raises(IntegrityError):
        async with database.begin(NOW) as tx:
            await wished(tx, here)


async def test_ones_own_are_the_open_ones_at_a_center_the_latest_first(database: Database) -> None:
    async with database.begin(NOW) as tx:
        here, there = await stage(tx)
        first, second = await wished(tx, here), await wished(tx, here, key="yan fen", words="养蜂")
        await wished(tx, here, key="dian han", met_at=NOW)
        await wished(tx, there)
        await wished(tx, here, DOCTOR)
        mine = await activity_wishes.of_account(tx, GRANDMA, here)
        assert [one.id for one in mine] == [second.id, first.id]
        await activity_wishes.remove(tx, second)
        await tx.session.flush()
        assert [one.id for one in await activity_wishes.of_account(tx, GRANDMA, here)] == [first.id]
        assert await activity_wishes.wish(tx, second.id) is None


async def test_the_words_are_read_by_id_and_marks_are_kept(database: Database) -> None:
    async with database.begin(NOW) as tx:
        here, _ = await stage(tx)
        one, other = await wished(tx, here, words="嫁接"), await wished(tx, here, DOCTOR, words="果树嫁接")
        assert await activity_wishes.words(tx, [other.id, one.id]) == {one.id: "嫁接", other.id: "果树嫁接"}
        assert await activity_wishes.words(tx, []) == {}
        await activity_wishes.mark_told(tx, [one.id])
        assert [wish.told_at for wish in await activity_wishes.open_at(tx, here, EVER)] == [NOW, None]
        await activity_wishes.mark_met(tx, [one.id, other.id])
        assert await activity_wishes.open_at(tx, here, EVER) == []


async def test_what_they_said_is_ciphertext_in_the_table(database: Database) -> None:
    async with database.begin(NOW) as tx:
        here, _ = await stage(tx)
        await wished(tx, here, words="果树嫁接")
        kept = await tx.session.scalar(text("SELECT words FROM activity_wish"))
        assert kept is not None and "果树嫁接".encode() not in bytes(kept)


async def test_what_counts_was_said_after_a_moment_and_not_at_it(database: Database) -> None:
    async with database.begin(NOW) as tx:
        here, _ = await stage(tx)
        row = await wished(tx, here)
        assert await activity_wishes.open_at(tx, here, NOW) == []
        just = await activity_wishes.open_at(tx, here, NOW - timedelta(microseconds=1))
        assert [one.id for one in just] == [row.id]


async def test_what_lapsed_and_what_was_met_are_deleted_each_after_its_moment(database: Database) -> None:
    earlier, before = NOW - timedelta(days=9), NOW - timedelta(days=5)
    async with database.begin(NOW) as tx:
        here, there = await stage(tx)
        await wished(tx, here, wished_at=earlier - timedelta(seconds=1))
        await wished(
            tx, here, DOCTOR, wished_at=earlier - timedelta(days=9), met_at=before - timedelta(seconds=1)
        )
        lapsed = await wished(tx, here, DOCTOR, wished_at=earlier)
        met = await wished(tx, there, DOCTOR, wished_at=earlier - timedelta(days=9), met_at=before)
        new = await wished(tx, there)
        await activity_wishes.forget(tx, earlier, before, 100)
    async with database.begin(NOW) as tx:
        left = set(await tx.session.scalars(select(ActivityWish.id)))
        assert left == {lapsed.id, met.id, new.id}


async def test_all_come_round_in_as_many_hours_as_there_are_pages(database: Database) -> None:
    async with database.begin(NOW) as tx:
        here, _ = await stage(tx)
        for number in range(7):
            await wished(tx, here, key=f"key {number}", wished_at=NOW - timedelta(days=9))
    for hour in range(3):
        async with database.begin(NOW + timedelta(hours=hour)) as tx:
            await activity_wishes.forget(tx, NOW, NOW, 3)
            left = await tx.session.scalar(select(func.count()).select_from(ActivityWish))
    assert left == 0
