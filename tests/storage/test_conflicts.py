"""From whom a request is kept; and that no query forgets it."""

from __future__ import annotations

import ast
import inspect
from pathlib import Path

import pytest
from sqlalchemy import select

import storage
from storage import conflicts, desk, reports, requests
from storage.conflicts import Conflict
from storage.offers import Offer
from storage.requests import ServiceRequest
from storage.transaction import Database
from tests.storage import rows
from tests.storage.rows import CLERK, DOCTOR, GRANDMA, NOW

SHOWS_TO_NOBODY = {
    "requests.prefetch": "only who has nothing, before anybody is shown anything",
    "requests.with_number": "services/access.py asks for each",
    "requests.of_asker": "the asker's own",
    "requests.any_of": "a condition of queries that leave it out",
    "outbox.forget": "for the clock",
    "matching.acquainted": "only who has helped whom, for choosing whom to ask",
    "matching.at_odds": "only whom a household keeps something from, who is not proposed to it",
    "tasks._before": "a condition; tasks.notes_before leaves it out",
    "tasks.helped_before": "only who has helped, for choosing whom to ask",
    "rollcall_answers.came_of": "their numbers and states only, for whoever looks over a roll call",
    "requests.count": "how many there are in the database: for the technician",
    "deadlines._due": "for the clock",
    "merging.children": "for whoever moves the one they are merged into",
    "merging.all_children": "for whoever moves the one they are merged into",
    "merging.beside": "what its reader holds",
    "merging.astray": "for the clock",
    "merging.asked_of": "services/duplicates.py leaves out what is kept from anybody else than the draft is",
}
"""Queries for requests that need not leave anything out, and why."""
THROUGH = ("hidden_from(", "_desk(", "_held_by(", "_open(reach", "_found(")
"""How a query leaves it out: by the predicate, or by a condition that has it."""


async def stage(database: Database) -> tuple[int, int, int]:
    """A center, and two requests for the doctor: one about them, one not."""
    async with database.begin(NOW) as tx:
        unit = await rows.unit(tx)
        await rows.accounts(tx, GRANDMA, DOCTOR, CLERK)
        about, other = rows.request(unit.id, "1007"), rows.request(unit.id, "1015")
        tx.session.add_all([about, other])
        await tx.session.flush()
        await conflicts.add(tx, about.id, [DOCTOR])
        return unit.id, about.id, other.id


async def test_it_is_about_whom_was_said_and_nobody_twice(database: Database) -> None:
    _, about, other = await stage(database)
    async with database.begin(NOW) as tx:
        await conflicts.add(tx, about, [DOCTOR, CLERK, CLERK])
        await conflicts.add(tx, about, [])
    async with database.begin(NOW) as tx:
        assert await conflicts.accounts(tx, about) == {DOCTOR, CLERK}
        assert await conflicts.accounts(tx, other) == frozenset()
        assert await conflicts.exists(tx, about, CLERK)
        assert not await conflicts.exists(tx, other, DOCTOR)
        assert not await conflicts.exists(tx, about, GRANDMA)
        assert [one.since for one in await tx.session.scalars(select(Conflict))] == [NOW, NOW]


async def test_what_is_hidden_is_hidden_from_them_only(database: Database) -> None:
    _, about, other = await stage(database)
    async with database.begin(NOW) as tx:
        for account_id, wanted in ((DOCTOR, [other]), (CLERK, [about, other]), (GRANDMA, [about, other])):
            query = select(ServiceRequest.id).where(~requests.hidden_from(account_id))
            assert list(await tx.session.scalars(query.order_by(ServiceRequest.id))) == wanted


@pytest.mark.parametrize("way", ["desk", "offer", "holder"])
async def test_the_queue_and_its_count_leave_it_out_whatever_brought_it_there(
    database: Database, way: str
) -> None:
    center_id, about, other = await stage(database)
    async with database.begin(NOW) as tx:
        for one in (about, other):
            row = await requests.request(tx, one)
            assert row is not None
            if way == "offer":
                tx.session.add(Offer(request_id=one, account_id=DOCTOR, offered_at=NOW))
            if way == "holder":
                row.holder_id, row.status = DOCTOR, "assigned"
    desks = [(center_id, ["health"])] if way == "desk" else []
    async with database.begin(NOW) as tx:
        assert [one.id for one in await desk.desk_queue(tx, DOCTOR, desks)] == [other]
        assert await desk.desk_count(tx, DOCTOR, desks) == 1
        held = [one.id for one in await desk.of_holder(tx, DOCTOR)]
        assert held == ([other] if way == "holder" else [])


def _queries() -> dict[str, str]:
    """Every function of storage/ that asks for requests, by module and name, with its source."""
    found = {}
    for path in sorted(Path(storage.__path__[0]).glob("*.py")):
        source = path.read_text("utf-8")
        for node in ast.parse(source).body:
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                words = ast.get_source_segment(source, node) or ""
                if "ServiceRequest" in words and ("select(" in words or ".get(" in words):
                    found[f"{path.stem}.{node.name}"] = words
    return found


def test_no_query_that_is_shown_to_somebody_forgets_whom_it_is_about() -> None:
    """A new list, count or report of requests has to leave out what is hidden from its reader."""
    forgetful = [
        name
        for name, words in _queries().items()
        if not any(through in words for through in THROUGH) and name not in SHOWS_TO_NOBODY
    ]
    assert forgetful == []
    through = (desk._desk, desk._held_by, reports._open)
    assert all("hidden_from(" in inspect.getsource(one) for one in through)


def test_no_reason_is_given_for_a_query_that_is_not_there_any_more() -> None:
    assert set(SHOWS_TO_NOBODY) <= set(_queries())
