"""Copies and forwards."""

import pytest

from simulator import Person
from tests.simulator.conftest import Client


async def test_a_copy_does_not_say_from_whom(client: Client, grandma: Person, doctor: Person) -> None:
    asked = await grandma.sends_photo("看看")
    copied = await client("copyMessage", chat_id=doctor.id, from_chat_id=grandma.id, message_id=asked.id)
    assert copied == {"message_id": 2}
    shown = doctor.screen[-1]
    assert (shown.text, shown.files, shown.origin) == ("看看", asked.files, None)
    assert shown.from_bot


async def test_a_copy_may_have_another_caption_and_buttons(
    client: Client, grandma: Person, doctor: Person
) -> None:
    asked = await grandma.sends_photo("看看")
    markup = {"inline_keyboard": [[{"text": "回复", "callback_data": "r"}]]}
    where = {"chat_id": doctor.id, "from_chat_id": grandma.id, "message_id": asked.id}
    await client("copyMessage", **where, caption="<b>新</b>", parse_mode="HTML", reply_markup=markup)
    assert (doctor.screen[-1].text, doctor.buttons()) == ("新", ["回复"])


async def test_a_forward_says_from_whom_even_the_second_time(
    client: Client, grandma: Person, doctor: Person
) -> None:
    asked = await grandma.says("头疼")
    where = {"chat_id": doctor.id, "from_chat_id": grandma.id, "message_id": asked.id}
    first = await client("forwardMessage", **where)
    assert first["forward_origin"]["sender_user"]["first_name"] == "王秀英"
    second = await client(
        "forwardMessage", chat_id=grandma.id, from_chat_id=doctor.id, message_id=first["message_id"]
    )
    assert second["forward_origin"] == first["forward_origin"]


@pytest.mark.parametrize(("method", "verb"), [("copyMessage", "copy"), ("forwardMessage", "forward")])
async def test_what_is_not_there_is_not_found(
    client: Client, grandma: Person, method: str, verb: str
) -> None:
    error = await client.refused(method, chat_id=grandma.id, from_chat_id=grandma.id, message_id=99)
    assert error == f"400 Bad Request: message to {verb} not found"


@pytest.mark.parametrize(("method", "done"), [("copyMessage", "copied"), ("forwardMessage", "forwarded")])
async def test_service_and_protected_messages_stay(
    client: Client, grandma: Person, method: str, done: str
) -> None:
    sent = await client("sendMessage", chat_id=grandma.id, text="密", protect_content=True)
    await client("pinChatMessage", chat_id=grandma.id, message_id=sent["message_id"])
    for message_id in (sent["message_id"], grandma.screen[-1].id):
        where = {"chat_id": grandma.id, "from_chat_id": grandma.id, "message_id": message_id}
        assert await client.refused(method, **where) == f"400 Bad Request: message can't be {done}"


@pytest.mark.parametrize("method", ["copyMessages", "forwardMessages"])
async def test_an_album_stays_an_album(client: Client, grandma: Person, doctor: Person, method: str) -> None:
    album = await grandma.sends_album(3, "三张")
    ids = [message.id for message in album]
    sent = await client(method, chat_id=doctor.id, from_chat_id=grandma.id, message_ids=[*ids, 99])
    assert len(sent) == 3
    shown = doctor.screen[-3:]
    assert [message.text for message in shown] == ["三张", "", ""]
    assert len({message.media_group for message in shown} - {None, album[0].media_group}) == 1


@pytest.mark.parametrize(("method", "verb"), [("copyMessages", "copy"), ("forwardMessages", "forward")])
async def test_bulk_limits(client: Client, grandma: Person, method: str, verb: str) -> None:
    where = {"chat_id": grandma.id, "from_chat_id": grandma.id}
    error = await client.refused(method, **where, message_ids=[98, 99])
    assert error == f"400 Bad Request: there are no messages to {verb}"
    error = await client.refused(method, **where, message_ids=list(range(1, 102)))
    assert error == f"400 Bad Request: too many messages to {verb}"


async def test_several_at_once_skip_what_cannot_be_copied(
    client: Client, grandma: Person, doctor: Person
) -> None:
    first = await grandma.says("一")
    await client("pinChatMessage", chat_id=grandma.id, message_id=first.id)
    last = await grandma.says("二")
    ids = list(range(first.id, last.id + 1))
    assert len(ids) == 3
    sent = await client("copyMessages", chat_id=doctor.id, from_chat_id=grandma.id, message_ids=ids)
    assert len(sent) == 2
    assert [message.text for message in doctor.screen[-2:]] == ["一", "二"]


async def test_captions_can_be_left_out(client: Client, grandma: Person, doctor: Person) -> None:
    album = await grandma.sends_album(2, "三张 /x")
    ids = [message.id for message in album]
    where = {"chat_id": doctor.id, "from_chat_id": grandma.id}
    await client("copyMessages", **where, message_ids=ids, remove_caption=True)
    assert [message.content for message in doctor.screen[-2:]] == [{}, {}]
