"""The check of answers that every test's client makes finds what it should."""

import copy
from typing import Any

import pytest

from simulator import Person
from tests.simulator.conformance import faults_of, faults_of_result
from tests.simulator.conftest import Client

MESSAGE: dict[str, Any] = {
    "message_id": 1,
    "date": 1_800_000_000,
    "chat": {"id": 5, "type": "private", "first_name": "王"},
    "text": "头疼",
    "entities": [{"type": "bold", "offset": 0, "length": 2}],
}


def changed(**fields: Any) -> dict[str, Any]:
    return copy.deepcopy(MESSAGE) | fields


def test_a_right_answer_has_no_faults() -> None:
    assert faults_of_result("sendMessage", MESSAGE) == []
    assert faults_of_result("deleteMessage", True) == []
    assert faults_of_result("getUpdates", [{"update_id": 1, "message": MESSAGE}]) == []


@pytest.mark.parametrize(
    ("answer", "fault"),
    [
        (changed(txt="x"), "sendMessage: txt is unknown"),
        (changed(date="now"), "sendMessage.date: 'now' is no Integer"),
        (changed(date=True), "sendMessage.date: True is no Integer"),
        (changed(chat={"id": 5}), "sendMessage.chat: type is missing"),
        (changed(entities={}), "sendMessage.entities: not an array"),
        (changed(entities=[{"type": "bold", "offset": 0}]), "sendMessage.entities[0]: length is missing"),
        ("text", "sendMessage: not an object"),
    ],
)
def test_a_wrong_answer_is_told_where_it_is_wrong(answer: Any, fault: str) -> None:
    assert faults_of_result("sendMessage", answer) == [fault]


def test_a_union_is_held_against_the_kind_that_fits_best() -> None:
    member = {"status": "kicked", "user": {"id": 1, "is_bot": False, "first_name": "王"}, "until_date": 0}
    assert faults_of(member, "ChatMember", "member") == []
    assert faults_of(member | {"until_date": "x"}, "ChatMember", "member") == [
        "member.until_date: 'x' is no Integer"
    ]


async def test_every_kind_of_update_is_as_described(client: Client, grandma: Person, doctor: Person) -> None:
    """`client.updates` fails by itself if one is not."""
    said = await grandma.says("看 /help https://example.org @test_bot #低保 +8613800000001 a@b.cn")
    await grandma.edits(said, "好")
    await grandma.says("答", reply_to=said)
    await grandma.sends_photo("图 /x")
    await grandma.sends_album(2)
    await grandma.sends_voice()
    await grandma.sends_video("片")
    await grandma.sends_video_note()
    await grandma.sends_document("表.csv", b"1")
    await grandma.sends_sticker()
    await grandma.sends_location()
    await grandma.sends_venue("村委会", "1 号")
    await grandma.shares_contact(doctor)
    await grandma.sends_poll()
    await grandma.sends_dice()
    await grandma.forwards(said)
    markup = {"inline_keyboard": [[{"text": "好", "callback_data": "ok"}]]}
    await client("sendMessage", chat_id=grandma.id, text="?", reply_markup=markup)
    await grandma.taps("好")
    await grandma.blocks()
    updates = await client.updates()
    kinds = [next(key for key in update if key != "update_id") for update in updates]
    assert set(kinds) == {"message", "edited_message", "callback_query", "my_chat_member"}
    assert len(kinds) == 21
