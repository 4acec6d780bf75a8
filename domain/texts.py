"""What the bot says, as values: texts by id, never words; rendered in the reader's language when sent."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from typing import Any, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

Style = Literal["day", "date", "full", "plain", "moment", "short", "near"]


class Value(BaseModel):
    """The parent of what is kept as JSON in a row, and never changed in place."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    def pack(self) -> dict[str, Any]:
        """The JSON form kept in a row; `model_validate` reads it back."""
        return self.model_dump(mode="json", exclude_defaults=True)


class Moment(Value):
    """A point in time to be written the way the reader's calendar does.

    `style` says how much of it; "near" is "today 10:30" or "tomorrow 10:30" for whoever was told at `seen`.
    """

    at: AwareDatetime
    style: Style = "moment"
    zone: str = "Asia/Shanghai"
    seen: AwareDatetime | None = None


class Text(Value):
    """A text id with its arguments. A list of texts is written one under the other."""

    id: str
    args: dict[str, Text | Moment | int | str | list[Text]] = Field(default_factory=dict)


def t(text_id: str, /, **args: Text | Moment | int | str | list[Text]) -> Text:
    """Write a text the short way: t("request-taken", number="1004")."""
    return Text(id=text_id, args=args)


def verbatim(words: str) -> Text:
    """Somebody's own words or a proper name, shown as they are."""
    return t("verbatim", text=words)


def listed(parts: Sequence[Text]) -> Text:
    """Several things one after the other: "周一、周三"."""
    return reduce(lambda some, more: t("listed", some=some, more=more), parts)
