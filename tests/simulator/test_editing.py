"""Editing and deleting: what may be changed, by whom, until when."""

from typing import Any

import pytest

from simulator import Person, Simulator
from simulator.groups import add_group
from simulator.media import picture
from tests.simulator.conftest import Client, Clock

BUTTONS = {"inline_keyboard": [[{"text": "接单", "callback_data": "take:1"}]]}
NOT_MODIFIED = (
    "400 Bad Request: message is not modified: specified new message content and reply markup are exactly "
    "the same as a current content and reply markup of the message"
)


async def sent(client: Client, person: Person, **more: Any) -> dict[str, Any]:
    """Where a new message of the bot is."""
    message = await client("sendMessage", chat_id=person.id, text="旧", **more)
    return {"chat_id": person.id, "message_id": message["message_id"]}


async def sent_photo(client: Client, person: Person, caption: str = "") -> dict[str, Any]:
    photo = {"photo": picture(40, 30)}
    message = await client.upload("sendPhoto", photo, chat_id=person.id, caption=caption)
    return {"chat_id": person.id, "message_id": message["message_id"]}


async def test_an_edit_changes_the_message_in_place(client: Client, clock: Clock, grandma: Person) -> None:
    where = await sent(client, grandma, reply_markup=BUTTONS)
    clock.passes(60)
    edited = await client("editMessageText", **where, text="<i>新</i>", parse_mode="HTML")
    assert (edited["text"], edited["edit_date"] - edited["date"]) == ("新", 60)
    assert edited["entities"] == [{"type": "italic", "offset": 0, "length": 1}]
    assert "reply_markup" not in edited
    assert [message.text for message in grandma.screen] == ["/start", "新"]


async def test_an_edit_that_changes_nothing_is_refused(client: Client, grandma: Person) -> None:
    where = await sent(client, grandma, reply_markup=BUTTONS)
    error = await client.refused("editMessageText", **where, text="旧", reply_markup=BUTTONS)
    assert error == NOT_MODIFIED
    assert await client("editMessageText", **where, text="旧")
    assert await client.refused("editMessageText", **where, text="旧") == NOT_MODIFIED
    assert await client.refused("editMessageReplyMarkup", **where) == NOT_MODIFIED


async def test_buttons_change_without_marking_the_message_as_edited(client: Client, grandma: Person) -> None:
    where = await sent(client, grandma)
    edited = await client("editMessageReplyMarkup", **where, reply_markup=BUTTONS)
    assert edited["reply_markup"] == BUTTONS
    assert "edit_date" not in edited
    assert grandma.buttons() == ["接单"]


async def test_a_message_that_is_not_there_is_not_edited(client: Client, grandma: Person) -> None:
    error = await client.refused("editMessageText", chat_id=grandma.id, message_id=99, text="x")
    assert error == "400 Bad Request: message to edit not found"


async def test_a_bot_edits_only_its_own_messages(client: Client, grandma: Person) -> None:
    asked = await grandma.says("头疼")
    error = await client.refused("editMessageText", chat_id=grandma.id, message_id=asked.id, text="x")
    assert error == "400 Bad Request: message can't be edited"


@pytest.mark.parametrize("markup", [{"keyboard": [["x"]]}, {"remove_keyboard": True}, {"force_reply": True}])
async def test_a_message_with_a_reply_keyboard_cannot_be_edited(
    client: Client, grandma: Person, markup: dict[str, Any]
) -> None:
    where = await sent(client, grandma, reply_markup=markup)
    error = await client.refused("editMessageText", **where, text="x")
    assert error == "400 Bad Request: message can't be edited"


async def test_what_to_edit_must_be_said(client: Client, grandma: Person) -> None:
    error = await client.refused("editMessageText", text="x")
    assert error == "400 Bad Request: message identifier is not specified"
    assert (
        await client.refused("editMessageText", message_id=1, text="x") == "400 Bad Request: chat_id is empty"
    )
    error = await client.refused("editMessageText", inline_message_id="x", text="x")
    assert error == "501 Not Implemented: inline mode is not simulated"


async def test_the_new_text_obeys_the_same_limits(client: Client, grandma: Person) -> None:
    where = await sent(client, grandma)
    assert (
        await client.refused("editMessageText", **where, text=" ") == "400 Bad Request: message text is empty"
    )
    error = await client.refused("editMessageText", **where, text="x" * 4097)
    assert error == "400 Bad Request: message is too long"


