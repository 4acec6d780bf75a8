"""Learns the weights of the suggestion from the examples: `python -m bot.train`, or `make train`.

Softmax regression with AdaGrad steps in plain Python: a few minutes, the same weights every time.
"""

import hashlib
import json
import math
import random
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

import domain
from bot.answers import ANSWERS, Answer, answers
from domain.catalogue import CATALOGUE
from domain.suggest import NOT_URGENT
from domain.suggest_model import WEIGHTS, Model, evidence
from domain.suggest_reading import Reading, read
from domain.suggest_vocabulary import INDEX, index, vocabulary

EXAMPLES: Final = Path(domain.__file__).with_name("examples")
ASIDES: Final = Path(domain.__file__).with_name("asides.txt")
VOCABULARY: Final = Path(domain.__file__).with_name("vocabulary.toml")

_PASSES: Final = 8
_STEP: Final = 0.5
_FORGETTING: Final = 3e-3
_FIRST_GRADIENT: Final = 1e-2
_SETTLED: Final = 1e-4
_HEARD_WEIGHT: Final = 0.3
_RAMBLING_WEIGHT: Final = 0.5
_URGENT_WEIGHT: Final = 2.0
_ANSWER_WEIGHT: Final = 0.5
_TYPICAL_LINE: Final = 300
_COMMON_FROM: Final = 3


class Example(NamedTuple):
    """A sentence and what it is about; `kind` is set for an emergency, `topic` where one was given."""

    line: str
    topic: str | None
    kind: str | None
    text: str


class Case(NamedTuple):
    """One sentence as a model sees it, the label it should get, and how much it counts."""

    seen: Mapping[str, float]
    label: str
    weight: float


def examples(folder: Path = EXAMPLES) -> list[Example]:
    """The sentences of `<line>.txt` in a folder, under `[topic]` or `[!kind of emergency]`."""
    return [example for path in sorted(folder.glob("*.txt")) for example in _examples(path)]


def _examples(path: Path) -> Iterator[Example]:
    heading = ""
    for row in path.read_text("utf-8").splitlines():
        if row.startswith("["):
            heading = row.strip("[]")
        elif row.strip():
            kind = heading[1:] if heading.startswith("!") else None
            yield Example(path.stem, None if kind else heading, kind, row.strip())


def digest() -> str:
    """A fingerprint of everything the weights are learned from, kept with them to notice staleness."""
    sources = [VOCABULARY, ASIDES, ANSWERS, *sorted(EXAMPLES.glob("*.txt"))]
    return hashlib.sha256(b"".join(path.read_bytes() for path in sources)).hexdigest()


def fit(cases: Sequence[Case], labels: tuple[str, ...], passes: int = _PASSES) -> Model:
    """A model of these labels."""
    weights = {feature: [0.0] * len(labels) for case in cases for feature in case.seen}
    gradients = dict.fromkeys(weights, _FIRST_GRADIENT)
    order = list(range(len(cases)))
    shuffler = random.Random(1)
    for _ in range(passes):
        shuffler.shuffle(order)
        for place in order:
            _learn(cases[place], labels, weights, gradients)
    return Model.packed(labels, weights)


def _learn(
    case: Case, labels: tuple[str, ...], weights: dict[str, list[float]], gradients: dict[str, float]
) -> None:
    seen = [(feature, value, weights[feature]) for feature, value in case.seen.items()]
    errors = _errors(case, labels, seen)
    square = sum(error * error for error in errors)
    if square < _SETTLED:
        return
    for feature, value, row in seen:
        gradients[feature] += square * value * value
        step = _STEP / math.sqrt(gradients[feature])
        kept, change = 1 - step * _FORGETTING, step * value
        row[:] = [weight * kept - change * error for weight, error in zip(row, errors, strict=True)]


def _errors(case: Case, labels: tuple[str, ...], seen: list[tuple[str, float, list[float]]]) -> list[float]:
    """By how much each label is thought too likely."""
    sums = [0.0] * len(labels)
    for _, value, row in seen:
        sums = [total + value * weight for total, weight in zip(sums, row, strict=True)]
    top = max(sums)
    shares = [math.exp(total - top) for total in sums]
    scale = case.weight / sum(shares)
    errors = [share * scale for share in shares]
    errors[labels.index(case.label)] -= case.weight
    return errors


