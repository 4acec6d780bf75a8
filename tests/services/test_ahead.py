"""What is read before the updates of a batch take effect: as much as they are likely to ask for."""

from __future__ import annotations

import pytest

from services import ahead, requests
from storage import requests as stored
from storage.transaction import Tx
from tests.services.town import Town
from tests.storage.rows import listening


async def open_numbers(tx: Tx, who: int) -> list[int]:
    """The open requests somebody asked for."""
    return [one.id for one in await stored.of_asker(tx, who, open_only=True)]


@pytest.mark.parametrize(("people", "looks"), [(1, False), (2, True), (7, True)])
async def test_who_has_nothing_open_is_looked_for_when_several_write_at_once(
    town: Town, people: int, looks: bool
) -> None:
    ids = [await town.settle(f"村民{number}") for number in range(people)]

    async with town.begin() as tx:
        with listening(town.database) as said:
            await ahead.read(tx, ids)
        assert any("FROM service_request" in one for one in said) == looks
        assert [stored.is_idle(tx, one) for one in ids] == [looks] * people


@pytest.mark.parametrize("others", [0, 1, 9])
async def test_whatever_was_read_ahead_the_same_is_found(town: Town, others: int) -> None:
    asker = await town.settle("王秀英")
    idle = [await town.settle(f"村民{number}") for number in range(others)]
    asked = await town.ask(asker)

    async with town.begin() as tx:
        await ahead.read(tx, [asker, *idle])
        assert await open_numbers(tx, asker) == [asked]
        assert [await open_numbers(tx, one) for one in idle] == [[]] * others
    await town.do(asker, requests.cancel, asked)
    async with town.begin() as tx:
        await ahead.read(tx, [asker, *idle])
        assert await open_numbers(tx, asker) == []
