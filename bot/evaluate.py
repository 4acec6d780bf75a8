"""Measures the suggestion against labelled sentences, and streams it: `python -m bot.evaluate [suggest]`.

The `train` split is learned from; `held` is kept apart: only its scores are ever shown, never its words.
"""

import csv
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, Final, NamedTuple

from rich.console import Console
from rich.table import Table

from domain.catalogue import CATALOGUE
from domain.suggest import Suggestion, suggest

SENTENCES: Final = Path(__file__).parents[1] / "tests" / "eval" / "sentences.tsv"
HELD: Final = "held"


class Labelled(NamedTuple):
    """A sentence with the line a human clerk would choose."""

    split: str
    line: str
    urgent: bool
    text: str


class Judged(NamedTuple):
    """A labelled sentence beside what was suggested for it."""

    labelled: Labelled
    suggestion: Suggestion

    @property
    def first(self) -> bool:
        """Whether the best line is the right one."""
        return self.suggestion.lines[0] == self.labelled.line

    @property
    def among_three(self) -> bool:
        """Whether the right line is one of the three offered."""
        return self.labelled.line in self.suggestion.lines


class Score(NamedTuple):
    """Shares of one: right line first, right line among three, urgent ones found, urgent ones truly so."""

    sentences: int
    top1: float
    top3: float
    urgent_recall: float
    urgent_precision: float


class Scores(NamedTuple):
    """The score of each split, of each line within it, and what was mistaken for what (never `held`)."""

    splits: dict[str, Score]
    lines: dict[str, dict[str, Score]]
    confusions: list[tuple[str, str, int]]


def sentences(path: Path) -> Iterator[Labelled]:
    """The labelled sentences of a file with the columns split, line, urgent and text."""
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            yield Labelled(row["split"], row["line"], row["urgent"] == "1", row["text"])


def evaluate(path: Path = SENTENCES) -> Scores:
    """Suggest for every sentence of a file and compare."""
    judged = [Judged(labelled, suggest(labelled.text)) for labelled in sentences(path)]
    splits = dict.fromkeys(one.labelled.split for one in judged)
    parts = {split: [one for one in judged if one.labelled.split == split] for split in splits}
    return Scores(
        {split: score(part) for split, part in parts.items()},
        {split: _by_line(part) for split, part in parts.items()},
        _confusions(one for one in judged if one.labelled.split != HELD),
    )


def score(judged: Sequence[Judged]) -> Score:
    """The shares over these sentences; a share of nothing is one."""
    urgent = [one.suggestion.urgent for one in judged if one.labelled.urgent]
    alarmed = [one.labelled.urgent for one in judged if one.suggestion.urgent]
    return Score(
        len(judged),
        _share(one.first for one in judged),
        _share(one.among_three for one in judged),
        _share(urgent),
        _share(alarmed),
    )


def _share(hits: Iterable[bool]) -> float:
    known = list(hits)
    return sum(known) / len(known) if known else 1.0


def _by_line(judged: Sequence[Judged]) -> dict[str, Score]:
    return {
        line.code: score([one for one in judged if one.labelled.line == line.code])
        for line in CATALOGUE.lines
    }


def _confusions(judged: Iterable[Judged]) -> list[tuple[str, str, int]]:
    """Right line, suggested line and how often, the most frequent first."""
    pairs = Counter((one.labelled.line, one.suggestion.lines[0]) for one in judged if not one.first)
    return [(right, wrong, count) for (right, wrong), count in pairs.most_common()]


def suggest_stream(source: BinaryIO, sink: BinaryIO) -> None:
    """Answer each line of bytes with one line of JSON at once: three lines, best first, and urgency."""
    for raw in source:
        suggestion = suggest(raw.decode("utf-8", errors="replace"))
        answer = {"lines": list(suggestion.lines), "urgent": suggestion.urgent}
        sink.write(json.dumps(answer).encode() + b"\n")
        sink.flush()


def show(scores: Scores, console: Console) -> None:
    """Print a table per split and the confusions."""
    for split, total in scores.splits.items():
        table = Table("line", "sentences", "top 1", "top 3", "urgent recall", "urgent precision", title=split)
        for name, one in {**scores.lines[split], "all": total}.items():
            table.add_row(name, str(one.sentences), *(f"{share:.3f}" for share in one[1:]))
        console.print(table)
    for right, wrong, count in scores.confusions:
        console.print(f"{right} taken for {wrong}: {count}")


def main(arguments: Sequence[str] = ()) -> None:
    """Stream suggestions for `suggest`; otherwise evaluate and end with one line of JSON."""
    if list(arguments) == ["suggest"]:
        suggest_stream(sys.stdin.buffer, sys.stdout.buffer)
        return
    scores = evaluate()
    show(scores, Console())
    print(json.dumps({split: one._asdict() for split, one in scores.splits.items()}))


if __name__ == "__main__":
    main(sys.argv[1:])
