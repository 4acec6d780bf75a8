"""Suggests what a villager's sentence is about: three lines, whether it is urgent, and, once the line is
chosen, the need in a word.

Works offline and always answers, whatever was written: a suggestion is one tap to correct, never a decision.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import Final, NamedTuple

from domain.catalogue import CATALOGUE, Hotline
from domain.suggest_model import counted, evidence, models
from domain.suggest_reading import read

NOT_URGENT: Final = "none"
"""What the model of emergencies calls a sentence that is no emergency."""

_URGENT_FROM: Final = 0.5
_SURE_FROM: Final = 0.8
_TOPIC_FROM: Final = 0.4


class Suggestion(NamedTuple):
    """What a sentence seems to be about.

    `lines` are codes, best first; `sure` says the first is a clear winner.
    """

    lines: tuple[str, str, str]
    sure: bool
    urgent_kind: str | None

    @property
    def urgent(self) -> bool:
        """Whether somebody must be told at once, day or night."""
        return self.urgent_kind is not None

    @property
    def hotline(self) -> Hotline | None:
        """The emergency number to show first."""
        return CATALOGUE.emergency(self.urgent_kind).hotline if self.urgent_kind else None


@lru_cache(maxsize=256)
def suggest(text: str) -> Suggestion:
    """What a sentence is about. The lines that hear of emergencies come first in an urgent one."""
    seen = _seen(text)
    if seen is None:
        return _nothing_read()
    lines = models().lines.probabilities(seen)
    kind = _urgent_kind(seen)
    hearing = {emergency.line for emergency in CATALOGUE.emergencies} if kind else set()
    best, second, third = sorted(lines, key=lambda line: (line not in hearing, -lines[line]))[:3]
    return Suggestion((best, second, third), lines[best] >= _SURE_FROM, kind)


@lru_cache(maxsize=256)
def _seen(text: str) -> Mapping[str, int] | None:
    """What the models weigh of a sentence, None for one without words. A sentence is asked about more than
    once in a conversation: whether it is urgent, its line, and at the next tap its topic."""
    reading = read(text)
    return counted(evidence(reading)) if reading.runs or reading.words else None


def _nothing_read() -> Suggestion:
    first, second, third = (line.code for line in CATALOGUE.lines[:3])
    return Suggestion((first, second, third), sure=False, urgent_kind=None)


def topic_of(text: str, line: str) -> str | None:
    """The topic of a sentence as a request of this line, chosen by the person; None if none is clear."""
    seen = _seen(text)
    return _topic(seen, line) if seen is not None else None


def _urgent_kind(seen: Mapping[str, int]) -> str | None:
    kinds = models().kinds.probabilities(seen)
    if 1 - kinds.pop(NOT_URGENT) < _URGENT_FROM:
        return None
    return max(kinds, key=lambda kind: kinds[kind])


def _topic(seen: Mapping[str, int], line: str) -> str | None:
    model = models().topics.get(line)
    topics = model.probabilities(seen) if model else {}
    best = max(topics, key=lambda topic: topics[topic], default=None)
    return best if best is not None and topics[best] >= _TOPIC_FROM else None
