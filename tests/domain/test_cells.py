"""Cells as offices really fill them in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain import cells
from domain.cells import CellError, Why


def why(read: Callable[[Any], Any], value: Any) -> Why:
    with pytest.raises(CellError) as caught:
        read(value)
    return caught.value.why


def year(value: Any) -> int | None:
    return cells.birth_year(value, 2026)


@pytest.mark.parametrize(
    ("value", "means"),
    [
        (None, ""),
        ("", ""),
        ("  a  b ", "a b"),
        (12.0, "12"),
        (12.5, "12.5"),
        (12, "12"),
        ("１２", "12"),
        ("（村）", "(村)"),
        ("\u3000王\u3000", "王"),
        ("王\n秀英", "王 秀英"),
    ],
)
def test_text_is_one_plain_line(value: Any, means: str) -> None:
    assert cells.text(value) == means


@pytest.mark.parametrize(
    ("value", "means"),
    [
        ("王秀英", "王秀英"),
        ("王 英", "王英"),
        ("王　　英", "王英"),
        ("买买提 · 艾力", "买买提·艾力"),
        ("Anna  Li", "Anna Li"),
        (None, ""),
    ],
)
def test_a_name_loses_the_spaces_that_only_align_it(value: Any, means: str) -> None:
    assert cells.name(value) == means


def test_what_has_no_letter_is_no_name() -> None:
    assert why(cells.name, 12345) == Why.NOT_A_NAME
    assert why(cells.name, "——") == Why.NOT_A_NAME
    assert why(cells.name, "王" * 41) == Why.TOO_LONG


@pytest.mark.parametrize(
    "value",
    [
        "13800000001",
        13800000001,
        13800000001.0,
        "138 0000 0001",
        "138-0000-0001",
        "+8613800000001",
        "+86 138 0000 0001",
        "(+86)13800000001",
        "008613800000001",
        "8613800000001",
        "１３８０００００００１",
        "\t13800000001 ",
    ],
)
def test_a_mobile_number_is_eleven_digits_however_it_is_written(value: Any) -> None:
    assert cells.phone(value) == "13800000001"


@pytest.mark.parametrize(
    ("value", "means"),
    [
        ("0900-8551101", "09008551101"),
        ("(010) 12345678", "01012345678"),
        ("8551101", "8551101"),
        ("+852 9123 4567", "+85291234567"),
        (None, None),
        (" ", None),
    ],
)
def test_landlines_and_numbers_from_abroad_are_kept(value: Any, means: str | None) -> None:
    assert cells.phone(value) == means


@pytest.mark.parametrize(
    "value",
    [
        "1380000001",
        "138000000011",
        "12800000001",
        "1.38E+10",
        1.38e10 + 0.5,
        "无",
        "110",
        "13800000001/13900000001",
        "+86123",
    ],
)
def test_what_cannot_be_called_is_no_phone(value: Any) -> None:
    assert why(cells.phone, value) == Why.NOT_A_PHONE


@pytest.mark.parametrize("value", ["男", "M", "m", "male", "Male", 1, 1.0, "1", "男性"])
def test_a_man_is_written_in_many_ways(value: Any) -> None:
    assert cells.sex(value) == "m"


@pytest.mark.parametrize("value", ["女", "F", "female", 2, "２", " 女 "])
def test_and_so_is_a_woman(value: Any) -> None:
    assert cells.sex(value) == "f"


def test_an_empty_sex_is_unknown_and_another_word_is_wrong() -> None:
    assert cells.sex(None) is None
    assert why(cells.sex, "王") == Why.NOT_A_SEX
    assert why(cells.sex, 0) == Why.NOT_A_SEX


@pytest.mark.parametrize(
    "value",
    [
        1956,
        1956.0,
        "1956",
        "1956年",
        "1956年3月",
        "1956年3月2日",
        "1956-03",
        "1956-3-2",
        "1956/03/02",
        "1956.3.2",
        1956.03,
        1956.1,
        "19560302",
        19560302,
        "195603",
        "１９５６年３月",
        "1956 年 3 月",
        "1956-03-02 00:00:00",
        date(1956, 3, 2),
        datetime(1956, 3, 2),  # noqa: DTZ001 - what a spreadsheet gives
        20516,
        "20516",
    ],
)
def test_a_year_of_birth_is_found_in_any_usual_date(value: Any) -> None:
    assert year(value) == 1956


@pytest.mark.parametrize(
    "value",
    [
        "56",
        "1956-13",
        "1956-02-30",
        "19561301",
        "1899",
        "2027",
        "属猴",
        "1956-03-02-01",
        date(1880, 1, 1),
        99999,
        True,
    ],
)
def test_what_is_no_date_of_birth_is_refused(value: Any) -> None:
    assert why(year, value) == Why.NOT_A_BIRTH


def test_somebody_may_be_born_this_year_or_have_no_date() -> None:
    assert year("2026-01-01") == 2026
    assert year("") is None


@pytest.mark.parametrize(
    "value",
    [
        "五保、独居老人",
        "五保,独居老人",
        "五保；独居老人",
        "五保 独居老人",
        "五保|独居老人、五保",
        " 五保/独居老人 ",
    ],
)
def test_tags_are_told_apart_by_any_mark(value: str) -> None:
    assert cells.tags(value) == ("五保", "独居老人")


def test_no_tags_are_no_tags_and_a_sentence_is_none() -> None:
    assert cells.tags(None) == ()
    assert why(cells.tags, "这一户的情况比较特殊需要经常去看一看才行啊各位") == Why.TOO_LONG


@pytest.mark.parametrize(("value", "means"), [(12.0, "12"), ("012", "012"), ("Ａ－１", "A-1"), (None, "")])
def test_a_household_number_is_text(value: Any, means: str) -> None:
    assert cells.code(value) == means


def test_a_number_has_its_length() -> None:
    assert cells.code("1" * 40) == "1" * 40
    assert why(cells.code, "1" * 41) == Why.TOO_LONG


@given(st.one_of(st.text(), st.integers(), st.floats(allow_nan=True), st.dates(), st.booleans(), st.none()))
def test_anything_in_a_cell_is_read_or_refused(value: Any) -> None:
    for read in (cells.code, cells.name, cells.phone, cells.sex, year, cells.tags):
        try:
            read(value)
        except CellError as error:
            assert error.why in Why
