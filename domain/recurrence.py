"""What comes round again: every week, every month, on the market days of the lunar calendar, every year."""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, cast

from lunardate import LunarDate

from domain.days import MONTHS, numeral

Kind = Literal["weekly", "monthly", "lunar", "yearly", "lunar-yearly"]
LONGEST = 9 * 366
"""Days within which everything has come round: 29 February may be eight years off."""
_LUNAR = (date(1900, 1, 31), date(2100, 2, 8))
"""First and last day of the lunar data."""
_WEEKDAYS = "一二三四五六日"
_ENGLISH = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_LUNAR_MONTHS = {"正": "一", "冬": "十一", "腊": "十二", "臘": "十二"}


class MalformedRhythmError(ValueError):
    """Not the packed form of any rhythm."""


@dataclass(frozen=True)
class Rhythm:
    """The days something comes round.

    days  weekly: weekdays, 0 for Monday; monthly: days of the month, a day it does not have being its last;
          lunar: days of the lunar month; yearly, lunar-yearly: one day of `month`
    """

    kind: Kind
    days: tuple[int, ...]
    month: int = 0

    def pack(self) -> str:
        """The form kept in a row: "lunar:3,8,13,18,23,28", "yearly:3-20"."""
        days = ",".join(map(str, self.days))
        return f"{self.kind}:{self.month}-{days}" if self.month else f"{self.kind}:{days}"

    @classmethod
    def unpack(cls, packed: str) -> Rhythm:
        """Read the packed form. Raises MalformedRhythmError."""
        found = re.fullmatch(r"(weekly|monthly|lunar|yearly|lunar-yearly):(?:(\d+)-)?([\d,]+)", packed)
        if found is None:
            raise MalformedRhythmError(packed)
        days = tuple(int(one) for one in found[3].split(",") if one)
        return cls(cast(Kind, found[1]), days, int(found[2] or 0))

    def falls_on(self, day: date) -> bool:
        """Whether it comes round on this day."""
        if self.kind == "weekly":
            return day.weekday() in self.days
        if self.kind in ("monthly", "yearly"):
            last = monthrange(day.year, day.month)[1]
            return self.month in (0, day.month) and any(min(one, last) == day.day for one in self.days)
        if not _LUNAR[0] <= day <= _LUNAR[1]:
            return False
        moon = LunarDate.from_solar_date(day.year, day.month, day.day)
        if self.kind == "lunar":
            return moon.day in self.days
        return (moon.month, moon.day) == (self.month, self.days[0]) and not moon.is_leap_month

    def after(self, day: date) -> date | None:
        """The first day after this one on which it comes round; None if there is none in nine years."""
        days = (day + timedelta(days=count) for count in range(1, LONGEST))
        return next((one for one in days if self.falls_on(one)), None)


def read_rhythm(text: str) -> Rhythm | None:
    """The rhythm somebody means, or None: "每周三", "每月10号、25号", "逢三逢八", "每年3月20日"."""
    words = _plain(text)
    for pattern, read in _WAYS:
        if (found := re.fullmatch(pattern, words)) is not None:
            return read(*found.groups())
    return None


def _plain(text: str) -> str:
    words = unicodedata.normalize("NFKC", text).lower().strip(" 。.!！")
    words = words.replace("廿", "二十").replace("初", "").replace("農曆", "农历").replace("週", "周")
    return words if re.search("[a-z]", words) else re.sub(r"\s+", "", words)


def _numbers(words: str, lowest: int, highest: int) -> tuple[int, ...]:
    """The numbers in a list of days, in digits or as numerals, if all of them are possible."""
    found = [
        int(one if one.isdigit() else numeral(one))
        for one in re.findall(r"\d+|[一二三四五六七八九十]+", words)
    ]
    return tuple(sorted(set(found))) if found and all(lowest <= one <= highest for one in found) else ()


def _weekly(words: str) -> Rhythm | None:
    days = {_WEEKDAYS.index("日" if one == "天" else one) for one in re.findall(r"[一二三四五六日天]", words)}
    return Rhythm("weekly", tuple(sorted(days))) if days else None


def _weekly_in_english(words: str) -> Rhythm | None:
    names = re.findall(r"[a-z]+", words)
    days = {n for name in names for n, full in enumerate(_ENGLISH) if len(name) > 2 and full.startswith(name)}
    return Rhythm("weekly", tuple(sorted(days))) if days else None


def _monthly(words: str) -> Rhythm | None:
    days = _numbers(words, 1, 31)
    return Rhythm("monthly", days) if days else None


def _market(words: str) -> Rhythm | None:
    """Market days are said by their last digit: 逢三 is the 3rd, 13th and 23rd."""
    ends = _numbers(words, 1, 10)
    days = sorted(end + tens for end in ends for tens in (0, 10, 20))
    return Rhythm("lunar", tuple(days)) if days else None


def _lunar(words: str) -> Rhythm | None:
    days = _numbers(words, 1, 30)
    return Rhythm("lunar", days) if days else None


def _yearly(month: str, day: str) -> Rhythm | None:
    number, of = _numbers(day, 1, 31), _numbers(month, 1, 12)
    if not number or not of or number[0] > monthrange(2024, of[0])[1]:
        return None
    return Rhythm("yearly", number[:1], of[0])


def _yearly_in_english(day: str, month: str) -> Rhythm | None:
    return _yearly(str(MONTHS.index(month) + 1), day)


def _lunar_yearly(month: str, day: str) -> Rhythm | None:
    number, of = _numbers(day, 1, 30), _numbers(_LUNAR_MONTHS.get(month, month), 1, 12)
    return Rhythm("lunar-yearly", number[:1], of[0]) if number and of else None


_N = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_LIST = rf"{_N}(?:[日号號]?[、,，和及]{_N})*"
_DAY = "[一二三四五六日天]"
_ANNUAL_MONTHS = r"\d{1,2}|[一二三四五六七八九十]{1,2}"
_WAYS = (
    (
        r"每?(?:个|個)?(?:周|星期|礼拜|禮拜)([一二三四五六日天](?:[、,，和及]?(?:周|星期)?[一二三四五六日天])*)",
        _weekly,
    ),
    (rf"每(?:个|個)?月({_LIST})[日号號]?", _monthly),
    (rf"(?:农历)?((?:逢{_N}[、,，和及]?)+)(?:赶场|趕場|赶集|趕集|场|集)?", _market),
    (rf"农历(?:每(?:个|個)?月)?({_LIST})[日号號]?", _lunar),
    (rf"每年({_ANNUAL_MONTHS})月({_N})[日号號]?", _yearly),
    (rf"每年农历({_ANNUAL_MONTHS}|[正冬腊臘])月({_N})[日号號]?", _lunar_yearly),
    (rf"每年([正冬腊臘])月({_N})[日号號]?", _lunar_yearly),
    (r"every ((?:[a-z]+day|mon|tue|wed|thu|fri|sat|sun)(?:(?:,| and) ?[a-z]+)*)", _weekly_in_english),
    (r"every month (?:on )?(?:the )?([\d, and]+)(?:st|nd|rd|th)?", _monthly),
    (r"lunar ([\d, and]+)", _market),
    (
        rf"every year (?:on )?(?:the )?(\d{{1,2}})(?:st|nd|rd|th)? ({'|'.join(MONTHS)})[a-z]*",
        _yearly_in_english,
    ),
)
