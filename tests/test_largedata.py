"""The large county is one that could have come about: what stands in it fits together."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import func, select, text

from bot.seed import found_county
from services import escalation, requests, upkeep
from storage import people, units
from storage.base import Base
from storage.conflicts import Conflict
from storage.outbox import Outbox
from storage.people import Membership
from storage.requests import OPEN, RequestMove, ServiceRequest
from storage.transaction import Database, Tx
from tests.largedata import fill
from tests.storage.rows import NOW


async def _count(tx: Tx, table: type[Base], *where: object) -> int:
    query = select(func.count()).select_from(table)
    return await tx.session.scalar(query.where(*where)) or 0  # type: ignore[arg-type]


@pytest.fixture
async def county(database_url: str, keys: str) -> Database:
    """The example county, in which very many more people live."""
    database = Database(database_url)
    async with database.begin(NOW) as tx:
        await found_county(tx)
    await database.dispose()
    await fill(database_url, residents=1_000, requests=3_000, now=NOW)
    return database


async def test_a_large_county_fits_together_and_goes_on(county: Database) -> None:
    async with county.begin(NOW) as tx:
        if county.is_sqlite:
            assert not (await tx.session.execute(text("PRAGMA foreign_key_check"))).all()
        assert await _count(tx, ServiceRequest) == 3_000
        share = await _count(tx, ServiceRequest, ServiceRequest.status.in_(OPEN)) / 3_000
        assert 0.01 <= share <= 0.02, "one or two in a hundred are open"
        assert 2 <= await _count(tx, RequestMove) / 3_000 <= 4.5
        assert await _count(tx, Outbox) == 6_000
        assert await _count(tx, Conflict) > 0
        await _has_the_same_status_as_its_history(tx)
        await _reads_as_it_was_written(tx)
        assert not await escalation.rise_one(tx), "nothing is due yet"
        assert not await requests.close_one(tx)
        assert not await upkeep.forget_updates(tx)
    async with county.begin(NOW + timedelta(days=5)) as tx:
        assert await escalation.rise_one(tx), "but it will be"
    await county.dispose()


async def _has_the_same_status_as_its_history(tx: Tx) -> None:
    last = select(func.max(RequestMove.id)).group_by(RequestMove.request_id)
    query = select(func.count()).select_from(ServiceRequest).join(RequestMove)
    same = RequestMove.to_status == ServiceRequest.status
    assert await tx.session.scalar(query.where(RequestMove.id.in_(last), same)) == 3_000


async def _reads_as_it_was_written(tx: Tx) -> None:
    maqu = await units.unit_by_code(tx, "maqu")
    assert maqu is not None
    member = (await tx.session.scalars(select(Membership).where(Membership.center_id == maqu.id))).first()
    assert member is not None, "people live at the center that was there before"
    assert member.name in {one.name for one in await people.persons_by_name(tx, maqu.id, member.name)}
    assert await units.next_serial(tx, maqu.id) > 100, "its numbers go on"
