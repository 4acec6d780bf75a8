"""Messages as rows: what waits, what was sent, and what belongs together."""

from __future__ import annotations

from datetime import timedelta

from storage import outbox, recall
from storage.outbox import Lane, OutboxRow
from storage.transaction import Database
from tests.storage import rows
from tests.storage.rows import DOCTOR, GRANDMA, NOW, message


async def put(database: Database, *messages: OutboxRow) -> list[int]:
    async with database.begin(NOW, bot_id=1) as tx:
        for row in messages:
            outbox.put(tx, row)
            await tx.session.flush()
    return [row.id for row in messages]


async def test_what_waits_is_read_in_the_order_it_was_written(database: Database) -> None:
    ids = await put(database, *(message() for _ in range(5)), message(bot_id=2), message(state="sent"))

    async with database.begin(NOW, bot_id=1) as tx:
        assert await outbox.waiting_ids(tx, Lane.ANSWER, 9) == ids[:5]
    async with database.begin(NOW, bot_id=2) as tx:
        assert await outbox.waiting_ids(tx, Lane.ANSWER, 9) == [ids[5]]


async def test_a_lane_gives_what_may_be_sent_now(database: Database) -> None:
    later = NOW + timedelta(minutes=5)
    ids = await put(
        database,
        message(lane=Lane.URGENT),
        message(lane=Lane.ANSWER),
        message(lane=Lane.URGENT, not_before=NOW),
        message(lane=Lane.URGENT, not_before=later),
        message(lane=Lane.URGENT, not_before=later, attempts=1),
    )

    async with database.begin(NOW, bot_id=1) as tx:
        assert await outbox.waiting_ids(tx, Lane.URGENT, 10) == [ids[0], ids[2], ids[4]]
        assert await outbox.waiting_ids(tx, Lane.URGENT, 1) == [ids[0]]
        assert await outbox.waiting_ids(tx, Lane.BROADCAST, 10) == []
        assert await outbox.next_due(tx) == later
    async with database.begin(later, bot_id=1) as tx:
        assert await outbox.waiting_ids(tx, Lane.URGENT, 10) == [ids[0], ids[2], ids[3], ids[4]]
        assert await outbox.next_due(tx) is None


async def test_rows_are_read_by_their_ids(database: Database) -> None:
    ids = await put(database, *(message(body={"at": at}) for at in range(3)))

    async with database.begin(NOW, bot_id=1) as tx:
        assert [row.body for row in await outbox.rows(tx, [ids[2], ids[0]])] == [{"at": 0}, {"at": 2}]
        assert await outbox.rows(tx, []) == []


async def test_outcomes_are_recorded_many_at_a_time(database: Database) -> None:
    first, second = await put(database, message(), message())
    shared = {"error": None, "attempts": 1, "not_before": None}

    async with database.begin(NOW, bot_id=1) as tx:
        await outbox.mark(
            tx,
            [
                {"id": first, "state": "sent", "message_id": 2**40, "sent_at": NOW, **shared},
                {"id": second, "state": "gone", "message_id": None, "sent_at": None, **shared},
            ],
        )
        await outbox.mark(tx, [])

    async with database.begin(NOW, bot_id=1) as tx:
        assert await outbox.waiting_ids(tx, Lane.ANSWER, 9) == []
        assert await outbox.counts(tx) == {}
        assert [one.state for one in await outbox.rows(tx, [first, second])] == ["sent", "gone"]
        sent, gone = await outbox.rows(tx, [first, second])
        assert (sent.message_id, sent.sent_at, sent.attempts) == (2**40, NOW, 1)
        assert gone.state == "gone"


async def test_the_newest_message_under_a_key_is_the_one_to_change(database: Database) -> None:
    ids = await put(
        database,
        message(key="request:7"),
        message(key="request:7", state="sent", message_id=5),
        message(key="request:8"),
        message(key="request:7", chat_id=DOCTOR),
        message(key="request:7", bot_id=2),
        message(key="request:7", method="edit"),
    )

    async with database.begin(NOW, bot_id=1) as tx:
        anywhere = await outbox.sent_with_key(tx, GRANDMA, "request:7")
        assert anywhere is not None
        assert anywhere.id == ids[4]
        newest = await outbox.sent_with_key(tx, GRANDMA, "request:7", bot_id=1)
        assert newest is not None
        assert newest.id == ids[1]
        earlier = await outbox.sent_with_key(tx, GRANDMA, "request:7", before_id=ids[1])
        assert earlier is not None
        assert earlier.id == ids[0]
        assert await outbox.sent_with_key(tx, GRANDMA, "request:9") is None


async def test_the_last_change_of_a_key_is_known(database: Database) -> None:
    ids = await put(
        database,
        message(key="k", method="edit", state="sent"),
        message(key="k", method="edit", state="sent"),
        message(key="k", method="edit"),
        message(key="k"),
    )

    async with database.begin(NOW, bot_id=1) as tx:
        assert await outbox.last_change(tx, GRANDMA, "k") == ids[1]
        assert await outbox.last_change(tx, GRANDMA, "other") == 0


