"""What is learned of short answers and names: the same every time, well-formed, and on both sides."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from bot.answers import Answer, answers
from bot.evaluate import HELD, SENTENCES, sentences
from bot.train import Example, examples, learn
from domain.catalogue import CATALOGUE
from domain.suggest import NOT_URGENT
from domain.suggest_model import Model, counted, evidence
from domain.suggest_reading import read

SMALL = """
[words]
yes_no = "好的 没有"
people = "我妈 两个人 孩子 老伴 奶奶 邻居"

[names]
surnames = "王 李 刘 陈 杨 赵"
called = "大爷 婶 老师 大姐 叔 哥"
given = "芳"
peoples = "卓玛"
before = "老"
mistaken = "姚婶"
around = "给…"

[happened]
fire = "…家着火了"
"""


@pytest.fixture(scope="module")
def known() -> list[Answer]:
    """All that is learned besides the examples."""
    return answers()


def texts(known: list[Answer], kind: str | None) -> set[str]:
    """What is said of this kind."""
    return {one.text for one in known if one.kind == kind}


def test_names_are_put_together_with_what_is_around_them_and_what_happened(tmp_path: Path) -> None:
    path = tmp_path / "answers.toml"
    path.write_text(SMALL, "utf-8")
    made = answers(path)
    calm, burning = texts(made, None), texts(made, "fire")
    assert {"好的", "没有", "我妈", "大爷", "卓玛", "老王", "王大爷", "刘芳", "姚婶", "给姚婶"} <= calm
    assert "我妈家着火了" in burning and not burning & calm
    assert len(burning) == 12, "as many with a name as without one"


def test_they_are_the_same_every_time(known: list[Answer]) -> None:
    assert answers() == known


def test_no_answer_is_learned_twice(known: list[Answer]) -> None:
    calm = Counter(one.text for one in known if one.kind is None)
    assert [text for text, count in calm.items() if count > 1] == []


def test_what_happens_to_somebody_is_a_kind_of_emergency_and_most_is_none(known: list[Answer]) -> None:
    kinds = Counter(one.kind for one in known)
    assert set(kinds) - {None} < {emergency.code for emergency in CATALOGUE.emergencies}
    assert kinds[None] > 10 * len(kinds)


def test_what_is_kept_apart_is_not_learned_by_them_either(known: list[Answer]) -> None:
    """Only counted, so that a failure shows no sentence; six characters may well be the same by chance."""
    learned = {one.text for one in known}
    held = (one.text for one in sentences(SENTENCES) if one.split == HELD)
    assert sum(len(text) > 6 and text in learned for text in held) == 0


def test_they_teach_what_is_urgent_and_nothing_about_lines() -> None:
    some: list[Example] = examples()[::60]
    names = [Answer(None, f"{name}大爷") for name in "王李张刘陈杨赵黄"]
    without, with_them = learn(some), learn(some, names)
    assert with_them["lines"] == without["lines"] and with_them["topics"] == without["topics"]
    before, after = (_calm(model["kinds"], "刘大爷") for model in (without, with_them))
    assert after > before and after > 0.8


def _calm(kinds: dict[str, object], text: str) -> float:
    return Model.loaded(kinds).probabilities(counted(evidence(read(text))))[NOT_URGENT]
