"""Spreadsheets as offices send them."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from openpyxl import Workbook

from bot.problems import UsageProblem
from bot.spreadsheets import read_rows, write_rows

ROWS: list[list[Any]] = [["户号", "姓名"], ["1", "王秀英"], ["2", "李四"]]
TEXT = "户号,姓名\n1,王秀英\n2,李四\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_csv_is_read_in_whatever_encoding_it_comes(tmp_path: Path, encoding: str, ending: str) -> None:
    path = tmp_path / "roster.csv"
    path.write_bytes(TEXT.replace("\n", ending).encode(encoding))

    assert read_rows(path) == ROWS


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("name", ["roster.csv", "roster.tsv", "roster.TXT"])
def test_csv_is_read_with_whatever_divides_it(tmp_path: Path, delimiter: str, name: str) -> None:
    path = tmp_path / name
    path.write_text(TEXT.replace(",", delimiter), "utf-8")

    assert read_rows(path) == ROWS


def test_quoted_cells_may_hold_commas_and_line_ends(tmp_path: Path) -> None:
    path = tmp_path / "roster.csv"
    path.write_text('户号,姓名\n1,"王,\n秀英"\n', "utf-8")

    assert read_rows(path)[1] == ["1", "王,\n秀英"]


def test_an_empty_file_has_no_rows(tmp_path: Path) -> None:
    path = tmp_path / "roster.csv"
    path.write_text("")

    assert read_rows(path) == []


def test_xlsx_keeps_numbers_and_dates_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "roster.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("花名册")
        book.add_worksheet("other").write(0, 0, "not this")
        sheet.write_row(0, 0, ["户号", "姓名", "电话", "出生日期"])
        sheet.write_row(1, 0, [1, "王秀英", 13800000001])
        sheet.write_datetime(1, 3, datetime(1948, 3, 2), book.add_format({"num_format": "yyyy-mm-dd"}))  # noqa: DTZ001

    header, row = read_rows(path)

    assert header == ["户号", "姓名", "电话", "出生日期"]
    assert row == [1, "王秀英", 13800000001, datetime(1948, 3, 2)]  # noqa: DTZ001


def test_a_formula_counts_as_its_result(tmp_path: Path) -> None:
    path = tmp_path / "roster.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet().write_formula(0, 0, '="户"&"号"', value="户号")

    assert read_rows(path) == [["户号"]]


def test_merged_cells_are_empty_but_for_the_first(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["马曲村花名册", None])
    sheet.merge_cells("A1:B1")
    sheet.append(["户号", "姓名"])
    book.save(tmp_path / "roster.xlsx")

    assert read_rows(tmp_path / "roster.xlsx") == [["马曲村花名册", None], ["户号", "姓名"]]


def test_what_is_written_can_be_read(tmp_path: Path) -> None:
    write_rows(tmp_path / "t.xlsx", ROWS)

    assert read_rows(tmp_path / "t.xlsx") == ROWS


@pytest.mark.parametrize("name", ["roster.xls", "roster.pdf", "roster", "roster.ods"])
def test_another_kind_of_file_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"x")

    with pytest.raises(UsageProblem, match=r"neither XLSX nor CSV"):
        read_rows(tmp_path / name)


@pytest.mark.parametrize(
    "content", [b"", b"not a zip", b"PK\x03\x04broken", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"]
)
def test_a_broken_or_locked_xlsx_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "roster.xlsx"
    path.write_bytes(content)

    with pytest.raises(UsageProblem, match="not a readable XLSX"):
        read_rows(path)


def test_a_zip_that_is_no_workbook_is_refused(tmp_path: Path) -> None:
    import zipfile

    path = tmp_path / "roster.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("hello.txt", "hello")

    with pytest.raises(UsageProblem, match="not a readable XLSX"):
        read_rows(path)


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "roster.csv"
    path.write_bytes(b"\xff\xff\xff")

    with pytest.raises(UsageProblem, match="not text"):
        read_rows(path)


@pytest.mark.parametrize("name", ["roster.csv", "roster.xlsx"])
def test_a_file_that_is_not_there_is_told(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageProblem, match="No such file"):
        read_rows(tmp_path / name)


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageProblem, match="cannot be written"):
        write_rows(tmp_path / "no" / "t.xlsx", ROWS)
