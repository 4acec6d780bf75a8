"""Dates and times of day in figures, as they are said in Mandarin."""

from __future__ import annotations

import re
from collections.abc import Callable

from domain.numerals import cardinal, told

Rules = tuple[tuple[str, Callable[[re.Match[str]], str]], ...]
"""What figures look like, and what is said for them; the first that fits."""

_YEAR = r"((?:19|20)\d\d)"
_MONTH = r"(0?[1-9]|1[0-2])"
_DAY = r"(0?[1-9]|[12]\d|3[01])"
DASH = "(?:[-~～–至到]|—(?!—))"
"""Between the two ends of a range; a dash of two strokes is between sentences."""
_PERIOD = (
    "(凌晨|清晨|清早|早上|早晨|上午|中午|下午|午后|午後|傍晚|"
    "晚上|晚间|晚間|夜里|夜裡|夜裏|今早|明早|今晚|明晚|早|晚|)"
)
_HOUR = r"([01]?\d|2[0-4])"
_CLOCK = rf"{_HOUR}:([0-5]\d)(?::([0-5]\d))?"
_PERIODS = ((5, "凌晨"), (9, "早上"), (12, "上午"), (13, "中午"), (18, "下午"), (25, "晚上"))
"""What the hours before this one belong to."""


def _date(year: str, month: str, day: str = "") -> str:
    words = f"{told(year)}年" if year else ""
    return f"{words}{cardinal(int(month))}月" + (f"{cardinal(int(day))}号" if day else "")


def _period(hour: int) -> str:
    return next(name for end, name in _PERIODS if hour < end)


def _clock(period: str, hour: int, minute: int, second: int = 0) -> str:
    """9:30 is 九点半, 14:00 两点; 0 is 零点, and 24 is 十二点."""
    twelfth = hour if hour <= 12 else hour - 12
    words = f"{period}{'两' if twelfth == 2 else cardinal(twelfth)}点"
    if minute == 30 and not second:
        return f"{words}半"
    words += f"{'零' if 0 < minute < 10 else ''}{cardinal(minute)}分" if minute or second else ""
    return f"{words}{cardinal(second)}秒" if second else words


def _from_to(found: re.Match[str]) -> str:
    """A time, or two: the second says the part of the day only where it is another one."""
    period, hour, minute, second, period2, hour2, minute2, second2 = found.groups()
    begun = _clock(period or _period(int(hour)), int(hour), int(minute), int(second or 0))
    if hour2 is None:
        return begun
    clear = int(hour2) <= 12 if period else _period(int(hour)) == _period(int(hour2))
    until = period2 or ("" if clear else _period(int(hour2)))
    return f"{begun}到{_clock(until, int(hour2), int(minute2), int(second2 or 0))}"


def _oclock(found: re.Match[str]) -> str:
    """14点30分, 14-16点: who writes a 14 counts to 24, of a 9 nobody knows."""
    period, first, hour, minute = found.groups()
    begin, end = int(first or hour), int(hour)
    named = period or end <= 12
    begun = _clock(period if named else _period(begin), begin, 0 if first else int(minute or 0))
    if first is None:
        return begun
    until = "" if named or _period(begin) == _period(end) else _period(end)
    return f"{begun}到{_clock(until, end, int(minute or 0))}"


_COUNTED = "[元块塊圆圓万萬亿億千百%％]"
"""What is behind an amount: 2049.01元 is no January."""
TIME_RULES: Rules = (
    (rf"(?<!\d)(\d{{4}})([-/.]){_MONTH}\2{_DAY}(?!\d)", lambda found: _date(found[1], found[3], found[4])),
    (rf"(?<![\d¥￥$]){_YEAR}[-/.]{_MONTH}(?![\d./-]|\s*{_COUNTED})", lambda found: _date(found[1], found[2])),
    (rf"(?<!\d){_YEAR}(?=年|{DASH}(?:19|20)\d\d年)", lambda found: told(found[1])),
    (rf"(?<!\d){_MONTH}月{_DAY}(?:[日号號]|(?={DASH}))", lambda found: _date("", found[1], found[2])),
    (rf"(?<![\d续續期满滿]){_DAY}日(?![内內以之])", lambda found: f"{cardinal(int(found[1]))}号"),
    (rf"(?<![\d/]){_MONTH}/{_DAY}(?![\d/])", lambda found: _date("", found[1], found[2])),
    (rf"(?<![\d:]){_PERIOD}{_CLOCK}(?:\s*{DASH}\s*{_PERIOD}{_CLOCK})?(?![\d:])", _from_to),
    (
        rf"(?<![\d.:]){_PERIOD}(?:{_HOUR}\s*{DASH}\s*)?{_HOUR}[点點时時](?:([0-5]?\d)分(?![钟鐘]))?",
        _oclock,
    ),
)
"""Dates and times."""
