"""Groups: who hears what, topics, leaving, and the move to a supergroup."""

import pytest

from simulator import Bot, Chat, Person, Simulator
from simulator.groups import add_group, delete_topic, join, leave, remove_bot, upgrade
from tests.simulator.conftest import Client


@pytest.fixture
def group(sim: Simulator, grandma: Person, doctor: Person) -> Chat:
    return add_group(sim.world, "马曲村", [grandma.user, doctor.user])


async def heard(client: Client) -> list[str]:
    """What the bot hears in groups, and forgets."""
    messages = [update["message"] for update in await client.confirm() if "message" in update]
    return [message.get("text", "") for message in messages if message["chat"]["type"] != "private"]


async def test_a_bot_in_privacy_mode_hears_only_what_is_meant_for_it(
    client: Client, group: Chat, grandma: Person
) -> None:
    here = grandma.in_group(group)
    sent = await client("sendMessage", chat_id=group.id, text="大家好")
    await here.says("今天好热")
    await here.says("/help")
    await here.says("@test_bot 在吗")
    await here.says("收到", reply_to=group.messages[sent["message_id"]])
    assert await heard(client) == ["/help", "@test_bot 在吗", "收到"]


async def test_a_bot_that_may_read_all_hears_all(
    client: Client, bot: Bot, group: Chat, grandma: Person
) -> None:
    bot.reads_all_group_messages = True
    await grandma.in_group(group).says("今天好热")
    assert await heard(client) == ["今天好热"]
    assert (await client("getMe"))["can_read_all_group_messages"] is True


async def test_everyone_in_a_group_sees_the_same(
    client: Client, group: Chat, grandma: Person, doctor: Person
) -> None:
    sent = await client("sendMessage", chat_id=group.id, text="大家好")
    assert sent["chat"] == {"id": group.id, "type": "group", "title": "马曲村"}
    assert await grandma.in_group(group).sees("大家好") is await doctor.in_group(group).sees("大家好")
    assert not grandma.has_seen("大家好")


async def test_buttons_in_a_group_say_who_tapped(client: Client, group: Chat, doctor: Person) -> None:
    markup = {"inline_keyboard": [[{"text": "我来", "callback_data": "go"}]]}
    await client("sendMessage", chat_id=group.id, text="谁去?", reply_markup=markup)
    await client.confirm()
    await doctor.in_group(group).taps("我来")
    (update,) = await client.updates()
    assert update["callback_query"]["from"]["id"] == doctor.id
    assert update["callback_query"]["message"]["chat"]["id"] == group.id


async def test_coming_and_going_are_told(client: Client, sim: Simulator, group: Chat, doctor: Person) -> None:
    newcomer = sim.person("小张")
    await client.confirm()
    join(sim.world, group, newcomer.user)
    leave(sim.world, group, doctor.user)
    first, second = (update["message"] for update in await client.updates())
    assert first["new_chat_members"][0]["id"] == newcomer.id
    assert second["left_chat_member"]["id"] == doctor.id
    assert (await client("getChatMember", chat_id=group.id, user_id=doctor.id))["status"] == "left"


async def test_a_bot_that_was_thrown_out_hears_so_and_is_forbidden(
    client: Client, sim: Simulator, bot: Bot, group: Chat
) -> None:
    await client.confirm()
    remove_bot(sim.world, group, bot)
    (update,) = await client.updates()
    change = update["my_chat_member"]
    assert (change["chat"]["id"], change["new_chat_member"]["status"]) == (group.id, "kicked")
    error = await client.refused("sendMessage", chat_id=group.id, text="x")
    assert error == "403 Forbidden: bot was kicked from the group chat"


async def test_a_group_that_became_a_supergroup_says_where_it_is(
    client: Client, sim: Simulator, group: Chat, grandma: Person
) -> None:
    await client.confirm()
    new = upgrade(sim.world, group)
    status, body = await client.raw("sendMessage", json={"chat_id": group.id, "text": "x"})
    assert (status, body) == (
        400,
        {
            "ok": False,
            "error_code": 400,
            "description": "Bad Request: group chat was upgraded to a supergroup chat",
            "parameters": {"migrate_to_chat_id": new.id},
        },
    )
    assert new.id < -1_000_000_000_000
    assert (await client("sendMessage", chat_id=new.id, text="x"))["chat"]["type"] == "supergroup"
    first, second = (update["message"] for update in await client.updates())
    assert (first["chat"]["id"], first["migrate_to_chat_id"]) == (group.id, new.id)
    assert (second["chat"]["id"], second["migrate_from_chat_id"]) == (new.id, group.id)


async def test_a_forum_keeps_its_topics_apart(client: Client, sim: Simulator, grandma: Person) -> None:
    forum = add_group(sim.world, "马曲村", [grandma.user], forum=True)
    topic = await client("createForumTopic", chat_id=forum.id, name="通知")
    thread = topic["message_thread_id"]
    sent = await client("sendMessage", chat_id=forum.id, message_thread_id=thread, text="停水")
    assert (sent["message_thread_id"], sent["is_topic_message"]) == (thread, True)
    assert sent["chat"]["is_forum"] is True
    answer = await grandma.in_group(forum).says("知道了", reply_to=forum.messages[sent["message_id"]])
    assert answer.thread == thread
    error = await client.refused("sendMessage", chat_id=forum.id, message_thread_id=999, text="x")
    assert error == "400 Bad Request: message thread not found"


async def test_who_writes_and_taps_in_a_topic_is_heard_in_that_topic(
    client: Client, sim: Simulator, grandma: Person
) -> None:
    forum = add_group(sim.world, "马曲村", [grandma.user], forum=True)
    thread = (await client("createForumTopic", chat_id=forum.id, name="通知"))["message_thread_id"]
    here = grandma.in_group(forum, thread)
    await client.confirm()
    await here.says("/help")
    (asked,) = await client.confirm()
    assert (asked["message"]["message_thread_id"], asked["message"]["is_topic_message"]) == (thread, True)
    reply = {"message_id": asked["message"]["message_id"]}
    markup = {"inline_keyboard": [[{"text": "好", "callback_data": "go"}]]}
    about = {"chat_id": forum.id, "message_thread_id": thread, "text": "?"}
    await client("sendMessage", **about, reply_parameters=reply, reply_markup=markup)
    await here.taps("好")
    (tap,) = await client.updates()
    shown = tap["callback_query"]["message"]
    assert (shown["message_thread_id"], shown["is_topic_message"]) == (thread, True)
    assert shown["reply_to_message"]["from"]["id"] == grandma.id


async def test_a_topic_that_was_deleted_takes_no_messages(
    client: Client, sim: Simulator, grandma: Person
) -> None:
    forum = add_group(sim.world, "马曲村", [grandma.user], forum=True)
    thread = (await client("createForumTopic", chat_id=forum.id, name="通知"))["message_thread_id"]
    delete_topic(forum, thread)
    error = await client.refused("sendMessage", chat_id=forum.id, message_thread_id=thread, text="x")
    assert error == "400 Bad Request: message thread not found"


async def test_a_plain_group_has_no_topics(client: Client, group: Chat) -> None:
    error = await client.refused("createForumTopic", chat_id=group.id, name="通知")
    assert error == "400 Bad Request: the chat is not a forum"
