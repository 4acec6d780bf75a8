"""Loans and rooms as they are kept: what is due first, what cannot be, and what the clock looks at."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from services import lending, signups
from storage import activities, loans, timetables
from storage.transaction import Database
from tests.services.activities import line_of, made
from tests.services.lending import hall, lent, looks
from tests.services.test_signups import of, signed
from tests.services.town import Town


@pytest.fixture
def town(founded: Database) -> Town:
    """The example county on each engine."""
    return Town(founded)


async def test_what_is_due_first_is_at_the_top_and_what_is_to_be_fetched_is_last(town: Town) -> None:
    keeper, activity_id, slot_id = await lent(town, seats=4)
    await signed(town, slot_id, "甲", "乙")
    await town.do(keeper, lending.hand_out, (await of(town, slot_id, "乙")).id)
    town.passes(days=1)
    await town.do(keeper, lending.hand_out, (await of(town, slot_id, "甲")).id)
    await signed(town, slot_id, "丙", "丁")
    back = await of(town, slot_id, "丁")
    await town.do(keeper, lending.hand_out, back.id)
    await town.do(keeper, lending.take_back, back.id, "fine")
    async with town.begin() as tx:
        found = await loans.of_activity(tx, activity_id)
    assert [(row.name, loan.out) for loan, row in found] == [("乙", True), ("甲", True), ("丙", False)]


async def test_what_was_given_up_is_not_among_them_and_of_another_thing_nothing(town: Town) -> None:
    _, activity_id, slot_id = await lent(town)
    other = await made(town, await town.settle("干事", "culture"), hall())
    (who,) = await signed(town, slot_id, "甲")
    await town.do(who, signups.cancel, (await of(town, slot_id, "甲")).id)
    async with town.begin() as tx:
        assert await loans.of_activity(tx, activity_id) == []
        assert await loans.of_activity(tx, other) == []


async def test_the_clock_looks_at_the_longest_due_first(town: Town) -> None:
    _, _, slot_id = await lent(town, seats=2)
    await signed(town, slot_id, "甲")
    town.passes(days=1)
    await signed(town, slot_id, "乙")
    first, second = [row.id for row in await line_of(town, slot_id)]
    town.passes(days=10)
    async with town.begin() as tx:
        found = await loans.to_look(tx)
        assert found is not None and found.signup_id == first
    assert await looks(town) == 2
    async with town.begin() as tx:
        assert await loans.to_look(tx) is None
        gone = await loans.one(tx, second)
        assert gone is not None and gone.look_at is None


@pytest.mark.parametrize(
    "change",
    [
        "handed_at = fetch_by",
        "due_at = fetch_by",
        "returned_at = fetch_by, outcome = 'fine'",
        "outcome = 'fine'",
        "answer = 'never'",
        "handed_at = fetch_by, due_at = fetch_by, returned_at = fetch_by, outcome = 'sold'",
    ],
)
async def test_a_loan_that_cannot_be_is_not_kept(town: Town, change: str) -> None:
    _, _, slot_id = await lent(town)
    await signed(town, slot_id, "甲")
    with pytest.raises(IntegrityError):
        async with town.begin() as tx:
            await tx.session.execute(text(f"UPDATE loan SET {change}"))


async def test_what_the_keeper_wrote_is_not_to_be_read_in_the_file(town: Town) -> None:
    keeper, _, slot_id = await lent(town)
    await signed(town, slot_id, "甲")
    row = await of(town, slot_id, "甲")
    await town.do(keeper, lending.hand_out, row.id)
    await town.do(keeper, lending.take_back, row.id, "broken")
    await town.do(keeper, lending.remark, row.id, "喷头掉了")
    async with town.begin() as tx:
        kept = await tx.session.scalar(text("SELECT remark FROM loan"))
    assert "喷头掉了".encode() not in bytes(kept)


async def test_the_times_of_a_room_between_two_moments_are_in_their_order(town: Town) -> None:
    room = await made(town, await town.settle("干事", "culture"), hall())
    async with town.begin() as tx:
        every = await activities.slots(tx, room)
        second, third = every[1].starts_at, every[2].starts_at
        assert second is not None and third is not None
        found = await activities.slots_between(tx, room, second, third)
        assert [one.id for one in found] == [every[1].id], "from the first on, and before the second"
        after = await activities.slots_between(tx, room, second, third + timedelta(seconds=1))
        assert [one.id for one in after] == [every[1].id, every[2].id]
        assert await activities.last_position(tx, room) == len(every)
        assert await activities.last_position(tx, room + 1) == 0


async def test_the_room_that_waits_longest_grows_first(town: Town) -> None:
    officer = await town.settle("干事", "culture")
    first = await made(town, officer, hall())
    second = await made(town, officer, hall(title="阅览室"))
    async with town.begin() as tx:
        assert await timetables.to_grow(tx) is None
        table = await timetables.one(tx, first)
        assert table is not None and table.grow_at is not None
        table.grow_at += timedelta(seconds=1)
    town.passes(days=2)
    async with town.begin() as tx:
        found = await timetables.to_grow(tx)
        assert found is not None and found.activity_id == second
