"""Rows of a spreadsheet become households and persons, or reasons why not."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.cells import Why
from domain.roster import COLUMNS, HeaderError, Problem, Roster, RosterPerson, parse

HEADER = ["户号", "姓名", "性别", "出生年", "电话", "自然村", "户标签"]
VILLAGES = ["上马曲", "下马曲", "柳树湾"]


def read(*rows: list[Any], header: list[Any] = HEADER) -> Roster:
    return parse([header, *rows], villages=VILLAGES, this_year=2026)


def wang(**changes: Any) -> list[Any]:
    row = dict(zip(HEADER, ["1", "王秀英", "女", 1948, "13800000001", "上马曲", "五保"], strict=True))
    return list((row | changes).values())


def only_problem(roster: Roster) -> Problem:
    (problem,) = roster.problems
    return problem


def test_a_row_is_a_person_of_a_household() -> None:
    roster = read(wang())

    (household,) = roster.households.values()
    assert (household.code, household.village, household.tags) == ("1", "上马曲", ("五保",))
    assert household.persons == [RosterPerson(2, "", "王秀英", "f", 1948, "13800000001")]
    assert (roster.rows, roster.problems) == (1, [])


def test_persons_of_one_household_may_lie_anywhere_in_the_file() -> None:
    roster = read(wang(), wang(户号=2, 姓名="李四"), wang(姓名="王大", 自然村=None, 户标签=None))

    assert [person.name for person in roster.households["1"].persons] == ["王秀英", "王大"]
    assert list(roster.households) == ["1", "2"]


def test_a_household_has_the_village_and_the_tags_of_all_its_rows() -> None:
    roster = read(
        wang(自然村="", 户标签=""),
        wang(姓名="王大", 户标签="独居老人"),
        wang(姓名="王二", 户标签="五保 独居老人"),
    )

    assert roster.households["1"].village == "上马曲"
    assert roster.households["1"].tags == ("独居老人", "五保")


@pytest.mark.parametrize("written", ["上马曲组", "上马曲村", "上马曲村民小组", " 上马曲 "])
def test_a_natural_village_may_be_called_by_its_kind(written: str) -> None:
    assert read(wang(自然村=written)).households["1"].village == "上马曲"


def test_english_headers_do_as_well() -> None:
    header = [
        "Household",
        "Person number",
        "NAME",
        "Gender",
        "Birth date*",
        "Phone",
        "Village",
        "Tags",
        "Household_tags",
    ]
    header[4] = "Date of birth"

    roster = read(
        [7, 1, "Anna Li", "female", "1990-01-02", "+86 13900000009", "柳树湾", "party", "poor"], header=header
    )

    (household,) = roster.households.values()
    assert household.persons == [RosterPerson(2, "1", "Anna Li", "f", 1990, "13900000009", ("party",))]
    assert household.tags == ("poor",)


@pytest.mark.parametrize("header", ["户 号", "户号（必填）", "户号*", "户号：", "户　号"])
def test_decoration_of_a_header_does_not_matter(header: str) -> None:
    assert read(["1", "王秀英"], header=[header, "姓名"]).households["1"].persons[0].name == "王秀英"


@pytest.mark.parametrize(("field", "word"), [(field, word) for field in COLUMNS for word in COLUMNS[field]])
def test_every_word_for_a_column_is_known(field: str, word: str) -> None:
    others = {"household": "户号", "name": "姓名"}
    others.pop(field, None)

    assert read(header=[*others.values(), word]).columns == {*others, field}


def test_a_title_above_the_header_is_passed_over() -> None:
    rows = [["马曲村花名册"], [], [None, "制表：村委会"], HEADER, wang()]

    roster = parse(rows, villages=VILLAGES, this_year=2026)

    assert roster.households["1"].persons[0].row == 5


def test_columns_that_mean_nothing_here_are_named_and_left_alone() -> None:
    roster = read([*wang(), "x", "y"], header=[*HEADER, "备注", "身份证号"])

    assert roster.ignored == ("备注", "身份证号")
    assert "备注" not in roster.columns


@pytest.mark.parametrize(
    "rows", [[], [["姓名", "电话"]], [["户号"]], [[None]], [["1", "王秀英"]], [[]] * 10 + [HEADER]]
)
def test_a_file_without_the_needed_headers_is_refused(rows: list[list[Any]]) -> None:
    with pytest.raises(HeaderError, match="户号"):
        parse(rows, villages=VILLAGES, this_year=2026)


def test_two_columns_with_one_meaning_are_refused() -> None:
    with pytest.raises(HeaderError, match="手机, 电话"):
        read(header=[*HEADER, "手机"])


def test_blank_rows_are_not_rows() -> None:
    assert read([], [None] * 7, ["", "  "], wang()).rows == 1


def test_a_short_row_has_empty_cells() -> None:
    roster = read(["1", "王秀英"])

    assert roster.households["1"].persons == [RosterPerson(2, "", "王秀英")]


@pytest.mark.parametrize(
    ("column", "value", "why"),
    [
        ("户号", None, Why.MISSING),
        ("户号", "1" * 41, Why.TOO_LONG),
        ("姓名", " ", Why.MISSING),
        ("姓名", "123", Why.NOT_A_NAME),
        ("性别", "王", Why.NOT_A_SEX),
        ("出生年", "2990", Why.NOT_A_BIRTH),
        ("电话", "123", Why.NOT_A_PHONE),
        ("自然村", "月亮村", Why.UNKNOWN_VILLAGE),
        ("户标签", "x" * 21, Why.TOO_LONG),
    ],
)
def test_a_row_that_is_wrong_is_left_out_with_its_place_and_reason(column: str, value: Any, why: Why) -> None:
    roster = read(wang(户号="9", 姓名="钱七"), wang(**{column: value}))

    problem = only_problem(roster)
    assert (problem.row, problem.column, problem.why) == (3, column, why)
    assert problem.value == str(value or "").strip()
    assert list(roster.households) == ["9"]
    assert roster.rows == 2


def test_everything_wrong_with_a_row_is_told() -> None:
    roster = read(wang(姓名="", 性别="x", 电话="1", 自然村="月亮村"))

    assert {problem.column for problem in roster.problems} == {"姓名", "性别", "电话", "自然村"}
    assert roster.households == {}


def test_a_row_that_comes_twice_counts_once() -> None:
    roster = read(wang(), wang(户号=1.0, 电话="+86 138 0000 0001"))

    problem = only_problem(roster)
    assert (problem.row, problem.column, problem.why, problem.other_row) == (3, "姓名", Why.SAME_ROW, 2)
    assert len(roster.households["1"].persons) == 1


def test_one_person_with_two_stories_is_told() -> None:
    problem = only_problem(read(wang(), wang(出生年=1950)))

    assert (problem.why, problem.other_row) == (Why.SAME_PERSON, 2)


def test_the_same_name_in_another_household_is_somebody_else() -> None:
    roster = read(wang(), wang(户号="2"))

    assert roster.problems == []
    assert len(roster.households) == 2


def test_numbers_tell_two_people_of_one_name_apart() -> None:
    header = ["户号", "人员编号", "姓名"]

    roster = read(["1", "01", "王秀英"], ["1", "02", "王秀英"], ["1", "02", "王二"], header=header)

    assert [person.code for person in roster.households["1"].persons] == ["01", "02"]
    problem = only_problem(roster)
    assert (problem.column, problem.value, problem.why) == ("人员编号", "02", Why.SAME_PERSON)


def test_a_household_lies_in_one_village() -> None:
    roster = read(wang(), wang(姓名="王大", 自然村="柳树湾"), wang(姓名="王二"))

    problem = only_problem(roster)
    assert (problem.row, problem.column, problem.why, problem.other_row) == (
        3,
        "自然村",
        Why.OTHER_VILLAGE,
        2,
    )
    assert [person.name for person in roster.households["1"].persons] == ["王秀英", "王二"]


def test_a_wrong_row_says_nothing_about_its_household() -> None:
    roster = read(wang(电话="1", 户标签="低保"), wang(姓名="王大", 自然村="柳树湾", 户标签=""))

    assert roster.households["1"].village == "柳树湾"
    assert roster.households["1"].tags == ()


CELL = st.one_of(st.none(), st.text(max_size=12), st.integers(), st.floats(), st.dates())


@given(st.lists(st.lists(CELL, max_size=9), max_size=8))
def test_any_rows_are_read_and_none_is_lost(rows: list[list[Any]]) -> None:
    roster = read(*rows)

    persons = sum(len(household.persons) for household in roster.households.values())
    assert persons + len({problem.row for problem in roster.problems}) == roster.rows
