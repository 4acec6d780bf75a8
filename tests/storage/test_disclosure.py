"""What centers have to publish, as rows."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy.exc import IntegrityError

from domain.disclosure import Every, Period
from storage import disclosure
from storage.disclosure import DisclosureRule
from storage.transaction import Database, Tx
from tests.storage import rows
from tests.storage.rows import NOW

MOMENT = timedelta(microseconds=1)


async def duty(tx: Tx, center_id: int, code: str = "finance", **more: Any) -> DisclosureRule:
    """A duty of a center, quarter by quarter."""
    usual = {"every": "quarter", "since": date(2026, 1, 1), "watched": date(2026, 1, 1), "look_at": NOW}
    row = DisclosureRule(center_id=center_id, duty=code, **{**usual, **more})
    await disclosure.add(tx, row)
    return row


async def test_a_duty_is_kept_and_found_by_its_center(database: Database) -> None:
    async with database.begin(NOW) as tx:
        first, second = await rows.two_centers(tx)
        await duty(tx, first.id, "land", every="happens", look_at=None)
        await duty(tx, first.id)
        await duty(tx, second.id, on=False, look_at=None)
    async with database.begin(NOW) as tx:
        found = await disclosure.rules(tx, [first.id])
        assert [(one.duty, one.often, one.on, one.told) for one in found] == [
            ("finance", Every.QUARTER, True, 0),
            ("land", Every.HAPPENS, True, 0),
        ]
        assert found[0].period == Period(date(2026, 1, 1), Every.QUARTER)
        assert len(await disclosure.rules(tx, [first.id, second.id])) == 3
        one = await disclosure.rule(tx, second.id, "finance")
        assert one is not None and not one.on
        assert await disclosure.rule(tx, second.id, "land") is None


@pytest.mark.parametrize("wrong", [{"every": "year"}, {"on": False}])
async def test_what_is_no_duty_is_not_looked_at(database: Database, wrong: dict[str, Any]) -> None:
    with pytest.raises(IntegrityError):
        async with database.begin(NOW) as tx:
            await duty(tx, (await rows.unit(tx)).id, **wrong)


async def test_a_center_has_each_duty_once(database: Database) -> None:
    with pytest.raises(IntegrityError):
        async with database.begin(NOW) as tx:
            center = await rows.unit(tx)
            await duty(tx, center.id)
            tx.session.expunge_all()
            await duty(tx, center.id)


async def test_the_clock_finds_what_is_due_the_first_first(database: Database) -> None:
    async with database.begin(NOW) as tx:
        first, second = await rows.two_centers(tx)
        late = await duty(tx, second.id, look_at=NOW - MOMENT)
        due = await duty(tx, first.id)
        coming = await duty(tx, first.id, "aid", look_at=NOW + MOMENT)
        await duty(tx, first.id, "land", look_at=None)
        for expected in (late, due):
            found = await disclosure.to_look_at(tx)
            assert found is expected
            found.look_at = None
            await tx.session.flush()
        assert await disclosure.to_look_at(tx) is None
    async with database.begin(NOW + MOMENT) as tx:
        found = await disclosure.to_look_at(tx)
        assert found is not None and found.duty == coming.duty


async def test_only_centers_without_duties_are_unwatched(database: Database) -> None:
    async with database.begin(NOW) as tx:
        await rows.unit(tx, "qinghe", "township")
        first, second = await rows.two_centers(tx)
        assert await disclosure.unwatched(tx) is first
        await duty(tx, first.id, on=False, look_at=None)
        assert await disclosure.unwatched(tx) is second
        await duty(tx, second.id)
        assert await disclosure.unwatched(tx) is None
