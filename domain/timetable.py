"""Times to choose from: those of a day, cut from its hours, and those of a room that is open day by day.

They are read as people type them: "12月3日 8:00到12:00，每30分钟一个，每个5人", "每天上午、下午、晚上".
"""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

from domain.activities import MOST_TIMES, Session
from domain.days import numeral
from domain.officetime import local_day
from domain.openhours import WORKDAYS, Hours, Span
from domain.sessions import read_sessions

AHEAD = 14
"""Days for which the times of a room are open, today among them."""
SHORTEST = timedelta(minutes=5)
PARTS = {"morning": "8:30-12:00", "afternoon": "14:00-18:00", "evening": "19:00-21:30"}
"""What is meant by the parts of a day where no hours are said."""

_N = r"(\d{1,3}|[一二两兩三四五六七八九十]{1,3})"
_UNIT = r"(?:一(?:个|個|场|場|段|次|批|位)|(?:个|個)?(?:时段|時段|号|號))?"
_EACH = re.compile(
    r"(?:每|隔)(?:隔|个|個|次|段|场|場|位)?(?:(?:(?P<half>半)(?:个|個)?)?(?P<hour>小时|小時|钟头|鐘頭)|"
    rf"{_N}(?P<more>个半|個半)?(?:个|個)? ?(?:(?P<hours>小时|小時|钟头|鐘頭)|分钟|分鐘|分)){_UNIT}|"
    rf"(?:every|each) (?:(?P<english>(?:half an? )?hour\b)|{_N} ?(?:(?P<hrs>h(?:ou)?rs?)|min(?:ute)?s?))"
    r"(?: each)?"
)
_SEATS = re.compile(
    rf"(?:每|一)(?:个|個|次|段|场|場|批|位|时段|時段|个时段|個時段)?{_N}(?:个|個)?[人位名]|"
    rf"(?:for )?{_N} (?:people|persons|places|seats)(?: each| per slot)?|{_N} each"
)
_NAMES = {
    "morning": r"上午|早上|早晨|mornings?",
    "afternoon": r"下午|afternoons?",
    "evening": r"晚上|傍晚|晚间|晚間|evenings?",
}
_WHOLE = re.compile(r"全天|整天|all day")
_DAYS = (
    (re.compile(r"每天|每日|天天|every day|daily|every"), tuple(range(7))),
    (re.compile(r"工作日|(?:每)?周一(?:到|至|-)周五|weekdays|monday to friday"), WORKDAYS),
    (re.compile(r"周末|双休日|雙休日|(?:每)?周六(?:、|和|到|至|-)?周[日天]|weekends"), (5, 6)),
)


class Times(NamedTuple):
    """Times to choose, one after the other; for how many people each is, if that was said; and whether it was
    said how long each is."""

    sessions: tuple[Session, ...]
    seats: int | None
    cut: bool


def on(hours: Hours, day: date, zone: str) -> tuple[Session, ...]:
    """The times of a room on a day; none on a weekday on which it is not used."""
    return tuple(Session(starts_at=begin, ends_at=end) for begin, end in hours.on(day, zone))


def cut(whole: tuple[Session, ...], each: timedelta) -> tuple[Session, ...]:
    """Times of one length, as many as fit into each session; what is left at its end stays free. One more
    than an activity can have are cut at most. Raises ValueError for less than five minutes each."""
    if each < SHORTEST:
        raise ValueError(f"times of {each}")
    made: list[Session] = []
    for one in whole:
        begins = one.starts_at
        while begins + each <= one.ends_at and len(made) <= MOST_TIMES:
            made.append(Session(starts_at=begins, ends_at=begins + each, place=one.place))
            begins += each
    return tuple(made)


def read_times(text: str, now: datetime, zone: str) -> Times:
    """The times somebody means; none for what is not understood. Who does not say how long each is means one
    for each span of hours."""
    words, each = _each(_plain(text))
    words, seats = read_seats(words)
    whole = read_sessions(words, now, zone)
    if each is not None and each < SHORTEST:
        return Times((), seats, cut=True)
    return Times(cut(whole, each) if each is not None else whole, seats, cut=each is not None)


def read_each(text: str) -> timedelta | None:
    """How long each is, said alone: "30", "半小时", "每个20分钟", "half an hour"."""
    words = _plain(text)
    if words.isdecimal() and len(words) <= 3:
        return timedelta(minutes=int(words)) or None
    spoken = re.sub(
        r"^(?:每|every |each )?(?:个|個)?", "every " if re.search("[a-z]", words) else "每", words
    )
    rest, each = _each(spoken)
    return None if rest else each


def read_seats(text: str) -> tuple[str, int | None]:
    """What else was said, and for how many people each time is if that was."""
    words = _plain(text)
    found = _SEATS.search(words)
    if found is None:
        return words, None
    return _without(words, found), _number(next(one for one in found.groups() if one))


def read_hours(text: str) -> Hours | None:
    """When a room can be used, as somebody says it: the parts of a day or their own hours, every day if they
    do not say on which; None for what is not understood."""
    words, days = _plain(text), tuple(range(7))
    for pattern, named in _DAYS:
        if (found := pattern.search(words)) is not None:
            words, days = _without(words, found).lstrip(" :的"), named
            break
    words = _WHOLE.sub("、".join(PARTS.values()), words)
    for part, names in _NAMES.items():
        words = re.sub(
            rf"(?:{names})(?![\d一二两兩三四五六七八九十 ]*[\d点點:一二三四五六七八九十])", PARTS[part], words
        )
    try:
        return Hours(spans=_spans(words), days=days)
    except ValueError:
        return None


_ANY_DAY = datetime(2026, 1, 1, tzinfo=UTC)
"""Hours are read as those of some day: which one, makes no difference to them."""


def _spans(words: str) -> tuple[Span, ...]:
    """The hours of a day that are said without one. Hours that do not say until when are nobody's."""
    if not re.search(r"[-~–—到至]|to|until", words):
        return ()
    read = read_sessions(f"2026-1-2 {words}", _ANY_DAY, "UTC")
    if any(local_day(one.ends_at, "UTC") != local_day(one.starts_at, "UTC") for one in read):
        return ()
    return tuple((one.starts_at.time(), one.ends_at.time()) for one in read)


def _plain(text: str) -> str:
    words = unicodedata.normalize("NFKC", text).lower().replace("週", "周").strip(" 。.!\n")
    return re.sub(r"[ \t]+", " ", words)


def _each(words: str) -> tuple[str, timedelta | None]:
    found = _EACH.search(words)
    if found is None:
        return words, None
    if spoken := found["hour"] or found["english"]:
        half = found["half"] or spoken.startswith("half")
        return _without(words, found), timedelta(minutes=30 if half else 60)
    number = next(one for one in (found[3], found[7]) if one)
    unit = timedelta(hours=1) if found["hours"] or found["hrs"] else timedelta(minutes=1)
    return _without(words, found), _number(number) * unit + (unit / 2 if found["more"] else timedelta())


def _number(words: str) -> int:
    return int(words) if words.isdecimal() else int(numeral(words.replace("两", "二").replace("兩", "二")))


def _without(words: str, found: re.Match[str]) -> str:
    before, after = words[: found.start()].rstrip(" ,、;\n"), words[found.end() :].lstrip(" ,、;\n")
    return f"{before},{after}" if before and after else before or after
