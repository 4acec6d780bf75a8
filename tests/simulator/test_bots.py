"""What a bot asks and sets about itself, its chats and its callers; and calls that lead nowhere."""

import json
from typing import Any

import pytest

from simulator import Person, Simulator
from simulator.errors import bad_request
from simulator.registry import HANDLERS
from simulator.schema import bot_api
from tests.simulator.conftest import Client, Clock

TOO_OLD = "400 Bad Request: query is too old and response timeout expired or query ID is invalid"
BUTTONS = {"inline_keyboard": [[{"text": "接单", "callback_data": "take:1"}]]}


async def test_a_bot_knows_itself(client: Client) -> None:
    me = await client("getMe")
    assert (me["id"], me["is_bot"], me["username"]) == (1000, True, "test_bot")
    async with client.session.get(f"{client.base}/bot{client.token}/getMe") as answer:
        assert (await answer.json())["result"] == me


async def test_an_unknown_token_is_unauthorized(client: Client, sim: Simulator) -> None:
    status, body = await client.other("1:nobody").raw("getMe")
    assert (status, body) == (401, {"ok": False, "error_code": 401, "description": "Unauthorized"})


async def test_an_unknown_method_is_not_found(client: Client) -> None:
    status, body = await client.raw("getNothing")
    assert (status, body) == (404, {"ok": False, "error_code": 404, "description": "Not Found"})


async def test_a_method_that_is_not_played_says_so_after_its_arguments_are_checked(
    client: Client, grandma: Person
) -> None:
    poll = {"chat_id": grandma.id, "question": "何时?", "options": [{"text": "早"}, {"text": "晚"}]}
    assert await client.refused("sendPoll", **poll) == "501 Not Implemented: method sendPoll is not simulated"
    error = await client.refused("sendPoll", **poll, qestion="x")
    assert error == '400 Bad Request: field "qestion" is not known to sendPoll'


def test_every_method_played_is_in_the_description() -> None:
    assert {name.lower() for name in HANDLERS} <= bot_api().methods.keys()
    assert all(bot_api().methods[name.lower()].name == name for name in HANDLERS)


@pytest.mark.parametrize("body", ["{", "[]", '"x"'])
async def test_a_body_that_is_no_json_object_is_refused(client: Client, body: str) -> None:
    headers = {"Content-Type": "application/json"}
    status, answer = await client.raw("sendMessage", data=body, headers=headers)
    assert (status, answer["description"]) == (400, "Bad Request: can't parse request body as JSON object")


async def test_a_form_that_is_not_utf8_is_refused(client: Client) -> None:
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    status, answer = await client.raw("sendMessage", data=b"text=\xff\xfe", headers=headers)
    assert (status, answer["description"]) == (400, "Bad Request: strings must be encoded in UTF-8")


def test_errors_begin_with_a_small_letter_unless_they_are_a_code() -> None:
    assert bad_request("Can't parse").description == "Bad Request: can't parse"
    assert bad_request("BUTTON_DATA_INVALID").description == "Bad Request: BUTTON_DATA_INVALID"


async def test_a_tap_waits_until_it_is_answered(client: Client, sim: Simulator, grandma: Person) -> None:
    await client("sendMessage", chat_id=grandma.id, text="看病?", reply_markup=BUTTONS)
    await client.confirm()
    await grandma.taps("接单")
    (update,) = await client.updates()
    query = update["callback_query"]
    assert (query["data"], query["from"]["id"], query["message"]["text"]) == ("take:1", grandma.id, "看病?")
    assert [callback.id for callback in sim.world.unanswered_callbacks] == [query["id"]]
    assert await client("answerCallbackQuery", callback_query_id=query["id"], text="收到", show_alert=True)
    assert sim.world.unanswered_callbacks == []
    assert grandma.toasts == ["收到"]
    assert await client.refused("answerCallbackQuery", callback_query_id=query["id"]) == TOO_OLD


async def test_a_tap_is_answered_in_time_or_never(client: Client, clock: Clock, grandma: Person) -> None:
    await client("sendMessage", chat_id=grandma.id, text="x", reply_markup=BUTTONS)
    await grandma.taps("接单")
    query_id = (await client.updates())[-1]["callback_query"]["id"]
    clock.passes(151)
    assert await client.refused("answerCallbackQuery", callback_query_id=query_id) == TOO_OLD


async def test_a_toast_has_200_characters_at_most(client: Client) -> None:
    error = await client.refused("answerCallbackQuery", callback_query_id="1", text="x" * 201)
    assert error == "400 Bad Request: MESSAGE_TOO_LONG"


