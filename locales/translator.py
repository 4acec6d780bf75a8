"""Texts by id: in the reader's language, else in the next one it falls back to."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource

LANGUAGES = ("zh-Hans", "zh-Hant", "en")
FALLBACK = {"zh-Hans": ("zh-Hans", "en"), "zh-Hant": ("zh-Hant", "zh-Hans", "en"), "en": ("en", "zh-Hans")}
_HERE = Path(__file__).parent


class UnknownTextError(KeyError):
    """No language has a text with this id."""


@cache
def _bundle(language: str) -> FluentBundle:
    # Telegram shows texts of mixed direction as they are; isolating marks would be seen as boxes.
    bundle = FluentBundle([language], use_isolating=False)
    for path in sorted((_HERE / language).glob("*.ftl")):
        bundle.add_resource(FluentResource(path.read_text("utf-8")))
    return bundle


def ids(language: str) -> frozenset[str]:
    """All text ids of one language."""
    return frozenset(_bundle(language)._messages)


def format_text(text_id: str, args: Mapping[str, str | int], language: str) -> str:
    """The text in this language, its arguments filled in as they are.

    Raises UnknownTextError, and ValueError when an argument is missing: a hole is never shown.
    """
    for candidate in FALLBACK.get(language, FALLBACK["zh-Hans"]):
        bundle = _bundle(candidate)
        pattern = bundle.get_message(text_id).value if bundle.has_message(text_id) else None
        if pattern is not None:
            words, errors = bundle.format_pattern(pattern, dict(args))
            if errors:
                raise ValueError(f"{text_id} ({candidate}): {errors[0]!r}")
            return str(words)
    raise UnknownTextError(text_id)


@cache
def spellings(text_id: str) -> frozenset[str]:
    """How a text without arguments is written in every language: by this a keyboard's key is known."""
    return frozenset(format_text(text_id, {}, language) for language in LANGUAGES)
