"""Telegram's own HTML: its tags, its named entities, its errors."""

import re
from dataclasses import dataclass
from typing import Any

from simulator.errors import ApiError, bad_request

Entity = dict[str, Any]

TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "code": "code",
    "pre": "pre",
    "a": "text_link",
    "span": "spoiler",
    "tg-spoiler": "spoiler",
    "tg-emoji": "custom_emoji",
    "blockquote": "blockquote",
}
_REFERENCE = re.compile(
    r"&(?:#(?P<number>[0-9]{1,8})|#x(?P<hex>[0-9a-fA-F]{1,6})|(?P<name>lt|gt|amp|quot));?"
)
_NAMES = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_NAME_TOKEN = re.compile(r"[A-Za-z0-9.\-]*")
_USER_LINK = re.compile(r"tg:(?://)?user\?id=(\d+)")


@dataclass(slots=True)
class _Open:
    """A start tag whose end has not come yet; `offset` in UTF-16 units, `position` in the text's pieces."""

    tag: str
    argument: str
    offset: int
    piece: int


def parse_html(source: str) -> tuple[str, list[Entity]]:
    """The text and the entities of `source`; `ApiError` 400 with Telegram's words if it can't be parsed."""
    if "<" not in source and "&" not in source:
        return source, []
    return _Parser(source).parse()


class _Parser:
    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0
        self.pieces: list[str] = []
        self.offset = 0
        self.open: list[_Open] = []
        self.entities: list[Entity] = []

    def parse(self) -> tuple[str, list[Entity]]:
        source, size = self.source, len(self.source)
        while self.at < size:
            char = source[self.at]
            if char == "<":
                self._tag()
            elif char == "&":
                self._write(self._reference())
            else:
                stop = min(_find(source, "<", self.at), _find(source, "&", self.at))
                self._write(source[self.at : stop])
                self.at = stop
        if self.open:
            raise _unparsable(f'Can\'t find end tag corresponding to start tag "{self.open[-1].tag}"')
        return "".join(self.pieces), _ordered(self.entities)

    def _write(self, text: str) -> None:
        self.pieces.append(text)
        self.offset += len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2

    def _reference(self) -> str:
        """The character that a reference stands for, or a plain ampersand."""
        char, self.at = _decoded(self.source, self.at)
        return char

    def _tag(self) -> None:
        begin = self.at
        self.at += 1
        if self._peek() == "/":
            self._end_tag(begin)
        else:
            self._start_tag(begin)

    def _peek(self) -> str:
        return self.source[self.at] if self.at < len(self.source) else ""

    def _skip_spaces(self) -> None:
        while self._peek().isspace():
            self.at += 1

    def _skip_to(self, stops: str) -> str:
        begin = self.at
        while (char := self._peek()) and not char.isspace() and char not in stops:
            self.at += 1
        return self.source[begin : self.at]

    def _byte(self, position: int) -> int:
        return len(self.source[:position].encode())

    def _start_tag(self, begin: int) -> None:
        tag = self._skip_to(">").lower()
        if not self._peek():
            raise _unparsable(f"Unclosed start tag at byte offset {self._byte(begin)}")
        if tag not in TAGS:
            raise _unparsable(f'Unsupported start tag "{tag}" at byte offset {self._byte(begin)}')
        argument = ""
        while self._peek() != ">":
            self._skip_spaces()
            if self._peek() == ">":
                break
            argument = self._attribute(tag, begin) or argument
        self.at += 1
        if tag == "span" and argument != "spoiler":
            where = self._byte(begin)
            raise _unparsable(f'Tag "span" must have class "tg-spoiler" at byte offset {where}')
        self.open.append(_Open(tag, argument, self.offset, len(self.pieces)))

    def _attribute(self, tag: str, begin: int) -> str:
        """Read one attribute; the value if it is the one that matters to the tag."""
        name = self._skip_to("=>/\"'")
        if not name:
            where = self._byte(begin)
            raise _unparsable(f'Empty attribute name in the tag "{tag}" at byte offset {where}')
        self._skip_spaces()
        if self._peek() != "=":
            if not self._peek():
                raise _unparsable(f'Unclosed start tag "{tag}" at byte offset {self._byte(begin)}')
            return _meaning(tag, name, "")
        self.at += 1
        self._skip_spaces()
        if not self._peek():
            raise _unparsable(f'Unclosed start tag "{tag}" at byte offset {self._byte(begin)}')
        value = self._value()
        if not self._peek():
            raise _unparsable(f"Unclosed start tag at byte offset {self._byte(begin)}")
        return _meaning(tag, name, value)

    def _value(self) -> str:
        quote = self._peek()
        return self._quoted(quote) if quote in "\"'" else self._name_token()

    def _name_token(self) -> str:
        begin = self.at
        match = _NAME_TOKEN.match(self.source, begin)
        self.at = match.end() if match else begin
        if (char := self._peek()) and not char.isspace() and char != ">":
            raise _unparsable(f"Unexpected end of name token at byte offset {self._byte(begin)}")
        return self.source[begin : self.at].lower()

    def _quoted(self, quote: str) -> str:
        self.at += 1
        end = _find(self.source, quote, self.at)
        raw = self.source[self.at : end]
        self.at = min(end + 1, len(self.source))
        return _REFERENCE.sub(lambda match: _decoded(match.group(), 0)[0], raw)

    def _end_tag(self, begin: int) -> None:
        if not self.open:
            raise _unparsable(f"Unexpected end tag at byte offset {self._byte(begin)}")
        self.at += 1
        name = self._skip_to(">")
        self._skip_spaces()
        if self._peek() != ">":
            raise _unparsable(f"Unclosed end tag at byte offset {self._byte(begin)}")
        self.at += 1
        opened = self.open.pop()
        if name and name != opened.tag:
            raise _unparsable(
                f"Unmatched end tag at byte offset {self._byte(begin)}, "
                f'expected "</{opened.tag}>", found "</{name}>"'
            )
        if self.offset > opened.offset:
            self._close(opened)

    def _close(self, opened: _Open) -> None:
        length = self.offset - opened.offset
        entity: Entity = {"offset": opened.offset, "length": length, "type": TAGS[opened.tag]}
        if opened.tag == "a":
            url = opened.argument or "".join(self.pieces[opened.piece :])
            if not (link := _link(url)):
                return
            entity |= link
        elif opened.tag == "tg-emoji":
            entity["custom_emoji_id"] = opened.argument
        elif opened.tag == "blockquote" and opened.argument:
            entity["type"] = "expandable_blockquote"
        elif opened.tag in ("pre", "code") and self._joins_code(entity, opened.argument):
            return
        self.entities.append(entity)

    def _joins_code(self, entity: Entity, language: str) -> bool:
        """`<pre><code class="language-x">` is one entity with a language."""
        last = self.entities[-1] if self.entities else {}
        same = last.get("offset") == entity["offset"] and last.get("length") == entity["length"]
        if not same or {last["type"], entity["type"]} != {"pre", "code"}:
            entity["_language"] = language
            return False
        last["type"] = "pre"
        if named := language or last.get("_language"):
            last["language"] = named
        return True


