"""Cells of a spreadsheet as people fill them in, read as what they mean."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

NAME_LIMIT = 40
CODE_LIMIT = 40
TAG_LIMIT = 20
OLDEST_YEAR = 1900
_EXCEL_EPOCH = date(1899, 12, 30)
"""Day 0 of Excel's count, with its leap day of 1900 that never was allowed for."""
_EXCEL_DAYS = range(3654, 73051)
"""1910 to 2099: smaller numbers are years."""

_MOBILE = re.compile(r"1[3-9]\d{9}")
_LANDLINE = re.compile(r"0\d{9,11}|[2-8]\d{6,7}")
_ABROAD = re.compile(r"\+(?!86)[1-9]\d{7,14}")
_DATE = re.compile(r"(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?|年)?")
_COMPACT_DATE = re.compile(r"(\d{4})(\d{2})(\d{2})?")
_SEXES = {"男": "m", "m": "m", "male": "m", "1": "m", "女": "f", "f": "f", "female": "f", "2": "f"}


class Why(StrEnum):
    """What is wrong with a cell or a row."""

    MISSING = "missing"
    TOO_LONG = "too-long"
    NOT_A_NAME = "not-a-name"
    NOT_A_PHONE = "not-a-phone"
    NOT_A_SEX = "not-a-sex"
    NOT_A_BIRTH = "not-a-birth"
    UNKNOWN_VILLAGE = "unknown-village"
    OTHER_VILLAGE = "other-village"
    SAME_ROW = "same-row"
    SAME_PERSON = "same-person"


class CellError(ValueError):
    """A cell that cannot be read."""

    def __init__(self, why: Why) -> None:
        super().__init__(why)
        self.why = why


def text(value: Any) -> str:
    """A cell as one line of text: full-width forms made plain, whole numbers without Excel's ".0"."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return " ".join(unicodedata.normalize("NFKC", str(value)).split())


def code(value: Any) -> str:
    """The number of a household or a person; "" if there is none."""
    found = text(value)
    if len(found) > CODE_LIMIT:
        raise CellError(Why.TOO_LONG)
    return found


def name(value: Any) -> str:
    """A person's name; the spaces that make two characters as wide as three are taken out."""
    found = re.sub(r"(?<=[\u3400-\u9fff·]) (?=[\u3400-\u9fff·])", "", text(value))
    if len(found) > NAME_LIMIT:
        raise CellError(Why.TOO_LONG)
    if found and not any(char.isalpha() for char in found):
        raise CellError(Why.NOT_A_NAME)
    return found


def phone(value: Any) -> str | None:
    """A phone number: eleven digits for a mobile, without +86, spaces or dashes."""
    found = re.sub(r"[\s().\-–—]", "", text(value))
    if not found:
        return None
    home = re.sub(r"^(\+86|0086|86(?=1\d{10}$))", "", found)
    if not any(form.fullmatch(home) for form in (_MOBILE, _LANDLINE, _ABROAD)):
        raise CellError(Why.NOT_A_PHONE)
    return home


def sex(value: Any) -> str | None:
    """ "m" or "f" (also as the national standard numbers them, GB/T 2261.1: 1 and 2)."""
    found = text(value).casefold().removesuffix("性")
    if found and found not in _SEXES:
        raise CellError(Why.NOT_A_SEX)
    return _SEXES.get(found)


def birth_year(value: Any, this_year: int) -> int | None:
    """The year of birth, from a year, a date in any usual form, or Excel's count of days."""
    found = text(value)
    if not found:
        return None
    year = value.year if isinstance(value, date) else _year(found)
    if year is None or not OLDEST_YEAR <= year <= this_year:
        raise CellError(Why.NOT_A_BIRTH)
    return int(year)


def _year(found: str) -> int | None:
    if match := _DATE.fullmatch(found.replace(" 00:00:00", "").replace(" ", "")):
        return _checked(*match.groups())
    if found.isdecimal() and len(found) == 5 and int(found) in _EXCEL_DAYS:
        return (_EXCEL_EPOCH + timedelta(days=int(found))).year
    match = _COMPACT_DATE.fullmatch(found)
    return _checked(*match.groups()) if match else None


def _checked(year: str, month: str | None, day: str | None) -> int | None:
    try:
        return datetime(int(year), int(month or 1), int(day or 1)).year  # noqa: DTZ001 - only the year
    except ValueError:
        return None


def tags(value: Any) -> tuple[str, ...]:
    """The tags of a cell, each once, in the order they are written."""
    found = [tag for tag in re.split(r"[,;/|\s、。]+", text(value)) if tag]
    if any(len(tag) > TAG_LIMIT for tag in found):
        raise CellError(Why.TOO_LONG)
    return tuple(dict.fromkeys(found))
