"""The vocabulary: words of vocabulary.toml found in a sentence, as written or as they sound.

`make train` turns the words into an index, vocabulary.json, so that nothing needs to be sounded out at start.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from domain.catalogue import CATALOGUE
from domain.suggest_reading import Reading, grams, read

INDEX: Final = Path(__file__).with_name("vocabulary.json")
_LONGEST: Final = 7
_GAP: Final = "…"
_WIDEST: Final = 5


class Vocabulary(NamedTuple):
    """Tags (`topics:care`, `alarms:fire`, `calm:past`) by term.

    A term is found as written, as it sounds, or in parts: `gapped` has what follows by the first part.
    """

    written: Mapping[str, list[str]]
    spoken: Mapping[str, list[str]]
    gapped: Mapping[str, list[tuple[str, str]]]


class Found(NamedTuple):
    """How often each tag's terms occur: as written, and only as they sound. A topic counts for its line."""

    written: Counter[str]
    spoken: Counter[str]


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary that ships with the program, read once."""
    return Vocabulary(**json.loads(INDEX.read_text("utf-8")))


class _Heads(NamedTuple):
    """How terms begin: with which two characters, which two sounds, or if they are in parts which one
    character. Most places in a sentence are none where a term could begin."""

    written: frozenset[str]
    spoken: frozenset[str]
    gapped: frozenset[str]


@cache
def _heads() -> _Heads:
    known = vocabulary()
    return _Heads(
        frozenset(term[:2] for term in known.written),
        frozenset(" ".join(term.split(" ")[:2]) for term in known.spoken),
        frozenset(term[0] for term in known.gapped),
    )


def index(sections: Mapping[str, Mapping[str, str]]) -> Vocabulary:
    """Make the comma-separated terms of each section's entries findable."""
    known = Vocabulary(defaultdict(list), defaultdict(list), defaultdict(list))
    for section, entries in sections.items():
        for code, text in entries.items():
            for term in terms(text):
                _add(known, term, f"{section}:{code}")
    return known


def terms(text: str) -> list[str]:
    """The terms of one comma-separated entry, each once."""
    return list(dict.fromkeys(term for term in (part.strip(" \n…") for part in text.split(",")) if term))


def _add(known: Vocabulary, term: str, tag: str) -> None:
    head, gap, tail = term.partition(_GAP)
    if gap:
        known.gapped[head].append((tail, tag))
        return
    reading = read(term)
    known.written[term].append(tag)
    if reading.runs == (term,) and len(term) > 1:
        heard = known.spoken[" ".join(reading.sounds[0])]
        heard.extend({tag}.difference(heard))


def find(reading: Reading) -> Found:
    """Every term of the vocabulary in a sentence. What is found as written is not heard again."""
    known = vocabulary()
    written = Counter(tag for term in _written(reading) for tag in known.written.get(term, ()))
    heard = Counter(tag for term in _spoken(reading) for tag in known.spoken.get(term, ()))
    spoken = heard - written
    written.update(_gapped(known, " ".join(reading.runs)))
    return Found(_with_lines(written), _with_lines(spoken))


@cache
def _line_tags() -> dict[str, str]:
    return {f"topics:{topic}": f"lines:{line.code}" for line in CATALOGUE.lines for topic in line.topics}


def _with_lines(tags: Counter[str]) -> Counter[str]:
    lines = _line_tags()
    for tag, count in list(tags.items()):
        if tag in lines:
            tags[lines[tag]] += count
    return tags


def _written(reading: Reading) -> Iterator[str]:
    for run in reading.runs:
        yield from run
        yield from _stretches(run, _heads().written, str)
    for size in range(1, _LONGEST + 1):
        yield from (" ".join(gram) for gram in grams(reading.words, size))


def _spoken(reading: Reading) -> Iterator[str]:
    for sounds in reading.sounds:
        yield from _stretches(sounds, _heads().spoken, " ".join)


def _stretches(
    sequence: Sequence[str], heads: frozenset[str], joined: Callable[[Sequence[str]], str]
) -> Iterator[str]:
    """Every stretch of two neighbours or more that begins as some term does."""
    for start in range(len(sequence) - 1):
        if joined(sequence[start : start + 2]) in heads:
            for end in range(start + 2, min(start + _LONGEST, len(sequence)) + 1):
                yield joined(sequence[start:end])


def _gapped(known: Vocabulary, text: str) -> Iterator[str]:
    """The tag of each term in parts whose parts follow each other closely."""
    heads = _heads().gapped
    for start in (place for place, character in enumerate(text) if character in heads):
        for end in range(start + 1, min(start + _LONGEST, len(text))):
            for rest, tag in known.gapped.get(text[start:end], ()):
                if _follows(text, end, rest.split(_GAP)):
                    yield tag


def _follows(text: str, end: int, parts: list[str]) -> bool:
    for part in parts:
        place = text.find(part, end, end + _WIDEST + len(part))
        if place < 0:
            return False
        end = place + len(part)
    return True
