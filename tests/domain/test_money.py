"""Money as people write it, as whole fen, and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.money import fen, fen_in, yuan


@pytest.mark.parametrize(
    ("words", "amount"),
    [
        ("12", 1200),
        ("12.5", 1250),
        ("12.50元", 1250),
        ("12.05", 1205),
        ("12块5", 1250),
        ("12块5毛", 1250),
        ("12塊", 1200),
        ("12 块 钱", 1200),
        ("￥ 3.60", 360),
        ("¥3", 300),
        ("1,200", 120_000),
        ("１２．５", 1250),
        ("0.01", 1),
        ("20 yuan", 2000),
        ("五十块", 5000),
        ("十二", 1200),
        ("十五块五", 1550),
        ("一百二十元", 12_000),
        ("两百块钱", 20_000),
    ],
)
def test_an_amount_is_read_the_way_people_write_it(words: str, amount: int) -> None:
    assert fen(words) == amount


@pytest.mark.parametrize(
    ("words", "amount"),
    [
        ("20", 2000),
        ("12块5", 1250),
        ("材料费20", 2000),
        ("材料费20元", 2000),
        ("20元材料费", 2000),
        ("每人20块，现场交", 2000),
        ("一人二十元", 2000),
        ("2斤菌种，一共 35.5 元", 3550),
        ("20 yuan each", 2000),
    ],
)
def test_the_one_amount_of_a_sentence_is_read(words: str, amount: int) -> None:
    assert fen_in(words) == amount


@pytest.mark.parametrize(
    "words", ["", "好多", "大人20元，小孩10元", "20到30", "材料费", "0", "12.345元", "20元材料费，15元饭费"]
)
def test_of_two_amounts_none_is_guessed(words: str) -> None:
    assert fen_in(words) is None


@pytest.mark.parametrize(
    "words",
    [
        "",
        "0",
        "0.00",
        "两三块",
        "十五六元",
        "一百五",
        "好多",
        "12.345",
        "12.5元5",
        "-3",
        "1e3",
        "12元5元",
        "12345678",
        "12 13 14 a",
    ],
)
def test_what_is_no_amount_is_none(words: str) -> None:
    assert fen(words) is None


@pytest.mark.parametrize(
    ("amount", "words"), [(1, "0.01"), (100, "1"), (1205, "12.05"), (1250, "12.50"), (0, "0")]
)
def test_fen_are_written_as_yuan(amount: int, words: str) -> None:
    assert yuan(amount) == words


@given(st.integers(1, 100_000_00))
def test_what_is_written_is_read_back_to_the_fen(amount: int) -> None:
    assert fen(yuan(amount)) == amount
