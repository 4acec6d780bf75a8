"""What is left out of words that are printed or read out, and what must not be."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.signs import without_pictures


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("🤝 李敏 👍🏽", " 李敏 "),
        ("☎️电话", "电话"),
        ("👨‍👩‍👧一家", "一家"),
        ("1️⃣ 先", "1 先"),
        ("❤⚠✅", ""),
        ("\u200b零\ufeff宽\ue000", "零宽"),
    ],
)
def test_pictures_are_left_out_and_the_words_stay(words: str, kept: str) -> None:
    assert without_pictures(words) == kept


@pytest.mark.parametrize(
    "words",
    [
        "最低-5℃，25°C，50㎡，3㎏，№ 7",
        "■□▲△▼▽◆◇○◎●★☆〒㈠㊣",
        "①②③ → ± × ÷ ≥ ￥ ‰ …… ——",
        "“直”「骨」（一）【二】《三》",
        "a\nb\tc",
    ],
)
def test_signs_that_are_read_stay(words: str) -> None:
    assert without_pictures(words) == words


@given(st.text(string.printable + "一二三，。！？；：、"))
def test_plain_words_stay_as_they_are(words: str) -> None:
    assert without_pictures(words) == words


@given(st.text())
def test_once_is_enough(words: str) -> None:
    assert without_pictures(without_pictures(words)) == without_pictures(words)
