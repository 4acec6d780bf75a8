"""sendMessage and its relatives: what is shown, what is refused, and how Telegram says so."""

from typing import Any

import pytest

from simulator import Person, Simulator
from simulator.groups import add_group
from tests.simulator.conftest import Client

BUTTONS = {"inline_keyboard": [[{"text": "接单", "callback_data": "take:1"}]]}


async def test_a_message_reaches_its_person_and_comes_back_to_the_bot(
    client: Client, grandma: Person
) -> None:
    sent = await client(
        "sendMessage", chat_id=grandma.id, text="<b>您好</b>", parse_mode="HTML", reply_markup=BUTTONS
    )
    assert sent == {
        "message_id": 2,
        "from": {"id": 1000, "is_bot": True, "first_name": "帮办", "username": "test_bot"},
        "chat": {"id": grandma.id, "type": "private", "first_name": "王秀英"},
        "date": 1_800_000_000,
        "text": "您好",
        "entities": [{"type": "bold", "offset": 0, "length": 2}],
        "reply_markup": BUTTONS,
    }
    assert grandma.screen[-1].text == "您好"
    assert grandma.buttons() == ["接单"]


async def test_message_ids_grow_within_each_chat(client: Client, grandma: Person, doctor: Person) -> None:
    ids = [
        (await client("sendMessage", chat_id=who.id, text="x"))["message_id"]
        for who in (grandma, doctor, grandma)
    ]
    assert ids == [2, 2, 3]


async def test_a_form_is_as_good_as_json(client: Client, grandma: Person) -> None:
    form = {"chat_id": str(grandma.id), "text": "甲 + 乙 & 丙=丁", "disable_notification": "true"}
    status, body = await client.raw("sendMessage", data=form)
    assert (status, body["result"]["text"]) == (200, "甲 + 乙 & 丙=丁")
    status, body = await client.raw("sendMessage", params=form)
    assert (status, body["result"]["text"]) == (200, "甲 + 乙 & 丙=丁")


async def test_method_names_are_read_in_any_case(client: Client, grandma: Person) -> None:
    assert (await client("SENDmessage", chat_id=grandma.id, text="x"))["text"] == "x"


@pytest.mark.parametrize("text", ["", "   ", "\n\n", "<b></b>", "<i> </i>"])
async def test_a_text_of_nothing_is_refused(client: Client, grandma: Person, text: str) -> None:
    error = await client.refused("sendMessage", chat_id=grandma.id, text=text, parse_mode="HTML")
    assert error == "400 Bad Request: message text is empty"


@pytest.mark.parametrize(
    ("text", "fits"), [("中" * 4096, True), ("中" * 4097, False), ("🏟" * 2048, True), ("🏟" * 2049, False)]
)
async def test_a_text_has_4096_utf16_units_at_most(
    client: Client, grandma: Person, text: str, fits: bool
) -> None:
    if fits:
        assert (await client("sendMessage", chat_id=grandma.id, text=text))["text"] == text
    else:
        error = await client.refused("sendMessage", chat_id=grandma.id, text=text)
        assert error == "400 Bad Request: message is too long"


async def test_the_length_counts_after_the_tags_are_gone(client: Client, grandma: Person) -> None:
    text = "<b>" + "x" * 4096 + "</b>"
    assert (
        len((await client("sendMessage", chat_id=grandma.id, text=text, parse_mode="HTML"))["text"]) == 4096
    )


async def test_html_that_cannot_be_parsed_is_refused(client: Client, grandma: Person) -> None:
    error = await client.refused("sendMessage", chat_id=grandma.id, text="<x>", parse_mode="HTML")
    assert error == '400 Bad Request: can\'t parse entities: Unsupported start tag "x" at byte offset 0'
    error = await client.refused("sendMessage", chat_id=grandma.id, text="<b>", parse_mode="HTML")
    assert (
        error == "400 Bad Request: can't parse entities: Can't find end tag corresponding to start tag \"b\""
    )


async def test_a_chat_that_nobody_knows_is_not_found(client: Client, grandma: Person) -> None:
    for chat_id in (4711, -4711, "@nobody", "x"):
        assert (
            await client.refused("sendMessage", chat_id=chat_id, text="x")
            == "400 Bad Request: chat not found"
        )


async def test_a_person_who_never_wrote_is_not_found(client: Client, sim: Simulator) -> None:
    stranger = sim.person("陌生人")
    assert (
        await client.refused("sendMessage", chat_id=stranger.id, text="x")
        == "400 Bad Request: chat not found"
    )


async def test_a_bot_cannot_begin_with_a_person_it_knows_from_a_group(client: Client, sim: Simulator) -> None:
    neighbour = sim.person("邻居")
    add_group(sim.world, "马曲村", [neighbour.user])
    error = await client.refused("sendMessage", chat_id=neighbour.id, text="x")
    assert error == "403 Forbidden: bot can't initiate conversation with a user"


