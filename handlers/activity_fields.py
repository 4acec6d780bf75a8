"""What is typed about an activity: each field as people write it, and said kindly where it cannot be."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Awaitable, Callable
from datetime import UTC
from typing import Any

from domain import money, numerals
from domain.activities import (
    LONGEST_LINE,
    LONGEST_TITLE,
    MOST_COST,
    MOST_SEATS,
    MOST_SESSIONS,
    Plan,
    Session,
    entitled,
    held,
)
from domain.messages import Moment, Text, t
from domain.night import before_dawn
from domain.sessions import read_sessions
from domain.times import read_moment
from handlers import activity_moving, activity_slots
from handlers.content import content_of
from handlers.talk import Talk
from services import activities
from services.errors import RefusedError

Fields = dict[str, Any]
"""Some of a packed Plan."""
NOTHING: Fields = {
    "seats": None,
    "about": "",
    "bring": "",
    "cost": 0,
    "closes_at": None,
    "household_limit": None,
    "picture": None,
}
"""What can be left open, and what it is then."""
MOST_OF_A_HOUSEHOLD = 20
_NONE = re.compile(
    r"无|無|没有|沒有|不限|不限制|不用|不用[带帶]|免[费費]|不[收要花用][钱錢]|none|no|free|no limit"
)
_MEASURE = "个人|個人|个|個|人|名|位|台|臺|把|辆|輛|套|件|张|張|副|根|架|口|条|條|people|seats|pieces"
"""What people count seats and tools by."""


async def read(talk: Talk, step: str, plan: Fields, zone: str) -> Fields:
    """What the answer to a question says. Raises RefusedError for what cannot be, and says why."""
    words = unicodedata.normalize("NFKC", talk.text).strip()
    if step in NOTHING and _NONE.fullmatch(words.lower().strip("。.")):
        return {step: NOTHING[step]}
    return await TYPED[step](talk, step, plan, zone)


async def _title(talk: Talk, _step: str, _plan: Fields, _zone: str) -> Fields:
    words = _words(talk, LONGEST_TITLE)
    if not any(one.isalnum() for one in words):
        raise RefusedError(t("activity-title-wordless"))
    return {"title": entitled(words)}


async def _line(talk: Talk, step: str, _plan: Fields, _zone: str) -> Fields:
    return {step: _words(talk, LONGEST_LINE)}


def _words(talk: Talk, most: int) -> str:
    words = " ".join(talk.text.split())
    if not words or talk.message is None or not talk.message.text:
        raise RefusedError(t("activity-words-only"))
    if len(words) > most:
        raise RefusedError(t("activity-long", longest=most, length=len(words)))
    return words


async def _sessions(talk: Talk, _step: str, plan: Fields, zone: str) -> Fields:
    """The sessions that are to come; those that have been stay. One that is only moved keeps its place."""
    before = [Session.model_validate(one) for one in plan.get("sessions", [])]
    been = held(before, talk.tx.now)
    found = read_sessions(talk.text, talk.tx.now, zone)
    if not found:
        raise RefusedError(t("activity-when-unclear"))
    if len(been) + len(found) > MOST_SESSIONS:
        raise RefusedError(t("activity-many-sessions", highest=MOST_SESSIONS))
    activities.check_times(talk.tx, found)
    coming = before[len(been) :]
    if len(coming) == len(found):
        pairs = zip(found, coming, strict=True)
        found = tuple(one.model_copy(update={"place": old.place}) for one, old in pairs)
    return activity_slots.begun_by(plan, (*been, *found))


async def _session_place(talk: Talk, _step: str, plan: Fields, _zone: str) -> Fields:
    """Where one of the sessions is, if not where the others are."""
    sessions = [*plan["sessions"]]
    number = talk.data["session"]
    sessions[number] = {**sessions[number], "place": _words(talk, LONGEST_LINE)}
    return {"sessions": sessions}


async def _seats(talk: Talk, _step: str, _plan: Fields, _zone: str) -> Fields:
    return {"seats": _number(talk, MOST_SEATS)}


async def _household(talk: Talk, _step: str, _plan: Fields, _zone: str) -> Fields:
    return {"household_limit": _number(talk, MOST_OF_A_HOUSEHOLD)}


def _number(talk: Talk, most: int) -> int:
    words = unicodedata.normalize("NFKC", talk.text).strip()
    found = re.fullmatch(
        rf"(\d{{1,5}}|[{numerals.FIGURES}]{{1,8}}) ?(?:{_MEASURE})?",
        words,
    )
    number = numerals.counted(found[1]) if found else None
    if number is None or not 1 <= number <= most:
        raise RefusedError(t("activity-number", highest=most))
    return number


def doubtful(plan: Plan, zone: str) -> list[Text]:
    """A word about what begins in the small hours: it can be meant, and is easily typed for the afternoon."""
    early = next((one for one in plan.sessions if before_dawn(one.starts_at, zone)), None)
    return [] if early is None else [t("activity-in-the-night", at=Moment(at=early.starts_at, zone=zone))]


async def _closes_at(talk: Talk, _step: str, plan: Fields, zone: str) -> Fields:
    at = read_moment(talk.text, talk.tx.now, zone)
    if at is None:
        raise RefusedError(t("activity-closes-unclear"))
    if at <= talk.tx.now:
        raise RefusedError(t("activity-closes-past"))
    if at > Session.model_validate(plan["sessions"][0]).starts_at:
        raise RefusedError(t("activity-closes-late"))
    return {"closes_at": at.astimezone(UTC).isoformat()}


async def _cost(talk: Talk, _step: str, _plan: Fields, _zone: str) -> Fields:
    words = unicodedata.normalize("NFKC", talk.text).strip()
    if re.fullmatch(r"0(?:\.0+)?\s?(?:元|块|塊|yuan)?", words):
        return {"cost": 0}
    amount = money.fen_in(words)
    if amount is None or amount > MOST_COST:
        raise RefusedError(t("activity-cost-unclear", highest=money.yuan(MOST_COST)))
    return {"cost": amount}


async def _picture(talk: Talk, _step: str, _plan: Fields, _zone: str) -> Fields:
    content = content_of(talk.message) if talk.message else None
    if content is None or content.kind != "photo":
        raise RefusedError(t("activity-picture-only"))
    photo = content.came_by(talk.tx.bot_id).model_copy(update={"text": "", "group": None})
    return {"picture": photo.pack()}


TYPED: dict[str, Callable[[Talk, str, Fields, str], Awaitable[Fields]]] = {
    "title": _title,
    "sessions": _sessions,
    "place": _line,
    "seats": _seats,
    "about": _line,
    "bring": _line,
    "cost": _cost,
    "closes_at": _closes_at,
    "household_limit": _household,
    "picture": _picture,
    "session-place": _session_place,
    "items": _seats,
    "people": _seats,
    "times": activity_slots.times,
    "span": activity_slots.span,
    "each": activity_slots.each,
    "hours": activity_slots.hours,
    "days": activity_slots.days,
    **activity_moving.TYPED,
}
"""Steps at which the next message answers a question."""
