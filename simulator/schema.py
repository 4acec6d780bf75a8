"""The Bot API's own description, compiled once into checks of every call.

`bot_api.json` lists each method's and type's fields, whether they are required, their types and limits.
Telegram ignores fields it does not know; here they are refused, so that a misspelt one is found.
"""

import json
import re
from collections.abc import Callable, Container
from functools import lru_cache
from pathlib import Path
from typing import Any

from simulator.errors import ApiError, bad_request
from simulator.scalars import SCALARS, SchemaError, Upload, json_string, limited

Check = Callable[[Any, str], Any]
Spec = dict[str, Any]

# Telegram's words for a required argument that is missing; others get a plain sentence.
MISSING = {
    "chat_id": "chat_id is empty",
    "from_chat_id": "chat_id is empty",
    "text": "message text is empty",
    "message_id": "message identifier is not specified",
    "message_ids": "message identifiers are not specified",
    "user_id": "invalid user_id specified",
    "callback_query_id": "query is too old and response timeout expired or query ID is invalid",
    "file_id": "invalid file_id",
    "action": "wrong parameter action in request",
    "latitude": "latitude is empty",
    "longitude": "longitude is empty",
}
FILES = ("photo", "voice", "video", "video_note", "document", "audio", "animation", "sticker")
MISSING |= {kind: f"there is no {kind} in the request" for kind in FILES}

LABELS = {
    "InlineKeyboardButton": "inline keyboard button",
    "KeyboardButton": "keyboard button",
    "reply_markup": "reply keyboard markup",
}
# Unions whose members are not told apart by a type that their names spell.
UNTAGGED = {"InlineQueryResult", "PassportElementError"}
# Their length counts after the entities are parsed, so the methods themselves check it.
CHECKED_LATER = {("text", 4096), ("caption", 1024)}


class Schema:
    """Checks calls against the description; `methods` maps lower-case names to their `Method`."""

    def __init__(self, spec: Spec) -> None:
        self._types: Spec = spec["types"]
        self._objects: dict[str, Check] = {}
        self.methods = {name.lower(): Method(name, body, self) for name, body in spec["methods"].items()}

    def argument(self, name: str, field: Spec) -> Check:
        """The check of a method's argument, which may come as text of a form or as JSON."""
        types = field["types"]
        if (name, field.get("max")) in CHECKED_LATER:
            return SCALARS["String"]
        if all(kind in SCALARS for kind in types):
            return limited(_either([SCALARS[kind] for kind in types]), field)
        return self._from_json(self._nested(types), LABELS.get(name, name.replace("_", " ")))

    def object(self, name: str) -> Check:
        """The check of a JSON object of the named type; built at first use, as types refer to each other."""
        if name not in self._objects:
            body = self._types[name]
            if "subtypes" in body:
                self._objects[name] = self._union(body["subtypes"], prefix=name)
            else:
                self._objects[name] = self._plain_object(name, body["fields"])
        return self._objects[name]

    def _field(self, name: str, field: Spec) -> Check:
        check = self._nested(field["types"])
        if (name, field.get("max")) in CHECKED_LATER:
            return check
        return limited(check, field)

    def _nested(self, types: list[str]) -> Check:
        if types[0].startswith("Array of "):
            return self._array(self._nested([kind.removeprefix("Array of ") for kind in types]))
        if len(types) == 1:
            kind = types[0]
            return STRICT[kind] if kind in STRICT else _late(self.object, kind)
        if all(kind in STRICT for kind in types):
            return _either([STRICT[kind] for kind in types])
        return self._union(types, prefix=_common_prefix(types))

    def _array(self, item: Check) -> Check:
        def check(value: Any, name: str) -> list[Any]:
            if type(value) is not list:
                raise SchemaError(f'Field "{name}" must be of type Array')
            return [item(element, name) for element in value]

        return check

    def _plain_object(self, type_name: str, fields: Spec) -> Check:
        checks = {name: self._field(name, field) for name, field in fields.items()}
        required = tuple(name for name, field in fields.items() if field["required"])
        label = LABELS.get(type_name, type_name)

        def check(value: Any, _name: str) -> Any:
            if type(value) is str and type_name == "KeyboardButton":
                return {"text": value}
            if type(value) is not dict:
                raise SchemaError(f"Can't parse {label}: {type_name} must be an Object")
            try:
                return _checked(value, checks, required, type_name)
            except SchemaError as error:
                raise error.inside(label) from None

        return check

    def _union(self, names: list[str], prefix: str) -> Check:
        tagged = {_snake(name.removeprefix(prefix)): name for name in names}
        required = {name: _required(self._types[name]) for name in names if name in self._types}
        by_type = prefix not in UNTAGGED and all("type" in fields for fields in required.values())

        def check(value: Any, name: str) -> Any:
            if type(value) is not dict:
                raise SchemaError(f"Object expected as {name.replace('_', ' ')}")
            if by_type and value.keys() >= {"type"}:
                kind = tagged.get(str(value["type"]))
                if kind is None:
                    raise SchemaError(f"Can't parse {prefix}: unsupported type")
                return self.object(kind)(value, name)
            if not value and "ForceReply" in required:
                return None
            return self._first_that_fits(required, value, name)

        return check

    def _first_that_fits(self, required: dict[str, set[str]], value: Spec, name: str) -> Any:
        fitting = [kind for kind, fields in required.items() if fields <= value.keys()]
        for kind in fitting[:-1]:
            try:
                return self.object(kind)(value, name)
            except SchemaError:
                continue
        if not fitting:
            raise SchemaError(f"Can't parse {name.replace('_', ' ')}: no type fits its fields")
        return self.object(fitting[-1])(value, name)

    def _from_json(self, check: Check, label: str) -> Check:
        def parse(value: Any, name: str) -> Any:
            if type(value) is str:
                try:
                    value = json.loads(value)
                except ValueError:
                    raise SchemaError(f"Can't parse {label} JSON object") from None
            return check(value, name)

        return parse


