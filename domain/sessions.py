"""The sessions of an activity as people type them, in Chinese or English.

One ("12月3日 9:00到11:30"), a few days ("12月3日、10日、17日 9:00"), or what comes round so often
("每周三下午2点，共3次").
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

from domain.activities import LASTS, LONGEST, MOST_SESSIONS, Session
from domain.days import MONTHS, numeral, read_day
from domain.officetime import local_day
from domain.recurrence import read_rhythm
from domain.times import at_clock, split_clock

_N = r"(\d{1,2}|[一二两兩三四五六七八九十]{1,3})"
_COUNT = re.compile(
    rf"(?:一?共|总共|總共|连续|連續|连着|連著)?{_N}(?P<times>次课|次課|次|回|节课|節課|节|節|堂课|堂課|堂)|"
    rf"(?:一?共|总共|總共|连续|連續|连着|連著){_N}(?:个|個)?(?P<unit>周|星期|礼拜|禮拜|天)|"
    rf"(?:for )?{_N} (?P<english>times|sessions|lessons|weeks|days)(?: in a row)?"
)
_DURATION = re.compile(
    rf"(?:每次|每节|每節|每堂|for )?{_N}(?P<more>个半|個半|\.5)?(?:个|個)? ?"
    r"(?:(?P<hours>小时|小時|钟头|鐘頭|hours?\b)|(?P<minutes>分钟|分鐘|minutes?\b))(?: each)?"
)
_DASH = re.compile(r"到|至|[-~–—]+| to | until ")
_BETWEEN = re.compile(r"[、,;。\n]|和|以及| and |&")
_WEEKDAY = re.compile(
    r"\((?:周|星期|礼拜|禮拜)[一二三四五六日天]\)|(?<=[日号號])(?:周|星期|礼拜|禮拜)[一二三四五六日天]"
)
_DAILY = re.compile(r"(?:每天|每日|天天|every day|daily)$")
_SINCE = re.compile(r"^(?:从|從|自)?(.+?)(?:起|开始|開始)[,、 ]*(?=每|逢|周|农|農|星期|礼|禮)(.+)$")
_SINCE_IN_ENGLISH = re.compile(r"^(.+?)[, ]+(?:from|starting)(?: on)? (.+)$")
_BARE = re.compile(r"(\d{1,2})(?:[日号號]|st|nd|rd|th)?")
_LATEST = time(18)
"""What begins then or later may end on the next day."""
_WORKDAY = timedelta(hours=10)
"""Nothing that says its end in another half of the day lasts longer."""


@dataclass(frozen=True)
class _Hours:
    """When it begins, and how long it lasts if that was said."""

    begin: time
    lasts: timedelta | None


def read_sessions(text: str, now: datetime, zone: str) -> tuple[Session, ...]:
    """The sessions somebody means, in their order; none for what is not understood. Who does not say until
    when means two hours; more than a course can have are one too many, and no more."""
    words, times, unit = _counted(_plain(text))
    words, lasts = _lasting(words)
    found = _coming_round(words, times, now, zone) if times else []
    if not found:
        found = _repeated(_listed(words, now, zone), times, unit)
    return _sessions(found, lasts or LASTS, zone)


def _plain(text: str) -> str:
    words = unicodedata.normalize("NFKC", text).lower().replace("週", "周").strip(" 。.!\n")
    return _WEEKDAY.sub("", re.sub(r"[ \t]+", " ", words))


def _counted(words: str) -> tuple[str, int | None, str]:
    """The rest, how often it is if that is said, and in which steps ("周", "天") if that is."""
    found = _COUNT.search(words)
    if found is None:
        return words, None, ""
    number = next(one for one in found.groups()[::2] if one)
    unit = {"weeks": "周", "days": "天"}.get(found["english"] or "", "天" if found["unit"] == "天" else "")
    unit = "周" if found["unit"] and not unit else unit
    return _without(words, found), _number(number), unit


def _lasting(words: str) -> tuple[str, timedelta | None]:
    """The rest, and how long each lasts if that is said."""
    found = _DURATION.search(words)
    if found is None:
        return words, None
    amount = timedelta(hours=1) if found["hours"] else timedelta(minutes=1)
    return _without(words, found), _number(found[1]) * amount + (amount / 2 if found["more"] else timedelta())


def _without(words: str, found: re.Match[str]) -> str:
    before, after = words[: found.start()].rstrip(" ,、;\n"), words[found.end() :].lstrip(" ,、;\n")
    return f"{before},{after}" if before and after else before or after


def _number(words: str) -> int:
    return int(words) if words.isdecimal() else int(numeral(words))


def _hours(words: str) -> tuple[str, _Hours] | None:
    """What stands before the hours at the end of some words, and these; None if they end with none."""
    for dash in _DASH.finditer(words):
        until = split_clock(words[dash.end() :], until=True)
        if until is None or until[0]:
            continue
        return _from_to(words[: dash.start()], until[1], words[-2:])
    found = split_clock(words)
    return (found[0], _Hours(found[1], None)) if found is not None else None


def _from_to(words: str, until: time, mark: str) -> tuple[str, _Hours] | None:
    """In "2-4pm" and "9-11点" the first hour has no mark of its own: it is the one nearest to the second."""
    marks = ("",) if split_clock(words) is not None else (mark, "点")
    begun = [one for one in (split_clock(words + more) for more in marks) if one is not None]
    found = [(lasts, named, at) for named, at in begun if (lasts := _until(at, until)) is not None]
    if not found:
        return None
    lasts, named, at = min(found)
    return named, _Hours(at, lasts)


def _until(begin: time, end: time) -> timedelta | None:
    """From 14:00 to 4:00 is two hours, because nobody says the afternoon twice; what begins in the evening
    may go on past midnight."""
    length = datetime.combine(date.min, end) - datetime.combine(date.min, begin)
    by_noon, by_midnight = length + timedelta(hours=12), length + timedelta(hours=24)
    if length > timedelta():
        return length
    if end.hour < 12 and timedelta() < by_noon <= _WORKDAY:
        return by_noon
    return by_midnight if begin >= _LATEST and by_midnight <= _WORKDAY else None


Found = list[tuple[date, _Hours]]


def _coming_round(words: str, times: int, now: datetime, zone: str) -> Found:
    """So many times whenever it comes round, from today on or from a day that is said."""
    today = local_day(now, zone)
    first = today
    for pattern, day, rest in ((_SINCE, 1, 2), (_SINCE_IN_ENGLISH, 2, 1)):
        since = pattern.match(words)
        if since is not None and (begins := read_day(since[day], today)) is not None:
            first, words = begins, since[rest]
    parts = _hours(words.strip(" ,"))
    if parts is None:
        return []
    named, hours = parts
    rhythm = read_rhythm(named)
    if rhythm is None and not _DAILY.fullmatch(named):
        return []
    if first == today and at_clock(today, hours.begin, zone) <= now:
        first = today + timedelta(days=1)
    days: list[date] = []
    following: date | None = first - timedelta(days=1)
    while following is not None and len(days) < min(times, MOST_SESSIONS + 1):
        following = rhythm.after(following) if rhythm is not None else following + timedelta(days=1)
        days += [following] if following is not None else []
    return [(day, hours) for day in days]


def _listed(words: str, now: datetime, zone: str) -> Found:
    """Days one after the other, each with its hours or with those that are said next; those behind the last
    hours have the same."""
    found: Found = []
    waiting: list[date] = []
    hours: _Hours | None = None
    last: date | None = None
    for part in _parts(words):
        split = _hours(part)
        named = _DAILY.sub("", split[0] if split else part).strip()
        days = _days(named, last, local_day(now, zone)) if named else []
        if days is None:
            return []
        waiting += days or ([last] if split and last and not waiting else [])
        last = waiting[-1] if waiting else last
        if split:
            hours = split[1]
            found += [(day, hours) for day in waiting]
            waiting = []
    if hours is None:
        return []
    waiting = waiting or ([] if found else [_next(hours, now, zone)])
    return found + [(day, hours) for day in waiting]


def _next(hours: _Hours, now: datetime, zone: str) -> date:
    today = local_day(now, zone)
    return today if at_clock(today, hours.begin, zone) > now else today + timedelta(days=1)


def _parts(words: str) -> list[str]:
    """What is between the commas; in "3, 10 and 17 dec" the first two are days of December too."""
    parts = [one.strip() for one in _BETWEEN.split(words) if one.strip()]
    month = ""
    for place in range(len(parts) - 1, -1, -1):
        named = re.search(rf"\b(?:{'|'.join(MONTHS)})[a-z]*", parts[place])
        bare = re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th)?", parts[place])
        if named is not None:
            starts_with_it = parts[place].startswith(named[0])
            month = "" if starts_with_it else named[0]
        elif bare is not None and month:
            parts[place] = f"{bare[1]} {month}"
    return parts


def _days(words: str, last: date | None, today: date) -> list[date] | None:
    """The day, or all days from one to another. A day without a month is the next one after those before."""
    one = _day(words, last, today)
    if one is not None:
        return [one]
    for dash in _DASH.finditer(words):
        first = _day(words[: dash.start()].strip(), last, today)
        until = _day(words[dash.end() :].strip(), first, today) if first is not None else None
        if first is not None and until is not None and first < until:
            count = min((until - first).days, MOST_SESSIONS)
            return [first + timedelta(days=number) for number in range(count + 1)]
    return None


def _day(words: str, last: date | None, today: date) -> date | None:
    bare = _BARE.fullmatch(words)
    if bare is not None and last is not None:
        return read_day(f"{bare[1]}日", last)
    return read_day(words, today)


def _repeated(found: Found, times: int | None, unit: str) -> Found:
    """One that is said to be on so many days, or in so many weeks; else as many as were said, or none."""
    if times is None or times == len(found):
        return found
    if len(found) != 1 or not unit:
        return []
    day, hours = found[0]
    step = timedelta(weeks=1) if unit == "周" else timedelta(days=1)
    return [(day + step * number, hours) for number in range(min(times, MOST_SESSIONS + 1))]


def _sessions(found: Found, usual: timedelta, zone: str) -> tuple[Session, ...]:
    made = []
    for day, hours in sorted(found, key=lambda one: (one[0], one[1].begin)):
        lasts = hours.lasts or usual
        if not timedelta() < lasts <= LONGEST:
            return ()
        starts_at = at_clock(day, hours.begin, zone).astimezone(UTC)
        made.append(Session(starts_at=starts_at, ends_at=starts_at + lasts))
    if any(one.meets(other) for one, other in pairwise(made)):
        return ()
    return tuple(made)
