"""Tables as offices get them: real files, read again cell by cell."""

from __future__ import annotations

import io
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from bot.attachments import make
from bot.tables import NAME_LIMIT, NARROWEST, WIDEST
from bot.words import translate
from domain.messages import Table, Text, t, verbatim

Cell = Text | int | str


def table(*rows: tuple[Cell, ...], header: tuple[str, ...] = ("姓名", "电话"), name: str = "名单") -> Table:
    """A table with a header of proper names."""
    return Table(name=verbatim(name), header=tuple(verbatim(one) for one in header), rows=rows)


def sheet(made: Table, locale: str = "zh-Hans") -> Worksheet:
    """The one sheet, as it comes out of the file."""
    book = load_workbook(io.BytesIO(make(made, translate, locale)[1]))
    [only] = book.worksheets
    return only


def cells(made: Table, locale: str = "zh-Hans") -> list[tuple[Any, ...]]:
    """What is in the cells."""
    return list(sheet(made, locale).iter_rows(values_only=True))


def test_the_cells_are_those_of_the_table() -> None:
    made = table(("王秀英", "13800000001"), (verbatim("李四"), "0831-1234567"))

    assert cells(made) == [("姓名", "电话"), ("王秀英", "13800000001"), ("李四", "0831-1234567")]


def test_numbers_can_be_added_up_and_phone_numbers_stay_text() -> None:
    _, [phone, count] = sheet(table(("13800000001", 3))).iter_rows()

    assert (phone.data_type, phone.number_format) == ("s", "@")
    assert (count.data_type, count.number_format, count.value) == ("n", "General", 3)


def test_numbers_may_be_none_at_all_or_below() -> None:
    assert cells(table((0, -5)))[1] == (0, -5)


@pytest.mark.parametrize(
    "words", ["=1+1", '=HYPERLINK("https://x")', "+86 138", "-2", "@SUM(A1)", "=", "#N/A", "\t=1+1", "0012"]
)
def test_what_somebody_wrote_is_never_a_formula_or_a_number(words: str) -> None:
    _, row = sheet(table((words, verbatim(words)))).iter_rows()

    assert [(cell.value, cell.data_type, cell.number_format) for cell in row] == [(words, "s", "@")] * 2


def test_not_even_in_the_header() -> None:
    [row] = sheet(table(header=("=1+1", "@x"))).iter_rows()

    assert [(cell.value, cell.data_type) for cell in row] == [("=1+1", "s"), ("@x", "s")]


def test_words_are_in_the_readers_language_and_plain() -> None:
    made = Table(
        name=t("center-late"),
        header=(t("center-late"), t("center-held")),
        rows=(("<王> & 李", t("center-late")),),
    )

    everywhere = {locale: cells(made, locale) for locale in ("zh-Hans", "zh-Hant", "en")}
    assert len({str(rows[0]) for rows in everywhere.values()}) == 3
    assert all(rows[1] == ("<王> & 李", rows[0][0]) for rows in everywhere.values())


def test_the_first_row_is_bold_and_stays_in_sight_on_the_screen_and_on_paper() -> None:
    made = sheet(table(("王秀英", "1")))

    assert [[cell.font.b for cell in row] for row in made.iter_rows()] == [[True, True], [False, False]]
    assert (made.freeze_panes, made.print_title_rows) == ("A2", "$1:$1")


def test_it_is_printed_as_wide_as_the_paper_however_long_it_is() -> None:
    made = sheet(table(("王秀英", "1")))

    assert (made.page_setup.paperSize, made.page_setup.orientation) == (9, "landscape")
    assert made.sheet_properties.pageSetUpPr is not None
    assert made.sheet_properties.pageSetUpPr.fitToPage
    assert made.page_setup.fitToHeight == 0


@pytest.mark.parametrize(
    ("widest", "width"),
    [
        ("", NARROWEST),
        ("王", NARROWEST),
        ("王秀英王", 10),
        ("13800000001", 13),
        ("王\n王秀英王", 10),
        (13800000001, 13),
        ("王" * 19, WIDEST),
        ("王" * 20, WIDEST),
        ("王" * 500, WIDEST),
    ],
)
def test_a_column_is_as_wide_as_what_is_in_it_within_reason(widest: Cell, width: int) -> None:
    made = sheet(table(("1", "x"), (widest, "x"), header=("户", "x")))

    assert made.column_dimensions["A"].width == width


def test_a_header_that_is_wider_than_all_below_it_is_not_cut() -> None:
    assert sheet(table(("1", "x"), header=("服务中心电话", "x"))).column_dimensions["A"].width == 14


def test_what_is_long_is_broken_into_lines() -> None:
    assert all(
        cell.alignment.wrap_text for row in sheet(table(("王" * 100, "x"))).iter_rows() for cell in row
    )


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("王\x00\x07秀英\x1f", "王秀英"),
        ("一\r\n二", "一\n二"),
        ("\ufffe王\uffff", "王"),
        ("🤝 王　芳", "🤝 王　芳"),
    ],
)
def test_what_a_file_cannot_carry_is_left_out(words: str, kept: str) -> None:
    assert cells(table((words, verbatim(words))))[1] == (kept, kept)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("马曲村名单", "马曲村名单"),
        ("a[1]:b*c?d/e\\f'", "a_1__b_c_d_e_f_"),
        ("王" * (NAME_LIMIT + 1), "王" * NAME_LIMIT),
        ("", "1"),
        ("\x07", "1"),
    ],
)
def test_the_sheet_has_the_tables_name_as_far_as_it_may(name: str, shown: str) -> None:
    assert sheet(table(name=name)).title == shown


def test_a_table_without_rows_is_its_header() -> None:
    assert cells(table()) == [("姓名", "电话")]


def test_a_table_of_a_whole_village_is_made() -> None:
    made = table(*((f"村民{number}", str(13800000000 + number)) for number in range(2000)))

    rows = cells(made)
    assert (len(rows), rows[-1]) == (2001, ("村民1999", "13800001999"))


def test_the_file_does_not_say_what_made_it() -> None:
    from zipfile import ZipFile

    with ZipFile(io.BytesIO(make(table(), translate, "en")[1])) as book:
        assert b"creator" not in book.read("docProps/core.xml")
