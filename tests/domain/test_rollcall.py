"""The rules of a roll call: how a household stands, what is added up, who reads which names."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.catalogue import CATALOGUE
from domain.rollcall import (
    CAUSES,
    MOST_PARTS,
    OTHERWISE,
    RANK,
    STANDINGS,
    Count,
    Line,
    Report,
    at_most,
    pressing,
    worst,
)

AT = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
COUNTS = st.builds(Count, *[st.integers(0, 50)] * 4)


@pytest.mark.parametrize(
    ("answers", "standing"),
    [
        ([], "silent"),
        (["safe"], "safe"),
        (["away"], "away"),
        (["help"], "help"),
        (["safe", "safe"], "safe"),
        (["safe", "away"], "away"),
        (["away", "help"], "help"),
        (["help", "safe"], "help"),
        (["safe", "help", "away"], "help"),
    ],
)
def test_a_household_stands_as_its_worst_answer(answers: list[str], standing: str) -> None:
    assert worst(answers) == standing


@given(st.lists(st.sampled_from([*RANK])))
def test_the_order_of_answers_does_not_matter(answers: list[str]) -> None:
    assert worst(answers) == worst(reversed(answers))
    assert worst(answers) in STANDINGS


def test_every_cause_is_an_emergency_there_is_with_a_number_to_ring() -> None:
    for kind in (*CAUSES.values(), OTHERWISE):
        assert CATALOGUE.emergency(kind).hotline in ("110", "119", "120")
    assert len(CAUSES) == 5, "as many as a screen has choices"


def test_who_was_not_heard_of_is_silent() -> None:
    count = Count.of(10, {"safe": 4, "help": 1, "away": 2})
    assert count == Count(safe=4, help=1, away=2, silent=3)
    assert (count.answered, count.total) == (7, 10)
    assert Count.of(3, {}) == Count(silent=3)
    assert Count.of(1, {"safe": 2}) == Count(safe=2), (
        "somebody moved away meanwhile; nobody is less than none"
    )


@given(COUNTS, COUNTS)
def test_counts_add_up(one: Count, other: Count) -> None:
    assert (one + other).total == one.total + other.total
    assert (one + other).answered == one.answered + other.answered


def test_those_who_need_help_come_first_then_the_silent() -> None:
    parts = [("甲", Count(safe=9)), ("乙", Count(silent=3)), ("丙", Count(help=1)), ("丁", Count(silent=4))]
    assert [name for name, _ in pressing(parts)] == ["丙", "丁", "乙", "甲"]


@pytest.mark.parametrize(("parts", "named"), [(0, 0), (1, 1), (MOST_PARTS, MOST_PARTS), (MOST_PARTS + 1, 11)])
def test_the_least_pressing_parts_are_added_up(parts: int, named: int) -> None:
    whole = [(str(number), Count(safe=1)) for number in range(parts)]
    shown, rest = at_most(MOST_PARTS, whole)
    assert len(shown) == named
    assert rest == (Count(safe=parts - named) if parts > named else None)


def line(household: str, village: str, standing: str, by: str = "", note: str = "") -> Line:
    """One household of a report."""
    return Line(household=household, village=village, standing=standing, at=AT, by=by, note=note)


REPORT = Report(
    lines=(
        line("1", "上马曲", "safe", "王秀英"),
        line("2", "上马曲", "help", "李强"),
        line("3", "下马曲", "away", "吴婶", "县城"),
        Line(household="4", village="下马曲", nobody=True),
    ),
    others={"safe": 2},
)


def test_a_report_counts_each_household_once() -> None:
    assert REPORT.count() == Count(safe=1, help=1, away=1, silent=1)
    assert REPORT.by_village() == [
        ("上马曲", Count(safe=1, help=1)),
        ("下马曲", Count(away=1, silent=1)),
    ]
    assert Report().count() == Count() and Report().by_village() == []


def test_an_office_reads_the_names_of_those_who_need_help_only() -> None:
    seen = REPORT.without_names()
    assert [one.by for one in seen.lines] == ["", "李强", "", ""]
    assert [one.note for one in seen.lines] == ["", "", "", ""]
    assert seen.count() == REPORT.count() and seen.others == REPORT.others


def test_a_report_is_kept_and_read_back() -> None:
    assert Report.model_validate(REPORT.pack()) == REPORT
