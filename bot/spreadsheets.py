"""Rows of a spreadsheet file: XLSX, or CSV in whatever encoding the office's computer writes."""

from __future__ import annotations

import csv
import io
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from bot.problems import UsageProblem

_ENCODINGS = ("utf-8-sig", "gb18030")
_DELIMITERS = ",;\t"


def read_rows(path: Path) -> list[list[Any]]:
    """All rows of a file, blank ones included. Raises UsageProblem."""
    readers = {".xlsx": _xlsx, ".xlsm": _xlsx, ".csv": _csv, ".tsv": _csv, ".txt": _csv}
    reader = readers.get(path.suffix.lower())
    if reader is None:
        raise UsageProblem(
            f"{path} is neither XLSX nor CSV.", "Open it in the spreadsheet program and save it as .xlsx."
        )
    try:
        return list(reader(path))
    except OSError as error:
        raise UsageProblem(f"{path} cannot be read: {error.strerror}.", "Check the path.") from error


def _xlsx(path: Path) -> Iterator[list[Any]]:
    from openpyxl import load_workbook  # slow to load, and hardly ever needed
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about styles and extensions that do not matter here
            book = load_workbook(path, read_only=True, data_only=True)
    except (BadZipFile, InvalidFileException, KeyError, ValueError) as error:
        raise UsageProblem(
            f"{path} is not a readable XLSX file.",
            "Save it again as .xlsx, without a password. An old .xls with a new name does not do.",
        ) from error
    try:
        for row in book.worksheets[0].iter_rows(values_only=True):
            yield list(row)
    finally:
        book.close()


def _csv(path: Path) -> Iterator[list[Any]]:
    text = _decode(path)
    first_line = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=first_line.count)
    yield from csv.reader(io.StringIO(text), delimiter=delimiter)


def _decode(path: Path) -> str:
    data = path.read_bytes()
    for encoding in _ENCODINGS:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UsageProblem(
        f"{path} is not text that can be read.", "Save it as CSV in UTF-8, or better as .xlsx."
    )


def write_rows(path: Path, rows: list[list[Any]]) -> None:
    """Write an XLSX with these rows. Raises UsageProblem."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    assert sheet is not None  # noqa: S101 - a new workbook has one sheet
    for row in rows:
        sheet.append(row)
    try:
        book.save(path)
    except OSError as error:
        raise UsageProblem(f"{path} cannot be written: {error.strerror}.", "Choose another path.") from error
