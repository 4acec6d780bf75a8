"""Tidying up."""

from __future__ import annotations

from services import upkeep
from storage import updates
from tests.services.town import Town


async def test_which_updates_were_seen_is_forgotten_once_telegram_has_forgotten_them(any_town: Town) -> None:
    town = any_town
    async with town.begin() as tx:
        await updates.mark_seen(tx, [1, 2])
    town.passes(hours=30)
    async with town.begin() as tx:
        await updates.mark_seen(tx, [3])
    async with town.begin() as tx:
        assert await upkeep.forget_updates(tx) is False  # one go does it all
        assert await updates.seen(tx, [3]) == {3}
    town.passes(days=30)
    async with town.begin() as tx:
        await upkeep.forget_updates(tx)
    async with town.begin() as tx:
        assert await updates.seen(tx, [1, 2, 3]) == set()
