"""Any sequence of calls to the methods that are played: answered as described, or refused, never broken."""

import itertools
import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator import Bot, Chat, World
from simulator.acts import album, file, tap, write
from simulator.errors import ApiError
from simulator.groups import add_group
from simulator.media import picture
from simulator.registry import HANDLERS, Request
from simulator.scalars import Upload
from simulator.schema import bot_api
from tests.simulator.conformance import SPEC, faults_of_result
from tests.simulator.conftest import Clock

PICTURE = Upload("x.png", "image/png", picture(8, 8))
MARKUPS = [
    {"inline_keyboard": [[{"text": "好", "callback_data": "ok"}]]},
    {"inline_keyboard": []},
    {"keyboard": [["办事", {"text": "号码", "request_contact": True}]], "one_time_keyboard": True},
    {"remove_keyboard": True},
    {"force_reply": True},
]
TEXTS = ["头疼", "<b>头疼</b>", "<b>头疼", "🏟 /help https://example.org", " ", "x" * 1025, "中" * 4097]


def village() -> tuple[World, list[Chat]]:
    """A world with two people, a group and a forum, and a message of every sort in it."""
    world = World(Clock())
    bot = world.add_bot("1000:x", "test_bot", "帮办")
    people = [world.add_user("王"), world.add_user("李")]
    chats = [world.private_chat(bot, person) for person in people]
    for chat in chats:
        write(world, chat, chat.person, "/start")
        album(world, chat, chat.person, 2, "两张")
        world.post(chat, bot.user, "text", {"text": "您好"}, markup=MARKUPS[0])
        file(world, chat, chat.person, "document", [world.files.add("document", b"1", "表.csv")])
        tap(world, chat.person, chat.messages[4], 0, 0)
        world.post(chat, bot.user, "photo", {"caption": "图"}, files=world.files.photo(1))
    world.set_blocked(chats[1], True)
    chats += [add_group(world, "村", people), add_group(world, "会", people, forum=True)]
    return world, chats


def values(world: World, chats: list[Chat]) -> dict[str, st.SearchStrategy[Any]]:
    """Likely values of the fields that matter; others get any value of their type."""
    message_ids = st.integers(1, 8)
    chat_ids = st.sampled_from([chat.id for chat in chats] + [1, "@nobody"])
    file_ids = st.sampled_from([_file_id(world, file) for file in world.files.by_id.values()] + ["garbage"])
    media = st.fixed_dictionaries(
        {"type": st.sampled_from(["photo", "document"]), "media": file_ids | st.just("attach://photo")},
        optional={"caption": st.sampled_from(TEXTS), "parse_mode": st.just("HTML")},
    )
    return {
        "chat_id": chat_ids,
        "from_chat_id": chat_ids,
        "user_id": st.sampled_from(list(world.users)),
        "message_id": message_ids,
        "message_ids": st.lists(message_ids, max_size=4),
        "message_thread_id": message_ids,
        "text": st.sampled_from(TEXTS),
        "caption": st.sampled_from(TEXTS),
        "parse_mode": st.sampled_from(["HTML", "html", "Markdown", "x"]),
        "reply_markup": st.sampled_from(MARKUPS).map(json.dumps),
        "reply_parameters": st.fixed_dictionaries(
            {"message_id": message_ids, "allow_sending_without_reply": st.booleans()}
        ),
        "media": st.lists(media, max_size=3) | media,
        "file_id": file_ids,
        "callback_query_id": st.sampled_from(
            [callback.id for callback in world.unanswered_callbacks] + ["0"]
        ),
        "action": st.sampled_from(["typing", "sleeping"]),
        "command": st.just("help"),
        "emoji": st.sampled_from(["🎲", "🎰"]),
    } | {kind: file_ids | st.just(PICTURE) for kind in ("photo", "document", "voice", "sticker", "video")}


def _file_id(world: World, file: Any) -> str:
    from simulator.files import file_id

    return file_id(world.bot, file)


PLAIN: dict[str, st.SearchStrategy[Any]] = {
    "Integer": st.integers(-5, 200),
    "Float": st.floats(-200, 200),
    "String": st.sampled_from(["", "x", "帮办"]),
    "Boolean": st.booleans(),
}


