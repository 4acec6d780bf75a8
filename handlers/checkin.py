"""Being there: by the code that hangs at the place, or by the four digits beneath it."""

from __future__ import annotations

import re
import unicodedata

from domain.activitytaps import SignupDo
from domain.attendancetaps import CheckIn
from domain.links import CheckinLink, checkin_payload
from domain.messages import Text, t
from handlers import intake, join, passing
from handlers.talk import Rows, Talk, aside, never_mind, paged, tap
from locales import spellings
from services import activity_cards, attendance, attendance_cards, signup_cards, signup_people
from services.attendance import Place
from services.errors import NotFoundError

FORM = passing.CHECKIN
_DIGITS = re.compile(r"[0-9]{4}")
SHOWN = 4
"""People on one page, beneath the button for all of them."""


async def follow(talk: Talk, link: CheckinLink) -> None:
    """The code at the place: whoever has a seat is there. Whoever does not belong to the center registers
    with it first. Raises NotFoundError for a wrong code, RefusedError when it is not on."""
    center_id = await attendance.to_join(talk.tx, talk.account, link.session_id, link.code)
    if center_id is not None:
        await join.begin(talk, center_id=center_id, link=checkin_payload(link.session_id, link.code))
        return
    await _here(talk, await attendance.arrive(talk.tx, talk.account, link.session_id, link.code))


async def _here(talk: Talk, place: Place) -> None:
    """Check in whoever is meant beyond doubt; ask who has come when somebody signed up others."""
    if not place.own:
        await _without_seat(talk, place)
    elif len(place.own) == 1 and signup_people.own(talk.account, place.own[0]):
        known = not place.missing
        await attendance.check_in(talk.tx, talk.account, place.session.id, place.session.code)
        what = await attendance_cards.which(talk.tx, place.session)
        text = t("check-in-known", what=what) if known else t("check-in-done", what=what)
        talk.say(text, [signup_cards.days(place.own[0]), aside()])
    else:
        await _who(talk, place)


async def _who(talk: Talk, place: Place, page: int = 0) -> None:
    """Of several people, who has come."""
    id_, code = place.session.id, place.session.code
    items = [
        tap("button-has-come", CheckIn("one", id_, code, one.id), name=one.name) for one in place.missing
    ]
    rows: Rows = [[tap("button-all-have-come", CheckIn("all", id_, code, 0))]] if len(items) > 1 else []
    rows += paged(items, page, lambda n: CheckIn("look", id_, code, n), size=SHOWN)
    what = await attendance_cards.which(talk.tx, place.session)
    here: list[Text] = [t("check-in-is-here", name=one.name) for one in place.own if one.id in place.here]
    asked = [t("check-in-who")] if place.missing else []
    talk.show(t("lines", items=[t("check-in-place", what=what), *here, *asked]), [*rows, aside()])


async def _without_seat(talk: Talk, place: Place) -> None:
    """Whoever waits, or did not sign up, may be let in: they are told by whom."""
    what = await attendance_cards.which(talk.tx, place.session)
    name = await activity_cards.at_the_door(talk.tx, place.activity)
    if place.offered:
        form = place.activity.planned.manner
        rows = [[tap("button-signup-yes", SignupDo("yes", place.offered[0].id), form=form)]]
        talk.say(t("check-in-offered", what=what), [*rows, aside()])
    elif place.waits:
        talk.say(t("check-in-waits", what=what, name=name), [aside()])
    else:
        talk.say(t("check-in-no-seat", what=what, name=name), [aside()])


async def do(talk: Talk, chosen: CheckIn) -> None:
    """One of several has come, or all of them; or the next page."""
    tx, who, about = talk.tx, talk.account, (chosen.session_id, chosen.secret)
    match chosen.action:
        case "one":
            place = await attendance.check_in(tx, who, *about, chosen.number)
        case "all":
            place = await attendance.check_in(tx, who, *about)
        case "look":
            place = await attendance.arrive(tx, who, *about)
        case _:
            raise NotFoundError
    await _who(talk, place, max(0, chosen.number) if chosen.action == "look" else 0)


def _digits(words: str) -> str | None:
    """The four digits, if somebody typed nothing else."""
    typed = unicodedata.normalize("NFKC", words).strip()
    return typed if _DIGITS.fullmatch(typed) else None


def _without_word(words: str) -> str | None:
    """What comes behind the word for checking in; None if that is not how it begins."""
    typed = words.strip()
    for word in spellings("check-in-word"):
        if typed.casefold().startswith(word):
            return typed[len(word) :]
    return None


async def _find(talk: Talk, digits: str) -> bool:
    places = await attendance.by_digits(talk.tx, talk.account, digits)
    for place in places:
        await _here(talk, place)
    return bool(places)


async def typed(talk: Talk) -> bool:
    """Somebody typed the digits out of the blue: "签到 4821", or nothing but "4821" where they have a place.
    False for anything else."""
    said = _without_word(talk.text)
    digits = _digits(talk.text if said is None else said)
    if digits is None:
        return False
    if await _find(talk, digits):
        return True
    if said is not None:
        _unknown(talk)
    return said is not None


def _unknown(talk: Talk) -> None:
    talk.say(t("check-in-unknown"), [aside()])


async def screen(talk: Talk) -> None:
    """/checkin, with the digits or without."""
    digits = _digits(talk.text.partition(" ")[2])
    if digits is not None:
        if not await _find(talk, digits):
            _unknown(talk)
        return
    intake.check_free(talk, FORM)
    await talk.keep(FORM)
    await ask(talk)


async def ask(talk: Talk) -> None:
    """Ask for the digits again."""
    talk.say(t("check-in-digits"), [never_mind()])


async def message(talk: Talk) -> None:
    """The digits; whatever else is said is about something else."""
    from handlers.routes import on_message

    digits = _digits(_without_word(talk.text) or talk.text)
    if digits is None:
        await talk.leave()
        await on_message(talk)
    elif await _find(talk, digits):
        await talk.leave()
    else:
        talk.say(t("check-in-unknown"))
        await ask(talk)