async def test_a_reply_is_led_back_to_its_request(database: Database) -> None:
    async with database.begin(NOW) as tx:
        maqu = await rows.unit(tx)
        await rows.accounts(tx, GRANDMA)
        request = rows.request(maqu.id, "1000")
        tx.session.add(request)
    await put(
        database,
        message(request_id=request.id, state="sent", message_id=9),
        message(state="sent", message_id=10),
    )

    async with database.begin(NOW, bot_id=1) as tx:
        assert await outbox.request_of_message(tx, GRANDMA, 9) == request.id
        assert await outbox.request_of_message(tx, GRANDMA, 10) is None
        assert await outbox.request_of_message(tx, DOCTOR, 9) is None


async def test_an_empty_outbox_counts_nothing(database: Database) -> None:
    async with database.begin(NOW) as tx:
        assert await outbox.counts(tx) == {}


async def test_what_waits_to_be_told_about_a_request_can_be_dropped(database: Database) -> None:
    async with database.begin(NOW) as tx:
        unit = await rows.unit(tx)
        await rows.accounts(tx, GRANDMA)
        one, other = rows.request(unit.id, "1007"), rows.request(unit.id, "1015")
        tx.session.add_all([one, other])
        await tx.session.flush()
        about = one.id
        elsewhere = other.id
    later = NOW + timedelta(hours=1)
    dropped, delayed, *kept = await put(
        database,
        message(chat_id=DOCTOR, request_id=about),
        message(chat_id=DOCTOR, request_id=about, key="card:1", not_before=later),
        message(chat_id=DOCTOR, request_id=about, key="card:1"),
        message(chat_id=DOCTOR, request_id=elsewhere),
        message(request_id=about),
        message(chat_id=DOCTOR),
        message(chat_id=DOCTOR, request_id=about, attempts=1),
        message(chat_id=DOCTOR, request_id=about, method="edit"),
        message(chat_id=DOCTOR, request_id=about, state="sent"),
    )
    async with database.begin(NOW, bot_id=1) as tx:
        await recall.about_request(tx, DOCTOR, about)
    async with database.begin(NOW, bot_id=1) as tx:
        states = {row.id: row.state for row in await outbox.rows(tx, [dropped, delayed, *kept])}
    assert states.pop(dropped) == states.pop(delayed) == "dropped"
    assert list(states.values()) == ["waiting"] * 6 + ["sent"]


async def test_what_was_put_by_for_later_can_be_dropped_and_what_is_due_cannot(database: Database) -> None:
    later = NOW + timedelta(hours=1)
    rows_ = await put(
        database,
        message(chat_id=DOCTOR, key="ask:1", not_before=later),
        message(chat_id=DOCTOR, key="ask:1", not_before=NOW),
        message(chat_id=DOCTOR, key="ask:1"),
        message(chat_id=DOCTOR, key="ask:2", not_before=later),
        message(key="ask:1", not_before=later),
        message(chat_id=DOCTOR, key="ask:1", not_before=later, state="sent"),
    )
    async with database.begin(NOW, bot_id=1) as tx:
        assert await recall.put_by(tx, DOCTOR, "ask:1") == [message().message]
        assert await recall.put_by(tx, DOCTOR, "ask:1") == []
        states = [row.state for row in await outbox.rows(tx, rows_)]
    assert states == ["dropped", *["waiting"] * 4, "sent"]


async def test_what_was_sent_stays_sent_whoever_says_otherwise(database: Database) -> None:
    (row_id,) = await put(database, message())
    outcome = {"id": row_id, "state": "sent", "sent_at": NOW, "message_id": 7, "attempts": 0}
    late = {"id": row_id, "state": "waiting", "sent_at": None, "message_id": None, "attempts": 1}
    for one in (outcome, late):
        async with database.begin(NOW, bot_id=1) as tx:
            await outbox.mark(tx, [one])
    async with database.begin(NOW, bot_id=1) as tx:
        (found,) = await outbox.rows(tx, [row_id])
        assert (found.state, found.message_id, found.attempts) == ("sent", 7, 0)


async def test_a_message_belongs_to_a_request_in_the_chat_with_the_bot_that_sent_it(
    database: Database,
) -> None:
    async with database.begin(NOW, bot_id=1) as tx:
        await rows.accounts(tx, GRANDMA)
        asked = rows.request((await rows.unit(tx)).id, "1007")
        tx.session.add(asked)
        await tx.session.flush()
        request_id = asked.id
    await put(database, message(state="sent", message_id=5, request_id=request_id))
    for bot_id, found in ((1, request_id), (2, None)):
        async with database.begin(NOW, bot_id=bot_id) as tx:
            assert await outbox.request_of_message(tx, GRANDMA, 5) == found
