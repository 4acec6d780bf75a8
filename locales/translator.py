"""Texts by id: in the reader's language, else in the next one it falls back to."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from secrets import token_hex

from locales.bundle import Bundle

LANGUAGES = ("zh-Hans", "zh-Hant", "en")
FALLBACK = {"zh-Hans": ("zh-Hans", "en"), "zh-Hant": ("zh-Hant", "zh-Hans", "en"), "en": ("en", "zh-Hans")}
_HERE = Path(__file__).parent
_LONG = 1000
"""Fluent refuses to fill in more than 2500 characters at once (against texts that explode); people write
more. Longer arguments are put in afterwards, in place of a mark that nobody can guess."""
_MARK = f"\ue000{token_hex(8)}:"


class UnknownTextError(KeyError):
    """No language has a text with this id."""


@cache
def _bundle(language: str) -> Bundle:
    return Bundle(language, (path.read_text("utf-8") for path in (_HERE / language).glob("*.ftl")))


def ids(language: str) -> frozenset[str]:
    """All text ids of one language."""
    return _bundle(language).ids


def format_text(text_id: str, args: Mapping[str, str | int], language: str) -> str:
    """The text in this language, its arguments filled in as they are.

    Raises UnknownTextError, and ValueError when an argument is missing: a hole is never shown.
    """
    return _formatted(text_id, args, language) if args else _plain(text_id, language)


@cache
def _plain(text_id: str, language: str) -> str:
    """A text without arguments, as nearly all buttons are: five of six texts of a screen."""
    return _formatted(text_id, {}, language)


def _formatted(text_id: str, args: Mapping[str, str | int], language: str) -> str:
    for candidate in FALLBACK.get(language, FALLBACK["zh-Hans"]):
        bundle = _bundle(candidate)
        pattern = bundle.get_message(text_id).value if bundle.has_message(text_id) else None
        if pattern is not None:
            aside = {f"{_MARK}{name};": value for name, value in args.items() if _is_long(value)}
            short = {name: f"{_MARK}{name};" if _is_long(value) else value for name, value in args.items()}
            words, errors = bundle.format_pattern(pattern, short)
            if errors:
                raise ValueError(f"{text_id} ({candidate}): {errors[0]!r}")
            return _put_back(str(words), aside)
    raise UnknownTextError(text_id)


def _is_long(value: str | int) -> bool:
    return isinstance(value, str) and len(value) > _LONG


def _put_back(words: str, aside: Mapping[str, str | int]) -> str:
    if not aside:
        return words
    marks = "|".join(re.escape(mark) for mark in aside)
    return re.sub(marks, lambda found: str(aside[found[0]]), words)


@cache
def spellings(text_id: str) -> frozenset[str]:
    """How a text without arguments is written in every language: by this a keyboard's key is known."""
    return frozenset(format_text(text_id, {}, language) for language in LANGUAGES)
