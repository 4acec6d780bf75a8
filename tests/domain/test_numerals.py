"""Numbers in Chinese: said, and understood again by somebody who learned them elsewhere."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.numerals import DIGITS, WORTH, called, cardinal, read, told
from tests.domain.hearing import understood


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "零"),
        (1, "一"),
        (2, "二"),
        (9, "九"),
        (10, "十"),
        (11, "十一"),
        (12, "十二"),
        (19, "十九"),
        (20, "二十"),
        (22, "二十二"),
        (99, "九十九"),
        (100, "一百"),
        (101, "一百零一"),
        (110, "一百一十"),
        (111, "一百一十一"),
        (200, "两百"),
        (202, "两百零二"),
        (999, "九百九十九"),
        (1000, "一千"),
        (1001, "一千零一"),
        (1010, "一千零一十"),
        (1100, "一千一百"),
        (1250, "一千二百五十"),
        (2222, "两千二百二十二"),
        (9999, "九千九百九十九"),
        (10_000, "一万"),
        (10_001, "一万零一"),
        (10_010, "一万零一十"),
        (11_000, "一万一千"),
        (20_000, "两万"),
        (20_020, "两万零二十"),
        (22_000, "两万二千"),
        (101_000, "十万一千"),
        (100_100, "十万零一百"),
        (120_000, "十二万"),
        (200_000, "二十万"),
        (10_010_000, "一千零一万"),
        (99_999_999, "九千九百九十九万九千九百九十九"),
        (100_000_000, "一亿"),
        (100_000_010, "一亿零一十"),
        (100_001_000, "一亿零一千"),
        (100_120_000, "一亿零一十二万"),
        (120_000_000, "一亿二千万"),
        (200_000_000, "两亿"),
        (20_000_000, "两千万"),
        (1_200_000_000_000, "一万二千亿"),
    ],
)
def test_a_number_is_said_as_people_say_it(number: int, words: str) -> None:
    assert cardinal(number) == words


@given(st.integers(0, 99_999_999) | st.integers(0, 20_000) | st.integers(0, 10**12))
def test_whoever_hears_a_number_understands_it(number: int) -> None:
    assert understood(cardinal(number)) == number


@given(st.integers(0, 10**12))
def test_a_number_has_no_digit_left_nor_a_nought_too_many(number: int) -> None:
    words = cardinal(number)

    assert not re.search(r"\d|零零|零[十百千万亿]", words)
    assert number == 0 or not re.search("^零|零$", words)
    assert not words.startswith("一十")
    assert not re.search(".两|两$|两十|^二[百千万亿]", words)


def test_every_small_number_is_understood_and_no_two_sound_alike() -> None:
    said = [cardinal(number) for number in range(10_500)]

    assert [understood(words) for words in said] == list(range(10_500))
    assert len(set(said)) == len(said)


@pytest.mark.parametrize(
    ("digits", "in_a_year", "on_the_telephone"),
    [
        ("2026", "二零二六", "二零二六"),
        ("110", "一一零", "幺幺零"),
        ("007", "零零七", "零零七"),
        ("", "", ""),
        ("0123456789", "零一二三四五六七八九", "零幺二三四五六七八九"),
    ],
)
def test_digits_are_said_one_by_one(digits: str, in_a_year: str, on_the_telephone: str) -> None:
    assert told(digits) == in_a_year
    assert called(digits) == on_the_telephone


def test_a_digit_is_worth_the_same_in_every_form_people_write() -> None:
    assert [WORTH[digit] for digit in DIGITS] == list(range(10))
    assert (WORTH["〇"], WORTH["两"], WORTH["兩"]) == (0, 2, 2)


@given(st.integers(0, 10**8))
def test_a_number_is_read_as_it_is_said(number: int) -> None:
    assert read(cardinal(number)) == number


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("两", 2),
        ("兩百", 200),
        ("二百", 200),
        ("一十", 10),
        ("一百〇五", 105),
        ("二万", 20_000),
        ("三萬", 30_000),
    ],
)
def test_it_is_read_in_each_of_its_forms(words: str, number: int) -> None:
    assert read(words) == number


@pytest.mark.parametrize(
    "words",
    ["", "两三", "十五六", "三四十", "十十", "百", "一百五", "一百五十六七", "二〇二六", "12", "好多"],
)
def test_what_is_about_so_many_or_no_number_is_not_read(words: str) -> None:
    assert read(words) is None
