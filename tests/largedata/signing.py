"""What people of a county sign up for: years of courses, a hall booked day by day, things lent and brought
back, posts by topic, and what they would like to learn.

What there is to sign up for is written row by row; everybody who has signed up by a few statements.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

from domain.activities import Plan, Session
from domain.catalogue import CATALOGUE
from domain.certificates import number
from domain.messages import Content
from domain.timetable import AHEAD, read_hours
from tests.largedata import crowd
from tests.largedata.books import Books
from tests.largedata.county import Place
from tests.largedata.pour import Sink

TO_COME = 14 * 24
"""Hours in which what is open begins; nothing of it is due in the first days."""
SOONEST = 48
LASTS = 2
_BEFORE = 10 * 24
_HOURS = read_hours("每天上午、下午、晚上")
_PARTS = (8, 14, 19)
_TITLES = ("果树嫁接", "广场舞", "电脑入门", "养蜂", "剪纸", "义诊", "清理河道")
_THINGS = ("喷雾器", "梯子", "音响", "轮椅")
_KINDS = ("course", "event", "course", "course", "event", "clinic", "cleanup")
_KEYS = ("嫁接", "木工", "养蜂", "书法", "做酱", "电焊")


class Signing:
    """Writes down what there is to sign up for at each center, the oldest first."""

    def __init__(self, books: Books, places: Sequence[Place], now: datetime) -> None:
        self._books, self._places, self._now = books, places, now

    def write(self, total: int) -> None:
        """So many activities, and at each center a few things to lend, posts and wishes; a hall at the first
        and at every tenth."""
        hours, each = len(self._books.past) - _BEFORE - 24, total // len(self._places)
        for which, place in enumerate(self._places):
            for serial in range(1, each + 1):
                begins = TO_COME - _before(serial, each, hours + TO_COME)
                self._activity(place, serial, min(begins, -LASTS - 1) if begins < SOONEST else begins)
            for serial, title in enumerate(_THINGS, start=each + 1):
                self._lent(place, serial, title)
            if which % 10 == 0:
                self._hall(place, each + len(_THINGS) + 1)
            self._posts(place)
            self._wishes(place)

    def _activity(self, place: Place, serial: int, begins: int) -> None:
        """A course of one to three sessions a day apart, or something else on one day."""
        kind, title = _KINDS[serial % len(_KINDS)], _TITLES[serial % len(_TITLES)]
        count = 1 + serial % 3 if kind == "course" and begins < -100 else 1
        starts = [self._now + timedelta(hours=begins + 24 * one) for one in range(count)]
        sessions = tuple(Session(starts_at=one, ends_at=one + timedelta(hours=LASTS)) for one in starts)
        plan = Plan(kind=kind, title=title, place="村部", sessions=sessions, seats=20 + serial % 20,
                    certificate=kind == "course" and serial % 4 == 0)  # fmt: skip
        activity_id = self._made(place, serial, plan, begins)
        slot_id = self._slot(activity_id, 1, plan.seats, begins, begins + 24 * (count - 1) + LASTS)
        for one in range(count):
            self._session(activity_id, slot_id, one + 1, begins + 24 * one)

    def _made(self, place: Place, serial: int, plan: Plan, begins: int | None) -> int:
        books, activity_id = self._books, self._books.id("activity")
        author = place.desks[CATALOGUE.activity(plan.kind).roles[0]][0]
        over = plan.ends_at is not None and plan.ends_at <= self._now
        state = ("called-off" if serial % 25 == 0 else "over") if over else "open"
        made = books.past[-1] if begins is None else books.hour(min(-1, begins - _BEFORE))
        kept = json.dumps(plan.pack(), ensure_ascii=False)
        times = [None if at is None else books.moment(at) for at in (plan.starts_at, plan.ends_at)]
        row = (activity_id, place.id, plan.kind, author, 2020, serial, kept, 1, state, *times, made)
        books.rows("activity").append(row)
        books.rows("activity_version").append((activity_id, 1, kept, author, made))
        return activity_id

    def _slot(self, activity_id: int, position: int, seats: int | None, *hours: int | None) -> int:
        slot_id = self._books.id("activity_slot")
        times = (None if one is None else self._books.hour(one) for one in hours)
        self._books.rows("activity_slot").append((slot_id, activity_id, position, seats, *times))
        return slot_id

    def _session(self, activity_id: int, slot_id: int, count: int, begins: int) -> None:
        """The clock will say so before one that is to come, and has said all of one that was."""
        books, session_id = self._books, self._books.id("activity_session")
        times = (books.hour(begins), books.hour(begins + LASTS))
        clocks = (books.hour(begins - 2), books.hour(begins + LASTS)) if begins > 0 else (None, None)
        code = f"{session_id:08}"[-8:]
        row = (session_id, activity_id, slot_id, count, *times, "", code, *clocks)
        books.rows("activity_session").append(row)

    def _lent(self, place: Place, serial: int, title: str) -> None:
        plan = Plan(kind="loan", title=title, place="村部", seats=5)
        self._slot(self._made(place, serial, plan, None), 1, plan.seats, None, None)

    def _hall(self, place: Place, serial: int) -> None:
        """Its times of all these years, and of the next two weeks."""
        plan = Plan(kind="venue", title="礼堂", place="村部", seats=1, hours=_HOURS)
        activity_id, books = self._made(place, serial, plan, None), self._books
        first = -len(books.past) + 24
        starts = [day + hour for day in range(first, 24 * (AHEAD - 1), 24) for hour in _PARTS]
        for position, begins in enumerate((one for one in starts if not 0 <= one < SOONEST), start=1):
            slot_id = self._slot(activity_id, position, 1, begins, begins + LASTS)
            self._session(activity_id, slot_id, 1, begins)
        until = books.day(self._day(24 * (AHEAD - 1)))
        books.rows("timetable").append((activity_id, until, books.hour(24)))

    def _day(self, hours: int) -> date:
        return (self._now + timedelta(hours=hours)).astimezone(UTC).date()

    def _posts(self, place: Place) -> None:
        """A post every second day, each for ten days; a third of the people wants each topic."""
        books, topics = self._books, [one.code for one in CATALOGUE.bulletins]
        said = json.dumps(Content(text="花椒每斤四十").pack(), ensure_ascii=False)
        author = place.desks["committee"][0]
        for which, ago in enumerate(range(len(books.past) - 1, 1, -48)):
            at, last = books.hour(-ago), books.day(self._day(240 - ago))
            row = (books.id("bulletin"), place.id, topics[which % len(topics)], author, said, at, last)
            books.rows("bulletin").append((*row, "open", 0, at))
        for number_, one in enumerate(place.registered):
            topic = topics[number_ % len(topics)]
            books.rows("bulletin_subscription").append((one.account_id, place.id, topic, books.past[-1]))

    def _wishes(self, place: Place) -> None:
        """One of ten is open still."""
        books = self._books
        for which, one in enumerate(place.registered * 2):
            at = books.past[len(books.past) * which % (len(books.past) - 1)]
            met = None if which % 10 == 0 else books.past[0]
            key = f"{_KEYS[which % len(_KEYS)]}{which // len(place.registered) or ''}"
            row = (books.id("activity_wish"), place.id, one.account_id, key, books.secret(key), at, met, met)
            books.rows("activity_wish").append(row)


def _before(serial: int, each: int, hours: int) -> int:
    """How long before the last of so many, spread evenly over so many hours, one of them begins."""
    return (each - serial) * hours // each


async def sign_up(sink: Sink, books: Books, now: datetime, loans: int) -> None:
    """Everybody who has signed up, who came, what was lent so often at each center, and the certificates."""
    for statement in crowd.statements(books.moment(now), loans):
        await sink.run(statement)
    for signup_id, state, at, by in await sink.read(crowd.BORROWED):
        back = (at, by, "fine", None) if state == "returned" else (None, None, None, books.hour(24 * 5))
        row = (signup_id, at, at, by, books.hour(24 * 6) if back[0] is None else at, *back, 0, False)
        books.rows("loan").append(row)
    await _certificates(sink, books)


async def _certificates(sink: Sink, books: Books) -> None:
    serials: Counter[int] = Counter()
    for signup_id, activity_id, center_id, author, name, at, came in await sink.read(crowd.CAME):
        serials[center_id] += 1
        row: tuple[Any, ...] = (signup_id, activity_id, center_id, 2020, serials[center_id])
        row += (number(2020, center_id, serials[center_id]), name, came, came, author, at)
        books.rows("certificate").append(row)