def calls(method: str, likely: dict[str, st.SearchStrategy[Any]]) -> st.SearchStrategy[dict[str, Any]]:
    """Calls with all required fields and some of the others."""
    required: dict[str, st.SearchStrategy[Any]] = {}
    optional: dict[str, st.SearchStrategy[Any]] = {}
    for name, field in SPEC["methods"][method]["fields"].items():
        strategy = likely.get(name, PLAIN.get(field["types"][0]))
        if strategy is not None and name != "business_connection_id":
            (required if field["required"] else optional)[name] = strategy
    return st.fixed_dictionaries(required, optional=optional)


def play(world: World, bot: Bot, method: str, call: dict[str, Any]) -> None:
    """Make one call; fail if its answer is not as described or anything but `ApiError` is raised."""
    uploads = {"photo": PICTURE}
    try:
        args = bot_api().methods[method.lower()].check(call, uploads)
        result = HANDLERS[method](Request(world, bot, method, args, uploads))
    except ApiError as error:
        assert error.code in (400, 403, 501)
        assert error.description.split(": ")[0] in ("Bad Request", "Forbidden", "Not Implemented")
    else:
        assert faults_of_result(method, json.loads(json.dumps(result))) == []


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_a_sequence_of_any_calls_never_breaks_the_world(data: st.DataObject) -> None:
    world, chats = village()
    likely = values(world, chats)
    for _ in range(data.draw(st.integers(1, 8))):
        method = data.draw(st.sampled_from(sorted(HANDLERS)))
        play(world, world.bot, method, data.draw(calls(method, likely)))
    for chat in chats:
        assert list(chat.messages) == sorted(chat.messages)
        assert all(message.chat is chat and not message.deleted for message in chat.messages.values())
        assert chat.last_id >= max(chat.messages, default=0)
        assert all(message.touched for message in chat.messages.values())


@pytest.mark.parametrize("method", sorted(HANDLERS))
def test_every_method_that_is_played_succeeds_for_some_call(method: str) -> None:
    """So that the test above does not only test refusals."""
    assert any(succeeds(method, call) for call in simple_calls(method)), method


def succeeds(method: str, call: dict[str, Any]) -> bool:
    world, _ = village()
    try:
        args = bot_api().methods[method.lower()].check(call)
        HANDLERS[method](Request(world, world.bot, method, args, {}))
    except ApiError:
        return False
    return True


SIMPLE: dict[str, list[Any]] = {
    "text": ["新"],
    "caption": ["新"],
    "media": [
        [{"type": "photo", "media": "FILE"}],
        {"type": "photo", "media": "FILE"},
    ],
    "message_id": [4, 6],
    "message_ids": [[4]],
    "action": ["typing"],
    "latitude": [30.5],
    "longitude": [104.5],
    "commands": [[{"command": "help", "description": "帮助"}]],
    "question": ["?"],
    "name": ["通知"],
}


def simple_calls(method: str) -> Iterator[dict[str, Any]]:
    """A few calls that might succeed in the village."""
    world, chats = village()
    photo = next(file for file in world.files.by_id.values() if file.kind == "photo")
    table = next(file for file in world.files.by_id.values() if file.kind == "document")
    choices: dict[str, list[Any]] = SIMPLE | {
        "chat_id": [chats[0].id, chats[3].id],
        "from_chat_id": [chats[0].id],
        "user_id": [chats[0].id],
        "callback_query_id": [world.unanswered_callbacks[0].id],
        "file_id": [_file_id(world, table)],
        "photo": [_file_id(world, photo)],
        "document": [_file_id(world, table)],
    }
    files = {kind: [PICTURE] for kind in ("voice", "video", "video_note", "audio", "animation", "sticker")}
    choices |= files
    fields = SPEC["methods"][method]["fields"]
    wanted = [
        name
        for name in fields
        if fields[name]["required"] or name in ("chat_id", "message_id", "text", "caption")
    ]
    options = [choices.get(name, ["x"]) for name in wanted]
    for chosen in itertools.product(*options):
        text = json.dumps(dict(zip(wanted, chosen, strict=True)), default=lambda _: "UPLOAD")
        call = json.loads(text.replace("FILE", _file_id(world, photo)))
        yield {name: PICTURE if value == "UPLOAD" else value for name, value in call.items()}
