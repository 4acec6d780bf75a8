"""Moving times that people have chosen: all of a day to another day or hour, and more times beside them.

It is read as people type it: "整天挪到12月4日", "都往后一个小时", "改到下午2点", "move it to 4 Dec",
"an hour later".
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from domain.activities import Session
from domain.days import numeral, read_day
from domain.officetime import local_day
from domain.times import split_clock

Origins = tuple[int | None, ...]
"""For each of some times the number, from 0, of the one that it was before; None for one that is new."""

_N = r"\d{1,3}|[一二两兩三四五六七八九十]{1,3}"
_UNITS = {
    timedelta(weeks=1): r"(?:个|個)?(?:周|星期|礼拜|禮拜)|weeks?\b",
    timedelta(days=1): r"天|日|days?\b",
    timedelta(hours=1): r"(?:个|個)?(?:小时|小時|钟头|鐘頭)|hours?\b",
    timedelta(minutes=1): r"分钟|分鐘|分|min(?:ute)?s?\b",
}
_AMOUNT = re.compile(
    rf"(?:(?P<half>半(?:个|個)?|half an? )|(?P<number>{_N}|an? )\s?(?P<more>(?:个|個)半)?)\s?"
    rf"(?:{'|'.join(f'(?P<u{number}>{words})' for number, words in enumerate(_UNITS.values()))})\s?"
)
_ALL = r"(?:都|全部|全都|全天|整天|这天|這天|那天|一起|统统|統統|把|它|开始|開始|时间|時間|[,、 ])*"
_LATER = re.compile(
    rf"{_ALL}(?:(?:往|向)(?:后|後)|推后|推後|延后|延後|推迟|推遲|延迟|延遲|延期|顺延|順延|晚|迟|遲)"
    r"(?:推迟?|推|挪|移|延)?了?|(?:postpone|delay)(?: it| them| all)?(?: by)? "
)
_EARLIER = re.compile(
    rf"{_ALL}(?:(?:往|向)前|提前|提早|早)(?:提|挪|移|推)?了?|bring (?:it |them )?forward by "
)
_SIDE = re.compile(r"\s(?P<later>later)|\s(?P<earlier>earlier)")
_VERB = re.compile(
    r"(?:please )?(?:move|shift|change|postpone|put|bring)?(?: it| them| all| everything| the day)?"
    r"(?: off| forward| back)?\s*(?:to|till|until)?\s+|"
    rf"{_ALL}(?:(?:挪|改|移|换|換|调|調|推迟|推遲|延期|延|顺延|順延|提前|提早|推|搬|定|放)(?:到|成|在|至)?|到|在)?\s*"
)
_END = re.compile(r"(?:吧|了|去|开始|開始|举行|舉行|再办|再辦)+$")
_NEXT = re.compile(r"第二天|次日|隔天|(?:the )?(?:next|following) day")
_MORE = re.compile(
    r"(?:再|另外|另|多|还|還|想|要)*(?:加上|加|添|增加)"
    r"(?:几个|幾個|一些|点|點)?(?:时间|時間)?[:,、 ]*|"
    r"(?:please )?add(?: more)?(?: times)?[:, ]+|more(?: times)?[:, ]+"
)


@dataclass(frozen=True)
class Move:
    """Where the times of a day go: to another day, to another hour for the first of them, and by so much."""

    day: date | None = None
    begins: time | None = None
    by: timedelta = timedelta()


@dataclass(frozen=True)
class Rearranged:
    """The times an activity has from now on, in their order, and which each of them was."""

    sessions: tuple[Session, ...]
    was: Origins

    def after(self, before: Origins) -> Rearranged:
        """The same where the times that it began with had been others before."""
        return Rearranged(self.sessions, tuple(None if one is None else before[one] for one in self.was))


def read_move(text: str, day: date, now: datetime, zone: str) -> Move | None:
    """Where somebody wants to have the times of a day; None for what is not understood."""
    words = _END.sub("", _plain(text)).strip()
    by = _read_by(words)
    if by is not None:
        return Move(by=by) if by else None
    found = _VERB.match(f"{words} ")
    named = words[found.end() :].strip(" ,") if found is not None else words
    if _NEXT.fullmatch(named):
        return Move(day=day + timedelta(days=1))
    today = local_day(now, zone)
    if (whole := read_day(named, today)) is not None:
        return Move(day=whole)
    parts = split_clock(named)
    if parts is None:
        return None
    before, begins = parts[0].strip(" ,的"), parts[1]
    if not before:
        return Move(begins=begins)
    to = day + timedelta(days=1) if _NEXT.fullmatch(before) else read_day(before, today)
    return Move(day=to, begins=begins) if to is not None else None


def read_more(text: str) -> str | None:
    """What is said of times that are to be added ("再加14:00到16:00"), without the word that says so; None
    where nothing says so."""
    words = _plain(text)
    found = _MORE.match(words)
    return words[found.end() :] if found is not None else None


def _plain(text: str) -> str:
    words = unicodedata.normalize("NFKC", text).lower().replace("週", "周").strip(" 。.!\n")
    return re.sub(r"\s+", " ", words)


def _read_by(words: str) -> timedelta | None:
    """By how much, and to which side; None if none is said."""
    for pattern, sign in ((_LATER, 1), (_EARLIER, -1)):
        found = pattern.match(words)
        if found is not None and (amount := _amount(words[found.end() :])) is not None:
            return sign * amount
    side = _SIDE.search(words)
    if side is None:
        return None
    begin = re.match(r"(?:please )?(?:move|shift|make)?(?: it| them| all| everything)?\s*", words)
    amount = _amount(words[begin.end() if begin else 0 : side.start()])
    return None if amount is None else amount * (1 if side["later"] else -1)


def _amount(words: str) -> timedelta | None:
    """ "一小时20分钟" is one amount after the other; None for what is none."""
    total, rest = timedelta(), words.strip()
    while rest:
        found = _AMOUNT.match(rest)
        if found is None:
            return None
        unit = next(one for number, one in enumerate(_UNITS) if found[f"u{number}"])
        if found["half"]:
            if unit != timedelta(hours=1):
                return None  # half a day is until noon to one, and twelve hours to another
            total += unit / 2
        else:
            number = found["number"].strip()
            count = 1 if number in ("a", "an") else _number(number)
            if not count:
                return None
            total += count * unit + (unit / 2 if found["more"] else timedelta())
        rest = rest[found.end() :]
    return total if words.strip() else None


def _number(words: str) -> int:
    return int(words) if words.isdecimal() else int(numeral(words.replace("两", "二").replace("兩", "二")))


def by_day(sessions: Collection[Session], zone: str) -> dict[date, tuple[Session, ...]]:
    """Times by the day on which they begin there, in their order."""
    found: dict[date, tuple[Session, ...]] = defaultdict(tuple)
    for one in sessions:
        found[local_day(one.starts_at, zone)] += (one,)
    return dict(sorted(found.items()))


def move_day(
    sessions: Sequence[Session], day: date, move: Move, now: datetime, zone: str
) -> Rearranged | None:
    """All times of a day that have not begun, somewhere else: each is as long as it was, and as long after
    the first by the clock. None if none of that day is still to come."""
    chosen = [
        number
        for number, one in enumerate(sessions)
        if one.starts_at > now and local_day(one.starts_at, zone) == day
    ]
    if not chosen:
        return None
    first = _wall(sessions[chosen[0]].starts_at, zone)
    to = datetime.combine(move.day or first.date(), move.begins or first.time()) + move.by
    moved = [*sessions]
    for number in chosen:
        moved[number] = _shifted(sessions[number], to - first, zone)
    return _in_order(moved, range(len(moved)))


def _wall(at: datetime, zone: str) -> datetime:
    return at.astimezone(ZoneInfo(zone)).replace(tzinfo=None)


def _shifted(one: Session, by: timedelta, zone: str) -> Session:
    starts_at = (_wall(one.starts_at, zone) + by).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
    ends_at = starts_at + (one.ends_at - one.starts_at)
    return one.model_copy(update={"starts_at": starts_at, "ends_at": ends_at})


def add_times(sessions: Sequence[Session], more: Sequence[Session]) -> Rearranged:
    """Some more times beside those there are."""
    return _in_order([*sessions, *more], [*range(len(sessions)), *[None] * len(more)])


def _in_order(sessions: Sequence[Session], was: Sequence[int | None]) -> Rearranged:
    order = sorted(range(len(sessions)), key=lambda number: sessions[number].starts_at)
    return Rearranged(tuple(sessions[one] for one in order), tuple(was[one] for one in order))


def crowded(before: Sequence[Session], after: Rearranged) -> bool:
    """Whether two times meet that did not: whoever is there could not be at both. Times that met from the
    first, because two work side by side, may go on to."""
    for number, one in enumerate(after.sessions):
        for other, next_ in enumerate(after.sessions[:number]):
            was, beside = after.was[number], after.was[other]
            met = was is not None and beside is not None and before[was].meets(before[beside])
            if one.meets(next_) and not met:
                return True
    return False


def complete(was: Origins, count: int) -> bool:
    """Whether each of so many times is still there, once."""
    return sorted(one for one in was if one is not None) == list(range(count))
