"""The board as rows: whose notices, since when, and which are none."""

from __future__ import annotations

from datetime import timedelta

from domain.announcing import Audience
from storage import notice_board
from storage.notice_board import Posted
from storage.transaction import Database
from tests.storage.rows import NOW
from tests.storage.test_notices import begun, stage

HOUR = timedelta(hours=1)
OVER = {"running_since": None, "ended_at": NOW}


async def test_the_newest_comes_first_and_others_units_are_left_out(database: Database) -> None:
    async with database.begin(NOW) as tx:
        first, second = await stage(tx)
        old = await begun(tx, first, created_at=NOW - HOUR, year=2026, serial=16)
        new = await begun(tx, first, year=2026, serial=17, kind="finance", audience={"roles": ["doctor"]})
        other = await begun(tx, second)
        found = await notice_board.posted(tx, [first], NOW - HOUR)
        assert [one.id for one in found] == [new.id, old.id]
        assert (found[0].number, found[0].kind) == ("2026-017", "finance")
        assert found[0].for_whom == Audience(roles=("doctor",)) and found[1].for_whom.everybody
        assert [one.id for one in await notice_board.posted(tx, [first], NOW)] == [new.id]
        assert {one.id for one in await notice_board.posted(tx, [first, second], NOW)} == {new.id, other.id}
        assert await notice_board.posted(tx, [first], NOW + HOUR) == []


async def test_what_was_stopped_is_none_unless_it_was_withdrawn(database: Database) -> None:
    async with database.begin(NOW) as tx:
        first, _ = await stage(tx)
        stopped = await begun(tx, first, state="stopped", **OVER)
        withdrawn = await begun(tx, first, state="stopped", withdrawn_at=NOW, **OVER)
        done = await begun(tx, first, state="done", **OVER)
        resting = await begun(tx, first, state="paused", running_since=None)
        found = {one.id: one for one in await notice_board.posted(tx, [first], NOW)}
        assert set(found) == {withdrawn.id, done.id, resting.id}
        assert found[withdrawn.id].withdrawn and not found[done.id].withdrawn
        assert Posted.of(stopped).stopped and not Posted.of(withdrawn).stopped


async def test_of_a_notice_read_whole_a_list_has_the_same(database: Database) -> None:
    async with database.begin(NOW) as tx:
        first, _ = await stage(tx)
        await begun(tx, first, year=2026, serial=3, audience={"tags": ["五保户"], "but": True})
        plain = await begun(tx, first)
        rows = await notice_board.posted(tx, [first], NOW)
        kept = [await tx.session.get_one(type(plain), one.id) for one in rows]
        assert [Posted.of(one) for one in kept] == rows


async def test_the_words_of_some_are_read_at_once(database: Database) -> None:
    async with database.begin(NOW) as tx:
        first, _ = await stage(tx)
        one, two, three = [await begun(tx, first, body={"text": words}) for words in "甲乙丙"]
        found = await notice_board.bodies(tx, [one.id, three.id])
        assert {key: body.words for key, body in found.items()} == {one.id: "甲", three.id: "丙"}
        assert two.id not in found and await notice_board.bodies(tx, []) == {}
