"""The vocabulary: words of vocabulary.toml found in a sentence, as written or as they sound."""

import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from domain.catalogue import CATALOGUE
from domain.suggest_reading import Reading, grams, read

_LONGEST: Final = 7
_GAP: Final = "…"
_WIDEST: Final = 5


class Vocabulary(NamedTuple):
    """Tags (`topics:care`, `lines:assistance`, `alarms:fire`, `calm:past`) by term.

    A term is found as written, as it sounds, or in two parts: `gapped` has the second parts by the first.
    """

    written: dict[str, list[str]]
    spoken: dict[str, list[str]]
    gapped: dict[str, list[tuple[str, list[str]]]]


class Found(NamedTuple):
    """How often each tag's terms occur: as written, and only as they sound."""

    written: Counter[str]
    spoken: Counter[str]


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary that ships with the program, read once."""
    return index(tomllib.loads(Path(__file__).with_name("vocabulary.toml").read_text("utf-8")))


def index(sections: dict[str, dict[str, str]]) -> Vocabulary:
    """Make the terms of each section findable; `care` under `topics` is tagged with its line, too."""
    known = Vocabulary(defaultdict(list), defaultdict(list), defaultdict(list))
    for section, entries in sections.items():
        for code, text in entries.items():
            for term in terms(text):
                _add(known, term, _tags(section, code))
    return known


def terms(text: str) -> list[str]:
    """The terms of one comma-separated entry, each once."""
    return list(dict.fromkeys(term for term in (part.strip(" \n…") for part in text.split(",")) if term))


def _tags(section: str, code: str) -> list[str]:
    lines = (line.code for line in CATALOGUE.lines if section == "topics" and code in line.topics)
    return [f"{section}:{code}", *(f"lines:{line}" for line in lines)]


def _add(known: Vocabulary, term: str, tags: list[str]) -> None:
    head, gap, tail = term.partition(_GAP)
    if gap:
        known.gapped[head].append((tail, tags))
        return
    reading = read(term)
    known.written[term].extend(tags)
    if not reading.words and len(term) > 1:
        known.spoken[" ".join(reading.sounds[0])].extend(tags)


def find(reading: Reading) -> Found:
    """Every term of the vocabulary in a sentence. What is found as written is not heard again."""
    known = vocabulary()
    written = Counter(tag for term in _written(reading) for tag in known.written.get(term, ()))
    heard = Counter(tag for term in _spoken(reading) for tag in known.spoken.get(term, ()))
    spoken = heard - written
    written.update(tag for tags in _gapped(known, " ".join(reading.runs)) for tag in tags)
    return Found(written, spoken)


def _written(reading: Reading) -> Iterator[str]:
    for size in range(1, _LONGEST + 1):
        for run in reading.runs:
            yield from (str(gram) for gram in grams(run, size))
        yield from (" ".join(gram) for gram in grams(reading.words, size))


def _spoken(reading: Reading) -> Iterator[str]:
    for size in range(2, _LONGEST + 1):
        for sounds in reading.sounds:
            yield from (" ".join(gram) for gram in grams(sounds, size))


def _gapped(known: Vocabulary, text: str) -> Iterator[list[str]]:
    """Tags of each term in two parts whose second part follows soon after its first."""
    for start in range(len(text)):
        for end in range(start + 1, min(start + 5, len(text))):
            for tail, tags in known.gapped.get(text[start:end], ()):
                if tail in text[end : end + _WIDEST + len(tail)]:
                    yield tags
