"""Posts by topic as rows: what counts on a day, and who wants what."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy.exc import IntegrityError

from domain.messages import Content
from storage import bulletins, outbox
from storage.bulletins import Bulletin, BulletinSubscription, Subscriber
from storage.people import Account
from storage.transaction import Database, Tx
from tests.storage import rows
from tests.storage.rows import CLERK, DOCTOR, GRANDMA, NOW, membership, message

TODAY = date(2026, 3, 2)
DAY = timedelta(days=1)
SECOND = timedelta(seconds=1)


async def stage(tx: Tx) -> tuple[int, int]:
    """Two centers and three accounts, all registered at the first; the centers' ids."""
    first, second = await rows.two_centers(tx)
    await rows.accounts(tx, GRANDMA, DOCTOR, CLERK)
    tx.session.add_all(membership(one, first.id) for one in (GRANDMA, DOCTOR, CLERK))
    await tx.session.flush()
    return first.id, second.id


async def posted(tx: Tx, center_id: int, **more: Any) -> Bulletin:
    """A post that counts today and tomorrow."""
    row = Bulletin(
        **{
            "center_id": center_id,
            "topic": "prices",
            "author_id": CLERK,
            "said": Content(text="花椒四十").pack(),
            "posted_at": NOW,
            "ends_on": TODAY + DAY,
            "state": "open",
            "brought_to": 0,
            **more,
        }
    )
    await bulletins.add(tx, row)
    return row


def wants(tx: Tx, account_id: int, center_id: int, topic: str = "prices", **more: Any) -> None:
    """Somebody wants a topic."""
    row = BulletinSubscription(account_id=account_id, center_id=center_id, topic=topic, since=NOW, **more)
    bulletins.subscribe(tx, row)


async def test_what_counts_of_a_topic_is_the_newest_first_up_to_its_last_day(database: Database) -> None:
    async with database.begin(NOW) as tx:
        here, there = await stage(tx)
        old = await posted(tx, here, posted_at=NOW - DAY, ends_on=TODAY)
        new = await posted(tx, here)
        await posted(tx, here, ends_on=TODAY - DAY)
        await posted(tx, here, state="withdrawn")
        await posted(tx, here, topic="jobs")
        await posted(tx, there)
        found = await bulletins.current(tx, here, "prices", TODAY)
        assert [one.id for one in found] == [new.id, old.id]
        assert found[0].content == Content(text="花椒四十")
        assert [one.id for one in await bulletins.current(tx, here, "prices", TODAY + DAY)] == [new.id]
        assert await bulletins.current(tx, here, "prices", TODAY + 2 * DAY) == []
        assert await bulletins.counts(tx, here, TODAY) == {"prices": 2, "jobs": 1}
        assert await bulletins.counts(tx, here, TODAY + 2 * DAY) == {}


async def test_no_state_but_the_two(database: Database) -> None:
    async with database.begin(NOW) as tx:
        here, _ = await stage(tx)
    with pytest.raises(IntegrityError):
        async with database.begin(NOW) as tx:
            await posted(tx, here, state="over")


async def test_who_has_waited_longest_is_due_first_and_nobody_before_their_time(database: Database) -> None:
    async with database.begin(NOW) as tx:
        here, _ = await stage(tx)
        later = await posted(tx, here, due_at=NOW)
        first = await posted(tx, here, due_at=NOW - SECOND)
        await posted(tx, here, due_at=NOW + SECOND)
        await posted(tx, here)
        found = await bulletins.due(tx)
        assert found is not None and found.id == first.id
        first.due_at = None
        found = await bulletins.due(tx)
        assert found is not None and found.id == later.id
        later.due_at = None
        assert await bulletins.due(tx) is None


async def test_only_one_process_writes_a_page_of_a_post(database: Database) -> None:
    if database.is_sqlite:
        pytest.skip("it has one writer anyway")
    async with database.begin(NOW) as tx:
        here, _ = await stage(tx)
        await posted(tx, here, due_at=NOW)
    async with database.begin(NOW) as tx, database.begin(NOW) as other:
        assert await bulletins.due(tx) is not None
        assert await bulletins.due(other) is None


async def test_what_somebody_wants_they_want_at_one_center(database: Database) -> None:
    async with database.begin(NOW) as tx:
        here, there = await stage(tx)
        wants(tx, GRANDMA, here)
        wants(tx, GRANDMA, here, "jobs", ended_at=NOW)
        wants(tx, GRANDMA, there, "machinery")
        await tx.session.flush()
        assert await bulletins.wanted(tx, GRANDMA, here) == {"prices"}
        assert await bulletins.wanted(tx, GRANDMA, there) == {"machinery"}
        assert await bulletins.wanted(tx, DOCTOR, here) == set()
        kept = await bulletins.subscription(tx, GRANDMA, here, "jobs")
        assert kept is not None and kept.ended_at == NOW
        assert await bulletins.subscription(tx, DOCTOR, here, "jobs") is None


async def test_subscribers_are_counted_and_paged_as_far_as_they_belong_there(database: Database) -> None:
    async with database.begin(NOW) as tx:
        here, there = await stage(tx)
        for one in (GRANDMA, DOCTOR, CLERK):
            wants(tx, one, here, ended_at=NOW if one == CLERK else None)
        wants(tx, GRANDMA, there)  # whoever is not registered there any more
        (await tx.session.get_one(Account, DOCTOR)).reachable = False
        await tx.session.flush()
        assert await bulletins.count_subscribers(tx, here, "prices") == 1
        assert await bulletins.count_subscribers(tx, here, "jobs") == 0
        assert await bulletins.count_subscribers(tx, there, "prices") == 0
        page = await bulletins.next_subscribers(tx, here, "prices", after=0, limit=2)
        assert page == [
            Subscriber(GRANDMA, 1, "zh-Hans", True, True),
            Subscriber(DOCTOR, 1, "zh-Hans", False, True),
        ]
        rest = await bulletins.next_subscribers(tx, here, "prices", after=DOCTOR, limit=2)
        assert rest == [Subscriber(CLERK, 1, "zh-Hans", True, False)]
        assert await bulletins.next_subscribers(tx, there, "prices", after=0, limit=2) == []


async def test_who_has_had_a_message_under_a_key_and_by_which_bot(database: Database) -> None:
    async with database.begin(NOW) as tx:
        await stage(tx)
        outbox.put(tx, message(key="bulletin:1", bot_id=2))
        outbox.put(tx, message(key="bulletin:1", chat_id=DOCTOR, method="edit"))
        outbox.put(tx, message(key="bulletin:2", chat_id=CLERK))
        everybody = [GRANDMA, DOCTOR, CLERK]
        assert await outbox.holding(tx, "bulletin:1", everybody) == {GRANDMA: 2}
        assert await outbox.holding(tx, "bulletin:2", [GRANDMA]) == {}
