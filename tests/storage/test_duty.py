"""The duty roster as rows."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy.exc import IntegrityError

from storage import duty, roles
from storage.duty import DutyDay
from storage.roles import RoleGrant
from storage.transaction import Database, Tx
from tests.storage import rows
from tests.storage.rows import CLERK, DOCTOR, NOW

TUESDAY = date(2026, 11, 24)


async def grant(tx: Tx, account_id: int, unit_id: int, role: str = "doctor") -> RoleGrant:
    row = RoleGrant(account_id=account_id, unit_id=unit_id, role=role, granted_at=NOW)
    roles.add(tx, row)
    await tx.session.flush()
    return row


async def test_the_week_of_a_role_is_that_of_those_who_hold_it_there_now(database: Database) -> None:
    async with database.begin(NOW) as tx:
        maqu, dongxing = await rows.two_centers(tx)
        await rows.accounts(tx, DOCTOR, CLERK)
        here, there = await grant(tx, DOCTOR, maqu.id), await grant(tx, DOCTOR, dongxing.id)
        gone, other = await grant(tx, CLERK, maqu.id), await grant(tx, CLERK, maqu.id, "clerk")
        for one in (here, there, gone, other):
            for weekday in (0, 6):
                await duty.put_day(tx, one.id, weekday, True)
            await duty.put_exception(tx, one.id, TUESDAY, True)
        gone.revoked_at = NOW
        place = maqu.id

    async with database.begin() as tx:
        week = await duty.days(tx, place, "doctor")
        assert [(day.weekday, found.account_id) for day, found in week] == [(0, DOCTOR), (6, DOCTOR)]
        assert len(await duty.days(tx, place, "doctor", 6)) == 1
        assert await duty.days(tx, place, "doctor", 1) == []
        differs = await duty.exceptions(tx, place, "doctor", TUESDAY, TUESDAY)
        assert [(one.day, one.works, found.account_id) for one, found in differs] == [(TUESDAY, True, DOCTOR)]
        assert await duty.exceptions(tx, place, "doctor", date(2026, 11, 25), date(2026, 12, 24)) == []


async def test_putting_on_and_taking_off_twice_is_the_same_as_once(database: Database) -> None:
    async with database.begin(NOW) as tx:
        unit = await rows.unit(tx)
        await rows.accounts(tx, DOCTOR)
        one = await grant(tx, DOCTOR, unit.id)
        for on, count in ((True, 1), (True, 1), (False, 0), (False, 0)):
            await duty.put_day(tx, one.id, 3, on)
            assert len(await duty.days(tx, unit.id, "doctor")) == count
        for works in (True, True, False):
            await duty.put_exception(tx, one.id, TUESDAY, works)
            ((found, _),) = await duty.exceptions(tx, unit.id, "doctor", TUESDAY, TUESDAY)
            assert found.works is works
        await duty.clear_exceptions(tx, [one.id], TUESDAY)
        assert await duty.exceptions(tx, unit.id, "doctor", TUESDAY, TUESDAY) == []
        await duty.put_exception(tx, one.id, TUESDAY, True)  # and again, in the same transaction


@pytest.mark.parametrize("weekday", [-1, 7])
async def test_a_week_has_seven_days(database: Database, weekday: int) -> None:
    async with database.begin(NOW) as tx:
        unit = await rows.unit(tx)
        await rows.accounts(tx, DOCTOR)
        one = (await grant(tx, DOCTOR, unit.id)).id

    with pytest.raises(IntegrityError):
        async with database.begin(NOW) as tx:
            tx.session.add(DutyDay(grant_id=one, weekday=weekday))


async def test_what_was_told_last_is_remembered(database: Database) -> None:
    async with database.begin(NOW) as tx:
        unit = await rows.unit(tx)
        await rows.accounts(tx, DOCTOR)
        one = (await grant(tx, DOCTOR, unit.id)).id
        assert await duty.told(tx, one) == {}
        await duty.keep_told(tx, one, {"weekdays": [0]})
    async with database.begin(NOW) as tx:
        await duty.keep_told(tx, one, {"weekdays": [1]})
    async with database.begin(NOW) as tx:
        assert await duty.told(tx, one) == {"weekdays": [1]}
