"""Dates as a village writes them: with the weekday and the lunar day."""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel.dates import format_date
from lunardate import LunarDate

from locales.translator import format_text

_BABEL = {"zh-Hans": "zh_Hans_CN", "zh-Hant": "zh_Hant_TW", "en": "en_GB"}
_LUNAR = (date(1900, 1, 31), date(2100, 2, 8))
"""First and last day of the lunar data; for any other the package raises nothing, and says nonsense."""
_DAY = {"zh-Hans": "M月d日 EEE", "zh-Hant": "M月d日 EEE", "en": "EEE d MMM"}
_FULL_DAY = {"zh-Hans": "y年M月d日", "zh-Hant": "y年M月d日", "en": "d MMMM y"}
_NEAR = 3
"""Today, tomorrow and the day after have names."""
_SHORT_DAY = {"zh-Hans": "M月d日", "zh-Hant": "M月d日", "en": "d MMM"}


@lru_cache(maxsize=1000)
def lunar(day: date, language: str) -> str:
    """The lunar day: "农历十月十六"; empty beyond the lunar calendar's data."""
    if not _LUNAR[0] <= day <= _LUNAR[1]:
        return ""
    found = LunarDate.from_solar_date(day.year, day.month, day.day)
    args = {
        "month": format_text(f"lunar-month-{found.month}", {}, language),
        "day": format_text(f"lunar-day-{found.day}", {}, language),
    }
    return format_text("lunar-leap" if found.is_leap_month else "lunar", args, language)


@lru_cache(maxsize=1000)
def _written(day: date, pattern: str, language: str) -> str:
    return format_date(day, pattern, locale=_BABEL[language])


def day(at: datetime, zone: str, language: str) -> str:
    """A day with its weekday and lunar day."""
    local = at.astimezone(ZoneInfo(zone)).date()
    written, moon = _written(local, _DAY[language], language), lunar(local, language)
    return format_text("day-with-lunar", {"day": written, "lunar": moon}, language) if moon else written


def full(at: datetime, zone: str, language: str) -> str:
    """A day with its year and lunar day, as notices and letters are dated: "2026年11月26日 农历十月十八"."""
    written, moon = plain(at, zone, language), lunar(at.astimezone(ZoneInfo(zone)).date(), language)
    return format_text("date-with-lunar", {"date": written, "lunar": moon}, language) if moon else written


def plain(at: datetime, zone: str, language: str) -> str:
    """A day with its year and nothing else: "2026年11月26日"."""
    return _written(at.astimezone(ZoneInfo(zone)).date(), _FULL_DAY[language], language)


def date_only(at: datetime, zone: str, language: str) -> str:
    """A day with its weekday, short enough for a button."""
    return _written(at.astimezone(ZoneInfo(zone)).date(), _DAY[language], language)


def time(at: datetime, zone: str) -> str:
    """A time of day on the 24-hour clock."""
    return f"{at.astimezone(ZoneInfo(zone)):%H:%M}"


def moment(at: datetime, zone: str, language: str) -> str:
    """A day and a time."""
    return format_text("day-and-time", {"day": day(at, zone, language), "time": time(at, zone)}, language)


def short(at: datetime, zone: str, language: str) -> str:
    """A day and a time in as few characters as a button has room for."""
    local = at.astimezone(ZoneInfo(zone)).date()
    return f"{_written(local, _SHORT_DAY[language], language)} {time(at, zone)}"


def near(at: datetime, seen: datetime | None, zone: str, language: str) -> str:
    """ "Today", "tomorrow" or "the day after", with the time, as it was when it was said; else the moment."""
    days = (
        (at.astimezone(ZoneInfo(zone)).date() - seen.astimezone(ZoneInfo(zone)).date()).days if seen else -1
    )
    if not 0 <= days < _NEAR:
        return moment(at, zone, language)
    args = {"day": format_text(f"day-near-{days}", {}, language), "time": time(at, zone)}
    return format_text("day-and-time", args, language)