async def test_a_bot_cannot_write_to_a_bot(client: Client, sim: Simulator) -> None:
    other = sim.add_bot("2000:x", "other_bot", "另一个")
    error = await client.refused("sendMessage", chat_id=other.id, text="x")
    assert error == "403 Forbidden: bot can't send messages to bots"


async def test_who_blocked_the_bot_gets_nothing_until_he_lets_it_in(client: Client, grandma: Person) -> None:
    await grandma.blocks()
    error = await client.refused("sendMessage", chat_id=grandma.id, text="x")
    assert error == "403 Forbidden: bot was blocked by the user"
    await grandma.unblocks()
    assert await client("sendMessage", chat_id=grandma.id, text="x")


async def test_writing_to_a_blocked_bot_lets_it_in(client: Client, grandma: Person) -> None:
    await grandma.blocks()
    await grandma.says("你好")
    assert await client("sendMessage", chat_id=grandma.id, text="x")
    statuses = [
        (
            update["my_chat_member"]["old_chat_member"]["status"],
            update["my_chat_member"]["new_chat_member"]["status"],
        )
        for update in await client.updates()
        if "my_chat_member" in update
    ]
    assert statuses == [("member", "kicked"), ("kicked", "member")]


async def test_a_deleted_account_is_deactivated(client: Client, grandma: Person) -> None:
    await grandma.deactivates()
    error = await client.refused("sendMessage", chat_id=grandma.id, text="x")
    assert error == "403 Forbidden: user is deactivated"


async def test_a_reply_quotes_what_it_answers(client: Client, grandma: Person) -> None:
    asked = await grandma.says("头疼")
    sent = await client(
        "sendMessage", chat_id=grandma.id, text="好", reply_parameters={"message_id": asked.id}
    )
    assert sent["reply_to_message"]["text"] == "头疼"
    assert grandma.screen[-1].reply_to is asked


async def test_a_reply_to_nothing_is_refused_unless_allowed(client: Client, grandma: Person) -> None:
    reply = {"message_id": 99}
    error = await client.refused("sendMessage", chat_id=grandma.id, text="x", reply_parameters=reply)
    assert error == "400 Bad Request: message to be replied not found"
    reply["allow_sending_without_reply"] = True
    sent = await client("sendMessage", chat_id=grandma.id, text="x", reply_parameters=reply)
    assert "reply_to_message" not in sent


async def test_a_business_connection_is_not_found(client: Client, grandma: Person) -> None:
    error = await client.refused("sendMessage", chat_id=grandma.id, text="x", business_connection_id="b")
    assert error == "400 Bad Request: business connection not found"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("allow_paid_broadcast", True),
        ("direct_messages_topic_id", 5),
        ("suggested_post_parameters", {"send_date": 1_800_000_000}),
    ],
)
async def test_what_would_change_the_meaning_and_is_not_played_says_so(
    client: Client, grandma: Person, field: str, value: Any
) -> None:
    error = await client.refused("sendMessage", chat_id=grandma.id, text="x", **{field: value})
    assert error == f"501 Not Implemented: field {field} is not simulated"
    assert await client("sendMessage", chat_id=grandma.id, text="x", allow_paid_broadcast=False)


async def test_a_mention_by_id_shows_the_user_and_an_unknown_one_is_dropped(
    client: Client, grandma: Person, doctor: Person
) -> None:
    text = f'<a href="tg://user?id={doctor.id}">医生</a> <a href="tg://user?id=1">谁</a>'
    sent = await client("sendMessage", chat_id=grandma.id, text=text, parse_mode="HTML")
    (entity,) = sent["entities"]
    assert entity["user"]["first_name"] == "李医生"


async def test_places_and_contacts_are_sent(client: Client, grandma: Person) -> None:
    place = await client("sendLocation", chat_id=grandma.id, latitude=30.5, longitude=104.1)
    assert place["location"] == {"latitude": 30.5, "longitude": 104.1}
    venue = await client(
        "sendVenue", chat_id=grandma.id, latitude=1, longitude=2, title="中心", address="村口"
    )
    assert venue["venue"]["title"] == "中心"
    assert venue["location"] == {"latitude": 1.0, "longitude": 2.0}
    contact = await client("sendContact", chat_id=grandma.id, phone_number="+86138", first_name="李")
    assert contact["contact"] == {"phone_number": "+86138", "first_name": "李"}
    assert [message.kind for message in grandma.screen[-3:]] == ["location", "venue", "contact"]


async def test_a_place_off_the_earth_is_refused(client: Client, grandma: Person) -> None:
    error = await client.refused("sendLocation", chat_id=grandma.id, latitude=91, longitude=0)
    assert error == "400 Bad Request: invalid location specified"


