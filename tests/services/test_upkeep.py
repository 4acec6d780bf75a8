"""Tidying up."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from schedules.ticks import EVERY_HOUR, drain
from services import handling, requests, thread, upkeep
from storage import outbox, updates
from storage.outbox import Outbox
from tests.services.steps import done
from tests.services.town import BOT, Town


async def kept(town: Town) -> int:
    """How many messages there are."""
    async with town.begin() as tx:
        return await tx.session.scalar(select(func.count()).select_from(Outbox)) or 0


async def tidied(town: Town) -> None:
    """All that the hourly steps do."""
    for step in EVERY_HOUR:
        await drain(town.database, BOT, lambda _: None, step, now=lambda: town.now)


async def sent(town: Town) -> None:
    """Whatever waits goes out."""
    async with town.begin() as tx:
        for number, row in enumerate(await tx.session.scalars(select(Outbox)), 1):
            row.state, row.message_id = "sent", number


async def test_which_updates_were_seen_is_forgotten_once_telegram_has_forgotten_them(any_town: Town) -> None:
    town = any_town
    async with town.begin() as tx:
        await updates.mark_seen(tx, [1, 2])
    town.passes(hours=30)
    async with town.begin() as tx:
        await updates.mark_seen(tx, [3])
    async with town.begin() as tx:
        assert await upkeep.forget_updates(tx) is False
        assert await updates.seen(tx, [3]) == {3}
    town.passes(days=30)
    await tidied(town)
    async with town.begin() as tx:
        assert await updates.seen(tx, [1, 2, 3]) == set()


async def test_many_marks_go_a_page_at_a_time(any_town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(upkeep, "AT_ONCE", 3)
    town = any_town
    for number in range(7):
        async with town.begin() as tx:
            await updates.mark_seen(tx, [number])
        town.passes(seconds=1)
    town.passes(days=8)
    for more in (True, True, False):
        async with town.begin() as tx:
            assert await upkeep.forget_updates(tx) is more
    async with town.begin() as tx:
        assert await updates.seen(tx, list(range(7))) == set()


async def test_what_people_were_told_is_forgotten_after_half_a_year(
    any_town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(upkeep, "AT_ONCE", 2)
    town = any_town
    asker, _, request_id = await done(town)
    await town.do(asker, requests.confirm, request_id)
    await sent(town)
    many = await kept(town)
    town.now += upkeep.KEEPS
    await tidied(town)
    assert await kept(town) == many > 2, "not a moment too early"
    town.passes(seconds=1)
    await tidied(town)
    assert await kept(town) == 0


async def test_what_waits_is_never_forgotten(any_town: Town) -> None:
    asker, _, request_id = await done(any_town)
    await any_town.do(asker, requests.confirm, request_id)
    many = await kept(any_town)
    any_town.now += upkeep.KEEPS * 2
    await tidied(any_town)
    assert await kept(any_town) == many


async def test_an_old_card_of_an_open_request_still_leads_to_it(any_town: Town) -> None:
    town = any_town
    asker = await town.settle("王秀英")
    holder = await town.settle("周敏", "assistance")
    request_id = await town.ask(asker)
    await town.do(holder, handling.take, request_id)
    await sent(town)
    town.now += upkeep.KEEPS + timedelta(days=1)
    await tidied(town)
    async with town.begin() as tx:
        card = await outbox.sent_with_key(tx, holder, f"card:{request_id}")
        assert card is not None and card.message_id is not None
    assert await town.do(holder, thread.meant, card.message_id) == request_id


async def test_what_can_be_opened_again_keeps_its_messages_until_it_cannot(any_town: Town) -> None:
    town = any_town
    asker, _, request_id = await done(town)
    await sent(town)
    town.now += upkeep.KEEPS - timedelta(days=1)
    await town.do(asker, requests.confirm, request_id)
    await sent(town)
    town.passes(days=2)
    many = await kept(town)
    await tidied(town)
    assert await kept(town) == many
    town.passes(days=14)
    await tidied(town)
    assert 0 < await kept(town) < many, "only what was told lately"