async def test_commands_are_kept_by_scope_and_language(client: Client) -> None:
    commands = [{"command": "help", "description": "帮助"}]
    scope = {"type": "chat", "chat_id": 5}
    assert await client("setMyCommands", commands=commands)
    assert await client("setMyCommands", commands=[], scope=scope, language_code="en")
    assert await client("getMyCommands") == commands
    assert await client("getMyCommands", scope=scope) == []
    assert await client("deleteMyCommands")
    assert await client("getMyCommands") == []


@pytest.mark.parametrize("name", ["Help", "with-dash", "中文", "x" * 33])
async def test_a_command_is_small_latin_letters(client: Client, name: str) -> None:
    status, body = await client.raw(
        "setMyCommands", json={"commands": [{"command": name, "description": "x"}]}
    )
    assert status == 400
    assert body["description"].startswith("Bad Request: ")


async def test_a_menu_has_100_commands_at_most(client: Client) -> None:
    commands = [{"command": f"c{number}", "description": "x"} for number in range(101)]
    assert (
        await client.refused("setMyCommands", commands=commands) == "400 Bad Request: BOT_COMMANDS_TOO_MUCH"
    )
    assert await client("getMyCommands") == []


async def test_name_and_descriptions_are_kept_by_language(client: Client) -> None:
    assert await client("getMyName") == {"name": "帮办"}
    assert await client("setMyName", name="Bangban", language_code="en")
    assert await client("getMyName", language_code="en") == {"name": "Bangban"}
    assert await client("getMyName", language_code="zh") == {"name": "帮办"}
    assert await client("setMyDescription", description="村里的事")
    assert await client("getMyDescription", language_code="en") == {"description": "村里的事"}
    assert await client("setMyShortDescription", short_description="帮你办")
    assert await client("getMyShortDescription") == {"short_description": "帮你办"}


async def test_the_menu_button_is_kept_by_chat(client: Client, grandma: Person) -> None:
    assert await client("getChatMenuButton") == {"type": "commands"}
    assert await client("setChatMenuButton", chat_id=grandma.id, menu_button={"type": "default"})
    assert await client("getChatMenuButton", chat_id=grandma.id) == {"type": "default"}


async def test_who_is_in_a_chat(client: Client, grandma: Person, doctor: Person) -> None:
    def status(user_id: int) -> Any:
        return client("getChatMember", chat_id=grandma.id, user_id=user_id)

    assert (await status(grandma.id))["status"] == "member"
    assert (await status(1000))["status"] == "member"
    assert (await status(doctor.id))["status"] == "left"
    assert await client("getChatMemberCount", chat_id=grandma.id) == 2
    error = await client.refused("getChatMember", chat_id=grandma.id, user_id=4711)
    assert error == "400 Bad Request: user not found"
    assert await client("getUserProfilePhotos", user_id=grandma.id) == {"total_count": 0, "photos": []}


async def test_reactions_need_a_message(client: Client, grandma: Person) -> None:
    reaction = [{"type": "emoji", "emoji": "👍"}]
    assert await client("setMessageReaction", chat_id=grandma.id, message_id=1, reaction=reaction)
    error = await client.refused("setMessageReaction", chat_id=grandma.id, message_id=99, reaction=reaction)
    assert error == "400 Bad Request: message to react not found"


async def test_every_call_is_on_record(client: Client, sim: Simulator, clock: Clock, grandma: Person) -> None:
    await client.raw("sendMessage", data={"chat_id": str(grandma.id), "text": "x"})
    await client.raw("sendMessage", data={"chat_id": "1", "text": "y"})
    first, second = sim.world.calls
    assert (first.method, first.params, first.status) == (
        "sendMessage",
        {"chat_id": grandma.id, "text": "x"},
        200,
    )
    assert (second.status, second.description) == (400, "Bad Request: chat not found")
    assert first.time == clock()
    assert first.bot is sim.world.bot


async def test_the_record_is_bounded(client: Client) -> None:
    for kept in (0, 2):
        async with Simulator(record=kept) as small:
            small.add_bot(client.token)
            near = type(client)(client.session, small.url, client.token)
            for _ in range(3):
                await near("getMe")
            assert len(small.world.calls) == kept


async def test_logging_out_and_closing_work(client: Client) -> None:
    assert await client("logOut") is True
    assert await client("close") is True


async def test_answers_are_json_with_chinese_unescaped(client: Client, grandma: Person) -> None:
    url = f"{client.base}/bot{client.token}/sendMessage"
    async with client.session.post(url, json={"chat_id": grandma.id, "text": "头疼"}) as answer:
        text = await answer.text()
    assert answer.content_type == "application/json"
    assert '"text":"头疼"' in text
    assert json.loads(text)["ok"] is True
