"""Which language somebody is first spoken to in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.languages import DEFAULT, LANGUAGES, guess


@pytest.mark.parametrize(
    ("phone_says", "spoken"),
    [
        ("zh-hans", "zh-Hans"),
        ("zh-CN", "zh-Hans"),
        ("zh", "zh-Hans"),
        ("zh_Hant", "zh-Hant"),
        ("zh-TW", "zh-Hant"),
        ("zh-hk", "zh-Hant"),
        ("zh-Hant-MO", "zh-Hant"),
        ("en", "en"),
        ("en-GB", "en"),
        ("fr", "zh-Hans"),
        ("", "zh-Hans"),
        (None, "zh-Hans"),
    ],
)
def test_the_language_of_the_phone_is_a_good_guess(phone_says: str | None, spoken: str) -> None:
    assert guess(phone_says) == spoken


@given(st.text(max_size=20))
def test_whatever_a_phone_says_the_guess_is_a_language_we_speak(phone_says: str) -> None:
    assert guess(phone_says) in LANGUAGES


def test_simplified_chinese_comes_first() -> None:
    assert LANGUAGES[0] == DEFAULT == "zh-Hans"
