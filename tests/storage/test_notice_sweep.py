"""Which messages of a notice are still to be changed, by what the table says and nothing else."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from domain.messages import Outgoing, t
from storage import notice_sweep, notices, outbox
from storage.notices import Notice
from storage.outbox import Lane, OutboxRow
from storage.transaction import Database, Tx
from tests.storage.rows import DOCTOR, GRANDMA, NOW, message
from tests.storage.test_notices import begun, stage

TEXT = "notice-text:1"


async def put(tx: Tx, notice: Notice, **more: Any) -> OutboxRow:
    """A message of a notice, sent unless it says otherwise."""
    fields = {"notice_id": notice.id, "lane": Lane.BROADCAST, "key": TEXT, "state": "sent", **more}
    row = outbox.put(tx, message(**fields))
    await outbox.write(tx)
    return row


async def left(tx: Tx, notice: Notice, limit: int = 10, key: str | None = TEXT) -> list[int]:
    """The messages that are still to be changed."""
    return [row.id for row in await notice_sweep.next_rows(tx, notice, key, limit)]


async def test_only_a_notice_that_was_changed_is_gone_over(database: Database) -> None:
    async with database.begin(NOW) as tx:
        unit, _ = await stage(tx)
        first, second = await begun(tx, unit), await begun(tx, unit)
        await put(tx, first)
        assert await notice_sweep.begun(tx) == []
        await notice_sweep.begin(tx, second)
        assert await notice_sweep.begun(tx) == [second.id]


async def test_what_went_out_or_may_have_is_to_be_changed_and_nothing_else(database: Database) -> None:
    async with database.begin(NOW) as tx:
        unit, _ = await stage(tx)
        notice, other = await begun(tx, unit), await begun(tx, unit)
        out = await put(tx, notice)
        back = await put(tx, notice, chat_id=DOCTOR, state="dropped")
        for state in ("waiting", "gone", "failed"):
            await put(tx, notice, state=state, chat_id=DOCTOR)
        await put(tx, other)
        part = await put(tx, notice, key=f"{TEXT}:1")
        await notice_sweep.begin(tx, notice)
        await put(tx, notice, chat_id=DOCTOR)
        assert await left(tx, notice) == [out.id, back.id]
        assert await left(tx, notice, key=None) == [out.id, back.id, part.id]
        assert await left(tx, notice, limit=1) == [out.id]
        notice.sweep_from = out.id
        assert await left(tx, notice) == [back.id]


async def test_what_has_a_newer_change_is_done_until_the_next_sweep(database: Database) -> None:
    async with database.begin(NOW) as tx:
        unit, _ = await stage(tx)
        notice = await begun(tx, unit)
        ours, theirs = await put(tx, notice), await put(tx, notice, chat_id=DOCTOR)
        await put(tx, notice, notice_id=None, method="edit")
        await notice_sweep.begin(tx, notice)
        assert await left(tx, notice) == [ours.id, theirs.id], "an older change is another's"
        await put(tx, notice, notice_id=None, method="edit", state="waiting")
        assert await left(tx, notice) == [theirs.id]
        await put(tx, notice, notice_id=None, method="delete", chat_id=DOCTOR, state="waiting")
        assert await left(tx, notice) == []
        await notice_sweep.begin(tx, notice)
        assert await left(tx, notice) == [ours.id, theirs.id]


async def test_the_first_that_waits_is_known(database: Database) -> None:
    async with database.begin(NOW) as tx:
        unit, _ = await stage(tx)
        notice = await begun(tx, unit)
        await put(tx, notice)
        await notice_sweep.begin(tx, notice)
        assert await notice_sweep.first_waiting(tx, notice) is None
        first = await put(tx, notice, state="waiting")
        await put(tx, notice, state="waiting")
        assert await notice_sweep.first_waiting(tx, notice) is None, "it says the new words already"
        await notice_sweep.begin(tx, notice)
        assert await notice_sweep.first_waiting(tx, notice) == first.id


async def test_changes_that_wait_are_counted_by_bot_and_age(database: Database) -> None:
    async with database.begin(NOW) as tx:
        unit, _ = await stage(tx)
        notice = await begun(tx, unit)
        change: dict[str, Any] = {"notice_id": None, "method": "edit", "state": "waiting"}
        await put(tx, notice, **change)
        await put(tx, notice, **change, created_at=NOW - timedelta(minutes=2))
        await put(tx, notice, **change, bot_id=2)
        await put(tx, notice, **{**change, "state": "sent"})
        await put(tx, notice, **change, lane=Lane.ANSWER)
        await put(tx, notice, state="waiting")
        assert await notice_sweep.changes_waiting(tx, 1, since=timedelta(minutes=5)) == 2
        assert await notice_sweep.changes_waiting(tx, 1, since=timedelta(minutes=1)) == 1
        assert await notice_sweep.changes_waiting(tx, 3, since=timedelta(minutes=5)) == 0


async def test_only_what_waits_in_a_language_is_reworded(database: Database) -> None:
    new = Outgoing(text=t("menu"))
    async with database.begin(NOW) as tx:
        unit, _ = await stage(tx)
        notice = await begun(tx, unit)
        waiting = await put(tx, notice, state="waiting", locale="en")
        others = [
            await put(tx, notice, state="waiting", locale="zh-Hans"),
            await put(tx, notice, locale="en"),
            await put(tx, notice, state="waiting", locale="en", key=f"{TEXT}:1"),
        ]
        assert sorted(await notice_sweep.locales_waiting(tx, notice.id)) == ["en", "zh-Hans"]
        await notice_sweep.reword_waiting(tx, notice.id, TEXT, "en", new)
        found = await outbox.rows(tx, [waiting.id, *(one.id for one in others)])
        assert [row.body == new.pack() for row in found] == [True, False, False, False]


async def test_whoever_gets_it_by_another_bot_is_counted_once(database: Database) -> None:
    async with database.begin(NOW) as tx:
        unit, _ = await stage(tx)
        notice = await begun(tx, unit)
        await put(tx, notice, state="gone")
        await put(tx, notice, bot_id=2)
        await put(tx, notice, state="gone", chat_id=DOCTOR)
        await put(tx, notice, chat_id=GRANDMA + 10)
        assert await notices.tally(tx, notice.id, TEXT) == {"sent": 2, "gone": 1}