@pytest.mark.parametrize(("emoji", "most"), [("🎲", 6), ("🏀", 5), ("🎰", 64)])
async def test_dice_fall_within_their_sides(client: Client, grandma: Person, emoji: str, most: int) -> None:
    values = {(await client("sendDice", chat_id=grandma.id, emoji=emoji))["dice"]["value"] for _ in range(8)}
    assert len(values) > 1
    assert values <= set(range(1, most + 1))


async def test_chat_actions_are_known_ones(client: Client, grandma: Person) -> None:
    assert await client("sendChatAction", chat_id=grandma.id, action="typing") is True
    error = await client.refused("sendChatAction", chat_id=grandma.id, action="sleeping")
    assert error == "400 Bad Request: wrong parameter action in request"


async def test_a_pinned_message_is_on_top_until_unpinned(client: Client, grandma: Person) -> None:
    first = await client("sendMessage", chat_id=grandma.id, text="一")
    second = await client("sendMessage", chat_id=grandma.id, text="二")
    for message in (first, second):
        assert await client("pinChatMessage", chat_id=grandma.id, message_id=message["message_id"])
    assert (await client("getChat", chat_id=grandma.id))["pinned_message"]["text"] == "二"
    assert await client("unpinChatMessage", chat_id=grandma.id)
    assert (await client("getChat", chat_id=grandma.id))["pinned_message"]["text"] == "一"
    assert await client("unpinAllChatMessages", chat_id=grandma.id)
    assert "pinned_message" not in await client("getChat", chat_id=grandma.id)
    error = await client.refused("pinChatMessage", chat_id=grandma.id, message_id=99)
    assert error == "400 Bad Request: message to pin not found"
    error = await client.refused("unpinChatMessage", chat_id=grandma.id, message_id=99)
    assert error == "400 Bad Request: message to unpin not found"


def inline(*buttons: dict[str, Any]) -> dict[str, Any]:
    return {"inline_keyboard": [list(buttons)]}


@pytest.mark.parametrize(
    ("markup", "error"),
    [
        (
            inline({"text": "x"}),
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        (
            inline({"text": "x", "callback_data": "y", "url": "https://example.org"}),
            "can't parse inline keyboard button: Exactly one of the optional fields must be used",
        ),
        (inline({"text": " ", "callback_data": "y"}), "BUTTON_TEXT_INVALID"),
        (inline({"text": "x", "callback_data": "y" * 65}), "BUTTON_DATA_INVALID"),
        (
            inline({"text": "x", "url": "ftp://x.y"}),
            "inline keyboard button URL 'ftp://x.y' is invalid: Wrong HTTP URL",
        ),
        (
            inline({"text": "x", "url": "nowhere"}),
            "inline keyboard button URL 'nowhere' is invalid: Wrong HTTP URL",
        ),
        (inline(*[{"text": "x", "callback_data": "y"}] * 101), "reply markup is too long"),
        ({"keyboard": []}, "reply keyboard is empty"),
        ({"keyboard": [["x"] * 301]}, "reply markup is too long"),
        ({"keyboard": [[""]]}, "BUTTON_TEXT_INVALID"),
    ],
)
async def test_buttons_that_telegram_refuses(
    client: Client, grandma: Person, markup: Any, error: str
) -> None:
    refusal = await client.refused("sendMessage", chat_id=grandma.id, text="x", reply_markup=markup)
    assert refusal == f"400 Bad Request: {error}"
    assert len(grandma.screen) == 1


@pytest.mark.parametrize(
    "url", ["https://example.org/a?b=c", "http://127.0.0.1:8080/", "tg://user?id=1", "t.me/test_bot"]
)
async def test_buttons_may_lead_to_these_addresses(client: Client, grandma: Person, url: str) -> None:
    markup = inline({"text": "x", "url": url})
    assert (await client("sendMessage", chat_id=grandma.id, text="x", reply_markup=markup))[
        "reply_markup"
    ] == markup


async def test_a_reply_keyboard_stays_until_it_is_removed(client: Client, grandma: Person) -> None:
    keyboard = {"keyboard": [["我要办事"], [{"text": "发手机号", "request_contact": True}]]}
    sent = await client("sendMessage", chat_id=grandma.id, text="一", reply_markup=keyboard)
    assert "reply_markup" not in sent
    await client("sendMessage", chat_id=grandma.id, text="二", reply_markup=BUTTONS)
    assert grandma.keyboard == ["我要办事", "发手机号"]
    await client("sendMessage", chat_id=grandma.id, text="三", reply_markup={"remove_keyboard": True})
    assert grandma.keyboard == []


async def test_a_group_may_not_be_asked_for_phone_or_place(
    client: Client, sim: Simulator, grandma: Person
) -> None:
    group = add_group(sim.world, "马曲村", [grandma.user])
    for flag, words in (("request_contact", "phone number"), ("request_location", "location")):
        markup = {"keyboard": [[{"text": "x", flag: True}]]}
        error = await client.refused("sendMessage", chat_id=group.id, text="x", reply_markup=markup)
        assert error == f"400 Bad Request: {words} can be requested in private chats only"