View = tuple[Mapping[str, float], float]
"""What a model sees of a sentence, and how much it counts."""


def views(text: str, around: tuple[str, str]) -> list[View]:
    """A sentence as written, only as it sounds, and among asides.

    So wrong characters are learned, too, and that a need may come late in what somebody says.
    """
    reading = read(text)
    before, after = around
    heard, rambling = Reading((), reading.sounds, reading.words), read(f"{before} {text} {after}")
    return [
        (evidence(reading), 1.0),
        (evidence(heard), _HEARD_WEIGHT),
        (evidence(rambling), _RAMBLING_WEIGHT),
    ]


def _without_rare(seen: list[list[View]]) -> list[list[View]]:
    """Leave out what only a sentence or two have, or only asides: it says nothing about the next one."""
    often = Counter(feature for written, heard, _ in seen for feature in {**written[0], **heard[0]})
    return [
        [
            ({feature: value for feature, value in view.items() if often[feature] >= _COMMON_FROM}, weight)
            for view, weight in one
        ]
        for one in seen
    ]


def _around(chooser: random.Random, asides: Sequence[str]) -> tuple[str, str]:
    """What somebody says before and after the need: two remarks and one."""
    first, second, last = chooser.sample(asides, 3)
    return f"{first} {second}", last


def _kinds(said: Sequence[Example | Answer], viewed: list[list[View]]) -> Model:
    """The model of emergencies. Every answer counts less than an example that is none: there are many, and
    most of them are put together."""
    cases = [
        Case(view, one.kind or NOT_URGENT, weight * _urgent_weight(one))
        for one, both in zip(said, _without_rare(viewed), strict=True)
        for view, weight in both
    ]
    return fit(cases, (NOT_URGENT, *(kind.code for kind in CATALOGUE.emergencies)))


def _urgent_weight(one: Example | Answer) -> float:
    if one.kind:
        return _URGENT_WEIGHT
    return _ANSWER_WEIGHT if isinstance(one, Answer) else 1.0


def learn(known: Sequence[Example], short: Sequence[Answer] = ()) -> dict[str, Any]:
    """All models learned from these examples, as the data that ships. Of what is `short` only emergencies
    are learned, or that it is none: it has no line."""
    asides = ASIDES.read_text("utf-8").splitlines()
    chooser = random.Random(1)
    said: list[Example | Answer] = [*known, *short]
    viewed = [views(one.text, _around(chooser, asides)) for one in said]
    seen = list(zip(known, _without_rare(viewed[: len(known)]), strict=True))
    share = Counter(example.line for example in known)
    lines = [
        Case(view, e.line, weight * _TYPICAL_LINE / share[e.line])
        for e, both in seen
        for view, weight in both
    ]
    return {
        "lines": fit(lines, tuple(line.code for line in CATALOGUE.lines))._asdict(),
        "kinds": _kinds(said, viewed)._asdict(),
        "topics": {
            line.code: fit(
                [
                    Case(view, e.topic, weight)
                    for e, both in seen
                    for view, weight in both
                    if e.topic in line.topics
                ],
                line.topics,
            )._asdict()
            for line in CATALOGUE.lines
        },
    }


def index_vocabulary() -> None:
    """Write the index of vocabulary.toml that the suggestion reads at start."""
    known = index(tomllib.loads(VOCABULARY.read_text("utf-8")))
    INDEX.write_text(json.dumps(known._asdict(), ensure_ascii=False) + "\n", "utf-8")
    vocabulary.cache_clear()


def main() -> None:
    """Learn from vocabulary.toml, examples/ and answers.toml, and write what was learned beside the code."""
    index_vocabulary()
    learned = {"made_from": digest(), **learn(examples(), answers())}
    WEIGHTS.write_text(json.dumps(learned, ensure_ascii=False, indent=0) + "\n", "utf-8")
    print(f"{WEIGHTS.name}: {len(learned['lines']['rows'])} features")


if __name__ == "__main__":
    main()
