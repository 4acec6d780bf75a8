"""Ticks of a printed list, typed in afterwards: "1-12 15 18", "1到12、15", "除了3、5都来了", "all but 3"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable
from functools import cache
from itertools import groupby

from domain.numerals import cardinal

_SIMPLE = str.maketrans("來號沒齊餘與兩〇過開體參場個", "来号没齐余与二零过开体参场个")
"""What the words below are written with, in the other script, and the forms that a digit has."""
_MARKS = re.compile(r"[\s,;、。.!?/|&+:·#()]+|第|[号行]|[和及跟与]|\b(?:and|no|nr)\b")
_DIGITS = "零一二三四五六七八九十百两"
_TO = re.compile(rf" ?(?:[-‐‑‒–—―−~〜]+|至|到(?= ?[\d{_DIGITS}])|\b(?:to|through)\b) ?")
_RANGE = re.compile(r"([^-]+)(?:-([^-]+))?")
_MOST = 999
"""As far as rows are called by Chinese numerals."""

_REST = "(?:其他|其余|剩下|别)的?人?"
_EVERYBODY = f"(?:大家|所有的?人|全部的?人?|全体|人|{_REST})"
_CAME = "(?:来|到场|到|在|参加)(?:齐|全)?(?:了|过)?"
_NOT_COME = "没有?(?:来|到场|到|在|参加)"
_ALL = "(?:都|全|全都)"
_ALL_CAME = f"(?:{_EVERYBODY}? ?{_ALL} ?{_CAME}|{_EVERYBODY}(?: ?{_CAME})?|全)"
_ALL_BUT = f"(?:{_ALL_CAME} ?)?除[了开去]?(?P<rows>.+?)(?:[以之]?外)?"
_FORMS = tuple(
    (re.compile(form), but)
    for form, but in (
        (f"{_EVERYBODY}? ?{_ALL} ?{_NOT_COME}|没有?人(?:来|到|参加)?|一个人?[也都]{_NOT_COME}", False),
        ("none|nobody|no one", False),
        (f"{_ALL_CAME}|(?:all|everyone|everybody)(?: came)?", True),
        (f"{_ALL_BUT} ?{_EVERYBODY}? ?{_ALL} ?{_NOT_COME}", False),
        (f"(?P<rows>.+?) ?[都也]?{_CAME} {_REST} ?{_ALL}? ?{_NOT_COME}", False),
        (f"{_ALL_BUT}(?: ?{_ALL_CAME})?", True),
        (f"(?:{_ALL_CAME} ?)?(?P<rows>.+?) ?[都也]?{_NOT_COME}(?: {_ALL_CAME})?", True),
        ("(?:all|everyone|everybody)(?: came)? (?:but|except(?: for)?) (?P<rows>.+)", True),
        (f"(?P<rows>.+?) ?[都也]?(?:{_CAME}| came)?", False),
    )
)
"""What may be said, the first that fits counting: which rows are named, and whether it is all but those."""


class TicksError(ValueError):
    """Words that say not, or not clearly, who came.

    part    what could not be read, out of what was typed
    beyond  whether it is a number, and the list has no such row
    """

    def __init__(self, part: str, *, beyond: bool = False) -> None:
        super().__init__(part)
        self.part = part
        self.beyond = beyond


def read_ticks(
    text: str, last: int, *, waiting: Collection[int] = (), nobody: Collection[int] = ()
) -> tuple[int, ...]:
    """The rows of a list that are ticked, in their order; its rows are numbered from 1 to `last`.

    `waiting` are those that are on it without being expected: they can be named, "all" does not mean them.
    `nobody` are numbers that no row has any more: a range passes over them.

    Nothing is guessed: raises TicksError for the first part that is no number, range or word for all or none.
    "12 people" is a number of nobody.
    """
    words, rows = _plain(text), {*range(1, last + 1)} - {*nobody}
    for form, but in _FORMS:
        if found := form.fullmatch(words):
            named = _rows(found.groupdict().get("rows", ""), rows)
            return tuple(sorted(rows - {*waiting} - named if but else named))
    raise TicksError(words)


def write_ticks(rows: Iterable[int]) -> str:
    """Rows as short as they can be typed, 1-3 15: read_ticks reads them back. Empty if there are none."""
    runs = groupby(enumerate(sorted(set(rows))), lambda at: at[1] - at[0])
    return " ".join(_run([row for _, row in run]) for _, run in runs)


def _run(rows: list[int]) -> str:
    return str(rows[0]) if len(rows) == 1 else f"{rows[0]}-{rows[-1]}"


def _plain(text: str) -> str:
    """In one script, half-width, lower case; one blank for whatever stands between, one dash for "to"."""
    words = unicodedata.normalize("NFKC", text).casefold().translate(_SIMPLE)
    return _TO.sub("-", " ".join(_MARKS.sub(" ", words).split()))


def _rows(words: str, rows: set[int]) -> set[int]:
    return {row for part in words.split() for row in _part(part, rows)}


def _part(part: str, rows: set[int]) -> set[int]:
    found = _RANGE.fullmatch(part)
    if found is None:
        raise TicksError(part)
    first = _row(found[1], part, rows)
    end = _row(found[2], part, rows) if found[2] else first
    if end < first:
        raise TicksError(part)
    return rows & {*range(first, end + 1)}


def _row(word: str, part: str, rows: set[int]) -> int:
    row = int(word) if re.fullmatch("[0-9]{1,9}", word) else _numerals().get(word.replace("两", "二"))
    if row is None:
        raise TicksError(part)
    if row not in rows:
        raise TicksError(word, beyond=True)
    return row


@cache
def _numerals() -> dict[str, int]:
    """What each row is called in Chinese; made when somebody types so for the first time."""
    called = {cardinal(row).replace("两", "二"): row for row in range(_MOST + 1)}
    return called | {f"一{word}": row for word, row in called.items() if word.startswith("十")}
