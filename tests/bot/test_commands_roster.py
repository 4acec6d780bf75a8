"""The roster import as a clerk uses it: look, mend, import."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from bot.roster_report import WORDS
from bot.spreadsheets import read_rows, write_rows
from domain.cells import Why
from tests.conftest import Finished, Terminal

HEADER = ["户号", "姓名", "性别", "出生年", "电话", "自然村", "户标签"]
GOOD: list[list[Any]] = [
    HEADER,
    ["1", "王秀英", "女", 1948, 13800000001, "上马曲", "五保"],
    ["1", "王大", "男", "1970年3月", "+86 138 0000 0002", None, None],
]
BAD: list[list[Any]] = [*GOOD, ["2", "李四", "男", 1962, "123", "月亮村", ""], ["", "钱七"]]


@pytest.fixture
def place(furnished: Terminal) -> Terminal:
    """A terminal in a directory with two spreadsheets."""
    write_rows(furnished.place / "good.xlsx", GOOD)
    write_rows(furnished.place / "bad.xlsx", BAD)
    return furnished


def import_(place: Terminal, *words: object) -> Finished:
    return place.bangban("roster", "import", *words)


def result(place: Terminal, *words: object) -> Any:
    finished = import_(place, *words, "--json")
    assert finished.status == 0
    return json.loads(finished.out)


def counts(new: int = 0, changed: int = 0, same: int = 0, absent: int = 0) -> dict[str, int]:
    return {"new": new, "changed": changed, "same": same, "absent": absent}


def test_looking_comes_first_and_writes_nothing(place: Terminal) -> None:
    for _ in range(2):
        looked = result(place, "good.xlsx", "--center", "maqu")
        assert looked["applied"] is False
        assert (looked["households"], looked["persons"]) == (counts(new=1), counts(new=2))


def test_importing_twice_changes_nothing_the_second_time(place: Terminal) -> None:
    first = result(place, "good.xlsx", "--center", "maqu", "--apply")
    second = result(place, "good.xlsx", "--center", "maqu", "--apply")

    assert (first["applied"], first["persons"]) == (True, counts(new=2))
    assert (second["households"], second["persons"]) == (counts(same=1), counts(same=2))


def test_what_is_wrong_is_shown_by_row_column_and_reason(place: Terminal) -> None:
    finished = import_(place, "bad.xlsx", "--center", "maqu")

    assert finished.status == 0
    assert "马曲村社区服务中心: 4 rows" in finished.out
    assert "Rows that are wrong and left out: 2" in finished.out
    lines = [line.split() for line in finished.out.splitlines()]
    assert any(line[:4] == ["4", "电话", "123", "is"] for line in lines)
    assert any(line[:3] == ["4", "自然村", "月亮村"] for line in lines)
    assert any(line[:3] == ["5", "户号", "is"] for line in lines)
    assert "--apply" in finished.out


def test_rows_that_are_wrong_stay_out_and_the_others_go_in(place: Terminal) -> None:
    assert "Imported." in import_(place, "bad.xlsx", "--center", "maqu", "--apply").out

    assert result(place, "good.xlsx", "--center", "maqu")["persons"] == counts(same=2)


def test_json_has_the_problems_with_their_words(place: Terminal) -> None:
    problems = result(place, "bad.xlsx", "--center", "maqu")["problems"]

    assert {(problem["row"], problem["column"], problem["why"]) for problem in problems} == {
        (4, "电话", "not-a-phone"),
        (4, "自然村", "unknown-village"),
        (5, "户号", "missing"),
    }
    assert all(problem["said"] for problem in problems)


def test_a_double_row_names_the_first_one(place: Terminal) -> None:
    write_rows(place.place / "twice.xlsx", [*GOOD, GOOD[1]])

    (problem,) = result(place, "twice.xlsx", "--center", "maqu")["problems"]

    assert problem["said"] == "is the same as row 2"


def test_columns_that_are_not_read_are_named(place: Terminal) -> None:
    rows = [[*GOOD[0], "身份证号"], [*GOOD[1], "x"]]
    write_rows(place.place / "more.xlsx", rows)

    assert "Columns that are not read: 身份证号" in import_(place, "more.xlsx", "--center", "maqu").out
    assert result(place, "more.xlsx", "--center", "maqu")["ignored_columns"] == ["身份证号"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_csv_is_as_good_as_an_xlsx(place: Terminal, encoding: str) -> None:
    text = "\n".join(",".join("" if cell is None else str(cell) for cell in row) for row in GOOD)
    (place.place / "good.csv").write_bytes(text.encode(encoding))
    import_(place, "good.xlsx", "--center", "maqu", "--apply")

    assert result(place, "good.csv", "--center", "maqu")["persons"] == counts(same=2)


def test_markup_in_a_cell_is_shown_as_it_is(place: Terminal) -> None:
    write_rows(place.place / "odd.xlsx", [*GOOD, ["[red]2[/]", "[bold]", "x[/x]"]])

    assert "x[/x]" in import_(place, "odd.xlsx", "--center", "maqu").out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["good.xlsx", "--center", "nowhere"], "The centers are: maqu, dongxing."),
        (["good.xlsx", "--center", "qinghe"], "There is no center qinghe"),
        (["nothing.xlsx", "--center", "maqu"], "nothing.xlsx cannot be read"),
        (["bangban.toml", "--center", "maqu"], "neither XLSX nor CSV"),
        (["empty.csv", "--center", "maqu"], "There is no row with the headers 户号"),
        (["double.csv", "--center", "maqu"], "Two columns mean the same"),
        (["broken.xlsx", "--center", "maqu"], "not a readable XLSX"),
    ],
)
def test_a_file_that_cannot_be_used_is_told(place: Terminal, words: list[str], said: str) -> None:
    Path("empty.csv").write_text("")
    Path("double.csv").write_text("户号,姓名,电话,手机\n", "utf-8")
    Path("broken.xlsx").write_bytes(b"PK\x03\x04")

    finished = import_(place, *words)

    assert finished.status == 2
    assert said in finished.err
    assert "Traceback" not in finished.err


def test_a_template_has_only_columns_that_are_read(place: Terminal) -> None:
    assert place.bangban("roster", "template", "t.xlsx").status == 0

    assert len(read_rows(place.place / "t.xlsx")) == 1
    looked = result(place, "t.xlsx", "--center", "maqu")
    assert (looked["rows"], looked["ignored_columns"]) == (0, [])


def test_a_template_replaces_no_file(place: Terminal) -> None:
    finished = place.bangban("roster", "template", "good.xlsx")

    assert finished.status == 2
    assert "already there" in finished.err


def test_every_reason_has_words() -> None:
    assert set(WORDS) == set(Why)
    assert all(words.format(other=7) for words in WORDS.values())
