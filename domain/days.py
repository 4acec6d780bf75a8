"""A day as people type it: "12月3日", "12-3", "2026-12-03", "后天", "下周三", "3 Dec"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from datetime import date, timedelta

from domain.numerals import WORTH

_FROM_TODAY = {
    "今天": 0,
    "今日": 0,
    "明天": 1,
    "明日": 1,
    "后天": 2,
    "後天": 2,
    "大后天": 3,
    "大後天": 3,
    "today": 0,
    "tomorrow": 1,
}
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = rf"({'|'.join(MONTHS)})[a-z]*"
_WEEK = "(?:周|週|星期|礼拜|禮拜)([一二三四五六日天1-6])"
_NUMERAL = re.compile(r"[〇零一二三四五六七八九十]+(?=[年月日号號])")


def read_day(text: str, today: date) -> date | None:
    """The day somebody means, or None. Without a year it is the next such day, today included."""
    words = _plain(text)
    if words in _FROM_TODAY:
        return today + timedelta(days=_FROM_TODAY[words])
    for pattern, read in _WAYS:
        found = re.fullmatch(pattern, words)
        if found is not None:
            return read(today, *found.groups())
    return None


def _plain(text: str) -> str:
    """Half-width, lower case, without blanks and what people put around a date; numerals as digits."""
    words = unicodedata.normalize("NFKC", text).lower()
    words = re.sub(r"[\s,，。.!！]+$|^[到至]", "", words.strip())
    words = re.sub(r"(?<![a-z\d])\s+|\s+(?![a-z\d])", "", words)
    return _NUMERAL.sub(lambda found: numeral(found[0]), words)


def numeral(words: str) -> str:
    """A Chinese numeral in digits: "十二" is 12, "二十" is 20, "二〇二六" is 2026; 0 for what is none, and
    for "两三", which is about so many."""
    tens, ten, ones = words.partition("十")
    if not ten:
        about = len(words) == 2 and not set(words) & set("〇零")
        return "0" if about else "".join(str(WORTH[ch]) for ch in words)
    if len(tens) > 1 or len(ones) > 1 or ones == "十":
        return "0"
    return str((WORTH[tens] if tens else 1) * 10 + (WORTH[ones] if ones else 0))


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _full(_today: date, year: str, month: str, day: str) -> date | None:
    return _date(int(year), int(month), int(day))


def _next(today: date, month: str, day: str) -> date | None:
    """The next time this day comes round: for 29 February that may be years ahead."""
    found = (_date(today.year + years, int(month), int(day)) for years in range(9))
    return next((one for one in found if one is not None and one >= today), None)


def _next_of_month(today: date, day: str) -> date | None:
    months = [divmod(today.month - 1 + offset, 12) for offset in range(4)]
    found = (_date(today.year + years, month + 1, int(day)) for years, month in months)
    return next((one for one in found if one is not None and one >= today), None)


def _weekday(today: date, weeks: str, name: str) -> date:
    """The weekday of this week or, where it has passed, of the next; "下" is always the next week's."""
    number = "一二三四五六日天".index(name) if not name.isdigit() else int(name) - 1
    monday = today - timedelta(days=today.weekday())
    found = monday + timedelta(days=min(number, 6), weeks=len(weeks))
    return found if found >= today else found + timedelta(weeks=1)


def _this_week(today: date, name: str) -> date:
    """The weekday of this week, also where it has passed."""
    found = _weekday(today, "", name)
    return found if found.isocalendar()[:2] == today.isocalendar()[:2] else found - timedelta(weeks=1)


def _named(today: date, month: str, day: str, year: str | None) -> date | None:
    number = str(MONTHS.index(month) + 1)
    return _full(today, year, number, day) if year else _next(today, number, day)


_WAYS: tuple[tuple[str, Callable[..., date | None]], ...] = (
    (r"(\d{4})年(\d{1,2})月(\d{1,2})[日号號]?", _full),
    (r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})", lambda today, y, _, m, d: _full(today, y, m, d)),
    (r"(\d{4})(\d{2})(\d{2})", _full),
    (r"(\d{1,2})月(\d{1,2})[日号號]?", _next),
    (r"(\d{1,2})[-/.](\d{1,2})", _next),
    (r"(\d{1,2})[日号號]", _next_of_month),
    (rf"(下{{0,2}})(?:个|個)?{_WEEK}", _weekday),
    (rf"(?:这|這|本)(?:个|個)?{_WEEK}", _this_week),
    (rf"(\d{{1,2}})(?:st|nd|rd|th)?\s?{_MONTH}\s?(\d{{4}})?", lambda today, d, m, y: _named(today, m, d, y)),
    (rf"{_MONTH}\s?(\d{{1,2}})(?:st|nd|rd|th)?[,\s]*(\d{{4}})?", _named),
)
