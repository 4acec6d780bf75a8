"""What has changed between two wordings of one thing, as somebody would say it: 11月27日 → 11月28日."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

MOST = 3
"""Places that are named; where more have changed it is better to read it all again."""
LONGEST = 24
"""Characters of one wording of a place that is named."""
_NUMBER = r"[0-9〇零一二两兩三四五六七八九十百千]+(?:[.,:：/-][0-9]+)*"
_UNIT = r"(?:年|月|日|号|號|点半|點半|点钟|點鐘|点|點|时|時|分|刻|元|块|塊|户|戶|人|斤|个|個|天|%|％)?"
_TOKEN = re.compile(
    rf"(?:{_NUMBER}{_UNIT})+|[前今明后後][天晚早]|[上中下]午|早上|晚上|(?:周|週|星期|礼拜|禮拜)[一二三四五六日天]"
    r"|[A-Za-z]+(?:['’-][A-Za-z]+)*|\s+|.",
    re.DOTALL,
)
_LUNAR = re.compile(r"\s?[（(](?:农历|農曆|lunar )[^（()）]*[）)]")
"""The lunar day beside a day: where the one is named the other need not be."""
_MARKS = " \t\r\n\u3000,.;:!?，。；：！？、（）()"
"""What is not worth naming by itself."""


@dataclass(frozen=True)
class Change:
    """One place: what it said, and what it says now; "" for nothing."""

    before: str
    after: str


def changes(before: str, after: str) -> list[Change]:
    """The places that have changed, in their order; none if only marks have, or so much that naming it helps
    nobody. A date, a time or an amount is one word; so is what stands between two that have changed. Where
    two in one clause have it is named as a whole: parts of words say nothing."""
    old, new = (_TOKEN.findall(_LUNAR.sub("", one)) for one in (before, after))
    found = [one for spans in _clauses(old, _spans(old, new)) for one in _of_clause(old, new, spans)]
    found = [one for one in found if one.before != one.after]
    if len(found) > MOST or any(max(len(one.before), len(one.after)) > LONGEST for one in found):
        return []
    return found


Spans = tuple[int, int, int, int]


def _spans(old: Sequence[str], new: Sequence[str]) -> Iterator[Spans]:
    """The stretches that differ, those with one word between them taken together."""
    last: Spans | None = None
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for tag, start, end, now_start, now_end in matcher.get_opcodes():
        if tag == "equal":
            continue
        if last is not None and start - last[1] <= 1:
            last = (last[0], end, last[2], now_end)
            continue
        if last is not None:
            yield last
        last = (start, end, now_start, now_end)
    if last is not None:
        yield last


def _clauses(old: Sequence[str], spans: Iterable[Spans]) -> list[list[Spans]]:
    """The stretches by the clauses they are in."""
    found: list[list[Spans]] = []
    for one in spans:
        if found and all(word.strip(_MARKS) for word in old[found[-1][-1][1] : one[0]]):
            found[-1].append(one)
        else:
            found.append([one])
    return found


def _of_clause(old: Sequence[str], new: Sequence[str], spans: Sequence[Spans]) -> list[Change]:
    """What has changed in a clause: all of it, if that can be said and is more than one place, or if it
    stands by itself behind a sign: "📍 村部", where "部" alone says nothing."""
    if len(spans) > 1 or _behind_a_sign(old, spans[0][0]):
        whole = Change(
            _around(old, spans[0][0], spans[-1][1]),
            _around(new, spans[0][2], spans[-1][3]),
        )
        if max(len(whole.before), len(whole.after)) <= LONGEST:
            return [whole]
    return [_named(old, new, *one) for one in spans]


def _around(tokens: Sequence[str], start: int, end: int) -> str:
    """A stretch with what stands around it up to the next mark."""
    while _joined(tokens, start - 1):
        start -= 1
    while _joined(tokens, end):
        end += 1
    return _words(tokens[start:end])


def _behind_a_sign(tokens: Sequence[str], start: int) -> bool:
    """Whether the clause around a place begins behind a picture and a blank."""
    while _joined(tokens, start - 1):
        start -= 1
    if start < 2 or not tokens[start - 1].isspace():
        return False
    return unicodedata.category(tokens[start - 2][-1]) in ("So", "Mn")


def _named(
    old: Sequence[str], new: Sequence[str], start: int, end: int, now_start: int, now_end: int
) -> Change:
    """A stretch in words; one that is hardly a word by itself is named with its neighbours."""
    shorter = min((_words(old[start:end]), _words(new[now_start:now_end])), key=len)
    longer = max((_words(old[start:end]), _words(new[now_start:now_end])), key=len)
    if len(longer) <= 1 or (not shorter and len(longer) <= 2):
        left, right = _joined(old, start - 1), _joined(old, end)
        start, now_start = start - left, now_start - left
        end, now_end = end + right, now_end + right
    return Change(_words(old[start:end]), _words(new[now_start:now_end]))


def _joined(tokens: Sequence[str], place: int) -> bool:
    """Whether a neighbour belongs to what is named: it is there, and more than a mark or a blank."""
    return 0 <= place < len(tokens) and bool(tokens[place].strip(_MARKS))


def _words(tokens: Sequence[str]) -> str:
    return "".join(tokens).strip(_MARKS)
