"""A linear model over the features of a sentence: a row of weights per feature, one weight per label.

Its weights are learned by `make train` from the vocabulary and the sentences in examples/, and shipped in
suggest.json, each rounded to one printable character.
"""

import json
import math
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path
from struct import pack, unpack
from typing import Any, Final, NamedTuple, Self

from domain.suggest_reading import Reading, features
from domain.suggest_vocabulary import Found, find

WEIGHTS: Final = Path(__file__).with_name("suggest.json")
_ZERO: Final = ord("O")
_FARTHEST: Final = 44
_WRITTEN_SHARE: Final = 3.0
_SPOKEN_SHARE: Final = 1.5
_SIGNAL_SHARE: Final = 0.7
_BIAS_SHARE: Final = 0.5
_FINE: Final = 1 << 14
"""What is seen is counted in this fraction; a sum of thousands of features fits into 32 bits."""


class Model(NamedTuple):
    """Scores labels: the sum of the rows of the features seen, each times how much it was seen."""

    labels: tuple[str, ...]
    scale: float
    rows: Mapping[str, str]

    @classmethod
    def packed(cls, labels: tuple[str, ...], weights: Mapping[str, list[float]]) -> Self:
        """Round weights to 89 steps, one character each; rows with next to nothing in them are dropped."""
        largest = max((abs(weight) for row in weights.values() for weight in row), default=0.0)
        scale = largest / _FARTHEST or 1.0
        steps = {
            feature: [round(weight / scale) for weight in row] for feature, row in sorted(weights.items())
        }
        telling = {feature: row for feature, row in steps.items() if max(row) - min(row) > 1}
        rows = {feature: "".join(chr(_ZERO + step) for step in row) for feature, row in telling.items()}
        return cls(labels, scale, rows)

    @classmethod
    def loaded(cls, data: Mapping[str, Any]) -> Self:
        """The model that `_asdict()` wrote."""
        return cls(tuple(data["labels"]), data["scale"], data["rows"])

    def probabilities(self, seen: Mapping[str, int]) -> dict[str, float]:
        """How likely each label is, in the order of the labels; the sum is one. See `counted`."""
        size, total = len(self.labels), 0
        for feature, value in seen.items():
            if row := self.rows.get(feature):
                total += value * _lanes(row)
        sums = [lane / _FINE for lane in unpack(f"<{size}I", total.to_bytes(4 * size, "little"))]
        top = max(sums)  # every weight is too large by _ZERO, so no label gains by that
        shares = [math.exp((total - top) * self.scale) for total in sums]
        whole = sum(shares)
        return {label: share / whole for label, share in zip(self.labels, shares, strict=True)}


@lru_cache(maxsize=20_000)
def _lanes(row: str) -> int:
    """A row of weights side by side in one number, 32 bits each: then one multiplication and one addition
    weigh a feature for all labels, and a sentence takes a fifth of the time it takes label by label."""
    return int.from_bytes(pack(f"<{len(row)}I", *row.encode("ascii")), "little")


class Models(NamedTuple):
    """What was learned: the line, the kind of emergency (or none), and the topic within each line."""

    lines: Model
    kinds: Model
    topics: Mapping[str, Model]


@cache
def models() -> Models:
    """The models that ship with the program, read once."""
    data = json.loads(WEIGHTS.read_text("utf-8"))
    topics = {line: Model.loaded(model) for line, model in data["topics"].items()}
    return Models(Model.loaded(data["lines"]), Model.loaded(data["kinds"]), topics)


def counted(evidence: Mapping[str, float]) -> dict[str, int]:
    """Evidence in whole numbers, as a model weighs it; rounded once for all models that do."""
    return {feature: round(value * _FINE) for feature, value in evidence.items()}


def evidence(reading: Reading) -> dict[str, float]:
    """Everything a model may weigh, with the length of the sentence taken out.

    Words of the vocabulary count more than stretches of characters: they were chosen by hand. Alarming,
    calling and calming words keep their full weight however long the sentence is.
    """
    stretches = features(reading)
    plain = 1 / math.sqrt(max(len(stretches), 8))
    found = find(reading)
    topics = _topic_features(found)
    share = 1 / math.sqrt(sum(value * value for value in topics.values()) + 1)
    return (
        {feature: plain * min(count, 2) for feature, count in stretches.items()}
        | {feature: share * value for feature, value in topics.items()}
        | dict.fromkeys(_signals(found), _SIGNAL_SHARE)
        | {"": _BIAS_SHARE}
    )


def _topic_features(found: Found) -> dict[str, float]:
    words = {"=" + tag: _WRITTEN_SHARE * math.sqrt(n) for tag, n in found.written.items() if _is_topic(tag)}
    heard = {"~" + tag: _SPOKEN_SHARE * math.sqrt(n) for tag, n in found.spoken.items() if _is_topic(tag)}
    return words | heard


def _is_topic(tag: str) -> bool:
    return tag.startswith(("topics:", "lines:"))


def _signals(found: Found) -> Iterator[str]:
    """Alarming, calling and calming words, and which calming words stand beside an alarming one."""
    written = [tag for tag in found.written if not _is_topic(tag)]
    spoken = [tag for tag in found.spoken if not _is_topic(tag)]
    yield from ("=" + tag for tag in written)
    yield from ("~" + tag for tag in spoken)
    if not any(tag.startswith("alarms:") for tag in (*written, *spoken)):
        yield "no alarm"
        return
    calm = [tag for tag in written if tag.startswith("calm:")]
    yield from ("alarm beside " + tag for tag in calm)
    if not calm:
        yield "alarm beside call" if "calls:now" in written else "alarm alone"
