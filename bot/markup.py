"""Telegram's HTML: what of it people see, and cutting it without breaking it."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

ELLIPSIS = "…"
_TAG = re.compile(r"<(/?)([a-z-]+)[^>]*>")
_TOKEN = re.compile(r"(?P<tag></?[a-z-]+[^>]*>)|(?P<shown>&#?\w+;|.)", re.DOTALL)


def escape(words: str) -> str:
    """Somebody's own words, safe inside HTML."""
    return html.escape(words, quote=False)


def plain(markup: str) -> str:
    """What people see of it; for places that take no markup, such as buttons."""
    return html.unescape(_TAG.sub("", markup))


def units(text: str) -> int:
    """The length of plain text as Telegram counts: in UTF-16 code units."""
    return len(text.encode("utf-16-le")) // 2


def fits(markup: str, limit: int) -> bool:
    """Whether people see at most `limit` units."""
    return len(markup) * 2 <= limit or units(markup) <= limit or units(plain(markup)) <= limit


def cut(markup: str, limit: int) -> str:
    """The beginning of it with an ellipsis, `limit` units at most, open tags closed; itself if it fits."""
    if fits(markup, limit):
        return markup
    kept = list(_beginning(markup, limit - units(ELLIPSIS)))
    return "".join(kept).rstrip(" \n\u200d") + ELLIPSIS + "".join(_closing(kept))


def cut_plain(text: str, limit: int) -> str:
    """The same for plain text."""
    return plain(cut(escape(text), limit))


def _beginning(markup: str, limit: int) -> Iterator[str]:
    for token in _TOKEN.finditer(markup):
        if shown := token["shown"]:
            limit -= units(html.unescape(shown))
            if limit < 0:
                return
        yield token[0]


def _closing(tokens: list[str]) -> list[str]:
    """The end tags that are missing, innermost first."""
    missing: list[str] = []
    for token in tokens:
        if tag := _TAG.fullmatch(token):
            if tag[1]:
                missing.pop()
            else:
                missing.append(f"</{tag[2]}>")
    return missing[::-1]
