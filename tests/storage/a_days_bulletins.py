"""What happens on a day about market and job information: posted, wanted, brought, changed, taken back."""

from __future__ import annotations

from datetime import timedelta

from domain.messages import Content
from domain.night import awake
from services import bulletin_spooling, bulletins
from storage import outbox, units
from storage.outbox import Lane
from tests.services.town import Town


async def posting(town: Town) -> None:
    """A price for whoever wants prices, from the first look to the last."""
    officer, villager = await town.settle("马强", "training"), await town.settle("王秀英")
    async with town.begin() as tx:
        unit = await units.unit_by_code(tx, "maqu")
        assert unit is not None
        await bulletins.readers(tx, unit, "prices")
    town.now = awake(town.now, "Asia/Shanghai")
    until = town.now.date() + timedelta(days=7)
    await town.do(villager, bulletins.shelves)
    await town.do(villager, bulletins.want, unit.id, "prices", on=True)
    row = await town.do(officer, bulletins.post, unit.id, "prices", Content(text="花椒四十"), until)
    await _bring(town)
    await town.do(villager, bulletins.shelf, "prices")
    await town.do(villager, bulletins.seen, row.id)
    await town.do(villager, bulletins.mute, row.id, on=False)
    await town.do(officer, bulletins.end_on, row.id, until + timedelta(days=7))
    await _bring(town)
    await town.do(officer, bulletins.withdraw, row.id)
    await _bring(town)


async def _bring(town: Town) -> None:
    async with town.begin() as tx:  # all other news has gone out
        while waiting := await outbox.waiting_ids(tx, Lane.NOTIFICATION, 100):
            await outbox.mark(tx, [{"id": one, "state": "sent", "sent_at": tx.now} for one in waiting])
    async with town.begin() as tx:
        assert await bulletin_spooling.bring_one(tx)
