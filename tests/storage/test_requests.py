"""Requests as rows: the asker's list, the desk's queue, the thread, the cards."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy.exc import IntegrityError

from storage import deadlines, desk, offers, requests, thread
from storage.offers import Offer
from storage.requests import RequestMove, ServiceRequest
from storage.thread import RequestEntry
from storage.transaction import Database, Tx
from tests.storage import rows
from tests.storage.rows import CLERK, DOCTOR, GRANDMA, NOW


@pytest.fixture
async def maqu(database: Database) -> int:
    """A center with grandma, the doctor and the clerk."""
    async with database.begin(NOW) as tx:
        unit = await rows.unit(tx)
        await rows.accounts(tx, GRANDMA, DOCTOR, CLERK)
        return unit.id


async def file(database: Database, center_id: int, *wanted: dict[str, Any]) -> list[int]:
    made = [rows.request(center_id, str(1000 + at), **more) for at, more in enumerate(wanted)]
    async with database.begin(NOW) as tx:
        for one in made:
            tx.session.add(one)
            await tx.session.flush()
    return [one.id for one in made]


def ids(found: list[ServiceRequest]) -> list[int]:
    return [one.id for one in found]


def at(hours: int) -> datetime:
    return NOW + timedelta(hours=hours)


HELD = {"holder_id": DOCTOR, "status": "assigned"}


async def numbered(
    tx: Tx, number: str, who: int, *, persons: Sequence[int] = (), units: Sequence[int] = ()
) -> list[int]:
    return ids(await requests.with_number(tx, number, who, person_ids=persons, unit_ids=units))


async def test_a_number_leads_to_what_somebody_could_have_to_do_with(database: Database, maqu: int) -> None:
    async with database.begin(NOW) as tx:
        person = await rows.person(tx, maqu, "王秀英")
    (one,) = await file(database, maqu, {"person_id": person.id})
    async with database.begin(NOW) as tx:
        assert await numbered(tx, "1000", DOCTOR) == []
        assert await numbered(tx, "1000", DOCTOR, units=[maqu + 1], persons=[person.id + 1]) == []
        assert await numbered(tx, "1000", DOCTOR, units=[maqu]) == [one]
        assert await numbered(tx, "1000", DOCTOR, persons=[person.id]) == [one]
        tx.session.add(Offer(request_id=one, account_id=CLERK, offered_at=NOW))
        row = await requests.request(tx, one)
        assert row is not None
        row.holder_id = DOCTOR
        await tx.session.flush()
        assert await numbered(tx, "1000", DOCTOR) == await numbered(tx, "1000", CLERK) == [one]
        row.holder_id, row.step = None, "township"
        await tx.session.flush()
        assert await numbered(tx, "1000", DOCTOR) == [one], "who sits above is asked by services/access.py"


async def test_the_pages_of_ones_own_and_of_what_was_asked_for_one_are_one_list(
    database: Database, maqu: int
) -> None:
    async with database.begin(NOW) as tx:
        person = await rows.person(tx, maqu, "王秀英")
    mixed = [{"person_id": person.id, "asker_id": CLERK} if number % 3 else {} for number in range(9)]
    wanted = (await file(database, maqu, *mixed))[::-1]
    async with database.begin(NOW) as tx:
        for offset in range(0, 9, 2):
            page = await requests.of_asker(tx, GRANDMA, person_ids=[person.id], offset=offset, limit=2)
            assert ids(page) == wanted[offset : offset + 2]
        both = await requests.of_asker(tx, CLERK, person_ids=[person.id], limit=20)
        assert len(ids(both)) == len(set(ids(both))) == 6, "what is found twice is there once"


async def test_a_request_is_found_by_id_and_number(database: Database, maqu: int) -> None:
    (one,) = await file(database, maqu, {"person_name": "王秀英", "urgent": True})

    async with database.begin(NOW) as tx:
        found = await requests.request(tx, one)
        assert found is not None
        assert (found.number, found.person_name, found.urgent, found.step, found.refusals) == (
            "1000",
            "王秀英",
            True,
            "desk",
            0,
        )
        assert await numbered(tx, "1000", GRANDMA) == [one]
        assert await numbered(tx, "9999", GRANDMA) == []
        assert await requests.request(tx, 404) is None


async def test_a_number_is_given_once_in_a_center(database: Database, maqu: int) -> None:
    async with database.begin(NOW) as tx:
        other = await rows.unit(tx, "dongxing")
        tx.session.add_all([rows.request(maqu, "1000"), rows.request(other.id, "1000")])

    async with database.begin(NOW) as tx:
        assert len(await numbered(tx, "1000", GRANDMA)) == 2
        assert await requests.count(tx) == 2
    with pytest.raises(IntegrityError):
        async with database.begin(NOW) as tx:
            tx.session.add(rows.request(maqu, "1000"))


@pytest.mark.parametrize(
    ("status", "is_open"),
    [
        ("submitted", True),
        ("assigned", True),
        ("in_progress", True),
        ("returned", True),
        ("transferred", True),
        ("reopened", True),
        ("done", False),
        ("closed", False),
        ("cancelled", False),
        ("declined", False),
    ],
)
async def test_a_request_is_open_while_somebody_has_to_act(
    database: Database, maqu: int, status: str, is_open: bool
) -> None:
    (one,) = await file(database, maqu, {"status": status, "holder_id": DOCTOR})

    async with database.begin(NOW) as tx:
        found = await requests.request(tx, one)
        assert found is not None
        assert found.open is is_open


async def test_an_asker_sees_the_newest_first_and_can_leaf(database: Database, maqu: int) -> None:
    made = await file(database, maqu, *({} for _ in range(7)), {"asker_id": DOCTOR})

    async with database.begin(NOW) as tx:
        assert ids(await requests.of_asker(tx, GRANDMA)) == made[6:1:-1]
        assert ids(await requests.of_asker(tx, GRANDMA, offset=5)) == [made[1], made[0]]
        assert ids(await requests.of_asker(tx, GRANDMA, limit=1)) == [made[6]]


async def test_an_asker_may_ask_for_what_is_not_over(database: Database, maqu: int) -> None:
    statuses = ("closed", "done", "cancelled", "submitted", "declined")
    made = await file(database, maqu, *({"status": status} for status in statuses))

    async with database.begin(NOW) as tx:
        assert ids(await requests.of_asker(tx, GRANDMA, open_only=True)) == [made[3], made[1]]


async def test_a_holder_sees_what_is_due_first(database: Database, maqu: int) -> None:
    made = await file(
        database,
        maqu,
        {**HELD, "due_at": at(5)},
        {**HELD, "due_at": at(1)},
        {**HELD, "status": "done", "due_at": at(0)},
        {"due_at": at(0)},
    )

    async with database.begin(NOW) as tx:
        assert ids(await desk.of_holder(tx, DOCTOR)) == [made[1], made[0]]


async def test_a_desk_has_the_urgent_first_then_what_is_due(database: Database, maqu: int) -> None:
    made = await file(
        database,
        maqu,
        {"due_at": at(3)},
        {"due_at": at(1)},
        {"due_at": at(9), "urgent": True},
        {"due_at": at(1)},
        {"line": "shop", "due_at": at(0)},
        {"status": "closed"},
        {"holder_id": CLERK, "status": "assigned"},
        {**HELD, "line": "shop", "due_at": at(2)},
    )
    expected = [made[2], made[1], made[3], made[7], made[0]]

    async with database.begin(NOW) as tx:
        assert ids(await desk.desk_queue(tx, DOCTOR, [(maqu, ["health"])])) == expected
        assert await desk.desk_count(tx, DOCTOR, [(maqu, ["health"])]) == 5
        assert ids(await desk.desk_queue(tx, DOCTOR, [(maqu, ["health"])], offset=3, limit=1)) == [made[7]]


async def test_a_desk_of_another_center_is_another_desk(database: Database, maqu: int) -> None:
    await file(database, maqu, {})

    async with database.begin(NOW) as tx:
        other = await rows.unit(tx, "dongxing")
        assert await desk.desk_queue(tx, DOCTOR, [(other.id, ["health"])]) == []
        assert await desk.desk_queue(tx, DOCTOR, []) == []
        assert await desk.desk_count(tx, DOCTOR, []) == 0


async def test_nobody_has_their_own_request_on_the_desk(database: Database, maqu: int) -> None:
    await file(database, maqu, {"asker_id": DOCTOR})

    async with database.begin(NOW) as tx:
        assert await desk.desk_queue(tx, DOCTOR, [(maqu, ["health"])]) == []
        assert await desk.desk_count(tx, CLERK, [(maqu, ["health"])]) == 1


async def test_what_was_offered_is_on_the_desk_until_it_is_withdrawn(database: Database, maqu: int) -> None:
    (one,) = await file(database, maqu, {})
    async with database.begin(NOW) as tx:
        tx.session.add(Offer(request_id=one, account_id=CLERK, offered_at=NOW))

    async with database.begin(NOW) as tx:
        assert ids(await desk.desk_queue(tx, CLERK, [])) == [one]
        offer = await offers.one(tx, one, CLERK)
        assert offer is not None
        assert await offers.of_request(tx, one) == [offer]
        offer.withdrawn_at = NOW

    async with database.begin(NOW) as tx:
        assert await desk.desk_queue(tx, CLERK, []) == []
        assert await offers.of_request(tx, one) == []
        assert await offers.one(tx, one, CLERK) is not None
        assert await offers.one(tx, one, DOCTOR) is None


async def test_a_request_is_offered_once_to_one_account(database: Database, maqu: int) -> None:
    (one,) = await file(database, maqu, {})

    with pytest.raises(IntegrityError):
        async with database.begin(NOW) as tx:
            tx.session.add_all([Offer(request_id=one, account_id=CLERK, offered_at=NOW) for _ in range(2)])


async def test_history_and_thread_come_in_order(database: Database, maqu: int) -> None:
    (one,) = await file(database, maqu, {})
    async with database.begin(NOW) as tx:
        for to in ("submitted", "assigned", "returned"):
            tx.session.add(
                RequestMove(
                    request_id=one,
                    at=NOW,
                    actor_id=None,
                    action="x",
                    to_status=to,
                    to_line="health",
                    reason="路远",
                )
            )
            tx.session.add(entry(one, GRANDMA, len(to), to))
            await tx.session.flush()

    async with database.begin(NOW) as tx:
        assert [(move.to_status, move.reason) for move in await requests.moves(tx, one)] == [
            ("submitted", "路远"),
            ("assigned", "路远"),
            ("returned", "路远"),
        ]
        assert [one.content["text"] for one in await thread.entries(tx, one)] == [
            "submitted",
            "assigned",
            "returned",
        ]
        assert await requests.moves(tx, 404) == []


def entry(request_id: int, chat_id: int, message_id: int, words: str) -> RequestEntry:
    return RequestEntry(
        request_id=request_id,
        at=NOW,
        author_id=GRANDMA,
        side="asker",
        content={"text": words},
        chat_id=chat_id,
        message_id=message_id,
    )


async def test_a_message_of_a_chat_is_led_back_to_its_newest_entry(database: Database, maqu: int) -> None:
    first, second = await file(database, maqu, {}, {})
    async with database.begin(NOW) as tx:
        for made in (
            entry(first, GRANDMA, 5, "a"),
            entry(second, GRANDMA, 5, "b"),
            entry(first, DOCTOR, 6, "c"),
        ):
            tx.session.add(made)
            await tx.session.flush()

    async with database.begin(NOW) as tx:
        found = await thread.entry_at(tx, GRANDMA, 5)
        assert found is not None
        assert (found.request_id, found.content) == (second, {"text": "b"})
        assert await thread.entry_at(tx, GRANDMA, 6) is None


async def test_what_is_to_close_is_what_waited_longest(database: Database, maqu: int) -> None:
    made = await file(
        database,
        maqu,
        {"status": "done", "closes_at": at(2)},
        {"status": "done", "closes_at": at(1)},
        {"status": "closed", "closes_at": at(0)},
        {"status": "done", "closes_at": None},
    )

    async with database.begin(at(0)) as tx:
        assert await deadlines.to_close(tx) is None
    for moment, expected in ((at(1), made[1]), (at(3), made[1])):
        async with database.begin(moment) as tx:
            found = await deadlines.to_close(tx)
            assert found is not None
            assert found.id == expected


async def test_two_who_want_the_same_request_come_one_after_the_other(database: Database, maqu: int) -> None:
    (one,) = await file(database, maqu, {})

    async def take(account_id: int) -> bool:
        async with database.begin(NOW) as tx:
            found = await locked(tx, one)
            if found.holder_id is not None:
                return False
            await asyncio.sleep(0.01)
            found.holder_id, found.status = account_id, "assigned"
            return True

    assert sorted(await asyncio.gather(take(DOCTOR), take(CLERK))) == [False, True]


async def locked(tx: Tx, request_id: int) -> ServiceRequest:
    found = await requests.request(tx, request_id)
    assert found is not None
    return found