def _find(text: str, char: str, start: int) -> int:
    position = text.find(char, start)
    return len(text) if position < 0 else position


def _decoded(text: str, at: int) -> tuple[str, int]:
    match = _REFERENCE.match(text, at)
    if match is None:
        return "&", at + 1
    if name := match["name"]:
        return _NAMES[name], match.end()
    code = int(match["number"]) if match["number"] else int(match["hex"], 16)
    if code == 0 or code > 0x10FFFF or 0xD800 <= code < 0xE000:
        return "&", at + 1
    return chr(code), match.end()


def _meaning(tag: str, name: str, value: str) -> str:
    match tag, name:
        case ("a", "href") | ("tg-emoji", "emoji-id"):
            return value
        case ("code", "class"):
            return value.removeprefix("language-") if value.startswith("language-") else ""
        case ("span", "class"):
            return value.removeprefix("tg-") if value.startswith("tg-") else ""
        case ("blockquote", "expandable"):
            return "1"
    return ""


def _link(url: str) -> Entity:
    """A mention of a user by id, a web link, or nothing if the address can't be one."""
    url = url.strip()
    if match := _USER_LINK.match(url):
        return {"type": "text_mention", "user": {"id": int(match[1]), "is_bot": False, "first_name": ""}}
    if re.match(r"(?i)(?:https?|tg|ton|tonsite)://\S+$|mailto:|tel:", url):
        return {"url": url}
    if re.fullmatch(r"[^\s/:@]+\.[^\s/:@.]{2,}(?:[/:?#]\S*)?", url):
        return {"url": f"http://{url}"}
    return {}


def _ordered(entities: list[Entity]) -> list[Entity]:
    for entity in entities:
        entity.pop("_language", None)
    code = [(e["offset"], e["offset"] + e["length"]) for e in entities if e["type"] in ("code", "pre")]
    kept = [e for e in entities if e["type"] in ("code", "pre") or not _touches(e, code)]
    return sorted(kept, key=lambda entity: (entity["offset"], -entity["length"]))


def _touches(entity: Entity, spans: list[tuple[int, int]]) -> bool:
    """Whether it overlaps code, which Telegram shows without any other formatting (but for quotes)."""
    if "blockquote" in entity["type"]:
        return False
    begin, end = entity["offset"], entity["offset"] + entity["length"]
    return any(start < end and begin < stop for start, stop in spans)


def _unparsable(text: str) -> ApiError:
    return bad_request(f"Can't parse entities: {text}")
