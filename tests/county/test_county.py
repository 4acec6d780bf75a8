"""A small county lives without anything stuck or lost; and what is stuck or lost would be noticed."""

from __future__ import annotations

import json
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Delete, Update, update

from services import escalation, holders, requests, seats_freed, tasks, thread
from storage.offers import Offer
from storage.requests import ServiceRequest
from storage.thread import RequestEntry
from storage.transaction import Database, Tx
from tests.county import census, deeds, fate, helpminds, place, report
from tests.county.__main__ import main, play
from tests.county.folk import FICKLE
from tests.county.life import BOT, Life
from tests.inline import quicken


async def lives(url: str, seed: int = 1, **size: Any) -> tuple[Life, dict[str, Any]]:
    """A county of one center for two days, unless said otherwise."""
    return await play(url, seed, **{"centers": 1, "days": 2, "requests": 3.0, "quiet": 3, **size})


@pytest.fixture
async def life(sqlite_url: str, keys: str) -> AsyncIterator[Life]:
    """A center whose people have just moved in."""
    database = quicken(Database(sqlite_url))
    made = Life(database, seed=3, centers=1)
    await made.settle()
    yield made
    await database.dispose()


async def asked(life: Life, line: str = "assistance") -> ServiceRequest:
    """A request of one of the villagers, who have nothing else on their minds."""
    await life.run(0, 1.0, quiet=0)
    async with life.database.begin(life.now, BOT) as tx:
        who = life.folk.of("c0")[0]
        await life.deeds.ask(tx, who, urgently=False)
    life._deliver(tx.queued)
    async with life.database.begin(life.now, BOT) as tx:
        row = await tx.session.get(ServiceRequest, next(iter(life.books.entries)))
        assert row is not None
        return row


async def each_is_noticed(
    tx: Tx, sabotages: Iterable[tuple[Update | Delete, str]], look: Callable[[], Awaitable[list[str]]]
) -> None:
    """Nothing is wrong; and of each sabotage, undone before the next, just what it says is."""
    for sabotage, complaint in sabotages:
        tx.session.expire_all()
        assert await look() == []
        async with tx.session.begin_nested() as point:
            await tx.session.execute(sabotage)
            tx.session.expire_all()
            assert [complaint in one for one in await look()] == [True], complaint
            await point.rollback()


async def test_a_small_county_lives_the_same_on_either_engine_and_nothing_is_stuck_or_lost(
    sqlite_url: str, migrated_postgres_url: str, keys: str
) -> None:
    life, found = await lives(sqlite_url)
    other, found_there = await lives(migrated_postgres_url)
    assert (life.stuck, life.lost, other.stuck, other.lost) == ([], [], [], [])
    assert found == found_there
    assert found["requests"] == len(life.books.entries) > 5
    assert found["finished"] + found["open"] == found["requests"]
    assert found["finished"] > 0
    assert found["unsent"] == 0
    assert 0 < found["in_time"] <= 1


async def test_more_centers_over_more_days(sqlite_url: str, keys: str) -> None:
    life, found = await lives(sqlite_url, 7, centers=2, days=5, requests=2.0, quiet=5)
    assert (life.stuck, life.lost) == ([], [])
    assert found["rising"]
    assert found["refused"] > 0
    assert found["holidays"] > 0
    assert found["seats_wanted"] >= found["seats_filled"] >= found["seats_done"] > 0
    assert found["asked"] > found["seats_filled"]
    assert (found["unnoticed"], found["overasked"], found["visits_unnoticed"]) == (0, 0, 0)
    assert life.books.done["confirm"] > 0
    assert life.books.done["refuse"] > 0


async def test_another_seed_is_another_life(empty_sqlite_url: str, sqlite_url: str, keys: str) -> None:
    (_, one), (_, other) = [
        await lives(url, seed, days=1, quiet=0) for seed, url in ((1, empty_sqlite_url), (2, sqlite_url))
    ]
    assert one != other


