"""Whether a sentence wishes to learn something or to take part in it, and what: 「我娃想学画画」 is 画画.

It reads by rules, clause by clause. A clause has to be the wish as a whole: who, that they want, to learn,
what, and perhaps when, where or how. So 「果树嫁接的苗死了」 and 「想学的人都走了」 are none, whatever words
are in them. The rules are in wanting_chinese.py and wanting_english.py.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from domain import wanting_chinese, wanting_english
from domain.suggest import suggest
from domain.suggest_reading import LONGEST, fold
from domain.wanting_subjects import is_subject

MOST_CLAUSES = 8
"""Clauses of a sentence that are read: the wish is said before that, or it is not what it is about."""
LONGEST_CLAUSE = 80
"""Characters of one: what is longer is a story. Work stays bounded."""
_CHINESE = re.compile("[\u3400-\u9fff]")
_BETWEEN = re.compile(r"[，,。.！!？?；;、：:~…\n]+|(?<=[\u3400-\u9fff])\s+|\s+(?=[\u3400-\u9fff])")
"""What is between two clauses; beside a Chinese character a blank is a comma."""
_SHORT = frozenset("车画琴舞歌戏鼓棋绣医")
"""What can be learned and has one character."""


@cache
def _rules(chinese: bool) -> tuple[tuple[re.Pattern[str], ...], re.Pattern[str]]:
    """How a wish is said, and what is in none: made when somebody writes for the first time."""
    language = wanting_chinese if chinese else wanting_english
    return tuple(map(re.compile, language.WAYS)), re.compile(language.NEVER)


def read(text: str) -> str | None:
    """What a sentence wants to learn or to take part in, as it was written; None if it does not say so, or
    says no more than that, or is urgent."""
    plain = fold(text)
    clauses = _clauses(plain)
    wanted = next(filter(None, map(_wanted, clauses)), None)
    if wanted is None or _urgent(text, *(one for one in clauses if wanted not in one)):
        return None
    return _as_written(text, plain, wanted)


def _urgent(*parts: str) -> bool:
    """Whether the sentence is urgent, or any clause of it by itself: beside a wish that is easily missed."""
    return any(suggest(part).urgent for part in parts)


def _clauses(plain: str) -> list[str]:
    whole = [part.strip() for part in _BETWEEN.split(plain) if part.strip()]
    return [part for part in whole[:MOST_CLAUSES] if len(part) <= LONGEST_CLAUSE]


def _wanted(clause: str) -> str | None:
    """The subject of a clause that is a wish; of several ways to read it the first that makes sense."""
    ways, never = _rules(_CHINESE.search(clause) is not None)
    for way in ways:
        found = way.fullmatch(clause)
        if found is not None and _makes_sense(found["what"], never):
            return found["what"]
    return None


def _makes_sense(what: str, never: re.Pattern[str]) -> bool:
    return (len(what) > 1 or what in _SHORT) and not never.search(what) and is_subject(what)


def _as_written(text: str, plain: str, wanted: str) -> str:
    """The same in the script it was written in, as far as each character has one of its own there."""
    written = unicodedata.normalize("NFKC", text[:LONGEST]).lower()
    at = plain.find(wanted)
    return written[at : at + len(wanted)] if len(written) == len(plain) and at >= 0 else wanted
