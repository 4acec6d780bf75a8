"""Learning: from well-formed examples, the same every time, and up to date with what ships."""

import json
from collections import Counter
from pathlib import Path

import pytest

from bot.evaluate import HELD, SENTENCES, sentences
from bot.train import Case, Example, digest, examples, fit, learn, views
from domain.catalogue import CATALOGUE
from domain.suggest_model import WEIGHTS, counted

CASES = [
    Case({"hot": 1.0, "": 0.5}, "sun", 1.0),
    Case({"ice": 1.0, "": 0.5}, "snow", 1.0),
    Case({"hot": 1.0, "dry": 1.0, "": 0.5}, "sun", 1.0),
]


@pytest.fixture(scope="module")
def known() -> list[Example]:
    """Every example in the repository."""
    return examples()


def test_headings_say_topic_or_kind_of_emergency(tmp_path: Path) -> None:
    (tmp_path / "health.txt").write_text("[illness]\n头疼\n\n[!medical]\n叫不醒\n", "utf-8")
    assert examples(tmp_path) == [
        Example("health", "illness", None, "头疼"),
        Example("health", None, "medical", "叫不醒"),
    ]


def test_every_line_has_many_examples(known: list[Example]) -> None:
    calm = Counter(example.line for example in known if example.kind is None)
    assert set(calm) == {line.code for line in CATALOGUE.lines}
    assert min(calm.values()) >= 120


def test_emergencies_have_many_examples_of_every_kind(known: list[Example]) -> None:
    kinds = Counter(example.kind for example in known if example.kind)
    assert set(kinds) == {emergency.code for emergency in CATALOGUE.emergencies}
    assert sum(kinds.values()) >= 300


def test_every_topic_has_examples_under_its_own_line(known: list[Example]) -> None:
    topics = {(example.line, example.topic) for example in known if example.topic}
    assert topics == {(line.code, topic) for line in CATALOGUE.lines for topic in line.topics}


def test_no_example_is_written_twice(known: list[Example]) -> None:
    assert [text for text, count in Counter(e.text for e in known).items() if count > 1] == []


def test_no_sentence_that_is_kept_apart_is_learned(known: list[Example]) -> None:
    """Only counted, so that a failure shows no sentence; six characters may well be the same by chance."""
    learned = {example.text for example in known}
    assert (
        sum(len(one.text) > 6 and one.text in learned for one in sentences(SENTENCES) if one.split == HELD)
        == 0
    )


def test_a_model_learns_what_the_cases_say() -> None:
    model = fit(CASES, ("sun", "snow"))
    assert model.probabilities(counted({"hot": 1.0}))["sun"] > 0.7
    assert model.probabilities(counted({"ice": 1.0}))["snow"] > 0.7


def test_learning_is_the_same_every_time(known: list[Example]) -> None:
    some = known[::60]
    assert learn(some) == learn(some)


def test_a_line_without_examples_still_gets_a_model() -> None:
    assert fit([], ("sun", "snow")).probabilities(counted({"hot": 1.0})) == {"sun": 0.5, "snow": 0.5}


def test_a_sentence_is_seen_as_written_as_it_sounds_and_among_asides() -> None:
    written, heard, rambling = (view for view, _ in views("路灯坏了", ("你好", "谢谢")))
    assert "c路灯" in written
    assert "c路灯" not in heard
    assert any(feature.startswith("s") for feature in heard)
    assert {"c路灯", "c谢谢"} <= set(rambling)


def test_the_weights_that_ship_are_learned_from_what_is_in_the_repository() -> None:
    assert json.loads(WEIGHTS.read_text("utf-8"))["made_from"] == digest()
