"""Notices as rows: whom they are for, page by page, and what their states say."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.exc import IntegrityError

from storage import notices, outbox
from storage.notice_audience import everybody, next_members
from storage.notices import Notice
from storage.outbox import Lane
from storage.people import Account
from storage.transaction import Database, Tx
from tests.storage import rows
from tests.storage.rows import GRANDMA, NOW, membership, message

MOMENT = timedelta(microseconds=1)
HOUR = timedelta(hours=1)


async def stage(tx: Tx) -> tuple[int, int]:
    """Two centers, and an author; the centers' ids."""
    first, second = await rows.two_centers(tx)
    await rows.accounts(tx, GRANDMA)
    return first.id, second.id


async def begun(tx: Tx, unit_id: int, **more: Any) -> Notice:
    """A notice that runs."""
    row = Notice(
        **{
            "unit_id": unit_id,
            "author_id": GRANDMA,
            "created_at": NOW,
            "body": {"text": "停水"},
            "state": "running",
            "running_since": NOW,
            "total": 9,
            **more,
        }
    )
    await notices.add(tx, row)
    return row


async def members(tx: Tx, center_id: int, *ids: int, **more: Any) -> None:
    """Accounts that belong to a center."""
    tx.session.add_all([Account(id=one, bot_id=1, locale="en", created_at=NOW) for one in ids])
    await tx.session.flush()
    tx.session.add_all([membership(one, center_id, **more) for one in ids])
    await tx.session.flush()


def of_notice(notice_id: int, **more: Any) -> Any:
    """A row of the outbox that brings a notice to grandma."""
    return message(notice_id=notice_id, lane=Lane.BROADCAST, key="text", **more)


async def test_the_words_are_ciphertext(database: Database) -> None:
    async with database.begin(NOW) as tx:
        unit, _ = await stage(tx)
        row = await begun(tx, unit)
        assert row.body == {"text": "停水"}
        raw = await tx.session.connection()
        kept = (await raw.exec_driver_sql("select body from notice")).scalar_one()
    assert "停水".encode() not in bytes(kept)


@pytest.mark.parametrize(
    "wrong",
    [
        {"state": "lost"},
        {"state": "paused"},
        {"running_since": None},
        {"state": "done", "running_since": None},
        {"ended_at": NOW},
    ],
)
async def test_states_and_moments_agree(database: Database, wrong: dict[str, Any]) -> None:
    with pytest.raises(IntegrityError):
        async with database.begin(NOW) as tx:
            unit, _ = await stage(tx)
            await begun(tx, unit, **wrong)


async def test_it_is_for_whoever_was_registered_when_it_was_sent(database: Database) -> None:
    async with database.begin(NOW) as tx:
        first, second = await stage(tx)
        await members(tx, first, 30, 10)
        await members(tx, first, 20, joined_at=NOW + MOMENT)
        await members(tx, second, 40)
        row = await begun(tx, first)
        found = await next_members(tx, row, [first], first, 0, 10)
        assert [(one.account_id, one.bot_id, one.locale, one.reachable) for one in found] == [
            (10, 1, "en", True),
            (30, 1, "en", True),
        ]
        assert [one.account_id for one in await next_members(tx, row, [first], first, 10, 10)] == [30]
        assert [one.account_id for one in await next_members(tx, row, [first], first, 0, 1)] == [10]


async def test_who_belongs_to_two_centers_is_found_at_the_first(database: Database) -> None:
    async with database.begin(NOW) as tx:
        first, second = await stage(tx)
        await members(tx, first, 10)
        await members(tx, second, 20)
        tx.session.add_all([membership(10, second), membership(20, first, joined_at=NOW + MOMENT)])
        row, both = await begun(tx, first), [first, second]
        assert [one.account_id for one in await next_members(tx, row, both, first, 0, 9)] == [10]
        assert [one.account_id for one in await next_members(tx, row, both, second, 0, 9)] == [20]
        assert await everybody(tx, both) == [(1, True, 2)]


async def test_the_audience_is_counted_by_bot_and_by_reach(database: Database) -> None:
    async with database.begin(NOW) as tx:
        first, second = await stage(tx)
        await members(tx, first, 10, 11, 12)
        await members(tx, second, 20)
        (await tx.session.get_one(Account, 11)).reachable = False
        (await tx.session.get_one(Account, 12)).bot_id = 2
        await tx.session.flush()
        assert sorted(await everybody(tx, [first])) == [
            (1, False, 1),
            (1, True, 1),
            (2, True, 1),
        ]
        assert await everybody(tx, []) == []


async def test_held_are_all_that_pause_and_those_in_question_that_ended(database: Database) -> None:
    over = {"running_since": None, "ended_at": NOW}
    async with database.begin(NOW) as tx:
        unit, _ = await stage(tx)
        runs = await begun(tx, unit)
        paused = await begun(tx, unit, state="paused", running_since=None)
        stopped, done = (
            await begun(tx, unit, state="stopped", **over),
            await begun(tx, unit, state="done", **over),
        )
        assert await notices.held(tx, []) == [paused.id]
        asked = [runs.id, stopped.id, done.id, 999]
        assert sorted(await notices.held(tx, asked)) == [paused.id, stopped.id, done.id]


