"""A moment as people type it: "今晚8点", "明天早上7点半", "12月3日 9:30", "tomorrow 7am"."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from domain.days import numeral, read_day
from domain.officetime import local_day

_PART = (
    r"凌晨|清早|清晨|早上|早晨|早|上午|中午|下午|傍晚|晚上|晚间|晚間|夜里|夜裡|晚|"
    r"in the morning|in the afternoon|in the evening|tonight"
)
_LATE = {"下午", "傍晚", "晚上", "晚间", "晚間", "夜里", "夜裡", "晚", "pm", "tonight"}
_LATE |= {"in the afternoon", "in the evening"}
_BY_DAY = 5
"""Up to this hour "两点" with no more said is in the afternoon: nobody is called together at that hour of
the night, and who gets up so early says so."""
_SHORT = {"今晚": "今天晚上", "明早": "明天早上", "明晚": "明天晚上", "tonight": "today tonight"}
_NUMERAL = re.compile(r"(?<![周週期拜初])[〇零一二两兩三四五六七八九十]+(?=[点點时時分])")
_CLOCK = re.compile(
    rf"(?P<day>.*?)[\s,，]*(?:at\s+)?(?P<part>{_PART})?\s*(?P<hour>\d{{1,2}})"
    r"(?:[:.](?P<minute>[0-5]\d)|(?P<spoken>[点點时時])(?:(?P<half>半)|(?P<quarter>一刻|三刻)|(?P<minutes>\d{1,2})分?)?"
    r"(?:钟|鐘|整)?|(?=\s*[ap]m))\s*(?P<noon>[ap]m)?\s*(?P<after>in the (?:morning|afternoon|evening))?"
)


def read_moment(text: str, now: datetime, zone: str) -> datetime | None:
    """The moment somebody means, or None. Without a day it is today, or tomorrow if that is past."""
    parts = split_clock(text)
    if parts is None:
        return None
    named, clock = parts
    today = local_day(now, zone)
    if not named:
        at = at_clock(today, clock, zone)
        return at if at > now else at_clock(today + timedelta(days=1), clock, zone)
    day = read_day(named, today)
    return at_clock(day, clock, zone) if day is not None else None


def split_clock(text: str, *, until: bool = False) -> tuple[str, time] | None:
    """What stands before the time of day at the end of some words ("12月3日", "每周三", or nothing), and that
    time; None if they end with none. "两点" alone is in the afternoon, `until` it may be in either half."""
    words = unicodedata.normalize("NFKC", text).lower().strip(" 。.!！")
    for short, long in _SHORT.items():
        words = words.replace(short, long) if words.startswith(short) else words
    found = _CLOCK.fullmatch(_NUMERAL.sub(_figures, words))
    if found is None or (clock := _clock(found, until=until)) is None:
        return None
    return found["day"], clock


def _figures(found: re.Match[str]) -> str:
    """A numeral in digits; "两三" stays, because at two or three is no time of day."""
    number = numeral(found[0])
    return number if number != "0" or set(found[0]) <= set("〇零") else found[0]


def _clock(found: re.Match[str], *, until: bool) -> time | None:
    hour = int(found["hour"])
    minute = int(found["minute"] or found["minutes"] or 0)
    minute = 30 if found["half"] else {"一刻": 15, "三刻": 45}.get(found["quarter"] or "", minute)
    part = found["part"] or found["noon"] or found["after"] or ""
    if found["noon"] and not 1 <= hour <= 12:
        return None
    by_day = found["spoken"] and not part and not until and 1 <= hour <= _BY_DAY
    if hour < 12 and (by_day or part in _LATE or (part == "中午" and hour < 3)):
        hour += 12
    elif hour == 12 and part in ("am", "凌晨"):
        hour = 0
    elif hour == 12 and part in _LATE - {"下午", "pm", "in the afternoon"}:
        return None  # midnight, and of which day nobody can tell
    return time(hour, minute) if hour < 24 and minute < 60 else None


def at_clock(day: date, clock: time, zone: str) -> datetime:
    """The moment at which a clock there says so on a day."""
    return datetime.combine(day, clock, ZoneInfo(zone))