def test_it_ends_with_a_line_of_json_and_says_whether_all_is_well(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    size = ["--centers", "1", "--days", "1", "--quiet", "1", "--seed", "5"]
    monkeypatch.setattr(sys, "argv", ["county", *size])
    status = main()
    *table, last = capsys.readouterr().out.splitlines()
    counts = json.loads(last)
    assert status == 0
    assert (counts["stuck"], counts["lost"], counts["failures"], counts["seed"]) == (0, 0, 0, 5)
    assert {"requests", "finished", "in_time", "rising", "seconds"} <= set(counts)
    assert any("taken up in time" in row for row in table)


def test_a_clock_that_stumbles_is_a_failure(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    async def stumbles(*_: Any) -> None:
        raise LookupError("a broken row")

    monkeypatch.setattr(escalation, "_remind", stumbles)
    monkeypatch.setattr(sys, "argv", ["county", "--centers", "1", "--days", "1", "--quiet", "1"])
    assert main() == 1
    assert json.loads(capsys.readouterr().out.splitlines()[-1])["failures"] > 0


async def test_a_deed_that_fails_ends_the_run(life: Life, monkeypatch: pytest.MonkeyPatch) -> None:
    async def fails(*_: Any) -> None:
        raise LookupError("a broken row")

    monkeypatch.setattr(requests, "submit", fails)
    with pytest.raises(LookupError):
        await life.run(3, 3.0, quiet=0)


async def test_a_clock_that_spins_is_noticed(life: Life, monkeypatch: pytest.MonkeyPatch) -> None:
    async def always(_: Any) -> bool:
        return True

    from tests.county import life as module

    monkeypatch.setattr(module, "OFTEN", (always,))
    with pytest.raises(AssertionError, match="spins"):
        await life.run(0, 1.0, quiet=1)


async def test_a_clock_that_does_nothing_leaves_requests_stuck(
    life: Life, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tests.county import life as module

    async def never(*_: Any) -> None:
        return None

    monkeypatch.setattr(module, "OFTEN", ())
    monkeypatch.setattr(census, "next_due", never)  # it would be asked again every minute
    monkeypatch.setattr(life.minds, "read", lambda *_, **__: None)  # nobody takes anything
    await life.run(2, 3.0, quiet=1)
    assert any("should have been looked at" in one for one in life.stuck)


async def test_requests_that_nobody_is_offered_are_stuck_and_never_told(
    life: Life, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def nobody(*_: Any) -> list[Any]:
        return []

    monkeypatch.setattr(holders, "at_step", nobody)
    await life.run(2, 3.0, quiet=0)
    assert any("could have it" in one for one in life.stuck)
    assert any("never told" in one for one in life.lost)


async def test_words_that_never_reach_the_other_side_and_helpers_of_whom_nobody_hears_are_noticed(
    sqlite_url: str, keys: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def nothing(*_: Any) -> None:
        return None

    monkeypatch.setattr(thread, "_carry", lambda *_: None)
    monkeypatch.setattr(seats_freed, "tell_household", nothing)
    monkeypatch.setattr(tasks, "call_off", nothing)
    monkeypatch.setattr(deeds, "WAITS", 0.0)
    monkeypatch.setattr(fate, "WAYS", (FICKLE,))
    monkeypatch.setattr(fate, "HOW_MANY_ARE", (1,))
    monkeypatch.setattr(helpminds, "ASKS", 1.0)
    life, found = await lives(sqlite_url, 9, days=2, requests=4.0, quiet=2)
    assert any("who never saw it" in one for one in life.lost)
    assert any("never heard" in one for one in life.lost)
    assert any("nobody is needed" in one for one in life.lost)
    assert found["unnoticed"] > 0


STUCK: tuple[tuple[Update, str], ...] = (
    (update(ServiceRequest).values(due_at=None), "due at no time"),
    (update(ServiceRequest).values(rise_at=place.START - timedelta(days=1)), "should have been looked at"),
    (update(Offer).values(withdrawn_at=Offer.offered_at), "is nobody's"),
    (
        update(ServiceRequest).values(holder_id=ServiceRequest.asker_id, status="assigned"),
        "has no role there",
    ),
)


async def test_what_is_stuck_is_noticed(life: Life) -> None:
    await asked(life)
    async with life.database.begin(life.now, BOT) as tx:
        await each_is_noticed(tx, STUCK, lambda: census.stuck(tx, life.folk))


LOST: tuple[tuple[Update, str], ...] = (
    (update(ServiceRequest).values(number="9999"), "not there under its number"),
    (update(ServiceRequest).values(asker_id=ServiceRequest.asker_id + 1), "not there"),
    (update(RequestEntry).values(content={"text": "别的话"}), "has lost"),
    (update(ServiceRequest).values(status="closed"), "is closed"),
)


async def test_what_is_lost_is_noticed(life: Life) -> None:
    row = await asked(life)
    async with life.database.begin(life.now, BOT) as tx:
        await each_is_noticed(tx, LOST, lambda: census.lost(tx, life.books, [row.id]))


async def test_a_request_in_the_database_that_is_in_no_book_counts_as_lost(life: Life) -> None:
    row = await asked(life)
    async with life.database.begin(life.now, BOT) as tx:
        assert (await report.figures(tx, life))["lost"] == 0
        del life.books.entries[row.id]
        assert (await report.figures(tx, life))["lost"] == 1
