"""Acting for somebody else: what two people are to each other, what they answer, and when one is called."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from domain.catalogue import CATALOGUE

CALL_WITHIN = CATALOGUE.talk.take_up
"""A call is made as soon as somebody who asked for a person is called back."""
TRIES = 3
"""After this many calls that nobody answered, the step above hears of it."""
PAUSE = timedelta(minutes=10)
"""Two taps closer together than this are one call: nobody tries again so soon."""
CALL_ROLES: dict[str, tuple[str, ...]] = {
    "clerk": ("clerk",),
    "director": ("director", "deputy"),
    "township": ("township",),
    "county": ("county",),
}
"""The steps by which a call that is not made rises, and the roles that may make it there."""
_STEPS = tuple(CALL_ROLES)
CALLERS_FROM = "clerk"
"""The first step at which people are called: a desk does not ask for consent."""
FILERS = ("clerk", "director", "deputy")
"""The roles that file for whoever walks in or phones."""


class Kin(StrEnum):
    """What the proxy is to the person acted for."""

    HOUSEHOLD = "household"
    CHILD = "child"
    NEIGHBOUR = "neighbour"
    OTHER = "other"


class Standing(StrEnum):
    """How far the two have got: asked, agreed, never agreed, or agreed once and not any more."""

    ASKED = "asked"
    CONFIRMED = "confirmed"
    REFUSED = "refused"
    REVOKED = "revoked"


class Answer(StrEnum):
    """What changes it: the person agrees or does not want it, the proxy asks or gives it up."""

    AGREE = "agree"
    REFUSE = "refuse"
    ASK = "ask"
    GIVE_UP = "give-up"


ANSWERS: dict[Answer, dict[Standing, Standing]] = {
    Answer.AGREE: dict.fromkeys(Standing, Standing.CONFIRMED),
    Answer.REFUSE: {Standing.ASKED: Standing.REFUSED, Standing.CONFIRMED: Standing.REVOKED},
    Answer.ASK: {Standing.REVOKED: Standing.ASKED},
    Answer.GIVE_UP: {Standing.ASKED: Standing.REVOKED, Standing.CONFIRMED: Standing.REVOKED},
}


class IllegalAnswerError(ValueError):
    """This cannot be answered as things stand."""


def answered(standing: Standing, answer: Answer) -> Standing:
    """How they stand after this answer. Raises IllegalAnswerError when it is no answer to anything."""
    try:
        return ANSWERS[answer][standing]
    except KeyError as error:
        raise IllegalAnswerError(f"{answer} from {standing}") from error


class Side(StrEnum):
    """Who answered: the person acted for, the proxy, or the clerk on the person's word."""

    PERSON = "person"
    PROXY = "proxy"
    CLERK = "clerk"


class Call(StrEnum):
    """What became of a call: to be made, or how it ended."""

    OPEN = "open"
    AGREED = "agreed"
    STOPPED = "stopped"
    UNREACHABLE = "unreachable"
    DROPPED = "dropped"
    """Nobody needs to know any more: the request is over, or the person has answered by themself."""


TO_ANSWER = (Call.OPEN, Call.UNREACHABLE)
"""A person nobody reached may still come by: those above can write down what they say."""


def was_last(tries: int) -> bool:
    """Whether so many calls that nobody answered are enough."""
    return tries >= TRIES


def is_too_soon(tried_at: datetime | None, now: datetime) -> bool:
    """Whether the last call was only just written down."""
    return tried_at is not None and now - tried_at < PAUSE


def calling_steps(reached: str) -> tuple[str, ...]:
    """The steps whose people may make a call that has risen this far."""
    return _STEPS[: _STEPS.index(reached) + 1]


def callers_from(step: str) -> tuple[str, ...]:
    """This step and those above it."""
    return _STEPS[_STEPS.index(step) :]


def callers_above(step: str) -> str:
    """One step up; the county is the last."""
    return _STEPS[min(_STEPS.index(step) + 1, len(_STEPS) - 1)]


@dataclass(frozen=True)
class Whom:
    """The person acted for: of the roster (then with an id), or only named."""

    name: str
    person_id: int | None = None
    phone: str | None = None


def spoken(words: str) -> tuple[str, str | None]:
    """The name and the phone number in what a clerk typed: either, or both in any order."""
    digits = [ch for ch in words if ch.isdecimal()]
    if not 5 <= len(digits) <= 20:
        return words.strip(), None
    phone = "".join(str(int(ch)) for ch in digits)
    name = "".join(" " if ch.isdecimal() or ch in "+-()（）" else ch for ch in words)
    return " ".join(name.split()).strip("，,。.、:：;； "), phone
