"""Telegram's limits are kept as the simulator enforces them, so that it never has to refuse."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest

from bot.limits import Limits
from bot.transport import BotApi
from domain.messages import Button, t
from simulator import groups
from simulator.faults import Fault
from simulator.limits import Limits as Enforced
from simulator.server import Simulator
from storage.outbox import Lane
from storage.transaction import Database
from tests.bot.conftest import Rig, row, say, texts


@pytest.fixture
async def strict(database: Database) -> AsyncIterator[Rig]:
    """A bot on a simulator that enforces Telegram's limits."""
    async with Simulator(limits=Enforced(enforced=True)) as sim:
        sim.add_bot()
        async with BotApi(sim.url, sim.world.bot.token) as api:
            yield Rig(sim, database, api)


def refused(rig: Rig) -> list[object]:
    """The calls that Telegram answered with 429."""
    return [call for call in rig.sim.world.calls if call.status == 429]


def worst_second(moments: list[float]) -> int:
    """The most of these moments that lie within one second."""
    return max(sum(start <= moment < start + 1.0 for moment in moments) for start in moments)


async def test_the_bot_sends_thirty_a_second_and_no_second_is_worse(strict: Rig) -> None:
    villagers = [await strict.person(f"P{number}") for number in range(90)]
    strict.sim.world.faults.latency, strict.sim.world.faults.jitter = 0.005, 0.05
    delivery = strict.delivery(limits=Limits())
    rows = [row(villager.id, "notice", lane=Lane.BROADCAST) for villager in villagers]
    async with strict.running(delivery):
        delivery.hand_over(await strict.put(*rows))
        await delivery.idle()
    assert refused(strict) == []
    assert worst_second([call.time for call in strict.calls("sendMessage")]) <= 30
    assert all(texts(villager) == ["notice"] for villager in villagers)


async def test_a_chat_gets_a_small_burst_and_then_one_a_second(strict: Rig) -> None:
    person = await strict.person()
    delivery = strict.delivery(limits=Limits())
    async with strict.running(delivery):
        delivery.hand_over(await strict.put(*[row(person.id, f"{number}") for number in range(5)]))
        await delivery.idle()
    assert refused(strict) == []
    assert texts(person) == ["0", "1", "2", "3", "4"]
    moments = [call.time for call in strict.calls("sendMessage")]
    assert worst_second(moments) <= 4


async def test_edits_count_as_messages_of_the_chat_and_answers_do_not(strict: Rig) -> None:
    person = await strict.person()
    delivery = strict.delivery(limits=Limits())
    button = Button(text=t("say", words="tap"), tap="go|desk")
    async with strict.running(delivery):
        delivery.hand_over(await strict.put(row(person.id, say("0", buttons=[[button]]), key="k")))
        await person.sees("0")
        edits = [row(person.id, f"{number}", method="edit", key="k") for number in range(1, 5)]
        taps = [strict.sim.world.tap(person.user, person.last, "x") for _ in range(20)]
        answers = [row(person.id, say("", callback_id=tap.id), method="answer") for tap in taps]
        delivery.hand_over(await strict.put(*edits, *answers))
        await delivery.idle()
    assert refused(strict) == []
    assert texts(person) == ["4"]
    calls = [call.method for call in strict.calls()]
    last_answer = len(calls) - calls[::-1].index("answerCallbackQuery")
    assert last_answer <= calls.index("editMessageText") + 23, "twenty answers wait for no second"


async def test_a_group_gets_twenty_a_minute(strict: Rig) -> None:
    member = await strict.person()
    group = groups.add_group(strict.sim.world, "Volunteers", [member.user])
    delivery = strict.delivery(limits=Limits(chat_burst=None))
    strict.sim.world.limits.per_chat = strict.sim.world.limits.chat_burst = 100
    async with strict.running(delivery):
        delivery.hand_over(await strict.put(*[row(group.id, f"{number}") for number in range(25)]))
        await strict.until_called("sendMessage", 20)
        await asyncio.sleep(0.3)
        assert len(strict.calls("sendMessage")) == 20
        delivery.hand_over(await strict.put(row(member.id, "hello")))
        await member.sees("hello")
    assert refused(strict) == []


