"""Many sign up in one moment, by two processes on one PostgreSQL: no seat too many, and nobody is lost."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from typing import Any

import pytest

from domain.signups import Standing
from services import activity_changes, signup_seats, signups, signups_moving
from services.errors import RefusedError
from storage import people
from storage import signups as stored
from storage.transaction import Database
from tests.services.activities import course, line_of, made, slot_of, standings
from tests.services.lending import hall, slots
from tests.services.test_two_processes import until_it_works
from tests.services.town import Town

BOTS = (1000, 2000)


@pytest.fixture
def founded_url(founded_postgres_url: str) -> str:
    """Several processes share a PostgreSQL."""
    return founded_postgres_url


@pytest.fixture
async def other(founded: Database) -> AsyncIterator[Database]:
    """The other process's connections to the same database."""
    made_too = Database(founded.url)
    async with made_too.begin():  # it is connected
        pass
    yield made_too
    await made_too.dispose()


async def by_turns(town: Town, other: Database, doings: list[tuple[int, Any, tuple[Any, ...]]]) -> list[Any]:
    """What becomes of it when everybody does something at once, every second one by the other process."""

    async def one(number: int, who: int, use_case: Any, args: tuple[Any, ...]) -> Any:
        database = (town.database, other)[number % 2]
        async with database.begin(town.now, BOTS[number % 2]) as tx:
            account = await people.account(tx, who)
            try:
                return await use_case(tx, account, *args)
            except RefusedError as refusal:
                return refusal.text.id

    async with asyncio.timeout(60):
        doing = [
            until_it_works(lambda n=n, act=act: one(n, *act))  # type: ignore[misc]
            for n, act in enumerate(doings)
        ]
        return list(await asyncio.gather(*doing))


async def begun(town: Town, seats: int, folk: int) -> tuple[int, int, list[int]]:
    """A course with so many seats, its officer, and people who want one."""
    officer = await town.settle("培训员", "training")
    slot_id = await slot_of(town, await made(town, officer, course(town, seats=seats)))
    return officer, slot_id, [await town.settle(f"人{number}") for number in range(folk)]


async def test_thirty_for_seven_seats_in_one_moment(any_town: Town, other: Database) -> None:
    _, slot_id, folk = await begun(any_town, 7, 30)
    rows = await by_turns(any_town, other, [(who, signups.sign_up, (slot_id,)) for who in folk])
    assert Counter(one.state for one in rows) == {Standing.SEATED: 7, Standing.WAITING: 23}
    line = await line_of(any_town, slot_id)
    assert [one.place for one in line] == list(range(1, 31))
    assert {one.state for one in line[:7]} == {Standing.SEATED}


async def test_one_person_at_two_telephones_has_one_seat(any_town: Town, other: Database) -> None:
    _, slot_id, (who,) = await begun(any_town, 3, 1)
    rows = await by_turns(any_town, other, [(who, signups.sign_up, (slot_id,))] * 6)
    assert len({one.id for one in rows}) == 1


async def test_seats_are_given_back_and_asked_for_at_once(any_town: Town, other: Database) -> None:
    officer, slot_id, folk = await begun(any_town, 5, 20)
    for who in folk[:12]:
        await any_town.do(who, signups.sign_up, slot_id)
    line = await line_of(any_town, slot_id)
    doings: list[tuple[int, Any, tuple[Any, ...]]] = []
    for who, seat in zip(folk[:4], line[:4], strict=True):
        doings.append((who, signups.cancel, (seat.id,)))
    doings += [(who, signups.sign_up, (slot_id,)) for who in folk[12:]]
    doings.append((officer, signup_seats.change, (slot_id, 8)))
    await by_turns(any_town, other, doings)
    stand = await standings(any_town, slot_id)
    assert [len(stand[one]) for one in (Standing.SEATED, Standing.OFFERED)] == [1, 7]
    assert stand[Standing.OFFERED] == [f"人{number}" for number in range(5, 12)], "in the order they came"
    assert len(stand[Standing.WAITING]) == 8


async def test_an_answer_and_the_clock_do_not_both_have_the_seat(any_town: Town, other: Database) -> None:
    town = any_town
    _, slot_id, folk = await begun(town, 1, 3)
    for who in folk:
        await town.do(who, signups.sign_up, slot_id)
    first, second, _ = await line_of(town, slot_id)
    await town.do(folk[0], signups.cancel, first.id)
    town.passes(hours=4)

    async def strikes(tx: Any, _account: Any) -> bool:
        return await signups_moving.lapse_one(tx)

    async def says_yes(tx: Any, account: Any) -> Any:
        return await signups.answer(tx, account, second.id, yes=True)

    both: list[tuple[int, Any, tuple[Any, ...]]] = [(folk[1], says_yes, ()), (folk[2], strikes, ())]
    await by_turns(town, other, both * 3)
    stand = await standings(town, slot_id)
    if stand[Standing.SEATED]:
        assert stand == {Standing.SEATED: ["人1"], Standing.OFFERED: [], Standing.WAITING: ["人2"]}
    else:
        assert stand == {Standing.SEATED: [], Standing.OFFERED: ["人2"], Standing.WAITING: ["人1"]}


async def test_what_was_read_before_another_changed_it_is_read_again(any_town: Town, other: Database) -> None:
    town = any_town
    _, slot_id, folk = await begun(town, 1, 3)
    rows = [await town.do(who, signups.sign_up, slot_id) for who in folk]
    async with other.begin(town.now, BOTS[1]) as tx:
        third = await stored.peek(tx, rows[2].id)
        await town.do(folk[1], signups.cancel, rows[1].id)
        await town.do(folk[0], signups.cancel, rows[0].id)  # the third is asked
        await town.do(folk[2], signups.answer, rows[2].id, yes=True)
        (row,) = await stored.active(tx, slot_id)
        assert row is third and row.state == Standing.SEATED


async def test_a_time_is_booked_in_the_moment_in_which_the_hours_change(
    any_town: Town, other: Database
) -> None:
    town = any_town
    officer = await town.settle("文化干事", "culture")
    room = await made(town, officer, hall())
    slot_id = (await slots(town, room))[-1].id
    who = await town.settle("甲")
    plan = hall(hours="每天上午")
    change = (officer, activity_changes.change, (room, plan, 1, {}))
    doings = [(who, signups.sign_up, (slot_id,)), change, (who, signups.sign_up, (slot_id,))]
    said = await by_turns(town, other, doings)
    line = await line_of(town, slot_id)
    there = slot_id in {one.id for one in await slots(town, room)}
    assert there == bool(line), "the booking and its time are both there, or neither"
    assert there or (said[0], said[2]) == ("not-found", "not-found")
