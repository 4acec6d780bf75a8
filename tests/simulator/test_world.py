"""The world without a server: who is in it, what it records, whom it tells."""

from typing import Any

import pytest

from simulator import Chat, Message, World
from simulator.acts import write
from simulator.world import may_read
from tests.simulator.conftest import Clock


@pytest.fixture
def world(clock: Clock) -> World:
    made = World(clock)
    made.add_bot("1000:x", "test_bot", "帮办")
    return made


@pytest.fixture
def chat(world: World) -> Chat:
    return world.private_chat(world.bot, world.add_user("王秀英", language_code="zh-hans"))


def test_a_bot_has_the_id_its_token_says(world: World) -> None:
    assert world.add_bot("4242:secret", "other_bot", "别的").id == 4242
    assert world.bot.id == 1000
    assert world.users[4242].is_bot


def test_a_private_chat_is_made_once(world: World, chat: Chat) -> None:
    assert world.private_chat(world.bot, chat.person) is chat
    assert chat.id == chat.person.id


def test_each_bot_has_its_own_chat_with_a_person(world: World, chat: Chat) -> None:
    other = world.add_bot("2000:x", "other_bot", "别的")
    elsewhere = world.private_chat(other, chat.person)
    write(world, elsewhere, chat.person, "你好")
    assert (elsewhere.id, len(elsewhere.messages), len(chat.messages)) == (chat.id, 1, 0)
    assert (len(other.queue.pending), len(world.bot.queue.pending)) == (1, 0)


def test_messages_carry_the_worlds_time(world: World, chat: Chat, clock: Clock) -> None:
    first = write(world, chat, chat.person, "一")
    clock.passes(90.7)
    second = write(world, chat, chat.person, "二")
    assert (first.date, second.date) == (1_800_000_000, 1_800_000_090)


def test_later_messages_and_edits_are_newer(world: World, chat: Chat) -> None:
    first = write(world, chat, chat.person, "一")
    second = write(world, chat, chat.person, "二")
    assert first.touched < second.touched
    now = world.serial()
    world.edit(first)
    assert second.touched < now < first.touched


def test_listeners_hear_what_changes_in_order(world: World, chat: Chat) -> None:
    heard: list[tuple[str, Any]] = []
    world.listeners.append(lambda kind, where, subject: heard.append((kind, subject)))
    message = world.post(chat, world.bot.user, "text", {"text": "您好"})
    world.edit(message)
    world.set_reply_keyboard(chat, {"keyboard": []})
    world.set_blocked(chat, True)
    world.set_blocked(chat, True)
    world.delete(message)
    assert [kind for kind, _ in heard] == ["message", "edit", "reply_keyboard", "blocked", "delete"]
    assert heard[0][1] is message


def test_a_bot_does_not_hear_itself(world: World, chat: Chat) -> None:
    world.edit(world.post(chat, world.bot.user, "text", {"text": "您好"}))
    assert not world.bot.queue.pending


def test_group_ids_are_negative_and_never_the_same(world: World) -> None:
    ids = [world.new_group_id(supergroup=flag) for flag in (False, True, False, True)]
    assert len(set(ids)) == 4
    assert all(group < -1_000_000_000_000 for group in ids[1::2])
    assert all(-1_000_000_000_000 < group < 0 for group in ids[::2])


def test_people_are_told_apart_by_colour(world: World) -> None:
    colors = [world.add_user(str(number)).color for number in range(4)]
    assert len(set(colors)) == 4


def test_a_message_prints_as_the_screen_shows_it(world: World, chat: Chat) -> None:
    markup = {"inline_keyboard": [[{"text": "好"}, {"text": "不"}], [{"text": "返回"}]]}
    message = world.post(chat, world.bot.user, "text", {"text": "去吗?"}, markup=markup)
    assert repr(message) == "#1 帮办: 去吗?\n    [好] [不]\n    [返回]"
    photo = world.post(chat, chat.person, "photo", {"caption": "看"}, files=world.files.photo(0))
    assert repr(photo) == "#2 王秀英: (photo) 看"


def test_an_edited_message_of_nobody_elses_bot_stays_private(world: World) -> None:
    other = world.add_bot("2000:x", "other_bot", "别的")
    group = Chat(-5, "group", "村", {}, [world.bot, other])
    person = world.add_user("王")
    group.members[person.id] = person
    write(world, group, person, "@other_bot 在吗")
    assert (len(world.bot.queue.pending), len(other.queue.pending)) == (0, 1)


def said(world: World, text: str, reply_to: Message | None = None) -> Message:
    person = world.add_user("王")
    group = Chat(-5, "group", "村", {person.id: person}, [world.bot])
    return write(world, group, person, text, reply_to)


def test_what_a_bot_in_privacy_mode_may_read(world: World, chat: Chat) -> None:
    own = world.post(chat, world.bot.user, "text", {"text": "?"})
    others = write(world, chat, chat.person, "!")
    assert may_read(world.bot, said(world, "/help"))
    assert may_read(world.bot, said(world, "请 @test_bot 看"))
    assert may_read(world.bot, said(world, "好", reply_to=own))
    assert not may_read(world.bot, said(world, "好", reply_to=others))
    assert not may_read(world.bot, said(world, "今天好热"))


async def test_an_empty_world_is_settled(world: World) -> None:
    await world.settled(timeout=1, quiet=0)


def test_files_are_found_by_what_they_are(world: World) -> None:
    sizes = world.files.photo(1)
    assert [world.file(size.unique_id) for size in sizes] == sizes
    assert world.file("none") is None
    assert sizes[0].path == f"photos/{sizes[0].unique_id}.png"
    table = world.files.add("document", b"1", "账目.XLSX")
    assert table.path.endswith(".XLSX")
    assert world.files.photo(1)[0].data is sizes[0].data