async def test_an_edit_without_a_text_is_refused(client: Client, grandma: Person) -> None:
    where = await sent(client, grandma)
    assert await client.refused("editMessageText", **where) == "400 Bad Request: message text is empty"
    error = await client.refused("editMessageText", **where, rich_message={"html": "<b>x</b>"})
    assert error == "501 Not Implemented: field rich_message is not simulated"


async def test_captions_are_edited_and_removed(client: Client, grandma: Person) -> None:
    where = await sent_photo(client, grandma, "旧")
    assert (await client("editMessageCaption", **where, caption="新"))["caption"] == "新"
    assert "caption" not in await client("editMessageCaption", **where)
    error = await client.refused("editMessageCaption", **where, caption="x" * 1025)
    assert error == "400 Bad Request: message caption is too long"


async def test_texts_have_no_caption_and_photos_no_text(client: Client, grandma: Person) -> None:
    error = await client.refused("editMessageCaption", **await sent(client, grandma), caption="x")
    assert error == "400 Bad Request: there is no caption in the message to edit"
    error = await client.refused("editMessageText", **await sent_photo(client, grandma), text="x")
    assert error == "400 Bad Request: there is no text in the message to edit"


async def test_a_file_is_replaced_by_another(client: Client, grandma: Person) -> None:
    where = await sent_photo(client, grandma, "旧")
    sent = await client.upload("sendDocument", {"document": b"table"}, chat_id=grandma.id)
    file_id = sent["document"]["file_id"]
    media = {"type": "document", "media": file_id, "caption": "表"}
    edited = await client("editMessageMedia", **where, media=media)
    assert "photo" not in edited
    assert (edited["document"]["file_id"], edited["caption"]) == (file_id, "表")
    assert await client.refused("editMessageMedia", **where, media=media) == NOT_MODIFIED


async def test_a_place_cannot_become_a_file(client: Client, grandma: Person) -> None:
    place = await client("sendLocation", chat_id=grandma.id, latitude=1, longitude=2)
    media = {"type": "document", "media": "x"}
    where = {"chat_id": grandma.id, "message_id": place["message_id"]}
    error = await client.refused("editMessageMedia", **where, media=media)
    assert error == "400 Bad Request: message can't be edited"


async def test_a_deleted_message_is_gone(client: Client, grandma: Person) -> None:
    where = await sent(client, grandma)
    assert await client("deleteMessage", **where) is True
    assert [message.text for message in grandma.screen] == ["/start"]
    assert await client.refused("deleteMessage", **where) == "400 Bad Request: message to delete not found"
    assert (
        await client.refused("editMessageText", **where, text="x")
        == "400 Bad Request: message to edit not found"
    )


async def test_after_48_hours_nothing_is_deleted(client: Client, clock: Clock, grandma: Person) -> None:
    where = await sent(client, grandma)
    clock.passes(48 * 3600)
    error = await client.refused("deleteMessage", **where)
    assert error == "400 Bad Request: message can't be deleted for everyone"
    clock.passes(-1)
    assert await client("deleteMessage", **where)


async def test_a_bot_deletes_a_persons_message_in_private_but_not_in_a_group(
    client: Client, sim: Simulator, grandma: Person
) -> None:
    asked = await grandma.says("头疼")
    assert await client("deleteMessage", chat_id=grandma.id, message_id=asked.id)
    group = add_group(sim.world, "马曲村", [grandma.user])
    said = await grandma.in_group(group).says("大家好")
    error = await client.refused("deleteMessage", chat_id=group.id, message_id=said.id)
    assert error == "400 Bad Request: message can't be deleted for everyone"


async def test_many_are_deleted_at_once_and_missing_ones_skipped(client: Client, grandma: Person) -> None:
    ids = [(await sent(client, grandma))["message_id"] for _ in range(3)]
    assert await client("deleteMessages", chat_id=grandma.id, message_ids=[*ids, 99]) is True
    assert len(grandma.screen) == 1
    error = await client.refused("deleteMessages", chat_id=grandma.id, message_ids=[])
    assert error == "400 Bad Request: message identifiers are not specified"
    error = await client.refused("deleteMessages", chat_id=grandma.id, message_ids=list(range(1, 102)))
    assert error == "400 Bad Request: too many message identifiers specified"
