"""A desk has one group, a request one open card, and both are found by where they are."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy.exc import IntegrityError

from storage import groups
from storage.groups import DeskGroup, GroupCard
from storage.requests import ServiceRequest
from storage.transaction import Database, Tx
from tests.storage import rows
from tests.storage.rows import GRANDMA, NOW

CHAT, OTHER = -1_002_000_000_001, -1_002_000_000_002


def group(unit_id: int, role: str = "environment", **more: Any) -> DeskGroup:
    fields = {"chat_id": CHAT, "bot_id": 1, "title": "群", "bound_by_id": GRANDMA, "bound_at": NOW}
    return DeskGroup(unit_id=unit_id, role=role, **{**fields, **more})


def card(request_id: int, **more: Any) -> GroupCard:
    fields = {"chat_id": CHAT, "bot_id": 1, "alone": True, "posted_at": NOW}
    return GroupCard(request_id=request_id, **{**fields, **more})


async def request(tx: Tx, unit_id: int, number: str) -> int:
    row = ServiceRequest(
        center_id=unit_id,
        number=number,
        line="environment",
        status="submitted",
        asker_id=GRANDMA,
        created_at=NOW,
        state_since=NOW,
        rise_at=NOW,
    )
    tx.session.add(row)
    await tx.session.flush()
    return row.id


async def test_a_desk_of_a_center_has_one_group(database: Database) -> None:
    async with database.begin(NOW, bot_id=1) as tx:
        here, there = await rows.two_centers(tx)
        await rows.accounts(tx, GRANDMA)
        for one in (group(here.id), group(here.id, "assistance"), group(there.id)):
            await groups.add(tx, one)
        found = await groups.of_desk(tx, here.id, "environment")
        assert found is not None and found.unit_id == here.id
        assert await groups.of_desk(tx, here.id, "doctor") is None
        assert [one.role for one in await groups.of_unit(tx, here.id)] == ["environment", "assistance"]
        assert len(await groups.in_chat(tx, CHAT)) == 3
        assert await groups.in_chat(tx, OTHER) == []
    with pytest.raises(IntegrityError):
        async with database.begin(NOW, bot_id=1) as tx:
            await groups.add(tx, group(here.id, chat_id=OTHER))


async def test_a_request_has_one_open_card_and_any_number_of_closed_ones(database: Database) -> None:
    async with database.begin(NOW, bot_id=1) as tx:
        unit = await rows.unit(tx)
        await rows.accounts(tx, GRANDMA)
        first, second = await request(tx, unit.id, "1007"), await request(tx, unit.id, "1015")
        for one in (card(first, closed_at=NOW), card(first, closed_at=NOW), card(first), card(second)):
            await groups.add(tx, one)
        found = await groups.open_card(tx, first)
        assert found is not None and found.closed_at is None
        assert [one.request_id for one in await groups.open_cards(tx, CHAT)] == [first, second]
        assert await groups.open_cards(tx, OTHER) == []
    async with database.begin(NOW, bot_id=2) as tx:
        assert await groups.open_cards(tx, CHAT) == []
    with pytest.raises(IntegrityError):
        async with database.begin(NOW, bot_id=1) as tx:
            await groups.add(tx, card(first, chat_id=OTHER))


async def test_a_card_outlives_the_binding_that_brought_it(database: Database) -> None:
    async with database.begin(NOW) as tx:
        unit = await rows.unit(tx)
        await rows.accounts(tx, GRANDMA)
        bound = group(unit.id)
        await groups.add(tx, bound)
        request_id = await request(tx, unit.id, "1007")
        await groups.add(tx, card(request_id, group_id=bound.id))
        assert len(await groups.open_cards_of(tx, bound.id)) == 1
        assert await groups.binding(tx, bound.id) is bound
        await groups.remove(tx, bound)
    async with database.begin(NOW) as tx:
        found = await groups.open_card(tx, request_id)
        assert found is not None and found.group_id is None
        assert await groups.binding(tx, bound.id) is None
