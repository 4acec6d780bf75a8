"""Making times to choose, a room, and what is lent: what is asked of these alone, typed or tapped."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

from domain import numerals
from domain.activities import MOST_TIMES, Session
from domain.activitytaps import ActivitySet
from domain.catalogue import CATALOGUE
from domain.lending import MOST_DAYS
from domain.messages import Button, Moment, t, verbatim
from domain.officetime import local_day, midnight
from domain.openhours import Hours, Span
from domain.sessions import read_sessions
from domain.timetable import SHORTEST, cut, read_each, read_hours, read_times
from domain.units import settings_of
from handlers.talk import Rows, Talk, tap
from services import activities, people
from services.errors import NotFoundError, RefusedError

Fields = dict[str, Any]
"""Some of a packed Plan."""
STEPS: dict[str, tuple[str, ...]] = {
    "seats": ("title", "sessions", "place", "seats"),
    "times": ("title", "times", "each", "people", "place"),
    "goes-on": ("title", "hours", "people", "place"),
    "loan": ("title", "items", "days", "place"),
}
"""By how it is made: what is asked before there is anything to look at, in this order."""
SAID = frozenset({"each", "people"})
"""What an answer can say beside the fields of a plan: these questions are answered by it."""
BESIDE = ("was", "since")
"""What an answer can say that no plan says: which of the times before each of them is, and from which day on
hours are others (`services.activity_changes.How`)."""
NEW = frozenset({"span", "each", "hours", "days", "people"})
"""Questions with ready choices of their own."""
ASKED_BY = {"span": "times"}
"""Questions that are part of another: the hours of a day that was tapped."""
WEEK = 7
DAYS_AHEAD, ALL_DAY, WHOLE = 4, "all", "0"
EACH, PEOPLE, LENT = (15, 20, 30, 60), (1, 2, 5, 10), (1, 3, 7, 14, 30)
"""Ready choices: minutes of one time, people at one time, days of a loan."""
HOURS = {
    code: read_hours(words)
    for code, words in {
        "all": "每天上午、下午、晚上",
        "day": "每天上午、下午",
        "work": "工作日上午、下午",
        "weekend": "周末上午、下午、晚上",
    }.items()
}
_DAYS = re.compile(
    rf"(\d{{1,2}}|[{numerals.FIGURES}]{{1,3}})\s?(?:天|日|days?|(?P<weeks>[个個]?(?:星期|[礼禮]拜)|[周週]|weeks?))?"
)


async def times(talk: Talk, _step: str, _plan: Fields, zone: str) -> Fields:
    """All of it in one sentence: the day, from when to when, how long each, for how many each."""
    found = read_times(talk.text, talk.tx.now, zone)
    said: Fields = {"each": True} if found.cut else {}
    said |= {"seats": found.seats, "people": True} if found.seats else {}
    return {**_sessions(talk, found.sessions), **said}


async def span(talk: Talk, _step: str, _plan: Fields, zone: str) -> Fields:
    """From when to when, on the day that was tapped."""
    return _sessions(talk, read_sessions(f"{talk.data['day']} {talk.text}", talk.tx.now, zone))


def _sessions(talk: Talk, found: Sequence[Session]) -> Fields:
    if not found:
        raise RefusedError(t("activity-times-unclear"))
    if len(found) > MOST_TIMES:
        raise RefusedError(t("activity-many-times", highest=MOST_TIMES))
    activities.check_times(talk.tx, found)
    return {"sessions": [one.pack() for one in found]}


def begun_by(plan: Fields, found: Sequence[Session]) -> Fields:
    """These sessions, and until when one can sign up if that would be after they have begun: no more said."""
    closes = plan.get("closes_at")
    late = closes is not None and datetime.fromisoformat(closes) > found[0].starts_at
    return {"sessions": [one.pack() for one in found], **({"closes_at": None} if late else {})}


async def each(talk: Talk, _step: str, plan: Fields, _zone: str) -> Fields:
    """How long each is: the hours are cut into so many."""
    return _cut(talk, plan, read_each(talk.text))


def _cut(talk: Talk, plan: Fields, length: timedelta | None) -> Fields:
    if length is None or length < SHORTEST:
        raise RefusedError(t("activity-each-unclear"))
    found = cut(tuple(Session.model_validate(one) for one in plan["sessions"]), length)
    if not found:
        raise RefusedError(t("activity-each-long"))
    return _sessions(talk, found)


async def hours(talk: Talk, _step: str, _plan: Fields, _zone: str) -> Fields:
    """When a room can be booked, day by day."""
    return _hours(read_hours(talk.text))


def _hours(found: Hours | None) -> Fields:
    if found is None:
        raise RefusedError(t("activity-hours-unclear"))
    return {"hours": found.pack()}


async def days(talk: Talk, _step: str, _plan: Fields, _zone: str) -> Fields:
    """For how many days it is lent."""
    found = _DAYS.fullmatch(talk.text.strip().lower())
    number = numerals.counted(found[1]) if found is not None else None
    if found is not None and number is not None and found["weeks"]:
        number *= WEEK
    if number is None or not 1 <= number <= MOST_DAYS:
        raise RefusedError(t("activity-number", highest=MOST_DAYS))
    return {"days": number}


async def quick(talk: Talk, step: str, unit_id: int) -> Rows:
    """The ready choices of a question."""
    kept = settings_of(await people.center(talk.tx, unit_id))
    if step == "times":
        first = local_day(talk.tx.now, kept.zone) + timedelta(days=1)
        ahead = [first + timedelta(days=number) for number in range(DAYS_AHEAD)]
        return [[_day(one, kept.zone)] for one in ahead]
    if step == "span":
        spans = kept.hours.spans(date.fromisoformat(talk.data["day"])) or kept.hours.week[0]
        whole = [[tap("button-activity-all-day", ActivitySet(step, ALL_DAY))]] if len(spans) > 1 else []
        return [*([_span(number, one)] for number, one in enumerate(spans)), *whole]
    if step == "each":
        lengths = [[tap("button-activity-minutes", ActivitySet(step, str(n)), n=n)] for n in EACH]
        return [*lengths, [tap("button-activity-undivided", ActivitySet(step, WHOLE))]]
    if step == "hours":
        return [
            [tap("button-text", ActivitySet(step, code), text=t(f"activity-open-{code}"))] for code in HOURS
        ]
    if step == "days":
        return [[tap("button-activity-days", ActivitySet(step, str(n)), n=n)] for n in LENT]
    if step == "people":
        rooms = CATALOGUE.activity(talk.data["plan"]["kind"]).making == "goes-on"
        return [
            [
                tap(
                    "button-activity-homes" if rooms else "button-activity-some",
                    ActivitySet(step, str(n)),
                    n=n,
                )
            ]
            for n in PEOPLE
        ]
    return []


def _day(day: date, zone: str) -> Button:
    at = Moment(at=midnight(day, zone), zone=zone, style="date")
    return tap("button-activity-on-day", ActivitySet("times", str(day)), day=at)


def _span(number: int, one: Span) -> Button:
    words = verbatim(f"{one[0]:%H:%M}–{one[1]:%H:%M}")
    return tap("button-text", ActivitySet("span", str(number)), text=words)


def day_of(value: str) -> str:
    """The day that was tapped. Raises NotFoundError for what is none."""
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        raise NotFoundError from None


async def tapped(talk: Talk, step: str, value: str, unit_id: int) -> Fields:
    """What a ready choice says. Raises NotFoundError for what is none."""
    if step == "span":
        return await _spans(talk, value, unit_id)
    if step == "each" and value == WHOLE:
        return {}
    if step == "each" and value in map(str, EACH):
        return _cut(talk, talk.data["plan"], timedelta(minutes=int(value)))
    if step == "hours" and value in HOURS:
        return _hours(HOURS[value])
    if step == "days" and value in map(str, LENT):
        return {"days": int(value)}
    if step == "people" and value in map(str, PEOPLE):
        return {"seats": int(value)}
    raise NotFoundError


async def _spans(talk: Talk, value: str, unit_id: int) -> Fields:
    kept = settings_of(await people.center(talk.tx, unit_id))
    day = date.fromisoformat(talk.data["day"])
    spans = kept.hours.spans(day) or kept.hours.week[0]
    chosen = spans if value == ALL_DAY else [one for number, one in enumerate(spans) if str(number) == value]
    words = "，".join(f"{begin:%H:%M}到{end:%H:%M}" for begin, end in chosen)
    if not words:
        raise NotFoundError
    return _sessions(talk, read_sessions(f"{day} {words}", talk.tx.now, kept.zone))
