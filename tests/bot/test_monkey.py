"""Monkeys in front of the bot find nothing; and they would find something if it were there."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from typing import Any

import pytest
from sqlalchemy import Update, update

from domain.messages import Content, Said
from services import handling, merging, people, requests, thread
from services.requests import Need
from simulator.world import Call
from storage.offers import Offer
from storage.outbox import Outbox
from storage.requests import RequestMove, ServiceRequest
from storage.transaction import Database
from tests.monkey.deeds import buttons
from tests.monkey.invariants import broken, leaks
from tests.monkey.troop import Troop
from tests.monkey.words import MARK, Mouth

SECRET = "密900000"


@pytest.fixture
async def troop(sqlite_url: str, keys: str) -> AsyncIterator[Troop]:
    """Monkeys who have not done anything yet."""
    database = Database(sqlite_url)
    async with Troop(database, seed=1) as made:
        yield made
    await database.dispose()


@pytest.mark.timeout(300)
async def test_many_things_done_at_random_leave_nothing_wrong(database: Database) -> None:
    async with Troop(database, seed=2026) as troop:
        await troop.play(200)
    assert not troop.found.all, "\n\n".join(troop.found.all)
    counts = json.loads(troop.summary())
    assert counts["steps"] >= 200
    assert counts["messages"] > 100
    assert {counts[name] for name in ("silences", "exceptions", "illegal", "leaks", "broken")} == {0}


async def test_a_bot_that_says_nothing_is_noticed(troop: Troop) -> None:
    troop.bot.handling.application.handlers.clear()
    await troop.play(30)
    assert any("nothing happened" in one for one in troop.found.silences)
    assert any("a tap nobody answered" in one for one in troop.found.silences)


async def test_a_handler_that_fails_is_noticed_with_what_the_person_did(
    troop: Troop, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail(*_: Any) -> None:
        raise RuntimeError

    monkeypatch.setattr(people, "meet", fail)
    await troop.play(3)
    assert any("RuntimeError" in one and "of seed 1" in one for one in troop.found.exceptions)
    assert any("in quarantine" in one for one in troop.found.exceptions)


@pytest.mark.parametrize(
    ("status", "description", "noticed"),
    [
        (400, "Bad Request: message text is empty", True),
        (409, "Conflict: terminated by other getUpdates request", True),
        (400, "Bad Request: message to edit not found", True),
        (400, "Bad Request: message is not modified: specified new message content …", False),
        (400, "Bad Request: query is too old and response timeout expired or query ID is invalid", False),
        (403, "Forbidden: bot was blocked by the user", False),
        (200, None, False),
    ],
)
async def test_calls_that_telegram_refuses_are_noticed(
    troop: Troop, status: int, description: str | None, noticed: bool
) -> None:
    params = {"chat_id": 1, "message_id": 2, "text": ""}
    world = troop.sim.world
    world.calls.append(Call(world.bot, "editMessageText", params, 0.0, status, description))
    assert bool(troop.eyes.read_calls()) is noticed
    assert not world.calls


async def test_editing_a_message_that_the_person_deleted_is_nobodys_fault(troop: Troop) -> None:
    villager = troop.monkeys[0].person
    message = villager.last
    assert message is not None
    await villager.deletes(message)
    params = {"chat_id": villager.id, "message_id": message.id}
    refused = Call(troop.sim.world.bot, "editMessageText", params, 0.0, 400, "message to edit not found")
    troop.sim.world.calls.append(refused)
    assert troop.eyes.read_calls() == []


async def _ask(troop: Troop, line: str) -> None:
    async with troop.database.begin(troop.now(), troop.bot.bot_id) as tx:
        asker = await people.meet(tx, troop.monkeys[0].person.id, None)
        said = [Said(content=Content(text=f"吵起来了，{SECRET}"), message_id=1)]
        await requests.submit(tx, asker, asker.current_center_id or 0, Need(line=line, said=said))
    troop.bot.delivery.hand_over(tx.queued)
    await troop.bot.delivery.idle()


@pytest.mark.parametrize("line", ["mediation", "environment"])
async def test_words_told_to_a_third_person_are_a_leak_and_to_the_asker_are_not(
    troop: Troop, line: str
) -> None:
    await _ask(troop, line)
    asker, other = (troop.monkeys[number].person.id for number in (0, 1))
    async with troop.database.begin() as tx:
        assert await leaks(tx, troop.eyes.told) == []
        assert await leaks(tx, {SECRET: {asker}}) == []
        assert len(await leaks(tx, {SECRET: {asker, other}})) == 1


async def test_what_a_screen_shows_is_remembered_by_its_words(troop: Troop) -> None:
    villager = troop.monkeys[0].person
    await villager.says(f"屋顶漏雨，{SECRET}")
    await villager.sees("哪方面的事")
    await villager.taps("帮扶救助")
    await villager.sees("您看一眼")
    assert troop.eyes.told[SECRET] == {villager.id}


async def test_what_people_forward_themselves_is_no_leak_of_ours(troop: Troop) -> None:
    gossip = troop.monkeys[1].person
    message = await troop.monkeys[0].person.says(f"屋顶漏雨，{SECRET}")
    await gossip.forwards(message)
    await gossip.forwards(await troop.monkeys[0].person.sends_photo(SECRET))
    await gossip.sees("哪方面的事")
    troop.eyes.told["密1"].add(gossip.id)
    assert list(troop.eyes.secrets) == ["密1"]


SABOTAGE: dict[str, tuple[Update, str]] = {
    "no due time": (update(ServiceRequest).values(due_at=None), "due at no time"),
    "offered to nobody": (update(Offer).values(withdrawn_at=Offer.offered_at), "nobody has it"),
    "over, but offered": (update(ServiceRequest).values(status="closed"), "still offered"),
    "a done one that never closes": (update(ServiceRequest).values(status="done"), "never closes"),
    "a history that leads elsewhere": (update(RequestMove).values(to_status="done"), "does not lead"),
    "a message left behind": (update(Outbox).values(state="waiting"), "waiting for ever"),
    "a message that failed": (update(Outbox).values(state="failed"), "failed for ever"),
}


MERGED: dict[str, tuple[dict[str, Any], str]] = {
    "the main one is over": ({"status": "closed"}, "is open and the main one over"),
    "somebody else has the main one": ({"step": "county"}, "is not where that is"),
    "merged into itself merged": ({"merged_into_id": 2}, "is part of a chain"),
}


@pytest.mark.parametrize("what", MERGED)
async def test_what_is_merged_and_left_behind_is_noticed(troop: Troop, what: str) -> None:
    await _ask(troop, "health")
    await _ask(troop, "health")
    changes, complaint = MERGED[what]
    async with troop.database.begin(troop.now()) as tx:
        asker = await people.meet(tx, troop.monkeys[0].person.id, None)
        main, child = [await tx.session.get_one(ServiceRequest, number) for number in (1, 2)]
        await merging.attach(tx, child, main, asker)
        await tx.session.flush()
        assert await broken(tx) == []
        await tx.session.execute(update(ServiceRequest).where(ServiceRequest.id == 1).values(changes))
        tx.session.expire_all()
        assert any(complaint in one for one in await broken(tx))


async def test_words_of_the_holder_are_for_all_askers_and_theirs_only_for_the_holder(troop: Troop) -> None:
    await _ask(troop, "health")
    asker, other, holder = (troop.monkeys[number].person.id for number in (0, 1, 4))
    said = "密900001"
    async with troop.database.begin(troop.now()) as tx:
        first = await tx.session.get_one(ServiceRequest, 1)
        second = await people.meet(tx, other, None)
        need = Need(line="health", said=[Said(content=Content(text=said), message_id=2)])
        child = await requests.file(tx, second, first.center_id, need)
        await handling.take(tx, await people.meet(tx, holder, None), 1)
        await merging.attach(tx, child, first, second)
        word = Said(content=Content(text="密900002"), message_id=3)
        await thread.speak(tx, await people.meet(tx, holder, None), 1, [word])
    async with troop.database.begin() as tx:
        told = {SECRET: {asker, holder}, said: {other, holder}, "密900002": {asker, other, holder}}
        assert await leaks(tx, told) == []
        assert len(await leaks(tx, {SECRET: {other}, said: {asker}})) == 2


@pytest.mark.parametrize("what", SABOTAGE)
async def test_a_database_that_makes_no_sense_is_noticed(troop: Troop, what: str) -> None:
    await _ask(troop, "health")
    sabotage, complaint = SABOTAGE[what]
    async with troop.database.begin() as tx:
        assert await broken(tx) == []
        await tx.session.execute(sabotage)
        tx.session.expire_all()
        assert any(complaint in one for one in await broken(tx))


async def test_a_move_that_the_table_does_not_allow_is_noticed(troop: Troop) -> None:
    await _ask(troop, "health")
    async with troop.database.begin(troop.now()) as tx:
        await tx.session.execute(update(ServiceRequest).values(status="done", closes_at=tx.now))
        tx.session.add(
            RequestMove(
                request_id=1,
                at=tx.now,
                action="finish",
                from_status="submitted",
                to_status="done",
                from_line="health",
                to_line="health",
            )
        )
        await tx.session.flush()
        assert any("is no legal move" in one for one in await broken(tx))


def test_every_sentence_carries_a_word_of_its_own() -> None:
    from random import Random

    mouth = Mouth(Random(1), [], [])
    said = [mouth.need() for _ in range(50)]
    assert len({mark for words in said for mark in MARK.findall(words)}) == 50


async def test_the_forger_finds_other_peoples_buttons(troop: Troop) -> None:
    await troop.monkeys[0].person.says("/help")
    await troop.monkeys[0].person.sees("怎么用")
    assert {data for _, _, data in buttons(troop.monkeys[0].person.chat)} >= {"go|menu", "go|mine"}
