"""Every button's meaning: small typed values that fit into 64 bytes of callback data.

A tap proves nothing: anybody can forge one. Whoever handles it checks the actor.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any, ClassVar, Self


class MalformedTapError(ValueError):
    """Not the callback data of any button of ours."""


_CLASSES: dict[str, type[Tap]] = {}


@dataclass(frozen=True)
class Tap:
    """The parent of all taps. Fields are ints and short strings without "|"."""

    code: ClassVar[str] = ""

    def __init_subclass__(cls, code: str, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        if code in _CLASSES and _CLASSES[code].__qualname__ != cls.__qualname__:
            raise TypeError(f"tap code {code!r} is taken by {_CLASSES[code].__name__}")
        cls.code = code
        _CLASSES[code] = cls

    def pack(self) -> str:
        """Callback data for this tap."""
        return "|".join([self.code, *map(str, vars(self).values())])

    @classmethod
    def _of(cls, values: list[str]) -> Self:
        slots = fields(cls)
        if len(values) != len(slots):
            raise MalformedTapError(cls.code)
        try:
            return cls(
                *(
                    int(value) if slot.type == "int" else value
                    for slot, value in zip(slots, values, strict=True)
                )
            )
        except ValueError as error:
            raise MalformedTapError(cls.code) from error


def unpack(data: str) -> Tap:
    """Read callback data back. Raises MalformedTapError for anything we never packed."""
    code, *values = data.split("|")
    if code not in _CLASSES:
        raise MalformedTapError(code)
    tap = _CLASSES[code]._of(values)
    if any(isinstance(value, int) and not -(2**53) < value < 2**53 for value in vars(tap).values()):
        raise MalformedTapError(code)
    return tap
