"""Formatted text: Telegram's HTML into text and entities, and what it finds in plain text by itself.

Offsets and lengths of entities count UTF-16 code units, offsets in errors count bytes, both as Telegram does.
"""

import re
from typing import Any

from simulator.errors import bad_request, not_simulated
from simulator.markup import parse_html

Entity = dict[str, Any]

_HINT = re.compile(r"[/@#.:]|\d{5}")
_FOUND = re.compile(
    r"(?P<url>https?://[^\s<>\"「」，。！？、）]+|(?<![\w@.])(?:t\.me|telegram\.me)/[^\s<>\"「」，。！？、）]+)"
    r"|(?P<email>(?<![\w.])[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)"
    r"|(?P<bot_command>(?<![\w/])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?\b)"
    r"|(?P<mention>(?<![\w@])@[A-Za-z][A-Za-z0-9_]{3,31}\b)"
    r"|(?P<hashtag>(?<![\w#])#\w*[^\W\d]\w*)"
    r"|(?P<phone_number>(?<![\w.+-])\+\d{7,15}\b)"
)
SPACES = " \n"


def utf16_length(text: str) -> int:
    """The length as Telegram counts it."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def found_entities(text: str) -> list[Entity]:
    """Commands, links, mentions, hashtags, addresses and phone numbers in plain text."""
    if not _HINT.search(text):
        return []
    return [
        {
            "offset": utf16_length(text[: match.start()]),
            "length": utf16_length(match.group()),
            "type": match.lastgroup,
        }
        for match in _FOUND.finditer(text)
    ]


def formatted(text: str, parse_mode: str | None, entities: list[Entity] | None) -> tuple[str, list[Entity]]:
    """The text as it will be shown and its entities, from a call's text, parse mode or entities."""
    explicit: list[Entity] = []
    if parse_mode:
        text, explicit = _parse(text, parse_mode)
    elif entities:
        explicit = sorted((dict(entity) for entity in entities), key=lambda entity: entity["offset"])
    text, explicit = _trimmed(text, explicit)
    found = [entity for entity in found_entities(text) if not _overlaps(entity, explicit)]
    if not found:
        return text, explicit
    return text, sorted(explicit + found, key=lambda entity: (entity["offset"], -entity["length"]))


def _parse(text: str, parse_mode: str) -> tuple[str, list[Entity]]:
    mode = parse_mode.lower()
    if mode == "html":
        return parse_html(text)
    if mode in ("markdown", "markdownv2"):
        raise not_simulated(f"parse_mode {parse_mode}")
    raise bad_request("unsupported parse_mode")


def _trimmed(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """Without spaces and line breaks at both ends, the entities moved and clipped to what is left."""
    start = len(text) - len(text.lstrip(SPACES))
    short = text.strip(SPACES)
    if not entities or len(short) == len(text):
        return short, _clipped(entities, 0, utf16_length(short))
    return short, _clipped(entities, start, utf16_length(short))


def _clipped(entities: list[Entity], start: int, size: int) -> list[Entity]:
    clipped = []
    for entity in entities:
        begin = max(entity["offset"] - start, 0)
        end = min(entity["offset"] + entity["length"] - start, size)
        if end > begin:
            clipped.append(entity | {"offset": begin, "length": end - begin})
    return clipped


def _overlaps(entity: Entity, others: list[Entity]) -> bool:
    begin, end = entity["offset"], entity["offset"] + entity["length"]
    blocking = ("code", "pre", "text_link", "text_mention")
    return any(
        other["offset"] < end and begin < other["offset"] + other["length"]
        for other in others
        if other["type"] in blocking
    )
