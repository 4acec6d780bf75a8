"""A text of the domain in somebody's language: its arguments written out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from html import escape, unescape

from domain.messages import Moment, Text, t
from locales import LANGUAGES, dates, format_text

_WRITE: dict[str, Callable[[datetime, str, str], str]] = {
    "day": dates.day,
    "date": dates.date_only,
    "full": dates.full,
    "plain": dates.plain,
    "moment": dates.moment,
    "short": dates.short,
    "time": dates.time,
}


def translate(text: Text, locale: str) -> str:
    """The words, safe to send as HTML: with everything people wrote escaped."""
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


def in_all(lines: Sequence[Text]) -> dict[str, str]:
    """Plain words, one line under the other, as people would have written them: by language."""
    return {locale: unescape(translate(t("lines", items=[*lines]), locale)) for locale in LANGUAGES}
