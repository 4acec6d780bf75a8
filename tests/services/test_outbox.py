"""Telling somebody something is a row, written with the change that caused it."""

from __future__ import annotations

import pytest

from domain.messages import Outgoing, t
from services.outbox import Lane, answer_tap, change, tell
from storage import outbox
from storage.transaction import Tx
from tests.services.town import BOT, NOW, Town

HELLO = Outgoing(text=t("language-chosen"))


async def test_a_message_waits_in_the_readers_language_for_the_bot_they_talk_to(any_town: Town) -> None:
    town = any_town
    who = await town.settle("王秀英")
    async with town.begin() as tx:
        account = await town.account(tx, who)
        account.locale = "en"
        tell(tx, account, HELLO, key="card:1")
    async with town.begin() as tx:
        row = (await outbox.rows(tx, [town.last(who).row.id]))[0]
        assert (row.bot_id, row.chat_id, row.account_id, row.locale) == (BOT, who, who, "en")
        assert (row.method, row.key, row.state, row.lane) == ("send", "card:1", "waiting", Lane.NOTIFICATION)
        assert (row.created_at, row.attempts, row.message_id) == (NOW, 0, None)
        assert row.message == HELLO


async def test_a_change_names_the_message_it_changes(town: Town) -> None:
    who = await town.settle("王秀英")
    async with town.begin() as tx:
        account = await town.account(tx, who)
        change(tx, account, HELLO, key="card:1", lane=Lane.URGENT)
        change(tx, account, HELLO, message_id=7)
        answer_tap(tx, account, Outgoing(callback_id="q"))
        rows = [(row.method, row.key, row.message_id, row.lane) for row in tx.queued]

    assert rows == [
        ("edit", "card:1", None, Lane.URGENT),
        ("edit", None, 7, Lane.NOTIFICATION),
        ("answer", None, None, Lane.ANSWER),
    ]


async def test_what_is_told_in_a_change_that_fails_is_never_said(any_town: Town) -> None:
    town = any_town
    who = await town.settle("王秀英")

    async def fails(tx: Tx) -> None:
        tell(tx, await town.account(tx, who), HELLO)
        await tx.session.flush()
        raise LookupError

    with pytest.raises(LookupError):
        async with town.begin() as tx:
            await fails(tx)
    async with town.begin() as tx:
        assert await outbox.counts(tx) == {}
    assert town.told == {}
