"""getUpdates: offsets, redelivery, waiting, rivals."""

import asyncio
from typing import Any

import pytest

from simulator import Person, Simulator
from simulator.updates import UpdateQueue
from tests.simulator.conftest import Client

RIVAL = (
    "409 Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
)


def texts(updates: list[dict[str, Any]]) -> list[str]:
    return [update["message"]["text"] for update in updates]


async def test_updates_come_again_until_a_higher_offset_confirms_them(
    client: Client, grandma: Person
) -> None:
    await grandma.says("一")
    await grandma.says("二")
    first = await client.updates()
    assert texts(first) == ["/start", "一", "二"]
    assert await client.updates() == first
    assert await client.updates(offset=first[0]["update_id"]) == first
    assert texts(await client.updates(offset=first[1]["update_id"])) == ["一", "二"]
    assert texts(await client.updates()) == ["一", "二"]
    assert await client.updates(offset=first[2]["update_id"] + 1) == []
    assert await client.updates() == []


async def test_update_ids_grow_one_by_one(client: Client, grandma: Person, doctor: Person) -> None:
    for person in (grandma, doctor, grandma):
        await person.says("x")
    ids = [update["update_id"] for update in await client.updates()]
    assert ids == list(range(ids[0], ids[0] + 5))


async def test_each_bot_has_its_own_updates(client: Client, sim: Simulator, grandma: Person) -> None:
    other = sim.add_bot("2000:other", "other_bot", "别的")
    await grandma.with_bot(other).says("给别的")
    assert texts(await client.other("2000:other").updates()) == ["给别的"]
    assert texts(await client.updates()) == ["/start"]


async def test_a_negative_offset_counts_from_the_end_and_forgets_the_rest(
    client: Client, grandma: Person
) -> None:
    for text in "一二三":
        await grandma.says(text)
    assert texts(await client.updates(offset=-2)) == ["二", "三"]
    assert texts(await client.updates()) == ["二", "三"]


@pytest.mark.parametrize(
    ("limit", "count"), [(1, 1), (5, 5), (100, 100), (0, 100), (-3, 100), (101, 100), (999, 100)]
)
async def test_a_call_gives_1_to_100_updates(client: Client, grandma: Person, limit: int, count: int) -> None:
    for number in range(104):
        await grandma.says(str(number))
    updates = await client.updates(limit=limit)
    assert len(updates) == count
    assert texts(updates)[0] == "/start"


async def test_a_long_poll_returns_as_soon_as_something_comes(client: Client, grandma: Person) -> None:
    await client.confirm()
    poll = asyncio.create_task(client.updates(timeout=30))
    await asyncio.sleep(0.05)
    assert not poll.done()
    await grandma.says("来了")
    assert texts(await asyncio.wait_for(poll, 5)) == ["来了"]


async def test_a_long_poll_ends_empty_when_nothing_comes(client: Client, sim: Simulator) -> None:
    assert await asyncio.wait_for(client.updates(timeout=1), 5) == []


async def test_of_two_polls_the_older_is_terminated(client: Client, grandma: Person) -> None:
    await client.confirm()
    older = asyncio.create_task(client.refused("getUpdates", timeout=30))
    await asyncio.sleep(0.05)
    newer = asyncio.create_task(client.updates(timeout=30))
    assert await asyncio.wait_for(older, 5) == RIVAL
    await grandma.says("还在吗")
    assert texts(await asyncio.wait_for(newer, 5)) == ["还在吗"]


async def test_a_poll_whose_caller_has_gone_is_no_rival(
    client: Client, sim: Simulator, grandma: Person
) -> None:
    await client.confirm()
    gone = asyncio.create_task(client.updates(timeout=30))
    await asyncio.sleep(0.05)
    gone.cancel()
    await asyncio.gather(gone, return_exceptions=True)
    await asyncio.sleep(0.05)
    await grandma.says("重启")
    assert texts(await client.updates(timeout=30)) == ["重启"]
    assert {call.status for call in sim.world.calls} == {200}


async def test_no_poll_while_a_webhook_is_set(client: Client) -> None:
    assert await client("setWebhook", url="https://example.org/hook")
    assert await client.refused("getUpdates") == (
        "409 Conflict: can't use getUpdates method while webhook is active; "
        "use deleteWebhook to delete the webhook first"
    )
    assert await client("deleteWebhook")
    assert await client.updates() == []


async def test_setting_a_webhook_ends_a_waiting_poll(client: Client) -> None:
    poll = asyncio.create_task(client.refused("getUpdates", timeout=30))
    await asyncio.sleep(0.05)
    await client("setWebhook", url="https://example.org/hook")
    assert await asyncio.wait_for(poll, 5) == "409 Conflict: terminated by setWebhook request"
    await client("deleteWebhook")


async def test_pending_updates_can_be_dropped(client: Client, grandma: Person) -> None:
    assert (await client("getWebhookInfo"))["pending_update_count"] == 1
    assert await client("deleteWebhook", drop_pending_updates=True)
    assert await client.updates() == []


async def test_a_bot_gets_only_the_kinds_it_allows_and_the_choice_stays(
    client: Client, grandma: Person
) -> None:
    said = await grandma.says("一")
    await client.confirm()
    assert await client.updates(allowed_updates=["edited_message"]) == []
    await grandma.says("二")
    await grandma.edits(said, "改")
    (update,) = await client.updates()
    assert update["edited_message"]["text"] == "改"
    assert (await client("getWebhookInfo"))["allowed_updates"] == ["edited_message"]
    await client.updates(allowed_updates=[])
    await grandma.says("三")
    assert texts((await client.updates())[1:]) == ["三"]


async def test_an_update_shows_what_was_so_when_it_happened(client: Client, grandma: Person) -> None:
    said = await grandma.says("旧")
    await grandma.edits(said, "新")
    _, first, second = await client.updates()
    assert first["message"]["text"] == "旧"
    assert second["edited_message"]["text"] == "新"


async def test_a_stopping_simulator_lets_go_of_a_waiting_poll(client: Client) -> None:
    async with Simulator() as other:
        other.add_bot(client.token)
        near = Client(client.session, other.url)
        poll = asyncio.create_task(near.refused("getUpdates", timeout=30))
        await asyncio.sleep(0.05)
    assert await asyncio.wait_for(poll, 5) == "409 Conflict: the server is shutting down"


def test_a_queue_keeps_what_it_has_not_confirmed() -> None:
    queue = UpdateQueue(first_id=10)
    for number in range(5):
        queue.put("message", {"n": number}, lane=1)
    queue.confirm(12)
    assert list(queue.pending) == [12, 13, 14]
    assert queue.first(2) == ['{"update_id":12,"message":{"n":2}}', '{"update_id":13,"message":{"n":3}}']
    queue.done(queue.pending[13])
    assert list(queue.pending) == [12, 14]
    queue.confirm(-1)
    assert list(queue.pending) == [14]
    queue.confirm(99)
    assert (list(queue.pending), queue.confirmed) == ([], 5)


def test_a_queue_remembers_what_it_was_given() -> None:
    queue = UpdateQueue(record=2)
    for number in range(3):
        queue.put("message", {"n": number}, lane=1)
    queue.put("chat_member", {}, lane=1)
    queue.confirm(99)
    assert [update.id for update in queue.history] == [2, 3]
    assert not UpdateQueue().history


def test_some_kinds_must_be_asked_for() -> None:
    queue = UpdateQueue()
    assert queue.wants("message")
    assert not queue.wants("chat_member")
    queue.allow(["chat_member"])
    assert queue.wants("chat_member")
    assert not queue.wants("message")
