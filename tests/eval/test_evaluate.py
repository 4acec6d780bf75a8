"""Measuring the suggestion, and streaming it."""

import io
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console

from bot.evaluate import SENTENCES, Judged, Labelled, evaluate, main, score, sentences, show, suggest_stream
from domain.catalogue import CATALOGUE
from domain.suggest import Suggestion

ROWS = (
    "split\tline\turgent\ttext",
    'train\thealth\t0\t娃发烧了 说"难受"',
    "train\tenvironment\t0\t低保怎么申请",
    "held\thealth\t1\t我妈喊胸口痛得很",
    "held\tsecurity\t0\t想学嫁接果树",
)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """A small table of sentences, two of them with a label nobody would suggest."""
    path = tmp_path / "sentences.tsv"
    path.write_text("\n".join(ROWS) + "\n", "utf-8")
    return path


def judged(line: str, lines: tuple[str, str, str], urgent: bool, alarmed: bool) -> Judged:
    """A sentence of a line, suggested as three lines."""
    kind = "medical" if alarmed else None
    return Judged(Labelled("train", line, urgent, "…"), Suggestion(lines, True, kind))


def test_sentences_are_read_as_they_are_quotes_and_all(table: Path) -> None:
    first = next(sentences(table))
    assert first == Labelled("train", "health", False, '娃发烧了 说"难受"')


def test_a_score_counts_first_among_three_and_alarms() -> None:
    shares = score(
        [
            judged("shop", ("shop", "jobs", "health"), False, False),
            judged("jobs", ("shop", "jobs", "health"), False, True),
            judged("culture", ("shop", "jobs", "health"), True, True),
            judged("health", ("health", "jobs", "shop"), True, False),
        ]
    )
    assert shares == (4, 0.5, 0.75, 0.5, 0.5)


def test_a_share_of_nothing_is_one() -> None:
    assert score([]) == (0, 1.0, 1.0, 1.0, 1.0)


def test_each_split_and_line_is_scored_for_itself(table: Path) -> None:
    scores = evaluate(table)
    assert scores.splits["train"].top1 == 0.5
    assert scores.splits["held"].urgent_recall == 1.0
    assert scores.lines["train"]["health"] == (1, 1.0, 1.0, 1.0, 1.0)
    assert scores.lines["held"]["shop"].sentences == 0


def test_what_was_taken_for_what_is_told_but_never_of_the_kept_apart(table: Path) -> None:
    assert evaluate(table).confusions == [("environment", "civil-affairs", 1)]


def test_no_word_of_any_sentence_is_shown(table: Path) -> None:
    out = io.StringIO()
    show(evaluate(table), Console(file=out, width=120))
    assert "environment taken for civil-affairs: 1" in out.getvalue()
    assert not any(row.split("\t")[3] in out.getvalue() for row in ROWS[1:])


def test_the_sentences_of_the_repository_name_only_known_lines() -> None:
    labelled = list(sentences(SENTENCES))
    assert {one.line for one in labelled} == {line.code for line in CATALOGUE.lines}
    assert {one.split for one in labelled} == {"train", "held"}


def stream(data: bytes) -> list[dict[str, object]]:
    """What the stream answers to these bytes, line by line."""
    sink = io.BytesIO()
    suggest_stream(io.BytesIO(data), sink)
    return [json.loads(line) for line in sink.getvalue().splitlines()]


def test_each_line_gets_three_lines_and_urgency() -> None:
    assert [answer["urgent"] for answer in stream("低保怎么申请\n隔壁着火了\n".encode())] == [False, True]
    assert stream("低保怎么申请\n".encode())[0]["lines"][0] == "civil-affairs"  # type: ignore[index]


def test_empty_lines_and_a_missing_last_newline_are_answered() -> None:
    assert len(stream("\n\n买米".encode())) == 3
    assert stream(b"") == []


def test_windows_line_ends_change_nothing() -> None:
    assert stream("买米\r\n".encode()) == stream("买米\n".encode())


def test_bad_bytes_are_answered_like_anything_else() -> None:
    assert len(stream(b"\xff\xfe\x00\n" + "买米".encode("gbk") + b"\n")) == 2


@settings(max_examples=60, deadline=None)
@given(st.lists(st.binary(max_size=40).map(lambda data: data.replace(b"\n", b"")), max_size=4))
def test_there_is_one_answer_for_each_line(lines: list[bytes]) -> None:
    answers = stream(b"".join(line + b"\n" for line in lines))
    assert len(answers) == len(lines)
    assert all(set(answer) == {"lines", "urgent"} for answer in answers)


class Flushes(io.BytesIO):
    """A sink that remembers how much had been written at each flush."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[int] = []

    def flush(self) -> None:
        self.seen.append(self.getvalue().count(b"\n"))


def test_each_answer_leaves_at_once() -> None:
    sink = Flushes()
    suggest_stream(io.BytesIO("买米\n买盐\n买油\n".encode()), sink)
    assert sink.seen[:3] == [1, 2, 3]


def test_the_evaluation_ends_with_one_line_of_json(capsys: pytest.CaptureFixture[str]) -> None:
    main([])
    last = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert set(last) == {"train", "held"}
    assert set(last["held"]) == {"sentences", "top1", "top3", "urgent_recall", "urgent_precision"}