async def test_the_topics_of_a_group_share_its_twenty_a_minute(strict: Rig) -> None:
    member = await strict.person()
    forum = groups.add_group(strict.sim.world, "Volunteers", [member.user], forum=True)
    topics = [
        (await strict.api.call("createForumTopic", {"chat_id": forum.id, "name": name}))["message_thread_id"]
        for name in ("lamps", "roads")
    ]
    delivery = strict.delivery(limits=Limits(chat_burst=None))
    strict.sim.world.limits.per_chat = strict.sim.world.limits.chat_burst = 100
    rows = [row(forum.id, f"{number}", thread_id=topics[number % 2]) for number in range(25)]
    async with strict.running(delivery):
        delivery.hand_over(await strict.put(*rows))
        await strict.until_called("sendMessage", 20)
        await asyncio.sleep(0.3)
        assert len(strict.calls("sendMessage")) == 20
    assert refused(strict) == []
    sent = [one for one in forum.messages.values() if one.kind == "text"]
    assert [(one.text, one.thread) for one in sent] == [(f"{n}", topics[n % 2]) for n in range(20)]


async def test_there_is_room_until_fifty_new_messages_are_under_way_and_changes_go_on(rig: Rig) -> None:
    villagers = [await rig.person(f"P{number}") for number in range(65)]
    asked, told = villagers[:5], villagers[5:]
    delivery = rig.delivery()
    async with rig.running(delivery):
        delivery.hand_over(await rig.put(*[row(one.id, "old", key="k") for one in asked]))
        await delivery.idle()
        await asyncio.wait_for(delivery.room(60), 10)
        rig.sim.world.faults.latency = 0.5
        delivery.hand_over(await rig.put(*[row(one.id, "hello") for one in told]))
        delivery.hand_over(await rig.put(*[row(one.id, "new", method="edit", key="k") for one in asked]))
        await asyncio.sleep(0.1)
        await delivery.room(0.01)
        assert all(texts(one) == ["old"] for one in asked), "nobody waits for room for ever"
        await asyncio.wait_for(delivery.room(60), 10)
        await delivery.idle()
    sent = sorted(call.time for call in rig.calls("sendMessage"))
    assert max(call.time for call in rig.calls("editMessageText")) < sent[5 + 50]
    assert all(texts(one) == ["hello"] for one in told)
    assert all(texts(one) == ["new"] for one in asked)


async def test_a_refusal_for_one_chat_pauses_that_chat_only(rig: Rig) -> None:
    first, second = await rig.person("First"), await rig.person("Second")
    rig.sim.world.faults.script("sendMessage", [Fault.FLOOD])
    delivery = rig.delivery(limits=Limits())
    async with rig.running(delivery):
        delivery.hand_over(await rig.put(row(first.id, "a")))
        await delivery.idle()
        delivery.hand_over(await rig.put(row(second.id, "b")))
        await second.sees("b")
        assert texts(first) == []
        await first.sees("a")
    tries = [call for call in rig.sim.world.calls if call.params.get("chat_id") == first.id]
    assert len(tries) == 2
    assert tries[1].time - tries[0].time >= 1.0


async def test_a_refusal_of_the_whole_bot_pauses_the_whole_bot(strict: Rig) -> None:
    """Somebody else sends with the same token, so that our own count is not the whole truth."""
    villagers = [await strict.person(f"P{number}") for number in range(60)]
    strict.sim.world.limits.per_bot = 10
    delivery = strict.delivery(limits=Limits())
    async with strict.running(delivery):
        delivery.hand_over(await strict.put(*[row(villager.id, "hello") for villager in villagers]))
        for villager in villagers:
            await villager.sees("hello", timeout=20)
    assert len(refused(strict)) < 120
    assert all(texts(villager) == ["hello"] for villager in villagers)
