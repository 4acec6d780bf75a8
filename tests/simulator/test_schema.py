"""Every call is checked against the Bot API's description: a walk over all of its methods and fields."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import simulator
from simulator.errors import ApiError
from simulator.scalars import Upload
from simulator.schema import MISSING, bot_api

SPEC = json.loads((Path(simulator.__file__).parent / "bot_api.json").read_text(encoding="utf-8"))
FILE = Upload("x.bin", "application/octet-stream", b"x")
EXAMPLES: dict[str, Any] = {"Integer": 7, "Float": 1.5, "Boolean": True, "InputFile": FILE}
METHODS = sorted(SPEC["methods"])
Fields = dict[str, dict[str, Any]]


def fields(method: str) -> Fields:
    found: Fields = SPEC["methods"][method]["fields"]
    return found


def example(kind: str, field: dict[str, Any]) -> Any:
    """A valid value of a type, as small as possible."""
    if kind.startswith("Array of "):
        return [example(kind.removeprefix("Array of "), {})]
    if kind in EXAMPLES:
        return EXAMPLES[kind]
    if kind == "String":
        return "x" * max(1, field.get("min", 1))
    body = SPEC["types"][kind]
    if "subtypes" in body:
        return example(body["subtypes"][0], {})
    return example_object(kind, body["fields"])


def example_object(kind: str, body: Fields) -> dict[str, Any]:
    made = {name: example(field["types"][0], field) for name, field in body.items() if field["required"]}
    if isinstance(made.get("type"), str):
        made["type"] = TAGS.get(kind, "x")
    return made


TAGS = {
    "InputMediaAnimation": "animation",
    "InputMediaAudio": "audio",
    "InputPaidMediaLivePhoto": "live_photo",
    "InputProfilePhotoStatic": "static",
    "InputStoryContentPhoto": "photo",
    "BotCommandScopeDefault": "default",
    "MenuButtonCommands": "commands",
    "ReactionTypeEmoji": "emoji",
    "StoryAreaTypeLocation": "location",
}


def valid_call(method: str) -> dict[str, Any]:
    return example_object(method, fields(method))


def refusal(method: str, call: dict[str, Any]) -> str:
    with pytest.raises(ApiError) as caught:
        bot_api().methods[method.lower()].check(call)
    assert caught.value.code == 400
    assert caught.value.description.startswith("Bad Request: ")
    return caught.value.description.removeprefix("Bad Request: ")


@pytest.mark.parametrize("method", METHODS)
def test_a_call_with_just_the_required_fields_passes(method: str) -> None:
    call = valid_call(method)
    assert bot_api().methods[method.lower()].check(call).keys() == call.keys()


@pytest.mark.parametrize("method", METHODS)
def test_an_unknown_field_is_refused(method: str) -> None:
    call = valid_call(method) | {"no_such_field": 1}
    assert refusal(method, call) == f'field "no_such_field" is not known to {method}'


@pytest.mark.parametrize(
    ("method", "field"),
    [(method, field) for method in METHODS for field, body in fields(method).items() if body["required"]],
)
def test_a_missing_required_field_is_refused(method: str, field: str) -> None:
    call = valid_call(method)
    del call[field]
    assert refusal(method, call) == MISSING.get(field, f'parameter "{field}" is required')


def test_missing_fields_are_refused_in_telegrams_words() -> None:
    assert refusal("sendMessage", {"text": "x"}) == "chat_id is empty"
    assert refusal("sendMessage", {"chat_id": 1}) == "message text is empty"
    assert refusal("sendPhoto", {"chat_id": 1}) == "there is no photo in the request"
    assert refusal("deleteMessage", {"chat_id": 1}) == "message identifier is not specified"
    assert refusal("getFile", {}) == "invalid file_id"


@pytest.mark.parametrize("method", METHODS)
def test_a_value_of_the_wrong_type_is_refused(method: str) -> None:
    for name, field in fields(method).items():
        wrong: Any = {"?": 1} if "String" in field["types"] else "¿"
        refusal(method, valid_call(method) | {name: wrong})


@pytest.mark.parametrize("method", METHODS)
def test_a_null_is_as_good_as_no_value(method: str) -> None:
    for name, field in fields(method).items():
        call = valid_call(method) | {name: None}
        if field["required"]:
            refusal(method, call)
        else:
            assert name not in bot_api().methods[method.lower()].check(call)


@pytest.mark.parametrize(
    ("method", "field"),
    [
        (method, name)
        for method in METHODS
        for name, field in fields(method).items()
        if "max" in field and field["types"] == ["String"] and name not in ("text", "caption")
    ],
)
def test_a_text_past_its_limit_is_refused(method: str, field: str) -> None:
    longest = fields(method)[field]["max"]
    call = valid_call(method)
    bot_api().methods[method.lower()].check(call | {field: "x" * longest})
    message = refusal(method, call | {field: "x" * (longest + 1)})
    assert message == f'field "{field}" length must not exceed {longest}'


NESTED = sorted(
    {
        kind.removeprefix("Array of ").removeprefix("Array of ")
        for method in METHODS
        for field in fields(method).values()
        for kind in field["types"]
    }
    & SPEC["types"].keys()
)


@pytest.mark.parametrize("kind", [kind for kind in NESTED if SPEC["types"][kind].get("fields")])
def test_an_unknown_field_deep_inside_is_refused(kind: str) -> None:
    check = bot_api().object(kind)
    call = example_object(kind, SPEC["types"][kind]["fields"])
    assert check(call, "x") == call
    with pytest.raises(Exception, match='Field "no_such_field" is not known to'):
        check(call | {"no_such_field": 1}, "x")


def test_a_form_may_carry_numbers_truth_and_objects_as_text() -> None:
    check = bot_api().methods["sendmessage"].check
    markup = {"inline_keyboard": [[{"text": "接单", "callback_data": "take:1"}]]}
    call = {
        "chat_id": "5000000001",
        "text": "x",
        "disable_notification": "True",
        "reply_parameters": '{"message_id": 5}',
        "reply_markup": json.dumps(markup),
    }
    assert check(call) == {
        "chat_id": 5_000_000_001,
        "text": "x",
        "disable_notification": True,
        "reply_parameters": {"message_id": 5},
        "reply_markup": markup,
    }


def test_a_chat_may_be_named_by_its_username() -> None:
    check = bot_api().methods["sendmessage"].check
    assert check({"chat_id": "@village", "text": "x"})["chat_id"] == "@village"


BUTTON = "can't parse inline keyboard button: "


@pytest.mark.parametrize(
    ("markup", "error"),
    [
        ("{", "can't parse reply keyboard markup JSON object"),
        ("[]", "object expected as reply markup"),
        ('"x"', "object expected as reply markup"),
        ('{"no_such": []}', "can't parse reply markup: no type fits its fields"),
        (
            '{"inline_keyboard": 5}',
            'can\'t parse InlineKeyboardMarkup: Field "inline_keyboard" must be of type Array',
        ),
        (
            '{"inline_keyboard": [5]}',
            'can\'t parse InlineKeyboardMarkup: Field "inline_keyboard" must be of type Array',
        ),
        ('{"inline_keyboard": [["x"]]}', BUTTON + "InlineKeyboardButton must be an Object"),
        ('{"inline_keyboard": [[{}]]}', BUTTON + 'Can\'t find field "text"'),
        ('{"inline_keyboard": [[{"text": 5}]]}', BUTTON + 'Field "text" must be of type String'),
        (
            '{"inline_keyboard": [[{"text": "x", "callback_data": ""}]]}',
            BUTTON + "Text buttons are unallowed in the inline keyboard",
        ),
        (
            '{"inline_keyboard": [[{"text": "x", "calback_data": "y"}]]}',
            BUTTON + 'Field "calback_data" is not known to InlineKeyboardButton',
        ),
        (
            '{"remove_keyboard": "yes"}',
            'can\'t parse ReplyKeyboardRemove: Field "remove_keyboard" must be of type Boolean',
        ),
    ],
)
def test_a_keyboard_of_the_wrong_shape_is_refused(markup: str, error: str) -> None:
    assert refusal("sendMessage", {"chat_id": 1, "text": "x", "reply_markup": markup}) == error


@pytest.mark.parametrize("data", ["x" * 65, "中" * 22])
def test_callback_data_past_64_bytes_is_refused(data: str) -> None:
    markup = {"inline_keyboard": [[{"text": "x", "callback_data": data}]]}
    call = {"chat_id": 1, "text": "x", "reply_markup": markup}
    assert refusal("sendMessage", call) == "BUTTON_DATA_INVALID"


def test_callback_data_of_64_bytes_passes() -> None:
    markup = {"inline_keyboard": [[{"text": "x", "callback_data": "中" * 21 + "x"}]]}
    call = {"chat_id": 1, "text": "x", "reply_markup": markup}
    assert bot_api().methods["sendmessage"].check(call)["reply_markup"] == markup


def test_a_reply_button_may_be_plain_text() -> None:
    call = {"chat_id": 1, "text": "x", "reply_markup": {"keyboard": [["我要办事"]]}}
    checked = bot_api().methods["sendmessage"].check(call)
    assert checked["reply_markup"] == {"keyboard": [[{"text": "我要办事"}]]}


def test_an_empty_markup_is_no_markup() -> None:
    call = {"chat_id": 1, "text": "x", "reply_markup": {}}
    assert bot_api().methods["sendmessage"].check(call)["reply_markup"] is None


def test_the_kind_of_a_media_is_told_by_its_type() -> None:
    check = bot_api().methods["sendmediagroup"].check
    photo = {"type": "photo", "media": "attach://a", "caption": "x"}
    assert check({"chat_id": 1, "media": [photo]})["media"] == [photo]
    video = {"type": "photo", "media": "attach://a", "supports_streaming": True}
    error = refusal("sendMediaGroup", {"chat_id": 1, "media": [video]})
    assert error == 'can\'t parse InputMediaPhoto: Field "supports_streaming" is not known to InputMediaPhoto'


@pytest.mark.parametrize("kind", ["photograph", "", 5, None, ["photo"], {"a": 1}])
def test_a_media_of_no_known_type_is_refused(kind: Any) -> None:
    media = [{"type": kind, "media": "x"}]
    assert (
        refusal("sendMediaGroup", {"chat_id": 1, "media": media})
        == "can't parse InputMedia: unsupported type"
    )


def test_a_scope_or_a_reaction_of_no_known_type_is_refused() -> None:
    scope = {"scope": {"type": "village"}}
    assert refusal("getMyCommands", scope) == "can't parse BotCommandScope: unsupported type"
    reaction = {"chat_id": 1, "message_id": 1, "reaction": [{"type": "smile"}]}
    assert refusal("setMessageReaction", reaction) == "can't parse ReactionType: unsupported type"


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["type", "text", "media", "inline_keyboard", "keyboard", "x"]), inner
        )
    ),
    max_leaves=8,
)


@given(st.sampled_from(METHODS), st.data())
def test_whatever_is_sent_is_checked_or_refused_with_400(method: str, data: st.DataObject) -> None:
    names = st.sampled_from([*fields(method), "x"])
    call = data.draw(st.dictionaries(names, anything | anything.map(json.dumps), max_size=6))
    try:
        checked = bot_api().methods[method.lower()].check(call)
    except ApiError as error:
        assert error.code == 400
    else:
        assert checked.keys() <= call.keys()


def test_parts_that_carry_attached_files_are_no_unknown_fields() -> None:
    method = bot_api().methods["sendmediagroup"]
    media = [{"type": "photo", "media": "attach://a"}]
    assert "a" not in method.check({"chat_id": 1, "media": media, "a": FILE}, {"a": FILE})
    with pytest.raises(ApiError, match='field "a" is not known'):
        method.check({"chat_id": 1, "media": media, "a": "text"})
