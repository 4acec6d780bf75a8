"""Requests that are merged, as rows: off the desk, off the clock, and found when they go astray."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from storage import deadlines, desk, merging, migrate, requests
from storage.requests import ServiceRequest
from storage.transaction import Database, Tx
from tests.storage import rows
from tests.storage.rows import CLERK, DOCTOR, GRANDMA, NOW

HELD = {"holder_id": DOCTOR, "status": "assigned", "due_at": NOW}


@pytest.fixture
async def maqu(database: Database) -> int:
    """A center with grandma, the doctor and the clerk."""
    async with database.begin(NOW) as tx:
        unit = await rows.unit(tx)
        await rows.accounts(tx, GRANDMA, DOCTOR, CLERK)
        return unit.id


async def file(tx: Tx, center_id: int, *wanted: dict[str, Any]) -> list[int]:
    found = []
    for number, more in enumerate(wanted, 1000):
        one = rows.request(center_id, str(number), **more)
        tx.session.add(one)
        await tx.session.flush()
        found.append(one.id)
    return found


def ids(found: list[ServiceRequest]) -> list[int]:
    return [one.id for one in found]


async def test_what_is_merged_is_on_no_desk_and_on_no_clock(database: Database, maqu: int) -> None:
    due = {"remind_at": NOW, "rise_at": NOW}
    async with database.begin(NOW) as tx:
        (main,) = await file(tx, maqu, {**HELD, **due})
        child = rows.request(maqu, "2000", **HELD, **due, merged_into_id=main)
        waiting = rows.request(maqu, "2001", merged_into_id=main)
        tx.session.add_all([child, waiting])
        await tx.session.flush()
        desks = [(maqu, ["health"])]

        assert ids(await desk.of_holder(tx, DOCTOR)) == [main]
        assert ids(await desk.desk_queue(tx, DOCTOR, desks)) == [main]
        assert ids(await desk.desk_queue(tx, CLERK, desks)) == []
        assert await desk.desk_count(tx, DOCTOR, desks) == 1
        for clock in (deadlines.to_rise, deadlines.to_remind):
            row = await clock(tx)
            assert row is not None and row.id == main
        assert ids(await requests.of_asker(tx, GRANDMA)) == [waiting.id, child.id, main]


async def test_a_merged_one_that_is_done_closes_by_itself(database: Database, maqu: int) -> None:
    async with database.begin(NOW) as tx:
        (main,) = await file(tx, maqu, {"status": "closed"})
        child = rows.request(maqu, "2000", status="done", closes_at=NOW, merged_into_id=main)
        tx.session.add(child)
        assert await deadlines.to_close(tx) is child


async def test_nothing_is_merged_into_itself_or_into_nothing(database: Database, maqu: int) -> None:
    async with database.begin(NOW) as tx:
        (one,) = await file(tx, maqu, {})
    for wrong in (one, 404):
        with pytest.raises(IntegrityError):
            async with database.begin(NOW) as tx:
                row = await requests.request(tx, one)
                assert row is not None
                row.merged_into_id = wrong


async def test_the_children_are_those_in_a_state_the_oldest_first(database: Database, maqu: int) -> None:
    async with database.begin(NOW) as tx:
        (main, other) = await file(tx, maqu, {}, {})
        made = [
            rows.request(maqu, str(2000 + at), status=status, merged_into_id=main)
            for at, status in enumerate(("submitted", "done", "returned", "cancelled"))
        ]
        for one in made:
            tx.session.add(one)
            await tx.session.flush()

        assert ids(await merging.children(tx, main)) == [made[0].id, made[2].id]
        assert ids(await merging.children(tx, main, ("done",))) == [made[1].id]
        assert ids(await merging.all_children(tx, main)) == [one.id for one in made]
        assert await merging.children(tx, other) == []


async def test_beside_a_request_is_what_is_alike_of_one_holder(database: Database, maqu: int) -> None:
    async with database.begin(NOW) as tx:
        elsewhere = await rows.unit(tx, "dongxing")
        found = await file(
            tx,
            maqu,
            HELD,
            HELD,
            {**HELD, "line": "shop"},
            {**HELD, "urgent": True},
            {**HELD, "holder_id": CLERK},
            {**HELD, "status": "done"},
            {"status": "submitted"},
            HELD,
        )
        tx.session.add(rows.request(elsewhere.id, "1000", **HELD))
        tx.session.add(rows.request(maqu, "2000", **HELD, merged_into_id=found[0]))
        row = await requests.request(tx, found[0])
        assert row is not None

        assert ids(await merging.beside(tx, row)) == [found[7], found[1]]
        assert ids(await merging.beside(tx, row, offset=1)) == [found[1]]


ASTRAY: list[tuple[dict[str, Any], dict[str, Any], bool]] = [
    ({}, {}, False),
    ({"status": "done", "holder_id": DOCTOR}, {"status": "done", "holder_id": DOCTOR}, False),
    ({"status": "closed"}, {"status": "done"}, False),
    ({**HELD}, {**HELD}, False),
    ({**HELD, "status": "reopened"}, {**HELD}, False),
    ({"status": "closed"}, {}, True),
    ({"status": "done"}, {}, True),
    ({**HELD}, {}, True),
    ({}, {**HELD}, True),
    ({**HELD}, {**HELD, "holder_id": CLERK}, True),
    ({}, {"step": "clerk"}, True),
    ({}, {"line": "shop"}, True),
    ({"due_at": NOW}, {"due_at": NOW + timedelta(hours=1)}, True),
    ({"due_at": NOW}, {"due_at": None}, True),
]


@pytest.mark.parametrize(("main", "child", "is_astray"), ASTRAY)
async def test_astray_is_what_is_open_and_not_where_its_main_one_is(
    database: Database, maqu: int, main: dict[str, Any], child: dict[str, Any], is_astray: bool
) -> None:
    async with database.begin(NOW) as tx:
        (first,) = await file(tx, maqu, main)
        row = rows.request(maqu, "2000", merged_into_id=first, **child)
        tx.session.add(row)
        await tx.session.flush()
        assert await merging.astray(tx) is (row if is_astray else None)


async def test_a_chain_is_astray(database: Database, maqu: int) -> None:
    async with database.begin(NOW) as tx:
        (first,) = await file(tx, maqu, {})
        second = rows.request(maqu, "2000", merged_into_id=first)
        tx.session.add(second)
        await tx.session.flush()
        third = rows.request(maqu, "2001", merged_into_id=second.id)
        tx.session.add(third)
        await tx.session.flush()
        assert await merging.astray(tx) is third


async def test_the_newest_row_of_a_history(database: Database, maqu: int) -> None:
    async with database.begin(NOW) as tx:
        (one,) = await file(tx, maqu, {})
        assert await merging.last_move(tx, one) is None
        for action in ("submit", "take"):
            move = requests.RequestMove(request_id=one, at=NOW, action=action, to_status="x", to_line="y")
            tx.session.add(move)
            await tx.session.flush()
        last = await merging.last_move(tx, one)
        assert last is not None and last.action == "take"


async def test_a_migration_back_and_forth_keeps_both_requests(empty_url: str, keys: str) -> None:
    await migrate.upgrade(empty_url)
    database = Database(empty_url)
    async with database.begin(NOW) as tx:
        unit = await rows.unit(tx)
        await rows.accounts(tx, GRANDMA)
        (main,) = await file(tx, unit.id, {})
        tx.session.add(rows.request(unit.id, "2000", merged_into_id=main, split_from_id=main))
    await database.dispose()
    await migrate.downgrade(empty_url, "0002")
    await migrate.upgrade(empty_url)
    database = Database(empty_url)
    async with database.begin(NOW) as tx:
        found = list(await tx.session.scalars(select(ServiceRequest)))
        assert [(one.merged_into_id, one.split_from_id) for one in found] == [(None, None)] * 2
    await database.dispose()
