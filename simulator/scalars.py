"""Checks of single values: numbers, text, truth, files."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

Check = Callable[[Any, str], Any]

_INTEGER = re.compile(r"-?[0-9]{1,19}")
_FLOAT = re.compile(r"-?[0-9]+(\.[0-9]+)?([eE][-+]?[0-9]+)?")
TRUTH = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False, "": False}


class SchemaError(Exception):
    """A value is not what the Bot API's description says; the text is Telegram's."""

    def inside(self, label: str) -> "SchemaError":
        """The same, said of the object that holds the value; a CODE stays bare."""
        text = str(self)
        return (
            self
            if text.isupper() or text.startswith("Can't parse")
            else SchemaError(f"Can't parse {label}: {text}")
        )


@dataclass(frozen=True, slots=True)
class Upload:
    """A file in a multipart call."""

    name: str
    mime: str
    data: bytes


def _wrong(name: str, kind: str) -> SchemaError:
    return SchemaError(f'Field "{name}" must be of type {kind}')


def integer(value: Any, name: str) -> int:
    """A whole number, or its digits."""
    if type(value) is int:
        return value
    if type(value) is str and _INTEGER.fullmatch(value):
        return int(value)
    raise _wrong(name, "Number")


def floating(value: Any, name: str) -> float:
    """A number, or its digits."""
    if type(value) in (int, float):
        return float(value)
    if type(value) is str and _FLOAT.fullmatch(value):
        return float(value)
    raise _wrong(name, "Number")


def string(value: Any, name: str) -> str:
    """Text; a bare JSON number will do, as it does for Telegram."""
    if type(value) in (int, float):
        return str(value)
    return json_string(value, name)


def json_string(value: Any, name: str) -> str:
    """Text that can be written as UTF-8: half a surrogate pair can't."""
    if type(value) is not str:
        raise _wrong(name, "String")
    if not value.isascii():
        try:
            value.encode()
        except UnicodeEncodeError:
            raise SchemaError("Strings must be encoded in UTF-8") from None
    return value


def boolean(value: Any, name: str) -> bool:
    """True or false, or one of the words a form may use for them."""
    if type(value) is bool:
        return value
    if type(value) is str and value.lower() in TRUTH:
        return TRUTH[value.lower()]
    raise _wrong(name, "Boolean")


def input_file(value: Any, name: str) -> Upload:
    """The file itself, sent as a part of the call."""
    if type(value) is Upload:
        return value
    raise _wrong(name, "InputFile")


SCALARS: dict[str, Check] = {
    "Integer": integer,
    "Float": floating,
    "String": string,
    "Boolean": boolean,
    "InputFile": input_file,
}


def limited(check: Check, field: dict[str, Any]) -> Check:
    """The check, and the length of its text where the description gives one."""
    if "max" not in field:
        return check
    shortest, longest, in_bytes = field["min"], field["max"], field["unit"] == "bytes"

    def limited_check(value: Any, name: str) -> Any:
        checked = check(value, name)
        if type(checked) is str:
            size = len(checked.encode()) if in_bytes else len(checked)
            if not shortest <= size <= longest:
                raise SchemaError(_out_of_bounds(name, size, shortest, longest))
        return checked

    return limited_check


def _out_of_bounds(name: str, size: int, shortest: int, longest: int) -> str:
    if name == "callback_data" and size == 0:
        return "Text buttons are unallowed in the inline keyboard"
    if name == "callback_data":
        return "BUTTON_DATA_INVALID"
    if name == "text":
        return "MESSAGE_TOO_LONG"
    bound = f"must not exceed {longest}" if size > longest else f"must be at least {shortest}"
    return f'Field "{name}" length {bound}'
