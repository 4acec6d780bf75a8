"""Formatted text for the page of phones."""

import html
from typing import Any

Entity = dict[str, Any]


def shown_html(text: str, entities: list[Entity]) -> str:
    """Safe HTML for the page, made from text and entities."""
    if not entities:
        return html.escape(text)
    units = text.encode("utf-16-le")
    opens: dict[int, list[str]] = {}
    closes: dict[int, list[str]] = {}
    for entity in entities:
        start, end = entity["offset"], entity["offset"] + entity["length"]
        before, after = _page_tags(entity, units[start * 2 : end * 2].decode("utf-16-le", "replace"))
        opens.setdefault(start, []).append(before)
        closes.setdefault(end, []).insert(0, after)
    marks = sorted(opens.keys() | closes.keys() | {0, len(units) // 2})
    shown = []
    for here, there in zip(marks, [*marks[1:], marks[-1]], strict=True):
        shown += closes.get(here, []) + opens.get(here, [])
        shown.append(html.escape(units[here * 2 : there * 2].decode("utf-16-le", "replace")))
    return "".join(shown)


def _page_tags(entity: Entity, text: str) -> tuple[str, str]:
    simple = {
        "bold": "b",
        "italic": "i",
        "underline": "u",
        "strikethrough": "s",
        "code": "code",
        "pre": "pre",
    }
    kind = entity["type"]
    if kind in simple:
        return f"<{simple[kind]}>", f"</{simple[kind]}>"
    if kind in ("blockquote", "expandable_blockquote"):
        return "<blockquote>", "</blockquote>"
    if kind in ("text_link", "url"):
        url = entity.get("url", text)
        url = url if "://" in url else f"https://{url}"
        return f'<a href="{html.escape(url)}" rel="noopener noreferrer" target="_blank">', "</a>"
    return f'<span class="{html.escape(kind.replace("_", "-"))}">', "</span>"
