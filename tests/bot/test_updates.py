"""The polling loop over HTTP: confirmed only when committed, fetched again when not, once in any case."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
import telegram
from sqlalchemy.exc import OperationalError

from bot.transport import BotApi, WrongTokenError
from bot.updates import UpdateLoop
from simulator.faults import Fault
from storage import outbox
from storage.transaction import Tx
from storage.updates import failed_count
from tests.bot.conftest import Rig, row, texts


def echo(rig: Rig) -> Callable[[Tx, telegram.Update], Awaitable[None]]:
    """Handlers that say everything back; "poison" makes them fail."""

    async def handle(tx: Tx, update: telegram.Update) -> None:
        words = update.effective_message.text
        outbox.put(tx, row(update.effective_chat.id, f"you said {words}"))
        if words == "poison":
            raise ValueError

    return handle


async def quarantined(rig: Rig) -> int:
    """How many updates are put away."""
    async with rig.database.begin() as tx:
        return await failed_count(tx)


async def test_people_are_answered(rig: Rig) -> None:
    person = await rig.person()
    delivery = rig.delivery()
    loop = rig.loop(rig.batches(echo(rig), hand_over=delivery.hand_over))
    async with rig.running(delivery, loop):
        await person.says("hello")
        await person.sees("you said hello")
        await person.says("again")
        await person.sees("you said again")


async def test_a_rush_is_answered_in_order_poison_or_not(rig: Rig) -> None:
    villagers = [await rig.person(f"P{number}") for number in range(5)]
    for number in range(50):
        for person in villagers:
            await person.says("poison" if number == 25 else f"{number}")
    delivery = rig.delivery()
    loop = rig.loop(rig.batches(echo(rig), hand_over=delivery.hand_over))
    async with rig.running(delivery, loop):
        await rig.sim.settled()
        await delivery.idle()
    expected = [f"you said {number}" for number in range(50) if number != 25]
    assert all(texts(person) == expected for person in villagers)
    assert await quarantined(rig) == 5


async def sizes_of_batches(rig: Rig, rush: int, trickle: int) -> list[int]:
    """How many updates each batch had, when after a rush one more comes every few milliseconds."""
    people = [await rig.person(f"P{number}") for number in range(rush)]
    for person in people:
        await person.says("hello")
    batches, sizes = rig.batches(echo(rig)), []
    process, trickled = batches.process, []

    async def counted(raws: list[Any]) -> int:
        sizes.append(len(raws))
        if not trickled:
            trickled.append(asyncio.create_task(come()))
        return await process(raws)

    async def come() -> None:
        for _ in range(trickle):
            await asyncio.sleep(0.01)
            await people[0].says("more")

    batches.process = counted  # type: ignore[assignment]
    stop = asyncio.Event()
    running = asyncio.create_task(rig.loop(batches).run(stop))
    async with asyncio.timeout(10):
        while sum(sizes) < rush + trickle:  # noqa: ASYNC110
            await asyncio.sleep(0.01)
    stop.set()
    await running
    return sizes


async def test_after_a_rush_the_next_updates_gather(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.updates.GATHER", 0.5)
    assert await sizes_of_batches(rig, rush=12, trickle=4) == [12, 4]


async def test_without_a_rush_each_is_taken_as_it_comes(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.updates.GATHER", 60)
    assert sum(await sizes_of_batches(rig, rush=3, trickle=4)) == 7


async def test_a_process_that_dies_before_it_commits_leaves_the_update_to_the_next(rig: Rig) -> None:
    person = await rig.person()
    await person.says("hello")
    reached = asyncio.Event()

    async def hang(tx: Tx, update: telegram.Update) -> None:
        await echo(rig)(tx, update)
        reached.set()
        await asyncio.sleep(3600)

    first = asyncio.create_task(rig.loop(rig.batches(hang)).run(asyncio.Event()))
    await reached.wait()
    first.cancel()
    await asyncio.gather(first, return_exceptions=True)
    assert len(rig.bot.queue.pending) == 1
    delivery = rig.delivery()
    async with rig.running(delivery, rig.loop(rig.batches(echo(rig), hand_over=delivery.hand_over))):
        await person.sees("you said hello")
    assert texts(person) == ["you said hello"]


async def test_a_process_that_dies_before_it_confirms_does_nothing_twice(rig: Rig) -> None:
    """Committed, but Telegram does not know: it gives the same updates again."""
    person = await rig.person()
    for number in range(3):
        await person.says(f"{number}")
    delivery = rig.delivery()
    batches = rig.batches(echo(rig), hand_over=delivery.hand_over)
    await batches.process(await rig.api.call("getUpdates", {}))
    assert len(rig.bot.queue.pending) == 3
    async with rig.running(delivery, rig.loop(batches)):
        await person.says("3")
        await person.sees("you said 3")
        await rig.sim.settled()
    assert texts(person) == [f"you said {number}" for number in range(4)]
    assert len(rig.bot.queue.pending) == 0


async def test_while_the_database_is_away_the_batch_waits_and_nothing_is_put_away(rig: Rig) -> None:
    person = await rig.person()
    outages = 2

    async def handle(tx: Tx, update: telegram.Update) -> None:
        nonlocal outages
        await echo(rig)(tx, update)
        if outages:
            outages -= 1
            raise OperationalError("insert", {}, Exception("database is locked"))

    await person.says("hello")
    delivery = rig.delivery()
    async with rig.running(delivery, rig.loop(rig.batches(handle, hand_over=delivery.hand_over))):
        await person.sees("you said hello")
    assert texts(person) == ["you said hello"]
    assert await quarantined(rig) == 0


async def test_an_update_that_cannot_be_parsed_stops_nobody(rig: Rig) -> None:
    person = await rig.person()
    await person.says("before")
    rig.bot.queue.put("message", {"message_id": "x", "date": "never"}, person.id)
    await person.says("after")
    delivery = rig.delivery()
    async with rig.running(delivery, rig.loop(rig.batches(echo(rig), hand_over=delivery.hand_over))):
        await person.sees("you said after")
        await rig.sim.settled()
    assert texts(person) == ["you said before", "you said after"]
    assert await quarantined(rig) == 1
    assert len(rig.bot.queue.pending) == 0


async def test_trouble_on_the_way_is_waited_out(rig: Rig) -> None:
    person = await rig.person()
    faults = [Fault.SERVER_ERROR, Fault.RESET, Fault.FLOOD, Fault.RESET_AFTER]
    rig.sim.world.faults.script("getUpdates", faults)
    await person.says("hello")
    delivery = rig.delivery()
    async with rig.running(delivery, rig.loop(rig.batches(echo(rig), hand_over=delivery.hand_over))):
        await person.sees("you said hello", timeout=10)
    assert texts(person) == ["you said hello"]


async def test_another_poller_makes_it_back_off_and_come_again(rig: Rig) -> None:
    person = await rig.person()
    delivery = rig.delivery()
    async with rig.running(delivery, rig.loop(rig.batches(echo(rig), hand_over=delivery.hand_over))):
        await asyncio.sleep(0.3)
        await rig.api.call("getUpdates", {"timeout": 0})
        await person.says("hello")
        await person.sees("you said hello")
    assert [call.status for call in rig.sim.world.calls if call.method == "getUpdates"].count(409) >= 1


async def test_a_wrong_token_ends_the_loop_with_a_clear_error(rig: Rig) -> None:
    for token in ("1000:wrong", "no token"):
        async with BotApi(rig.sim.url, token) as api:
            loop = UpdateLoop(api, rig.batches(echo(rig)), allowed_updates=["message"])
            with pytest.raises(WrongTokenError):
                await loop.run(asyncio.Event())


async def test_it_stops_at_once_while_it_waits_for_updates(rig: Rig) -> None:
    stop = asyncio.Event()
    running = asyncio.create_task(rig.loop(rig.batches(echo(rig)), long_poll=50).run(stop))
    await asyncio.sleep(0.2)
    stop.set()
    async with asyncio.timeout(5):
        await running


async def test_it_finishes_the_batch_it_is_at_before_it_stops(rig: Rig) -> None:
    person = await rig.person()
    await person.says("hello")
    stop, reached = asyncio.Event(), asyncio.Event()
    sent: list[object] = []

    async def slow(tx: Tx, update: telegram.Update) -> None:
        reached.set()
        await asyncio.sleep(0.3)
        await echo(rig)(tx, update)

    running = asyncio.create_task(rig.loop(rig.batches(slow, hand_over=sent.extend)).run(stop))
    await reached.wait()
    stop.set()
    await running
    assert len(sent) == 1


async def test_a_program_error_outside_of_handlers_is_not_hidden(rig: Rig) -> None:
    person = await rig.person()
    await person.says("hello")

    def broken(rows: object) -> None:
        raise AssertionError("the delivery is broken")

    with pytest.raises(AssertionError, match="delivery is broken"):
        await rig.loop(rig.batches(echo(rig), hand_over=broken)).run(asyncio.Event())


async def test_only_the_kinds_asked_for_come(rig: Rig) -> None:
    person = await rig.person()
    seen = []

    async def handle(tx: Tx, update: telegram.Update) -> None:
        seen.append(update.to_dict().keys() - {"update_id"})

    message = await person.says("hello")
    async with rig.running(rig.loop(rig.batches(handle), allowed_updates=["edited_message"])):
        await rig.sim.settled()
        await person.edits(message, "hello!")
        await person.says("unheard")
        await rig.sim.settled()
    assert {"edited_message"} in seen
    assert seen.count({"message"}) <= 1, "what came before the first question may still be given"
