"""Tables as spreadsheets (XLSX) that an office opens, prints and goes on working with."""

from __future__ import annotations

import io
import re
import unicodedata
from typing import TYPE_CHECKING

from bot.words import Say
from domain.messages import Table, Text

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.styles import Font
    from openpyxl.worksheet.worksheet import Worksheet

NARROWEST, WIDEST = 8, 40
"""Widths of a column, in digits of the usual font. What is longer than the widest is broken into lines."""
NAME_LIMIT = 31
"""Characters in the name of a sheet."""
_TEXT = "@"
"""The number format of what stays text, also when somebody edits the cell: a phone number, or "=1+1"."""
_ILLEGAL = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]")
"""What XML cannot carry, and the carriage return, which would be seen."""
_ILLEGAL_IN_NAMES = re.compile(r"[\[\]:*?/\\']")


def table_xlsx(table: Table, say: Say) -> bytes:
    """An XLSX of the table, its words as `say` has them. Takes a moment: not to be called in the
    event loop."""
    from openpyxl import Workbook  # slow to load, and not needed by most
    from openpyxl.styles import Font

    def written(cell: Text | int | str) -> int | str:
        words = say(cell) if isinstance(cell, Text) else cell
        return _ILLEGAL.sub("", words) if isinstance(words, str) else words

    rows = [[written(cell) for cell in row] for row in (table.header, *table.rows)]
    book = Workbook(write_only=True)
    book.properties.creator = None
    sheet = book.create_sheet(_ILLEGAL_IN_NAMES.sub("_", str(written(table.name)))[:NAME_LIMIT] or "1")
    _lay_out(sheet, rows)
    for number, row in enumerate(rows):
        font = Font(bold=number == 0)
        sheet.append([_cell(sheet, value, font) for value in row])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _lay_out(sheet: Worksheet, rows: list[list[int | str]]) -> None:
    """Columns as wide as what is in them, the header always in sight, on the screen and on A4 across."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties

    for number, column in enumerate(zip(*rows, strict=True), 1):
        widest = max(_width(line) for cell in column for line in str(cell).split("\n"))
        sheet.column_dimensions[get_column_letter(number)].width = min(max(widest + 2, NARROWEST), WIDEST)
    sheet.freeze_panes = "A2"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.paperSize = "9"  # A4
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0  # as many pages as it takes, each as wide as the table
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _cell(sheet: Worksheet, value: int | str, font: Font) -> Cell:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment

    cell: Cell = WriteOnlyCell(sheet, value)
    cell.font, cell.alignment = font, Alignment(vertical="top", wrap_text=True)
    if isinstance(value, str):
        cell.data_type = "s"  # or "=1+1" would be a formula
        cell.number_format = _TEXT
    return cell


def _width(line: str) -> int:
    """In digits; a Chinese character is as wide as two."""
    return sum(2 if unicodedata.east_asian_width(ch) in "WFA" else 1 for ch in line)
