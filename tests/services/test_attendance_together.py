"""Two telephones, two officers, two processes on one PostgreSQL: everybody was there once, and no number is
given twice."""

from __future__ import annotations

import pytest

from services import attendance, certificates, signups
from storage import attendance as kept
from storage import certificates as stored
from storage.transaction import Database
from tests.services.activities import course, line_of, made, slot_of
from tests.services.test_attendance import meetings
from tests.services.test_signups_together import by_turns, founded_url, other
from tests.services.town import Town

__all__ = ["founded_url", "other"]


async def begun(town: Town, folk: int) -> tuple[int, int, list[int]]:
    """A course that has begun and for which so many have signed up: officer, slot, accounts."""
    officer = await town.settle("培训员", "training")
    slot_id = await slot_of(town, await made(town, officer, course(town, seats=99, certificate=True)))
    accounts = [await town.settle(f"人{number}") for number in range(folk)]
    for who in accounts:
        await town.do(who, signups.sign_up, slot_id)
    town.passes(days=3)
    return officer, slot_id, accounts


@pytest.mark.usefixtures("founded_url")
async def test_a_scan_and_a_tick_in_one_moment_are_one(any_town: Town, other: Database) -> None:
    officer, slot_id, (who,) = await begun(any_town, 1)
    (session,), (row,) = await meetings(any_town, slot_id), await line_of(any_town, slot_id)
    scan = (who, attendance.check_in, (session.id, session.code))
    paper = (officer, attendance.mark_paper, (session.id, [row.place]))
    await by_turns(any_town, other, [scan, scan, paper, paper, scan, paper])
    async with any_town.begin() as tx:
        assert await kept.times(tx, row.activity_id) == {row.id: 1}


@pytest.mark.usefixtures("founded_url")
async def test_certificates_given_at_once_have_a_number_each_and_one_for_each_place(
    any_town: Town, other: Database
) -> None:
    officer, slot_id, accounts = await begun(any_town, 6)
    (session,), rows = await meetings(any_town, slot_id), await line_of(any_town, slot_id)
    for who in accounts:
        await any_town.do(who, attendance.check_in, session.id, session.code)
    any_town.now = session.ends_at
    one_by_one = [(officer, certificates.give, (row.id, "bangban_bot")) for row in rows]
    all_at_once = (officer, certificates.give_all, (session.activity_id, "bangban_bot"))
    await by_turns(any_town, other, [*one_by_one[:3], all_at_once, all_at_once, *one_by_one])
    async with any_town.begin() as tx:
        given = await stored.of_activity(tx, session.activity_id)
    assert [one.serial for one in given] == [1, 2, 3, 4, 5, 6]
    assert {one.signup_id for one in given} == {row.id for row in rows}