async def test_rows_are_counted_by_bot_and_by_state(database: Database) -> None:
    async with database.begin(NOW, 1) as tx:
        unit, _ = await stage(tx)
        one, other = await begun(tx, unit), await begun(tx, unit)
        for row in (
            of_notice(one.id),
            of_notice(one.id),
            of_notice(one.id, bot_id=2),
            of_notice(one.id, created_at=NOW - HOUR),
            of_notice(one.id, state="sent"),
            of_notice(other.id),
            message(),
        ):
            outbox.put(tx, row)
        await outbox.write(tx)
        assert await notices.waiting(tx, one.id, since=HOUR) == (3, 3)
        assert await notices.tally(tx, one.id, "text") == {"waiting": 4, "sent": 1}
        await notices.drop_waiting(tx, one.id)
        assert await notices.tally(tx, one.id, "text") == {"dropped": 4, "sent": 1}
        assert await notices.tally(tx, other.id, "text") == {"waiting": 1}


async def test_rows_of_a_notice_can_be_left_unread(database: Database) -> None:
    async with database.begin(NOW, 1) as tx:
        unit, _ = await stage(tx)
        one, other = await begun(tx, unit), await begun(tx, unit)
        put = [outbox.put(tx, of_notice(id_)) for id_ in (one.id, other.id)]
        put.append(outbox.put(tx, message(lane=Lane.BROADCAST)))
    async with database.begin(NOW, 1) as tx:
        found = await outbox.waiting_ids(tx, Lane.BROADCAST, 9, but=[one.id])
        assert found == [put[1].id, put[2].id]
        assert len(await outbox.waiting_ids(tx, Lane.BROADCAST, 9)) == 3


async def test_what_goes_on_waiting_stays_dropped_if_it_was_dropped(database: Database) -> None:
    async with database.begin(NOW, 1) as tx:
        row, other = outbox.put(tx, message(state="dropped")), outbox.put(tx, message())
    async with database.begin(NOW, 1) as tx:
        await outbox.mark(
            tx, [{"id": row.id, "attempts": 1}, {"id": other.id, "state": "sent", "attempts": 2}]
        )
        found = {one.id: (one.state, one.attempts) for one in await outbox.rows(tx, [row.id, other.id])}
    assert found == {row.id: ("dropped", 1), other.id: ("sent", 2)}


async def test_a_change_counts_the_time_it_ran_and_is_heard_with_the_commit(database: Database) -> None:
    heard: list[str] = []
    database.hearers.append(heard.append)
    async with database.begin(NOW) as tx:
        unit, _ = await stage(tx)
        row = await begun(tx, unit)
    assert heard == []
    steps = [("paused", 10, 10), ("running", 60, 10), ("stopped", 65, 15)]
    for state, at, ran in steps:
        async with database.begin(NOW + timedelta(seconds=at)) as tx:
            kept = await notices.notice(tx, row.id)
            assert kept is not None
            notices.change(tx, kept, state, GRANDMA)
            await tx.session.flush()
            assert (kept.ran_for, kept.changed_by_id) == (ran, GRANDMA)
            assert (kept.running_since is None) == (state != "running")
            assert (kept.ended_at is None) == (state != "stopped")
    assert heard == [notices.NOTICES] * 3


async def test_what_is_rolled_back_is_heard_by_nobody(database: Database) -> None:
    heard: list[str] = []
    database.hearers.append(heard.append)
    with pytest.raises(LookupError):
        async with database.begin(NOW) as tx:
            unit, _ = await stage(tx)
            notices.change(tx, await begun(tx, unit), "paused", None)
            raise LookupError
    assert heard == []


async def test_the_clock_finds_what_is_to_be_spooled_and_told(database: Database) -> None:
    async with database.begin(NOW) as tx:
        unit, other = await stage(tx)
        late = await begun(tx, unit, report_at=NOW)
        await begun(tx, unit, report_at=NOW + MOMENT, spooled_at=NOW)
        paused = await begun(tx, other, state="paused", running_since=None)
        assert await notices.to_spool(tx) == [late.id]
        found = await notices.to_report(tx)
        assert found is not None and found.id == late.id
        late.report_at = NOW + timedelta(minutes=9)
        assert await notices.to_report(tx) is None
        late.report_at = NOW + timedelta(minutes=11)
        assert await notices.to_report(tx) is late, "the clock was wrong"
        late.report_at = None
        await tx.session.flush()
        assert await notices.to_report(tx) is None
        assert [one.id for one in await notices.open_at(tx, [other])] == [paused.id]
        assert len(await notices.running(tx)) == 2
        assert await notices.free(tx, late.id) is late
        assert await notices.free(tx, 999) is None


async def test_a_page_of_recipients_is_read_by_index(database: Database) -> None:
    """However many belong to other centers, and however far it has got."""
    asked: list[tuple[str, Any]] = []
    if not database.is_sqlite:
        pytest.skip("an empty table is always read whole by PostgreSQL")

    def hear(_connection: Any, _cursor: Any, statement: str, parameters: Any, *_: Any) -> None:
        asked.append((statement, parameters))

    event.listen(database.engine.sync_engine, "before_cursor_execute", hear)
    async with database.begin(NOW) as tx:
        first, second = await stage(tx)
        row = await begun(tx, first)
        asked.clear()
        await next_members(tx, row, [first, second], second, 5, 10)
        await notices.tally(tx, row.id, "text")
        await notices.waiting(tx, row.id, since=HOUR)
        await notices.to_spool(tx)
        raw = await tx.session.connection()
        event.remove(database.engine.sync_engine, "before_cursor_execute", hear)
        for statement, parameters in asked[:]:
            plan = (await raw.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)).all()
            assert not [step[3] for step in plan if step[3].startswith("SCAN") and "INDEX" not in step[3]]
