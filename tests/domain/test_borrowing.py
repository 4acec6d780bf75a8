"""Wanting to borrow something or to use a room, as people say it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain import borrowing
from domain.borrowing import fits, read

EXAMPLES = Path(borrowing.__file__).parent / "examples"
HERE = ("背负式喷雾器", "大礼堂", "阅览室", "电动三轮车")
"""What a center may have."""


def found(words: str, *titles: str) -> list[str]:
    """Which of these it is about."""
    clauses = read(words)
    return [one for one in titles or HERE if fits(clauses, one)]


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("想借喷雾器", "背负式喷雾器"),
        ("借个打药机", "背负式喷雾器"),
        ("能不能借一下打药桶用两天", "背负式喷雾器"),
        ("你好，我想借一下喷雾器，明天打药", "背负式喷雾器"),
        ("想借噴霧器", "背负式喷雾器"),
        ("有没有喷雾器借", "背负式喷雾器"),
        ("三轮车能借不", "电动三轮车"),
        ("明天要用三轮拉谷子", "电动三轮车"),
        ("礼堂哪天有空", "大礼堂"),
        ("礼堂周六空不空", "大礼堂"),
        ("想用一下礼堂办酒", "大礼堂"),
        ("我家娃满月，想订礼堂", "大礼堂"),
        ("活动室什么时候能用", "大礼堂"),
        ("图书室几点开门", "阅览室"),
        ("书屋有空没", "阅览室"),
    ],
)
def test_what_there_is_is_found_by_what_people_call_it(words: str, title: str) -> None:
    assert found(words) == [title]


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("Can I borrow the sprayer?", "Knapsack sprayer"),
        ("I want to book the hall for Saturday", "Village hall"),
        ("is the hall free on Friday", "Village hall"),
        ("could you lend me two ladders", "Long ladder"),
        ("want to borrow a sprayer", "背负式喷雾器"),
        ("想借喷雾器", "Knapsack sprayer"),
    ],
)
def test_it_is_found_in_english_and_across_languages(words: str, title: str) -> None:
    assert found(words, title) == [title]


@pytest.mark.parametrize(
    "words",
    [
        "",
        "喷雾器",
        "喷雾器坏了",
        "借的喷雾器坏了怎么办",
        "我借了喷雾器，怎么还",
        "邻居借走我家三轮车没还",
        "礼堂的灯坏了",
        "礼堂太吵了",
        "我不想借喷雾器",
        "想借钱",
        "想借点化肥",
        "the sprayer is broken",
        "I can't use the hall door",
    ],
)
def test_a_story_about_it_and_what_there_is_not_are_none(words: str) -> None:
    assert found(words) == []
    assert found(words, "Village hall", "Knapsack sprayer") == []


def test_one_sentence_can_want_two_things() -> None:
    assert found("想订礼堂，再借个三轮车") == ["大礼堂", "电动三轮车"]


def test_only_so_much_of_a_long_story_is_read() -> None:
    assert found("天气好，" * borrowing.MOST_CLAUSES + "想借喷雾器") == []
    assert found("天气好，" * (borrowing.MOST_CLAUSES - 1) + "想借喷雾器") == ["背负式喷雾器"]


@given(st.text(max_size=60), st.text(max_size=20))
def test_nothing_that_is_typed_breaks_it(words: str, title: str) -> None:
    assert fits(read(words), title) in (True, False)


def test_of_the_sentences_for_other_desks_few_are_taken_for_one() -> None:
    taken = []
    for path in EXAMPLES.glob("*.txt"):
        if path.stem != "culture":
            lines = [one for one in path.read_text("utf-8").splitlines() if one.strip()]
            taken += [one for one in lines if found(one)]
    assert len(taken) <= 12, taken
