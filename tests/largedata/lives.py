"""The requests of many years: most of them over, one or two in a hundred open, with their clocks to come."""

from __future__ import annotations

from random import Random
from typing import Any

from domain.catalogue import CATALOGUE
from domain.messages import Content, Outgoing, Text
from domain.requests import REOPENS_FOR, number
from storage.outbox import Lane
from tests.largedata.books import Books
from tests.largedata.county import Member, Place

RECENT = 0.02
"""The share of the requests that is young enough to be open still."""
_OVER = (("closed", 92), ("cancelled", 5), ("declined", 3))
_YOUNG = (("submitted", 14), ("assigned", 30), ("in_progress", 20), ("returned", 3), ("transferred", 3),
          ("reopened", 2), ("done", 10), ("closed", 18))  # fmt: skip
_HELD = ("assigned", "in_progress", "done", "closed", "declined")
_WAY = {
    "submitted": (),
    "assigned": (("take", "assigned"),),
    "in_progress": (("take", "assigned"), ("start", "in_progress")),
    "returned": (("take", "assigned"), ("return", "returned")),
    "transferred": (("take", "assigned"), ("transfer", "transferred")),
    "reopened": (("take", "assigned"), ("finish", "done"), ("refuse", "reopened")),
    "done": (("take", "assigned"), ("finish", "done")),
    "closed": (("take", "assigned"), ("finish", "done"), ("confirm", "closed")),
    "cancelled": (("cancel", "cancelled"),),
    "declined": (("take", "assigned"), ("decline", "declined")),
}
_REOPENS = int(REOPENS_FOR.total_seconds() // 3600)
_OPEN = ("submitted", "assigned", "in_progress", "returned", "transferred", "reopened")
_WORDS = ("家里没人做饭", "想问问医保怎么报", "路灯坏了三天了", "孩子发烧了", "水管漏水", "要开一个证明")


def _weighed(rng: Random, choices: tuple[tuple[str, int], ...], many: int) -> list[str]:
    return rng.choices([one for one, _ in choices], [weight for _, weight in choices], k=many)


class Lives:
    """Writes requests down, the oldest first."""

    def __init__(self, books: Books, rng: Random, places: list[Place], total: int, bot_id: int) -> None:
        self._books, self._rng, self._places, self._total, self._bot_id = books, rng, places, total, bot_id
        self._lines = [(line.code, line.desk, line.topics or (None,)) for line in CATALOGUE.lines]
        self._secret = {line.code for line in CATALOGUE.lines if line.secrecy == "confidential"}
        self._numbers = [number(serial) for serial in range(total // len(places) * 2 + 1200)]
        self._stories = [books.secret(Content(text=one).pack()) for one in _WORDS]
        self._body = books.secret(Outgoing(text=Text(id="told-closed")).pack())
        self._message = 1000

    def write(self, first: int, many: int) -> None:
        """So many requests from the `first` on."""
        rng, hours = self._rng, len(self._books.past) - 1
        for which in range(first, first + many):
            left = (self._total - which) / self._total
            ago = max(1, int(left * hours))
            young = left < RECENT
            status = _weighed(rng, _YOUNG if young else _OVER, 1)[0]
            self._request(which, ago, status)

    def _request(self, which: int, ago: int, status: str) -> None:
        books, rng = self._books, self._rng
        place = self._places[int(rng.random() * len(self._places))]
        asker = place.registered[int(rng.random() * len(place.registered))]
        line, role, topics = self._lines[int(rng.random() * len(self._lines))]
        desk = place.desks[role]
        taker = desk[int(rng.random() * len(desk))]
        holder = taker if status in _HELD and taker != asker.account_id else None
        if holder is None and status in _HELD:
            status = "submitted" if status in ("assigned", "in_progress", "done") else "cancelled"
        request_id = books.id("service_request")
        clocks = self._clocks(status, ago)
        place.requests += 1
        row: tuple[Any, ...] = (request_id, place.id, self._numbers[place.serial + place.requests], line)
        row += (topics[which % len(topics)], status, False, self._step(status), 0, asker.account_id)
        row += (*self._for(place, asker), asker.village_id, holder, holder and role)
        row += (
            0,
            books.past[ago],
            books.past[max(0, ago - 30)],
            *clocks,
            which % 5 + 1 if status == "closed" else None,
        )
        books.rows("service_request").append(row)
        self._history(request_id, ago, status, line, asker, taker)
        self._talk(request_id, ago, asker, holder)
        self._cards(request_id, ago, status, asker, desk)
        if line in self._secret and holder is not None:
            books.rows("opening").append(
                (books.id("opening"), request_id, holder, books.past[max(0, ago - 2)])
            )
        if which % 500 == 0:
            books.rows("conflict").append((request_id, place.desks["director"][0], books.past[ago]))

    def _step(self, status: str) -> str:
        return (
            ("duty", "desk", "clerk", "director", "township")[self._rng.getrandbits(3) % 5]
            if status in _OPEN
            else "desk"
        )

    def _for(self, place: Place, asker: Member) -> tuple[int | None, bytes | None, str]:
        """Person, name and filed by: one in ten is filed for somebody else."""
        if self._rng.random() >= 0.1:
            return None, None, "self"
        other = place.members[int(self._rng.random() * len(place.members))]
        return (
            other.person_id,
            self._books.secret(other.name),
            "clerk" if other.person_id % 3 == 0 else "proxy",
        )

    def _clocks(self, status: str, ago: int) -> tuple[Any, ...]:
        """due_at, remind_at, rise_at, reminded, closes_at, reopen_until."""
        ahead, past, rng = self._books.ahead, self._books.past, self._rng
        if status in _OPEN:
            due = past[rng.randrange(1, 48)] if rng.random() < 0.1 else ahead[rng.randrange(24, 500)]
            return due, ahead[rng.randrange(24, 100)], ahead[rng.randrange(24, 600)], 0, None, None
        closes = ahead[rng.randrange(24, 72)] if status == "done" else None
        until = past[ago - _REOPENS] if ago >= _REOPENS else ahead[_REOPENS - ago]
        return None, None, None, 0, closes, until if status == "closed" else None

    def _history(self, request_id: int, ago: int, status: str, line: str, asker: Member, taker: int) -> None:
        books, rows = self._books, self._books.rows("request_move")
        past, account = books.past, asker.account_id
        rows.append(
            (
                books.id("request_move"),
                request_id,
                past[ago],
                account,
                "submit",
                None,
                "submitted",
                None,
                line,
                "duty",
            )
        )
        was = "submitted"
        for passed, (action, now) in enumerate(_WAY[status], 1):
            who = account if action in ("confirm", "cancel", "refuse") else taker
            at = past[max(0, ago - 5 * passed)]
            rows.append((books.id("request_move"), request_id, at, who, action, was, now, line, line, "desk"))
            was = now

    def _talk(self, request_id: int, ago: int, asker: Member, holder: int | None) -> None:
        books, rows, story = (
            self._books,
            self._books.rows("request_entry"),
            self._stories[request_id % len(_WORDS)],
        )
        self._message += 1
        said, account = self._message, asker.account_id
        rows.append(
            (books.id("request_entry"), request_id, books.past[ago], account, "asker", story, account, said)
        )
        if holder is not None and request_id % 3 == 0:
            at = books.past[max(0, ago - 2)]
            rows.append((books.id("request_entry"), request_id, at, holder, "holder", story, holder, said))

    def _cards(self, request_id: int, ago: int, status: str, asker: Member, desk: list[int]) -> None:
        books, outbox = self._books, self._books.rows("outbox")
        at, out = books.past[ago], status in ("submitted", "returned", "transferred")
        for account_id in desk[: 1 + request_id % 2]:
            gone = None if out else books.past[max(0, ago - 1)]
            books.rows("offer").append((books.id("offer"), request_id, account_id, at, gone))
        tells = ((desk[0], f"card:{request_id}", Lane.NOTIFICATION), (asker.account_id, None, Lane.ANSWER))
        for chat_id, key, lane in tells:
            self._message += 1
            waits = out and request_id % 97 == 0
            row: tuple[Any, ...] = (
                books.id("outbox"),
                self._bot_id,
                chat_id,
                chat_id,
                request_id,
                int(lane),
                "send",
            )
            row += (key, "zh-Hans", self._body, "waiting" if waits else "sent", 0)
            row += (
                books.ahead[600] if waits else None,
                None if waits else self._message,
                at,
                None if waits else at,
            )
            outbox.append(row)
