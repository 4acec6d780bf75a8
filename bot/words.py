"""A text of the domain in somebody's language: its arguments written out, and safe to send as HTML."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from domain.messages import Moment, Text
from locales import dates, format_text

Say = Callable[[Text], str]
"""The words of a text in a language that is settled, as people see them and not as HTML."""

_WRITE = {
    "day": dates.day,
    "date": dates.date_only,
    "full": dates.full,
    "plain": dates.plain,
    "moment": dates.moment,
    "short": dates.short,
}


def translate(text: Text, locale: str) -> str:
    """The words, with everything people wrote escaped."""
    return format_text(text.id, {name: _argument(value, locale) for name, value in text.args.items()}, locale)


def _argument(value: Text | Moment | int | str | list[Text], locale: str) -> str | int:
    if isinstance(value, Text):
        return translate(value, locale)
    if isinstance(value, Moment) and value.style == "near":
        return dates.near(value.at, value.seen, value.zone, locale)
    if isinstance(value, Moment):
        return _WRITE[value.style](value.at, value.zone, locale)
    if isinstance(value, list):
        return "\n".join(translate(one, locale) for one in value)
    return value if isinstance(value, int) else escape(value, quote=False)