class Method:
    """One method: its name as Telegram spells it and the checks of its arguments."""

    def __init__(self, name: str, body: Spec, schema: Schema) -> None:
        self.name = name
        self.fields: Spec = body["fields"]
        self._checks = {field: schema.argument(field, spec) for field, spec in self.fields.items()}
        self._required = tuple(field for field, spec in self.fields.items() if spec["required"])

    def check(self, raw: dict[str, Any], uploads: Container[str] = ()) -> dict[str, Any]:
        """The typed arguments of a call; `ApiError` 400 if one is missing, unknown, mistyped or too long.

        `uploads` names the parts that carry files for `attach://` references, which are no arguments.
        """
        arguments: dict[str, Any] = {}
        checks = self._checks
        try:
            for name, value in raw.items():
                check = checks.get(name)
                if check is not None:
                    if value is not None:
                        arguments[name] = check(value, name)
                elif name not in uploads:
                    raise SchemaError(f'Field "{name}" is not known to {self.name}')
        except SchemaError as error:
            raise bad_request(str(error)) from None
        for name in self._required:
            if arguments.get(name) is None:
                raise self._missing(name)
        return arguments

    def _missing(self, name: str) -> ApiError:
        return bad_request(MISSING.get(name, f'parameter "{name}" is required'))


def _checked(value: Spec, checks: dict[str, Check], required: tuple[str, ...], type_name: str) -> Spec:
    checked = {}
    for name, item in value.items():
        check = checks.get(name)
        if check is None:
            raise SchemaError(f'Field "{name}" is not known to {type_name}')
        if item is not None:
            checked[name] = check(item, name)
    for name in required:
        if name not in checked:
            raise SchemaError(f'Can\'t find field "{name}"')
    return checked


def _either(checks: list[Check]) -> Check:
    if len(checks) == 1:
        return checks[0]
    *first, last = checks

    def check(value: Any, name: str) -> Any:
        for attempt in first:
            try:
                return attempt(value, name)
            except SchemaError:
                continue
        return last(value, name)

    return check


def _late(find: Callable[[str], Check], name: str) -> Check:
    def check(value: Any, field: str) -> Any:
        return find(name)(value, field)

    return check


def _required(body: Spec) -> set[str]:
    return {name for name, field in body.get("fields", {}).items() if field["required"]}


def _common_prefix(names: list[str]) -> str:
    shortest = min(names, key=len)
    size = next((i for i in range(len(shortest)) if len({name[i] for name in names}) > 1), len(shortest))
    return shortest[:size]


def _snake(name: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()


def _strict(kind: type | tuple[type, ...], label: str) -> Check:
    kinds = kind if isinstance(kind, tuple) else (kind,)

    def check(value: Any, name: str) -> Any:
        if type(value) not in kinds:
            raise SchemaError(f'Field "{name}" must be of type {label}')
        return value

    return check


# Inside JSON a value has its own type; only numbers may also come as text, as in Telegram's parser.
STRICT: dict[str, Check] = {
    "String": json_string,
    "Boolean": _strict(bool, "Boolean"),
    "Integer": SCALARS["Integer"],
    "Float": SCALARS["Float"],
    "InputFile": _strict((str, Upload), "String"),
}


@lru_cache(maxsize=1)
def bot_api() -> Schema:
    """The schema of the Bot API that this simulator ships."""
    path = Path(__file__).with_name("bot_api.json")
    return Schema(json.loads(path.read_text(encoding="utf-8")))
